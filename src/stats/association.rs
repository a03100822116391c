//! Two words that stand near each other, and how strongly they attract.

use super::{Contingency, ratio};

/// How often two words stand together, each alone, and how many places there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Cooccurrence {
    /// Places where both stand together.
    pub together: u32,
    /// Occurrences of the node.
    pub node: u32,
    /// Occurrences of the collocate.
    pub collocate: u32,
    /// Words of the corpus.
    pub tokens: u32,
}

impl Cooccurrence {
    /// How often the two would meet by chance: node × collocate / N.
    pub fn expected(self) -> f64 {
        ratio(f64::from(self.node) * f64::from(self.collocate), f64::from(self.tokens))
    }

    /// logDice, at most 14: 14 + log₂(2·f(xy) / (f(x) + f(y))) (Rychlý 2008, *RASLAN*, 6–9). It does not depend on
    /// the size of the corpus. Words that never meet give 0, the value at which Rychlý takes a pair for accidental.
    pub fn log_dice(self) -> f64 {
        let sum = f64::from(self.node) + f64::from(self.collocate);
        if self.together == 0 || sum == 0.0 {
            return 0.0;
        }
        14.0 + libm::log2(2.0 * f64::from(self.together) / sum)
    }

    /// Mutual information in bits: log₂(O/E) (Church and Hanks 1990, *Computational Linguistics* 16(1), 22–29).
    /// Words that never meet give 0.
    pub fn mutual_information(self) -> f64 {
        let expected = self.expected();
        if self.together == 0 || expected == 0.0 {
            return 0.0;
        }
        libm::log2(f64::from(self.together) / expected)
    }

    /// The t-score: (O − E)/√O (Church, Gale, Hanks and Hindle 1991; Manning and Schütze 1999, section 5.3.1).
    /// Words that never meet give 0.
    pub fn t_score(self) -> f64 {
        let observed = f64::from(self.together);
        ratio(observed - self.expected(), libm::sqrt(observed))
    }

    /// Signed G² of the two words, as [`Contingency::signed_g2`]: the collocate beside the node against the
    /// collocate elsewhere.
    pub fn signed_g2(self) -> f64 {
        let elsewhere = self.collocate.saturating_sub(self.together);
        let other_tokens = self.tokens.saturating_sub(self.node);
        Contingency::new(self.together, self.node, elsewhere, other_tokens).signed_g2()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn pair(together: u32, node: u32, collocate: u32, tokens: u32) -> Cooccurrence {
        Cooccurrence { together, node, collocate, tokens }
    }

    /// Church and Hanks (1990), the table of words around *doctor* in 15 million words: *honorary*, *dentists*,
    /// *nurses*.
    #[test]
    fn mutual_information_is_what_church_and_hanks_printed() {
        for (together, node, collocate, printed) in
            [(12, 111, 621, 11.3), (8, 1105, 44, 11.3), (30, 1105, 241, 10.7)]
        {
            let mi = pair(together, node, collocate, 15_000_000).mutual_information();
            assert!((mi - printed).abs() < 0.06, "{mi} for {printed}");
        }
    }

    /// Manning and Schütze (1999), section 5.3.1: *new companies* has t = 0.999932, *Ayatollah Ruhollah* 4.4721.
    #[test]
    fn t_scores_are_what_manning_and_schuetze_printed() {
        assert!((pair(8, 15_828, 4_675, 14_307_668).t_score() - 0.999_932).abs() < 1e-6);
        assert!((pair(20, 42, 20, 14_307_668).t_score() - 4.4721).abs() < 0.000_05);
    }

    /// Rychlý (2008): the greatest value is 14, each point less is half as many meetings.
    #[test]
    fn log_dice_has_its_greatest_value_where_words_always_meet() {
        assert_eq!(pair(7, 7, 7, 100).log_dice(), 14.0);
        assert_eq!(pair(10, 40, 40, 1000).log_dice(), 12.0);
        assert_eq!(pair(10, 40, 40, 9000).log_dice(), 12.0);
    }

    /// The same table as the first of Dunning's (1993), named by its margins.
    #[test]
    fn g2_is_that_of_the_contingency_table() {
        assert!((pair(110, 2_552, 221, 31_777).signed_g2() - 270.72).abs() < 0.005);
    }

    proptest! {
        #[test]
        fn every_measure_is_finite(together in any::<u32>(), x in any::<u32>(), y in any::<u32>(), n in any::<u32>()) {
            for pair in [pair(together, x, y, n), pair(together % 3, x % 3, y % 3, n % 3)] {
                for value in [pair.expected(), pair.log_dice(), pair.mutual_information(), pair.t_score(), pair.signed_g2()] {
                    prop_assert!(value.is_finite(), "{:?}", pair);
                }
            }
        }
    }
}
