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
    /// Counts the words of `documents`; linear in their tokens and in the highest number of a word.
    pub fn count<'a>(documents: impl IntoIterator<Item = &'a Tokens>) -> Self {
        let mut list = Self::default();
        // Of each word, by number: its occurrences in the present document, and the documents that contain it.
        let mut tallies: Vec<(u32, u32)> = Vec::new();
        let mut counts: Vec<(WordId, u32, u32)> = Vec::new();
        let mut met: Vec<WordId> = Vec::new();
        for (part, tokens) in (0..).zip(documents) {
            let mut size: u32 = 0;
            for token in tokens.words() {
                let number = token.word.0 as usize;
                if number >= tallies.len() {
                    tallies.resize(number + 1, (0, 0));
                }
                let tally = &mut tallies[number];
                if tally.0 == 0 {
                    tally.1 += 1;
                    met.push(token.word);
                }
                tally.0 += 1;
                size += 1;
            }
            list.sizes.push(size);
            for word in met.drain(..) {
                counts.push((word, part, std::mem::take(&mut tallies[word.0 as usize].0)));
            }
        }
        // From now on the first number of a tally is the place of the word in the list.
        for (number, tally) in (0..).zip(&mut tallies).filter(|(_, tally)| tally.1 > 0) {
            tally.0 = saturating_u32(list.words.len());
            let parts = Vec::with_capacity(tally.1 as usize);
            list.words.push(Frequency { word: WordId(number), frequency: 0, parts });
        }
        for (word, part, count) in counts {
            let entry = &mut list.words[tallies[word.0 as usize].0 as usize];
            entry.frequency += count;
            entry.parts.push((part, count));
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
