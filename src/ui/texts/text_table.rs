//! The reader's own texts as a table, of which only the rows near the screen are drawn.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::encoding_dialog::EncodingDialog;
use crate::engine::TextEdit;
use crate::ui::i18n::{Catalog, MessageKey, key, use_catalog};
use crate::ui::labels;
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
    let onfilter = {
        let filter = filter.setter();
        Callback::from(move |event: InputEvent| {
            filter.set(event.target_unchecked_into::<HtmlInputElement>().value());
        })
    };
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
        html! { <TextRows key={chunk} texts={(*found).clone()} from={part.start} to={part.end} onask={onask.clone()} /> }
    });
    html! {
        <>
            if props.texts.len() >= SEARCHED {
                <label class="picker text-filter">
                    <span class="picker-label">{ catalog.text(key!("texts-filter")) }</span>
                    <input type="search" autocomplete="off" data-search="" value={(*filter).clone()} oninput={onfilter} />
                </label>
            }
            <div ref={region} class="table-scroll" tabindex="0" role="region" aria-label={catalog.text(key!("texts-list"))}>
                <table ref={table} class="texts" data-steps="" aria-rowcount={(rows + 1).to_string()} onkeydown={|event: KeyboardEvent| keyboard::step(&event)}>
                    { head(&catalog) }
                    { window.above() }
                    // A separate list, so that its keys remain valid when the spacers come and go.
                    <>{ for chunks }</>
                    { window.below() }
                </table>
            </div>
            if rows == 0 {
                <p class="empty">{ catalog.text(key!("texts-none-found")) }</p>
            }
            { match &*asked {
                Some(Asked::Encoding(TextRow { id, name, encoding: Some(encoding), .. })) => html! {
                    <EncodingDialog id={id.clone()} name={name.clone()} encoding={*encoding} {onclose} />
                },
                Some(Asked::Removal(row)) => removal(row, onclose, &store, &catalog),
                _ => html! {},
            } }
        </>
    }
}

fn head(catalog: &Catalog) -> Html {
    html! {
        <thead>
            <tr>
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
    onask: Callback<Asked>,
}

#[component]
fn TextRows(props: &TextRowsProps) -> Html {
    let catalog = use_catalog();
    let rows = props.texts.get(props.from..props.to).unwrap_or_default();
    html! {
        <tbody>{ for rows.iter().zip(props.from..).map(|(row, index)| draw(row, index, &props.onask, &catalog)) }</tbody>
    }
}

fn draw(row: &TextRow, index: usize, onask: &Callback<Asked>, catalog: &Catalog) -> Html {
    let href = Route::Text(TextRoute { id: row.id.clone(), line: None }).href();
    let named = |key: MessageKey| catalog.with(key, [("name", row.name.as_str().into())]);
    let ask = |question: Asked| onask.reform(move |_: MouseEvent| question.clone());
    let states = [(row.wrapped, key!("text-wrapped")), (row.edited, key!("text-edited"))];
    let states: Vec<_> =
        states.into_iter().filter(|(is, _)| *is).map(|(_, key)| catalog.text(key).to_string()).collect();
    html! {
        <tr key={row.id.clone()} data-row="" aria-rowindex={(index + 2).to_string()}>
            <th scope="row" class="name">
                <a {href} data-step="" title={row.name.clone()}><bdi>{ row.name.clone() }</bdi></a>
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
            <td class="number" data-label={catalog.text(key!("column-characters"))}>{ catalog.count(row.characters) }</td>
            <td class="number" data-label={catalog.text(key!("column-stories"))}>{ catalog.count(row.stories) }</td>
            <td class="number" data-label={catalog.text(key!("column-warnings"))}>{ catalog.count(row.warnings) }</td>
            <td class="soft">{ states.join(&*catalog.text(key!("list-comma"))) }</td>
            <td class="actions">
                <button type="button" class="link" aria-label={named(key!("text-remove-named"))} onclick={ask(Asked::Removal(row.clone()))}>{ catalog.text(key!("entry-remove")) }</button>
            </td>
        </tr>
    }
}
