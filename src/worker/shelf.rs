//! Keeps the reader's own pages in the browser's IndexedDB, for every window of this site together.
//!
//! One store holds each page as a record under its number, one the bytes of its file, which never change. A third is a
//! log: from 1 on, each entry lists the numbers of pages that one change wrote or took out; under −1 stand the version of
//! this layout and the least number that no page ever had. Each change is one transaction over the three: after a crash
//! there is all of it or nothing. Numbers are given inside such a transaction, so no two windows give the same, and a
//! window takes up what others changed before it changes anything itself.

use std::collections::BTreeSet;
use std::rc::Rc;

use idb::{Database, KeyRange, ObjectStore, Query, Transaction, TransactionMode};
use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};

use super::database::{BYTES, NEWS, TEXTS, Unkept, committed};
use crate::engine::PageRecord;

/// The layout described above.
const LAYOUT: u32 = 1;

/// The key of what the log begins with.
const HEAD: f64 = -1.0;

/// Changes the log remembers. A window that missed more reads every page anew.
const REMEMBERED: f64 = 512.0;

/// Records read at a time.
const SHEAF: u32 = 64;

/// An open shelf, and how far this window has read in its log.
pub(super) struct Shelf {
    database: Rc<Database>,
    /// The number of the last change that is in force here.
    known: f64,
    /// The pages whose bytes are kept.
    with_bytes: BTreeSet<u32>,
}

/// What other windows changed: each page as it stands now, `None` where it is gone.
#[derive(Default)]
pub(super) struct News {
    pub(super) pages: Vec<(u32, Option<PageRecord>)>,
    /// Whether `pages` are all there are, and any other is gone.
    pub(super) whole: bool,
    /// The least number that no page ever had.
    pub(super) next: u32,
}

/// What a change writes.
#[derive(Default)]
pub(super) struct Write {
    /// Pages as they are to be kept; `None` to take one out.
    pub(super) pages: Vec<(u32, Option<PageRecord>)>,
    /// Whether all others are taken out first, even those that cannot be read.
    pub(super) clear: bool,
    /// The least number that no page ever had.
    pub(super) next: u32,
}

impl Shelf {
    pub(super) fn new(database: Rc<Database>) -> Self {
        Self { database, known: 0.0, with_bytes: BTreeSet::new() }
    }

    /// Reads every page, in the order of their numbers, a few at a time: `take` gets them with the number there are. Gives
    /// the least number that no page ever had.
    pub(super) async fn read_all(
        &mut self,
        mut take: impl FnMut(Vec<(u32, PageRecord)>, u32),
    ) -> Result<u32, Unkept> {
        let transaction = self.transaction(TransactionMode::ReadOnly)?;
        let news = transaction.object_store(NEWS)?;
        let next = head(&news).await?;
        self.known = last(&news).await?.unwrap_or(0.0);
        let texts = transaction.object_store(TEXTS)?;
        let total = texts.count(None)?.await?;
        let mut from = KeyRange::lower_bound(&0.into(), None)?;
        loop {
            let keys = texts.get_all_keys(Some(Query::from(from.clone())), Some(SHEAF))?.await?;
            let Some(end) = keys.last().cloned() else { return Ok(next) };
            let records = texts.get_all(Some(Query::from(from.clone())), Some(SHEAF))?.await?;
            let range = || KeyRange::bound(&keys[0], &end, None, None);
            let bytes_store = transaction.object_store(BYTES)?;
            let byte_keys = bytes_store.get_all_keys(Some(range()?.into()), None)?.await?;
            let bytes = bytes_store.get_all(Some(range()?.into()), None)?.await?;
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

    /// What other windows changed since.
    pub(super) async fn news(&mut self) -> Result<News, Unkept> {
        let transaction = self.transaction(TransactionMode::ReadOnly)?;
        self.since_known(&transaction).await
    }

    /// Lets `edit` make a change on top of what other windows changed, and keeps it, all in one transaction.
    pub(super) async fn edit(&mut self, edit: impl FnOnce(News) -> Write) -> Result<(), Unkept> {
        let transaction = self.transaction(TransactionMode::ReadWrite)?;
        let Write { pages, clear, next } = edit(self.since_known(&transaction).await?);
        if pages.is_empty() && !clear {
            return Ok(());
        }
        let (texts, bytes) = (transaction.object_store(TEXTS)?, transaction.object_store(BYTES)?);
        let news = transaction.object_store(NEWS)?;
        // The requests need not be waited for one by one: if one fails, so does the transaction.
        if clear {
            texts.clear()?;
            bytes.clear()?;
        }
        let mut with_bytes = if clear { BTreeSet::new() } else { self.with_bytes.clone() };
        let mut changed = Vec::new();
        for (number, record) in pages {
            changed.push(number.to_string());
            let key = JsValue::from(number);
            let Some(PageRecord { json, bytes: own }) = record else {
                texts.delete(key.clone())?;
                bytes.delete(key)?;
                with_bytes.remove(&number);
                continue;
            };
            texts.put(&JsValue::from_str(&json), Some(&key))?;
            if let Some(own) = own.filter(|_| with_bytes.insert(number)) {
                bytes.put(&Uint8Array::from(own.as_slice()), Some(&key))?;
            }
        }
        news.put(&JsValue::from_str(&format!("{LAYOUT} {next}")), Some(&HEAD.into()))?;
        let entry = news.add(&JsValue::from_str(&changed.join(" ")), None)?.await;
        // Where an earlier request failed, this one says only that the transaction was aborted.
        let entry = entry.map_err(|error| transaction.error().map_or(error, idb::Error::DomException))?;
        let entry = entry.as_f64().unwrap_or(self.known);
        if entry > REMEMBERED {
            let forgotten = KeyRange::bound(&1.into(), &(entry - REMEMBERED).into(), None, None)?;
            news.delete(forgotten)?;
        }
        committed(transaction.await)?;
        self.known = entry;
        self.with_bytes = with_bytes;
        Ok(())
    }

    fn transaction(&self, mode: TransactionMode) -> Result<Transaction, Unkept> {
        Ok(self.database.transaction(&[TEXTS, BYTES, NEWS], mode)?)
    }

    async fn since_known(&mut self, transaction: &Transaction) -> Result<News, Unkept> {
        let log = transaction.object_store(NEWS)?;
        let mut news = News { next: head(&log).await?, ..News::default() };
        let after = || KeyRange::lower_bound(&self.known.max(0.0).into(), Some(true));
        let keys = log.get_all_keys(Some(after()?.into()), None)?.await?;
        let (Some(first), Some(end)) =
            (keys.first().and_then(JsValue::as_f64), keys.last().and_then(JsValue::as_f64))
        else {
            return Ok(news);
        };
        let (texts, bytes) = (transaction.object_store(TEXTS)?, transaction.object_store(BYTES)?);
        // A gap means that the log has forgotten some of what was missed.
        news.whole = first > self.known + 1.0;
        let numbers: BTreeSet<u32> = if news.whole {
            texts.get_all_keys(None, None)?.await?.iter().filter_map(number).collect()
        } else {
            let entries = log.get_all(Some(after()?.into()), None)?.await?;
            let entries: Vec<String> = entries.iter().filter_map(JsValue::as_string).collect();
            entries.iter().flat_map(|entry| entry.split(' ')).filter_map(|it| it.parse().ok()).collect()
        };
        for number in numbers {
            let record = texts.get(JsValue::from(number))?.await?;
            let own = bytes.get(JsValue::from(number))?.await?;
            if own.is_some() {
                self.with_bytes.insert(number);
            } else {
                self.with_bytes.remove(&number);
            }
            news.pages.push((number, record.map(|record| record_of(&record, own))));
        }
        self.known = end;
        Ok(news)
    }
}

/// The least number that no page ever had.
async fn head(news: &ObjectStore) -> Result<u32, Unkept> {
    let Some(head) = news.get(JsValue::from(HEAD))?.await? else { return Ok(1) };
    let head = head.as_string().unwrap_or_default();
    let next = head.split_once(' ').and_then(|(layout, next)| {
        let known = layout.parse() == Ok(LAYOUT);
        next.parse().ok().filter(|_| known)
    });
    next.ok_or_else(|| Unkept::Unreadable(format!("layout {head}")))
}

/// The number of the last change.
async fn last(news: &ObjectStore) -> Result<Option<f64>, Unkept> {
    let keys = news.get_all_keys(Some(KeyRange::lower_bound(&1.into(), None)?.into()), None)?.await?;
    Ok(keys.last().and_then(JsValue::as_f64))
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
