//! Questions about the reader's dictionary.

use serde::{Deserialize, Serialize, Serializer};

use super::super::{Ask, Engine, EngineError};
use crate::corpus::{Corpus, Scope, Units};
use crate::lexicon::{Correction, Key, Rule};
use crate::view;

/// A change of the reader's dictionary. Making it twice has the effect of making it once, except for undo and redo.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DictionaryEdit {
    /// Puts an entry, replacing any earlier one of the same word or place. A bundled set of regional words is in the table
    /// again.
    Put(Correction),
    /// Removes an entry, or takes a bundled set of regional words out of the table.
    Remove(Key),
    /// Switches an entry on or off.
    Enable {
        /// The entry.
        key: Key,
        /// True to switch it on.
        enabled: bool,
    },
    /// Adds the entries of a file in jieba's format; see [`crate::lexicon::read`].
    Import {
        /// The file.
        text: String,
    },
    /// Removes an entry and puts another.
    Replace {
        /// The entry that goes.
        key: Key,
        /// The entry that comes.
        by: Correction,
    },
    /// Adds the sets of regional words of a table; see [`crate::lexicon::RegionalWording::read`].
    ImportRegional {
        /// The table.
        table: String,
    },
    /// Takes back all changes of the table of regional words.
    ClearRegional,
    /// Removes all entries but those of the table of regional words.
    Clear,
    /// Undoes the last change.
    Undo,
    /// Redoes the change that was undone last.
    Redo,
}

impl DictionaryEdit {
    /// Returns true if it concerns the table of regional words alone.
    fn is_of_regions(&self) -> bool {
        match self {
            Self::Put(correction) => *correction.rule() == Rule::Regional,
            Self::Remove(key) | Self::Enable { key, .. } => matches!(key, Key::Regional(_)),
            Self::Replace { key, by } => matches!(key, Key::Regional(_)) && *by.rule() == Rule::Regional,
            Self::ImportRegional { .. } | Self::ClearRegional => true,
            Self::Import { .. } | Self::Clear | Self::Undo | Self::Redo => false,
        }
    }
}

/// The entries of the reader's dictionary.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DictionaryQuestion {
    /// A text that each listed word contains, in any variants.
    pub filter: String,
    /// The order of the rows.
    pub sort: view::DictionarySort,
    /// The maximum number of rows; `None` for all.
    pub limit: Option<u32>,
}

impl Ask for DictionaryQuestion {
    fn answer(self, engine: &mut Engine, _: Units) -> Result<view::DictionaryList, EngineError> {
        Ok(engine.dictionary_list(&self.filter, self.sort, self.limit))
    }

    fn write<S: Serializer>(answer: &Self::Answer, serializer: S) -> Result<S::Ok, S::Error> {
        answer.rows.serialize(serializer)
    }
}

/// The effect that an edit of the reader's dictionary would have, counted in all stories.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PreviewDictionary {
    /// The edit.
    pub edit: DictionaryEdit,
}

impl Ask for PreviewDictionary {
    fn stories(&self, _: &Corpus) -> Vec<Scope> {
        vec![Scope::All]
    }

    fn answer(self, engine: &mut Engine, units: Units) -> Result<view::DictionaryEffect, EngineError> {
        engine.preview(units, self.edit)
    }
}

/// An edit of the reader's dictionary; the answer comes when the edit is in force.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EditDictionary {
    /// The edit.
    pub edit: DictionaryEdit,
}

impl Ask for EditDictionary {
    const CHANGES: bool = true;

    fn stories(&self, _: &Corpus) -> Vec<Scope> {
        // Where no word changes, no story is segmented for the effect.
        if self.edit.is_of_regions() { Vec::new() } else { vec![Scope::All] }
    }

    fn answer(self, engine: &mut Engine, units: Units) -> Result<view::DictionaryChange, EngineError> {
        engine.edit(units, self.edit)
    }

    fn write<S: Serializer>(answer: &Self::Answer, serializer: S) -> Result<S::Ok, S::Error> {
        ChangeAnswer::from(answer).serialize(serializer)
    }
}

/// A change of the dictionary as `window.duidu` gives it: errors with their sentences.
#[derive(Serialize)]
struct ChangeAnswer<'a> {
    added: u32,
    entries: u32,
    errors: Vec<LineError>,
    effect: &'a view::DictionaryEffect,
}

/// A line of a dictionary file that cannot be read.
#[derive(Serialize)]
struct LineError {
    line: u32,
    kind: &'static str,
    message: String,
}

impl<'a> From<&'a view::DictionaryChange> for ChangeAnswer<'a> {
    fn from(change: &'a view::DictionaryChange) -> Self {
        let error = |error: &crate::lexicon::LexiconError| LineError {
            line: error.line,
            kind: error.kind.name(),
            message: error.to_string(),
        };
        let view::DictionaryChange { effect, added, errors, entries, .. } = change;
        Self { added: *added, entries: *entries, errors: errors.iter().map(error).collect(), effect }
    }
}

/// The sets of regional words.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RegionalQuestion {
    /// A text that a listed set contains, in any variants.
    pub filter: String,
    /// True for those alone that the reader added or took out.
    pub changed: bool,
}

impl Ask for RegionalQuestion {
    fn answer(self, engine: &mut Engine, _: Units) -> Result<view::RegionalList, EngineError> {
        Ok(engine.regional_list(&self))
    }

    fn write<S: Serializer>(answer: &Self::Answer, serializer: S) -> Result<S::Ok, S::Error> {
        answer.rows.serialize(serializer)
    }
}

/// The sets of regional words in force as a table.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ExportRegional {}

impl Ask for ExportRegional {
    fn answer(self, engine: &mut Engine, _: Units) -> Result<String, EngineError> {
        Ok(engine.regional_file())
    }
}

/// The reader's dictionary as a file.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ExportDictionary {}

impl Ask for ExportDictionary {
    fn answer(self, engine: &mut Engine, _: Units) -> Result<String, EngineError> {
        Ok(engine.dictionary_file())
    }
}
