//! The evidence that two sentences report the same thing.

use super::contents::Contents;
use super::likeness::{Best, Likeness};
use super::words::Words;
use crate::compare::side::Side;

/// The number of pieces of evidence.
pub const EVIDENCE: usize = 14;

/// The constant and the weights of the evidence in a logistic regression. A test of `tests/free_telling` fits them anew to its
/// events and prints them if they differ.
pub const WEIGHTS: (f64, [f64; EVIDENCE]) =
    (20.98, [0.59, 0.29, 1.05, 2.87, 0.15, -2.88, 1.46, 3.52, 10.12, -1.32, 0.45, 2.07, 0.46, 0.45]);

/// The evidence for each two sentences that have something in common.
#[derive(Debug)]
pub(super) struct Evidence {
    all: Vec<(usize, usize, [f64; EVIDENCE])>,
}

/// Added to both cosines before they are divided, so that two tiny ones do not decide.
const BASE: f64 = 0.02;

/// Added to the mean cosine of two texts, so that texts without anything in common have a logarithm.
const LITTLE: f64 = 0.01;

/// The mean cosine beyond which two texts are one event beyond doubt; more of it says nothing of single sentences.
const KINSHIP: f64 = 0.08;

impl Evidence {
    /// Collects the evidence for the sentences of both sides.
    pub(super) fn collect(a: Side<'_>, b: Side<'_>) -> Self {
        let contents = &Contents::collect(a, b);
        let likeness = Likeness::of(contents);
        let coverage = Words::collect(a, b, contents).coverage(contents, &likeness.pairs);
        let kinship = libm::log(likeness.kinship().min(KINSHIP) + LITTLE);
        let place = |sentence: usize, all: usize| (sentence as f64 + 0.5) / all as f64;
        let count = |is: bool| f64::from(u8::from(is));
        let best = |of: &[Best], sentence: usize| of.get(sentence).copied().unwrap_or_default();
        let pairs = likeness.pairs.iter().zip(&likeness.common).zip(coverage);
        let all = pairs.map(|((&(a, b), common), coverage)| {
            let (best_a, best_b) = (best(&likeness.best_a, a), best(&likeness.best_b, b));
            let cosine = common.cosine;
            let lead = |best: Best| libm::log((cosine + BASE) / (best.but(cosine) + BASE));
            let before = likeness.cosine(a.checked_sub(1), b.checked_sub(1));
            let after = likeness.cosine(a.checked_add(1), b.checked_add(1));
            let (is_likest_a, is_likest_b) = (best_a.is_reached_by(cosine), best_b.is_reached_by(cosine));
            let facts = [
                libm::sqrt(cosine),
                libm::sqrt(common.containment),
                lead(best_a) + lead(best_b),
                common.measured.min(12.0) / 4.0,
                common.values.min(12.0) / 4.0,
                (place(a, contents.a.len()) - place(b, contents.b.len())).abs(),
                libm::sqrt(before.max(after)),
                libm::sqrt(cosine) * (count(a == 0) + count(b == 0)),
                kinship,
                libm::sqrt(coverage.shares[0]),
                libm::sqrt(coverage.shares[1]),
                libm::log(1.0 + coverage.weight),
                count(is_likest_a) + count(is_likest_b),
                count(is_likest_a && is_likest_b),
            ];
            (a, b, facts)
        });
        Self { all: all.collect() }
    }

    /// Returns the evidence for each two sentences, in the order of `a`, then of `b`.
    pub(super) fn iter(&self) -> impl Iterator<Item = (usize, usize, &[f64; EVIDENCE])> {
        self.all.iter().map(|(a, b, facts)| (*a, *b, facts))
    }
}

/// Returns the probability that two sentences with such evidence report the same thing.
pub(super) fn probability(facts: &[f64; EVIDENCE]) -> f64 {
    let sum: f64 = facts.iter().zip(&WEIGHTS.1).map(|(fact, weight)| fact * weight).sum();
    1.0 / (1.0 + libm::exp(-(WEIGHTS.0 + sum)))
}
