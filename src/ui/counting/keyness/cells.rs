//! The four cells of a keyness table, and each measure with its own numbers.

use yew::AttrValue;

use crate::stats::Contingency;
use crate::ui::i18n::{Catalog, MessageKey, key};
use crate::ui::labels;
use crate::ui::results::proof::Step;
use crate::view::{Keyness, KeynessMeasure, KeynessRow};

/// Computes signed G² from the counts, as the table shows it whichever measure ranks it.
pub(super) fn g2(keyness: &Keyness, row: &KeynessRow) -> f64 {
    Contingency::new(row.target, keyness.target_tokens, row.reference, keyness.reference_tokens).signed_g2()
}

/// The numbers of the four cells, for filling in formulas.
pub(super) struct Cells<'a> {
    pub(super) row: &'a KeynessRow,
    pub(super) keyness: &'a Keyness,
    pub(super) catalog: &'a Catalog,
}

impl Cells<'_> {
    pub(super) fn counts(&self) -> [f64; 4] {
        let (a, b) = (f64::from(self.row.target), f64::from(self.row.reference));
        [a, b, f64::from(self.keyness.target_tokens), f64::from(self.keyness.reference_tokens)]
    }

    pub(super) fn whole(&self, number: f64) -> AttrValue {
        self.catalog.decimal(number, 0)
    }

    /// Returns the expected counts in the target and in the reference.
    fn expected(&self) -> [f64; 2] {
        let [a, b, n_a, n_b] = self.counts();
        [n_a, n_b].map(|side| if n_a + n_b > 0.0 { side * (a + b) / (n_a + n_b) } else { 0.0 })
    }

    pub(super) fn expected_step(&self) -> Step {
        let [a, b, n_a, n_b] = self.counts();
        let [e_a, e_b] = self.expected();
        let filled = format!(
            "{} × ({} + {}) ÷ ({} + {}) = {}; E₂ = {}",
            self.whole(n_a),
            self.whole(a),
            self.whole(b),
            self.whole(n_a),
            self.whole(n_b),
            self.catalog.decimal(e_a, 2),
            self.catalog.decimal(e_b, 2),
        );
        Step::new(self.catalog.text(key!("formula-expected")).as_str(), "E₁ = N₁ (a + b) ÷ (N₁ + N₂)", filled)
    }

    pub(super) fn g2_step(&self) -> Step {
        let [a, b, n_a, n_b] = self.counts();
        let [e_a, e_b] = self.expected();
        let cell = |observed: f64, expected: f64| {
            let (observed, expected) = (self.whole(observed), self.catalog.decimal(expected, 1));
            format!("{observed} ln ({observed} ÷ {expected})")
        };
        let cells = [cell(a, e_a), cell(b, e_b), cell(n_a - a, n_a - e_a), cell(n_b - b, n_b - e_b)];
        let g2 = self.catalog.decimal(g2(self.keyness, self.row), 2);
        Step::new("G²", "2 Σ O ln (O ÷ E)", format!("2 × [{}] = {g2}", cells.join(" + ")))
    }

    pub(super) fn ratio_step(&self) -> Step {
        let [a, b, n_a, n_b] = self.counts();
        let zero = |number: f64| if number == 0.0 { AttrValue::from("0.5") } else { self.whole(number) };
        let filled = format!(
            "log₂ (({} ÷ {}) ÷ ({} ÷ {})) = {}",
            zero(a),
            self.whole(n_a),
            zero(b),
            self.whole(n_b),
            self.catalog.decimal(self.row.log_ratio, 2),
        );
        Step::new("Log Ratio", "log₂ ((a ÷ N₁) ÷ (b ÷ N₂))", filled)
    }

    pub(super) fn rate_step(&self, key: MessageKey, letters: [&str; 2], counts: [f64; 2], rate: f64) -> Step {
        let filled = format!(
            "{} ÷ {} × 10,000 = {}",
            self.whole(counts[0]),
            self.whole(counts[1]),
            self.catalog.decimal(rate, 2)
        );
        Step::new(
            self.catalog.text(key).as_str(),
            format!("{} ÷ {} × 10,000", letters[0], letters[1]),
            filled,
        )
    }

    /// Returns the measure that ranks the table, with its numbers.
    pub(super) fn score_step(&self) -> Step {
        let [a, b, n_a, n_b] = self.counts();
        let score = self.catalog.decimal(self.row.score, 2);
        let name = labels::measure(self.keyness.measure, self.catalog).to_string();
        let [a_whole, b_whole, n_a_whole, n_b_whole] = [a, b, n_a, n_b].map(|number| self.whole(number));
        match self.keyness.measure {
            KeynessMeasure::G2 => self.g2_step(),
            KeynessMeasure::LogRatio => self.ratio_step(),
            KeynessMeasure::Bic => {
                let g2 = self.catalog.decimal(g2(self.keyness, self.row).abs(), 2);
                let filled = format!("{g2} − ln ({n_a_whole} + {n_b_whole}) → {score}");
                Step::new(name, "max (0, |G²| − ln (N₁ + N₂))", filled)
            }
            KeynessMeasure::Chi2 => {
                let [e_a, e_b] = self.expected();
                let cell = |observed: f64, expected: f64| {
                    let (observed, expected) = (self.whole(observed), self.catalog.decimal(expected, 1));
                    format!("max (0, |{observed} − {expected}| − 0.5)² ÷ {expected}")
                };
                let cells = [cell(a, e_a), cell(b, e_b), cell(n_a - a, n_a - e_a), cell(n_b - b, n_b - e_b)];
                Step::new(name, "Σ max (0, |O − E| − 0.5)² ÷ E", format!("{} = {score}", cells.join(" + ")))
            }
            KeynessMeasure::Diff => {
                let b_whole = if b == 0.0 { AttrValue::from("0.5") } else { b_whole };
                let filled = format!(
                    "100 × ({a_whole} ÷ {n_a_whole} − {b_whole} ÷ {n_b_whole}) ÷ ({b_whole} ÷ {n_b_whole}) = {score}"
                );
                Step::new(name, "100 (a ÷ N₁ − b ÷ N₂) ÷ (b ÷ N₂)", filled)
            }
            KeynessMeasure::OddsRatio => {
                let cells = [a, n_b - b, b, n_a - a];
                let extra = if cells.contains(&0.0) { 0.5 } else { 0.0 };
                let places = usize::from(extra > 0.0);
                let [one, two, three, four] = cells.map(|cell| self.catalog.decimal(cell + extra, places));
                let filled = format!("({one} × {two}) ÷ ({three} × {four}) = {score}");
                Step::new(name, "a (N₂ − b) ÷ (b (N₁ − a))", filled)
            }
            KeynessMeasure::SimpleMaths => {
                let filled = format!(
                    "({a_whole} × 10⁶ ÷ {n_a_whole} + 1) ÷ ({b_whole} × 10⁶ ÷ {n_b_whole} + 1) = {score}"
                );
                Step::new(name, "(10⁶ a ÷ N₁ + 1) ÷ (10⁶ b ÷ N₂ + 1)", filled)
            }
        }
    }

    /// Returns the p-value, and its adjustment for the number of words compared.
    pub(super) fn chance_steps(&self) -> [Step; 2] {
        let (p, adjusted) = (chance_in_full(self.row.p), chance_in_full(self.row.p_adjusted));
        let test = if self.keyness.measure == KeynessMeasure::Chi2 { "χ²" } else { "G²" };
        let tests = self.catalog.count(self.keyness.types);
        [
            Step::new("p", format!("P (χ²₁ ≥ |{test}|)"), format!("p = {p}")),
            Step::new(
                self.catalog.text(key!("column-p-adjusted")).as_str(),
                "min (p₍ⱼ₎ m ÷ j), j ≥ i",
                format!("p = {p}; m = {tests}; {adjusted}"),
            ),
        ]
    }
}

/// Formats a p-value with four decimals, or in scientific notation with three digits.
fn chance_in_full(p: f64) -> String {
    if p >= 0.001 { format!("{p:.4}") } else { format!("{p:.2e}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(measure: KeynessMeasure, counts: [u32; 4]) -> Step {
        let [target, reference, target_tokens, reference_tokens] = counts;
        let table = Contingency::new(target, target_tokens, reference, reference_tokens);
        let score = match measure {
            KeynessMeasure::OddsRatio => table.odds_ratio(),
            KeynessMeasure::Diff => table.percent_difference(),
            KeynessMeasure::Chi2 => table.signed_chi_squared(),
            _ => table.simple_maths(1.0),
        };
        let row = KeynessRow { target, reference, score, ..KeynessRow::default() };
        let keyness =
            Keyness { rows: Vec::new(), measure, target_tokens, reference_tokens, types: 9, folded: false };
        Cells { row: &row, keyness: &keyness, catalog: &Catalog::default() }.score_step()
    }

    #[test]
    fn a_ratio_is_filled_in_with_its_own_numbers() {
        let filled = |measure, counts| step(measure, counts).filled;
        assert_eq!(
            filled(KeynessMeasure::Diff, [10, 5, 1_000, 1_000]),
            "100 × (10 ÷ 1,000 − 5 ÷ 1,000) ÷ (5 ÷ 1,000) = 100.00"
        );
        assert_eq!(filled(KeynessMeasure::OddsRatio, [10, 5, 1_000, 1_000]), "(10 × 995) ÷ (5 × 990) = 2.01");
        assert!(
            filled(KeynessMeasure::OddsRatio, [10, 0, 1_000, 1_000])
                .starts_with("(10.5 × 1,000.5) ÷ (0.5 × 990.5)")
        );
    }

    /// Yates subtracts half a count, and never more than the distance.
    #[test]
    fn a_distance_below_half_a_count_is_none() {
        let step = step(KeynessMeasure::Chi2, [2, 3, 1_000, 1_600]);
        assert!(step.filled.starts_with("max (0, |2 − 1.9| − 0.5)² ÷ 1.9 + "), "{}", step.filled);
        assert!(step.filled.ends_with(" = 0.00"), "{}", step.filled);
    }

    #[test]
    fn a_small_chance_keeps_its_digits() {
        assert_eq!(chance_in_full(0.042), "0.0420");
        assert_eq!(chance_in_full(0.000_012_34), "1.23e-5");
    }
}
