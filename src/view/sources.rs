//! Where the sentences of one story stand elsewhere.

use serde::{Deserialize, Serialize};

use super::{Quote, StoryRow};

/// A story against all other stories of a scope.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Sources {
    /// The story.
    pub story: StoryRow,
    /// Its sentences of running text, in order.
    pub sentences: Vec<SourcedSentence>,
    /// The stories in which something of it stands, those with most of it first.
    pub stories: Vec<SourceStory>,
    /// Share of the story's letters that stand in any other story, 0 to 1.
    pub share: f64,
    /// The least run, in letters, that counts as taken over.
    pub minimum_run: u32,
}

/// A sentence and where else it stands.
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
    /// The story it stands in.
    pub id: String,
    /// The sentence and its place there.
    pub quote: Quote,
    /// Its number among the sentences of running text there, from 1.
    pub number: u32,
    /// Share of the letters of the first sentence that stand in this one, 0 to 1.
    pub share: f64,
    /// Likeness, 0 to 1: twice the letters both share over the letters of both.
    pub score: f64,
    /// Whether both have the same letters; punctuation, variants and script make no difference.
    pub identical: bool,
}

/// How much of the story stands in another one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SourceStory {
    /// The other story.
    pub row: StoryRow,
    /// Share of the first story's letters found there, 0 to 1.
    pub share: f64,
    /// How many of its sentences have a partner there.
    pub sentences: u32,
}
