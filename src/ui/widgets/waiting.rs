//! Placeholders for an answer.

use yew::prelude::*;

use super::notice::NoticeLine;
use crate::engine::{Ask, Query};
use crate::ui::i18n::{key, use_catalog};
use crate::ui::labels;
use crate::ui::routes::Route;
use crate::ui::shared::Shared;
use crate::ui::state::{EngineState, Loaded};
use crate::ui::store::use_store;
use crate::worker::Failure;

/// Draws an answer once it is here, and until then what became of its query.
pub(crate) fn when_here<Q: Ask>(
    loaded: &Loaded<Q::Answer>,
    query: &Query<Q>,
    draw: impl FnOnce(&Shared<Q::Answer>) -> Html,
) -> Html {
    let query = || Query::from(query.clone());
    match loaded {
        Loaded::Here(answer) => draw(answer),
        Loaded::Waiting => html! { <Waiting query={query()} /> },
        Loaded::Failed(failure) => html! { <Failed query={query()} failure={failure.clone()} /> },
    }
}

#[derive(Clone, PartialEq, Properties)]
struct WaitingProps {
    query: Query,
}

/// Draws a quiet line that appears only after a long wait, with a button to cancel.
#[component]
fn Waiting(props: &WaitingProps) -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let cancel = {
        let (asker, query) = (store.asker.clone(), props.query.clone());
        Callback::from(move |_: MouseEvent| asker.cancel(&query))
    };
    // Before the engine is ready there is nothing to cancel, and the progress line shows its state.
    let working = matches!(store.state.engine, EngineState::Ready(_));
    html! {
        <div class="waiting" aria-busy="true">
            <p>{ catalog.text(if working { key!("waiting-answer") } else { key!("waiting-engine") }) }</p>
            if working {
                <button type="button" class="button" onclick={cancel}>{ catalog.text(key!("action-cancel")) }</button>
            }
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct FailedProps {
    query: Query,
    failure: Failure,
}

#[component]
fn Failed(props: &FailedProps) -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let retry = {
        let (asker, query) = (store.asker.clone(), props.query.clone());
        Callback::from(move |_: MouseEvent| asker.retry(&query))
    };
    // A failure of the analysis thread as a whole is reported once, above the page.
    if matches!(store.state.engine, EngineState::Failed(_)) {
        return html! {};
    }
    let again = matches!(props.failure, Failure::Worker(_) | Failure::Cancelled);
    html! {
        <>
            <NoticeLine
                notice={labels::failure(&props.failure)}
                action={again.then(|| (catalog.text(key!("action-retry")), retry))}
            />
            // What cannot be shown is no dead end.
            if !again {
                <p><a href={Route::Papers.href()}>{ catalog.text(key!("not-found-papers")) }</a></p>
            }
        </>
    }
}
