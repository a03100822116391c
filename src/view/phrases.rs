//! Words that follow each other.

use serde::{Deserialize, Serialize};

/// Sequences of words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Phrases {
    /// Most frequent first, of equally frequent ones the longer, then by form.
    pub rows: Vec<PhraseRow>,
    /// How many there are, before any limit.
    pub total: u32,
    /// Words of the scope.
    pub tokens: u32,
}

/// One sequence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PhraseRow {
    /// The words, as printed where it first stands.
    pub words: Vec<String>,
    /// How often it stands; occurrences may overlap.
    pub frequency: u32,
    /// In how many stories.
    pub range: u32,
}
