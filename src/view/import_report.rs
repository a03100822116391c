//! What came of an import: how it was cut, what to look at, and what was here already.

use serde::{Deserialize, Serialize};

use crate::ingest::CautionKind;

/// What came of an import of files or of pasted text, as it is now: pages that were removed since are left out.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ImportReport {
    /// The pages, at most [`ImportReport::MOST_PAGES`], in the order in which they came.
    pub pages: Vec<ImportedPage>,
    /// Number of pages beyond those.
    pub more_pages: u32,
    /// Number of their stories.
    pub stories: u32,
    /// Number of their lines that are part of no story.
    pub left_out: u32,
    /// The newspapers of the stories, in the order of their first stories.
    pub papers: Vec<String>,
    /// The first and the last day of issue; empty if none is known.
    pub days: (String, String),
    /// The choices to look at, by kind.
    pub cautions: Vec<CautionGroup>,
    /// The stories that are here a second time.
    pub twins: Vec<TwinStory>,
    /// The own stories to compare with each other: those imported if they are two or more, else all; none if there are
    /// fewer than two or more than [`ImportReport::MOST_COMPARED`].
    pub compared: Vec<String>,
    /// Number of all own stories.
    pub own: u32,
}

impl ImportReport {
    /// Maximum number of pages, of places of one kind, and of twins that are named.
    pub const MOST_PAGES: usize = 100;

    /// Maximum number of stories that are offered to be compared in one table.
    pub const MOST_COMPARED: usize = 24;
}

/// An imported page.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ImportedPage {
    /// Its id.
    pub id: String,
    /// The file's name.
    pub name: String,
    /// Number of its stories.
    pub stories: u32,
    /// Number of its lines that are part of no story.
    pub left_out: u32,
}

/// All choices of one kind.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CautionGroup {
    /// The kind.
    pub kind: CautionKind,
    /// Number of such choices.
    pub count: u32,
    /// The places of the first of them.
    pub places: Vec<CautionPlace>,
}

/// The place of a choice to look at.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CautionPlace {
    /// The page.
    pub page: String,
    /// The line of the page, from 1.
    pub line: u32,
    /// The headline of the story, or its first words.
    pub title: String,
}

/// An imported story that is here a second time.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TwinStory {
    /// The imported story.
    pub story: String,
    /// Its title.
    pub title: String,
    /// The other one.
    pub of: String,
    /// The title of the other one.
    pub of_title: String,
    /// True if the two texts are the same to the last character.
    pub same: bool,
    /// The share of the letters of either that the other one has too, the lower of the two, 0 to 1.
    pub share: f64,
}
