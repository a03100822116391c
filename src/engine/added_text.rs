//! A text to be added, as callers of `window.duidu` describe it, and what they are told afterwards.

use serde::{Deserialize, Serialize};

use super::ArgumentError;
use crate::ingest::{CutOptions, Encoding, FileFailure, Metadata};
use crate::view::{TextChange, TextWarning};

/// Extensions of names of marked-up text; any other string is plain text.
const MARKED_UP: [&str; 7] = [".md", ".html", ".htm", ".csv", ".tsv", ".jsonl", ".json"];

/// Other names of encodings.
const ALIASES: [(&str, Encoding); 9] = [
    ("utf8", Encoding::Utf8),
    ("utf-16", Encoding::Utf16Le),
    ("utf16le", Encoding::Utf16Le),
    ("utf16be", Encoding::Utf16Be),
    ("big5-hkscs", Encoding::Big5),
    ("big-5", Encoding::Big5),
    ("gbk", Encoding::Gb18030),
    ("gb2312", Encoding::Gb18030),
    ("gb-18030", Encoding::Gb18030),
];

/// The description of a text to be added, without the text.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct AddTextOptions {
    name: Option<String>,
    encoding: Option<String>,
    paper: Option<String>,
    date: Option<String>,
    series: Option<String>,
    split: Option<bool>,
}

/// A description that makes sense.
#[derive(Debug)]
pub struct TextToAdd {
    /// The name of the text.
    pub name: String,
    /// The encoding of its bytes; `None` to detect it.
    pub encoding: Option<Encoding>,
    /// The known metadata.
    pub metadata: Metadata,
    /// The options of cutting it into stories.
    pub cut: CutOptions,
    /// True if its name is that of marked-up text, so that a string is read as a file.
    pub is_marked_up: bool,
}

impl AddTextOptions {
    /// The keys that callers may give, with those of the text itself.
    pub const KEYS: &[&str] = &["name", "text", "bytes", "encoding", "paper", "date", "series", "split"];

    /// Checks the description.
    ///
    /// # Errors
    /// [`ArgumentError`] that says what to pass instead.
    pub fn checked(self) -> Result<TextToAdd, ArgumentError> {
        let Self { name, encoding, paper, date, series, split } = self;
        let [paper, date, series] = [paper, date, series].map(Option::unwrap_or_default);
        let missing = || "pass a name for the text, such as that of its file".to_owned();
        let name = name.filter(|name| !name.trim().is_empty());
        let name = name.ok_or_else(|| ArgumentError::of("name", missing()))?;
        if !date.is_empty() && !crate::text::is_date(&date) {
            let reason = format!("“{date}” is no date; write it as YYYY-MM-DD");
            return Err(ArgumentError::of("date", reason));
        }
        let end = name.to_lowercase();
        Ok(TextToAdd {
            encoding: encoding.map(|name| encoding_named(&name)).transpose()?,
            metadata: Metadata { paper, date, series, ..Metadata::default() },
            cut: CutOptions { split: split.unwrap_or(true), ..CutOptions::default() },
            is_marked_up: MARKED_UP.iter().any(|marked| end.ends_with(marked)),
            name,
        })
    }
}

/// The result of adding a text.
#[derive(Debug, Serialize)]
pub struct AddedText {
    stories: Vec<String>,
    encoding: &'static str,
    /// Remarks for the caller.
    pub warnings: Vec<TextRemark>,
}

/// Something to know of a text that was added, or the reason why it was not.
#[derive(Debug, Serialize)]
pub struct TextRemark {
    /// Its name.
    pub kind: String,
    /// It in words.
    pub message: String,
}

impl AddedText {
    /// Describes the change that came of a text.
    ///
    /// # Errors
    /// The reason why nothing was added.
    pub fn of(change: TextChange) -> Result<Self, TextRemark> {
        let TextChange { stories, pages, encoding, warnings, more_warnings, failures, .. } = change;
        if pages.is_empty()
            && let Some(FileFailure { name, reason }) = failures.first()
        {
            return Err(TextRemark { kind: name_of(reason), message: format!("{name}: {reason}") });
        }
        let more = (more_warnings > 0).then(|| TextRemark {
            kind: "more".to_owned(),
            message: format!("There are {more_warnings} more warnings; the texts have them."),
        });
        let failed = failures.iter().map(|FileFailure { name, reason }| TextRemark {
            kind: name_of(reason),
            message: format!("{name} was not added: {reason}."),
        });
        let warnings = failed.chain(warnings.iter().map(warning)).chain(more).collect();
        // A string needs no decoding, and is stored as UTF-8.
        Ok(Self { stories, encoding: encoding.unwrap_or(Encoding::Utf8).name(), warnings })
    }
}

fn encoding_named(name: &str) -> Result<Encoding, ArgumentError> {
    let wanted = name.trim().to_lowercase();
    let known = Encoding::ALL.into_iter().find(|encoding| encoding.name() == wanted);
    let alias = || ALIASES.into_iter().find(|(alias, _)| *alias == wanted).map(|(_, encoding)| encoding);
    known.or_else(alias).ok_or_else(|| {
        let names: Vec<&str> = Encoding::ALL.iter().map(|encoding| encoding.name()).collect();
        ArgumentError::of("encoding", format!("“{name}” is none of {}", names.join(", ")))
    })
}

/// Describes a warning in words, with its place.
fn warning(TextWarning { name, warning, .. }: &TextWarning) -> TextRemark {
    let kind = name_of(&warning.kind);
    let (line, text) = (warning.line, &warning.text);
    let what = match kind.as_str() {
        "joinedParagraph" => "was joined to the paragraph before, which a column had cut in two",
        "droppedFurniture" => "belongs to no story and was left out",
        "movedKicker" => "had a label printed into its sentence, which was taken out",
        "replacedCharacters" => {
            "is the first with bytes that mean nothing in this encoding; they stand as � now"
        }
        "droppedControl" => "is the first with control characters, which were taken out",
        "mixedEncodings" => "is the first in another encoding than the rest, and was read in it",
        "unsureEncoding" => "begins a text whose encoding is a guess; another would be nearly as likely",
        "brokenMarkup" => "has damaged markup, and text after it may be missing",
        "leftOutNotes" => "is the first that refers to a note whose text is missing in the file",
        "rivalledText" => {
            "begins the text of a web page, of which another part was nearly as likely to be it"
        }
        "leftOutFrame" => "begins a web page whose menus and the like were left out",
        "unwrappedColumn" => "is the first of lines that a column had cut, which were joined",
        "headlineAfterBody" => "is a headline that stood below its story and was put above it",
        "noHeadline" => "begins a story for which no headline was found",
        "joinedLetters" => "is the first of lines set letter by letter, which were joined",
        "uncertainBoundary" => "may or may not begin another story",
        _ => "was mended",
    };
    let shown = if text.is_empty() { String::new() } else { format!(" ({text})") };
    TextRemark { message: format!("{name}: line {line}{shown} {what}."), kind }
}

/// Returns the name of a variant, as it is serialized.
fn name_of(variant: &impl Serialize) -> String {
    match serde_json::to_value(variant) {
        Ok(serde_json::Value::String(name)) => name,
        Ok(serde_json::Value::Object(fields)) => fields.keys().next().cloned().unwrap_or_default(),
        _ => String::new(),
    }
}
