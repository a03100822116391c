//! The table of a story's sentences with the closest source of each.

use yew::prelude::*;

use crate::ui::comparing::pairs::compared_at;
use crate::ui::i18n::{Catalog, key};
use crate::ui::lang::run;
use crate::ui::results::listing::{Listing, rank};
use crate::ui::scopes;
use crate::ui::shared::Shared;
use crate::ui::table::{Column, Kind, Value};
use crate::view::{Partner, Sources, StoryRow};

/// Width of a column of sentences in pixels, for about twenty-five characters per line.
const QUOTED: u32 = 370;

/// Returns the paper and day of the likest passage of each sentence, or its title; empty for a sentence without one.
fn origins(found: &Sources, stories: &[StoryRow], catalog: &Catalog) -> Vec<String> {
    let origin = |id: &str| {
        let row = stories.iter().find(|row| row.id == id);
        row.map_or(id.to_owned(), |row| scopes::origin_or_title(row, catalog))
    };
    let best = found.sentences.iter().map(|sentence| sentence.partners.first());
    best.map(|best| best.map(|best| origin(&best.id)).unwrap_or_default()).collect()
}

/// Builds the columns; a source links to the comparison of both stories.
pub fn listing(found: &Shared<Sources>, stories: &[StoryRow], catalog: &Catalog) -> Listing {
    let origins = Shared::new(origins(found, stories, catalog));
    let of_best = |value: fn(&Partner) -> Value| {
        let found = found.clone();
        move |row: usize| found.sentences[row].partners.first().map_or(Value::Nothing, value)
    };
    let (own, shown) = (found.clone(), found.clone());
    let paper = {
        let (found, origins) = (found.clone(), origins.clone());
        move |row: usize| match found.sentences[row].partners.first() {
            Some(_) => Value::Text(origins[row].clone()),
            None => Value::Nothing,
        }
    };
    let drawn = {
        let (found, catalog) = (found.clone(), catalog.clone());
        move |row: usize| source(&found, row, &catalog)
    };
    let columns = vec![
        Column::new("number", catalog.text(key!("sources-number")), Kind::Rank, |row| {
            Value::Count(rank(row))
        })
        .wide(44),
        Column::new("sentence", catalog.text(key!("sources-sentence")), Kind::Text, move |row| {
            Value::Text(own.sentences[row].quote.text.clone())
        })
        .class("quoted")
        .wide(QUOTED)
        .drawn(move |row| run(&shown.sentences[row].quote.text)),
        Column::new(
            "share",
            catalog.text(key!("sources-share")),
            Kind::Number,
            of_best(|best| Value::Number(100.0 * best.share)),
        )
        .about(catalog.text(key!("about-sources-share")))
        .plain()
        .places(0)
        .wide(64),
        Column::new("paper", catalog.text(key!("sources-paper")), Kind::Text, paper)
            .class("source")
            .wide(172),
        Column::new(
            "source",
            catalog.text(key!("sources-source")),
            Kind::Text,
            of_best(|best| Value::Text(best.quote.text.clone())),
        )
        .class("quoted")
        .wide(QUOTED)
        .drawn(drawn),
    ];
    Listing::new(columns, |_, _, _| None)
}

/// Draws the closest source of a sentence, with a link to it in the comparison.
fn source(found: &Sources, row: usize, catalog: &Catalog) -> Html {
    let Some(best) = found.sentences[row].partners.first() else {
        return html! { <span class="no-source">{ catalog.text(key!("sources-none")) }</span> };
    };
    let href = compared_at(&found.story.id, &best.id, best.number).href();
    html! { <a {href}>{ run(&best.quote.text) }</a> }
}
