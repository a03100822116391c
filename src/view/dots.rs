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
    /// The end of `a`, in UTF-16 code units: the width of the square.
    pub a_end: u32,
    /// The end of `b`: its height.
    pub b_end: u32,
    /// The shared runs, in the order of `a`, then of `b`.
    pub runs: Vec<DotRun>,
    /// Minimum length of a run that is drawn, in letters.
    pub minimum_run: u32,
    /// Number of runs found; if there are too many to draw, `runs` holds the longest.
    pub found: u32,
}

/// A run of letters that occurs in both stories.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DotRun {
    /// Its place in `a`.
    pub a: Range,
    /// Its place in `b`.
    pub b: Range,
    /// Number of the sentence of `a` it begins in, from 1; 0 outside running text, as in a headline.
    pub a_number: u32,
    /// Number of the sentence of `b` it begins in; 0 likewise.
    pub b_number: u32,
    /// Its letters; punctuation is not counted.
    pub letters: u32,
    /// The passage in the wording of `a`.
    pub text: String,
}
