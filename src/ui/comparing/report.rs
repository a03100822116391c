//! 編輯報告: each paper's treatment of one event, on one page that can be printed.

pub(crate) mod route;

mod favoured;
mod frames;
mod pair;

use yew::prelude::*;

use self::favoured::ReportFavoured;
use self::frames::ReportFrames;
use self::pair::ReportPairs;
use super::downloads::Downloads;
use super::foldings::foldings;
use super::runs::RUNS;
use super::story_set::StorySet;
use crate::ui::browser;
use crate::ui::i18n::{key, use_catalog};
use crate::ui::routes::{ReportRoute, Route};
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
    let print = Callback::from(|_: MouseEvent| browser::print());
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
                            <button type="button" class="button" onclick={print}>{ catalog.text(key!("action-print")) }</button>
                        </div>
                        <Downloads route={route.clone()} />
                        <ReportFrames report={report.clone()} />
                        <ReportPairs report={report.clone()} />
                        <ReportFavoured report={report.clone()} />
                        <p class="colophon">
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
