//! The list of keys.

use yew::prelude::*;

use crate::ui::browser;
use crate::ui::i18n::{Catalog, MessageKey, key, use_catalog};

/// The dialog's id.
pub(crate) const DIALOG: &str = "keys";

/// Keys and their effects, in the order they are listed.
const KEYS: [(&[&str], MessageKey); 11] = [
    (&["1", "–", "8"], key!("keys-views")),
    (&["/"], key!("keys-search")),
    (&["n", "F7"], key!("keys-next")),
    (&["p", "Shift+F7"], key!("keys-previous")),
    (&["↑", "↓"], key!("keys-rows")),
    (&["←", "→", "Enter"], key!("keys-words")),
    (&["Shift+←", "Shift+→"], key!("keys-select")),
    (&["e"], key!("keys-correct")),
    (&["Ctrl+Z"], key!("keys-undo")),
    (&["?"], key!("keys-list")),
    (&["Esc"], key!("keys-close")),
];

/// Draws a native dialog: it keeps the focus inside and closes with Esc by itself.
#[component]
pub(crate) fn KeysDialog() -> Html {
    let catalog = use_catalog();
    let close = Callback::from(|_: MouseEvent| browser::close_dialog(DIALOG));
    html! {
        <dialog id={DIALOG} class="keys" aria-labelledby="keys-title">
            <h2 id="keys-title">{ catalog.text(key!("keys-title")) }</h2>
            { key_table(&catalog) }
            <button type="button" class="button" onclick={close}>{ catalog.text(key!("action-close")) }</button>
        </dialog>
    }
}

/// Draws the keys as a list of terms, for the dialog and for the page about the app.
pub(crate) fn key_table(catalog: &Catalog) -> Html {
    html! {
        <dl class="key-table">
            { for KEYS.iter().map(|(keys, meaning)| html! {
                <div key={meaning.name()}>
                    <dt>{ for keys.iter().map(|key| html! { <kbd>{ *key }</kbd> }) }</dt>
                    <dd>{ catalog.text(*meaning) }</dd>
                </div>
            }) }
        </dl>
    }
}
