//! The whole window as a target for dropped files.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::DragEvent;
use yew::prelude::*;

use super::files::Dropped;
use super::intake;
use crate::ui::browser;
use crate::ui::i18n::{key, use_catalog};
use crate::ui::routes::Route;
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
                                    browser::go(&Route::Texts);
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
