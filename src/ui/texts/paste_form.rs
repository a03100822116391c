//! A pasted text and its metadata.

use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::engine::TextEdit;
use crate::ingest::{CutOptions, Metadata};
use crate::text::beginning;
use crate::ui::browser;
use crate::ui::i18n::{MessageKey, key, use_catalog};
use crate::ui::lang::CHINESE;
use crate::ui::state::{Action, ImportStep};
use crate::ui::store::use_store;

/// Maximum number of characters of the first line that name a text without a headline.
const NAMED: usize = 24;

/// The box of the text.
const BOX: &str = "paste-text";

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct PasteFormProps {
    /// The text pasted so far.
    pub(crate) text: String,
    /// Called with the text the reader types.
    pub(crate) ontext: Callback<String>,
}

/// Draws the box and four fields, all of which may remain empty.
#[component]
pub(crate) fn PasteForm(props: &PasteFormProps) -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let metadata = use_state_eq(Metadata::default);
    let oninput =
        props.ontext.reform(|event: InputEvent| event.target_unchecked_into::<HtmlTextAreaElement>().value());
    let onsubmit = {
        let (asker, text, ontext) = (store.asker.clone(), props.text.clone(), props.ontext.clone());
        let metadata = metadata.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let known = (*metadata).clone();
            let name = if known.headline.is_empty() { opening(&text) } else { known.headline.clone() };
            let edit = TextEdit::Add {
                name,
                text: text.clone(),
                // A text with a given headline is one story.
                options: CutOptions { split: known.headline.is_empty(), ..CutOptions::default() },
                metadata: known,
            };
            let (told, ontext, metadata) = (asker.clone(), ontext.clone(), metadata.setter());
            asker.edit_texts(edit, move |change| {
                if !change.pages.is_empty() {
                    ontext.emit(String::new());
                    metadata.set(Metadata::default());
                    told.dispatch(Action::Import(ImportStep::Pasted(change.clone())));
                    // The button that had the focus is disabled now.
                    browser::focus(BOX);
                }
            });
        })
    };
    let field = |key: MessageKey, kind: &'static str, value: &str, set: fn(&mut Metadata, String)| {
        let metadata = metadata.clone();
        let oninput = Callback::from(move |event: InputEvent| {
            let mut changed = (*metadata).clone();
            set(&mut changed, event.target_unchecked_into::<HtmlInputElement>().value());
            metadata.set(changed);
        });
        html! {
            <label class="picker">
                <span class="picker-label">{ catalog.text(key) }</span>
                <input type={kind} autocomplete="off" lang={CHINESE} value={value.to_owned()} {oninput} />
            </label>
        }
    };
    html! {
        <form class="paste-form" {onsubmit}>
            <label class="picker">
                <span class="picker-label">{ catalog.text(key!("paste-text")) }</span>
                <textarea id={BOX} rows="6" lang={CHINESE} value={props.text.clone()} {oninput} />
            </label>
            <div class="toolbar">
                { field(key!("field-headline"), "text", &metadata.headline, |known, value| known.headline = value) }
                { field(key!("field-paper"), "text", &metadata.paper, |known, value| known.paper = value) }
                { field(key!("field-date"), "date", &metadata.date, |known, value| known.date = value) }
                { field(key!("field-series"), "text", &metadata.series, |known, value| known.series = value) }
                <button id="paste-add" type="submit" class="button primary" disabled={props.text.trim().is_empty()}>{ catalog.text(key!("paste-add")) }</button>
            </div>
        </form>
    }
}

/// Returns the first words of a text.
pub(in crate::ui) fn opening(text: &str) -> String {
    let line = text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
    beginning(line, NAMED).to_owned()
}
