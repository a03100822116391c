//! The reader's own texts as a table, of which only the rows near the screen are drawn.

use std::collections::BTreeSet;
use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::bulk::Bulk;
use super::encoding_dialog::EncodingDialog;
use crate::engine::TextEdit;
use crate::ui::i18n::{Catalog, MessageKey, key, use_catalog};
use crate::ui::labels;
use crate::ui::lang::lang_of;
use crate::ui::one_line::one_line;
use crate::ui::routes::{Route, TextRoute};
use crate::ui::shared::Shared;
use crate::ui::shell::keyboard;
use crate::ui::store::{Store, use_store};
use crate::ui::table::use_window;
use crate::ui::widgets::confirm::Confirm;
use crate::view::TextRow;

/// Least number of texts for which there is a search field.
const SEARCHED: usize = 12;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct TextTableProps {
    /// The texts.
    pub(crate) texts: Shared<Vec<TextRow>>,
}

/// A dialog the reader opened about a text.
#[derive(Clone, PartialEq)]
enum Asked {
    Encoding(TextRow),
    Removal(TextRow),
}

#[component]
pub(crate) fn TextTable(props: &TextTableProps) -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let (region, table) = (use_node_ref(), use_node_ref());
    let filter = use_state_eq(String::new);
    let asked = use_state_eq(|| None::<Asked>);
    let found = use_memo((props.texts.clone(), (*filter).clone()), |(texts, filter)| {
        let filter = filter.trim();
        Shared::new(texts.iter().filter(|row| row.name.contains(filter)).cloned().collect::<Vec<_>>())
    });
    let rows = found.len();
    let (window, _) = use_window(&region, &table, rows);
    let Ticks { ticked, ontick, onall, onnone } = use_ticks(&found);
    // A text that was removed is not chosen any more.
    let chosen: Vec<TextRow> = props.texts.iter().filter(|row| ticked.contains(&row.id)).cloned().collect();
    let all = !found.is_empty() && found.iter().all(|row| ticked.contains(&row.id));
    let onask = {
        let asked = asked.setter();
        Callback::from(move |question: Asked| asked.set(Some(question)))
    };
    let onclose = {
        let asked = asked.setter();
        Callback::from(move |()| asked.set(None))
    };
    let chunks = window.chunks.clone().map(|chunk| {
        let part = window.rows_of(chunk);
        html! {
            <TextRows
                key={chunk}
                texts={(*found).clone()}
                from={part.start}
                to={part.end}
                ticked={ticked.clone()}
                ontick={ontick.clone()}
                onask={onask.clone()}
            />
        }
    });
    html! {
        <>
            if props.texts.len() >= SEARCHED {
                { filter_field(&filter, &catalog) }
            }
            <Bulk {chosen} {onnone} />
            <div ref={region} class="table-scroll" tabindex="0" role="region" aria-label={catalog.text(key!("texts-list"))}>
                <table ref={table} class="texts" data-steps="" aria-rowcount={(rows + 1).to_string()} onkeydown={|event: KeyboardEvent| keyboard::step(&event)}>
                    { head(all, onall, &catalog) }
                    { window.above() }
                    // A separate list, so that its keys remain valid when the spacers come and go.
                    <>{ for chunks }</>
                    { window.below() }
                </table>
            </div>
            if rows == 0 {
                <p class="empty">{ catalog.text(key!("texts-none-found")) }</p>
            }
            { dialog(asked.as_ref(), onclose, &store, &catalog) }
        </>
    }
}

/// The texts that are ticked, and the callbacks that tick rows, all rows and none.
struct Ticks {
    ticked: Rc<BTreeSet<String>>,
    ontick: Callback<Tick>,
    onall: Callback<Event>,
    onnone: Callback<()>,
}

/// Holds the ticks of a table that shows these texts.
#[hook]
fn use_ticks(found: &Shared<Vec<TextRow>>) -> Ticks {
    let ticked = use_state_eq(|| Rc::new(BTreeSet::<String>::new()));
    let last = use_mut_ref(|| None::<usize>);
    let ontick = {
        let (ticked, found) = (ticked.clone(), found.clone());
        Callback::from(move |tick: Tick| {
            let before = last.borrow_mut().replace(tick.index).filter(|_| tick.range);
            let from = before.unwrap_or(tick.index);
            let range = from.min(tick.index)..=from.max(tick.index);
            let ids = found.get(range).unwrap_or_default().iter().map(|row| row.id.clone());
            ticked.set(Rc::new(with(&ticked, ids, tick.on)));
        })
    };
    let onall = {
        let (ticked, found) = (ticked.clone(), found.clone());
        Callback::from(move |event: Event| {
            let on = event.target_unchecked_into::<HtmlInputElement>().checked();
            ticked.set(Rc::new(with(&ticked, found.iter().map(|row| row.id.clone()), on)));
        })
    };
    let onnone = {
        let ticked = ticked.setter();
        Callback::from(move |()| ticked.set(Rc::default()))
    };
    Ticks { ticked: (*ticked).clone(), ontick, onall, onnone }
}

/// The tick of a row, or of all rows from the one ticked before.
#[derive(Clone, Copy, PartialEq)]
struct Tick {
    index: usize,
    on: bool,
    range: bool,
}

/// Returns the texts chosen with these added, or taken away.
fn with(chosen: &BTreeSet<String>, ids: impl Iterator<Item = String>, on: bool) -> BTreeSet<String> {
    let mut chosen = chosen.clone();
    for id in ids {
        if on {
            chosen.insert(id);
        } else {
            chosen.remove(&id);
        }
    }
    chosen
}

fn filter_field(filter: &UseStateHandle<String>, catalog: &Catalog) -> Html {
    let setter = filter.setter();
    let oninput = Callback::from(move |event: InputEvent| {
        setter.set(event.target_unchecked_into::<HtmlInputElement>().value());
    });
    html! {
        <label class="picker text-filter">
            <span class="picker-label">{ catalog.text(key!("texts-filter")) }</span>
            <input type="search" autocomplete="off" data-search="" value={(**filter).clone()} {oninput} />
        </label>
    }
}

fn head(all: bool, onall: Callback<Event>, catalog: &Catalog) -> Html {
    html! {
        <thead>
            <tr>
                <td class="tick">
                    <input type="checkbox" aria-label={catalog.text(key!("bulk-all"))} checked={all} onchange={onall} />
                </td>
                <th scope="col">{ catalog.text(key!("column-name")) }</th>
                <th scope="col">{ catalog.text(key!("column-format")) }</th>
                <th scope="col">{ catalog.text(key!("column-encoding")) }</th>
                <th scope="col" class="number">{ catalog.text(key!("column-characters")) }</th>
                <th scope="col" class="number">{ catalog.text(key!("column-stories")) }</th>
                <th scope="col" class="number">{ catalog.text(key!("column-warnings")) }</th>
                <th scope="col">{ catalog.text(key!("column-state")) }</th>
                <td></td>
            </tr>
        </thead>
    }
}

/// Draws the dialog that the reader opened.
fn dialog(asked: Option<&Asked>, onclose: Callback<()>, store: &Store, catalog: &Catalog) -> Html {
    match asked {
        Some(Asked::Encoding(TextRow { id, name, encoding: Some(encoding), .. })) => html! {
            <EncodingDialog id={id.clone()} name={name.clone()} encoding={*encoding} {onclose} />
        },
        Some(Asked::Removal(row)) => removal(row, onclose, store, catalog),
        _ => html! {},
    }
}

/// Draws the dialog that confirms the removal of a text.
fn removal(row: &TextRow, onclose: Callback<()>, store: &Store, catalog: &Catalog) -> Html {
    let (asker, id) = (store.asker.clone(), row.id.clone());
    let onconfirm = Callback::from(move |()| {
        let told = asker.clone();
        asker
            .edit_texts(TextEdit::Remove { id: id.clone() }, move |_| told.tell(key!("notice-text-removed")));
    });
    html! {
        <Confirm id="remove-text" title={catalog.text(key!("remove-title"))} action={catalog.text(key!("entry-remove"))} {onconfirm} {onclose}>
            <p>{ catalog.with(key!("remove-text"), [("name", row.name.as_str().into()), ("stories", row.stories.into())]) }</p>
        </Confirm>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct TextRowsProps {
    texts: Shared<Vec<TextRow>>,
    from: usize,
    to: usize,
    ticked: Rc<BTreeSet<String>>,
    ontick: Callback<Tick>,
    onask: Callback<Asked>,
}

#[component]
fn TextRows(props: &TextRowsProps) -> Html {
    let catalog = use_catalog();
    let rows = props.texts.get(props.from..props.to).unwrap_or_default();
    html! {
        <tbody>{ for rows.iter().zip(props.from..).map(|(row, index)| draw(row, index, props, &catalog)) }</tbody>
    }
}

fn draw(row: &TextRow, index: usize, props: &TextRowsProps, catalog: &Catalog) -> Html {
    let onask = &props.onask;
    let ontick = props.ontick.reform(move |event: MouseEvent| Tick {
        index,
        on: event.target_unchecked_into::<HtmlInputElement>().checked(),
        range: event.shift_key(),
    });
    let source = [&row.paper, &row.date, &row.series];
    let source: Vec<&str> = source.into_iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    let href = Route::Text(TextRoute { id: row.id.clone(), line: None }).href();
    let named = |key: MessageKey| catalog.with(key, [("name", row.name.as_str().into())]);
    let ask = |question: Asked| onask.reform(move |_: MouseEvent| question.clone());
    let states = [(row.wrapped, key!("text-wrapped")), (row.edited, key!("text-edited"))];
    let states: Vec<_> =
        states.into_iter().filter(|(is, _)| *is).map(|(_, key)| catalog.text(key).to_string()).collect();
    html! {
        <tr key={row.id.clone()} data-row="" aria-rowindex={(index + 2).to_string()}>
            <td class="tick">
                <input type="checkbox" aria-label={named(key!("bulk-tick"))} checked={props.ticked.contains(&row.id)} onclick={ontick} />
            </td>
            <th scope="row" class="name">
                <a {href} data-step="" title={row.name.clone()}><bdi>{ one_line(&row.name) }</bdi></a>
                if !source.is_empty() {
                    <span class="source soft" lang={lang_of(source.join("　"))}>{ one_line(&source.join("　")) }</span>
                }
            </th>
            <td>{ labels::format(row.format, catalog) }</td>
            <td class="encoding">
                if let Some(encoding) = row.encoding {
                    <button type="button" class="link" aria-label={named(key!("encoding-change"))} onclick={ask(Asked::Encoding(row.clone()))}>{ labels::encoding(encoding) }</button>
                    if !row.encoding_sure {
                        <span class="unsure">{ catalog.text(key!("encoding-unsure")) }</span>
                    }
                } else {
                    <span class="soft">{ "—" }</span>
                }
            </td>
            <td class="number" data-label={catalog.with(key!("counted-characters"), [("n", row.characters.into())])}>{ catalog.count(row.characters) }</td>
            <td class="number" data-label={catalog.with(key!("counted-stories"), [("n", row.stories.into())])}>{ catalog.count(row.stories) }</td>
            <td class="number" data-label={catalog.with(key!("counted-notes"), [("n", row.warnings.into())])}>{ catalog.count(row.warnings) }</td>
            <td class="soft">{ states.join(&*catalog.text(key!("list-comma"))) }</td>
            <td class="actions">
                <button type="button" class="link" aria-label={named(key!("text-remove-named"))} onclick={ask(Asked::Removal(row.clone()))}>{ catalog.text(key!("entry-remove")) }</button>
            </td>
        </tr>
    }
}
