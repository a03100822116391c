//! What the page wants done: a query, or an import with the bytes it is about.

use js_sys::Uint8Array;

use super::message::{ImportOptions, Request};
use crate::engine::{Answer, Query, Question, TextEdit};
use crate::view::TextChange;

/// A piece of work for the worker; it carries all it needs, so that it can be sent again to a new one.
pub(super) enum Work {
    Ask(Box<Query>),
    Import(Box<Import>),
}

/// Files on their way in.
pub(super) struct Import {
    files: Vec<(String, Uint8Array)>,
    options: ImportOptions,
    /// How often everything had been cleared when the reader began it.
    clearings: u32,
    /// Texts, and parts that give none, that a worker is done with.
    done: u32,
    /// How many were done when the browser first did not keep some.
    kept: Option<u32>,
    /// What those came to.
    change: TextChange,
}

impl Work {
    pub(super) fn needs_dictionary(&self) -> bool {
        match self {
            Self::Ask(query) => query.needs_dictionary(),
            Self::Import(_) => false,
        }
    }

    /// Whether it brings texts that the browser is to keep.
    pub(super) fn adds_texts(&self) -> bool {
        match self {
            Self::Ask(query) => matches!(
                query.question,
                Question::EditTexts { edit: TextEdit::Add { .. } } | Question::ImportSession { .. }
            ),
            Self::Import(_) => true,
        }
    }

    /// The same work for a worker that has nothing of it.
    pub(super) fn afresh(self) -> Self {
        match self {
            Self::Ask(query) => Self::Ask(query),
            Self::Import(import) => {
                let done = import.kept.unwrap_or(import.done);
                Self::Import(Box::new(Import { done, kept: None, change: TextChange::default(), ..*import }))
            }
        }
    }
}

impl Import {
    pub(super) fn new(files: Vec<(String, Uint8Array)>, options: ImportOptions, clearings: u32) -> Self {
        Self { files, options, clearings, done: 0, kept: None, change: TextChange::default() }
    }

    /// What to send for the rest of it; the bytes go beside.
    pub(super) fn request(&self, ticket: u32) -> Request {
        Request::Import {
            ticket,
            names: self.files.iter().map(|(name, _)| name.clone()).collect(),
            options: Box::new(self.options.clone()),
            from: self.done,
            clearings: self.clearings,
        }
    }

    pub(super) fn bytes(&self) -> Vec<&Uint8Array> {
        self.files.iter().map(|(_, bytes)| bytes).collect()
    }

    /// So much is done now, and came to this.
    pub(super) fn take_in(&mut self, done: u32, part: TextChange) {
        if part.unkept.is_some() && self.kept.is_none() {
            self.kept = Some(self.done);
        }
        self.done = done;
        self.change.add(part);
    }

    /// The answer about all of it, of one about its last part.
    pub(super) fn whole(&self, last: Answer) -> Answer {
        match last {
            Answer::TextChange(last) => {
                let mut whole = self.change.clone();
                whole.add(*last);
                Answer::TextChange(Box::new(whole))
            }
            other => other,
        }
    }
}
