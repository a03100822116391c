//! The consequences of a worker's death, or of one that cannot be started.

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

use super::ledger::DeathOutcome;
use super::{Client, ClientEvent, Pending, Received, StartStep, State};
use crate::worker::WorkerFailure;
use crate::worker::death::Death;
use crate::worker::file;

impl Client {
    /// Replaces a worker that died, unless the next one would die as well, and ends the question that is to blame.
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

    /// Treats a message that cannot be sent as the death of its worker.
    pub(super) fn fail_unsent(&self, sent: Result<(), JsValue>) {
        let Err(error) = sent else { return };
        let death = Death::from_outside(WorkerFailure::Lost { detail: file::describe(&error) });
        let client = self.clone();
        // The caller has no ticket yet.
        spawn_local(async move { client.on_death(&death) });
    }

    /// Ends all work, and reports that there will be no answers any more.
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
    pub(super) fn end(&self, pending: Pending, failure: WorkerFailure) {
        match pending.done {
            Some(done) => {
                done(pending.work.cut_short(failure).map(Received::types).map_err(Into::into));
            }
            // Its change was stored nowhere else.
            None => self.notify(ClientEvent::UnkeptLost { detail: failure.to_string() }),
        }
    }
}

/// Turns the failure of the last worker, which is about a question, into one about all questions.
fn general_failure(failure: &WorkerFailure) -> WorkerFailure {
    match failure {
        WorkerFailure::Crashed { detail } | WorkerFailure::Lost { detail } => {
            WorkerFailure::LoadFailed { detail: detail.clone() }
        }
        WorkerFailure::Silent { seconds } => WorkerFailure::TimedOut { seconds: *seconds },
        other => other.clone(),
    }
}
