//! Opening and undoing of session files, and clearing of all data: for the page and for `window.duidu`.

use std::cell::RefCell;
use std::rc::Rc;

use super::settings;
use crate::engine::{Ask, ClearEverything, EngineError, ExportSession, ImportSession, UndoSession};
use crate::view::{Cleared, SessionAdded, SessionChange, SessionUndone, Setting, Unkept};
use crate::worker::{Client, Failure};

/// Opens session files and undoes that; clones share the file opened last.
#[derive(Clone)]
pub struct Sessions {
    client: Client,
    last: Rc<RefCell<Option<Last>>>,
    /// Called for each setting that has changed.
    on_setting: Rc<dyn Fn(Setting, Option<String>)>,
}

impl PartialEq for Sessions {
    fn eq(&self, other: &Self) -> bool {
        self.client == other.client
    }
}

/// The additions of the file opened last.
struct Last {
    added: SessionAdded,
    /// Settings with their values since, and before.
    settings: Vec<(Setting, String, Option<String>)>,
}

/// The result of opening a session file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SessionOpened {
    /// Texts, dictionary, and refused settings.
    pub change: SessionChange,
    /// Settings that were adopted.
    pub taken: Vec<Setting>,
    /// Settings that had the same value here.
    pub same: Vec<Setting>,
    /// Lists that differ here and are kept.
    pub stays: Vec<Setting>,
}

impl SessionOpened {
    /// Returns true if it brought anything that can be taken out again.
    pub fn brought_anything(&self) -> bool {
        !self.change.added.is_empty() || !self.taken.is_empty()
    }
}

/// The result of undoing a session file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SessionTakenBack {
    /// Texts and dictionary.
    pub undone: SessionUndone,
    /// Number of settings restored.
    pub settings: u32,
}

impl Sessions {
    /// Sends queries through `client`; `on_setting` is called for each setting that has changed.
    pub fn new(client: Client, on_setting: impl Fn(Setting, Option<String>) + 'static) -> Self {
        Self { client, last: Rc::default(), on_setting: Rc::new(on_setting) }
    }

    /// Stores a setting, or removes it; returns true if the browser did. Otherwise it lasts as long as the page.
    pub fn set(&self, setting: Setting, value: Option<String>) -> bool {
        let is_stored = settings::put(setting, value.as_deref());
        (self.on_setting)(setting, value);
        is_stored
    }

    /// Writes all data of the reader's into a file, and the address of the view to return to; empty for none.
    pub fn export(&self, view: String, done: impl FnOnce(Result<String, Failure>) + 'static) {
        let question = ExportSession { settings: settings::all(), view };
        self.client.ask(question.query(), move |result| match result {
            Ok(file) => done(Ok(file)),
            Err(failure) => done(Err(failure)),
        });
    }

    /// Opens a file and adds its data to what is there.
    pub fn import(&self, json: String, done: impl FnOnce(Result<SessionOpened, Failure>) + 'static) {
        let sessions = self.clone();
        self.client.ask(ImportSession { json }.query(), move |result| match result {
            Ok(change) => done(Ok(sessions.apply_settings(change))),
            Err(failure) => done(Err(failure)),
        });
    }

    /// Adopts the settings of a file. A choice follows the file; a list of the reader's is kept.
    fn apply_settings(&self, change: SessionChange) -> SessionOpened {
        let mut opened = SessionOpened::default();
        let mut before = Vec::new();
        for (setting, value) in &change.settings {
            match settings::get(*setting) {
                Some(here) if here == *value => opened.same.push(*setting),
                Some(_) if setting.is_list() => opened.stays.push(*setting),
                here => {
                    self.set(*setting, Some(value.clone()));
                    opened.taken.push(*setting);
                    before.push((*setting, value.clone(), here));
                }
            }
        }
        opened.change = change;
        if opened.brought_anything() {
            let last = Last { added: opened.change.added.clone(), settings: before };
            self.last.replace(Some(last));
        }
        opened
    }

    /// Undoes the opening of the last file in one step.
    pub fn undo(&self, done: impl FnOnce(Result<SessionTakenBack, Failure>) + 'static) {
        let Some(Last { added, settings: changed }) = self.last.take() else {
            return done(Err(EngineError::NothingToUndo.into()));
        };
        let sessions = self.clone();
        let question = UndoSession { added: added.clone() };
        self.client.ask(question.query(), move |result| match result {
            Ok(undone) => {
                let mut back = SessionTakenBack { undone, settings: 0 };
                for (setting, since, before) in changed {
                    if settings::get(setting).as_ref() == Some(&since) {
                        sessions.set(setting, before);
                        back.settings += 1;
                    } else {
                        back.undone.changed += 1;
                    }
                }
                done(Ok(back));
            }
            Err(failure) => {
                sessions.last.replace(Some(Last { added, settings: changed }));
                done(Err(failure));
            }
        });
    }

    /// Clears all data of the reader's: texts, dictionary and settings. Passes on the reason if something may be left.
    pub fn clear(&self, done: impl FnOnce(Result<Option<Unkept>, Failure>) + 'static) {
        let sessions = self.clone();
        self.client.ask(ClearEverything {}.query(), move |result| match result {
            Ok(Cleared { left }) => {
                sessions.last.take();
                let gone = settings::clear();
                for setting in Setting::ALL.into_iter().filter(|setting| setting.is_list()) {
                    (sessions.on_setting)(setting, None);
                }
                let settings_left =
                    (!gone).then(|| Unkept::Refused { detail: "the settings are still there".to_owned() });
                done(Ok(left.or(settings_left)));
            }
            Err(failure) => done(Err(failure)),
        });
    }
}
