//! Terms of several words, with why they are terms.

use serde::{Deserialize, Serialize};

/// The terms of a scope.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TermTable {
    /// Most frequent first; equal frequencies by form.
    pub rows: Vec<TermRow>,
    /// Different terms, before any limit.
    pub types: u32,
}

/// One term.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TermRow {
    /// Place in the list, from 1.
    pub rank: u32,
    /// The term as printed.
    pub term: String,
    /// How often its words are joined in the scope.
    pub frequency: u32,
    /// In how many stories of the scope.
    pub range: u32,
    /// Why they are joined.
    pub source: TermSource,
    /// Its part of speech.
    pub tag: String,
    /// Its C-value over all stories; `None` where it is no sequence of nouns and what modifies them that stands at
    /// least twice.
    pub c_value: Option<f64>,
    /// NPMI between the two parts it is most easily taken apart into, over all stories, −1 to 1; `None` as above.
    pub cohesion: Option<f64>,
}

/// Why words are joined; see [`crate::segment::terms`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "each is explained at the source of its name")]
pub enum TermSource {
    Reader,
    List,
    Date,
    Quantity,
    Ordinal,
    Organisation,
    Office,
    Title,
    Quoted,
    Statistics,
}
