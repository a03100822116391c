//! The worker's end: owns the engine, answers one query after another.

mod channel;
mod clearing;
mod edit;
mod giving_way;
mod import;
mod intake;
mod keeping;
mod model;
mod opening;
mod remote;
mod texts;

use std::cell::{Cell, RefCell};
use std::collections::{BTreeSet, VecDeque};
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use self::channel::{Channel, ChannelMessage};
use self::intake::IntakePort;
use self::keeping::Keeping;
use self::model::ModelState;
use self::opening::Opened;
use super::file::File;
use super::memory::Memory;
use super::message::{AnswerForm, Reply, Request, decode, post, post_answer};
use super::now;
use super::storage::CloseReason;
use super::waiting::yield_to_browser;
use super::{Progress, Stage, WorkerFailure};
use crate::engine::{self, Answer, Engine, EngineError, Query, Question, WorkStep};
use crate::lexicon::UserDictionary;
use crate::view::Unkept;

/// Bytes of text that are cut into words between two looks at the messages: some tenths of a second on a slow phone.
const SLICE: usize = 128_000;

/// The worker: its engine, once there is one, and its queue of jobs.
struct Service {
    port: DedicatedWorkerGlobalScope,
    channel: Channel,
    engine: RefCell<Option<Engine>>,
    memory: Memory,
    reported_room: Cell<u32>,
    keeping: Keeping,
    model: ModelState,
    /// The thread that reads files.
    intake: IntakePort,
    /// Imports that are to end after their current text.
    stops: RefCell<BTreeSet<u32>>,
    /// The stored dictionary, until there is an engine to use it.
    kept: RefCell<UserDictionary>,
    waiting: RefCell<VecDeque<Job>>,
    /// True while a job waits for the browser.
    busy: Cell<bool>,
    /// True if the import under way lets questions be answered between its texts.
    gives_way: Cell<bool>,
}

enum Job {
    Request(Request, Array),
    /// Another window changed something.
    ApplyRemote,
    /// Another window cleared everything.
    ApplyRemoteClearing,
    /// The storage opened, after the limit for that.
    StorageOpened(Result<Opened, Unkept>),
    /// The connection to the storage ended.
    StorageClosed(CloseReason),
    /// Changes that could not be stored are to be written again.
    MendStorage,
}

impl Job {
    /// Returns the ticket of the work that the page waits for.
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
        channel: Channel::open(),
        engine: RefCell::new(None),
        memory: Memory::new(allocated),
        reported_room: Cell::new(u32::MAX),
        keeping: Keeping::default(),
        model: ModelState::default(),
        intake: IntakePort::default(),
        stops: RefCell::default(),
        kept: RefCell::default(),
        waiting: RefCell::default(),
        busy: Cell::new(false),
        gives_way: Cell::new(false),
    });
    // Before any query, and beside the model that is on its way: counts must never be shown without it.
    service.keep_busy(|service| async move { service.open_storage().await });

    let receiver = Rc::clone(&service);
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let parts: Array = event.data().unchecked_into();
        match decode::<Request>(&parts.get(0)) {
            Some(Request::Greet) => post(&receiver.port, &Reply::Hello { build: crate::BUILD.to_owned() }),
            Some(Request::Ping) => post(&receiver.port, &Reply::Pong),
            // Handled at once: its import may be under way.
            Some(Request::Stop { ticket }) => {
                receiver.stops.borrow_mut().insert(ticket);
                receiver.intake.stop();
            }
            Some(Request::Connect) => receiver.intake.connect(&event.ports()),
            Some(Request::Disconnect) => receiver.intake.disconnect(),
            // Handled at once: a query may be waiting for it.
            Some(Request::LoadModel { sha256 }) => receiver.load_model(sha256, &parts),
            Some(request) => receiver.take(Job::Request(request, parts)),
            // The handshake excludes other builds, so this is no request of the page: a browser extension's.
            None => {}
        }
    });
    port.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();

    let receiver = Rc::clone(&service);
    service.channel.listen(move |message| {
        receiver.take(match message {
            ChannelMessage::Changed => Job::ApplyRemote,
            ChannelMessage::Cleared => Job::ApplyRemoteClearing,
        });
    });
}

impl Service {
    /// Does a job, or queues it until the present one is done: answers come in the order of the questions.
    fn take(self: &Rc<Self>, job: Job) {
        if self.busy.get() {
            self.waiting.borrow_mut().push_back(job);
            self.intake.nudge();
        } else {
            self.begin(job);
        }
    }

    fn begin(self: &Rc<Self>, job: Job) {
        now::turn_to(&self.port, job.ticket());
        match job {
            Job::Request(
                Request::Greet
                | Request::Ping
                | Request::Stop { .. }
                | Request::LoadModel { .. }
                | Request::Connect
                | Request::Disconnect,
                _,
            ) => {}
            Job::Request(Request::Open { bare }, _) => {
                self.keep_busy(move |service| async move { service.open(bare).await });
            }
            Job::Request(Request::LoadDictionary { sha256, .. }, parts) => {
                self.load_dictionary(sha256, &parts)
            }
            Job::Request(Request::Ask { ticket, query, form }, _) => {
                if query.question.changes() || query.question.reads() || self.has_much_to_cut(&query) {
                    self.keep_busy(
                        move |service| async move { service.answer((ticket, form), *query).await },
                    );
                } else {
                    self.answer_at_once((ticket, form), query);
                }
            }
            Job::Request(Request::Import { ticket, names, options, plan, clearings, gives_way }, parts) => {
                self.keep_busy(move |service| async move {
                    service.gives_way.set(gives_way);
                    service.import(ticket, names, *options, (plan, clearings), &parts).await;
                });
            }
            Job::Request(Request::MendStorage, _) => {
                self.keep_busy(|service| async move { service.mend_storage(true).await });
            }
            Job::ApplyRemote => self.keep_busy(|service| async move {
                // Stories are segmented again where words changed.
                service.model.arrived().await;
                service.apply_remote().await;
            }),
            Job::ApplyRemoteClearing => {
                self.keep_busy(|service| async move { service.apply_remote_clearing().await });
            }
            Job::StorageOpened(opened) => self.keep_busy(|service| async move {
                service.accept_storage(opened).await;
                service.report_storage();
            }),
            Job::StorageClosed(how) => {
                self.keep_busy(move |service| async move { service.on_storage_closed(how).await });
            }
            Job::MendStorage => {
                self.keep_busy(|service| async move { service.mend_storage(false).await });
            }
        }
    }

    /// Does work that waits for the browser; other jobs are queued meanwhile.
    fn keep_busy<F: Future<Output = ()> + 'static>(self: &Rc<Self>, work: impl FnOnce(Rc<Self>) -> F) {
        self.busy.set(true);
        let (work, service) = (work(Rc::clone(self)), Rc::clone(self));
        spawn_local(async move {
            work.await;
            service.run_waiting();
        });
    }

    /// Does the queued jobs, in a task of its own, so that a crash is a crash of the worker and is noticed.
    fn run_waiting(self: &Rc<Self>) {
        let service = Rc::clone(self);
        Timeout::new(0, move || {
            service.busy.set(false);
            service.report_room();
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

    async fn open(self: &Rc<Self>, bare: bool) {
        if bare {
            self.ignore_storage();
        }
        self.engine.replace(Some(Engine::without_model(self.kept.take())));
        let lost = self.load_texts().await;
        if let Some(engine) = &*self.engine.borrow() {
            post(&self.port, &Reply::Ready(engine.ready()));
        }
        self.report_storage();
        if let Some(detail) = lost {
            post(&self.port, &Reply::TextsLost { detail });
        }
    }

    /// Starts without the storage, and changes nothing in it: threads died of reading it.
    fn ignore_storage(self: &Rc<Self>) {
        let why = Unkept::Unreadable { detail: "reading it ended the analysis thread twice".to_owned() };
        self.kept.take();
        post(&self.port, &Reply::TextsLost { detail: why.to_string() });
        self.lose_storage(why);
    }

    /// Reports how much text there is room for, if that amount has changed.
    fn report_room(&self) {
        // Nothing can be added before there is an engine.
        let Some(engine) = &*self.engine.borrow() else { return };
        self.memory.set_texts(engine.text_bytes());
        let megabytes = self.memory.room();
        if self.reported_room.replace(megabytes) != megabytes {
            post(&self.port, &Reply::Room { megabytes });
        }
    }

    fn load_dictionary(&self, sha256: Option<String>, parts: &Array) {
        let dictionary = parts.get(1).unchecked_into::<Uint8Array>().to_vec();
        let sha256 = sha256.unwrap_or_else(|| engine::sha256(&dictionary));
        if let Some(engine) = self.engine.borrow_mut().as_mut() {
            let loaded = engine
                .load_dictionary(&dictionary, |step, done, total| {
                    post_progress(&self.port, step, done, total)
                })
                .map_err(WorkerFailure::FileBroken)
                .and_then(|()| check(File::Dictionary, dictionary.len(), &sha256));
            if let Err(failure) = loaded {
                post(&self.port, &Reply::NoDictionary(failure));
            }
        }
    }

    /// Returns true if stories must be cut for this query that take longer than other jobs should wait.
    fn has_much_to_cut(&self, query: &Query) -> bool {
        let mut engine = self.engine.borrow_mut();
        // An error comes again with the answer.
        engine.as_mut().is_some_and(|engine| engine.prepare(query, SLICE).is_ok_and(|left| left > 0))
    }

    /// Answers a query whose stories are segmented, or that waits for the model.
    fn answer_at_once(self: &Rc<Self>, asked: (u32, AnswerForm), query: Box<Query>) {
        let result = {
            let Some(engine) = &mut *self.engine.borrow_mut() else { return };
            if self.model.is_loaded() {
                self.handle(engine, *query)
            } else {
                match self.handle(engine, (*query).clone()) {
                    Err(EngineError::NoModel) => {
                        return self
                            .keep_busy(move |service| async move { service.answer(asked, *query).await });
                    }
                    result => result,
                }
            }
        };
        post_answer(&self.port, asked, result);
    }

    /// Answers a query that takes long, that changes what is stored, or that needs the model.
    async fn answer(self: &Rc<Self>, asked: (u32, AnswerForm), query: Query) {
        let (ticket, _) = asked;
        self.model.arrived().await;
        self.prepare(&query).await;
        let read = match self.read_for(&query, ticket).await {
            Ok(read) => read,
            Err(error) => return post(&self.port, &Reply::Answer { ticket, result: Err(error) }),
        };
        match query.question {
            Question::EditDictionary(_)
            | Question::EditTexts(_)
            | Question::ImportSession(_)
            | Question::UndoSession(_) => self.change(ticket, query, read).await,
            Question::ClearEverything(_) => self.clear_everything(ticket, query).await,
            _ => {
                let Some(engine) = &mut *self.engine.borrow_mut() else { return };
                engine.supply(read);
                post_answer(&self.port, asked, self.handle(engine, query));
            }
        }
    }

    /// Answers a query whose stories are cut; reports its progress if that takes long.
    fn handle(&self, engine: &mut Engine, query: Query) -> Result<Answer, EngineError> {
        engine.warm_matrix(&query, |step, done, total| post_progress(&self.port, step, done, total));
        engine.answer(query)
    }

    /// Cuts the stories that a query needs, slice by slice, and reports its progress.
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
            post_progress(&self.port, WorkStep::Stories, total - left, total);
            yield_to_browser().await;
        }
    }
}

/// Checks that a file is the one this build was made with.
fn check(file: File, bytes: usize, sha256: &str) -> Result<(), WorkerFailure> {
    if sha256 == file.expected_sha256() {
        return Ok(());
    }
    let bytes = u32::try_from(bytes).unwrap_or(u32::MAX);
    Err(WorkerFailure::FileChanged { address: file.address().to_owned(), bytes })
}

fn post_progress(port: &DedicatedWorkerGlobalScope, step: WorkStep, done: u32, total: u32) {
    let stage = match step {
        WorkStep::Lexicon => Stage::Lexicon,
        WorkStep::Stories => Stage::Stories,
        WorkStep::Matrix => Stage::Matrix,
    };
    post(port, &Reply::Progress(Progress { stage, done, total }));
}
