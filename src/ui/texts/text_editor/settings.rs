//! The settings of a text: how it is read and divided, and its metadata.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::ingest::{CutOptions, Metadata, PageEdit, Unwrap};
use crate::ui::i18n::{Catalog, MessageKey, key, use_catalog};
use crate::ui::labels;
use crate::ui::lang::CHINESE;
use crate::ui::shared::Shared;
use crate::ui::texts::encoding_dialog::EncodingDialog;
use crate::view::TextPage;

const UNWRAPS: [(Unwrap, &str, MessageKey); 3] = [
    (Unwrap::Detect, "detect", key!("unwrap-detect")),
    (Unwrap::Always, "always", key!("unwrap-always")),
    (Unwrap::Never, "never", key!("unwrap-never")),
];

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct TextSettingsProps {
    pub(crate) page: Shared<TextPage>,
    pub(crate) onedit: Callback<PageEdit>,
}

/// Draws the choices for un-wrapping, division and encoding, and the page's paper, day and series.
#[component]
pub(crate) fn TextSettings(props: &TextSettingsProps) -> Html {
    let catalog = use_catalog();
    let page = &props.page;
    let choosing = use_state_eq(|| false);
    let onmetadata =
        props.onedit.reform(|metadata: Metadata| PageEdit::SetMetadata { story: None, metadata });
    let recut = props.onedit.reform(|_: MouseEvent| PageEdit::Recut);
    let open = {
        let choosing = choosing.setter();
        Callback::from(move |_: MouseEvent| choosing.set(true))
    };
    let onclose = {
        let choosing = choosing.setter();
        Callback::from(move |()| choosing.set(false))
    };
    html! {
        <div class="text-settings">
            <div class="toolbar">
                { unwrap_choice(props, &catalog) }
                { split_choice(props, &catalog) }
                if let Some(encoding) = page.row.encoding {
                    <div class="picker">
                        <span class="picker-label">{ catalog.text(key!("column-encoding")) }</span>
                        <button type="button" class="button" disabled={!page.has_bytes} aria-haspopup="dialog" onclick={open}>
                            { labels::encoding(encoding) }
                            if page.has_bytes {
                                <span class="soft">{ catalog.text(key!("encoding-choose")) }</span>
                            }
                            if !page.row.encoding_sure {
                                <span class="unsure">{ catalog.text(key!("encoding-unsure")) }</span>
                            }
                        </button>
                    </div>
                    if *choosing {
                        <EncodingDialog id={page.row.id.clone()} name={page.row.name.clone()} {encoding} {onclose} />
                    }
                }
                if page.row.edited {
                    <button type="button" class="button" onclick={recut}>{ catalog.text(key!("text-recut")) }</button>
                }
            </div>
            <MetadataForm
                key={format!("{:?}", page.metadata)}
                metadata={page.metadata.clone()}
                held={(String::new(), String::new(), String::new())}
                headline=false
                onchange={onmetadata}
            />
        </div>
    }
}

/// Draws the choice of whether wrapped lines are joined.
fn unwrap_choice(TextSettingsProps { page, onedit }: &TextSettingsProps, catalog: &Catalog) -> Html {
    let onchange = {
        let (onedit, options) = (onedit.clone(), page.options);
        Callback::from(move |event: Event| {
            let value = event.target_unchecked_into::<HtmlSelectElement>().value();
            if let Some((unwrap, ..)) = UNWRAPS.into_iter().find(|(_, name, _)| *name == value) {
                onedit.emit(PageEdit::SetOptions(CutOptions { unwrap, ..options }));
            }
        })
    };
    html! {
        <label class="picker narrow">
            <span class="picker-label">{ catalog.text(key!("text-unwrap")) }</span>
            <select {onchange}>{ for UNWRAPS.into_iter().map(|(unwrap, name, key)| html! {
                <option key={name} value={name} selected={unwrap == page.options.unwrap}>{ catalog.text(key) }</option>
            }) }</select>
        </label>
    }
}

/// Draws the choice between several stories and one.
fn split_choice(TextSettingsProps { page, onedit }: &TextSettingsProps, catalog: &Catalog) -> Html {
    let onchange = {
        let (onedit, options) = (onedit.clone(), page.options);
        Callback::from(move |event: Event| {
            let split = event.target_unchecked_into::<HtmlSelectElement>().value() == "split";
            onedit.emit(PageEdit::SetOptions(CutOptions { split, ..options }));
        })
    };
    let split = |value: bool, name: &'static str, key: MessageKey| {
        html! { <option value={name} selected={page.options.split == value}>{ catalog.text(key) }</option> }
    };
    html! {
        <label class="picker narrow">
            <span class="picker-label">{ catalog.text(key!("text-split")) }</span>
            <select {onchange}>
                { split(true, "split", key!("split-stories")) }
                { split(false, "whole", key!("split-whole")) }
            </select>
        </label>
    }
}

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct MetadataFormProps {
    /// The metadata given so far.
    pub(crate) metadata: Metadata,
    /// Paper, day and series that apply if none are given.
    pub(crate) held: (String, String, String),
    /// True if a headline can be given.
    pub(crate) headline: bool,
    /// Called when a field was left after a change.
    pub(crate) onchange: Callback<Metadata>,
}

/// Draws the fields for paper, day and series. The grey text of an empty field is the value that applies.
#[component]
pub(crate) fn MetadataForm(props: &MetadataFormProps) -> Html {
    let catalog = use_catalog();
    let (paper, date, series) = &props.held;
    let field = |key: MessageKey,
                 kind: &'static str,
                 value: &str,
                 held: &str,
                 set: fn(&mut Metadata, String)| {
        let (metadata, onchange) = (props.metadata.clone(), props.onchange.clone());
        let onchange = Callback::from(move |event: Event| {
            let mut changed = metadata.clone();
            set(&mut changed, event.target_unchecked_into::<HtmlInputElement>().value().trim().to_owned());
            if changed != metadata {
                onchange.emit(changed);
            }
        });
        // A date field shows no grey text, so the value that applies is its content.
        let shown = if kind == "date" && value.is_empty() { held } else { value };
        html! {
            <label class="picker">
                <span class="picker-label">{ catalog.text(key) }</span>
                <input type={kind} autocomplete="off" lang={CHINESE} value={shown.to_owned()} placeholder={held.to_owned()} {onchange} />
            </label>
        }
    };
    let known = &props.metadata;
    html! {
        <div class="toolbar metadata">
            if props.headline {
                { field(key!("field-headline"), "text", &known.headline, "", |known, value| known.headline = value) }
            }
            { field(key!("field-paper"), "text", &known.paper, paper, |known, value| known.paper = value) }
            { field(key!("field-date"), "date", &known.date, date, |known, value| known.date = value) }
            { field(key!("field-series"), "text", &known.series, series, |known, value| known.series = value) }
        </div>
    }
}
