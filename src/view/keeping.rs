//! Whether the browser keeps what the reader made, and why not.

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Why something is not kept. The words are those of `window.duidu`; the page has its own.
#[derive(Clone, Debug, Error, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Unkept {
    /// There is no room.
    #[error("its storage is full")]
    Full,
    /// It was not open in time, and may still open.
    #[error("its storage is not open yet")]
    Late,
    /// It began something and does not end it.
    #[error("its storage does not answer")]
    Silent,
    /// A later version of the page made it another.
    #[error("a later version of this page has taken over its storage")]
    Newer,
    /// The browser closed it.
    #[error("its storage was closed")]
    Closed,
    /// The browser, or somebody beside this page, took everything out of it.
    #[error("its storage was emptied")]
    Emptied,
    /// What is there cannot be read, and is left as it is.
    #[error("what it keeps cannot be read, and was left as it is: {detail}")]
    Unreadable {
        /// What is wrong with it.
        detail: String,
    },
    /// The browser says no.
    #[error("{detail}")]
    Refused {
        /// What it says.
        detail: String,
    },
}

impl Unkept {
    /// Its name in the names of messages.
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

    /// What the browser says beyond that; empty where the name says it all.
    pub fn detail(&self) -> &str {
        match self {
            Self::Unreadable { detail } | Self::Refused { detail } => detail,
            _ => "",
        }
    }
}

/// How the browser's storage is, as long as it is so.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum StorageState {
    /// What is here is kept.
    #[default]
    Kept,
    /// What was kept before cannot be had. What is made here is there until the page is closed.
    Unreached(Unkept),
    /// What was kept before is here, and some of it, or of what was made since, is not kept.
    Failing {
        /// Why.
        why: Unkept,
        /// Own texts that are not kept.
        texts: u32,
        /// Entries of the dictionary that are not.
        entries: u32,
    },
    /// It opened late. What it holds comes when the reader wants it, since it changes counts and words.
    Found {
        /// Own texts it holds.
        texts: u32,
        /// Entries of the dictionary it holds.
        entries: u32,
    },
    /// It is open, and what was in it is gone from it, though not from here.
    Emptied {
        /// Whether somebody took it out, and not the browser in its need.
        deliberate: bool,
        /// Own texts that are here.
        texts: u32,
        /// Entries of the dictionary that are.
        entries: u32,
    },
}

impl StorageState {
    /// Whether what was confirmed may be only here: a worker that is ended takes it along.
    pub fn is_precious(&self) -> bool {
        matches!(self, Self::Failing { .. } | Self::Emptied { .. })
    }
}
