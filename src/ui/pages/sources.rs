//! 段落來源: where the sentences of a story stand elsewhere.

use yew::prelude::*;

use crate::engine::Query;
use crate::ui::components::fields::NumberField;
use crate::ui::components::results::Results;
use crate::ui::components::scope_picker::ScopePicker;
use crate::ui::components::story_picker::StoryPicker;
use crate::ui::components::tabs::Tabs;
use crate::ui::components::waiting::when_here;
use crate::ui::i18n::{Catalog, use_catalog};
use crate::ui::listings::pairs::compared;
use crate::ui::listings::sources::listing;
use crate::ui::routes::{Reference, Route, SourcesRoute};
use crate::ui::shared::Shared;
use crate::ui::store::use_store;
use crate::ui::{browser, questions, scopes};
use crate::view::Sources;

/// A greater run is longer than any sentence.
const LONGEST_RUN: u32 = 100;

/// Stories named above the table at most.
const NAMED: usize = 6;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct SourcesProps {
    pub(super) route: SourcesRoute,
}

#[component]
pub(super) fn SourcesPage(props: &SourcesProps) -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let route = &props.route;
    let pick_story = with(route, browser::go, |route, id: String| route.id = id);
    let pick_scope = with(route, browser::go, |route, reference: Reference| {
        if let Reference::Scope(scope) = reference {
            route.scope = scope;
        }
    });
    let onset = with(route, browser::replace, |route, min: Option<u32>| {
        route.min = min.unwrap_or(SourcesRoute::default().min);
    });
    html! {
        <article class="page sources-page">
            <header class="page-head"><h1>{ catalog.text("sources-title") }</h1></header>
            <Tabs route={Route::Sources(route.clone())} />
            <p class="hint page-lead">{ catalog.text("sources-lead") }</p>
            <div class="toolbar">
                if let Some(stories) = &store.state.stories {
                    <StoryPicker label={catalog.text("sources-story")} stories={stories.clone()} value={route.id.clone()} onpick={pick_story} />
                    <ScopePicker
                        label={catalog.text("sources-scope")}
                        stories={stories.clone()}
                        value={Reference::Scope(route.scope.clone())}
                        onpick={pick_scope}
                    />
                }
                <NumberField label={catalog.text("field-run")} value={route.min} min=1 max={LONGEST_RUN} {onset} />
            </div>
            if let Some(query) = questions::sources(route) {
                { when_here(&store.state.answer::<Sources>(&query), &query, |found| html! {
                    <Found found={found.clone()} route={route.clone()} query={query.clone()} />
                }) }
            }
        </article>
    }
}

fn with<T: 'static>(route: &SourcesRoute, show: fn(&Route), change: fn(&mut SourcesRoute, T)) -> Callback<T> {
    let route = route.clone();
    Callback::from(move |value| {
        let mut route = route.clone();
        change(&mut route, value);
        show(&Route::Sources(route));
    })
}

/// Properties of [`Found`].
#[derive(Clone, PartialEq, Properties)]
struct FoundProps {
    found: Shared<Sources>,
    route: SourcesRoute,
    query: Query,
}

#[component]
fn Found(props: &FoundProps) -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let FoundProps { found, route, query } = props;
    let stories = store.state.stories.clone();
    let told = use_memo((found.clone(), stories, catalog.clone()), |(found, stories, catalog)| {
        let rows = stories.as_ref().map_or(&[][..], |stories| stories.as_slice());
        (listing(found, rows, catalog), Shared::new((0..found.sentences.len()).collect::<Vec<_>>()))
    });
    let (listing, rows) = (*told).clone();
    let summary = catalog.with(
        "sources-summary",
        [
            ("share", catalog.decimal(100.0 * found.share, 1).to_string().into()),
            ("scope", scopes::name(&route.scope, store.rows(), &catalog).into()),
            ("stories", found.stories.len().into()),
        ],
    );
    html! {
        <Results
            {listing}
            {rows}
            query={query.clone()}
            name="sources"
            label={catalog.text("sources-title")}
            {summary}
            empty={catalog.text("sources-empty")}
            scope={route.scope.clone()}
            order={route.order.clone()}
            onorder={with(route, browser::replace, |route, order| route.order = order)}
        >
            { ranked(found, &catalog) }
        </Results>
    }
}

/// The stories with most of it.
fn ranked(found: &Sources, catalog: &Catalog) -> Html {
    if found.stories.is_empty() {
        return html! {};
    }
    html! {
        <ol class="sources-ranked" aria-label={catalog.text("sources-ranked")}>
            { for found.stories.iter().take(NAMED).map(|source| {
                let href = compared(&found.story.id, &source.row.id).href();
                let arguments = [
                    ("share", catalog.decimal(100.0 * source.share, 1).to_string().into()),
                    ("sentences", source.sentences.into()),
                ];
                html! {
                    <li key={source.row.id.clone()}>
                        <a {href}>{ format!("{} {}", scopes::origin(&source.row), scopes::title(&source.row, catalog)) }</a>
                        { " " }<span class="figures">{ catalog.with("sources-of", arguments) }</span>
                    </li>
                }
            }) }
        </ol>
    }
}
