//! A table with its common parts: a summary, its files, and the proof of its numbers.

pub mod chart;
pub mod chart_file;
pub mod chart_place;
pub mod chart_svg;
pub mod citation;
pub mod listing;
pub mod methods;
pub mod proof;

mod proof_panel;
mod take_along;

use yew::prelude::*;

use self::chart_place::{ChartPlace, ChartPlaceField};
use self::listing::Listing;
use self::proof::Proof;
use self::proof_panel::ProofPanel;
use self::take_along::Json;
pub(crate) use self::take_along::TakeAlong;
use crate::corpus::Scope;
use crate::engine::{Query, Question};
use crate::ui::column_choice::ColumnChoice;
use crate::ui::hooks::use_media;
use crate::ui::i18n::{Catalog, Language, key, use_catalog};
use crate::ui::routes::codec::Parameter;
use crate::ui::routes::{Cuts, Order};
use crate::ui::shared::Shared;
use crate::ui::store::{Store, use_store};
use crate::ui::table::{Column, FIRST, Kind, Point, Table, delimited, sorted};
use crate::ui::widgets::columns_field::ColumnsField;
use crate::ui::{browser, scopes};
use crate::view::export::Separator;

/// The width from which a chart has room beside its table.
const WIDE: &str = "screen and (min-width: 1200px)";

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ResultsProps {
    /// The columns and proofs.
    pub(crate) listing: Listing,
    /// The rows that are listed, by their indices in the data.
    pub(crate) rows: Shared<Vec<usize>>,
    /// The table's class in the style sheets, and the name of its files.
    pub(crate) name: &'static str,
    /// The name of the table.
    pub(crate) label: AttrValue,
    /// A summary of the table, in one sentence.
    pub(crate) summary: AttrValue,
    /// Advice for an empty table.
    pub(crate) empty: AttrValue,
    /// The scope counted, for footnotes.
    pub(crate) scope: Scope,
    #[prop_or_default]
    pub(crate) order: Option<Order>,
    #[prop_or_default]
    pub(crate) onorder: Option<Callback<Option<Order>>>,
    #[prop_or(FIRST)]
    pub(crate) first: usize,
    /// The query it answers.
    pub(crate) query: Query,
    /// The second query, if it compares two answers.
    #[prop_or_default]
    pub(crate) second: Option<Query>,
    /// What was asked, in the first lines of its files before what every table says there.
    #[prop_or_default]
    pub(crate) asked: Vec<String>,
    /// The values from which its rows are listed.
    #[prop_or_default]
    pub(crate) cuts: Cuts,
    /// The chart of the table, if it has one.
    #[prop_or_default]
    pub(crate) chart: Option<Html>,
    /// The contents between the summary and the table.
    #[prop_or_default]
    pub(crate) children: Children,
}

/// Draws the summary, the table and its proof.
#[component]
pub(crate) fn Results(props: &ResultsProps) -> Html {
    let catalog = use_catalog();
    let (listing, hidden) = use_chosen(&props.listing, props.name);
    let Pointing { pinned, at, onpoint, onat, onclose } = use_pointing(&listing, &catalog);
    let onkeydown = {
        let pinned = pinned.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" && pinned.is_some() {
                pinned.set(None);
            }
        })
    };
    let shown = pinned.or(*at).or_else(|| first_number(&listing, &props.rows));
    let proof = shown.and_then(|point| proved(point, &listing, &catalog));
    let place = use_chart_place();
    if props.rows.is_empty() {
        return nothing_found(props);
    }
    let proof = proof.map(|(proof, in_language)| html! {
        <ProofPanel {proof} {in_language} scope={props.scope.clone()} pinned={pinned.is_some()} {onclose} />
    });
    let chart_at = |at: ChartPlace| (at == place).then(|| props.chart.clone()).flatten();
    let is_beside = chart_at(ChartPlace::Beside).is_some();
    html! {
        <>
            <div class="summary">
                <p role="status">{ &props.summary }</p>
                <Saves listing={listing.clone()} results={props.clone()} {hidden} />
            </div>
            <TakeAlong query={props.query.clone()} second={props.second.clone()} title={props.label.clone()} scope={props.scope.clone()} />
            { chart_at(ChartPlace::Above) }
            { props.children.clone() }
            <div class={classes!("table-and-proof", (proof.is_none() && !is_beside).then_some("alone"), is_beside.then_some("with-chart"))} {onkeydown}>
                <Table
                    class={props.name}
                    label={props.label.clone()}
                    columns={listing.columns.clone()}
                    rows={props.rows.clone()}
                    order={props.order.clone()}
                    onorder={props.onorder.clone()}
                    first={props.first}
                    {onpoint}
                    {onat}
                />
                if is_beside {
                    <div class="beside-table">
                        { chart_at(ChartPlace::Beside) }
                        { proof }
                    </div>
                } else {
                    { proof }
                }
            </div>
            { chart_at(ChartPlace::Below) }
        </>
    }
}

/// Draws what there is around a table without rows.
fn nothing_found(props: &ResultsProps) -> Html {
    html! {
        <>
            <p class="summary" role="status">{ &props.summary }</p>
            { props.chart.clone() }
            { props.children.clone() }
            <p class="empty">{ &props.empty }</p>
        </>
    }
}

/// Returns the proof of a number, and the function that gives it in another language; `None` for a cell without a number.
fn proved(
    point: Point,
    listing: &Listing,
    catalog: &Catalog,
) -> Option<(Proof, Callback<Language, Option<Proof>>)> {
    let proof = listing.proof(point, catalog)?;
    let listing = listing.clone();
    Some((proof, Callback::from(move |language: Language| listing.proof(point, &Catalog::new(language)))))
}

/// Returns the place of the chart: the one chosen, where the page is wide enough to have two things side by side.
#[hook]
fn use_chart_place() -> ChartPlace {
    let store = use_store();
    let is_wide = use_media(WIDE);
    match store.state.charts {
        ChartPlace::Beside if !is_wide => ChartPlace::Above,
        chosen => chosen,
    }
}

/// Returns a table with the columns that the reader chose, and the names of those that are left out.
#[hook]
fn use_chosen(listing: &Listing, name: &'static str) -> (Listing, Vec<String>) {
    let store = use_store();
    let kept = ColumnChoice::read(store.state.columns.as_deref().unwrap_or_default());
    let hidden = kept.hidden(name).unwrap_or_default().to_vec();
    let chosen = use_memo((listing.clone(), hidden.clone()), |(listing, hidden)| {
        if hidden.is_empty() { listing.clone() } else { listing.without(hidden) }
    });
    ((*chosen).clone(), hidden)
}

/// The cells whose proofs the reader wants.
struct Pointing {
    /// The number that was clicked.
    pinned: UseStateHandle<Option<Point>>,
    /// The cell under the focus or the pointer.
    at: UseStateHandle<Option<Point>>,
    onpoint: Callback<Point>,
    onat: Callback<Point>,
    onclose: Callback<()>,
}

/// Follows the cells that the reader points at.
#[hook]
fn use_pointing(listing: &Listing, catalog: &Catalog) -> Pointing {
    let pinned = use_state_eq(|| None::<Point>);
    let at = use_state_eq(|| None::<Point>);
    // Points belong to one answer.
    use_effect_with(listing.clone(), {
        let (pinned, at) = (pinned.setter(), at.setter());
        move |_| {
            pinned.set(None);
            at.set(None);
        }
    });
    let onpoint = use_callback(pinned.setter(), |point: Point, pinned| pinned.set(Some(point)));
    // A cell without a proof leaves the last proof on the screen.
    let onat = use_callback((at.setter(), listing.clone(), catalog.clone()), |point: Point, key| {
        let (at, listing, catalog) = key;
        if listing.proof(point, catalog).is_some() {
            at.set(Some(point));
        }
    });
    let onclose = use_callback(pinned.setter(), |(), pinned| pinned.set(None));
    Pointing { pinned, at, onpoint, onat, onclose }
}

/// Returns the first number of the first row, whose proof shows the reader at once that numbers have one.
fn first_number(listing: &Listing, rows: &[usize]) -> Option<Point> {
    let row = *rows.first()?;
    let column = listing.columns.iter().position(|column| column.proved)?;
    Some(Point { row, column })
}

/// Returns the columns that may be left out: all that have a head, but the one that names the row.
fn optional(listing: &Listing) -> Vec<(AttrValue, AttrValue)> {
    let columns = listing.columns.iter().filter(|column| {
        !column.filed && !column.title.is_empty() && !matches!(column.kind, Kind::Length | Kind::Word)
    });
    let listed = |column: &Column| {
        if column.listed.is_empty() { column.title.clone() } else { column.listed.clone() }
    };
    columns.map(|column| (column.name.clone(), listed(column))).collect()
}

#[derive(Clone, PartialEq, Properties)]
struct SavesProps {
    /// The table as shown.
    listing: Listing,
    results: ResultsProps,
    /// The columns that are left out.
    hidden: Vec<String>,
}

/// Returns the name of a file without its ending: the table, what was looked up, and the corpus.
fn file_name(props: &ResultsProps) -> String {
    /// Number of characters of what was looked up.
    const LONGEST: usize = 40;
    let node = match &props.query.question {
        Question::Concordance(question) => Some(question.node.as_str()),
        Question::Collocates(question) => Some(question.node.as_str()),
        _ => None,
    };
    let corpus =
        if let Scope::Named { name, .. } = scopes::whole(&props.scope) { Some(name.as_str()) } else { None };
    let part = |part: &str| -> String {
        let safe = part.chars().map(|c| if c.is_alphanumeric() { c } else { '_' });
        safe.take(LONGEST).collect()
    };
    let parts = [node, corpus].into_iter().flatten().map(part);
    std::iter::once(format!("duidu-{}", props.name)).chain(parts).collect::<Vec<_>>().join("-")
}

/// Returns the first lines of a file: what was asked, the address, how it was counted, what is listed and in which order.
fn first_lines(props: &ResultsProps, store: &Store, catalog: &Catalog) -> Vec<String> {
    let version = crate::VERSION;
    let title =
        format!("Duìdú {version} · {} · {}", props.label, scopes::name(&props.scope, store.rows(), catalog));
    let methods = [Some(&props.query), props.second.as_ref()];
    let methods =
        methods.into_iter().flatten().filter_map(|query| take_along::methods(query, store, catalog));
    let cuts = (!props.cuts.is_empty()).then(|| props.cuts.formulas().collect::<Vec<_>>().join("; "));
    let order = props.order.as_ref().map(|order| format!("order: {}", order.parameter()));
    let lines = [title, browser::address()].into_iter().chain(methods);
    props
        .asked
        .iter()
        .cloned()
        .chain(lines)
        .chain(cuts)
        .chain(order)
        .map(|line| line.replace('\n', " "))
        .collect()
}

/// Draws the choice of columns, and the buttons that save the table as files, as it is shown.
#[component]
fn Saves(props: &SavesProps) -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let is_wide = use_media(WIDE);
    let SavesProps { listing, results, hidden } = props;
    let save = |ending: &'static str, separator: Separator, kind: &'static str| {
        let (listing, results, store, catalog) =
            (listing.clone(), results.clone(), store.clone(), catalog.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            let asked = first_lines(&results, &store, &catalog);
            let rows = match &results.order {
                Some(order) => sorted(&results.rows, &listing.columns, order),
                None => results.rows.to_vec(),
            };
            let text = delimited(&asked, &listing.columns, &rows, separator);
            let saved = browser::download(&format!("{}.{ending}", file_name(&results)), kind, &text);
            store.tell(if saved.is_ok() { key!("notice-saved") } else { key!("notice-not-saved") });
        });
        html! { <button type="button" class="link" {onclick}>{ ending.to_uppercase() }</button> }
    };
    html! {
        <div class="saves">
            if is_wide && results.chart.is_some() {
                <ChartPlaceField />
            }
            <ColumnsField table={results.name} columns={optional(&results.listing)} hidden={hidden.clone()} />
            { save("csv", Separator::Comma, "text/csv;charset=utf-8") }
            { save("tsv", Separator::Tab, "text/tab-separated-values;charset=utf-8") }
            <Json query={results.query.clone()} second={results.second.clone()} name={results.name} />
        </div>
    }
}
