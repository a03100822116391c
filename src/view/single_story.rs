//! One story alone: its keywords and its measures.

use serde::{Deserialize, Serialize};

/// The keywords of a story.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Keywords {
    /// Heaviest first, then by form.
    pub rows: Vec<KeywordRow>,
    /// Number of keywords, before any limit.
    pub total: u32,
    /// Stories loaded.
    pub stories: u32,
}

/// A keyword with its weight.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct KeywordRow {
    /// The word, in the writing that is most frequent in the story.
    pub word: String,
    /// Above 0; scales differ between methods.
    pub weight: f64,
    /// Occurrences in the story.
    pub frequency: u32,
    /// Number of stories it occurs in, of all.
    pub range: u32,
}

/// The measures of one story; `None` for those it is too short for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MeasuresRow {
    /// The story.
    pub id: String,
    /// Words.
    pub tokens: u32,
    /// Different words.
    pub types: u32,
    /// Words that occur once.
    pub hapaxes: u32,
    /// Types per token.
    pub ttr: Option<f64>,
    /// Standardised type–token ratio, over pieces of 100 words.
    pub sttr: Option<f64>,
    /// Moving-average type–token ratio, over windows of 100 words.
    pub mattr: Option<f64>,
    /// Measure of textual lexical diversity.
    pub mtld: Option<f64>,
    /// Sentences of running text.
    pub sentences: u32,
    /// Words of running text per sentence.
    pub sentence_length: Option<f64>,
    /// The share of words that carry content, 0 to 1.
    pub lexical_density: Option<f64>,
}
