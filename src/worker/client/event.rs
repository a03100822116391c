//! What the page hears of the worker as a whole.

use crate::engine::{Answer, EngineError, Ready};
use crate::view::StorageState;
use crate::worker::{Progress, WorkerFailure};

/// What happens to the worker as a whole.
#[derive(Clone, Debug, PartialEq)]
pub enum ClientEvent {
    /// Something long has come this far.
    Progress(Progress),
    /// Analysis can begin.
    Ready(Ready),
    /// Analysis is not to be had.
    Failed(WorkerFailure),
    /// The worker was replaced by a new one, after a crash or a cancel.
    Restarted,
    /// The reader's dictionary is another now: whatever was answered before is out of date.
    DictionaryChanged,
    /// The reader's own texts are others now, here or in another window: whatever was answered before is out of date.
    TextsChanged,
    /// Files are about to be imported, and the browser has less room than they may take.
    LittleRoom {
        /// Megabytes they may take.
        needed: u32,
        /// Megabytes there are.
        free: u32,
    },
    /// Own texts fill most of the memory there is.
    MemoryFills {
        /// Megabytes of text that there is still room for.
        room: u32,
    },
    /// Some own texts that the browser kept cannot be read, and are left as they are.
    TextsLost {
        /// What is wrong with the first of them.
        detail: String,
    },
    /// A change that the browser does not keep could not be made again in a new worker.
    UnkeptLost {
        /// Why.
        detail: String,
    },
    /// The browser's storage is so from now on.
    Storage(StorageState),
    /// Another window cleared everything of the reader's.
    Cleared,
}

/// What an answer changed for every page, and whether the browser does not keep it.
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
