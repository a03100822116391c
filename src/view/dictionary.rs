//! The reader's dictionary, and the effect of a change on the stories.

use serde::{Deserialize, Serialize};

use super::{Unkept, WordMark};
use crate::lexicon::{Effect, LexiconError};

/// The effect of a dictionary change on all stories.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DictionaryEffect {
    /// Tokens that would be segmented otherwise.
    pub tokens: u32,
    /// Stories with such tokens.
    pub stories: u32,
    /// Words whose frequency changes.
    pub words: u32,
    /// Words whose rank changes; words of equal frequency share a rank.
    pub ranks: u32,
    /// Stories that had to be segmented again, because they contain the characters.
    pub cut_again: u32,
    /// A few of the places, in the order of the stories.
    pub examples: Vec<EffectExample>,
}

/// One place that changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EffectExample {
    /// Id of the story.
    pub id: String,
    /// The first UTF-16 unit of the place.
    pub start: u32,
    /// The unit after the last.
    pub end: u32,
    /// Text before the place.
    pub left: String,
    /// The words now.
    pub before: Vec<String>,
    /// The words after the change.
    pub after: Vec<String>,
    /// Text after the place.
    pub right: String,
}

/// A change that was made.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DictionaryChange {
    /// Its effect on the stories.
    pub effect: DictionaryEffect,
    /// Entries that are new or changed.
    pub added: u32,
    /// Lines of a file that could not be parsed, or that contradict earlier ones.
    pub errors: Vec<LexiconError>,
    /// Number of entries now.
    pub entries: u32,
    /// The reason why the change will be lost when the page is closed; `None` if it is stored.
    pub unkept: Option<Unkept>,
}

/// The entries that pass a filter.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DictionaryList {
    /// The entries, sorted.
    pub rows: Vec<DictionaryRow>,
    /// Number of entries that pass, before any limit.
    pub found: u32,
    /// Number of all entries.
    pub entries: u32,
    /// True if there is a change to undo.
    pub can_undo: bool,
    /// True if there is a change to redo.
    pub can_redo: bool,
}

/// One entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DictionaryRow {
    /// The string of characters, as the reader wrote it.
    pub word: String,
    /// The words it is split into; empty if it is one word.
    pub parts: Vec<String>,
    /// Its part of speech, in jieba's tag set; empty if not given.
    pub tag: String,
    /// Its given frequency in texts; `None` if it is forced or a split.
    pub frequency: Option<u32>,
    /// True if it may break up other words.
    pub forced: bool,
    /// True if it is in force.
    pub enabled: bool,
    /// The one place it applies to; `None` if it applies everywhere.
    pub place: Option<StoryPlace>,
    /// The difference that it moves to another effect; `None` for an entry about words.
    pub moved: Option<MovedDifference>,
    /// Places in the stories where its characters occur.
    pub occurrences: u32,
}

/// The sets of regional words that pass a filter.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RegionalList {
    /// The reader's own sets, then those that were taken out, then the others in the order of the table.
    pub rows: Vec<RegionalRow>,
    /// Number of all sets in force.
    pub sets: u32,
    /// Number of all sets that the reader added or took out.
    pub changed: u32,
    /// True if there is a change to undo.
    pub can_undo: bool,
    /// True if there is a change to redo.
    pub can_redo: bool,
}

/// The words of each region for one thing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RegionalRow {
    /// The words of Hong Kong, Taiwan, the Mainland, Macau, and Singapore and Malaysia; `/` stands between words of one
    /// region, `?` behind one that is not counted as one with the others.
    pub words: Vec<String>,
    /// True if the reader added it.
    pub own: bool,
    /// True if it is in force.
    pub enabled: bool,
}

/// A difference that the reader moved to another effect; `place` of its row is one side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MovedDifference {
    /// The words at that place; empty if only the other story has any.
    pub words: String,
    /// The words of the other story; empty if it has none.
    pub other_words: String,
    /// Their place.
    pub other: StoryPlace,
    /// The effect.
    pub effect: Effect,
}

/// A range of a story.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct StoryPlace {
    /// Id of the story.
    pub id: String,
    /// The first UTF-16 unit.
    pub start: u32,
    /// The unit after the last.
    pub end: u32,
}

/// The order of the entries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum DictionarySort {
    /// The word.
    #[default]
    Word,
    /// Words to join, then words to split, then single places.
    Rule,
    /// The part of speech.
    Tag,
    /// Places in the stories, most first.
    Occurrences,
    /// Those in force first.
    Enabled,
}

/// The words at a place of a story, with their neighbours.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WordsAt {
    /// The words before, in the same line.
    pub left: Vec<WordMark>,
    /// The words at the place, wholly or in part.
    pub words: Vec<WordMark>,
    /// The words after, in the same line.
    pub right: Vec<WordMark>,
}
