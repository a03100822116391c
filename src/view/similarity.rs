//! Every story of a scope held against every other.

use serde::{Deserialize, Serialize};

use super::Copied;

/// How much of each story stands in each other, and how alike their words are. All numbers are rounded to a millionth.
///
/// Of more than [`Similarity::MATRICES`] stories only the closest pairs and the groups are given: nobody reads, and no
/// browser holds, a table of 20,000 rows and columns.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Similarity {
    /// The stories, in the order of the corpus: rows and columns of every table.
    pub ids: Vec<String>,
    /// `reuse[i][j]`: share of the letters of story `i` found in story `j` in runs of at least `minimum_run`, 0 to 1. Empty,
    /// as the other two tables are, where there are too many stories.
    pub reuse: Vec<Vec<f64>>,
    /// The same with formulae discounted: letters whose run stands in `g` unrelated groups as well count 1 / (1 + g).
    pub discounted: Vec<Vec<f64>>,
    /// Cosine of the weighted word frequencies, 0 to 1; symmetric.
    pub cosine: Vec<Vec<f64>>,
    /// For each story the number of its group of stories on one event, from 0.
    pub groups: Vec<u32>,
    /// The closest pairs of two different stories, at most [`Similarity::PAIRS`]: those of two pages before those of one
    /// page, whose stories may quote each other, and the greatest share first. Pairs that share nothing are left out.
    pub pairs: Vec<SimilarPair>,
    /// The least run, in letters, that counts as taken over.
    pub minimum_run: u32,
}

impl Similarity {
    /// No more pairs than these are listed.
    pub const PAIRS: usize = 1_000;

    /// Of no more stories than these there are tables.
    pub const MATRICES: usize = 1_000;

    /// Returns whether the stories are so many that there are no tables.
    pub fn is_sparse(&self) -> bool {
        self.ids.len() > Self::MATRICES
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
    /// Share of the letters of both together that stand in the other one in runs, formulae discounted, 0 to 1.
    pub share: f64,
    /// Whether both stand on one page of one paper.
    pub same_page: bool,
    /// How much of each stands in the other.
    pub copied: Copied,
}
