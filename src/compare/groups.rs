//! Sentences split differently: one sentence of one text that is several in the other.

use std::ops::Range;

use super::features::{Features, without};
use super::partners::Free;
use crate::text::OrderBy;

/// Consecutive sentences of `a` and their partners, consecutive sentences of `b`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SentenceGroup {
    /// Numbers of the sentences of `a`.
    pub(super) a: Range<usize>,
    /// Numbers of the sentences of `b`.
    pub(super) b: Range<usize>,
}

impl SentenceGroup {
    /// Makes a group of one sentence of each.
    pub(super) fn of(a: usize, b: usize) -> Self {
        Self { a: a..a.saturating_add(1), b: b..b.saturating_add(1) }
    }
}

/// The share of its weight, found in the part of the neighbour's partner that the neighbour lacks, from which a
/// sentence without a partner belongs to that pair.
const SAID_THERE: f64 = 0.55;

/// The share of what one sentence lacks that must occur in the next sentence of the other side for both to be one pair.
const CARRIED_OVER: f64 = 0.6;

/// The minimum number of features that must be carried over; four ideographs in a row have seven.
const CARRIED_FEATURES: usize = 7;

/// The maximum number of sentences of a pair on a side, so that the work is bounded.
const LONGEST: usize = 64;

/// The sentences of a side that follow the one before with only white space between, and so may share a pair.
pub(super) struct Joints {
    /// Of `a`: `true` where sentence `n` may be joined to sentence `n − 1`.
    pub(super) a: Vec<bool>,
    /// Of `b`.
    pub(super) b: Vec<bool>,
}

/// Extends the one-to-one `groups`, in the order of `a`, by the sentences that were split off from them.
pub(super) fn join(
    features: &Features,
    joints: &Joints,
    mut groups: Vec<SentenceGroup>,
) -> Vec<SentenceGroup> {
    // Each round adds the next sentence on either side, so a pair needs as many rounds as it has sentences.
    for _ in 0..LONGEST {
        let free = Free::after(features, &groups);
        let mut grown = grow(&features.a, &features.b, features, &joints.a, &free.a, &mut groups);
        let free = Free::after(features, &groups);
        groups.iter_mut().for_each(SentenceGroup::turn);
        grown |= grow(&features.b, &features.a, features, &joints.b, &free.b, &mut groups);
        groups.iter_mut().for_each(SentenceGroup::turn);
        if !grown {
            break;
        }
    }
    carry_over(features, joints, groups)
}

impl SentenceGroup {
    fn turn(&mut self) {
        std::mem::swap(&mut self.a, &mut self.b);
    }
}

/// Runs one round of adding sentences of `own`; returns true if any was added.
fn grow(
    own: &[Vec<u32>],
    other: &[Vec<u32>],
    features: &Features,
    joints: &[bool],
    free: &[bool],
    groups: &mut [SentenceGroup],
) -> bool {
    let mut offers: Vec<(usize, usize, f64)> = Vec::new();
    let features_of = |sentence: usize| own.get(sentence).map_or(&[][..], Vec::as_slice);
    for (number, group) in groups.iter().enumerate() {
        let before = group.a.start.checked_sub(1).filter(|_| is_true(joints, group.a.start));
        let after = Some(group.a.end).filter(|&end| is_true(joints, end));
        for sentence in [before, after].into_iter().flatten().filter(|&sentence| is_true(free, sentence)) {
            if group.a.len() >= LONGEST {
                continue;
            }
            let unsaid = without(&bag(other, &group.b), &bag(own, &group.a));
            let said = features_of(sentence);
            let share = features.shared(said, &unsaid) / features.total(said);
            if share >= SAID_THERE {
                offers.push((sentence, number, share));
            }
        }
    }
    offers.order_by(|x, y| y.2.total_cmp(&x.2).then(x.0.cmp(&y.0)).then(x.1.cmp(&y.1)));
    let (mut taken, mut grew) = (Vec::new(), vec![false; groups.len()]);
    for (sentence, number, _) in offers {
        // A pair grows by one sentence a round, because the content of the next one depends on it.
        let (Some(group), Some(grew)) = (groups.get_mut(number), grew.get_mut(number)) else { continue };
        if taken.contains(&sentence) || std::mem::replace(grew, true) {
            continue;
        }
        taken.push(sentence);
        let range = &mut group.a;
        *range = range.start.min(sentence)..range.end.max(sentence.saturating_add(1));
    }
    !taken.is_empty()
}

/// Merges two pairs that follow each other on both sides if a clause went from one to the other.
fn carry_over(features: &Features, joints: &Joints, groups: Vec<SentenceGroup>) -> Vec<SentenceGroup> {
    let mut joined: Vec<SentenceGroup> = Vec::with_capacity(groups.len());
    for group in groups {
        if let Some(before) = joined.last_mut()
            && before.a.end == group.a.start
            && before.b.end == group.b.start
            && is_true(&joints.a, group.a.start)
            && is_true(&joints.b, group.b.start)
            && before.a.len().saturating_add(group.a.len()) <= LONGEST
            && before.b.len().saturating_add(group.b.len()) <= LONGEST
            && is_carried_over(features, before, &group)
        {
            *before = SentenceGroup { a: before.a.start..group.a.end, b: before.b.start..group.b.end };
        } else {
            joined.push(group);
        }
    }
    joined
}

fn is_carried_over(features: &Features, first: &SentenceGroup, second: &SentenceGroup) -> bool {
    let (first_a, first_b) = (bag(&features.a, &first.a), bag(&features.b, &first.b));
    let (second_a, second_b) = (bag(&features.a, &second.a), bag(&features.b, &second.b));
    let carried = |lost: Vec<u32>, gained: Vec<u32>| {
        let least = features.total(&lost).min(features.total(&gained));
        let kept = lost.len().saturating_sub(without(&lost, &gained).len());
        kept >= CARRIED_FEATURES && features.shared(&lost, &gained) >= CARRIED_OVER * least
    };
    carried(without(&first_a, &first_b), without(&second_b, &second_a))
        || carried(without(&first_b, &first_a), without(&second_a, &second_b))
}

/// Returns the flag of a sentence; false if there is no such sentence.
fn is_true(of: &[bool], sentence: usize) -> bool {
    of.get(sentence).is_some_and(|&is| is)
}

/// Returns the features of several sentences together, sorted.
fn bag(sentences: &[Vec<u32>], range: &Range<usize>) -> Vec<u32> {
    let mut bag = sentences.get(range.clone()).unwrap_or_default().concat();
    if range.len() > 1 {
        bag.sort_unstable();
    }
    bag
}
