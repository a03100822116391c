//! 多篇對照: several stories on one event, sentence by sentence.

pub mod edition;
pub mod row_walk;
pub mod wire_text;
pub mod witness_table;

pub(crate) mod route;

use yew::prelude::*;

use self::edition::Edition;
use self::row_walk::RowWalk;
use self::wire_text::WireText;
use self::witness_table::{WitnessTable, WitnessesProps};
use super::downloads::Downloads;
use super::foldings::foldings;
use super::story_set::StorySet;
use crate::corpus::Scope;
use crate::engine::Query;
use crate::ui::i18n::{Catalog, key, use_catalog};
use crate::ui::one_line::heading;
use crate::ui::results::TakeAlong;
use crate::ui::routes::{ReportRoute, Route, WitnessesLayout, WitnessesRoute};
use crate::ui::share::colophon;
use crate::ui::share::share_panel::SharePanel;
use crate::ui::shell::tabbed::going;
use crate::ui::shell::tabs::Tabs;
use crate::ui::store::use_store;
use crate::ui::widgets::choices::{Choice, Choices};
use crate::ui::widgets::units_choice::UnitsChoice;
use crate::ui::widgets::waiting::when_here;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct WitnessesPageProps {
    pub(crate) route: WitnessesRoute,
}

#[component]
pub(crate) fn WitnessesPage(props: &WitnessesPageProps) -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let route = &props.route;
    let onset = going(route, |route, ids| route.ids = ids);
    let with = |fold_variants: bool, ignore_punctuation: bool| {
        Route::Witnesses(WitnessesRoute { fold_variants, ignore_punctuation, ..route.clone() })
    };
    html! {
        <article class="page witnesses">
            <header class="page-head">{ heading(&catalog.text(key!("witnesses-title"))) }</header>
            <Tabs route={Route::Witnesses(route.clone())} />
            if let Some(stories) = &store.state.stories {
                <StorySet stories={stories.clone()} ids={route.ids.clone()} {onset} />
            }
            <div class="tools">
                <Choices label={catalog.text(key!("compare-layout"))} choices={layouts(route, &catalog)} />
                { foldings((route.fold_variants, route.ignore_punctuation), with, &catalog) }
                <UnitsChoice route={Route::Witnesses(route.clone())} />
                if !route.ids.is_empty() {
                    <SharePanel route={Route::Witnesses(route.clone())} report={report(route)} />
                }
            </div>
            if let Some(query) = route.query() {
                { when_here(&store.state.answer(&query), &query, |table| {
                    let props = WitnessesProps { table: table.clone() };
                    // Other stories are redrawn from their beginning.
                    let key = format!("{:?}|{}", route.layout, route.ids.join("|"));
                    html! {
                        <>
                            <Downloads route={report(route)} />
                            <RowWalk key={route.ids.join("|")} ..props.clone() />
                            <div {key} class="laid-out">
                                { match route.layout {
                                    WitnessesLayout::Table => html! { <WitnessTable ..props /> },
                                    WitnessesLayout::Wire => html! { <WireText ..props /> },
                                    WitnessesLayout::Edition => html! { <Edition ..props /> },
                                } }
                            </div>
                            <TakeAlong query={Query::from(query.clone())} title={catalog.text(key!("witnesses-title"))} scope={Scope::Stories(route.ids.clone())} />
                            { colophon(&catalog) }
                        </>
                    }
                }) }
            }
        </article>
    }
}

/// Returns the route to the report on the same stories.
fn report(route: &WitnessesRoute) -> ReportRoute {
    ReportRoute {
        ids: route.ids.clone(),
        fold_variants: route.fold_variants,
        ignore_punctuation: route.ignore_punctuation,
        run: None,
        units: route.units,
    }
}

fn layouts(route: &WitnessesRoute, catalog: &Catalog) -> Vec<Choice> {
    let choice = |layout: WitnessesLayout| {
        let key = match layout {
            WitnessesLayout::Table => key!("layout-table"),
            WitnessesLayout::Wire => key!("layout-wire"),
            WitnessesLayout::Edition => key!("layout-edition"),
        };
        Choice {
            label: catalog.text(key),
            href: Route::Witnesses(WitnessesRoute { layout, ..route.clone() }).href().into(),
            chosen: route.layout == layout,
        }
    };
    WitnessesLayout::ALL.map(choice).to_vec()
}
