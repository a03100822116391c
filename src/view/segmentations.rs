//! One text, segmented in two ways.

use serde::{Deserialize, Serialize};

use super::Range;

/// Two segmentations of one text. Words are counted, punctuation is not.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SegmentationPair {
    /// The text, line by line.
    pub lines: Vec<Vec<Stretch>>,
    /// Number of words of the first segmentation.
    pub words_a: u32,
    /// Number of words of the second.
    pub words_b: u32,
    /// Number of words that both have at the same place.
    pub words_both: u32,
    /// Each way in which they differ, the most frequent first.
    pub partings: Vec<Parting>,
}

/// A stretch of text that begins and ends at a boundary of both.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stretch {
    /// Its place in the text.
    pub range: Range,
    /// Its words in the first segmentation.
    pub a: Vec<String>,
    /// Its words in the second; empty if both are alike.
    pub b: Vec<String>,
}

/// One way in which two segmentations differ.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parting {
    /// The words of the first.
    pub a: Vec<String>,
    /// The words of the second.
    pub b: Vec<String>,
    /// The number of places where they differ so.
    pub frequency: u32,
    /// The first such place.
    pub first: Range,
}
