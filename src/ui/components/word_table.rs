//! A word list as a table.

use yew::prelude::*;

use super::bar::Bar;
use crate::corpus::{Scope, Units};
use crate::ui::i18n::{Catalog, use_catalog};
use crate::ui::keyboard;
use crate::ui::long_table::use_window;
use crate::ui::routes::{ConcordanceRoute, KwicSort, Route};
use crate::ui::shared::Shared;
use crate::view::{WordList, WordRow};

/// Properties of [`WordTable`].
#[derive(Clone, PartialEq, Properties)]
pub struct WordTableProps {
    /// The list.
    pub list: Shared<WordList>,
    /// Which of its rows are listed, by index.
    pub rows: Shared<Vec<usize>>,
    /// The scope it counts, where a number's occurrences are looked up.
    pub scope: Scope,
    /// Whether it counts units, as the occurrences are to be looked up.
    #[prop_or_default]
    pub units: Units,
    /// Whether all rows are wanted, or the first ones only.
    pub all: bool,
    /// Called with the index of the row the reader is at.
    #[prop_or_default]
    pub onrow: Callback<usize>,
}

/// Rows drawn at first.
pub const FIRST: usize = 40;

/// The table.
#[component]
pub fn WordTable(props: &WordTableProps) -> Html {
    let catalog = use_catalog();
    let table = use_node_ref();
    let rows = if props.all { props.rows.len() } else { props.rows.len().min(FIRST) };
    let window = use_window(&table, rows);
    let onkeydown = Callback::from(|event: KeyboardEvent| keyboard::step(&event));
    let chunks = window.chunks.clone().map(|chunk| {
        let rows = window.rows_of(chunk);
        html! { <Chunk key={chunk} table={props.clone()} from={rows.start} to={rows.end} /> }
    });
    html! {
        <table ref={table} class="words" aria-rowcount={(rows + 1).to_string()} {onkeydown}>
            <thead>
                <tr>
                    <th scope="col" class="number">{ catalog.text("column-rank") }</th>
                    <th scope="col">{ catalog.text("column-word") }</th>
                    <th scope="col" class="number">{ catalog.text("column-frequency") }</th>
                    <th scope="col" class="number">{ catalog.text("column-per-10k") }</th>
                    <td></td>
                    <th scope="col" class="number">{ catalog.text("column-range") }</th>
                    <td></td>
                    <th scope="col" class="number">{ catalog.text("column-dp") }</th>
                    <td></td>
                    <th scope="col" class="number">{ catalog.text("column-juilland") }</th>
                    <td></td>
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
    table: WordTableProps,
    from: usize,
    to: usize,
}

#[component]
fn Chunk(props: &ChunkProps) -> Html {
    let catalog = use_catalog();
    let table = &props.table;
    let highest = table.list.rows.first().map_or(0.0, |row| row.per_10k);
    html! {
        <tbody>
            { for (props.from..props.to).filter_map(|index| {
                let place = *table.rows.get(index)?;
                Some(draw(table, (index, place), table.list.rows.get(place)?, highest, &catalog))
            }) }
        </tbody>
    }
}

fn draw(
    table: &WordTableProps,
    (index, place): (usize, usize),
    row: &WordRow,
    highest: f64,
    catalog: &Catalog,
) -> Html {
    let route = ConcordanceRoute {
        node: row.word.clone(),
        scope: table.scope.clone(),
        sort: KwicSort::Text,
        units: table.units,
    };
    let href = Route::Concordance(route).href();
    // Every number opens the occurrences; for the keyboard one link a row is enough.
    let link = |text: AttrValue| html! { <a href={href.clone()} tabindex="-1">{ text }</a> };
    let onfocusin = table.onrow.reform(move |_: FocusEvent| place);
    let onpointer = table.onrow.reform(move |_: PointerEvent| place);
    html! {
        <tr key={row.word.clone()} data-row="" aria-rowindex={(index + 2).to_string()} {onfocusin} onpointerdown={onpointer}>
            <td class="number soft">{ catalog.count(row.rank) }</td>
            <th scope="row" class="word" lang="zh-Hant-HK">
                <a href={href.clone()} data-step="">{ row.word.clone() }</a>
            </th>
            <td class="number">{ link(catalog.count(row.frequency)) }</td>
            <td class="number">{ link(catalog.decimal(row.per_10k, 1)) }</td>
            <td class="length"><Bar value={row.per_10k} max={highest} /></td>
            <td class="number">{ link(catalog.count(row.range)) }</td>
            <td class="length"><Bar value={f64::from(row.range)} max={f64::from(table.list.stories)} /></td>
            <td class="number">{ link(catalog.decimal(row.dp, 2)) }</td>
            <td class="length"><Bar value={row.dp} max=1.0 /></td>
            <td class="number">{ link(catalog.decimal(row.juilland_d, 2)) }</td>
            <td class="length"><Bar value={row.juilland_d} max=1.0 /></td>
        </tr>
    }
}
