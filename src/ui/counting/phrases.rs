//! 片語: sequences of words, either all or only those that recur as a whole.

pub mod listing;

pub(crate) mod route;

use yew::prelude::*;

use crate::engine::Query;
use crate::text::fold;
use crate::ui::i18n::{Catalog, MessageKey, key, use_catalog};
use crate::ui::results::Results;
use crate::ui::routes::{ConcordanceRoute, PhrasesRoute, Route};
use crate::ui::scopes;
use crate::ui::shared::Shared;
use crate::ui::shell::tabbed::{TabbedPage, going, use_scope_field, with};
use crate::ui::state::Kept;
use crate::ui::store::{Store, use_store};
use crate::ui::table::cut;
use crate::ui::widgets::choices::{Choice, Choices};
use crate::ui::widgets::cuts_field::CutsField;
use crate::ui::widgets::fields::{FilterField, NodeField, NumberField};
use crate::ui::widgets::fold_field::FoldField;
use crate::ui::widgets::units_choice::UnitsChoice;
use crate::ui::widgets::waiting::when_here;
use crate::view::Phrases;

/// The longest sequence a field offers; the engine refuses longer ones.
const LONGEST: u32 = crate::engine::NgramsQuestion::LONGEST;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct PhrasesProps {
    pub(crate) route: PhrasesRoute,
}

#[component]
pub(crate) fn PhrasesPage(props: &PhrasesProps) -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let route = &props.route;
    let scope = use_scope_field(key!("picker-scope"), route, |route| &mut route.scope);
    let query = if route.every { route.ngrams().into() } else { route.phrases().into() };
    let folded = store.state.is_folded(&query);
    let tools = html! {
        <>
            { scope }
            <FilterField value={route.filter.clone()} onset={with(route, |route, filter| route.filter = filter)} />
            <NumberField
                label={catalog.text(key!("field-minimum"))}
                value={route.min}
                min={if route.every { 1 } else { 2 }}
                onset={with(route, |route, min: Option<u32>| route.min = min.unwrap_or(2))}
            />
            <Choices label={catalog.text(key!("phrases-kind"))} choices={kinds(route, &catalog)} />
            if route.every && !route.node.is_empty() {
                <NodeField node={route.node.clone()} onset={going(route, |route, node| route.node = node)} />
            }
            { lengths(route, &catalog) }
            { cuts(route, &catalog) }
            <div class="common-tools">
                <FoldField choice={route.fold} {folded} onset={with(route, |route, fold| route.fold = fold)} />
                <UnitsChoice route={Route::Phrases(route.clone())} />
            </div>
        </>
    };
    html! {
        <TabbedPage class="phrases-page" title={key!("phrases-title")} route={Route::from(route.clone())} {tools}>
            if route.every {
                { drawn(&store, route, route.ngrams()) }
            } else {
                { drawn(&store, route, route.phrases()) }
            }
        </TabbedPage>
    }
}

/// Draws the fields for the least and the greatest number of words.
fn lengths(route: &PhrasesRoute, catalog: &Catalog) -> Html {
    html! {
        <div class="pair">
            <NumberField
                label={catalog.text(if route.every { key!("phrases-shortest") } else { key!("phrases-least-words") })}
                value={route.shortest}
                min={if route.every { 1 } else { 2 }}
                max={LONGEST}
                onset={with(route, |route, words: Option<u32>| {
                    route.shortest = words.unwrap_or(2);
                    route.longest = route.longest.max(route.shortest);
                })}
            />
            if route.every {
                <NumberField
                    label={catalog.text(key!("phrases-longest"))}
                    value={route.longest}
                    min=1
                    max={LONGEST}
                    onset={with(route, |route, words: Option<u32>| {
                        route.longest = words.unwrap_or(4);
                        route.shortest = route.shortest.min(route.longest);
                    })}
                />
            }
        </div>
    }
}

fn cuts(route: &PhrasesRoute, catalog: &Catalog) -> Html {
    html! {
        <CutsField
            columns={vec![
                ("range", catalog.text(key!("column-range"))),
                ("per10k", catalog.text(key!("column-per-10k"))),
            ]}
            cuts={route.cuts.clone()}
            onset={with(route, |route, cuts| route.cuts = cuts)}
        />
    }
}

/// Draws the answer to either question.
fn drawn<Q: Kept<Answer = Phrases>>(store: &Store, route: &PhrasesRoute, query: Query<Q>) -> Html {
    when_here(&store.state.answer(&query), &query, |found| {
        html! {
            <PhraseRows phrases={found.clone()} route={route.clone()} query={Query::from(query.clone())} />
        }
    })
}

fn kinds(route: &PhrasesRoute, catalog: &Catalog) -> Vec<Choice> {
    let choice = |key: MessageKey, every: bool| Choice {
        label: catalog.text(key),
        href: Route::Phrases(PhrasesRoute { every, ..route.clone() }).href().into(),
        chosen: route.every == every,
    };
    vec![choice(key!("phrases-maximal"), false), choice(key!("phrases-ngrams"), true)]
}

#[derive(Clone, PartialEq, Properties)]
struct PhraseRowsProps {
    phrases: Shared<Phrases>,
    route: PhrasesRoute,
    query: Query,
}

#[component]
fn PhraseRows(props: &PhraseRowsProps) -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let PhraseRowsProps { phrases, route, query } = props;
    let places = ConcordanceRoute {
        scope: route.scope.clone(),
        fold: route.fold,
        units: route.units,
        ..ConcordanceRoute::default()
    };
    let listing = use_memo((phrases.clone(), places, catalog.clone()), |(phrases, places, catalog)| {
        listing::listing(phrases, places, catalog)
    });
    let key = (phrases.clone(), route.filter.clone(), route.cuts.clone(), listing.columns.clone());
    let rows = use_memo(key, |(phrases, filter, cuts, columns)| {
        // Either script finds the other.
        let filter = fold(filter);
        let passes = |place: &usize| {
            filter.is_empty() || fold(&listing::printed(&phrases.rows[*place])).contains(&filter)
        };
        Shared::new(cut((0..phrases.rows.len()).filter(passes), columns, cuts))
    });
    let summary = catalog.with(
        if route.every { key!("phrases-summary-ngrams") } else { key!("phrases-summary") },
        [
            ("scope", scopes::name(&route.scope, store.rows(), &catalog).into()),
            ("tokens", phrases.tokens.into()),
            ("total", phrases.total.into()),
            ("listed", rows.len().into()),
        ],
    );
    html! {
        <Results
            listing={(*listing).clone()}
            rows={(*rows).clone()}
            query={query.clone()}
            name="phrases"
            label={catalog.text(key!("phrases-title"))}
            {summary}
            empty={catalog.text(key!("phrases-empty"))}
            scope={route.scope.clone()}
            cuts={route.cuts.clone()}
            order={route.order.clone()}
            onorder={with(route, |route, order| route.order = order)}
        />
    }
}
