//! Keeping what the reader made: the storage opened, watched, opened again when it was lost, and told of.
//!
//! What is confirmed is in the storage. When the browser loses that, what is in memory is written again as soon as there
//! is a storage again; meanwhile the page says so.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::timers::callback::Timeout;

use super::super::message::Reply;
use super::super::storage::{self, Gone, Position, Storage};
use super::super::watch::watched;
use super::channel::ChannelMessage;
use super::news::{Heard, take_news};
use super::{Job, Service, post};
use crate::engine::{Engine, EngineError, Unwritten};
use crate::ingest::Page;
use crate::lexicon::UserDictionary;
use crate::view::{StorageState, Unkept};

/// Seconds without a step after which the page goes on without what was kept.
const OPENING_SECONDS: u32 = 4;

/// Seconds without a step after which something that was begun is given up.
const SILENT_SECONDS: u32 = 15;

/// Milliseconds until the storage is tried again, at first and at most.
const FIRST_PAUSE: u32 = 1_000;
const LAST_PAUSE: u32 = 30_000;

/// Bytes of pages that could not be kept before and are written together.
const PART: usize = 4_000_000;

/// The storage, and what is known of it.
pub(super) struct Keeping {
    state: RefCell<KeepingState>,
    /// How far this window has read; `None` until it has read everything.
    position: RefCell<Option<Position>>,
    /// Why something was not kept last.
    why: RefCell<Unkept>,
    /// Milliseconds until the next try.
    pause: Cell<u32>,
    /// Whether a try is on its way.
    waits: Cell<bool>,
    /// Whether somebody deleted the database.
    deleted: Cell<bool>,
    told: RefCell<Option<StorageState>>,
    /// How often everything was cleared, here or in another window, as the page is told.
    pub(super) clearings: Cell<u32>,
}

enum KeepingState {
    Open(Storage),
    /// It is not to be had, or somebody is using it.
    Away(Unkept),
    /// It is open, and what it holds has not been taken up.
    Found(Box<Opened>),
}

/// A storage that has just opened.
pub(super) struct Opened {
    storage: Storage,
    dictionary: UserDictionary,
    /// How many pages it holds.
    texts: u32,
    /// Whether it is the one this window had open before.
    same: bool,
    /// Whether this window had another one open.
    anew: bool,
}

/// What an edit came to.
pub(super) struct KeptEdit<T> {
    /// What the edit gave; `None` when there is no engine.
    pub(super) made: Option<T>,
    pub(super) result: Result<(), Unkept>,
    /// Whether anything was written.
    pub(super) written: bool,
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
            told: RefCell::default(),
            clearings: Cell::new(0),
        }
    }
}

/// Opens the storage and looks what is in it.
async fn look(on_gone: Rc<dyn Fn(Gone)>, before: Option<Position>) -> Result<Opened, Unkept> {
    let (mut storage, dictionary) = Storage::open(on_gone).await?;
    let same = match &before {
        Some(before) => storage.resume(before).await?,
        None => false,
    };
    let texts = storage.count().await?;
    Ok(Opened { storage, dictionary, texts, same, anew: before.is_some() && !same })
}

impl Service {
    /// Opens the storage, the first time or again. One that opens late is heard of then.
    pub(super) async fn open_storage(self: &Rc<Self>) {
        let gone = Rc::downgrade(self);
        let on_gone = Rc::new(move |how| {
            if let Some(service) = gone.upgrade() {
                service.take(Job::StorageGone(how));
            }
        });
        let before = self.keeping.position.borrow().clone();
        let late = Rc::clone(self);
        let late = move |opened| late.take(Job::StorageOpened(opened));
        match watched(look(on_gone, before), OPENING_SECONDS, late).await {
            Some(opened) => self.take_storage(opened).await,
            None => self.lose_storage(Unkept::Late),
        }
    }

    /// Takes a storage that has opened. What it holds comes at once where nothing is shown yet, or nothing would change.
    pub(super) async fn take_storage(self: &Rc<Self>, opened: Result<Opened, Unkept>) {
        let opened = match opened {
            Ok(opened) => opened,
            Err(why) => return self.lose_storage(why),
        };
        if !matches!(&*self.keeping.state.borrow(), KeepingState::Away(_)) {
            // Two were on their way, and another one was faster.
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
                self.take_up_storage().await;
            }
        }
    }

    /// Reads what a storage holds that was opened late or made anew, and writes what is only here.
    pub(super) async fn take_up_storage(self: &Rc<Self>) {
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
        let mut lost = None;
        let mut pages: Vec<(u32, Option<Page>)> = Vec::with_capacity(records.len());
        for (number, record) in records {
            let page = record.page();
            if let Err(error) = &page {
                lost = lost.or(Some(format!("u{number}: {error}")));
            }
            pages.push((number, page.ok()));
        }
        let changed = match &mut *self.engine.borrow_mut() {
            Some(engine) => engine.reconcile(pages, &dictionary, next),
            None => return,
        };
        self.keeping.deleted.set(false);
        self.keeping.position.replace(Some(storage.position().clone()));
        self.keeping.state.replace(KeepingState::Open(storage));
        self.write_again().await;
        // Where the dictionary could not be followed, what is shown is as it was.
        if changed != Ok(false) {
            post(&self.port, &Reply::TextsChanged);
            post(&self.port, &Reply::DictionaryChanged);
        }
        if let Some(detail) = lost {
            post(&self.port, &Reply::TextsLost { detail });
        }
    }

    /// Tries again what could not be kept; `asked` when the reader wants it.
    pub(super) async fn mend_storage(self: &Rc<Self>, asked: bool) {
        enum Next {
            Nothing,
            Write,
            TakeUp,
            Open,
        }
        let next = match &*self.keeping.state.borrow() {
            KeepingState::Open(_) => Next::Write,
            KeepingState::Found(_) if asked => Next::TakeUp,
            KeepingState::Away(Unkept::Newer | Unkept::Unreadable { .. }) if !asked => Next::Nothing,
            KeepingState::Found(_) => Next::Nothing,
            KeepingState::Away(_) => Next::Open,
        };
        match next {
            Next::Nothing => {}
            Next::Write => self.write_again().await,
            Next::TakeUp => self.take_up_storage().await,
            Next::Open => self.open_storage().await,
        }
        self.tell_storage();
    }

    /// Hears that the connection to the storage has ended.
    pub(super) async fn hear_gone(self: &Rc<Self>, how: Gone) {
        if let KeepingState::Open(storage) = &*self.keeping.state.borrow() {
            storage.close();
        }
        self.keeping.deleted.set(self.keeping.deleted.get() || how == Gone::Deleted);
        if how == Gone::Newer {
            self.lose_storage(Unkept::Newer);
        } else {
            self.keeping.state.replace(KeepingState::Away(Unkept::Closed));
            self.open_storage().await;
        }
        self.tell_storage();
    }

    /// Writes a part of what is not kept yet, on top of what other windows changed; the rest comes after what waits.
    async fn write_again(self: &Rc<Self>) {
        let kept = self.keep(|_, _| ()).await;
        if kept.written {
            self.channel.post(ChannelMessage::Changed);
        }
        let more = self.engine.borrow().as_ref().is_some_and(Engine::has_unwritten);
        if kept.result.is_ok() && more {
            self.take(Job::MendStorage);
        }
    }

    /// Lets `edit` change the engine on top of what other windows changed, and keeps what is not kept yet, all in one
    /// transaction. `edit` is called once, whether or not that can be kept.
    pub(super) async fn keep<T: 'static>(
        self: &Rc<Self>,
        edit: impl FnOnce(&mut Engine, Result<Heard, EngineError>) -> T + 'static,
    ) -> KeptEdit<T> {
        let late_found = matches!(&*self.keeping.state.borrow(), KeepingState::Found(found) if !found.anew);
        if late_found {
            // Whoever changes what is kept wants all of it. This ends in no second call: it is not found any more.
            Box::pin(self.take_up_storage()).await;
        }
        let edit = Rc::new(RefCell::new(Some(edit)));
        let made = Rc::new(RefCell::new(None));
        let heard = Rc::new(Cell::new(Heard::default()));
        let written = Rc::new(RefCell::new(None));
        let result = {
            let (edit, made, service) = (Rc::clone(&edit), Rc::clone(&made), Rc::clone(self));
            let (heard, written) = (Rc::clone(&heard), Rc::clone(&written));
            let file = Rc::clone(self);
            self.with_storage(move |mut storage| async move {
                let change = |news| {
                    let mut engine = service.engine.borrow_mut();
                    // One that was given up in the meantime has been made without the storage.
                    let (Some(engine), Some(edit)) = (engine.as_mut(), edit.borrow_mut().take()) else {
                        return Unwritten::default();
                    };
                    let followed = take_news(engine, news);
                    heard.set(followed.clone().unwrap_or_default());
                    *made.borrow_mut() = Some(edit(engine, followed));
                    let unwritten = engine.unwritten(PART);
                    *written.borrow_mut() = Some(unwritten.written());
                    unwritten
                };
                let result = storage.edit(change, || file.dictionary_file()).await;
                (storage, result)
            })
            .await
        };
        let mut any_written = false;
        if let Some(engine) = &mut *self.engine.borrow_mut() {
            let unmade = edit.borrow_mut().take();
            if let Some(edit) = unmade {
                *made.borrow_mut() = Some(edit(engine, Ok(Heard::default())));
            }
            match (&result, written.borrow_mut().take()) {
                (Ok(()), Some(written)) => {
                    any_written = !written.pages.is_empty() || !written.entries.is_empty();
                    engine.mark_kept(&written);
                }
                _ => engine.mark_unkept(),
            }
        }
        self.tell_heard(heard.get());
        let made = made.borrow_mut().take();
        KeptEdit { made, result, written: any_written }
    }

    pub(super) fn is_storage_open(&self) -> bool {
        matches!(&*self.keeping.state.borrow(), KeepingState::Open(_))
    }

    /// Does something with the storage, if it is there, and gives up what the browser does not answer.
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

    /// The storage is not to be had, for now.
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

    /// Tells the page how the storage is, if that is another now.
    pub(super) fn tell_storage(&self) {
        let Some(state) = self.storage_state() else { return };
        let told = self.keeping.told.replace(Some(state.clone()));
        if told.as_ref() != Some(&state) {
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

    /// Takes everything out of the storage, whatever state it is in, and looks whether it is gone. Where it cannot be
    /// written, the database is deleted.
    pub(super) async fn clear_storage(self: &Rc<Self>, next: u32) -> Result<(), Unkept> {
        let found = match self.keeping.state.replace(KeepingState::Away(Unkept::Silent)) {
            KeepingState::Found(found) => KeepingState::Open(found.storage),
            other => other,
        };
        self.keeping.state.replace(found);
        let cleared = self.with_storage(move |mut storage| async move {
            let result = storage.clear(next).await;
            (storage, result)
        });
        if cleared.await.is_ok() {
            return Ok(());
        }
        if let KeepingState::Open(storage) = &*self.keeping.state.borrow() {
            storage.close();
        }
        // Nothing of it is to come back by itself.
        self.keeping.position.replace(None);
        self.keeping.state.replace(KeepingState::Away(Unkept::Closed));
        match watched(storage::delete(), SILENT_SECONDS, |_| ()).await {
            Some(Ok(())) => {}
            Some(Err(why)) => {
                self.lose_storage(why.clone());
                return Err(why);
            }
            None => {
                self.lose_storage(Unkept::Silent);
                return Err(Unkept::Silent);
            }
        }
        self.open_storage().await;
        match &*self.keeping.state.borrow() {
            KeepingState::Open(_) => Ok(()),
            KeepingState::Found(_) => Err(Unkept::Refused { detail: "some of it is still there".to_owned() }),
            KeepingState::Away(why) => Err(why.clone()),
        }
    }
}

fn is_empty(engine: &Engine) -> bool {
    engine.page_numbers().is_empty() && engine.dictionary().is_empty()
}

fn narrow(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
