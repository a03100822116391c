//! The sets of regional words as a table.

use yew::prelude::*;

use crate::engine::DictionaryEdit;
use crate::lexicon::{Correction, Region};
use crate::ui::i18n::{Catalog, MessageKey, key, use_catalog};
use crate::ui::labels;
use crate::ui::lang::lang_of;
use crate::ui::shared::Shared;
use crate::ui::shell::keyboard;
use crate::ui::store::{Store, use_store};
use crate::ui::table::use_window;
use crate::view::{RegionalList, RegionalRow};

#[derive(Clone, PartialEq, Properties)]
pub(super) struct RegionalTableProps {
    /// The sets.
    pub(super) list: Shared<RegionalList>,
    /// Called with a set the reader wants to change.
    pub(super) onedit: Callback<RegionalRow>,
}

/// Draws the table, limited to the rows near the screen.
#[component]
pub(super) fn RegionalTable(props: &RegionalTableProps) -> Html {
    let catalog = use_catalog();
    let (region, table) = (use_node_ref(), use_node_ref());
    let rows = props.list.rows.len();
    let (window, _) = use_window(&region, &table, rows);
    let onkeydown = Callback::from(|event: KeyboardEvent| keyboard::step(&event));
    let chunks = window.chunks.clone().map(|chunk| {
        let rows = window.rows_of(chunk);
        html! { <SetRows key={chunk} table={props.clone()} from={rows.start} to={rows.end} /> }
    });
    html! {
        <table ref={table} class="entries regional" data-steps="" aria-rowcount={(rows + 1).to_string()} {onkeydown}>
            <thead>
                <tr>
                    { for Region::ALL.into_iter().map(|region| html! { <th scope="col">{ catalog.text(labels::region(region)) }</th> }) }
                    <td></td>
                </tr>
            </thead>
            { window.above() }
            // A separate list, so that its keys remain valid when the spacers come and go.
            <>{ for chunks }</>
            { window.below() }
        </table>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct SetRowsProps {
    table: RegionalTableProps,
    from: usize,
    to: usize,
}

#[component]
fn SetRows(props: &SetRowsProps) -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let rows = props.table.list.rows.get(props.from..props.to).unwrap_or_default();
    html! {
        <tbody>{ for rows.iter().zip(props.from..).map(|(row, index)| {
            draw(&props.table, row, index, &store, &catalog)
        }) }</tbody>
    }
}

fn draw(
    table: &RegionalTableProps,
    row: &RegionalRow,
    index: usize,
    store: &Store,
    catalog: &Catalog,
) -> Html {
    let line = row.words.join("\t");
    let shown = row.words.join(" ");
    let named = |key: MessageKey| catalog.with(key, [("word", shown.as_str().into())]);
    let button = |short: MessageKey, whole: MessageKey, onclick: Callback<MouseEvent>| {
        html! { <button type="button" class="link" data-step="" aria-label={named(whole)} {onclick}>{ catalog.text(short) }</button> }
    };
    let send = |edit: fn(Correction) -> DictionaryEdit, done: MessageKey| {
        let (asker, set) = (store.asker.clone(), Correction::regional(&line));
        Callback::from(move |_: MouseEvent| {
            if let Ok(set) = set.clone() {
                asker.edit(edit(set), done);
            }
        })
    };
    let onedit = {
        let row = row.clone();
        table.onedit.reform(move |_: MouseEvent| row.clone())
    };
    let words = row.words.iter().enumerate().map(|(place, words)| {
        if place == 0 {
            html! { <th scope="row" class="word" lang={lang_of(words)}>{ words.clone() }</th> }
        } else {
            html! { <td lang={lang_of(words)}>{ words.clone() }</td> }
        }
    });
    html! {
        <tr key={line.clone()} data-row="" aria-rowindex={(index + 2).to_string()} class={classes!((!row.enabled).then_some("off"), row.own.then_some("own"))}>
            { for words }
            <td class="actions">
                if row.enabled {
                    { button(key!("entry-edit"), key!("entry-edit-word"), onedit) }
                    { " " }
                    { button(key!("entry-remove"), key!("entry-remove-word"), send(|set| DictionaryEdit::Remove(set.key()), key!("notice-regional-removed"))) }
                } else {
                    { button(key!("regional-restore"), key!("regional-restore-set"), send(DictionaryEdit::Put, key!("notice-regional-saved"))) }
                }
            </td>
        </tr>
    }
}
