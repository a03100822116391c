//! The evidence that two sentences report the same thing.

use super::contents::Contents;
use super::likeness::{Best, Likeness};

/// The number of pieces of evidence.
pub const EVIDENCE: usize = 9;

/// The constant and the weights of the evidence in a logistic regression, fitted to the events of `tests/free_telling` by
/// `cargo test --no-default-features --test free_telling fit -- --ignored --nocapture`.
pub const WEIGHTS: (f64, [f64; EVIDENCE]) = (7.14, [4.01, 3.47, 1.55, 2.62, 0.48, -2.81, 0.68, 4.45, 4.80]);

/// The evidence for each two sentences that have something in common.
#[derive(Debug)]
pub(super) struct Evidence {
    all: Vec<(usize, usize, [f64; EVIDENCE])>,
}

/// Added to both cosines before they are divided, so that two tiny ones do not decide.
const BASE: f64 = 0.02;

/// Added to the mean cosine of two texts, so that texts without anything in common have a logarithm.
const LITTLE: f64 = 0.01;

/// The mean cosine beyond which two texts are one event beyond doubt; sentences of copied texts must be as like as others.
const KINSHIP: f64 = 0.13;

impl Evidence {
    /// Collects the evidence for the sentences of both sides.
    pub(super) fn collect(contents: &Contents) -> Self {
        let likeness = Likeness::of(contents);
        let kinship = libm::log(likeness.kinship().min(KINSHIP) + LITTLE);
        let place = |sentence: usize, all: usize| (sentence as f64 + 0.5) / all as f64;
        let is_first = |sentence: usize| f64::from(u8::from(sentence == 0));
        let all = likeness.pairs.iter().zip(&likeness.common).map(|(&(a, b), common)| {
            let other =
                |of: &[Best], sentence: usize| of.get(sentence).map_or(0.0, |best| best.but(common.cosine));
            let lead = |other: f64| libm::log((common.cosine + BASE) / (other + BASE));
            let before = likeness.cosine(a.checked_sub(1), b.checked_sub(1));
            let after = likeness.cosine(a.checked_add(1), b.checked_add(1));
            let facts = [
                libm::sqrt(common.cosine),
                libm::sqrt(common.containment),
                lead(other(&likeness.best_a, a)) + lead(other(&likeness.best_b, b)),
                common.measured.min(12.0) / 4.0,
                common.values.min(12.0) / 4.0,
                (place(a, contents.a.len()) - place(b, contents.b.len())).abs(),
                libm::sqrt(before.max(after)),
                libm::sqrt(common.cosine) * (is_first(a) + is_first(b)),
                kinship,
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
