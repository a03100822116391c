//! Own pages as the browser stores them, one record each.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::ingest::Page;

use super::super::Engine;

/// The layout of a record. This version ignores fields that a later one adds; they stay empty in an older record.
const VERSION: u32 = 1;

/// A page to store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageRecord {
    /// The page as JSON.
    pub json: String,
    /// The file's bytes, which never change.
    pub bytes: Option<Vec<u8>>,
}

/// The reason why a record cannot be read.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum RecordError {
    /// It is of a later version.
    #[error("it was kept by a later version of this page")]
    TooNew,
    /// It is damaged.
    #[error("{detail}")]
    Broken {
        /// The reason.
        detail: String,
    },
}

#[derive(Serialize)]
struct WrittenRecord<'a> {
    version: u32,
    page: &'a Page,
}

#[derive(Deserialize)]
struct Version {
    version: u32,
}

#[derive(Deserialize)]
struct Read {
    page: Page,
}

impl PageRecord {
    /// Returns its approximate size in bytes.
    pub(in super::super) fn size(&self) -> usize {
        self.json.len() + self.bytes.as_ref().map_or(0, Vec::len)
    }

    /// Parses the page of a record.
    ///
    /// # Errors
    /// [`RecordError`] if it is damaged or of a later version.
    pub fn page(self) -> Result<Page, RecordError> {
        let broken = |error: serde_json::Error| RecordError::Broken { detail: error.to_string() };
        let version = |json| serde_json::from_str::<Version>(json).map(|it| it.version);
        if version(&self.json).map_err(broken)? > VERSION {
            return Err(RecordError::TooNew);
        }
        let Read { mut page } = serde_json::from_str(&self.json).map_err(broken)?;
        page.bytes = self.bytes;
        page.checked().ok_or_else(|| RecordError::Broken { detail: "its stories have no names".to_owned() })
    }
}

impl Engine {
    /// Returns a page as it is to be stored; `None` if it was removed.
    pub fn page_record(&self, number: u32) -> Option<PageRecord> {
        let page = self.texts.pages.get(&number)?;
        // A page has only strings, numbers and lists, which JSON can always represent.
        let json = serde_json::to_string(&WrittenRecord { version: VERSION, page }).ok()?;
        Some(PageRecord { json, bytes: page.bytes.clone() })
    }
}
