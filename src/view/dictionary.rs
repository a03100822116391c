//! What a change of the reader's dictionary does to the stories.

use serde::{Deserialize, Serialize};

/// The blast radius of a change.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DictionaryEffect {
    /// Tokens that stand now and would be cut otherwise.
    pub tokens: u32,
    /// Stories that hold such tokens.
    pub stories: u32,
    /// Words whose frequency changes.
    pub words: u32,
    /// Words whose rank changes; words of one frequency share a rank.
    pub ranks: u32,
    /// A few of the places, in the order of the stories.
    pub examples: Vec<EffectExample>,
}

/// One place that changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EffectExample {
    /// The story.
    pub id: String,
    /// Text before the place.
    pub left: String,
    /// The words as they are cut now.
    pub before: Vec<String>,
    /// The words as they would be cut.
    pub after: Vec<String>,
    /// Text after the place.
    pub right: String,
}
