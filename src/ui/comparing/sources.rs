//! 段落來源: other occurrences of the sentences of a story.

pub mod listing;

pub(crate) mod route;

use yew::prelude::*;

use self::listing::listing;
use super::pairs::compared;
use super::runs::LONGEST_RUN;
use crate::engine::Query;
use crate::ui::i18n::{Catalog, key, use_catalog};
use crate::ui::results::Results;
use crate::ui::routes::{Route, SourcesRoute};
use crate::ui::scopes;
use crate::ui::shared::Shared;
use crate::ui::shell::tabbed::{TabbedPage, going, use_scope_field, with};
use crate::ui::store::use_store;
use crate::ui::widgets::fields::NumberField;
use crate::ui::widgets::story_picker::StoryPicker;
use crate::ui::widgets::waiting::when_here;
use crate::view::Sources;

/// Maximum number of stories named above the table.
const NAMED: usize = 6;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct SourcesProps {
    pub(crate) route: SourcesRoute,
}

#[component]
pub(crate) fn SourcesPage(props: &SourcesProps) -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let route = &props.route;
    let scope = use_scope_field(key!("sources-scope"), route, |route| &mut route.scope);
    let onset = with(route, |route, min: Option<u32>| {
        route.min = min.unwrap_or(SourcesRoute::default().min);
    });
    let tools = html! {
        <>
            if let Some(stories) = &store.state.stories {
                <StoryPicker
                    label={catalog.text(key!("sources-story"))}
                    stories={stories.clone()}
                    value={route.id.clone()}
                    onpick={going(route, |route, id| route.id = id)}
                />
            }
            { scope }
            <NumberField label={catalog.text(key!("field-run"))} value={route.min} min=1 max={LONGEST_RUN} {onset} />
        </>
    };
    html! {
        <TabbedPage
            class="sources-page"
            title={key!("sources-title")}
            lead={key!("sources-lead")}
            route={Route::from(route.clone())}
            {tools}
        >
            if let Some(query) = route.query() {
                { when_here(&store.state.answer(&query), &query, |found| html! {
                    <SourceRows found={found.clone()} route={route.clone()} query={Query::from(query.clone())} />
                }) }
            }
        </TabbedPage>
    }
}

/// Properties of [`SourceRows`].
#[derive(Clone, PartialEq, Properties)]
struct SourceRowsProps {
    found: Shared<Sources>,
    route: SourcesRoute,
    query: Query,
}

#[component]
fn SourceRows(props: &SourceRowsProps) -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let SourceRowsProps { found, route, query } = props;
    let stories = store.state.stories.clone();
    let told = use_memo((found.clone(), stories, catalog.clone()), |(found, stories, catalog)| {
        let rows = stories.as_ref().map_or(&[][..], |stories| stories.as_slice());
        (listing(found, rows, catalog), Shared::new((0..found.sentences.len()).collect::<Vec<_>>()))
    });
    let (listing, rows) = (*told).clone();
    let summary = catalog.with(
        key!("sources-summary"),
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
            label={catalog.text(key!("sources-title"))}
            {summary}
            empty={catalog.text(key!("sources-empty"))}
            scope={route.scope.clone()}
            order={route.order.clone()}
            onorder={with(route, |route, order| route.order = order)}
        >
            { ranked(found, &catalog) }
        </Results>
    }
}

/// Draws the list of the stories that share most with this one.
fn ranked(found: &Sources, catalog: &Catalog) -> Html {
    if found.stories.is_empty() {
        return html! {};
    }
    html! {
        <ol class="sources-ranked" aria-label={catalog.text(key!("sources-ranked"))}>
            { for found.stories.iter().take(NAMED).map(|source| {
                let href = compared(&found.story.id, &source.row.id).href();
                let arguments = [
                    ("share", catalog.decimal(100.0 * source.share, 1).to_string().into()),
                    ("sentences", source.sentences.into()),
                ];
                html! {
                    <li key={source.row.id.clone()}>
                        <a {href}>{ scopes::origin_and_title(&source.row, catalog) }</a>
                        { " " }<span class="figures">{ catalog.with(key!("sources-of"), arguments) }</span>
                    </li>
                }
            }) }
        </ol>
    }
}
