//! The result of opening a session file: its additions, and the record that undoes them.

use serde::{Deserialize, Serialize};

use super::{RefusedSetting, Setting, TextChange, Unkept};
use crate::lexicon::Correction;

/// The additions of a session file that was opened. Nothing that existed before has changed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SessionChange {
    /// The pages that are new.
    pub texts: TextChange,
    /// Pages of the file that already existed, with the same edits.
    pub already: u32,
    /// New pages whose text is that of a page here with other edits.
    pub beside: Vec<Beside>,
    /// The reader's dictionary.
    pub entries: EntriesMerged,
    /// Settings of the file that are known, for the page to apply, in the order of the list.
    pub settings: Vec<(Setting, String)>,
    /// Settings of the file that are refused.
    pub refused: Vec<RefusedSetting>,
    /// The address of the view that the file was saved in; empty for none.
    pub view: String,
    /// The record that undoes the import.
    pub added: SessionAdded,
}

/// A new page, and the one here with the same text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Beside {
    /// The new page.
    pub added: String,
    /// The existing page.
    pub here: String,
}

/// The result of merging the entries of a session file's dictionary.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct EntriesMerged {
    /// Entries that are new.
    pub added: u32,
    /// Entries that already existed.
    pub already: u32,
    /// Entries that differ from those here for the same word or place, as a file; those here remain.
    pub conflicts: String,
    /// Entries about places in texts that are not in the file.
    pub homeless: u32,
    /// The number of entries now.
    pub entries: u32,
}

impl EntriesMerged {
    /// Returns the number of entries that differ from those here.
    pub fn in_conflict(&self) -> usize {
        self.conflicts.lines().count()
    }
}

/// The additions of a session file, so that exactly those can be removed. It is complete, so that a worker that
/// replaced another can do it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionAdded {
    /// The pages.
    pub pages: Vec<AddedPage>,
    /// The entries of the dictionary.
    pub entries: Vec<Correction>,
}

impl SessionAdded {
    /// Returns true if nothing was added.
    pub fn is_empty(&self) -> bool {
        self.pages.is_empty() && self.entries.is_empty()
    }
}

/// A page as it was added.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AddedPage {
    /// Its id.
    pub id: String,
    /// A digest of it, by which a later change is recognised.
    pub digest: u64,
}

/// The result of undoing the import of a session file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SessionUndone {
    /// Pages that were removed again.
    pub texts: u32,
    /// Entries of the dictionary that were removed again.
    pub entries: u32,
    /// Pages and entries that were changed since, and remain.
    pub changed: u32,
    /// The reason why the change will be lost when the page is closed; `None` if it is stored.
    pub unkept: Option<Unkept>,
}

/// The result of removing everything of the reader's.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Cleared {
    /// The reason why something may still be stored; `None` if the browser was asked again and stores nothing.
    pub left: Option<Unkept>,
}
