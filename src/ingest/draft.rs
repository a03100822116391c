//! A page as it is cut into stories, which a reader may correct.

use serde::{Deserialize, Serialize};

use super::{BlockKind, IngestWarning};

/// How a text is read: whether it is un-wrapped, and whether it is cut into stories.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CutOptions {
    /// Whether lines cut at a column are joined.
    pub unwrap: Unwrap,
    /// Whether the text is a page of several stories; if not, it is one story.
    pub split: bool,
}

impl Default for CutOptions {
    fn default() -> Self {
        Self { unwrap: Unwrap::Detect, split: true }
    }
}

/// Whether lines cut at a column are joined.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Unwrap {
    /// Where the lengths of the lines say that a column cut them.
    #[default]
    Detect,
    /// Everywhere: every line that does not end a paragraph is joined with the next.
    Always,
    /// Nowhere: a line is a paragraph.
    Never,
}

/// A page cut into stories. Every character of the page is in a block of one of them, but white space
/// and what Markdown marks headings and items with.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Draft {
    /// The stories, in the order of the page.
    pub stories: Vec<DraftStory>,
    /// What was joined, taken out or is in doubt.
    pub warnings: Vec<IngestWarning>,
    /// Whether any lines were found to be cut at a column.
    pub wrapped: bool,
}

/// One story of a draft.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DraftStory {
    /// Its blocks in reading order: the headline first, wherever it stood. Furniture is among them, and no part of
    /// the text.
    pub blocks: Vec<DraftBlock>,
    /// The newspaper, as the text itself names it; empty where it does not.
    pub paper: String,
    /// The day of issue as `YYYY-MM-DD`, as the text itself tells it; empty where it does not.
    pub date: String,
}

/// One block of a draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftBlock {
    /// The part it plays.
    pub kind: BlockKind,
    /// Its text, on one line.
    pub text: String,
    /// The first and the last line of the page it was made from, counted from 1. What was joined over a caption spans
    /// the caption's lines too.
    pub lines: (u32, u32),
}
