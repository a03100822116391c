//! 自備文本: the ways to add texts, the progress of an import, and the list of the texts.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Element, HtmlInputElement};
use yew::prelude::*;

use super::arrivals::Arrivals;
use super::corpora_panel::CorporaPanel;
use super::keeping::Keeping;
use super::paste_form::PasteForm;
use super::text_table::TextTable;
use super::{files, intake};
use crate::ui::browser;
use crate::ui::i18n::{key, use_catalog};
use crate::ui::shell::asker::Asker;
use crate::ui::shell::questions;
use crate::ui::state::Loaded;
use crate::ui::store::use_store;
use crate::ui::widgets::waiting::when_here;
use crate::view::StorageState;

/// File types that the file fields offer.
pub(in crate::ui) const ACCEPTED: &str =
    ".txt,.md,.markdown,.html,.htm,.docx,.csv,.tsv,.jsonl,.json,.zip,.pdf,text/plain";

#[component]
pub(crate) fn Texts() -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let loaded = store.state.texts.clone().map_or(Loaded::Waiting, Loaded::Here);
    let count = store.state.texts.as_ref().map_or(0, |texts| texts.len());
    // What cannot be had now is not said to be nothing.
    let unreached = matches!(store.state.storage, StorageState::Unreached(_) | StorageState::Found { .. });
    html! {
        <article class="page texts-page">
            <header class="page-head">
                <h1>{ catalog.text(key!("texts-title")) }</h1>
                <p class="hint">{ catalog.text(key!("texts-lead")) }</p>
            </header>
            <Intake />
            <Arrivals />
            { when_here(&loaded, &questions::texts(), |texts| html! {
                if texts.is_empty() {
                    <p class="empty">{ catalog.text(if unreached { key!("texts-unreached") } else { key!("texts-empty") }) }</p>
                } else {
                    <>
                        <CorporaPanel />
                        <TextTable texts={texts.clone()} />
                    </>
                }
            }) }
            // Not before the list, which would move it.
            if !matches!(loaded, Loaded::Waiting) {
                <Keeping texts={count} />
            }
        </article>
    }
}

/// Draws the ways to add texts.
#[component]
fn Intake() -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let pasted = use_state_eq(String::new);
    let open = use_state_eq(|| false);
    use_pasting(&store.asker, &pasted, &open);
    // Text pasted outside the box waits there for the reader's confirmation.
    use_effect_with(*open && !pasted.is_empty(), |waits| {
        if *waits && browser::matches_focus("body, main") {
            browser::focus("paste-add");
        }
    });
    let onfiles = {
        let asker = store.asker.clone();
        Callback::from(move |event: Event| {
            let field: HtmlInputElement = event.target_unchecked_into();
            let given = field.files().map(|list| files::of_list(&list)).unwrap_or_default();
            intake::take(&asker, given);
            // The same file can be chosen again after a correction.
            field.set_value("");
        })
    };
    let choose = |id: &'static str| Callback::from(move |_: MouseEvent| browser::click(id));
    let folder = use_node_ref();
    use_effect_with(folder.clone(), |folder| {
        // Yew has no such attribute.
        if let Some(field) = folder.cast::<Element>() {
            let _ = field.set_attribute("webkitdirectory", "");
        }
    });
    let ontoggle = {
        let open = open.clone();
        // The page can open it too, so only its state decides whether it is open.
        Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            open.set(!*open);
        })
    };
    html! {
        <section class="intake" aria-label={catalog.text(key!("intake-label"))}>
            <div class="drop-zone">
                <p class="drop-words">{ catalog.text(key!("intake-drop")) }</p>
                <div class="tools">
                    <button type="button" class="button primary" onclick={choose("choose-files")}>{ catalog.text(key!("intake-files")) }</button>
                    <button type="button" class="button" onclick={choose("choose-folder")}>{ catalog.text(key!("intake-folder")) }</button>
                    <input id="choose-files" type="file" multiple=true accept={ACCEPTED} hidden=true aria-label={catalog.text(key!("intake-files"))} onchange={onfiles.clone()} />
                    <input ref={folder} id="choose-folder" type="file" multiple=true hidden=true aria-label={catalog.text(key!("intake-folder"))} onchange={onfiles} />
                </div>
                <p class="soft">{ catalog.text(key!("intake-formats")) }</p>
            </div>
            <details class="paste" open={*open}>
                <summary onclick={ontoggle}>{ catalog.text(key!("intake-paste")) }</summary>
                <PasteForm text={(*pasted).clone()} ontext={let pasted = pasted.setter(); Callback::from(move |text| pasted.set(text))} />
            </details>
        </section>
    }
}

/// Takes files pasted anywhere on the page, and opens the box for pasted text.
#[hook]
fn use_pasting(asker: &Asker, pasted: &UseStateHandle<String>, open: &UseStateHandle<bool>) {
    use_effect_with(asker.clone(), {
        let (pasted, open) = (pasted.setter(), open.setter());
        move |asker| {
            let asker = asker.clone();
            let listener = browser::document().map(|document| {
                let options = EventListenerOptions::enable_prevent_default();
                EventListener::new_with_options(&document, "paste", options, move |event| {
                    let Some(event) = event.dyn_ref::<ClipboardEvent>().filter(|event| !is_field(event))
                    else {
                        return;
                    };
                    let Some(carried) = event.clipboard_data() else { return };
                    event.prevent_default();
                    let given = carried.files().map(|list| files::of_list(&list)).unwrap_or_default();
                    let text = carried.get_data("text/plain").unwrap_or_default();
                    if !given.is_empty() {
                        intake::take(&asker, given);
                    } else if !text.trim().is_empty() {
                        pasted.set(text);
                        open.set(true);
                        browser::focus("paste-add");
                    }
                })
            });
            move || drop(listener)
        }
    });
}

/// Returns true if the event goes to a field for typing.
fn is_field(event: &ClipboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| matches!(target.tag_name().as_str(), "INPUT" | "TEXTAREA"))
}
