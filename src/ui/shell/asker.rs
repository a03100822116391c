//! The page's side of the analysis thread: sends queries, and dispatches their answers to the state.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use crate::api::{SessionTakenBack, Sessions};
use crate::engine::{
    Ask, ComparisonFile, DictionaryEdit, EditDictionary, EditTexts, PackTexts, Query, TextEdit,
};
use crate::ingest::PageEdit;
use crate::ui::i18n::{MessageKey, key};
use crate::ui::labels;
use crate::ui::shared::Shared;
use crate::ui::state::{Action, AppState, Notice, Severity};
use crate::ui::texts::files::Picked;
use crate::ui::texts::import::Importer;
use crate::view::{DictionaryChange, PackedTexts, Setting, TextChange};
use crate::worker::{Client, ImportOptions, Ticket};

/// A handle that sends queries and can cancel them.
#[derive(Clone)]
pub(crate) struct Asker {
    client: Client,
    state: UseReducerDispatcher<AppState>,
    importer: Importer,
    sessions: Sessions,
    tickets: Rc<RefCell<Vec<(Query, Ticket)>>>,
}

impl PartialEq for Asker {
    fn eq(&self, other: &Self) -> bool {
        self.client == other.client
    }
}

impl Asker {
    /// Asks through `client` and reports to `state`.
    pub(crate) fn new(client: Client, sessions: Sessions, state: UseReducerDispatcher<AppState>) -> Self {
        let importer = Importer::new(client.clone(), state.clone());
        Self { client, state, importer, sessions, tickets: Rc::default() }
    }

    /// Sends a query.
    pub(crate) fn ask(&self, query: Query) {
        self.state.dispatch(Action::Asked(query.clone()));
        let (state, tickets, asked) = (self.state.clone(), Rc::clone(&self.tickets), query.clone());
        let ticket = self.client.send(query.clone(), move |result| {
            tickets.borrow_mut().retain(|(known, _)| *known != asked);
            state.dispatch(Action::Answered(asked, result));
        });
        self.tickets.borrow_mut().push((query, ticket));
    }

    /// Edits the reader's dictionary; reports success with the message `done`.
    pub(crate) fn edit(&self, edit: DictionaryEdit, done: MessageKey) {
        self.edit_then(edit, done, |_| ());
    }

    /// Edits the reader's dictionary as [`Self::edit`] does; then calls `then` with the change.
    pub(crate) fn edit_then(
        &self,
        edit: DictionaryEdit,
        done: MessageKey,
        then: impl FnOnce(&DictionaryChange) + 'static,
    ) {
        let state = self.state.clone();
        let undoable = !matches!(edit, DictionaryEdit::Undo);
        // Not among the queries that are remembered: an edit is no question, and may hold a whole file.
        self.client.ask(EditDictionary { edit }.query(), move |result| match result {
            Ok(change) => {
                state.dispatch(Action::Tell(labels::edited(&change, done, undoable)));
                then(&change);
            }
            Err(failure) => state.dispatch(Action::Tell(labels::failure(&failure))),
        });
    }

    /// Exports the reader's dictionary as a file.
    pub(crate) fn export<Q: Ask<Answer = String>>(
        &self,
        file: Query<Q>,
        then: impl FnOnce(String) + 'static,
    ) {
        let state = self.state.clone();
        self.client.ask(file, move |result| match result {
            Ok(file) => then(file),
            Err(failure) => state.dispatch(Action::Tell(labels::failure(&failure))),
        });
    }

    /// Edits the reader's own texts; then calls `then` with the change. A failure is reported to the reader.
    pub(crate) fn edit_texts(&self, edit: TextEdit, then: impl FnOnce(&TextChange) + 'static) {
        self.try_edit_texts(edit, |change| {
            if let Some(change) = change {
                then(change);
            }
        });
    }

    /// Edits the own texts as [`Self::edit_texts`] does; calls `then` after a failure as well, without a change.
    pub(crate) fn try_edit_texts(&self, edit: TextEdit, then: impl FnOnce(Option<&TextChange>) + 'static) {
        let state = self.state.clone();
        self.client.ask(EditTexts { edit }.query(), move |result| match result {
            Ok(change) => {
                state.dispatch(Action::Refresh);
                if let Some(notice) = labels::unkept(&change) {
                    state.dispatch(Action::Tell(notice));
                }
                then(Some(&change));
            }
            Err(failure) => {
                // The page may have changed since the edit was made.
                state.dispatch(Action::Refresh);
                state.dispatch(Action::Tell(labels::failure(&failure)));
                then(None);
            }
        });
    }

    /// Corrects one of the reader's texts, as of `revision`.
    pub(crate) fn correct_text(&self, id: &str, revision: u32, edit: PageEdit) {
        let (id, revision) = (id.to_owned(), Some(revision));
        self.edit_texts(TextEdit::Edit { id, revision, edit }, |_| ());
    }

    /// Imports files.
    pub(crate) fn import(&self, files: Vec<Picked>, options: &ImportOptions) {
        self.importer.take(files, options);
    }

    /// Clears everything of the reader's, and says whether that is so.
    pub(crate) fn clear_everything(&self) {
        self.importer.stop();
        let asker = self.clone();
        self.sessions.clear(move |result| {
            asker.dispatch(Action::Forget);
            match result {
                Ok(None) => asker.tell(key!("notice-all-cleared")),
                Ok(Some(why)) => asker.dispatch(Action::Tell(labels::not_cleared(&why))),
                Err(failure) => asker.dispatch(Action::Tell(labels::failure(&failure))),
            }
        });
    }

    /// Takes up what the browser's storage holds, or tries it again.
    pub(crate) fn mend_storage(&self) {
        self.client.mend_storage();
    }

    /// Tells the reader something in passing.
    pub(crate) fn tell(&self, key: MessageKey) {
        let (severity, arguments, action) = (Severity::Info, Vec::new(), None);
        self.dispatch(Action::Tell(Notice { severity, key, arguments, action }));
    }

    /// Dispatches an action to the state.
    pub(crate) fn dispatch(&self, action: Action) {
        self.state.dispatch(action);
    }

    /// Stores a setting, or removes it; tells the reader where the browser does not store a list.
    pub(crate) fn set(&self, setting: Setting, value: Option<String>) {
        if !self.sessions.set(setting, value) && setting.is_list() {
            self.tell(key!("notice-list-unkept"));
        }
    }

    /// Stops the import.
    pub(crate) fn stop_import(&self) {
        self.importer.stop();
    }

    /// Own texts, dictionary and settings as a file.
    pub(crate) fn export_session(&self, view: String, then: impl FnOnce(String) + 'static) {
        let state = self.state.clone();
        self.sessions.export(view, move |result| match result {
            Ok(file) => then(file),
            Err(failure) => state.dispatch(Action::Tell(labels::failure(&failure))),
        });
    }

    /// Opens such a file, and says what came of it.
    pub(crate) fn import_session(&self, json: String) {
        let asker = self.clone();
        self.sessions.import(json, move |result| match result {
            Ok(opened) => {
                asker.dispatch(Action::Refresh);
                asker.dispatch(Action::Session(Some(Shared::new(opened))));
            }
            Err(failure) => asker.dispatch(Action::Tell(labels::failure(&failure))),
        });
    }

    /// Takes back the file that was opened last.
    pub(crate) fn undo_session(&self) {
        let asker = self.clone();
        self.sessions.undo(move |result| match result {
            Ok(SessionTakenBack { undone, settings }) => {
                asker.dispatch(Action::Refresh);
                asker.dispatch(Action::Session(None));
                asker.dispatch(Action::Tell(labels::taken_back(&undone, settings)));
            }
            Err(failure) => asker.dispatch(Action::Tell(labels::failure(&failure))),
        });
    }

    /// Packs own stories for a link.
    pub(crate) fn pack_texts(&self, ids: Vec<String>, then: impl FnOnce(PackedTexts) + 'static) {
        let state = self.state.clone();
        self.client.ask(PackTexts { ids }.query(), move |result| match result {
            Ok(packed) => then(packed),
            Err(failure) => state.dispatch(Action::Tell(labels::failure(&failure))),
        });
    }

    /// Exports a comparison as a file.
    pub(crate) fn export_comparison(
        &self,
        query: Query<ComparisonFile>,
        then: impl FnOnce(String) + 'static,
    ) {
        let state = self.state.clone();
        self.client.ask(query, move |result| match result {
            Ok(file) => then(file),
            Err(failure) => state.dispatch(Action::Tell(labels::failure(&failure))),
        });
    }

    /// Cancels a query if it is still running.
    pub(crate) fn cancel(&self, query: &Query) {
        let ticket =
            self.tickets.borrow().iter().find(|(known, _)| known == query).map(|(_, ticket)| *ticket);
        if let Some(ticket) = ticket {
            self.client.cancel(ticket);
        }
    }

    /// Forgets the outcome of a query, so that the page asks again.
    pub(crate) fn retry(&self, query: &Query) {
        self.state.dispatch(Action::Retry(query.clone()));
    }
}
