//! Every occurrence of a node in its context, and the words near it.

use serde::{Deserialize, Serialize};

/// The occurrences of a word, in the order of the stories.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Concordance {
    /// One row per occurrence.
    pub rows: Vec<KwicRow>,
    /// The number of occurrences, before any limit.
    pub total: u32,
    /// Stories with at least one occurrence.
    pub stories: u32,
    /// For each row, the words that it is sorted by, as far as its context shows them.
    pub keys: Vec<Vec<KeyPlace>>,
    /// The stories with at least one occurrence, and the places of all in each.
    pub plot: Vec<StoryHits>,
    /// Where the characters of a node that is no word do occur: in these words, the most frequent first.
    pub inside: Vec<WordsWith>,
    /// True if writings of one word were counted as one.
    pub folded: bool,
}

/// A word that rows are sorted by, in the context of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyPlace {
    /// The number of its sort key, from 0.
    pub level: u32,
    /// True if it is before the node.
    pub before: bool,
    /// The first character of it in the text on that side.
    pub from: u32,
    /// The character after it.
    pub to: u32,
}

/// The occurrences in one story.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoryHits {
    /// Id of the story.
    pub id: String,
    /// UTF-16 units of its text.
    pub length: u32,
    /// The first unit of each occurrence, in order.
    pub starts: Vec<u32>,
}

/// Words that contain some characters, together or the one word.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WordsWith {
    /// The words as printed.
    pub words: String,
    /// Number of occurrences.
    pub count: u32,
}

/// One occurrence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KwicRow {
    /// Id of the story.
    pub id: String,
    /// First UTF-16 unit of the node in the story's text.
    pub start: u32,
    /// The unit after the node.
    pub end: u32,
    /// Text before the node.
    pub left: String,
    /// The node as printed.
    pub node: String,
    /// Text after the node.
    pub right: String,
}

/// The words near a node.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Collocates {
    /// The greatest logDice first, then the most often observed, then by form.
    pub rows: Vec<CollocateRow>,
    /// Different words near the node, before any limit.
    pub types: u32,
    /// Occurrences of the node; 0 if it does not occur in the scope.
    pub node: u32,
    /// Words of the scope.
    pub tokens: u32,
    /// Size of the window before the node, in words.
    pub left: u32,
    /// Size of the window after the node, in words.
    pub right: u32,
    /// Word positions in all windows of the node.
    pub node_pairs: u32,
    /// Pairs of word positions of which the second lies in the window of the first.
    pub pairs: u32,
    /// True if writings of one word were counted as one.
    pub folded: bool,
}

/// A word near a node.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CollocateRow {
    /// Place in the list, from 1.
    pub rank: u32,
    /// The word as printed; the most frequent writing if writings count as one.
    pub word: String,
    /// Occurrences in the scope.
    pub frequency: u32,
    /// Occurrences near the node; one near two occurrences of the node counts twice.
    pub observed: u32,
    /// The number of windows it occurs in, whatever their node; `expected` is computed from it.
    pub pairs: u32,
    /// Expected co-occurrences under independence.
    pub expected: f64,
    /// logDice.
    pub log_dice: f64,
    /// Mutual information, in bits.
    pub mi: f64,
    /// The t-score.
    pub t: f64,
    /// Signed log-likelihood.
    pub g2: f64,
    /// Occurrences at each position, from the leftmost to the rightmost; they add up to `observed`.
    pub by_place: Vec<u32>,
}
