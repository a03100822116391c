//! A text as read from a file, before it is cut into stories, and the reasons why a file yields no text.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{BlockKind, Encoding, IngestWarning};

/// A text of a file: its lines end in a line feed, and it has no NUL and no byte order mark.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Source {
    /// Name of the file; inside an archive or a table, with the position there: `pages.zip/2025/a.txt`, `rows.csv#3`.
    pub name: String,
    /// The text. Headings of formats that mark them begin with `#`, as in Markdown.
    pub text: String,
    /// The format of the file.
    pub format: Format,
    /// The encoding of its bytes; `None` if the format leaves no choice.
    pub encoding: Option<Encoding>,
    /// The metadata of the text in the file.
    pub metadata: Metadata,
    /// Warnings of what was dropped or repaired on reading.
    pub warnings: Vec<IngestWarning>,
    /// Lines that were changed on the way in, as they were, as far as the format has lines of its own: at most the first
    /// few hundred.
    pub originals: Vec<OriginalLine>,
    /// What lines of the text are by the file's markup, by their numbers from 1, in order; the rest is found out when
    /// the text is cut.
    pub known: Vec<(u32, BlockKind)>,
}

/// A line as it was in the file, before characters were taken out of it or replaced.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OriginalLine {
    /// Its number, from 1.
    pub line: u32,
    /// Its text, or the beginning of a very long one.
    pub text: String,
}

/// A format that can be read.
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
    /// A table, one text per row.
    Csv,
    /// One JSON object per line, one text per object.
    Jsonl,
    /// A PDF with a text layer, as positioned runs of text.
    Pdf,
}

/// Metadata of a text; an empty field is unknown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Metadata {
    /// The headline, if a table has a column for it.
    pub headline: String,
    /// The newspaper.
    pub paper: String,
    /// The day of issue as `YYYY-MM-DD`.
    pub date: String,
    /// The series the text belongs to.
    pub series: String,
    /// All other fields of a table's row, by column, in the order of the columns.
    pub others: Vec<(String, String)>,
}

/// A file, or a part of one, that yields no text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileFailure {
    /// Its name, in the form of [`Source::name`].
    pub name: String,
    /// The reason.
    pub reason: FileError,
}

/// A reason why a file yields no text.
#[derive(Clone, Debug, Error, PartialEq, Eq, Serialize, Deserialize)]
pub enum FileError {
    /// The file has no bytes, or nothing but white space.
    #[error("the file is empty; choose another")]
    Empty,
    /// The web page only arranges other pages in frames.
    #[error(
        "this page has no text of its own but frames that show others; open and save those ({addresses})"
    )]
    Frames {
        /// The addresses of the first of them.
        addresses: String,
    },
    /// The file is not text, whatever its name.
    #[error("this is no text but binary data; give a .txt, .md, .html, .docx, .csv, .jsonl or .zip file")]
    Binary,
    /// The file is larger than this app reads at once.
    #[error("the file has {megabytes} MB and {limit} MB is the most; split it")]
    TooLarge {
        /// Its size in megabytes.
        megabytes: u32,
        /// The limit in megabytes.
        limit: u32,
    },
    /// The content unpacks to more than this app reads: perhaps a zip bomb.
    #[error(
        "unpacked it would have more than {limit} MB, or two hundred times its size; unpack it yourself and add the texts"
    )]
    UnpacksTooLarge {
        /// The limit in megabytes.
        limit: u32,
    },
    /// The archive lists more files than this app reads.
    #[error("the archive lists {files} files and {limit} are the most; pack them into several archives")]
    TooManyFiles {
        /// Number of files it lists.
        files: u32,
        /// The limit.
        limit: u32,
    },
    /// The archive lists the same bytes as parts of several files, as a zip bomb does.
    #[error(
        "files of the archive lie over each other, so that it would unpack to far more than it holds; pack the files anew"
    )]
    OverlappingFiles,
    /// The archive has several files of one name, and only the last of them is read.
    #[error("of several files of one name only the last was read; name them apart and pack them anew")]
    SameNames,
    /// The file mentions witnesses, as CollateX does, but not in CollateX's format, or lists none.
    #[error(
        "no witness of a collation can be read ({detail}); CollateX's form is {{\"witnesses\":[{{\"id\",\"content\"}}]}}, or \"tokens\":[{{\"t\"}}] in the place of the content"
    )]
    NoWitness {
        /// Message of the JSON parser; empty if the list of witnesses is.
        detail: String,
    },
    /// An archive inside an archive inside an archive.
    #[error("archives inside archives are opened {limit} deep; unpack it yourself and add the texts")]
    NestedTooDeep {
        /// The depth to which they are opened.
        limit: u32,
    },
    /// The analysis thread ended while the file was read.
    #[error(
        "the analysis thread ended while this was read, which is a fault of Duìdú; it was left out, please report it ({detail})"
    )]
    Crashed {
        /// The message and place of the panic, or what the browser said.
        detail: String,
    },
    /// The import ended before the file was read.
    #[error("the import ended before this was read; add it again")]
    LeftOut,
    /// The memory of a browser page has no room for the file.
    #[error(
        "it has {megabytes} MB and there is room for {room} MB of text; take out texts, or split it, and add it again"
    )]
    NoRoom {
        /// Its size in megabytes.
        megabytes: u32,
        /// Megabytes of text there is room for.
        room: u32,
    },
    /// The file is damaged or encrypted.
    #[error("the file cannot be read ({detail}); save it again and add it once more")]
    Broken {
        /// The fault.
        detail: String,
    },
    /// The table has no column of texts.
    #[error("no column or key holds a text ({found}); name one `text`")]
    NoTextColumn {
        /// The columns found.
        found: String,
    },
    /// The PDF holds only pictures of pages.
    #[error("this PDF has no text layer; run text recognition (OCR) on it first")]
    NoTextLayer,
    /// The PDF is in a place where none is read: the page reads PDFs itself, with the help of the browser.
    #[error(
        "a PDF is read only in the view of own texts, and by itself; take it out of its archive and drop it there"
    )]
    PdfInside,
    /// The PDF opens only with a password.
    #[error("this PDF asks for a password; save it without one and add it again")]
    Encrypted,
    /// This build of the page has no pdf.js, or the network is unavailable.
    #[error(
        "the part of this page that reads PDFs cannot be loaded; save the PDF as text or reload the page"
    )]
    PdfUnavailable,
    /// The format is not supported.
    #[error(".{extension} files are not read; save it as .txt, .docx, .html or .pdf")]
    UnknownFormat {
        /// Extension of the file's name.
        extension: String,
    },
}
