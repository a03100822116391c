//! The question for a keyness table, and the corpus a target is compared with.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::corpus::{Corpus, Scope, Units};
use crate::engine::subcorpora::Folding;
use crate::engine::{Ask, Engine, EngineError};
use crate::view::{self, KeynessMeasure};

/// A keyness table.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KeynessQuestion {
    /// The scope asked about.
    pub target: Scope,
    /// The corpus it is compared with.
    pub reference: ReferenceCorpus,
    /// True to count the writings of one word as one, false to tell them apart; `None` to do so where the stories, or they and
    /// the question, are in both scripts.
    #[serde(default)]
    pub fold_variants: Option<bool>,
    /// True to count the words of several regions for one thing (的士, 計程車) as one, too.
    #[serde(default)]
    pub fold_regional: bool,
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

impl KeynessQuestion {
    /// Returns what it says of the forms that count as one word.
    pub(in crate::engine) fn folding(&self) -> Folding {
        Folding { variants: self.fold_variants, regional: self.fold_regional }
    }
}

impl Ask for KeynessQuestion {
    const NAME: &'static str = "keyness";
    const UNITS: &'static [&'static str] = super::UNITS;

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
