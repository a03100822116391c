//! The entries of the dictionary as a table.

use yew::prelude::*;

use crate::engine::DictionaryEdit;
use crate::lexicon::{Key, Place};
use crate::ui::i18n::{Catalog, MessageKey, key, use_catalog};
use crate::ui::labels;
use crate::ui::lang::lang_of;
use crate::ui::routes::{CompareRoute, ReadRoute, Route};
use crate::ui::shared::Shared;
use crate::ui::shell::keyboard;
use crate::ui::store::{Store, use_store};
use crate::ui::table::use_window;
use crate::view::{DictionaryList, DictionaryRow, StoryPlace};

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct EntryTableProps {
    /// The entries.
    pub(crate) list: Shared<DictionaryList>,
    /// Called with an entry the reader wants to change.
    pub(crate) onedit: Callback<DictionaryRow>,
}

/// Draws the table, limited to the rows near the screen.
#[component]
pub(crate) fn EntryTable(props: &EntryTableProps) -> Html {
    let catalog = use_catalog();
    let (region, table) = (use_node_ref(), use_node_ref());
    let rows = props.list.rows.len();
    let (window, _) = use_window(&region, &table, rows);
    let onkeydown = Callback::from(|event: KeyboardEvent| keyboard::step(&event));
    let chunks = window.chunks.clone().map(|chunk| {
        let rows = window.rows_of(chunk);
        html! { <EntryRows key={chunk} table={props.clone()} from={rows.start} to={rows.end} /> }
    });
    html! {
        <table ref={table} class="entries" data-steps="" aria-rowcount={(rows + 1).to_string()} {onkeydown}>
            <thead>
                <tr>
                    <th scope="col">{ catalog.text(key!("column-word")) }</th>
                    <th scope="col">{ catalog.text(key!("column-rule")) }</th>
                    <th scope="col">{ catalog.text(key!("column-tag")) }</th>
                    <th scope="col" class="number">{ catalog.text(key!("column-occurrences")) }</th>
                    <th scope="col">{ catalog.text(key!("column-enabled")) }</th>
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
struct EntryRowsProps {
    table: EntryTableProps,
    from: usize,
    to: usize,
}

#[component]
fn EntryRows(props: &EntryRowsProps) -> Html {
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
    table: &EntryTableProps,
    row: &DictionaryRow,
    index: usize,
    store: &Store,
    catalog: &Catalog,
) -> Html {
    let key = key(row);
    let edit = |edit: DictionaryEdit, done: MessageKey| {
        let asker = store.asker.clone();
        move || asker.edit(edit.clone(), done)
    };
    let switch = edit(
        DictionaryEdit::Enable { key: key.clone(), enabled: !row.enabled },
        if row.enabled { key!("notice-switched-off") } else { key!("notice-switched-on") },
    );
    let remove = edit(DictionaryEdit::Remove(key.clone()), key!("notice-removed"));
    let onedit = {
        let row = row.clone();
        table.onedit.reform(move |_: MouseEvent| row.clone())
    };
    let shown = shown(row);
    let named = |key: MessageKey| catalog.with(key, [("word", shown.as_str().into())]);
    html! {
        <tr key={format!("{key:?}")} data-row="" aria-rowindex={(index + 2).to_string()} class={(!row.enabled).then_some("off")}>
            <th scope="row" class="word" lang={lang_of(&shown)}>{ shown.clone() }</th>
            <td>{ rule(row, catalog) }</td>
            <td title={(!row.tag.is_empty()).then(|| catalog.text(labels::tag(&row.tag)))}>{ row.tag.clone() }</td>
            <td class="number">{ catalog.count(row.occurrences) }</td>
            <td>
                <input type="checkbox" role="switch" checked={row.enabled} aria-label={named(key!("entry-switch"))} onchange={move |_: Event| switch()} />
            </td>
            <td class="actions">
                // A difference is moved again where it is compared.
                if row.moved.is_none() {
                    <button type="button" class="link" data-step="" aria-label={named(key!("entry-edit-word"))} onclick={onedit}>{ catalog.text(key!("entry-edit")) }</button>
                    { " " }
                }
                <button type="button" class="link" data-step={row.moved.is_some().then_some("")} aria-label={named(key!("entry-remove-word"))} onclick={move |_: MouseEvent| remove()}>{ catalog.text(key!("entry-remove")) }</button>
            </td>
        </tr>
    }
}

/// Returns the word as it is corrected, or both sides of a difference.
fn shown(row: &DictionaryRow) -> String {
    let side = |words: &str| if words.is_empty() { "∅".to_owned() } else { words.to_owned() };
    match &row.moved {
        Some(moved) => format!("{} → {}", side(&moved.words), side(&moved.other_words)),
        None if row.parts.is_empty() => row.word.clone(),
        None => row.parts.join("│"),
    }
}

/// Draws the rule of an entry, with a link to its place.
fn rule(row: &DictionaryRow, catalog: &Catalog) -> Html {
    if let (Some(moved), Some(place)) = (&row.moved, &row.place) {
        let effect = catalog.text(labels::effect(moved.effect));
        let (a, b) = (place.id.clone(), moved.other.id.clone());
        let stories = [("a", a.as_str().into()), ("b", b.as_str().into())];
        return html! {
            <>
                { catalog.with(key!("rule-move"), [("effect", effect.as_str().into())]) }{ " · " }
                <a href={Route::Compare(CompareRoute { a: a.clone(), b: b.clone(), ..CompareRoute::default() }).href()}>
                    { catalog.with(key!("rule-between"), stories) }
                </a>
            </>
        };
    }
    let (rule, is_word) =
        if row.parts.is_empty() { (key!("rule-join"), true) } else { (key!("rule-split"), false) };
    let strength =
        if row.frequency.is_some() { key!("strength-recommended") } else { key!("strength-forced") };
    html! {
        <>
            { catalog.text(rule) }
            if is_word {
                { " · " }{ catalog.text(strength) }
            }
            if let Some(place) = &row.place {
                { " · " }
                <a href={Route::Read(ReadRoute { id: place.id.clone(), at: Some(place.start), boundaries: true, ..ReadRoute::default() }).href()}>
                    { catalog.with(key!("rule-here"), [("story", place.id.as_str().into())]) }
                </a>
            }
        </>
    }
}

fn key(row: &DictionaryRow) -> Key {
    let place = |place: &StoryPlace| Place { story: place.id.clone(), start: place.start, end: place.end };
    match (&row.place, &row.moved) {
        (Some(own), Some(moved)) => Key::Difference(place(own), place(&moved.other)),
        (Some(own), None) => Key::Place(place(own)),
        (None, _) => Key::of_word(&row.word),
    }
}
