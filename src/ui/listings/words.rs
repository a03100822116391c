//! The table of a word list.

use yew::prelude::*;

use super::Listing;
use crate::ui::components::bar::Bar;
use crate::ui::i18n::Catalog;
use crate::ui::proof::{Places, Proof, Step};
use crate::ui::routes::{ConcordanceRoute, Route};
use crate::ui::shared::Shared;
use crate::ui::table::{Column, Kind, Value};
use crate::view::{WordList, WordRow};

/// The columns of a word list, whose numbers lead to the occurrences in `places`.
pub fn listing(list: &Shared<WordList>, places: &ConcordanceRoute, catalog: &Catalog) -> Listing {
    let value = |of: fn(&WordRow) -> Value| {
        let list = list.clone();
        move |place: usize| of(&list.rows[place])
    };
    let bar = |of: fn(&WordRow) -> f64, max: f64| {
        let list = list.clone();
        move |place: usize| html! { <Bar value={of(&list.rows[place])} {max} /> }
    };
    let number = |name: &'static str, key: &str, of: fn(&WordRow) -> Value| {
        Column::new(name, catalog.text(key), Kind::Number, value(of))
    };
    let highest = list.rows.first().map_or(0.0, |row| row.per_10k);
    let stories = f64::from(list.stories);
    let leading = {
        let (list, places) = (list.clone(), places.clone());
        move |place: usize| href(&list.rows[place], &places)
    };
    let columns = vec![
        Column::new("rank", catalog.text("column-rank"), Kind::Rank, value(|row| Value::Count(row.rank)))
            .wide(48),
        Column::new(
            "word",
            catalog.text("column-word"),
            Kind::Word,
            value(|row| Value::Text(row.word.clone())),
        )
        .wide(176)
        .leading(leading),
        number("frequency", "column-frequency", |row| Value::Count(row.frequency)).wide(64),
        number("per10k", "column-per-10k", |row| Value::Number(row.per_10k)).places(1).wide(72),
        Column::length("per10k-length", bar(|row| row.per_10k, highest)).wide(60),
        number("range", "column-range", |row| Value::Count(row.range)).wide(64),
        Column::length("range-length", bar(|row| f64::from(row.range), stories)).wide(60),
        number("dp", "column-dp", |row| Value::Number(row.dp))
            .places(2)
            .about(catalog.text("about-dp"))
            .wide(64),
        number("juillandD", "column-juilland", |row| Value::Number(row.juilland_d))
            .places(2)
            .about(catalog.text("about-juilland"))
            .wide(64),
    ];
    let (list, places) = (list.clone(), places.clone());
    Listing::new(columns, move |row, column, catalog| {
        proof(&list, list.rows.get(row)?, column, &places, catalog)
    })
}

fn href(row: &WordRow, places: &ConcordanceRoute) -> AttrValue {
    Route::Concordance(ConcordanceRoute { node: row.word.clone(), ..places.clone() }).href().into()
}

fn proof(
    list: &WordList,
    row: &WordRow,
    column: &str,
    places: &ConcordanceRoute,
    catalog: &Catalog,
) -> Option<Proof> {
    let name = |key: &str| catalog.text(key).to_string();
    let step = match column {
        "frequency" => {
            Step::new(name("column-frequency"), "f", format!("f = {}", catalog.count(row.frequency)))
        }
        "per10k" => Step::new(
            name("column-per-10k"),
            "f ÷ N × 10,000",
            format!(
                "{} ÷ {} × 10,000 = {}",
                catalog.count(row.frequency),
                catalog.count(list.tokens),
                catalog.decimal(row.per_10k, 2)
            ),
        ),
        "range" => Step::new(
            name("column-range"),
            name("formula-range"),
            format!("{} ÷ {}", catalog.count(row.range), catalog.count(list.stories)),
        ),
        "dp" => {
            Step::new(name("column-dp"), "DP = ½ Σ |vᵢ − sᵢ|", format!("DP = {}", catalog.decimal(row.dp, 3)))
        }
        "juillandD" => Step::new(
            name("column-juilland"),
            "D = 1 − V ÷ √(n − 1)",
            format!("D = {}", catalog.decimal(row.juilland_d, 3)),
        ),
        _ => return None,
    };
    Some(Proof {
        word: row.word.clone(),
        steps: vec![step],
        note: name("formula-words-note"),
        places: vec![Places {
            name: name("proof-places"),
            route: ConcordanceRoute { node: row.word.clone(), ..places.clone() },
        }],
    })
}
