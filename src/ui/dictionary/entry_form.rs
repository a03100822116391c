//! The form for an entry of the dictionary.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::engine::DictionaryEdit;
use crate::lexicon::{Correction, LexiconErrorKind, Place};
use crate::ui::i18n::{Catalog, key, use_catalog};
use crate::ui::labels;
use crate::ui::lang::CHINESE;
use crate::ui::store::use_store;
use crate::view::DictionaryRow;

/// Parts of speech that can be chosen.
const TAGS: [&str; 12] = ["", "nr", "ns", "nt", "nz", "n", "t", "v", "a", "d", "m", "i"];

/// The frequency of a word that becomes a recommendation.
const RECOMMENDED: u32 = 5;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct EntryFormProps {
    /// The entry that is changed; `None` for a new one.
    pub(crate) row: Option<DictionaryRow>,
    /// Called after the entry was sent.
    pub(crate) ondone: Callback<()>,
}

/// The contents of the fields.
#[derive(Clone, Debug, Default, PartialEq)]
struct Fields {
    word: String,
    tag: String,
    recommended: bool,
}

impl Fields {
    /// Returns the contents for an entry.
    fn of(row: &DictionaryRow) -> Self {
        Self {
            word: if row.parts.is_empty() { row.word.clone() } else { row.parts.join("/") },
            tag: row.tag.clone(),
            recommended: row.frequency.is_some(),
        }
    }
}

/// Draws a form with one field for the word, in which a slash marks a split.
#[component]
pub(crate) fn EntryForm(props: &EntryFormProps) -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let fields = use_state_eq(|| props.row.as_ref().map_or_else(Fields::default, Fields::of));
    let problem = use_state_eq(|| None::<LexiconErrorKind>);
    let onword = {
        let (fields, problem) = (fields.clone(), problem.setter());
        Callback::from(move |event: InputEvent| {
            let word = event.target_unchecked_into::<HtmlInputElement>().value();
            problem.set(None);
            fields.set(Fields { word, ..(*fields).clone() });
        })
    };
    let onsubmit = {
        let (fields, problem) = (fields.clone(), problem.setter());
        let (asker, row, ondone) = (store.asker.clone(), props.row.clone(), props.ondone.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            match correction(&fields, row.as_ref()) {
                Ok(correction) => {
                    asker.edit(DictionaryEdit::Put(correction), key!("notice-corrected"));
                    fields.set(Fields::default());
                    ondone.emit(());
                }
                Err(kind) => problem.set(Some(kind)),
            }
        })
    };
    let split = fields.word.contains('/');
    let here = props.row.as_ref().is_some_and(|row| row.place.is_some());
    html! {
        <form class="entry-form toolbar" {onsubmit}>
            <label class="picker">
                <span class="picker-label">{ catalog.text(key!("entry-word")) }</span>
                <input id="entry-word" type="text" autocomplete="off" lang={CHINESE} value={fields.word.clone()} oninput={onword} aria-describedby="entry-problem" />
            </label>
            { tag_choice(&fields, split, &catalog) }
            { strength_choice(&fields, split || here, &catalog) }
            <button type="submit" class="button primary">{ catalog.text(if props.row.is_some() { key!("entry-save") } else { key!("entry-add") }) }</button>
            <p id="entry-problem" role="alert" class="problem">
                { problem.map(|kind| labels::lexicon_error(kind, &catalog)) }
            </p>
        </form>
    }
}

/// Draws the choice of a part of speech; one that is not on the list is added to it.
fn tag_choice(fields: &UseStateHandle<Fields>, disabled: bool, catalog: &Catalog) -> Html {
    let onchange = {
        let fields = fields.clone();
        Callback::from(move |event: Event| {
            let tag = event.target_unchecked_into::<HtmlSelectElement>().value();
            fields.set(Fields { tag, ..(*fields).clone() });
        })
    };
    let listed = TAGS.contains(&fields.tag.as_str());
    let option = |tag: &str| {
        let name = if tag.is_empty() {
            catalog.text(key!("correct-kind-none"))
        } else {
            catalog.text(labels::tag(tag))
        };
        html! { <option key={tag.to_owned()} value={tag.to_owned()} selected={fields.tag == tag}>{ name }</option> }
    };
    html! {
        <label class="picker narrow">
            <span class="picker-label">{ catalog.text(key!("column-tag")) }</span>
            <select {onchange} {disabled}>
                { for TAGS.into_iter().map(option) }
                if !listed {
                    { option(&fields.tag) }
                }
            </select>
        </label>
    }
}

/// Draws the choice between a word that is forced and one that is recommended.
fn strength_choice(fields: &UseStateHandle<Fields>, disabled: bool, catalog: &Catalog) -> Html {
    let onchange = {
        let fields = fields.clone();
        Callback::from(move |event: Event| {
            let recommended = event.target_unchecked_into::<HtmlSelectElement>().value() == "recommended";
            fields.set(Fields { recommended, ..(*fields).clone() });
        })
    };
    html! {
        <label class="picker narrow">
            <span class="picker-label">{ catalog.text(key!("correct-strength")) }</span>
            <select {onchange} {disabled}>
                <option value="forced" selected={!fields.recommended}>{ catalog.text(key!("strength-forced")) }</option>
                <option value="recommended" selected={fields.recommended}>{ catalog.text(key!("strength-recommended")) }</option>
            </select>
        </label>
    }
}

fn correction(fields: &Fields, row: Option<&DictionaryRow>) -> Result<Correction, LexiconErrorKind> {
    let text = fields.word.trim();
    let place = row.and_then(|row| row.place.clone());
    let known = row.and_then(|row| row.frequency);
    let correction = if text.contains('/') {
        let parts: Vec<String> = text.split('/').map(|part| part.trim().to_owned()).collect();
        Correction::split(&parts.concat(), parts)?
    } else {
        let frequency = fields.recommended.then(|| known.unwrap_or(RECOMMENDED));
        Correction::join(text, &fields.tag, frequency)?
    };
    match place {
        Some(place) => correction.at(Place { story: place.id, start: place.start, end: place.end }),
        None => Ok(correction),
    }
}
