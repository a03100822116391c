//! Several stories on one event: their sentences in one table, and the text they share.

use serde::{Deserialize, Serialize};

use super::{DifferenceView, Range, StoryRow, TextPiece};
pub use crate::compare::Agreement;

/// The sentences of several stories; each row is one sentence in the wording of each story.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Witnesses {
    /// The stories: the columns.
    pub stories: Vec<StoryRow>,
    /// The story whose order the rows follow: an index into `stories`.
    pub base: u32,
    /// The rows, in reading order.
    pub rows: Vec<WitnessRow>,
    /// The text that several stories share, with the stories that have each line.
    pub wire: Wire,
}

/// One sentence, or several that belong together, in the wording of each story.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct WitnessRow {
    /// The wording of each story; `None` if it lacks the sentence.
    pub cells: Vec<Option<WitnessCell>>,
    /// The story with whose wording the others are compared: the base if it has the sentence, else the
    /// first that has.
    pub lemma: u32,
    /// The row aligned word by word: the stretches that all stories with the row share, and those where
    /// they differ.
    pub segments: Vec<WitnessSegment>,
    /// The line of the shared text made from it: an index into [`Wire::lines`]; `None` if only one story
    /// has it.
    pub line: Option<u32>,
    /// The row it repeats, as a lead repeats its body.
    pub repeats: Option<u32>,
}

/// One story's wording of a row.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct WitnessCell {
    /// The words.
    pub text: String,
    /// Their place in the story.
    pub range: Range,
    /// Number of its first sentence in the story, from 1.
    pub number: u32,
    /// Number of sentences of the story it covers.
    pub sentences: u32,
    /// Its agreement with the lemma's wording.
    pub agreement: Agreement,
    /// Similarity to the lemma's wording, 0 to 1.
    pub score: f64,
    /// True if it has another position in the order of its story than in that of the base.
    pub moved: bool,
    /// The differences, read from the row's lemma to this story.
    pub differences: Vec<DifferenceView>,
    /// The words, split where one of `differences` begins or ends.
    pub pieces: Vec<TextPiece>,
    /// This story's changes to the shared line, read from [`Wire::text`] to this story. Empty if there is
    /// no line.
    pub edits: Vec<DifferenceView>,
    /// The words, split where one of `edits` begins or ends.
    pub edited: Vec<TextPiece>,
}

/// A stretch of a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WitnessSegment {
    /// True if every story that has the row has the same words here.
    pub shared: bool,
    /// The words of each story here, which may be empty; `None` if it lacks the row.
    pub readings: Vec<Option<String>>,
}

/// 通稿: the text that several stories share, inferred word by word from the majority of them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Wire {
    /// The lines, joined by line feeds.
    pub text: String,
    /// The lines, in the order of the rows.
    pub lines: Vec<WireLine>,
    /// For each story the share of it that is shared text, and the share of the shared text that it has.
    pub shares: Vec<WireShare>,
}

/// One line of the shared text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WireLine {
    /// Its place in [`Wire::text`].
    pub range: Range,
    /// The row it comes from.
    pub row: u32,
    /// The stories that have it, as indices, in order.
    pub stories: Vec<u32>,
    /// Words on which the stories are evenly divided, so that the lemma's are taken.
    pub unsure: Vec<Range>,
}

/// The relation of one story to the shared text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct WireShare {
    /// Share of the story's letters that are the shared text's, 0 to 1.
    pub of_story: f64,
    /// Share of the shared text's letters that the story has, 0 to 1.
    pub of_wire: f64,
}
