//! The failures between the page and its worker, as the page's side distinguishes them.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::engine::EngineError;

/// Why the analysis thread does not answer.
#[derive(Clone, Debug, Error, PartialEq, Eq, Serialize, Deserialize)]
pub enum WorkerFailure {
    /// The worker's script or WebAssembly did not load.
    #[error("the analysis thread did not load; load the page again, or put the missing files back: {detail}")]
    LoadFailed {
        /// The browser's error.
        detail: String,
    },
    /// A file that segmentation needs could not be fetched.
    #[error("the file {address} did not load ({detail}); check the connection and load the page again")]
    FileMissing {
        /// Its expected address.
        address: String,
        /// The error of the browser or the server.
        detail: String,
    },
    /// The file was fetched and cannot be read.
    #[error("{0}")]
    FileBroken(EngineError),
    /// The file can be read and is not the one this build was made with.
    #[error(
        "the file {address} ({bytes} bytes) is not the one this page was made with; load the page again, or put the file back"
    )]
    FileChanged {
        /// Its address.
        address: String,
        /// The bytes that came.
        bytes: u32,
    },
    /// The worker is of another build than the page.
    #[error(
        "the page is build {page} and its worker build {worker}; empty the browser's cache and load the page again"
    )]
    VersionMismatch {
        /// The page's build.
        page: String,
        /// The worker's build.
        worker: String,
    },
    /// The file stopped coming.
    #[error(
        "nothing came of the file {address} for {seconds} seconds; check the connection and load the page again"
    )]
    FileStalled {
        /// Its address.
        address: String,
        /// The time that the page waited.
        seconds: u32,
    },
    /// The worker did not answer the greeting in time.
    #[error("the analysis thread did not answer in {seconds} seconds; load the page again")]
    TimedOut {
        /// The time that the page waited.
        seconds: u32,
    },
    /// The worker answered another question than the one that was asked.
    #[error("the analysis thread answered another question; load the page again")]
    WrongAnswer,
    /// The worker's code panicked at this question, and would again.
    #[error(
        "the analysis thread failed at this question, which is a fault of Duìdú; please report it ({detail})"
    )]
    Crashed {
        /// The message of the panic and its place in the code.
        detail: String,
    },
    /// Workers died of the same question, and none of them panicked.
    #[error(
        "the analysis thread stopped twice at this question, most likely for want of memory; try a smaller scope, or close other tabs ({detail})"
    )]
    Lost {
        /// The browser's error.
        detail: String,
    },
    /// Workers did not respond during the same question.
    #[error(
        "the analysis thread gave no sign of life for {seconds} seconds, twice; try a smaller scope, or load the page again"
    )]
    Silent {
        /// The time that the page waited for each.
        seconds: u32,
    },
}

impl WorkerFailure {
    /// Returns the variant's name, which is the `name` of the JavaScript `Error`.
    pub fn name(&self) -> &'static str {
        match self {
            Self::LoadFailed { .. } => "LoadFailed",
            Self::FileMissing { .. } => "FileMissing",
            Self::FileBroken(_) => "FileBroken",
            Self::FileChanged { .. } => "FileChanged",
            Self::VersionMismatch { .. } => "VersionMismatch",
            Self::FileStalled { .. } => "FileStalled",
            Self::TimedOut { .. } => "TimedOut",
            Self::WrongAnswer => "WrongAnswer",
            Self::Crashed { .. } => "Crashed",
            Self::Lost { .. } => "Lost",
            Self::Silent { .. } => "Silent",
        }
    }
}

/// Why a query has no answer, as the page sees it.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum Failure {
    /// The engine refused it.
    #[error(transparent)]
    Engine(#[from] EngineError),
    /// The worker is gone.
    #[error(transparent)]
    Worker(#[from] WorkerFailure),
    /// The reader cancelled it.
    #[error("cancelled")]
    Cancelled,
}
