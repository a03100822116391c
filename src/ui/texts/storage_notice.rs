//! What is said as long as the browser does not keep what the reader made, and what can be done about it.

use yew::prelude::*;

use crate::ui::i18n::{key, use_catalog};
use crate::ui::labels;
use crate::view::{StorageState, Unkept};

/// Properties of [`StorageNotice`].
#[derive(Clone, PartialEq, Properties)]
pub struct StorageNoticeProps {
    /// How the storage is.
    pub state: StorageState,
    /// Saves a session file.
    pub onsave: Callback<()>,
    /// Takes up what the storage holds, or tries it again.
    pub onmend: Callback<()>,
    /// Loads the page again.
    pub onreload: Callback<()>,
}

/// A lasting line with its buttons; nothing as long as all is kept. It cannot be put away, because it stays true.
#[component]
pub fn StorageNotice(props: &StorageNoticeProps) -> Html {
    let catalog = use_catalog();
    let Some(notice) = labels::storage(&props.state) else { return Html::default() };
    let newer = matches!(
        &props.state,
        StorageState::Unreached(Unkept::Newer) | StorageState::Failing { why: Unkept::Newer, .. }
    );
    let mend = match &props.state {
        StorageState::Found { .. } => key!("storage-load"),
        StorageState::Emptied { .. } => key!("storage-write-again"),
        _ => key!("storage-try-again"),
    };
    html! {
        <section class="notice notice-error storage-notice" role="alert" aria-label={catalog.text(key!("keep-label"))}>
            <p>{ labels::words(&notice, &catalog) }</p>
            <div class="tools">
                <button type="button" class="button" onclick={props.onsave.reform(|_: MouseEvent| ())}>{ catalog.text(key!("session-export")) }</button>
                if newer {
                    <button type="button" class="button" onclick={props.onreload.reform(|_: MouseEvent| ())}>{ catalog.text(key!("action-reload")) }</button>
                } else {
                    <button type="button" class="button" onclick={props.onmend.reform(|_: MouseEvent| ())}>{ catalog.text(mend) }</button>
                }
            </div>
        </section>
    }
}
