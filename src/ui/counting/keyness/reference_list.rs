//! The reader's own list of words and frequencies, as a reference for keyness.

use gloo::file::File;
use gloo::file::callbacks::{FileReader, read_as_text};
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::ui::i18n::{key, use_catalog};
use crate::ui::lang::CHINESE;
use crate::ui::store::{Store, use_store};
use crate::view::Setting;

/// Draws a field to paste a list and a button to choose a file. The list is stored in this browser.
#[component]
pub(crate) fn ReferenceList() -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let field = use_node_ref();
    let reading = use_mut_ref(|| None::<FileReader>);
    let onfile = {
        let store = store.clone();
        Callback::from(move |event: Event| {
            if let Some(reader) = read(&event.target_unchecked_into(), &store) {
                *reading.borrow_mut() = Some(reader);
            }
        })
    };
    let accept = {
        let (store, field) = (store.clone(), field.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(field) = field.cast::<HtmlTextAreaElement>() {
                keep(&store, Some(&field.value()));
            }
        })
    };
    let forget = {
        let store = store.clone();
        Callback::from(move |_: MouseEvent| keep(&store, None))
    };
    let list = store.state.reference_list.clone();
    let lines = list.as_deref().map_or(0, |list| list.lines().filter(|line| !line.trim().is_empty()).count());
    html! {
        <details class="reference-list" open={list.is_none()}>
            <summary>{ catalog.with(key!("reference-title"), [("n", lines.into())]) }</summary>
            <div class="panel-flat">
                <p class="hint">{ catalog.text(key!("reference-lead")) }</p>
                <label>
                    <span class="picker-label">{ catalog.text(key!("reference-paste")) }</span>
                    <textarea
                        ref={field}
                        rows="6"
                        lang={CHINESE}
                        spellcheck="false"
                        placeholder={catalog.text(key!("reference-example"))}
                        key={lines.to_string()}
                        defaultvalue={list.as_deref().map(str::to_owned).unwrap_or_default()}
                    />
                </label>
                <p class="actions">
                    <button type="button" class="button" onclick={accept}>{ catalog.text(key!("action-apply")) }</button>
                    <label class="link file-link">
                        { catalog.text(key!("reference-file")) }
                        <input type="file" class="unseen" accept=".txt,.tsv,text/plain,text/tab-separated-values" onchange={onfile} />
                    </label>
                    if list.is_some() {
                        <button type="button" class="button quiet" onclick={forget}>{ catalog.text(key!("reference-forget")) }</button>
                    }
                </p>
            </div>
        </details>
    }
}

/// Reads the file chosen in a field, and applies it if it is a text.
fn read(input: &HtmlInputElement, store: &Store) -> Option<FileReader> {
    let file = input.files()?.get(0)?;
    let store = store.clone();
    let reader = read_as_text(&File::from(file), move |text| match text {
        // Bytes that are not UTF-8 become replacement characters.
        Ok(text) if !text.contains('\u{fffd}') => keep(&store, Some(&text)),
        Ok(_) | Err(_) => store.tell(key!("notice-not-text")),
    });
    // The same file can be chosen again after a change.
    input.set_value("");
    Some(reader)
}

/// Applies a list, and stores it for the next visit if the browser permits.
fn keep(store: &Store, list: Option<&str>) {
    store.asker.set(Setting::Reference, list.map(str::to_owned));
}
