//! Tables of texts: comma- or tab-separated values, one text per row.

use std::io::Cursor;

use csv::{Reader, ReaderBuilder, StringRecord};

use super::fields::{LEAST_TEXT, Role, metadata, on_first_line, place_of, role};
use crate::ingest::{Decoded, Encoding, FileError, FileFailure, Format, IngestWarning, Source};

/// Number of rows examined to find the column of texts.
const SAMPLE: usize = 200;

/// Maximum length of a column's name in characters.
const LONGEST_NAME: usize = 30;

/// The rows of a table.
pub(in crate::ingest) struct Rows {
    reader: Reader<Cursor<Vec<u8>>>,
    name: String,
    columns: Vec<String>,
    text: usize,
    row: u32,
    total: u32,
    encoding: Encoding,
    /// Warnings about the whole table; the first text carries them.
    warnings: Vec<IngestWarning>,
}

impl Rows {
    /// Finds the separator, the names of the columns and the column of texts.
    pub(in crate::ingest) fn open(name: &str, decoded: Decoded) -> Result<Self, FileError> {
        let Decoded { text, encoding, warnings } = decoded;
        let separator = separator(&text);
        let mut first = reader(separator, text.as_bytes());
        let mut record = StringRecord::new();
        let (mut lengths, mut total): (Vec<usize>, u32) = (Vec::new(), 0);
        let mut head: Vec<String> = Vec::new();
        while first.read_record(&mut record).unwrap_or(false) {
            if total == 0 {
                head = record.iter().map(|cell| cell.trim().to_owned()).collect();
            } else if (total as usize) < SAMPLE {
                lengths.resize(lengths.len().max(record.len()), 0);
                for (length, cell) in lengths.iter_mut().zip(&record) {
                    *length = length.saturating_add(cell.chars().count());
                }
            }
            total = total.saturating_add(1);
        }
        let is_named = head.iter().any(|cell| role(cell).is_some())
            || (total > 1 && head.iter().all(|cell| cell.chars().count() <= LONGEST_NAME));
        let columns: Vec<String> = if is_named {
            total = total.saturating_sub(1);
            head.clone()
        } else {
            lengths.resize(lengths.len().max(head.len()), 0);
            for (length, cell) in lengths.iter_mut().zip(&head) {
                *length = length.saturating_add(cell.chars().count());
            }
            (1..=head.len()).map(|number| number.to_string()).collect()
        };
        let longest = || {
            let free = |at: &usize| columns.get(*at).is_none_or(|name| role(name).is_none());
            let (at, length) =
                lengths.iter().copied().enumerate().rev().filter(|(at, _)| free(at)).max_by_key(|it| it.1)?;
            (length > 0 && length >= (total as usize).min(SAMPLE).saturating_mul(LEAST_TEXT)).then_some(at)
        };
        let text_column = place_of(Role::Text, columns.iter().map(String::as_str)).or_else(longest);
        let Some(text_column) = text_column else {
            return Err(FileError::NoTextColumn { found: shortened(&columns) });
        };
        let mut reader = reader(separator, Cursor::new(text.into_bytes()));
        if is_named {
            // The names were read above.
            let _ = reader.read_record(&mut record);
        }
        if total == 0 {
            return Err(FileError::Empty);
        }
        let (name, warnings) = (name.to_owned(), on_first_line(warnings));
        Ok(Self { reader, name, columns, text: text_column, row: 0, total, encoding, warnings })
    }

    /// Returns the number of rows.
    pub(in crate::ingest) fn total(&self) -> u32 {
        self.total
    }

    /// Returns the next text.
    pub(in crate::ingest) fn next(&mut self) -> Option<Result<Source, FileFailure>> {
        let mut record = StringRecord::new();
        let read = self.reader.read_record(&mut record);
        self.row = self.row.saturating_add(1);
        let name = format!("{}#{}", self.name, self.row);
        match read {
            Ok(true) => {}
            Ok(false) => return None,
            Err(error) => {
                return Some(Err(FileFailure {
                    name,
                    reason: FileError::Broken { detail: error.to_string() },
                }));
            }
        }
        let text = record.get(self.text).unwrap_or_default().to_owned();
        if text.trim().is_empty() {
            return Some(Err(FileFailure { name, reason: FileError::Empty }));
        }
        let fields = record.iter().enumerate().filter(|(at, _)| *at != self.text).map(|(at, cell)| {
            let column = self.columns.get(at).cloned().unwrap_or_else(|| at.saturating_add(1).to_string());
            (column, cell.to_owned())
        });
        let metadata = metadata(fields);
        let warnings = std::mem::take(&mut self.warnings);
        let encoding = Some(self.encoding);
        Some(Ok(Source { name, text, format: Format::Csv, encoding, metadata, warnings }))
    }
}

fn reader<R: std::io::Read>(separator: u8, input: R) -> Reader<R> {
    ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(input)
}

/// Returns the separator that is most frequent in the first line, outside quotation marks.
fn separator(text: &str) -> u8 {
    let mut quoted = false;
    let mut counts = [(b',', 0_u32), (b'\t', 0), (b';', 0), (b'|', 0)];
    for byte in text.bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted => break,
            byte if !quoted => {
                for (_, count) in counts.iter_mut().filter(|(separator, _)| *separator == byte) {
                    *count = count.saturating_add(1);
                }
            }
            _ => {}
        }
    }
    counts.iter().rev().max_by_key(|(_, count)| *count).map_or(b',', |(separator, _)| *separator)
}

/// Joins names for a message.
pub(super) fn shortened(names: &[String]) -> String {
    let shown: Vec<String> = names.iter().take(8).map(|name| name.chars().take(20).collect()).collect();
    shown.join(", ")
}
