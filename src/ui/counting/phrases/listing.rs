//! The table of sequences of words.

use crate::ui::i18n::{Catalog, MessageKey, key};
use crate::ui::results::listing::Listing;
use crate::ui::results::proof::{Places, Proof, Step};
use crate::ui::routes::{ConcordanceRoute, Route};
use crate::ui::shared::Shared;
use crate::ui::table::{Column, Kind, Value};
use crate::view::{PhraseRow, Phrases};

/// Builds the columns of sequences; `places` is the route to their occurrences.
pub fn listing(phrases: &Shared<Phrases>, places: &ConcordanceRoute, catalog: &Catalog) -> Listing {
    let value = |of: fn(&Phrases, &PhraseRow) -> Value| {
        let phrases = phrases.clone();
        move |place: usize| of(&phrases, &phrases.rows[place])
    };
    let number = |name: &'static str, key: MessageKey, of: fn(&Phrases, &PhraseRow) -> Value| {
        Column::new(name, catalog.text(key), Kind::Number, value(of))
    };
    let leading = {
        let (phrases, places) = (phrases.clone(), places.clone());
        move |place: usize| Route::Concordance(occurrences(&phrases.rows[place], &places)).href().into()
    };
    let rank = |place: usize| Value::Count(u32::try_from(place + 1).unwrap_or(u32::MAX));
    let columns = vec![
        Column::new("rank", catalog.text(key!("column-rank")), Kind::Rank, rank).wide(56),
        Column::new(
            "phrase",
            catalog.text(key!("column-phrase")),
            Kind::Word,
            value(|_, row| Value::Text(printed(row))),
        )
        .wide(330)
        .leading(leading),
        number("words", key!("column-words"), |_, row| {
            Value::Count(u32::try_from(row.words.len()).unwrap_or(0))
        })
        .plain()
        .wide(56),
        number("frequency", key!("column-frequency"), |_, row| Value::Count(row.frequency)).wide(64),
        number("per10k", key!("column-per-10k"), |phrases, row| Value::Number(per_10k(phrases, row)))
            .places(1)
            .wide(80),
        number("range", key!("column-range"), |_, row| Value::Count(row.range)).wide(64),
    ];
    let (phrases, places) = (phrases.clone(), places.clone());
    Listing::new(columns, move |row, column, catalog| {
        proof(&phrases, phrases.rows.get(row)?, column, &places, catalog)
    })
}

/// Formats a sequence as printed. Latin words keep a space between them.
pub fn printed(row: &PhraseRow) -> String {
    let mut text = String::new();
    for word in &row.words {
        let latin =
            |character: Option<char>| character.is_some_and(|character| character.is_ascii_alphanumeric());
        if latin(text.chars().next_back()) && latin(word.chars().next()) {
            text.push(' ');
        }
        text += word;
    }
    text
}

fn per_10k(phrases: &Phrases, row: &PhraseRow) -> f64 {
    if phrases.tokens == 0 { 0.0 } else { f64::from(row.frequency) / f64::from(phrases.tokens) * 10_000.0 }
}

/// Returns the route to the occurrences of a sequence: its words in a row.
fn occurrences(row: &PhraseRow, places: &ConcordanceRoute) -> ConcordanceRoute {
    ConcordanceRoute { node: row.words.join(" "), ..places.clone() }
}

fn proof(
    phrases: &Phrases,
    row: &PhraseRow,
    column: &str,
    places: &ConcordanceRoute,
    catalog: &Catalog,
) -> Option<Proof> {
    let text = |key: MessageKey| catalog.text(key).to_string();
    let frequency = catalog.count(row.frequency);
    let step = match column {
        "frequency" => Step::new(text(key!("column-frequency")), "f", format!("f = {frequency}")),
        "per10k" => Step::new(
            text(key!("column-per-10k")),
            "f ÷ N × 10,000",
            format!(
                "{frequency} ÷ {} × 10,000 = {}",
                catalog.count(phrases.tokens),
                catalog.decimal(per_10k(phrases, row), 2)
            ),
        ),
        "range" => Step::new(text(key!("column-range")), "", catalog.count(row.range).to_string()),
        _ => return None,
    };
    Some(Proof {
        word: printed(row),
        steps: vec![step],
        note: text(key!("formula-phrases-note")),
        places: vec![Places { name: text(key!("proof-places")), route: occurrences(row, places) }],
        ..Proof::default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn latin_words_keep_their_space() {
        let row = |words: &[&str]| PhraseRow {
            words: words.iter().map(|&word| word.into()).collect(),
            frequency: 2,
            range: 1,
        };
        assert_eq!(printed(&row(&["戰略", "協作"])), "戰略協作");
        assert_eq!(printed(&row(&["New", "York", "時報"])), "New York時報");
    }
}
