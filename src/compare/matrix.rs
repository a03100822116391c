//! The comparison of every story of a scope with every other: the share of it found there.

use super::events::groups;
use super::lists::Lists;
use super::overlap::Overlap;
use super::shingles::letters;
use crate::text::{Span, saturating_u32};

/// The default minimum run, in letters, that counts as copied. Chinese set phrases and titles of office with a name are
/// shorter, as a rule.
pub const MINIMUM_RUN: u32 = 10;

/// The share of each story of a scope found in each other. Stories are numbered in the order in which they were given.
///
/// It stores which stretches of each story occur in which others. The share of a pair is computed from that on demand,
/// so that memory grows with the text that is shared and not with the number of pairs.
#[derive(Debug, Default)]
pub struct Matrix {
    overlap: Overlap,
    /// For each story the number of its group: stories on one event, by what they share. Groups are numbered in the
    /// order of their first stories.
    pub groups: Vec<u32>,
    /// For each set of stories that share a run the number of groups they belong to.
    spread: Vec<u32>,
}

/// The shares of the work done once stories are read, and once their runs are found.
const STEPS: (f64, f64) = (0.2, 0.7);

impl Matrix {
    /// Compares all stories with all, each given by its text and its sentences; `on_progress` gets the share of the
    /// work done, 0 to 1.
    ///
    /// *Reuse* is the share of a story's letters that lie in runs of at least `minimum` letters which occur in the
    /// other story too, 0 to 1; punctuation, variants and script make no difference. *Discounted* is the same with each
    /// letter counted 1 / (1 + g), where g is the number of groups besides the two stories' own in which its run
    /// occurs: text that unrelated stories share as well is a formula and no copy.
    ///
    /// The work grows with the letters of all stories and with the number of pairs that share much; a formula that every
    /// story ends with costs little more than its letters. Memory is at most 20 bytes a letter and 32 MB.
    pub fn new<'a>(
        stories: impl ExactSizeIterator<Item = (&'a str, Vec<Span>)>,
        minimum: u32,
        mut on_progress: impl FnMut(f64),
    ) -> Self {
        let total = stories.len() as f64;
        let mut texts = Lists::default();
        for (text, sentences) in stories {
            texts.push(letters(text, &sentences));
            on_progress(STEPS.0 * texts.len() as f64 / total);
        }
        let (read, found) = STEPS;
        let overlap = Overlap::new(texts, (minimum as usize).max(1), |done| {
            on_progress(read + (found - read) * done);
        });
        let groups = groups(&overlap, |done| on_progress(found + (1.0 - found) * done));
        let spread = spread(&overlap, &groups);
        Self { overlap, groups, spread }
    }

    /// Returns the number of stories.
    pub fn len(&self) -> usize {
        self.overlap.len()
    }

    /// Returns true if there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Returns the share of story `i` found in story `j`, 0 to 1.
    pub fn reuse(&self, i: usize, j: usize) -> f64 {
        self.share(i, j, |_| 1.0)
    }

    /// Returns the share of story `i` found in story `j` with formulae discounted, 0 to 1.
    pub fn discounted(&self, i: usize, j: usize) -> f64 {
        let related = self.groups.get(i) == self.groups.get(j);
        self.share(i, j, |set| self.weight(set, related))
    }

    /// Returns the share of the letters of both stories together that are found in the other one, formulae discounted,
    /// 0 to 1; the same for `(j, i)`. A short text that is quoted whole in a long one is not as close as two versions
    /// of one text.
    pub fn shared(&self, i: usize, j: usize) -> f64 {
        // Added in one order for both directions, so that both give the same bits.
        let (first, second) = (i.min(j), i.max(j));
        let (own, other) = (self.overlap.letters(first), self.overlap.letters(second));
        let found = self.discounted(first, second) * own + self.discounted(second, first) * other;
        if own + other > 0.0 { found / (own + other) } else { 0.0 }
    }

    /// Returns [`Matrix::reuse`] or [`Matrix::discounted`] of story `i` and each other one; `share` is called only for
    /// those that share a run with it.
    pub fn row(&self, i: usize, share: impl Fn(&Self, usize, usize) -> f64) -> Vec<f64> {
        let mut row = vec![0.0; self.len()];
        for j in self.overlap.neighbours(i).into_iter().chain([i]) {
            if let Some(cell) = row.get_mut(j) {
                *cell = share(self, i, j);
            }
        }
        row
    }

    /// Returns the bytes of memory it takes.
    pub fn bytes(&self) -> usize {
        let numbers = self.groups.capacity().saturating_add(self.spread.capacity());
        self.overlap.bytes().saturating_add(numbers.saturating_mul(size_of::<u32>()))
    }

    pub(super) fn overlap(&self) -> &Overlap {
        &self.overlap
    }

    /// Returns the weight of a letter in a run that the stories of a set share, for two of them that are on one event
    /// (`related`) or not.
    pub(super) fn weight(&self, set: u32, related: bool) -> f64 {
        let own = if related { 1 } else { 2 };
        let spread = self.spread.get(set as usize).copied().unwrap_or_default();
        1.0 / f64::from(spread.saturating_sub(own).saturating_add(1))
    }

    fn share(&self, i: usize, j: usize, weight: impl Fn(u32) -> f64) -> f64 {
        let letters = self.overlap.letters(i);
        if letters == 0.0 {
            0.0
        } else if i == j {
            1.0
        } else {
            self.overlap.weighted(i, j, weight) / letters
        }
    }
}

/// Returns for each set of stories the number of groups they belong to.
fn spread(overlap: &Overlap, groups: &[u32]) -> Vec<u32> {
    let mut met: Vec<u32> = Vec::new();
    let of_set = |set: &[u32]| {
        met.clear();
        met.extend(set.iter().filter_map(|&story| groups.get(story as usize)).copied());
        met.sort_unstable();
        met.dedup();
        saturating_u32(met.len())
    };
    overlap.sets().map(of_set).collect()
}

#[cfg(test)]
mod tests;
