//! The question for a word list, and the words it keeps or leaves out.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::corpus::{Corpus, Scope, Units};
use crate::engine::subcorpora::Folding;
use crate::engine::{Ask, Engine, EngineError};
use crate::view;

/// A word list.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub struct WordListQuestion {
    /// The stories.
    pub scope: Scope,
    /// True to count the writings of one word as one, false to tell them apart; `None` to do so where the stories, or they and
    /// the question, are in both scripts.
    pub fold_variants: Option<bool>,
    /// True to count the words of several regions for one thing (的士, 計程車) as one, too.
    pub fold_regional: bool,
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

impl WordListQuestion {
    /// Returns what it says of the forms that count as one word.
    pub(in crate::engine) fn folding(&self) -> Folding {
        Folding { variants: self.fold_variants, regional: self.fold_regional }
    }
}

impl Ask for WordListQuestion {
    const NAME: &'static str = "wordList";
    const UNITS: &'static [&'static str] = super::UNITS;

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
