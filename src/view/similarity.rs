//! The comparison of every story of a scope with every other.

use serde::{Deserialize, Serialize};

use super::Copied;

/// Share of each story found in each other, and the similarity of their vocabularies. All numbers are rounded to a
/// millionth.
///
/// For more than [`Similarity::MATRICES`] stories only the closest pairs and the groups are given: nobody reads, and no
/// browser can store, a table of 20,000 rows and columns.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Similarity {
    /// The stories, in the order of the corpus: rows and columns of every table.
    pub ids: Vec<String>,
    /// `reuse[i][j]`: share of the letters of story `i` found in story `j` in runs of at least `minimum_run`, 0 to 1. Empty,
    /// as the other two tables are, if there are too many stories.
    pub reuse: Vec<Vec<f64>>,
    /// `reuse` with formulae discounted: letters whose run also occurs in `g` unrelated groups count 1 / (1 + g).
    pub discounted: Vec<Vec<f64>>,
    /// Cosine of the weighted word frequencies, 0 to 1; symmetric.
    pub cosine: Vec<Vec<f64>>,
    /// For each story the number of its group of stories on one event, from 0.
    pub groups: Vec<u32>,
    /// The closest pairs of two different stories, at most [`Similarity::PAIRS`]: those of two pages before those of one
    /// page, whose stories may quote each other, and the greatest share first. Pairs that share nothing are left out.
    pub pairs: Vec<SimilarPair>,
    /// Minimum length of a run that counts as copied, in letters.
    pub minimum_run: u32,
}

impl Similarity {
    /// Maximum number of listed pairs.
    pub const PAIRS: usize = 1_000;

    /// Maximum number of stories with tables.
    pub const MATRICES: usize = 1_000;

    /// Returns true if there are too many stories for tables.
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
    /// Share of the letters of both together that occur in the other story in runs, formulae discounted, 0 to 1.
    pub share: f64,
    /// True if both are from one page of one paper.
    pub same_page: bool,
    /// The share of each found in the other.
    pub copied: Copied,
}

/// A similarity as `window.duidu` gives it: pairs have their shares only if there are no tables.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct WrittenSimilarity<'a> {
    ids: &'a [String],
    reuse: &'a [Vec<f64>],
    discounted: &'a [Vec<f64>],
    cosine: &'a [Vec<f64>],
    groups: &'a [u32],
    pairs: Vec<WrittenPair<'a>>,
    minimum_run: u32,
    /// Maximum number of stories with tables; only if there are none.
    #[serde(skip_serializing_if = "Option::is_none")]
    matrix_limit: Option<usize>,
}

/// A pair as `window.duidu` gives it.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct WrittenPair<'a> {
    a: &'a str,
    b: &'a str,
    share: f64,
    same_page: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    copied: Option<Copied>,
}

impl<'a> From<&'a Similarity> for WrittenSimilarity<'a> {
    fn from(found: &'a Similarity) -> Self {
        let is_sparse = found.is_sparse();
        let pair = |pair: &'a SimilarPair| {
            let &SimilarPair { ref a, ref b, share, same_page, copied } = pair;
            WrittenPair { a, b, share, same_page, copied: is_sparse.then_some(copied) }
        };
        Self {
            ids: &found.ids,
            reuse: &found.reuse,
            discounted: &found.discounted,
            cosine: &found.cosine,
            groups: &found.groups,
            pairs: found.pairs.iter().map(pair).collect(),
            minimum_run: found.minimum_run,
            matrix_limit: is_sparse.then_some(Similarity::MATRICES),
        }
    }
}
