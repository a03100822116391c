//! 自訂詞典: all entries of the reader's dictionary, to search, change, disable, remove and export.

use gloo::file::callbacks::{FileReader, read_as_bytes};
use web_sys::{HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::entry_form::EntryForm;
use super::entry_table::EntryTable;
use crate::engine::DictionaryEdit;
use crate::lexicon::LexiconError;
use crate::ui::i18n::{Catalog, MessageKey, key, use_catalog};
use crate::ui::lang::CHINESE;
use crate::ui::routes::{DictionaryRoute, Route, codec};
use crate::ui::shared::Shared;
use crate::ui::store::use_store;
use crate::ui::widgets::waiting::when_here;
use crate::ui::{browser, labels};
use crate::view::{DictionaryChange, DictionaryList, DictionaryRow, DictionarySort};

/// Maximum number of errors listed; a file with more has another format.
const ERRORS_SHOWN: usize = 100;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct DictionaryProps {
    pub(crate) route: DictionaryRoute,
}

#[component]
pub(crate) fn DictionaryPage(props: &DictionaryProps) -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let route = &props.route;
    let query = route.query();
    let editing = use_state_eq(|| None::<DictionaryRow>);
    let onfilter = {
        let route = route.clone();
        Callback::from(move |event: InputEvent| {
            let filter = event.target_unchecked_into::<HtmlInputElement>().value();
            browser::replace(&Route::Dictionary(DictionaryRoute { filter, ..route.clone() }));
        })
    };
    let onsort = {
        let route = route.clone();
        Callback::from(move |event: Event| {
            let chosen = event.target_unchecked_into::<HtmlSelectElement>().value();
            let sort = codec::variant(&chosen).unwrap_or_default();
            browser::replace(&Route::Dictionary(DictionaryRoute { sort, ..route.clone() }));
        })
    };
    let onedit = {
        let editing = editing.setter();
        Callback::from(move |row: Option<DictionaryRow>| {
            editing.set(row);
            browser::focus("entry-word");
        })
    };
    html! {
        <article class="page dictionary-page">
            <header class="page-head">
                <h1>{ catalog.text(key!("dictionary-title")) }</h1>
                <p class="hint">{ catalog.text(key!("dictionary-lead")) }</p>
            </header>
            <EntryForm
                key={editing.as_ref().map(|row| format!("{row:?}")).unwrap_or_default()}
                row={(*editing).clone()}
                ondone={onedit.reform(|()| None)}
            />
            <div class="toolbar">
                <label class="picker">
                    <span class="picker-label">{ catalog.text(key!("field-filter")) }</span>
                    <input type="search" autocomplete="off" data-search="" lang={CHINESE} value={route.filter.clone()} oninput={onfilter} />
                </label>
                <label class="picker narrow">
                    <span class="picker-label">{ catalog.text(key!("concordance-sort")) }</span>
                    <select onchange={onsort}>{ for SORTS.into_iter().map(|(sort, key)| html! {
                        <option value={codec::variant_name(&sort)} selected={sort == route.sort}>{ catalog.text(key) }</option>
                    }) }</select>
                </label>
            </div>
            { when_here(&store.state.answer(&query), &query, |list| html! {
                <DictionaryRows list={list.clone()} {onedit} />
            }) }
            <Import />
        </article>
    }
}

const SORTS: [(DictionarySort, MessageKey); 5] = [
    (DictionarySort::Word, key!("column-word")),
    (DictionarySort::Rule, key!("column-rule")),
    (DictionarySort::Tag, key!("column-tag")),
    (DictionarySort::Occurrences, key!("column-occurrences")),
    (DictionarySort::Enabled, key!("column-enabled")),
];

#[derive(Clone, PartialEq, Properties)]
struct DictionaryRowsProps {
    list: Shared<DictionaryList>,
    onedit: Callback<Option<DictionaryRow>>,
}

#[component]
fn DictionaryRows(props: &DictionaryRowsProps) -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let list = &props.list;
    let edit = |edit: DictionaryEdit, done: MessageKey| {
        let asker = store.asker.clone();
        Callback::from(move |_: MouseEvent| asker.edit(edit.clone(), done))
    };
    let export = {
        let (asker, store) = (store.asker.clone(), store.clone());
        Callback::from(move |_: MouseEvent| {
            let store = store.clone();
            asker.export(move |file| {
                let saved = browser::download("duidu-dictionary.txt", "text/plain;charset=utf-8", &file);
                store.tell(if saved.is_ok() { key!("notice-saved") } else { key!("notice-not-saved") });
            });
        })
    };
    let listed = list.rows.len();
    html! {
        <>
            <p class="summary" role="status">
                { catalog.with(key!("dictionary-summary"), [("entries", list.entries.into()), ("found", list.found.into())]) }
                if listed < list.found as usize {
                    { " " }{ catalog.with(key!("dictionary-first"), [("listed", listed.into())]) }
                }
            </p>
            <div class="tools">
                <button type="button" class="button" disabled={!list.can_undo} onclick={edit(DictionaryEdit::Undo, key!("notice-undone"))}>{ catalog.text(key!("action-undo")) }</button>
                <button type="button" class="button" disabled={!list.can_redo} onclick={edit(DictionaryEdit::Redo, key!("notice-redone"))}>{ catalog.text(key!("action-redo")) }</button>
                <button type="button" class="button" disabled={list.entries == 0} onclick={export}>{ catalog.text(key!("action-export")) }</button>
                <button type="button" class="button" disabled={list.entries == 0} onclick={edit(DictionaryEdit::Clear, key!("notice-cleared"))}>{ catalog.text(key!("action-clear")) }</button>
            </div>
            if list.rows.is_empty() {
                <p class="empty">{ catalog.text(if list.entries == 0 { key!("dictionary-empty") } else { key!("dictionary-none") }) }</p>
            } else {
                <div class="table-scroll" tabindex="0" role="region" aria-label={catalog.text(key!("dictionary-title"))}>
                    <EntryTable list={list.clone()} onedit={props.onedit.reform(Some)} />
                </div>
            }
        </>
    }
}

/// Imports a file or pasted text, and reports line by line what could not be read.
#[component]
fn Import() -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let pasted = use_node_ref();
    let reader = use_mut_ref(|| None::<FileReader>);
    let result = use_state_eq(|| None::<DictionaryChange>);
    let import = {
        let (asker, result) = (store.asker.clone(), result.setter());
        move |text: String| {
            let result = result.clone();
            asker.edit_then(DictionaryEdit::Import { text }, key!("notice-imported"), move |change| {
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
            <p class="hint">{ catalog.text(key!("import-lead")) }</p>
            <label class="picker">
                <span class="picker-label">{ catalog.text(key!("import-file")) }</span>
                <input type="file" accept=".txt,text/plain" onchange={onfile} />
            </label>
            <label class="picker">
                <span class="picker-label">{ catalog.text(key!("import-paste")) }</span>
                <textarea ref={pasted} rows="5" lang={CHINESE} placeholder={catalog.text(key!("import-example"))} />
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
