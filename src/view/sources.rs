//! The sentences of one story and their occurrences in other stories.

use serde::{Deserialize, Serialize};

use super::{Quote, StoryRow};

/// A story compared with all other stories of a scope.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Sources {
    /// The story.
    pub story: StoryRow,
    /// Its sentences of running text, in order.
    pub sentences: Vec<SourcedSentence>,
    /// The stories that contain some of it, those with most of it first.
    pub stories: Vec<SourceStory>,
    /// Share of the story's letters that occur in any other story, 0 to 1.
    pub share: f64,
    /// Minimum length of a run that counts as copied, in letters.
    pub minimum_run: u32,
}

/// A sentence and its counterparts in other stories.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SourcedSentence {
    /// Its number among the sentences of running text, from 1.
    pub number: u32,
    /// The sentence and its place.
    pub quote: Quote,
    /// Its partners, the closest first.
    pub partners: Vec<Partner>,
}

/// A sentence of another story.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Partner {
    /// Id of its story.
    pub id: String,
    /// The sentence and its place there.
    pub quote: Quote,
    /// Its number among the sentences of running text there, from 1.
    pub number: u32,
    /// Share of the letters of the first sentence that occur in this one, 0 to 1.
    pub share: f64,
    /// Similarity, 0 to 1: twice the letters both share over the letters of both.
    pub score: f64,
    /// True if both have the same letters; punctuation, variants and script are ignored.
    pub identical: bool,
}

/// The share of the story that another one contains.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SourceStory {
    /// The other story.
    pub row: StoryRow,
    /// Share of the first story's letters found there, 0 to 1.
    pub share: f64,
    /// Number of its sentences with a partner there.
    pub sentences: u32,
}
