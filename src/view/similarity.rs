//! Every story of a scope compared with every other.

use serde::{Deserialize, Serialize};

/// Share of each story found in each other, and the similarity of their vocabularies. All numbers are
/// rounded to a millionth.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Similarity {
    /// The stories, in the order of the corpus: rows and columns of every table.
    pub ids: Vec<String>,
    /// `reuse[i][j]`: share of the letters of story `i` found in story `j` in runs of at least `minimum_run`, 0 to 1.
    pub reuse: Vec<Vec<f64>>,
    /// `reuse` with formulae discounted: letters whose run also occurs in `g` unrelated groups count 1 / (1
    /// + g).
    pub discounted: Vec<Vec<f64>>,
    /// Cosine of the weighted word frequencies, 0 to 1; symmetric.
    pub cosine: Vec<Vec<f64>>,
    /// For each story the number of its group of stories on one event, from 0.
    pub groups: Vec<u32>,
    /// The closest pairs of two different stories, at most [`Similarity::PAIRS`]: first pairs from two
    /// pages, then pairs from one page, whose stories may quote each other; the greatest share first. Pairs
    /// that share nothing are omitted.
    pub pairs: Vec<SimilarPair>,
    /// Minimum length of a run that counts as copied, in letters.
    pub minimum_run: u32,
}

impl Similarity {
    /// Maximum number of listed pairs.
    pub const PAIRS: usize = 1_000;

    /// Returns the share of story `a` found in story `b`, both as indices.
    pub fn reuse_of(&self, a: usize, b: usize) -> f64 {
        self.reuse[a][b]
    }

    /// Returns the same share with formulae discounted.
    pub fn discounted_of(&self, a: usize, b: usize) -> f64 {
        self.discounted[a][b]
    }
}

/// Two stories that share something.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SimilarPair {
    /// The first story, in the order of the corpus.
    pub a: String,
    /// The second.
    pub b: String,
    /// Share of the letters of both together that occur in the other story in runs, formulae discounted, 0
    /// to 1.
    pub share: f64,
    /// True if both are from one page of one paper.
    pub same_page: bool,
}
