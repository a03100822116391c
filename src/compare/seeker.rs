//! The search for stories that share much with a story, without examining all that share something.

use std::cmp::Reverse;

use super::overlap::Overlap;
use super::shingles::SharedBlock;

/// The cost of computing a pair, for each block of its first story, relative to the cost of adding a block to one sum.
const PAIR: usize = 16;

/// The criteria of a search for partners of a story.
pub(super) struct Sought<W, F> {
    /// The minimum number of its letters that must be found in another story.
    pub(super) least: f64,
    /// The last story that may be a partner.
    pub(super) last: u32,
    /// The maximum weight of a letter in a run of a set of stories; runs of weight 0 are ignored.
    pub(super) weight: W,
    /// True for stories that may be partners.
    pub(super) wanted: F,
}

/// Finds the partners of one story after another.
#[derive(Debug)]
pub(super) struct Seeker<'a> {
    overlap: &'a Overlap,
    sums: Vec<PartialSum>,
    touched: Vec<u32>,
    blocks: Vec<SharedBlock>,
    partners: Vec<(u32, f64)>,
}

/// The part of a story found in another one, as far as it was summed up.
#[derive(Clone, Copy, Debug, Default)]
struct PartialSum {
    letters: f64,
    covered_to: u32,
}

impl<'a> Seeker<'a> {
    /// Makes a seeker for the stories of `overlap`.
    pub(super) fn new(overlap: &'a Overlap) -> Self {
        let sums = vec![PartialSum::default(); overlap.len()];
        Self { overlap, sums, touched: Vec::new(), blocks: Vec::new(), partners: Vec::new() }
    }

    /// Returns all stories that are `sought` for a story, and some of which less is found than that; each with an upper
    /// bound of its letters, the greatest number first.
    ///
    /// The runs of most stories are skipped as long as stories with nothing else in common fall short of what is
    /// sought: text that every story has leads to no partner. This is the filter of Bayardo, Ma and Srikant (2007),
    /// Scaling Up All Pairs Similarity Search. If too many stories pass it, all runs are summed up.
    pub(super) fn partners(
        &mut self,
        story: usize,
        sought: &Sought<impl Fn(u32) -> f64, impl Fn(u32) -> bool>,
    ) -> &[(u32, f64)] {
        let passed = self.choose(story, sought.least, &sought.weight);
        self.sum_up(passed, sought);
        let of_pairs = self.partners.len().saturating_mul(self.overlap.blocks(story).len());
        if passed > 0.0 && of_pairs.saturating_mul(PAIR) > self.size(story, &sought.weight) {
            self.choose(story, 0.0, &sought.weight);
            self.sum_up(0.0, sought);
        }
        self.partners.sort_unstable_by(|x, y| y.1.total_cmp(&x.1).then(x.0.cmp(&y.0)));
        &self.partners
    }

    /// Returns the cost of summing up all that a story shares.
    fn size(&self, story: usize, weight: impl Fn(u32) -> f64) -> usize {
        let sets = self.overlap.blocks(story).iter().map(|block| block.holders);
        sets.filter(|&set| weight(set) > 0.0).map(|set| self.overlap.holders(set).len()).sum()
    }

    /// Chooses the blocks of a story that are summed up; returns the maximum number of letters of the skipped ones,
    /// which is less than `least`.
    fn choose(&mut self, story: usize, least: f64, weight: impl Fn(u32) -> f64) -> f64 {
        let (overlap, blocks) = (self.overlap, &mut self.blocks);
        blocks.clear();
        blocks.extend(overlap.blocks(story).iter().filter(|block| weight(block.holders) > 0.0));
        blocks.sort_by_key(|block| (Reverse(overlap.holders(block.holders).len()), block.start));
        let mut passed = 0.0;
        blocks.retain(|block| {
            let most = f64::from(overlap.extent(block)) * weight(block.holders);
            let is_passed = passed + most < least;
            passed += if is_passed { most } else { 0.0 };
            !is_passed
        });
        blocks.sort_unstable_by_key(|block| block.start);
        passed
    }

    /// Sums up the chosen blocks, and keeps the stories in which enough may be found.
    fn sum_up(&mut self, passed: f64, sought: &Sought<impl Fn(u32) -> f64, impl Fn(u32) -> bool>) {
        for block in &self.blocks {
            let (weight, end) = ((sought.weight)(block.holders), self.overlap.end(block));
            let holders = self.overlap.holders(block.holders).iter().copied();
            for other in holders.take_while(|&other| other <= sought.last) {
                let sum = self.sums.get_mut(other as usize).filter(|_| (sought.wanted)(other));
                let Some(sum) = sum else { continue };
                if sum.covered_to == 0 {
                    self.touched.push(other);
                }
                sum.letters += f64::from(self.overlap.new_letters(block, sum.covered_to)) * weight;
                sum.covered_to = end;
            }
        }
        self.partners.clear();
        for other in self.touched.drain(..) {
            let sum = self.sums.get_mut(other as usize).map(std::mem::take).unwrap_or_default();
            let most = sum.letters + passed;
            if most >= sought.least {
                self.partners.push((other, most));
            }
        }
    }
}
