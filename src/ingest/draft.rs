//! A page as it is cut into stories, which a reader may correct.

use serde::{Deserialize, Serialize};

use super::{BlockKind, IngestWarning};

/// Options for reading a text: un-wrapping and cutting into stories.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CutOptions {
    /// Rule for joining lines that were cut at a column.
    pub unwrap: Unwrap,
    /// True if the text is a page of several stories; if false, it is one story.
    pub split: bool,
}

impl Default for CutOptions {
    fn default() -> Self {
        Self { unwrap: Unwrap::Detect, split: true }
    }
}

/// Rule for joining lines that were cut at a column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Unwrap {
    /// If the lengths of the lines show that a column cut them.
    #[default]
    Detect,
    /// Always: every line that does not end a paragraph is joined with the next.
    Always,
    /// Never: each line is a paragraph.
    Never,
}

/// A page cut into stories. Every character of the page is in a block of one of them, except white space and Markdown's
/// marks of headings and items.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Draft {
    /// The stories, in the order of the page.
    pub stories: Vec<DraftStory>,
    /// Warnings of what was joined, taken out or is in doubt.
    pub warnings: Vec<IngestWarning>,
    /// True if any lines were found to be cut at a column.
    pub wrapped: bool,
}

/// One story of a draft.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DraftStory {
    /// Its blocks in reading order: the headline first, wherever it was printed. Furniture is included, but not part of
    /// the text.
    pub blocks: Vec<DraftBlock>,
    /// The newspaper named in the text itself; empty if none is named.
    pub paper: String,
    /// The day of issue given in the text itself, as `YYYY-MM-DD`; empty if none is given.
    pub date: String,
}

/// One block of a draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftBlock {
    /// Its role on the page.
    pub kind: BlockKind,
    /// Its text, on one line.
    pub text: String,
    /// The first and the last line of the page it was made from, counted from 1. A paragraph joined across a caption
    /// spans the caption's lines too.
    pub lines: (u32, u32),
}
