//! Stores the reader's own pages, for every window of this site together.
//!
//! One store has each page as a record under its number, one the bytes of its file, which never change. A third is a
//! [`Journal`]: each change lists the numbers of the pages that it wrote or took out, and the head has the least number
//! that no page ever had. Under −2 is the number of the change with which everything was cleared last, under −3 a name
//! that tells this database from one made in its place. Each change is one transaction over the three: after a crash
//! there is all of it or nothing. Numbers are given inside such a transaction, so no two windows give the same, and a
//! window applies what others changed before it changes anything itself.

use std::collections::BTreeSet;

use idb::{KeyRange, ObjectStore, Query, Transaction};
use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};

use super::database::{BYTES, PAGE_JOURNAL, TEXTS};
use super::journal::{self, Journal, Journaled};
use crate::engine::PageRecord;
use crate::view::Unkept;

/// The key of the number of the change with which everything was cleared.
const CLEARED: f64 = -2.0;

/// The key of the database's own name, which earlier versions did not write.
const IDENTITY: f64 = -3.0;

/// Changes the journal remembers. A window that missed more reads every page anew.
const REMEMBERED: f64 = 512.0;

/// Records read at a time: few at first, and more where they are small.
const SHEAF: u32 = 64;
const LARGEST_SHEAF: u32 = 512;

/// Characters of records that are read together at most, if the next ones are as long.
const SHEAF_CHARACTERS: u32 = 4_000_000;

/// The numbers of the pages that one change wrote or took out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct ChangedPages(Vec<u32>);

/// The stored pages, as far as this window has read them.
#[derive(Clone, Default)]
pub(super) struct StoredPages {
    journal: Journal<ChangedPages>,
    /// The pages whose bytes are kept.
    with_bytes: BTreeSet<u32>,
}

/// The changes of other windows: each page as it is now, `None` where it is gone.
#[derive(Default)]
pub(in crate::worker) struct RemotePages {
    pub(in crate::worker) pages: Vec<(u32, Option<PageRecord>)>,
    /// True if `pages` are all there are, and any other is gone.
    pub(in crate::worker) whole: bool,
    /// True if everything was cleared in between.
    pub(in crate::worker) cleared: bool,
    /// The least number that no page ever had.
    pub(in crate::worker) next: u32,
}

impl Journaled for ChangedPages {
    fn to_text(&self) -> String {
        self.0.iter().map(u32::to_string).collect::<Vec<_>>().join(" ")
    }

    fn of_text(text: &str) -> Result<Self, Unkept> {
        Ok(Self(text.split(' ').filter_map(|number| number.parse().ok()).collect()))
    }
}

impl StoredPages {
    /// Reads every page, in the order of their numbers, a few at a time: `take` gets them with the number of all.
    /// Returns the least number that no page ever had.
    pub(super) async fn read_all(
        &mut self,
        transaction: &Transaction,
        mut take: impl FnMut(Vec<(u32, PageRecord)>, u32),
    ) -> Result<u32, Unkept> {
        let log = transaction.object_store(PAGE_JOURNAL)?;
        let next = next_number(&log).await?;
        self.journal.known = journal::last(&log).await?;
        self.with_bytes.clear();
        let texts = transaction.object_store(TEXTS)?;
        let total = texts.count(None)?.await?;
        let mut from = KeyRange::lower_bound(&0.into(), None)?;
        let mut sheaf = SHEAF;
        loop {
            let keys = texts.get_all_keys(Some(Query::from(from.clone())), Some(sheaf))?;
            let records = texts.get_all(Some(Query::from(from.clone())), Some(sheaf))?;
            let (keys, records) = (keys.await?, records.await?);
            let Some(end) = keys.last().cloned() else { return Ok(next) };
            sheaf = next_sheaf(&records);
            let range = || KeyRange::bound(&keys[0], &end, None, None);
            let bytes_store = transaction.object_store(BYTES)?;
            let byte_keys = bytes_store.get_all_keys(Some(range()?.into()), None)?;
            let bytes = bytes_store.get_all(Some(range()?.into()), None)?;
            let (byte_keys, bytes) = (byte_keys.await?, bytes.await?);
            let mut bytes: Vec<(u32, JsValue)> = byte_keys.iter().filter_map(number).zip(bytes).collect();
            self.with_bytes.extend(bytes.iter().map(|&(number, _)| number));
            bytes.reverse();
            let page = |(number, record): (u32, JsValue)| {
                let own = bytes.pop_if(|&mut (of, _)| of == number).map(|(_, bytes)| bytes);
                (number, record_of(&record, own))
            };
            take(keys.iter().filter_map(number).zip(records).map(page).collect(), total);
            from = KeyRange::lower_bound(&end, Some(true))?;
        }
    }

    /// Writes pages, or removes those that are `None`; `next` is the least number that no page ever had.
    pub(super) async fn write(
        &mut self,
        transaction: &Transaction,
        pages: Vec<(u32, Option<PageRecord>)>,
        next: u32,
    ) -> Result<(), Unkept> {
        if pages.is_empty() {
            return Ok(());
        }
        let (texts, bytes) = (transaction.object_store(TEXTS)?, transaction.object_store(BYTES)?);
        let mut changed = Vec::with_capacity(pages.len());
        // The requests need not be waited for one by one: if one fails, so does the transaction.
        for (number, record) in pages {
            changed.push(number);
            let key = JsValue::from(number);
            let is_gone = record.is_none();
            let own = match record {
                None => {
                    texts.delete(key.clone())?;
                    None
                }
                Some(PageRecord { json, bytes }) => {
                    texts.put(&JsValue::from_str(&json), Some(&key))?;
                    bytes
                }
            };
            match own {
                Some(own) if self.with_bytes.insert(number) => {
                    bytes.put(&Uint8Array::from(own.as_slice()), Some(&key))?;
                }
                Some(_) => {}
                // Most texts have none, and thousands are changed together.
                None if self.with_bytes.remove(&number) || is_gone => {
                    bytes.delete(key)?;
                }
                None => {}
            }
        }
        self.append(&transaction.object_store(PAGE_JOURNAL)?, changed, next).await
    }

    /// Removes every page, even those that cannot be read.
    pub(super) async fn clear(&mut self, transaction: &Transaction, next: u32) -> Result<(), Unkept> {
        let (texts, bytes) = (transaction.object_store(TEXTS)?, transaction.object_store(BYTES)?);
        let log = transaction.object_store(PAGE_JOURNAL)?;
        let next = next.max(next_number(&log).await?);
        let gone: Vec<u32> = texts.get_all_keys(None, None)?.await?.iter().filter_map(number).collect();
        texts.clear()?.await?;
        bytes.clear()?.await?;
        self.with_bytes.clear();
        self.append(&log, gone, next).await?;
        log.put(&JsValue::from_f64(self.journal.known), Some(&CLEARED.into()))?.await?;
        Ok(())
    }

    async fn append(&mut self, log: &ObjectStore, changed: Vec<u32>, next: u32) -> Result<(), Unkept> {
        journal::put_head(log, next)?;
        self.journal.append(log, &ChangedPages(changed)).await?;
        if self.journal.known > REMEMBERED {
            journal::remove_to(log, self.journal.known - REMEMBERED).await?;
        }
        Ok(())
    }

    /// Returns true if the journal has come as far as this window has read.
    pub(super) async fn is_reached(&self, log: &ObjectStore) -> Result<bool, Unkept> {
        self.journal.is_reached(log, 0.0).await
    }

    /// Reads the changes of other windows since the last time.
    pub(super) async fn read_remote(&mut self, transaction: &Transaction) -> Result<RemotePages, Unkept> {
        let log = transaction.object_store(PAGE_JOURNAL)?;
        let mut remote = RemotePages { next: next_number(&log).await?, ..RemotePages::default() };
        let unread = self.journal.unread_numbers(&log).await?;
        let (Some(&first), Some(&end)) = (unread.first(), unread.last()) else { return Ok(remote) };
        let (texts, bytes) = (transaction.object_store(TEXTS)?, transaction.object_store(BYTES)?);
        let cleared = log.get(JsValue::from(CLEARED))?.await?.and_then(|number| number.as_f64());
        remote.cleared = cleared.is_some_and(|number| number > self.journal.known);
        // A gap means that the journal has forgotten some of what was missed.
        remote.whole = remote.cleared || first > self.journal.known + 1.0;
        let numbers: BTreeSet<u32> = if remote.whole {
            texts.get_all_keys(None, None)?.await?.iter().filter_map(number).collect()
        } else {
            self.journal.unread(&log).await?.into_iter().flat_map(|ChangedPages(numbers)| numbers).collect()
        };
        for number in numbers {
            let record = texts.get(JsValue::from(number))?.await?;
            let own = bytes.get(JsValue::from(number))?.await?;
            if own.is_some() {
                self.with_bytes.insert(number);
            } else {
                self.with_bytes.remove(&number);
            }
            remote.pages.push((number, record.map(|record| record_of(&record, own))));
        }
        self.journal.known = end;
        Ok(remote)
    }
}

/// Returns true if no page is there, nor the bytes of one.
pub(super) async fn is_empty(transaction: &Transaction) -> Result<bool, Unkept> {
    let texts = transaction.object_store(TEXTS)?.count(None)?.await?;
    let bytes = transaction.object_store(BYTES)?.count(None)?.await?;
    Ok(texts == 0 && bytes == 0)
}

/// Returns the database's own name, if it has one.
pub(super) async fn identity(log: &ObjectStore) -> Result<Option<String>, Unkept> {
    Ok(log.get(JsValue::from(IDENTITY))?.await?.and_then(|identity| identity.as_string()))
}

/// Names the database.
pub(super) async fn put_identity(log: &ObjectStore, identity: &str) -> Result<(), Unkept> {
    log.put(&JsValue::from_str(identity), Some(&IDENTITY.into()))?.await?;
    Ok(())
}

/// Returns the least number that no page ever had.
async fn next_number(log: &ObjectStore) -> Result<u32, Unkept> {
    Ok(journal::head(log).await?.unwrap_or(1))
}

fn number(key: &JsValue) -> Option<u32> {
    let number = key.as_f64()?;
    // The keys are numbers of pages, which are whole and small.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked on the same line")]
    (number.fract() == 0.0 && (0.0..f64::from(u32::MAX)).contains(&number)).then_some(number as u32)
}

fn record_of(record: &JsValue, bytes: Option<JsValue>) -> PageRecord {
    PageRecord {
        json: record.as_string().unwrap_or_default(),
        bytes: bytes.and_then(|bytes| Some(bytes.dyn_ref::<Uint8Array>()?.to_vec())),
    }
}

/// Returns the number of records to read next, by the length of the last ones.
fn next_sheaf(records: &[JsValue]) -> u32 {
    let length = |record: &JsValue| record.dyn_ref::<js_sys::JsString>().map_or(0, js_sys::JsString::length);
    let characters: u32 = records.iter().map(length).fold(0, u32::saturating_add);
    let read = u32::try_from(records.len()).unwrap_or(u32::MAX);
    let fitting = SHEAF_CHARACTERS.saturating_mul(read) / characters.max(1);
    fitting.clamp(1, LARGEST_SHEAF)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_is_stored_as_the_numbers_of_its_pages() {
        for (numbers, text) in [(vec![], ""), (vec![7], "7"), (vec![1, 2, 12], "1 2 12")] {
            assert_eq!(ChangedPages(numbers.clone()).to_text(), text);
            assert_eq!(ChangedPages::of_text(text), Ok(ChangedPages(numbers)));
        }
    }
}
