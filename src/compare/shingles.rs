//! Runs of characters that occur in several stories, found through an index of overlapping runs.

use std::hash::BuildHasher;

use rustc_hash::{FxBuildHasher, FxHashMap};

use super::kin::kin;
use super::lists::Lists;
use crate::text::{Span, is_word_character, saturating_u32};

/// Returns the letters in which stories are compared: those of their sentences, folded, without punctuation.
pub(super) fn letters(text: &str, sentences: &[Span]) -> Vec<char> {
    let own = sentences.iter().flat_map(|sentence| sentence.of(text).chars());
    own.filter(|&c| is_word_character(c)).map(kin).collect()
}

/// A stretch of a story: consecutive letters at each of which a run begins, all of which occur in the same stories.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct SharedBlock {
    /// The first letter, by its number in the story.
    pub(super) start: u32,
    /// The number of runs that begin there, one at each letter.
    pub(super) runs: u32,
    /// The number of the set of stories in which all of them occur.
    pub(super) holders: u32,
}

/// Overlapping runs of one length that occur in several stories.
///
/// Runs that occur in the same stories are equivalent here, and consecutive in a story: a passage of a hundred letters
/// that two papers print is one block, and so is a formula that ten thousand stories end with.
#[derive(Debug, Default)]
pub(super) struct Shingles {
    /// For each story its blocks, in the order of the text.
    pub(super) blocks: Lists<SharedBlock>,
    /// For each set of stories its members, two or more, in rising order.
    pub(super) holders: Lists<u32>,
}

/// A run and the letter it begins at, numbered among those of all stories.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Run {
    hash: u64,
    story: u32,
    letter: u32,
}

/// The least number of runs that are sorted at once, unless there are fewer; a run takes 16 bytes.
const PART: usize = 1 << 21;

/// The maximum number of parts that are sorted one after another: each goes through all letters, so that with parts of one
/// size the work would grow with the square of the letters.
const MOST_PARTS: usize = 32;

/// The number that means no set.
const NONE: u32 = u32::MAX;

/// The multiplier of the rolling hash: odd, with its bits well mixed (Knuth's MMIX).
const MULTIPLIER: u64 = 6_364_136_223_846_793_005;

impl Shingles {
    /// Finds the runs of `length` letters, 1 or more, that occur in several of the stories, whose letters are given;
    /// `on_progress` gets the share of the work done, 0 to 1.
    ///
    /// Takes 8 bytes a letter, 32 MB or half a byte a letter if that is more, and 4 bytes for each story in which a run occurs that others have too. Runs are
    /// identified by a hash of 64 bits; among ten million of them the chance of one mistake is 3 in a million.
    pub(super) fn new(stories: Lists<char>, length: usize, mut on_progress: impl FnMut(f64)) -> Self {
        let mut sets = Sets::default();
        let mut set_of: Vec<u32> = vec![NONE; stories.members()];
        let parts = stories.members().div_ceil(PART).clamp(1, MOST_PARTS);
        let mut runs = Vec::new();
        for part in 0..parts {
            gather(&stories, length, (part as u64, parts as u64), &mut runs);
            runs.sort_unstable();
            for same in runs.chunk_by(|x, y| x.hash == y.hash) {
                // Most runs occur in one story only and are not needed.
                if same.first().map(|run| run.story) == same.last().map(|run| run.story) {
                    continue;
                }
                let set = sets.number(same.iter().map(|run| run.story));
                for run in same {
                    if let Some(place) = set_of.get_mut(run.letter as usize) {
                        *place = set;
                    }
                }
            }
            on_progress((part as f64 + 1.0) / parts as f64);
        }
        drop(runs);
        let mut shingles = Self { blocks: blocks(&stories.with(set_of)), holders: sets.members };
        shingles.blocks.shrink();
        shingles.holders.shrink();
        shingles
    }
}

/// Puts into `runs` one of several equal parts of the runs of all stories; equal runs are in the same part.
fn gather(stories: &Lists<char>, length: usize, (part, parts): (u64, u64), runs: &mut Vec<Run>) {
    runs.clear();
    let mut first = 0_u32;
    for (story, letters) in (0..).zip(stories.iter()) {
        for (letter, hash) in (first..).zip(hashes(letters, length)) {
            if (hash >> 32).wrapping_mul(parts) >> 32 == part {
                runs.push(Run { hash, story, letter });
            }
        }
        first = first.saturating_add(saturating_u32(letters.len()));
    }
}

/// Joins consecutive letters of one set; `sets` has the set of the run that begins at each letter of each story.
fn blocks(sets: &Lists<u32>) -> Lists<SharedBlock> {
    let mut all = Lists::default();
    let mut of_story: Vec<SharedBlock> = Vec::new();
    for sets in sets.iter() {
        for (start, &holders) in (0_u32..).zip(sets).filter(|&(_, &set)| set != NONE) {
            match of_story.last_mut() {
                Some(last) if last.holders == holders && last.start.saturating_add(last.runs) == start => {
                    last.runs = last.runs.saturating_add(1);
                }
                _ => of_story.push(SharedBlock { start, runs: 1, holders }),
            }
        }
        all.push(of_story.drain(..));
    }
    all
}

/// Sets of stories, each once except after a rare collision of hashes.
#[derive(Default)]
struct Sets {
    members: Lists<u32>,
    /// The last set of each hash.
    known: FxHashMap<u64, u32>,
    scratch: Vec<u32>,
}

impl Sets {
    /// Returns the number of the set of some stories, which come in rising order.
    fn number(&mut self, stories: impl Iterator<Item = u32>) -> u32 {
        self.scratch.clear();
        self.scratch.extend(stories);
        self.scratch.dedup();
        let hash = FxBuildHasher.hash_one(&self.scratch);
        if let Some(&number) = self.known.get(&hash)
            && self.members.get(number as usize) == self.scratch
        {
            return number;
        }
        let number = saturating_u32(self.members.len());
        self.members.push(self.scratch.iter().copied());
        self.known.insert(hash, number);
        number
    }
}

/// Returns the hash of the run of `length` letters that begins at each letter.
pub(super) fn hashes(letters: &[char], length: usize) -> impl Iterator<Item = u64> + '_ {
    let value = |c: &char| (u64::from(u32::from(*c)).wrapping_add(1)).wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let leading = (1..length).fold(1_u64, |power, _| power.wrapping_mul(MULTIPLIER));
    let (before, last) = letters.split_at_checked(length.saturating_sub(1)).unwrap_or((letters, &[]));
    // All letters of the run but the last.
    let mut hash = before.iter().fold(0_u64, |hash, c| hash.wrapping_mul(MULTIPLIER).wrapping_add(value(c)));
    last.iter().zip(letters).map(move |(c, first)| {
        let whole = hash.wrapping_mul(MULTIPLIER).wrapping_add(value(c));
        hash = whole.wrapping_sub(value(first).wrapping_mul(leading));
        whole ^ (whole >> 29)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shingles(stories: &[&str], length: usize) -> Shingles {
        let mut letters = Lists::default();
        for story in stories {
            letters.push(story.chars());
        }
        Shingles::new(letters, length, |_| ())
    }

    /// Returns for each story the stories that have the run at each of its letters.
    fn spelt(shingles: &Shingles) -> Vec<Vec<(u32, Vec<u32>)>> {
        let of_block = |block: &SharedBlock| {
            let holders = shingles.holders.get(block.holders as usize).to_vec();
            (block.start..block.start + block.runs).map(move |letter| (letter, holders.clone()))
        };
        shingles.blocks.iter().map(|blocks| blocks.iter().flat_map(of_block).collect()).collect()
    }

    #[test]
    fn a_passage_is_one_block_and_what_nobody_shares_is_none() {
        let shingles = shingles(&["甲乙丙丁戊己", "庚甲乙丙丁戊", "辛壬癸", "甲乙"], 3);
        assert_eq!(shingles.blocks.get(0), [SharedBlock { start: 0, runs: 3, holders: 0 }]);
        assert_eq!(shingles.blocks.get(1), [SharedBlock { start: 1, runs: 3, holders: 0 }]);
        assert_eq!((shingles.holders.get(0), shingles.holders.len()), (&[0, 1][..], 1));
        assert!(shingles.blocks.get(2).is_empty() && shingles.blocks.get(3).is_empty());
    }

    #[test]
    fn letters_are_folded_and_punctuation_is_none() {
        let text = "衞生、衛生 A。";
        assert_eq!(letters(text, &[Span::new(0, text.len())]).iter().collect::<String>(), "卫生卫生A");
    }

    proptest! {
        #[test]
        fn runs_are_found_wherever_they_occur(
            stories in proptest::collection::vec("[甲乙丙]{0,14}", 0..7),
            length in 1_usize..5,
        ) {
            let texts: Vec<Vec<char>> = stories.iter().map(|story| story.chars().collect()).collect();
            let expected: Vec<Vec<(u32, Vec<u32>)>> = texts
                .iter()
                .map(|own| {
                    let holders = |run: &[char]| -> Vec<u32> {
                        let holds = |other: &&Vec<char>| other.windows(length).any(|other| other == run);
                        (0..).zip(&texts).filter(|(_, other)| holds(other)).map(|(at, _)| at).collect()
                    };
                    let runs = (0..).zip(own.windows(length)).map(|(at, run)| (at, holders(run)));
                    runs.filter(|(_, holders)| holders.len() > 1).collect()
                })
                .collect();
            let stories: Vec<&str> = stories.iter().map(String::as_str).collect();
            prop_assert_eq!(spelt(&shingles(&stories, length)), expected);
        }

        #[test]
        fn equal_runs_have_one_hash(text in "[甲乙]{0,20}", length in 1_usize..6) {
            let letters: Vec<char> = text.chars().collect();
            let found: Vec<u64> = hashes(&letters, length).collect();
            let runs: Vec<&[char]> = letters.windows(length).collect();
            prop_assert_eq!(found.len(), runs.len());
            for (x, own) in found.iter().zip(&runs) {
                for (y, other) in found.iter().zip(&runs) {
                    prop_assert_eq!(x == y, own == other);
                }
            }
        }
    }
}
