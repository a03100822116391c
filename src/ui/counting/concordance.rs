//! 索引: every occurrence of a node, in its context.

pub mod listing;

pub(crate) mod route;

use yew::prelude::*;

use self::route::{sort_key, sort_name};
use crate::engine::{ContextUnit, Query, SortKey};
use crate::ui::i18n::{Catalog, MessageKey, key, use_catalog};
use crate::ui::results::Results;
use crate::ui::routes::{ConcordanceRoute, Route};
use crate::ui::shared::Shared;
use crate::ui::shell::tabbed::{TabbedPage, use_scope_field, with};
use crate::ui::store::use_store;
use crate::ui::widgets::choices::{Choice, Choices};
use crate::ui::widgets::fields::{ListField, NodeField, NumberField, Switch};
use crate::ui::widgets::fold_field::FoldField;
use crate::ui::widgets::units_choice::UnitsChoice;
use crate::ui::widgets::waiting::when_here;
use crate::ui::{browser, scopes};
use crate::view::Concordance;

/// The widest context a line can show.
const WIDEST: u32 = 200;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ConcordanceProps {
    pub(crate) route: ConcordanceRoute,
}

#[component]
pub(crate) fn ConcordancePage(props: &ConcordanceProps) -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let route = &props.route;
    let scope = use_scope_field(key!("picker-scope"), route, |route| &mut route.scope);
    let folded = route.query().is_some_and(|query| store.state.is_folded(&query.into()));
    let tools = tools(route, scope, folded, &catalog);
    html! {
        <TabbedPage class="concordance-page" title={key!("concordance-title")} route={Route::from(route.clone())} {tools}>
            if let Some(near) = &route.near {
                <p class="near-now">
                    { catalog.with(key!("concordance-near"), [
                        ("word", near.word.as_str().into()), ("left", near.left.into()), ("right", near.right.into()),
                    ]) }{ " " }
                    <a href={Route::Concordance(ConcordanceRoute { near: None, ..route.clone() }).href()}>
                        { catalog.text(key!("concordance-near-all")) }
                    </a>
                </p>
            }
            if let Some(query) = route.query() {
                { when_here(&store.state.answer(&query), &query, |found| html! {
                    <ConcordanceRows concordance={found.clone()} route={route.clone()} />
                }) }
            } else {
                <p class="empty">{ catalog.text(key!("concordance-empty-node")) }</p>
            }
        </TabbedPage>
    }
}

/// Draws the settings: node, scope, order, width and unit of the context.
fn tools(route: &ConcordanceRoute, scope: Html, folded: bool, catalog: &Catalog) -> Html {
    let onnode = {
        let route = route.clone();
        Callback::from(move |node| {
            browser::go(&Route::Concordance(ConcordanceRoute { node, near: None, ..route.clone() }));
        })
    };
    let units = [(ContextUnit::Character, key!("unit-characters")), (ContextUnit::Word, key!("unit-words"))];
    let context = units.into_iter().map(|(unit, key)| Choice {
        label: catalog.text(key),
        href: Route::Concordance(ConcordanceRoute { unit, ..route.clone() }).href().into(),
        chosen: route.unit == unit,
    });
    html! {
        <>
            <NodeField node={route.node.clone()} onset={onnode} />
            { scope }
            <Choices label={catalog.text(key!("concordance-sort"))} choices={sorts(route, catalog)} />
            <SortLevels route={route.clone()} />
            if !route.sort.is_empty() {
                <Switch
                    label={catalog.text(key!("concordance-group"))}
                    on={route.group}
                    onset={with(route, |route, group| route.group = group)}
                />
            }
            <div class="pair">
                <NumberField
                    label={catalog.text(key!("concordance-context"))}
                    value={route.context}
                    min=0
                    max={WIDEST}
                    onset={with(route, |route, context: Option<u32>| route.context = context.unwrap_or(ConcordanceRoute::CONTEXT))}
                />
                <Choices label={catalog.text(key!("concordance-unit"))} choices={context.collect::<Vec<_>>()} />
            </div>
            <FoldField choice={route.fold} {folded} onset={with(route, |route, fold| route.fold = fold)} />
            <UnitsChoice route={Route::Concordance(route.clone())} />
        </>
    }
}

fn sorts(route: &ConcordanceRoute, catalog: &Catalog) -> Vec<Choice> {
    let choice = |key: MessageKey, sort: &[SortKey]| Choice {
        label: catalog.text(key),
        href: Route::Concordance(ConcordanceRoute { sort: sort.to_vec(), ..route.clone() }).href().into(),
        chosen: route.sort == sort,
    };
    vec![
        choice(key!("concordance-sort-text"), &[]),
        choice(key!("concordance-sort-left"), &ConcordanceRoute::LEFTWARD),
        choice(key!("concordance-sort-right"), &ConcordanceRoute::RIGHTWARD),
    ]
}

#[derive(Clone, PartialEq, Properties)]
struct SortLevelsProps {
    route: ConcordanceRoute,
}

/// Draws the fields for the words the rows are sorted by, one after the other.
#[component]
fn SortLevels(props: &SortLevelsProps) -> Html {
    /// Number of levels offered; an address may have more.
    const LEVELS: usize = 3;
    let catalog = use_catalog();
    let farthest = ConcordanceRoute::FARTHEST;
    let keys: Vec<SortKey> = (1..=farthest)
        .rev()
        .map(SortKey::Left)
        .chain([SortKey::Node])
        .chain((1..=farthest).map(SortKey::Right))
        .collect();
    let names = keys.iter().map(|key| AttrValue::from(sort_name(*key)));
    let choices: Vec<(AttrValue, AttrValue)> = std::iter::once((AttrValue::default(), AttrValue::from("–")))
        .chain(names.map(|name| (name.clone(), name)))
        .collect();
    let sort = &props.route.sort;
    html! {
        <div class="pair sort-levels" role="group" aria-label={catalog.text(key!("concordance-levels"))}>
            { for (0..LEVELS.min(sort.len() + 1)).map(|level| {
                let route = props.route.clone();
                let onset = Callback::from(move |name: String| {
                    let mut sort = route.sort.clone();
                    match sort_key(&name) {
                        Some(key) if level < sort.len() => sort[level] = key,
                        Some(key) => sort.push(key),
                        None => sort.truncate(level),
                    }
                    browser::replace(&Route::Concordance(ConcordanceRoute { sort, ..route.clone() }));
                });
                html! {
                    <ListField
                        key={level}
                        label={catalog.with(key!("concordance-level"), [("n", (level + 1).into())])}
                        choices={choices.clone()}
                        value={sort.get(level).map(|key| sort_name(*key)).unwrap_or_default()}
                        {onset}
                    />
                }
            }) }
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct ConcordanceRowsProps {
    concordance: Shared<Concordance>,
    route: ConcordanceRoute,
}

#[component]
fn ConcordanceRows(props: &ConcordanceRowsProps) -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let ConcordanceRowsProps { concordance, route } = props;
    let rows = use_memo(concordance.clone(), |found| Shared::new((0..found.rows.len()).collect::<Vec<_>>()));
    let key = (concordance.clone(), store.state.stories.clone(), route.units, catalog.clone());
    let listing = use_memo(key, |(concordance, stories, units, catalog)| {
        listing::listing(concordance, stories.clone(), *units, catalog)
    });
    let Some(query) = route.query() else { return html! {} };
    let scope = scopes::name(&route.scope, store.rows(), &catalog);
    let named = [("node", route.node.as_str().into()), ("scope", scope.into())];
    let counted = [("n", concordance.total.into()), ("stories", concordance.stories.into())];
    html! {
        <Results
            listing={(*listing).clone()}
            rows={(*rows).clone()}
            query={Query::from(query)}
            name="kwic"
            label={catalog.text(key!("concordance-title"))}
            summary={catalog.with(key!("concordance-summary"), named.clone().into_iter().chain(counted))}
            empty={catalog.with(key!("concordance-none"), named)}
            scope={route.scope.clone()}
            first={listing::FIRST}
        />
    }
}
