//! The messages between page and worker, as postcard bytes.

use js_sys::{Array, Uint8Array};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsCast, JsValue};
#[cfg(feature = "worker")]
use web_sys::DedicatedWorkerGlobalScope;

use super::WorkerFailure;
use super::import_plan::{ImportPlace, ImportPlan, ImportPosition, LeftOut};
use crate::engine::{Answer, EngineError, Query, Ready};
use crate::ingest::{CutOptions, Encoding, Metadata};
use crate::view::{StorageState, TextChange};

/// From the page to the worker.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Request {
    /// Answer this greeting.
    Greet,
    /// Answer, as a thread that runs.
    Ping,
    /// Make an engine.
    Open {
        /// True if the storage is not to be read, because threads died of that.
        bare: bool,
    },
    /// Load the model. Its bytes travel beside this message.
    LoadModel {
        /// Their SHA-256 in hexadecimal, if the page's browser could compute it.
        sha256: Option<String>,
    },
    /// Read jieba's dictionary. Its bytes travel beside this message.
    LoadDictionary {
        /// The query that needs it.
        ticket: u32,
        /// Their SHA-256 in hexadecimal, if the page's browser could compute it.
        sha256: Option<String>,
    },
    /// Answer a query.
    Ask { ticket: u32, query: Box<Query>, form: AnswerForm },
    /// Add the texts of files. A blob of each travels beside this message, in the same order.
    Import {
        ticket: u32,
        names: Vec<String>,
        options: Box<ImportOptions>,
        plan: ImportPlan,
        /// The number of clearings of everything that the page knew of when the reader began this: an import that was
        /// begun before a clearing is cleared with it.
        clearings: u32,
        /// True if questions that come meanwhile are answered between its texts.
        gives_way: bool,
    },
    /// Load what the storage contains, or try it again.
    MendStorage,
    /// End an import after its current text.
    Stop { ticket: u32 },
    /// Ask, or answer, the other thread. A port to it travels beside this message.
    Connect,
    /// Wait no longer for the intake thread, which did not load.
    Disconnect,
}

/// The form in which an answer is sent. One that changes what the reader keeps always comes as types, from which the page
/// reads what changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum AnswerForm {
    /// As the page's own types.
    Types,
    /// As JSON, of which a browser makes JavaScript values many times faster than the page can.
    Json,
}

/// The options of an import.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportOptions {
    /// The encoding of all files; `None` to detect it for each.
    pub encoding: Option<Encoding>,
    /// The metadata of the texts whose files contain none.
    pub metadata: Metadata,
    /// The options of cutting them into stories.
    pub cut: CutOptions,
}

/// From the worker to the page.
#[derive(Debug, Serialize, Deserialize)]
#[allow(clippy::large_enum_variant, reason = "a reply is made, written to bytes and gone")]
pub(super) enum Reply {
    /// The worker runs, and is of this build; the answer to a greeting.
    Hello { build: String },
    /// The worker runs; the answer to a ping.
    Pong,
    /// A query or an import was begun, or something that the page did not ask for.
    Began { ticket: Option<u32> },
    /// Nothing is left to do.
    Idle,
    /// The code panicked, and the thread ends with this message.
    Panicked {
        /// The ticket of its work; `None` if the page had not asked for that.
        ticket: Option<u32>,
        /// Its position in an import.
        at: Option<ImportPosition>,
        /// The message of the panic and its place in the code.
        detail: String,
    },
    /// Something long is under way.
    Progress(Progress),
    /// The engine is ready.
    Ready(Ready),
    /// The engine cannot be made.
    Failed(WorkerFailure),
    /// jieba's dictionary is not available, and neither are answers that need it.
    NoDictionary(WorkerFailure),
    /// Another window changed the reader's dictionary, and stories were cut again.
    DictionaryChanged,
    /// The state of the browser's storage changed.
    Storage(StorageState),
    /// Another window cleared everything.
    Cleared,
    /// Another window changed the reader's texts.
    TextsChanged,
    /// Files are about to be imported, and the browser has less room than they may take. In megabytes.
    LittleRoom { needed: u32, free: u32 },
    /// Some stored texts cannot be read.
    TextsLost { detail: String },
    /// An import is at this text. Sent only where the course asks for it.
    ImportPosition { ticket: u32, at: ImportPosition },
    /// A part of an import is done, and stored or reported as not stored.
    Imported {
        ticket: u32,
        /// The number of texts done, and of parts that give none.
        done: u32,
        total: u32,
        /// The place of the next text.
        next: ImportPlace,
        /// The texts that found no room since the last message.
        left_out: Vec<LeftOut>,
        /// The change since the last message.
        part: Box<TextChange>,
    },
    /// Megabytes of text that the thread's memory still has room for.
    Room { megabytes: u32 },
    /// The answer to a query.
    Answer { ticket: u32, result: Result<Answer, EngineError> },
    /// The answer to a query as JSON, whose bytes travel beside this message.
    Json { ticket: u32 },
}

/// The progress of something long.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// The stage it is at.
    pub stage: Stage,
    /// The amount done.
    pub done: u32,
    /// The whole amount; 0 when unknown.
    pub total: u32,
}

impl Progress {
    /// Makes that of a file that has come whole, of whatever size.
    pub fn come(stage: Stage) -> Self {
        Self { stage, done: 1, total: 1 }
    }

    /// Returns true if it is of a file that has come whole.
    pub fn has_come(&self) -> bool {
        matches!(self.stage, Stage::Model | Stage::Dictionary) && self.total > 0 && self.done >= self.total
    }
}

/// The stages of the app's start, and of what is loaded later.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Stage {
    /// The model is fetched; counted in bytes.
    Model,
    /// jieba's dictionary is fetched; counted in bytes.
    Dictionary,
    /// jieba's dictionary is read; counted in entries.
    Lexicon,
    /// The reader's texts are read from the browser's storage; counted in texts.
    Texts,
    /// The stories are cut into words; counted in stories.
    Stories,
    /// The stories are compared with each other; counted in stories.
    Matrix,
    /// Files are imported; counted in texts, of one file or a few.
    Import,
    /// One long text is cut into stories; counted in bytes.
    Cutting,
}

/// Encodes a message, and returns its bytes with the buffer to be handed over.
#[expect(clippy::expect_used, reason = "postcard writes any of our types into memory")]
pub(super) fn encode(message: &impl Serialize) -> (Uint8Array, Array) {
    let bytes = postcard::to_allocvec(message).expect("messages are plain data");
    let bytes = Uint8Array::from(bytes.as_slice());
    let buffer = Array::of1(&bytes.buffer());
    (bytes, buffer)
}

/// Posts a reply to the page.
#[cfg(feature = "worker")]
#[expect(clippy::expect_used, reason = "the port is our own")]
pub(super) fn post(port: &DedicatedWorkerGlobalScope, reply: &Reply) {
    let (bytes, buffer) = encode(reply);
    port.post_message_with_transfer(&bytes, &buffer).expect("a worker's port accepts a buffer it owns");
}

/// Posts the answer to a query, in the form that the page asked for.
#[cfg(feature = "worker")]
#[expect(
    clippy::expect_used,
    reason = "serde_json writes any of our views into memory, and the port is our own"
)]
pub(super) fn post_answer(
    port: &DedicatedWorkerGlobalScope,
    (ticket, form): (u32, AnswerForm),
    result: Result<Answer, EngineError>,
) {
    match (form, result) {
        (AnswerForm::Json, Ok(answer)) => {
            let mut json = Vec::new();
            answer.write(&mut serde_json::Serializer::new(&mut json)).expect("views are plain data");
            let json = Uint8Array::from(json.as_slice());
            let (reply, buffers) = encode(&Reply::Json { ticket });
            buffers.push(&json.buffer());
            let parts = Array::of2(&reply, &json);
            port.post_message_with_transfer(&parts, &buffers)
                .expect("a worker's port accepts buffers it owns");
        }
        (_, result) => post(port, &Reply::Answer { ticket, result }),
    }
}

/// Decodes one message part; `None` if this build did not encode it.
pub(super) fn decode<T: DeserializeOwned>(part: &JsValue) -> Option<T> {
    let bytes = part.dyn_ref::<Uint8Array>()?.to_vec();
    postcard::from_bytes(&bytes).ok()
}
