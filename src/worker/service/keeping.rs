//! The state of the storage: it is watched, opened again when it was lost, and reported.
//!
//! Confirmed changes are in the storage. When the browser loses that, the changes in memory are written again as soon as
//! there is a storage again; meanwhile the page reports it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::timers::callback::Timeout;

use super::super::message::Reply;
use super::super::storage::{Position, Storage};
use super::super::watch::watched;
use super::opening::Opened;
use super::{Job, Service, post};
use crate::view::{StorageState, Unkept};

/// Seconds without a step after which a request is given up.
pub(super) const SILENT_SECONDS: u32 = 15;

/// Milliseconds until the storage is tried again, at first and at most.
const FIRST_PAUSE: u32 = 1_000;
const LAST_PAUSE: u32 = 30_000;

/// The storage and its state.
pub(super) struct Keeping {
    pub(super) state: RefCell<KeepingState>,
    /// The progress of this window; `None` until it has read everything.
    pub(super) position: RefCell<Option<Position>>,
    /// The reason why something was not stored last.
    why: RefCell<Unkept>,
    /// Milliseconds until the next try.
    pause: Cell<u32>,
    /// True while a try is scheduled.
    waits: Cell<bool>,
    /// True if the database was deleted, and not lost by the browser.
    pub(super) deleted: Cell<bool>,
    reported: RefCell<Option<StorageState>>,
    /// The number of clearings of everything, here or in another window, as reported to the page.
    pub(super) clearings: Cell<u32>,
}

/// The states of the storage.
pub(super) enum KeepingState {
    Open(Storage),
    /// It is not available, or is in use.
    Away(Unkept),
    /// It is open, and its content has not been loaded.
    Found(Box<Opened>),
}

impl Default for Keeping {
    fn default() -> Self {
        Self {
            state: RefCell::new(KeepingState::Away(Unkept::Late)),
            position: RefCell::default(),
            why: RefCell::new(Unkept::Late),
            pause: Cell::new(FIRST_PAUSE),
            waits: Cell::new(false),
            deleted: Cell::new(false),
            reported: RefCell::default(),
            clearings: Cell::new(0),
        }
    }
}

impl Service {
    pub(super) fn is_storage_open(&self) -> bool {
        matches!(&*self.keeping.state.borrow(), KeepingState::Open(_))
    }

    /// Does work with the storage, if it is available, and gives it up if the browser does not answer.
    pub(super) async fn with_storage<T: 'static, F>(
        self: &Rc<Self>,
        work: impl FnOnce(Storage) -> F + 'static,
    ) -> Result<T, Unkept>
    where
        F: Future<Output = (Storage, Result<T, Unkept>)> + 'static,
    {
        let storage = match self.keeping.state.replace(KeepingState::Away(Unkept::Silent)) {
            KeepingState::Open(storage) => storage,
            other => {
                let why = match &other {
                    KeepingState::Away(why) => why.clone(),
                    KeepingState::Found(found) if found.anew => Unkept::Emptied,
                    KeepingState::Found(_) | KeepingState::Open(_) => Unkept::Late,
                };
                self.keeping.state.replace(other);
                return Err(why);
            }
        };
        let connection = storage.connection();
        match watched(work(storage), SILENT_SECONDS, |(storage, _)| storage.close()).await {
            Some((storage, result)) => {
                self.keeping.position.replace(Some(storage.position().clone()));
                match &result {
                    Ok(_) => {
                        self.keeping.pause.set(FIRST_PAUSE);
                        self.keeping.state.replace(KeepingState::Open(storage));
                    }
                    Err(Unkept::Full) => {
                        self.keeping.why.replace(Unkept::Full);
                        self.keeping.state.replace(KeepingState::Open(storage));
                        self.try_again();
                    }
                    Err(why) => {
                        storage.close();
                        self.lose_storage(why.clone());
                    }
                }
                result
            }
            None => {
                connection.close();
                self.lose_storage(Unkept::Silent);
                Err(Unkept::Silent)
            }
        }
    }

    /// Records that the storage is not available, for now.
    pub(super) fn lose_storage(self: &Rc<Self>, why: Unkept) {
        let again = !matches!(why, Unkept::Newer | Unkept::Unreadable { .. });
        self.keeping.why.replace(why.clone());
        self.keeping.state.replace(KeepingState::Away(why));
        if again {
            self.try_again();
        }
    }

    /// Tries again after a pause, each time a longer one.
    fn try_again(self: &Rc<Self>) {
        if self.keeping.waits.replace(true) {
            return;
        }
        let pause = self.keeping.pause.get();
        self.keeping.pause.set((pause * 2).min(LAST_PAUSE));
        let service = Rc::clone(self);
        Timeout::new(pause, move || {
            service.keeping.waits.set(false);
            service.take(Job::MendStorage);
        })
        .forget();
    }

    /// Reports the state of the storage, if it has changed.
    pub(super) fn report_storage(&self) {
        let Some(state) = self.storage_state() else { return };
        let reported = self.keeping.reported.replace(Some(state.clone()));
        if reported.as_ref() != Some(&state) {
            post(&self.port, &Reply::Storage(state));
        }
    }

    fn storage_state(&self) -> Option<StorageState> {
        let engine = self.engine.borrow();
        let engine = engine.as_ref()?;
        let (texts, entries) = engine.unkept();
        Some(match &*self.keeping.state.borrow() {
            KeepingState::Open(_) if !engine.has_unwritten() => StorageState::Kept,
            KeepingState::Open(_) => {
                StorageState::Failing { why: self.keeping.why.borrow().clone(), texts, entries }
            }
            KeepingState::Away(why) if self.keeping.position.borrow().is_none() => {
                StorageState::Unreached(why.clone())
            }
            KeepingState::Away(why) => StorageState::Failing { why: why.clone(), texts, entries },
            KeepingState::Found(found) if found.anew => {
                let deliberate = self.keeping.deleted.get();
                let (texts, entries) = (engine.page_numbers().len(), engine.dictionary().len());
                StorageState::Emptied { deliberate, texts: narrow(texts), entries: narrow(entries) }
            }
            KeepingState::Found(found) => {
                StorageState::Found { texts: found.texts, entries: narrow(found.dictionary.len()) }
            }
        })
    }
}

fn narrow(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
