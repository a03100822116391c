//! The table of terms, with the reason why the words of each are joined.

use yew::prelude::*;

use crate::corpus::{Terms, Units};
use crate::ui::i18n::{Catalog, MessageKey, key};
use crate::ui::labels;
use crate::ui::results::listing::Listing;
use crate::ui::results::proof::{Places, Proof, Step};
use crate::ui::routes::{ConcordanceRoute, Route};
use crate::ui::shared::Shared;
use crate::ui::table::{Column, Kind, Value};
use crate::view::{TermRow, TermTable};

/// Builds the columns of terms; `places` is the route to their occurrences, with terms as units.
pub fn listing(terms: &Shared<TermTable>, places: &ConcordanceRoute, catalog: &Catalog) -> Listing {
    let places = ConcordanceRoute { units: Units { terms: Terms::Coarse, ..places.units }, ..places.clone() };
    let value = |of: fn(&TermRow) -> Value| {
        let terms = terms.clone();
        move |place: usize| of(&terms.rows[place])
    };
    let named = |key: fn(&TermRow) -> MessageKey| {
        let (terms, catalog) = (terms.clone(), catalog.clone());
        move |place: usize| Value::Text(catalog.text(key(&terms.rows[place])).to_string())
    };
    let leading = {
        let (terms, places) = (terms.clone(), places.clone());
        move |place: usize| {
            let node = terms.rows[place].term.clone();
            Route::Concordance(ConcordanceRoute { node, ..places.clone() }).href().into()
        }
    };
    let number = |name: &'static str, title: AttrValue, of: fn(&TermRow) -> Value| {
        Column::new(name, title, Kind::Number, value(of))
    };
    let columns = vec![
        Column::new(
            "rank",
            catalog.text(key!("column-rank")),
            Kind::Rank,
            value(|row| Value::Count(row.rank)),
        )
        .wide(56),
        Column::new(
            "term",
            catalog.text(key!("column-term")),
            Kind::Word,
            value(|row| Value::Text(row.term.clone())),
        )
        .wide(204)
        .leading(leading),
        number("frequency", catalog.text(key!("column-frequency")), |row| Value::Count(row.frequency))
            .wide(64),
        number("range", catalog.text(key!("column-range")), |row| Value::Count(row.range)).wide(72),
        Column::new(
            "source",
            catalog.text(key!("column-source")),
            Kind::Text,
            named(|row| labels::term_source(row.source)),
        )
        .class("source")
        .wide(124),
        Column::new("tag", catalog.text(key!("column-tag")), Kind::Text, named(|row| labels::tag(&row.tag)))
            .wide(104),
        number("cValue", "C-value".into(), |row| optional(row.c_value)).places(1).wide(76),
        number("cohesion", "NPMI".into(), |row| optional(row.cohesion)).places(2).wide(64),
    ];
    let terms = terms.clone();
    Listing::new(columns, move |row, column, catalog| proof(terms.rows.get(row)?, column, &places, catalog))
}

fn optional(number: Option<f64>) -> Value {
    number.map_or(Value::Nothing, Value::Number)
}

fn proof(row: &TermRow, column: &str, places: &ConcordanceRoute, catalog: &Catalog) -> Option<Proof> {
    let text = |key: MessageKey| catalog.text(key).to_string();
    let step = match column {
        "frequency" => {
            Step::new(text(key!("column-frequency")), "f", format!("f = {}", catalog.count(row.frequency)))
        }
        "range" => Step::new(text(key!("column-range")), "", catalog.count(row.range).to_string()),
        "cValue" => Step::new(
            "C-value",
            "log₂ |a| × (f(a) − t(a) ÷ c(a))",
            format!("= {}", catalog.decimal(row.c_value?, 2)),
        ),
        "cohesion" => Step::new(
            "NPMI",
            "ln (p(xy) ÷ (p(x) p(y))) ÷ −ln p(xy)",
            format!("= {}", catalog.decimal(row.cohesion?, 3)),
        ),
        _ => return None,
    };
    Some(Proof {
        word: row.term.clone(),
        steps: vec![step],
        note: text(key!("formula-terms-note")),
        places: vec![Places {
            name: text(key!("proof-places")),
            route: ConcordanceRoute { node: row.term.clone(), ..places.clone() },
        }],
        ..Proof::default()
    })
}
