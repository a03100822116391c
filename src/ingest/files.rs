//! From files to texts, one after another.

use super::{Encoding, FileError, FileFailure, Format, IngestWarning, Metadata, Source};

/// What a reader may set for a whole drop.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadOptions {
    /// The encoding of everything; found out for each file where it is not set.
    pub encoding: Option<Encoding>,
    /// Fills what a file does not say about its texts.
    pub metadata: Metadata,
}

/// One text of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileText {
    /// The text and what is known of it.
    pub source: Source,
    /// The bytes it was read from, for another encoding to be chosen later.
    pub bytes: Option<Vec<u8>>,
}

/// The texts of a file, read one by one.
pub struct Files(Option<Result<FileText, FileFailure>>);

/// A text and how it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text.
    pub text: String,
    /// The encoding.
    pub encoding: Encoding,
    /// What was mended.
    pub warnings: Vec<IngestWarning>,
}

/// Bytes become text.
pub fn decode(bytes: &[u8], _encoding: Option<Encoding>) -> Decoded {
    let text = String::from_utf8_lossy(bytes).replace("\r\n", "\n").replace('\0', "");
    Decoded { text, encoding: Encoding::Utf8, warnings: Vec::new() }
}

/// Reads a file.
pub fn read_file(name: &str, bytes: Vec<u8>, options: ReadOptions) -> Files {
    let name = name.to_owned();
    if bytes.is_empty() {
        return Files(Some(Err(FileFailure { name, reason: FileError::Empty })));
    }
    let Decoded { text, encoding, warnings } = decode(&bytes, options.encoding);
    let bytes = Some(bytes).filter(|bytes| bytes != text.as_bytes());
    let source = Source {
        name,
        text,
        format: Format::Text,
        encoding: Some(encoding),
        metadata: options.metadata,
        warnings,
    };
    Files(Some(Ok(FileText { source, bytes })))
}

impl Files {
    /// How many texts there will be.
    pub fn total(&self) -> Option<u32> {
        Some(1)
    }
}

impl Iterator for Files {
    type Item = Result<FileText, FileFailure>;

    fn next(&mut self) -> Option<Self::Item> {
        self.0.take()
    }
}
