//! The opening of the storage: the first time, again when it was lost, and after its limit.

use std::rc::Rc;

use super::super::message::Reply;
use super::super::storage::{CloseReason, Position, Storage};
use super::super::watch::watched;
use super::keeping::{KeepingState, SILENT_SECONDS};
use super::texts::pages_of;
use super::{Job, Service, post};
use crate::engine::Engine;
use crate::lexicon::UserDictionary;
use crate::view::Unkept;

/// Seconds without a step after which the page starts without the storage.
const OPENING_SECONDS: u32 = 4;

/// A storage that has just opened.
pub(super) struct Opened {
    pub(super) storage: Storage,
    pub(super) dictionary: UserDictionary,
    /// The number of pages in it.
    pub(super) texts: u32,
    /// True if it is the one this window had open before.
    same: bool,
    /// True if this window had another one open.
    pub(super) anew: bool,
}

/// Opens the storage and counts its content.
async fn look(on_close: Rc<dyn Fn(CloseReason)>, before: Option<Position>) -> Result<Opened, Unkept> {
    let (mut storage, dictionary) = Storage::open(on_close).await?;
    let same = match &before {
        Some(before) => storage.resume(before).await?,
        None => false,
    };
    let texts = storage.count().await?;
    Ok(Opened { storage, dictionary, texts, same, anew: before.is_some() && !same })
}

impl Service {
    /// Opens the storage, the first time or again. One that opens after the limit is accepted then.
    pub(super) async fn open_storage(self: &Rc<Self>) {
        let gone = Rc::downgrade(self);
        let on_close = Rc::new(move |how| {
            if let Some(service) = gone.upgrade() {
                service.take(Job::StorageClosed(how));
            }
        });
        let before = self.keeping.position.borrow().clone();
        let late = Rc::clone(self);
        let late = move |opened| late.take(Job::StorageOpened(opened));
        match watched(look(on_close, before), OPENING_SECONDS, late).await {
            Some(opened) => self.accept_storage(opened).await,
            None => self.lose_storage(Unkept::Late),
        }
    }

    /// Accepts a storage that has opened. Its content is loaded at once if nothing is shown, or nothing would change.
    pub(super) async fn accept_storage(self: &Rc<Self>, opened: Result<Opened, Unkept>) {
        let opened = match opened {
            Ok(opened) => opened,
            Err(why) => return self.lose_storage(why),
        };
        if !matches!(&*self.keeping.state.borrow(), KeepingState::Away(_)) {
            // Two were opening, and the other one was faster.
            return opened.storage.close();
        }
        let empty = opened.texts == 0 && opened.dictionary.is_empty();
        let nothing_here = self.engine.borrow().as_ref().is_none_or(is_empty);
        let starting = self.engine.borrow().is_none();
        if starting || opened.same {
            self.keeping.deleted.set(false);
        }
        if starting {
            self.kept.replace(opened.dictionary);
            self.keeping.state.replace(KeepingState::Open(opened.storage));
        } else if opened.same {
            self.keeping.state.replace(KeepingState::Open(opened.storage));
            self.write_again().await;
        } else {
            let at_once = empty && (nothing_here || !opened.anew);
            self.keeping.state.replace(KeepingState::Found(Box::new(opened)));
            if at_once {
                self.load_storage().await;
            }
        }
    }

    /// Loads a storage that opened late or was made anew, and writes what is only in memory.
    pub(super) async fn load_storage(self: &Rc<Self>) {
        let found = match self.keeping.state.replace(KeepingState::Away(Unkept::Silent)) {
            KeepingState::Found(found) => *found,
            other => {
                self.keeping.state.replace(other);
                return;
            }
        };
        let Opened { mut storage, dictionary, .. } = found;
        let connection = storage.connection();
        let reading = async move {
            let mut records = Vec::new();
            let next = storage.read_all(|part, _| records.extend(part)).await;
            (storage, next.map(|next| (records, next)))
        };
        let read = watched(reading, SILENT_SECONDS, |(storage, _)| storage.close()).await;
        let (storage, records, next) = match read {
            Some((storage, Ok((records, next)))) => (storage, records, next),
            Some((storage, Err(why))) => {
                storage.close();
                return self.lose_storage(why);
            }
            None => {
                connection.close();
                return self.lose_storage(Unkept::Silent);
            }
        };
        let (pages, unreadable) = pages_of(records);
        let changed = match &mut *self.engine.borrow_mut() {
            Some(engine) => engine.reconcile(pages, &dictionary, next),
            None => return,
        };
        self.keeping.deleted.set(false);
        self.keeping.position.replace(Some(storage.position().clone()));
        self.keeping.state.replace(KeepingState::Open(storage));
        self.write_again().await;
        // If the dictionary could not be applied, the words shown are as they were.
        if changed != Ok(false) {
            post(&self.port, &Reply::TextsChanged);
            post(&self.port, &Reply::DictionaryChanged);
        }
        if let Some(detail) = unreadable {
            post(&self.port, &Reply::TextsLost { detail });
        }
    }

    /// Writes again what could not be stored; `asked` is true if the reader wants it.
    pub(super) async fn mend_storage(self: &Rc<Self>, asked: bool) {
        enum Next {
            Nothing,
            Write,
            Load,
            Open,
        }
        let next = match &*self.keeping.state.borrow() {
            KeepingState::Open(_) => Next::Write,
            KeepingState::Found(_) if asked => Next::Load,
            KeepingState::Away(Unkept::Newer | Unkept::Unreadable { .. }) if !asked => Next::Nothing,
            KeepingState::Found(_) => Next::Nothing,
            KeepingState::Away(_) => Next::Open,
        };
        match next {
            Next::Nothing => {}
            Next::Write => self.write_again().await,
            Next::Load => self.load_storage().await,
            Next::Open => self.open_storage().await,
        }
        self.report_storage();
    }

    /// Handles the end of the connection to the storage.
    pub(super) async fn on_storage_closed(self: &Rc<Self>, how: CloseReason) {
        if let KeepingState::Open(storage) = &*self.keeping.state.borrow() {
            storage.close();
        }
        self.keeping.deleted.set(self.keeping.deleted.get() || how == CloseReason::Deleted);
        if how == CloseReason::Newer {
            self.lose_storage(Unkept::Newer);
        } else {
            self.keeping.state.replace(KeepingState::Away(Unkept::Closed));
            self.open_storage().await;
        }
        self.report_storage();
    }
}

fn is_empty(engine: &Engine) -> bool {
    engine.page_numbers().is_empty() && engine.dictionary().is_empty()
}
