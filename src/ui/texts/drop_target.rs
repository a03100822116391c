//! The whole window as a target for dropped files.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::{DragEvent, Element};
use yew::prelude::*;

use super::files::Dropped;
use super::intake;
use crate::ui::browser;
use crate::ui::i18n::{key, use_catalog};
use crate::ui::routes::Route;
use crate::ui::state::{Action, BoxStep};
use crate::ui::store::use_store;

/// Shows that files can be dropped while they are dragged over any view, and imports them on a drop.
#[component]
pub(crate) fn DropTarget() -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let over = use_state_eq(|| false);
    use_effect_with(store.asker.clone(), {
        let over = over.setter();
        move |asker| {
            let asker = asker.clone();
            let listeners = browser::window().map(|window| {
                ["dragenter", "dragover", "dragleave", "drop"].map(|name| {
                    let (over, asker) = (over.clone(), asker.clone());
                    let options = EventListenerOptions::enable_prevent_default();
                    EventListener::new_with_options(&window, name, options, move |event| {
                        let Some(event) = event.dyn_ref::<DragEvent>().filter(|event| carries_files(event))
                        else {
                            return;
                        };
                        event.prevent_default();
                        match event.type_().as_str() {
                            // Between two elements of the page the event names the next element.
                            "dragleave" => over.set(event.related_target().is_some()),
                            "drop" => {
                                over.set(false);
                                let dropped = event.data_transfer().map(|carried| Dropped::of(&carried));
                                if let Some(dropped) = dropped.filter(|dropped| !dropped.is_empty()) {
                                    let asker = asker.clone();
                                    // The view of own texts has its own report; all others lead to the first screen.
                                    if browser::link().route != Route::Texts {
                                        asker.dispatch(Action::Box(BoxStep::Files(text_box(event))));
                                        browser::go(&Route::Home);
                                    }
                                    spawn_local(async move { intake::take(&asker, dropped.files().await) });
                                }
                            }
                            _ => over.set(true),
                        }
                    })
                })
            });
            move || drop(listeners)
        }
    });
    html! {
        if *over {
            <div class="drop-target" aria-hidden="true"><p>{ catalog.text(key!("texts-drop-here")) }</p></div>
        }
    }
}

fn carries_files(event: &DragEvent) -> bool {
    event.data_transfer().is_some_and(|carried| carried.types().includes(&"Files".into(), 0))
}

/// Returns the box of the first screen that a drop is on.
fn text_box(event: &DragEvent) -> Option<usize> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    target.closest("[data-box]").ok()??.get_attribute("data-box")?.parse().ok()
}
