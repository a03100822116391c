//! The reader's own dictionary: words that hold together and words that come apart.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::{Correction, Key, Place};

/// Corrections, one for each word or place; of two that are written in variants of the same characters, the later.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UserDictionary {
    /// By folded word. Hashed, since cutting looks words up in it at every character.
    words: FxHashMap<Box<str>, Correction>,
    places: BTreeMap<Place, Correction>,
}

/// A step that puts something into a dictionary or takes it out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Edit {
    /// Says this, whatever was said of the same word before.
    Put(Correction),
    /// Says nothing of it any more.
    Remove(Key),
}

/// Steps that are taken together, each about another word or place.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// The steps, whose order says nothing.
    pub edits: Vec<Edit>,
}

impl Edit {
    /// What it is about.
    pub fn key(&self) -> Key {
        match self {
            Self::Put(correction) => correction.key(),
            Self::Remove(key) => key.clone(),
        }
    }
}

impl UserDictionary {
    /// Takes a change up and gives back the change that undoes it. A step that changes nothing is in neither.
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
        Change { edits: undoing }
    }

    /// Says something of `key`, or nothing, and gives back what was said before.
    fn set(&mut self, key: &Key, correction: Option<Correction>) -> Option<Correction> {
        match (key, correction) {
            (Key::Place(place), Some(correction)) => self.places.insert(place.clone(), correction),
            (Key::Place(place), None) => self.places.remove(place),
            (Key::Word(word), Some(correction)) => self.words.insert(word.as_str().into(), correction),
            (Key::Word(word), None) => self.words.remove(word.as_str()),
        }
    }

    /// What is said of a word or a place.
    pub fn get(&self, key: &Key) -> Option<&Correction> {
        match key {
            Key::Place(place) => self.places.get(place),
            Key::Word(word) => self.words.get(word.as_str()),
        }
    }

    /// What is said everywhere of a word, given folded.
    pub fn of_folded(&self, word: &str) -> Option<&Correction> {
        self.words.get(word)
    }

    /// A folded word as the dictionary holds it, if it says something of it everywhere.
    pub fn stored(&self, word: &str) -> Option<&str> {
        self.words.get_key_value(word).map(|(word, _)| &**word)
    }

    /// What is said of places in a story, in the order of the text.
    pub fn in_story<'a>(&'a self, story: &str) -> impl Iterator<Item = (&'a Place, &'a Correction)> {
        let bound = |offset| Place { story: story.to_owned(), start: offset, end: offset };
        self.places.range(bound(0)..bound(u32::MAX))
    }

    /// Whether anything is said of single places.
    pub fn has_places(&self) -> bool {
        !self.places.is_empty()
    }

    /// Everything, first what holds everywhere, by folded word, then places, by story.
    pub fn iter(&self) -> impl Iterator<Item = &Correction> {
        let mut words: Vec<(&str, &Correction)> =
            self.words.iter().map(|(word, correction)| (&**word, correction)).collect();
        words.sort_unstable_by_key(|&(word, _)| word);
        words.into_iter().map(|(_, correction)| correction).chain(self.places.values())
    }

    /// The folded words of all that holds everywhere, in no order.
    pub fn folded_words(&self) -> impl Iterator<Item = &str> {
        self.words.keys().map(|word| &**word)
    }

    /// How many corrections there are.
    pub fn len(&self) -> usize {
        self.words.len() + self.places.len()
    }

    /// Whether there is none.
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
    fn what_was_done_is_undone() {
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
    fn what_changes_nothing_is_nothing_to_undo() {
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
