//! One text, cut in two ways.

use serde::{Deserialize, Serialize};

use super::Range;

/// Two segmentations of one text. Words are counted, punctuation is not.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SegmentationPair {
    /// The text, line by line.
    pub lines: Vec<Vec<Stretch>>,
    /// Words of the one.
    pub words_a: u32,
    /// Words of the other.
    pub words_b: u32,
    /// Words that stand in both at the same place.
    pub words_both: u32,
    /// Each way in which they part, the most frequent first.
    pub partings: Vec<Parting>,
}

/// A stretch of text that begins and ends at a boundary of both.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stretch {
    /// Where it stands in the text.
    pub range: Range,
    /// Its words on one side.
    pub a: Vec<String>,
    /// Its words on the other; empty where both are alike.
    pub b: Vec<String>,
}

/// One way in which two segmentations part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parting {
    /// The words on one side.
    pub a: Vec<String>,
    /// The words on the other.
    pub b: Vec<String>,
    /// How often they part so.
    pub frequency: u32,
    /// Where they first do.
    pub first: Range,
}
