//! The queue of files for the analysis thread: a few at a time, so that the reader sees the progress and can ask meanwhile.
//! None is in the page's own memory, except a PDF while it is read.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use js_sys::{Array, ArrayBuffer, Date, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, File};
use yew::prelude::*;

use super::files::Picked;
use super::pdf;
use crate::engine::Answer;
use crate::ingest::{FileError, FileFailure, LARGEST_FILE};
use crate::ui::labels;
use crate::ui::state::{Action, AppState, ImportStep};
use crate::view::TextChange;
use crate::worker::{Client, Failure, ImportOptions, Ticket, WorkerFailure, yield_to_browser};

/// Maximum number of files in one batch, and the number of bytes that fills it. A batch is stored together.
const TOGETHER: usize = 32;
const BYTES_TOGETHER: f64 = 4_194_304.0;

/// Number of files whose sizes are looked up before the page may draw again.
const SIZES_TOGETHER: usize = 64;

/// Milliseconds for which the name of a file stays on the screen at least. Each is a drawing of the page.
const NAME_MILLISECONDS: f64 = 100.0;

/// Bytes, in megabytes.
const MEGABYTE: f64 = 1_048_576.0;

/// The queue of files to read, with at most one task that reads them.
#[derive(Clone)]
pub(crate) struct Importer {
    client: Client,
    state: UseReducerDispatcher<AppState>,
    line: Rc<ImportQueue>,
}

#[derive(Default)]
struct ImportQueue {
    waiting: RefCell<VecDeque<WaitingFile>>,
    running: Cell<bool>,
    stopped: Cell<bool>,
    ticket: Cell<Option<Ticket>>,
    /// When the name of a file was last reported, in milliseconds.
    named: Cell<f64>,
}

/// A file that waits.
struct WaitingFile {
    picked: Picked,
    way: Way,
    /// Its first bytes, which are on their way from its disk.
    start: Option<JsFuture>,
}

type Read = (String, Blob);

/// The options of a file, and the number of clearings of everything when it was given.
type Way = (ImportOptions, u32);

impl Importer {
    /// Creates an importer that uses `client` and reports to `state`.
    pub(crate) fn new(client: Client, state: UseReducerDispatcher<AppState>) -> Self {
        Self { client, state, line: Rc::default() }
    }

    /// Appends files to the queue.
    pub(crate) fn take(&self, files: Vec<Picked>, options: &ImportOptions) {
        if files.is_empty() {
            return;
        }
        self.tell(ImportStep::Given(u32::try_from(files.len()).unwrap_or(u32::MAX)));
        let way = (options.clone(), self.client.clearings());
        let files = files.into_iter().map(|picked| WaitingFile { picked, way: way.clone(), start: None });
        self.line.waiting.borrow_mut().extend(files);
        let importer = self.clone();
        spawn_local(async move { importer.tell_of_room().await });
        if !self.line.running.replace(true) {
            self.line.stopped.set(false);
            let importer = self.clone();
            spawn_local(async move { importer.run().await });
        }
    }

    /// Reports beforehand if the waiting files have more text than there is room for.
    async fn tell_of_room(&self) {
        let files: Vec<File> =
            self.line.waiting.borrow().iter().map(|waiting| waiting.picked.file.clone()).collect();
        let mut given = 0.0;
        // A browser may look at its disk for each size.
        for some in files.chunks(SIZES_TOGETHER) {
            given += some.iter().map(|file| file.size()).sum::<f64>();
            yield_to_browser().await;
        }
        let given = megabytes(given);
        if let Some(room) = self.client.room().filter(|&room| room < given) {
            self.state.dispatch(Action::Tell(labels::little_memory(given, room)));
        }
    }

    /// Stops the import. Files already confirmed stay.
    pub(crate) fn stop(&self) {
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

    /// Reads the next batch, which is empty if no file in it is readable; `None` at the end or after a stop.
    async fn next(&self) -> Option<(Vec<Read>, Way)> {
        self.look_ahead();
        let (mut files, mut bytes) = (Vec::new(), 0.0);
        let mut together = None;
        while files.len() < TOGETHER && bytes < BYTES_TOGETHER && !self.line.stopped.get() {
            let next = self.line.waiting.borrow_mut().pop_front();
            let Some(waiting) = next else { break };
            let way = waiting.way.clone();
            if way.1 < self.client.clearings() {
                self.tell(ImportStep::Took(1, TextChange { cleared: true, ..TextChange::default() }));
                continue;
            }
            if together.as_ref().is_some_and(|known| *known != way) {
                self.line.waiting.borrow_mut().push_front(waiting);
                break;
            }
            together = Some(way);
            let name = waiting.picked.name.clone();
            self.tell_at(&name);
            match self.read(waiting).await {
                Ok(Some(content)) => {
                    bytes += content.size();
                    files.push((name, content));
                }
                Ok(None) => break,
                Err(reason) => self.tell(ImportStep::Refused(FileFailure { name, reason })),
            }
        }
        (!self.line.stopped.get()).then_some((files, together?))
    }

    /// Begins to read the first bytes of the next files. Waiting for one disk after the other would take longer than all the
    /// rest of the import.
    fn look_ahead(&self) {
        for waiting in self.line.waiting.borrow_mut().iter_mut().take(TOGETHER) {
            if waiting.start.is_none() && !is_named_pdf(&waiting.picked.name) {
                waiting.start = first_bytes(&waiting.picked.file).ok();
            }
        }
    }

    /// Returns the part of a file that is handed over; `None` if the reader stopped it.
    async fn read(&self, waiting: WaitingFile) -> Result<Option<Blob>, FileError> {
        let WaitingFile { picked, start, .. } = waiting;
        let size = megabytes(picked.file.size());
        if size > LARGEST_FILE {
            return Err(FileError::TooLarge { megabytes: size, limit: LARGEST_FILE });
        }
        let blob: Blob = picked.file.into();
        let broken = |error: JsValue| FileError::Broken { detail: described(&error) };
        if !is_pdf(&picked.name, &blob, start).await.map_err(broken)? {
            return Ok(Some(blob));
        }
        let buffer: ArrayBuffer = JsFuture::from(blob.array_buffer()).await.map_err(broken)?.unchecked_into();
        let line = Rc::clone(&self.line);
        let Some(packed) = pdf::read_pdf(buffer, |_, _| (), move || line.stopped.get()).await? else {
            return Ok(None);
        };
        Blob::new_with_u8_array_sequence(&Array::of1(&packed)).map(Some).map_err(broken)
    }

    /// Sends a batch and waits for the outcome. The end of the thread ends only the file it was at.
    async fn hand_over(&self, files: Vec<Read>, way: &Way) {
        self.look_ahead();
        let names: Vec<String> = files.iter().map(|(name, _)| name.clone()).collect();
        match self.import(files, way).await {
            Ok(change) => {
                let count = u32::try_from(names.len()).unwrap_or(u32::MAX);
                self.tell(ImportStep::Took(count, change));
            }
            Err(Failure::Cancelled) => {}
            Err(failure) => names.into_iter().for_each(|name| self.refuse(name, &failure)),
        }
    }

    async fn import(&self, files: Vec<Read>, (options, clearings): &Way) -> Result<TextChange, Failure> {
        let outcome = Rc::new(RefCell::new(None));
        let mut files = Some(files);
        let promise = Promise::new(&mut |resolve, _| {
            let outcome = Rc::clone(&outcome);
            // A promise calls its executor once.
            let files = files.take().unwrap_or_default();
            let done = move |result| {
                *outcome.borrow_mut() = Some(result);
                let _ = resolve.call0(&JsValue::NULL);
            };
            let ticket = self.client.import_files(files, options.clone(), *clearings, done);
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
        let reason = match failure {
            Failure::Worker(WorkerFailure::Crashed { detail } | WorkerFailure::Lost { detail }) => {
                FileError::Crashed { detail: detail.clone() }
            }
            _ => FileError::LeftOut,
        };
        self.tell(ImportStep::Refused(FileFailure { name, reason }));
    }

    /// Reports the file that is being read, unless another was reported just now.
    fn tell_at(&self, name: &str) {
        let now = Date::now();
        if now - self.line.named.get() >= NAME_MILLISECONDS {
            self.line.named.set(now);
            self.tell(ImportStep::At(name.to_owned()));
        }
    }

    fn tell(&self, step: ImportStep) {
        self.state.dispatch(Action::Import(step));
    }
}

/// Recognises a PDF by its first bytes, which may be on their way already; also by its name, so that the error of a damaged
/// one says PDF.
async fn is_pdf(name: &str, blob: &Blob, start: Option<JsFuture>) -> Result<bool, JsValue> {
    if is_named_pdf(name) {
        return Ok(true);
    }
    let start = match start {
        Some(start) => start,
        None => first_bytes(blob)?,
    };
    Ok(Uint8Array::new(&start.await?).to_vec() == b"%PDF-")
}

fn is_named_pdf(name: &str) -> bool {
    name.to_ascii_lowercase().ends_with(".pdf")
}

fn first_bytes(blob: &Blob) -> Result<JsFuture, JsValue> {
    Ok(JsFuture::from(blob.slice_with_f64_and_f64(0.0, 5.0)?.array_buffer()))
}

/// Returns bytes as megabytes, rounded up.
fn megabytes(bytes: f64) -> u32 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a saturating cast of what is shown"
    )]
    let whole = (bytes / MEGABYTE).ceil() as u32;
    whole
}

fn described(error: &JsValue) -> String {
    error.dyn_ref::<js_sys::Error>().map_or_else(String::new, |error| String::from(error.message()))
}
