//! The import of files, text by text, between the messages of the page; reported texts are stored.

use std::rc::Rc;

use js_sys::{Array, Date, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

use super::super::file::describe;
use super::super::import_plan::{BATCH, ImportPlace, ImportPlan, ImportPosition, LeftOut, Phase};
use super::super::message::{ImportOptions, Reply};
use super::super::waiting::{PromiseError, within, yield_to_browser};
use super::channel::ChannelMessage;
use super::read_ahead::{GivenFile, ReadAhead};
use super::{Service, now, post};
use crate::engine::Answer;
use crate::ingest::{
    FileError, FileFailure, FileText, Gate, LARGEST_FILE, Page, ReadOptions, read_file_guarded,
};
use crate::view::TextChange;

/// Bytes of text that are stored together at most, but for one text that has more.
const BATCH_BYTES: usize = 4_000_000;

/// Milliseconds after which a batch is stored.
const BATCH_MILLISECONDS: f64 = 250.0;

/// The storage that a file takes at most, as a multiple of its size: its bytes, its text, and the text as it is cut.
const ROOM: f64 = 4.0;

/// Imports smaller than this do not ask how much room there is.
const SMALL: f64 = 1_000_000.0;

/// Bytes, in megabytes.
const MEGABYTE: f64 = 1_048_576.0;

/// Seconds that a file may take to come from its disk, beside one for each megabyte.
const READING_SECONDS: u32 = 30;

/// An import under way.
struct ImportRun {
    service: Rc<Service>,
    ticket: u32,
    clearings: u32,
    options: ImportOptions,
    plan: ImportPlan,
    /// The place of the next text.
    next: ImportPlace,
    batch: Batch,
    any_kept: bool,
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
    total: u32,
}

/// The end of an import that was stopped.
struct Stopped;

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
            total: 0,
        };
        let next = plan.from;
        let service = Rc::clone(self);
        let mut intake =
            ImportRun { service, ticket, clearings, options, plan, next, batch, any_kept: false };
        let mut stopped = false;
        let files = u32::try_from(names.len()).unwrap_or(u32::MAX);
        let mut ahead = ReadAhead::default();
        for (name, number) in names.iter().zip(0_u32..).skip(next.file as usize) {
            let blob = ahead.file(number, parts);
            stopped = intake.take(name, &blob, number, files - number - 1).await.is_err();
            if stopped {
                break;
            }
            intake.next = ImportPlace { file: number + 1, item: 0 };
        }
        intake.keep().await;
        let any_kept = intake.any_kept;
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
    /// Imports the texts of a file; `after` is the number of files behind it.
    async fn take(&mut self, name: &str, given: &GivenFile, file: u32, after: u32) -> Result<(), Stopped> {
        let mut place = ImportPlace { file, item: 0 };
        // Texts that an earlier worker is done with are found again and skipped.
        let resumed = if self.plan.from.file == file { self.plan.from.item } else { 0 };
        self.set_position(place, Phase::Open, name);
        let bytes = match self.read(given, place, name).await {
            Ok(bytes) => bytes,
            Err(reason) => {
                place.item = resumed;
                return self.leave(place, name, reason).await;
            }
        };
        let read = ReadOptions { encoding: self.options.encoding, metadata: self.options.metadata.clone() };
        let mut texts = read_file_guarded(name, bytes, read, self.gate());
        let total = texts.total();
        self.batch.total = total.map_or(0, |texts| self.batch.done + texts.saturating_sub(resumed) + after);
        loop {
            let is_over = self.plan.to.is_some_and(|to| place >= to);
            let is_stopped = self.service.stops.borrow().contains(&self.ticket) || self.is_cleared();
            if is_over || is_stopped {
                return Err(Stopped);
            }
            if place.item > 0 {
                self.set_position(place, Phase::Seek, name);
            }
            if let Some(reason) = self.plan.leaves_out(place, Phase::Seek, name) {
                return self.leave(place, name, reason).await;
            }
            let Some(text) = texts.next() else { return Ok(()) };
            let is_last = total == Some(place.item + 1);
            let following = if is_last {
                ImportPlace { file: file + 1, item: 0 }
            } else {
                ImportPlace { item: place.item + 1, ..place }
            };
            if place.item >= resumed {
                self.next = following;
                self.add(place, text).await?;
            }
            if is_last {
                return Ok(());
            }
            place = following;
        }
    }

    /// Reads the bytes of a file, if there is room for them.
    async fn read(&self, file: &GivenFile, place: ImportPlace, name: &str) -> Result<Vec<u8>, FileError> {
        if let Some(reason) = self.plan.leaves_out(place, Phase::Open, name) {
            return Err(reason);
        }
        let size = megabytes(file.blob.size());
        if size > LARGEST_FILE {
            return Err(FileError::TooLarge { megabytes: size, limit: LARGEST_FILE });
        }
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "smaller than the largest file"
        )]
        let bytes = file.blob.size() as usize;
        // The files in an archive are checked when they are opened.
        self.service.memory.weigh(bytes, true)?;
        let seconds = READING_SECONDS + size;
        let broken = |detail: String| FileError::Broken { detail };
        let buffer = file.buffer.clone().unwrap_or_else(|| file.blob.array_buffer());
        match within(seconds, &buffer).await {
            Ok(buffer) => Ok(Uint8Array::new(&buffer).to_vec()),
            Err(PromiseError::TimedOut) => Err(broken(format!("nothing came from its disk for {seconds} s"))),
            Err(PromiseError::Rejected(error)) => Err(broken(describe(&error))),
        }
    }

    /// Returns the check before each file is opened, those in archives too: that it is not left out, and that there is
    /// room.
    fn gate(&self) -> Box<Gate> {
        let (plan, memory) = (self.plan.clone(), self.service.memory.clone());
        let port = self.service.port.clone();
        Box::new(move |name, bytes| {
            let left_out = now::open(&port, name).and_then(|place| plan.leaves_out(place, Phase::Open, name));
            match left_out {
                Some(reason) => Err(reason),
                None => memory.weigh(bytes.len(), bytes.starts_with(b"PK")),
            }
        })
    }

    /// Records why a file, or the rest of it, gives no text.
    async fn leave(&mut self, place: ImportPlace, name: &str, reason: FileError) -> Result<(), Stopped> {
        self.next = ImportPlace { file: place.file + 1, item: 0 };
        self.add(place, Err(FileFailure { name: name.to_owned(), reason })).await
    }

    /// Adds one text, or the reason why there is none, to the batch, and stores that when it is time.
    async fn add(&mut self, place: ImportPlace, text: Result<FileText, FileFailure>) -> Result<(), Stopped> {
        let is_careful = self.is_careful();
        match text {
            Ok(FileText { source, bytes }) => {
                let at = self.set_position(place, Phase::Cut, &source.name);
                if let Some(reason) = self.plan.leaves_out(place, Phase::Cut, &source.name) {
                    self.batch.part.failures.push(FileFailure { name: source.name, reason });
                } else {
                    self.batch.bytes += source.text.len();
                    let text = FileText { source, bytes };
                    // An import that is ended inside a text leaves that text out.
                    let Some(page) = self.service.cut(self.ticket, text, self.options.cut).await else {
                        return Err(Stopped);
                    };
                    self.batch.pages.push((at, page));
                }
            }
            Err(failure) => {
                if let (FileError::NoRoom { .. }, Some(at)) = (&failure.reason, now::at()) {
                    self.batch.left_out.push(LeftOut { at, reason: failure.reason.clone() });
                }
                self.batch.part.failures.push(failure);
            }
        }
        self.batch.done += 1;
        self.batch.items += 1;
        if is_careful || self.batch.is_full() {
            self.keep().await;
        }
        Ok(())
    }

    /// Returns true if each text is announced and reported by itself.
    fn is_careful(&self) -> bool {
        self.batch.done.saturating_sub(self.plan.done) < self.plan.careful
    }

    /// Sets its position, which is reported if the thread ends.
    fn set_position(&self, place: ImportPlace, phase: Phase, name: &str) -> ImportPosition {
        let at = ImportPosition { place, name: name.to_owned(), phase };
        now::set_at(&self.service.port, Some(at.clone()), self.is_careful());
        at
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
        let (done, total) = (batch.done, batch.total.max(batch.done));
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

/// Converts bytes to megabytes, rounded up.
fn megabytes(bytes: f64) -> u32 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a saturating cast of what is shown"
    )]
    let whole = (bytes / MEGABYTE).ceil() as u32;
    whole
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
