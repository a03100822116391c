//! The table of a concordance, the node in the middle.

use yew::prelude::*;

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
    let story = {
        let concordance = concordance.clone();
        move |place: usize| {
            let row = &concordance.rows[place];
            let known = stories.as_ref().and_then(|stories| stories.iter().find(|story| story.id == row.id));
            html! {
                <>
                    { run(known.map(|story| story.paper.clone()).unwrap_or_default()) }{ " " }
                    <span class="figures">{ row.id.clone() }</span>
                </>
            }
        }
    };
    let left = {
        let concordance = concordance.clone();
        move |place: usize| html! { <bdi>{ concordance.rows[place].left.clone() }</bdi> }
    };
    let leading = {
        let concordance = concordance.clone();
        move |place: usize| place_route(&concordance.rows[place], units).href().into()
    };
    let columns = vec![
        text("id", key!("column-story"), |row| Value::Text(row.id.clone())).drawn(story).class("story"),
        text("left", key!("column-left"), |row| Value::Text(row.left.clone())).drawn(left).class("left"),
        Column::new(
            "node",
            catalog.text(key!("column-node")),
            Kind::Word,
            value(|row| Value::Text(row.node.clone())),
        )
        .class("node")
        .leading(leading)
        .wide(node_width(concordance)),
        text("right", key!("column-right"), |row| Value::Text(row.right.clone())).class("right"),
    ];
    Listing::new(columns, |_, _, _| None)
}

/// Returns the width of the widest node, in pixels; the contexts share the rest of the line equally.
fn node_width(concordance: &Concordance) -> u32 {
    const CHARACTER: usize = 16;
    const PADDING: usize = 24;
    let longest = concordance.rows.iter().map(|row| row.node.chars().count()).max().unwrap_or(0);
    u32::try_from(longest.max(3) * CHARACTER + PADDING).unwrap_or(u32::MAX)
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
