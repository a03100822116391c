//! The events of the worker as a whole.

use crate::engine::{Answer, EngineError, Ready};
use crate::view::StorageState;
use crate::worker::{Progress, WorkerFailure};

/// An event of the worker as a whole.
#[derive(Clone, Debug, PartialEq)]
pub enum ClientEvent {
    /// Something long made progress.
    Progress(Progress),
    /// Questions are answered from now on.
    Ready(Ready),
    /// Questions are not answered any more.
    Failed(WorkerFailure),
    /// The worker was replaced by a new one, after a crash or a cancel.
    Restarted,
    /// The reader's dictionary is another now: whatever was answered before is out of date.
    DictionaryChanged,
    /// The reader's own texts are others now, here or in another window: whatever was answered before is out of date.
    TextsChanged,
    /// Files are about to be imported, and the browser has less room than they may take.
    LittleRoom {
        /// The megabytes they may take.
        needed: u32,
        /// The megabytes there are.
        free: u32,
    },
    /// Own texts fill most of the memory there is.
    MemoryFills {
        /// The megabytes of text that there is still room for.
        room: u32,
    },
    /// Some stored texts cannot be read, and are left as they are.
    TextsLost {
        /// The error of the first of them.
        detail: String,
    },
    /// A change that the browser did not store could not be repeated in a new worker.
    UnkeptLost {
        /// The reason.
        detail: String,
    },
    /// The state of the browser's storage changed.
    Storage(StorageState),
    /// Another window cleared everything of the reader's.
    Cleared,
}

/// Returns the events of an answer, and true if the browser did not store its change.
pub(super) fn changes(result: &Result<Answer, EngineError>) -> (Vec<ClientEvent>, bool) {
    match result {
        Ok(Answer::EditDictionary(change)) => (vec![ClientEvent::DictionaryChanged], change.unkept.is_some()),
        Ok(Answer::EditTexts(change)) => (vec![ClientEvent::TextsChanged], change.unkept.is_some()),
        Ok(Answer::ImportSession(change)) => {
            let events = vec![ClientEvent::TextsChanged, ClientEvent::DictionaryChanged];
            (events, change.texts.unkept.is_some())
        }
        Ok(Answer::UndoSession(undone)) => {
            let events = vec![ClientEvent::TextsChanged, ClientEvent::DictionaryChanged];
            (events, undone.unkept.is_some())
        }
        Ok(Answer::ClearEverything(_)) => {
            (vec![ClientEvent::TextsChanged, ClientEvent::DictionaryChanged], false)
        }
        _ => (Vec::new(), false),
    }
}
