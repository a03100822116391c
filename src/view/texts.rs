//! The reader's own texts: a list of them, one page to correct, and what a change of them came to.

use serde::{Deserialize, Serialize};

use super::Unkept;
use crate::ingest::{CutOptions, DraftBlock, Encoding, FileFailure, Format, IngestWarning, Metadata};

/// An own text in a list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TextRow {
    /// Stable name of the page, such as `u1`; its stories are `u1-1`, `u1-2` and so on.
    pub id: String,
    /// The file's name, as [`crate::ingest::Source::name`] has it.
    pub name: String,
    /// What kind of file it was.
    pub format: Format,
    /// How its bytes were read; `None` where the format leaves no choice.
    pub encoding: Option<Encoding>,
    /// Whether nothing speaks against that encoding.
    pub encoding_sure: bool,
    /// Characters of the text, white space left out.
    pub characters: u32,
    /// Its stories.
    pub stories: u32,
    /// What was dropped, joined or mended.
    pub warnings: u32,
    /// Whether any lines were found to be cut at a column.
    pub wrapped: bool,
    /// Whether the reader corrected how it is cut.
    pub edited: bool,
}

/// An own text to look at and correct.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TextPage {
    /// Its line in the list.
    pub row: TextRow,
    /// Grows with every change of the page; an edit that names another is refused.
    pub revision: u32,
    /// Before: the lines of the text as it came. The line numbers of blocks and warnings count these from 1.
    pub lines: Vec<String>,
    /// After: the stories it was cut into.
    pub stories: Vec<TextStory>,
    /// What was dropped, joined or mended, when the text was read and when it was cut.
    pub warnings: Vec<IngestWarning>,
    /// How it is cut.
    pub options: CutOptions,
    /// What is known of the whole page.
    pub metadata: Metadata,
    /// Whether its bytes are there, so that another encoding can be chosen.
    pub has_bytes: bool,
    /// Whether there is an edit to undo.
    pub can_undo: bool,
    /// Whether there is an edit to make again.
    pub can_redo: bool,
}

/// One story of an own text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TextStory {
    /// Stable name, such as `u1-1`.
    pub id: String,
    /// Its blocks with the lines each was made from; furniture is among them.
    pub blocks: Vec<DraftBlock>,
    /// What was said of this story by hand; what is empty is as the page or the text says it.
    pub metadata: Metadata,
    /// The newspaper in force.
    pub paper: String,
    /// The day of issue in force.
    pub date: String,
    /// The series in force.
    pub series: String,
}

/// The beginning of a text in another encoding.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct EncodingPreview {
    /// The first lines.
    pub lines: Vec<String>,
    /// Characters of the whole text that the bytes do not give, and that U+FFFD stands for.
    pub replaced: u32,
}

/// A change of the own texts that was made.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TextChange {
    /// The pages that are new or changed.
    pub pages: Vec<String>,
    /// The stories of those pages.
    pub stories: Vec<String>,
    /// How the bytes of the first new page were read; `None` where there was no choice.
    pub encoding: Option<Encoding>,
    /// What was dropped, joined or mended in those pages, as far as [`TextChange::MOST_WARNINGS`] reach.
    pub warnings: Vec<TextWarning>,
    /// Warnings beyond those; the pages have them.
    pub more_warnings: u32,
    /// Files, or parts of them, that gave no text.
    pub failures: Vec<FileFailure>,
    /// Whether an import was stopped before its end.
    pub stopped: bool,
    /// Whether it ended because everything was cleared meanwhile.
    pub cleared: bool,
    /// Why the change will be forgotten when the page is closed; `None` when it is kept.
    pub unkept: Option<Unkept>,
}

impl TextChange {
    /// Warnings that travel at most: ten thousand files may have many more than anybody reads.
    pub const MOST_WARNINGS: usize = 1_000;

    /// Adds what came after it.
    pub fn add(&mut self, later: Self) {
        let Self { pages, stories, encoding, warnings, more_warnings, failures, stopped, cleared, unkept } =
            later;
        self.pages.extend(pages);
        self.stories.extend(stories);
        self.encoding = self.encoding.or(encoding);
        self.more_warnings += more_warnings;
        for warning in warnings {
            self.warn(warning);
        }
        self.failures.extend(failures);
        self.stopped |= stopped;
        self.cleared |= cleared;
        self.unkept = self.unkept.take().or(unkept);
    }

    /// Adds a warning, or counts it where there are enough.
    pub fn warn(&mut self, warning: TextWarning) {
        if self.warnings.len() < Self::MOST_WARNINGS {
            self.warnings.push(warning);
        } else {
            self.more_warnings += 1;
        }
    }
}

/// Something ingest did to an own text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TextWarning {
    /// The page.
    pub page: String,
    /// The file's name.
    pub name: String,
    /// What was done, and where.
    pub warning: IngestWarning,
}
