//! The reader's own texts as a table with their facts, of which only the rows near the screen are drawn.

mod columns;
mod facts_file;
mod ticks;

use std::collections::BTreeSet;
use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use self::facts_file::FactsFile;
use self::ticks::{Tick, Ticks, use_ticks};
use super::bulk::Bulk;
use super::encoding_dialog::EncodingDialog;
use crate::engine::TextEdit;
use crate::text::fold;
use crate::ui::column_choice::ColumnChoice;
use crate::ui::i18n::{Catalog, MessageKey, key, use_catalog};
use crate::ui::lang::lang_of;
use crate::ui::one_line::one_line;
use crate::ui::routes::{Order, Route, TextRoute};
use crate::ui::shared::Shared;
use crate::ui::shell::keyboard;
use crate::ui::store::{Store, use_store};
use crate::ui::table::{Column, Kind, Sorting, Value, chosen, more_columns, sorted, sorting, use_window};
use crate::ui::widgets::columns_field::ColumnsField;
use crate::ui::widgets::confirm::Confirm;
use crate::view::TextRow;

/// Least number of texts for which there is a search field.
const SEARCHED: usize = 12;

/// The name of the table where the choice of its columns is kept.
const NAME: &str = "texts";

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
    let texts = &props.texts;
    let (region, table) = (use_node_ref(), use_node_ref());
    let filter = use_state_eq(String::new);
    let order = use_state_eq(|| None::<Order>);
    let done = use_state_eq(Vec::<(String, u32)>::new);
    let asked = use_state_eq(|| None::<Asked>);
    let ListedTexts { all, shown, hidden, found } = use_listed(texts, &filter, (*order).as_ref());
    let rows = found.len();
    let (window, fit) = use_window(&region, &table, rows);
    let Ticks { ticked, ontick, onall, onnone } = use_ticks(texts, &found);
    let picked = use_memo((texts.clone(), found.clone(), ticked.clone()), picked);
    let onask = use_callback(asked.setter(), |question: Asked, asked| asked.set(Some(question)));
    let onclose = use_callback(asked.setter(), |(), asked| asked.set(None));
    let onorder = use_callback(order.setter(), |next: Option<Order>, order| order.set(next));
    let ondone = use_callback(done.setter(), |changed: Vec<(String, u32)>, done| done.set(changed));
    let chunks = window.chunks.clone().map(|chunk| {
        let part = window.rows_of(chunk);
        html! {
            <TextRows
                key={chunk}
                texts={texts.clone()}
                columns={shown.clone()}
                listed={found.clone()}
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
            <div class="texts-tools">
                if texts.len() >= SEARCHED {
                    { filter_field(&filter, &catalog) }
                }
                <ColumnsField table={NAME} columns={optional(&all)} {hidden} />
                <FactsFile columns={all.clone()} listed={found.clone()} order={(*order).clone()} ondone={ondone.clone()} />
            </div>
            <Bulk chosen={picked.0.clone()} done={(*done).clone()} {ondone} {onnone} />
            { more_columns(fit, &catalog) }
            <div ref={region} class={classes!("table-scroll", fit.more.then_some("more-right"))} tabindex="0" role="region" aria-label={catalog.text(key!("texts-list"))}>
                <table ref={table} class="texts" data-steps="" aria-rowcount={(rows + 1).to_string()} onkeydown={|event: KeyboardEvent| keyboard::step(&event)}>
                    { head(&shown, picked.1, onall, order.as_ref(), &onorder, &catalog) }
                    { window.above() }
                    // A separate list, so that its keys remain valid when the spacers come and go.
                    <>{ for chunks }</>
                    { window.below() }
                </table>
            </div>
            { (rows == 0).then(|| html! { <p class="empty">{ catalog.text(key!("texts-none-found")) }</p> }) }
            { dialog(asked.as_ref(), onclose, &store, &catalog) }
        </>
    }
}

/// The texts, the places of those that are listed, and the ids of those that are ticked.
type TickedTexts = (Shared<Vec<TextRow>>, Shared<Vec<usize>>, Rc<BTreeSet<String>>);

/// Returns the texts that are ticked, and whether all that are listed are.
fn picked((texts, found, ticked): &TickedTexts) -> (Shared<Vec<TextRow>>, bool) {
    // A text that was removed is not chosen any more.
    let picked = texts.iter().filter(|row| ticked.contains(&row.id)).cloned();
    let all = !found.is_empty() && found.iter().all(|&place| ticked.contains(&texts[place].id));
    (Shared::new(picked.collect::<Vec<_>>()), all)
}

/// The texts that are listed, and the columns.
struct ListedTexts {
    /// All columns.
    all: Shared<Vec<Column>>,
    /// Those on the screen.
    shown: Shared<Vec<Column>>,
    /// The names of those that are left out.
    hidden: Vec<String>,
    /// The places of the texts, in the order of the table.
    found: Shared<Vec<usize>>,
}

/// Finds the texts that a filter passes, and sorts them.
#[hook]
fn use_listed(texts: &Shared<Vec<TextRow>>, filter: &str, order: Option<&Order>) -> ListedTexts {
    let catalog = use_catalog();
    let store = use_store();
    let columns =
        use_memo((texts.clone(), catalog), |(texts, catalog)| Shared::new(columns::columns(texts, catalog)));
    let kept = ColumnChoice::read(store.state.columns.as_deref().unwrap_or_default());
    let hidden = kept.hidden(NAME).map_or_else(|| columns::usually_hidden(texts), <[String]>::to_vec);
    let shown = use_memo(((*columns).clone(), hidden.clone()), |(columns, hidden)| {
        let shown = chosen(columns, hidden).into_iter().filter(|column| !column.filed);
        Shared::new(shown.collect::<Vec<_>>())
    });
    let searched = use_memo(texts.clone(), |texts| Shared::new(columns::searched(texts)));
    let key = ((*searched).clone(), filter.to_owned(), order.cloned(), (*columns).clone());
    let found = use_memo(key, |(searched, filter, order, columns)| {
        let filter = fold(filter.trim());
        let found = searched.iter().enumerate().filter(|(_, text)| text.contains(&filter));
        let found: Vec<usize> = found.map(|(place, _)| place).collect();
        Shared::new(order.as_ref().map_or_else(|| found.clone(), |order| sorted(&found, columns, order)))
    });
    ListedTexts { all: (*columns).clone(), shown: (*shown).clone(), hidden, found: (*found).clone() }
}

/// Returns the names and heads of the columns that may be left out.
fn optional(columns: &[Column]) -> Vec<(AttrValue, AttrValue)> {
    let columns = columns.iter().filter(|column| !column.filed && column.kind != Kind::Word);
    columns.map(|column| (column.name.clone(), column.title.clone())).collect()
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

/// Draws the heads of the columns, which sort by them.
fn head(
    columns: &[Column],
    all: bool,
    onall: Callback<Event>,
    order: Option<&Order>,
    onorder: &Callback<Option<Order>>,
    catalog: &Catalog,
) -> Html {
    let head = |column: &Column| {
        let is_number = column.kind == Kind::Number;
        let Sorting { sort, inner, onclick } = sorting(column, order, is_number, onorder, catalog);
        html! {
            <th key={column.name.to_string()} scope="col" class={is_number.then_some("number")} aria-sort={sort}>
                <button type="button" class="sort" {onclick}>{ inner }</button>
            </th>
        }
    };
    html! {
        <thead>
            <tr>
                <td class="tick">
                    <input type="checkbox" aria-label={catalog.text(key!("bulk-all"))} checked={all} onchange={onall} />
                </td>
                { for columns.iter().map(head) }
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
    columns: Shared<Vec<Column>>,
    /// The texts listed, in the order of the table.
    listed: Shared<Vec<usize>>,
    from: usize,
    to: usize,
    ticked: Rc<BTreeSet<String>>,
    ontick: Callback<Tick>,
    onask: Callback<Asked>,
}

#[component]
fn TextRows(props: &TextRowsProps) -> Html {
    let catalog = use_catalog();
    let places = props.listed.get(props.from..props.to).unwrap_or_default();
    let rows = places.iter().zip(props.from..).map(|(&place, index)| draw(place, index, props, &catalog));
    html! { <tbody>{ for rows }</tbody> }
}

fn draw(place: usize, index: usize, props: &TextRowsProps, catalog: &Catalog) -> Html {
    let Some(row) = props.texts.get(place) else { return html! {} };
    let ontick = props.ontick.reform(move |event: MouseEvent| Tick {
        index,
        on: event.target_unchecked_into::<HtmlInputElement>().checked(),
        range: event.shift_key(),
    });
    let named = |key: MessageKey| catalog.with(key, [("name", row.name.as_str().into())]);
    let onremove = {
        let removal = Asked::Removal(row.clone());
        props.onask.reform(move |_: MouseEvent| removal.clone())
    };
    html! {
        <tr key={row.id.clone()} data-row="" aria-rowindex={(index + 2).to_string()}>
            <td class="tick">
                <input type="checkbox" aria-label={named(key!("bulk-tick"))} checked={props.ticked.contains(&row.id)} onclick={ontick} />
            </td>
            { for props.columns.iter().map(|column| cell(column, row, place, &props.onask, catalog)) }
            <td class="actions">
                <button type="button" class="link" aria-label={named(key!("text-remove-named"))} onclick={onremove}>{ catalog.text(key!("entry-remove")) }</button>
            </td>
        </tr>
    }
}

/// Draws one fact of a text.
fn cell(column: &Column, row: &TextRow, place: usize, onask: &Callback<Asked>, catalog: &Catalog) -> Html {
    let value = match (column.value)(place) {
        Value::Nothing => AttrValue::default(),
        value => value.shown(0, catalog),
    };
    let counted = match column.name.as_str() {
        "characters" => Some((key!("counted-characters"), row.characters)),
        "stories" => Some((key!("counted-stories"), row.stories)),
        "warnings" => Some((key!("counted-notes"), row.warnings)),
        _ => None,
    };
    match (column.kind, counted) {
        (Kind::Word, _) => {
            let href = Route::Text(TextRoute { id: row.id.clone(), line: None }).href();
            html! {
                <th scope="row" class="name">
                    <a {href} data-step="" title={row.name.clone()}><bdi>{ one_line(&value) }</bdi></a>
                </th>
            }
        }
        (_, Some((key, n))) => html! {
            <td class="number" data-label={catalog.with(key, [("n", n.into())])}>{ value }</td>
        },
        _ if column.name == "encoding" => encoding(row, value, onask, catalog),
        _ => {
            let class = if column.name == "headline" { "fact broad" } else { "fact" };
            let title = (!value.is_empty()).then(|| value.clone());
            html! { <td {class} {title} lang={lang_of(&*value)}>{ one_line(&value) }</td> }
        }
    }
}

fn encoding(row: &TextRow, name: AttrValue, onask: &Callback<Asked>, catalog: &Catalog) -> Html {
    let onclick = {
        let question = Asked::Encoding(row.clone());
        onask.reform(move |_: MouseEvent| question.clone())
    };
    let label = catalog.with(key!("encoding-change"), [("name", row.name.as_str().into())]);
    html! {
        <td class="encoding">
            if row.encoding.is_some() {
                <button type="button" class="link" aria-label={label} {onclick}>{ name }</button>
                if !row.encoding_sure {
                    <span class="unsure">{ catalog.text(key!("encoding-unsure")) }</span>
                }
            } else {
                <span class="soft">{ "—" }</span>
            }
        </td>
    }
}
