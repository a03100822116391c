//! The session file: own texts, dictionary and settings, to be opened elsewhere or later.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::ingest::Page;
use crate::lexicon;
use crate::view;

use super::texts::number;
use super::{Engine, EngineError, SessionError};

/// What a session file says it is.
const FORMAT: &str = "duidu-session";

/// The layout of the file.
const VERSION: u32 = 1;

/// What is read first, so that a file of another kind or version is told from a broken one.
#[derive(Deserialize)]
struct Head {
    format: String,
    version: u32,
}

#[derive(Serialize, Deserialize)]
struct File {
    format: String,
    version: u32,
    /// The version of the app that wrote it.
    app: String,
    pages: Vec<Entry>,
    /// The reader's dictionary as a file.
    dictionary: String,
    settings: Map<String, Value>,
}

#[derive(Serialize, Deserialize)]
struct Entry {
    page: Page,
    /// The file's bytes in Base64.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    bytes: Option<String>,
}

impl Engine {
    /// Own texts, dictionary and these settings as a file.
    pub(super) fn export_session(&self, settings: Vec<(String, String)>) -> String {
        let entry = |page: &Page| Entry {
            page: page.clone(),
            bytes: page.bytes.as_ref().map(|bytes| BASE64.encode(bytes)),
        };
        let file = File {
            format: FORMAT.to_owned(),
            version: VERSION,
            app: crate::VERSION.to_owned(),
            pages: self.pages().map(entry).collect(),
            dictionary: self.dictionary_file(),
            settings: settings.into_iter().map(|(name, value)| (name, Value::String(value))).collect(),
        };
        // Strings, numbers and lists of them are all there is, and those JSON can write.
        serde_json::to_string(&file).unwrap_or_default()
    }

    /// Opens a session file. Pages and entries that it names take the place of those there are; others stay. Nothing is
    /// changed unless all of it can be read.
    pub(super) fn import_session(&mut self, json: &str) -> Result<view::SessionChange, EngineError> {
        let file = read(json)?;
        let mut pages = Vec::with_capacity(file.pages.len());
        for Entry { mut page, bytes } in file.pages {
            let number = number(&page.id).ok_or_else(|| broken(format!("page “{}”", page.id)))?;
            let bytes = bytes.map(|bytes| BASE64.decode(bytes)).transpose();
            page.bytes = bytes.map_err(|error| broken(format!("bytes of {}: {error}", page.id)))?;
            let name = page.id.clone();
            pages.push((number, page.checked().ok_or_else(|| broken(format!("page “{name}”")))?));
        }
        let (_, errors) = lexicon::read(&file.dictionary);
        if let Some(error) = errors.first() {
            return Err(broken(format!("dictionary: {error}")).into());
        }
        pages.sort_by_key(|&(number, _)| number);
        let numbers: Vec<u32> = pages.iter().map(|&(number, _)| number).collect();
        for (number, page) in pages {
            self.put_page(number, page);
        }
        let entries = self.add_entries(file.dictionary)?;
        let text = |value: Value| value.as_str().map(str::to_owned);
        let settings = file.settings.into_iter().filter_map(|(name, value)| Some((name, text(value)?)));
        Ok(view::SessionChange { texts: self.change_of(&numbers), entries, settings: settings.collect() })
    }
}

fn read(json: &str) -> Result<File, SessionError> {
    let head: Head = serde_json::from_str(json).map_err(|error| broken(error.to_string()))?;
    if head.format != FORMAT {
        return Err(broken(format!("its format is “{}”", head.format)));
    }
    if head.version > VERSION {
        return Err(SessionError::TooNew { version: head.version, known: VERSION });
    }
    serde_json::from_str(json).map_err(|error| broken(error.to_string()))
}

fn broken(detail: String) -> SessionError {
    SessionError::NotASession { detail }
}
