//! Look-up of a set of words in a folded text, by the characters at their beginning.

use rustc_hash::FxHashMap;

use crate::lexicon::LONGEST;
use crate::text::fold_char;

/// The words of a set by their first two characters: bit n of a value is set if some of them have n + 1
/// characters. Even with hundreds of thousands of words, most places of a text take one look-up.
#[derive(Clone, Debug, Default)]
pub(super) struct Beginnings(FxHashMap<[char; 2], u64>);

const _: () = assert!(LONGEST <= 64, "a length is a bit of 64");

/// A text folded for look-up.
pub(super) struct FoldedText {
    text: String,
    /// Its characters.
    pub(super) chars: Vec<char>,
    /// The start of each character in the folded text, and the end.
    offsets: Vec<usize>,
}

impl Beginnings {
    /// Returns true if no word was added.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds a word to the set.
    pub(super) fn add(&mut self, word: &str) {
        let mut chars = word.chars();
        if let (Some(first), Some(second)) = (chars.next(), chars.next()) {
            *self.0.entry([first, second]).or_default() |= 1 << (1 + chars.count()).min(63);
        }
    }

    /// Returns the words that may begin at a character, longest first.
    pub(super) fn at<'a>(&self, text: &'a FoldedText, at: usize) -> impl Iterator<Item = (usize, &'a str)> {
        let pair = text.chars.get(at).zip(text.chars.get(at + 1));
        let mut lengths =
            pair.and_then(|(&first, &second)| self.0.get(&[first, second])).copied().unwrap_or(0);
        std::iter::from_fn(move || {
            while lengths != 0 {
                let length = 64 - lengths.leading_zeros() as usize;
                lengths &= !(1 << (length - 1));
                if let Some(word) = text.word(at, length) {
                    return Some((length, word));
                }
            }
            None
        })
    }
}

impl FoldedText {
    /// Folds a text.
    pub(super) fn new(text: &str) -> Self {
        let chars: Vec<char> = text.chars().map(fold_char).collect();
        let mut offsets = Vec::with_capacity(chars.len() + 1);
        let mut folded = String::with_capacity(text.len());
        for &c in &chars {
            offsets.push(folded.len());
            folded.push(c);
        }
        offsets.push(folded.len());
        Self { text: folded, chars, offsets }
    }

    /// Returns `length` characters from character `at`; `None` if the text ends before.
    pub(super) fn word(&self, at: usize, length: usize) -> Option<&str> {
        self.text.get(*self.offsets.get(at)?..*self.offsets.get(at + length)?)
    }
}
