//! Fields of the toolbars: numbers, texts, switches and lists, each with its label.

use yew::prelude::*;

use crate::ui::i18n::{MessageKey, key, use_catalog};
use crate::ui::lang::{CHINESE, lang_of};

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct NumberFieldProps {
    pub(crate) label: AttrValue,
    /// The value; `None` if the field is empty.
    pub(crate) value: Option<u32>,
    pub(crate) min: u32,
    #[prop_or(u32::MAX)]
    pub(crate) max: u32,
    /// Called with a number between the two limits, or with `None` if the field was emptied.
    pub(crate) onset: Callback<Option<u32>>,
}

/// Draws a field for a whole number. It takes effect when the reader leaves the field or presses Enter.
#[component]
pub(crate) fn NumberField(props: &NumberFieldProps) -> Html {
    let (min, max) = (props.min, props.max);
    let onchange = props.onset.reform(move |event: Event| {
        let field: web_sys::HtmlInputElement = event.target_unchecked_into();
        let number = field.value().parse::<u32>().ok().map(|number| number.clamp(min, max));
        // An unchanged address redraws nothing, and the field must not show a value that is not in effect.
        if let Some(number) = number {
            field.set_value(&number.to_string());
        }
        number
    });
    html! {
        <label class="picker number-field">
            <span class="picker-label">{ &props.label }</span>
            <input
                type="number"
                step="1"
                inputmode="numeric"
                min={min.to_string()}
                max={(max != u32::MAX).then(|| max.to_string())}
                value={props.value.map(|value| value.to_string()).unwrap_or_default()}
                {onchange}
            />
        </label>
    }
}

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct FilterFieldProps {
    pub(crate) value: AttrValue,
    /// A hint about what may be typed besides plain text.
    #[prop_or_default]
    pub(crate) hint: AttrValue,
    pub(crate) onset: Callback<String>,
}

/// Draws the field for a text that listed words contain.
#[component]
pub(crate) fn FilterField(props: &FilterFieldProps) -> Html {
    let catalog = use_catalog();
    let oninput = props
        .onset
        .reform(|event: InputEvent| event.target_unchecked_into::<web_sys::HtmlInputElement>().value());
    html! {
        <label class="picker narrow">
            <span class="picker-label">{ catalog.text(key!("field-filter")) }</span>
            <input
                type="search"
                autocomplete="off"
                data-search=""
                value={props.value.clone()}
                placeholder={props.hint.clone()}
                {oninput}
            />
        </label>
    }
}

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct SwitchProps {
    pub(crate) label: AttrValue,
    #[prop_or_default]
    pub(crate) about: AttrValue,
    pub(crate) on: bool,
    pub(crate) onset: Callback<bool>,
}

/// Draws a switch.
#[component]
pub(crate) fn Switch(props: &SwitchProps) -> Html {
    let onchange = props
        .onset
        .reform(|event: Event| event.target_unchecked_into::<web_sys::HtmlInputElement>().checked());
    let title = (!props.about.is_empty()).then(|| props.about.clone());
    html! {
        <label class="switch" {title}>
            <input type="checkbox" checked={props.on} {onchange} />
            <span>{ &props.label }</span>
        </label>
    }
}

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ListFieldProps {
    pub(crate) label: AttrValue,
    /// The choices: a value and its text.
    pub(crate) choices: Vec<(AttrValue, AttrValue)>,
    pub(crate) value: AttrValue,
    pub(crate) onset: Callback<String>,
}

/// Draws a choice of several as the system's own list.
#[component]
pub(crate) fn ListField(props: &ListFieldProps) -> Html {
    let onchange = props
        .onset
        .reform(|event: Event| event.target_unchecked_into::<web_sys::HtmlSelectElement>().value());
    html! {
        <label class="picker list-field">
            <span class="picker-label">{ &props.label }</span>
            <select {onchange}>
                { for props.choices.iter().map(|(value, text)| html! {
                    <option key={value.to_string()} value={value.clone()} selected={*value == props.value}>{ text }</option>
                }) }
            </select>
        </label>
    }
}

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct NodeFieldProps {
    /// The node in the address.
    pub(crate) node: AttrValue,
    /// Called with another node.
    pub(crate) onset: Callback<String>,
}

/// Draws the field for a node, with help on its syntax. It takes effect on Enter: half a word is no question.
#[component]
pub(crate) fn NodeField(props: &NodeFieldProps) -> Html {
    let catalog = use_catalog();
    let draft = use_state_eq(|| props.node.to_string());
    // Another address changes the word; the field remains, and with it the focus.
    use_effect_with(props.node.clone(), {
        let draft = draft.setter();
        move |node| draft.set(node.to_string())
    });
    let oninput = {
        let draft = draft.setter();
        Callback::from(move |event: InputEvent| {
            draft.set(event.target_unchecked_into::<web_sys::HtmlInputElement>().value());
        })
    };
    let onsubmit = {
        let (draft, onset) = (draft.clone(), props.onset.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            onset.emit(draft.trim().to_owned());
        })
    };
    /// Ways to write a node, each with the message that explains it.
    const WAYS: [(MessageKey, MessageKey); 6] = [
        (key!("node-example-word"), key!("node-help-word")),
        (key!("node-example-phrase"), key!("node-help-phrase")),
        (key!("node-example-wildcard"), key!("node-help-wildcard")),
        (key!("node-example-regex"), key!("node-help-regex")),
        (key!("node-example-tag"), key!("node-help-tag")),
        (key!("node-example-mixed"), key!("node-help-mixed")),
    ];
    html! {
        <div class="node-field">
            <form class="node-form" {onsubmit}>
                <label class="picker">
                    <span class="picker-label">{ catalog.text(key!("column-node")) }</span>
                    <input type="search" autocomplete="off" data-search="" lang={CHINESE} value={(*draft).clone()} {oninput} />
                </label>
                <button type="submit" class="button">{ catalog.text(key!("action-look-up")) }</button>
            </form>
            <details class="node-help popover">
                <summary>{ catalog.text(key!("node-help")) }</summary>
                <dl class="panel">
                    { for WAYS.into_iter().map(|(example, key)| {
                        let way = catalog.text(example);
                        let onclick = {
                            let way = way.to_string();
                            props.onset.reform(move |_: MouseEvent| way.clone())
                        };
                        html! {
                            <div key={example}>
                                <dt><button type="button" class="link" lang={lang_of(&way)} {onclick}>{ way }</button></dt>
                                <dd>{ catalog.text(key) }</dd>
                            </div>
                        }
                    }) }
                </dl>
            </details>
        </div>
    }
}
