//! Sorting by one piece of code.
//!
//! The standard library compiles its sorts anew for every type and every comparison, some 8 KB each in the programs that a
//! reader fetches. Lists that are not long or not often sorted take these instead, which compile only the comparison and
//! the moves. They are stable, so they give the same order.

use std::cmp::Ordering;

use super::saturating_u32;

/// Sorting of a list by comparisons, as [`slice::sort_by`] and [`slice::sort_by_key`] do.
pub trait OrderBy<T> {
    /// Sorts by a comparison that is a total order; equal items keep their order.
    ///
    /// Takes time and memory as [`slice::sort_by`] does, with 4 bytes more per item; at most `u32::MAX` items are sorted.
    fn order_by(&mut self, compare: impl FnMut(&T, &T) -> Ordering);

    /// Sorts by a key, which is computed at every comparison; equal items keep their order.
    fn order_by_key<K: Ord>(&mut self, key: impl FnMut(&T) -> K);
}

impl<T> OrderBy<T> for [T] {
    fn order_by(&mut self, mut compare: impl FnMut(&T, &T) -> Ordering) {
        let mut places: Vec<u32> = (0..saturating_u32(self.len())).collect();
        sort(&mut places, &mut |a, b| compare(&self[a as usize], &self[b as usize]));
        // Each item goes to its place, along the cycles of the permutation.
        for start in 0..places.len() {
            let mut at = start;
            loop {
                let next = std::mem::replace(&mut places[at], saturating_u32(at)) as usize;
                if next == start {
                    break;
                }
                self.swap(at, next);
                at = next;
            }
        }
    }

    fn order_by_key<K: Ord>(&mut self, mut key: impl FnMut(&T) -> K) {
        self.order_by(|a, b| key(a).cmp(&key(b)));
    }
}

/// Sorts places; the one instance of the standard library's sort.
fn sort(places: &mut [u32], compare: &mut dyn FnMut(u32, u32) -> Ordering) {
    places.sort_by(|&a, &b| compare(a, b));
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn lists_are_sorted_as_the_standard_library_sorts_them(keys in prop::collection::vec(0_u8..12, 0..80)) {
            // The number tells equal keys apart.
            let mut items: Vec<(u8, usize)> = keys.into_iter().zip(0..).collect();
            let mut by_std = items.clone();
            let mut by_comparison = items.clone();
            by_std.sort_by_key(|&(key, _)| std::cmp::Reverse(key));
            by_comparison.order_by(|a, b| b.0.cmp(&a.0));
            items.order_by_key(|&(key, _)| std::cmp::Reverse(key));
            prop_assert_eq!(&items, &by_std);
            prop_assert_eq!(&by_comparison, &by_std);
        }
    }
}
