//! A word's counts in a target and a reference, and the measures computed from them.

use super::{entropy_term, ratio};

/// The occurrences of a word in a text of some length.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
struct Count {
    frequency: u32,
    tokens: u32,
}

/// The 2×2 table of a word in a target and a reference.
///
/// Every measure is finite for every table, and the signed ones change sign if the sides are exchanged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Contingency {
    target: Count,
    reference: Count,
}

impl Contingency {
    /// Makes the table of a word that occurs `target` times among `target_tokens` words and `reference` times
    /// among `reference_tokens`. If a frequency exceeds its text's length, the text is taken to consist of
    /// that word only.
    pub fn new(target: u32, target_tokens: u32, reference: u32, reference_tokens: u32) -> Self {
        let count = |frequency: u32, tokens: u32| Count { frequency, tokens: tokens.max(frequency) };
        Self { target: count(target, target_tokens), reference: count(reference, reference_tokens) }
    }

    /// Computes the signed log-likelihood G², in (−∞, ∞): 2 Σ O ln(O/E) over the four cells of the table
    /// (Dunning 1993, *Computational Linguistics* 19(1), 61–74), negative if the word is rarer in the target.
    ///
    /// This is the test AntConc 4 calls "log-likelihood (4-term)"; Rayson's two-term form omits all other
    /// words.
    pub fn signed_g2(self) -> f64 {
        let [a, b, c, d] = self.observed();
        let [ea, eb, ec, ed] = self.expected();
        // Pairing target with reference gives the same sum to the last bit if the sides are exchanged.
        let words = entropy_term(a, ea) + entropy_term(b, eb);
        let others = entropy_term(c, ec) + entropy_term(d, ed);
        self.signed((2.0 * (words + others)).max(0.0))
    }

    /// Computes the signed Bayesian information criterion: |G²| less ln N, with the sign of G² (Wilson 2013,
    /// after Kass and Raftery 1995); 0 if the evidence does not reach ln N.
    pub fn bic(self) -> f64 {
        let total = f64::from(self.target.tokens) + f64::from(self.reference.tokens);
        self.signed((self.signed_g2().abs() - libm::log(total.max(1.0))).max(0.0))
    }

    /// Computes the signed χ² with the continuity correction of Yates (1934, *Supplement to the Journal of
    /// the Royal Statistical Society* 1, 217–235), in (−∞, ∞); 0 if a margin is empty.
    pub fn signed_chi_squared(self) -> f64 {
        let [a, b, c, d] = self.observed();
        let total = (a + c) + (b + d);
        let distance = ((a * d - b * c).abs() - total / 2.0).max(0.0);
        let margins = ((a + b) * (c + d)) * ((a + c) * (b + d));
        self.signed(ratio(total * distance * distance, margins))
    }

    /// Computes Log Ratio (Hardie 2014): the binary logarithm of the ratio of relative frequencies, signed. A
    /// count of zero is replaced by 0.5; an empty side gives 0.
    pub fn log_ratio(self) -> f64 {
        let (Some(target), Some(reference)) = (smoothed_rate(self.target), smoothed_rate(self.reference))
        else {
            return 0.0;
        };
        libm::log2(target) - libm::log2(reference)
    }

    /// Computes %DIFF (Gabrielatos and Marchi 2011): the percentage by which the target's rate exceeds the
    /// reference's, from −100. A reference count of zero is replaced by 0.5, so that the value is finite.
    pub fn percent_difference(self) -> f64 {
        let target = ratio(f64::from(self.target.frequency), f64::from(self.target.tokens));
        let reference = smoothed_rate(self.reference);
        // Rounding would take what is absent from the target below −100 here and there.
        reference.map_or(0.0, |reference| (100.0 * (target - reference) / reference).max(-100.0))
    }

    /// Computes the odds ratio, above 0; if a cell is empty, 0.5 is added to all four (Haldane 1956; Anscombe
    /// 1956).
    pub fn odds_ratio(self) -> f64 {
        let [a, b, c, d] = self.observed();
        let correction = if [a, b, c, d].contains(&0.0) { 0.5 } else { 0.0 };
        ((a + correction) * (d + correction)) / ((b + correction) * (c + correction))
    }

    /// Computes simple maths (Kilgarriff 2009): the ratio of the rates per million after `n` is added to
    /// both, above 0 for `n` above 0. A small `n` favours rare words, a large one frequent words.
    pub fn simple_maths(self, n: f64) -> f64 {
        let rate = |count: Count| ratio(1e6 * f64::from(count.frequency), f64::from(count.tokens));
        ratio(rate(self.target) + n, rate(self.reference) + n)
    }

    /// Returns the smallest expected count of the four cells, 0 or more. Below 5 the χ² approximation, and so
    /// `p`, is unreliable (Cochran 1954, *Biometrics* 10, 417–451).
    pub fn smallest_expected(self) -> f64 {
        self.expected().into_iter().fold(f64::INFINITY, f64::min)
    }

    /// Returns true if an expected count is below 5.
    pub fn low_expected(self) -> bool {
        self.smallest_expected() < 5.0
    }

    /// Returns the counts of this word in the target and the reference, then of all other words in both.
    fn observed(self) -> [f64; 4] {
        let others = |count: Count| f64::from(count.tokens - count.frequency);
        [
            f64::from(self.target.frequency),
            f64::from(self.reference.frequency),
            others(self.target),
            others(self.reference),
        ]
    }

    /// Returns the counts of the four cells if the rates were equal; zeros if both texts are empty.
    fn expected(self) -> [f64; 4] {
        let [a, b, c, d] = self.observed();
        let (target, reference) = (a + c, b + d);
        let total = target + reference;
        [(target, a + b), (reference, a + b), (target, c + d), (reference, c + d)]
            .map(|(column, row)| ratio(column * row, total))
    }

    /// Gives `distance` the sign of the difference of rates, decided in integers so that equal rates are
    /// equal.
    fn signed(self, distance: f64) -> f64 {
        let cross = |count: Count, tokens: u32| u64::from(count.frequency) * u64::from(tokens);
        match cross(self.target, self.reference.tokens).cmp(&cross(self.reference, self.target.tokens)) {
            std::cmp::Ordering::Less => -distance,
            std::cmp::Ordering::Equal => 0.0,
            std::cmp::Ordering::Greater => distance,
        }
    }
}

/// Returns the relative frequency, with 0.5 for a count of zero; `None` for an empty text.
fn smoothed_rate(count: Count) -> Option<f64> {
    (count.tokens > 0).then(|| f64::from(count.frequency).max(0.5) / f64::from(count.tokens))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::p_value;
    use proptest::prelude::*;

    fn table(a: u32, target: u32, b: u32, reference: u32) -> Contingency {
        Contingency::new(a, target, b, reference)
    }

    /// Compares with Dunning (1993), page 72, the table of bigrams ranked by −2 log λ: *the swiss*, *can be*,
    /// *previous year*, *mineral water*, with k(AB), k(A¬B), k(¬AB), k(¬A¬B).
    #[test]
    fn g2_is_what_dunning_printed() {
        for (k11, k12, k21, k22, printed) in [
            (110, 2442, 111, 29114, 270.72),
            (29, 13, 123, 31612, 263.90),
            (31, 23, 139, 31584, 256.84),
            (10, 0, 3, 31764, 167.23),
        ] {
            let g2 = table(k11, k11 + k12, k21, k21 + k22).signed_g2();
            assert!((g2 - printed).abs() < 0.005, "{g2} for {printed}");
        }
    }

    /// Compares with Pedersen (1996), "Fishing for exactness", *Proceedings of the South-Central Regional SAS
    /// Users' Group*, page 10: four cups of tea of each kind, three of four identified correctly, have a
    /// corrected χ² of 0.5 and p = 0.48.
    #[test]
    fn the_corrected_chi_squared_is_what_pedersen_printed() {
        let chi_squared = table(3, 4, 1, 4).signed_chi_squared();
        assert!((chi_squared - 0.5).abs() < 1e-12);
        assert!((p_value(chi_squared) - 0.48).abs() < 0.005);
    }

    /// Compares with the closed formula in double precision: χ² of [[43, 9], [44, 4]] with the correction is
    /// 1.0724852071005917.
    #[test]
    fn yates_corrects_towards_zero() {
        assert!((table(43, 52, 44, 48).signed_chi_squared() + 1.072_485_207_100_591_7).abs() < 1e-12);
        assert!((table(8, 10, 1, 6).signed_chi_squared() - 3.809_523_809_523_809_3).abs() < 1e-12);
        assert_eq!(table(5, 10, 6, 12).signed_chi_squared(), 0.0);
    }

    /// Checks the examples of Hardie (2014), "Log Ratio – an informal introduction" (cass.lancs.ac.uk):
    /// relative frequencies of 0.0006 and 0.0002 differ three times; equal ones give 0, and two, four and
    /// eight times as frequent are 1, 2 and 3.
    #[test]
    fn log_ratio_counts_doublings() {
        assert!((table(6, 10_000, 2, 10_000).log_ratio() - libm::log2(3.0)).abs() < 1e-12);
        for (times, printed) in [(1, 0.0), (2, 1.0), (4, 2.0), (8, 3.0)] {
            assert!((table(5 * times, 1000, 5, 1000).log_ratio() - printed).abs() < 1e-12);
        }
        assert_eq!(table(16, 1000, 2, 1000).log_ratio(), 3.0);
        assert_eq!(table(1, 1000, 0, 1000).log_ratio(), 1.0);
        assert_eq!(table(0, 1000, 0, 1000).log_ratio(), 0.0);
        assert_eq!(table(0, 0, 7, 1000).log_ratio(), 0.0);
    }

    /// Compares with Kilgarriff (2009), "Simple maths for keywords": rates per million of 10 against 0, 200
    /// against 100 and 12,000 against 10,000, with 1, 100 and 1,000 added.
    #[test]
    fn simple_maths_is_what_kilgarriff_printed() {
        let million = 1_000_000;
        for (a, b, n, printed) in [
            (10, 0, 1.0, 11.0),
            (10, 0, 100.0, 1.1),
            (200, 100, 1.0, 1.99),
            (200, 100, 100.0, 1.5),
            (12_000, 10_000, 1.0, 1.2),
            (12_000, 10_000, 1000.0, 1.18),
        ] {
            assert!((table(a, million, b, million).simple_maths(n) - printed).abs() < 0.005, "{a} {b} {n}");
        }
    }

    /// Compares with Sketch Engine's page on simple maths (sketchengine.eu/documentation/simple-maths):
    /// *shard*, 35 times in the 112,289,776 tokens of the BNC and 263 times in the 1,559,716,979 of ukWaC,
    /// scores 1.1224.
    #[test]
    fn simple_maths_is_what_sketch_engine_documents() {
        let score = table(35, 112_289_776, 263, 1_559_716_979).simple_maths(1.0);
        assert!((score - 1.1224).abs() < 0.000_05, "{score}");
    }

    /// Compares with Gabrielatos and Marchi (2011), *Keyness: Matching metrics to definitions*, page 18:
    /// 206,523 in 959,641 words against 178,174 in 1,562,358 is a %DIFF of 88.7.
    #[test]
    fn percent_difference_is_what_gabrielatos_and_marchi_printed() {
        let difference = table(206_523, 959_641, 178_174, 1_562_358).percent_difference();
        assert!((difference - 88.7).abs() < 0.05, "{difference}");
    }

    /// Compares with Pojanapunya and Todd (2018), *Corpus Linguistics and Linguistic Theory* 14(1), page 154:
    /// 16,217 in 2,796,938 words against 735 in 2,087,946 is an odds ratio of 16.6.
    #[test]
    fn the_odds_ratio_is_what_pojanapunya_and_todd_printed() {
        let odds = table(16_217, 2_796_938, 735, 2_087_946).odds_ratio();
        assert!((odds - 16.6).abs() < 0.05, "{odds}");
    }

    #[test]
    fn percent_difference_and_odds_follow_their_definitions() {
        assert!((table(30, 1000, 10, 1000).percent_difference() - 200.0).abs() < 1e-9);
        assert_eq!(table(0, 1000, 10, 1000).percent_difference(), -100.0);
        assert_eq!(table(0, 300, 160, 7782).percent_difference(), -100.0, "rounding goes below otherwise");
        assert_eq!(table(20, 100, 10, 110).odds_ratio(), 2.5);
        assert_eq!(table(1, 2, 0, 1).odds_ratio(), 3.0);
    }

    #[test]
    fn expected_counts_below_five_are_flagged() {
        assert!((table(8, 100, 1, 200).smallest_expected() - 3.0).abs() < 1e-12);
        assert!(table(8, 100, 1, 200).low_expected());
        assert!(!table(80, 100, 100, 200).low_expected());
    }

    /// Compares with the read-me of Macanovic's R package KeynessMeasures, which compares *Emma* with five
    /// other novels, some 724,600 words in all, and prints for each of ten words a BIC 13.4934 below its
    /// log-likelihood (2350.3189 and 2336.8255 for *emma*); the log-likelihood there is the one of two terms.
    #[test]
    fn bic_takes_off_the_logarithm_of_the_size() {
        let emma = table(786, 160_946, 1, 563_654);
        assert!((emma.signed_g2() - emma.bic() - (2350.3189 - 2336.8255)).abs() < 0.000_1);
        let strong = table(110, 2552, 111, 29225);
        assert!((strong.bic() - (strong.signed_g2() - libm::log(31_777.0))).abs() < 1e-9);
        assert_eq!(table(3, 100, 2, 100).bic(), 0.0);
    }

    fn any_table() -> impl Strategy<Value = Contingency> {
        let size = || prop_oneof![1u32..50, Just(u32::MAX), any::<u32>().prop_map(|n| n.max(1))];
        (size(), any::<u32>(), size(), any::<u32>()).prop_map(|(t, a, r, b)| {
            table(a % t.saturating_add(1).max(1), t, b % r.saturating_add(1).max(1), r)
        })
    }

    fn all(t: Contingency) -> [f64; 8] {
        [
            t.signed_g2(),
            t.bic(),
            t.signed_chi_squared(),
            t.log_ratio(),
            t.percent_difference(),
            t.odds_ratio(),
            t.simple_maths(1.0),
            t.smallest_expected(),
        ]
    }

    proptest! {
        #[test]
        fn exchanging_the_sides_turns_the_sign(t in any_table()) {
            let turned = Contingency { target: t.reference, reference: t.target };
            prop_assert_eq!(t.signed_g2(), -turned.signed_g2());
            prop_assert_eq!(t.bic(), -turned.bic());
            prop_assert_eq!(t.log_ratio(), -turned.log_ratio());
            prop_assert_eq!(t.signed_chi_squared(), -turned.signed_chi_squared());
        }

        #[test]
        fn exchanging_the_sides_turns_the_ratios_over(a in 0u32..300, t in 300u32..9_000, b in 0u32..300, r in 300u32..9_000) {
            let (there, back) = (table(a, t, b, r), table(b, r, a, t));
            prop_assert!((there.odds_ratio() * back.odds_ratio() - 1.0).abs() < 1e-9);
            prop_assert!((there.simple_maths(1.0) * back.simple_maths(1.0) - 1.0).abs() < 1e-9);
            prop_assert!(there.percent_difference() >= -100.0);
            prop_assert_eq!(there.percent_difference() > 0.0, there.log_ratio() > 0.0 && a > 0);
        }

        #[test]
        fn every_measure_is_finite(t in any_table()) {
            for value in all(t) {
                prop_assert!(value.is_finite(), "{:?} gives {:?}", t, all(t));
            }
            let p = p_value(t.signed_g2());
            prop_assert!((0.0..=1.0).contains(&p));
        }

        #[test]
        fn every_measure_of_empty_texts_is_finite(a in 0u32..4, t in 0u32..4, b in 0u32..4, r in 0u32..4) {
            prop_assert!(all(table(a, t, b, r)).into_iter().all(f64::is_finite));
        }
    }
}
