//! Files are taken in, text by text, between the messages of the page; what was told of is kept.

use js_sys::{Array, Date, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::super::message::{ImportOptions, Reply};
use super::{Service, TEXTS_CHANGED, breathe, post};
use crate::engine::Answer;
use crate::ingest::{Page, ReadOptions, read_file};
use crate::view::TextChange;

/// Texts that are kept together at most.
const BATCH: usize = 64;

/// Bytes of text that are kept together at most, but for one text that has more.
const BATCH_BYTES: usize = 4_000_000;

/// Milliseconds after which what is there is kept.
const BATCH_MILLISECONDS: f64 = 250.0;

/// How many times its size a file takes in the browser's storage, at most: its bytes, its text, and the text as it is cut.
const ROOM: f64 = 4.0;

/// Imports smaller than this do not ask how much room there is.
const SMALL: f64 = 1_000_000.0;

/// What is read and not kept yet.
struct Batch {
    pages: Vec<Page>,
    bytes: usize,
    since: f64,
    /// Failures since the last time.
    part: TextChange,
    /// Texts and failures so far.
    done: u32,
    total: u32,
}

impl Service {
    /// Imports files; each item before `from` was done with by an earlier worker.
    pub(super) async fn import(
        &self,
        ticket: u32,
        names: Vec<String>,
        options: ImportOptions,
        from: u32,
        parts: &Array,
    ) {
        self.look_for_room(parts).await;
        let mut batch = Batch {
            pages: Vec::new(),
            bytes: 0,
            since: Date::now(),
            part: TextChange::default(),
            done: 0,
            total: 0,
        };
        let (mut stopped, mut any_kept) = (false, false);
        let files = u32::try_from(names.len()).unwrap_or(u32::MAX);
        'files: for (name, place) in names.into_iter().zip(1..) {
            let bytes = parts.get(place).unchecked_into::<Uint8Array>().to_vec();
            // The page has these bytes too; this copy is not needed any more.
            parts.set(place, JsValue::UNDEFINED);
            let read = ReadOptions { encoding: options.encoding, metadata: options.metadata.clone() };
            let texts = read_file(&name, bytes, read);
            batch.total = texts.total().map_or(0, |texts| batch.done + texts + (files - place));
            for text in texts {
                if self.stops.borrow().contains(&ticket) {
                    stopped = true;
                    break 'files;
                }
                batch.done += 1;
                if batch.done <= from {
                    continue;
                }
                match text {
                    Ok(text) => {
                        batch.bytes += text.source.text.len();
                        let Some(page) = self.cut(ticket, text, options.cut).await else {
                            batch.done -= 1;
                            stopped = true;
                            break 'files;
                        };
                        batch.pages.push(page);
                    }
                    Err(failure) => batch.part.failures.push(failure),
                }
                if batch.is_full() {
                    any_kept |= self.keep_batch(ticket, &mut batch).await;
                }
            }
        }
        any_kept |= self.keep_batch(ticket, &mut batch).await;
        self.stops.borrow_mut().remove(&ticket);
        let change = TextChange { stopped, ..TextChange::default() };
        post(&self.port, &Reply::Answer { ticket, result: Ok(Answer::TextChange(Box::new(change))) });
        if any_kept {
            self.announce(&JsValue::from_str(TEXTS_CHANGED));
        }
    }

    /// Puts the pages of a batch into the engine and on the shelf, then says so; gives whether they are kept.
    async fn keep_batch(&self, ticket: u32, batch: &mut Batch) -> bool {
        let pages = std::mem::take(&mut batch.pages);
        let mut part = std::mem::take(&mut batch.part);
        let mut kept = false;
        if !pages.is_empty() {
            let result = self
                .keep(false, |engine| {
                    let numbers: Vec<u32> = pages.into_iter().map(|page| engine.add_page(page)).collect();
                    part.add(engine.change_of(&numbers));
                })
                .await;
            kept = result.is_ok();
            part.unkept = result.err().map(|unkept| unkept.detail().to_owned());
        }
        let (done, total) = (batch.done, batch.total.max(batch.done));
        post(&self.port, &Reply::Imported { ticket, done, total, part: Box::new(part) });
        breathe().await;
        (batch.bytes, batch.since) = (0, Date::now());
        kept
    }

    /// Says beforehand if the browser has too little room to keep what comes.
    async fn look_for_room(&self, parts: &Array) {
        let bytes: f64 = parts
            .iter()
            .skip(1)
            .filter_map(|part| part.dyn_ref::<Uint8Array>().map(|part| f64::from(part.length())))
            .sum();
        if bytes < SMALL {
            return;
        }
        let needed = bytes * ROOM;
        if let Ok(free) = room().await
            && free < needed
        {
            let megabytes = |bytes: f64| {
                #[expect(
                    clippy::cast_possible_truncation,
                    clippy::cast_sign_loss,
                    reason = "a saturating cast of what is shown"
                )]
                let whole = (bytes / 1_048_576.0).ceil() as u32;
                whole
            };
            post(
                &self.port,
                &Reply::LittleRoom { needed: megabytes(needed), free: megabytes(free.max(0.0)) },
            );
        }
    }
}

impl Batch {
    fn is_full(&self) -> bool {
        self.pages.len() >= BATCH
            || self.bytes >= BATCH_BYTES
            || Date::now() - self.since >= BATCH_MILLISECONDS
    }
}

/// Bytes the browser says are left for this site.
async fn room() -> Result<f64, JsValue> {
    let get = |of: &JsValue, name: &str| Reflect::get(of, &name.into());
    let storage = get(&get(&js_sys::global(), "navigator")?, "storage")?;
    let estimate: js_sys::Function = get(&storage, "estimate")?.dyn_into()?;
    let estimate = JsFuture::from(estimate.call0(&storage)?.dyn_into::<Promise>()?).await?;
    let number = |name| get(&estimate, name)?.as_f64().ok_or(JsValue::UNDEFINED);
    Ok(number("quota")? - number("usage")?)
}
