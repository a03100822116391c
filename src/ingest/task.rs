//! Reading and cutting as a task by itself, which another thread can do: what must be known before a page can be made or
//! edited.

use std::ops::ControlFlow;

use serde::{Deserialize, Serialize};

use super::page::{Text, read_again};
use super::{
    BlockKind, CutOptions, Decoded, Draft, Encoding, FactsLine, Format, Metadata, Page, Source, cut_in_steps,
    decode, facts_lines, pace,
};

/// What must be read or cut.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ReadTask {
    /// A text that was pasted.
    Paste {
        /// The name of its page.
        name: String,
        /// The text.
        text: String,
        /// The options of cutting it.
        options: CutOptions,
        /// The metadata of the page.
        metadata: Metadata,
    },
    /// The text of a page, to be cut again.
    Cut {
        /// The text.
        text: String,
        /// What lines of it are by the file's markup, as in [`Source::known`].
        known: Vec<(u32, BlockKind)>,
        /// The options of cutting it.
        options: CutOptions,
        /// The revision of the page.
        revision: u32,
    },
    /// The bytes of a page's file, to be read in another encoding.
    Decode {
        /// The name of the file.
        name: String,
        /// The format as which it was read.
        format: Format,
        /// The bytes.
        bytes: Vec<u8>,
        /// The encoding.
        encoding: Encoding,
        /// The options of cutting the text; `None` if only the text is wanted.
        options: Option<CutOptions>,
        /// The revision of the page.
        revision: u32,
    },
    /// A table of facts about texts that are here, as [`facts_lines`] reads it.
    Facts {
        /// The file.
        table: Vec<u8>,
    },
}

/// What came of a [`ReadTask`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TaskResult {
    /// A pasted text.
    Pasted {
        /// The text.
        source: Source,
        /// The text as it is cut.
        draft: Draft,
        /// The options with which it is cut.
        options: CutOptions,
    },
    /// The text of a page.
    Again(ReadAgain),
    /// The lines of a table of facts, or the names of its columns if none of them names texts.
    Facts(Result<Vec<FactsLine>, String>),
}

/// The text of a page, read or cut again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadAgain {
    /// The text in another encoding, if that was the task.
    pub(super) text: Option<Text>,
    /// The text as it is cut; empty if that was not wanted.
    pub(super) draft: Draft,
    /// The options with which it is cut.
    pub(super) options: CutOptions,
    /// The revision that the page had.
    revision: u32,
}

impl TaskResult {
    /// Returns the text that was read again for a page, if that is still as it was then.
    pub fn of(self, page: &Page) -> Option<ReadAgain> {
        match self {
            Self::Again(read) if read.revision == page.revision => Some(read),
            _ => None,
        }
    }
}

impl ReadAgain {
    /// Returns the text in another encoding, if that was the task.
    pub fn decoded(&self) -> Option<&str> {
        self.text.as_ref().map(|text| text.text.as_str())
    }
}

impl ReadTask {
    /// Returns the bytes of its text.
    pub fn bytes(&self) -> usize {
        match self {
            Self::Paste { text, .. } | Self::Cut { text, .. } => text.len(),
            Self::Decode { bytes, .. } | Self::Facts { table: bytes } => bytes.len(),
        }
    }

    /// Does the task.
    pub fn run(self) -> TaskResult {
        pace::at_once(self.run_in_steps(async |_| ()))
    }

    /// Does the task with pauses, to which the number of bytes done is passed.
    pub async fn run_in_steps(self, mut pause: impl AsyncFnMut(usize)) -> TaskResult {
        // A task goes on after every pause.
        let pause = async |done| {
            pause(done).await;
            ControlFlow::Continue(())
        };
        match self {
            Self::Paste { name, text, options, metadata } => {
                let source = pasted(name, &text, metadata);
                let draft = cut_in_steps(&source.text, &source.known, options, pause).await;
                TaskResult::Pasted { source, draft: draft.unwrap_or_default(), options }
            }
            Self::Cut { text, known, options, revision } => {
                let draft = cut_in_steps(&text, &known, options, pause).await.unwrap_or_default();
                TaskResult::Again(ReadAgain { text: None, draft, options, revision })
            }
            Self::Decode { name, format, bytes, encoding, options, revision } => {
                let text = read_again(&name, format, bytes, encoding);
                let draft = match options {
                    Some(options) => cut_in_steps(&text.text, &text.known, options, pause).await,
                    None => None,
                };
                let (draft, options) = (draft.unwrap_or_default(), options.unwrap_or_default());
                TaskResult::Again(ReadAgain { text: Some(text), draft, options, revision })
            }
            Self::Facts { table } => TaskResult::Facts(facts_lines(&table)),
        }
    }
}

/// Returns the source of a pasted text, cleaned as the bytes of a file are; the encoding of a string is known.
fn pasted(name: String, text: &str, metadata: Metadata) -> Source {
    let Decoded { text, warnings, originals, .. } = decode(text.as_bytes(), Some(Encoding::Utf8));
    Source {
        name,
        text,
        format: Format::Text,
        encoding: None,
        metadata,
        warnings,
        originals,
        ..Source::default()
    }
}
