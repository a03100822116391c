//! The browser's database, in which everything of the reader's is stored.

use std::rc::Rc;

use idb::{Database, DatabaseEvent as _, Factory, ObjectStoreParams, Transaction, TransactionMode};
use js_sys::{Promise, Reflect, Uint8Array};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::IdbTransaction;

use crate::view::Unkept;

/// Its name in this site's IndexedDB.
const NAME: &str = "duidu";

/// The name of an empty database that is there for a moment; see [`begin_log`].
const TEMPORARY: &str = "duidu.passing";

/// The store in it, and the bytes that are written there.
const ROOM: &str = "room";
const ROOM_BYTES: u32 = 65_536;

/// Grows when stores are added. A page of an earlier version closes the database when a later one opens it.
const VERSION: u32 = 2;

/// The store of the dictionary; see [`super::dictionary`].
pub(super) const DICTIONARY: &str = "dictionary";
/// The stores of own texts; see [`super::pages`].
pub(super) const TEXTS: &str = "texts";
pub(super) const BYTES: &str = "bytes";
pub(super) const PAGE_JOURNAL: &str = "news";

/// All of them.
pub(super) const STORES: [&str; 4] = [DICTIONARY, TEXTS, BYTES, PAGE_JOURNAL];

/// The reason why a connection was closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::worker) enum CloseReason {
    /// The browser closed it: the disk is full, the files are damaged, or the site's data were thrown away.
    Closed,
    /// A page of a later version wants to change the layout.
    Newer,
    /// The database is deleted.
    Deleted,
}

impl From<idb::Error> for Unkept {
    fn from(error: idb::Error) -> Self {
        unkept_of(error.to_string())
    }
}

impl From<JsValue> for Unkept {
    fn from(error: JsValue) -> Self {
        let part = |name: &str| Reflect::get(&error, &name.into()).ok().and_then(|part| part.as_string());
        match (part("name"), part("message")) {
            (Some(name), Some(message)) => unkept_of(format!("{name}: {message}")),
            _ => unkept_of(format!("{error:?}")),
        }
    }
}

/// Returns the meaning of an error of the browser, from its name and message.
fn unkept_of(detail: String) -> Unkept {
    let says = |name: &str| detail.contains(name);
    if says("QuotaExceededError") {
        Unkept::Full
    } else if says("VersionError") {
        Unkept::Newer
    } else if says("InvalidStateError") {
        // Of all requests here, only a transaction on a closed connection is refused with this error.
        Unkept::Closed
    } else {
        Unkept::Refused { detail }
    }
}

/// Opens the database. Missing stores are created; the others stay as they are. `on_close` is called when the connection
/// is closed, which this page does not do by itself.
pub(super) async fn open(on_close: Rc<dyn Fn(CloseReason)>) -> Result<Rc<Database>, Unkept> {
    let mut request = Factory::new()?.open(NAME, Some(VERSION))?;
    request.on_upgrade_needed(|event| {
        let Ok(database) = event.database() else { return };
        let there = database.store_names();
        for (name, numbers_itself) in
            [(DICTIONARY, true), (TEXTS, false), (BYTES, false), (PAGE_JOURNAL, true)]
        {
            if !there.iter().any(|store| store == name) {
                let mut parameters = ObjectStoreParams::new();
                parameters.auto_increment(numbers_itself);
                // Without a store that could not be created, the first transaction fails.
                _ = database.create_object_store(name, parameters);
            }
        }
    });
    let mut database = request.await?;
    // Another window wants to change the layout, or delete all: it must not wait for this one.
    let on_change = Rc::clone(&on_close);
    database.on_version_change(move |event| {
        let version = Reflect::get(&event, &"newVersion".into()).ok().and_then(|version| version.as_f64());
        if let Some(database) = event.target().and_then(|target| Database::try_from(target).ok()) {
            database.close();
        }
        on_change(if version.is_some() { CloseReason::Newer } else { CloseReason::Deleted });
    });
    database.on_close(move |_| on_close(CloseReason::Closed));
    // The browser may call back when the connection has been dropped here.
    database.forget_callbacks();
    Ok(Rc::new(database))
}

/// Makes the browser begin a new file for the records that are written from now on.
///
/// Chromium writes on in the last log of its files even if a full disk has truncated the last record of that log; at a
/// later start it treats the records after that one as damage, and removes the storage with everything in it. When a
/// database is deleted, even an empty one, it moves the records of the log into another file and begins a new log. If
/// the disk is full it does not, and says nothing: so something is written first, which fails then.
pub(super) async fn begin_log() -> Result<(), Unkept> {
    let factory = Factory::new()?;
    let mut request = factory.open(TEMPORARY, None)?;
    request.on_upgrade_needed(|event| {
        let Ok(database) = event.database() else { return };
        // Without it, the transaction fails.
        _ = database.create_object_store(ROOM, ObjectStoreParams::new());
    });
    let database = request.await?;
    let result = take_room(&database).await;
    database.close();
    // Also after a failure: nothing of it stays.
    let deleted = factory.delete(TEMPORARY)?.await;
    result.and(deleted.map_err(Unkept::from))
}

/// Writes as much as a new log needs at first.
async fn take_room(database: &Database) -> Result<(), Unkept> {
    let transaction = database.transaction(&[ROOM], TransactionMode::ReadWrite)?;
    transaction.object_store(ROOM)?.put(&Uint8Array::new_with_length(ROOM_BYTES), Some(&0.into()))?.await?;
    finished(transaction).await
}

/// Deletes the database, of any content and version. Every window closes its connection.
pub(in crate::worker) async fn delete() -> Result<(), Unkept> {
    Ok(Factory::new()?.delete(NAME)?.await?)
}

/// Waits until a transaction has ended.
///
/// # Errors
/// The reason why the browser aborted it; nothing of it is stored then.
pub(super) async fn finished(transaction: Transaction) -> Result<(), Unkept> {
    let transaction = IdbTransaction::from(transaction);
    let ended = Promise::new(&mut |complete, abort| {
        transaction.set_oncomplete(Some(&complete));
        transaction.set_onabort(Some(&abort));
    });
    JsFuture::from(ended).await.map(|_| ()).map_err(|_| cause(&transaction))
}

/// Aborts a transaction because of `error`, so that there is all of a change or nothing; returns the cause.
pub(super) fn rolled_back(transaction: Transaction, error: Unkept) -> Unkept {
    let transaction = IdbTransaction::from(transaction);
    // One that the browser aborted itself has an error, and cannot be aborted again.
    if transaction.error().is_some() {
        return cause(&transaction);
    }
    _ = transaction.abort();
    error
}

fn cause(transaction: &IdbTransaction) -> Unkept {
    match transaction.error() {
        Some(error) => unkept_of(format!("{}: {}", error.name(), error.message())),
        None => Unkept::Refused { detail: "the browser took the change back".to_owned() },
    }
}
