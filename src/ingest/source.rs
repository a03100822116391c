//! A text as it came out of a file, before it is cut into stories, and the files that give none.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{BlockKind, Encoding, IngestWarning};

/// One text of a file: its lines end in a line feed, and it holds no NUL and no byte order mark.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Source {
    /// The file's name; inside an archive or a table, with the place there: `pages.zip/2025/a.txt`, `rows.csv#3`.
    pub name: String,
    /// The text. Headings of formats that mark them begin with `#`, as in Markdown.
    pub text: String,
    /// What kind of file it was.
    pub format: Format,
    /// How its bytes were read; `None` where the format leaves no choice.
    pub encoding: Option<Encoding>,
    /// What the file says about the text.
    pub metadata: Metadata,
    /// What was dropped or mended on the way.
    pub warnings: Vec<IngestWarning>,
    /// What lines of the text are by the file's markup, by their numbers from 1, in order; the rest is found out when
    /// the text is cut.
    pub known: Vec<(u32, BlockKind)>,
}

/// Kinds of files that are read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Format {
    /// Plain text, pasted or from a file.
    #[default]
    Text,
    /// Markdown.
    Markdown,
    /// A web page.
    Html,
    /// A Word document.
    Docx,
    /// A table, one text to a row.
    Csv,
    /// One JSON object to a line, one text to an object.
    Jsonl,
    /// A PDF with a text layer, as positioned runs of text.
    Pdf,
}

/// What is known of a text beside its words; what is empty is unknown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Metadata {
    /// The headline, where a table has a column for it.
    pub headline: String,
    /// The newspaper.
    pub paper: String,
    /// The day of issue as `YYYY-MM-DD`.
    pub date: String,
    /// The series the text belongs to.
    pub series: String,
    /// Whatever else a table's row says, by column, in the order of the columns.
    pub others: Vec<(String, String)>,
}

/// A file, or a part of one, that gives no text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileFailure {
    /// Its name, as [`Source::name`] has it.
    pub name: String,
    /// Why.
    pub reason: FileError,
}

/// Why a file gives no text.
#[derive(Clone, Debug, Error, PartialEq, Eq, Serialize, Deserialize)]
pub enum FileError {
    /// It has no bytes, or nothing but white space.
    #[error("the file is empty; choose another")]
    Empty,
    /// It is no text, whatever its name says.
    #[error("this is no text but binary data; give a .txt, .md, .html, .docx, .csv, .jsonl or .zip file")]
    Binary,
    /// It is larger than this app reads at once.
    #[error("the file has {megabytes} MB and {limit} MB is the most; split it")]
    TooLarge {
        /// Its size.
        megabytes: u32,
        /// The most that is read.
        limit: u32,
    },
    /// What is inside unpacks to more than this app reads: perhaps a zip bomb.
    #[error(
        "unpacked it would have more than {limit} MB, or two hundred times its size; unpack it yourself and add the texts"
    )]
    UnpacksTooLarge {
        /// The most that is read.
        limit: u32,
    },
    /// The archive lists more files than this app reads.
    #[error("the archive lists {files} files and {limit} are the most; pack them into several archives")]
    TooManyFiles {
        /// How many it lists.
        files: u32,
        /// The most that are read.
        limit: u32,
    },
    /// The archive lists the same bytes as parts of several files, as a zip bomb does.
    #[error(
        "files of the archive lie over each other, so that it would unpack to far more than it holds; pack the files anew"
    )]
    OverlappingFiles,
    /// The archive has several files of one name, of which only the last is read.
    #[error("of several files of one name only the last was read; name them apart and pack them anew")]
    SameNames,
    /// It speaks of witnesses, as CollateX does, but not as CollateX writes them, or names none.
    #[error(
        "no witness of a collation can be read ({detail}); CollateX's form is {{\"witnesses\":[{{\"id\",\"content\"}}]}}, or \"tokens\":[{{\"t\"}}] in the place of the content"
    )]
    NoWitness {
        /// What the reader of JSON says; empty where the list is.
        detail: String,
    },
    /// An archive inside an archive inside an archive.
    #[error("archives inside archives are opened {limit} deep; unpack it yourself and add the texts")]
    NestedTooDeep {
        /// How deep they are opened.
        limit: u32,
    },
    /// The analysis thread ended while it was read.
    #[error(
        "the analysis thread ended while this was read, which is a fault of Duìdú; it was left out, please report it ({detail})"
    )]
    Crashed {
        /// What was done with it.
        detail: String,
    },
    /// The import ended before it.
    #[error("the import ended before this was read; add it again")]
    LeftOut,
    /// The memory of a page in a browser has no room for it.
    #[error(
        "it has {megabytes} MB and there is room for {room} MB of text; take out texts, or split it, and add it again"
    )]
    NoRoom {
        /// Its size.
        megabytes: u32,
        /// How much text there is room for.
        room: u32,
    },
    /// It is damaged, or encrypted.
    #[error("the file cannot be read ({detail}); save it again and add it once more")]
    Broken {
        /// What is wrong.
        detail: String,
    },
    /// A table without a column of texts.
    #[error("no column or key holds a text ({found}); name one `text`")]
    NoTextColumn {
        /// The columns there are.
        found: String,
    },
    /// A PDF that holds pictures of pages only.
    #[error("this PDF has no text layer; run text recognition (OCR) on it first")]
    NoTextLayer,
    /// A PDF in a place where none is read: the page reads them itself, with the help of the browser.
    #[error(
        "a PDF is read only in the view of own texts, and by itself; take it out of its archive and drop it there"
    )]
    PdfInside,
    /// A PDF that only opens with a password.
    #[error("this PDF asks for a password; save it without one and add it again")]
    Encrypted,
    /// This build of the page came without pdf.js, or the network is away.
    #[error(
        "the part of this page that reads PDFs cannot be loaded; save the PDF as text or reload the page"
    )]
    PdfUnavailable,
    /// A format that is not read.
    #[error(".{extension} files are not read; save it as .txt, .docx, .html or .pdf")]
    UnknownFormat {
        /// The end of its name.
        extension: String,
    },
}
