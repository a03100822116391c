//! A document as one line of JSON.

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use serde_json::error::Category;

use crate::corpus::{Block, BlockKind, Document, script_of};
use crate::ingest::IngestWarning;
use crate::text::{Span, is_date};

/// A document as a line of the input has it. Other keys are ignored, and `null` is the same as no key.
#[derive(Deserialize)]
pub(super) struct GivenDocument {
    #[serde(default, deserialize_with = "id")]
    id: Option<String>,
    text: String,
    /// For each line of the text its kind.
    blocks: Option<Vec<BlockKind>>,
    headline: Option<String>,
    page: Option<String>,
    paper: Option<String>,
    date: Option<String>,
    series: Option<String>,
}

/// A document as a line of the output has it.
#[derive(Serialize)]
struct WrittenDocument<'a> {
    id: &'a str,
    page: &'a str,
    paper: &'a str,
    date: &'a str,
    series: &'a str,
    headline: &'a str,
    text: &'a str,
    blocks: Vec<BlockKind>,
    /// Warnings of text that was dropped or joined when the document was read from a file.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    warnings: &'a [IngestWarning],
}

impl GivenDocument {
    /// Reads a line.
    ///
    /// # Errors
    /// The reason in words if it is no document.
    pub(super) fn read(line: &str) -> Result<Self, String> {
        serde_json::from_str(line).map_err(|error| json_fault(&error))
    }

    /// Makes the document; `id` is that of one that has none. A headline that is not the first line of the text is put
    /// there, if nothing says what the lines are.
    ///
    /// # Errors
    /// The reason in words if the fields do not fit each other.
    pub(super) fn document(self, id: impl FnOnce() -> String) -> Result<Document, String> {
        let Self { id: given, mut text, blocks, headline, page, paper, date, series } = self;
        let id = given.unwrap_or_else(id);
        let date = date.unwrap_or_default();
        if !date.is_empty() && !is_date(&date) {
            return Err(format!("`date` is “{date}”; write a day as YYYY-MM-DD"));
        }
        let headline = headline.filter(|headline| blocks.is_none() && !headline.trim().is_empty());
        if let Some(headline) = &headline {
            if headline.contains('\n') {
                return Err("`headline` has several lines".to_owned());
            }
            if text.lines().next() != Some(headline) {
                text = format!("{headline}\n{text}");
            }
        }
        if u32::try_from(text.len()).is_err() {
            return Err("`text` has more than 4 GB".to_owned());
        }
        let lines = text.split('\n').count();
        if let Some(blocks) = blocks.as_ref().filter(|blocks| blocks.len() != lines) {
            let kinds = blocks.len();
            return Err(format!(
                "`blocks` has {kinds} kinds and `text` has {lines} lines; give one for each line"
            ));
        }
        let first = if headline.is_some() { BlockKind::Headline } else { BlockKind::Paragraph };
        let kinds = blocks.unwrap_or_else(|| {
            let rest = std::iter::repeat_n(BlockKind::Paragraph, lines.saturating_sub(1));
            std::iter::once(first).chain(rest).collect()
        });
        let blocks = blocks_of(&text, &kinds);
        let is_headline = |block: &&Block| block.kind == BlockKind::Headline;
        let headline = blocks.iter().find(is_headline).map(|block| block.span.of(&text).to_owned());
        Ok(Document {
            page: page.unwrap_or_else(|| id.clone()),
            id,
            paper: paper.unwrap_or_default(),
            date,
            series: series.unwrap_or_default(),
            file: String::new(),
            tags: Vec::new(),
            headline: headline.unwrap_or_default(),
            blocks,
            script: script_of(&text),
            text,
            warnings: Vec::new(),
        })
    }
}

/// Returns the blocks of a text, one for each line that is not empty.
fn blocks_of(text: &str, kinds: &[BlockKind]) -> Vec<Block> {
    let mut start = 0;
    let blocks = text.split('\n').zip(kinds).map(|(line, &kind)| {
        let span = Span::new(start, start + line.len());
        start += line.len() + 1;
        Block { kind, span }
    });
    blocks.filter(|block| !block.span.is_empty()).collect()
}

/// Writes a document as a line.
///
/// # Errors
/// The reason in words if it cannot be written.
pub(super) fn write(document: &Document) -> Result<String, String> {
    let Document { id, page, paper, date, series, headline, text, blocks, warnings, .. } = document;
    let mut kinds = blocks.iter();
    // A line that is empty has no block.
    let kind = |line: &str| if line.is_empty() { None } else { kinds.next().map(|block| block.kind) };
    let blocks = text.split('\n').map(kind).map(|kind| kind.unwrap_or(BlockKind::Paragraph)).collect();
    let written = WrittenDocument { id, page, paper, date, series, headline, text, blocks, warnings };
    serde_json::to_string(&written).map_err(|error| error.to_string())
}

/// Says why a line cannot be read.
pub(super) fn json_fault(error: &serde_json::Error) -> String {
    let what = match error.classify() {
        Category::Data => "a field is missing or of the wrong type",
        Category::Eof | Category::Syntax | Category::Io => "it is not JSON",
    };
    // Each line is a text of its own, so the message's line is always the first.
    format!("{what}: {error}").replace(" at line 1 column ", ", at column ")
}

/// Reads an id, which is a string or a whole number.
fn id<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    match Value::deserialize(deserializer)? {
        Value::Null => Ok(None),
        Value::String(id) => Ok(Some(id)),
        Value::Number(id) if id.is_i64() || id.is_u64() => Ok(Some(id.to_string())),
        other => Err(serde::de::Error::custom(format!("`id` is {other}; give a string or a whole number"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(line: &str) -> Result<Document, String> {
        GivenDocument::read(line)?.document(|| "7".to_owned())
    }

    fn kinds(document: &Document) -> Vec<(BlockKind, &str)> {
        document.blocks.iter().map(|block| (block.kind, block.span.of(&document.text))).collect()
    }

    #[test]
    fn what_is_left_out_is_made_up() {
        let made = document(r#"{"text":"甲\n\n乙","other":[1],"paper":null}"#).unwrap();
        assert_eq!((made.id.as_str(), made.page.as_str(), made.paper.as_str()), ("7", "7", ""));
        assert_eq!(kinds(&made), [(BlockKind::Paragraph, "甲"), (BlockKind::Paragraph, "乙")]);
        let made = document(r#"{"id":12,"headline":"題","text":"文","page":"p"}"#).unwrap();
        assert_eq!((made.id.as_str(), made.page.as_str(), made.text.as_str()), ("12", "p", "題\n文"));
        assert_eq!(kinds(&made), [(BlockKind::Headline, "題"), (BlockKind::Paragraph, "文")]);
        let again = document(r#"{"headline":"題","text":"題\n文"}"#).unwrap();
        assert_eq!((again.text, again.blocks), (made.text, made.blocks));
    }

    #[test]
    fn a_document_written_is_read_as_it_was() {
        for story in crate::ingest::bundled_stories() {
            let mut story = Document::from(story);
            story.warnings.clear();
            assert_eq!(document(&write(&story).unwrap()), Ok(story));
        }
        let made = document(r#"{"id":"a","text":"\n甲\n\n乙\n","date":"2025-01-02"}"#).unwrap();
        assert_eq!(document(&write(&made).unwrap()), Ok(made));
    }

    #[test]
    fn what_does_not_fit_is_named() {
        for (line, said) in [
            ("", "it is not JSON"),
            ("{", "it is not JSON"),
            ("[]", "of the wrong type"),
            ("{}", "missing field `text`"),
            (r#"{"text":3}"#, "invalid type: integer `3`, expected a string, at column 9"),
            (r#"{"text":"","id":[1]}"#, "give a string or a whole number"),
            (r#"{"text":"","date":"gestern"}"#, "write a day as YYYY-MM-DD"),
            (r#"{"text":"甲\n乙","blocks":["headline"]}"#, "`blocks` has 1 kinds and `text` has 2 lines"),
            (r#"{"text":"甲","blocks":["title"]}"#, "unknown variant `title`"),
            (r#"{"text":"甲","headline":"乙\n丙"}"#, "several lines"),
        ] {
            let fault = document(line).unwrap_err();
            assert!(fault.contains(said), "{line}: {fault}");
        }
    }
}
