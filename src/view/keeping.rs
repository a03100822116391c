//! The state of the browser's storage, and the reasons why it may not store the reader's work.

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The reason why something is not stored. The wording is that of `window.duidu`; the page has its own.
#[derive(Clone, Debug, Error, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Unkept {
    /// There is no room.
    #[error("its storage is full")]
    Full,
    /// It was not open in time, and may still open.
    #[error("its storage is not open yet")]
    Late,
    /// A request was begun and does not end.
    #[error("its storage does not answer")]
    Silent,
    /// A later version of the page has taken it over.
    #[error("a later version of this page has taken over its storage")]
    Newer,
    /// The browser closed it.
    #[error("its storage was closed")]
    Closed,
    /// The browser, or someone outside this page, removed everything from it.
    #[error("its storage was emptied")]
    Emptied,
    /// Its content cannot be read, and is left as it is.
    #[error("what it keeps cannot be read, and was left as it is: {detail}")]
    Unreadable {
        /// The reason.
        detail: String,
    },
    /// The browser refuses.
    #[error("{detail}")]
    Refused {
        /// The browser's message.
        detail: String,
    },
}

impl Unkept {
    /// Returns its name in the names of messages.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Late => "late",
            Self::Silent => "silent",
            Self::Newer => "newer",
            Self::Closed => "closed",
            Self::Emptied => "emptied",
            Self::Unreadable { .. } => "unreadable",
            Self::Refused { .. } => "refused",
        }
    }

    /// Returns the browser's message; empty if the name says everything.
    pub fn detail(&self) -> &str {
        match self {
            Self::Unreadable { detail } | Self::Refused { detail } => detail,
            _ => "",
        }
    }
}

/// The state of the browser's storage until it changes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum StorageState {
    /// Everything here is stored.
    #[default]
    Kept,
    /// The stored data is out of reach. Anything made here lasts until the page is closed.
    Unreached(Unkept),
    /// The stored data is here, and some of it, or of what was made since, is not stored now.
    Failing {
        /// The reason.
        why: Unkept,
        /// Own texts that are not stored.
        texts: u32,
        /// Entries of the dictionary that are not stored.
        entries: u32,
    },
    /// It opened late. Its content is loaded when the reader asks for it, because it changes counts and words.
    Found {
        /// Own texts in it.
        texts: u32,
        /// Entries of the dictionary in it.
        entries: u32,
    },
    /// It is open, and its content is gone from it, though not from here.
    Emptied {
        /// True if someone removed it, and not the browser for lack of space.
        deliberate: bool,
        /// Own texts that are here.
        texts: u32,
        /// Entries of the dictionary that are here.
        entries: u32,
    },
}

impl StorageState {
    /// Returns true if confirmed data may be only here: it is lost if its worker is ended.
    pub fn is_precious(&self) -> bool {
        matches!(self, Self::Failing { .. } | Self::Emptied { .. })
    }
}
