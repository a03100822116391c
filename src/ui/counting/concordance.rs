//! 索引: every occurrence of a node, in its context.

pub mod listing;

pub(crate) mod route;

mod context;
mod picked;
mod plot;

use std::rc::Rc;

use yew::prelude::*;

use self::context::{ContextRoom, use_context_room};
use self::picked::use_picking;
use self::plot::HitPlot;

use self::route::{sort_key, sort_name};
use crate::corpus::Scope;
use crate::engine::{ContextUnit, Query, SortKey};
use crate::ui::i18n::{Catalog, MessageKey, key, use_catalog};
use crate::ui::lang::lang_of;
use crate::ui::results::Results;
use crate::ui::routes::{ConcordanceRoute, PhrasesRoute, Route};
use crate::ui::shared::Shared;
use crate::ui::shell::tabbed::{TabbedPage, use_scope_field, with};
use crate::ui::store::use_store;
use crate::ui::widgets::choices::{Choice, Choices};
use crate::ui::widgets::fields::{ListField, NodeField, NumberField, Switch};
use crate::ui::widgets::fold_field::FoldField;
use crate::ui::widgets::name_corpus::NameCorpus;
use crate::ui::widgets::units_choice::UnitsChoice;
use crate::ui::widgets::waiting::when_here;
use crate::ui::{browser, labels, scopes};
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
            { named(route, &catalog) }
            if let Some(query) = route.query() {
                { when_here(&store.state.answer(&query), &query, |found| if route.plot && found.total > 0 {
                    html! { <HitPlot concordance={found.clone()} route={route.clone()} /> }
                } else {
                    html! { <ConcordanceRows concordance={found.clone()} route={route.clone()} /> }
                }) }
            } else {
                <p class="empty">{ catalog.text(key!("concordance-empty-node")) }</p>
            }
        </TabbedPage>
    }
}

/// Draws what a node that is a name stands for, and the way to find its characters only.
fn named(route: &ConcordanceRoute, catalog: &Catalog) -> Html {
    let Some(kind) = route.entity else { return html! {} };
    let characters = ConcordanceRoute { entity: None, ..route.clone() };
    let what = [
        ("word", route.node.as_str().into()),
        ("kind", catalog.text(labels::entity(kind)).as_str().to_owned().into()),
    ];
    html! {
        <p class="near-now">
            { catalog.with(key!("concordance-name"), what) }{ " " }
            <a href={Route::Concordance(characters).href()}>{ catalog.text(key!("concordance-name-drop")) }</a>
        </p>
    }
}

/// Draws the settings: node, scope, order, width and unit of the context.
fn tools(route: &ConcordanceRoute, scope: Html, folded: bool, catalog: &Catalog) -> Html {
    let onnode = {
        let route = route.clone();
        Callback::from(move |node| {
            let route = ConcordanceRoute { node, near: None, entity: None, ..route.clone() };
            browser::go(&Route::Concordance(route));
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
            { scope }
            <NodeField node={route.node.clone()} onset={onnode} />
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
            { search_tools(route, catalog) }
            <div class="common-tools">
                <FoldField choice={route.fold} {folded} onset={with(route, |route, fold| route.fold = fold)} />
                <UnitsChoice route={Route::Concordance(route.clone())} />
            </div>
        </>
    }
}

/// Draws the settings of what is searched and of what is listed of it.
fn search_tools(route: &ConcordanceRoute, catalog: &Catalog) -> Html {
    let leading = |route: ConcordanceRoute| AttrValue::from(Route::Concordance(route).href());
    let views = [(false, key!("concordance-lines")), (true, key!("concordance-plot"))];
    let views = views.into_iter().map(|(plot, key)| Choice {
        label: catalog.text(key),
        href: leading(ConcordanceRoute { plot, ..route.clone() }),
        chosen: route.plot == plot,
    });
    let clusters = PhrasesRoute {
        every: true,
        scope: route.scope.clone(),
        node: route.node.clone(),
        fold: route.fold,
        units: route.units,
        ..PhrasesRoute::default()
    };
    html! {
        <>
            <Switch
                label={catalog.text(key!("concordance-plain"))}
                about={catalog.text(key!("concordance-plain-about"))}
                on={route.plain}
                onset={with(route, |route, plain| route.plain = plain)}
            />
            <Switch
                label={catalog.text(key!("concordance-across"))}
                on={route.across}
                onset={with(route, |route, across| route.across = across)}
            />
            <div class="pair">
                <NumberField
                    label={catalog.text(key!("concordance-sample"))}
                    value={route.sample}
                    min=1
                    onset={with(route, |route, sample: Option<u32>| route.sample = sample)}
                />
                if route.sample.is_some() {
                    <a class="button" href={leading(ConcordanceRoute { seed: route.seed.wrapping_add(1), ..route.clone() })}>{ catalog.text(key!("concordance-sample-another")) }</a>
                }
            </div>
            <Choices label={catalog.text(key!("concordance-show"))} choices={views.collect::<Vec<_>>()} />
            if !route.node.is_empty() && !route.plain {
                <a class="button" href={Route::Phrases(clusters).href()}>{ catalog.text(key!("concordance-clusters")) }</a>
            }
        </>
    }
}

/// Returns what was asked, for the first lines of files: the same words in every language.
fn asked(route: &ConcordanceRoute, found: &Concordance, scope: &str) -> Vec<String> {
    let sort: Vec<String> = route.sort.iter().map(|key| sort_name(*key)).collect();
    let unit = match route.unit {
        ContextUnit::Character => "characters",
        ContextUnit::Word => "words",
    };
    let searched = match route.entity {
        Some(_) => "a name in all its forms",
        None if route.plain => "plain text",
        None => "words",
    };
    let mut lines = vec![
        format!("Duìdú {}; node: {}; searched: {searched}", crate::VERSION, route.node),
        format!("scope: {scope}; occurrences: {}; stories: {}", found.total, found.stories),
        format!(
            "context: {} {unit}; sort: {}",
            route.context,
            if sort.is_empty() { "text".to_owned() } else { sort.join(" ") }
        ),
    ];
    if let Some(near) = &route.near {
        lines.push(format!("near: {} within {} left, {} right", near.word, near.left, near.right));
    }
    if let Some(sample) = route.sample {
        lines.push(format!("sample: {sample}; seed: {}", route.seed));
    }
    lines
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
    let place = use_node_ref();
    let room = use_context_room(&place, concordance);
    let picking = use_picking(concordance);
    let rows = use_memo(picking.left(), |left| Shared::new(left.clone()));
    let key = (concordance.clone(), store.state.stories.clone(), route.units, catalog.clone());
    let listing = use_memo(key, |(concordance, stories, units, catalog)| {
        listing::listing(concordance, stories.clone(), *units, catalog)
    });
    let ticks = (listing.clone(), picking.picked(), picking.ontick(), catalog.clone());
    let listing = use_memo(ticks, |(listing, picked, ontick, catalog)| {
        listing::with_ticks(listing, Rc::clone(picked), ontick, catalog)
    });
    let Some(query) = route.query() else { return html! {} };
    let scope = scopes::name(&route.scope, store.rows(), &catalog);
    let asked = asked(route, concordance, &scope);
    let stories: Vec<String> = concordance.plot.iter().map(|hits| hits.id.clone()).collect();
    let named = [("node", route.node.as_str().into()), ("scope", scope.into())];
    let counted = [("n", concordance.total.into()), ("stories", concordance.stories.into())];
    html! {
        <ContextProvider<ContextRoom> context={room}>
        <div ref={place}>
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
            {asked}
        >
            { picking.buttons(&catalog) }
            { inside(concordance, route, &catalog) }
            if !stories.is_empty() && concordance.rows.len() > 1 {
                <details class="corpus-of-hits">
                    <summary>{ catalog.with(key!("concordance-corpus"), [("n", stories.len().into())]) }</summary>
                    <NameCorpus scope={Scope::Stories(stories)} />
                </details>
            }
        </Results>
        </div>
        </ContextProvider<ContextRoom>>
    }
}

/// Draws the words in which the characters of a node that is no word do occur, and the way to find them.
fn inside(found: &Concordance, route: &ConcordanceRoute, catalog: &Catalog) -> Html {
    if found.inside.is_empty() {
        return html! {};
    }
    let plain = ConcordanceRoute { plain: true, ..route.clone() };
    html! {
        <div class="hint inside-words">
            <p>{ catalog.text(key!("concordance-inside")) }{ " " }<a href={Route::Concordance(plain).href()}>{ catalog.text(key!("concordance-inside-plain")) }</a></p>
            <ul>
                { for found.inside.iter().map(|row| {
                    let word = ConcordanceRoute { node: row.words.clone(), ..route.clone() };
                    html! {
                        <li key={row.words.clone()}>
                            <a lang={lang_of(&row.words)} href={Route::Concordance(word).href()}>{ &row.words }</a>{ " " }
                            <span class="figures">{ catalog.count(row.count) }</span>
                        </li>
                    }
                }) }
            </ul>
        </div>
    }
}
