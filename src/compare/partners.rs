//! Which sentence is whose partner: first one to one, then what is left over.

use super::candidates::{Candidate, Candidates, rank};
use super::features::Features;
use super::groups::Group;

/// From this likeness two sentences are partners wherever they stand.
const LIKE: f64 = 0.4;

/// From this share of the lighter one two sentences are partners though one says much more, as when one text cuts
/// into four sentences what the other has in one.
const CONTAINED: f64 = 0.75;

/// The least weight, in features of the rarest kind, that such a contained sentence must have.
const CONTAINED_FEATURES: usize = 12;

/// From this likeness two sentences are partners that stand between the same partners.
const LIKE_IN_PLACE: f64 = 0.2;

/// From this likeness a sentence without a partner repeats one that has its own. A lead that words its body anew
/// falls below: it stands on one side only, and its wording is not held against a sentence it does not replace.
const LIKE_AGAIN: f64 = 0.85;

/// How much the likeness of the neighbours counts beside that of the sentences themselves.
const CONTEXT: f64 = 0.1;

/// The same once partners are known: company that is settled says more than company that is merely alike.
const SETTLED: f64 = 0.3;

/// So many features a short sentence has at most; five ideographs have nine.
const SHORT: usize = 9;

/// No gap with more sentences than this is searched through.
const WIDEST_GAP: usize = 24;

/// How many sentences before and after are asked whether they found their partners in the same order.
const NEIGHBOURS: usize = 4;

/// How often partners are chosen again in the light of what their neighbours chose.
const ROUNDS: usize = 3;

/// The one-to-one partners, the likest first to choose; among equals those with like neighbours, then the nearest.
pub(super) fn closest(candidates: &Candidates, features: &Features) -> Vec<Group> {
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
        // Where many sentences say the same, only the company they keep tells them apart.
        let again = choose(&worthy, lengths, |found| SETTLED * settled_around(&partners, found, lengths));
        if again == partners {
            break;
        }
        partners = again;
    }
    partners.iter().enumerate().filter_map(|(a, b)| b.map(|b| Group::of(a, b))).collect()
}

/// One round: for each sentence of `a` its partner.
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

/// How like the sentences before and after are, 0 to 1; where both texts begin or end, that is alike too.
fn alike_around(candidates: &Candidates, found: &Candidate, lengths: (usize, usize)) -> f64 {
    let of = |places| match places {
        (Some(a), Some(b)) => candidates.likeness(a, b),
        (None, None) => 1.0,
        _ => 0.0,
    };
    (of(before(found, 1)) + of(after(found, 1, lengths))) / 2.0
}

/// How many of the sentences around are partners in the same order, 0 to 1.
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

/// The sentences so far before both; `None` where a text does not reach so far back.
fn before(found: &Candidate, far: usize) -> (Option<usize>, Option<usize>) {
    (found.a.checked_sub(far), found.b.checked_sub(far))
}

/// The sentences so far behind both.
fn after(found: &Candidate, far: usize, lengths: (usize, usize)) -> (Option<usize>, Option<usize>) {
    let within = |at: usize, length: usize| at.checked_add(far).filter(|&at| at < length);
    (within(found.a, lengths.0), within(found.b, lengths.1))
}

/// Partners for what is left over between two neighbouring groups that kept their order: standing in the same place,
/// they need be less alike. `groups` are in the order of `a`, and so of `b`.
pub(super) fn in_place(features: &Features, groups: &[Group], free: &Free) -> Vec<Group> {
    let mut found = Vec::new();
    let end = Group { a: features.a.len()..features.a.len(), b: features.b.len()..features.b.len() };
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

fn between(features: &Features, a: &[usize], b: &[usize]) -> Vec<Group> {
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
    let mut chosen: Vec<Group> = Vec::new();
    for (_, _, a, b) in ranked {
        let agrees = |other: &Group| {
            (other.a.start < a && other.b.start < b) || (other.a.start > a && other.b.start > b)
        };
        if chosen.iter().all(agrees) {
            chosen.push(Group::of(a, b));
        }
    }
    chosen
}

/// Short sentences that alone are left on both sides between the same partners: of a greeting or an exclamation one
/// changed word is most of it, so anything in common will do.
fn remaining(features: &Features, a: &[usize], b: &[usize], chosen: &[Group]) -> Vec<Group> {
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
                found.push(Group::of(*a, *b));
            }
        }
        (from_a, from_b) = (to_a.saturating_add(1), to_b.saturating_add(1));
    }
    found
}

/// Sentences without a partner that repeat one which has its own, as the lead of a story repeats its body.
pub(super) fn repeats(candidates: &Candidates, features: &Features, free: &Free) -> Vec<Group> {
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
        let group = Group::of(a, b);
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
    /// What `groups` leave over.
    pub(super) fn after<'a>(features: &Features, groups: impl IntoIterator<Item = &'a Group>) -> Self {
        let mut free = Self { a: vec![true; features.a.len()], b: vec![true; features.b.len()] };
        groups.into_iter().for_each(|group| free.take(group));
        free
    }

    /// Whether a sentence of `a` has no partner yet.
    pub(super) fn has_a(&self, sentence: usize) -> bool {
        self.a.get(sentence).is_some_and(|&is_free| is_free)
    }

    /// Whether a sentence of `b` has no partner yet.
    pub(super) fn has_b(&self, sentence: usize) -> bool {
        self.b.get(sentence).is_some_and(|&is_free| is_free)
    }

    fn take(&mut self, group: &Group) {
        self.a.get_mut(group.a.clone()).into_iter().for_each(|taken| taken.fill(false));
        self.b.get_mut(group.b.clone()).into_iter().for_each(|taken| taken.fill(false));
    }
}
