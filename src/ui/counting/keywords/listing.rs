//! The table of the keywords of one story.

use yew::prelude::*;

use crate::corpus::Scope;
use crate::engine::KeywordMethod;
use crate::ui::i18n::{Catalog, MessageKey, key};
use crate::ui::results::listing::{Listing, rank};
use crate::ui::results::proof::{Places, Proof, Step};
use crate::ui::routes::{ConcordanceRoute, FoldChoice, KeywordsRoute, Route};
use crate::ui::shared::Shared;
use crate::ui::table::{Column, Kind, Value};
use crate::ui::widgets::bar::Bar;
use crate::view::{KeywordRow, Keywords};

/// Builds the columns of a story's keywords.
pub fn listing(keywords: &Shared<Keywords>, route: &KeywordsRoute, catalog: &Catalog) -> Listing {
    // Keywords are found in folded text, and so are their occurrences.
    let places = ConcordanceRoute {
        scope: Scope::story(&route.id),
        fold: FoldChoice::Variants,
        units: route.units,
        ..ConcordanceRoute::default()
    };
    let columns = columns(keywords, route.method, &places, catalog);
    let (keywords, method) = (keywords.clone(), route.method);
    Listing::new(columns, move |row, column, catalog| {
        proof(&keywords, keywords.rows.get(row)?, (column, method), &places, catalog)
    })
}

fn columns(
    keywords: &Shared<Keywords>,
    method: KeywordMethod,
    places: &ConcordanceRoute,
    catalog: &Catalog,
) -> Vec<Column> {
    let value = |of: fn(&KeywordRow) -> Value| {
        let keywords = keywords.clone();
        move |place: usize| of(&keywords.rows[place])
    };
    let number = |name: &'static str, title: AttrValue, of: fn(&KeywordRow) -> Value| {
        Column::new(name, title, Kind::Number, value(of))
    };
    let leading = {
        let (keywords, places) = (keywords.clone(), places.clone());
        move |place: usize| {
            let node = keywords.rows[place].word.clone();
            Route::Concordance(ConcordanceRoute { node, ..places.clone() }).href().into()
        }
    };
    let heaviest = keywords.rows.first().map_or(0.0, |row| row.weight);
    let bar = {
        let keywords = keywords.clone();
        move |place: usize| html! { <Bar value={keywords.rows[place].weight} max={heaviest} /> }
    };
    let title = match method {
        KeywordMethod::TfIdf => "TF-IDF",
        KeywordMethod::TextRank => "TextRank",
    };
    vec![
        Column::new("rank", catalog.text(key!("column-rank")), Kind::Rank, |place| Value::Count(rank(place)))
            .wide(48),
        Column::new(
            "word",
            catalog.text(key!("column-word")),
            Kind::Word,
            value(|row| Value::Text(row.word.clone())),
        )
        .wide(200)
        .leading(leading),
        number("weight", title.into(), |row| Value::Number(row.weight)).places(3).wide(80),
        Column::length("weight-length", bar).wide(90),
        number("frequency", catalog.text(key!("column-frequency")), |row| Value::Count(row.frequency))
            .wide(72),
        number("range", catalog.text(key!("column-range")), |row| Value::Count(row.range)).wide(72),
    ]
}

fn proof(
    keywords: &Keywords,
    row: &KeywordRow,
    (column, method): (&str, KeywordMethod),
    places: &ConcordanceRoute,
    catalog: &Catalog,
) -> Option<Proof> {
    let text = |key: MessageKey| catalog.text(key).to_string();
    let (frequency, range, stories) =
        (catalog.count(row.frequency), catalog.count(row.range), catalog.count(keywords.stories));
    let weight = catalog.decimal(row.weight, 4);
    let step = match (column, method) {
        ("weight", KeywordMethod::TfIdf) => Step::new(
            "TF-IDF",
            "f × log₁₀ (n ÷ d)",
            format!("{frequency} × log₁₀ ({stories} ÷ {range}) = {weight}"),
        ),
        ("weight", KeywordMethod::TextRank) => {
            Step::new("TextRank", "S(v) = 0.15 + 0.85 Σ S(u) ÷ g(u)", format!("S = {weight}"))
        }
        ("frequency", _) => Step::new(text(key!("column-frequency")), "f", format!("f = {frequency}")),
        ("range", _) => Step::new(text(key!("column-range")), "d", format!("d = {range}; n = {stories}")),
        _ => return None,
    };
    let node = ConcordanceRoute { node: row.word.clone(), ..places.clone() };
    let everywhere = ConcordanceRoute { scope: crate::corpus::Scope::All, ..node.clone() };
    let places = if column == "range" { everywhere } else { node };
    Some(Proof {
        word: row.word.clone(),
        steps: vec![step],
        note: text(if method == KeywordMethod::TfIdf {
            key!("formula-tfidf-note")
        } else {
            key!("formula-textrank-note")
        }),
        places: vec![Places { name: text(key!("proof-places")), route: places }],
        ..Proof::default()
    })
}
