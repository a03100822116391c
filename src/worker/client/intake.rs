//! The thread that reads files, as the page sees it: it is started with the first work that needs it, connected with the
//! analysis thread, and replaced together with that.

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use web_sys::{MessageChannel, MessageEvent};

use super::heartbeat::{Beat, Heartbeat, Wait};
use super::ledger::Ticket;
use super::replies::failure_message;
use super::running::{Running, Thread};
use super::{Client, ClientEvent, State};
use crate::worker::WorkerFailure;
use crate::worker::death::Death;
use crate::worker::message::{Reply, Request, decode};

/// The address of its script.
const SCRIPT: &str = "worker-start.js?program=intake";

/// The intake thread.
pub(super) struct IntakeThread {
    thread: Thread,
    heartbeat: Heartbeat,
    /// True once it answered that it is connected.
    connected: bool,
}

impl IntakeThread {
    /// Starts it, and connects it with the analysis thread that runs.
    pub(super) fn spawn(client: &Client, running: &Running) -> Result<Self, JsValue> {
        let number = running.number;
        let (receiver, failed) = (client.clone(), client.clone());
        let thread = Thread::start(
            SCRIPT,
            move |event| receiver.on_intake_message(event, number),
            move |detail| failed.on_intake_error(detail, number),
        )?;
        let channel = MessageChannel::new()?;
        thread.connect(&channel.port1())?;
        running.thread.connect(&channel.port2())?;
        Ok(Self { thread, heartbeat: Heartbeat::default(), connected: false })
    }
}

impl Client {
    fn on_intake_message(&self, event: &MessageEvent, number: u32) {
        if !self.is_current(number) {
            return;
        }
        if let Some(intake) = self.0.borrow_mut().intake_mut() {
            intake.heartbeat.on_message();
        }
        let data = event.data();
        match decode::<Reply>(&data) {
            Some(Reply::Hello { build }) if build == crate::BUILD => {
                if let Some(intake) = self.0.borrow_mut().intake_mut() {
                    intake.connected = true;
                }
            }
            Some(Reply::ImportPosition { ticket, at }) => self.announce(Ticket(ticket), at),
            Some(Reply::Progress(progress)) => self.notify(ClientEvent::Progress(progress)),
            Some(Reply::Panicked { ticket, at, detail }) => {
                self.handle_death_later(Death::panicked(ticket, at, detail), number);
            }
            Some(Reply::Hello { build }) => self.fail_without_intake_later(
                WorkerFailure::VersionMismatch { page: crate::BUILD.to_owned(), worker: build },
                number,
            ),
            Some(_) => {}
            None => {
                if let Some(detail) = failure_message(&data, "died") {
                    self.handle_death_later(Death::from_outside(WorkerFailure::Lost { detail }), number);
                } else {
                    let detail = failure_message(&data, "load").unwrap_or_default();
                    self.fail_without_intake_later(WorkerFailure::LoadFailed { detail }, number);
                }
            }
        }
    }

    /// Handles an error that the browser reports, and that the thread itself did not report.
    fn on_intake_error(&self, detail: String, number: u32) {
        if !self.is_current(number) {
            return;
        }
        if self.0.borrow_mut().intake_mut().is_some_and(|intake| intake.connected) {
            self.on_death(&Death::from_outside(WorkerFailure::Lost { detail }));
        } else {
            self.fail_without_intake(&WorkerFailure::LoadFailed { detail });
        }
    }

    /// Ends the work that needs the intake thread, in a task of its own: the thread's handler must not be dropped while it
    /// runs.
    fn fail_without_intake_later(&self, failure: WorkerFailure, number: u32) {
        let client = self.clone();
        spawn_local(async move {
            if client.is_current(number) {
                client.fail_without_intake(&failure);
            }
        });
    }

    /// Ends the work that needs the intake thread, which did not load. The next that does starts it again.
    pub(super) fn fail_without_intake(&self, failure: &WorkerFailure) {
        let mut inner = self.0.borrow_mut();
        let without = inner.ledger.remove_unanswered(|pending| pending.work.reads());
        let sent = match &mut inner.state {
            State::Ready { intake, running, .. } => {
                *intake = None;
                running.send(&Request::Disconnect, [])
            }
            _ => Ok(()),
        };
        drop(inner);
        self.fail_unsent(sent);
        for pending in without {
            self.end(pending, failure.clone());
        }
    }

    /// Pings an intake thread that is waited for, and gives up one that does not answer.
    pub(super) fn on_intake_beat(&self) {
        let mut inner = self.0.borrow_mut();
        let is_waited_for = inner.ledger.doing(|pending| pending.work.reads());
        let Some(intake) = inner.intake_mut() else { return };
        let wait = match (is_waited_for, intake.connected) {
            (_, false) => Wait::Hello,
            (true, true) => Wait::Work,
            (false, true) => Wait::Nothing,
        };
        let sent = match intake.heartbeat.beat(wait) {
            Beat::Nothing => Ok(()),
            Beat::Ping => intake.thread.send(&Request::Ping, []),
            Beat::Lost { seconds } => {
                drop(inner);
                if wait == Wait::Hello {
                    return self.fail_without_intake(&WorkerFailure::TimedOut { seconds });
                }
                return self.on_death(&Death::from_outside(WorkerFailure::Silent { seconds }));
            }
        };
        drop(inner);
        self.fail_unsent(sent);
    }
}
