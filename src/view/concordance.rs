//! Every place a node stands, in its context, and the words near it.

use serde::{Deserialize, Serialize};

/// The occurrences of a word, in the order of the stories.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Concordance {
    /// One row an occurrence.
    pub rows: Vec<KwicRow>,
    /// How many there are, before any limit.
    pub total: u32,
    /// Stories that hold at least one.
    pub stories: u32,
}

/// One occurrence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KwicRow {
    /// The story.
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
    /// Occurrences of the node; 0 where it does not stand in the scope.
    pub node: u32,
    /// Words of the scope.
    pub tokens: u32,
    /// Words before the node that were looked at.
    pub left: u32,
    /// Words after it.
    pub right: u32,
    /// Places in all windows of the node.
    pub node_pairs: u32,
    /// Pairs of places of which the second lies in the window of the first.
    pub pairs: u32,
}

/// A word near a node.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CollocateRow {
    /// Place in the list, from 1.
    pub rank: u32,
    /// The word as printed; where writings count as one, the most frequent.
    pub word: String,
    /// How often it stands in the scope.
    pub frequency: u32,
    /// How often it stands near the node; near two occurrences it counts twice.
    pub observed: u32,
    /// In how many windows, whatever their node, it stands: what `expected` is reckoned from.
    pub pairs: u32,
    /// How often it would by chance.
    pub expected: f64,
    /// logDice.
    pub log_dice: f64,
    /// Mutual information, in bits.
    pub mi: f64,
    /// The t-score.
    pub t: f64,
    /// Signed log-likelihood.
    pub g2: f64,
    /// How often at each place, from the leftmost to the rightmost; they add up to `observed`.
    pub by_place: Vec<u32>,
}
