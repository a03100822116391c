//! The editorial report: the treatment of one event by each paper.

use serde::{Deserialize, Serialize};

use super::{
    Copied, Detail, DifferenceCounts, DifferenceType, Effect, EffectCounts, Facts, HeadingView, Quote, Range,
    Regions, Relation, ReuseView, StoryRow, Subject, ValueChange,
};
use crate::corpus::BlockKind;

/// The treatment of one event by several stories: the first is the base, with which each other is compared.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// The stories.
    pub stories: Vec<StoryRow>,
    /// Headlines, decks, subheads, captions and bylines of all stories, kind by kind.
    pub frames: Vec<FrameRow>,
    /// 電頭: the dateline of each story, if it has one.
    pub datelines: Vec<Option<Quote>>,
    /// The base compared with each other story, in order.
    pub pairs: Vec<ReportPair>,
    /// The words each story favours outside the text it shares with the others.
    pub favoured: Vec<Favoured>,
    /// Minimum length of a run that counts as copied, in letters.
    pub minimum_run: u32,
}

/// One kind of heading, caption or byline in every story.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrameRow {
    /// Their role.
    pub kind: BlockKind,
    /// For each story its blocks of this kind, in reading order.
    pub cells: Vec<Vec<Quote>>,
}

/// The base compared with one other story.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ReportPair {
    /// The other story: index into [`Report::stories`].
    pub story: u32,
    /// The relation of the two.
    pub relation: Relation,
    /// Share of each story found in the other, sentence by sentence; `a` is the base.
    pub reuse: ReuseView,
    /// Share of each story found in the other in runs, with and without formulae.
    pub copied: Copied,
    /// Aligned passages.
    pub aligned: u32,
    /// Aligned passages without any difference.
    pub identical: u32,
    /// Differences of each type.
    pub counts: DifferenceCounts,
    /// Differences of each effect.
    pub effects: EffectCounts,
    /// Differences between the stories as wholes.
    pub facts: Facts,
    /// Headings, captions and bylines, kind by kind.
    pub headings: Vec<HeadingView>,
    /// 移位: passages at another position.
    pub moved: Vec<MovedPassage>,
    /// 刪: sentences of the base that the other story lacks.
    pub dropped: Vec<NumberedQuote>,
    /// 增: sentences that only the other story has.
    pub added: Vec<NumberedQuote>,
    /// Changes inside sentences, identical ones together: by effect, by type, then the most frequent first.
    pub changes: Vec<ReportChange>,
}

/// Words of a story, with the number of the sentence they are in or begin with, from 1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NumberedQuote {
    /// The number.
    pub number: u32,
    /// The words and their place.
    pub quote: Quote,
}

/// A passage at another position in the other story.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MovedPassage {
    /// Its place in the base.
    pub a: NumberedQuote,
    /// Its place in the other story.
    pub b: NumberedQuote,
}

/// One change, with every place where it was made.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReportChange {
    /// Its type.
    #[serde(rename = "type")]
    pub kind: DifferenceType,
    /// What it changes: of several places the weightiest.
    pub effect: Effect,
    /// What it concerns, if that is known.
    pub subject: Option<Subject>,
    /// The values it concerns, if it concerns any.
    pub value: Option<ValueChange>,
    /// More about it, if known.
    pub detail: Option<Detail>,
    /// The regions its words belong to, if it is regional.
    pub regions: Option<Regions>,
    /// The words of the base; empty for an addition.
    pub a: String,
    /// The words of the other story; empty for an omission.
    pub b: String,
    /// The places, in order; the count is their number.
    pub places: Vec<ChangePlace>,
}

/// The place of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ChangePlace {
    /// In the base.
    pub a: Range,
    /// In the other story.
    pub b: Range,
    /// Number of the sentence of the base the passage begins with, from 1.
    pub a_number: u32,
    /// Number of the sentence of the other story the passage begins with, from 1.
    pub b_number: u32,
}

/// The words that one story favours outside the stretches it shares with any other story of the report.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Favoured {
    /// Words of its running text outside those stretches.
    pub tokens: u32,
    /// The same for all other stories together.
    pub reference_tokens: u32,
    /// The words, the most distinctive first.
    pub rows: Vec<FavouredWord>,
}

/// One word a story favours.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FavouredWord {
    /// The word as first printed.
    pub word: String,
    /// Occurrences in the story's own text.
    pub frequency: u32,
    /// Occurrences in the own text of the others.
    pub reference: u32,
    /// G², the log-likelihood of the difference.
    pub g2: f64,
    /// Binary logarithm of the ratio of the relative frequencies, with 0.5 for a count of zero.
    pub log_ratio: f64,
    /// The probability of so large a difference by chance; not to be shown alone if `low_expected`.
    pub p: f64,
    /// True if an expected frequency is below 5, so that G² and p are unreliable.
    pub low_expected: bool,
    /// Its places in the story's own text.
    pub places: Vec<Range>,
}
