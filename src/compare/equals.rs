//! Sentences that are equal to each other: which of them is the partner is decided by the order of the others, so that none
//! of them counts as moved for want of a better choice.

use super::features::Features;
use super::groups::Group;
use super::partners::Free;

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

/// Gives each moved pair of equal sentences the place of an equal sentence without a partner that keeps the order, if
/// there is one. `groups` are in the order of `a`; `kept` says which of them keep the order.
pub(super) fn settle(features: &Features, groups: &mut [Group], kept: &[bool]) {
    let mut free = Free::after(features, groups.iter());
    let steady: Vec<Group> =
        groups.iter().zip(kept).filter(|&(_, &kept)| kept).map(|(group, _)| group.clone()).collect();
    for (group, _) in groups.iter_mut().zip(kept).filter(|&(_, &kept)| !kept) {
        let (own, other) = (features.of_a(group.a.start), features.of_b(group.b.start));
        if group.a.len() != 1 || group.b.len() != 1 || own != other {
            continue;
        }
        // The sentences of `a` between the partners before and after the one of `b`, and the reverse.
        let next = steady.partition_point(|steady| steady.b.start < group.b.start);
        let (from, to) =
            (end(&steady, next, |of| of.a.end), start(&steady, next, |of| of.a.start, features.a.len()));
        let equal = (from..to).find(|&a| free.has_a(a) && features.of_a(a) == own);
        let found = equal.map(|a| Group::of(a, group.b.start)).or_else(|| {
            let next = steady.partition_point(|steady| steady.a.start < group.a.start);
            let (from, to) =
                (end(&steady, next, |of| of.b.end), start(&steady, next, |of| of.b.start, features.b.len()));
            let equal = (from..to).find(|&b| free.has_b(b) && features.of_b(b) == own);
            equal.map(|b| Group::of(group.a.start, b))
        });
        if let Some(found) = found {
            free.give(group);
            free.take(&found);
            *group = found;
        }
    }
}

/// Returns the end of the group before number `next`, 0 if it is the first.
fn end(steady: &[Group], next: usize, of: impl Fn(&Group) -> usize) -> usize {
    next.checked_sub(1).and_then(|before| steady.get(before)).map_or(0, of)
}

/// Returns the start of group `next`, or `all` if there is none.
fn start(steady: &[Group], next: usize, of: impl Fn(&Group) -> usize, all: usize) -> usize {
    steady.get(next).map_or(all, of)
}
