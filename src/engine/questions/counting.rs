//! Questions that count words.
//!
//! Each has defaults, so that a caller names only what differs from them.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::super::{Ask, Engine, EngineError};
use crate::corpus::{Corpus, Scope, Terms, Units};
use crate::view::{self, KeynessMeasure};

/// The keys of units that every question here takes.
const UNITS: &[&str] = &["mode", "terms"];

/// A word list.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub struct WordListQuestion {
    /// The stories.
    pub scope: Scope,
    /// True to count the writings of one word (臺灣, 台灣) as one.
    pub fold_variants: bool,
    /// The stop words that are left out.
    pub stop_words: StopWords,
    /// Conditions on the words listed.
    pub filter: WordFilter,
    /// The minimum frequency listed; 0 and 1 list all.
    pub min_frequency: u32,
    /// True to give each row the frequency of the word in each story.
    pub by_story: bool,
    /// The maximum number of rows; `None` for all.
    pub limit: Option<u32>,
}

impl Ask for WordListQuestion {
    const NAME: &'static str = "wordList";
    const UNITS: &'static [&'static str] = UNITS;

    fn stories(&self, _: &Corpus) -> Vec<Scope> {
        vec![self.scope.clone()]
    }

    fn answer(self, engine: &mut Engine, units: Units) -> Result<view::WordList, EngineError> {
        engine.word_list(units, &self)
    }

    fn write<S: Serializer>(answer: &Self::Answer, serializer: S) -> Result<S::Ok, S::Error> {
        answer.rows.serialize(serializer)
    }
}

/// The stop words that are left out. Callers write `true`, `false` or a list of words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(remote = "Self")]
pub enum StopWords {
    /// None.
    #[default]
    Keep,
    /// Those of the list that ships with the app.
    LeaveOut,
    /// These, in any writing.
    LeaveOutThese(Vec<String>),
}

/// Stop words as callers write them.
#[derive(Deserialize)]
#[serde(untagged, expecting = "`stopWords` is true, false, or a list of words to leave out")]
enum WrittenStopWords {
    Ours(bool),
    These(Vec<String>),
}

impl Serialize for StopWords {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Self::serialize(self, serializer)
    }
}

impl<'de> Deserialize<'de> for StopWords {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if !deserializer.is_human_readable() {
            return Self::deserialize(deserializer);
        }
        Ok(match WrittenStopWords::deserialize(deserializer)? {
            WrittenStopWords::Ours(false) => Self::Keep,
            WrittenStopWords::Ours(true) => Self::LeaveOut,
            WrittenStopWords::These(words) => Self::LeaveOutThese(words),
        })
    }
}

/// Conditions on a word; every word meets one that is empty or `None`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub struct WordFilter {
    /// A text the word contains.
    pub contains: String,
    /// A pattern of the whole word, written like one item of a concordance's node: `合*`, `/第.+/`.
    pub pattern: String,
    /// Its part of speech, or with `*` several: `n*`.
    pub tag: String,
    /// The minimum number of characters.
    pub min_length: Option<u32>,
    /// The maximum number of characters.
    pub max_length: Option<u32>,
}

/// A keyness table.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KeynessQuestion {
    /// The scope asked about.
    pub target: Scope,
    /// The corpus it is compared with.
    pub reference: ReferenceCorpus,
    /// True to count the writings of one word as one.
    #[serde(default)]
    pub fold_variants: bool,
    /// The measure to rank by.
    #[serde(default)]
    pub measure: KeynessMeasure,
    /// The minimum frequency in both together; 0 and 1 list all.
    #[serde(default)]
    pub min_frequency: u32,
    /// The maximum number of rows; `None` for all.
    #[serde(default)]
    pub limit: Option<u32>,
}

impl Ask for KeynessQuestion {
    const NAME: &'static str = "keyness";
    const UNITS: &'static [&'static str] = UNITS;

    fn stories(&self, _: &Corpus) -> Vec<Scope> {
        let reference = match &self.reference {
            ReferenceCorpus::Scope(scope) => Some(scope.clone()),
            ReferenceCorpus::Table(_) => None,
        };
        std::iter::once(self.target.clone()).chain(reference).collect()
    }

    fn answer(self, engine: &mut Engine, units: Units) -> Result<view::Keyness, EngineError> {
        engine.keyness(units, &self)
    }

    fn write<S: Serializer>(answer: &Self::Answer, serializer: S) -> Result<S::Ok, S::Error> {
        answer.rows.serialize(serializer)
    }
}

/// The corpus that a target is compared with. Callers write a scope, or `{ wordList }`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(remote = "Self")]
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

/// A reference corpus as callers write it.
#[derive(Deserialize)]
#[serde(
    untagged,
    expecting = "a reference is a scope (\"all\", a list of ids, or an object) or { wordList: \"word<TAB>frequency…\" }"
)]
enum WrittenReference {
    // First, because a list of one id would also be read as the one field of a table.
    Scope(Scope),
    Table(WrittenTable),
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct WrittenTable {
    word_list: String,
}

impl Serialize for ReferenceCorpus {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Self::serialize(self, serializer)
    }
}

impl<'de> Deserialize<'de> for ReferenceCorpus {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if !deserializer.is_human_readable() {
            return Self::deserialize(deserializer);
        }
        Ok(match WrittenReference::deserialize(deserializer)? {
            WrittenReference::Scope(scope) => Self::Scope(scope),
            WrittenReference::Table(table) => Self::Table(table.word_list),
        })
    }
}

/// A concordance.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ConcordanceQuestion {
    /// The node, as [`crate::analysis::Node`] reads it.
    pub node: String,
    /// The stories.
    #[serde(default)]
    pub scope: Scope,
    /// True to find the writings of one word together.
    #[serde(default)]
    pub fold_variants: bool,
    /// The context on each side, in `unit`; `None` for the default.
    #[serde(default)]
    pub context: Option<u32>,
    /// The unit that context is counted in.
    #[serde(default)]
    pub unit: ContextUnit,
    /// The words to sort by, the first first; empty for the order of the text. Equal rows keep that order.
    #[serde(default)]
    pub sort: Vec<SortKey>,
    /// True to keep the rows of a story together, in the order of the stories.
    #[serde(default)]
    pub group_by_story: bool,
    /// The word that must occur near; `None` for every occurrence.
    #[serde(default)]
    pub near: Option<Near>,
    /// The maximum number of rows; `None` for all.
    #[serde(default)]
    pub limit: Option<u32>,
}

impl ConcordanceQuestion {
    /// The default number of characters of context on each side.
    const CHARACTERS: u32 = 20;

    /// The default number of words of context on each side.
    const WORDS: u32 = 10;

    /// Returns the context on each side, in `unit`.
    pub fn context(&self) -> u32 {
        self.context.unwrap_or(match self.unit {
            ContextUnit::Character => Self::CHARACTERS,
            ContextUnit::Word => Self::WORDS,
        })
    }
}

impl Ask for ConcordanceQuestion {
    const NAME: &'static str = "kwic";
    const UNITS: &'static [&'static str] = UNITS;

    fn stories(&self, _: &Corpus) -> Vec<Scope> {
        vec![self.scope.clone()]
    }

    fn answer(self, engine: &mut Engine, units: Units) -> Result<view::Concordance, EngineError> {
        engine.concordance(units, &self)
    }

    fn write<S: Serializer>(answer: &Self::Answer, serializer: S) -> Result<S::Ok, S::Error> {
        answer.rows.serialize(serializer)
    }
}

/// A word near a node, as [`CollocatesQuestion`] counts it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Near {
    /// The word, in the form that collocates give.
    pub word: String,
    /// The number of words searched before the node, at most [`CollocatesQuestion::WIDEST`].
    #[serde(default = "usual_span")]
    pub left: u32,
    /// The number of words searched after it.
    #[serde(default = "usual_span")]
    pub right: u32,
}

/// Returns the default number of words searched on each side.
fn usual_span() -> u32 {
    5
}

/// The unit that context is counted in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ContextUnit {
    /// Characters.
    #[default]
    Character,
    /// Words, with the punctuation between them.
    Word,
}

/// A word to sort a concordance by. Written `L1` (the word before the node), `N` (the node), `R1` (the word after it).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(remote = "Self")]
pub enum SortKey {
    /// The n-th word before the node, from 1.
    Left(u8),
    /// The node itself.
    Node,
    /// The n-th word after the node, from 1.
    Right(u8),
}

impl SortKey {
    /// The position farthest from the node that can be sorted by.
    const FARTHEST: u8 = 20;

    /// Parses a key as callers write it; `None` for any other text.
    pub fn parse(key: &str) -> Option<Self> {
        let place =
            |digits: &str| digits.parse::<u8>().ok().filter(|place| (1..=Self::FARTHEST).contains(place));
        match key.split_at_checked(1) {
            Some(("L", digits)) => place(digits).map(Self::Left),
            Some(("R", digits)) => place(digits).map(Self::Right),
            Some(("N", "")) => Some(Self::Node),
            _ => None,
        }
    }
}

impl Serialize for SortKey {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Self::serialize(self, serializer)
    }
}

impl<'de> Deserialize<'de> for SortKey {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if !deserializer.is_human_readable() {
            return Self::deserialize(deserializer);
        }
        let key = String::deserialize(deserializer)?;
        Self::parse(&key).ok_or_else(|| {
            D::Error::custom(format!("`sort`: “{key}” is no place; pass a list of L1 to L20, N, R1 to R20"))
        })
    }
}

/// The words near a node.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CollocatesQuestion {
    /// The node to search near, as [`crate::analysis::Node`] reads it.
    pub node: String,
    /// The stories.
    #[serde(default)]
    pub scope: Scope,
    /// True to count the writings of one word as one.
    #[serde(default)]
    pub fold_variants: bool,
    /// The number of words searched before the node, at most [`CollocatesQuestion::WIDEST`].
    #[serde(default = "usual_span")]
    pub left: u32,
    /// The number of words searched after it.
    #[serde(default = "usual_span")]
    pub right: u32,
    /// The minimum number of times a collocate occurs near the node; 0 and 1 list all.
    #[serde(default)]
    pub min_frequency: u32,
    /// The maximum number of rows; `None` for all.
    #[serde(default)]
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
            left: usual_span(),
            right: usual_span(),
            min_frequency: 0,
            limit: None,
        }
    }
}

impl Ask for CollocatesQuestion {
    const NAME: &'static str = "collocates";
    const UNITS: &'static [&'static str] = UNITS;

    fn stories(&self, _: &Corpus) -> Vec<Scope> {
        vec![self.scope.clone()]
    }

    fn answer(self, engine: &mut Engine, units: Units) -> Result<view::Collocates, EngineError> {
        engine.collocates(units, &self)
    }

    fn write<S: Serializer>(answer: &Self::Answer, serializer: S) -> Result<S::Ok, S::Error> {
        answer.rows.serialize(serializer)
    }
}

/// Sequences of words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub struct NgramsQuestion {
    /// The stories.
    pub scope: Scope,
    /// True to count the writings of one word as one.
    pub fold_variants: bool,
    /// The minimum number of words, from 1.
    pub min: u32,
    /// The maximum number of words, at most [`NgramsQuestion::LONGEST`]; `None` for 4, or `min` if that is more.
    pub max: Option<u32>,
    /// The minimum frequency listed; 0 and 1 list all.
    pub min_frequency: u32,
    /// The maximum number of rows; `None` for all.
    pub limit: Option<u32>,
}

impl NgramsQuestion {
    /// The longest sequence that is counted.
    pub const LONGEST: u32 = 20;

    /// The default maximum number of words.
    const USUAL: u32 = 4;

    /// Returns the maximum number of words.
    pub fn max(&self) -> u32 {
        self.max.unwrap_or(Self::USUAL.max(self.min))
    }
}

impl Default for NgramsQuestion {
    fn default() -> Self {
        Self {
            scope: Scope::default(),
            fold_variants: false,
            min: 2,
            max: None,
            min_frequency: 2,
            limit: None,
        }
    }
}

impl Ask for NgramsQuestion {
    const NAME: &'static str = "ngrams";
    const UNITS: &'static [&'static str] = UNITS;

    fn stories(&self, _: &Corpus) -> Vec<Scope> {
        vec![self.scope.clone()]
    }

    fn answer(self, engine: &mut Engine, units: Units) -> Result<view::Phrases, EngineError> {
        engine.ngrams(units, &self)
    }

    fn write<S: Serializer>(answer: &Self::Answer, serializer: S) -> Result<S::Ok, S::Error> {
        answer.rows.serialize(serializer)
    }
}

/// The longest phrases that are repeated.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub struct PhrasesQuestion {
    /// The stories.
    pub scope: Scope,
    /// True to count the writings of one word as one.
    pub fold_variants: bool,
    /// The minimum number of words, from 2.
    pub min_words: u32,
    /// The minimum frequency listed, from 2.
    pub min_frequency: u32,
    /// The maximum number of rows; `None` for all.
    pub limit: Option<u32>,
}

impl Default for PhrasesQuestion {
    fn default() -> Self {
        Self { scope: Scope::default(), fold_variants: false, min_words: 2, min_frequency: 2, limit: None }
    }
}

impl Ask for PhrasesQuestion {
    const NAME: &'static str = "phrases";
    const UNITS: &'static [&'static str] = UNITS;

    fn stories(&self, _: &Corpus) -> Vec<Scope> {
        vec![self.scope.clone()]
    }

    fn answer(self, engine: &mut Engine, units: Units) -> Result<view::Phrases, EngineError> {
        engine.phrases(units, &self)
    }

    fn write<S: Serializer>(answer: &Self::Answer, serializer: S) -> Result<S::Ok, S::Error> {
        answer.rows.serialize(serializer)
    }
}

/// The keywords of one story, as compared with all stories.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeywordsQuestion {
    /// The story.
    pub id: String,
    /// The method that finds them.
    #[serde(default)]
    pub method: KeywordMethod,
    /// The maximum number of rows; `None` for all.
    #[serde(default)]
    pub limit: Option<u32>,
}

impl Ask for KeywordsQuestion {
    const NAME: &'static str = "keywords";
    const POSITIONAL: &'static [&'static str] = &["id"];
    const UNITS: &'static [&'static str] = UNITS;

    fn stories(&self, _: &Corpus) -> Vec<Scope> {
        vec![Scope::All]
    }

    fn answer(self, engine: &mut Engine, units: Units) -> Result<view::Keywords, EngineError> {
        engine.keywords(units, &self)
    }

    fn write<S: Serializer>(answer: &Self::Answer, serializer: S) -> Result<S::Ok, S::Error> {
        answer.rows.serialize(serializer)
    }
}

/// The method that finds the keywords of one story.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum KeywordMethod {
    /// TF-IDF: frequent here and in few other stories.
    #[default]
    TfIdf,
    /// TextRank: near many words that are themselves near many words.
    TextRank,
}

/// The measures of each story of a scope.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub struct MeasuresQuestion {
    /// The stories.
    pub scope: Scope,
    /// True to count the writings of one word as one.
    pub fold_variants: bool,
}

impl Ask for MeasuresQuestion {
    const NAME: &'static str = "measures";
    const UNITS: &'static [&'static str] = UNITS;

    fn stories(&self, _: &Corpus) -> Vec<Scope> {
        vec![self.scope.clone()]
    }

    fn answer(self, engine: &mut Engine, units: Units) -> Result<Vec<view::MeasuresRow>, EngineError> {
        engine.measures(units, &self.scope, self.fold_variants)
    }
}

/// The terms that words are joined into.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct TermsQuestion {
    /// The stories.
    pub scope: Scope,
    /// The maximum number of rows; `None` for all.
    pub limit: Option<u32>,
}

impl Ask for TermsQuestion {
    const NAME: &'static str = "terms";
    const UNITS: &'static [&'static str] = &["mode"];

    // Terms are found by counting all stories.
    fn stories(&self, _: &Corpus) -> Vec<Scope> {
        vec![Scope::All]
    }

    fn answer(self, engine: &mut Engine, units: Units) -> Result<view::TermTable, EngineError> {
        engine.terms(Units { terms: Terms::Coarse, ..units }, &self.scope, self.limit)
    }

    fn write<S: Serializer>(answer: &Self::Answer, serializer: S) -> Result<S::Ok, S::Error> {
        answer.rows.serialize(serializer)
    }
}

/// The frequencies a word may have, over readings in doubt.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FrequencyRangeQuestion {
    /// The word, as printed.
    pub word: String,
    /// The stories.
    #[serde(default)]
    pub scope: Scope,
}

impl Ask for FrequencyRangeQuestion {
    const NAME: &'static str = "frequencyRange";
    const POSITIONAL: &'static [&'static str] = &["word", "scope"];

    fn stories(&self, _: &Corpus) -> Vec<Scope> {
        vec![self.scope.clone()]
    }

    fn answer(self, engine: &mut Engine, units: Units) -> Result<view::FrequencyRange, EngineError> {
        engine.frequency_range(units, &self.word, &self.scope)
    }
}
