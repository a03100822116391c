//! Keeps the reader's dictionary in the browser's IndexedDB, for every window of this site together.
//!
//! The object store holds texts under numbers. Under 0 stands the dictionary as a file; under −1 the version of this
//! layout and the number of the last change that the file has taken in; from 1 on, changes, each with the next number.
//! Windows thereby agree on one order of all changes, and none can write over what another one said.

use idb::{KeyRange, ObjectStore};
use wasm_bindgen::JsValue;

use crate::lexicon::{self, Change, Edit, UserDictionary};
use crate::view::Unkept;

/// The layout described above.
const LAYOUT: u32 = 1;

const HEAD: f64 = -1.0;
const FILE: f64 = 0.0;

/// Changes, or bytes of one change, beyond which the file takes them in.
const MOST_CHANGES: u32 = 256;
const MOST_BYTES: usize = 65_536;

/// How far this window has read in the store.
#[derive(Clone, Copy, Default)]
pub(super) struct Keeper {
    /// The number of the last change that is in force here.
    known: f64,
    /// Changes the file has not taken in.
    pending: u32,
}

/// What stands in the store beyond what is known.
pub(super) enum DictionaryNews {
    Changes(Vec<Change>),
    /// So much changed that it was taken into the file: here is the whole.
    Whole(UserDictionary),
}

impl Keeper {
    /// The file, and the changes on top of it.
    pub(super) async fn whole(&mut self, store: &ObjectStore) -> Result<UserDictionary, Unkept> {
        self.known = taken_in(store).await?;
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

    /// What other windows changed since.
    pub(super) async fn since_known(&mut self, store: &ObjectStore) -> Result<DictionaryNews, Unkept> {
        if taken_in(store).await? > self.known {
            return Ok(DictionaryNews::Whole(self.whole(store).await?));
        }
        let changes = self.changes(store).await?;
        Ok(DictionaryNews::Changes(changes))
    }

    /// Writes a change; `whole` is asked for the dictionary as a file when it is time to write it.
    pub(super) async fn write(
        &mut self,
        store: &ObjectStore,
        change: &Change,
        whole: impl FnOnce() -> String,
    ) -> Result<(), Unkept> {
        if change.edits.is_empty() {
            return Ok(());
        }
        let text = lexicon::write_change(change);
        if text.len() > MOST_BYTES || self.pending >= MOST_CHANGES {
            return self.write_whole(store, &whole()).await;
        }
        let number = store.add(&JsValue::from_str(&text), None)?.await?;
        self.known = number.as_f64().unwrap_or(self.known);
        self.pending += 1;
        Ok(())
    }

    /// Puts a file in the place of all there is, the changes that led there included.
    pub(super) async fn write_whole(&mut self, store: &ObjectStore, file: &str) -> Result<(), Unkept> {
        // The number of an empty change says how far the file has come.
        let number = store.add(&JsValue::from_str(""), None)?.await?;
        store.put(&JsValue::from_str(file), Some(&FILE.into()))?.await?;
        store.put(&head(&number), Some(&HEAD.into()))?.await?;
        store.delete(KeyRange::bound(&1.into(), &number, None, None)?)?.await?;
        self.known = number.as_f64().unwrap_or(self.known);
        self.pending = 0;
        Ok(())
    }

    /// Whether the store has come as far as this window has read.
    pub(super) async fn is_reached(&self, store: &ObjectStore) -> Result<bool, Unkept> {
        let mut found = Self { known: taken_in(store).await?, ..Self::default() };
        found.changes(store).await?;
        Ok(found.known >= self.known)
    }

    /// The changes after the last one known.
    async fn changes(&mut self, store: &ObjectStore) -> Result<Vec<Change>, Unkept> {
        let after = || KeyRange::lower_bound(&self.known.max(FILE).into(), Some(true));
        let keys = store.get_all_keys(Some(after()?.into()), None)?.await?;
        let texts = store.get_all(Some(after()?.into()), None)?.await?;
        let mut changes = Vec::with_capacity(texts.len());
        for text in texts {
            let text = text.as_string().unwrap_or_default();
            let change = lexicon::read_change(&text);
            changes.push(change.map_err(|error| Unkept::Unreadable { detail: error.to_string() })?);
        }
        if let Some(last) = keys.last().and_then(JsValue::as_f64) {
            self.known = last;
        }
        self.pending += u32::try_from(changes.len()).unwrap_or(u32::MAX);
        Ok(changes)
    }
}

/// Whether the store holds nothing that was ever said of a word.
pub(super) async fn is_empty(store: &ObjectStore) -> Result<bool, Unkept> {
    let file = store.get(JsValue::from(FILE))?.await?;
    let changes = store.count(Some(KeyRange::lower_bound(&FILE.into(), Some(true))?.into()))?.await?;
    Ok(changes == 0 && file.and_then(|file| file.as_string()).unwrap_or_default().is_empty())
}

/// The number of the last change that the file has taken in.
async fn taken_in(store: &ObjectStore) -> Result<f64, Unkept> {
    let Some(head) = store.get(JsValue::from(HEAD))?.await? else { return Ok(0.0) };
    let head = head.as_string().unwrap_or_default();
    let number = head.split_once(' ').and_then(|(layout, number)| {
        let known = layout.parse() == Ok(LAYOUT);
        number.parse::<f64>().ok().filter(|_| known)
    });
    number.ok_or_else(|| Unkept::Unreadable { detail: format!("layout {head}") })
}

fn head(number: &JsValue) -> JsValue {
    JsValue::from_str(&format!("{LAYOUT} {}", number.as_f64().unwrap_or_default()))
}
