//! Sentences that occur several times in a text: which of them is the partner is decided by the order of the others, so that
//! none of them counts as moved.

use rustc_hash::FxHashMap;

use super::features::Features;
use super::groups::SentenceGroup;

/// Puts the partners of equal sentences into one order on both sides: the first of them belongs to the first.
pub(super) fn in_one_order(features: &Features, partners: &mut [Option<usize>]) {
    let mut equal: Vec<(&[u32], usize, usize)> = partners
        .iter()
        .enumerate()
        .filter_map(|(a, b)| b.map(|b| (a, b)))
        .filter(|&(a, b)| features.of_a(a) == features.of_b(b))
        .map(|(a, b)| (features.of_a(a), a, b))
        .collect();
    equal.sort_unstable();
    for class in equal.chunk_by(|x, y| x.0 == y.0) {
        let mut places: Vec<usize> = class.iter().map(|&(_, _, b)| b).collect();
        places.sort_unstable();
        for (&(_, a, _), b) in class.iter().zip(places) {
            partners.get_mut(a).into_iter().for_each(|partner| *partner = Some(b));
        }
    }
}

/// Takes apart the pairs of equal sentences that are out of order, if the sentence occurs more than once on a side: another one
/// of them may be in its place, and else it is repeated and not moved. `kept` says which `groups` are in order.
pub(super) fn release(features: &Features, groups: &mut Vec<SentenceGroup>, kept: &[bool]) {
    if kept.iter().all(|&kept| kept) {
        return;
    }
    let mut counts: FxHashMap<&[u32], (u32, u32)> = FxHashMap::default();
    for sentence in &features.a {
        let count = &mut counts.entry(sentence).or_default().0;
        *count = count.saturating_add(1);
    }
    for sentence in &features.b {
        let count = &mut counts.entry(sentence).or_default().1;
        *count = count.saturating_add(1);
    }
    let is_repeated = |group: &SentenceGroup| {
        let (own, other) = (features.of_a(group.a.start), features.of_b(group.b.start));
        let single = group.a.len() == 1 && group.b.len() == 1;
        single && own == other && counts.get(own).is_some_and(|&(a, b)| a.max(b) > 1)
    };
    let mut kept = kept.iter();
    groups.retain(|group| kept.next().is_some_and(|&kept| kept) || !is_repeated(group));
}
