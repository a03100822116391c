//! The table of the closest pairs of stories.

use rustc_hash::FxHashMap;

use crate::ui::i18n::{Catalog, MessageKey, key};
use crate::ui::results::listing::{Listing, rank};
use crate::ui::routes::{CompareRoute, Route};
use crate::ui::scopes;
use crate::ui::shared::Shared;
use crate::ui::table::{Column, Kind, Value};
use crate::view::{Copied, SimilarPair, Similarity, StoryRow};

/// Returns the route to two stories side by side.
pub fn compared(a: &str, b: &str) -> Route {
    Route::Compare(CompareRoute { a: a.to_owned(), b: b.to_owned(), ..CompareRoute::default() })
}

/// Returns the route to two stories at a sentence of the second, or at their top for number 0.
pub fn compared_at(a: &str, b: &str, number: u32) -> Route {
    let at_b = Some(number).filter(|number| *number > 0);
    Route::Compare(CompareRoute { a: a.to_owned(), b: b.to_owned(), at_b, ..CompareRoute::default() })
}

/// Returns the title of each story with its paper, in the order of the matrix.
pub fn names(found: &Similarity, stories: &[StoryRow], catalog: &Catalog) -> Vec<String> {
    let rows: FxHashMap<&str, &StoryRow> = stories.iter().map(|row| (row.id.as_str(), row)).collect();
    let name = |id: &String| match rows.get(id.as_str()) {
        Some(row) => scopes::origin_and_title(row, catalog),
        None => id.clone(),
    };
    found.ids.iter().map(name).collect()
}

/// Builds the columns of the pairs; a pair links to its comparison. Shares are percentages.
pub fn listing(found: &Shared<Similarity>, names: &Shared<Vec<String>>, catalog: &Catalog) -> Listing {
    let places: FxHashMap<&str, usize> = found.ids.iter().map(String::as_str).zip(0..).collect();
    let place = |id: &str| places.get(id).copied().unwrap_or(0);
    let both: Shared<Vec<(usize, usize)>> =
        Shared::new(found.pairs.iter().map(|pair| (place(&pair.a), place(&pair.b))).collect());
    let story = |second: bool| {
        let (both, names) = (both.clone(), names.clone());
        move |row: usize| Value::Text(names[if second { both[row].1 } else { both[row].0 }].clone())
    };
    let share = |column: &'static str, [key, about]: [MessageKey; 2], of: fn(&Copied) -> f64| {
        let found = found.clone();
        let value = move |row: usize| Value::Number(100.0 * of(&found.pairs[row].copied));
        let about = catalog.text(about);
        Column::new(column, catalog.text(key), Kind::Number, value).about(about).plain().places(1).wide(116)
    };
    let pair = |of: fn(&SimilarPair, &Catalog) -> Value| {
        let (found, catalog) = (found.clone(), catalog.clone());
        move |row: usize| of(&found.pairs[row], &catalog)
    };
    let leading = {
        let found = found.clone();
        move |row: usize| compared(&found.pairs[row].a, &found.pairs[row].b).href().into()
    };
    let where_from = |pair: &SimilarPair, catalog: &Catalog| {
        let key = if pair.same_page { key!("similarity-one-page") } else { key!("similarity-two-pages") };
        Value::Text(catalog.text(key).to_string())
    };
    let columns = vec![
        Column::new("rank", catalog.text(key!("column-rank")), Kind::Rank, |row| Value::Count(rank(row)))
            .wide(48),
        Column::new("a", catalog.text(key!("similarity-first")), Kind::Word, story(false))
            .class("title")
            .wide(240)
            .leading(leading),
        Column::new("b", catalog.text(key!("similarity-second")), Kind::Text, story(true))
            .class("source")
            .wide(240),
        Column::new(
            "share",
            catalog.text(key!("similarity-both")),
            Kind::Number,
            pair(|pair, _| Value::Number(100.0 * pair.share)),
        )
        .about(catalog.text(key!("about-similarity-both")))
        .plain()
        .places(1)
        .wide(84),
        share("aInB", [key!("similarity-a-in-b"), key!("about-similarity-a-in-b")], |copied| copied.a_in_b),
        share("bInA", [key!("similarity-b-in-a"), key!("about-similarity-b-in-a")], |copied| copied.b_in_a),
        share(
            "discountedAInB",
            [key!("similarity-discounted"), key!("about-similarity-discounted")],
            |copied| copied.discounted_a_in_b,
        ),
        Column::new("pages", catalog.text(key!("similarity-pages")), Kind::Text, pair(where_from))
            .class("source")
            .wide(84),
    ];
    Listing::new(columns, |_, _, _| None)
}
