//! Every place a word stands, in its context.

use serde::{Deserialize, Serialize};

/// The occurrences of a word, in the order of the stories.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Concordance {
    /// One row an occurrence.
    pub rows: Vec<KwicRow>,
    /// How many there are, before any limit.
    pub total: u32,
    /// Stories that hold at least one.
    pub stories: u32,
}

/// One occurrence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KwicRow {
    /// The story.
    pub id: String,
    /// First UTF-16 unit of the node in the story's text.
    pub start: u32,
    /// The unit after the node.
    pub end: u32,
    /// Text before the node.
    pub left: String,
    /// The node as printed.
    pub node: String,
    /// Text after the node.
    pub right: String,
}
