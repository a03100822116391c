//! What travels over the wire, as postcard bytes.

use serde::{Deserialize, Serialize};

use super::WorkerFailure;
use crate::engine::{Answer, EngineError, Query, Ready};
use crate::ingest::{CutOptions, Encoding, Metadata};
use crate::view::TextChange;

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
    /// Add the texts of files. The bytes of each travel beside this message, in the same order.
    Import {
        ticket: u32,
        names: Vec<String>,
        options: Box<ImportOptions>,
        /// Texts, and parts that give none, that an earlier worker is done with.
        from: u32,
    },
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
    /// Another window changed the reader's texts.
    TextsChanged,
    /// Files are about to be imported, and the browser has less room than they may take. In megabytes.
    LittleRoom { needed: u32, free: u32 },
    /// Some texts that were kept cannot be read.
    TextsLost { detail: String },
    /// So much of an import is done, and kept or said to be not; `part` is what came since the last time.
    Imported { ticket: u32, done: u32, total: u32, part: Box<TextChange> },
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
