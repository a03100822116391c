//! The question for the words near a node.

use serde::{Deserialize, Serialize, Serializer};

use crate::corpus::{Corpus, Scope, Units};
use crate::engine::subcorpora::Folding;
use crate::engine::{Ask, Engine, EngineError};
use crate::view;

/// The words near a node.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CollocatesQuestion {
    /// The node to search near, as [`crate::analysis::Node`] reads it.
    pub node: String,
    /// The stories.
    #[serde(default)]
    pub scope: Scope,
    /// True to count the writings of one word as one, false to tell them apart; `None` to do so where the stories, or they and
    /// the question, are in both scripts.
    #[serde(default)]
    pub fold_variants: Option<bool>,
    /// True to count the words of several regions for one thing (的士, 計程車) as one, too.
    #[serde(default)]
    pub fold_regional: bool,
    /// The number of words searched before the node, at most [`CollocatesQuestion::WIDEST`].
    #[serde(default = "super::usual_span")]
    pub left: u32,
    /// The number of words searched after it.
    #[serde(default = "super::usual_span")]
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
            fold_variants: None,
            fold_regional: false,
            left: super::usual_span(),
            right: super::usual_span(),
            min_frequency: 0,
            limit: None,
        }
    }
}

impl CollocatesQuestion {
    /// Returns what it says of the forms that count as one word.
    pub(in crate::engine) fn folding(&self) -> Folding {
        Folding { variants: self.fold_variants, regional: self.fold_regional }
    }
}

impl Ask for CollocatesQuestion {
    const NAME: &'static str = "collocates";
    const UNITS: &'static [&'static str] = super::UNITS;

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
