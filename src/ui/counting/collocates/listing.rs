//! The table of collocates of one scope.

mod beside;

pub use beside::{ComparedCollocate, beside, both};

use yew::prelude::*;

use crate::engine::Near;
use crate::stats::p_value;
use crate::ui::i18n::{Catalog, MessageKey, key};
use crate::ui::results::listing::Listing;
use crate::ui::results::proof::{Places, Proof, Step};
use crate::ui::routes::{ConcordanceRoute, Route};
use crate::ui::shared::Shared;
use crate::ui::table::{Column, Kind, Value};
use crate::view::chart::strip;
use crate::view::{CollocateRow, Collocates};

/// Collocates of one scope, and the route to their occurrences.
#[derive(Clone, Debug, PartialEq)]
pub struct ScopeCollocates {
    /// The collocates.
    pub answer: Shared<Collocates>,
    /// The concordance of the node in the same scope.
    pub node: ConcordanceRoute,
}

impl ScopeCollocates {
    /// Returns the route to the occurrences of the node with `word` nearby.
    pub fn together(&self, word: &str) -> ConcordanceRoute {
        let near = Near { word: word.to_owned(), left: self.answer.left, right: self.answer.right };
        ConcordanceRoute { near: Some(near), ..self.node.clone() }
    }

    fn alone(&self, word: &str) -> ConcordanceRoute {
        ConcordanceRoute { node: word.to_owned(), ..self.node.clone() }
    }
}

/// Builds the columns of the collocates of one scope.
pub fn listing(found: &ScopeCollocates, catalog: &Catalog) -> Listing {
    let value = |of: fn(&CollocateRow) -> Value| {
        let answer = found.answer.clone();
        move |place: usize| of(&answer.rows[place])
    };
    let number = |name: &'static str, title: AttrValue, of: fn(&CollocateRow) -> Value| {
        Column::new(name, title, Kind::Number, value(of))
    };
    let leading = {
        let found = found.clone();
        move |place: usize| Route::Concordance(found.together(&found.answer.rows[place].word)).href().into()
    };
    let by_place = {
        let answer = found.answer.clone();
        move |place: usize| around(&answer.rows[place].by_place, answer.left)
    };
    let written = {
        let answer = found.answer.clone();
        move |place: usize| Value::Text(counts(&answer.rows[place].by_place, answer.left))
    };
    let rank = value(|row| Value::Count(row.rank));
    let columns = vec![
        Column::new("rank", catalog.text(key!("column-rank")), Kind::Rank, rank).wide(48),
        Column::new(
            "word",
            catalog.text(key!("column-collocate")),
            Kind::Word,
            value(|row| Value::Text(row.word.clone())),
        )
        .wide(124)
        .leading(leading),
        number("observed", catalog.text(key!("column-together")), |row| Value::Count(row.observed)).wide(68),
        number("expected", catalog.text(key!("formula-expected")), |row| Value::Number(row.expected))
            .places(2)
            .wide(72),
        number("frequency", catalog.text(key!("column-frequency")), |row| Value::Count(row.frequency))
            .wide(56),
        number("logDice", "logDice".into(), |row| Value::Number(row.log_dice)).places(2).wide(72),
        number("mi", "MI".into(), |row| Value::Number(row.mi)).places(2).wide(56),
        number("t", "t".into(), |row| Value::Number(row.t)).places(2).wide(56),
        number("g2", "G²".into(), |row| Value::Number(row.g2)).places(2).wide(72),
        number("p", "p".into(), |row| Value::Number(p_value(row.g2))).filed(),
        Column::new("byPlace", catalog.text(key!("column-by-place")), Kind::Text, written)
            .drawn(by_place)
            .about(catalog.text(key!("about-by-place")))
            .class("by-place")
            .wide(116),
    ];
    let found = found.clone();
    Listing::new(columns, move |row, column, catalog| {
        let row = found.answer.rows.get(row)?;
        Some(Proof {
            word: row.word.clone(),
            steps: steps(&found.answer, row, column, catalog)?,
            note: catalog.text(key!("formula-collocates-note")).to_string(),
            places: places(&found, row, column, catalog),
            ..Proof::default()
        })
    })
}

fn places(found: &ScopeCollocates, row: &CollocateRow, column: &str, catalog: &Catalog) -> Vec<Places> {
    let together = Places {
        name: catalog.text(key!("collocates-together")).to_string(),
        route: found.together(&row.word),
    };
    let word = Places { name: row.word.clone(), route: found.alone(&row.word) };
    match column {
        "frequency" => vec![word],
        "observed" => vec![together],
        _ => vec![together, word],
    }
}

/// Draws the number of occurrences at each position as a strip; the node's own position is empty.
fn around(by_place: &[u32], left: u32) -> Html {
    let parts: Vec<(u32, u32)> = (0..)
        .zip(by_place)
        .filter(|(_, count)| **count > 0)
        .map(|(place, count)| (if place < left { place } else { place + 1 }, *count))
        .collect();
    let middle =
        100.0 * (f64::from(left) + 0.5) / (f64::from(u32::try_from(by_place.len()).unwrap_or(0)) + 1.0);
    let title = counts(by_place, left);
    html! {
        <svg class="strip" viewBox="0 0 100 16" preserveAspectRatio="none" role="img" aria-label={title.clone()}>
            <title>{ title }</title>
            <line class="node-place" x1={format!("{middle:.1}")} x2={format!("{middle:.1}")} y1="0" y2="16" />
            <path d={strip(&parts, &vec![1; by_place.len() + 1])} />
        </svg>
    }
}

/// Lists the positions that are not empty by name: `L2 1, R1 3`.
fn counts(by_place: &[u32], left: u32) -> String {
    let name = |place: u32| {
        if place < left { format!("L{}", left - place) } else { format!("R{}", place - left + 1) }
    };
    let filled: Vec<String> = (0..)
        .zip(by_place)
        .filter(|(_, count)| **count > 0)
        .map(|(place, count)| format!("{} {count}", name(place)))
        .collect();
    filled.join(", ")
}

/// Returns the steps that prove one number.
fn steps(found: &Collocates, row: &CollocateRow, column: &str, catalog: &Catalog) -> Option<Vec<Step>> {
    let text = |key: MessageKey| catalog.text(key).to_string();
    let whole = |count: u32| catalog.count(count);
    let decimal = |number: f64| catalog.decimal(number, 2);
    let (o, f, n) = (whole(row.observed), whole(row.frequency), whole(found.node));
    let observed = || {
        Step::new(
            text(key!("column-together")),
            "O",
            catalog
                .with(
                    key!("collocates-observed"),
                    [("o", o.as_str().into()), ("places", counts(&row.by_place, found.left).as_str().into())],
                )
                .to_string(),
        )
    };
    let expected = || {
        Step::new(
            text(key!("formula-expected")),
            "E = R × C ÷ P",
            format!(
                "{} × {} ÷ {} = {}",
                whole(found.node_pairs),
                whole(row.pairs),
                whole(found.pairs),
                decimal(row.expected)
            ),
        )
    };
    Some(match column {
        "observed" => vec![observed()],
        "frequency" => vec![Step::new(text(key!("column-frequency")), "f", format!("f = {f}"))],
        "expected" => vec![expected()],
        "logDice" => vec![Step::new(
            "logDice",
            "14 + log₂ (2 O ÷ (f(n) + f(c)))",
            format!("14 + log₂ (2 × {o} ÷ ({n} + {f})) = {}", decimal(row.log_dice)),
        )],
        "mi" => vec![
            Step::new(
                "MI",
                "log₂ (O ÷ E)",
                format!("log₂ ({o} ÷ {}) = {}", decimal(row.expected), decimal(row.mi)),
            ),
            expected(),
        ],
        "t" => vec![
            Step::new(
                "t",
                "(O − E) ÷ √O",
                format!("({o} − {}) ÷ √{o} = {}", decimal(row.expected), decimal(row.t)),
            ),
            expected(),
        ],
        "g2" => vec![g2_step(found, row, catalog), expected()],
        _ => return None,
    })
}

/// Writes out G² over the four cells: the collocate and other words, near the node and elsewhere.
fn g2_step(found: &Collocates, row: &CollocateRow, catalog: &Catalog) -> Step {
    let [o, r, c, p] = [row.observed, found.node_pairs, row.pairs, found.pairs].map(f64::from);
    let e = if p > 0.0 { r * c / p } else { 0.0 };
    let cell = |observed: f64, expected: f64| {
        let (observed, expected) = (catalog.decimal(observed, 0), catalog.decimal(expected, 1));
        format!("{observed} ln ({observed} ÷ {expected})")
    };
    let cells = [cell(o, e), cell(c - o, c - e), cell(r - o, r - e), cell(p - r - c + o, p - r - c + e)];
    Step::new(
        "G²",
        "2 Σ O ln (O ÷ E)",
        format!("2 × [{}] = {}", cells.join(" + "), catalog.decimal(row.g2, 2)),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_named_from_the_node() {
        assert_eq!(counts(&[1, 0, 3, 2], 2), "L2 1, R1 3, R2 2");
        assert_eq!(counts(&[4], 0), "R1 4");
    }
}
