//! The numbers of own pages: finding free ones, and choosing those of the pages of a session file.

use std::collections::BTreeSet;

use super::super::Engine;

/// The distance beyond the numbers given so far within which a page of a session file may keep its own. A file that
/// names the highest number must not leave none for later pages.
const REACH: u32 = 1_000_000;

/// Numbers that are given to several pages before the first of them is added.
pub(in super::super) struct PageNumbers {
    taken: BTreeSet<u32>,
    /// The lowest number that no page ever had.
    next: u32,
    /// True if there is no page at all, so that a restored session can keep its numbers.
    empty: bool,
}

impl PageNumbers {
    pub(in super::super) fn of(engine: &Engine) -> Self {
        let taken: BTreeSet<u32> = engine.texts.pages.keys().copied().collect();
        Self { next: engine.next_page(), empty: taken.is_empty(), taken }
    }

    /// Gives the wished number, if no page here ever had it, or if there is no page here at all; otherwise the next
    /// free one. A note or a link of the reader's to a former page must not lead to this one.
    pub(in super::super) fn give(&mut self, wished: u32) -> u32 {
        let near = wished >= 1 && wished < self.next.saturating_add(REACH);
        let unused = (self.empty || wished >= self.next) && !self.taken.contains(&wished);
        let number = if near && unused { wished } else { self.free() };
        self.taken.insert(number);
        self.next = self.next.max(number.saturating_add(1));
        number
    }

    /// Returns the next free number; beyond the highest one, the lowest that no page has.
    fn free(&self) -> u32 {
        let mut numbers = (self.next..u32::MAX).chain(1..self.next);
        numbers.find(|number| !self.taken.contains(number)).unwrap_or(u32::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(taken: &[u32], next: u32) -> PageNumbers {
        PageNumbers { taken: taken.iter().copied().collect(), next, empty: taken.is_empty() }
    }

    fn given(numbers: &mut PageNumbers, wished: &[u32]) -> Vec<u32> {
        wished.iter().map(|&wished| numbers.give(wished)).collect()
    }

    #[test]
    fn a_number_that_was_given_is_not_given_again() {
        assert_eq!(given(&mut numbers(&[1, 3], 4), &[1, 2, 3, 9, 4]), [4, 5, 6, 9, 10]);
        assert_eq!(given(&mut numbers(&[2], 3), &[1, 2, 3, 3]), [3, 4, 5, 6]);
    }

    #[test]
    fn where_nothing_is_a_session_has_the_numbers_it_had() {
        assert_eq!(given(&mut numbers(&[], 1), &[2, 5]), [2, 5]);
        assert_eq!(given(&mut numbers(&[], 8), &[2, 5, 5, 0]), [2, 5, 8, 9]);
    }

    #[test]
    fn no_file_uses_the_numbers_up() {
        assert_eq!(given(&mut numbers(&[1], 2), &[u32::MAX, u32::MAX - 1, 0, 3]), [2, 3, 4, 5]);
        assert_eq!(given(&mut numbers(&[1, u32::MAX], u32::MAX), &[7, 8]), [2, 3]);
    }
}
