//! How much of each story stands in others, worked out pair by pair from the runs they share.

use super::lists::{Lists, narrow};
use super::shingles::{Block, Shingles};

/// The stories of a scope by what they share.
#[derive(Debug, Default)]
pub(super) struct Overlap {
    /// The least run, in letters.
    length: u32,
    /// The letters of each story.
    letters: Vec<u32>,
    shingles: Shingles,
}

impl Overlap {
    /// Finds what stories share in runs of at least `length` letters; `on_progress` hears which share of the work is
    /// done.
    pub(super) fn new(stories: Lists<char>, length: usize, on_progress: impl FnMut(f64)) -> Self {
        let letters = stories.iter().map(|story| narrow(story.len())).collect();
        Self { length: narrow(length), letters, shingles: Shingles::new(stories, length, on_progress) }
    }

    /// Returns the number of stories.
    pub(super) fn len(&self) -> usize {
        self.letters.len()
    }

    /// Returns the number of letters of a story.
    pub(super) fn letters(&self, story: usize) -> f64 {
        self.letters.get(story).copied().map_or(0.0, f64::from)
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
        let blocks = self.shingles.blocks.get(story).iter();
        let mut found: Vec<u32> = blocks.flat_map(|block| self.holders(block.holders)).copied().collect();
        found.sort_unstable();
        found.dedup();
        found.into_iter().map(|other| other as usize).filter(|&other| other != story).collect()
    }

    /// Returns how many letters of one story are found in another, each weighted by the run that first covers it.
    ///
    /// Weights are added letter by letter, in the order of the text, so that the last bits of a sum are always the same.
    pub(super) fn weighted(&self, story: usize, other: usize, weight: impl Fn(u32) -> f64) -> f64 {
        let other = narrow(other);
        let (mut covered_to, mut sum) = (0, 0.0);
        for block in self.shingles.blocks.get(story) {
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

    /// Returns the letter behind the last of a block.
    fn end(&self, block: &Block) -> u32 {
        block.start.saturating_add(self.extent(block))
    }

    /// Returns the number of letters that the runs of a block cover.
    fn extent(&self, block: &Block) -> u32 {
        block.runs.saturating_add(self.length).saturating_sub(1)
    }

    /// Returns how many of them lie behind `covered_to`.
    fn new_letters(&self, block: &Block, covered_to: u32) -> u32 {
        self.end(block).saturating_sub(covered_to.max(block.start))
    }

    /// Puts into `kept`, in the order of the text, the blocks of a story by which its partners are sought; returns how
    /// many letters those passed over amount to at most. A story that shares none of the kept ones shares less than
    /// `least` letters. The blocks of most stories are passed over first: what every story says leads to no partner.
    /// No letter of a block weighs more than `weight` says.
    ///
    /// This is the filter of Bayardo, Ma and Srikant (2007), Scaling Up All Pairs Similarity Search.
    pub(super) fn seek(
        &self,
        story: usize,
        least: f64,
        weight: impl Fn(u32) -> f64,
        kept: &mut Vec<Block>,
    ) -> f64 {
        kept.clear();
        kept.extend(self.shingles.blocks.get(story));
        kept.sort_by_key(|block| (std::cmp::Reverse(self.holders(block.holders).len()), block.start));
        let mut passed = 0.0;
        kept.retain(|block| {
            let most = f64::from(self.extent(block)) * weight(block.holders);
            let is_passed = passed + most < least;
            passed += if is_passed { most } else { 0.0 };
            !is_passed
        });
        kept.sort_unstable_by_key(|block| block.start);
        passed
    }

    /// Returns the bytes of memory it takes.
    pub(super) fn bytes(&self) -> usize {
        let letters = self.letters.capacity().saturating_mul(size_of::<u32>());
        letters.saturating_add(self.shingles.blocks.bytes()).saturating_add(self.shingles.holders.bytes())
    }
}

/// What of one story is found in each other one, summed up block by block; made once for all stories.
#[derive(Debug)]
pub(super) struct Row {
    sums: Vec<Sum>,
    touched: Vec<u32>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Sum {
    letters: f64,
    covered_to: u32,
}

impl Row {
    /// Makes one for the stories of `overlap`.
    pub(super) fn new(overlap: &Overlap) -> Self {
        Self { sums: vec![Sum::default(); overlap.len()], touched: Vec::new() }
    }

    /// Adds the letters of a block, which follows those that were added before, to the sums of the `wanted` stories that
    /// have it.
    pub(super) fn add(
        &mut self,
        overlap: &Overlap,
        block: &Block,
        weight: f64,
        wanted: impl Fn(u32) -> bool,
    ) {
        for &other in overlap.holders(block.holders) {
            let Some(sum) = self.sums.get_mut(other as usize).filter(|_| wanted(other)) else { continue };
            if sum.covered_to == 0 {
                self.touched.push(other);
            }
            sum.letters += f64::from(overlap.new_letters(block, sum.covered_to)) * weight;
            sum.covered_to = overlap.end(block);
        }
    }

    /// Calls `with` for each story that has any of the blocks, and begins anew.
    pub(super) fn take(&mut self, mut with: impl FnMut(usize, f64)) {
        for other in self.touched.drain(..) {
            if let Some(sum) = self.sums.get_mut(other as usize) {
                with(other as usize, std::mem::take(sum).letters);
            }
        }
    }
}
