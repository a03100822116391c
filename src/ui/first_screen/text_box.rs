//! One of the two boxes: a text is pasted, dropped or chosen, with its paper and day.

use web_sys::{HtmlInputElement, HtmlTextAreaElement, InputEvent};
use yew::prelude::*;

use crate::ui::i18n::{Catalog, MessageKey, key, use_catalog};
use crate::ui::lang::{CHINESE, lang_of, run};
use crate::ui::state::{Action, BoxStep, TextBox};
use crate::ui::store::{Store, use_store};
use crate::ui::texts::texts_page::ACCEPTED;
use crate::ui::texts::{files, intake};
use crate::ui::{browser, scopes};

/// The ids of the two boxes.
pub(super) const BOXES: [&str; 2] = ["text-a", "text-b"];

/// The ids of their file fields.
const FILES: [&str; 2] = ["file-a", "file-b"];

#[derive(Clone, PartialEq, Properties)]
pub(super) struct TextBoxFieldProps {
    /// Its place, 0 or 1.
    pub(super) at: usize,
    /// What is in it.
    pub(super) content: TextBox,
}

/// Draws a box.
#[component]
pub(super) fn TextBoxField(props: &TextBoxFieldProps) -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let TextBoxFieldProps { at, content } = props;
    let (letter, name, empty) = match at {
        0 => ("a", key!("start-box-a"), key!("start-paste-a")),
        _ => ("b", key!("start-box-b"), key!("start-paste-b")),
    };
    let is_held = !content.held.is_empty();
    html! {
        <section class={classes!("start-box", letter)} data-box={at.to_string()}>
            <label class={classes!("start-label", format!("side-{letter}"))} for={(!is_held).then(|| BOXES[*at])}>{ catalog.text(name) }</label>
            if is_held {
                { held(*at, &content.held, &store, &catalog) }
            } else {
                <textarea
                    id={BOXES[*at]}
                    rows="5"
                    lang={CHINESE}
                    autocomplete="off"
                    spellcheck="false"
                    value={content.text.clone()}
                    placeholder={catalog.text(empty)}
                    disabled={store.state.way_in.adding}
                    oninput={oninput(*at, &store)}
                />
                <div class="start-meta">
                    { file_field(*at, &store, &catalog) }
                    { known(*at, content, &store, &catalog) }
                </div>
            }
        </section>
    }
}

/// Returns the callback of the text. What is pasted into the box is a whole text; what is typed may not be.
fn oninput(at: usize, store: &Store) -> Callback<InputEvent> {
    let asker = store.asker.clone();
    Callback::from(move |event: InputEvent| {
        let text = event.target_unchecked_into::<HtmlTextAreaElement>().value();
        let pasted = matches!(event.input_type().as_str(), "insertFromPaste" | "insertFromDrop");
        asker.dispatch(Action::Box(if pasted {
            BoxStep::Pasted(Some(at), text)
        } else {
            BoxStep::Typed(at, text)
        }));
    })
}

/// Draws the button that chooses files.
fn file_field(at: usize, store: &Store, catalog: &Catalog) -> Html {
    let asker = store.asker.clone();
    let onchange = Callback::from(move |event: Event| {
        let field: HtmlInputElement = event.target_unchecked_into();
        let given = field.files().map(|list| files::of_list(&list)).unwrap_or_default();
        if !given.is_empty() {
            asker.dispatch(Action::Box(BoxStep::Files(Some(at))));
            intake::take(&asker, given);
        }
        // The same file can be chosen again after a correction.
        field.set_value("");
    });
    let choose = Callback::from(move |_: MouseEvent| browser::click(FILES[at]));
    let name = if at == 0 { key!("start-file-a") } else { key!("start-file-b") };
    html! {
        <>
            <button type="button" class="link" onclick={choose} aria-label={catalog.text(name)}>{ catalog.text(key!("start-file")) }</button>
            <input id={FILES[at]} type="file" multiple=true accept={ACCEPTED} hidden=true aria-label={catalog.text(name)} {onchange} />
        </>
    }
}

/// Draws the fields of paper and day, closed at first: most texts name both.
fn known(at: usize, content: &TextBox, store: &Store, catalog: &Catalog) -> Html {
    let field = |name: MessageKey, kind: &'static str, value: &str, step: fn(usize, String) -> BoxStep| {
        let asker = store.asker.clone();
        let oninput = Callback::from(move |event: InputEvent| {
            let value = event.target_unchecked_into::<HtmlInputElement>().value();
            asker.dispatch(Action::Box(step(at, value)));
        });
        html! {
            <label class="picker">
                <span class="picker-label">{ catalog.text(name) }</span>
                <input type={kind} autocomplete="off" lang={CHINESE} value={value.to_owned()} {oninput} />
            </label>
        }
    };
    html! {
        <details class="start-known">
            <summary>{ catalog.text(key!("start-known")) }</summary>
            <div>
                { field(key!("field-paper"), "text", &content.paper, BoxStep::Paper) }
                { field(key!("field-date"), "date", &content.date, BoxStep::Dated) }
            </div>
        </details>
    }
}

/// Draws a text that is in already.
fn held(at: usize, ids: &[String], store: &Store, catalog: &Catalog) -> Html {
    let first = ids.first().and_then(|id| store.rows().iter().find(|row| row.id == *id));
    let title = first.map_or_else(String::new, |row| scopes::title(row, catalog));
    let characters: u32 =
        store.rows().iter().filter(|row| ids.contains(&row.id)).map(|row| row.characters).sum();
    let asker = store.asker.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        asker.dispatch(Action::Box(BoxStep::Emptied(at)));
    });
    html! {
        <div class="start-held">
            <p class="headline" lang={lang_of(&title)}>{ title.clone() }</p>
            <p class="soft">
                if let Some(row) = first.filter(|row| !row.paper.is_empty() || !row.date.is_empty()) {
                    { run(scopes::origin(row)) }{ " · " }
                }
                { catalog.with(key!("start-held"), [("stories", ids.len().into()), ("characters", characters.into())]) }
            </p>
            <button type="button" class="link" {onclick} aria-label={catalog.with(key!("start-other-than"), [("title", title.as_str().into())])}>
                { catalog.text(key!("start-other")) }
            </button>
        </div>
    }
}
