//! The reader's own texts: a list of them, one page to correct, and the result of a change.

use serde::{Deserialize, Serialize};

use super::Unkept;
use crate::ingest::{
    Caution, CutOptions, DraftBlock, Encoding, FactSources, FileFailure, Format, IngestWarning, Metadata,
    OriginalLine,
};

/// An own text in a list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TextRow {
    /// Stable id of the page, such as `u1`; its stories are `u1-1`, `u1-2` and so on.
    pub id: String,
    /// The file's name, as in [`crate::ingest::Source::name`].
    pub name: String,
    /// Its file format.
    pub format: Format,
    /// The encoding its bytes were decoded with; `None` if the format leaves no choice.
    pub encoding: Option<Encoding>,
    /// True if the encoding was detected with confidence.
    pub encoding_sure: bool,
    /// The headline of its first story; empty if it has none.
    pub headline: String,
    /// The newspaper of its first story; empty if unknown.
    pub paper: String,
    /// The day of issue of its first story; empty if unknown.
    pub date: String,
    /// The series of its first story; empty if unknown.
    pub series: String,
    /// Further facts of its first story, such as its author, by name.
    pub tags: Vec<(String, String)>,
    /// Characters of the text, white space left out.
    pub characters: u32,
    /// Number of its stories.
    pub stories: u32,
    /// Number of warnings about dropped, joined or repaired text.
    pub warnings: u32,
    /// True if any lines were found to be wrapped at a column.
    pub wrapped: bool,
    /// True if the reader corrected how it is split into stories.
    pub edited: bool,
}

/// An own text to look at and correct.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TextPage {
    /// Its row in the list.
    pub row: TextRow,
    /// Revision, which grows with every change of the page; an edit that names another revision is refused.
    pub revision: u32,
    /// Before: the lines of the text as imported. The line numbers of blocks and warnings count these from 1.
    pub lines: Vec<String>,
    /// The lines that were changed on the way in, as they were: characters composed, replaced or taken out. Lines set letter
    /// by letter are among `lines` as they were.
    pub originals: Vec<OriginalLine>,
    /// After: the stories it was split into.
    pub stories: Vec<TextStory>,
    /// Warnings about dropped, joined or repaired text, from decoding and from splitting.
    pub warnings: Vec<IngestWarning>,
    /// The choices that the reader should look at, by line.
    pub cautions: Vec<Caution>,
    /// The options of its splitting.
    pub options: CutOptions,
    /// Metadata of the whole page.
    pub metadata: Metadata,
    /// True if its bytes are stored, so that another encoding can be chosen.
    pub has_bytes: bool,
    /// True if there is an edit to undo.
    pub can_undo: bool,
    /// True if there is an edit to redo.
    pub can_redo: bool,
}

/// One story of an own text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TextStory {
    /// Stable id, such as `u1-1`.
    pub id: String,
    /// Its blocks with the lines each was made from, furniture included.
    pub blocks: Vec<DraftBlock>,
    /// The metadata set by hand for this story; empty fields have the value of the page or the text.
    pub metadata: Metadata,
    /// The newspaper in force.
    pub paper: String,
    /// The day of issue in force.
    pub date: String,
    /// The series in force.
    pub series: String,
    /// The sources of paper, day and series in force: what the name of the file tells is a guess.
    pub sources: FactSources,
}

/// The beginning of a text in another encoding.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct EncodingPreview {
    /// The first lines.
    pub lines: Vec<String>,
    /// Number of characters of the whole text that the bytes do not encode, shown as U+FFFD.
    pub replaced: u32,
}

/// A change of the own texts that was made.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TextChange {
    /// Ids of the pages that are new or changed.
    pub pages: Vec<String>,
    /// Ids of the stories of those pages.
    pub stories: Vec<String>,
    /// The encoding of the first new page; `None` if there was no choice.
    pub encoding: Option<Encoding>,
    /// Warnings about those pages, at most [`TextChange::MOST_WARNINGS`].
    pub warnings: Vec<TextWarning>,
    /// Number of warnings beyond those; the pages have them.
    pub more_warnings: u32,
    /// The pages that an edit of several left changed, with their revisions, by which it is undone.
    pub changed: Vec<(String, u32)>,
    /// Lines of a table of facts that changed no page.
    pub unused: Vec<UnusedLine>,
    /// Files, or parts of them, that gave no text.
    pub failures: Vec<FileFailure>,
    /// True if an import was stopped before its end.
    pub stopped: bool,
    /// True if it ended because everything was cleared meanwhile.
    pub cleared: bool,
    /// The reason why the change will be lost when the page is closed; `None` if it is stored.
    pub unkept: Option<Unkept>,
}

impl TextChange {
    /// Maximum number of warnings in a change: ten thousand files may have many more than anybody reads.
    pub const MOST_WARNINGS: usize = 1_000;

    /// Merges a later change into this one.
    pub fn add(&mut self, later: Self) {
        let Self {
            pages,
            stories,
            encoding,
            warnings,
            more_warnings,
            changed,
            unused,
            failures,
            stopped,
            cleared,
            unkept,
        } = later;
        self.changed.extend(changed);
        self.unused.extend(unused);
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

    /// Adds a warning, or counts it if there are enough.
    pub fn warn(&mut self, warning: TextWarning) {
        if self.warnings.len() < Self::MOST_WARNINGS {
            self.warnings.push(warning);
        } else {
            self.more_warnings += 1;
        }
    }
}

/// Something that ingest did to an own text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TextWarning {
    /// The page.
    pub page: String,
    /// The file's name.
    pub name: String,
    /// The action and its place.
    pub warning: IngestWarning,
}

/// A line of a table of facts that changed no page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct UnusedLine {
    /// The line of the file, from 1.
    pub line: u32,
    /// What is wrong in it: the name of a text, or a day.
    pub text: String,
    /// The reason.
    pub problem: LineProblem,
}

/// The reason why a line of a table of facts changed no page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum LineProblem {
    /// No text has this name or id.
    NoText,
    /// Several texts have this name.
    SeveralTexts,
    /// An earlier line is about the same text.
    Twice,
    /// Its day is none.
    NotADate,
}
