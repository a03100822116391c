//! What `duidu.similarity` gives.

use serde::Serialize;

use crate::view::{Copied, SimilarPair, Similarity};

/// The tables of a scope whose stories they can be made of; of more stories each pair says what it has to say itself.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct SimilarityValue {
    ids: Vec<String>,
    reuse: Vec<Vec<f64>>,
    discounted: Vec<Vec<f64>>,
    cosine: Vec<Vec<f64>>,
    groups: Vec<u32>,
    pairs: Vec<PairValue>,
    minimum_run: u32,
    /// Of how many stories there are tables at most; only where there are none.
    #[serde(skip_serializing_if = "Option::is_none")]
    matrix_limit: Option<usize>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PairValue {
    a: String,
    b: String,
    share: f64,
    same_page: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    copied: Option<Copied>,
}

impl From<Similarity> for SimilarityValue {
    fn from(found: Similarity) -> Self {
        let is_sparse = found.is_sparse();
        let pair = |pair: SimilarPair| {
            let SimilarPair { a, b, share, same_page, copied } = pair;
            PairValue { a, b, share, same_page, copied: is_sparse.then_some(copied) }
        };
        Self {
            ids: found.ids,
            reuse: found.reuse,
            discounted: found.discounted,
            cosine: found.cosine,
            groups: found.groups,
            pairs: found.pairs.into_iter().map(pair).collect(),
            minimum_run: found.minimum_run,
            matrix_limit: is_sparse.then_some(Similarity::MATRICES),
        }
    }
}
