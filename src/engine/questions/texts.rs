//! Questions about the reader's own pages, and the session file.

use serde::{Deserialize, Serialize};

use super::super::link::link_contents;
use super::super::{Ask, Engine, EngineError};
use crate::corpus::Units;
use crate::ingest::{CutOptions, Encoding, Metadata, PageEdit, ReadTask};
use crate::view::{self, SessionAdded, Setting};

/// A change of the reader's own pages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TextEdit {
    /// Adds a text that was pasted. Files are imported another way, because their bytes travel outside the question.
    Add {
        /// The name of the page.
        name: String,
        /// The text.
        text: String,
        /// The options for splitting it into stories.
        options: CutOptions,
        /// The known metadata.
        metadata: Metadata,
    },
    /// Removes a page, or one story of a page: that story becomes furniture of the page, and can be restored.
    Remove {
        /// The page or the story.
        id: String,
    },
    /// Corrects a page.
    Edit {
        /// The page.
        id: String,
        /// The revision the edit was made for; `None` for the current one.
        revision: Option<u32>,
        /// The edit.
        edit: PageEdit,
    },
    /// Sets paper, day, series or tags of several pages. What is `None` stays as it is on each page.
    SetSources {
        /// The pages.
        ids: Vec<String>,
        /// The newspaper.
        paper: Option<String>,
        /// The day of issue, as `YYYY-MM-DD`.
        date: Option<String>,
        /// The series.
        series: Option<String>,
        /// Tags by name; one without a value is removed.
        tags: Vec<(String, String)>,
    },
    /// Sets paper, day, series and tags of several pages from the names of their files. A page whose name does not fit
    /// stays as it is.
    FillByName {
        /// The pages.
        ids: Vec<String>,
        /// The pattern, as [`crate::ingest::NamePattern`] reads it.
        pattern: String,
    },
    /// Sets headline, paper, day, series and tags of the pages that the lines of a table name. A line that names no page, or
    /// has a day that is none, changes nothing and is reported; an empty cell leaves the fact as it is.
    FillByTable {
        /// The file, as [`crate::ingest::facts_lines`] reads it.
        table: Vec<u8>,
    },
    /// Undoes an edit of several pages on those that were not changed since.
    UndoSources {
        /// The pages with the revisions that the edit left them at, as [`view::TextChange::changed`] has them.
        pages: Vec<(String, u32)>,
    },
    /// Undoes the last edit of a page.
    Undo {
        /// The page.
        id: String,
    },
    /// Redoes the edit of a page that was undone last.
    Redo {
        /// The page.
        id: String,
    },
}

/// The reader's own pages.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TextsQuestion {}

impl Ask for TextsQuestion {
    const NAME: &'static str = "texts";

    fn answer(self, engine: &mut Engine, _: Units) -> Result<Vec<view::TextRow>, EngineError> {
        Ok(engine.texts())
    }
}

/// The names of own pages and their stories in addresses.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ContentNamesQuestion {}

impl Ask for ContentNamesQuestion {
    fn answer(self, engine: &mut Engine, _: Units) -> Result<Vec<view::ContentName>, EngineError> {
        Ok(engine.content_names())
    }
}

/// One own page, to inspect and correct.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TextPageQuestion {
    /// The page, such as `u1`.
    pub id: String,
}

impl Ask for TextPageQuestion {
    fn answer(self, engine: &mut Engine, _: Units) -> Result<view::TextPage, EngineError> {
        engine.text_page(&self.id)
    }
}

/// What came of an import, as it is now.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ImportReportQuestion {
    /// The pages that came in.
    pub pages: Vec<String>,
}

impl Ask for ImportReportQuestion {
    fn answer(self, engine: &mut Engine, _: Units) -> Result<view::ImportReport, EngineError> {
        Ok(engine.import_report(&self.pages))
    }
}

/// The beginning of an own page in another encoding.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PreviewEncoding {
    /// The page.
    pub id: String,
    /// The encoding.
    pub encoding: Encoding,
}

impl Ask for PreviewEncoding {
    fn reads(&self) -> bool {
        true
    }

    fn read_task(&self, engine: &Engine) -> Result<Option<ReadTask>, EngineError> {
        engine.preview_task(&self.id, self.encoding).map(Some)
    }

    fn answer(self, engine: &mut Engine, _: Units) -> Result<view::EncodingPreview, EngineError> {
        engine.preview_encoding(self.id)
    }
}

/// An edit of the reader's own pages; the answer comes when the edit is in force.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EditTexts {
    /// The edit.
    pub edit: TextEdit,
}

impl Ask for EditTexts {
    const CHANGES: bool = true;

    fn adds_texts(&self) -> bool {
        matches!(self.edit, TextEdit::Add { .. })
    }

    fn reads(&self) -> bool {
        match &self.edit {
            TextEdit::Add { .. } | TextEdit::FillByTable { .. } => true,
            TextEdit::Edit { edit, .. } => edit.reads(),
            _ => false,
        }
    }

    fn read_task(&self, engine: &Engine) -> Result<Option<ReadTask>, EngineError> {
        engine.edit_task(&self.edit)
    }

    fn answer(self, engine: &mut Engine, _: Units) -> Result<view::TextChange, EngineError> {
        engine.edit_texts(self.edit)
    }
}

/// Own pages, dictionary and settings as a file.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ExportSession {
    /// Settings of the page.
    pub settings: Vec<(Setting, String)>,
    /// The address of the view to return to; empty for none.
    pub view: String,
}

impl Ask for ExportSession {
    fn answer(self, engine: &mut Engine, _: Units) -> Result<String, EngineError> {
        Ok(engine.export_session(self.settings, self.view))
    }
}

/// Opening a session file. Nothing that exists is replaced.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ImportSession {
    /// The file.
    pub json: String,
}

impl Ask for ImportSession {
    const CHANGES: bool = true;

    fn adds_texts(&self) -> bool {
        true
    }

    fn answer(self, engine: &mut Engine, _: Units) -> Result<view::SessionChange, EngineError> {
        engine.import_session(&self.json)
    }
}

/// Own stories packed for a link.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PackTexts {
    /// The stories; those that are not the reader's own need no packing.
    pub ids: Vec<String>,
}

impl Ask for PackTexts {
    fn answer(self, engine: &mut Engine, _: Units) -> Result<view::PackedTexts, EngineError> {
        Ok(engine.pack_texts(&self.ids))
    }
}

/// The texts that a link brings.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct LinkContentsQuestion {
    /// What [`PackTexts`] gave, as it was received.
    pub packed: String,
}

impl Ask for LinkContentsQuestion {
    fn answer(self, _: &mut Engine, _: Units) -> Result<view::LinkContents, EngineError> {
        link_contents(&self.packed)
    }
}

/// Removing what a session file added.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct UndoSession {
    /// The additions.
    pub added: SessionAdded,
}

impl Ask for UndoSession {
    const CHANGES: bool = true;

    fn answer(self, engine: &mut Engine, _: Units) -> Result<view::SessionUndone, EngineError> {
        engine.undo_session(self.added)
    }
}

/// Removing every own page and every entry of the dictionary, without a way back.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ClearEverything {}

impl Ask for ClearEverything {
    const CHANGES: bool = true;

    fn answer(self, engine: &mut Engine, _: Units) -> Result<view::Cleared, EngineError> {
        engine.clear()
    }
}
