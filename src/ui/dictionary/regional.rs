//! 各地用語: the table of words that differ by region, to search, change, add to and take out of.

pub(crate) mod route;

mod form;
mod table;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use self::form::RegionalForm;
use self::route::RegionalRoute;
use self::table::RegionalTable;
use super::entry_import::EntryImport;
use crate::engine::{Ask, DictionaryEdit, ExportRegional};
use crate::ui::browser;
use crate::ui::i18n::{MessageKey, key, use_catalog};
use crate::ui::lang::CHINESE;
use crate::ui::routes::Route;
use crate::ui::shared::Shared;
use crate::ui::shell::tabs::Tabs;
use crate::ui::store::use_store;
use crate::ui::widgets::fields::Switch;
use crate::ui::widgets::waiting::when_here;
use crate::view::{RegionalList, RegionalRow};

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct RegionalProps {
    pub(crate) route: RegionalRoute,
}

#[component]
pub(crate) fn RegionalPage(props: &RegionalProps) -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let route = &props.route;
    let query = route.query();
    let editing = use_state_eq(|| None::<RegionalRow>);
    let onfilter = {
        let route = route.clone();
        Callback::from(move |event: InputEvent| {
            let filter = event.target_unchecked_into::<HtmlInputElement>().value();
            browser::replace(&Route::Regional(RegionalRoute { filter, ..route.clone() }));
        })
    };
    let onset = {
        let route = route.clone();
        Callback::from(move |changed: bool| {
            browser::replace(&Route::Regional(RegionalRoute { changed, ..route.clone() }));
        })
    };
    let onedit = {
        let editing = editing.setter();
        Callback::from(move |row: Option<RegionalRow>| {
            editing.set(row);
            browser::focus(form::FIRST);
        })
    };
    html! {
        <article class="page dictionary-page">
            <header class="page-head"><h1>{ catalog.text(key!("tab-regional")) }</h1></header>
            <Tabs route={Route::Regional(route.clone())} />
            <p class="hint page-lead">{ catalog.text(key!("regional-lead")) }</p>
            <RegionalForm
                key={editing.as_ref().map(|row| row.words.join("\t")).unwrap_or_default()}
                row={(*editing).clone()}
                ondone={onedit.reform(|()| None)}
            />
            <div class="toolbar">
                <label class="picker">
                    <span class="picker-label">{ catalog.text(key!("field-filter")) }</span>
                    <input type="search" autocomplete="off" data-search="" lang={CHINESE} value={route.filter.clone()} oninput={onfilter} />
                </label>
                <Switch label={catalog.text(key!("regional-changed"))} on={route.changed} {onset} />
            </div>
            { when_here(&store.state.answer(&query), &query, |list| html! {
                <RegionalRows list={list.clone()} {onedit} />
            }) }
            <EntryImport
                lead={key!("regional-import-lead")}
                example={key!("regional-import-example")}
                accept=".tsv,.txt,text/plain,text/tab-separated-values"
                edit={Callback::from(import)}
            />
        </article>
    }
}

fn import(table: String) -> DictionaryEdit {
    DictionaryEdit::ImportRegional { table }
}

#[derive(Clone, PartialEq, Properties)]
struct RegionalRowsProps {
    list: Shared<RegionalList>,
    onedit: Callback<Option<RegionalRow>>,
}

#[component]
fn RegionalRows(props: &RegionalRowsProps) -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let list = &props.list;
    let edit = |edit: DictionaryEdit, done: MessageKey| {
        let asker = store.asker.clone();
        Callback::from(move |_: MouseEvent| asker.edit(edit.clone(), done))
    };
    let export = {
        let store = store.clone();
        Callback::from(move |_: MouseEvent| {
            let told = store.clone();
            store.asker.export(ExportRegional {}.query(), move |file| {
                let saved = browser::download(
                    "duidu-regional-words.tsv",
                    "text/tab-separated-values;charset=utf-8",
                    &file,
                );
                told.tell(if saved.is_ok() { key!("notice-saved") } else { key!("notice-not-saved") });
            });
        })
    };
    let numbers =
        [("sets", list.sets.into()), ("changed", list.changed.into()), ("found", list.rows.len().into())];
    html! {
        <>
            <p class="summary" role="status">{ catalog.with(key!("regional-summary"), numbers) }</p>
            <div class="tools">
                <button type="button" class="button" disabled={!list.can_undo} onclick={edit(DictionaryEdit::Undo, key!("notice-undone"))}>{ catalog.text(key!("action-undo")) }</button>
                <button type="button" class="button" disabled={!list.can_redo} onclick={edit(DictionaryEdit::Redo, key!("notice-redone"))}>{ catalog.text(key!("action-redo")) }</button>
                <button type="button" class="button" onclick={export}>{ catalog.text(key!("action-export")) }</button>
                <button type="button" class="button" disabled={list.changed == 0} onclick={edit(DictionaryEdit::ClearRegional, key!("notice-regional-cleared"))}>{ catalog.text(key!("regional-clear")) }</button>
            </div>
            if list.rows.is_empty() {
                <p class="empty">{ catalog.text(key!("regional-none")) }</p>
            } else {
                <div class="table-scroll" tabindex="0" role="region" aria-label={catalog.text(key!("tab-regional"))}>
                    <RegionalTable list={list.clone()} onedit={props.onedit.reform(Some)} />
                </div>
            }
        </>
    }
}
