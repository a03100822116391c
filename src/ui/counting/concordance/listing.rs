//! The table of a concordance, the node in the middle.

use std::rc::Rc;

use rustc_hash::FxHashMap;
use yew::prelude::*;

use super::context::Context;
use super::picked::PickedRows;
use crate::corpus::Units;
use crate::ui::i18n::{Catalog, MessageKey, key};
use crate::ui::lang::run;
use crate::ui::results::listing::Listing;
use crate::ui::routes::{ReadRoute, Route};
use crate::ui::shared::Shared;
use crate::ui::table::{Column, Kind, Value};
use crate::view::{Concordance, KwicRow, StoryRow};

/// Number of rows listed at first.
pub const FIRST: usize = 100;

/// Builds the columns of a concordance. A node links to its place in the story.
pub fn listing(
    concordance: &Shared<Concordance>,
    stories: Option<Shared<Vec<StoryRow>>>,
    units: Units,
    catalog: &Catalog,
) -> Listing {
    let value = |of: fn(&KwicRow) -> Value| {
        let concordance = concordance.clone();
        move |place: usize| of(&concordance.rows[place])
    };
    let text = |name: &'static str, key: MessageKey, of: fn(&KwicRow) -> Value| {
        Column::new(name, catalog.text(key), Kind::Text, value(of))
    };
    let known = known(stories);
    let story = {
        let (concordance, known) = (concordance.clone(), known.clone());
        move |place: usize| {
            let row = &concordance.rows[place];
            html! {
                <>
                    { run(known(&row.id, |story| story.paper.clone())) }{ " " }
                    <span class="figures">{ row.id.clone() }</span>
                </>
            }
        }
    };
    let side = |before: bool| {
        let concordance = concordance.clone();
        move |place: usize| html! { <Context concordance={concordance.clone()} {place} {before} /> }
    };
    let leading = {
        let concordance = concordance.clone();
        move |place: usize| place_route(&concordance.rows[place], units).href().into()
    };
    let mut columns = vec![
        Column::new("n", catalog.text(key!("column-rank")), Kind::Rank, |place| {
            Value::Count(crate::ui::results::listing::rank(place))
        })
        .wide(44),
        text("id", key!("column-story"), |row| Value::Text(row.id.clone())).drawn(story).class("story"),
        text("left", key!("column-left"), |row| Value::Text(row.left.clone()))
            .drawn(side(true))
            .class("left"),
        Column::new(
            "node",
            catalog.text(key!("column-node")),
            Kind::Word,
            value(|row| Value::Text(row.node.clone())),
        )
        .class("node")
        .leading(leading)
        .wide(node_width(concordance)),
        text("right", key!("column-right"), |row| Value::Text(row.right.clone()))
            .drawn(side(false))
            .class("right"),
    ];
    columns.extend(file_columns(concordance, &known));
    Listing::new(columns, |_, _, _| None)
}

/// Builds the columns of files: what is known of each story, and the position.
fn file_columns(
    concordance: &Shared<Concordance>,
    known: &(impl Fn(&str, fn(&StoryRow) -> String) -> String + Clone + 'static),
) -> [Column; 5] {
    let fact = |name: &'static str, of: fn(&StoryRow) -> String| {
        let (concordance, known) = (concordance.clone(), known.clone());
        let value = move |place: usize| Value::Text(known(&concordance.rows[place].id, of));
        Column::new(name, name, Kind::Text, value).filed()
    };
    let position = {
        let concordance = concordance.clone();
        move |place: usize| Value::Count(concordance.rows[place].start)
    };
    [
        fact("file", |story| story.file.clone()),
        fact("paper", |story| story.paper.clone()),
        fact("date", |story| story.date.clone()),
        fact("headline", |story| story.headline.clone()),
        Column::new("position", "position", Kind::Text, position).filed(),
    ]
}

/// Adds the boxes that tick rows.
pub(super) fn with_ticks(
    listing: &Listing,
    picked: Rc<PickedRows>,
    ontick: &Callback<usize>,
    catalog: &Catalog,
) -> Listing {
    let (ontick, label) = (ontick.clone(), catalog.text(key!("concordance-tick")));
    let tick = move |place: usize| {
        let onclick = ontick.reform(move |_: MouseEvent| place);
        html! { <input type="checkbox" class="row-tick" aria-label={label.clone()} checked={picked.is_ticked(place)} {onclick} /> }
    };
    let mut columns = listing.columns.to_vec();
    columns.push(Column::length("tick", tick).wide(28));
    Listing::new(columns, |_, _, _| None)
}

/// Returns a function that finds a fact of a story by its id.
fn known(stories: Option<Shared<Vec<StoryRow>>>) -> impl Fn(&str, fn(&StoryRow) -> String) -> String + Clone {
    let rows = stories.as_deref().map_or(&[][..], Vec::as_slice);
    let places: FxHashMap<String, usize> =
        (0..).zip(rows).map(|(place, row)| (row.id.clone(), place)).collect();
    let places = Rc::new(places);
    move |id: &str, of: fn(&StoryRow) -> String| {
        let row = stories.as_ref().and_then(|rows| rows.get(*places.get(id)?));
        row.map(of).unwrap_or_default()
    }
}

/// Returns the width of the widest node, in pixels; the contexts share the rest of the line equally.
fn node_width(concordance: &Concordance) -> u32 {
    const CHARACTER: usize = 16;
    const PADDING: usize = 24;
    /// Characters of a node beyond which the line is cut: a pattern may match a whole sentence.
    const LONGEST: usize = 24;
    let longest = concordance.rows.iter().map(|row| row.node.chars().count()).max().unwrap_or(0);
    u32::try_from(longest.clamp(3, LONGEST) * CHARACTER + PADDING).unwrap_or(u32::MAX)
}

/// Returns the route to an occurrence in its story.
pub(crate) fn place_route(row: &KwicRow, units: Units) -> Route {
    Route::Read(ReadRoute {
        id: row.id.clone(),
        at: Some(row.start),
        word: Some(row.node.clone()),
        units,
        ..ReadRoute::default()
    })
}
