//! The end of a worker: what it said before, and why it ended.

use super::WorkerFailure;
use super::import_plan::ImportPosition;

/// Workers that may die of a question without a word before it is given up. One that panics is given up at once: it would
/// panic again.
const LIVES: u8 = 2;

/// Work that can be sent again to the worker that comes after.
pub(super) trait Resend {
    /// Takes into account that a worker died of it; gives whether it may be sent to another one. `deaths` are all it has
    /// caused so far.
    fn survive(&mut self, death: &Death, deaths: u8) -> bool;
}

/// Whether work of one piece may be sent again.
pub(super) fn may_resend(death: &Death, deaths: u8) -> bool {
    death.panic.is_none() && deaths < LIVES
}

/// How a worker ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Death {
    /// What the worker's own code said while it panicked; `None` if the end came from outside of it: memory ran out, the
    /// browser ended the thread, or the thread gave no sign of life.
    pub(super) panic: Option<Panic>,
    /// The reason, for whoever waits for an answer that will not come.
    pub(super) failure: WorkerFailure,
}

/// What the worker was doing when its code panicked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Panic {
    /// The work; `None` if it was none that the page had asked for.
    pub(super) ticket: Option<u32>,
    /// The item of an import.
    pub(super) at: Option<ImportPosition>,
}

impl Death {
    /// A panic: it comes again with the same work.
    pub(super) fn panicked(ticket: Option<u32>, at: Option<ImportPosition>, detail: String) -> Self {
        Self { panic: Some(Panic { ticket, at }), failure: WorkerFailure::Crashed { detail } }
    }

    /// Any other end: another worker may come through.
    pub(super) fn from_outside(failure: WorkerFailure) -> Self {
        Self { panic: None, failure }
    }
}
