//! 自訂詞典: all entries of the reader's dictionary, to search, change, disable, remove and export.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::entry_form::EntryForm;
use super::entry_import::EntryImport;
use super::entry_table::EntryTable;
use crate::engine::{Ask, DictionaryEdit, ExportDictionary};
use crate::ui::browser;
use crate::ui::i18n::{MessageKey, key, use_catalog};
use crate::ui::lang::CHINESE;
use crate::ui::one_line::heading;
use crate::ui::routes::{DictionaryRoute, Route, codec};
use crate::ui::shared::Shared;
use crate::ui::shell::tabs::Tabs;
use crate::ui::store::use_store;
use crate::ui::widgets::waiting::when_here;
use crate::view::{DictionaryList, DictionaryRow, DictionarySort};

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
            <header class="page-head">{ heading(&catalog.text(key!("dictionary-title"))) }</header>
            <Tabs route={Route::Dictionary(route.clone())} />
            <p class="hint page-lead">{ catalog.text(key!("dictionary-lead")) }</p>
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
            <EntryImport lead={key!("import-lead")} example={key!("import-example")} accept=".txt,text/plain" edit={Callback::from(import)} />
        </article>
    }
}

fn import(text: String) -> DictionaryEdit {
    DictionaryEdit::Import { text }
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
            asker.export(ExportDictionary {}.query(), move |file| {
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
