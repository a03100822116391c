//! The choice of partners among sentences: first one to one, then among the rest.

use super::candidates::{Candidate, Candidates, rank};
use super::equals::in_one_order;
use super::features::Features;
use super::groups::SentenceGroup;

/// The likeness from which two sentences are partners at any places.
const LIKE: f64 = 0.4;

/// The share of the lighter sentence from which two are partners though one says much more, as when one text splits
/// into four sentences what the other has in one.
const CONTAINED: f64 = 0.75;

/// The minimum number of features that such a contained sentence must have.
const CONTAINED_FEATURES: usize = 12;

/// The likeness from which two sentences between the same partners are partners.
const LIKE_IN_PLACE: f64 = 0.2;

/// The likeness from which a sentence without a partner repeats one that has its own. A lead that rewords its body is
/// less alike: it occurs on one side only, and is not compared with a sentence that it does not replace.
const LIKE_AGAIN: f64 = 0.85;

/// The weight of the likeness of the neighbours beside that of the sentences themselves.
const CONTEXT: f64 = 0.1;

/// The same once partners are known: settled neighbours prove more than neighbours that are merely alike.
const SETTLED: f64 = 0.3;

/// The maximum number of features of a short sentence; five ideographs have nine.
const SHORT: usize = 9;

/// The maximum number of sentences in a gap that is searched.
const WIDEST_GAP: usize = 24;

/// The number of sentences before and after that are checked for partners in the same order.
const NEIGHBOURS: usize = 4;

/// The maximum number of rounds in which partners are chosen again by the choices of their neighbours.
const ROUNDS: usize = 3;

/// Chooses one-to-one partners, the likest first; among equals those with like neighbours, then the nearest.
pub(super) fn closest(candidates: &Candidates, features: &Features) -> Vec<SentenceGroup> {
    let lengths = (features.a.len(), features.b.len());
    let long_enough = |found: &Candidate| {
        features.of_a(found.a).len().min(features.of_b(found.b).len()) >= CONTAINED_FEATURES
    };
    let worthy: Vec<&Candidate> = candidates
        .all
        .iter()
        .filter(|found| found.likeness >= LIKE || (found.containment >= CONTAINED && long_enough(found)))
        .collect();
    let mut partners = choose(&worthy, lengths, |found| CONTEXT * alike_around(candidates, found, lengths));
    for _ in 0..ROUNDS {
        // If many sentences say the same, only their neighbours distinguish them.
        let again = choose(&worthy, lengths, |found| SETTLED * settled_around(&partners, found, lengths));
        if again == partners {
            break;
        }
        partners = again;
    }
    in_one_order(features, &mut partners);
    partners.iter().enumerate().filter_map(|(a, b)| b.map(|b| SentenceGroup::of(a, b))).collect()
}

/// Runs one round; returns the partner of each sentence of `a`.
fn choose(
    worthy: &[&Candidate],
    lengths: (usize, usize),
    context: impl Fn(&Candidate) -> f64,
) -> Vec<Option<usize>> {
    let score = |found: &Candidate| found.likeness + context(found);
    let mut ranked: Vec<_> =
        worthy.iter().map(|found| rank(score(found), found.a, found.b, lengths)).collect();
    ranked.sort_unstable();
    let mut partners = vec![None; lengths.0];
    let mut taken = vec![false; lengths.1];
    for (_, _, a, b) in ranked {
        if let (Some(partner @ None), Some(taken @ false)) = (partners.get_mut(a), taken.get_mut(b)) {
            (*partner, *taken) = (Some(b), true);
        }
    }
    partners
}

/// Returns the likeness of the sentences before and after, 0 to 1; a common beginning or end is alike too.
fn alike_around(candidates: &Candidates, found: &Candidate, lengths: (usize, usize)) -> f64 {
    let of = |places| match places {
        (Some(a), Some(b)) => candidates.likeness(a, b),
        (None, None) => 1.0,
        _ => 0.0,
    };
    (of(before(found, 1)) + of(after(found, 1, lengths))) / 2.0
}

/// Returns the share of the sentences around that are partners in the same order, 0 to 1.
fn settled_around(partners: &[Option<usize>], found: &Candidate, lengths: (usize, usize)) -> f64 {
    let of = |places| match places {
        (Some(a), Some(b)) => partners.get(a) == Some(&Some(b)),
        (None, None) => true,
        _ => false,
    };
    let settled = (1..=NEIGHBOURS)
        .flat_map(|far| [before(found, far), after(found, far, lengths)])
        .map(|places| u32::from(of(places)))
        .sum::<u32>();
    f64::from(settled) / (2 * NEIGHBOURS) as f64
}

/// Returns the sentences `far` before both; `None` if a text does not reach back that far.
fn before(found: &Candidate, far: usize) -> (Option<usize>, Option<usize>) {
    (found.a.checked_sub(far), found.b.checked_sub(far))
}

/// Returns the sentences `far` after both.
fn after(found: &Candidate, far: usize, lengths: (usize, usize)) -> (Option<usize>, Option<usize>) {
    let within = |at: usize, length: usize| at.checked_add(far).filter(|&at| at < length);
    (within(found.a, lengths.0), within(found.b, lengths.1))
}

/// Finds partners for the rest between two neighbouring groups that kept their order: in the same position, they may be
/// less alike. `groups` are in the order of `a`, and so of `b`.
pub(super) fn in_place(features: &Features, groups: &[SentenceGroup], free: &Free) -> Vec<SentenceGroup> {
    let mut found = Vec::new();
    let end = SentenceGroup { a: features.a.len()..features.a.len(), b: features.b.len()..features.b.len() };
    let mut before = (0, 0);
    for group in groups.iter().chain([&end]) {
        let a: Vec<usize> = (before.0..group.a.start).filter(|&a| free.has_a(a)).collect();
        let b: Vec<usize> = (before.1..group.b.start).filter(|&b| free.has_b(b)).collect();
        if a.len() <= WIDEST_GAP && b.len() <= WIDEST_GAP {
            let chosen = between(features, &a, &b);
            found.extend(remaining(features, &a, &b, &chosen));
            found.extend(chosen);
        }
        before = (group.a.end, group.b.end);
    }
    found
}

fn between(features: &Features, a: &[usize], b: &[usize]) -> Vec<SentenceGroup> {
    let lengths = (features.a.len(), features.b.len());
    let mut ranked = Vec::new();
    for &a in a {
        for &b in b {
            let (own, other) = (features.of_a(a), features.of_b(b));
            let both = features.total(own) + features.total(other);
            let likeness = 2.0 * features.shared(own, other) / both;
            if likeness >= LIKE_IN_PLACE {
                ranked.push(rank(likeness, a, b, lengths));
            }
        }
    }
    ranked.sort_unstable();
    let mut chosen: Vec<SentenceGroup> = Vec::new();
    for (_, _, a, b) in ranked {
        let agrees = |other: &SentenceGroup| {
            (other.a.start < a && other.b.start < b) || (other.a.start > a && other.b.start > b)
        };
        if chosen.iter().all(agrees) {
            chosen.push(SentenceGroup::of(a, b));
        }
    }
    chosen
}

/// Pairs single short sentences left on both sides between the same partners. One changed word is most of a greeting or
/// an exclamation, so anything in common suffices.
fn remaining(features: &Features, a: &[usize], b: &[usize], chosen: &[SentenceGroup]) -> Vec<SentenceGroup> {
    let mut chosen: Vec<(usize, usize)> = chosen.iter().map(|group| (group.a.start, group.b.start)).collect();
    chosen.sort_unstable();
    let end = (usize::MAX, usize::MAX);
    let (mut from_a, mut from_b) = (0, 0);
    let mut found = Vec::new();
    for (to_a, to_b) in chosen.into_iter().chain([end]) {
        let left = |all: &[usize], from: usize, to: usize| -> Vec<usize> {
            all.iter().copied().filter(|&at| from <= at && at < to).collect()
        };
        if let ([a], [b]) = (&left(a, from_a, to_a)[..], &left(b, from_b, to_b)[..]) {
            let (own, other) = (features.of_a(*a), features.of_b(*b));
            let short = own.len().min(other.len()) <= SHORT;
            if short && features.shared(own, other) > 0.0 {
                found.push(SentenceGroup::of(*a, *b));
            }
        }
        (from_a, from_b) = (to_a.saturating_add(1), to_b.saturating_add(1));
    }
    found
}

/// Pairs sentences without a partner that repeat one which has its own, as the lead of a story repeats its body.
pub(super) fn repeats(candidates: &Candidates, features: &Features, free: &Free) -> Vec<SentenceGroup> {
    let lengths = (features.a.len(), features.b.len());
    let mut ranked: Vec<_> = candidates
        .all
        .iter()
        .filter(|found| found.likeness >= LIKE_AGAIN && (free.has_a(found.a) || free.has_b(found.b)))
        .map(|found| rank(found.likeness, found.a, found.b, lengths))
        .collect();
    ranked.sort_unstable();
    let mut free = free.clone();
    let mut groups = Vec::new();
    for (_, _, a, b) in ranked {
        let group = SentenceGroup::of(a, b);
        if free.has_a(a) || free.has_b(b) {
            free.take(&group);
            groups.push(group);
        }
    }
    groups
}

/// The sentences that have no partner yet.
#[derive(Clone, Debug)]
pub(super) struct Free {
    /// Of `a`.
    pub(super) a: Vec<bool>,
    /// Of `b`.
    pub(super) b: Vec<bool>,
}

impl Free {
    /// Returns the sentences that are in none of `groups`.
    pub(super) fn after<'a>(
        features: &Features,
        groups: impl IntoIterator<Item = &'a SentenceGroup>,
    ) -> Self {
        let mut free = Self { a: vec![true; features.a.len()], b: vec![true; features.b.len()] };
        groups.into_iter().for_each(|group| free.take(group));
        free
    }

    /// Returns true if a sentence of `a` has no partner yet.
    pub(super) fn has_a(&self, sentence: usize) -> bool {
        self.a.get(sentence).is_some_and(|&is_free| is_free)
    }

    /// Returns true if a sentence of `b` has no partner yet.
    pub(super) fn has_b(&self, sentence: usize) -> bool {
        self.b.get(sentence).is_some_and(|&is_free| is_free)
    }

    fn take(&mut self, group: &SentenceGroup) {
        self.a.get_mut(group.a.clone()).into_iter().for_each(|taken| taken.fill(false));
        self.b.get_mut(group.b.clone()).into_iter().for_each(|taken| taken.fill(false));
    }
}
