//! Sequences of adjacent words.

use serde::{Deserialize, Serialize};

/// Sequences of words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Phrases {
    /// Most frequent first; of equally frequent ones the longer first, then by form.
    pub rows: Vec<PhraseRow>,
    /// The number of sequences, before any limit.
    pub total: u32,
    /// Words of the scope.
    pub tokens: u32,
    /// True if writings of one word were counted as one.
    pub folded: bool,
}

/// One sequence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PhraseRow {
    /// The words, as printed at the first occurrence.
    pub words: Vec<String>,
    /// Occurrences, which may overlap.
    pub frequency: u32,
    /// Number of stories it occurs in.
    pub range: u32,
}
