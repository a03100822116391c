//! A question before something is removed for good.

use yew::prelude::*;

use crate::ui::browser;
use crate::ui::i18n::{key, use_catalog};

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ConfirmProps {
    /// The dialog's id.
    pub(crate) id: &'static str,
    /// The question.
    pub(crate) title: AttrValue,
    /// The label of the button that confirms.
    pub(crate) action: AttrValue,
    /// Called when the reader confirms.
    pub(crate) onconfirm: Callback<()>,
    /// Called when the dialog is closed, whatever the answer.
    pub(crate) onclose: Callback<()>,
    /// The consequences, and what can be done before.
    pub(crate) children: Children,
}

/// Draws a native dialog that opens at once. Cancel comes first, so that Enter pressed in haste does nothing.
#[component]
pub(crate) fn Confirm(props: &ConfirmProps) -> Html {
    let catalog = use_catalog();
    let id = props.id;
    use_effect_with(id, |id| {
        browser::open_dialog(id);
    });
    let confirm = props.onconfirm.reform(move |_: MouseEvent| browser::close_dialog(id));
    let cancel = Callback::from(move |_: MouseEvent| browser::close_dialog(id));
    let onclose = props.onclose.reform(|_: Event| ());
    let title = format!("{id}-title");
    html! {
        <dialog {id} class="keys confirm" aria-labelledby={title.clone()} {onclose}>
            <h2 id={title}>{ &props.title }</h2>
            { props.children.clone() }
            <p class="choices-of-dialog">
                <button type="button" class="button" onclick={cancel}>{ catalog.text(key!("action-cancel")) }</button>
                <button type="button" class="button primary" onclick={confirm}>{ &props.action }</button>
            </p>
        </dialog>
    }
}
