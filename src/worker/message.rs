//! What travels over the wire, as postcard bytes.

use js_sys::Uint8Array;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsCast, JsValue};

use super::WorkerFailure;
use super::import_plan::{ImportPlace, ImportPlan, ImportPosition, LeftOut};
use crate::engine::{Answer, EngineError, Query, Ready};
use crate::ingest::{CutOptions, Encoding, Metadata};
use crate::view::{StorageState, TextChange};

/// From the page to the worker.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Request {
    /// Say hello.
    Greet,
    /// Say that this thread lives.
    Ping,
    /// Make an engine. The model's bytes travel beside this message.
    Open {
        /// Their SHA-256 in hexadecimal, where the page's browser could work it out.
        sha256: Option<String>,
        /// Whether what the browser keeps is left alone, because threads died of reading it.
        bare: bool,
    },
    /// Read jieba's dictionary. Its bytes travel beside this message.
    LoadDictionary {
        /// The query that needs it.
        ticket: u32,
        /// Their SHA-256 in hexadecimal, where the page's browser could work it out.
        sha256: Option<String>,
    },
    /// Answer a query.
    Ask { ticket: u32, query: Box<Query> },
    /// Add the texts of files. A blob of each travels beside this message, in the same order.
    Import {
        ticket: u32,
        names: Vec<String>,
        options: Box<ImportOptions>,
        plan: ImportPlan,
        /// The number of clearings of everything that the page knew of when the reader began this: what was begun
        /// before a clearing is cleared with it.
        clearings: u32,
    },
    /// Load what the storage contains, or try it again.
    MendStorage,
    /// End an import after the text it is at.
    Stop { ticket: u32 },
}

/// How files are to be read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportOptions {
    /// The encoding of all of them; `None` to find it out for each.
    pub encoding: Option<Encoding>,
    /// What is known of the texts where the files say nothing.
    pub metadata: Metadata,
    /// How they are cut.
    pub cut: CutOptions,
}

/// From the worker to the page.
#[derive(Debug, Serialize, Deserialize)]
#[allow(clippy::large_enum_variant, reason = "a reply is made, written to bytes and gone")]
pub(super) enum Reply {
    /// The worker runs, and is of this build. Answers a greeting.
    Hello { build: String },
    /// The worker lives. Answers a ping.
    Pong,
    /// A query or an import is begun, or something that the page did not ask for.
    Began { ticket: Option<u32> },
    /// Nothing is left to do.
    Idle,
    /// The code panicked, and the thread ends with this message.
    Panicked {
        /// What it was doing; `None` if nothing that the page had asked for.
        ticket: Option<u32>,
        /// Where in an import it was.
        at: Option<ImportPosition>,
        /// The message of the panic and its place in the code.
        detail: String,
    },
    /// Something long is under way.
    Progress(Progress),
    /// The engine stands.
    Ready(Ready),
    /// The engine cannot be made.
    Failed(WorkerFailure),
    /// jieba's dictionary cannot be had; what needs it has no answer.
    NoDictionary(WorkerFailure),
    /// Another window changed the reader's dictionary, and stories were cut again.
    DictionaryChanged,
    /// How the browser's storage is now.
    Storage(StorageState),
    /// Another window cleared everything.
    Cleared,
    /// Another window changed the reader's texts.
    TextsChanged,
    /// Files are about to be imported, and the browser has less room than they may take. In megabytes.
    LittleRoom { needed: u32, free: u32 },
    /// Some texts that were kept cannot be read.
    TextsLost { detail: String },
    /// An import is at this text. Sent only where the course asks for it.
    ImportPosition { ticket: u32, at: ImportPosition },
    /// So much of an import is done, and kept or said to be not.
    Imported {
        ticket: u32,
        /// Texts done with, and parts that give none.
        done: u32,
        total: u32,
        /// The place it has come to.
        next: ImportPlace,
        /// What found no room since the last time.
        left_out: Vec<LeftOut>,
        /// What came since the last time.
        part: Box<TextChange>,
    },
    /// Megabytes of text that the thread's memory still has room for.
    Room { megabytes: u32 },
    /// The answer to a query.
    Answer { ticket: u32, result: Result<Answer, EngineError> },
}

/// How far something long has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// What is being done.
    pub stage: Stage,
    /// How much is done.
    pub done: u32,
    /// How much there is; 0 when unknown.
    pub total: u32,
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
    /// The stories are held against each other; counted in stories.
    Matrix,
    /// Files are imported; counted in texts, of one file or a few.
    Import,
    /// One long text is cut into stories; counted in bytes.
    Cutting,
}

/// Reads one message part; `None` when it is none of ours.
pub(super) fn decode<T: DeserializeOwned>(part: &JsValue) -> Option<T> {
    let bytes = part.dyn_ref::<Uint8Array>()?.to_vec();
    postcard::from_bytes(&bytes).ok()
}
