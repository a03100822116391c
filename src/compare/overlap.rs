//! The share of each story found in others, computed pair by pair from the runs they share.

use super::lists::Lists;
use super::shingles::{SharedBlock, Shingles};
use crate::text::saturating_u32;

/// The stories of a scope with the runs they share.
#[derive(Debug, Default)]
pub(super) struct Overlap {
    /// The minimum run, in letters.
    length: u32,
    /// The number of letters of each story.
    letters: Vec<u32>,
    shingles: Shingles,
}

impl Overlap {
    /// Finds the runs of at least `length` letters that stories share; `on_progress` gets the share of the work done.
    pub(super) fn new(stories: Lists<char>, length: usize, on_progress: impl FnMut(f64)) -> Self {
        let letters = stories.iter().map(|story| saturating_u32(story.len())).collect();
        Self {
            length: saturating_u32(length),
            letters,
            shingles: Shingles::new(stories, length, on_progress),
        }
    }

    /// Returns the number of stories.
    pub(super) fn len(&self) -> usize {
        self.letters.len()
    }

    /// Returns the number of letters of a story.
    pub(super) fn letters(&self, story: usize) -> f64 {
        self.letters.get(story).copied().map_or(0.0, f64::from)
    }

    /// Returns the blocks of a story, in the order of the text.
    pub(super) fn blocks(&self, story: usize) -> &[SharedBlock] {
        self.shingles.blocks.get(story)
    }

    /// Returns the stories of a set, in rising order.
    pub(super) fn holders(&self, set: u32) -> &[u32] {
        self.shingles.holders.get(set as usize)
    }

    /// Returns all sets of stories that share a run, by number.
    pub(super) fn sets(&self) -> impl Iterator<Item = &[u32]> {
        self.shingles.holders.iter()
    }

    /// Returns the other stories that share a run with a story, in rising order.
    pub(super) fn neighbours(&self, story: usize) -> Vec<usize> {
        let blocks = self.blocks(story).iter();
        let mut found: Vec<u32> = blocks.flat_map(|block| self.holders(block.holders)).copied().collect();
        found.sort_unstable();
        found.dedup();
        found.into_iter().map(|other| other as usize).filter(|&other| other != story).collect()
    }

    /// Returns the number of letters of one story found in another, each weighted by the run that first covers it.
    ///
    /// Weights are added letter by letter, in the order of the text, so that the last bits of a sum are always the same.
    pub(super) fn weighted(&self, story: usize, other: usize, weight: impl Fn(u32) -> f64) -> f64 {
        let other = saturating_u32(other);
        let (mut covered_to, mut sum) = (0, 0.0);
        for block in self.blocks(story) {
            if self.holders(block.holders).binary_search(&other).is_err() {
                continue;
            }
            let weight = weight(block.holders);
            // All letters of its first run that are not covered yet, and one of each further run.
            sum +=
                f64::from(self.new_letters(block, covered_to).saturating_sub(block.runs.saturating_sub(1)))
                    * weight;
            for _ in 1..block.runs {
                sum += weight;
            }
            covered_to = self.end(block);
        }
        sum
    }

    /// Returns the letter after the last of a block.
    pub(super) fn end(&self, block: &SharedBlock) -> u32 {
        block.start.saturating_add(self.extent(block))
    }

    /// Returns the number of letters that the runs of a block cover.
    pub(super) fn extent(&self, block: &SharedBlock) -> u32 {
        block.runs.saturating_add(self.length).saturating_sub(1)
    }

    /// Returns the number of them that lie at or after `covered_to`.
    pub(super) fn new_letters(&self, block: &SharedBlock, covered_to: u32) -> u32 {
        self.end(block).saturating_sub(covered_to.max(block.start))
    }

    /// Returns the bytes of memory it takes.
    pub(super) fn bytes(&self) -> usize {
        let letters = self.letters.capacity().saturating_mul(size_of::<u32>());
        letters.saturating_add(self.shingles.blocks.bytes()).saturating_add(self.shingles.holders.bytes())
    }
}
