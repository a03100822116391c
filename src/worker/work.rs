//! The work that the page asks for: a query, or an import with its files.
//!
//! A file is a [`Blob`], which is a handle for bytes elsewhere: on the reader's disk, or with the browser, which puts
//! large ones on the disk. So the page has none of them in memory, however many there are, and each is in memory once,
//! in the worker, while it is read.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsValue;
use web_sys::Blob;

use super::WorkerFailure;
use super::death::{Death, Resend, may_resend};
use super::import_plan::{ImportPlace, ImportPosition, ImportProgress, LeftOut};
use super::message::{AnswerForm, ImportOptions, Request};
use crate::engine::{Answer, EditTexts, ImportSession, Query, Question, TextEdit};
use crate::ingest::{FileError, FileFailure};
use crate::view::TextChange;

/// A piece of work for the worker; it carries all it needs, so that it can be sent again to a new one.
pub(super) enum Work {
    Ask(Box<Query>, AnswerForm),
    Import(Box<PendingImport>),
}

/// Files on their way in.
pub(super) struct PendingImport {
    files: Vec<(String, Blob)>,
    options: ImportOptions,
    progress: ImportProgress,
    /// The number of parts that gave no text when it was done for the first time.
    failures: Option<usize>,
    /// The number of clearings of everything when the reader began it.
    clearings: u32,
    /// True if questions that come meanwhile are answered between its texts.
    gives_way: bool,
}

impl Work {
    pub(super) fn needs_dictionary(&self) -> bool {
        match self {
            Self::Ask(query, _) => query.needs_dictionary(),
            Self::Import(_) => false,
        }
    }

    /// Returns true if files are read or texts cut for it.
    pub(super) fn reads(&self) -> bool {
        match self {
            Self::Ask(query, _) => query.question.reads(),
            Self::Import(_) => true,
        }
    }

    /// Returns true if it adds texts that the browser is to store.
    pub(super) fn adds_texts(&self) -> bool {
        match self {
            Self::Ask(query, _) => query.question.adds_texts(),
            Self::Import(_) => true,
        }
    }

    /// Returns the megabytes of text in the query itself, which would be in memory several times.
    pub(super) fn megabytes(&self) -> u32 {
        let Self::Ask(query, _) = self else { return 0 };
        let bytes = match &query.question {
            Question::EditTexts(EditTexts { edit: TextEdit::Add { text, .. } }) => text.len(),
            Question::ImportSession(ImportSession { json }) => json.len(),
            _ => 0,
        };
        u32::try_from(bytes >> 20).unwrap_or(u32::MAX)
    }

    /// Applies a worker's report of an import.
    pub(super) fn report(&mut self, next: ImportPlace, done: u32, left_out: Vec<LeftOut>, part: TextChange) {
        if let Self::Import(import) = self {
            import.progress.report(next, done, left_out, part);
        }
    }

    /// Records a worker's position in an import.
    pub(super) fn announce(&mut self, at: ImportPosition) {
        if let Self::Import(import) = self {
            import.progress.announce(at);
        }
    }

    /// Records that the reader stopped an import.
    pub(super) fn stop(&mut self) {
        if let Self::Import(import) = self {
            import.progress.stop();
        }
    }

    /// Returns the answer about all of it, given that about its last part.
    pub(super) fn whole(&self, last: Answer) -> Answer {
        match (self, last) {
            (Self::Import(import), Answer::EditTexts(last)) => Answer::EditTexts(import.progress.whole(last)),
            (_, last) => last,
        }
    }

    /// Prepares it for the worker that comes after the one that did it and that has nothing of it. `answer` is its
    /// answer; returns the first part that could be read before and cannot any more.
    pub(super) fn prepare_resend(&mut self, answer: &Answer) -> Option<FileFailure> {
        let (Self::Import(import), Answer::EditTexts(change)) = (self, answer) else { return None };
        import.progress.prepare_resend(change.stopped);
        let known = *import.failures.get_or_insert(change.failures.len());
        change.failures.get(known).cloned()
    }

    /// Returns the result if it ends too early: an import that added something lists that, and names the rest.
    pub(super) fn cut_short(&self, failure: WorkerFailure) -> Result<Answer, WorkerFailure> {
        let Self::Import(import) = self else { return Err(failure) };
        let (mut change, files) = import.progress.cut_short();
        if change.pages.is_empty() {
            return Err(failure);
        }
        let left = import.files.iter().skip(files).map(|(name, _)| name.clone());
        change.failures.extend(left.map(|name| FileFailure { name, reason: FileError::LeftOut }));
        Ok(Answer::EditTexts(change))
    }
}

impl Resend for Work {
    fn survive(&mut self, death: &Death, deaths: u8) -> bool {
        match self {
            Self::Ask(..) => may_resend(death, deaths),
            Self::Import(import) => import.progress.survive(death),
        }
    }
}

impl PendingImport {
    pub(super) fn new(files: Vec<(String, Blob)>, options: ImportOptions, clearings: u32) -> Self {
        let progress = ImportProgress::default();
        Self { files, options, progress, failures: None, clearings, gives_way: false }
    }

    /// Lets questions that come meanwhile be answered between its texts.
    pub(super) fn giving_way(self) -> Self {
        Self { gives_way: true, ..self }
    }

    /// Returns the request for the rest of it; the files are sent beside it.
    pub(super) fn request(&self, ticket: u32) -> Request {
        Request::Import {
            ticket,
            names: self.files.iter().map(|(name, _)| name.clone()).collect(),
            options: Box::new(self.options.clone()),
            plan: self.progress.plan().clone(),
            clearings: self.clearings,
            gives_way: self.gives_way,
        }
    }

    pub(super) fn blobs(&self) -> impl Iterator<Item = &JsValue> {
        self.files.iter().map(|(_, blob)| blob.as_ref())
    }
}

/// Creates a blob of the bytes as they are now.
pub(super) fn blob(bytes: &Uint8Array) -> Result<Blob, JsValue> {
    Blob::new_with_u8_array_sequence(&Array::of1(bytes)).or_else(|_| {
        // Memory that threads share makes no blob; a copy of it does.
        Blob::new_with_u8_array_sequence(&Array::of1(&bytes.slice(0, bytes.length())))
    })
}
