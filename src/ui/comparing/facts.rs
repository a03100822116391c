//! 事實對照: the facts that several stories report, one row a fact, one column a story.

pub mod finding;
pub mod rows;
pub mod sheet;

pub(crate) mod route;

use yew::prelude::*;

use self::finding::FactsFinding;
use self::rows::{counts, kind_name};
use self::sheet::{Sheet, SheetProps};
use super::story_set::StorySet;
use crate::corpus::Scope;
use crate::engine::Query;
use crate::ui::i18n::{Catalog, key, use_catalog};
use crate::ui::results::TakeAlong;
use crate::ui::routes::{FactsRoute, Route};
use crate::ui::shared::Shared;
use crate::ui::shell::tabbed::going;
use crate::ui::shell::tabs::Tabs;
use crate::ui::store::use_store;
use crate::ui::widgets::waiting::when_here;
use crate::view::{FactSheet, StoryRow};

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct FactsPageProps {
    pub(crate) route: FactsRoute,
}

#[component]
pub(crate) fn FactsPage(props: &FactsPageProps) -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let route = &props.route;
    let onset = going(route, |route, ids| route.ids = ids);
    let stories = store.state.stories.clone();
    html! {
        <article class="page facts">
            <header class="page-head"><h1>{ catalog.text(key!("facts-title")) }</h1></header>
            <Tabs route={Route::Facts(route.clone())} />
            if let Some(stories) = &stories {
                <StorySet stories={stories.clone()} ids={route.ids.clone()} {onset} />
            }
            if let (Some(query), Some(stories)) = (route.query(), stories) {
                { when_here(&store.state.answer(&query), &query, |sheet| found(sheet, &stories, route, &catalog)) }
            }
        </article>
    }
}

fn found(
    sheet: &Shared<FactSheet>,
    stories: &Shared<Vec<StoryRow>>,
    route: &FactsRoute,
    catalog: &Catalog,
) -> Html {
    if sheet.rows.is_empty() {
        return html! { <p class="empty">{ catalog.text(key!("facts-empty")) }</p> };
    }
    // Other stories are redrawn from their first facts.
    let key = format!("{:?}|{}", route.kind, route.ids.join("|"));
    let props = SheetProps { sheet: sheet.clone(), stories: stories.clone(), kind: route.kind };
    html! {
        <>
            <FactsFinding sheet={sheet.clone()} />
            { kinds(sheet, route, catalog) }
            <div {key}><Sheet ..props /></div>
            if let Some(query) = route.query() {
                <TakeAlong query={Query::from(query)} title={catalog.text(key!("facts-title"))} scope={Scope::Stories(route.ids.clone())} />
            }
            <p class="remark screen-only">{ catalog.text(key!("facts-about")) }</p>
        </>
    }
}

/// Draws the choice of one kind of facts: links, since each choice is an address of its own.
fn kinds(sheet: &FactSheet, route: &FactsRoute, catalog: &Catalog) -> Html {
    let kinds = counts(sheet).into_iter().map(|(kind, count)| {
        let is_chosen = route.kind == Some(kind);
        let to = FactsRoute { kind: (!is_chosen).then_some(kind), ..route.clone() };
        html! {
            <a
                key={kind_name(kind)}
                class={classes!("chip", (count == 0).then_some("none"))}
                href={Route::Facts(to).href()}
                aria-current={is_chosen.then_some("true")}
                title={is_chosen.then(|| catalog.text(key!("facts-all-kinds")))}
            >
                { catalog.text(kind_name(kind)) }<b>{ catalog.count(count) }</b>
            </a>
        }
    });
    html! {
        <div class="chips kind-filter" role="group" aria-label={catalog.text(key!("facts-kinds"))}>{ for kinds }</div>
    }
}
