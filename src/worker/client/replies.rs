//! The worker's messages, and their effects.

use js_sys::{Array, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::MessageEvent;

use super::event::changes;
use super::ledger::Ticket;
use super::{Client, ClientEvent, Received, StartStep, State};
use crate::engine::{Answer, EngineError};
use crate::view::StorageState;
use crate::worker::death::Death;
use crate::worker::import_plan::ImportPosition;
use crate::worker::memory;
use crate::worker::message::Reply;
use crate::worker::message::decode;
use crate::worker::{Failure, Progress, Stage, WorkerFailure};

impl Client {
    /// Handles a message of the worker of this number.
    pub(super) fn on_message(&self, event: &MessageEvent, number: u32) {
        if !self.is_current(number) {
            return;
        }
        self.0.borrow_mut().heartbeat.on_message();
        let data = event.data();
        // A reply with something beside it is a list.
        let parts = data.dyn_ref::<Array>().map(|parts| (parts.get(0), parts.get(1)));
        let (reply, beside) = parts.unwrap_or_else(|| (data.clone(), JsValue::UNDEFINED));
        if let Some(reply) = decode::<Reply>(&reply) {
            self.on_reply(reply, beside);
        } else if let Some(detail) = failure_message(&data, "load") {
            self.give_up(WorkerFailure::LoadFailed { detail });
        } else if let Some(detail) = failure_message(&data, "died") {
            self.handle_death_later(Death::from_outside(WorkerFailure::Lost { detail }), number);
        } else {
            // Only a worker of another build encodes messages otherwise.
            self.give_up(mismatch("?".to_owned()));
        }
    }

    /// Handles an error that the browser reports of the worker of this number, and that the worker itself did not
    /// report.
    pub(super) fn on_worker_error(&self, detail: String, number: u32) {
        if self.is_current(number) {
            self.on_death(&Death::from_outside(WorkerFailure::Lost { detail }));
        }
    }

    /// Returns true if the worker answered the greeting.
    pub(super) fn is_greeted(&self) -> bool {
        !matches!(self.0.borrow().state, State::Starting { step: StartStep::Called, .. })
    }

    /// Returns true if this is the number of the present worker.
    pub(super) fn is_current(&self, number: u32) -> bool {
        self.0.borrow().running().is_some_and(|running| running.number == number)
    }

    /// Handles a death in a task of its own: the worker's handler must not be dropped while it runs.
    pub(super) fn handle_death_later(&self, death: Death, number: u32) {
        let client = self.clone();
        spawn_local(async move {
            if client.is_current(number) {
                client.on_death(&death);
            }
        });
    }

    fn on_reply(&self, reply: Reply, beside: JsValue) {
        match reply {
            Reply::Hello { build } if build != crate::BUILD => self.give_up(mismatch(build)),
            Reply::Hello { .. } => {
                if let State::Starting { step, .. } = &mut self.0.borrow_mut().state {
                    *step = StartStep::Greeted;
                }
                self.open();
            }
            Reply::Pong => {}
            Reply::Began { ticket } => self.0.borrow_mut().ledger.begin(ticket.map(Ticket)),
            Reply::Idle => self.0.borrow_mut().ledger.finish(),
            Reply::Panicked { ticket, at, detail } => {
                let number = self.0.borrow().running().map(|running| running.number);
                if let Some(number) = number {
                    self.handle_death_later(Death::panicked(ticket, at, detail), number);
                }
            }
            Reply::Progress(progress) => self.notify(ClientEvent::Progress(progress)),
            Reply::Ready(ready) => {
                self.send_waiting();
                self.supply_model();
                self.notify(ClientEvent::Ready(ready));
            }
            Reply::DictionaryChanged => self.notify(ClientEvent::DictionaryChanged),
            Reply::Storage(state) => {
                let mut inner = self.0.borrow_mut();
                if state == StorageState::Kept {
                    inner.ledger.forget_done();
                }
                inner.storage = state.clone();
                drop(inner);
                self.notify(ClientEvent::Storage(state));
            }
            Reply::Cleared => {
                self.forget();
                self.notify(ClientEvent::Cleared);
            }
            Reply::TextsChanged => self.notify(ClientEvent::TextsChanged),
            Reply::LittleRoom { needed, free } => self.notify(ClientEvent::LittleRoom { needed, free }),
            Reply::TextsLost { detail } => self.notify(ClientEvent::TextsLost { detail }),
            Reply::Room { megabytes } => self.on_room(megabytes),
            Reply::ImportPosition { ticket, at } => self.announce(Ticket(ticket), at),
            Reply::Imported { ticket, done, total, next, left_out, part } => {
                if let Some(pending) = self.0.borrow_mut().ledger.get_mut(Ticket(ticket)) {
                    pending.work.report(next, done, left_out, *part);
                }
                self.notify(ClientEvent::Progress(Progress { stage: Stage::Import, done, total }));
            }
            Reply::Failed(failure) => self.give_up(failure),
            Reply::NoDictionary(failure) => self.fail_without_dictionary(&failure),
            Reply::Answer { ticket, result } => self.on_answer(Ticket(ticket), result),
            Reply::Json { ticket } => self.on_json(Ticket(ticket), beside.unchecked_into()),
        }
    }

    /// Records the position of a thread in an import.
    pub(super) fn announce(&self, ticket: Ticket, at: ImportPosition) {
        if let Some(pending) = self.0.borrow_mut().ledger.get_mut(ticket) {
            pending.work.announce(at);
        }
    }

    fn on_answer(&self, ticket: Ticket, result: Result<Answer, EngineError>) {
        let mut inner = self.0.borrow_mut();
        let Some(mut answered) = inner.ledger.remove(ticket) else { return };
        inner.starts.answered();
        let result = result.map(|answer| answered.work.whole(answer));
        let (events, unkept) = changes(&result);
        let done = answered.done.take();
        let mut lost = None;
        if unkept && let Ok(answer) = &result {
            lost = answered.work.prepare_resend(answer);
            inner.ledger.insert_done(ticket, answered);
        }
        drop(inner);
        if matches!(result, Ok(Answer::ClearEverything(_))) {
            self.forget();
        }
        // Work that a new worker repeats changes nothing for the page.
        if let Some(done) = done {
            // First, so that the caller finds the page on its way already.
            events.into_iter().for_each(|event| self.notify(event));
            done(result.map(Received::types).map_err(Failure::Engine));
        }
        if let Some(lost) = lost {
            let detail = format!("{}: {}", lost.name, lost.reason);
            self.notify(ClientEvent::UnkeptLost { detail });
        }
    }

    /// Hands on an answer that changed nothing, as it came.
    fn on_json(&self, ticket: Ticket, json: Uint8Array) {
        let mut inner = self.0.borrow_mut();
        let Some(answered) = inner.ledger.remove(ticket) else { return };
        inner.starts.answered();
        drop(inner);
        if let Some(done) = answered.done {
            done(Ok(Received::Json(json)));
        }
    }

    /// Remembers how much text there is room for, and reports when it is little for the first time.
    fn on_room(&self, room: u32) {
        let before = self.0.borrow_mut().room.replace(room);
        if memory::is_little(room) && !before.is_some_and(memory::is_little) {
            self.notify(ClientEvent::MemoryFills { room });
        }
    }

    /// Sends the waiting work to a worker whose engine is ready, in the order in which it was asked for.
    fn send_waiting(&self) {
        let mut inner = self.0.borrow_mut();
        let failed = State::Failed(WorkerFailure::LoadFailed { detail: String::new() });
        inner.state = match std::mem::replace(&mut inner.state, failed) {
            State::Starting { running, .. } => {
                State::Ready { running, model: false, dictionary: false, intake: None }
            }
            other => other,
        };
        inner.starts.ready();
        drop(inner);
        self.send_what_can_be();
    }
}

fn mismatch(worker: String) -> WorkerFailure {
    WorkerFailure::VersionMismatch { page: crate::BUILD.to_owned(), worker }
}

/// Returns the message of `worker-start.js` about a failure of this kind.
pub(super) fn failure_message(data: &JsValue, kind: &str) -> Option<String> {
    let part = |name: &str| Reflect::get(data, &name.into()).ok()?.as_string();
    (part("failure")? == kind).then(|| part("message").unwrap_or_default())
}
