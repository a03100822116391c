//! The end of a worker: its last message, and the reason.

use super::WorkerFailure;
use super::import_plan::ImportPosition;

/// Workers that may die of a question without a message before it is given up. One that panics is given up at once: it
/// would panic again.
const LIVES: u8 = 2;

/// Work that can be sent again to the worker that comes after.
pub(super) trait Resend {
    /// Records that a worker died of it; returns true if it may be sent to another one. `deaths` are all it has caused
    /// so far.
    fn survive(&mut self, death: &Death, deaths: u8) -> bool;
}

/// Returns true if work of one piece may be sent again.
pub(super) fn may_resend(death: &Death, deaths: u8) -> bool {
    death.panic.is_none() && deaths < LIVES
}

/// The end of a worker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Death {
    /// The panic of the worker's own code; `None` if the end came from outside of it: memory ran out, the browser ended
    /// the thread, or the thread did not respond.
    pub(super) panic: Option<Panic>,
    /// The reason, for the callers that wait for an answer.
    pub(super) failure: WorkerFailure,
}

/// The activity of a worker when its code panicked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Panic {
    /// The ticket of its work; `None` if the page had not asked for that.
    pub(super) ticket: Option<u32>,
    /// The item of an import.
    pub(super) at: Option<ImportPosition>,
}

impl Death {
    /// Creates the death by a panic, which the same work causes again.
    pub(super) fn panicked(ticket: Option<u32>, at: Option<ImportPosition>, detail: String) -> Self {
        Self { panic: Some(Panic { ticket, at }), failure: WorkerFailure::Crashed { detail } }
    }

    /// Creates the death of any other cause, which the next worker may survive.
    pub(super) fn from_outside(failure: WorkerFailure) -> Self {
        Self { panic: None, failure }
    }
}
