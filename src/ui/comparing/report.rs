//! 編輯報告: each paper's treatment of one event, on one page that can be printed.

pub(crate) mod route;

mod changes;
mod favoured;
mod frames;
mod pair;

use yew::prelude::*;

use self::favoured::ReportFavoured;
use self::frames::ReportFrames;
use self::pair::{ReportPairs, summaries};
use super::downloads::Downloads;
use super::foldings::foldings;
use super::runs::RUNS;
use super::story_set::StorySet;
use crate::ui::browser;
use crate::ui::i18n::{Catalog, key, use_catalog};
use crate::ui::routes::{FactsRoute, ReportRoute, Route};
use crate::ui::share::colophon;
use crate::ui::share::share_panel::SharePanel;
use crate::ui::shell::tabbed::{going, with};
use crate::ui::shell::tabs::Tabs;
use crate::ui::store::use_store;
use crate::ui::widgets::fields::NumberField;
use crate::ui::widgets::units_choice::UnitsChoice;
use crate::ui::widgets::waiting::when_here;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ReportPageProps {
    pub(crate) route: ReportRoute,
}

#[component]
pub(crate) fn ReportPage(props: &ReportPageProps) -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let route = &props.route;
    let onset = going(route, |route, ids| route.ids = ids);
    let onrun = with(route, |route, run| route.run = run);
    let folded = |fold_variants: bool, ignore_punctuation: bool| {
        Route::Report(ReportRoute { fold_variants, ignore_punctuation, ..route.clone() })
    };
    html! {
        <article class="page report">
            <header class="page-head"><h1>{ catalog.text(key!("report-title")) }</h1></header>
            <Tabs route={Route::Report(route.clone())} />
            if let Some(stories) = &store.state.stories {
                <StorySet stories={stories.clone()} ids={route.ids.clone()} {onset} />
            }
            if let Some(query) = route.query() {
                { when_here(&store.state.answer(&query), &query, |report| html! {
                    <>
                        <div class="tools">
                            { foldings((route.fold_variants, route.ignore_punctuation), folded, &catalog) }
                            <UnitsChoice route={Route::Report(route.clone())} />
                            <NumberField label={catalog.text(key!("reuse-run"))} value={Some(report.minimum_run)} min={RUNS.0} max={RUNS.1} onset={onrun} />
                            <SharePanel route={Route::Report(route.clone())} report={route.clone()} findings={summaries(report, &catalog)} />
                        </div>
                        <Downloads route={route.clone()} />
                        <ReportFrames report={report.clone()} />
                        { facts(route, &catalog) }
                        <ReportPairs report={report.clone()} />
                        <ReportFavoured report={report.clone()} />
                        { colophon(&catalog) }
                        <p class="colophon screen-only">
                            { catalog.with(key!("report-colophon"), [
                                ("version", crate::VERSION.into()),
                                ("day", browser::today().into()),
                            ]) }
                        </p>
                    </>
                }) }
            }
        </article>
    }
}

/// Draws the section that leads to the facts of the same stories.
fn facts(route: &ReportRoute, catalog: &Catalog) -> Html {
    let facts = FactsRoute { ids: route.ids.clone(), kind: None };
    html! {
        <section class="report-part report-facts">
            <h2>{ catalog.text(key!("facts-title")) }</h2>
            <p>
                { catalog.text(key!("report-facts")) }{ " " }
                <a href={Route::Facts(facts).href()}>{ catalog.text(key!("report-facts-open")) }</a>
            </p>
        </section>
    }
}
