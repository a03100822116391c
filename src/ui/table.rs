//! Tables: columns as data, for drawing, sorting and saving. Long tables draw only the rows near the screen.

mod arrows;
mod column;
mod window;

pub use column::{Column, Kind, Value, cut, delimited};
pub(crate) use column::{chosen, sorted};

use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use super::hooks::use_paper;
use super::i18n::{Catalog, key, use_catalog};
use super::routes::Order;
use super::shared::Shared;
use crate::ui::lang::lang_of;
use crate::ui::one_line::one_line;
pub(crate) use window::{Fit, use_window};

/// Number of rows listed at first.
pub const FIRST: usize = 40;

/// A cell of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// Index of the row in the data, not in the order of the listing.
    pub row: usize,
    /// Index of the column.
    pub column: usize,
}

/// Properties of [`Table`].
#[derive(Clone, PartialEq, Properties)]
pub struct TableProps {
    /// Class name in the style sheets.
    pub class: &'static str,
    /// Accessible name.
    pub label: AttrValue,
    /// The columns.
    pub columns: Shared<Vec<Column>>,
    /// The rows that are listed, by their indices in the data.
    pub rows: Shared<Vec<usize>>,
    /// The order of sorting; `None` for the order of `rows`.
    #[prop_or_default]
    pub order: Option<Order>,
    /// Called with another order; without it the column heads are no buttons.
    #[prop_or_default]
    pub onorder: Option<Callback<Option<Order>>>,
    /// Called with the clicked or entered number, whose proof is wanted.
    #[prop_or_default]
    pub onpoint: Option<Callback<Point>>,
    /// Called with the cell under the focus or the pointer.
    #[prop_or_default]
    pub onat: Option<Callback<Point>>,
    /// Number of rows listed before the reader asks for all.
    #[prop_or(FIRST)]
    pub first: usize,
}

/// Draws the table in a region that scrolls if it is wider than the page. The region is one stop of the Tab
/// key; the arrow keys move on from there.
#[component]
pub fn Table(props: &TableProps) -> Html {
    let catalog = use_catalog();
    let (region, table) = (use_node_ref(), use_node_ref());
    let all = use_state_eq(|| false);
    let sorted = use_memo((props.rows.clone(), props.columns.clone(), props.order.clone()), |key| {
        let (rows, columns, order) = key;
        order.as_ref().map_or_else(|| rows.clone(), |order| Shared::new(column::sorted(rows, columns, order)))
    });
    let paper = use_paper();
    let rows = if *all || paper { sorted.len() } else { sorted.len().min(props.first) };
    let (window, fit) = use_window(&region, &table, rows);
    arrows::use_entry(&table);

    let onkeydown = Callback::from(|event: KeyboardEvent| arrows::step(&event));
    let onclick = told::<MouseEvent>(&props.onpoint, "button");
    let (onfocusin, onpointerover) =
        (told::<FocusEvent>(&props.onat, ""), told::<PointerEvent>(&props.onat, ""));
    let show_all = all.setter();
    let show_all = Callback::from(move |_: MouseEvent| show_all.set(true));
    let chunks = window.chunks.clone().map(|chunk| {
        let (part, columns, rows) = (window.rows_of(chunk), props.columns.clone(), (*sorted).clone());
        let proved = props.onpoint.is_some();
        html! { <TableChunk key={chunk} {columns} {rows} from={part.start} to={part.end} {proved} /> }
    });
    html! {
        <div class={classes!("grid", fit.whole.then_some("whole"), fit.more.then_some("more-right"))}>
            { more_columns(fit, &catalog) }
            <div ref={region} class="table-scroll" tabindex="0" role="region" aria-label={props.label.clone()} {onkeydown}>
                <table
                    ref={table}
                    class={props.class}
                    data-grid=""
                    aria-rowcount={(rows + 1).to_string()}
                    {onclick}
                    {onfocusin}
                    {onpointerover}
                >
                    <colgroup>
                        { for props.columns.iter().filter(|column| !column.filed).map(|column| html! {
                            <col class={column.kind.class()} width={column.width.map(|width| width.to_string())} />
                        }) }
                    </colgroup>
                    <thead><tr>{ for props.columns.iter().filter(|column| !column.filed).map(|column| head(column, props, &catalog)) }</tr></thead>
                    { window.above() }
                    // A separate list, so that its keys remain valid when the spacers come and go.
                    <>{ for chunks }</>
                    { window.below() }
                </table>
            </div>
            if rows < sorted.len() {
                <button type="button" class="button more" onclick={show_all}>
                    { catalog.with(key!("action-all-rows"), [("n", sorted.len().into())]) }
                </button>
            }
        </div>
    }
}

/// Says, above a table that is wider than the page, that it goes on.
pub(crate) fn more_columns(fit: Fit, catalog: &Catalog) -> Html {
    html! {
        if fit.more {
            <p class="more-columns" aria-hidden="true">{ catalog.text(key!("table-more-columns")) }</p>
        }
    }
}

/// Calls `tell` with the cell of an event: one listener per table, however many cells it has.
fn told<E: AsRef<Event> + 'static>(tell: &Option<Callback<Point>>, inside: &'static str) -> Callback<E> {
    let Some(tell) = tell.clone() else { return Callback::noop() };
    Callback::from(move |event: E| {
        let target = event.as_ref().target().and_then(|target| target.dyn_into::<Element>().ok());
        let Some(target) = target else { return };
        if !inside.is_empty() && target.closest(inside).ok().flatten().is_none() {
            return;
        }
        if let Some(point) = arrows::point(&target) {
            tell.emit(point);
        }
    })
}

fn head(column: &Column, props: &TableProps, catalog: &Catalog) -> Html {
    let class = classes!(column.kind.class(), column.class);
    if column.kind == Kind::Length {
        return html! { <td key={column.name.to_string()} {class}></td> };
    }
    let title = (!column.about.is_empty()).then(|| column.about.clone());
    match &props.onorder {
        Some(onorder) => {
            let descending = column.kind == Kind::Number;
            let Sorting { sort, inner, onclick } =
                sorting(column, props.order.as_ref(), descending, onorder, catalog);
            html! {
                <th key={column.name.to_string()} scope="col" {class} aria-sort={sort}>
                    <button type="button" class="sort" {title} {onclick}>{ inner }</button>
                </th>
            }
        }
        None => {
            html! { <th key={column.name.to_string()} scope="col" {class} {title}>{ &column.title }</th> }
        }
    }
}

/// The button in the head of a column that sorts by it.
pub(crate) struct Sorting {
    /// The value of `aria-sort`.
    pub(crate) sort: Option<&'static str>,
    pub(crate) inner: Html,
    pub(crate) onclick: Callback<MouseEvent>,
}

/// Returns what sorts by a column; with the shift key it decides among rows that are equal in the columns before.
pub(crate) fn sorting(
    column: &Column,
    order: Option<&Order>,
    descending_first: bool,
    onorder: &Callback<Option<Order>>,
    catalog: &Catalog,
) -> Sorting {
    let level = order.and_then(|order| order.level(&column.name));
    let several = order.is_some_and(|order| order.levels().len() > 1);
    let mark = level.map(|(at, descending)| {
        let mark = if descending { "▾" } else { "▴" };
        if several { format!("{mark}{at}") } else { mark.to_owned() }
    });
    let onclick = {
        let (now, name) = (order.cloned(), column.name.clone());
        onorder.reform(move |event: MouseEvent| {
            Order::next(now.as_ref(), &name, descending_first, event.shift_key())
        })
    };
    let inner = html! {
        <>
            { &column.title }<span class="sort-mark" aria-hidden="true">{ mark.unwrap_or_default() }</span>
            <span class="unseen">{ catalog.text(key!("table-sort")) }</span>
        </>
    };
    Sorting {
        sort: level.map(|(_, descending)| if descending { "descending" } else { "ascending" }),
        inner,
        onclick,
    }
}

#[derive(Clone, PartialEq, Properties)]
struct TableChunkProps {
    columns: Shared<Vec<Column>>,
    rows: Shared<Vec<usize>>,
    from: usize,
    to: usize,
    proved: bool,
}

#[component]
fn TableChunk(props: &TableChunkProps) -> Html {
    let catalog = use_catalog();
    html! {
        <tbody>
            { for (props.from..props.to).filter_map(|index| {
                let place = *props.rows.get(index)?;
                Some(html! {
                    <tr key={place} data-row={place.to_string()} aria-rowindex={(index + 2).to_string()}>
                        { for props.columns.iter().enumerate().filter(|(_, column)| !column.filed).map(|(at, column)| cell(column, at, place, props.proved, &catalog)) }
                    </tr>
                })
            }) }
        </tbody>
    }
}

fn cell(column: &Column, at: usize, place: usize, proved: bool, catalog: &Catalog) -> Html {
    let class = classes!(column.kind.class(), column.class);
    let at = at.to_string();
    let value = (column.value)(place);
    // A missing value has no proof.
    let proved = proved && column.proved && value != Value::Nothing;
    let inner = match &column.draw {
        Some(draw) => draw(place),
        None if matches!(column.kind, Kind::Number | Kind::Rank) => {
            html! { { value.shown(column.places, catalog) } }
        }
        None => one_line(&value.shown(column.places, catalog)),
    };
    match column.kind {
        Kind::Word => {
            let inner = match &column.href {
                Some(href) => html! { <a href={href(place)} tabindex="-1" data-step="">{ inner }</a> },
                None => inner,
            };
            let shown = value.shown(column.places, catalog);
            let title = may_be_cut(column).then(|| shown.clone());
            html! { <th scope="row" {class} {title} lang={lang_of(&*shown)} data-column={at}>{ inner }</th> }
        }
        Kind::Number if proved => html! {
            <td {class} data-column={at}>
                <button type="button" class="figure" tabindex="-1" data-step="">{ inner }</button>
            </td>
        },
        Kind::Number | Kind::Text | Kind::Length | Kind::Rank => {
            let title = may_be_cut(column).then(|| value.shown(column.places, catalog));
            html! { <td {class} {title} data-column={at}>{ inner }</td> }
        }
    }
}

/// Returns true for a column of titles, which may be longer than it is wide, and are then whole when they are pointed at.
fn may_be_cut(column: &Column) -> bool {
    column.draw.is_none() && matches!(column.class, "title" | "source")
}
