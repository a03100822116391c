//! The frequency of each word in a set of documents, and its distribution over them.

use crate::corpus::{Tokens, WordId};
use crate::text::saturating_u32;

/// The counted words of some documents. Punctuation is not a word.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FrequencyList {
    /// Each word once, by number.
    pub words: Vec<Frequency>,
    /// Number of words of each document.
    pub sizes: Vec<u32>,
    /// Number of words of all documents.
    pub tokens: u32,
}

/// One word's counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frequency {
    /// The word.
    pub word: WordId,
    /// Occurrences in all documents.
    pub frequency: u32,
    /// The documents that contain it, as indices, with its occurrences there; in the order of the documents.
    pub parts: Vec<(u32, u32)>,
}

impl FrequencyList {
    /// Counts the words of `documents`; linear in their tokens except for one sort of the counts.
    pub fn count<'a>(documents: impl IntoIterator<Item = &'a Tokens>) -> Self {
        let mut list = Self::default();
        let mut counts: Vec<(WordId, u32, u32)> = Vec::new();
        for (part, tokens) in (0..).zip(documents) {
            let mut words: Vec<WordId> = tokens.words().map(|token| token.word).collect();
            words.sort_unstable();
            list.sizes.push(saturating_u32(words.len()));
            for same in words.chunk_by(|a, b| a == b) {
                counts.push((same[0], part, saturating_u32(same.len())));
            }
        }
        counts.sort_unstable();
        for same in counts.chunk_by(|a, b| a.0 == b.0) {
            let parts: Vec<(u32, u32)> = same.iter().map(|&(_, part, count)| (part, count)).collect();
            let frequency = parts.iter().map(|&(_, count)| count).sum();
            list.words.push(Frequency { word: same[0].0, frequency, parts });
        }
        list.tokens = list.sizes.iter().sum();
        list
    }

    /// Returns the frequency of `word` in all documents.
    pub fn frequency(&self, word: WordId) -> u32 {
        self.words.binary_search_by_key(&word, |entry| entry.word).map_or(0, |at| self.words[at].frequency)
    }
}

impl Frequency {
    /// Returns the number of documents that contain the word.
    pub fn range(&self) -> u32 {
        saturating_u32(self.parts.len())
    }
}
