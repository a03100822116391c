//! Runs of characters that stand in several stories, found through an index of overlapping runs.

use super::kin::kin;
use crate::text::{Span, is_word_character};

/// What stories are laid beside each other in: the letters of their sentences, folded, without punctuation.
pub(super) fn letters(text: &str, sentences: &[Span]) -> Vec<char> {
    let own = sentences.iter().flat_map(|sentence| sentence.of(text).chars());
    own.filter(|&c| is_word_character(c)).map(kin).collect()
}

/// Overlapping runs of one length in all stories.
#[derive(Debug)]
pub(super) struct Shingles {
    /// For each story, the number of the run that begins at each of its letters.
    pub(super) of: Vec<Vec<u32>>,
    stories: Vec<u32>,
    starts: Vec<u32>,
}

/// The multiplier of the rolling hash: odd, with its bits well mixed (Knuth's MMIX).
const MULTIPLIER: u64 = 6_364_136_223_846_793_005;

impl Shingles {
    /// Numbers the runs of `length` letters, 1 or more, of all stories.
    ///
    /// Runs are told apart by a hash of 64 bits; among ten million of them the chance of one mistake is 3 in a million.
    pub(super) fn new(stories: &[Vec<char>], length: usize) -> Self {
        let mut all: Vec<(u64, u32, u32)> = Vec::new();
        for (story, letters) in (0..).zip(stories) {
            all.extend((0..).zip(hashes(letters, length)).map(|(place, hash)| (hash, story, place)));
        }
        all.sort_unstable();
        let mut of: Vec<Vec<u32>> =
            stories.iter().map(|letters| vec![0; (letters.len() + 1).saturating_sub(length)]).collect();
        let (mut holders, mut starts) = (Vec::new(), Vec::new());
        for run in all.chunk_by(|x, y| x.0 == y.0) {
            let number = u32::try_from(starts.len()).unwrap_or(u32::MAX);
            starts.push(u32::try_from(holders.len()).unwrap_or(u32::MAX));
            let first = holders.len();
            for &(_, story, place) in run {
                of[story as usize][place as usize] = number;
                if holders.len() == first || holders.last() != Some(&story) {
                    holders.push(story);
                }
            }
        }
        starts.push(u32::try_from(holders.len()).unwrap_or(u32::MAX));
        Self { of, stories: holders, starts }
    }

    /// The stories in which a run stands, in rising order, each once.
    pub(super) fn stories(&self, run: u32) -> &[u32] {
        &self.stories[self.starts[run as usize] as usize..self.starts[run as usize + 1] as usize]
    }

    /// How many different runs there are.
    pub(super) fn len(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }
}

/// The hash of the run of `length` letters that begins at each letter.
pub(super) fn hashes(letters: &[char], length: usize) -> impl Iterator<Item = u64> + '_ {
    let value = |c: char| (u64::from(u32::from(c)) + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let last = (1..length).fold(1_u64, |power, _| power.wrapping_mul(MULTIPLIER));
    let mut hash = 0_u64;
    letters.iter().enumerate().filter_map(move |(at, &c)| {
        if at >= length {
            hash = hash.wrapping_sub(value(letters[at - length]).wrapping_mul(last));
        }
        hash = hash.wrapping_mul(MULTIPLIER).wrapping_add(value(c));
        (at + 1 >= length).then_some(hash ^ (hash >> 29))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_runs_have_one_number_and_their_stories() {
        let stories: Vec<Vec<char>> =
            ["甲乙丙丁甲乙丙", "戊甲乙丙", "甲乙"].iter().map(|s| s.chars().collect()).collect();
        let shingles = Shingles::new(&stories, 3);
        assert_eq!(shingles.of[0][0], shingles.of[0][4]);
        assert_eq!(shingles.of[0][0], shingles.of[1][1]);
        assert_eq!(shingles.stories(shingles.of[0][0]), [0, 1]);
        assert_eq!(shingles.stories(shingles.of[1][0]), [1]);
        assert_eq!((shingles.of[2].len(), shingles.len()), (0, 5));
    }

    #[test]
    fn letters_are_folded_and_punctuation_is_none() {
        let text = "衞生、衛生 A。";
        assert_eq!(letters(text, &[Span::new(0, text.len())]).iter().collect::<String>(), "卫生卫生A");
    }
}
