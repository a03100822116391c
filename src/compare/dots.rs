//! Every run of letters that two texts share, for a dot plot.

use rustc_hash::FxHashMap;

use super::alignment::hull;
use super::kin::kin;
use super::shingles::hashes;
use crate::text::{OrderBy, Span, is_word_character, saturating_u32};

/// A run of letters that occurs in both texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SharedRun {
    /// The place in `a`.
    pub a: Span,
    /// The place in `b`.
    pub b: Span,
    /// The number of its letters.
    pub letters: u32,
}

/// The maximum number of runs that begin at one place of `a`, so that a text that repeats one thing takes no more work
/// than its length.
const PLACES: usize = 64;

/// Finds all maximal runs of at least `minimum` letters, in the order of `a`, then of `b`; returns the longest `most`
/// of them and the number of all. Punctuation, variants and script make no difference.
pub fn shared_runs(a: &str, b: &str, minimum: usize, most: usize) -> (Vec<SharedRun>, usize) {
    let (own, other) = (Letters::new(a), Letters::new(b));
    let length = minimum.max(1);
    let mut index: FxHashMap<u64, Vec<usize>> = FxHashMap::default();
    for (place, hash) in hashes(&other.folded, length).enumerate() {
        let places = index.entry(hash).or_default();
        if places.len() < PLACES {
            places.push(place);
        }
    }
    // Each open run by its diagonal, as the place of `b` that follows it: the place in `a` where the run began.
    let mut open: FxHashMap<usize, usize> = FxHashMap::default();
    let mut runs: Vec<(usize, usize, usize)> = Vec::new();
    let windows = own.folded.windows(length);
    let places_of_a = windows.len();
    for ((place, window), hash) in windows.enumerate().zip(hashes(&own.folded, length)) {
        let mut still = FxHashMap::default();
        for (next, start) in open.drain() {
            let last = other.folded.get(next.saturating_add(length).saturating_sub(1));
            if last == window.last() {
                still.insert(next.saturating_add(1), start);
            } else {
                runs.push(run(next, start, place, length));
            }
        }
        for &there in index.get(&hash).map_or(&[][..], Vec::as_slice) {
            // Two different runs of one hash are very rare, but possible.
            if other.folded.get(there..there.saturating_add(length)) == Some(window) {
                still.entry(there.saturating_add(1)).or_insert(place);
            }
        }
        open = still;
    }
    runs.extend(open.into_iter().map(|(next, start)| run(next, start, places_of_a, length)));
    let found = runs.len();
    runs.order_by_key(|&(a, b, letters)| (std::cmp::Reverse(letters), a, b));
    runs.truncate(most);
    runs.sort_unstable();
    let runs = runs.into_iter().map(|(at_a, at_b, letters)| SharedRun {
        a: own.span(at_a, letters),
        b: other.span(at_b, letters),
        letters: saturating_u32(letters),
    });
    (runs.collect(), found)
}

/// Returns the places in both texts and the letters of a run that began at `start` of `a` and ended before `end`, where
/// `next` would have been its place in `b`.
fn run(next: usize, start: usize, end: usize, length: usize) -> (usize, usize, usize) {
    let further = end.saturating_sub(start);
    (start, next.saturating_sub(further), further.saturating_add(length).saturating_sub(1))
}

/// The letters of a text and their places.
struct Letters {
    folded: Vec<char>,
    places: Vec<Span>,
}

impl Letters {
    fn new(text: &str) -> Self {
        let letters = text.char_indices().filter(|&(_, c)| is_word_character(c));
        let (folded, places) =
            letters.map(|(at, c)| (kin(c), Span::new(at, at.saturating_add(c.len_utf8())))).unzip();
        Self { folded, places }
    }

    fn span(&self, start: usize, letters: usize) -> Span {
        hull(self.places.get(start..start.saturating_add(letters)).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn drawn(a: &str, b: &str, minimum: usize) -> Vec<(String, String)> {
        let (runs, _) = shared_runs(a, b, minimum, 100);
        runs.iter().map(|run| (run.a.of(a).to_owned(), run.b.of(b).to_owned())).collect()
    }

    #[test]
    fn runs_are_as_long_as_they_can_be() {
        let own = |pairs: &[(&str, &str)]| -> Vec<(String, String)> {
            pairs.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect()
        };
        assert_eq!(drawn("甲乙，丙丁戊", "己甲乙丙丁。庚", 3), own(&[("甲乙，丙丁", "甲乙丙丁")]));
        assert_eq!(drawn("甲乙丙", "甲乙丙甲乙丙", 3), own(&[("甲乙丙", "甲乙丙"); 2]));
        assert_eq!(drawn("甲乙", "甲乙", 3), own(&[]));
        assert_eq!(drawn("", "", 3), own(&[]));
        assert_eq!(drawn("平臺合作", "平台合作", 4), own(&[("平臺合作", "平台合作")]));
    }

    proptest! {
        #[test]
        fn they_are_those_that_a_slow_search_finds(a in "[甲乙丙]{0,24}", b in "[甲乙丙]{0,24}") {
            let (own, other): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
            let mut expected = Vec::new();
            for i in 0..own.len() {
                for j in 0..other.len() {
                    let same = |i: usize, j: usize| own.get(i).is_some_and(|c| other.get(j) == Some(c));
                    let begins = i == 0 || j == 0 || !same(i - 1, j - 1);
                    let letters = (0..).take_while(|&on| same(i + on, j + on)).count();
                    if begins && letters >= 3 {
                        expected.push((i, j, letters));
                    }
                }
            }
            let (runs, found) = shared_runs(&a, &b, 3, usize::MAX);
            let seen: Vec<_> = runs
                .iter()
                .map(|run| (run.a.start as usize / 3, run.b.start as usize / 3, run.letters as usize))
                .collect();
            prop_assert_eq!(found, expected.len());
            prop_assert_eq!(seen, expected);
        }
    }
}
