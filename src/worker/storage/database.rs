//! The browser's database, where everything of the reader's is kept.

use std::rc::Rc;

use idb::{Database, DatabaseEvent as _, Factory, ObjectStoreParams, Transaction};
use js_sys::{Promise, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::IdbTransaction;

use crate::view::Unkept;

/// Its name in this site's IndexedDB.
const NAME: &str = "duidu";

/// The name of an empty database that is there for a moment; see [`begin_log`].
const TEMPORARY: &str = "duidu.passing";

/// Grows when stores are added. A page of an earlier version lets go of the database when it hears of a later one.
const VERSION: u32 = 2;

/// The store of the dictionary; see [`super::dictionary`].
pub(super) const DICTIONARY: &str = "dictionary";
/// The stores of own texts; see [`super::pages`].
pub(super) const TEXTS: &str = "texts";
pub(super) const BYTES: &str = "bytes";
pub(super) const PAGE_JOURNAL: &str = "news";

/// All of them.
pub(super) const STORES: [&str; 4] = [DICTIONARY, TEXTS, BYTES, PAGE_JOURNAL];

/// How a connection came to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::worker) enum CloseReason {
    /// The browser closed it: the disk is full, the files are damaged, or the site's data were thrown away.
    Closed,
    /// A page of a later version wants to change the layout.
    Newer,
    /// Somebody deletes the database.
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

/// What an error of the browser's means, from its name and message.
fn unkept_of(detail: String) -> Unkept {
    let says = |name: &str| detail.contains(name);
    if says("QuotaExceededError") {
        Unkept::Full
    } else if says("VersionError") {
        Unkept::Newer
    } else if says("InvalidStateError") {
        // Of all that is asked here, only a transaction on a closed connection is refused so.
        Unkept::Closed
    } else {
        Unkept::Refused { detail }
    }
}

/// Opens the database. Stores that are not there are made; those that are stay as they are. `on_close` is told when the
/// connection ends, which this page does not do by itself.
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
                // A store that cannot be made is missed by the first transaction, which says so.
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
    // The browser may still have something to say when nobody holds the connection any more.
    database.forget_callbacks();
    Ok(Rc::new(database))
}

/// Makes the browser begin a new file for what is written from now on.
///
/// Chromium goes on in the last log of its files even where a full disk has cut the last record of that log short; at a
/// later start it takes what was written behind that record for damage, and removes the storage with everything in it. When a
/// database is deleted, even an empty one, it moves what the log holds into another file and begins a new log.
pub(super) async fn begin_log() -> Result<(), Unkept> {
    let factory = Factory::new()?;
    factory.open(TEMPORARY, None)?.await?.close();
    Ok(factory.delete(TEMPORARY)?.await?)
}

/// Deletes the database, whatever is in it and whichever version made it. Every window lets go of it.
pub(in crate::worker) async fn delete() -> Result<(), Unkept> {
    Ok(Factory::new()?.delete(NAME)?.await?)
}

/// Waits until a transaction has ended.
///
/// # Errors
/// Why the browser took it back; nothing of it is kept then.
pub(super) async fn finished(transaction: Transaction) -> Result<(), Unkept> {
    let transaction = IdbTransaction::from(transaction);
    let ended = Promise::new(&mut |complete, abort| {
        transaction.set_oncomplete(Some(&complete));
        transaction.set_onabort(Some(&abort));
    });
    JsFuture::from(ended).await.map(|_| ()).map_err(|_| cause(&transaction))
}

/// Takes back what a transaction did so far, because `error` came between: there is all of a change or nothing.
pub(super) fn rolled_back(transaction: Transaction, error: Unkept) -> Unkept {
    let transaction = IdbTransaction::from(transaction);
    // One that the browser took back itself knows why, and cannot be taken back again.
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
