//! The result of a comparison.

use serde::{Deserialize, Serialize};

use crate::text::Span;

/// The alignment of two texts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Alignment {
    /// Aligned passages, in the order of `a`, then of `b`.
    pub pairs: Vec<Pair>,
    /// Sentences of `a` without a partner, in order.
    pub only_a: Vec<Span>,
    /// Sentences of `b` without a partner, in order.
    pub only_b: Vec<Span>,
    /// The share of each that is found in the other.
    pub reuse: Reuse,
}

impl Alignment {
    /// Returns the stretches of both texts that are the same in both, in order: those that lie in a pair and in none of
    /// its differences.
    pub fn shared(&self) -> (Vec<Span>, Vec<Span>) {
        let of = |passage: fn(&Pair) -> Span, place: fn(&Difference) -> Span| {
            let mut all: Vec<Span> = Vec::new();
            for pair in &self.pairs {
                let (whole, mut at) = (passage(pair), passage(pair).start);
                for difference in &pair.differences {
                    all.push(Span { start: at, end: place(difference).start });
                    at = place(difference).end;
                }
                all.push(Span { start: at, end: whole.end });
            }
            united(all)
        };
        (of(|pair| pair.a, |difference| difference.a), of(|pair| pair.b, |difference| difference.b))
    }
}

/// Sorts spans, merges those that overlap or touch, and drops empty ones.
pub fn united(mut spans: Vec<Span>) -> Vec<Span> {
    spans.retain(|span| !span.is_empty());
    spans.sort_unstable();
    let mut all: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        match all.last_mut() {
            Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
            _ => all.push(span),
        }
    }
    all
}

/// Returns the span from the first of some spans to the last, both included; the start of the text if there is none.
pub(super) fn hull(spans: &[Span]) -> Span {
    let ends = spans.first().zip(spans.last());
    ends.map_or_else(Span::default, |(first, last)| Span { start: first.start, end: last.end })
}

/// Share of the letters, ideographs and digits of one text's sentences that occur in the other inside an aligned
/// passage, 0 to 1; variant characters count as the same.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Reuse {
    /// Share of `a` found in `b`.
    pub a_in_b: f64,
    /// Share of `b` found in `a`.
    pub b_in_a: f64,
}

/// A passage of one text and its partner in the other.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// One or more consecutive sentences of `a`.
    pub a: Span,
    /// One or more consecutive sentences of `b`.
    pub b: Span,
    /// Likeness, 0 to 1: twice the shared weight over the weight of both, rare characters weighing most.
    pub score: f64,
    /// True if the passage has another position in the order of `b` than in that of `a`.
    pub moved: bool,
    /// True if one side already belongs to a closer pair, as when a lead repeats a sentence of its own body. Such a
    /// pair never counts as moved.
    pub repeated: bool,
    /// The differences, in order; they do not overlap on either side.
    pub differences: Vec<Difference>,
}

/// One difference inside a pair, read from `a` to `b`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Its type.
    pub kind: DifferenceType,
    /// The place in `a`; empty, at the corresponding place, for words that only `b` has.
    pub a: Span,
    /// The place in `b`; empty, at the corresponding place, for words that only `a` has.
    pub b: Span,
    /// A closer description, if one is known.
    pub detail: Option<Detail>,
}

/// A closer description of some differences beyond their type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Detail {
    /// 繁簡: a variant that is the same in Traditional and in Simplified script.
    Script,
    /// 地區用語: a wording of one region for that of another.
    Regional,
    /// 一簡對多繁: two words of Traditional text that Simplified script writes alike, as 後 and 后; one of them is
    /// likely an error.
    OneToMany,
    /// 全半形: full-width and half-width letters and digits.
    Width,
}

/// The types of difference inside a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum DifferenceType {
    /// 異體字: the same characters in variant forms.
    Variant,
    /// 標點: only punctuation differs, or white space between words that need it.
    Punctuation,
    /// 數字: the same number in another format, or another number.
    Number,
    /// 換詞: other words in the same position.
    Wording,
    /// 增: words that only `b` has.
    Addition,
    /// 刪: words that only `a` has.
    Omission,
}

impl DifferenceType {
    /// Every type, in the order in which they are displayed.
    pub const ALL: [Self; 6] =
        [Self::Variant, Self::Punctuation, Self::Number, Self::Wording, Self::Addition, Self::Omission];
}
