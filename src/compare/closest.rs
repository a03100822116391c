//! The closest pairs of many stories, found without examining all pairs.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::matrix::Matrix;
use super::seeker::{Seeker, Sought};
use crate::text::saturating_u32;

/// Shares are ranked by whole millionths: those that differ by less are equally close.
const MILLION: u32 = 1_000_000;

/// The kind of pair that is sought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum PairKind {
    TwoPages,
    OnePage,
}

impl Matrix {
    /// Returns the closest pairs of stories, at most `most`, by their share of both together: those of two pages first,
    /// then those of one, the greatest share first, the first stories first among equals. `pages` has a number for the
    /// page of each story. Pairs whose share is less than a millionth are left out. `on_progress` gets the share of the
    /// work done.
    pub fn closest(
        &self,
        pages: &[u32],
        most: usize,
        mut on_progress: impl FnMut(f64),
    ) -> Vec<(usize, usize)> {
        let apart = self.best(pages, PairKind::TwoPages, most, |done| on_progress(done / 2.0));
        let left = most.saturating_sub(apart.best.len());
        let together = self.best(pages, PairKind::OnePage, left, |done| on_progress(0.5 + done / 2.0));
        on_progress(1.0);
        let both = apart.best.into_iter().chain(together.best);
        both.map(|(_, first, second)| (first as usize, second as usize)).collect()
    }

    fn best(&self, pages: &[u32], kind: PairKind, most: usize, mut on_progress: impl FnMut(f64)) -> Ranking {
        let mut ranking = Ranking { most, best: BTreeSet::new() };
        if most == 0 {
            return ranking;
        }
        let overlap = self.overlap();
        let bounds = self.bounds(pages, kind);
        let bound = |set: u32| bounds.get(set as usize).copied().unwrap_or(0.0);
        let page = |story: usize| pages.get(story).copied().unwrap_or_default();
        let mut seeker = Seeker::new(overlap);
        for story in 0..overlap.len() {
            let wanted = |other: u32| {
                let other = other as usize;
                other != story && (page(other) == page(story)) == (kind == PairKind::OnePage)
            };
            // One of two stories has at least as large a share in the other as both together have.
            let letters = overlap.letters(story);
            let last = ranking.last_beside(saturating_u32(story));
            let sought = Sought { least: ranking.least() * letters, last, weight: bound, wanted };
            for &(other, most) in seeker.partners(story, &sought) {
                let (first, second) = (saturating_u32(story).min(other), saturating_u32(story).max(other));
                if most >= ranking.least() * letters && ranking.has_room(first, second) {
                    let share = libm::round(self.shared(story, other as usize) * f64::from(MILLION));
                    ranking.offer(share as u32, first, second);
                }
            }
            on_progress((story as f64 + 1.0) / overlap.len() as f64);
        }
        ranking
    }

    /// Returns for each set of stories the maximum weight of a letter of its runs, for any two of them; nothing where
    /// no two of them are a pair of this kind.
    fn bounds(&self, pages: &[u32], kind: PairKind) -> Vec<f64> {
        let mut met: Vec<u32> = Vec::new();
        let mut holds_a_pair = |set: &[u32]| {
            met.clear();
            met.extend(set.iter().filter_map(|&story| pages.get(story as usize)).copied());
            met.sort_unstable();
            met.dedup();
            match kind {
                PairKind::TwoPages => met.len() > 1,
                PairKind::OnePage => met.len() < set.len(),
            }
        };
        let sets = (0..).zip(self.overlap().sets());
        sets.map(|(number, set)| if holds_a_pair(set) { self.weight(number, false) } else { 0.0 }).collect()
    }
}

/// The closest pairs found so far: their shares in millionths, the greatest first, and the two stories.
struct Ranking {
    most: usize,
    best: BTreeSet<(Reverse<u32>, u32, u32)>,
}

impl Ranking {
    /// Returns the share that a pair must have to enter the ranking.
    fn least(&self) -> f64 {
        let last = self.last().map_or(1, |(share, _, _)| share.max(1));
        // Half a millionth less rounds up to it; the rest allows for the last bits of the sums.
        (f64::from(last) - 0.51) / f64::from(MILLION)
    }

    /// Returns the last pair, beyond which none is ranked any more; none while there is room.
    fn last(&self) -> Option<(u32, u32, u32)> {
        let last = self.best.last().filter(|_| self.best.len() >= self.most);
        last.map(|&(Reverse(share), first, second)| (share, first, second))
    }

    /// Returns true if two stories would be ranked if they were the same text. If one text was printed ten thousand
    /// times, all pairs are equal, and only the first ones matter.
    fn has_room(&self, first: u32, second: u32) -> bool {
        self.last().is_none_or(|last| (Reverse(MILLION), first, second) < (Reverse(last.0), last.1, last.2))
    }

    /// Returns the last story that may still be ranked with `story`, by the rule of [`Ranking::has_room`].
    fn last_beside(&self, story: u32) -> u32 {
        match self.last() {
            Some((share, first, _)) if share >= MILLION && first < story => first,
            _ => u32::MAX,
        }
    }

    fn offer(&mut self, share: u32, first: u32, second: u32) {
        if share > 0 {
            self.best.insert((Reverse(share), first, second));
            if self.best.len() > self.most {
                self.best.pop_last();
            }
        }
    }
}
