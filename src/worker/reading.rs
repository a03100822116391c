//! The messages between the analysis thread and the one that reads files, as postcard bytes.

use serde::{Deserialize, Serialize};

use super::import_plan::{ImportPlace, ImportPlan, ImportPosition};
use super::message::ImportOptions;
use crate::ingest::{Draft, FileFailure, ReadTask, Source, TaskResult};

/// Texts that may be on their way at the same time.
pub(super) const AHEAD: usize = 16;

/// From the analysis thread to the one that reads.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum ReadRequest {
    /// Read files, and send their texts one after another. A blob of each travels beside this message, in the same order.
    Files {
        ticket: u32,
        names: Vec<String>,
        options: Box<ImportOptions>,
        plan: ImportPlan,
        /// Bytes of text that there is room for.
        room: u64,
    },
    /// A text was taken, so that another may be sent.
    Taken {
        /// Bytes of text that there is room for now.
        room: u64,
    },
    /// End the reading of files after the current text.
    Stop,
    /// Do a task that a question needs.
    Task { ticket: u32, task: Box<ReadTask> },
}

/// From the thread that reads to the analysis thread.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum ReadReply {
    /// The next text of the files. The bytes of its file travel beside it if they are kept.
    Text(Box<ReadText>),
    /// There is no further text.
    Ended {
        /// True if the reading was stopped.
        stopped: bool,
    },
    /// The result of a task.
    Task(Box<TaskResult>),
}

/// A text of the files, or the reason why there is none.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct ReadText {
    /// Its position.
    pub(super) at: ImportPosition,
    /// The place of the one after it.
    pub(super) following: ImportPlace,
    /// The number of texts after it, as far as it is known.
    pub(super) left: u32,
    /// True if it is announced and reported by itself.
    pub(super) is_careful: bool,
    /// The text as it is cut.
    pub(super) read: Result<(Source, Draft), FileFailure>,
}
