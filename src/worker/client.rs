//! The page's end: hands out tickets, restarts the worker, and reports the outcome of each query.

mod death;
mod event;
mod heartbeat;
mod intake;
mod ledger;
mod replies;
mod running;
mod starts;
mod supply;

pub use event::ClientEvent;
pub use ledger::Ticket;

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Blob;

use self::heartbeat::{Beat, Heartbeat, Wait};
use self::intake::IntakeThread;
use self::ledger::Ledger;
use self::running::Running;
use self::starts::Starts;
use self::supply::Dictionary;
use super::death::{Death, Resend};
use super::file::{self, Fetched};
use super::message::{AnswerForm, ImportOptions, Request};
use super::work::{self, PendingImport, Work};
use super::{Failure, WorkerFailure};
use crate::engine::{Answer, Ask, EngineError, Query};
use crate::ingest::LARGEST_FILE;
use crate::view::StorageState;

/// A handle on the analysis thread; clones share it.
#[derive(Clone)]
pub struct Client(Rc<RefCell<Inner>>);

impl PartialEq for Client {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// An answer as it came from the worker.
#[derive(Debug)]
pub enum Received {
    /// As the page's own types.
    Types(Box<Answer>),
    /// As JSON in UTF-8, the way `window.duidu` gives it.
    Json(Uint8Array),
}

impl Received {
    /// Returns an answer that came as types.
    pub fn types(answer: Answer) -> Self {
        Self::Types(Box::new(answer))
    }
}

type Done = Box<dyn FnOnce(Result<Received, Failure>)>;

struct Pending {
    work: Work,
    /// The callback of its caller; `None` when a new worker repeats it.
    done: Option<Done>,
}

impl Resend for Pending {
    fn survive(&mut self, death: &Death, deaths: u8) -> bool {
        self.work.survive(death, deaths)
    }
}

struct Inner {
    state: State,
    model: Option<Fetched>,
    /// True once the model was asked for.
    fetching_model: bool,
    dictionary: Dictionary,
    /// Pending work, and edits of the dictionary and of the texts that the browser has not stored.
    ledger: Ledger<Pending>,
    heartbeat: Heartbeat,
    starts: Starts,
    /// Megabytes of text that the worker's memory has room for, once it reported that.
    room: Option<u32>,
    /// True once the browser was asked not to clear what is stored.
    asked_to_persist: bool,
    /// The state of its storage, as the worker reported it.
    storage: StorageState,
    /// The number of clearings of everything, here or in another window.
    clearings: u32,
    on_event: Rc<dyn Fn(ClientEvent)>,
}

enum State {
    /// A worker was started.
    Starting { running: Running, step: StartStep },
    /// An engine answers; `model` and `dictionary` once it was sent these, `intake` once something was to be read.
    Ready { running: Running, model: bool, dictionary: bool, intake: Option<IntakeThread> },
    /// There will be no answer any more.
    Failed(WorkerFailure),
}

/// The progress of a worker that was started.
#[derive(Clone, Copy, PartialEq, Eq)]
enum StartStep {
    /// It sent nothing yet.
    Called,
    /// It answered the greeting.
    Greeted,
    /// It was told to make an engine.
    Opening,
}

impl Client {
    /// Starts the worker. The model is fetched when that is ready: the first screen does without.
    pub fn start(on_event: impl Fn(ClientEvent) + 'static) -> Self {
        let client = Self::idle(on_event);
        client.spawn();
        client
    }

    /// Makes a client without a worker, which answers nothing.
    pub fn idle(on_event: impl Fn(ClientEvent) + 'static) -> Self {
        Self(Rc::new(RefCell::new(Inner {
            state: State::Failed(WorkerFailure::LoadFailed { detail: String::new() }),
            model: None,
            fetching_model: false,
            dictionary: Dictionary::Unasked,
            ledger: Ledger::default(),
            heartbeat: Heartbeat::default(),
            starts: Starts::default(),
            room: None,
            asked_to_persist: false,
            storage: StorageState::default(),
            clearings: 0,
            on_event: Rc::new(on_event),
        })))
    }

    /// Asks; `done` is called once, later, with the answer or the reason there is none.
    pub fn ask<Q: Ask>(
        &self,
        query: Query<Q>,
        done: impl FnOnce(Result<Q::Answer, Failure>) + 'static,
    ) -> Ticket {
        self.send(query.into(), |result| {
            let taken = |answer| Q::take(answer).ok_or(Failure::Worker(WorkerFailure::WrongAnswer));
            done(result.and_then(taken));
        })
    }

    /// Asks any question; `done` is called once, later, with the answer or the reason there is none.
    pub fn send(&self, query: Query, done: impl FnOnce(Result<Answer, Failure>) + 'static) -> Ticket {
        self.begin(Work::Ask(Box::new(query), AnswerForm::Types), types(done))
    }

    /// Asks any question; `done` is called once, later, with the answer as JSON or the reason there is none. The answer to a
    /// question that changes something comes as types.
    pub fn send_for_json(
        &self,
        query: Query,
        done: impl FnOnce(Result<Received, Failure>) + 'static,
    ) -> Ticket {
        self.begin(Work::Ask(Box::new(query), AnswerForm::Json), Box::new(done))
    }

    /// Adds the texts of a file, of any kind that can be read; answered by [`Answer::TextChange`]. Its progress is
    /// reported as [`super::Stage::Import`], and reported texts are stored, even if the import fails afterwards. Questions
    /// asked after it are answered after it.
    ///
    /// # Errors
    /// The browser's error if it has no room for a copy of the bytes.
    pub fn import(
        &self,
        name: &str,
        bytes: &Uint8Array,
        options: ImportOptions,
        done: impl FnOnce(Result<Answer, Failure>) + 'static,
    ) -> Result<Ticket, JsValue> {
        let blob = work::blob(bytes)?;
        let import = PendingImport::new(vec![(name.to_owned(), blob)], options, self.clearings());
        Ok(self.begin(Work::Import(Box::new(import)), types(done)))
    }

    /// Returns the number of clearings of everything so far, here or in another window. An import remembers it from its
    /// beginning.
    pub fn clearings(&self) -> u32 {
        self.0.borrow().clearings
    }

    /// Loads what the browser's storage contains, or tries it again.
    pub fn mend_storage(&self) {
        let sent = match &self.0.borrow().state {
            State::Ready { running, .. } => running.send(&Request::MendStorage, []),
            _ => Ok(()),
        };
        self.fail_unsent(sent);
    }

    /// Adds the texts of several files. Many small files are faster in dozens than one by one, because what is read
    /// together is kept together. None is added if everything was cleared since the number of clearings was `clearings`.
    /// Questions are answered meanwhile, over the texts that are in.
    pub fn import_files(
        &self,
        files: Vec<(String, Blob)>,
        options: ImportOptions,
        clearings: u32,
        done: impl FnOnce(Result<Answer, Failure>) + 'static,
    ) -> Ticket {
        let import = PendingImport::new(files, options, clearings).giving_way();
        self.begin(Work::Import(Box::new(import)), types(done))
    }

    /// Returns the megabytes of text that there is room for; `None` while that is not known.
    pub fn room(&self) -> Option<u32> {
        self.0.borrow().room
    }

    /// Ends an import after its current text; its answer lists what was added. One that has not begun is cancelled.
    pub fn stop(&self, ticket: Ticket) {
        let mut inner = self.0.borrow_mut();
        if let Some(pending) = inner.ledger.get_mut(ticket) {
            pending.work.stop();
        }
        match &inner.state {
            State::Ready { running, .. } if inner.ledger.is_sent(ticket) => {
                // A worker that cannot be reached is dead, and is found to be.
                _ = running.send(&Request::Stop { ticket: ticket.0 }, []);
            }
            _ => {
                drop(inner);
                self.cancel(ticket);
            }
        }
    }

    fn begin(&self, work: Work, done: Done) -> Ticket {
        if work.adds_texts() {
            self.ask_to_persist();
        }
        let mut inner = self.0.borrow_mut();
        let ticket = inner.ledger.ticket();
        if let State::Failed(failure) = &inner.state {
            let failure = failure.clone();
            // Never call back before `ask` returned: the caller does not hold its ticket yet.
            spawn_local(async move { done(Err(failure.into())) });
            return ticket;
        }
        let (megabytes, room) = (work.megabytes(), inner.room.unwrap_or(LARGEST_FILE).min(LARGEST_FILE));
        if megabytes > room {
            spawn_local(async move { done(Err(EngineError::NoRoom { megabytes, room }.into())) });
            return ticket;
        }
        let needs_dictionary = work.needs_dictionary();
        inner.ledger.insert(ticket, Pending { work, done: Some(done) });
        drop(inner);
        self.send_what_can_be();
        if needs_dictionary {
            self.fetch_dictionary();
        }
        ticket
    }

    /// Asks the browser, once, not to clear this site's storage when the disk runs full.
    fn ask_to_persist(&self) {
        if std::mem::replace(&mut self.0.borrow_mut().asked_to_persist, true) {
            return;
        }
        let asked = || -> Result<(), JsValue> {
            let window = web_sys::window().ok_or(JsValue::UNDEFINED)?;
            let storage = Reflect::get(&window.navigator(), &"storage".into())?;
            let persist: js_sys::Function = Reflect::get(&storage, &"persist".into())?.dyn_into()?;
            let promise: js_sys::Promise = persist.call0(&storage)?.dyn_into()?;
            spawn_local(async move { _ = JsFuture::from(promise).await });
            Ok(())
        };
        // A browser that cannot be asked stores what it has room for.
        _ = asked();
    }

    /// Ends a query. A query that is running ends with its worker; a new worker takes over the others. A worker that has
    /// what is stored nowhere else is not ended: its answer is ignored.
    pub fn cancel(&self, ticket: Ticket) {
        let mut inner = self.0.borrow_mut();
        let is_sent = inner.ledger.is_sent(ticket);
        let Some(cancelled) = inner.ledger.remove(ticket) else { return };
        let is_precious = inner.storage.is_precious();
        drop(inner);
        if is_sent && !is_precious {
            self.restart();
        }
        if let Some(done) = cancelled.done {
            done(Err(Failure::Cancelled));
        }
    }

    /// Forgets work that was to be stored once more, because everything was cleared.
    fn forget(&self) {
        let mut inner = self.0.borrow_mut();
        inner.ledger.forget_done();
        inner.clearings = inner.clearings.wrapping_add(1);
    }

    fn notify(&self, event: ClientEvent) {
        let on_event = Rc::clone(&self.0.borrow().on_event);
        on_event(event);
    }

    fn restart(&self) {
        self.spawn();
        self.notify(ClientEvent::Restarted);
    }

    fn spawn(&self) {
        let number = self.0.borrow_mut().starts.number();
        match Running::spawn(self, number) {
            Ok(running) => {
                let mut inner = self.0.borrow_mut();
                inner.ledger.mark_unsent();
                inner.heartbeat.on_message();
                inner.state = State::Starting { running, step: StartStep::Called };
            }
            Err(error) => self.give_up(WorkerFailure::LoadFailed { detail: file::describe(&error) }),
        }
    }

    /// Tells a worker that answered the greeting to make an engine.
    fn open(&self) {
        let mut inner = self.0.borrow_mut();
        let bare = inner.starts.is_bare();
        let State::Starting { running, step } = &mut inner.state else { return };
        *step = StartStep::Opening;
        let sent = running.send(&Request::Open { bare }, []);
        drop(inner);
        self.fail_unsent(sent);
    }

    /// Sends the model to a worker that is ready, if it is here.
    fn send_model(&self) {
        let mut inner = self.0.borrow_mut();
        let Inner { state: State::Ready { running, model, .. }, model: fetched, .. } = &mut *inner else {
            return;
        };
        let Some(fetched) = fetched else { return };
        if std::mem::replace(model, true) {
            return;
        }
        let request = Request::LoadModel { sha256: fetched.sha256.clone() };
        let sent = running.send(&request, [fetched.bytes.as_ref()]);
        drop(inner);
        self.fail_unsent(sent);
    }

    /// Sends, in the order it was asked, whatever waits and needs nothing that is still on its way.
    fn send_what_can_be(&self) {
        let mut inner = self.0.borrow_mut();
        let Inner {
            state: State::Ready { running, dictionary, intake, .. },
            ledger,
            dictionary: fetched,
            ..
        } = &mut *inner
        else {
            return;
        };
        let mut result = Ok(());
        ledger.send(|ticket, pending| {
            if pending.work.needs_dictionary() && !*dictionary {
                let Dictionary::Here(fetched) = &*fetched else { return false };
                let request = Request::LoadDictionary { ticket: ticket.0, sha256: fetched.sha256.clone() };
                result = running.send(&request, [fetched.bytes.as_ref()]);
                *dictionary = result.is_ok();
            }
            if pending.work.reads() && intake.is_none() && result.is_ok() {
                result = IntakeThread::spawn(self, running).map(|started| *intake = Some(started));
            }
            if result.is_ok() {
                result = running.begin(ticket.0, &pending.work);
            }
            // Work that cannot be sent counts as sent to a worker that died of it.
            true
        });
        drop(inner);
        self.fail_unsent(result);
    }

    /// Pings a worker that is waited for, and gives up one that does not answer.
    fn on_beat(&self, number: u32) {
        let inner = self.0.borrow();
        if inner.running().is_none_or(|running| running.number != number) {
            return;
        }
        drop(inner);
        self.on_intake_beat();
        let mut inner = self.0.borrow_mut();
        let wait = inner.wait();
        match inner.heartbeat.beat(wait) {
            Beat::Nothing => {}
            Beat::Ping => {
                let sent = inner.running().map_or(Ok(()), |running| running.send(&Request::Ping, []));
                drop(inner);
                self.fail_unsent(sent);
            }
            Beat::Lost { seconds } => {
                drop(inner);
                if wait == Wait::Hello {
                    return self.give_up(WorkerFailure::TimedOut { seconds });
                }
                self.on_death(&Death::from_outside(WorkerFailure::Silent { seconds }));
            }
        }
    }
}

/// Returns the callback of a caller who asked for types.
fn types(done: impl FnOnce(Result<Answer, Failure>) + 'static) -> Done {
    Box::new(|result| {
        done(result.and_then(|received| match received {
            Received::Types(answer) => Ok(*answer),
            Received::Json(_) => Err(Failure::Worker(WorkerFailure::WrongAnswer)),
        }));
    })
}

impl Inner {
    fn running(&self) -> Option<&Running> {
        match &self.state {
            State::Starting { running, .. } | State::Ready { running, .. } => Some(running),
            State::Failed(_) => None,
        }
    }

    fn intake_mut(&mut self) -> Option<&mut IntakeThread> {
        match &mut self.state {
            State::Ready { intake, .. } => intake.as_mut(),
            _ => None,
        }
    }

    /// Returns the event that the page waits for.
    fn wait(&self) -> Wait {
        match &self.state {
            State::Starting { step: StartStep::Called, .. } => Wait::Hello,
            State::Starting { step: StartStep::Opening, .. } => Wait::Open,
            State::Ready { .. } if self.ledger.is_begun() => Wait::Work,
            State::Ready { .. } if self.ledger.is_waiting() => Wait::Begin,
            // The model is on its way, which has a limit of its own; or nothing is asked.
            State::Starting { step: StartStep::Greeted, .. } | State::Ready { .. } | State::Failed(_) => {
                Wait::Nothing
            }
        }
    }
}
