//! A correction that the reader is making. Pure, so that the meaning of a click can be tested.

use std::collections::BTreeSet;

use crate::lexicon::{Correction, LexiconErrorKind, Place};
use crate::view::{StoryPlace, WordsAt};

/// The frequency of a recommended word. Its value does not affect segmentation; jieba's format needs one.
const RECOMMENDED: u32 = 5;

/// A correction of a string of characters, as the reader wants it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CorrectionDraft {
    /// The position of the string.
    pub place: StoryPlace,
    /// The characters of the string.
    pub characters: Vec<char>,
    /// Wanted boundaries, each as a number of characters before it.
    pub cuts: BTreeSet<usize>,
    /// Present boundaries, counted likewise.
    pub now: BTreeSet<usize>,
    /// True if only this occurrence is meant.
    pub here: bool,
    /// The part of speech of the word; empty if not given.
    pub tag: &'static str,
    /// True if the word may break up others.
    pub forced: bool,
}

impl CorrectionDraft {
    /// Guesses a correction from a selection: several words become one; a part of one word is cut off; a
    /// selection across a word boundary is a word. Exactly one word suggests nothing yet.
    pub fn new(selected: &StoryPlace, found: &WordsAt) -> Option<Self> {
        let (first, last) = (found.words.first()?, found.words.last()?);
        let one = found.words.len() == 1;
        let (start, end) = if one { (first.start, first.end) } else { (selected.start, selected.end) };
        let mut characters = Vec::new();
        let mut now = BTreeSet::new();
        let mut cuts = BTreeSet::new();
        let mut at = first.start;
        for word in &found.words {
            if word.start > start && word.start < end {
                now.insert(characters.len());
            }
            for c in word.word.chars() {
                if one && (at == selected.start || at == selected.end) && at > start {
                    cuts.insert(characters.len());
                }
                if start <= at && at < end {
                    characters.push(c);
                }
                at += c.len_utf16() as u32;
            }
        }
        // A position inside a character is not valid.
        let length: usize = characters.iter().map(|c| c.len_utf16()).sum();
        let whole = start + length as u32 == end && end <= last.end && first.start <= start;
        whole.then(|| Self {
            place: StoryPlace { id: selected.id.clone(), start, end },
            characters,
            cuts,
            now,
            here: false,
            tag: "",
            forced: true,
        })
    }

    /// Returns a copy in which the boundary after `character` characters is added or removed.
    pub fn toggled(&self, character: usize) -> Self {
        let mut draft = self.clone();
        if !draft.cuts.remove(&character) {
            draft.cuts.insert(character);
        }
        draft
    }

    /// Returns the wanted words.
    pub fn parts(&self) -> Vec<String> {
        parts(&self.characters, &self.cuts)
    }

    /// Returns the present words, as far as they lie inside the string.
    pub fn parts_now(&self) -> Vec<String> {
        parts(&self.characters, &self.now)
    }

    /// Returns true if the string is to be one word.
    pub fn is_word(&self) -> bool {
        self.cuts.is_empty()
    }

    /// Returns true if the draft changes anything.
    pub fn says_something(&self, found: &WordsAt) -> bool {
        let whole = found.words.first().is_some_and(|first| first.start == self.place.start)
            && found.words.last().is_some_and(|last| last.end == self.place.end);
        !whole || self.cuts != self.now || (self.is_word() && !self.tag.is_empty())
    }

    /// Returns the draft as an entry of the dictionary.
    ///
    /// # Errors
    /// If no such entry is possible.
    pub fn correction(&self) -> Result<Correction, LexiconErrorKind> {
        let word: String = self.characters.iter().collect();
        let correction = if self.is_word() {
            let frequency = (!self.forced && !self.here).then_some(RECOMMENDED);
            Correction::join(&word, self.tag, frequency)
        } else {
            Correction::split(&word, self.parts())
        };
        let StoryPlace { id, start, end } = &self.place;
        let place = Place { story: id.clone(), start: *start, end: *end };
        correction.and_then(|correction| if self.here { correction.at(place) } else { Ok(correction) })
    }
}

fn parts(characters: &[char], cuts: &BTreeSet<usize>) -> Vec<String> {
    let mut parts = vec![String::new()];
    for (place, &c) in characters.iter().enumerate() {
        if cuts.contains(&place) {
            parts.push(String::new());
        }
        if let Some(part) = parts.last_mut() {
            part.push(c);
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::WordMark;

    fn found(words: &[&str]) -> WordsAt {
        let mut start = 10;
        let words = words.iter().map(|word| {
            let end = start + word.encode_utf16().count() as u32;
            let mark = WordMark { word: (*word).to_owned(), start, end, tag: "n".to_owned() };
            start = end;
            mark
        });
        WordsAt { words: words.collect(), ..WordsAt::default() }
    }

    fn draft(words: &[&str], start: u32, end: u32) -> CorrectionDraft {
        CorrectionDraft::new(&StoryPlace { id: "甲".into(), start, end }, &found(words)).unwrap()
    }

    #[test]
    fn several_words_are_to_be_one() {
        let draft = draft(&["龔", "正在"], 10, 13);
        assert_eq!(draft.parts(), ["龔正在"]);
        assert_eq!(draft.parts_now(), ["龔", "正在"]);
        assert!(draft.says_something(&found(&["龔", "正在"])));
        assert_eq!(draft.toggled(2).parts(), ["龔正", "在"]);
        assert_eq!(draft.toggled(2).toggled(2), draft);
    }

    #[test]
    fn a_part_of_a_word_is_to_stand_by_itself() {
        assert_eq!(draft(&["龔正在"], 10, 12).parts(), ["龔正", "在"]);
        assert_eq!(draft(&["龔正在這"], 11, 13).parts(), ["龔", "正在", "這"]);
    }

    #[test]
    fn what_reaches_over_into_another_word_is_to_be_a_word() {
        let draft = draft(&["龔", "正在"], 10, 12);
        assert_eq!((draft.parts(), draft.place.end), (vec!["龔正".to_owned()], 12));
    }

    #[test]
    fn of_one_word_nothing_is_said_until_the_reader_says_it() {
        let words = ["龔正在"];
        let draft = draft(&words, 10, 13);
        assert!(!draft.says_something(&found(&words)));
        assert!(draft.toggled(2).says_something(&found(&words)));
        assert!(CorrectionDraft { tag: "nr", ..draft }.says_something(&found(&words)));
    }

    #[test]
    fn a_correction_here_is_forced_and_names_its_place() {
        let draft = CorrectionDraft { here: true, forced: false, ..draft(&["𠮷", "正在"], 10, 13) };
        let correction = draft.correction().unwrap();
        let place = correction.place().unwrap();
        assert_eq!((correction.word(), place.start, place.end), ("𠮷正", 10, 13));
    }
}
