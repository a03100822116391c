//! The storage of the reader's own texts, and the buttons to save or clear it.

use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::{files, intake};
use crate::corpus::Units;
use crate::ui::browser;
use crate::ui::i18n::{Catalog, key, use_catalog};
use crate::ui::routes::{Route, View};
use crate::ui::shell::rail::view_route;
use crate::ui::store::{Store, use_store};
use crate::ui::widgets::confirm::Confirm;
use crate::view::StorageState;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct KeepingProps {
    /// Number of texts.
    pub(crate) texts: usize,
}

/// Draws a line on the browser's storage, and four buttons: save as a session file or with the page, open a file, clear.
#[component]
pub(crate) fn Keeping(props: &KeepingProps) -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let kept = use_state_eq(|| None::<browser::StorageUse>);
    let clearing = use_state_eq(|| false);
    use_effect_with(store.state.texts.clone(), {
        let kept = kept.setter();
        move |_| spawn_local(async move { kept.set(browser::storage_use().await) })
    });
    let export = {
        let store = store.clone();
        Callback::from(move |_: MouseEvent| save(&store))
    };
    let export_page = {
        let store = store.clone();
        Callback::from(move |_: MouseEvent| save_page(&store))
    };
    let ask = {
        let clearing = clearing.setter();
        Callback::from(move |_: MouseEvent| clearing.set(true))
    };
    let onclose = {
        let clearing = clearing.setter();
        Callback::from(move |()| clearing.set(false))
    };
    let is_kept = store.state.storage == StorageState::Kept;
    html! {
        <section class="keeping" aria-label={catalog.text(key!("keep-label"))}>
            if props.texts > 0 {
                <p class="soft">{ sentence(props.texts, kept.as_ref(), is_kept, &catalog) }</p>
            }
            <div class="tools">
                <button type="button" class="button" onclick={export.clone()}>{ catalog.text(key!("session-export")) }</button>
                <button type="button" class="button" onclick={export_page}>{ catalog.text(key!("page-export")) }</button>
                <SessionOpener />
                <button type="button" class="button" onclick={ask}>{ catalog.text(key!("clear-everything")) }</button>
            </div>
            if *clearing {
                <ConfirmClearing texts={props.texts} {export} {onclose} />
            }
        </section>
    }
}

/// Returns the sentence that says where the texts are kept.
fn sentence(texts: usize, kept: Option<&browser::StorageUse>, is_kept: bool, catalog: &Catalog) -> Html {
    let key = match kept {
        _ if !is_kept => key!("keep-memory"),
        Some(kept) if kept.persisted => key!("keep-persisted"),
        Some(_) => key!("keep-best-effort"),
        None => key!("keep-unknown"),
    };
    let megabytes = kept.map_or(0.0, |kept| kept.bytes / 1_048_576.0);
    // A little is not nothing: it is rounded up.
    let megabytes = catalog.decimal(if megabytes > 0.0 { megabytes.max(0.1) } else { megabytes }, 1);
    catalog.with(key, [("texts", texts.into()), ("megabytes", megabytes.as_str().into())]).into()
}

#[derive(Clone, PartialEq, Properties)]
struct ConfirmClearingProps {
    texts: usize,
    /// Saves everything as a file first.
    export: Callback<MouseEvent>,
    onclose: Callback<()>,
}

/// Draws the dialog that lists what is cleared.
#[component]
fn ConfirmClearing(props: &ConfirmClearingProps) -> Html {
    let catalog = use_catalog();
    let asker = use_store().asker.clone();
    let onconfirm = Callback::from(move |()| {
        asker.clear_everything();
    });
    let ConfirmClearingProps { texts, export, onclose } = props.clone();
    html! {
        <Confirm id="clear-everything" title={catalog.text(key!("clear-title"))} action={catalog.text(key!("clear-action"))} {onconfirm} {onclose}>
            <p>{ catalog.text(key!("clear-lead")) }</p>
            <ul class="goes">
                <li>{ catalog.with(key!("clear-texts"), [("n", texts.into())]) }</li>
                <li>{ catalog.text(key!("clear-dictionary")) }</li>
                <li>{ catalog.text(key!("clear-settings")) }</li>
            </ul>
            <p><button type="button" class="button" onclick={export}>{ catalog.text(key!("clear-export-first")) }</button></p>
        </Confirm>
    }
}

#[derive(Clone, PartialEq, Properties)]
pub(in crate::ui) struct SessionOpenerProps {
    /// True where it is the first thing to do.
    #[prop_or_default]
    pub(in crate::ui) primary: bool,
}

/// Draws the button that opens a session file.
#[component]
pub(in crate::ui) fn SessionOpener(props: &SessionOpenerProps) -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let onfile = {
        let asker = store.asker.clone();
        Callback::from(move |event: Event| {
            let field: HtmlInputElement = event.target_unchecked_into();
            let chosen = field.files().map(|list| files::of_list(&list)).unwrap_or_default();
            chosen.into_iter().for_each(|picked| intake::open_session(&asker, picked));
            // The same file can be chosen again.
            field.set_value("");
        })
    };
    let choose = Callback::from(|_: MouseEvent| browser::click("session-file"));
    html! {
        <>
            <button type="button" class={classes!("button", props.primary.then_some("primary"))} onclick={choose}>{ catalog.text(key!("session-import")) }</button>
            <input id="session-file" type="file" accept=".json,application/json" hidden=true aria-label={catalog.text(key!("session-import"))} onchange={onfile} />
        </>
    }
}

/// Saves the page with everything of the reader's as one HTML file, which opens without a server: at the comparison viewed
/// last, or here if there was none.
fn save_page(store: &Store) {
    let told = store.clone();
    let view = last_view(store);
    let hash = view.as_ref().map_or_else(|| Route::Texts.href(), Route::href);
    store.asker.export_session(String::new(), move |session| {
        spawn_local(async move {
            let saved = browser::download_page("duidu.html", &session, &hash).await;
            told.tell(if saved { key!("notice-saved") } else { key!("notice-page-not-saved") });
        });
    });
}

/// Returns the comparison viewed last, if there was one.
fn last_view(store: &Store) -> Option<Route> {
    let subject = &store.state.subject;
    (!subject.b.is_empty()).then(|| view_route(View::Compare, subject, Units::default()))
}

/// Saves everything of the reader's as a file, with the comparison viewed last.
pub(in crate::ui) fn save(store: &Store) {
    let told = store.clone();
    let view = last_view(store).map_or_else(String::new, |route| route.href());
    store.asker.export_session(view, move |file| {
        let saved = browser::download("duidu-session.json", "application/json", &file);
        told.tell(if saved.is_ok() { key!("notice-saved") } else { key!("notice-not-saved") });
    });
}
