//! Own pages as the browser keeps them, one record each, and as other windows change them.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::ingest::Page;

use super::super::Engine;

/// The layout of a record. Fields that a later version adds are left out by this one and stay empty in an older record.
const VERSION: u32 = 1;

/// A page to keep.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageRecord {
    /// The page as JSON.
    pub json: String,
    /// The file's bytes, which never change.
    pub bytes: Option<Vec<u8>>,
}

/// Why a record gives no page.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum RecordError {
    /// It is of a later version.
    #[error("it was kept by a later version of this page")]
    TooNew,
    /// It is damaged.
    #[error("{detail}")]
    Broken {
        /// What is wrong with it.
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
    /// Its bytes, about.
    pub(in super::super) fn size(&self) -> usize {
        self.json.len() + self.bytes.as_ref().map_or(0, Vec::len)
    }

    /// The page of a record.
    ///
    /// # Errors
    /// [`RecordError`] where it is damaged or of a later version.
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
    /// A page as it is to be kept; `None` when there is none any more.
    pub fn page_record(&self, number: u32) -> Option<PageRecord> {
        let page = self.texts.pages.get(&number)?;
        // Strings, numbers and lists of them are all there is, and those JSON can write.
        let json = serde_json::to_string(&WrittenRecord { version: VERSION, page }).ok()?;
        Some(PageRecord { json, bytes: page.bytes.clone() })
    }
}
