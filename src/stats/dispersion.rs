//! The dispersion of a word over the parts of a corpus.

use super::ratio;

/// The parts of a corpus over which dispersion is measured.
#[derive(Clone, Debug)]
pub struct Parts<'a> {
    /// Number of words of each part.
    sizes: &'a [u32],
    tokens: f64,
    /// Number of parts with at least one word.
    filled: usize,
}

impl<'a> Parts<'a> {
    /// Makes parts of the given sizes in words.
    pub fn new(sizes: &'a [u32]) -> Self {
        let tokens = sizes.iter().copied().map(u64::from).sum::<u64>() as f64;
        Self { sizes, tokens, filled: sizes.iter().filter(|&&size| size > 0).count() }
    }

    /// Computes Gries' deviation of proportions, 0 (as even as the parts allow) to 1: half the sum of the
    /// differences between each part's share of the words and its share of the occurrences (Gries 2008,
    /// *International Journal of Corpus Linguistics* 13(4), 403–437), without the later normalisation by the
    /// smallest part (DPnorm).
    ///
    /// `held` lists the parts that contain the word, each with its frequency; their order only affects the
    /// last digit, and the time depends on their number alone. A word that does not occur gives 0.
    pub fn dp(&self, held: &[(u32, u32)]) -> f64 {
        let occurrences = held.iter().map(|&(_, frequency)| u64::from(frequency)).sum::<u64>() as f64;
        if occurrences == 0.0 || self.tokens == 0.0 {
            return 0.0;
        }
        // A part without the word differs by its whole share; the sum of those shares is 1 less the shares of
        // the others.
        let (mut distance, mut elsewhere) = (0.0, 1.0);
        for &(part, frequency) in held {
            let share = self.size(part) / self.tokens;
            distance += (share - f64::from(frequency) / occurrences).abs();
            elsewhere -= share;
        }
        ((distance + elsewhere) / 2.0).clamp(0.0, 1.0)
    }

    /// Computes Juilland's D, 0 to 1 (even): 1 − V/√(n − 1), V being the population standard deviation of the
    /// word's relative frequencies in the n parts divided by their mean (Juilland and Chang-Rodríguez 1964;
    /// for unequal parts as in Gries 2008). Parts without words are omitted.
    ///
    /// `held` is as in [`Parts::dp`]. Fewer than two parts have no dispersion, nor has a word that does not
    /// occur: both give 0.
    pub fn juilland_d(&self, held: &[(u32, u32)]) -> f64 {
        let rate = |&(part, frequency): &(u32, u32)| ratio(f64::from(frequency), self.size(part));
        let n = self.filled as f64;
        let mean = ratio(held.iter().map(rate).sum(), n);
        if self.filled < 2 || mean == 0.0 {
            return 0.0;
        }
        let held_filled = held.iter().filter(|&&(part, _)| self.size(part) > 0.0);
        let (mut squares, mut others) = (0.0, n);
        for part in held_filled {
            let distance = rate(part) - mean;
            squares += distance * distance;
            others -= 1.0;
        }
        let variance = (squares + others * mean * mean) / n;
        let coefficient = libm::sqrt(variance) / mean;
        (1.0 - coefficient / libm::sqrt(n - 1.0)).clamp(0.0, 1.0)
    }

    fn size(&self, part: u32) -> f64 {
        self.sizes.get(part as usize).copied().map_or(0.0, f64::from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Returns the word's frequency in each part as the list of parts that contain it.
    fn held(frequencies: &[u32]) -> Vec<(u32, u32)> {
        (0..).zip(frequencies.iter().copied()).filter(|&(_, frequency)| frequency > 0).collect()
    }

    fn dp(frequencies: &[u32], sizes: &[u32]) -> f64 {
        Parts::new(sizes).dp(&held(frequencies))
    }

    fn juilland_d(frequencies: &[u32], sizes: &[u32]) -> f64 {
        Parts::new(sizes).juilland_d(&held(frequencies))
    }

    /// Compares with Gries (2008), the worked example that begins on page 406: a corpus of 9, 10, 10, 10 and
    /// 11 letters in which the letter *a* occurs 1, 2, 3, 4 and 5 times has D = 0.785 and DP = 0.18.
    #[test]
    fn gries_example_comes_out_as_printed() {
        let (frequencies, sizes) = ([1, 2, 3, 4, 5], [9, 10, 10, 10, 11]);
        assert!((dp(&frequencies, &sizes) - 0.18).abs() < 1e-12);
        assert!((juilland_d(&frequencies, &sizes) - 0.785).abs() < 0.000_5);
    }

    /// Compares with Lijffijt and Gries (2012), *International Journal of Corpus Linguistics* 17(1), page
    /// 148: three parts of one size, two thirds of the occurrences in one, a third in another. DP is a third;
    /// divided by 1 less the smallest part it is the normalised one half.
    #[test]
    fn the_correction_of_gries_example_comes_out_as_printed() {
        let found = dp(&[2, 1, 0], &[100, 100, 100]);
        assert!((found - 1.0 / 3.0).abs() < 1e-12 && (found / (1.0 - 1.0 / 3.0) - 0.5).abs() < 1e-12);
    }

    /// Compares with Carroll (1970), *ETS Research Bulletin* 1970(2), page 14: 0, 4, 3, 2 and 1 in five parts
    /// of one size is a D of 0.6464.
    #[test]
    fn juillands_d_is_what_carroll_printed() {
        assert!((juilland_d(&[0, 4, 3, 2, 1], &[100; 5]) - 0.6464).abs() < 0.000_05);
    }

    #[test]
    fn the_extremes_are_zero_and_one() {
        assert!(dp(&[5, 10, 15], &[100, 200, 300]) < 1e-12);
        assert!(juilland_d(&[5, 10, 15], &[100, 200, 300]) > 1.0 - 1e-12);
        assert_eq!(dp(&[5, 0], &[100, 100]), 0.5);
        assert_eq!(juilland_d(&[5, 0], &[100, 100]), 0.0);
        assert_eq!((dp(&[], &[]), juilland_d(&[], &[])), (0.0, 0.0));
    }

    proptest! {
        #[test]
        fn both_stay_between_zero_and_one(
            large in prop::collection::vec((any::<u32>(), any::<u32>()), 0..12),
            small in prop::collection::vec((0u32..5, 0u32..5), 0..12),
        ) {
            for parts in [large, small] {
                let (frequencies, sizes): (Vec<u32>, Vec<u32>) = parts.into_iter().unzip();
                prop_assert!((0.0..=1.0).contains(&dp(&frequencies, &sizes)));
                prop_assert!((0.0..=1.0).contains(&juilland_d(&frequencies, &sizes)));
            }
        }

        /// Compares with the definition, part by part.
        #[test]
        fn omitting_parts_without_the_word_changes_nothing(
            parts in prop::collection::vec((0u32..4, 1u32..500), 2..12),
        ) {
            let (frequencies, sizes): (Vec<u32>, Vec<u32>) = parts.iter().copied().unzip();
            let (f, s) = (frequencies.iter().sum::<u32>(), sizes.iter().sum::<u32>());
            prop_assume!(f > 0);
            let share = |n: u32, of: u32| f64::from(n) / f64::from(of);
            let by_hand: f64 = parts.iter().map(|&(n, size)| (share(size, s) - share(n, f)).abs()).sum::<f64>() / 2.0;
            prop_assert!((dp(&frequencies, &sizes) - by_hand).abs() < 1e-12);
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
