//! A place in a text.

use std::ops::Range;

use serde::{Deserialize, Serialize};

/// A half-open range of bytes, on character boundaries, of the one text it was made for.
///
/// Offsets are `u32` so that native and browser builds serialise the same bytes; a text is at most 4 GiB.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

impl Span {
    /// Makes the span from byte `start` up to byte `end`.
    ///
    /// # Panics
    /// Panics if an offset is 4 GiB or more.
    #[expect(clippy::expect_used, reason = "ingest refuses texts of 4 GiB, so no offset can reach it")]
    pub fn new(start: usize, end: usize) -> Self {
        let narrow = |offset: usize| u32::try_from(offset).expect("texts are below 4 GiB");
        Self { start: narrow(start), end: narrow(end) }
    }

    /// Returns the bytes of the span as a range to index with.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Returns the part of `text` at the span; nothing if `text` is not the one the span was made for.
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or_default()
    }

    /// Returns the length in bytes.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Returns true if the span is empty.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Returns true if `inner` lies wholly inside.
    pub fn contains(self, inner: Span) -> bool {
        self.start <= inner.start && inner.end <= self.end
    }
}

/// Returns the part of a text before a byte; nothing if that byte is inside a character or beyond the end.
pub fn up_to(text: &str, end: usize) -> &str {
    text.get(..end).unwrap_or_default()
}

/// Returns the part of a text from a byte on; nothing if that byte is inside a character or beyond the end.
pub fn from(text: &str, start: usize) -> &str {
    text.get(start..).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_that_is_none_has_nothing() {
        let text = "(一)";
        assert_eq!(Span::new(1, 4).of(text), "一");
        assert_eq!((up_to(text, 4), from(text, 4)), ("(一", ")"));
        for wrong in [2, 3, 6, usize::MAX] {
            assert_eq!((up_to(text, wrong), from(text, wrong)), ("", ""));
        }
        assert_eq!((Span::new(1, 3).of(text), Span { start: 4, end: 1 }.of(text)), ("", ""));
    }
}
