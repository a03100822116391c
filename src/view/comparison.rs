//! Two stories side by side.

use serde::{Deserialize, Serialize};

use super::{Facts, HeadingView, Range, Regions, StoryRow};
pub use crate::compare::{Detail, DifferenceType, Effect, Relation, Subject};
use crate::corpus::BlockKind;
use crate::text::OrderBy;

/// A comparison of two stories.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Comparison {
    /// The first story.
    pub a: ComparedStory,
    /// The second story.
    pub b: ComparedStory,
    /// The relation of the two stories as wholes.
    pub relation: Relation,
    /// Share of each story found in the other.
    pub reuse: ReuseView,
    /// Share of each story found in the other in runs, with and without formulae; `None` if not asked for.
    pub copied: Option<Copied>,
    /// Aligned passages, in the order of `a`.
    pub pairs: Vec<PairView>,
    /// Sentences that report the same thing in other words, in the order of `a`.
    pub related: Vec<PairView>,
    /// Sentences of `a` without a partner of either strength.
    pub only_a: Vec<Range>,
    /// Sentences of `b` without a partner of either strength.
    pub only_b: Vec<Range>,
    /// Differences of each type over all pairs.
    pub counts: DifferenceCounts,
    /// Differences of each effect over all pairs.
    pub effects: EffectCounts,
    /// Pairs without any difference.
    pub identical: u32,
    /// Headings, captions and bylines, kind by kind.
    pub headings: Vec<HeadingView>,
    /// Differences between the stories as wholes.
    pub facts: Facts,
}

/// A comparison as `window.duidu` gives it: without the two texts, which `text(id)` gives.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct WithoutTexts<'a> {
    relation: Relation,
    reuse: ReuseView,
    copied: Option<Copied>,
    pairs: Vec<&'a PairView>,
    only_a: &'a [Range],
    only_b: &'a [Range],
    counts: DifferenceCounts,
    effects: EffectCounts,
    headings: &'a [HeadingView],
    facts: &'a Facts,
}

impl<'a> From<&'a Comparison> for WithoutTexts<'a> {
    fn from(comparison: &'a Comparison) -> Self {
        let Comparison { relation, reuse, copied, only_a, only_b, counts, effects, headings, facts, .. } =
            comparison;
        let (relation, reuse, copied) = (*relation, *reuse, *copied);
        let (counts, effects) = (*counts, *effects);
        // Both strengths in one list, each with its name.
        let mut pairs: Vec<&PairView> = comparison.pairs.iter().chain(&comparison.related).collect();
        pairs.order_by_key(|pair| (pair.a, pair.b, pair.strength));
        Self { relation, reuse, copied, pairs, only_a, only_b, counts, effects, headings, facts }
    }
}

/// Share of the characters of one story's running text that occur in the other, 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ReuseView {
    /// Share of `a` found in `b`.
    pub a_in_b: f64,
    /// Share of `b` found in `a`.
    pub b_in_a: f64,
}

/// Share of the letters of one story's running text that occur in the other in runs of a minimum length, 0
/// to 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Copied {
    /// Minimum length of a run, in letters.
    pub minimum_run: u32,
    /// Share of `a` found in `b`.
    pub a_in_b: f64,
    /// Share of `b` found in `a`.
    pub b_in_a: f64,
    /// Share of `a` found in `b`, formulae discounted: letters whose run also occurs in `g` unrelated
    /// groups of stories count 1 / (1 + g).
    pub discounted_a_in_b: f64,
    /// Share of `b` found in `a`, formulae discounted likewise.
    pub discounted_b_in_a: f64,
}

/// One side of a comparison.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ComparedStory {
    /// Its row in the list.
    pub row: StoryRow,
    /// Its blocks, in reading order.
    pub blocks: Vec<ComparedBlock>,
    /// Sentences of running text.
    pub sentences: u32,
}

/// One block of one side.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ComparedBlock {
    /// Its role on the page.
    pub kind: BlockKind,
    /// Its sentences; a heading or caption has one, without a number.
    pub sentences: Vec<ComparedSentence>,
}

/// One sentence of one side.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ComparedSentence {
    /// Number among the sentences of running text, from 1; 0 for headings and captions.
    pub number: u32,
    /// Its place in the story's text.
    pub range: Range,
    /// Share of its letters that occur in the other story inside an aligned passage, 0 to 1: its darkness
    /// on a heat map. 0 for headings and captions.
    pub shared: f64,
    /// The pairs it takes part in, as indices into [`Comparison::pairs`], the closest first.
    pub pairs: Vec<u32>,
    /// Its text, split where a difference of its closest pair begins or ends.
    pub pieces: Vec<TextPiece>,
}

/// A piece of text, marked or not.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TextPiece {
    /// The text; empty if only the other side has something here.
    pub text: String,
    /// The difference it belongs to: index into the pair's `differences`.
    pub difference: Option<u32>,
}

/// The reason why two passages belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Strength {
    /// Their wording is alike, and is compared word by word.
    Same,
    /// They report the same thing, wholly or in part, in other words, which are not compared.
    Related,
}

/// A passage of one story and its partner in the other.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PairView {
    /// The reason why they belong together.
    pub strength: Strength,
    /// Its place in `a`.
    pub a: Range,
    /// Its place in `b`.
    pub b: Range,
    /// Number of the first sentence of `a` it covers, from 1.
    pub a_number: u32,
    /// Number of the first sentence of `b` it covers, from 1.
    pub b_number: u32,
    /// Similarity, 0 to 1: twice the shared weight over the weight of both; of related sentences, the probability that
    /// they report the same thing.
    pub score: f64,
    /// True if the passage has another position in the order of `b` than in that of `a`.
    pub moved: bool,
    /// True if one side already has a closer pair, as when a lead repeats a sentence of its own body.
    pub repeated: bool,
    /// Sentences of `a` it covers.
    pub a_sentences: u32,
    /// Sentences of `b` it covers.
    pub b_sentences: u32,
    /// The differences, in order.
    pub differences: Vec<DifferenceView>,
}

/// One difference inside a pair, read from `a` to `b`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DifferenceView {
    /// Its type.
    #[serde(rename = "type")]
    pub kind: DifferenceType,
    /// The words of `a`; empty for an addition.
    pub a: String,
    /// The words of `b`; empty for an omission.
    pub b: String,
    /// Its place in `a`.
    pub a_range: Range,
    /// Its place in `b`.
    pub b_range: Range,
    /// More about it, if known.
    pub detail: Option<Detail>,
    /// The regions its words belong to, if it is regional.
    pub regions: Option<Regions>,
    /// What it changes.
    pub effect: Effect,
    /// The effect that was found, if the reader moved it to another.
    pub judged: Option<Effect>,
    /// What it concerns, if that is known.
    pub subject: Option<Subject>,
    /// The values it concerns, if it concerns any.
    pub value: Option<ValueChange>,
}

/// The values of both sides that a difference concerns.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ValueChange {
    /// That of `a`; `None` if only `b` has one.
    pub a: Option<ValueView>,
    /// That of `b`; `None` if only `a` has one.
    pub b: Option<ValueView>,
    /// True if both are worth the same.
    pub same: bool,
    /// Their relation.
    pub relation: ValueRelation,
    /// The change from `a` to `b` in per cent of `a`, of two numbers with one unit.
    pub change: Option<f64>,
}

/// The relation of two values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ValueRelation {
    /// The same value in another writing.
    Same,
    /// One is more precise than the other, and both can be true: 約百人, 98人.
    Precision,
    /// Another value.
    Other,
}

/// A value, as `window.duidu` gives it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ValueView {
    /// The number, in the unit as written. A date is year, month and day as one number (20250520; 520 without a year),
    /// a time the minutes since midnight. `None` if it is too large, or a name with digits.
    pub value: Option<f64>,
    /// The other end of a span of numbers.
    pub to: Option<f64>,
    /// The unit, currency or measure word; empty if there is none.
    pub unit: String,
    /// True if it is said to be approximate, a minimum or a maximum.
    pub approximate: bool,
    /// Its kind.
    pub kind: ValueKind,
}

/// The kind of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ValueKind {
    /// A mere number, or one with a measure.
    Number,
    /// A share.
    Percent,
    /// A sum of money.
    Money,
    /// A day, a month or a year.
    Date,
    /// A time of day.
    Time,
    /// An age.
    Age,
    /// A number of an order, or a name with digits.
    Ordinal,
}

/// The number of differences of each effect.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EffectCounts {
    /// 事實.
    pub fact: u32,
    /// 語氣.
    pub voice: u32,
    /// 措辭.
    pub wording: u32,
    /// 形式.
    pub form: u32,
}

impl EffectCounts {
    /// Returns the count of one effect.
    pub fn of(&self, effect: Effect) -> u32 {
        match effect {
            Effect::Fact => self.fact,
            Effect::Voice => self.voice,
            Effect::Wording => self.wording,
            Effect::Form => self.form,
        }
    }

    /// Adds one to the count of `effect`.
    pub fn add(&mut self, effect: Effect) {
        *match effect {
            Effect::Fact => &mut self.fact,
            Effect::Voice => &mut self.voice,
            Effect::Wording => &mut self.wording,
            Effect::Form => &mut self.form,
        } += 1;
    }

    /// Counts the differences of some pairs.
    pub fn over(pairs: &[PairView]) -> Self {
        let mut counts = Self::default();
        pairs.iter().flat_map(|pair| &pair.differences).for_each(|difference| counts.add(difference.effect));
        counts
    }
}

/// The number of differences of each type.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DifferenceCounts {
    /// 異體字.
    pub variant: u32,
    /// 標點.
    pub punctuation: u32,
    /// 數字.
    pub number: u32,
    /// 換詞.
    pub wording: u32,
    /// 增.
    pub addition: u32,
    /// 刪.
    pub omission: u32,
}

impl DifferenceCounts {
    /// Returns the count of one type.
    pub fn of(&self, kind: DifferenceType) -> u32 {
        match kind {
            DifferenceType::Variant => self.variant,
            DifferenceType::Punctuation => self.punctuation,
            DifferenceType::Number => self.number,
            DifferenceType::Wording => self.wording,
            DifferenceType::Addition => self.addition,
            DifferenceType::Omission => self.omission,
        }
    }

    /// Adds one to the count of `kind`.
    pub fn add(&mut self, kind: DifferenceType) {
        *match kind {
            DifferenceType::Variant => &mut self.variant,
            DifferenceType::Punctuation => &mut self.punctuation,
            DifferenceType::Number => &mut self.number,
            DifferenceType::Wording => &mut self.wording,
            DifferenceType::Addition => &mut self.addition,
            DifferenceType::Omission => &mut self.omission,
        } += 1;
    }
}
