//! Files and texts that other programs give to the installed app.

use gloo::events::EventListener;
use js_sys::{Array, Reflect};
use wasm_bindgen::JsCast;
use web_sys::File;
use yew::prelude::*;

use super::files::Picked;
use super::intake;
use crate::ui::browser;
use crate::ui::routes::Route;
use crate::ui::shell::asker::Asker;

/// The event of the window by which `static/offline.js` passes them on.
const EVENT: &str = "duidu-given";

/// Imports what is given, as if it had been dropped on the page.
#[hook]
pub(in crate::ui) fn use_given(asker: &Asker) {
    use_effect_with(asker.clone(), |asker| {
        let asker = asker.clone();
        let listener = browser::window().map(|window| {
            EventListener::new(&window, EVENT, move |event| {
                let detail = Reflect::get(event, &"detail".into()).unwrap_or_default();
                let files = Array::from(&detail).into_iter().filter_map(|file| file.dyn_into::<File>().ok());
                let given: Vec<Picked> = files.map(|file| Picked { name: file.name(), file }).collect();
                if !given.is_empty() {
                    browser::go(&Route::Texts);
                    intake::take(&asker, given);
                }
            })
        });
        move || drop(listener)
    });
}
