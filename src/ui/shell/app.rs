//! The root component: one state, one route, one frame.

use std::rc::Rc;

use yew::prelude::*;

use super::asker::Asker;
use super::frame::Frame;
use super::messages::{use_language_of_link, use_messages};
use super::offline::use_offline;
use super::{pages, questions};
use crate::api::{Sessions, settings};
use crate::corpus::{Scope, StoryFilter};
use crate::engine::Query;
use crate::ui::comparing::events::Events;
use crate::ui::corpora::KeptCorpora;
use crate::ui::first_screen::standing::{Standing, use_repeat};
use crate::ui::hooks::use_link;
use crate::ui::i18n::Catalog;
use crate::ui::routes::own_texts::{in_force, put_in_force};
use crate::ui::routes::{GivenLink, Known, LinkOutcome, OwnTexts, Route, Viewed};
use crate::ui::share::received;
use crate::ui::shared::Shared;
use crate::ui::state::{Action, AppState};
use crate::ui::store::{Store, use_asking};
use crate::ui::texts::given::use_given;
use crate::ui::{browser, labels};
use crate::view::{Setting, StorageState};
use crate::worker::Client;

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct AppProps {
    /// What stood on the screen before.
    pub(crate) standing: Standing,
}

/// Draws the whole page.
#[component]
pub(crate) fn App(props: &AppProps) -> Html {
    let state = use_reducer(begin);
    let asker = use_memo((), |()| {
        let dispatcher = state.dispatcher();
        let client = Client::start(move |event| dispatcher.dispatch(Action::Client(event)));
        let dispatcher = state.dispatcher();
        let sessions = Sessions::new(client.clone(), move |setting, value| {
            dispatcher.dispatch(Action::Set(setting, value));
        });
        crate::api::install(&client, &sessions, labels::report_in);
        Asker::new(client, sessions, state.dispatcher())
    });
    use_offline(&state);
    use_given(&asker);
    let events = use_memo((), |()| Events::bundled());
    let catalog = use_messages(&state);

    let link = use_link();
    use_language_of_link(&state, &link);
    let opened = use_opened(&state, &link);
    let rows = state.stories.as_deref().map(Vec::as_slice);
    let corpora = use_kept_corpora(&state);
    let known = Known {
        subject: &state.subject,
        events: &events,
        rows,
        corpora: &corpora.0,
        list: state.reference_list.as_deref(),
    };
    let route = match &opened {
        LinkOutcome::Here { route, .. } => route.settled(&known),
        _ => link.route.clone(),
    };

    let wanted = wanted(&opened, &route, &known);
    use_wanted(&state, &asker, wanted);
    use_record(&state, &route, matches!(opened, LinkOutcome::Here { .. }));
    use_scope_in_address(&link, &route);
    use_storage_mark(&state, &asker);
    use_effect_with(state.theme, |theme| browser::dress(*theme));

    use_repeat(&props.standing, catalog.is_some());
    // The page says that it is loading until the messages of its language are here.
    let Some(catalog) = catalog else { return html! { <main class="boot" aria-busy="true" /> } };
    let store = Store { state: state.clone(), asker: (*asker).clone(), corpora: corpora.1.clone() };
    html! {
        <ContextProvider<Catalog> context={catalog}>
            <ContextProvider<Store> context={store}>
                <ContextProvider<Standing> context={props.standing.clone()}>
                    <Frame route={route.clone()} edited={matches!(opened, LinkOutcome::Here { edited: true, .. })}>
                        { pages::opened(&opened, &route, &state) }
                    </Frame>
                </ContextProvider<Standing>>
            </ContextProvider<Store>>
        </ContextProvider<Catalog>>
    }
}

/// Returns the state that the page begins with: the settings kept, and what its link asks for.
fn begin() -> AppState {
    let mut state = AppState::new(browser::preferred_language());
    for (setting, value) in settings::all() {
        state.apply(Action::Set(setting, Some(value)));
    }
    if let Some(language) = browser::link().language {
        state.apply(Action::Set(Setting::Language, Some(language.tag().to_owned())));
    }
    if browser::is_sandboxed() {
        state.apply(Action::Tell(labels::sandboxed()));
    }
    state
}

/// Returns the queries that the page of a link needs.
fn wanted(opened: &LinkOutcome, route: &Route, known: &Known<'_>) -> Vec<Query> {
    match opened {
        LinkOutcome::Here { .. } => questions::queries(route, known),
        LinkOutcome::Received { packed, .. } => {
            questions::always().into_iter().chain([received::contents(packed).into()]).collect()
        }
        LinkOutcome::Waits | LinkOutcome::Missing(_) => questions::always().to_vec(),
    }
}

/// Returns what a link opens among the own texts, by which all addresses are written from now on. A link that names own
/// texts by number alone is written anew, so that what a reader copies from the address bar names their content; and so is
/// one that brought texts, which are here now.
#[hook]
fn use_opened(state: &UseReducerHandle<AppState>, link: &GivenLink) -> LinkOutcome {
    let known = (state.names.clone(), state.stories.clone(), state.texts.clone());
    let own = use_memo(known, |known| {
        let (Some(names), Some(stories), Some(texts)) = known else { return None };
        Some(Rc::new(OwnTexts::new(names.to_vec(), stories, texts)))
    });
    put_in_force(&own.as_ref().clone().unwrap_or_default());
    let opened = match own.as_ref() {
        Some(own) => own.open(link),
        None if link.names_content() => LinkOutcome::Waits,
        None => LinkOutcome::Here { route: Box::new(link.route.clone()), edited: false },
    };
    use_effect_with((link.clone(), own), {
        let opened = opened.clone();
        move |(link, own)| {
            if let LinkOutcome::Here { route, .. } = opened
                && (link.is_by_number() || link.packed.is_some())
                && own.as_ref().as_ref().is_some_and(|own| own.names_all(&route))
            {
                browser::rewrite(&route);
            }
        }
    });
    opened
}

/// Returns the corpora that are kept: their scopes, and all of each.
#[hook]
fn use_kept_corpora(state: &UseReducerHandle<AppState>) -> Rc<(Vec<Scope>, Shared<KeptCorpora>)> {
    use_memo((state.corpora.clone(), in_force()), |(kept, own)| {
        let corpora = KeptCorpora::read(kept.as_deref().unwrap_or_default(), own);
        (corpora.scopes(), Shared::new(corpora))
    })
}

/// Makes the stories and the scope on the screen those last viewed.
#[hook]
fn use_record(state: &UseReducerHandle<AppState>, route: &Route, here: bool) {
    // Again when stories come in, which the route may have named before.
    use_effect_with((route.clone(), here, state.stories.clone()), {
        let state = state.dispatcher();
        move |(route, here, _)| {
            if let Some(action) = route.viewed().filter(|_| *here).and_then(Viewed::record) {
                state.dispatch(action);
            }
            let mut viewed = route.clone();
            if let Some(scope) = viewed.common().scope.filter(|scope| *here && **scope != Scope::Usual) {
                state.dispatch(Action::Scoped(scope.clone()));
            }
        }
    });
}

/// Writes the scope into an address that had none, once it is one of the reader's: what is copied or cited then says
/// which texts were counted.
#[hook]
fn use_scope_in_address(link: &GivenLink, route: &Route) {
    let scope = |route: &Route| route.clone().common().scope.map(|scope| scope.clone());
    let is_the_readers = matches!(
        scope(route),
        Some(Scope::Named { .. } | Scope::Filter(StoryFilter { own: Some(true), .. }))
    );
    let filled = scope(&link.route) == Some(Scope::Usual) && is_the_readers;
    use_effect_with((filled, route.clone()), |(filled, route)| {
        if *filled {
            browser::rewrite(route);
        }
    });
}

/// Asks for what the page needs and has not got.
#[hook]
fn use_wanted(state: &UseReducerHandle<AppState>, asker: &Asker, wanted: Vec<Query>) {
    let missing: Vec<_> = wanted.iter().filter(|query| state.wants(query)).cloned().collect();
    use_effect_with(wanted, {
        let state = state.dispatcher();
        move |wanted| state.dispatch(Action::Wanted(wanted.clone()))
    });
    use_asking(asker, missing);
}

/// Leaves a mark where own texts are stored, and mends a storage that the browser lost.
#[hook]
fn use_storage_mark(state: &UseReducerHandle<AppState>, asker: &Asker) {
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
}
