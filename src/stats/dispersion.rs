//! How evenly a word is spread over the parts of a corpus.

use super::ratio;

/// Gries' deviation of proportions, 0 (as even as the parts allow) to 1: half the sum of the differences between
/// each part's share of the words and its share of the occurrences (Gries 2008, *International Journal of Corpus
/// Linguistics* 13(4), 403–437), without the later normalisation by the smallest part.
///
/// `frequencies` holds the word's occurrences in each part and `sizes` the words of each part, in one order. A word
/// that stands nowhere gives 0.
pub fn dp(frequencies: &[u32], sizes: &[u32]) -> f64 {
    let sum = |counts: &[u32]| counts.iter().copied().map(u64::from).sum::<u64>() as f64;
    let (occurrences, tokens) = (sum(frequencies), sum(sizes));
    if occurrences == 0.0 || tokens == 0.0 {
        return 0.0;
    }
    let distance: f64 = frequencies
        .iter()
        .zip(sizes)
        .map(|(&frequency, &size)| (f64::from(size) / tokens - f64::from(frequency) / occurrences).abs())
        .sum();
    (distance / 2.0).clamp(0.0, 1.0)
}

/// Juilland's D, 0 to 1 (even): 1 − V/√(n − 1), V being the population standard deviation of the word's relative
/// frequencies in the n parts over their mean (Juilland and Chang-Rodríguez 1964; for unequal parts as in Gries
/// 2008). Parts without words are left out.
///
/// The arguments are those of [`dp`]. With fewer than two parts there is nothing to be spread over, and a word that
/// stands nowhere has no spread: both give 0.
pub fn juilland_d(frequencies: &[u32], sizes: &[u32]) -> f64 {
    let rates: Vec<f64> = frequencies
        .iter()
        .zip(sizes)
        .filter(|&(_, &size)| size > 0)
        .map(|(&frequency, &size)| f64::from(frequency) / f64::from(size))
        .collect();
    let n = rates.len() as f64;
    let mean = ratio(rates.iter().sum(), n);
    if rates.len() < 2 || mean == 0.0 {
        return 0.0;
    }
    let variance = rates.iter().map(|rate| (rate - mean) * (rate - mean)).sum::<f64>() / n;
    let coefficient = libm::sqrt(variance) / mean;
    (1.0 - coefficient / libm::sqrt(n - 1.0)).clamp(0.0, 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Gries (2008), the worked example: a corpus of 9, 10, 10, 10 and 11 letters in which the letter *a* stands
    /// 1, 2, 3, 4 and 5 times has D = 0.785 and DP = 0.18.
    #[test]
    fn gries_example_comes_out_as_printed() {
        let (frequencies, sizes) = ([1, 2, 3, 4, 5], [9, 10, 10, 10, 11]);
        assert!((dp(&frequencies, &sizes) - 0.18).abs() < 1e-12);
        assert!((juilland_d(&frequencies, &sizes) - 0.785).abs() < 0.000_5);
    }

    #[test]
    fn the_extremes_are_nothing_and_one() {
        assert!(dp(&[5, 10, 15], &[100, 200, 300]) < 1e-12);
        assert!(juilland_d(&[5, 10, 15], &[100, 200, 300]) > 1.0 - 1e-12);
        assert_eq!(dp(&[5, 0], &[100, 100]), 0.5);
        assert_eq!(juilland_d(&[5, 0], &[100, 100]), 0.0);
        assert_eq!((dp(&[], &[]), juilland_d(&[], &[])), (0.0, 0.0));
    }

    proptest! {
        #[test]
        fn both_stay_between_nothing_and_one(
            large in prop::collection::vec((any::<u32>(), any::<u32>()), 0..12),
            small in prop::collection::vec((0u32..5, 0u32..5), 0..12),
        ) {
            for parts in [large, small] {
                let (frequencies, sizes): (Vec<u32>, Vec<u32>) = parts.into_iter().unzip();
                prop_assert!((0.0..=1.0).contains(&dp(&frequencies, &sizes)));
                prop_assert!((0.0..=1.0).contains(&juilland_d(&frequencies, &sizes)));
            }
        }

        #[test]
        fn the_order_of_the_parts_does_not_matter(parts in prop::collection::vec((0u32..50, 1u32..500), 2..12)) {
            let (frequencies, sizes): (Vec<u32>, Vec<u32>) = parts.iter().copied().unzip();
            let (backward, backward_sizes): (Vec<u32>, Vec<u32>) = parts.iter().rev().copied().unzip();
            prop_assert!((dp(&frequencies, &sizes) - dp(&backward, &backward_sizes)).abs() < 1e-9);
            let difference = juilland_d(&frequencies, &sizes) - juilland_d(&backward, &backward_sizes);
            prop_assert!(difference.abs() < 1e-9);
        }
    }
}
