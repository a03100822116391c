//! Margins of the segmenter: by how much the best reading of a sentence beats the best one that differs.
//!
//! A margin is a difference of two scores of the model. For a place between two units it is the best score of
//! all segmentations with a word boundary there, less the best of all without; for a stretch, the best with
//! that stretch as a word, less the best without (max-marginals, computed exactly by a forward and a backward
//! Viterbi pass over the decoder's lattice, in time linear in the text). Scores are the model's integers,
//! [`SCALE`](super::SCALE) of them per natural logarithm of odds.

use super::file::Model;
use super::lattice::{NOWHERE, Scratch};

/// The margin of a place without an alternative: a boundary next to punctuation or at the end of a sentence.
pub const CERTAIN: i32 = i32::MAX;

/// Maximum number of units on either side of a word in doubt over which the other reading is traced.
const REACH: usize = 16;

/// The best word across a place: its score in the best path through it, its start and its end.
#[derive(Clone, Copy, Debug)]
struct Cover {
    score: i32,
    start: u32,
    end: u32,
}

/// The distinctive feature of the best reading without a word.
#[derive(Clone, Copy, Debug)]
pub(super) enum Instead {
    /// It has a boundary at this place.
    Boundary(usize),
    /// It has a word across this place.
    Across(usize),
}

/// Working memory of the backward pass, reused for each sentence.
#[derive(Clone, Debug, Default)]
pub(super) struct Margins {
    /// For each place, the best score of the words after it if the word before it is long, and if it is
    /// single.
    after: Vec<[i32; 2]>,
    /// The length of the first of those words.
    lengths: Vec<[u8; 2]>,
    /// For each place, the best word across it.
    covers: Vec<Cover>,
    /// For each place, true if the sentence's best reading has a boundary there.
    boundaries: Vec<bool>,
}

impl Margins {
    /// Fills the tables for a decoded sentence.
    pub(super) fn look_back(&mut self, scratch: &Scratch, model: &Model) {
        let units = scratch.len();
        self.after.clear();
        self.after.resize(units + 1, [0; 2]);
        self.lengths.clear();
        self.lengths.resize(units + 1, [0; 2]);
        self.covers.clear();
        self.covers.resize(units + 1, Cover { score: NOWHERE, start: 0, end: 0 });
        self.boundaries.clear();
        self.boundaries.resize(units + 1, false);
        self.boundaries[0] = true;
        scratch.words().for_each(|(_, end)| self.boundaries[end] = true);
        for start in (0..units).rev() {
            let single = scratch.word(model, start, start + 1) + self.after[start + 1][1];
            let best = scratch.best(start);
            let before = (best[0] + model.follows(0, 0)).max(best[1] + model.follows(1, 0));
            let (mut long, mut longest) = (NOWHERE, 0);
            for end in (start + 2..=scratch.reach(start)).rev() {
                let sum = scratch.word(model, start, end) + self.after[end][0];
                if sum >= long {
                    (long, longest) = (sum, end);
                }
                // The words so far are those that end after the place before `end`.
                let cover = &mut self.covers[end - 1];
                if before + long > cover.score {
                    *cover = Cover { score: before + long, start: start as u32, end: longest as u32 };
                }
            }
            for class in 0..2 {
                let (of_long, of_single) = (long + model.follows(class, 0), single + model.follows(class, 1));
                let length = if of_long > of_single { longest - start } else { 1 };
                self.after[start][class] = of_long.max(of_single);
                self.lengths[start][class] = length as u8;
            }
        }
    }

    /// Returns the score of the best reading.
    pub(super) fn best(&self, scratch: &Scratch) -> i32 {
        self.with_boundary(scratch, scratch.len()).0
    }

    /// Returns the best score with a boundary at a place, and the class of the word before it.
    fn with_boundary(&self, scratch: &Scratch, place: usize) -> (i32, usize) {
        let best = scratch.best(place);
        let [long, single] = [0, 1].map(|class| best[class] + self.after[place][class]);
        if single > long { (single, 1) } else { (long, 0) }
    }

    /// Returns the margin of a place between two units of the sentence.
    pub(super) fn of_boundary(&self, scratch: &Scratch, place: usize) -> i32 {
        difference(self.with_boundary(scratch, place).0, self.covers[place].score)
    }

    /// Returns the best score with these units as a word; `None` if the lattice has no such word.
    fn with_word(&self, scratch: &Scratch, model: &Model, start: usize, end: usize) -> Option<i32> {
        if end <= start || end > scratch.reach(start) {
            return None;
        }
        let (best, class) = (scratch.best(start), usize::from(end - start == 1));
        let before = (best[0] + model.follows(0, class)).max(best[1] + model.follows(1, class));
        Some(before + scratch.word(model, start, end) + self.after[end][class])
    }

    /// Returns the best score without these units as a word. A reading lacks the word if it has a word across
    /// its start or its end, or a boundary inside it.
    pub(super) fn without_word(&self, scratch: &Scratch, start: usize, end: usize) -> (i32, Instead) {
        let ends = [start, end].map(|place| (self.covers[place].score, Instead::Across(place)));
        let inner =
            (start + 1..end).map(|place| (self.with_boundary(scratch, place).0, Instead::Boundary(place)));
        let first = ends[0];
        ends.into_iter().chain(inner).fold(first, |best, other| if other.0 > best.0 { other } else { best })
    }

    /// Returns the margin of a stretch as a word; `None` if the lattice has no such word.
    pub(super) fn of_word(&self, scratch: &Scratch, model: &Model, start: usize, end: usize) -> Option<i32> {
        let with = self.with_word(scratch, model, start, end)?;
        Some(difference(with, self.without_word(scratch, start, end).0))
    }

    /// Returns the words of the best reading that lacks a word of the best of all, around that word.
    pub(super) fn other(
        &self,
        scratch: &Scratch,
        model: &Model,
        start: usize,
        end: usize,
    ) -> Vec<(usize, usize)> {
        // The reading is traced in both directions from its distinctive feature.
        let mut words = Vec::new();
        let (mut left, mut before, mut right, mut class) = match self.without_word(scratch, start, end).1 {
            Instead::Boundary(place) => {
                let class = self.with_boundary(scratch, place).1;
                (place, class, place, class)
            }
            Instead::Across(place) => {
                let Cover { start, end, .. } = self.covers[place];
                let (start, end) = (start as usize, end as usize);
                words.push((start, end));
                let best = scratch.best(start);
                let single = best[1] + model.follows(1, 0) > best[0] + model.follows(0, 0);
                (start, usize::from(single), end, 0)
            }
        };
        while left > start.saturating_sub(REACH) && !(left <= start && self.boundaries[left]) {
            let (first, class) = scratch.step(left, before);
            words.push((first, left));
            (left, before) = (first, class);
        }
        let last = (end + REACH).min(scratch.len());
        while right < last && !(right >= end && self.boundaries[right]) {
            let length = usize::from(self.lengths[right][class]);
            words.push((right, right + length));
            class = usize::from(length == 1);
            right += length;
        }
        words.sort_unstable();
        words
    }
}

/// Subtracts a score that may be unreachable; returns [`CERTAIN`] if it is.
pub(super) fn difference(with: i32, without: i32) -> i32 {
    if without < NOWHERE / 2 { CERTAIN } else { with - without }
}

#[cfg(test)]
mod tests;
