//! The texts that a change of the reader's dictionary can concern.

use rustc_hash::FxHashSet;

use super::beginnings::{Beginnings, FoldedText};
use crate::lexicon::{Change, Key};

/// The set of texts that a change can concern, given by its words and stories.
#[derive(Debug)]
pub struct Concern {
    words: FxHashSet<String>,
    beginnings: Beginnings,
    stories: FxHashSet<String>,
}

impl Concern {
    /// Collects the words and stories of a change.
    pub fn new(change: &Change) -> Self {
        let mut concern = Self {
            words: FxHashSet::default(),
            beginnings: Beginnings::default(),
            stories: FxHashSet::default(),
        };
        for edit in &change.edits {
            match edit.key() {
                Key::Word(word) => {
                    concern.beginnings.add(&word);
                    concern.words.insert(word);
                }
                Key::Place(place) => {
                    concern.stories.insert(place.story);
                }
                // They change no word.
                Key::Difference(..) | Key::Regional(_) => {}
            }
        }
        concern
    }

    /// Returns true if the change concerns a word in the text or a place in the story.
    pub fn holds(&self, story: &str, text: &str) -> bool {
        if self.stories.contains(story) {
            return true;
        }
        if self.words.is_empty() {
            return false;
        }
        let folded = FoldedText::new(text);
        (0..folded.chars.len())
            .any(|at| self.beginnings.at(&folded, at).any(|(_, word)| self.words.contains(word)))
    }
}
