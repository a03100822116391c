//! Paper, day, series and tags of the texts that are ticked in the table.

use rustc_hash::FxHashSet;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::corpus::Scope;
use crate::engine::TextEdit;
use crate::ui::i18n::{Catalog, MessageKey, key, use_catalog};
use crate::ui::lang::CHINESE;
use crate::ui::shared::Shared;
use crate::ui::shell::asker::Asker;
use crate::ui::state::{Action, Notice, Severity};
use crate::ui::store::use_store;
use crate::ui::widgets::name_corpus::NameCorpus;
use crate::view::{StoryRow, TextRow};

/// A pattern of names of files, which is the same in every language.
const EXAMPLE: &str = "{date}_{paper}_{n}";

/// What was typed; `None` leaves what each text has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Typed {
    paper: Option<String>,
    date: Option<String>,
    series: Option<String>,
    tag: String,
    tag_value: String,
}

/// A field of the form.
struct BulkField {
    key: MessageKey,
    kind: &'static str,
    of: fn(&TextRow) -> &str,
    set: fn(&mut Typed) -> &mut Option<String>,
}

const FIELDS: [BulkField; 3] = [
    BulkField { key: key!("field-paper"), kind: "text", of: |row| &row.paper, set: |typed| &mut typed.paper },
    BulkField { key: key!("field-date"), kind: "date", of: |row| &row.date, set: |typed| &mut typed.date },
    BulkField {
        key: key!("field-series"),
        kind: "text",
        of: |row| &row.series,
        set: |typed| &mut typed.series,
    },
];

impl BulkField {
    /// Draws the field with what was typed, or what all chosen texts have.
    fn draw(&self, chosen: &[TextRow], typed: &UseStateHandle<Typed>, catalog: &Catalog) -> Html {
        let (kind, set) = (self.kind, self.set);
        let oninput = {
            let typed = typed.clone();
            Callback::from(move |event: InputEvent| {
                let mut changed = (*typed).clone();
                *set(&mut changed) = Some(event.target_unchecked_into::<HtmlInputElement>().value());
                typed.set(changed);
            })
        };
        let common = common(chosen, self.of);
        let value = set(&mut (**typed).clone()).clone();
        let value = value.unwrap_or_else(|| common.unwrap_or_default().to_owned());
        let mixed = common.is_none().then(|| catalog.text(key!("bulk-mixed")));
        html! {
            <label class="picker">
                <span class="picker-label">{ catalog.text(self.key) }</span>
                <input type={kind} autocomplete="off" lang={CHINESE} {value} placeholder={mixed} {oninput} />
            </label>
        }
    }
}

#[derive(Clone, PartialEq, Properties)]
pub(super) struct BulkProps {
    /// The texts that are ticked.
    pub(super) chosen: Shared<Vec<TextRow>>,
    /// The pages that the last edit of several changed, with their revisions.
    pub(super) done: Vec<(String, u32)>,
    /// Called with such pages.
    pub(super) ondone: Callback<Vec<(String, u32)>>,
    /// Called to untick all.
    pub(super) onnone: Callback<()>,
}

/// Draws the fields for the texts chosen; afterwards what was done, with a button that undoes it.
#[component]
pub(super) fn Bulk(props: &BulkProps) -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let typed = use_state_eq(Typed::default);
    let onsubmit = {
        let (asker, typed, ondone) = (store.asker.clone(), typed.clone(), props.ondone.clone());
        let (ids, onnone) = (ids(&props.chosen), props.onnone.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let Typed { paper, date, series, tag, tag_value } = (*typed).clone();
            let tags = if tag.trim().is_empty() { Vec::new() } else { vec![(tag, tag_value)] };
            let edit = TextEdit::SetSources { ids: ids.clone(), paper, date, series, tags };
            let (typed, ondone, onnone) = (typed.setter(), ondone.clone(), onnone.clone());
            asker.edit_texts(edit, move |change| {
                ondone.emit(change.changed.clone());
                typed.set(Typed::default());
                onnone.emit(());
            });
        })
    };
    let pattern = use_state_eq(String::new);
    let onfill = filling(&store.asker, &props.chosen, &pattern, &props.ondone);
    let onundo = {
        let (asker, done, ondone) = (store.asker.clone(), props.done.clone(), props.ondone.clone());
        Callback::from(move |_: MouseEvent| {
            let ondone = ondone.clone();
            asker.edit_texts(TextEdit::UndoSources { pages: done.clone() }, move |_| {
                ondone.emit(Vec::new());
            });
        })
    };
    let cancel = props.onnone.reform(|_: MouseEvent| ());
    let chosen = &props.chosen;
    if props.chosen.is_empty() {
        return html! {
            if !props.done.is_empty() {
                <p class="bulk bulk-done" role="status">
                    { catalog.with(key!("bulk-done"), [("n", props.done.len().into())]) }
                    <button type="button" class="button" onclick={onundo}>{ catalog.text(key!("action-undo")) }</button>
                </p>
            }
        };
    }
    html! {
        <form class="bulk toolbar" {onsubmit}>
            <p role="status">{ catalog.with(key!("bulk-chosen"), [("n", props.chosen.len().into())]) }</p>
            { for FIELDS.iter().map(|field| field.draw(chosen, &typed, &catalog)) }
            <div class="pair">
                { tag_field(key!("bulk-tag"), &typed, |typed| &mut typed.tag, &catalog) }
                { tag_field(key!("bulk-tag-value"), &typed, |typed| &mut typed.tag_value, &catalog) }
            </div>
            <button type="submit" class="button primary" disabled={*typed == Typed::default()}>{ catalog.text(key!("action-apply")) }</button>
            <button type="button" class="button" onclick={cancel}>{ catalog.text(key!("bulk-none")) }</button>
            { pattern_field(&pattern, onfill, &catalog) }
            <NameCorpus scope={stories_of(chosen, store.rows())} onnamed={props.onnone.reform(|_: Scope| ())} />
        </form>
    }
}

/// Draws the field for the name or the value of a tag, such as the author.
fn tag_field(
    label: MessageKey,
    typed: &UseStateHandle<Typed>,
    of: fn(&mut Typed) -> &mut String,
    catalog: &Catalog,
) -> Html {
    let value = of(&mut (**typed).clone()).clone();
    let oninput = {
        let typed = typed.clone();
        Callback::from(move |event: InputEvent| {
            let mut changed = (*typed).clone();
            *of(&mut changed) = event.target_unchecked_into::<HtmlInputElement>().value();
            typed.set(changed);
        })
    };
    html! {
        <label class="picker">
            <span class="picker-label">{ catalog.text(label) }</span>
            <input type="text" autocomplete="off" lang={CHINESE} title={catalog.text(key!("bulk-tag-about"))} {value} {oninput} />
        </label>
    }
}

/// Draws the field for a pattern of the names of files, and the button that fills in what they tell.
fn pattern_field(pattern: &UseStateHandle<String>, onfill: Callback<MouseEvent>, catalog: &Catalog) -> Html {
    let setter = pattern.setter();
    let oninput = Callback::from(move |event: InputEvent| {
        setter.set(event.target_unchecked_into::<HtmlInputElement>().value());
    });
    html! {
        <div class="pair">
            <label class="picker">
                <span class="picker-label">{ catalog.text(key!("bulk-pattern")) }</span>
                <input type="text" autocomplete="off" value={(**pattern).clone()} placeholder={EXAMPLE} title={catalog.text(key!("bulk-pattern-about"))} {oninput} />
            </label>
            <button type="button" class="button" disabled={pattern.trim().is_empty()} onclick={onfill}>{ catalog.text(key!("bulk-fill")) }</button>
        </div>
    }
}

/// Returns a handler that fills in facts from the names of files, and says how many names did not fit.
fn filling(
    asker: &Asker,
    chosen: &[TextRow],
    pattern: &UseStateHandle<String>,
    ondone: &Callback<Vec<(String, u32)>>,
) -> Callback<MouseEvent> {
    let (asker, ids, pattern, ondone) = (asker.clone(), ids(chosen), (**pattern).clone(), ondone.clone());
    Callback::from(move |_: MouseEvent| {
        let edit = TextEdit::FillByName { ids: ids.clone(), pattern: pattern.clone() };
        let (ondone, told, all) = (ondone.clone(), asker.clone(), ids.len());
        asker.edit_texts(edit, move |change| {
            let n = change.changed.len();
            ondone.emit(change.changed.clone());
            told.dispatch(Action::Tell(Notice {
                severity: Severity::Info,
                key: key!("bulk-filled"),
                arguments: vec![("n", n.to_string()), ("left", all.saturating_sub(n).to_string())],
                action: None,
            }));
        });
    })
}

/// Returns the stories of the texts chosen.
fn stories_of(chosen: &[TextRow], rows: &[StoryRow]) -> Scope {
    let pages: FxHashSet<&str> = chosen.iter().map(|row| row.id.as_str()).collect();
    let stories = rows.iter().filter(|row| pages.contains(row.page.as_str()));
    Scope::Stories(stories.map(|row| row.id.clone()).collect())
}

fn ids(chosen: &[TextRow]) -> Vec<String> {
    chosen.iter().map(|row| row.id.clone()).collect()
}

/// Returns what all texts have in one field; `None` if they differ.
fn common(chosen: &[TextRow], of: fn(&TextRow) -> &str) -> Option<&str> {
    let first = of(chosen.first()?);
    chosen.iter().all(|row| of(row) == first).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_shows_what_all_texts_have_in_common() {
        let row = |paper: &str, date: &str| TextRow {
            paper: paper.into(),
            date: date.into(),
            ..TextRow::default()
        };
        let rows = [row("晨報", "2025-01-02"), row("晨報", "2025-01-03")];
        assert_eq!(common(&rows, |row| &row.paper), Some("晨報"));
        assert_eq!(common(&rows, |row| &row.date), None);
        assert_eq!(common(&[], |row| &row.date), None);
    }
}
