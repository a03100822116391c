//! Hands files to the analysis thread, a few at a time, so that ten thousand are never in memory together.

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

/// Larger files are refused before they are read, in megabytes.
pub(super) const LARGEST: u32 = 200;

/// Files handed over together at most, and the bytes that are enough: what is handed over together is kept together.
const TOGETHER: usize = 32;
const BYTES_TOGETHER: u32 = 4 << 20;

/// Files waiting to be read, and the one worker at it.
#[derive(Clone)]
pub(super) struct Importer {
    client: Client,
    state: UseReducerDispatcher<AppState>,
    line: Rc<Line>,
}

#[derive(Default)]
struct Line {
    waiting: RefCell<VecDeque<(Picked, Way)>>,
    running: Cell<bool>,
    stopped: Cell<bool>,
    ticket: Cell<Option<Ticket>>,
}

type Read = (String, Uint8Array);

/// How a file is to be read, and how often everything had been cleared when it was given.
type Way = (ImportOptions, u32);

impl Importer {
    /// Imports through `client` and reports to `state`.
    pub(super) fn new(client: Client, state: UseReducerDispatcher<AppState>) -> Self {
        Self { client, state, line: Rc::default() }
    }

    /// Takes files in, behind those on their way already.
    pub(super) fn take(&self, files: Vec<Picked>, options: &ImportOptions) {
        if files.is_empty() {
            return;
        }
        self.tell(ImportStep::Given(u32::try_from(files.len()).unwrap_or(u32::MAX)));
        let way = (options.clone(), self.client.clearings());
        self.line.waiting.borrow_mut().extend(files.into_iter().map(|file| (file, way.clone())));
        if !self.line.running.replace(true) {
            self.line.stopped.set(false);
            let importer = self.clone();
            spawn_local(async move { importer.run().await });
        }
    }

    /// Takes in no more. What was confirmed stays.
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
        while let Some((files, way)) = self.next().await {
            if !files.is_empty() {
                self.hand_over(files, &way).await;
            }
        }
        self.line.waiting.borrow_mut().clear();
        self.line.running.set(false);
        self.tell(ImportStep::Ended);
    }

    /// The next files that go together; none of them may be readable. `None` when there are no more to be read.
    async fn next(&self) -> Option<(Vec<Read>, Way)> {
        let (mut files, mut bytes) = (Vec::new(), 0);
        let mut together = None;
        while files.len() < TOGETHER && bytes < BYTES_TOGETHER && !self.line.stopped.get() {
            let next = self.line.waiting.borrow_mut().pop_front();
            let Some((picked, way)) = next else { break };
            if way.1 < self.client.clearings() {
                self.tell(ImportStep::Took(1, TextChange { cleared: true, ..TextChange::default() }));
                continue;
            }
            if together.as_ref().is_some_and(|known| *known != way) {
                self.line.waiting.borrow_mut().push_front((picked, way));
                break;
            }
            together = Some(way);
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

    /// The bytes of a file; `None` if the reader stopped it.
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

    /// Hands files over and waits for what comes of them. Where several together fail, each gets a chance of its own,
    /// so that a broken one never takes others with it.
    async fn hand_over(&self, files: Vec<Read>, way: &Way) {
        let count = u32::try_from(files.len()).unwrap_or(u32::MAX);
        match self.import(files.clone(), way).await {
            Ok(change) => self.tell(ImportStep::Took(count, change)),
            Err(Failure::Cancelled) => {}
            Err(_) if count > 1 => {
                for (name, content) in files {
                    if self.line.stopped.get() {
                        break;
                    }
                    match self.import(vec![(name.clone(), content)], way).await {
                        Ok(change) => self.tell(ImportStep::Took(1, change)),
                        Err(failure) => self.refuse(name, &failure),
                    }
                }
            }
            Err(failure) => files.into_iter().for_each(|(name, _)| self.refuse(name, &failure)),
        }
    }

    async fn import(&self, files: Vec<Read>, (options, clearings): &Way) -> Result<TextChange, Failure> {
        let outcome = Rc::new(RefCell::new(None));
        let promise = Promise::new(&mut |resolve, _| {
            let outcome = Rc::clone(&outcome);
            let done = move |result| {
                *outcome.borrow_mut() = Some(result);
                let _ = resolve.call0(&JsValue::NULL);
            };
            let ticket = self.client.import_files(files.clone(), options.clone(), *clearings, done);
            self.line.ticket.set(Some(ticket));
        });
        let _ = JsFuture::from(promise).await;
        self.line.ticket.set(None);
        match outcome.borrow_mut().take() {
            Some(Ok(Answer::TextChange(change))) => Ok(*change),
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

/// By its first bytes, whatever its name; or by its name, so that a damaged one is named for what it should be.
fn is_pdf(name: &str, buffer: &ArrayBuffer) -> bool {
    let start = Uint8Array::new(&buffer.slice_with_end(0, 5)).to_vec();
    start == b"%PDF-" || name.to_ascii_lowercase().ends_with(".pdf")
}

fn described(error: &JsValue) -> String {
    error.dyn_ref::<js_sys::Error>().map_or_else(String::new, |error| String::from(error.message()))
}
