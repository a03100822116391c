//! The frame around every page: rail, main part, progress, notices, keys.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::focus::use_focus_kept;
use super::keyboard::{Command, use_commands};
use super::keys_dialog::{DIALOG, KeysDialog};
use super::offline::NewerBuild;
use super::progress::ProgressLine;
use super::rail::{Rail, view_route};
use super::settings::Settings;
use crate::corpus::Units;
use crate::engine::DictionaryEdit;
use crate::ui::dictionary::corrector::Corrector;
use crate::ui::first_screen::way_in::WayInKeeper;
use crate::ui::i18n::{key, use_catalog};
use crate::ui::routes::{ConcordanceRoute, Route, View};
use crate::ui::state::{Action, EngineState, NoticeAction, Severity, Subject};
use crate::ui::store::use_store;
use crate::ui::texts::drop_target::DropTarget;
use crate::ui::texts::keeping;
use crate::ui::texts::storage_notice::StorageNotice;
use crate::ui::widgets::notice::NoticeLine;
use crate::ui::{browser, labels};

const MAIN: &str = "main";

#[derive(Clone, PartialEq, Properties)]
pub(crate) struct FrameProps {
    pub(crate) route: Route,
    /// True if an own text on the page was edited since its link was made.
    pub(crate) edited: bool,
    pub(crate) children: Children,
}

#[component]
pub(crate) fn Frame(props: &FrameProps) -> Html {
    let catalog = use_catalog();
    let store = use_store();
    let state = &store.state;
    let view = props.route.view();

    let title = format!("{} · 對讀", catalog.text(props.route.title()));
    use_effect_with(title, |title| browser::title(title));
    let text = if let Route::Text(route) = &props.route { route.id.clone() } else { String::new() };
    use_arrival((view, text));
    use_focus_kept();

    let now = (state.subject.clone(), props.route.units());
    let obey = use_callback(now, |command, (subject, units)| obey(command, subject, *units));
    use_commands(obey);

    let reload = Callback::from(|_: MouseEvent| browser::reload());
    let reload_page = Callback::from(|()| browser::reload());
    let onsave = {
        let store = store.clone();
        Callback::from(move |()| keeping::save(&store))
    };
    let onmend = {
        let asker = store.asker.clone();
        Callback::from(move |()| asker.mend_storage())
    };
    html! {
        <>
            // The address after `#` belongs to the routes, so a script moves the focus instead.
            <a class="skip" href="#main" onclick={Callback::from(skip)}>{ catalog.text(key!("skip-link")) }</a>
            <div class="frame">
                <Rail route={props.route.clone()} stories={state.stories.clone()} texts={state.texts.clone()} subject={state.subject.clone()}>
                    <ProgressLine progress={state.progress} />
                    <Notices />
                    <NewerBuild offline={state.offline.clone()} onreload={Callback::from(|()| browser::reload_newer())} />
                    <Settings />
                </Rail>
                <main id={MAIN} tabindex="-1">
                    if let EngineState::Failed(failure) = &state.engine {
                        <NoticeLine
                            notice={labels::worker_failure(failure)}
                            action={(catalog.text(key!("action-reload")), reload)}
                        />
                    }
                    <StorageNotice state={state.storage.clone()} {onsave} {onmend} onreload={reload_page} />
                    if props.edited {
                        <p role="status" class="notice link-edited">{ catalog.text(key!("link-edited")) }</p>
                    }
                    { props.children.clone() }
                </main>
            </div>
            <Corrector units={props.route.units()} undoes={!matches!(props.route, Route::Text(_))} />
            <DropTarget />
            <WayInKeeper />
            <KeysDialog />
        </>
    }
}

/// Goes to the main part of the page.
fn skip(event: MouseEvent) {
    event.prevent_default();
    browser::focus(MAIN);
}

/// Opens a view, the search or the list of keys. Returns false for another command.
fn obey(command: Command, subject: &Subject, units: Units) -> bool {
    match command {
        Command::View(number) => View::ALL
            .get(number - 1)
            .inspect(|view| browser::go(&view_route(**view, subject, units)))
            .is_some(),
        Command::Search => {
            if !browser::focus_search() {
                browser::go(&Route::Concordance(ConcordanceRoute::default()));
            }
            true
        }
        Command::Keys => browser::open_dialog(DIALOG),
        // The comparison handles these itself.
        Command::Next | Command::Previous => false,
        // The corrector handles these itself.
        Command::Correct | Command::Undo | Command::Redo => false,
    }
}

/// Moves focus and scroll to the top of a new page, but not of the first one.
#[hook]
fn use_arrival(place: (Option<View>, String)) {
    let first = use_mut_ref(|| true);
    use_effect_with(place, move |_| {
        if !std::mem::replace(&mut *first.borrow_mut(), false) {
            browser::to_top();
            browser::focus(MAIN);
        }
    });
}

/// Draws the notices, on a wide screen in the rail, where they cover nothing. Information disappears by itself; a failure remains
/// until the reader dismisses it.
#[component]
fn Notices() -> Html {
    const LINGER: u32 = 6_000;
    let catalog = use_catalog();
    let store = use_store();
    let dispatcher = store.state.dispatcher();
    use_effect_with(store.state.notices.len(), |_| browser::uncover_focus());
    let passing = store.state.notices.iter().position(|notice| notice.severity == Severity::Info);
    use_effect_with((store.state.notices.len(), passing), move |&(_, passing)| {
        let timer =
            passing.map(|place| Timeout::new(LINGER, move || dispatcher.dispatch(Action::Dismiss(place))));
        move || drop(timer)
    });
    html! {
        <div class="notices" role="status">
            { for store.state.notices.iter().enumerate().map(|(place, notice)| {
                let state = store.state.dispatcher();
                let dismiss = Callback::from(move |_: MouseEvent| state.dispatch(Action::Dismiss(place)));
                let asker = store.asker.clone();
                let undo = Callback::from(move |_: MouseEvent| asker.edit(DictionaryEdit::Undo, key!("notice-undone")));
                let action = notice.action.map(|NoticeAction::UndoDictionary| (catalog.text(key!("action-undo")), undo));
                html! { <NoticeLine key={notice.key} notice={notice.clone()} {action} {dismiss} /> }
            }) }
        </div>
    }
}
