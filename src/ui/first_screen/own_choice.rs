//! The choice among the own texts that are in: the events found among them, and any two of them.

use yew::prelude::*;

use crate::ui::comparing::pairs::compared;
use crate::ui::i18n::{key, use_catalog};
use crate::ui::reading::happenings::EventList;
use crate::ui::shared::Shared;
use crate::ui::shell::questions;
use crate::ui::store::use_store;
use crate::ui::widgets::story_picker::StoryPicker;
use crate::ui::widgets::waiting::when_here;

/// Draws the choice; the page has two own stories or more.
#[component]
pub(super) fn OwnChoice() -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let chosen = use_state_eq(|| [String::new(), String::new()]);
    let Some(rows) = store.state.stories.clone() else { return html! {} };
    let own = use_memo(rows.clone(), |rows| Shared::new(questions::own_stories(rows).to_vec()));
    // A text that was removed since is not chosen any more.
    let side = |at: usize| {
        let is_here = own.iter().any(|row| row.id == chosen[at]);
        let first = || own.get(at).map(|row| row.id.clone()).unwrap_or_default();
        if is_here { chosen[at].clone() } else { first() }
    };
    let pair = [side(0), side(1)];
    let onpick = |at: usize| {
        let (setter, pair) = (chosen.setter(), pair.clone());
        Callback::from(move |id: String| {
            let mut pair = pair.clone();
            // The story of the other side is exchanged.
            if pair[1 - at] == id {
                pair.swap(0, 1);
            } else {
                pair[at] = id;
            }
            setter.set(pair);
        })
    };
    let query = questions::own_events(&own);
    html! {
        <section class="start-own" aria-labelledby="start-own">
            <h2 id="start-own">{ catalog.text(key!("start-own")) }</h2>
            <div class="toolbar">
                <StoryPicker label={catalog.text(key!("side-a"))} stories={(*own).clone()} value={pair[0].clone()} onpick={onpick(0)} />
                <StoryPicker label={catalog.text(key!("side-b"))} stories={(*own).clone()} value={pair[1].clone()} onpick={onpick(1)} />
                <a class="button primary" href={compared(&pair[0], &pair[1]).href()}>{ catalog.text(key!("action-compare")) }</a>
            </div>
            if questions::are_own_events_asked(&own) {
                { when_here(&store.state.answer(&query), &query, |events| html! {
                    <EventList events={events.clone()} rows={rows.clone()} />
                }) }
            }
        </section>
    }
}
