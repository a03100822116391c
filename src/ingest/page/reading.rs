//! Reading of a page's bytes in another encoding.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::Page;
use crate::ingest::{
    BlockKind, Encoding, Format, IngestWarning, OriginalLine, ReadOptions, Source, decode, read_file,
};

/// The part of a source that depends on the encoding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::ingest) struct Text {
    pub(in crate::ingest) text: String,
    #[serde(default)]
    pub(in crate::ingest) known: Vec<(u32, BlockKind)>,
    encoding: Option<Encoding>,
    warnings: Vec<IngestWarning>,
    #[serde(default)]
    originals: Vec<OriginalLine>,
}

impl Text {
    /// Puts it into a source and returns the previous one.
    pub(super) fn swap(self, source: &mut Source) -> Self {
        Self {
            text: std::mem::replace(&mut source.text, self.text),
            known: std::mem::replace(&mut source.known, self.known),
            encoding: std::mem::replace(&mut source.encoding, self.encoding),
            warnings: std::mem::replace(&mut source.warnings, self.warnings),
            originals: std::mem::replace(&mut source.originals, self.originals),
        }
    }
}

impl Page {
    /// Returns the bytes the text was read from, or those of the text itself if the two are identical. Returns `None`
    /// if the format leaves no choice of encoding.
    pub fn file_bytes(&self) -> Option<Cow<'_, [u8]>> {
        match &self.bytes {
            Some(bytes) => Some(Cow::Borrowed(bytes)),
            None if self.source.encoding == Some(Encoding::Utf8)
                && matches!(self.source.format, Format::Text | Format::Markdown) =>
            {
                Some(Cow::Borrowed(self.source.text.as_bytes()))
            }
            None => None,
        }
    }
}

/// Reads the bytes of a file again, in the given encoding.
pub(in crate::ingest) fn read_again(name: &str, format: Format, bytes: Vec<u8>, encoding: Encoding) -> Text {
    let options = ReadOptions { encoding: Some(encoding), ..ReadOptions::default() };
    // Reads in the same way as before: a web page in another encoding has another main text.
    let found = read_file(name, bytes.clone(), options).find_map(Result::ok).map(|file| file.source);
    match found.filter(|found| found.format == format) {
        Some(found) => Text {
            text: found.text,
            known: found.known,
            encoding: Some(encoding),
            warnings: found.warnings,
            originals: found.originals,
        },
        None => {
            let decoded = decode(&bytes, Some(encoding));
            Text {
                text: decoded.text,
                known: Vec::new(),
                encoding: Some(encoding),
                warnings: decoded.warnings,
                originals: decoded.originals,
            }
        }
    }
}
