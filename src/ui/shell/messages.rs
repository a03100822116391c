//! The messages of the reader's language, fetched when it is chosen.

use yew::prelude::*;

use crate::ui::i18n::{Catalog, Language, own_file};
use crate::ui::routes::GivenLink;
use crate::ui::state::{Action, AppState};
use crate::ui::{browser, labels};
use crate::view::Setting;

/// Returns the messages of the language in use. While they are fetched, the page stays in the language it was in; `None` if it
/// was in none yet.
#[hook]
pub(super) fn use_messages(state: &UseReducerHandle<AppState>) -> Option<Catalog> {
    let language = state.language;
    // Without its file, a language is shown in the one it falls back to.
    let tried = use_state_eq(|| None::<Language>);
    let shown = use_mut_ref(|| None::<Language>);
    use_effect_with(language, {
        let (tried, state) = (tried.setter(), state.dispatcher());
        move |&language| {
            wasm_bindgen_futures::spawn_local(async move {
                if let Err(failure) = own_file::fetch(language).await {
                    state.dispatch(Action::Tell(labels::failure(&failure)));
                }
                tried.set(Some(language));
            });
        }
    });
    if own_file::is_here(language) || *tried == Some(language) {
        *shown.borrow_mut() = Some(language);
    }
    let shown = *shown.borrow();
    let catalog = use_memo((shown, shown.map(own_file::is_here)), |(shown, _)| shown.map(Catalog::new));
    use_effect_with(shown, |shown| {
        if let Some(language) = shown {
            browser::speak(*language);
        }
    });
    (*catalog).clone()
}

/// Follows the language that a link asks for. The reader's own choice stays stored.
#[hook]
pub(super) fn use_language_of_link(state: &UseReducerHandle<AppState>, link: &GivenLink) {
    use_effect_with(link.language, {
        let state = state.dispatcher();
        move |language| {
            if let Some(language) = language {
                state.dispatch(Action::Set(Setting::Language, Some(language.tag().to_owned())));
            }
        }
    });
}
