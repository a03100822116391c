//! The editorial report: what each paper did with one event.

use serde::{Deserialize, Serialize};

use super::{
    Copied, Counts, Detail, DifferenceType, Facts, Heading, Quote, Range, Regions, Relation, Reuse, StoryRow,
};
use crate::corpus::BlockKind;

/// What several stories did with one event: the first is the base, and every other is read from it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// The stories.
    pub stories: Vec<StoryRow>,
    /// Headlines, decks, subheads, captions, bylines beside each other, kind by kind.
    pub frames: Vec<FrameRow>,
    /// 電頭: for each story how it opens, if it says where it comes from.
    pub datelines: Vec<Option<Quote>>,
    /// The base against each other story, in order.
    pub pairs: Vec<ReportPair>,
    /// For each story the words it favours once what it shares with the others is subtracted.
    pub favoured: Vec<Favoured>,
    /// The least run, in letters, that counts as taken over.
    pub minimum_run: u32,
}

/// What every story has of one kind of heading, caption or byline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrameRow {
    /// The part they play.
    pub kind: BlockKind,
    /// For each story what it has, in reading order.
    pub cells: Vec<Vec<Quote>>,
}

/// The base against one other story.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ReportPair {
    /// The other story: index into [`Report::stories`].
    pub story: u32,
    /// How the two stand to each other.
    pub relation: Relation,
    /// How much of each stands in the other, sentence by sentence; `a` is the base.
    pub reuse: Reuse,
    /// How much stands there in runs, with and without formulae.
    pub copied: Copied,
    /// Aligned passages.
    pub aligned: u32,
    /// Aligned passages without any difference.
    pub identical: u32,
    /// Differences of each type.
    pub counts: Counts,
    /// What differs between the stories as wholes.
    pub facts: Facts,
    /// Headings, captions and bylines, kind by kind.
    pub headings: Vec<Heading>,
    /// 移位: passages that stand elsewhere.
    pub moved: Vec<MovedPassage>,
    /// 刪: sentences of the base that the other lacks.
    pub dropped: Vec<NumberedQuote>,
    /// 增: sentences that only the other has.
    pub added: Vec<NumberedQuote>,
    /// What was changed inside sentences, identical changes together: by type, then the most frequent first.
    pub changes: Vec<Change>,
}

/// Words of a story, with the number of the sentence they stand in or begin with, from 1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NumberedQuote {
    /// The number.
    pub number: u32,
    /// The words and their place.
    pub quote: Quote,
}

/// A passage that stands elsewhere in the other story.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MovedPassage {
    /// In the base.
    pub a: NumberedQuote,
    /// In the other story.
    pub b: NumberedQuote,
}

/// One change, and everywhere it was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// What kind it is.
    #[serde(rename = "type")]
    pub kind: DifferenceType,
    /// What more is known of it.
    pub detail: Option<Detail>,
    /// Where its words are at home, if it is regional.
    pub regions: Option<Regions>,
    /// What the base has; empty for an addition.
    pub a: String,
    /// What the other has; empty for an omission.
    pub b: String,
    /// Where, in order; the count is their number.
    pub places: Vec<ChangePlace>,
}

/// Where a change was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ChangePlace {
    /// In the base.
    pub a: Range,
    /// In the other story.
    pub b: Range,
    /// Number of the sentence of the base the passage begins with, from 1.
    pub a_number: u32,
    /// Number of the sentence of the other story.
    pub b_number: u32,
}

/// The words one story favours outside the stretches it shares with any other of the report.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Favoured {
    /// Words of its running text outside those stretches.
    pub tokens: u32,
    /// The same of all other stories together.
    pub reference_tokens: u32,
    /// The words, the most telling first.
    pub rows: Vec<FavouredWord>,
}

/// One word a story favours.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FavouredWord {
    /// The word, as it is printed first.
    pub word: String,
    /// How often it stands in the story's own text.
    pub frequency: u32,
    /// How often in that of the others.
    pub reference: u32,
    /// G², the log-likelihood of the difference.
    pub g2: f64,
    /// Binary logarithm of the ratio of the relative frequencies, with 0.5 in the place of nought.
    pub log_ratio: f64,
    /// Probability of so great a difference by chance; not to be shown alone where `low_expected`.
    pub p: f64,
    /// Whether an expected frequency is below 5, so that G² and p say little.
    pub low_expected: bool,
    /// Where it stands in the story's own text.
    pub places: Vec<Range>,
}
