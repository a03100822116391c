//! A concordance as a table, the node in the middle.

use yew::prelude::*;

use crate::corpus::Units;
use crate::ui::i18n::use_catalog;
use crate::ui::keyboard;
use crate::ui::long_table::use_window;
use crate::ui::routes::{KwicSort, ReadRoute, Route};
use crate::ui::shared::Shared;
use crate::view::{Concordance, KwicRow, StoryRow};

/// Properties of [`KwicTable`].
#[derive(Clone, PartialEq, Properties)]
pub struct KwicTableProps {
    /// The occurrences.
    pub concordance: Shared<Concordance>,
    /// The order they are listed in.
    pub sort: KwicSort,
    /// The stories, to name each row's paper.
    pub stories: Option<Shared<Vec<StoryRow>>>,
    /// Whether it is about units, as the stories are to be shown.
    #[prop_or_default]
    pub units: Units,
    /// Whether all rows are wanted, or the first ones only.
    pub all: bool,
}

/// Rows drawn at first.
pub const FIRST: usize = 100;

/// The table. A row leads to its place in the story.
#[component]
pub fn KwicTable(props: &KwicTableProps) -> Html {
    let catalog = use_catalog();
    let order = use_memo((props.concordance.clone(), props.sort), |(rows, sort)| {
        Shared::new(order(&rows.rows, *sort))
    });
    let table = use_node_ref();
    let rows = if props.all { order.len() } else { order.len().min(FIRST) };
    let window = use_window(&table, rows);
    let onkeydown = Callback::from(|event: KeyboardEvent| keyboard::step(&event));
    let chunks = window.chunks.clone().map(|chunk| {
        let rows = window.rows_of(chunk);
        html! { <Chunk key={chunk} table={props.clone()} order={(*order).clone()} from={rows.start} to={rows.end} /> }
    });
    html! {
        <table ref={table} class="kwic" aria-rowcount={(rows + 1).to_string()} {onkeydown}>
            <colgroup><col /><col /><col width={node_width(&props.concordance)} /><col /></colgroup>
            <thead>
                <tr>
                    <th scope="col">{ catalog.text("column-story") }</th>
                    <th scope="col" class="left">{ catalog.text("column-left") }</th>
                    <th scope="col" class="node">{ catalog.text("column-node") }</th>
                    <th scope="col">{ catalog.text("column-right") }</th>
                </tr>
            </thead>
            { window.above() }
            // A list of its own, so that its keys hold when the empty heights come and go.
            <>{ for chunks }</>
            { window.below() }
        </table>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct ChunkProps {
    table: KwicTableProps,
    order: Shared<Vec<usize>>,
    from: usize,
    to: usize,
}

#[component]
fn Chunk(props: &ChunkProps) -> Html {
    let rows = &props.table.concordance.rows;
    let paper = |id: &str| {
        let row = props.table.stories.as_ref()?.iter().find(|row| row.id == id)?;
        Some(row.paper.clone())
    };
    html! {
        <tbody>
            { for (props.from..props.to).filter_map(|index| Some((index, rows.get(*props.order.get(index)?)?))).map(|(index, row)| html! {
                <tr key={format!("{}-{}", row.id, row.start)} data-row="" aria-rowindex={(index + 2).to_string()}>
                    <td class="story">
                        <span lang="zh-Hant-HK">{ paper(&row.id) }</span>{ " " }
                        <span class="figures">{ row.id.clone() }</span>
                    </td>
                    <td class="left" lang="zh-Hant-HK"><bdi>{ row.left.clone() }</bdi></td>
                    <th scope="row" class="node" lang="zh-Hant-HK">
                        <a href={place_route(row, props.table.units).href()} data-step="">{ row.node.clone() }</a>
                    </th>
                    <td class="right" lang="zh-Hant-HK">{ row.right.clone() }</td>
                </tr>
            }) }
        </tbody>
    }
}

/// The width of the widest node, which leaves the rest of the line to both contexts alike.
fn node_width(concordance: &Concordance) -> String {
    const CHARACTER: usize = 16;
    const PADDING: usize = 24;
    let longest = concordance.rows.iter().map(|row| row.node.chars().count()).max().unwrap_or(0);
    (longest.max(3) * CHARACTER + PADDING).to_string()
}

/// The route of an occurrence in its story.
pub(crate) fn place_route(row: &KwicRow, units: Units) -> Route {
    Route::Read(ReadRoute {
        id: row.id.clone(),
        at: Some(row.start),
        word: Some(row.node.clone()),
        units,
        ..ReadRoute::default()
    })
}

/// The order of the rows. What stands before the node is compared outward from it.
fn order(rows: &[KwicRow], sort: KwicSort) -> Vec<usize> {
    let mut order: Vec<usize> = (0..rows.len()).collect();
    match sort {
        KwicSort::Text => {}
        KwicSort::Left => {
            let outward = |place: &usize| rows[*place].left.chars().rev().collect::<String>();
            order.sort_by_cached_key(outward);
        }
        KwicSort::Right => order.sort_by(|one, other| rows[*one].right.cmp(&rows[*other].right)),
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(left: &str, right: &str) -> KwicRow {
        let (left, right) = (left.into(), right.into());
        KwicRow { id: "1".into(), start: 0, end: 1, left, node: "中".into(), right }
    }

    #[test]
    fn the_left_is_sorted_outward_from_the_node() {
        let rows = [row("甲乙", "c"), row("乙甲", "a"), row("丙乙", "b")];
        assert_eq!(order(&rows, KwicSort::Text), [0, 1, 2]);
        assert_eq!(order(&rows, KwicSort::Right), [1, 2, 0]);
        // 乙 sorts before 甲, and behind it 丙 before 甲.
        assert_eq!(order(&rows, KwicSort::Left), [2, 0, 1]);
    }
}
