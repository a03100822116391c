//! The table of what sets one scope apart from another.

use yew::prelude::*;

use super::Listing;
use crate::stats::Contingency;
use crate::ui::i18n::Catalog;
use crate::ui::proof::{Places, Proof, Step};
use crate::ui::routes::{ConcordanceRoute, Route};
use crate::ui::shared::Shared;
use crate::ui::table::{Column, Kind, Value};
use crate::view::{Keyness, KeywordRow};

/// Cut-offs of G² and the chance each stands for, the strictest first.
const CUT_OFFS: [(f64, &str); 4] = [(15.13, "< .0001"), (10.83, "< .001"), (6.63, "< .01"), (3.84, "< .05")];

/// The two sides of a keyness table, as their occurrences are looked up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sides {
    /// The scope asked about.
    pub target: ConcordanceRoute,
    /// What it is held against.
    pub reference: ConcordanceRoute,
}

/// The columns of a keyness table. A Log Ratio is drawn from the middle: towards the first colour where the target has
/// more.
pub fn listing(keyness: &Shared<Keyness>, sides: &Sides, catalog: &Catalog) -> Listing {
    let value = |of: fn(&Keyness, &KeywordRow) -> Value| {
        let keyness = keyness.clone();
        move |place: usize| of(&keyness, &keyness.rows[place])
    };
    let number = |name: &'static str, title: AttrValue, of: fn(&Keyness, &KeywordRow) -> Value| {
        Column::new(name, title, Kind::Number, value(of))
    };
    let leading = {
        let (keyness, sides) = (keyness.clone(), sides.clone());
        move |place: usize| {
            let row = &keyness.rows[place];
            let side = if row.log_ratio >= 0.0 { &sides.target } else { &sides.reference };
            Route::Concordance(ConcordanceRoute { node: row.word.clone(), ..side.clone() }).href().into()
        }
    };
    let lean = {
        let keyness = keyness.clone();
        move |place: usize| lean(keyness.rows[place].log_ratio)
    };
    let chance = {
        let (keyness, catalog) = (keyness.clone(), catalog.clone());
        move |place: usize| chance(&keyness.rows[place], g2(&keyness, &keyness.rows[place]), &catalog)
    };
    let columns = vec![
        Column::new("rank", catalog.text("column-rank"), Kind::Rank, value(|_, row| Value::Count(row.rank)))
            .wide(48),
        Column::new(
            "word",
            catalog.text("column-word"),
            Kind::Word,
            value(|_, row| Value::Text(row.word.clone())),
        )
        .wide(160)
        .leading(leading),
        number("target", catalog.text("column-frequency-a"), |_, row| Value::Count(row.target))
            .class("side-a")
            .wide(64),
        number("targetPer10k", catalog.text("column-per-10k-a"), |_, row| Value::Number(row.target_per_10k))
            .class("side-a")
            .places(1)
            .wide(80),
        number("reference", catalog.text("column-frequency-b"), |_, row| Value::Count(row.reference))
            .class("side-b")
            .wide(72),
        number("referencePer10k", catalog.text("column-per-10k-b"), |_, row| {
            Value::Number(row.reference_per_10k)
        })
        .class("side-b")
        .places(1)
        .wide(80),
        number("g2", "G²".into(), |keyness, row| Value::Number(g2(keyness, row))).places(2).wide(76),
        number("logRatio", "Log Ratio".into(), |_, row| Value::Number(row.log_ratio)).places(2).wide(76),
        Column::length("logRatio-length", lean).wide(72),
        number("p", "p".into(), |_, row| Value::Number(row.p)).class("chance").drawn(chance).wide(96),
    ];
    let (keyness, sides) = (keyness.clone(), sides.clone());
    Listing::new(columns, move |row, column, catalog| {
        proof(&keyness, keyness.rows.get(row)?, column, &sides, catalog)
    })
}

/// G² with its sign, from the counts, as it stands in the table whichever measure ranks it.
fn g2(keyness: &Keyness, row: &KeywordRow) -> f64 {
    Contingency::new(row.target, keyness.target_tokens, row.reference, keyness.reference_tokens).signed_g2()
}

/// The chance as a cut-off people know; none is shown alone where a count was too small to rely on it.
fn chance(row: &KeywordRow, g2: f64, catalog: &Catalog) -> Html {
    let found = CUT_OFFS.iter().find(|(cut, _)| g2.abs() >= *cut).map_or("≥ .05", |(_, chance)| chance);
    html! {
        <>
            { found }
            if row.low_expected {
                <abbr class="flag" title={catalog.text("keyness-low-expected")}>
                    { catalog.text("keyness-low-expected-sign") }
                </abbr>
            }
        </>
    }
}

/// A bar from the middle, five doublings to either side.
fn lean(log_ratio: f64) -> Html {
    let length = (log_ratio.abs() / 5.0).min(1.0) * 50.0;
    let (x, class) = if log_ratio < 0.0 { (50.0, "fill b") } else { (50.0 - length, "fill a") };
    html! {
        <svg class="bar lean" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
            <rect {class} x={format!("{x:.1}")} width={format!("{length:.1}")} height="4" />
        </svg>
    }
}

/// The numbers of the four cells, ready to be filled in.
struct Cells<'a> {
    row: &'a KeywordRow,
    keyness: &'a Keyness,
    catalog: &'a Catalog,
}

impl Cells<'_> {
    fn counts(&self) -> [f64; 4] {
        let (a, b) = (f64::from(self.row.target), f64::from(self.row.reference));
        [a, b, f64::from(self.keyness.target_tokens), f64::from(self.keyness.reference_tokens)]
    }

    fn whole(&self, number: f64) -> AttrValue {
        self.catalog.decimal(number, 0)
    }

    /// What is expected in the target and in the reference.
    fn expected(&self) -> [f64; 2] {
        let [a, b, n_a, n_b] = self.counts();
        [n_a, n_b].map(|side| if n_a + n_b > 0.0 { side * (a + b) / (n_a + n_b) } else { 0.0 })
    }

    fn expected_step(&self) -> Step {
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
        Step::new(self.catalog.text("formula-expected").as_str(), "E₁ = N₁ (a + b) ÷ (N₁ + N₂)", filled)
    }

    fn g2_step(&self) -> Step {
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

    fn ratio_step(&self) -> Step {
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

    fn rate_step(&self, key: &str, letters: [&str; 2], counts: [f64; 2], rate: f64) -> Step {
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
}

fn proof(
    keyness: &Keyness,
    row: &KeywordRow,
    column: &str,
    sides: &Sides,
    catalog: &Catalog,
) -> Option<Proof> {
    let cells = Cells { row, keyness, catalog };
    let [a, b, n_a, n_b] = cells.counts();
    let text = |key: &str| catalog.text(key).to_string();
    let steps = match column {
        "target" => vec![Step::new(text("column-frequency-a"), "a", format!("a = {}", cells.whole(a)))],
        "reference" => vec![Step::new(text("column-frequency-b"), "b", format!("b = {}", cells.whole(b)))],
        "targetPer10k" => {
            vec![cells.rate_step("column-frequency-a", ["a", "N₁"], [a, n_a], row.target_per_10k)]
        }
        "referencePer10k" => {
            vec![cells.rate_step("column-frequency-b", ["b", "N₂"], [b, n_b], row.reference_per_10k)]
        }
        "g2" | "p" => vec![cells.g2_step(), cells.expected_step()],
        "logRatio" => vec![cells.ratio_step()],
        _ => return None,
    };
    let places = [
        (row.target, "keyness-target", &sides.target),
        (row.reference, "keyness-reference", &sides.reference),
    ]
    .into_iter()
    .filter(|(count, ..)| *count > 0)
    .map(|(_, key, route)| Places {
        name: text(key),
        route: ConcordanceRoute { node: row.word.clone(), ..route.clone() },
    })
    .collect();
    Some(Proof { word: row.word.clone(), steps, note: text("formula-keyness-note"), places })
}
