//! Reading of files into texts, one after another: a file may hold many, and a broken one does not stop the rest.

use super::collatex::CollatexWitnesses;
use super::detect::read;
use super::format::{Allowance, Archive, FileKind, Objects, Rows, kind, read_docx, read_html};
use super::{Decoded, Encoding, FileError, FileFailure, Format, Metadata, Source, decode, positioned_text};
use crate::text::saturating_u32;

/// Maximum size of a file in megabytes.
pub const FILE_LIMIT: u32 = 200;

/// Maximum depth of archives inside archives.
const DEPTH_LIMIT: u32 = 2;

/// Options that a reader may set for a whole drop.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadOptions {
    /// The encoding of all files; detected for each file if `None`.
    pub encoding: Option<Encoding>,
    /// Metadata for the fields that a file leaves empty.
    pub metadata: Metadata,
}

/// One text of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileText {
    /// The text and its metadata.
    pub source: Source,
    /// The bytes it was read from, so that another encoding can be chosen later; `None` if the format leaves no choice,
    /// or if the bytes are the text's own.
    pub bytes: Option<Vec<u8>>,
}

/// A check called with name and bytes before a file is opened; a file that it refuses is a failure for that reason.
pub type Gate = dyn FnMut(&str, &[u8]) -> Result<(), FileError>;

/// The texts of a file, read one by one.
pub struct Files {
    levels: Vec<Level>,
    options: ReadOptions,
    /// Bytes that may still be unpacked.
    allowance: Allowance,
    gate: Box<Gate>,
    total: Option<u32>,
}

/// The position in a file, and in the files in it.
enum Level {
    Ready(Box<Result<FileText, FileFailure>>),
    File(String, Vec<u8>),
    Archive(Archive),
    Rows(Rows),
    Objects(Objects),
    Witnesses(CollatexWitnesses),
}

/// Reads a file by its content and, if that is not conclusive, by its name. Opening cannot fail: a broken file is one
/// failure among the texts.
pub fn read_file(name: &str, bytes: Vec<u8>, options: ReadOptions) -> Files {
    read_file_guarded(name, bytes, options, Box::new(|_, _| Ok(())))
}

/// Reads a file as [`read_file`] does, and calls `gate` before each file is opened: this one, and those in it.
pub fn read_file_guarded(name: &str, bytes: Vec<u8>, options: ReadOptions, gate: Box<Gate>) -> Files {
    let allowance = Allowance::of(bytes.len());
    let mut files = Files { levels: Vec::new(), options, gate, allowance, total: None };
    let level = files.open(printable(name), bytes);
    files.total = match &level {
        Level::Ready(_) | Level::File(..) => Some(1),
        Level::Archive(archive) => archive.total(),
        Level::Rows(rows) => Some(rows.total()),
        Level::Objects(objects) => objects.total(),
        Level::Witnesses(witnesses) => Some(witnesses.total()),
    };
    files.levels.push(level);
    files
}

impl Files {
    /// Returns the number of texts and failures, if it is known beforehand.
    pub fn total(&self) -> Option<u32> {
        self.total
    }

    fn open(&mut self, name: String, bytes: Vec<u8>) -> Level {
        match (self.gate)(&name, &bytes).and_then(|()| self.read(&name, bytes)) {
            Ok(level) => level,
            Err(reason) => Level::Ready(Box::new(Err(FileFailure { name, reason }))),
        }
    }

    fn read(&mut self, name: &str, bytes: Vec<u8>) -> Result<Level, FileError> {
        if bytes.len() > (FILE_LIMIT as usize) << 20 {
            let megabytes = saturating_u32(bytes.len() >> 20);
            return Err(FileError::TooLarge { megabytes, limit: FILE_LIMIT });
        }
        if let Some(laid_out) = positioned_text(&bytes) {
            let (text, warnings) = laid_out?;
            let (name, format, encoding) = (name.to_owned(), Format::Pdf, None);
            let source = Source { name, text, format, encoding, warnings, ..Source::default() };
            return Ok(self.ready(source, None));
        }
        let format = match kind(name, &bytes)? {
            FileKind::Text(format) => format,
            FileKind::Packed => {
                let mut archive = Archive::open(name, bytes)?;
                if archive.is_docx() {
                    return read_docx(name, &mut archive, &mut self.allowance)
                        .map(|source| self.ready(source, None));
                }
                let depth = self.levels.iter().filter(|level| matches!(level, Level::Archive(_))).count();
                if depth >= DEPTH_LIMIT as usize {
                    return Err(FileError::NestedTooDeep { limit: DEPTH_LIMIT });
                }
                archive.claim(&mut self.allowance)?;
                return Ok(Level::Archive(archive));
            }
        };
        if format == Format::Html {
            let source = read_html(name, &bytes, self.options.encoding)?;
            return Ok(self.ready(source, Some(bytes)));
        }
        let decoded = decode(&bytes, self.options.encoding);
        if decoded.text.trim().is_empty() {
            return Err(FileError::Empty);
        }
        match format {
            Format::Csv => Rows::open(name, decoded).map(Level::Rows),
            Format::Jsonl if CollatexWitnesses::are_in(&decoded.text) => {
                CollatexWitnesses::open(name, decoded).map(Level::Witnesses)
            }
            Format::Jsonl => Objects::open(name, decoded).map(Level::Objects),
            format => {
                let Decoded { text, encoding, warnings, originals } = decoded;
                let bytes = Some(bytes).filter(|bytes| bytes != text.as_bytes());
                let (name, encoding) = (name.to_owned(), Some(encoding));
                let source =
                    Source { name, text, format, encoding, warnings, originals, ..Source::default() };
                Ok(self.ready(source, bytes))
            }
        }
    }

    fn ready(&self, mut source: Source, bytes: Option<Vec<u8>>) -> Level {
        fill(&mut source.metadata, &self.options.metadata);
        Level::Ready(Box::new(Ok(FileText { source, bytes })))
    }
}

impl Iterator for Files {
    type Item = Result<FileText, FileFailure>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let source = match self.levels.last_mut()? {
                Level::Ready(_) | Level::File(..) => match self.levels.pop()? {
                    Level::Ready(item) => return Some(*item),
                    Level::File(name, bytes) => {
                        let level = self.open(name, bytes);
                        self.levels.push(level);
                        continue;
                    }
                    _ => continue,
                },
                Level::Archive(archive) => match archive.next() {
                    Some(Ok((name, bytes))) => {
                        self.levels.push(Level::File(name, bytes));
                        continue;
                    }
                    Some(Err(failure)) => return Some(Err(failure)),
                    None => None,
                },
                Level::Rows(rows) => rows.next(),
                Level::Objects(objects) => objects.next(),
                Level::Witnesses(witnesses) => witnesses.next(),
            };
            match source {
                Some(Ok(mut source)) => {
                    fill(&mut source.metadata, &self.options.metadata);
                    return Some(Ok(FileText { source, bytes: None }));
                }
                Some(Err(failure)) => return Some(Err(failure)),
                None => {
                    self.levels.pop();
                }
            }
        }
    }
}

/// Fills empty fields.
fn fill(metadata: &mut Metadata, from: &Metadata) {
    for (own, other) in [
        (&mut metadata.headline, &from.headline),
        (&mut metadata.paper, &from.paper),
        (&mut metadata.date, &from.date),
        (&mut metadata.series, &from.series),
    ] {
        if own.is_empty() {
            own.clone_from(other);
        }
    }
    for (key, value) in &from.others {
        if !metadata.others.iter().any(|(own, _)| own == key) {
            metadata.others.push((key.clone(), value.clone()));
        }
    }
}

/// Returns a name for display on one line: at most 200 characters and the end of a longer name, without controls.
pub(super) fn printable(name: &str) -> String {
    let is_shown = |c: &char| !c.is_control() && !super::cleaning::is_dropped(*c);
    let mut chars = name.chars().filter(is_shown);
    let shown: String = chars.by_ref().take(200).collect();
    // The end of the name shows what kind of file it is.
    let rest: Vec<char> = chars.collect();
    if rest.is_empty() {
        return shown;
    }
    let end: String = rest.iter().skip(rest.len().saturating_sub(16)).collect();
    format!("{shown}…{end}")
}

/// Decodes the name of a file in an archive, whatever its encoding.
pub(super) fn name_of(raw: &[u8], encoding: Encoding) -> String {
    match std::str::from_utf8(raw) {
        Ok(name) => printable(name),
        Err(_) => printable(&read(encoding, raw)),
    }
}

#[cfg(test)]
mod tests;
