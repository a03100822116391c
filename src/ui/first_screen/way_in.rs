//! The way in from every view: text that is pasted goes into the boxes, and two texts open their comparison.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Element};
use yew::prelude::*;

use super::submission::submit;
use crate::ui::browser;
use crate::ui::routes::Route;
use crate::ui::shell::asker::Asker;
use crate::ui::state::{Action, BoxStep, TextBox};
use crate::ui::store::use_store;
use crate::ui::texts::{files, intake};

/// Draws nothing; listens, and opens the comparison once both boxes are filled.
#[component]
pub(crate) fn WayInKeeper() -> Html {
    let store = use_store();
    use_effect_with(store.asker.clone(), |asker| {
        let asker = asker.clone();
        let listener = browser::document().map(|document| {
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&document, "paste", options, move |event| {
                if let Some(event) = event.dyn_ref::<ClipboardEvent>() {
                    take(&asker, event);
                }
            })
        });
        move || drop(listener)
    });
    let way_in = store.state.way_in.clone();
    let boxes = way_in.with_former(store.rows());
    let opens = way_in.opens && !way_in.adding && boxes.iter().all(TextBox::is_filled);
    use_effect_with(opens, {
        let asker = store.asker.clone();
        move |opens| {
            if *opens {
                submit(&asker, boxes);
            }
        }
    });
    html! {}
}

/// Takes what was pasted outside every field. The view of own texts has its own way.
fn take(asker: &Asker, event: &ClipboardEvent) {
    if event.default_prevented() || is_field(event) || browser::link().route == Route::Texts {
        return;
    }
    let Some(carried) = event.clipboard_data() else { return };
    let given = carried.files().map(|list| files::of_list(&list)).unwrap_or_default();
    let text = carried.get_data("text/plain").unwrap_or_default();
    if given.is_empty() && text.trim().is_empty() {
        return;
    }
    event.prevent_default();
    browser::go(&Route::Home);
    if given.is_empty() {
        asker.dispatch(Action::Box(BoxStep::Pasted(None, text)));
    } else {
        asker.dispatch(Action::Box(BoxStep::Files(None)));
        intake::take(asker, given);
    }
}

/// Returns true if the event goes to a field for typing, or to an open dialog.
fn is_field(event: &ClipboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.closest("input, textarea, dialog[open]").ok().flatten().is_some())
}
