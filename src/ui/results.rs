//! A table with its common parts: a summary, its files, and the proof of its numbers.

pub mod chart;
pub mod chart_file;
pub mod chart_svg;
pub mod citation;
pub mod listing;
pub mod methods;
pub mod proof;

mod proof_panel;
mod take_along;

use yew::prelude::*;

use self::listing::Listing;
use self::proof_panel::ProofPanel;
use self::take_along::{Json, TakeAlong};
use crate::corpus::Scope;
use crate::engine::{Query, Question};
use crate::ui::i18n::{Catalog, Language, key, use_catalog};
use crate::ui::routes::Order;
use crate::ui::shared::Shared;
use crate::ui::store::use_store;
use crate::ui::table::{FIRST, Point, Table, delimited};
use crate::ui::{browser, scopes};
use crate::view::export::Separator;

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
    /// What was asked, in the first lines of its files; none for most tables.
    #[prop_or_default]
    pub(crate) asked: Vec<String>,
    /// The contents between the summary and the table.
    #[prop_or_default]
    pub(crate) children: Children,
}

/// Draws the summary, the table and its proof.
#[component]
pub(crate) fn Results(props: &ResultsProps) -> Html {
    let catalog = use_catalog();
    let Pointing { pinned, at, onpoint, onat, onclose } = use_pointing(&props.listing, &catalog);
    let onkeydown = {
        let pinned = pinned.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" && pinned.is_some() {
                pinned.set(None);
            }
        })
    };
    let shown = pinned.or(*at).or_else(|| first_number(props));
    let proof = shown.and_then(|point| {
        let proof = (props.listing.proof)(point, &catalog)?;
        let listing = props.listing.clone();
        let in_language =
            Callback::from(move |language: Language| (listing.proof)(point, &Catalog::new(language)));
        Some((proof, in_language))
    });
    if props.rows.is_empty() {
        return html! {
            <>
                <p class="summary" role="status">{ &props.summary }</p>
                { props.children.clone() }
                <p class="empty">{ &props.empty }</p>
            </>
        };
    }
    html! {
        <>
            <div class="summary">
                <p role="status">{ &props.summary }</p>
                <Saves listing={props.listing.clone()} rows={props.rows.clone()} name={props.name} query={props.query.clone()} second={props.second.clone()} scope={props.scope.clone()} asked={props.asked.clone()} />
            </div>
            <TakeAlong query={props.query.clone()} second={props.second.clone()} title={props.label.clone()} name={props.name} />
            { props.children.clone() }
            <div class={classes!("table-and-proof", proof.is_none().then_some("alone"))} {onkeydown}>
                <Table
                    class={props.name}
                    label={props.label.clone()}
                    columns={props.listing.columns.clone()}
                    rows={props.rows.clone()}
                    order={props.order.clone()}
                    onorder={props.onorder.clone()}
                    first={props.first}
                    {onpoint}
                    {onat}
                />
                if let Some((proof, in_language)) = proof {
                    <ProofPanel {proof} {in_language} scope={props.scope.clone()} pinned={pinned.is_some()} {onclose} />
                }
            </div>
        </>
    }
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
        if (listing.proof)(point, catalog).is_some() {
            at.set(Some(point));
        }
    });
    let onclose = use_callback(pinned.setter(), |(), pinned| pinned.set(None));
    Pointing { pinned, at, onpoint, onat, onclose }
}

/// Returns the first number of the first row, whose proof shows the reader at once that numbers have one.
fn first_number(props: &ResultsProps) -> Option<Point> {
    let row = *props.rows.first()?;
    let column = props.listing.columns.iter().position(|column| column.proved)?;
    Some(Point { row, column })
}

#[derive(Clone, PartialEq, Properties)]
struct SavesProps {
    listing: Listing,
    rows: Shared<Vec<usize>>,
    name: &'static str,
    query: Query,
    second: Option<Query>,
    scope: Scope,
    asked: Vec<String>,
}

/// Returns the name of a file without its ending: the table, what was looked up, and the corpus.
fn file_name(props: &SavesProps) -> String {
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

/// Draws the buttons that save the table as files.
#[component]
fn Saves(props: &SavesProps) -> Html {
    let store = use_store();
    let save = |ending: &'static str, separator: Separator, kind: &'static str| {
        let (props, store) = (props.clone(), store.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            let text = delimited(&props.asked, &props.listing.columns, &props.rows, separator);
            let saved = browser::download(&format!("{}.{ending}", file_name(&props)), kind, &text);
            store.tell(if saved.is_ok() { key!("notice-saved") } else { key!("notice-not-saved") });
        });
        html! { <button type="button" class="link" {onclick}>{ ending.to_uppercase() }</button> }
    };
    html! {
        <span class="saves">
            { save("csv", Separator::Comma, "text/csv;charset=utf-8") }
            { save("tsv", Separator::Tab, "text/tab-separated-values;charset=utf-8") }
            <Json query={props.query.clone()} second={props.second.clone()} name={props.name} />
        </span>
    }
}
