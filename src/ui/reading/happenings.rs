//! The events that several of the stories loaded report, each with the views that compare them.

use yew::prelude::*;

use super::papers::read;
use crate::ui::comparing::story_set::MOST;
use crate::ui::i18n::{Catalog, MessageKey, key, use_catalog};
use crate::ui::lang::lang_of;
use crate::ui::routes::{CompareRoute, FactsRoute, ReportRoute, Route, WitnessesRoute};
use crate::ui::shared::Shared;
use crate::ui::shell::questions;
use crate::ui::store::use_store;
use crate::ui::widgets::waiting::when_here;
use crate::ui::{labels, scopes};
use crate::view::{EventView, StoryCopies, StoryRow};

/// Number of events drawn before the reader asks for the rest.
const EVENTS: usize = 20;

/// Share of the sentences of two texts from which they are one text that was added twice.
const TWICE: f64 = 0.99;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct HappeningsProps {
    /// Every story loaded.
    pub(crate) rows: Shared<Vec<StoryRow>>,
}

/// Draws the events, or what is asked of very many stories.
#[component]
pub(crate) fn Happenings(props: &HappeningsProps) -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let query = questions::events();
    html! {
        <section class="events" aria-labelledby="events">
            <h2 id="events">{ catalog.text(key!("papers-same-event")) }</h2>
            if questions::are_events_asked(&props.rows) {
                { when_here(&store.state.answer(&query), &query, |events| html! {
                    <EventList events={events.clone()} rows={props.rows.clone()} />
                }) }
            } else {
                <p class="hint">{ catalog.text(key!("papers-too-many")) }</p>
            }
        </section>
    }
}

/// Properties of [`EventList`].
#[derive(Clone, PartialEq, Properties)]
pub struct EventListProps {
    /// The events.
    pub events: Shared<Vec<EventView>>,
    /// Every story loaded.
    pub rows: Shared<Vec<StoryRow>>,
}

/// Draws one item for each event.
#[component]
pub fn EventList(props: &EventListProps) -> Html {
    let catalog = use_catalog();
    let shown = use_state_eq(|| EVENTS);
    if props.events.is_empty() {
        return html! { <p class="hint">{ catalog.text(key!("papers-no-event")) }</p> };
    }
    let left = props.events.len().saturating_sub(*shown);
    let more = {
        let (setter, next) = (shown.setter(), *shown + EVENTS);
        Callback::from(move |_: MouseEvent| setter.set(next))
    };
    html! {
        <>
            <ul class="event-list">{ for props.events.iter().take(*shown).map(|event| item(event, &props.rows, &catalog)) }</ul>
            if left > 0 {
                <button type="button" class="button more" onclick={more}>{ catalog.with(key!("papers-more-events"), [("n", left.into())]) }</button>
            }
        </>
    }
}

fn item(event: &EventView, rows: &[StoryRow], catalog: &Catalog) -> Html {
    let found = event.ids.iter().filter_map(|id| rows.iter().find(|row| row.id == *id));
    let link = |(key, route): (MessageKey, Route)| {
        // The links have the same text in every event, so each names its event to a screen reader.
        let label = labels::named(key, &event.label, catalog);
        html! { <a {key} class="button" href={route.href()} aria-label={label}>{ catalog.text(key) }</a> }
    };
    html! {
        <li key={event.ids.join(" ")} class="event">
            <div>
                <ul>{ for found.map(|row| html! {
                    <li key={row.id.clone()}>
                        <span class="figures soft">{ row.id.clone() }</span>
                        <span class="paper" lang={lang_of(scopes::origin(row))}>{ scopes::origin(row) }</span>
                        <a href={read(row)} class="headline" lang={lang_of(scopes::title(row, catalog))}>{ scopes::title(row, catalog) }</a>
                    </li>
                }) }</ul>
                { for event.copies.iter().map(|found| copies(found, catalog)) }
            </div>
            <p class="actions">{ for views(&event.ids).into_iter().map(link) }</p>
        </li>
    }
}

/// Returns the views that compare the stories of an event: for two side by side, for more as a table and in a report.
fn views(ids: &[String]) -> Vec<(MessageKey, Route)> {
    let ids: Vec<String> = ids.iter().take(MOST).cloned().collect();
    let facts = Route::Facts(FactsRoute { ids: ids.clone(), kind: None });
    if let [a, b] = ids.as_slice() {
        let compare = CompareRoute { a: a.clone(), b: b.clone(), ..CompareRoute::default() };
        return vec![(key!("papers-compare"), Route::Compare(compare)), (key!("tab-facts"), facts)];
    }
    let table = WitnessesRoute { ids: ids.clone(), ..WitnessesRoute::default() };
    let report = ReportRoute { ids, ..ReportRoute::default() };
    vec![
        (key!("tab-witnesses"), Route::Witnesses(table)),
        (key!("tab-facts"), facts),
        (key!("tab-report"), Route::Report(report)),
    ]
}

/// Says that two stories are one text that was added twice, or two versions of one.
fn copies(found: &StoryCopies, catalog: &Catalog) -> Html {
    let is_twice = found.a_in_b >= TWICE && found.b_in_a >= TWICE;
    let key = if is_twice { key!("papers-twice") } else { key!("papers-version") };
    let names = [("a", found.a.as_str().into()), ("b", found.b.as_str().into())];
    html! { <p key={format!("{} {}", found.a, found.b)} class="hint">{ catalog.with(key, names) }</p> }
}
