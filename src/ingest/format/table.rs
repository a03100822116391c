//! Tables of texts: comma- or tab-separated values, one text per row.

use std::io::Cursor;

use csv::{Reader, ReaderBuilder, StringRecord};

use super::fields::{LEAST_TEXT, Role, metadata, on_first_line, place_of, role};
use super::quotes::paired;
use crate::ingest::{Decoded, Encoding, FileError, FileFailure, Format, IngestWarning, Source, WarningKind};

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
    separator: u8,
    row: u32,
    total: u32,
    encoding: Encoding,
    /// Warnings about the whole table; the first text carries them.
    warnings: Vec<IngestWarning>,
}

impl Rows {
    /// Finds the separator, the names of the columns and the column of texts.
    pub(in crate::ingest) fn open(name: &str, decoded: Decoded) -> Result<Self, FileError> {
        let Decoded { text, encoding, mut warnings, .. } = decoded;
        let (text, separator) = prepared(text, &mut warnings);
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
        Ok(Self { reader, name, columns, text: text_column, separator, row: 0, total, encoding, warnings })
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
        let surplus = record.len().saturating_sub(self.columns.len());
        let text = self.text_of(&record, surplus);
        let is_uneven = record.len() != self.columns.len();
        if text.trim().is_empty() {
            return Some(Err(FileFailure { name, reason: FileError::Empty }));
        }
        let last = self.text.saturating_add(surplus);
        let beside = record.iter().enumerate().filter(|(at, _)| !(self.text..=last).contains(at));
        let fields = beside.map(|(at, cell)| {
            let at = if at > last { at.saturating_sub(surplus) } else { at };
            let column = self.columns.get(at).cloned().unwrap_or_else(|| at.saturating_add(1).to_string());
            (column, cell.to_owned())
        });
        let metadata = metadata(fields);
        let mut warnings = std::mem::take(&mut self.warnings);
        if is_uneven {
            let text = format!("#{}: {}/{}", self.row, record.len(), self.columns.len());
            warnings.push(IngestWarning { line: 1, kind: WarningKind::UnevenRow, text });
        }
        let encoding = Some(self.encoding);
        Some(Ok(Source {
            name,
            text,
            format: Format::Csv,
            encoding,
            metadata,
            warnings,
            ..Source::default()
        }))
    }
}

impl Rows {
    /// A row's text: with as many more fields as the row has over the head, for which its own commas must have been
    /// taken.
    fn text_of(&self, record: &StringRecord, surplus: usize) -> String {
        let fields: Vec<&str> = record.iter().skip(self.text).take(surplus.saturating_add(1)).collect();
        fields.join(char::from(self.separator).encode_utf8(&mut [0; 4]))
    }
}

/// A table whose quotation marks pair, without a line that names the separator, and the separator.
pub(super) fn prepared(table: String, warnings: &mut Vec<IngestWarning>) -> (String, u8) {
    let (rows, separator) = match named_separator(&table) {
        Some((separator, rows)) => (rows, separator),
        None => (table.as_str(), separator(&table)),
    };
    let (rows, mended) = paired(rows, separator);
    if mended > 0 {
        let text = mended.to_string();
        warnings.push(IngestWarning { line: 1, kind: WarningKind::MendedQuote, text });
    }
    (rows.into_owned(), separator)
}

/// The separator that the first line names as Excel writes it, and the lines below: `sep=;`.
fn named_separator(text: &str) -> Option<(u8, &str)> {
    let (first, rest) = text.split_once('\n')?;
    let named = first.trim_end().trim_matches('"');
    let is_named = named.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("sep="));
    let [separator] = *named.as_bytes().get(4..)? else { return None };
    (is_named && separator.is_ascii() && separator != b'"').then_some((separator, rest))
}

pub(super) fn reader<R: std::io::Read>(separator: u8, input: R) -> Reader<R> {
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
