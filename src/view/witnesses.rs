//! Several stories on one event: their sentences in one table, and the text they share.

use serde::{Deserialize, Serialize};

use super::{Difference, Piece, Range, StoryRow};
pub use crate::compare::Agreement;

/// The sentences of several stories, each row one sentence as each story has it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Witnesses {
    /// The stories: the columns.
    pub stories: Vec<StoryRow>,
    /// The story whose order the rows follow: index into `stories`.
    pub base: u32,
    /// The rows, in reading order.
    pub rows: Vec<WitnessRow>,
    /// The text that several stories share: who wrote which line.
    pub wire: Wire,
}

/// One sentence, or several that belong together, as each story has it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct WitnessRow {
    /// For each story its wording; `None` where it lacks the sentence.
    pub cells: Vec<Option<WitnessCell>>,
    /// The story whose wording the others are read from: the base if it has the sentence, else the first that has.
    pub lemma: u32,
    /// The row laid side by side word by word: what all that have it share, and where they part.
    pub segments: Vec<WitnessSegment>,
    /// The line of the shared text it gave: index into [`Wire::lines`]; `None` where one story alone has it.
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
    /// Where they stand in the story.
    pub range: Range,
    /// Number of its first sentence in the story, from 1.
    pub number: u32,
    /// How many sentences of the story it covers.
    pub sentences: u32,
    /// How it agrees with the wording the row is read from.
    pub agreement: Agreement,
    /// Likeness to that wording, 0 to 1.
    pub score: f64,
    /// Whether it stands elsewhere in the order of its story than in that of the base.
    pub moved: bool,
    /// What differs, read from the row's lemma to this story.
    pub differences: Vec<Difference>,
    /// The words, cut where one of `differences` begins or ends.
    pub pieces: Vec<Piece>,
    /// What this story made of the shared line: read from [`Wire::text`] to this story. Empty where there is no line.
    pub edits: Vec<Difference>,
    /// The words, cut where one of `edits` begins or ends.
    pub edited: Vec<Piece>,
}

/// A stretch of a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WitnessSegment {
    /// Whether every story that has the row has the same here.
    pub shared: bool,
    /// For each story what it has here, which may be nothing; `None` where it lacks the row.
    pub readings: Vec<Option<String>>,
}

/// 通稿: the text that several stories share, inferred from what most of them have, word by word.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Wire {
    /// The lines, joined by line feeds.
    pub text: String,
    /// The lines, in the order of the rows.
    pub lines: Vec<WireLine>,
    /// For each story how much of it is shared text and how much of the shared text it has.
    pub shares: Vec<WireShare>,
}

/// One line of the shared text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WireLine {
    /// Where it stands in [`Wire::text`].
    pub range: Range,
    /// The row it comes from.
    pub row: u32,
    /// The stories that have it, as indices, in order.
    pub stories: Vec<u32>,
    /// Words on which the stories are evenly divided, so that those of the lemma stand here.
    pub unsure: Vec<Range>,
}

/// How one story stands to the shared text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct WireShare {
    /// Share of the story's letters that are the shared text's, 0 to 1.
    pub of_story: f64,
    /// Share of the shared text's letters that the story has, 0 to 1.
    pub of_wire: f64,
}
