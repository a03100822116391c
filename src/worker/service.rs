//! The worker's end: owns the engine, answers one query after another.

mod import;
mod now;
mod texts;

use std::cell::{Cell, RefCell};
use std::collections::{BTreeSet, VecDeque};
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use js_sys::{Array, Promise, Uint8Array};
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{BroadcastChannel, DedicatedWorkerGlobalScope, MessageEvent};

use super::database::{self, Unkept};
use super::file::File;
use super::keeper::{Keeper, News, difference};
use super::memory::Memory;
use super::message::{Reply, Request};
use super::shelf::Shelf;
use super::{Progress, Stage, WorkerFailure};
use crate::engine::{self, Answer, Engine, EngineError, Query, Question, Step};
use crate::lexicon::{Change, UserDictionary};

/// The channel on which the windows of this site tell each other that the dictionary or the texts changed.
const CHANNEL: &str = "duidu.dictionary";

/// What is said there when texts changed; anything else is about the dictionary.
const TEXTS_CHANGED: &str = "texts";

/// Bytes of text that are cut into words before others are heard: some tenths of a second on a slow phone.
const SLICE: usize = 128_000;

/// How long the browser's storage may take to open; after that, the page goes on without what was kept.
const PATIENCE_MILLISECONDS: u32 = 4_000;

/// The worker: its engine, once there is one, and what waits to be done.
struct Service {
    port: DedicatedWorkerGlobalScope,
    channel: Option<BroadcastChannel>,
    engine: RefCell<Option<Engine>>,
    keeper: RefCell<Result<Keeper, Unkept>>,
    shelf: RefCell<Result<Shelf, Unkept>>,
    memory: Memory,
    told_room: Cell<u32>,
    /// Imports that are to end after the text they are at.
    stops: RefCell<BTreeSet<u32>>,
    /// The dictionary that was kept, until there is an engine to use it.
    kept: RefCell<UserDictionary>,
    waiting: RefCell<VecDeque<Job>>,
    /// Whether something is under way that does not end before the browser answers.
    busy: Cell<bool>,
}

enum Job {
    Request(Request, Array),
    /// Another window changed the dictionary.
    Follow,
    /// Another window changed the texts.
    FollowTexts,
}

impl Job {
    /// The ticket of what the page waits for.
    fn ticket(&self) -> Option<u32> {
        match self {
            Self::Request(
                Request::Ask { ticket, .. }
                | Request::Import { ticket, .. }
                | Request::LoadDictionary { ticket, .. },
                _,
            ) => Some(*ticket),
            _ => None,
        }
    }
}

/// Answers from now on, first of all a greeting. Called once, by the worker's `main`; `allocated` says how many bytes of
/// memory are in use.
pub fn serve(allocated: fn() -> usize) {
    let port: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    now::watch_panics();
    let service = Rc::new(Service {
        port: port.clone(),
        channel: BroadcastChannel::new(CHANNEL).ok(),
        engine: RefCell::new(None),
        keeper: RefCell::new(Err(Unkept::Refused("the browser's storage did not open".to_owned()))),
        shelf: RefCell::new(Err(Unkept::Refused("the browser's storage did not open".to_owned()))),
        memory: Memory::new(allocated),
        told_room: Cell::new(u32::MAX),
        stops: RefCell::default(),
        kept: RefCell::default(),
        waiting: RefCell::default(),
        busy: Cell::new(false),
    });
    // Before any query, and beside the model that is on its way: counts must never be shown without it.
    service.open_keeper();

    let answering = Rc::clone(&service);
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let parts: Array = event.data().unchecked_into();
        match decode::<Request>(&parts.get(0)) {
            Some(Request::Greet) => post(&answering.port, &Reply::Hello { build: crate::BUILD.to_owned() }),
            Some(Request::Ping) => post(&answering.port, &Reply::Pong),
            // Heard at once: the import it is about may be under way.
            Some(Request::Stop { ticket }) => {
                answering.stops.borrow_mut().insert(ticket);
            }
            Some(request) => answering.take(Job::Request(request, parts)),
            // The handshake keeps other builds away, so these bytes are no request of ours: a browser extension's.
            None => {}
        }
    });
    port.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();

    if let Some(channel) = &service.channel {
        let following = Rc::clone(&service);
        let on_change = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let texts = event.data().as_string().is_some_and(|said| said == TEXTS_CHANGED);
            following.take(if texts { Job::FollowTexts } else { Job::Follow });
        });
        channel.set_onmessage(Some(on_change.as_ref().unchecked_ref()));
        on_change.forget();
    }
}

impl Service {
    /// Does a job, or lets it wait until what is under way is done: answers come in the order of the questions.
    fn take(self: &Rc<Self>, job: Job) {
        if self.busy.get() {
            self.waiting.borrow_mut().push_back(job);
        } else {
            self.begin(job);
        }
    }

    fn begin(self: &Rc<Self>, job: Job) {
        now::turn_to(&self.port, job.ticket());
        match job {
            Job::Request(Request::Greet | Request::Ping | Request::Stop { .. }, _) => {}
            Job::Request(Request::Open { sha256, bare }, parts) => {
                self.keep_busy(move |service| async move { service.open(sha256, bare, &parts).await });
            }
            Job::Request(Request::LoadDictionary { sha256, .. }, parts) => {
                self.load_dictionary(sha256, &parts)
            }
            Job::Request(Request::Ask { ticket, query }, _) => {
                let changes = matches!(
                    query.question,
                    Question::EditDictionary { .. }
                        | Question::EditTexts { .. }
                        | Question::ImportSession { .. }
                );
                if changes || self.has_much_to_cut(&query) {
                    self.keep_busy(move |service| async move { service.answer(ticket, *query).await });
                } else if let Some(engine) = self.engine.borrow_mut().as_mut() {
                    post(&self.port, &Reply::Answer { ticket, result: self.handle(engine, *query) });
                }
            }
            Job::Request(Request::Import { ticket, names, options, course }, parts) => {
                self.keep_busy(move |service| async move {
                    service.import(ticket, names, *options, course, &parts).await;
                });
            }
            Job::FollowTexts => self.keep_busy(|service| async move { service.follow_texts().await }),
            Job::Follow => self.keep_busy(|service| async move { service.follow().await }),
        }
    }

    /// Does what must wait for the browser; other jobs wait meanwhile.
    fn keep_busy<F: Future<Output = ()> + 'static>(self: &Rc<Self>, work: impl FnOnce(Rc<Self>) -> F) {
        self.busy.set(true);
        let (work, service) = (work(Rc::clone(self)), Rc::clone(self));
        spawn_local(async move {
            work.await;
            service.go_on();
        });
    }

    /// Does what waited. In a task of its own, so that a crash is a crash of the worker and is noticed.
    fn go_on(self: &Rc<Self>) {
        let service = Rc::clone(self);
        Timeout::new(0, move || {
            service.busy.set(false);
            service.tell_room();
            while !service.busy.get() {
                let next = service.waiting.borrow_mut().pop_front();
                match next {
                    Some(job) => service.begin(job),
                    None => {
                        post(&service.port, &Reply::Idle);
                        break;
                    }
                }
            }
        })
        .forget();
    }

    fn open_keeper(self: &Rc<Self>) {
        self.busy.set(true);
        let settled = Rc::new(Cell::new(false));
        let (late, service) = (Rc::clone(&settled), Rc::clone(self));
        let patience = Timeout::new(PATIENCE_MILLISECONDS, move || {
            if !late.replace(true) {
                service.go_on();
            }
        });
        let service = Rc::clone(self);
        spawn_local(async move {
            let opened = database::open().await;
            drop(patience);
            // What comes too late must not change words under the reader's eyes.
            if settled.replace(true) {
                return;
            }
            // A storage that opened is read to its end, however long that takes: it holds the reader's work.
            let opened = match opened {
                Ok(database) => {
                    let shelf = Shelf::new(Rc::clone(&database));
                    Keeper::open(database).await.map(|(keeper, dictionary)| (keeper, dictionary, shelf))
                }
                Err(unkept) => Err(unkept),
            };
            match opened {
                Ok((keeper, dictionary, shelf)) => {
                    service.kept.replace(dictionary);
                    *service.keeper.borrow_mut() = Ok(keeper);
                    *service.shelf.borrow_mut() = Ok(shelf);
                }
                Err(unkept) => {
                    *service.keeper.borrow_mut() = Err(unkept.clone());
                    *service.shelf.borrow_mut() = Err(unkept);
                }
            }
            service.go_on();
        });
    }

    async fn open(&self, sha256: Option<String>, bare: bool, parts: &Array) {
        if bare {
            self.leave_alone();
        }
        let model = parts.get(1).unchecked_into::<Uint8Array>().to_vec();
        let sha256 = sha256.unwrap_or_else(|| engine::sha256(&model));
        let whole = check(File::Model, model.len(), &sha256);
        let tell = |step, done, total| tell(&self.port, step, done, total);
        // A file that cannot be read is told apart from one that can and is another.
        let opened = Engine::open_hashed(model, sha256, self.kept.take(), tell)
            .map_err(WorkerFailure::FileBroken)
            .and_then(|engine| whole.map(|()| engine));
        match opened {
            Ok(mut opened) => {
                let lost = self.load_texts(&mut opened).await;
                post(&self.port, &Reply::Ready(opened.ready()));
                if let Err(Unkept::Unreadable(detail)) = &*self.keeper.borrow() {
                    post(&self.port, &Reply::DictionaryLost { detail: detail.clone() });
                }
                if let Some(detail) = lost {
                    post(&self.port, &Reply::TextsLost { detail });
                }
                self.engine.replace(Some(opened));
            }
            Err(failure) => post(&self.port, &Reply::Failed(failure)),
        }
    }

    /// Does without what the browser keeps, and changes nothing there: threads died of reading it.
    fn leave_alone(&self) {
        let unread = || Unkept::Unreadable("reading it ended the analysis thread twice".to_owned());
        self.kept.take();
        *self.keeper.borrow_mut() = Err(unread());
        *self.shelf.borrow_mut() = Err(unread());
        post(&self.port, &Reply::TextsLost { detail: unread().detail().to_owned() });
    }

    /// Says how much text there is room for, where that is another amount than was said last.
    fn tell_room(&self) {
        // Until then nobody has anything to add.
        let Some(engine) = &*self.engine.borrow() else { return };
        self.memory.set_texts(engine.text_bytes());
        let megabytes = self.memory.room();
        if self.told_room.replace(megabytes) != megabytes {
            post(&self.port, &Reply::Room { megabytes });
        }
    }

    fn load_dictionary(&self, sha256: Option<String>, parts: &Array) {
        let dictionary = parts.get(1).unchecked_into::<Uint8Array>().to_vec();
        let sha256 = sha256.unwrap_or_else(|| engine::sha256(&dictionary));
        if let Some(engine) = self.engine.borrow_mut().as_mut() {
            let loaded = engine
                .load_dictionary(&dictionary, |step, done, total| tell(&self.port, step, done, total))
                .map_err(WorkerFailure::FileBroken)
                .and_then(|()| check(File::Dictionary, dictionary.len(), &sha256));
            if let Err(failure) = loaded {
                post(&self.port, &Reply::NoDictionary(failure));
            }
        }
    }

    /// Whether stories must be cut for this query that take longer than others should wait.
    fn has_much_to_cut(&self, query: &Query) -> bool {
        let mut engine = self.engine.borrow_mut();
        // An error comes again with the answer.
        engine.as_mut().is_some_and(|engine| engine.prepare(query, SLICE).is_ok_and(|left| left > 0))
    }

    /// Answers a query that takes its time, or that changes what is kept.
    async fn answer(&self, ticket: u32, query: Query) {
        self.prepare(&query).await;
        match query.question {
            Question::EditDictionary { .. } => self.edit(ticket, query).await,
            Question::EditTexts { .. } => self.edit_texts(ticket, query).await,
            Question::ImportSession { .. } => self.import_session(ticket, query).await,
            _ => {
                let Some(engine) = &mut *self.engine.borrow_mut() else { return };
                post(&self.port, &Reply::Answer { ticket, result: self.handle(engine, query) });
            }
        }
    }

    /// Answers a query whose stories are cut; the page hears how far it is where that takes long.
    fn handle(&self, engine: &mut Engine, query: Query) -> Result<Answer, EngineError> {
        engine.hold_against(&query, |step, done, total| tell(&self.port, step, done, total));
        engine.handle(query)
    }

    /// Cuts what a query needs, slice by slice, so that the page hears how far it is.
    async fn prepare(&self, query: &Query) {
        let mut total = 0;
        loop {
            let left = match &mut *self.engine.borrow_mut() {
                Some(engine) => engine.prepare(query, SLICE).unwrap_or(0),
                None => 0,
            };
            total = total.max(left);
            if left == 0 {
                break;
            }
            tell(&self.port, Step::Stories, total - left, total);
            breathe().await;
        }
    }

    /// Makes an edit and keeps it. One that cannot be kept is made all the same, and its answer says so.
    #[expect(clippy::await_holding_refcell_ref, reason = "jobs wait for each other, so nobody else borrows")]
    async fn edit(&self, ticket: u32, query: Query) {
        let mut keeper = self.keeper.borrow_mut();
        let mut result = None;
        let kept = match &mut *keeper {
            Err(unkept) => Err(unkept.clone()),
            Ok(keeper) => {
                let (asked, result) = (query.clone(), &mut result);
                let edit = |news| {
                    let mut engine = self.engine.borrow_mut();
                    let Some(engine) = engine.as_mut() else { return Change::default() };
                    *result = Some(follow(engine, news).and_then(|_| engine.handle(asked)));
                    engine.take_change()
                };
                let whole = || self.dictionary_file();
                keeper.edit(edit, whole).await
            }
        };
        let Some(engine) = &mut *self.engine.borrow_mut() else { return };
        let mut result = result.unwrap_or_else(|| engine.handle(query));
        if let (Ok(Answer::DictionaryChange(change)), Err(unkept)) = (&mut result, &kept) {
            change.unkept = Some(unkept.detail().to_owned());
        }
        post(&self.port, &Reply::Answer { ticket, result });
        if kept.is_ok() {
            self.announce(&JsValue::TRUE);
        }
    }

    /// Takes up what other windows changed.
    #[expect(clippy::await_holding_refcell_ref, reason = "jobs wait for each other, so nobody else borrows")]
    async fn follow(&self) {
        let mut keeper = self.keeper.borrow_mut();
        let Ok(keeper) = &mut *keeper else { return };
        let Ok(news) = keeper.news().await else { return };
        let Some(engine) = &mut *self.engine.borrow_mut() else { return };
        if follow(engine, news) == Ok(true) {
            post(&self.port, &Reply::DictionaryChanged);
        }
    }

    fn announce(&self, what: &JsValue) {
        if let Some(channel) = &self.channel {
            // A window that hears nothing follows at its next edit or start.
            _ = channel.post_message(what);
        }
    }
}

/// Lets the browser deliver messages and paint.
async fn breathe() {
    let promise = Promise::new(&mut |resolve, _| {
        Timeout::new(0, move || {
            // A promise's own function throws nothing.
            _ = resolve.call0(&JsValue::UNDEFINED);
        })
        .forget();
    });
    // This promise is never broken.
    _ = JsFuture::from(promise).await;
}

/// Takes up what other windows changed; says whether that was anything.
fn follow(engine: &mut Engine, news: News) -> Result<bool, EngineError> {
    let changes = match news {
        News::Changes(changes) => changes,
        News::Whole(whole) => vec![difference(engine.dictionary(), &whole)],
    };
    let any = changes.iter().any(|change| !change.edits.is_empty());
    changes.into_iter().try_for_each(|change| engine.follow(change))?;
    Ok(any)
}

/// Whether a file is the one this build was made with.
fn check(file: File, bytes: usize, sha256: &str) -> Result<(), WorkerFailure> {
    if sha256 == file.expected_sha256() {
        return Ok(());
    }
    let bytes = u32::try_from(bytes).unwrap_or(u32::MAX);
    Err(WorkerFailure::FileChanged { address: file.address().to_owned(), bytes })
}

fn tell(port: &DedicatedWorkerGlobalScope, step: Step, done: u32, total: u32) {
    let stage = match step {
        Step::Lexicon => Stage::Lexicon,
        Step::Stories => Stage::Stories,
        Step::Matrix => Stage::Matrix,
    };
    post(port, &Reply::Progress(Progress { stage, done, total }));
}

#[expect(clippy::expect_used, reason = "postcard writes any of our types into memory; the port is our own")]
fn post(port: &DedicatedWorkerGlobalScope, reply: &Reply) {
    let bytes = postcard::to_allocvec(reply).expect("replies are plain data");
    let bytes = Uint8Array::from(bytes.as_slice());
    let transfer = Array::of1(&bytes.buffer());
    port.post_message_with_transfer(&bytes, &transfer).expect("a worker's port accepts a buffer it owns");
}

/// Reads one message part; `None` when it is none of ours.
pub(super) fn decode<T: DeserializeOwned>(part: &JsValue) -> Option<T> {
    let bytes = part.dyn_ref::<Uint8Array>()?.to_vec();
    postcard::from_bytes(&bytes).ok()
}
