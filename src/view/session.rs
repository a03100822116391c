//! A session file that was opened: what it brought, and what takes that out again.

use serde::{Deserialize, Serialize};

use super::{RefusedSetting, Setting, TextChange, Unkept};
use crate::lexicon::Correction;

/// What a session file that was opened brought. Nothing that was there before is another now.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SessionChange {
    /// The pages that are new.
    pub texts: TextChange,
    /// Pages of the file that were there already, edits and all.
    pub already: u32,
    /// New pages whose text is that of a page here which was edited otherwise.
    pub beside: Vec<Beside>,
    /// The reader's dictionary.
    pub entries: EntriesMerged,
    /// Settings of the file that the list has, for the page to take up, in the order of the list.
    pub settings: Vec<(Setting, String)>,
    /// Settings of the file that are not taken up.
    pub refused: Vec<RefusedSetting>,
    /// What takes all of it out again.
    pub added: SessionAdded,
}

/// A new page, and the one here with the same text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Beside {
    /// The new page.
    pub added: String,
    /// The one that was there.
    pub here: String,
}

/// What became of the entries of a session file's dictionary.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct EntriesMerged {
    /// Entries that are new.
    pub added: u32,
    /// Entries that were there already.
    pub already: u32,
    /// Entries about words or places of which something else was said here, as a file; what was said here holds.
    pub conflicts: String,
    /// Entries about places in texts that the file does not hold.
    pub homeless: u32,
    /// Entries there are now.
    pub entries: u32,
}

impl EntriesMerged {
    /// How many entries say otherwise than those here.
    pub fn in_conflict(&self) -> usize {
        self.conflicts.lines().count()
    }
}

/// What a session file added, so that it can be taken out and nothing else with it. It carries all that takes, so that
/// a worker that took another's place can do it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionAdded {
    /// The pages.
    pub pages: Vec<AddedPage>,
    /// The entries of the dictionary.
    pub entries: Vec<Correction>,
}

impl SessionAdded {
    /// Whether nothing was added.
    pub fn is_empty(&self) -> bool {
        self.pages.is_empty() && self.entries.is_empty()
    }
}

/// A page as it was added.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AddedPage {
    /// Its name.
    pub id: String,
    /// A digest of it, which tells whether it is another by now.
    pub digest: u64,
}

/// What taking a session out again came to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SessionUndone {
    /// Pages that are gone again.
    pub texts: u32,
    /// Entries of the dictionary that are gone again.
    pub entries: u32,
    /// Pages and entries that were changed since, and stay.
    pub changed: u32,
    /// Why the change will be forgotten when the page is closed; `None` when it is kept.
    pub unkept: Option<Unkept>,
}

/// Whether everything of the reader's was cleared.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Cleared {
    /// Why something may still be kept; `None` where the browser was asked again and keeps nothing.
    pub left: Option<Unkept>,
}
