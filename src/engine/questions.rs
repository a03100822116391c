//! What the questions that count ask for.
//!
//! Each has a default, so that a caller names only what differs from it.

use serde::{Deserialize, Serialize};

use crate::corpus::Scope;
use crate::view::KeynessMeasure;

/// A word list.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct WordListQuestion {
    /// Which stories.
    pub scope: Scope,
    /// Whether writings of one word (臺灣, 台灣) count as one.
    pub fold_variants: bool,
    /// Which words are left out as stop words.
    pub stop_words: StopWords,
    /// Which words are listed.
    pub filter: WordFilter,
    /// The least frequency listed; 0 and 1 list all.
    pub min_frequency: u32,
    /// Whether each row says how often the word stands in each story.
    pub by_story: bool,
    /// How many rows at most; `None` for all.
    pub limit: Option<u32>,
}

/// Which words are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum StopWords {
    /// None.
    #[default]
    Keep,
    /// Those of the list that ships with the app.
    LeaveOut,
    /// These, in any writing.
    LeaveOutThese(Vec<String>),
}

/// Conditions on a word; what is empty or `None` lets every word pass.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct WordFilter {
    /// A text the word contains.
    pub contains: String,
    /// What the word looks like, as one item of a concordance's node: `合*`, `/第.+/`.
    pub pattern: String,
    /// Its part of speech, or with `*` several: `n*`.
    pub tag: String,
    /// The least number of characters.
    pub min_length: Option<u32>,
    /// The greatest number of characters.
    pub max_length: Option<u32>,
}

/// A keyness table.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct KeynessQuestion {
    /// The scope asked about.
    pub target: Scope,
    /// What it is held against.
    pub reference: ReferenceCorpus,
    /// Whether writings of one word count as one.
    pub fold_variants: bool,
    /// What to rank by.
    pub measure: KeynessMeasure,
    /// The least frequency in both together; 0 and 1 list all.
    pub min_frequency: u32,
    /// How many rows at most; `None` for all.
    pub limit: Option<u32>,
}

/// What a target is held against.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ReferenceCorpus {
    /// Stories that are loaded.
    Scope(Scope),
    /// A list of the reader's: words with their frequencies, as [`crate::lexicon::FrequencyTable`] reads it.
    Table(String),
}

impl Default for ReferenceCorpus {
    fn default() -> Self {
        Self::Scope(Scope::default())
    }
}

/// A concordance.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ConcordanceQuestion {
    /// What to look for, as [`crate::analysis::Node`] reads it.
    pub node: String,
    /// Which stories.
    pub scope: Scope,
    /// Whether writings of one word are found together.
    pub fold_variants: bool,
    /// How much context on each side, in `unit`.
    pub context: u32,
    /// What context is counted in.
    pub unit: ContextUnit,
    /// The words to sort by, the first first; empty for the order of the text. Equal rows keep that order.
    pub sort: Vec<SortKey>,
    /// Whether the rows of a story stay together, in the order of the stories.
    pub group_by_story: bool,
    /// The word that must stand near; `None` for every occurrence.
    pub near: Option<Near>,
    /// How many rows at most; `None` for all.
    pub limit: Option<u32>,
}

/// A word that stands near a node, as [`CollocatesQuestion`] counts it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Near {
    /// The word as collocates call it.
    pub word: String,
    /// Words before the node that are looked at, up to [`CollocatesQuestion::WIDEST`].
    pub left: u32,
    /// Words after it.
    pub right: u32,
}

/// What context is counted in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ContextUnit {
    /// Characters.
    #[default]
    Character,
    /// Words; punctuation between them comes along.
    Word,
}

/// A word to sort a concordance by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum SortKey {
    /// The n-th word before the node, from 1.
    Left(u8),
    /// The node itself.
    Node,
    /// The n-th word after the node, from 1.
    Right(u8),
}

/// The words near a node.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CollocatesQuestion {
    /// What to look near, as [`crate::analysis::Node`] reads it.
    pub node: String,
    /// Which stories.
    pub scope: Scope,
    /// Whether writings of one word count as one.
    pub fold_variants: bool,
    /// Words before the node that are looked at, up to [`CollocatesQuestion::WIDEST`].
    pub left: u32,
    /// Words after it.
    pub right: u32,
    /// The least number of times a collocate stands near the node; 0 and 1 list all.
    pub min_frequency: u32,
    /// How many rows at most; `None` for all.
    pub limit: Option<u32>,
}

impl CollocatesQuestion {
    /// The widest span on one side.
    pub const WIDEST: u32 = 20;
}

impl Default for CollocatesQuestion {
    fn default() -> Self {
        Self {
            node: String::new(),
            scope: Scope::default(),
            fold_variants: false,
            left: 5,
            right: 5,
            min_frequency: 0,
            limit: None,
        }
    }
}

/// Sequences of words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NgramsQuestion {
    /// Which stories.
    pub scope: Scope,
    /// Whether writings of one word count as one.
    pub fold_variants: bool,
    /// The least number of words, from 1.
    pub min: u32,
    /// The greatest number of words, up to [`NgramsQuestion::LONGEST`].
    pub max: u32,
    /// The least frequency listed; 0 and 1 list all.
    pub min_frequency: u32,
    /// How many rows at most; `None` for all.
    pub limit: Option<u32>,
}

impl NgramsQuestion {
    /// The longest sequence that is counted.
    pub const LONGEST: u32 = 20;
}

impl Default for NgramsQuestion {
    fn default() -> Self {
        Self { scope: Scope::default(), fold_variants: false, min: 2, max: 4, min_frequency: 2, limit: None }
    }
}

/// The longest phrases that come again.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PhrasesQuestion {
    /// Which stories.
    pub scope: Scope,
    /// Whether writings of one word count as one.
    pub fold_variants: bool,
    /// The least number of words, from 2.
    pub min_words: u32,
    /// The least frequency listed, from 2.
    pub min_frequency: u32,
    /// How many rows at most; `None` for all.
    pub limit: Option<u32>,
}

impl Default for PhrasesQuestion {
    fn default() -> Self {
        Self { scope: Scope::default(), fold_variants: false, min_words: 2, min_frequency: 2, limit: None }
    }
}

/// The keywords of one story.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct KeywordsQuestion {
    /// Which story.
    pub id: String,
    /// How they are found.
    pub method: KeywordMethod,
    /// How many rows at most; `None` for all.
    pub limit: Option<u32>,
}

/// How the keywords of one story are found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum KeywordMethod {
    /// Frequent here and in few other stories.
    #[default]
    TfIdf,
    /// Near many words that are near many words.
    TextRank,
}
