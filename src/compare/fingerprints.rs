//! Fingerprints of a story: some of its runs, chosen so that stories which share a passage share one of them.
//!
//! They are what a database or a cluster joins, where one index of all runs ([`super::Matrix`]) does not fit.

use super::shingles::{hashes, letters};
use crate::text::Span;

/// The bits of a fingerprint that are dropped: the rest is a number that every reader of JSON holds exactly.
const DROPPED: u32 = 11;

/// Returns the fingerprints of a text, given with its sentences, in the order of the text: hashes of runs of `length` letters,
/// as [`super::Matrix`] compares them, chosen by winnowing.
///
/// Of each `window` consecutive runs the one with the least hash is chosen, the last if several are equal, and each only once
/// (Schleimer, Wilkerson and Aiken 2003, *SIGMOD*, 76–85). So two texts that share `length + window − 1` letters in a row share
/// a fingerprint, and of other texts one run in (`window` + 1) / 2 is chosen. A fingerprint is below 2^53.
pub fn fingerprints(text: &str, sentences: &[Span], length: usize, window: usize) -> Vec<u64> {
    let letters = letters(text, sentences);
    let ranks: Vec<u64> = hashes(&letters, length.max(1)).map(mixed).collect();
    let mut chosen: Vec<u64> = Vec::new();
    let mut last: Option<usize> = None;
    for (start, part) in ranks.windows(window.clamp(1, ranks.len().max(1))).enumerate() {
        let least = part.iter().enumerate().min_by_key(|&(at, rank)| (rank, std::cmp::Reverse(at)));
        let Some((at, &rank)) = least else { continue };
        let at = start.saturating_add(at);
        if last != Some(at) {
            last = Some(at);
            chosen.push(rank);
        }
    }
    chosen
}

/// Spreads a hash evenly, so that the least one of a window is a matter of chance (the last step of SplitMix64).
fn mixed(hash: u64) -> u64 {
    let hash = (hash ^ (hash >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let hash = (hash ^ (hash >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    (hash ^ (hash >> 31)) >> DROPPED
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn of(text: &str, length: usize, window: usize) -> Vec<u64> {
        fingerprints(text, &[Span::new(0, text.len())], length, window)
    }

    #[test]
    fn with_a_window_of_one_every_run_is_chosen_and_variants_are_one() {
        assert_eq!(of("甲乙丙丁", 2, 1).len(), 3);
        assert_eq!(of("甲乙，丙。丁", 2, 1), of("甲乙丙丁", 2, 1));
        assert_eq!(of("衛生署", 3, 1), of("衞生署", 3, 1));
        assert!(of("甲", 2, 4).is_empty() && of("", 2, 4).is_empty());
        assert_eq!(of("甲乙丙", 2, 9).len(), 1, "a text shorter than a window has one");
    }

    proptest! {
        #[test]
        fn texts_that_share_a_passage_share_a_fingerprint(
            before in "[甲乙丙丁戊]{0,9}", shared in "[甲乙丙丁戊己庚]{10,14}", after in "[甲乙丙丁戊]{0,9}",
            window in 1_usize..7,
        ) {
            let length = 10 - window + 1;
            let (one, other) = (of(&format!("{before}{shared}"), length, window), of(&format!("{shared}{after}"), length, window));
            prop_assert!(one.iter().any(|fingerprint| other.contains(fingerprint)));
            prop_assert!(one.iter().all(|&fingerprint| fingerprint < 1 << 53));
        }

        #[test]
        fn every_window_has_one_and_no_run_is_chosen_twice(text in "[甲乙丙]{0,40}", window in 1_usize..9) {
            let (all, chosen) = (of(&text, 3, 1), of(&text, 3, window));
            for part in all.windows(window) {
                prop_assert!(part.iter().min().is_some_and(|least| chosen.contains(least)));
            }
            prop_assert!(chosen.len() <= all.len());
        }
    }
}
