//! The standard output, a line at a time.

use std::io::{self, BufWriter, Stdout, Write};

use serde_json::value::RawValue;

use super::end::End;
use super::progress::TerminalProgress;
use crate::engine::Answer;

/// The bytes written at once.
const BUFFER: usize = 1 << 16;

/// The standard output, and the progress that is shown beside it.
pub(super) struct Output {
    out: BufWriter<Stdout>,
    progress: TerminalProgress,
}

impl Output {
    /// Opens it.
    pub(super) fn open() -> Self {
        Self { out: BufWriter::with_capacity(BUFFER, io::stdout()), progress: TerminalProgress::default() }
    }

    /// Writes a line.
    ///
    /// # Errors
    /// [`End::Pipe`] if nobody reads it, and a failure if there is no room.
    pub(super) fn line(&mut self, line: &str) -> Result<(), End> {
        self.out.write_all(line.as_bytes())?;
        Ok(self.out.write_all(b"\n")?)
    }

    /// Writes bytes as they are.
    ///
    /// # Errors
    /// Those of [`Output::line`].
    pub(super) fn raw(&mut self, bytes: &[u8]) -> Result<(), End> {
        Ok(self.out.write_all(bytes)?)
    }

    /// Writes an answer as `window.duidu` gives it: a list one item to a line, anything else on one line.
    ///
    /// # Errors
    /// Those of [`Output::line`].
    pub(super) fn answer(&mut self, answer: &Answer) -> Result<(), End> {
        let text = written(answer)?;
        match serde_json::from_str::<Vec<&RawValue>>(&text) {
            Ok(items) => items.into_iter().try_for_each(|item| self.line(item.get())),
            Err(_) => self.line(&text),
        }
    }

    /// Counts a line or a document of the input that is done.
    pub(super) fn done(&mut self) {
        self.progress.step();
    }

    /// Writes out what is held.
    ///
    /// # Errors
    /// Those of [`Output::line`].
    pub(super) fn flush(&mut self) -> Result<(), End> {
        Ok(self.out.flush()?)
    }
}

/// Returns an answer as JSON, with its fields in the order of `window.duidu`.
///
/// # Errors
/// A failure if it cannot be written as JSON.
pub(super) fn written(answer: &Answer) -> Result<String, End> {
    let mut bytes = Vec::new();
    answer.write(&mut serde_json::Serializer::new(&mut bytes)).map_err(End::of)?;
    String::from_utf8(bytes).map_err(End::of)
}
