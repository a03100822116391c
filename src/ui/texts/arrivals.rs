//! What came in last: the progress of an import and its report, and what came of a session file.

use yew::prelude::*;

use super::import_panel::ImportPanel;
use super::import_status::ImportStatus;
use super::session_status::SessionStatus;
use crate::engine::DictionaryEdit;
use crate::ui::i18n::key;
use crate::ui::state::{Action, ImportStep};
use crate::ui::store::use_store;
use crate::view::Setting;

/// Draws both, each until it is put away.
#[component]
pub(crate) fn Arrivals() -> Html {
    let store = use_store();
    let onstop = {
        let asker = store.asker.clone();
        Callback::from(move |()| asker.stop_import())
    };
    let onclose = {
        let asker = store.asker.clone();
        Callback::from(move |()| asker.dispatch(Action::Import(ImportStep::PutAway)))
    };
    let asker = store.asker.clone();
    let onundo = Callback::from(move |()| asker.undo_session());
    let asker = store.asker.clone();
    let onclose_session = Callback::from(move |()| asker.dispatch(Action::Session(None)));
    let asker = store.asker.clone();
    let onentries = Callback::from(move |text| {
        asker.edit(DictionaryEdit::Import { text }, key!("notice-imported"));
    });
    let asker = store.asker.clone();
    let onlist = Callback::from(move |(setting, value): (Setting, String)| asker.set(setting, Some(value)));
    html! {
        <>
            if let Some(import) = &store.state.import {
                <ImportStatus import={import.clone()} {onstop} {onclose}>
                    if !import.running && !import.pages.is_empty() {
                        <ImportPanel pages={import.pages.clone()} />
                    }
                </ImportStatus>
            }
            if let Some(opened) = &store.state.session {
                <SessionStatus opened={opened.clone()} {onundo} onclose={onclose_session} {onentries} {onlist} />
            }
        </>
    }
}
