//! Keeps the reader's own pages in the browser's IndexedDB, for every window of this site together.
//!
//! One store holds each page as a record under its number, one the bytes of its file, which never change. A third is a
//! log: from 1 on, each entry lists the numbers of pages that one change wrote or took out; under −1 stand the version of
//! this layout and the least number that no page ever had, under −2 the number of the entry with which everything was
//! cleared last, under −3 a name that tells this database from one made in its place. Each change is one transaction
//! over the three: after a crash there is all of it or nothing. Numbers are given inside such a transaction, so no two
//! windows give the same, and a window takes up what others changed before it changes anything itself.

use std::collections::BTreeSet;

use idb::{KeyRange, ObjectStore, Query, Transaction};
use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};

use super::database::{BYTES, NEWS, TEXTS};
use crate::engine::PageRecord;
use crate::view::Unkept;

/// The layout described above.
const LAYOUT: u32 = 1;

/// The key of what the log begins with.
const HEAD: f64 = -1.0;

/// The key of the entry with which everything was cleared.
const CLEARED: f64 = -2.0;

/// The key of the database's own name. Versions before this key had no such name.
const BIRTH: f64 = -3.0;

/// Changes the log remembers. A window that missed more reads every page anew.
const REMEMBERED: f64 = 512.0;

/// Records read at a time.
const SHEAF: u32 = 64;

/// How far this window has read in the log.
#[derive(Clone, Default)]
pub(super) struct Shelf {
    /// The number of the last change that is in force here.
    known: f64,
    /// The pages whose bytes are kept.
    with_bytes: BTreeSet<u32>,
}

/// What other windows changed: each page as it is now, `None` where it is gone.
#[derive(Default)]
pub(super) struct PageNews {
    pub(super) pages: Vec<(u32, Option<PageRecord>)>,
    /// Whether `pages` are all there are, and any other is gone.
    pub(super) whole: bool,
    /// Whether everything was cleared in between.
    pub(super) cleared: bool,
    /// The least number that no page ever had.
    pub(super) next: u32,
}

impl Shelf {
    /// Reads every page, in the order of their numbers, a few at a time: `take` gets them with the number there are. Gives
    /// the least number that no page ever had.
    pub(super) async fn read_all(
        &mut self,
        transaction: &Transaction,
        mut take: impl FnMut(Vec<(u32, PageRecord)>, u32),
    ) -> Result<u32, Unkept> {
        let news = transaction.object_store(NEWS)?;
        let next = head(&news).await?;
        self.known = last(&news).await?.unwrap_or(0.0);
        self.with_bytes.clear();
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

    /// Writes pages as they are to be kept, `None` to take one out; `next` is the least number that no page ever had.
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
                None => {
                    self.with_bytes.remove(&number);
                    bytes.delete(key)?;
                }
            }
        }
        self.log(&transaction.object_store(NEWS)?, &changed, next).await
    }

    /// Takes out every page, even those that cannot be read.
    pub(super) async fn clear(&mut self, transaction: &Transaction, next: u32) -> Result<(), Unkept> {
        let (texts, bytes) = (transaction.object_store(TEXTS)?, transaction.object_store(BYTES)?);
        let news = transaction.object_store(NEWS)?;
        let next = next.max(head(&news).await?);
        let gone: Vec<u32> = texts.get_all_keys(None, None)?.await?.iter().filter_map(number).collect();
        texts.clear()?.await?;
        bytes.clear()?.await?;
        self.with_bytes.clear();
        self.log(&news, &gone, next).await?;
        news.put(&JsValue::from_f64(self.known), Some(&CLEARED.into()))?.await?;
        Ok(())
    }

    async fn log(&mut self, news: &ObjectStore, changed: &[u32], next: u32) -> Result<(), Unkept> {
        let changed: Vec<String> = changed.iter().map(u32::to_string).collect();
        news.put(&JsValue::from_str(&format!("{LAYOUT} {next}")), Some(&HEAD.into()))?;
        let entry = news.add(&JsValue::from_str(&changed.join(" ")), None)?.await?;
        self.known = entry.as_f64().unwrap_or(self.known);
        if self.known > REMEMBERED {
            news.delete(KeyRange::bound(&1.into(), &(self.known - REMEMBERED).into(), None, None)?)?.await?;
        }
        Ok(())
    }

    /// Whether the log has come as far as this window has read.
    pub(super) async fn is_reached(&self, news: &ObjectStore) -> Result<bool, Unkept> {
        Ok(last(news).await?.unwrap_or(0.0) >= self.known)
    }

    /// What other windows changed since.
    pub(super) async fn since_known(&mut self, transaction: &Transaction) -> Result<PageNews, Unkept> {
        let log = transaction.object_store(NEWS)?;
        let mut news = PageNews { next: head(&log).await?, ..PageNews::default() };
        let after = || KeyRange::lower_bound(&self.known.max(0.0).into(), Some(true));
        let keys = log.get_all_keys(Some(after()?.into()), None)?.await?;
        let (Some(first), Some(end)) =
            (keys.first().and_then(JsValue::as_f64), keys.last().and_then(JsValue::as_f64))
        else {
            return Ok(news);
        };
        let (texts, bytes) = (transaction.object_store(TEXTS)?, transaction.object_store(BYTES)?);
        let cleared = log.get(JsValue::from(CLEARED))?.await?.and_then(|entry| entry.as_f64());
        news.cleared = cleared.is_some_and(|entry| entry > self.known);
        // A gap means that the log has forgotten some of what was missed.
        news.whole = news.cleared || first > self.known + 1.0;
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

/// Whether no page is there, nor the bytes of one.
pub(super) async fn is_empty(transaction: &Transaction) -> Result<bool, Unkept> {
    let texts = transaction.object_store(TEXTS)?.count(None)?.await?;
    let bytes = transaction.object_store(BYTES)?.count(None)?.await?;
    Ok(texts == 0 && bytes == 0)
}

/// The database's own name, if it has one.
pub(super) async fn birth(news: &ObjectStore) -> Result<Option<String>, Unkept> {
    Ok(news.get(JsValue::from(BIRTH))?.await?.and_then(|name| name.as_string()))
}

/// Gives the database a name of its own.
pub(super) async fn name_it(news: &ObjectStore, name: &str) -> Result<(), Unkept> {
    news.put(&JsValue::from_str(name), Some(&BIRTH.into()))?.await?;
    Ok(())
}

/// The least number that no page ever had.
async fn head(news: &ObjectStore) -> Result<u32, Unkept> {
    let Some(head) = news.get(JsValue::from(HEAD))?.await? else { return Ok(1) };
    let head = head.as_string().unwrap_or_default();
    let next = head.split_once(' ').and_then(|(layout, next)| {
        let known = layout.parse() == Ok(LAYOUT);
        next.parse().ok().filter(|_| known)
    });
    next.ok_or_else(|| Unkept::Unreadable { detail: format!("layout {head}") })
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
