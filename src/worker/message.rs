//! What travels over the wire, as postcard bytes.

use serde::{Deserialize, Serialize};

use super::WorkerFailure;
use crate::engine::{Answer, EngineError, Query, Ready};

/// From the page to the worker.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Request {
    /// Say hello.
    Greet,
    /// Make an engine. The model's bytes travel beside this message.
    Open {
        /// Their SHA-256 in hexadecimal, where the page's browser could work it out.
        sha256: Option<String>,
    },
    /// Read jieba's dictionary. Its bytes travel beside this message.
    LoadDictionary {
        /// Their SHA-256 in hexadecimal, where the page's browser could work it out.
        sha256: Option<String>,
    },
    /// Answer a query.
    Ask { ticket: u32, query: Box<Query> },
}

/// From the worker to the page.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Reply {
    /// The worker runs, and is of this build. Answers a greeting.
    Hello { build: String },
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
    /// The dictionary that was kept cannot be read.
    DictionaryLost { detail: String },
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
    /// The stories are cut into words; counted in stories.
    Stories,
}
