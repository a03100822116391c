//! The table of the measures of each story.

use yew::prelude::*;

use crate::corpus::{Scope, Units};
use crate::ui::i18n::{Catalog, MessageKey, key};
use crate::ui::results::listing::Listing;
use crate::ui::results::proof::{Proof, ProofLink, Step};
use crate::ui::routes::{FoldChoice, MeasuresRoute, Order, ReadRoute, Route, WordsRoute};
use crate::ui::scopes;
use crate::ui::shared::Shared;
use crate::ui::table::{Column, Kind, Value};
use crate::view::{MeasuresRow, StoryRow};

/// Builds the columns of the measures. A story links to its text, a number to its word list.
pub fn listing(
    measures: &Shared<Vec<MeasuresRow>>,
    stories: &[StoryRow],
    route: &MeasuresRoute,
    catalog: &Catalog,
) -> Listing {
    let names: Shared<Vec<String>> =
        Shared::new(measures.iter().map(|row| name(row, stories, catalog)).collect());
    let value = |of: fn(&MeasuresRow) -> Value| {
        let measures = measures.clone();
        move |place: usize| of(&measures[place])
    };
    let count = |column: &'static str, key: MessageKey, of: fn(&MeasuresRow) -> Value| {
        Column::new(column, catalog.text(key), Kind::Number, value(of)).wide(52)
    };
    let ratio =
        |column: &'static str, title: AttrValue, about: MessageKey, of: fn(&MeasuresRow) -> Option<f64>| {
            let measures = measures.clone();
            let value = move |place: usize| of(&measures[place]).map_or(Value::Nothing, Value::Number);
            Column::new(column, title, Kind::Number, value).about(catalog.text(about)).places(3).wide(48)
        };
    let leading = {
        let (measures, units) = (measures.clone(), route.units);
        move |place: usize| read(&measures[place], units).href().into()
    };
    let story = {
        let names = names.clone();
        move |place: usize| Value::Text(names[place].clone())
    };
    let id = value(|row| Value::Text(row.id.clone()));
    let length = catalog.text(key!("column-sentence-length"));
    let columns = vec![
        Column::new("id", catalog.text(key!("column-id")), Kind::Text, id).class("id").wide(48),
        Column::new("story", catalog.text(key!("column-story")), Kind::Word, story)
            .class("title")
            .wide(148)
            .leading(leading),
        count("tokens", key!("column-tokens"), |row| Value::Count(row.tokens)),
        count("types", key!("column-types"), |row| Value::Count(row.types)),
        count("hapaxes", key!("column-hapaxes"), |row| Value::Count(row.hapaxes)).wide(62),
        ratio("ttr", "TTR".into(), key!("about-ttr"), |row| row.ttr),
        ratio("sttr", "STTR".into(), key!("about-sttr"), |row| row.sttr),
        ratio("mattr", "MATTR".into(), key!("about-mattr"), |row| row.mattr).wide(54),
        ratio("mtld", "MTLD".into(), key!("about-mtld"), |row| row.mtld).places(1),
        count("sentences", key!("column-sentences"), |row| Value::Count(row.sentences)).wide(70),
        ratio("sentenceLength", length, key!("about-sentence-length"), |row| row.sentence_length)
            .places(1)
            .wide(96),
        ratio("lexicalDensity", catalog.text(key!("column-density")), key!("about-density"), |row| {
            row.lexical_density
        })
        .wide(62),
    ];
    let (measures, route) = (measures.clone(), route.clone());
    Listing::new(columns, move |row, column, catalog| {
        let name = names.get(row)?;
        proof(measures.get(row)?, name, column, &route, catalog)
    })
}

/// Returns the title of a story.
fn name(row: &MeasuresRow, stories: &[StoryRow], catalog: &Catalog) -> String {
    let known = stories.iter().find(|story| story.id == row.id);
    known.map_or_else(|| row.id.clone(), |story| scopes::title(story, catalog))
}

fn read(row: &MeasuresRow, units: Units) -> Route {
    Route::Read(ReadRoute { id: row.id.clone(), boundaries: true, units, ..ReadRoute::default() })
}

fn proof(
    row: &MeasuresRow,
    name: &str,
    column: &str,
    route: &MeasuresRoute,
    catalog: &Catalog,
) -> Option<Proof> {
    let text = |key: MessageKey| catalog.text(key).to_string();
    let step = variety_step(row, column, catalog).or_else(|| step(row, column, catalog))?;
    let order = (column == "hapaxes").then(|| Order::by("frequency", false));
    let words = WordsRoute {
        scope: within(row, route),
        fold: FoldChoice::of(route.fold),
        units: route.units,
        order,
        ..WordsRoute::default()
    };
    Some(Proof {
        word: name.to_owned(),
        steps: vec![step],
        note: text(key!("formula-measures-note")),
        links: vec![
            ProofLink { name: text(key!("read-words")), route: Route::Words(words) },
            ProofLink { name: text(key!("measures-read")), route: read(row, route.units) },
        ],
        ..Proof::default()
    })
}

/// Returns a measure of lexical variety; `None` for a text too short for it.
fn variety_step(row: &MeasuresRow, column: &str, catalog: &Catalog) -> Option<Step> {
    let (tokens, types) = (catalog.count(row.tokens), catalog.count(row.types));
    let decimal = |number: Option<f64>, places: usize| number.map(|number| catalog.decimal(number, places));
    Some(match column {
        "ttr" => Step::new("TTR", "V ÷ N", format!("{types} ÷ {tokens} = {}", decimal(row.ttr, 4)?)),
        "sttr" => Step::new(
            "STTR",
            "Σ Vᵢ ÷ 100 ÷ k",
            format!("k = ⌊{tokens} ÷ 100⌋ = {}; STTR = {}", row.tokens / 100, decimal(row.sttr, 4)?),
        ),
        "mattr" => Step::new(
            "MATTR",
            "Σ Vᵢ ÷ 100 ÷ (N − 99)",
            format!(
                "N − 99 = {}; MATTR = {}",
                catalog.count(row.tokens.saturating_sub(99)),
                decimal(row.mattr, 4)?
            ),
        ),
        "mtld" => Step::new(
            "MTLD",
            "½ (N ÷ k→ + N ÷ k←)",
            format!("N = {tokens}; MTLD = {}", decimal(row.mtld, 2)?),
        ),
        _ => return None,
    })
}

/// Returns a count, or a measure of the sentences or of the content words.
fn step(row: &MeasuresRow, column: &str, catalog: &Catalog) -> Option<Step> {
    let text = |key: MessageKey| catalog.text(key).to_string();
    let (tokens, types) = (catalog.count(row.tokens), catalog.count(row.types));
    Some(match column {
        "tokens" => Step::new(text(key!("column-tokens")), "N", format!("N = {tokens}")),
        "types" => Step::new(text(key!("column-types")), "V", format!("V = {types}")),
        "hapaxes" => {
            Step::new(text(key!("column-hapaxes")), "V₁", format!("V₁ = {}", catalog.count(row.hapaxes)))
        }
        "sentences" => {
            Step::new(text(key!("column-sentences")), "S", format!("S = {}", catalog.count(row.sentences)))
        }
        "sentenceLength" => Step::new(
            text(key!("column-sentence-length")),
            "Nₛ ÷ S",
            format!(
                "{} ÷ {} = {}",
                catalog.decimal(row.sentence_length? * f64::from(row.sentences), 0),
                catalog.count(row.sentences),
                catalog.decimal(row.sentence_length?, 2)
            ),
        ),
        "lexicalDensity" => Step::new(
            text(key!("column-density")),
            "N(c) ÷ N",
            format!(
                "{} ÷ {tokens} = {}",
                catalog.decimal(row.lexical_density? * f64::from(row.tokens), 0),
                catalog.decimal(row.lexical_density?, 4)
            ),
        ),
        _ => return None,
    })
}

/// Limits the story to the parts that were measured.
fn within(row: &MeasuresRow, route: &MeasuresRoute) -> crate::corpus::Scope {
    scopes::with_parts(Scope::story(&row.id), scopes::parts(&route.scope))
}
