//! What frames two stories that are laid beside each other: headings, bylines, datelines, and what became of the order.

use serde::{Deserialize, Serialize};

use super::{Difference, Range};
use crate::corpus::BlockKind;
pub use crate::lexicon::Region;

/// A heading, caption or byline of one story and what stands for it in the other.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Heading {
    /// The part it plays in both.
    pub kind: BlockKind,
    /// In the first story, if it has one.
    pub a: Option<Quote>,
    /// In the second story, if it has one.
    pub b: Option<Quote>,
    /// Whether one is a wording of the other.
    pub alike: bool,
    /// What differs, where they are alike.
    pub differences: Vec<Difference>,
}

/// Some words of a story and where they stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quote {
    /// The words.
    pub text: String,
    /// Where they stand.
    pub range: Range,
}

/// Where each word of a regional difference is at home.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Regions {
    /// The word of the first story.
    pub a: Vec<Region>,
    /// The word of the second story.
    pub b: Vec<Region>,
}

/// How the stories open, and what became of passages as wholes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Facts {
    /// 電頭: the dateline or source of the first story.
    pub dateline_a: Option<Quote>,
    /// The same of the second story.
    pub dateline_b: Option<Quote>,
    /// 標題: whether the headlines are not the same.
    pub headline: bool,
    /// 電頭: whether the datelines are not the same.
    pub dateline: bool,
    /// 署名: whether the bylines are not the same.
    pub byline: bool,
    /// 移位: passages that stand elsewhere.
    pub moved: u32,
    /// 分: passages of which the second story makes more sentences.
    pub split: u32,
    /// 合: passages of which it makes fewer.
    pub merged: u32,
    /// 繁簡: differences of script.
    pub script: u32,
    /// 地區用語: differences that are regional wording.
    pub regional: u32,
}
