//! The table of the words that distinguish one scope from another.

use yew::prelude::*;

use super::cells::{Cells, g2};
use crate::ui::i18n::{Catalog, MessageKey, key};
use crate::ui::labels;
use crate::ui::results::listing::Listing;
use crate::ui::results::proof::{Places, Proof, Step};
use crate::ui::routes::{ConcordanceRoute, Route};
use crate::ui::shared::Shared;
use crate::ui::table::{Column, Kind, Value};
use crate::view::{Keyness, KeynessMeasure, KeynessRow};

/// Cut-offs of G² and the p-value of each, the strictest first.
const CUT_OFFS: [(f64, &str); 4] = [(15.13, "< .0001"), (10.83, "< .001"), (6.63, "< .01"), (3.84, "< .05")];

/// The routes to the occurrences on the two sides of a keyness table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sides {
    /// The target.
    pub target: ConcordanceRoute,
    /// The reference scope; `None` for a word list, which has no text.
    pub reference: Option<ConcordanceRoute>,
}

/// Builds the columns of a keyness table. A bar for Log Ratio starts in the middle and leans towards the
/// first colour if the target has more.
pub fn listing(keyness: &Shared<Keyness>, sides: &Sides, catalog: &Catalog) -> Listing {
    let numbers = Numbers { keyness, catalog };
    let lean = {
        let keyness = keyness.clone();
        move |place: usize| lean(keyness.rows[place].log_ratio)
    };
    let mut columns = vec![
        Column::new(
            "rank",
            catalog.text(key!("column-rank")),
            Kind::Rank,
            numbers.value(|_, row| Value::Count(row.rank)),
        )
        .wide(40),
        word(keyness, sides, catalog),
    ];
    columns.extend(numbers.counts());
    columns.extend([
        numbers.column("g2", "G²".into(), |keyness, row| Value::Number(g2(keyness, row))).places(2).wide(64),
        numbers
            .column("logRatio", "Log Ratio".into(), |_, row| Value::Number(row.log_ratio))
            .places(2)
            .wide(76),
        Column::length("logRatio-length", lean).wide(60),
    ]);
    columns.extend(numbers.chances());
    // G² and Log Ratio have their own columns whichever measure ranks. A third one replaces the bars, so that
    // a proof still fits next to the table.
    if !matches!(keyness.measure, KeynessMeasure::G2 | KeynessMeasure::LogRatio) {
        let title = labels::measure(keyness.measure, catalog);
        let score = numbers.column("score", title, |_, row| Value::Number(row.score)).places(2).wide(84);
        columns.retain(|column| column.kind != Kind::Length);
        columns.insert(6, score);
    }
    let (keyness, sides) = (keyness.clone(), sides.clone());
    Listing::new(columns, move |row, column, catalog| {
        proof(&keyness, keyness.rows.get(row)?, column, &sides, catalog)
    })
}

/// Builds the column of the words, each with a link to its occurrences on the side that favours it.
fn word(keyness: &Shared<Keyness>, sides: &Sides, catalog: &Catalog) -> Column {
    let leading = {
        let (keyness, sides) = (keyness.clone(), sides.clone());
        move |place: usize| {
            let row = &keyness.rows[place];
            let side = match &sides.reference {
                Some(reference) if row.log_ratio < 0.0 => reference,
                _ => &sides.target,
            };
            Route::Concordance(ConcordanceRoute { node: row.word.clone(), ..side.clone() }).href().into()
        }
    };
    let keyness = keyness.clone();
    let value = move |place: usize| Value::Text(keyness.rows[place].word.clone());
    Column::new("word", catalog.text(key!("column-word")), Kind::Word, value).wide(128).leading(leading)
}

/// The columns of numbers.
struct Numbers<'a> {
    keyness: &'a Shared<Keyness>,
    catalog: &'a Catalog,
}

impl Numbers<'_> {
    fn value(&self, of: fn(&Keyness, &KeynessRow) -> Value) -> impl Fn(usize) -> Value + use<> {
        let keyness = self.keyness.clone();
        move |place: usize| of(&keyness, &keyness.rows[place])
    }

    fn column(&self, name: &'static str, title: AttrValue, of: fn(&Keyness, &KeynessRow) -> Value) -> Column {
        Column::new(name, title, Kind::Number, self.value(of))
    }

    /// Builds the columns of the frequencies on both sides, as counts and per 10,000 words.
    fn counts(&self) -> [Column; 4] {
        let text = |key: MessageKey| self.catalog.text(key);
        [
            self.column("target", text(key!("column-frequency-a")), |_, row| Value::Count(row.target))
                .class("side-a")
                .wide(52),
            self.column("targetPer10k", text(key!("column-per-10k-a")), |_, row| {
                Value::Number(row.target_per_10k)
            })
            .of_side(&text(key!("column-frequency-a")), self.catalog)
            .class("side-a")
            .places(1)
            .wide(70),
            self.column("reference", text(key!("column-frequency-b")), |_, row| Value::Count(row.reference))
                .class("side-b")
                .wide(72),
            self.column("referencePer10k", text(key!("column-per-10k-b")), |_, row| {
                Value::Number(row.reference_per_10k)
            })
            .of_side(&text(key!("column-frequency-b")), self.catalog)
            .class("side-b")
            .places(1)
            .wide(70),
        ]
    }

    /// Builds the columns of the p-value, and of its adjustment for the number of words compared.
    fn chances(&self) -> [Column; 2] {
        let chance = {
            let (keyness, catalog) = (self.keyness.clone(), self.catalog.clone());
            move |place: usize| chance(&keyness.rows[place], g2(&keyness, &keyness.rows[place]), &catalog)
        };
        let adjusted = {
            let keyness = self.keyness.clone();
            move |place: usize| html! { { below(keyness.rows[place].p_adjusted) } }
        };
        [
            self.column("p", "p".into(), |_, row| Value::Number(row.p))
                .class("chance")
                .drawn(chance)
                .wide(92),
            self.column("pAdjusted", self.catalog.text(key!("column-p-adjusted")), |_, row| {
                Value::Number(row.p_adjusted)
            })
            .about(self.catalog.text(key!("about-p-adjusted")))
            .class("chance")
            .drawn(adjusted)
            .wide(64),
        ]
    }
}

/// Draws the p-value as a common cut-off, with a flag if an expected count is too small to rely on it.
fn chance(row: &KeynessRow, g2: f64, catalog: &Catalog) -> Html {
    let found = CUT_OFFS.iter().find(|(cut, _)| g2.abs() >= *cut).map_or("≥ .05", |(_, chance)| chance);
    html! {
        <>
            { found }
            if row.low_expected {
                <abbr class="flag" title={catalog.text(key!("keyness-low-expected"))}>
                    { catalog.text(key!("keyness-low-expected-sign")) }
                </abbr>
            }
        </>
    }
}

/// Formats a p-value without its leading zero.
fn below(p: f64) -> String {
    if p < 0.0001 { "< .0001".to_owned() } else { format!("{p:.4}").trim_start_matches('0').to_owned() }
}

/// Draws a bar from the middle, five doublings to either side.
fn lean(log_ratio: f64) -> Html {
    let length = (log_ratio.abs() / 5.0).min(1.0) * 50.0;
    let (x, class) = if log_ratio < 0.0 { (50.0, "fill b") } else { (50.0 - length, "fill a") };
    html! {
        <svg class="bar lean" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
            <rect {class} x={format!("{x:.1}")} width={format!("{length:.1}")} height="4" />
        </svg>
    }
}

fn proof(
    keyness: &Keyness,
    row: &KeynessRow,
    column: &str,
    sides: &Sides,
    catalog: &Catalog,
) -> Option<Proof> {
    let cells = Cells { row, keyness, catalog };
    let [a, b, n_a, n_b] = cells.counts();
    let text = |key: MessageKey| catalog.text(key).to_string();
    let steps = match column {
        "target" => vec![Step::new(text(key!("column-frequency-a")), "a", format!("a = {}", cells.whole(a)))],
        "reference" => {
            vec![Step::new(text(key!("column-frequency-b")), "b", format!("b = {}", cells.whole(b)))]
        }
        "targetPer10k" => {
            vec![cells.rate_step(key!("column-frequency-a"), ["a", "N₁"], [a, n_a], row.target_per_10k)]
        }
        "referencePer10k" => {
            vec![cells.rate_step(key!("column-frequency-b"), ["b", "N₂"], [b, n_b], row.reference_per_10k)]
        }
        "g2" => vec![cells.g2_step(), cells.expected_step()],
        "score" => vec![cells.score_step(), cells.expected_step()],
        "p" | "pAdjusted" => {
            let [p, adjusted] = cells.chance_steps();
            let chances = if column == "p" { [p, adjusted] } else { [adjusted, p] };
            let test =
                if keyness.measure == KeynessMeasure::Chi2 { cells.score_step() } else { cells.g2_step() };
            chances.into_iter().chain([test, cells.expected_step()]).collect()
        }
        "logRatio" => vec![cells.ratio_step()],
        _ => return None,
    };
    let places = [
        (row.target, key!("keyness-target"), Some(&sides.target)),
        (row.reference, key!("keyness-reference"), sides.reference.as_ref()),
    ]
    .into_iter()
    .filter(|(count, ..)| *count > 0)
    .filter_map(|(_, key, route)| {
        let route = ConcordanceRoute { node: row.word.clone(), ..route?.clone() };
        Some(Places { name: text(key), route })
    })
    .collect();
    Some(Proof {
        word: row.word.clone(),
        steps,
        note: text(key!("formula-keyness-note")),
        places,
        ..Proof::default()
    })
}
