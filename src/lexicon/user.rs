//! The reader's own dictionary: strings that are one word, strings that are split, differences that have another effect,
//! and sets of regional words.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::{Correction, Key, Place};
use crate::text::OrderBy;

/// Corrections, one for each word or place; of two for variants of the same characters, the later.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UserDictionary {
    /// By folded word. Hashed, since segmentation looks words up in it at every character.
    words: FxHashMap<Box<str>, Correction>,
    places: BTreeMap<Place, Correction>,
    /// Of differences between two stories, by their places.
    differences: BTreeMap<(Place, Place), Correction>,
    /// Of the table of regional words, by folded line.
    regional: BTreeMap<String, Correction>,
}

/// A single edit of a dictionary: an entry put or removed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Edit {
    /// Puts a correction, replacing an earlier one of the same word or place.
    Put(Correction),
    /// Removes a correction.
    Remove(Key),
}

/// Edits made together, each of another word or place.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// The edits, in no particular order.
    pub edits: Vec<Edit>,
}

impl Edit {
    /// Returns the key it concerns.
    pub fn key(&self) -> Key {
        match self {
            Self::Put(correction) => correction.key(),
            Self::Remove(key) => key.clone(),
        }
    }
}

impl UserDictionary {
    /// Applies a change and returns the change that undoes it. An edit without effect is in neither.
    pub fn apply(&mut self, change: Change) -> Change {
        let undo = |(key, before): (Key, Option<Correction>)| before.map_or(Edit::Remove(key), Edit::Put);
        let mut undoing = Vec::with_capacity(change.edits.len());
        for edit in change.edits {
            let key = edit.key();
            let after = match edit {
                Edit::Put(correction) => Some(correction),
                Edit::Remove(_) => None,
            };
            let before = self.set(&key, after);
            if before.as_ref() != self.get(&key) {
                undoing.push(undo((key, before)));
            }
        }
        // The last first: two edits of one word are undone in the other order.
        undoing.reverse();
        Change { edits: undoing }
    }

    /// Sets the correction of `key`, or removes it, and returns the previous one.
    fn set(&mut self, key: &Key, correction: Option<Correction>) -> Option<Correction> {
        match (key, correction) {
            (Key::Place(place), Some(correction)) => self.places.insert(place.clone(), correction),
            (Key::Place(place), None) => self.places.remove(place),
            (Key::Difference(a, b), Some(correction)) => {
                self.differences.insert((a.clone(), b.clone()), correction)
            }
            (Key::Difference(a, b), None) => self.differences.remove(&(a.clone(), b.clone())),
            (Key::Regional(line), Some(correction)) => self.regional.insert(line.clone(), correction),
            (Key::Regional(line), None) => self.regional.remove(line),
            (Key::Word(word), Some(correction)) => self.words.insert(word.as_str().into(), correction),
            (Key::Word(word), None) => self.words.remove(word.as_str()),
        }
    }

    /// Returns the correction of a word or a place.
    pub fn get(&self, key: &Key) -> Option<&Correction> {
        match key {
            Key::Place(place) => self.places.get(place),
            Key::Difference(a, b) => self.differences.get(&(a.clone(), b.clone())),
            Key::Regional(line) => self.regional.get(line),
            Key::Word(word) => self.words.get(word.as_str()),
        }
    }

    /// Returns the reader's lines of the table of regional words, by folded line.
    pub fn regional(&self) -> impl Iterator<Item = (&str, &Correction)> {
        self.regional.iter().map(|(line, correction)| (line.as_str(), correction))
    }

    /// Returns the correction of a folded word, if it applies everywhere.
    pub fn of_folded(&self, word: &str) -> Option<&Correction> {
        self.words.get(word)
    }

    /// Returns the dictionary's own copy of a folded word that is corrected everywhere.
    pub fn stored(&self, word: &str) -> Option<&str> {
        self.words.get_key_value(word).map(|(word, _)| &**word)
    }

    /// Returns the corrections of places in a story, in the order of the text.
    pub fn in_story<'a>(&'a self, story: &str) -> impl Iterator<Item = (&'a Place, &'a Correction)> {
        let bound = |offset| Place { story: story.to_owned(), start: offset, end: offset };
        self.places.range(bound(0)..bound(u32::MAX))
    }

    /// Returns true if there are corrections of single places.
    pub fn has_places(&self) -> bool {
        !self.places.is_empty()
    }

    /// Returns true if words are corrected, everywhere or at a place.
    pub fn corrects_words(&self) -> bool {
        !self.words.is_empty() || !self.places.is_empty()
    }

    /// Returns true if differences are moved to another effect.
    pub fn moves_differences(&self) -> bool {
        !self.differences.is_empty()
    }

    /// Returns all corrections: first those that apply everywhere, by folded word, then those of places and of
    /// differences, by story, then lines of regional words.
    pub fn iter(&self) -> impl Iterator<Item = &Correction> {
        let mut words: Vec<(&str, &Correction)> =
            self.words.iter().map(|(word, correction)| (&**word, correction)).collect();
        words.order_by_key(|&(word, _)| word);
        words
            .into_iter()
            .map(|(_, correction)| correction)
            .chain(self.places.values())
            .chain(self.differences.values())
            .chain(self.regional.values())
    }

    /// Returns the folded words of all corrections that apply everywhere, in no order.
    pub fn folded_words(&self) -> impl Iterator<Item = &str> {
        self.words.keys().map(|word| &**word)
    }

    /// Returns the number of corrections.
    pub fn len(&self) -> usize {
        self.words.len() + self.places.len() + self.differences.len() + self.regional.len()
    }

    /// Returns true if there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn put(word: &str, tag: &str) -> Edit {
        Edit::Put(Correction::join(word, tag, None).unwrap())
    }

    #[test]
    fn a_change_can_be_undone_and_redone() {
        let mut dictionary = UserDictionary::default();
        dictionary.apply(Change { edits: vec![put("臺北", "ns"), put("長江", "ns")] });
        let before = dictionary.clone();
        let change = Change {
            edits: vec![put("臺北", "n"), put("黃河", "ns"), Edit::Remove(Key::of_word("長江"))],
        };
        let undo = dictionary.apply(change.clone());
        let after = dictionary.clone();
        let redo = dictionary.apply(undo);
        assert_eq!(dictionary, before);
        dictionary.apply(redo);
        assert_eq!(dictionary, after);
    }

    #[test]
    fn two_edits_of_one_word_are_undone_in_the_other_order() {
        let mut dictionary = UserDictionary::default();
        dictionary.apply(Change { edits: vec![put("臺北", "")] });
        let before = dictionary.clone();
        let undo = dictionary
            .apply(Change { edits: vec![put("台北", "ns"), Edit::Remove(Key::of_word("臺北"))] });
        assert_eq!(dictionary.len(), 0);
        dictionary.apply(undo);
        assert_eq!(dictionary, before);
    }

    #[test]
    fn edits_without_effect_are_not_in_the_undoing_change() {
        let mut dictionary = UserDictionary::default();
        dictionary.apply(Change { edits: vec![put("長江", "ns")] });
        let change = Change { edits: vec![put("長江", "ns"), Edit::Remove(Key::of_word("黃河"))] };
        assert_eq!(dictionary.apply(change), Change::default());
    }

    #[test]
    fn variants_of_a_word_are_one_entry_shown_as_typed_last() {
        let mut dictionary = UserDictionary::default();
        dictionary.apply(Change { edits: vec![put("台北", "ns"), put("臺北", "ns")] });
        assert_eq!(dictionary.iter().map(Correction::word).collect::<Vec<_>>(), ["臺北"]);
    }
}
