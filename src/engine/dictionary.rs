//! The reader's dictionary: previewing, making and undoing edits.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use crate::corpus::{Mode, Replaced, Units};
use crate::lexicon::{self, Change, Correction, Edit, Key, LexiconError, Place, Rule, UserDictionary};
use crate::segment::Concern;
use crate::text::{OrderBy, fold, saturating_u32};
use crate::view::{self, DictionarySort};

use super::effect::effect;
use super::{DictionaryEdit, Engine, EngineError};

/// The maximum number of changes that can be undone.
const REMEMBERED: usize = 200;

/// The undo and redo history of this session.
#[derive(Debug, Default)]
pub(super) struct DictionaryHistory {
    /// The changes that undo the edits, the last edit last.
    undo: Vec<Change>,
    /// The changes that redo what was undone.
    redo: Vec<Change>,
    /// Words and places whose entries were changed and are about to be stored.
    pub(super) changed: BTreeSet<Key>,
    /// Words and places whose entries could not be stored yet.
    pub(super) unkept: BTreeSet<Key>,
}

/// The change that an edit makes, and the errors in its file.
pub(super) struct Steps {
    change: Change,
    errors: Vec<LexiconError>,
}

impl Steps {
    pub(super) fn new(edits: Vec<Edit>, errors: Vec<LexiconError>) -> Self {
        Self { change: Change { edits }, errors }
    }
}

impl Engine {
    /// Returns the effect that an edit would have on the stories.
    pub(super) fn preview(
        &mut self,
        units: Units,
        edit: DictionaryEdit,
    ) -> Result<view::DictionaryEffect, EngineError> {
        let steps = self.steps(edit)?;
        let (undo, replaced) = self.apply(steps.change)?;
        let effect = effect(&self.corpus, units, &replaced);
        self.segmenters.change(undo);
        self.corpus.put_back(replaced);
        Ok(effect)
    }

    /// Makes an edit, which is in force from now on.
    pub(super) fn edit(
        &mut self,
        units: Units,
        edit: DictionaryEdit,
    ) -> Result<view::DictionaryChange, EngineError> {
        let direction = match edit {
            DictionaryEdit::Undo => Direction::Back,
            DictionaryEdit::Redo => Direction::Forth,
            _ => Direction::New,
        };
        let Steps { change, errors } = self.steps(edit)?;
        let (undo, replaced) = self.change_entries(change, direction)?;
        let effect = effect(&self.corpus, units, &replaced);
        let dictionary = self.dictionary();
        let added = undo.edits.iter().filter(|edit| dictionary.get(&edit.key()).is_some()).count();
        let entries = saturating_u32(dictionary.len());
        Ok(view::DictionaryChange { effect, added: saturating_u32(added), errors, entries, unkept: None })
    }

    /// Makes a change of the dictionary that can be undone, and is to be stored. Returns the change that undoes it,
    /// and the tokens that it replaced.
    pub(super) fn change_entries(
        &mut self,
        change: Change,
        direction: Direction,
    ) -> Result<(Change, Vec<Replaced>), EngineError> {
        let (undo, replaced) = self.apply(change)?;
        self.history.changed.extend(undo.edits.iter().map(Edit::key));
        self.history.remember(direction, undo.clone());
        self.terms_counted = None;
        Ok((undo, replaced))
    }

    /// Returns the reader's dictionary.
    pub fn dictionary(&self) -> &UserDictionary {
        self.segmenters.dictionary()
    }

    /// Returns the dictionary as a file.
    pub fn dictionary_file(&self) -> String {
        lexicon::write(self.dictionary().iter())
    }

    /// Returns the entries whose word contains `filter`.
    pub(super) fn dictionary_list(
        &self,
        filter: &str,
        sort: DictionarySort,
        limit: Option<u32>,
    ) -> view::DictionaryList {
        let filter = fold(filter.trim());
        let mut counts = FxHashMap::default();
        for document in self.corpus.documents() {
            self.segmenters.count_own(&document.text, &mut counts);
        }
        let row = |correction: &Correction| {
            let key = correction.key();
            let word = match (&key, correction.sides()) {
                (Key::Regional(_), _) => return None,
                (Key::Word(word), _) => word.clone(),
                (_, Some([a, b])) => fold(&format!("{} {}", a.words, b.words)),
                (_, None) => fold(correction.word()),
            };
            word.contains(&filter).then(|| {
                let occurrences = match key {
                    Key::Word(word) => counts.get(word.as_str()).copied().unwrap_or(0),
                    Key::Place(_) | Key::Difference(..) | Key::Regional(_) => 1,
                };
                row(correction, occurrences)
            })
        };
        let mut rows: Vec<view::DictionaryRow> = self.dictionary().iter().filter_map(row).collect();
        order(&mut rows, sort);
        let found = saturating_u32(rows.len());
        rows.truncate(limit.map_or(usize::MAX, |limit| limit as usize));
        let (can_undo, can_redo) = self.history.can();
        view::DictionaryList {
            rows,
            found,
            entries: saturating_u32(words(self.dictionary()).count()),
            can_undo,
            can_redo,
        }
    }

    fn steps(&self, edit: DictionaryEdit) -> Result<Steps, EngineError> {
        let dictionary = self.dictionary();
        let known = |key: &Key| dictionary.get(key).ok_or_else(|| unknown(key));
        let mut errors = Vec::new();
        let edits = match edit {
            DictionaryEdit::Put(correction) => vec![self.putting(correction)],
            DictionaryEdit::Remove(key) => vec![self.removing(key)?],
            DictionaryEdit::Replace { key, by } if key == by.key() => vec![self.putting(by)],
            DictionaryEdit::Replace { key, by } => vec![self.removing(key)?, self.putting(by)],
            DictionaryEdit::Enable { key, enabled } => {
                vec![Edit::Put(known(&key)?.clone().switched(enabled))]
            }
            DictionaryEdit::Import { text } => {
                let (corrections, wrong) = lexicon::read(&text);
                errors = wrong;
                corrections.into_iter().map(|correction| self.putting(correction)).collect()
            }
            DictionaryEdit::ImportRegional { table } => return Ok(self.regional_import(&table)),
            DictionaryEdit::ClearRegional => self.regional_clearing(),
            DictionaryEdit::Clear => {
                words(dictionary).map(|correction| Edit::Remove(correction.key())).collect()
            }
            DictionaryEdit::Undo => self.history.undo.last().ok_or(EngineError::NothingToUndo)?.edits.clone(),
            DictionaryEdit::Redo => self.history.redo.last().ok_or(EngineError::NothingToUndo)?.edits.clone(),
        };
        Ok(Steps::new(edits, errors))
    }

    /// Applies a change and segments the stories again that contain one of its words. Returns what undoes both.
    pub(super) fn apply(&mut self, change: Change) -> Result<(Change, Vec<Replaced>), EngineError> {
        let undo = self.segmenters.change(change);
        let concern = Concern::new(&undo);
        let segmenters = &self.segmenters;
        let segmented = self.corpus.segment_again(
            |units, document| units.mode != Mode::Character && concern.holds(&document.id, &document.text),
            |units, document, vocabulary| segmenters.tokens(units, document, vocabulary),
        );
        match segmented {
            Ok(replaced) => Ok((undo, replaced)),
            Err(error) => {
                self.segmenters.change(undo);
                Err(error)
            }
        }
    }
}

/// The direction of an edit in the history.
pub(super) enum Direction {
    New,
    Back,
    Forth,
}

/// Returns the entries of a dictionary about words and differences, without those of the table of regional words.
fn words(dictionary: &UserDictionary) -> impl Iterator<Item = &Correction> {
    dictionary.iter().filter(|correction| *correction.rule() != Rule::Regional)
}

impl DictionaryHistory {
    /// Returns whether there is a change to undo, and one to redo.
    pub(super) fn can(&self) -> (bool, bool) {
        (!self.undo.is_empty(), !self.redo.is_empty())
    }

    fn remember(&mut self, direction: Direction, undo: Change) {
        match direction {
            Direction::New if undo.edits.is_empty() => {}
            Direction::New => {
                self.redo.clear();
                self.undo.push(undo);
            }
            Direction::Back => {
                self.undo.pop();
                self.redo.push(undo);
            }
            Direction::Forth => {
                self.redo.pop();
                self.undo.push(undo);
            }
        }
        let forgotten = self.undo.len().saturating_sub(REMEMBERED);
        self.undo.drain(..forgotten);
    }
}

pub(super) fn unknown(key: &Key) -> EngineError {
    let place = |place: &Place| format!("{} {}-{}", place.story, place.start, place.end);
    let word = match key {
        Key::Word(word) => word.clone(),
        Key::Regional(line) => line.replace('\t', " "),
        Key::Place(one) => place(one),
        Key::Difference(a, b) => format!("{} / {}", place(a), place(b)),
    };
    EngineError::UnknownEntry { word }
}

fn row(correction: &Correction, occurrences: u32) -> view::DictionaryRow {
    let (tag, frequency, parts) = match correction.rule() {
        Rule::Join { tag, frequency } => (tag.clone(), *frequency, Vec::new()),
        Rule::Split { parts } => (String::new(), None, parts.clone()),
        Rule::Move { .. } | Rule::Regional => (String::new(), None, Vec::new()),
    };
    let moved = moved(correction);
    let place = correction.place().map(|place| view::StoryPlace {
        id: place.story.clone(),
        start: place.start,
        end: place.end,
    });
    let forced = moved.is_none() && (place.is_some() || (parts.is_empty() && frequency.is_none()));
    let (word, enabled) = (correction.word().to_owned(), correction.enabled);
    view::DictionaryRow { word, parts, tag, frequency, forced, enabled, place, moved, occurrences }
}

fn moved(correction: &Correction) -> Option<view::MovedDifference> {
    let (Rule::Move { effect, .. }, Some([own, other])) = (correction.rule(), correction.sides()) else {
        return None;
    };
    let Place { story, start, end } = other.place;
    let place = view::StoryPlace { id: story, start, end };
    Some(view::MovedDifference { words: own.words, other_words: other.words, other: place, effect: *effect })
}

/// Sorts rows that are in the order of their words; equal ones keep that order.
fn order(rows: &mut [view::DictionaryRow], sort: DictionarySort) {
    match sort {
        DictionarySort::Word => {}
        DictionarySort::Rule => {
            rows.order_by_key(|row| (row.moved.is_some(), row.place.is_some(), !row.parts.is_empty()));
        }
        DictionarySort::Tag => rows.order_by(|a, b| a.tag.cmp(&b.tag)),
        DictionarySort::Occurrences => rows.order_by_key(|row| std::cmp::Reverse(row.occurrences)),
        DictionarySort::Enabled => rows.order_by_key(|row| !row.enabled),
    }
}

#[cfg(test)]
mod tests;
