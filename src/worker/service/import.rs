//! The import of files: their texts come one by one from the thread that reads them, and are stored and reported.

use std::rc::Rc;

use js_sys::{Array, Date, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

use super::super::import_plan::{BATCH, ImportPlace, ImportPlan, ImportPosition, LeftOut};
use super::super::memory::megabytes;
use super::super::message::{ImportOptions, Reply};
use super::super::reading::{ReadReply, ReadRequest, ReadText};
use super::super::waiting::yield_to_browser;
use super::channel::ChannelMessage;
use super::{Service, now, post};
use crate::engine::Answer;
use crate::ingest::{CutOptions, FileError, Page};
use crate::view::TextChange;

/// Bytes of text that are stored together at most, but for one text that has more.
const BATCH_BYTES: usize = 4_000_000;

/// Milliseconds after which a batch is stored.
const BATCH_MILLISECONDS: f64 = 250.0;

/// The storage that a file takes at most, as a multiple of its size: its bytes, its text, and the text as it is cut.
const ROOM: f64 = 4.0;

/// Imports smaller than this do not ask how much room there is.
const SMALL: f64 = 1_000_000.0;

/// An import under way.
struct ImportRun {
    service: Rc<Service>,
    ticket: u32,
    clearings: u32,
    cut: CutOptions,
    /// The place of the next text.
    next: ImportPlace,
    batch: Batch,
    any_kept: bool,
    /// True once a text was left where it is, because the import is to end.
    stopped: bool,
}

/// The texts that are read and not stored yet.
struct Batch {
    pages: Vec<(ImportPosition, Page)>,
    bytes: usize,
    since: f64,
    /// The number of texts and failures since the last report.
    items: u32,
    /// The texts that found no room since the last report.
    left_out: Vec<LeftOut>,
    /// The failures since the last report.
    part: TextChange,
    /// The number of texts and failures so far.
    done: u32,
    /// The number of texts after them, as far as it is known.
    left: u32,
}

impl Service {
    /// Imports files, as far as earlier workers are not done with them. Nothing is added if everything was cleared since
    /// the page knew of this number of `clearings`.
    pub(super) async fn import(
        self: &Rc<Self>,
        ticket: u32,
        names: Vec<String>,
        options: ImportOptions,
        (plan, clearings): (ImportPlan, u32),
        parts: &Array,
    ) {
        // A clearing, in any window, includes the imports that had begun.
        let is_cleared = || clearings < self.keeping.clearings.get();
        self.look_for_room(parts).await;
        let batch = Batch {
            pages: Vec::new(),
            bytes: 0,
            since: Date::now(),
            items: 0,
            left_out: Vec::new(),
            part: TextChange::default(),
            done: plan.done,
            left: 0,
        };
        let (next, cut) = (plan.from, options.cut);
        let service = Rc::clone(self);
        let mut run =
            ImportRun { service, ticket, clearings, cut, next, batch, any_kept: false, stopped: false };
        let room = self.memory.left() as u64;
        let request = ReadRequest::Files { ticket, names, options: Box::new(options), plan, room };
        self.intake.begin(&request, parts);
        run.take_all().await;
        self.intake.end();
        let stopped = run.stopped;
        run.keep().await;
        let any_kept = run.any_kept;
        self.stops.borrow_mut().remove(&ticket);
        let change =
            TextChange { stopped: stopped && !is_cleared(), cleared: is_cleared(), ..TextChange::default() };
        post(&self.port, &Reply::Answer { ticket, result: Ok(Answer::EditTexts(change)) });
        if any_kept {
            self.channel.post(ChannelMessage::Changed);
        }
        self.report_storage();
    }

    /// Reports beforehand if the browser has too little room to store the texts.
    async fn look_for_room(&self, parts: &Array) {
        let sizes = parts.iter().skip(1).filter_map(|part| part.dyn_ref::<Blob>().map(Blob::size));
        let bytes: f64 = sizes.sum();
        if bytes < SMALL {
            return;
        }
        let needed = bytes * ROOM;
        if let Ok(free) = room().await
            && free < needed
        {
            post(
                &self.port,
                &Reply::LittleRoom { needed: megabytes(needed), free: megabytes(free.max(0.0)) },
            );
        }
    }
}

impl ImportRun {
    /// Takes the texts as they are read, until there is none or the import is to end.
    async fn take_all(&mut self) {
        loop {
            // A question about much text is answered in slices, as long as there is nothing to take.
            while !self.service.intake.has_reply() && self.service.give_way() {
                yield_to_browser().await;
            }
            match self.service.intake.next_or_nudge().await {
                Some((ReadReply::Text(text), file)) => self.take(*text, file).await,
                Some((ReadReply::Ended { stopped }, _)) => {
                    self.stopped |= stopped;
                    return;
                }
                None if self.service.intake.is_gone() => {
                    self.stopped = true;
                    return;
                }
                // The intake thread is asked nothing else meanwhile.
                Some((ReadReply::Task(_), _)) | None => {}
            }
        }
    }

    /// Takes one text, or the reason why there is none, and stores what was taken when it is time. What comes after the
    /// import was to end is left where it is.
    async fn take(&mut self, text: ReadText, file: Option<Vec<u8>>) {
        if self.stopped {
            return;
        }
        if self.service.stops.borrow().contains(&self.ticket) || self.is_cleared() {
            self.stopped = true;
            return self.service.intake.stop();
        }
        let ReadText { at, following, left, is_careful, read } = text;
        self.next = following;
        match read {
            Ok((source, draft)) => {
                self.batch.bytes += source.text.len();
                self.batch.pages.push((at, Page::of_draft(source, file, self.cut, draft)));
            }
            Err(failure) => {
                if let FileError::NoRoom { .. } = &failure.reason {
                    self.batch.left_out.push(LeftOut { at, reason: failure.reason.clone() });
                }
                self.batch.part.failures.push(failure);
            }
        }
        self.batch.done += 1;
        self.batch.items += 1;
        self.batch.left = left;
        if is_careful || self.batch.is_full() {
            self.keep().await;
        }
        let room = (self.service.memory.left() as u64).saturating_sub(self.batch.bytes as u64);
        self.service.intake.send(&ReadRequest::Taken { room }, []);
    }

    /// Returns true if everything was cleared since this began, in whichever window.
    fn is_cleared(&self) -> bool {
        self.clearings < self.service.keeping.clearings.get()
    }

    /// Puts the pages of a batch into the engine and the storage, then reports them.
    async fn keep(&mut self) {
        let pages = std::mem::take(&mut self.batch.pages);
        let mut part = std::mem::take(&mut self.batch.part);
        if !pages.is_empty() && !self.is_cleared() {
            let service = Rc::clone(&self.service);
            let kept = self
                .service
                .keep(move |engine, effect| {
                    if effect.is_ok_and(|effect| effect.cleared) {
                        return TextChange::default();
                    }
                    let add = |(at, page)| {
                        now::set_at(&service.port, Some(at), false);
                        engine.add_page(page)
                    };
                    let numbers: Vec<u32> = pages.into_iter().map(add).collect();
                    now::set_at(&service.port, None, false);
                    service.memory.set_texts(engine.text_bytes());
                    engine.change_of(&numbers)
                })
                .await;
            part.add(kept.made.unwrap_or_default());
            self.any_kept |= kept.written;
            part.unkept = kept.result.err();
            self.service.report_storage();
        }
        let batch = &mut self.batch;
        let (done, total) = (batch.done, batch.done.saturating_add(batch.left));
        let left_out = std::mem::take(&mut batch.left_out);
        let (ticket, next, part) = (self.ticket, self.next, Box::new(part));
        post(&self.service.port, &Reply::Imported { ticket, done, total, next, left_out, part });
        yield_to_browser().await;
        self.service.give_way();
        (self.batch.bytes, self.batch.items, self.batch.since) = (0, 0, Date::now());
    }
}

impl Batch {
    fn is_full(&self) -> bool {
        self.items >= BATCH || self.bytes >= BATCH_BYTES || Date::now() - self.since >= BATCH_MILLISECONDS
    }
}

/// Returns the bytes that the browser has left for this site.
async fn room() -> Result<f64, JsValue> {
    let get = |of: &JsValue, name: &str| Reflect::get(of, &name.into());
    let storage = get(&get(&js_sys::global(), "navigator")?, "storage")?;
    let estimate: js_sys::Function = get(&storage, "estimate")?.dyn_into()?;
    let estimate = JsFuture::from(estimate.call0(&storage)?.dyn_into::<Promise>()?).await?;
    let number = |name| get(&estimate, name)?.as_f64().ok_or(JsValue::UNDEFINED);
    Ok(number("quota")? - number("usage")?)
}
