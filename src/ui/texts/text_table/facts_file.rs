//! The facts of own texts as a file: saved from the table, and filled in from one.

use gloo::file::callbacks::{FileReader, read_as_bytes};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::engine::TextEdit;
use crate::ui::browser;
use crate::ui::i18n::{Catalog, MessageKey, key, use_catalog};
use crate::ui::routes::Order;
use crate::ui::shared::Shared;
use crate::ui::store::use_store;
use crate::ui::table::{Column, delimited, sorted};
use crate::view::export::Separator;
use crate::view::{LineProblem, UnusedLine};

use super::columns::of_file;

/// Number of unused lines that are listed; the others are counted.
const LISTED: usize = 20;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct FactsFileProps {
    /// All columns.
    pub(super) columns: Shared<Vec<Column>>,
    /// The texts listed.
    pub(super) listed: Shared<Vec<usize>>,
    pub(super) order: Option<Order>,
    /// Called with the pages that an import changed and their revisions.
    pub(super) ondone: Callback<Vec<(String, u32)>>,
}

/// What came of an import.
#[derive(Clone, PartialEq)]
struct Filled {
    texts: usize,
    unused: Vec<UnusedLine>,
}

/// Draws the links that save the facts, the one that fills them in from a file, and what came of it.
#[component]
pub(super) fn FactsFile(props: &FactsFileProps) -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let reader = use_mut_ref(|| None::<FileReader>);
    let filled = use_state_eq(|| None::<Filled>);
    let onfile = {
        let (asker, filled, ondone) = (store.asker.clone(), filled.setter(), props.ondone.clone());
        let told = store.clone();
        Callback::from(move |event: Event| {
            let field: HtmlInputElement = event.target_unchecked_into();
            let Some(file) = field.files().and_then(|files| files.get(0)) else { return };
            let (asker, filled, ondone, told) = (asker.clone(), filled.clone(), ondone.clone(), told.clone());
            filled.set(None);
            let reading = read_as_bytes(&gloo::file::File::from(file), move |bytes| {
                let Ok(table) = bytes else { return told.tell(key!("notice-not-text")) };
                asker.edit_texts(TextEdit::FillByTable { table }, move |change| {
                    filled.set(Some(Filled { texts: change.changed.len(), unused: change.unused.clone() }));
                    ondone.emit(change.changed.clone());
                });
            });
            *reader.borrow_mut() = Some(reading);
            // The same file can be chosen again after a correction.
            field.set_value("");
        })
    };
    let save = |ending: &'static str, separator: Separator, kind: &'static str| {
        let (props, store) = (props.clone(), store.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            let rows = match &props.order {
                Some(order) => sorted(&props.listed, &props.columns, order),
                None => props.listed.to_vec(),
            };
            let text = delimited(&[], &of_file(&props.columns), &rows, separator);
            let saved = browser::download(&format!("duidu-texts.{ending}"), kind, &text);
            store.tell(if saved.is_ok() { key!("notice-saved") } else { key!("notice-not-saved") });
        });
        html! { <button type="button" class="link" {onclick}>{ ending.to_uppercase() }</button> }
    };
    let onclose = {
        let filled = filled.setter();
        Callback::from(move |_: MouseEvent| filled.set(None))
    };
    html! {
        <>
            <span class="saves">
                { save("csv", Separator::Comma, "text/csv;charset=utf-8") }
                { save("tsv", Separator::Tab, "text/tab-separated-values;charset=utf-8") }
                <label class="link file-link" title={catalog.text(key!("facts-import-about"))}>
                    { catalog.text(key!("facts-import")) }
                    <input type="file" class="unseen" accept=".csv,.tsv,.tab,.txt,text/csv,text/tab-separated-values" onchange={onfile} />
                </label>
            </span>
            if let Some(filled) = &*filled {
                { report(filled, onclose, &catalog) }
            }
        </>
    }
}

/// Draws how many texts were filled in, and names the lines that fit nothing.
fn report(filled: &Filled, onclose: Callback<MouseEvent>, catalog: &Catalog) -> Html {
    let unused = filled.unused.len();
    let line = |line: &UnusedLine| {
        let arguments = [
            ("line", line.line.into()),
            ("text", line.text.as_str().into()),
            ("problem", catalog.text(problem(line.problem)).to_string().into()),
        ];
        html! { <li key={line.line}>{ catalog.with(key!("facts-line"), arguments) }</li> }
    };
    html! {
        <div class="facts-report" role="status">
            <p>
                { catalog.with(key!("facts-filled"), [("n", filled.texts.into())]) }
                if unused > 0 {
                    { " " }{ catalog.with(key!("facts-unused"), [("n", unused.into())]) }
                }
                { " " }<button type="button" class="link" onclick={onclose}>{ catalog.text(key!("action-close")) }</button>
            </p>
            if unused > 0 {
                <ul>{ for filled.unused.iter().take(LISTED).map(line) }</ul>
            }
            if unused > LISTED {
                <p class="soft">{ catalog.with(key!("facts-lines-more"), [("n", (unused - LISTED).into())]) }</p>
            }
        </div>
    }
}

fn problem(problem: LineProblem) -> MessageKey {
    match problem {
        LineProblem::NoText => key!("facts-no-text"),
        LineProblem::SeveralTexts => key!("facts-several"),
        LineProblem::Twice => key!("facts-twice"),
        LineProblem::NotADate => key!("facts-no-date"),
    }
}
