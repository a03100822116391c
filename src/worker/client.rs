//! The page's end: hands out tickets, restarts the worker, and tells what became of each query.

mod event;
mod running;

pub use event::ClientEvent;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::MessageEvent;

use self::event::changes;
use self::running::{PATIENCE_SECONDS, Running};
use super::file::{self, Fetched, File};
use super::message::{ImportOptions, Reply, Request};
use super::service::decode;
use super::work::{Import, Work};
use super::{Failure, Progress, Stage, WorkerFailure};
use crate::engine::{Answer, Query};
use crate::view::StorageState;

/// Deaths a question, or the start, may cause before it is given up.
const LIVES: u8 = 2;

/// A query under way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ticket(u32);

/// A handle on the analysis thread; clones share it.
#[derive(Clone)]
pub struct Client(Rc<RefCell<Inner>>);

impl PartialEq for Client {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

type Done = Box<dyn FnOnce(Result<Answer, Failure>)>;

struct Pending {
    work: Work,
    done: Done,
    deaths: u8,
    /// Whether the worker that runs has it.
    sent: bool,
}

struct Inner {
    state: State,
    model: Option<Fetched>,
    dictionary: Dictionary,
    /// Edits of the dictionary and of the texts that the browser does not keep, for the worker that comes after this
    /// one.
    unkept: Vec<Work>,
    pending: BTreeMap<Ticket, Pending>,
    next: u32,
    deaths_before_ready: u8,
    /// Whether the browser was asked not to clear what is kept.
    asked_to_persist: bool,
    /// How its storage is, as the worker says.
    storage: StorageState,
    /// How often everything was cleared, here or in another window.
    clearings: u32,
    on_event: Rc<dyn Fn(ClientEvent)>,
}

/// How far jieba's dictionary is, which is fetched when a question first needs it.
enum Dictionary {
    Unasked,
    Fetching,
    Here(Fetched),
}

enum State {
    /// A worker was started; `greeted` once it said hello.
    Starting { running: Running, greeted: bool },
    /// An engine answers; `dictionary` once it was sent jieba's.
    Ready { running: Running, dictionary: bool },
    /// There will be no answer any more.
    Failed(WorkerFailure),
}

impl Client {
    /// Starts the worker and fetches the model, side by side.
    pub fn start(on_event: impl Fn(ClientEvent) + 'static) -> Self {
        let client = Self(Rc::new(RefCell::new(Inner {
            state: State::Failed(WorkerFailure::LoadFailed { detail: String::new() }),
            model: None,
            dictionary: Dictionary::Unasked,
            unkept: Vec::new(),
            pending: BTreeMap::new(),
            next: 0,
            deaths_before_ready: 0,
            asked_to_persist: false,
            storage: StorageState::default(),
            clearings: 0,
            on_event: Rc::new(on_event),
        })));
        client.spawn();
        let fetching = client.clone();
        spawn_local(async move {
            let telling = fetching.clone();
            let telling = move |progress| telling.tell(ClientEvent::Progress(progress));
            match file::fetch(File::Model, telling).await {
                Ok(model) => {
                    fetching.0.borrow_mut().model = Some(model);
                    fetching.open_if_both_are_here();
                }
                Err(failure) => fetching.give_up(failure),
            }
        });
        client
    }

    /// Asks; `done` is called once, later, with the answer or the reason there is none.
    pub fn ask(&self, query: Query, done: impl FnOnce(Result<Answer, Failure>) + 'static) -> Ticket {
        self.begin(Work::Ask(Box::new(query)), Box::new(done))
    }

    /// Adds the texts of a file, whatever its name says it is; answered by [`Answer::TextChange`]. How far it has come
    /// is told as [`Stage::Import`], and what was told is kept, whatever happens afterwards.
    pub fn import(
        &self,
        name: &str,
        bytes: Uint8Array,
        options: ImportOptions,
        done: impl FnOnce(Result<Answer, Failure>) + 'static,
    ) -> Ticket {
        self.import_files(vec![(name.to_owned(), bytes)], options, self.clearings(), done)
    }

    /// How often everything was cleared so far, here or in another window. Whoever begins to import remembers it.
    pub fn clearings(&self) -> u32 {
        self.0.borrow().clearings
    }

    /// Takes up what the browser's storage holds, or tries it again.
    pub fn mend_storage(&self) {
        if let State::Ready { running, .. } = &self.0.borrow().state {
            running.send(&Request::MendStorage, &[]);
        }
    }

    /// Adds the texts of several files. Many small files are faster in dozens than one by one, because what is read
    /// together is kept together. None is added where everything was cleared since there had been so many `clearings`.
    pub fn import_files(
        &self,
        files: Vec<(String, Uint8Array)>,
        options: ImportOptions,
        clearings: u32,
        done: impl FnOnce(Result<Answer, Failure>) + 'static,
    ) -> Ticket {
        self.begin(Work::Import(Box::new(Import::new(files, options, clearings))), Box::new(done))
    }

    /// Ends an import after the text it is at; its answer says what was taken in. One that has not begun is cancelled.
    pub fn stop(&self, ticket: Ticket) {
        let inner = self.0.borrow();
        let Some(pending) = inner.pending.get(&ticket) else { return };
        match &inner.state {
            State::Ready { running, .. } if pending.sent => {
                running.send(&Request::Stop { ticket: ticket.0 }, &[]);
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
        let ticket = Ticket(inner.next);
        inner.next = inner.next.wrapping_add(1);
        if let State::Failed(failure) = &inner.state {
            let failure = failure.clone();
            // Never call back before `ask` returned: the caller does not hold its ticket yet.
            spawn_local(async move { done(Err(failure.into())) });
            return ticket;
        }
        let needs_dictionary = work.needs_dictionary();
        inner.pending.insert(ticket, Pending { work, done, deaths: 0, sent: false });
        inner.send_what_can_be();
        let unasked = matches!(inner.dictionary, Dictionary::Unasked);
        drop(inner);
        if needs_dictionary && unasked {
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
        // A browser that cannot be asked keeps what it has room for.
        _ = asked();
    }

    fn fetch_dictionary(&self) {
        self.0.borrow_mut().dictionary = Dictionary::Fetching;
        let client = self.clone();
        spawn_local(async move {
            let telling = client.clone();
            let telling = move |progress| telling.tell(ClientEvent::Progress(progress));
            match file::fetch(File::Dictionary, telling).await {
                Ok(fetched) => {
                    let mut inner = client.0.borrow_mut();
                    inner.dictionary = Dictionary::Here(fetched);
                    inner.send_what_can_be();
                }
                Err(failure) => client.do_without_dictionary(&failure),
            }
        });
    }

    /// Whatever needs the dictionary has no answer; the next question that does fetches it again.
    fn do_without_dictionary(&self, failure: &WorkerFailure) {
        let mut inner = self.0.borrow_mut();
        inner.dictionary = Dictionary::Unasked;
        if let State::Ready { dictionary, .. } = &mut inner.state {
            *dictionary = false;
        }
        let (without, with) = std::mem::take(&mut inner.pending)
            .into_iter()
            .partition::<BTreeMap<_, _>, _>(|(_, pending)| pending.work.needs_dictionary());
        inner.pending = with;
        drop(inner);
        for pending in without.into_values() {
            (pending.done)(Err(failure.clone().into()));
        }
    }

    /// Everything was cleared: what was to be kept once more is not.
    fn forget(&self) {
        let mut inner = self.0.borrow_mut();
        inner.unkept.clear();
        inner.clearings = inner.clearings.wrapping_add(1);
    }

    /// Ends a query. A query that is running ends with its worker; a new worker takes over the others. A worker that holds
    /// what is kept nowhere else is not ended: its answer is passed over.
    pub fn cancel(&self, ticket: Ticket) {
        let mut inner = self.0.borrow_mut();
        let Some(cancelled) = inner.pending.remove(&ticket) else { return };
        let precious = inner.storage.is_precious();
        drop(inner);
        if cancelled.sent && !precious {
            self.restart();
        }
        (cancelled.done)(Err(Failure::Cancelled));
    }

    fn tell(&self, event: ClientEvent) {
        let on_event = Rc::clone(&self.0.borrow().on_event);
        on_event(event);
    }

    fn restart(&self) {
        self.spawn();
        self.tell(ClientEvent::Restarted);
    }

    fn spawn(&self) {
        match Running::spawn(self) {
            Ok(running) => {
                let mut inner = self.0.borrow_mut();
                inner.pending.values_mut().for_each(|pending| pending.sent = false);
                inner.state = State::Starting { running, greeted: false };
            }
            Err(error) => self.give_up(WorkerFailure::LoadFailed { detail: file::describe(&error) }),
        }
    }

    fn open_if_both_are_here(&self) {
        let inner = self.0.borrow();
        if let (State::Starting { running, greeted: true }, Some(model)) = (&inner.state, &inner.model) {
            running.send(&Request::Open { sha256: model.sha256.clone() }, &[&model.bytes]);
        }
    }

    fn give_up(&self, failure: WorkerFailure) {
        let mut inner = self.0.borrow_mut();
        let pending = std::mem::take(&mut inner.pending);
        inner.state = State::Failed(failure.clone());
        drop(inner);
        for (_, query) in pending {
            (query.done)(Err(failure.clone().into()));
        }
        self.tell(ClientEvent::Failed(failure));
    }

    fn hear(&self, event: &MessageEvent) {
        let data = event.data();
        if let Some(reply) = decode::<Reply>(&data) {
            self.obey(reply);
        } else if let Some(detail) = load_failure(&data) {
            self.give_up(WorkerFailure::LoadFailed { detail });
        } else {
            // Only a worker of another build speaks another language; one of ours never reaches this line.
            self.give_up(mismatch("?".to_owned()));
        }
    }

    fn obey(&self, reply: Reply) {
        match reply {
            Reply::Hello { build } if build != crate::BUILD => self.give_up(mismatch(build)),
            Reply::Hello { .. } => {
                if let State::Starting { greeted, .. } = &mut self.0.borrow_mut().state {
                    *greeted = true;
                }
                self.open_if_both_are_here();
            }
            Reply::Progress(progress) => self.tell(ClientEvent::Progress(progress)),
            Reply::Ready(ready) => {
                self.take_up();
                self.tell(ClientEvent::Ready(ready));
            }
            Reply::DictionaryChanged => self.tell(ClientEvent::DictionaryChanged),
            Reply::Storage(state) => {
                let mut inner = self.0.borrow_mut();
                if state == StorageState::Kept {
                    inner.unkept.clear();
                }
                inner.storage = state.clone();
                drop(inner);
                self.tell(ClientEvent::Storage(state));
            }
            Reply::Cleared => {
                self.forget();
                self.tell(ClientEvent::Cleared);
            }
            Reply::TextsChanged => self.tell(ClientEvent::TextsChanged),
            Reply::LittleRoom { needed, free } => self.tell(ClientEvent::LittleRoom { needed, free }),
            Reply::TextsLost { detail } => self.tell(ClientEvent::TextsLost { detail }),
            Reply::Imported { ticket, done, total, part } => {
                let mut inner = self.0.borrow_mut();
                if let Some(Pending { work: Work::Import(import), .. }) =
                    inner.pending.get_mut(&Ticket(ticket))
                {
                    import.take_in(done, *part);
                }
                drop(inner);
                self.tell(ClientEvent::Progress(Progress { stage: Stage::Import, done, total }));
            }
            Reply::Failed(failure) => self.give_up(failure),
            Reply::NoDictionary(failure) => self.do_without_dictionary(&failure),
            Reply::Answer { ticket, result } => {
                let mut inner = self.0.borrow_mut();
                let Some(answered) = inner.pending.remove(&Ticket(ticket)) else { return };
                let Pending { work, done, .. } = answered;
                let result = match &work {
                    Work::Import(import) => result.map(|answer| import.whole(answer)),
                    Work::Ask(_) => result,
                };
                let (events, unkept) = changes(&result);
                if unkept {
                    inner.unkept.push(work.afresh());
                }
                drop(inner);
                if matches!(result, Ok(Answer::Cleared(_))) {
                    self.forget();
                }
                // First, so that whoever asked finds the page on its way already.
                events.into_iter().for_each(|event| self.tell(event));
                done(result.map_err(Failure::Engine));
            }
        }
    }

    /// The engine stands: sends whatever waits, in the order it was asked.
    fn take_up(&self) {
        let mut inner = self.0.borrow_mut();
        let inner = &mut *inner;
        let failed = State::Failed(WorkerFailure::TimedOut { seconds: PATIENCE_SECONDS });
        match std::mem::replace(&mut inner.state, failed) {
            State::Starting { running, .. } => {
                // Nobody waits for these; whether they are kept this time is told as of any other.
                for work in std::mem::take(&mut inner.unkept) {
                    let ticket = Ticket(inner.next);
                    inner.next = inner.next.wrapping_add(1);
                    running.begin(ticket.0, &work);
                    let done: Done = Box::new(|_| ());
                    inner.pending.insert(ticket, Pending { work, done, deaths: 0, sent: true });
                }
                inner.deaths_before_ready = 0;
                inner.state = State::Ready { running, dictionary: false };
                inner.send_what_can_be();
            }
            other => inner.state = other,
        }
    }

    /// The worker died. Queries are answered in order, so the oldest one killed it.
    fn mourn(&self, detail: String) {
        let mut inner = self.0.borrow_mut();
        let culprit = match inner.state {
            State::Ready { .. } => inner.blame_oldest(),
            State::Starting { .. } => {
                inner.deaths_before_ready += 1;
                if inner.deaths_before_ready >= LIVES {
                    drop(inner);
                    return self.give_up(WorkerFailure::LoadFailed { detail });
                }
                None
            }
            State::Failed(_) => return,
        };
        drop(inner);
        self.restart();
        if let Some(culprit) = culprit {
            (culprit.done)(Err(WorkerFailure::Crashed { detail }.into()));
        }
    }

    fn lose_patience(&self) {
        if matches!(self.0.borrow().state, State::Starting { greeted: false, .. }) {
            self.give_up(WorkerFailure::TimedOut { seconds: PATIENCE_SECONDS });
        }
    }
}

impl Inner {
    /// Sends, in the order it was asked, whatever waits and needs nothing that is still on its way.
    fn send_what_can_be(&mut self) {
        let State::Ready { running, dictionary } = &mut self.state else { return };
        for (ticket, pending) in self.pending.iter_mut().filter(|(_, pending)| !pending.sent) {
            if pending.work.needs_dictionary() && !*dictionary {
                let Dictionary::Here(fetched) = &self.dictionary else { continue };
                let request = Request::LoadDictionary { sha256: fetched.sha256.clone() };
                running.send(&request, &[&fetched.bytes]);
                *dictionary = true;
            }
            running.begin(ticket.0, &pending.work);
            pending.sent = true;
        }
    }

    /// Counts a death against the query the worker was at, and takes it out when it has caused too many.
    fn blame_oldest(&mut self) -> Option<Pending> {
        let (&ticket, oldest) = self.pending.iter_mut().find(|(_, pending)| pending.sent)?;
        oldest.deaths += 1;
        if oldest.deaths < LIVES {
            return None;
        }
        self.pending.remove(&ticket)
    }
}

fn mismatch(worker: String) -> WorkerFailure {
    WorkerFailure::VersionMismatch { page: crate::BUILD.to_owned(), worker }
}

/// The message of `worker-start.js` when its import failed.
fn load_failure(data: &JsValue) -> Option<String> {
    let is_failure = Reflect::get(data, &"failure".into()).ok()?.is_truthy();
    is_failure
        .then(|| Reflect::get(data, &"message".into()).ok().and_then(|m| m.as_string()).unwrap_or_default())
}
