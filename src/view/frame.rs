//! The frame of two compared stories: headings, bylines, datelines, and changes of order.

use serde::{Deserialize, Serialize};

use super::{DifferenceView, Range};
use crate::corpus::BlockKind;
pub use crate::lexicon::Region;

/// A heading, caption or byline of one story and its counterpart in the other.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct HeadingView {
    /// Its role in both.
    pub kind: BlockKind,
    /// In the first story, if it has one.
    pub a: Option<Quote>,
    /// In the second story, if it has one.
    pub b: Option<Quote>,
    /// True if one is a wording of the other.
    pub alike: bool,
    /// The differences, if they are alike.
    pub differences: Vec<DifferenceView>,
}

/// Some words of a story and their place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quote {
    /// The words.
    pub text: String,
    /// Their place.
    pub range: Range,
}

/// The regions that each word of a regional difference belongs to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Regions {
    /// The word of the first story.
    pub a: Vec<Region>,
    /// The word of the second story.
    pub b: Vec<Region>,
}

/// The openings of the stories, and changes of passages as wholes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Facts {
    /// 電頭: the dateline or source of the first story.
    pub dateline_a: Option<Quote>,
    /// 電頭: the dateline or source of the second story.
    pub dateline_b: Option<Quote>,
    /// 標題: true if the headlines differ.
    pub headline: bool,
    /// 電頭: true if the datelines differ.
    pub dateline: bool,
    /// 署名: true if the bylines differ.
    pub byline: bool,
    /// 移位: passages at another position.
    pub moved: u32,
    /// 分: passages that the second story splits into more sentences.
    pub split: u32,
    /// 合: passages that it merges into fewer.
    pub merged: u32,
    /// 繁簡: differences of script.
    pub script: u32,
    /// 地區用語: differences that are regional wording.
    pub regional: u32,
}
