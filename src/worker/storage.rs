//! The storage in the browser's database: pages and dictionary, read and written together.

mod database;
mod dictionary;
mod journal;
mod pages;

pub(super) use database::{CloseReason, delete};
pub(super) use dictionary::RemoteDictionary;
pub(super) use pages::RemotePages;

use std::rc::Rc;

use idb::{Database, Transaction, TransactionMode};

use self::database::{DICTIONARY, PAGE_JOURNAL, STORES, TEXTS, finished, rolled_back};
use self::dictionary::StoredDictionary;
use self::pages::StoredPages;
use crate::engine::{PageRecord, Unwritten};
use crate::lexicon::UserDictionary;
use crate::view::Unkept;

/// An open database, and how far this window has read in it.
pub(super) struct Storage {
    database: Rc<Database>,
    position: Position,
    /// True if the browser's log was begun over this connection, and no write has failed since.
    has_new_log: bool,
}

/// The progress of a window in reading, and in which database.
#[derive(Clone, Default)]
pub(super) struct Position {
    /// The database's own name; `None` where it has none yet.
    identity: Option<String>,
    dictionary: StoredDictionary,
    pages: StoredPages,
}

/// The changes of other windows.
pub(super) struct RemoteChanges {
    pub(super) dictionary: RemoteDictionary,
    pub(super) pages: RemotePages,
}

impl Storage {
    /// Opens the database and reads the dictionary.
    pub(super) async fn open(on_close: Rc<dyn Fn(CloseReason)>) -> Result<(Self, UserDictionary), Unkept> {
        let database = database::open(on_close).await?;
        let mut storage = Self { database, position: Position::default(), has_new_log: false };
        let transaction = storage.transaction(TransactionMode::ReadOnly)?;
        let position = &mut storage.position;
        position.identity = pages::identity(&transaction.object_store(PAGE_JOURNAL)?).await?;
        let dictionary = position.dictionary.read_all(&transaction.object_store(DICTIONARY)?).await?;
        if storage.position.identity.is_none() {
            // One that is full opens as well, and gets its name another time.
            storage.position.identity = storage.identify().await.ok();
        }
        Ok((storage, dictionary))
    }

    async fn identify(&self) -> Result<String, Unkept> {
        let name = format!("{} {}", js_sys::Date::now(), js_sys::Math::random());
        let transaction = self.transaction(TransactionMode::ReadWrite)?;
        let store = transaction.object_store(PAGE_JOURNAL)?;
        // Another window may have been faster.
        if let Some(name) = pages::identity(&store).await? {
            return Ok(name);
        }
        match pages::put_identity(&store, &name).await {
            Ok(()) => finished(transaction).await.map(|()| name),
            Err(error) => Err(rolled_back(transaction, error)),
        }
    }

    /// Returns the progress of this window.
    pub(super) fn position(&self) -> &Position {
        &self.position
    }

    /// Resumes at the position of an earlier connection; returns false if that was to a database which was lost since.
    pub(super) async fn resume(&mut self, before: &Position) -> Result<bool, Unkept> {
        let same = before.identity.is_none() || before.identity == self.position.identity;
        let transaction = self.transaction(TransactionMode::ReadOnly)?;
        let reached = same
            && before.pages.is_reached(&transaction.object_store(PAGE_JOURNAL)?).await?
            && before.dictionary.is_reached(&transaction.object_store(DICTIONARY)?).await?;
        if reached {
            self.position = Position { identity: self.position.identity.clone(), ..before.clone() };
        }
        Ok(reached)
    }

    /// Returns the number of pages.
    pub(super) async fn count(&self) -> Result<u32, Unkept> {
        Ok(self.transaction(TransactionMode::ReadOnly)?.object_store(TEXTS)?.count(None)?.await?)
    }

    /// Reads every page; see [`StoredPages::read_all`].
    pub(super) async fn read_all(
        &mut self,
        take: impl FnMut(Vec<(u32, PageRecord)>, u32),
    ) -> Result<u32, Unkept> {
        let transaction = self.transaction(TransactionMode::ReadOnly)?;
        self.position.pages.read_all(&transaction, take).await
    }

    /// Reads the changes of other windows since the last time.
    pub(super) async fn read_remote(&mut self) -> Result<RemoteChanges, Unkept> {
        let transaction = self.transaction(TransactionMode::ReadOnly)?;
        self.position.read_remote(&transaction).await
    }

    /// Applies `edit` to the changes of other windows, and writes what it returns, all in one transaction; `whole`
    /// returns the dictionary as a file when it is time to write that.
    pub(super) async fn edit(
        &mut self,
        edit: impl FnOnce(RemoteChanges) -> Unwritten,
        whole: impl FnOnce() -> String,
    ) -> Result<(), Unkept> {
        let log = self.begin_log().await;
        let transaction = self.transaction(TransactionMode::ReadWrite)?;
        let unwritten = edit(self.position.read_remote(&transaction).await?);
        if unwritten.is_empty() {
            return Ok(());
        }
        // Without a log, only reading is safe.
        log?;
        let mut after = self.position.clone();
        self.has_new_log = false;
        match after.write(&transaction, unwritten, whole).await {
            Ok(()) => finished(transaction).await?,
            Err(error) => return Err(rolled_back(transaction, error)),
        }
        self.has_new_log = true;
        self.position = after;
        Ok(())
    }

    /// Removes everything, and checks that it is gone.
    pub(super) async fn clear(&mut self, next: u32) -> Result<(), Unkept> {
        self.begin_log().await?;
        let transaction = self.transaction(TransactionMode::ReadWrite)?;
        let mut after = self.position.clone();
        self.has_new_log = false;
        match after.clear(&transaction, next).await {
            Ok(()) => finished(transaction).await?,
            Err(error) => return Err(rolled_back(transaction, error)),
        }
        self.has_new_log = true;
        self.position = after;
        let transaction = self.transaction(TransactionMode::ReadOnly)?;
        let gone = pages::is_empty(&transaction).await?
            && dictionary::is_empty(&transaction.object_store(DICTIONARY)?).await?;
        if gone { Ok(()) } else { Err(Unkept::Refused { detail: "some of it is still there".to_owned() }) }
    }

    /// Begins a new log before the first change over this connection, and after one that failed: the old log may end in
    /// half a record.
    async fn begin_log(&mut self) -> Result<(), Unkept> {
        if !self.has_new_log {
            database::begin_log().await?;
            self.has_new_log = true;
        }
        Ok(())
    }

    /// Closes the connection, once its transactions have ended.
    pub(super) fn close(&self) {
        self.database.close();
    }

    /// Returns the connection, which may have to be closed while this is busy.
    pub(super) fn connection(&self) -> Rc<Database> {
        Rc::clone(&self.database)
    }

    fn transaction(&self, mode: TransactionMode) -> Result<Transaction, Unkept> {
        Ok(self.database.transaction(&STORES, mode)?)
    }
}

impl Position {
    async fn read_remote(&mut self, transaction: &Transaction) -> Result<RemoteChanges, Unkept> {
        let mut after = self.clone();
        let dictionary = after.dictionary.read_remote(&transaction.object_store(DICTIONARY)?).await?;
        let pages = after.pages.read_remote(transaction).await?;
        // Only when both are read: what is known has been applied.
        *self = after;
        Ok(RemoteChanges { dictionary, pages })
    }

    async fn write(
        &mut self,
        transaction: &Transaction,
        unwritten: Unwritten,
        whole: impl FnOnce() -> String,
    ) -> Result<(), Unkept> {
        let Unwritten { pages, entries, next } = unwritten;
        self.dictionary.write(&transaction.object_store(DICTIONARY)?, &entries, whole).await?;
        self.pages.write(transaction, pages, next).await
    }

    async fn clear(&mut self, transaction: &Transaction, next: u32) -> Result<(), Unkept> {
        self.dictionary.write_whole(&transaction.object_store(DICTIONARY)?, "").await?;
        self.pages.clear(transaction, next).await
    }
}
