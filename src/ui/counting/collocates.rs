//! 搭配詞: the words near a node, in one scope or in two compared scopes.

pub mod listing;

pub(crate) mod route;

mod network;

use yew::prelude::*;

use self::listing::{ScopeCollocates, both};
use self::network::CollocateNetwork;
use crate::corpus::Scope;
use crate::engine::Query;
use crate::ui::i18n::{Catalog, MessageKey, key, use_catalog};
use crate::ui::one_line::heading;
use crate::ui::results::Results;
use crate::ui::routes::{CollocatesRoute, ConcordanceRoute, Reference, Route};
use crate::ui::shared::Shared;
use crate::ui::shell::tabbed::with;
use crate::ui::shell::tabs::Tabs;
use crate::ui::store::{Store, use_store};
use crate::ui::table::cut;
use crate::ui::widgets::cuts_field::CutsField;
use crate::ui::widgets::fields::{NodeField, NumberField};
use crate::ui::widgets::fold_field::FoldField;
use crate::ui::widgets::scope_picker::ScopePicker;
use crate::ui::widgets::units_choice::UnitsChoice;
use crate::ui::widgets::waiting::when_here;
use crate::ui::{browser, scopes};
use crate::view::chart::ChartSide;
use crate::view::{Collocates, StoryRow};

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct CollocatesProps {
    pub(crate) route: CollocatesRoute,
}

#[component]
pub(crate) fn CollocatesPage(props: &CollocatesProps) -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let route = &props.route;
    let folded = route.query().is_some_and(|(query, _)| store.state.is_folded(&query.into()));
    let onnode = {
        let route = route.clone();
        Callback::from(move |node| browser::go(&Route::Collocates(CollocatesRoute { node, ..route.clone() })))
    };
    let side = |key: MessageKey, left: bool| {
        let value = if left { route.left } else { route.right };
        let onset = if left {
            with(route, |route, words: Option<u32>| route.left = words.unwrap_or(CollocatesRoute::SPAN))
        } else {
            with(route, |route, words: Option<u32>| route.right = words.unwrap_or(CollocatesRoute::SPAN))
        };
        html! { <NumberField label={catalog.text(key)} {value} min=0 max={CollocatesRoute::WIDEST} {onset} /> }
    };
    html! {
        <article class="page collocates-page">
            <header class="page-head">{ heading(&catalog.text(key!("collocates-title"))) }</header>
            <Tabs route={Route::Collocates(route.clone())} />
            <div class="toolbar">
                { scopes_chosen(route, &store, &catalog) }
                <NodeField node={route.node.clone()} onset={onnode} />
                <div class="pair">
                    { side(key!("collocates-left"), true) }
                    { side(key!("collocates-right"), false) }
                </div>
                <NumberField
                    label={catalog.text(key!("collocates-minimum"))}
                    value={route.min}
                    min=1
                    onset={with(route, |route, min: Option<u32>| route.min = min.unwrap_or(CollocatesRoute::MINIMUM))}
                />
                { cuts(route, &catalog) }
                <div class="common-tools">
                    <FoldField choice={route.fold} {folded} onset={with(route, |route, fold| route.fold = fold)} />
                    <UnitsChoice route={Route::Collocates(route.clone())} />
                </div>
            </div>
            if let Some((query, beside)) = route.query() {
                { when_here(&store.state.answer(&query), &query, |found| match beside {
                    None => html! { <CollocateRows found={found.clone()} route={route.clone()} /> },
                    Some(beside) => when_here(&store.state.answer(&beside), &beside, |other| html! {
                        <Beside a={found.clone()} b={other.clone()} route={route.clone()} />
                    }),
                }) }
            } else {
                <p class="empty">{ catalog.text(key!("collocates-empty-node")) }</p>
            }
        </article>
    }
}

/// Draws the field for the values from which words are listed; two scopes have no common ones.
fn cuts(route: &CollocatesRoute, catalog: &Catalog) -> Html {
    if route.beside.is_some() {
        return html! {};
    }
    html! {
        <CutsField
            columns={vec![
                ("p", "p".into()),
                ("logDice", "logDice".into()),
                ("mi", "MI".into()),
                ("t", "t".into()),
                ("g2", "G²".into()),
                ("frequency", catalog.text(key!("column-frequency"))),
            ]}
            cuts={route.cuts.clone()}
            onset={with(route, |route, cuts| route.cuts = cuts)}
        />
    }
}

fn scopes_chosen(route: &CollocatesRoute, store: &Store, catalog: &Catalog) -> Html {
    let Some(stories) = &store.state.stories else { return html! {} };
    let pick = |change: fn(&mut CollocatesRoute, Scope)| {
        let route = route.clone();
        Callback::from(move |reference: Reference| {
            let Reference::Scope(scope) = reference else { return };
            let mut route = route.clone();
            change(&mut route, scope);
            browser::go(&Route::Collocates(route));
        })
    };
    let first = html! {
        <ScopePicker
            label={catalog.text(key!("picker-scope"))}
            stories={stories.clone()}
            value={Reference::Scope(route.scope.clone())}
            onpick={pick(|route, scope| route.scope = scope)}
        />
    };
    let Some(beside) = &route.beside else {
        let (a, b) = two_scopes(&route.scope, stories, &store.corpora.scopes());
        let two = CollocatesRoute { scope: a, beside: Some(b), ..route.clone() };
        return html! {
            <>
                { first }
                <a class="button" href={Route::Collocates(two).href()}>{ catalog.text(key!("collocates-beside")) }</a>
            </>
        };
    };
    let swapped =
        CollocatesRoute { scope: beside.clone(), beside: Some(route.scope.clone()), ..route.clone() };
    let alone = CollocatesRoute { beside: None, ..route.clone() };
    html! {
        <div class="versus">
            <div class="side-a">{ first }</div>
            <a class="swap" href={Route::Collocates(swapped).href()} aria-label={catalog.text(key!("compare-swap"))} title={catalog.text(key!("compare-swap"))}>{ "⇄" }</a>
            <div class="side-b">
                <ScopePicker
                    label={catalog.text(key!("collocates-second"))}
                    stories={stories.clone()}
                    value={Reference::Scope(beside.clone())}
                    onpick={pick(|route, scope| route.beside = Some(scope))}
                />
            </div>
            <a class="button" href={Route::Collocates(alone).href()}>{ catalog.text(key!("collocates-alone")) }</a>
        </div>
    }
}

/// Returns the two scopes most likely to be compared: this corpus and another one, or the first two corpora or papers
/// of all stories; else this scope and the rest.
fn two_scopes(scope: &Scope, stories: &[StoryRow], corpora: &[Scope]) -> (Scope, Scope) {
    let rest = || (scope.clone(), scopes::reference(&Reference::Rest, scope, stories));
    let other = corpora.iter().find(|other| *other != scope).cloned();
    match (scope, other) {
        (Scope::Named { .. }, Some(other)) => (scope.clone(), other),
        (whole, _) if scopes::is_whole(whole) => match corpora {
            [a, b, ..] => (a.clone(), b.clone()),
            _ => halves(stories).unwrap_or_else(rest),
        },
        _ => rest(),
    }
}

/// Returns the first two papers, if there are two.
fn halves(stories: &[StoryRow]) -> Option<(Scope, Scope)> {
    let papers = scopes::distinct(stories, |row| &row.paper);
    Some((scopes::paper(papers.first()?), scopes::paper(papers.get(1)?)))
}

/// Returns the route to the node's concordance in one scope.
fn node_in(route: &CollocatesRoute, scope: &Scope) -> ConcordanceRoute {
    ConcordanceRoute {
        node: route.node.clone(),
        scope: scope.clone(),
        fold: route.fold,
        units: route.units,
        ..ConcordanceRoute::default()
    }
}

/// Formats the summary of one scope.
fn summary(
    route: &CollocatesRoute,
    scope: &Scope,
    found: &Collocates,
    listed: usize,
    store: &Store,
    catalog: &Catalog,
) -> AttrValue {
    let key = if found.node == 0 { key!("concordance-none") } else { key!("collocates-summary") };
    catalog.with(
        key,
        [
            ("node", route.node.as_str().into()),
            ("scope", scopes::name(scope, store.rows(), catalog).into()),
            ("n", found.node.into()),
            ("types", found.types.into()),
            ("listed", listed.into()),
        ],
    )
}

#[derive(Clone, PartialEq, Properties)]
struct CollocateRowsProps {
    found: Shared<Collocates>,
    route: CollocatesRoute,
}

#[component]
fn CollocateRows(props: &CollocateRowsProps) -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let route = &props.route;
    let found = ScopeCollocates { answer: props.found.clone(), node: node_in(route, &route.scope) };
    let listing =
        use_memo((found.clone(), catalog.clone()), |(found, catalog)| listing::listing(found, catalog));
    let key = (props.found.clone(), route.cuts.clone(), listing.columns.clone());
    let rows = use_memo(key, |(found, cuts, columns)| Shared::new(cut(0..found.rows.len(), columns, cuts)));
    let Some((query, _)) = route.query() else { return html! {} };
    html! {
        <Results
            listing={(*listing).clone()}
            rows={(*rows).clone()}
            query={Query::from(query)}
            name="collocates"
            label={catalog.text(key!("collocates-title"))}
            summary={summary(route, &route.scope, &props.found, rows.len(), &store, &catalog)}
            empty={catalog.text(if props.found.node == 0 { key!("collocates-no-node") } else { key!("collocates-empty") })}
            scope={route.scope.clone()}
            cuts={route.cuts.clone()}
            order={route.order.clone()}
            onorder={with(route, |route, order| route.order = order)}
            chart={html! {
                <CollocateNetwork node={route.node.clone()} {found} scope={scopes::name(&route.scope, store.rows(), &catalog)} />
            }}
        />
    }
}

#[derive(Clone, PartialEq, Properties)]
struct BesideProps {
    a: Shared<Collocates>,
    b: Shared<Collocates>,
    route: CollocatesRoute,
}

/// Draws the words near the node in two scopes.
#[component]
fn Beside(props: &BesideProps) -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let route = &props.route;
    let beside = route.beside.clone().unwrap_or_default();
    let a = ScopeCollocates { answer: props.a.clone(), node: node_in(route, &route.scope) };
    let b = ScopeCollocates { answer: props.b.clone(), node: node_in(route, &beside) };
    let scope_names = [&route.scope, &beside].map(|scope| scopes::name(scope, store.rows(), &catalog));
    let key = (a.clone(), b.clone(), scope_names.clone(), catalog.clone());
    let drawn = use_memo(key, |(a, b, scope_names, catalog)| {
        let words = Shared::new(both(&a.answer, &b.answer));
        let rows = Shared::new((0..words.len()).collect::<Vec<_>>());
        (listing::beside(a, b, scope_names, &words, catalog), rows)
    });
    let (listing, rows) = (*drawn).clone();
    let Some((query, second)) = route.query() else { return html! {} };
    let parts = [(&route.scope, &props.a), (&beside, &props.b)];
    let parts = parts
        .map(|(scope, found)| summary(route, scope, found, found.rows.len(), &store, &catalog).to_string());
    html! {
        <Results
            {listing}
            {rows}
            query={Query::from(query)}
            second={second.map(Query::from)}
            name="collocates-beside"
            label={catalog.text(key!("collocates-title"))}
            summary={parts.join(" ")}
            empty={catalog.text(if props.a.node + props.b.node == 0 { key!("collocates-no-node") } else { key!("collocates-empty") })}
            scope={route.scope.clone()}
            order={route.order.clone()}
            onorder={with(route, |route, order| route.order = order)}
            chart={html! {
                <div class="two-charts">
                    <CollocateNetwork node={route.node.clone()} found={a} scope={scope_names[0].clone()} side={Some(ChartSide::A)} />
                    <CollocateNetwork node={route.node.clone()} found={b} scope={scope_names[1].clone()} side={Some(ChartSide::B)} />
                </div>
            }}
        />
    }
}
