//! The runs of letters or digits of a text, which an entry that begins or ends with one does not divide.

use std::cell::OnceCell;

use crate::segment::rules::{RuleUnits, is_letter_or_digit};
use crate::text::Span;

/// The units of a text, found when the first entry asks for them: most entries have neither letters nor
/// digits.
pub(super) struct LetterRuns<'t> {
    text: &'t str,
    /// The byte at which each unit starts.
    starts: OnceCell<Vec<usize>>,
}

impl<'t> LetterRuns<'t> {
    /// Makes the runs of `text`.
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, starts: OnceCell::new() }
    }

    /// Returns true if an entry at `span` begins or ends with a letter or digit inside a run of them, as AI
    /// does in MAIN and 5G in 15G.
    pub(super) fn divided_by(&self, span: Span) -> bool {
        let word = span.of(self.text);
        word.starts_with(is_letter_or_digit) && self.is_inside(span.start)
            || word.ends_with(is_letter_or_digit) && self.is_inside(span.end)
    }

    fn is_inside(&self, offset: u32) -> bool {
        let offset = offset as usize;
        let starts = self.starts.get_or_init(|| RuleUnits::new(self.text).map(|unit| unit.start).collect());
        offset < self.text.len() && starts.binary_search(&offset).is_err()
    }
}
