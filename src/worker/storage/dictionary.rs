//! Stores the reader's dictionary, for every window of this site together.
//!
//! Its store is a [`Journal`] of changes. Under 0 is the dictionary as a file, and the head has the number of the last
//! change that the file has taken in. Windows thereby agree on one order of all changes, and none can overwrite those of
//! another.

use idb::{KeyRange, ObjectStore};
use wasm_bindgen::JsValue;

use super::journal::{self, Journal, Journaled};
use crate::lexicon::{self, Change, Edit, UserDictionary};
use crate::view::Unkept;

/// The key of the file.
const FILE: f64 = 0.0;

/// Changes, or bytes of one change, beyond which the file takes them in.
const MOST_CHANGES: u32 = 256;
const MOST_BYTES: usize = 65_536;

/// The stored dictionary, as far as this window has read it.
#[derive(Clone, Default)]
pub(super) struct StoredDictionary {
    journal: Journal<Change>,
    /// Changes the file has not taken in.
    pending: u32,
}

/// The changes of other windows.
pub(in crate::worker) enum RemoteDictionary {
    Changes(Vec<Change>),
    /// The whole dictionary: its file has taken in changes that this window had not read.
    Whole(UserDictionary),
}

impl Journaled for Change {
    fn to_text(&self) -> String {
        lexicon::write_change(self)
    }

    fn of_text(text: &str) -> Result<Self, Unkept> {
        lexicon::read_change(text).map_err(|error| Unkept::Unreadable { detail: error.to_string() })
    }
}

impl StoredDictionary {
    /// Reads the file, and applies the changes after it.
    pub(super) async fn read_all(&mut self, store: &ObjectStore) -> Result<UserDictionary, Unkept> {
        self.journal.known = taken_in(store).await?;
        let file = store.get(JsValue::from(FILE))?.await?;
        let file = file.and_then(|file| file.as_string()).unwrap_or_default();
        let (corrections, errors) = lexicon::read(&file);
        if let Some(error) = errors.first() {
            return Err(Unkept::Unreadable { detail: error.to_string() });
        }
        let mut dictionary = UserDictionary::default();
        dictionary.apply(Change { edits: corrections.into_iter().map(Edit::Put).collect() });
        self.pending = 0;
        for change in self.changes(store).await? {
            dictionary.apply(change);
        }
        Ok(dictionary)
    }

    /// Reads the changes of other windows since the last time.
    pub(super) async fn read_remote(&mut self, store: &ObjectStore) -> Result<RemoteDictionary, Unkept> {
        if taken_in(store).await? > self.journal.known {
            return Ok(RemoteDictionary::Whole(self.read_all(store).await?));
        }
        Ok(RemoteDictionary::Changes(self.changes(store).await?))
    }

    /// Writes a change; `whole` returns the dictionary as a file when it is time to write that.
    pub(super) async fn write(
        &mut self,
        store: &ObjectStore,
        change: &Change,
        whole: impl FnOnce() -> String,
    ) -> Result<(), Unkept> {
        if change.edits.is_empty() {
            return Ok(());
        }
        if self.pending >= MOST_CHANGES || change.to_text().len() > MOST_BYTES {
            return self.write_whole(store, &whole()).await;
        }
        self.journal.append(store, change).await?;
        self.pending += 1;
        Ok(())
    }

    /// Replaces everything by a file, the changes that led there included.
    pub(super) async fn write_whole(&mut self, store: &ObjectStore, file: &str) -> Result<(), Unkept> {
        // The number of an empty change says how far the file has come.
        self.journal.append(store, &Change::default()).await?;
        store.put(&JsValue::from_str(file), Some(&FILE.into()))?.await?;
        journal::put_head(store, self.journal.known)?;
        journal::remove_to(store, self.journal.known).await?;
        self.pending = 0;
        Ok(())
    }

    /// Returns true if the store has come as far as this window has read.
    pub(super) async fn is_reached(&self, store: &ObjectStore) -> Result<bool, Unkept> {
        self.journal.is_reached(store, taken_in(store).await?).await
    }

    async fn changes(&mut self, store: &ObjectStore) -> Result<Vec<Change>, Unkept> {
        let changes = self.journal.read(store).await?;
        self.pending += u32::try_from(changes.len()).unwrap_or(u32::MAX);
        Ok(changes)
    }
}

/// Returns true if the store has no entry, nor a change of one.
pub(super) async fn is_empty(store: &ObjectStore) -> Result<bool, Unkept> {
    let file = store.get(JsValue::from(FILE))?.await?;
    let changes = store.count(Some(KeyRange::lower_bound(&FILE.into(), Some(true))?.into()))?.await?;
    Ok(changes == 0 && file.and_then(|file| file.as_string()).unwrap_or_default().is_empty())
}

/// Returns the number of the last change that the file has taken in.
async fn taken_in(store: &ObjectStore) -> Result<f64, Unkept> {
    Ok(journal::head(store).await?.unwrap_or(0.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_are_stored_as_lines() {
        for text in ["", "山上 n\n", "#here 0-3 夏天來 - u2-1\n", "#gone 花都开\n"] {
            assert_eq!(Change::of_text(text).map(|change| change.to_text()), Ok(text.to_owned()));
        }
        assert!(matches!(Change::of_text("#gone #here 3 u1-1\n"), Err(Unkept::Unreadable { .. })));
    }
}
