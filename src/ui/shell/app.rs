//! The root component: one state, one route, one frame.

use yew::prelude::*;

use super::asker::Asker;
use super::frame::Frame;
use super::offline::use_offline;
use super::{pages, questions};
use crate::api::{Sessions, settings};
use crate::ui::comparing::events::Events;
use crate::ui::hooks::use_route;
use crate::ui::i18n::Catalog;
use crate::ui::routes::{Known, Viewed};
use crate::ui::state::{Action, AppState};
use crate::ui::store::Store;
use crate::ui::texts::given::use_given;
use crate::ui::{browser, labels};
use crate::view::StorageState;
use crate::worker::Client;

/// Draws the whole page.
#[component]
pub(crate) fn App() -> Html {
    let state = use_reducer(|| {
        let mut state = AppState::default();
        for (setting, value) in settings::all() {
            state.apply(Action::Set(setting, Some(value)));
        }
        if browser::is_sandboxed() {
            state.apply(Action::Tell(labels::sandboxed()));
        }
        state
    });
    let asker = use_memo((), |()| {
        let dispatcher = state.dispatcher();
        let client = Client::start(move |event| dispatcher.dispatch(Action::Client(event)));
        let dispatcher = state.dispatcher();
        let sessions = Sessions::new(client.clone(), move |setting, value| {
            dispatcher.dispatch(Action::Set(setting, value));
        });
        crate::api::install(&client, &sessions, labels::report);
        Asker::new(client, sessions, state.dispatcher())
    });
    use_offline(&state);
    use_given(&asker);
    let events = use_memo((), |()| Events::bundled());
    let catalog = use_memo(state.language, |language| Catalog::new(*language));

    let address = use_route();
    let rows = state.stories.as_deref().map(Vec::as_slice);
    let known =
        Known { subject: &state.subject, events: &events, rows, list: state.reference_list.as_deref() };
    let route = address.settled(&known);

    let wanted = questions::queries(&route, &known);
    let missing: Vec<_> = wanted.iter().filter(|query| state.wants(query)).cloned().collect();
    use_effect_with(wanted, {
        let state = state.dispatcher();
        move |wanted| state.dispatch(Action::Wanted(wanted.clone()))
    });
    use_effect_with(missing, {
        let asker = asker.clone();
        move |missing| missing.iter().for_each(|query| asker.ask(query.clone()))
    });
    use_effect_with(route.clone(), {
        let state = state.dispatcher();
        move |route| {
            if let Some(action) = route.viewed().and_then(Viewed::record) {
                state.dispatch(action);
            }
        }
    });
    use_effect_with((state.storage.clone(), state.texts.as_ref().is_some_and(|texts| !texts.is_empty())), {
        let asker = asker.clone();
        move |(storage, texts)| match storage {
            StorageState::Kept if *texts => settings::leave_mark(),
            // The browser lost it in its need: the mark beside it is still there. Otherwise somebody threw it away, and
            // what is here is written again only if the reader wants that.
            StorageState::Emptied { deliberate: false, .. } if settings::has_mark() => asker.mend_storage(),
            _ => {}
        }
    });
    use_effect_with(state.language, |language| browser::speak(*language));
    use_effect_with(state.theme, |theme| browser::dress(*theme));

    let store = Store { state: state.clone(), asker: (*asker).clone() };
    html! {
        <ContextProvider<Catalog> context={(*catalog).clone()}>
            <ContextProvider<Store> context={store}>
                <Frame route={route.clone()}>{ pages::page(&route) }</Frame>
            </ContextProvider<Store>>
        </ContextProvider<Catalog>>
    }
}
