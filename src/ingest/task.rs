//! Reading and cutting as a task by itself, which another thread can do: what a page needs before it can be made or edited.

use serde::{Deserialize, Serialize};

use super::page::{Text, read_again};
use super::{
    BlockKind, CutOptions, Decoded, Draft, Encoding, Format, Metadata, Page, Pause, Source, cut_in_steps,
    decode, pace,
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
}

/// What came of a [`ReadTask`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaskResult {
    /// The source of a pasted text.
    pub(super) source: Option<Source>,
    /// The text in another encoding.
    pub(super) text: Option<Text>,
    /// The text as it is cut; empty if that was not wanted.
    pub(super) draft: Draft,
    /// The options with which it is cut.
    pub(super) options: CutOptions,
    /// The revision that the page had.
    pub(super) revision: u32,
}

impl TaskResult {
    /// Returns true if a page is as it was when this was read for it.
    pub fn is_of(&self, page: &Page) -> bool {
        self.revision == page.revision
    }

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
            Self::Decode { bytes, .. } => bytes.len(),
        }
    }

    /// Does the task.
    pub fn run(self) -> TaskResult {
        // A pause that goes on never ends the work.
        let done = pace::at_once(self.run_in_steps(async |_| std::ops::ControlFlow::Continue(())));
        done.unwrap_or_default()
    }

    /// Does the task with pauses, as [`cut_in_steps`] does. Returns `None` if one of the pauses ended it.
    pub async fn run_in_steps(self, pause: impl Pause) -> Option<TaskResult> {
        match self {
            Self::Paste { name, text, options, metadata } => {
                let source = pasted(name, &text, metadata);
                let draft = cut_in_steps(&source.text, &source.known, options, pause).await?;
                Some(TaskResult { source: Some(source), draft, options, ..TaskResult::default() })
            }
            Self::Cut { text, known, options, revision } => {
                let draft = cut_in_steps(&text, &known, options, pause).await?;
                Some(TaskResult { draft, options, revision, ..TaskResult::default() })
            }
            Self::Decode { name, format, bytes, encoding, options, revision } => {
                let text = read_again(&name, format, bytes, encoding);
                let draft = match options {
                    Some(options) => cut_in_steps(&text.text, &text.known, options, pause).await?,
                    None => Draft::default(),
                };
                let options = options.unwrap_or_default();
                Some(TaskResult { text: Some(text), draft, options, revision, ..TaskResult::default() })
            }
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
