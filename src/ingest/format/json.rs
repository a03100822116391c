//! JSON objects, one text per object: one per line, or in one array.

use std::fmt;

use serde::de::{Deserialize, MapAccess, Visitor};
use serde_json::{Deserializer, Value};

use super::fields::on_first_line;
use super::fields::{LEAST_TEXT, Role, metadata, place_of, role};
use super::table::shortened;
use crate::ingest::cleaning::clean;
use crate::ingest::{Decoded, Encoding, FileError, FileFailure, Format, IngestWarning, Source};
use crate::text::saturating_u32;

/// Maximum number of objects without a text that are reported before the first with one.
const FAILURES: u32 = 20;

/// The objects of a file.
pub(in crate::ingest) struct Objects {
    text: String,
    at: usize,
    name: String,
    number: u32,
    /// True if the objects are in an array.
    array: bool,
    /// Number of objects that yielded no text.
    failed: u32,
    encoding: Encoding,
    warnings: Vec<IngestWarning>,
}

impl Objects {
    /// Determines if the objects are in an array.
    ///
    /// # Errors
    /// [`FileError::Empty`] if there is none.
    pub(in crate::ingest) fn open(name: &str, decoded: Decoded) -> Result<Self, FileError> {
        let Decoded { text, encoding, warnings, .. } = decoded;
        let start = text.trim_start();
        let inside = start.strip_prefix('[');
        let array = inside.is_some();
        let at = text.len().saturating_sub(inside.unwrap_or(start).len());
        let warnings = on_first_line(warnings);
        let name = name.to_owned();
        let objects = Self { text, at, name, number: 0, array, failed: 0, encoding, warnings };
        if objects.rest().is_none() { Err(FileError::Empty) } else { Ok(objects) }
    }

    /// Returns the rest to read; `None` at the end.
    fn rest(&self) -> Option<&str> {
        let gap = |c: char| c.is_whitespace() || (self.array && c == ',');
        let rest = self.text.get(self.at..)?.trim_start_matches(gap);
        let is_over = rest.is_empty() || (self.array && rest.starts_with(']'));
        (!is_over).then_some(rest)
    }

    /// Returns the number of objects, if they are on lines.
    pub(in crate::ingest) fn total(&self) -> Option<u32> {
        let is_object = |line: &str| line.trim_end().ends_with('}') && line.trim_start().starts_with('{');
        let lines = || self.text.lines().filter(|line| !line.trim().is_empty());
        (!self.array && lines().all(is_object)).then(|| saturating_u32(lines().count()))
    }

    /// Returns the next text.
    pub(in crate::ingest) fn next(&mut self) -> Option<Result<Source, FileFailure>> {
        // A file of another kind altogether is not reported line by line.
        if self.failed >= FAILURES && self.failed == self.number {
            return None;
        }
        let rest = self.rest()?;
        let mut values = Deserializer::from_str(rest).into_iter::<JsonItem>();
        let read = values.next()?;
        self.at = match &read {
            Ok(_) => self.text.len().saturating_sub(rest.len()).saturating_add(values.byte_offset().max(1)),
            // The next line may be valid again; an array with a gap is not.
            Err(_) => {
                let next = rest.split_once('\n').filter(|_| !self.array).map_or("", |(_, next)| next);
                self.text.len().saturating_sub(next.len())
            }
        };
        self.number = self.number.saturating_add(1);
        let name = format!("{}#{}", self.name, self.number);
        let broken = |error: serde_json::Error| FileError::Broken { detail: error.to_string() };
        let reason = match read.map_err(broken).and_then(|item| self.source(&name, item)) {
            Ok(source) => return Some(Ok(source)),
            Err(reason) => reason,
        };
        self.failed = self.failed.saturating_add(1);
        Some(Err(FileFailure { name, reason }))
    }

    fn source(&mut self, name: &str, item: JsonItem) -> Result<Source, FileError> {
        let mut fields = item.0;
        let strings = || fields.iter().enumerate().filter(|(_, (_, value))| value.is_string());
        let named = place_of(Role::Text, strings().map(|(_, (key, _))| key.as_str()));
        let named = named.and_then(|at| strings().nth(at)).map(|(at, _)| at);
        let length = |value: &Value| value.as_str().map_or(0, |text| text.chars().count());
        let longest = || {
            let free = strings()
                .rev()
                .filter(|(_, (key, value))| role(key).is_none() && length(value) >= LEAST_TEXT);
            free.max_by_key(|(_, (_, value))| length(value)).map(|(at, _)| at)
        };
        let Some(at) = named.or_else(longest) else {
            let all: Vec<String> = fields.iter().map(|(key, _)| key.clone()).collect();
            return Err(FileError::NoTextColumn { found: shortened(&all) });
        };
        let has = |wanted: &str| fields.iter().any(|(key, _)| key == wanted);
        let is_passim = ["id", "series", "text"].into_iter().all(has);
        let (_, Value::String(text)) = fields.remove(at) else { return Err(FileError::Empty) };
        // An escape in a string can yield characters that are removed from bytes.
        let (text, mut warnings) = clean(text);
        if text.trim().is_empty() {
            return Err(FileError::Empty);
        }
        let mut metadata = metadata(fields.into_iter().filter_map(|(key, value)| {
            let value = match value {
                Value::Null => return None,
                Value::String(value) => value,
                other => other.to_string(),
            };
            Some((key, value))
        }));
        // passim gives the journal of a text as its series.
        if is_passim && metadata.paper.is_empty() {
            metadata.paper.clone_from(&metadata.series);
        }
        warnings.append(&mut self.warnings);
        let encoding = Some(self.encoding);
        Ok(Source {
            name: name.to_owned(),
            text,
            format: Format::Jsonl,
            encoding,
            metadata,
            warnings,
            ..Source::default()
        })
    }
}

/// Keys and values of an object in their own order, or a single text without a key.
struct JsonItem(Vec<(String, Value)>);

impl<'de> Deserialize<'de> for JsonItem {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ItemVisitor)
    }
}

struct ItemVisitor;

impl<'de> Visitor<'de> for ItemVisitor {
    type Value = JsonItem;

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str("an object or a string")
    }

    fn visit_str<E>(self, text: &str) -> Result<JsonItem, E> {
        Ok(JsonItem(vec![(String::new(), Value::String(text.to_owned()))]))
    }

    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<JsonItem, M::Error> {
        let mut fields = Vec::new();
        while let Some(field) = map.next_entry()? {
            fields.push(field);
        }
        Ok(JsonItem(fields))
    }
}
