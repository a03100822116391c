//! The association of two words that occur near each other.

use super::{Contingency, ratio};

/// The counts of two words near each other, of each alone, and of all pairs of words.
///
/// A *pair* is two positions of one story of which the second lies in the span of the first: with a span of 5
/// left and 5 right each word is the first of up to ten pairs, of fewer at the edges of its story. Counting
/// pairs makes the four cells of the table whole numbers that are never negative, whatever the span. For
/// adjacent words the pairs of the node are its occurrences, those of the collocate likewise, and the number
/// of all pairs is the number of words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Cooccurrence {
    /// Pairs of the node with the collocate.
    pub together: u32,
    /// Occurrences of the node.
    pub node: u32,
    /// Occurrences of the collocate.
    pub collocate: u32,
    /// Pairs whose first word is the node: the positions in all its spans.
    pub node_pairs: u32,
    /// Pairs whose second word is the collocate.
    pub collocate_pairs: u32,
    /// All pairs.
    pub pairs: u32,
}

impl Cooccurrence {
    /// Computes the co-occurrences expected under independence: pairs of the node × pairs of the collocate /
    /// all pairs. Away from the edges of stories this is span × node × collocate / N (Evert 2008, "Corpora
    /// and collocations", in Lüdeling and Kytö, *Corpus Linguistics*, section 4.1; page 17 of the extended
    /// manuscript by its table of contents).
    pub fn expected(self) -> f64 {
        ratio(f64::from(self.node_pairs) * f64::from(self.collocate_pairs), f64::from(self.pairs))
    }

    /// Computes logDice: 14 + log₂(2·f(xy) / (f(x) + f(y))) (Rychlý 2008, *RASLAN*, 6–9), f(xy) being
    /// [`Self::together`]. It does not depend on the size of the corpus. At most 14 if each occurrence meets
    /// at most one; words that crowd around each other can exceed it. Words that never meet give 0, the value
    /// at which Rychlý takes a pair for accidental.
    pub fn log_dice(self) -> f64 {
        let sum = f64::from(self.node) + f64::from(self.collocate);
        if self.together == 0 || sum == 0.0 {
            return 0.0;
        }
        14.0 + libm::log2(2.0 * f64::from(self.together) / sum)
    }

    /// Computes mutual information in bits: log₂(O/E) (Church and Hanks 1990, *Computational Linguistics*
    /// 16(1), 22–29).
    /// Words that never meet give 0.
    pub fn mutual_information(self) -> f64 {
        let expected = self.expected();
        if self.together == 0 || expected == 0.0 {
            return 0.0;
        }
        libm::log2(f64::from(self.together) / expected)
    }

    /// Computes the t-score: (O − E)/√O (Church, Gale, Hanks and Hindle 1991; Manning and Schütze 1999,
    /// section 5.3.1).
    /// Words that never meet give 0.
    pub fn t_score(self) -> f64 {
        let observed = f64::from(self.together);
        ratio(observed - self.expected(), libm::sqrt(observed))
    }

    /// Computes the signed G² of the two words, as [`Contingency::signed_g2`]: the collocate near the node
    /// against the collocate elsewhere.
    pub fn signed_g2(self) -> f64 {
        let elsewhere = self.collocate_pairs.saturating_sub(self.together);
        let other_pairs = self.pairs.saturating_sub(self.node_pairs);
        Contingency::new(self.together, self.node_pairs, elsewhere, other_pairs).signed_g2()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Makes the counts of adjacent words.
    fn pair(together: u32, node: u32, collocate: u32, tokens: u32) -> Cooccurrence {
        let (node_pairs, collocate_pairs, pairs) = (node, collocate, tokens);
        Cooccurrence { together, node, collocate, node_pairs, collocate_pairs, pairs }
    }

    /// Compares with Church and Hanks (1990), page 24, the table of words around *doctor* in 15 million
    /// words: *honorary*, *dentists*, *nurses*.
    #[test]
    fn mutual_information_is_what_church_and_hanks_printed() {
        for (together, node, collocate, printed) in
            [(12, 111, 621, 11.3), (8, 1105, 44, 11.3), (30, 1105, 241, 10.7)]
        {
            let mi = pair(together, node, collocate, 15_000_000).mutual_information();
            assert!((mi - printed).abs() < 0.06, "{mi} for {printed}");
        }
    }

    /// Compares with Manning and Schütze (1999), section 5.3.1, pages 164–165: *new companies* has t =
    /// 0.999932, *Ayatollah Ruhollah* 4.4721.
    #[test]
    fn t_scores_are_what_manning_and_schuetze_printed() {
        assert!((pair(8, 15_828, 4_675, 14_307_668).t_score() - 0.999_932).abs() < 1e-6);
        assert!((pair(20, 42, 20, 14_307_668).t_score() - 4.4721).abs() < 0.000_05);
    }

    /// Compares with the values that Sugiura computed in R (sugiura-ken.org/wiki, page "logDice") after
    /// Rychlý (2008): *strong tea* with f(xy) = 8, f(x) = 389 and f(y) = 230, and four pairs that show the
    /// scale.
    #[test]
    fn log_dice_is_what_sugiura_computed() {
        for (together, node, collocate, printed) in [
            (8, 389, 230, 8.726_204),
            (300, 300, 300, 14.0),
            (3, 3000, 3000, 4.034_216),
            (6, 3000, 3000, 5.034_216),
            (300, 3000, 3000, 10.678_07),
        ] {
            let score = pair(together, node, collocate, 1_000_000).log_dice();
            assert!((score - printed).abs() < 5e-6, "{score} for {printed}");
        }
    }

    /// Checks the rule that Evert's R package *corpora* documents for `am.score`: the expected frequency of
    /// words that meet within a span is that of neighbours times the span, 4 for two words on either side.
    #[test]
    fn expected_counts_grow_with_the_span() {
        let (node, collocate, tokens, span) = (1_000, 300, 1_000_000, 4);
        let neighbours = pair(9, node, collocate, tokens);
        let (node_pairs, collocate_pairs, pairs) = (span * node, span * collocate, span * tokens);
        let within = Cooccurrence { node_pairs, collocate_pairs, pairs, ..neighbours };
        assert!((neighbours.expected() - 0.3).abs() < 1e-12);
        assert!((within.expected() - 1.2).abs() < 1e-12);
    }

    /// Checks the features of logDice listed by Rychlý (2008): at most 14, if the two only ever meet; 0 at
    /// one meeting in 16,000 (2¹⁴) of each; a point more is twice as often, 7 points are "roughly 100 times";
    /// the size of the corpus has no part in it.
    #[test]
    fn log_dice_has_the_features_rychly_printed() {
        assert_eq!(pair(7, 7, 7, 100).log_dice(), 14.0);
        assert_eq!(pair(1, 1 << 14, 1 << 14, 1 << 20).log_dice(), 0.0);
        let (rare, often) = (pair(1, 1000, 3000, 100_000), pair(2, 1000, 3000, 100_000));
        assert!((often.log_dice() - rare.log_dice() - 1.0).abs() < 1e-12);
        assert!((pair(128, 1000, 3000, 100_000).log_dice() - rare.log_dice() - 7.0).abs() < 1e-12);
        assert_eq!(pair(10, 40, 40, 1000).log_dice(), pair(10, 40, 40, 9000).log_dice());
    }

    /// Compares with the first table of Dunning (1993), given by its margins.
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

        #[test]
        fn attraction_is_mutual(together in 1u32..50, x in 50u32..500, y in 50u32..500, n in 1_000u32..1_000_000) {
            let (there, back) = (pair(together, x, y, n), pair(together, y, x, n));
            prop_assert_eq!(there.log_dice(), back.log_dice());
            prop_assert_eq!(there.mutual_information(), back.mutual_information());
            prop_assert_eq!(there.t_score(), back.t_score());
            prop_assert!((there.signed_g2() - back.signed_g2()).abs() < 1e-6);
        }
    }
}
