//! Sentences that report the same thing in other words: what they share in characters, meanings and values, how much more
//! it is than each shares with any other sentence, and their places in the order of telling.

mod choice;
mod contents;
mod evidence;
mod likeness;
mod meanings;
mod neighbours;
mod stories;
mod words;

use rustc_hash::FxHashMap;

use super::alignment::{Alignment, Pair};
use super::side::Side;
use crate::text::Span;
use evidence::Evidence;
use neighbours::is_short;

pub use evidence::{EVIDENCE, WEIGHTS};
pub use stories::{Copies, Event, told_events};

/// Two sentences that report the same thing, wholly or in part, in words too different to be compared one by one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Related {
    /// A sentence of `a`.
    pub a: Span,
    /// A sentence of `b`.
    pub b: Span,
    /// The probability that they report the same thing, 0 to 1, as estimated from events told by two papers.
    pub score: f64,
}

/// The likeness from which a pair says all there is to say of both sentences: in copied texts only the rest is related.
const CLOSE: f64 = 0.7;

/// Finds the related sentences of two texts, in the order of `a`, then of `b`: one may be related to several, as a lead that
/// sums up is. Those that `alignment` pairs already are left out; of long texts also all others that are paired.
pub fn related(a: Side<'_>, b: Side<'_>, alignment: &Alignment) -> Vec<Related> {
    let (all_a, all_b) = (Paired::of(a, alignment, |pair| pair.a), Paired::of(b, alignment, |pair| pair.b));
    let is_long = !is_short(a.sentences.len(), b.sentences.len());
    let (told_a, told_b) = (all_a.told(a, is_long), all_b.told(b, is_long));
    let (a, b) = (Side { sentences: &told_a, ..a }, Side { sentences: &told_b, ..b });
    let (paired_a, paired_b) =
        (Paired::of(a, alignment, |pair| pair.a), Paired::of(b, alignment, |pair| pair.b));
    let evidence = Evidence::collect(a, b);
    let is_close = |pairs: &[usize]| {
        let mut of = pairs.iter().filter_map(|&pair| alignment.pairs.get(pair));
        of.any(|pair| pair.score >= CLOSE)
    };
    let scores = evidence.iter().filter(|(own, other, _)| {
        let (pairs, partners) = (paired_a.at(*own), paired_b.at(*other));
        !(is_close(pairs) && is_close(partners) || pairs.iter().any(|pair| partners.contains(pair)))
    });
    let scores: Vec<(usize, usize, f64)> =
        scores.map(|(own, other, facts)| (own, other, evidence::probability(facts))).collect();
    let found = choice::chosen(&scores, paired_a.are_any(), paired_b.are_any()).into_iter();
    let spans = found.filter_map(|(own, other, score)| {
        let (&a, &b) = a.sentences.get(own).zip(b.sentences.get(other))?;
        Some(Related { a, b, score })
    });
    spans.collect()
}

/// Returns for every two sentences that have something in common their numbers and what speaks for a relation, so that
/// [`WEIGHTS`] can be fitted.
pub fn evidence(a: Side<'_>, b: Side<'_>) -> Vec<(usize, usize, [f64; EVIDENCE])> {
    Evidence::collect(a, b).iter().map(|(own, other, facts)| (own, other, *facts)).collect()
}

/// Returns the probability that two sentences report the same thing, for every two that have something in common, by their
/// numbers.
pub(super) fn probabilities(a: Side<'_>, b: Side<'_>) -> FxHashMap<(usize, usize), f64> {
    let evidence = Evidence::collect(a, b);
    evidence.iter().map(|(own, other, facts)| ((own, other), evidence::probability(facts))).collect()
}

/// The pairs of wording that each sentence of a side is in, by number.
struct Paired(Vec<Vec<usize>>);

impl Paired {
    fn of(side: Side<'_>, alignment: &Alignment, passage: impl Fn(&Pair) -> Span) -> Self {
        let mut all = vec![Vec::new(); side.sentences.len()];
        for (number, pair) in alignment.pairs.iter().enumerate() {
            let passage = passage(pair);
            let first = side.sentences.partition_point(|sentence| sentence.start < passage.start);
            let end = side.sentences.partition_point(|sentence| sentence.start < passage.end);
            all.get_mut(first..end)
                .into_iter()
                .flatten()
                .for_each(|pairs: &mut Vec<usize>| pairs.push(number));
        }
        Self(all)
    }

    /// Returns the pairs of a sentence.
    fn at(&self, sentence: usize) -> &[usize] {
        self.0.get(sentence).map_or(&[], Vec::as_slice)
    }

    /// Returns for each sentence if it is in a pair.
    fn are_any(&self) -> Vec<bool> {
        self.0.iter().map(|pairs| !pairs.is_empty()).collect()
    }

    /// Returns the sentences that are looked at: all, or of a long text those without a pair.
    fn told(&self, side: Side<'_>, is_long: bool) -> Vec<Span> {
        let sentences = side.sentences.iter().zip(&self.0);
        sentences.filter(|(_, pairs)| !is_long || pairs.is_empty()).map(|(&sentence, _)| sentence).collect()
    }
}
