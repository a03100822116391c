//! The first screen as markup, which the build writes into the page (`tests/first_screen.rs`).

use yew::prelude::*;

use super::start_page::StartPage;
use crate::api::Sessions;
use crate::engine::{Answer, Query};
use crate::ui::comparing::events::Events;
use crate::ui::corpora::KeptCorpora;
use crate::ui::i18n::{Catalog, Language};
use crate::ui::routes::{Known, Route};
use crate::ui::shared::Shared;
use crate::ui::shell::asker::Asker;
use crate::ui::shell::frame::Frame;
use crate::ui::shell::questions;
use crate::ui::state::{Action, AppState, Subject};
use crate::ui::store::Store;
use crate::worker::Client;

/// Returns the queries whose answers are on the first screen of a reader without own texts.
pub fn queries() -> Vec<Query> {
    let (subject, events) = (Subject::default(), Events::bundled());
    let known = Known { subject: &subject, events: &events, rows: None, corpora: &[], list: None };
    questions::queries(&Route::Home, &known)
}

/// Properties of [`FirstScreen`].
#[derive(Clone, PartialEq, Properties)]
pub struct FirstScreenProps {
    /// The language.
    pub language: Language,
    /// The answers to [`queries`].
    pub answers: Shared<Vec<(Query, Answer)>>,
}

/// Draws the first screen with its frame.
#[component]
pub fn FirstScreen(props: &FirstScreenProps) -> Html {
    let state = use_reducer(|| {
        let mut state = AppState::new(props.language);
        for (query, answer) in props.answers.iter() {
            state.apply(Action::Asked(query.clone()));
            state.apply(Action::Answered(query.clone(), Ok(answer.clone())));
        }
        state
    });
    let asker = use_memo((), |()| {
        let client = Client::idle(|_| ());
        Asker::new(client.clone(), Sessions::new(client, |_, _| ()), state.dispatcher())
    });
    let corpora = Shared::new(KeptCorpora::default());
    let store = Store { state: state.clone(), asker: (*asker).clone(), corpora };
    html! {
        <ContextProvider<Catalog> context={Catalog::new(props.language)}>
            <ContextProvider<Store> context={store}>
                <Frame route={Route::Home} edited=false><StartPage /></Frame>
            </ContextProvider<Store>>
        </ContextProvider<Catalog>>
    }
}
