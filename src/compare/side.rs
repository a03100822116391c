//! The input of a comparison: one text with its sentences and words.

use std::ops::Range;

use super::alignment::{DifferenceType, hull};
use super::effects::NameKind;
use crate::corpus::Token;
use crate::lexicon::RegionalWording;
use crate::text::Span;

/// One of the two texts.
#[derive(Clone, Copy, Debug)]
pub struct Side<'a> {
    /// The text the spans point into.
    pub text: &'a str,
    /// The sentences of running text, in order and without overlap, as [`crate::text::sentences`] finds them in each
    /// paragraph. Text outside them is not compared.
    pub sentences: &'a [Span],
    /// The words of the text, in order. They decide where a difference begins and ends; without them, or with one token
    /// to a character, it may do so at every character boundary.
    pub tokens: &'a [Token],
    /// The table of words that differ by region; both sides have one.
    pub regional: &'a RegionalWording,
}

impl Side<'_> {
    /// Returns the span from the start of the first of consecutive sentences to the end of the last.
    pub(super) fn passage(self, sentences: &Range<usize>) -> Span {
        hull(self.sentences.get(sentences.clone()).unwrap_or_default())
    }

    /// Compares two sides in a total order, which serves only to make both directions of a comparison one.
    pub(super) fn precedes(self, other: Side<'_>) -> bool {
        self.text
            .cmp(other.text)
            .then_with(|| self.sentences.cmp(other.sentences))
            .then_with(|| {
                let spans = self.tokens.iter().map(|token| token.span);
                spans.cmp(other.tokens.iter().map(|token| token.span))
            })
            .is_lt()
    }
}

/// A text with its paper and its day of issue.
#[derive(Clone, Copy, Debug)]
pub struct Dated<'a> {
    /// The text.
    pub side: Side<'a>,
    /// Its paper; empty when unknown.
    pub paper: &'a str,
    /// Its day of issue, as `YYYY-MM-DD`; empty when unknown.
    pub date: &'a str,
    /// The names that the trained layer finds in it, in order and without overlap; empty where none are wanted.
    pub names: &'a [(Span, NameKind)],
}

impl Dated<'_> {
    /// Returns true if both are known to be of one issue, whose stories tell different things.
    pub(super) fn is_of_issue(self, other: Dated<'_>) -> bool {
        let (own, other) = ((self.paper, self.date), (other.paper, other.date));
        own == other && !own.0.is_empty() && !own.1.is_empty()
    }
}

/// The differences to leave out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// True if variant characters count as the same.
    pub fold_variants: bool,
    /// True if punctuation counts as the same.
    pub ignore_punctuation: bool,
}

impl Options {
    /// Returns true if differences of this type are shown.
    pub fn keep(self, kind: DifferenceType) -> bool {
        match kind {
            DifferenceType::Variant => !self.fold_variants,
            DifferenceType::Punctuation => !self.ignore_punctuation,
            _ => true,
        }
    }
}
