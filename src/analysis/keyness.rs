//! The counts of words in a target and a reference.

use crate::corpus::WordId;

use super::FrequencyList;

/// One word's counts on both sides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeynessCounts {
    /// The word.
    pub word: WordId,
    /// Occurrences in the target.
    pub target: u32,
    /// Occurrences in the reference.
    pub reference: u32,
}

/// Returns every word of either list with its counts on both sides, by number.
pub fn keyness_counts(target: &FrequencyList, reference: &FrequencyList) -> Vec<KeynessCounts> {
    let mut words: Vec<WordId> =
        target.words.iter().chain(&reference.words).map(|entry| entry.word).collect();
    words.sort_unstable();
    words.dedup();
    words
        .into_iter()
        .map(|word| KeynessCounts {
            word,
            target: target.frequency(word),
            reference: reference.frequency(word),
        })
        .collect()
}
