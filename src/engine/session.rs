//! The session file: own texts, dictionary and settings, to be opened elsewhere or later.

mod merge;

use crate::text::saturating_u32;

#[cfg(test)]
mod tests;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::ingest::Page;
use crate::lexicon::{self, Change, Correction, Edit};
use crate::view::{self, RefusedSetting, SessionAdded, SessionUndone, Setting, SettingProblem};

use super::dictionary::Direction;
use super::texts::{id, number};
use super::{Engine, EngineError, SessionError};
use merge::{Placed, digest};

/// The format name in the file.
const FORMAT: &str = "duidu-session";

/// The version of the file's layout.
const VERSION: u32 = 1;

/// The maximum number of refused settings that are named.
const NAMED: usize = 100;

/// The maximum length of the address of a view, in bytes.
const LONGEST_VIEW: usize = 64 << 10;

/// The maximum number of characters shown of such a name.
const SHOWN: usize = 60;

/// The fields read first, to tell a file of another kind or version from a broken one.
#[derive(Deserialize)]
struct Head {
    format: String,
    version: u32,
}

#[derive(Serialize, Deserialize)]
struct SessionFile {
    format: String,
    version: u32,
    /// The version of the app that wrote it.
    app: String,
    pages: Vec<SessionPage>,
    /// The reader's dictionary as a file.
    dictionary: String,
    settings: Map<String, Value>,
    /// The address of the view to return to, in which own texts are named by content; empty for none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    view: String,
}

#[derive(Serialize, Deserialize)]
struct SessionPage {
    page: Page,
    /// The file's bytes in Base64.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    bytes: Option<String>,
}

impl Engine {
    /// Writes own texts, dictionary, the given settings and the address of a view as a file.
    pub(super) fn export_session(&self, settings: Vec<(Setting, String)>, view: String) -> String {
        let setting = |(setting, value): (Setting, String)| (setting.name().to_owned(), Value::String(value));
        write(self.pages(), self.dictionary_file(), settings.into_iter().map(setting).collect(), view)
    }

    /// Adds a session file to what exists and changes none of that. Changes nothing unless all of the file can be read.
    pub(super) fn import_session(&mut self, json: &str) -> Result<view::SessionChange, EngineError> {
        let file = read(json)?;
        let pages = pages(file.pages)?;
        let (corrections, errors) = lexicon::read(&file.dictionary);
        if let Some(error) = errors.first() {
            return Err(broken(format!("dictionary: {error}")).into());
        }
        let Placed { new, already, beside, names } = self.placed(pages);
        let said = self.said_beside(corrections, &names);
        // Entries come first, because only they can fail.
        self.put_entries(&said.added)?;
        let numbers: Vec<u32> = new.iter().map(|&(number, _)| number).collect();
        for (number, page) in new {
            self.put_page(number, page);
        }
        let added = numbers.iter().filter_map(|&number| self.added_page(number)).collect();
        let (settings, refused) = settings(file.settings);
        let entries = view::EntriesMerged {
            added: saturating_u32(said.added.len()),
            already: said.already,
            conflicts: lexicon::write(&said.conflicts),
            homeless: said.homeless,
            entries: saturating_u32(self.dictionary().len()),
        };
        Ok(view::SessionChange {
            texts: self.change_of(&numbers),
            already,
            beside,
            entries,
            settings,
            refused,
            view: address(file.view),
            added: SessionAdded { pages: added, entries: said.added },
        })
    }

    /// Removes what a session file added. Anything changed since is the reader's, and stays.
    pub(super) fn undo_session(&mut self, added: SessionAdded) -> Result<SessionUndone, EngineError> {
        let SessionAdded { pages, entries } = added;
        let still = |correction: &&Correction| self.dictionary().get(&correction.key()) == Some(correction);
        let gone: Vec<Edit> =
            entries.iter().filter(still).map(|correction| Edit::Remove(correction.key())).collect();
        let known = |key| self.dictionary().get(&key).is_some();
        let there = entries.iter().filter(|correction| known(correction.key())).count();
        let removed = saturating_u32(gone.len());
        let mut changed = there - gone.len();
        self.change_entries(Change { edits: gone }, Direction::New)?;
        let mut numbers = Vec::with_capacity(pages.len());
        for page in &pages {
            let Some(number) = number(&page.id) else { continue };
            match self.added_page(number) {
                Some(now) if now == *page => numbers.push(number),
                Some(_) => changed += 1,
                None => {}
            }
        }
        self.remove_pages(&numbers);
        Ok(SessionUndone {
            texts: saturating_u32(numbers.len()),
            entries: removed,
            changed: saturating_u32(changed),
            unkept: None,
        })
    }

    /// Returns a page in its current state, for [`Engine::undo_session`].
    fn added_page(&self, number: u32) -> Option<view::AddedPage> {
        let page = self.page(number)?;
        Some(view::AddedPage { id: id(number), digest: digest(page) })
    }

    fn put_entries(&mut self, corrections: &[Correction]) -> Result<(), EngineError> {
        let edits = corrections.iter().cloned().map(Edit::Put).collect();
        self.change_entries(Change { edits }, Direction::New).map(|_| ())
    }
}

/// Writes a file.
pub(super) fn write<'a>(
    pages: impl Iterator<Item = &'a Page>,
    dictionary: String,
    settings: Map<String, Value>,
    view: String,
) -> String {
    let entry = |page: &Page| SessionPage {
        page: page.clone(),
        bytes: page.bytes.as_ref().map(|bytes| BASE64.encode(bytes)),
    };
    let file = SessionFile {
        format: FORMAT.to_owned(),
        version: VERSION,
        app: crate::VERSION.to_owned(),
        pages: pages.map(entry).collect(),
        dictionary,
        settings,
        view,
    };
    // The file has only strings, numbers and lists, which JSON can always represent.
    serde_json::to_string(&file).unwrap_or_default()
}

/// Returns the pages of a file and the number of its dictionary's entries.
pub(super) fn contents(json: &str) -> Result<(Vec<Page>, usize), SessionError> {
    let file = read(json)?;
    let (entries, errors) = lexicon::read(&file.dictionary);
    if let Some(error) = errors.first() {
        return Err(broken(format!("dictionary: {error}")));
    }
    Ok((pages(file.pages)?.into_iter().map(|(_, page)| page).collect(), entries.len()))
}

fn read(json: &str) -> Result<SessionFile, SessionError> {
    let head: Head = serde_json::from_str(json).map_err(|error| broken(error.to_string()))?;
    if head.format != FORMAT {
        return Err(broken(format!("its format is “{}”", head.format)));
    }
    if head.version > VERSION {
        return Err(SessionError::TooNew { version: head.version, known: VERSION });
    }
    serde_json::from_str(json).map_err(|error| broken(error.to_string()))
}

/// Decodes the pages, in the order of their numbers in the file.
fn pages(entries: Vec<SessionPage>) -> Result<Vec<(u32, Page)>, SessionError> {
    let mut pages = Vec::with_capacity(entries.len());
    for SessionPage { mut page, bytes } in entries {
        let number = number(&page.id).ok_or_else(|| broken(format!("page “{}”", page.id)))?;
        let bytes = bytes.map(|bytes| BASE64.decode(bytes)).transpose();
        page.bytes = bytes.map_err(|error| broken(format!("bytes of {}: {error}", page.id)))?;
        let name = page.id.clone();
        pages.push((number, page.checked().ok_or_else(|| broken(format!("page “{name}”")))?));
    }
    pages.sort_by_key(|&(number, _)| number);
    Ok(pages)
}

/// Returns the address of a view of a file, unless it is none of this page.
fn address(view: String) -> String {
    if view.starts_with("#/") && view.len() <= LONGEST_VIEW { view } else { String::new() }
}

/// Separates the known settings from those of the file that are refused.
fn settings(found: Map<String, Value>) -> (Vec<(Setting, String)>, Vec<RefusedSetting>) {
    let (mut taken, mut refused): (Vec<(Setting, String)>, Vec<RefusedSetting>) = Default::default();
    for (name, value) in found {
        let setting = Setting::from_name(&name);
        let checked = match (setting, value) {
            (None, _) => Err(SettingProblem::Unknown),
            (Some(setting), Value::String(value)) => setting.check(&value).map(|()| (setting, value)),
            (Some(_), _) => Err(SettingProblem::Invalid),
        };
        match checked {
            // An earlier page and its API wrote the same setting under two names.
            Ok((setting, _)) if taken.iter().any(|&(known, _)| known == setting) => {}
            Ok(setting) => taken.push(setting),
            Err(problem) if refused.len() < NAMED => {
                refused.push(RefusedSetting { name: name.chars().take(SHOWN).collect(), problem });
            }
            Err(_) => {}
        }
    }
    taken.sort_unstable();
    (taken, refused)
}

fn broken(detail: String) -> SessionError {
    SessionError::NotASession { detail }
}
