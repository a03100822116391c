//! The bytes of a page, read in another encoding.

use serde::{Deserialize, Serialize};

use crate::ingest::{Encoding, IngestWarning, Source};

/// What depends on the encoding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Text {
    pub(super) text: String,
    encoding: Option<Encoding>,
    warnings: Vec<IngestWarning>,
}

impl Text {
    /// Puts it into a source, and gives what was there.
    pub(super) fn swap(self, source: &mut Source) -> Self {
        Self {
            text: std::mem::replace(&mut source.text, self.text),
            encoding: std::mem::replace(&mut source.encoding, self.encoding),
            warnings: std::mem::replace(&mut source.warnings, self.warnings),
        }
    }
}

/// Reads the bytes of a source again.
pub(super) fn read_again(_source: &Source, bytes: &[u8], encoding: Encoding) -> Text {
    Text { text: String::from_utf8_lossy(bytes).into_owned(), encoding: Some(encoding), warnings: Vec::new() }
}
