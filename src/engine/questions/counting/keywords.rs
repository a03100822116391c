//! The question for the keywords of one story.

use serde::{Deserialize, Serialize, Serializer};

use crate::corpus::{Corpus, Scope, Units};
use crate::engine::{Ask, Engine, EngineError};
use crate::view;

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
    const UNITS: &'static [&'static str] = super::UNITS;

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
