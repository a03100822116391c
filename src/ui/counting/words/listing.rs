//! The table of a word list.

use yew::prelude::*;

use crate::text::OrderBy;
use crate::ui::i18n::{Catalog, MessageKey, key};
use crate::ui::labels;
use crate::ui::results::listing::Listing;
use crate::ui::results::proof::{Places, Proof, Spread, Step};
use crate::ui::routes::{ConcordanceRoute, Route};
use crate::ui::shared::Shared;
use crate::ui::table::{Column, Kind, Value};
use crate::ui::widgets::bar::Bar;
use crate::view::chart::{StoryBar, strip};
use crate::view::{WordList, WordRow};

/// Number of terms of a sum that are written out; a table next to it has them all.
const WRITTEN_OUT: usize = 3;

/// Builds the columns of a word list; `places` is the route to the occurrences.
pub fn listing(list: &Shared<WordList>, places: &ConcordanceRoute, catalog: &Catalog) -> Listing {
    let value = |of: fn(&WordRow) -> Value| {
        let list = list.clone();
        move |place: usize| of(&list.rows[place])
    };
    let number = |name: &'static str, key: MessageKey, of: fn(&WordRow) -> Value| {
        Column::new(name, catalog.text(key), Kind::Number, value(of))
    };
    let highest = list.rows.first().map_or(0.0, |row| row.per_10k);
    let bar = {
        let list = list.clone();
        move |place: usize| html! { <Bar value={list.rows[place].per_10k} max={highest} /> }
    };
    let leading = {
        let (list, places) = (list.clone(), places.clone());
        move |place: usize| href(&list.rows[place], &places)
    };
    let word = value(|row| Value::Text(row.word.clone()));
    let tag = {
        let (list, catalog) = (list.clone(), catalog.clone());
        move |place: usize| Value::Text(catalog.text(labels::tag(&list.rows[place].tag)).to_string())
    };
    let written = {
        let list = list.clone();
        move |place: usize| html! { <Printed row={list.rows[place].clone()} /> }
    };
    let sizes: Vec<u32> = list.sizes.iter().map(|(_, size)| *size).collect();
    let spread = {
        let list = list.clone();
        move |place: usize| spread(&list.rows[place].by_story, &sizes)
    };
    let rank = value(|row| Value::Count(row.rank));
    let columns = vec![
        Column::new("rank", catalog.text(key!("column-rank")), Kind::Rank, rank).wide(40),
        Column::new("word", catalog.text(key!("column-word")), Kind::Word, word)
            .wide(128)
            .drawn(written)
            .leading(leading),
        Column::new("tag", catalog.text(key!("column-tag")), Kind::Text, tag).class("source").wide(112),
        number("frequency", key!("column-frequency"), |row| Value::Count(row.frequency)).wide(56),
        number("per10k", key!("column-per-10k"), |row| Value::Number(row.per_10k)).places(1).wide(76),
        Column::length("per10k-length", bar).wide(60),
        number("range", key!("column-range"), |row| Value::Count(row.range)).wide(56),
        Column::length("spread", spread).wide(116),
        number("dp", key!("column-dp"), |row| Value::Number(row.dp))
            .places(2)
            .about(catalog.text(key!("about-dp")))
            .wide(52),
        number("juillandD", key!("column-juilland"), |row| Value::Number(row.juilland_d))
            .places(2)
            .about(catalog.text(key!("about-juilland")))
            .wide(52),
    ];
    let (list, places) = (list.clone(), places.clone());
    Listing::new(columns, move |row, column, catalog| {
        proof(&list, list.rows.get(row)?, column, &places, catalog)
    })
}

/// Draws the distribution over the stories as a strip.
fn spread(by_story: &[(u32, u32)], sizes: &[u32]) -> Html {
    html! {
        <svg class="strip" viewBox="0 0 100 16" preserveAspectRatio="none" aria-hidden="true">
            <path d={strip(by_story, sizes)} />
        </svg>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct PrintedProps {
    row: WordRow,
}

/// Draws a word, with its other writings if variants count as one.
#[component]
fn Printed(props: &PrintedProps) -> Html {
    let others = props.row.writings.iter().filter(|writing| writing.word != props.row.word);
    html! {
        <>
            { &props.row.word }
            { for others.map(|writing| html! {
                <small key={writing.word.clone()} class="writing">{ " " }{ &writing.word }{ " " }{ writing.frequency }</small>
            }) }
        </>
    }
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
    let name = |key: MessageKey| catalog.text(key).to_string();
    let step = match column {
        "frequency" => frequency(row, catalog),
        "per10k" => Step::new(
            name(key!("column-per-10k")),
            "f ÷ N × 10,000",
            format!(
                "{} ÷ {} × 10,000 = {}",
                catalog.count(row.frequency),
                catalog.count(list.tokens),
                catalog.decimal(row.per_10k, 2)
            ),
        ),
        "range" => Step::new(
            name(key!("column-range")),
            name(key!("formula-range")),
            format!("{} ÷ {}", catalog.count(row.range), catalog.count(list.stories)),
        ),
        "dp" => Step::new(name(key!("column-dp")), "DP = ½ Σ |vᵢ − sᵢ|", deviations(list, row, catalog)),
        "juillandD" => juilland(list, row, catalog),
        _ => return None,
    };
    let is_spread = matches!(column, "range" | "dp" | "juillandD") && !row.by_story.is_empty();
    Some(Proof {
        word: row.word.clone(),
        steps: vec![step],
        note: name(key!("formula-words-note")),
        places: vec![Places {
            name: name(key!("proof-places")),
            route: ConcordanceRoute { node: row.word.clone(), ..places.clone() },
        }],
        spread: is_spread.then(|| Spread { stories: stories(list, row), overall: row.per_10k }),
        ..Proof::default()
    })
}

/// Returns the frequency, as a sum if several writings count as one.
fn frequency(row: &WordRow, catalog: &Catalog) -> Step {
    let name = catalog.text(key!("column-frequency"));
    let total = catalog.count(row.frequency);
    if row.writings.len() < 2 {
        return Step::new(name.as_str(), "f", format!("f = {total}"));
    }
    let each: Vec<String> = row
        .writings
        .iter()
        .map(|writing| format!("{} {}", writing.word, catalog.count(writing.frequency)))
        .collect();
    Step::new(name.as_str(), "f", format!("f = {} = {total}", each.join(" + ")))
}

/// Returns every story of the list with its frequency of the word.
fn stories(list: &WordList, row: &WordRow) -> Vec<StoryBar> {
    let mut stories: Vec<StoryBar> = list
        .sizes
        .iter()
        .map(|(id, size)| StoryBar { label: id.clone(), frequency: 0, size: *size })
        .collect();
    for &(story, frequency) in &row.by_story {
        if let Some(story) = stories.get_mut(story as usize) {
            story.frequency = frequency;
        }
    }
    stories
}

/// Writes out the sum of DP with its greatest terms.
fn deviations(list: &WordList, row: &WordRow, catalog: &Catalog) -> String {
    let dp = catalog.decimal(row.dp, 3);
    let mut terms: Vec<(f64, StoryBar)> = stories(list, row)
        .into_iter()
        .map(|story| {
            let share = f64::from(story.frequency) / f64::from(row.frequency.max(1));
            let due = f64::from(story.size) / f64::from(list.tokens.max(1));
            ((share - due).abs(), story)
        })
        .collect();
    terms.order_by(|(one, _), (other, _)| other.total_cmp(one));
    if terms.is_empty() {
        return format!("DP = {dp}");
    }
    let written: Vec<String> = terms
        .iter()
        .take(WRITTEN_OUT)
        .map(|(_, story)| {
            format!(
                "|{} ÷ {} − {} ÷ {}|",
                catalog.count(story.frequency),
                catalog.count(row.frequency),
                catalog.count(story.size),
                catalog.count(list.tokens)
            )
        })
        .collect();
    let rest = if terms.len() > WRITTEN_OUT { " + …" } else { "" };
    format!("½ × ({}{rest}) = {dp}", written.join(" + "))
}

/// Writes out Juilland's D with its coefficient of variation, which follows from D unless D was clamped to 0.
fn juilland(list: &WordList, row: &WordRow, catalog: &Catalog) -> Step {
    let name = catalog.text(key!("column-juilland"));
    let with_words = u32::try_from(list.sizes.iter().filter(|(_, size)| *size > 0).count()).unwrap_or(0);
    let d = catalog.decimal(row.juilland_d, 3);
    let filled = if with_words > 1 && row.juilland_d > 0.0 {
        let v = (1.0 - row.juilland_d) * libm::sqrt(f64::from(with_words - 1));
        format!("1 − {} ÷ √({with_words} − 1) = {d}", catalog.decimal(v, 3))
    } else {
        format!("D = {d}")
    };
    Step::new(name.as_str(), "D = 1 − V ÷ √(n − 1)", filled)
}
