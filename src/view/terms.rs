//! Terms of several words, with the reasons why they are terms.

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
    /// Rank in the list, from 1.
    pub rank: u32,
    /// The term as printed.
    pub term: String,
    /// The number of times its words are joined in the scope.
    pub frequency: u32,
    /// Number of stories of the scope it occurs in.
    pub range: u32,
    /// The reason why they are joined.
    pub source: TermSource,
    /// Its part of speech.
    pub tag: String,
    /// Its C-value over all stories; `None` unless it is a sequence of nouns and their modifiers that
    /// occurs at least twice.
    pub c_value: Option<f64>,
    /// NPMI between the two parts at its weakest joint, over all stories, −1 to 1; `None` as above.
    pub cohesion: Option<f64>,
}

/// The reason why words are joined; see [`crate::segment::terms`].
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
