//! The questions for sequences of words.

use serde::{Deserialize, Serialize, Serializer};

use crate::corpus::{Corpus, Scope, Units};
use crate::engine::subcorpora::Folding;
use crate::engine::{Ask, Engine, EngineError};
use crate::view;

/// Sequences of words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub struct NgramsQuestion {
    /// The stories.
    pub scope: Scope,
    /// True to count the writings of one word as one, false to tell them apart; `None` to do so where the stories, or they and
    /// the question, are in both scripts.
    pub fold_variants: Option<bool>,
    /// True to count the words of several regions for one thing (的士, 計程車) as one, too.
    pub fold_regional: bool,
    /// A node that each sequence holds, as in a concordance; empty for all sequences.
    pub node: String,
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
            fold_variants: None,
            fold_regional: false,
            node: String::new(),
            min: 2,
            max: None,
            min_frequency: 2,
            limit: None,
        }
    }
}

impl NgramsQuestion {
    /// Returns what it says of the forms that count as one word.
    pub(in crate::engine) fn folding(&self) -> Folding {
        Folding { variants: self.fold_variants, regional: self.fold_regional }
    }
}

impl Ask for NgramsQuestion {
    const NAME: &'static str = "ngrams";
    const UNITS: &'static [&'static str] = super::UNITS;

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
    /// True to count the writings of one word as one, false to tell them apart; `None` to do so where the stories, or they and
    /// the question, are in both scripts.
    pub fold_variants: Option<bool>,
    /// True to count the words of several regions for one thing (的士, 計程車) as one, too.
    pub fold_regional: bool,
    /// The minimum number of words, from 2.
    pub min_words: u32,
    /// The minimum frequency listed, from 2.
    pub min_frequency: u32,
    /// The maximum number of rows; `None` for all.
    pub limit: Option<u32>,
}

impl Default for PhrasesQuestion {
    fn default() -> Self {
        Self {
            scope: Scope::default(),
            fold_variants: None,
            fold_regional: false,
            min_words: 2,
            min_frequency: 2,
            limit: None,
        }
    }
}

impl PhrasesQuestion {
    /// Returns what it says of the forms that count as one word.
    pub(in crate::engine) fn folding(&self) -> Folding {
        Folding { variants: self.fold_variants, regional: self.fold_regional }
    }
}

impl Ask for PhrasesQuestion {
    const NAME: &'static str = "phrases";
    const UNITS: &'static [&'static str] = super::UNITS;

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
