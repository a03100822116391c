//! What `static/offline.js` says of the page's files: kept for use without a network, not kept, or of a newer build.

use gloo::events::EventListener;
use js_sys::Reflect;
use wasm_bindgen::JsValue;
use yew::prelude::*;

use crate::ui::browser;
use crate::ui::i18n::{Catalog, key, use_catalog};
use crate::ui::state::{Action, AppState, Offline};

/// The event of the window by which it says so.
const EVENT: &str = "duidu-offline";

/// Passes what it says on to the state.
#[hook]
pub(super) fn use_offline(state: &UseReducerHandle<AppState>) {
    let state = state.dispatcher();
    use_effect_with((), move |()| {
        let listener = browser::window().map(|window| {
            EventListener::new(&window, EVENT, move |event| {
                if let Some(offline) = said(event) {
                    state.dispatch(Action::Offline(offline));
                }
            })
        });
        move || drop(listener)
    });
}

fn said(event: &Event) -> Option<Offline> {
    let detail = Reflect::get(event, &"detail".into()).ok()?;
    let part = |name: &str| Reflect::get(&detail, &JsValue::from_str(name)).ok()?.as_string();
    match part("state")?.as_str() {
        "kept" => Some(Offline::Kept),
        "newer" => Some(Offline::Newer),
        "refused" => Some(Offline::Refused(part("detail").unwrap_or_default())),
        _ => None,
    }
}

/// Properties of [`NewerBuild`].
#[derive(Clone, PartialEq, Properties)]
pub struct NewerBuildProps {
    /// What is known.
    pub offline: Offline,
    /// Reloads the page into the newer build.
    pub onreload: Callback<()>,
}

/// One quiet line with a button where a newer build is ready. The place is there before, so that it is announced.
#[component]
pub fn NewerBuild(props: &NewerBuildProps) -> Html {
    let catalog = use_catalog();
    html! {
        <div class="newer" role="status">
            if props.offline == Offline::Newer {
                <p>{ catalog.text(key!("offline-newer")) }</p>
                <button type="button" class="button" onclick={props.onreload.reform(|_: MouseEvent| ())}>
                    { catalog.text(key!("offline-reload")) }
                </button>
            }
        </div>
    }
}

/// Says whether the page works without a network, where that is known.
pub(super) fn sentence(offline: &Offline, catalog: &Catalog) -> Option<AttrValue> {
    match offline {
        Offline::Unknown => None,
        Offline::Kept => Some(catalog.text(key!("about-offline-kept"))),
        Offline::Newer => Some(catalog.text(key!("about-offline-newer"))),
        Offline::Refused(detail) => {
            let detail = if detail.is_empty() { "—" } else { detail.as_str() };
            Some(catalog.with(key!("about-offline-refused"), [("detail", detail.into())]))
        }
    }
}
