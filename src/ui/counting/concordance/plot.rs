//! Where in each story a node occurs: one bar for each occurrence.

use yew::prelude::*;

use crate::ui::i18n::{key, use_catalog};
use crate::ui::lang::lang_of;
use crate::ui::one_line::one_line;
use crate::ui::routes::{ConcordanceRoute, ReadRoute, Route};
use crate::ui::scopes;
use crate::ui::shared::Shared;
use crate::ui::store::use_store;
use crate::view::{Concordance, StoryHits};

/// Number of stories drawn before the reader asks for more.
const FIRST: usize = 100;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct HitPlotProps {
    pub(super) concordance: Shared<Concordance>,
    pub(super) route: ConcordanceRoute,
}

/// Draws one line for each story. A bar leads to its place.
#[component]
pub(super) fn HitPlot(props: &HitPlotProps) -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let shown = use_state_eq(|| FIRST);
    let plot = &props.concordance.plot;
    let more = {
        let (setter, next) = (shown.setter(), *shown + FIRST);
        Callback::from(move |_: MouseEvent| setter.set(next))
    };
    let line = |hits: &StoryHits| {
        let row = store.rows().iter().find(|row| row.id == hits.id);
        let title = row.map_or_else(|| hits.id.clone(), |row| scopes::title(row, &catalog));
        html! {
            <li key={hits.id.clone()}>
                <span class="hit-title" lang={lang_of(&title)} title={title.clone()}>{ one_line(&title) }</span>
                <span class="figures">{ hits.starts.len() }</span>
                <svg class="hit-bars" viewBox="0 0 1000 10" preserveAspectRatio="none">
                    { for hits.starts.iter().map(|&start| bar(hits, start, &props.route)) }
                </svg>
            </li>
        }
    };
    html! {
        <>
            <ol class="hit-plot" aria-label={catalog.text(key!("concordance-plot"))}>{ for plot.iter().take(*shown).map(line) }</ol>
            if *shown < plot.len() {
                <button type="button" class="button more" onclick={more}>{ catalog.with(key!("list-more-stories"), [("n", (plot.len() - *shown).into())]) }</button>
            }
        </>
    }
}

fn bar(hits: &StoryHits, start: u32, route: &ConcordanceRoute) -> Html {
    let x = f64::from(start) * 1000.0 / f64::from(hits.length.max(1));
    let word = (!route.plain).then(|| route.node.clone());
    let read =
        ReadRoute { id: hits.id.clone(), at: Some(start), word, units: route.units, ..ReadRoute::default() };
    html! {
        <a key={start} href={Route::Read(read).href()} aria-label={start.to_string()}>
            <rect x={format!("{:.1}", (x - 1.5).max(0.0))} y="0" width="4" height="10" />
        </a>
    }
}
