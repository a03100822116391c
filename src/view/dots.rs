//! Two texts as a dot plot.

use serde::{Deserialize, Serialize};

use super::{Range, StoryRow};

/// Every run of letters that two stories share, as lines in a square: `a` to the right, `b` down.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DotPlot {
    /// The first story.
    pub a: StoryRow,
    /// The second story.
    pub b: StoryRow,
    /// Where `a` ends, in UTF-16 code units: the width of the square.
    pub a_end: u32,
    /// Where `b` ends: its height.
    pub b_end: u32,
    /// The shared runs, in the order of `a`, then of `b`.
    pub runs: Vec<DotRun>,
    /// The least run that is drawn, in letters.
    pub minimum_run: u32,
    /// How many runs there are; the longest are given where there are too many to draw.
    pub found: u32,
}

/// A run of letters that stands in both stories.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DotRun {
    /// Where in `a`.
    pub a: Range,
    /// Where in `b`.
    pub b: Range,
    /// Number of the sentence of `a` it begins in, from 1; 0 outside running text, as in a headline.
    pub a_number: u32,
    /// The same of `b`.
    pub b_number: u32,
    /// Its letters; punctuation is not counted.
    pub letters: u32,
    /// The passage as `a` has it.
    pub text: String,
}
