//! The browser's database, where everything of the reader's is kept.

use std::rc::Rc;

use idb::{Database, DatabaseEvent as _, Factory, ObjectStoreParams};

/// Its name in this site's IndexedDB.
const NAME: &str = "duidu";

/// Grows when stores are added. A page of an earlier version lets go of the database when it hears of a later one.
const VERSION: u32 = 2;

/// The store of the dictionary; see [`super::keeper`].
pub(super) const DICTIONARY: &str = "dictionary";
/// The stores of own texts; see [`super::shelf`].
pub(super) const TEXTS: &str = "texts";
pub(super) const BYTES: &str = "bytes";
pub(super) const NEWS: &str = "news";

/// Why nothing can be kept.
#[derive(Clone, Debug)]
pub(super) enum Unkept {
    /// The browser refuses.
    Refused(String),
    /// What is there cannot be read, and is left as it is.
    Unreadable(String),
}

impl Unkept {
    pub(super) fn detail(&self) -> &str {
        match self {
            Self::Refused(detail) | Self::Unreadable(detail) => detail,
        }
    }
}

impl From<idb::Error> for Unkept {
    fn from(error: idb::Error) -> Self {
        let detail = error.to_string();
        if detail.contains("Quota") {
            return Self::Refused("the browser's storage is full".to_owned());
        }
        Self::Refused(detail)
    }
}

/// Opens the database. Stores that are not there are made; those that are stay as they are.
pub(super) async fn open() -> Result<Rc<Database>, Unkept> {
    let mut request = Factory::new()?.open(NAME, Some(VERSION))?;
    request.on_upgrade_needed(|event| {
        let Ok(database) = event.database() else { return };
        let there = database.store_names();
        for (name, numbers_itself) in [(DICTIONARY, true), (TEXTS, false), (BYTES, false), (NEWS, true)] {
            if !there.iter().any(|store| store == name) {
                let mut parameters = ObjectStoreParams::new();
                parameters.auto_increment(numbers_itself);
                // A store that cannot be made is missed by the first transaction, which says so.
                _ = database.create_object_store(name, parameters);
            }
        }
    });
    let mut database = request.await?;
    // A later version of the page in another window wants to change the layout: it must not wait for this one.
    database.on_version_change(|event| {
        if let Ok(database) = event.database() {
            database.close();
        }
    });
    Ok(Rc::new(database))
}

/// Whether a transaction that ended did what was asked of it.
pub(super) fn committed(result: Result<idb::TransactionResult, idb::Error>) -> Result<(), Unkept> {
    if result?.is_committed() {
        return Ok(());
    }
    Err(Unkept::Refused("the browser's storage is full, or took the change back".to_owned()))
}
