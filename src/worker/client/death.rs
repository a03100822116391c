//! What follows when a worker dies, or cannot be had at all.

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

use super::ledger::DeathOutcome;
use super::{Client, ClientEvent, Pending, StartStep, State};
use crate::worker::WorkerFailure;
use crate::worker::death::Death;
use crate::worker::file;

impl Client {
    /// The worker died. Another one takes over, unless there is no sense in it, and the question that is to blame ends.
    pub(super) fn on_death(&self, death: &Death) {
        let mut inner = self.0.borrow_mut();
        let (again, ended) = match inner.state {
            State::Failed(_) => return,
            State::Starting { step, .. } => (inner.starts.died_unready(step == StartStep::Opening), None),
            State::Ready { .. } => match inner.ledger.record_death(death) {
                DeathOutcome::Unexplained => (inner.starts.died_unexplained(), None),
                DeathOutcome::Resend => (true, None),
                DeathOutcome::Ends(pending) => (true, Some(pending)),
            },
        };
        drop(inner);
        if !again {
            return self.give_up(general_failure(&death.failure));
        }
        self.restart();
        if let Some(pending) = ended {
            self.end(pending, death.failure.clone());
        }
    }

    /// What cannot be sent is a death of the worker it was for.
    pub(super) fn fail_unsent(&self, sent: Result<(), JsValue>) {
        let Err(error) = sent else { return };
        let death = Death::from_outside(WorkerFailure::Lost { detail: file::describe(&error) });
        let client = self.clone();
        // Whoever asks has no ticket yet.
        spawn_local(async move { client.on_death(&death) });
    }

    /// Says that there will be no answers any more.
    pub(super) fn give_up(&self, failure: WorkerFailure) {
        let mut inner = self.0.borrow_mut();
        let pending = inner.ledger.remove_all(|_| true);
        inner.state = State::Failed(failure.clone());
        drop(inner);
        for pending in pending {
            self.end(pending, failure.clone());
        }
        self.notify(ClientEvent::Failed(failure));
    }

    /// Ends a piece of work that has no answer, or not all of it.
    fn end(&self, pending: Pending, failure: WorkerFailure) {
        match pending.done {
            Some(done) => done(pending.work.cut_short(failure).map_err(Into::into)),
            // What it did was kept nowhere else.
            None => self.notify(ClientEvent::UnkeptLost { detail: failure.to_string() }),
        }
    }
}

/// The reason why nothing is answered any more, of the end of the last worker, which says that of a question.
fn general_failure(failure: &WorkerFailure) -> WorkerFailure {
    match failure {
        WorkerFailure::Crashed { detail } | WorkerFailure::Lost { detail } => {
            WorkerFailure::LoadFailed { detail: detail.clone() }
        }
        WorkerFailure::Silent { seconds } => WorkerFailure::TimedOut { seconds: *seconds },
        other => other.clone(),
    }
}
