//! Names with digits in them: 38A, CX521, 5G, A4, COVID-19.

use crate::compare::kin::kin;
use crate::text::{Span, saturating_u32};

/// A name with digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Label {
    /// Its place.
    pub(super) span: Span,
    /// Its folded form.
    pub(super) form: String,
}

/// Finds the names of a text that consist of Latin letters and digits.
pub(super) fn labels(text: &str) -> Vec<Label> {
    let mut found: Vec<Label> = Vec::new();
    let mut run: Option<Label> = None;
    let mut close = |run: &mut Option<Label>| {
        if let Some(label) = run.take()
            && label.form.contains(|c: char| c.is_ascii_digit())
            && label.form.contains(|c: char| c.is_ascii_alphabetic())
        {
            found.push(label);
        }
    };
    for (offset, c) in text.char_indices() {
        let folded = kin(c);
        let belongs = folded.is_ascii_alphanumeric() || folded == '-' && run.is_some();
        if belongs {
            let label =
                run.get_or_insert_with(|| Label { span: Span::new(offset, offset), form: String::new() });
            label.form.push(folded);
            label.span.end = saturating_u32(offset.saturating_add(c.len_utf8()));
        } else {
            close(&mut run);
        }
    }
    close(&mut run);
    found
}
