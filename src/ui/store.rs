//! The shared context of every page: the state, and the means to ask.

use yew::prelude::*;

use super::corpora::KeptCorpora;
use super::shared::Shared;
use super::shell::asker::Asker;
use super::state::{Action, AppState, Notice, Severity};
use crate::engine::Query;
use crate::ui::i18n::MessageKey;
use crate::view::StoryRow;

/// The state and the asker, provided through a context.
#[derive(Clone, PartialEq)]
pub(super) struct Store {
    pub(super) state: UseReducerHandle<AppState>,
    pub(super) asker: Asker,
    /// The corpora that the reader named.
    pub(super) corpora: Shared<KeptCorpora>,
}

impl Store {
    /// Returns the stories loaded; empty before they are known.
    pub(super) fn rows(&self) -> &[StoryRow] {
        self.state.stories.as_deref().map_or(&[], Vec::as_slice)
    }

    /// Shows the reader a message without arguments.
    pub(super) fn tell(&self, key: MessageKey) {
        let (severity, arguments, action) = (Severity::Info, Vec::new(), None);
        self.state.dispatch(Action::Tell(Notice { severity, key, arguments, action }));
    }
}

/// Returns the store. The app provides it to every page, so it always exists.
#[hook]
#[expect(clippy::expect_used, reason = "a page outside the app is a mistake in this crate")]
pub(super) fn use_store() -> Store {
    use_context::<Store>().expect("pages stand inside the app")
}

/// Asks what is missing, each time that something is drawn.
///
/// Not only if it is other queries than the last time. The browser hands over messages between a drawing and its effects: what
/// was asked may be answered and out of date again before an effect saw that nothing was missing, and would never be asked.
#[hook]
pub(super) fn use_asking(asker: &Asker, missing: impl IntoIterator<Item = Query>) {
    let (asker, missing) = (asker.clone(), missing.into_iter().collect::<Vec<_>>());
    use_effect(move || missing.into_iter().for_each(|query| asker.ask(query)));
}

/// Returns a callback that shows the reader a message; it does nothing outside an `App` (component tests).
#[hook]
pub(super) fn use_tell() -> Callback<MessageKey> {
    let store = use_context::<Store>();
    Callback::from(move |key| store.iter().for_each(|store| store.tell(key)))
}
