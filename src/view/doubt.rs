//! How sure the accurate segmenter is.

use serde::{Deserialize, Serialize};

use super::Range;

/// The words of a story whose margin is small. A margin is the difference between the scores of the best reading
/// of the sentence and of the best that lacks the word, in the model's own units.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Doubts {
    /// Margins below this are listed.
    pub below: i32,
    /// The words, in the order of the text.
    pub words: Vec<DoubtfulWord>,
}

/// A word in doubt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DoubtfulWord {
    /// Where it stands.
    pub range: Range,
    /// The word as printed.
    pub word: String,
    /// By how much its reading wins.
    pub margin: i32,
    /// The words of the reading that comes second, around it.
    pub other: Vec<String>,
}

/// The frequencies a word may have when readings that are nearly as good are taken for right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrequencyRange {
    /// As it is counted.
    pub frequency: u32,
    /// Without the places where it is a word by a small margin.
    pub least: u32,
    /// With the places where it fails to be one by a small margin.
    pub most: u32,
}
