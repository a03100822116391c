//! The messages of languages that have a file of their own: a reader fetches that of one language.

use std::rc::Rc;

use yew::prelude::*;

use super::Language;
use crate::ui::browser;
use crate::worker::{Failure, WorkerFailure};

/// The messages that the page itself has, which every other language falls back to.
pub(super) const BUILT_IN: &str = include_str!("../locales/zh-Hant-HK.ftl");

/// Returns the path of the file of a language beside the page, if it has one.
fn path(language: Language) -> Option<&'static str> {
    match language {
        Language::Taiwan => Some("locales/zh-Hant-TW.ftl"),
        Language::Simplified => Some("locales/zh-Hans.ftl"),
        Language::English => Some("locales/en.ftl"),
        Language::HongKong => None,
    }
}

/// Returns true if all messages of a language are here.
pub(in crate::ui) fn is_here(language: Language) -> bool {
    path(language).is_none() || held(language).is_some()
}

/// Keeps the file that `boot.js` fetched while the page's code came, for the language that the page begins in.
pub(in crate::ui) fn take_early() {
    if let Some((language, text)) = browser::early_messages() {
        files::keep(language, &text);
    }
}

/// Fetches the file of a language, unless it is here or there is none.
///
/// # Errors
/// The failure to tell the reader of.
pub(in crate::ui) async fn fetch(language: Language) -> Result<(), Failure> {
    let Some(path) = path(language).filter(|_| !is_here(language)) else { return Ok(()) };
    match browser::read_file(path).await {
        Ok(text) => {
            files::keep(language, &text);
            Ok(())
        }
        Err(detail) => {
            let failure = WorkerFailure::FileMissing { address: path.to_owned(), detail };
            Err(Failure::Worker(failure))
        }
    }
}

/// Fetches the file of a language that a component writes in beside the reader's, and draws the component again when it is
/// here, once it is wanted. Without it, the component has one language less.
#[hook]
pub(in crate::ui) fn use_file(language: Language, is_wanted: bool) {
    let here = use_state_eq(|| is_here(language));
    use_effect_with(is_wanted, move |&is_wanted| {
        if is_wanted {
            wasm_bindgen_futures::spawn_local(async move {
                here.set(fetch(language).await.is_ok());
            });
        }
    });
}

/// Returns the messages of a language's own file, if it has one and it is here.
pub(super) fn held(language: Language) -> Option<Rc<str>> {
    files::held(language)
}

#[cfg(target_arch = "wasm32")]
mod files {
    use std::cell::RefCell;
    use std::rc::Rc;

    use crate::ui::i18n::Language;

    thread_local! {
        /// The files that were fetched.
        static FETCHED: RefCell<Vec<(Language, Rc<str>)>> = RefCell::default();
    }

    /// Returns the file of a language, if it was fetched.
    pub(in crate::ui::i18n) fn held(language: Language) -> Option<Rc<str>> {
        FETCHED.with_borrow(|files| {
            files.iter().find(|(fetched, _)| *fetched == language).map(|(_, text)| Rc::clone(text))
        })
    }

    /// Keeps the file of a language.
    pub(in crate::ui::i18n) fn keep(language: Language, text: &str) {
        FETCHED.with_borrow_mut(|files| files.push((language, text.into())));
    }
}

/// Outside a browser all files are at hand.
#[cfg(not(target_arch = "wasm32"))]
mod files {
    use std::rc::Rc;

    use crate::ui::i18n::Language;

    /// Returns the file of a language.
    pub(in crate::ui::i18n) fn held(language: Language) -> Option<Rc<str>> {
        match language {
            Language::Taiwan => Some(include_str!("../../../static/locales/zh-Hant-TW.ftl").into()),
            Language::Simplified => Some(include_str!("../../../static/locales/zh-Hans.ftl").into()),
            Language::English => Some(include_str!("../../../static/locales/en.ftl").into()),
            Language::HongKong => None,
        }
    }

    /// Keeps nothing: a file that is at hand need not be fetched.
    pub(in crate::ui::i18n) fn keep(_: Language, _: &str) {}
}
