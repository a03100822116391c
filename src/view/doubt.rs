//! The confidence of the accurate segmenter.

use serde::{Deserialize, Serialize};

use super::Range;

/// The words of a story whose margin is small. A margin is the difference between the scores of the best
/// reading of the sentence and of the best reading without the word, in the model's own units.
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
    /// Its place.
    pub range: Range,
    /// The word as printed.
    pub word: String,
    /// The margin by which its reading wins.
    pub margin: i32,
    /// The words of the second-best reading, around it.
    pub other: Vec<String>,
}

/// The frequencies a word may have if readings that are nearly as good are taken as correct.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrequencyRange {
    /// The frequency as counted.
    pub frequency: u32,
    /// The frequency without the places where it is a word by a small margin.
    pub least: u32,
    /// The frequency with the places where it fails to be a word by a small margin.
    pub most: u32,
}
