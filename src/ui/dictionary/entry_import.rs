//! The import of entries from a file or from pasted lines.

use gloo::file::callbacks::{FileReader, read_as_bytes};
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::engine::DictionaryEdit;
use crate::lexicon::LexiconError;
use crate::ui::i18n::{Catalog, MessageKey, key, use_catalog};
use crate::ui::labels;
use crate::ui::lang::CHINESE;
use crate::ui::store::use_store;
use crate::view::DictionaryChange;

/// Maximum number of errors listed; a file with more has another format.
const ERRORS_SHOWN: usize = 100;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct EntryImportProps {
    /// What the lines of a file are.
    pub(super) lead: MessageKey,
    /// A line of one.
    pub(super) example: MessageKey,
    /// The names and types of such files.
    pub(super) accept: &'static str,
    /// Returns the edit that takes a file in.
    pub(super) edit: Callback<String, DictionaryEdit>,
}

/// Imports a file or pasted text, and reports line by line what could not be read.
#[component]
pub(super) fn EntryImport(props: &EntryImportProps) -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let pasted = use_node_ref();
    let reader = use_mut_ref(|| None::<FileReader>);
    let result = use_state_eq(|| None::<DictionaryChange>);
    let import = {
        let (asker, result, edit) = (store.asker.clone(), result.setter(), props.edit.clone());
        move |text: String| {
            let result = result.clone();
            asker.edit_then(edit.emit(text), key!("notice-imported"), move |change| {
                result.set(Some(change.clone()));
            });
        }
    };
    let onfile = {
        let (import, store) = (import.clone(), store.clone());
        Callback::from(move |event: Event| {
            let field: HtmlInputElement = event.target_unchecked_into();
            let Some(file) = field.files().and_then(|files| files.get(0)) else { return };
            let (import, store) = (import.clone(), store.clone());
            let reading = read_as_bytes(&gloo::file::File::from(file), move |bytes| {
                match bytes.ok().map(String::from_utf8) {
                    Some(Ok(text)) => import(text),
                    _ => store.tell(key!("notice-not-text")),
                }
            });
            *reader.borrow_mut() = Some(reading);
            // The same file can be chosen again after a correction.
            field.set_value("");
        })
    };
    let onpaste = {
        let pasted = pasted.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(field) = pasted.cast::<HtmlTextAreaElement>() {
                import(field.value());
            }
        })
    };
    html! {
        <details class="import">
            <summary>{ catalog.text(key!("import-title")) }</summary>
            <p class="hint">{ catalog.text(props.lead) }</p>
            <label class="picker">
                <span class="picker-label">{ catalog.text(key!("import-file")) }</span>
                <input type="file" accept={props.accept} onchange={onfile} />
            </label>
            <label class="picker">
                <span class="picker-label">{ catalog.text(key!("import-paste")) }</span>
                <textarea ref={pasted} rows="5" lang={CHINESE} placeholder={catalog.text(props.example)} />
            </label>
            <button type="button" class="button" onclick={onpaste}>{ catalog.text(key!("import-action")) }</button>
            if let Some(change) = &*result {
                { report(change, &catalog) }
            }
        </details>
    }
}

/// Draws the number of entries added, and the lines that could not be read.
fn report(change: &DictionaryChange, catalog: &Catalog) -> Html {
    html! {
        <div role="status">
            <p>{ catalog.with(key!("import-result"), [("added", change.added.into()), ("errors", change.errors.len().into())]) }</p>
            <ol class="import-errors">{ for change.errors.iter().take(ERRORS_SHOWN).map(|LexiconError { line, kind }| html! {
                <li key={*line}>
                    { catalog.with(key!("import-line"), [("line", (*line).into())]) }{ " " }{ labels::lexicon_error(*kind, catalog) }
                </li>
            }) }</ol>
            if change.errors.len() > ERRORS_SHOWN {
                <p>{ catalog.with(key!("import-more"), [("n", (change.errors.len() - ERRORS_SHOWN).into())]) }</p>
            }
        </div>
    }
}
