//! The reader's dictionary, and what a change of it does to the stories.

use serde::{Deserialize, Serialize};

use super::{Unkept, WordMark};
use crate::lexicon::LexiconError;

/// The blast radius of a change.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DictionaryEffect {
    /// Tokens that stand now and would be cut otherwise.
    pub tokens: u32,
    /// Stories that hold such tokens.
    pub stories: u32,
    /// Words whose frequency changes.
    pub words: u32,
    /// Words whose rank changes; words of one frequency share a rank.
    pub ranks: u32,
    /// Stories that had to be cut again, because they hold the characters.
    pub cut_again: u32,
    /// A few of the places, in the order of the stories.
    pub examples: Vec<EffectExample>,
}

/// One place that changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EffectExample {
    /// The story.
    pub id: String,
    /// The first UTF-16 unit of the place.
    pub start: u32,
    /// The unit after the last.
    pub end: u32,
    /// Text before the place.
    pub left: String,
    /// The words as they are cut now.
    pub before: Vec<String>,
    /// The words as they would be cut.
    pub after: Vec<String>,
    /// Text after the place.
    pub right: String,
}

/// A change that was made.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DictionaryChange {
    /// What it did to the stories.
    pub effect: DictionaryEffect,
    /// Entries that are now there, or otherwise than before.
    pub added: u32,
    /// Lines of a file that could not be read, or contradict earlier ones.
    pub errors: Vec<LexiconError>,
    /// Entries there are now.
    pub entries: u32,
    /// Why the change will be forgotten when the page is closed; `None` when it is kept.
    pub unkept: Option<Unkept>,
}

/// The entries that pass a filter.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DictionaryList {
    /// The entries, sorted.
    pub rows: Vec<DictionaryRow>,
    /// Entries that pass, before any limit.
    pub found: u32,
    /// Entries there are.
    pub entries: u32,
    /// Whether there is a change to undo.
    pub can_undo: bool,
    /// Whether there is a change to make again.
    pub can_redo: bool,
}

/// One entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DictionaryRow {
    /// The string of characters, as the reader wrote it.
    pub word: String,
    /// The words it comes apart into; none where it is one word.
    pub parts: Vec<String>,
    /// Its part of speech, in jieba's tag set; empty when not said.
    pub tag: String,
    /// How often it is said to stand in texts; none where it is forced or a split.
    pub frequency: Option<u32>,
    /// Whether it may tear other words.
    pub forced: bool,
    /// Whether it is in force.
    pub enabled: bool,
    /// The one place it holds in; none where it holds everywhere.
    pub place: Option<StoryPlace>,
    /// Places in the stories where its characters stand.
    pub occurrences: u32,
}

/// A range of a story.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct StoryPlace {
    /// The story.
    pub id: String,
    /// The first UTF-16 unit.
    pub start: u32,
    /// The unit after the last.
    pub end: u32,
}

/// What the entries are listed by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum DictionarySort {
    /// The word.
    #[default]
    Word,
    /// Words to join, then words to take apart, then single places.
    Rule,
    /// The part of speech.
    Tag,
    /// Places in the stories, most first.
    Occurrences,
    /// Those in force first.
    Enabled,
}

/// Words in a place of a story, with their neighbours.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WordsAt {
    /// The words before, in the same line.
    pub left: Vec<WordMark>,
    /// The words that stand in the place, wholly or in part.
    pub words: Vec<WordMark>,
    /// The words after, in the same line.
    pub right: Vec<WordMark>,
}
