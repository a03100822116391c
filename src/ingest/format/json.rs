//! JSON objects, one text to an object: a line each, or in one array.

use serde_json::{Deserializer, Map, Value};

use super::fields::{Role, metadata, place_of};
use super::table::shortened;
use crate::ingest::{Decoded, Encoding, FileError, FileFailure, Format, IngestWarning, Source};

/// How many objects without a text are told of before the first with one.
const FAILURES: u32 = 20;

/// The objects of a file.
pub(in crate::ingest) struct Objects {
    text: String,
    at: usize,
    name: String,
    number: u32,
    /// Whether the objects stand in an array.
    array: bool,
    /// How many objects at the start hold no text.
    failed: u32,
    encoding: Encoding,
    warnings: Vec<IngestWarning>,
}

impl Objects {
    /// Finds out whether the objects stand in an array.
    pub(in crate::ingest) fn open(name: &str, decoded: Decoded) -> Self {
        let Decoded { text, encoding, warnings } = decoded;
        let start = text.len() - text.trim_start().len();
        let array = text[start..].starts_with('[');
        let at = if array { start + 1 } else { start };
        Self { text, at, name: name.to_owned(), number: 0, array, failed: 0, encoding, warnings }
    }

    /// How many objects there are, where they stand on lines.
    pub(in crate::ingest) fn total(&self) -> Option<u32> {
        let is_object = |line: &str| line.trim_end().ends_with('}') && line.trim_start().starts_with('{');
        let lines = || self.text.lines().filter(|line| !line.trim().is_empty());
        (!self.array && lines().all(is_object)).then(|| u32::try_from(lines().count()).unwrap_or(u32::MAX))
    }

    /// The next text.
    pub(in crate::ingest) fn next(&mut self) -> Option<Result<Source, FileFailure>> {
        let rest = self.text.get(self.at..)?;
        let gap = |c: char| c.is_whitespace() || (self.array && c == ',');
        let rest = rest.trim_start_matches(gap);
        self.at = self.text.len() - rest.len();
        // A file that is something else altogether is not told of line by line.
        let is_other = self.failed >= FAILURES && self.failed == self.number;
        if is_other || rest.is_empty() || (self.array && rest.starts_with(']')) {
            return None;
        }
        self.number = self.number.saturating_add(1);
        let name = format!("{}#{}", self.name, self.number);
        let mut values = Deserializer::from_str(rest).into_iter::<Value>();
        let reason = match values.next() {
            Some(Ok(Value::Object(object))) => {
                self.at += values.byte_offset();
                match self.source(&name, object) {
                    Ok(source) => return Some(Ok(source)),
                    Err(reason) => reason,
                }
            }
            Some(Ok(_)) => {
                self.at += values.byte_offset().max(1);
                FileError::NoTextColumn { found: String::new() }
            }
            Some(Err(error)) => {
                // The next line may be whole again; an array with a hole is not.
                let line = rest.find('\n').map_or(self.text.len(), |end| self.at + end + 1);
                self.at = if self.array { self.text.len() } else { line };
                FileError::Broken { detail: error.to_string() }
            }
            None => return None,
        };
        self.failed = self.failed.saturating_add(1);
        Some(Err(FileFailure { name, reason }))
    }

    fn source(&mut self, name: &str, mut object: Map<String, Value>) -> Result<Source, FileError> {
        let keys: Vec<String> =
            object.iter().filter(|(_, value)| value.is_string()).map(|(key, _)| key.clone()).collect();
        let longest = || {
            let length = |key: &&String| object.get(*key).and_then(Value::as_str).map_or(0, str::len);
            keys.iter().rev().max_by_key(length).cloned()
        };
        let named =
            place_of(Role::Text, keys.iter().map(String::as_str)).and_then(|at| keys.get(at).cloned());
        let Some(key) = named.or_else(longest) else {
            let all: Vec<String> = object.keys().cloned().collect();
            return Err(FileError::NoTextColumn { found: shortened(&all) });
        };
        let Some(Value::String(text)) = object.shift_remove(&key) else { return Err(FileError::Empty) };
        let (text, mut warnings) = crate::ingest::cleaning::clean(text);
        if text.trim().is_empty() {
            return Err(FileError::Empty);
        }
        let metadata = metadata(object.into_iter().filter_map(|(key, value)| {
            let value = match value {
                Value::Null => return None,
                Value::String(value) => value,
                other => other.to_string(),
            };
            Some((key, value))
        }));
        warnings.append(&mut self.warnings);
        let encoding = Some(self.encoding);
        Ok(Source { name: name.to_owned(), text, format: Format::Jsonl, encoding, metadata, warnings })
    }
}
