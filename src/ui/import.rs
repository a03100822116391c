//! The queue of files for the analysis thread: a few at a time, never ten thousand in memory together.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use js_sys::{ArrayBuffer, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Blob;
use yew::prelude::*;

use super::files::Picked;
use super::pdf;
use super::state::{Action, AppState, ImportStep};
use crate::engine::Answer;
use crate::ingest::{FileError, FileFailure};
use crate::view::TextChange;
use crate::worker::{Client, Failure, ImportOptions, Ticket};

/// Size limit in megabytes; larger files are refused before they are read.
pub(super) const LARGEST: u32 = 200;

/// Maximum number of files in one batch, and the number of bytes that fills it. A batch is stored together.
const TOGETHER: usize = 32;
const BYTES_TOGETHER: u32 = 4 << 20;

/// The queue of files to read, with at most one task that reads them.
#[derive(Clone)]
pub(super) struct Importer {
    client: Client,
    state: UseReducerDispatcher<AppState>,
    line: Rc<ImportQueue>,
}

#[derive(Default)]
struct ImportQueue {
    waiting: RefCell<VecDeque<(Picked, ImportOptions)>>,
    running: Cell<bool>,
    stopped: Cell<bool>,
    ticket: Cell<Option<Ticket>>,
}

type Read = (String, Uint8Array);

impl Importer {
    /// Creates an importer that uses `client` and reports to `state`.
    pub(super) fn new(client: Client, state: UseReducerDispatcher<AppState>) -> Self {
        Self { client, state, line: Rc::default() }
    }

    /// Appends files to the queue.
    pub(super) fn take(&self, files: Vec<Picked>, options: &ImportOptions) {
        if files.is_empty() {
            return;
        }
        self.tell(ImportStep::Given(u32::try_from(files.len()).unwrap_or(u32::MAX)));
        self.line.waiting.borrow_mut().extend(files.into_iter().map(|file| (file, options.clone())));
        if !self.line.running.replace(true) {
            self.line.stopped.set(false);
            let importer = self.clone();
            spawn_local(async move { importer.run().await });
        }
    }

    /// Stops the import. Files already confirmed stay.
    pub(super) fn stop(&self) {
        if !self.line.running.get() {
            return;
        }
        self.line.stopped.set(true);
        self.tell(ImportStep::Stopped);
        if let Some(ticket) = self.line.ticket.get() {
            self.client.stop(ticket);
        }
    }

    async fn run(&self) {
        while let Some((files, options)) = self.next().await {
            if !files.is_empty() {
                self.hand_over(files, &options).await;
            }
        }
        self.line.waiting.borrow_mut().clear();
        self.line.running.set(false);
        self.tell(ImportStep::Ended);
    }

    /// Reads the next batch, which is empty if no file in it is readable; `None` at the end or after a stop.
    async fn next(&self) -> Option<(Vec<Read>, ImportOptions)> {
        let (mut files, mut bytes) = (Vec::new(), 0);
        let mut together = None;
        while files.len() < TOGETHER && bytes < BYTES_TOGETHER && !self.line.stopped.get() {
            let next = self.line.waiting.borrow_mut().pop_front();
            let Some((picked, options)) = next else { break };
            if together.as_ref().is_some_and(|known| *known != options) {
                self.line.waiting.borrow_mut().push_front((picked, options));
                break;
            }
            together = Some(options);
            let name = picked.name.clone();
            self.tell(ImportStep::At(name.clone()));
            match self.read(picked).await {
                Ok(Some(content)) => {
                    bytes += content.length();
                    files.push((name, content));
                }
                Ok(None) => break,
                Err(reason) => self.tell(ImportStep::Refused(FileFailure { name, reason })),
            }
        }
        (!self.line.stopped.get()).then_some((files, together?))
    }

    /// Reads the bytes of a file; `None` if the reader stopped it.
    async fn read(&self, picked: Picked) -> Result<Option<Uint8Array>, FileError> {
        let megabytes = (picked.file.size() / 1_048_576.0).ceil() as u32;
        if megabytes > LARGEST {
            return Err(FileError::TooLarge { megabytes, limit: LARGEST });
        }
        let blob: &Blob = picked.file.as_ref();
        let broken = |error: JsValue| FileError::Broken { detail: described(&error) };
        let buffer: ArrayBuffer = JsFuture::from(blob.array_buffer()).await.map_err(broken)?.unchecked_into();
        if !is_pdf(&picked.name, &buffer) {
            return Ok(Some(Uint8Array::new(&buffer)));
        }
        let line = Rc::clone(&self.line);
        let packed = pdf::read_pdf(buffer, |_, _| (), move || line.stopped.get()).await?;
        Ok(packed.map(|bytes| Uint8Array::from(bytes.as_slice())))
    }

    /// Sends a batch and waits for the outcome. If a batch of several files fails, each is sent again alone,
    /// so that a broken file does not affect others.
    async fn hand_over(&self, files: Vec<Read>, options: &ImportOptions) {
        let count = u32::try_from(files.len()).unwrap_or(u32::MAX);
        match self.import(files.clone(), options).await {
            Ok(change) => self.tell(ImportStep::Took(count, change)),
            Err(Failure::Cancelled) => {}
            Err(_) if count > 1 => {
                for (name, content) in files {
                    if self.line.stopped.get() {
                        break;
                    }
                    match self.import(vec![(name.clone(), content)], options).await {
                        Ok(change) => self.tell(ImportStep::Took(1, change)),
                        Err(failure) => self.refuse(name, &failure),
                    }
                }
            }
            Err(failure) => files.into_iter().for_each(|(name, _)| self.refuse(name, &failure)),
        }
    }

    async fn import(&self, files: Vec<Read>, options: &ImportOptions) -> Result<TextChange, Failure> {
        let outcome = Rc::new(RefCell::new(None));
        let promise = Promise::new(&mut |resolve, _| {
            let outcome = Rc::clone(&outcome);
            let ticket = self.client.import_files(files.clone(), options.clone(), move |result| {
                *outcome.borrow_mut() = Some(result);
                let _ = resolve.call0(&JsValue::NULL);
            });
            self.line.ticket.set(Some(ticket));
        });
        let _ = JsFuture::from(promise).await;
        self.line.ticket.set(None);
        match outcome.borrow_mut().take() {
            Some(Ok(Answer::EditTexts(change))) => Ok(change),
            Some(Err(failure)) => Err(failure),
            _ => Err(Failure::Cancelled),
        }
    }

    fn refuse(&self, name: String, failure: &Failure) {
        let reason = FileError::Broken { detail: failure.to_string() };
        self.tell(ImportStep::Refused(FileFailure { name, reason }));
    }

    fn tell(&self, step: ImportStep) {
        self.state.dispatch(Action::Import(step));
    }
}

/// Recognises a PDF by its first bytes; also by its name, so that the error of a damaged one says PDF.
fn is_pdf(name: &str, buffer: &ArrayBuffer) -> bool {
    let start = Uint8Array::new(&buffer.slice_with_end(0, 5)).to_vec();
    start == b"%PDF-" || name.to_ascii_lowercase().ends_with(".pdf")
}

fn described(error: &JsValue) -> String {
    error.dyn_ref::<js_sys::Error>().map_or_else(String::new, |error| String::from(error.message()))
}
