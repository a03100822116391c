//! The questions for the measures of stories, their terms, and how sure a frequency is.

use serde::{Deserialize, Serialize, Serializer};

use crate::corpus::{Corpus, Scope, Terms, Units};
use crate::engine::{Ask, Engine, EngineError};
use crate::view;

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
    const UNITS: &'static [&'static str] = super::UNITS;

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
