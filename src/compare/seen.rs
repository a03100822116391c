//! Text as it is seen: canonical equivalents, radicals and characters that nobody sees make no difference.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{compose, is_combining_mark};

use crate::ingest::of_radical;
use crate::text::is_unseen;

/// The characters of a text that are seen, each with the byte where it begins; a combining mark is a part of the letter
/// before it.
pub(super) fn seen(text: &str) -> Vec<(usize, char)> {
    let mut all: Vec<(usize, char)> = Vec::with_capacity(text.len() / 2);
    for (offset, c) in text.char_indices() {
        if is_plain(c) {
            all.push((offset, c));
            continue;
        }
        if is_unseen(c) {
            continue;
        }
        let composed =
            all.last().and_then(|(_, before)| compose(*before, c)).filter(|_| is_combining_mark(c));
        match (composed, all.last_mut()) {
            (Some(composed), Some(last)) => last.1 = composed,
            _ => all.push((offset, one(c))),
        }
    }
    all
}

/// Returns true if two pieces of text look the same.
pub(super) fn look_alike(a: &str, b: &str) -> bool {
    a == b || seen(a).into_iter().map(|(_, c)| c).eq(seen(b).into_iter().map(|(_, c)| c))
}

/// Returns true for the characters of which Chinese print mostly consists; they have no other form.
fn is_plain(c: char) -> bool {
    matches!(c, ' '..='~' | '\n' | '\u{3001}'..='\u{3029}' | '\u{4E00}'..='\u{9FFF}' | '\u{FF01}'..='\u{FF5E}')
}

/// Returns the canonical form of a character, and of a radical the character it looks like.
fn one(c: char) -> char {
    of_radical(c).unwrap_or_else(|| std::iter::once(c).nfc().next().unwrap_or(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_alike_is_alike() {
        for (a, b) in [
            ("金", "\u{F90A}"),
            ("café", "cafe\u{301}"),
            ("日", "\u{2F47}"),
            ("醫管局", "醫管\u{AD}局"),
            ("葛", "葛\u{E0100}"),
            ("☺", "☺\u{FE0F}"),
            ("Å", "\u{212B}"),
        ] {
            assert!(look_alike(a, b), "{a} {b}");
        }
        for (a, b) in [("台", "臺"), ("e", "é"), ("Ａ", "A"), ("", "甲")] {
            assert!(!look_alike(a, b), "{a} {b}");
        }
    }
}
