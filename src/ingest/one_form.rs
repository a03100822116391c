//! One form for each character: canonical equivalents composed, and radicals replaced with the characters that they look
//! like, so that the same word is the same characters everywhere.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;

use super::positioned::character;
use super::{IngestWarning, WarningKind};
use crate::text::saturating_u32;

/// Number of replaced forms that are named.
const NAMED: usize = 20;

/// A text in one form, and a warning of what was replaced; lines stay lines.
pub(super) fn one_form(text: String) -> (String, Option<IngestWarning>) {
    if !may_change(text.as_bytes()) {
        return (text, None);
    }
    let mut formed = String::with_capacity(text.len());
    let mut replaced: BTreeSet<String> = BTreeSet::new();
    let mut first = None;
    for (number, line) in (1_usize..).zip(text.split_inclusive('\n')) {
        if !may_change(line.as_bytes()) {
            formed.push_str(line);
            continue;
        }
        let from = formed.len();
        formed.extend(line.chars().map(|c| character(c).unwrap_or(c)).nfc());
        if formed.get(from..) != Some(line) {
            first = first.or(Some(number));
            note(line, &mut replaced);
        }
    }
    let warning = first.map(|line| IngestWarning {
        line: saturating_u32(line),
        kind: WarningKind::MendedForm,
        text: replaced.into_iter().take(NAMED).collect::<Vec<_>>().join(" "),
    });
    (formed, warning)
}

/// Notes the characters of a line that have another form, each with it.
fn note(line: &str, replaced: &mut BTreeSet<String>) {
    for c in line.chars() {
        let other: String = std::iter::once(character(c).unwrap_or(c)).nfc().collect();
        if other.chars().ne(std::iter::once(c)) {
            replaced.insert(format!("{c}→{other}"));
        }
    }
}

/// A quick look at the bytes: whether any character could have another form. Those of Chinese print have none.
pub(super) fn may_change(bytes: &[u8]) -> bool {
    let mut at = 0;
    while let Some(ahead) = bytes.get(at..) {
        // ASCII, Latin letters with their marks, and most ideographs end the look at their first byte.
        let is_near = |&byte: &u8| matches!(byte, 0xC4..=0xE3 | 0xEA | 0xEF | 0xF0);
        let Some(near) = ahead.iter().position(is_near) else { return false };
        at = at.saturating_add(near);
        match bytes.get(at..).unwrap_or_default() {
            // Radicals, and the signs of Ohm, Kelvin and Ångström; angle brackets.
            [0xE2, 0xBA..=0xBF | 0x83 | 0x84 | 0x8C | 0xAB, ..]
            | [0xE2, 0x80, 0x80 | 0x81, ..]
            | [0xE3, 0x80, 0xAA..=0xAF, ..]
            | [0xE3, 0x82, 0x99 | 0x9A, ..]
            | [0xEA, 0x80..=0xAF, ..]
            | [0xEF, 0xA4..=0xAD, ..]
            | [0xEF, 0xB8, 0xA0..=0xAF, ..]
            | [0xF0, 0xAF | 0x90..=0x9E, ..]
            | [0xC4..=0xE1, ..] => return true,
            _ => at = at.saturating_add(1),
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_same_word_becomes_the_same_characters() {
        for (written, form) in [
            ("⼈民⽇報", "人民日報"),
            ("\u{F90A}庫", "金庫"),
            ("\u{2F81A}", "冬"),
            ("cafe\u{301}", "café"),
            ("か\u{3099}", "が"),
            ("\u{2126}", "Ω"),
        ] {
            let (text, warning) = one_form(format!("甲\n{written}"));
            assert_eq!(text, format!("甲\n{form}"));
            let warning = warning.unwrap();
            assert_eq!((warning.line, warning.kind), (2, WarningKind::MendedForm), "{written}");
        }
        assert_eq!(one_form("⼈".to_owned()).1.unwrap().text, "⼈→人");
    }

    #[test]
    fn what_has_one_form_stays_without_a_warning() {
        for text in ["臺灣、台灣。「」…—・", "한국어 café naïve", "１２３ＡＢＣ", "𠝹𨋢"]
        {
            assert_eq!(one_form(text.to_owned()), (text.to_owned(), None));
        }
    }

    proptest! {
        #[test]
        fn the_quick_look_misses_nothing(text: String) {
            let wanted: String = text.chars().map(|c| character(c).unwrap_or(c)).nfc().collect();
            // A mark may join the end of a line before only over no line feed.
            prop_assert_eq!(one_form(text).0, wanted);
        }
    }
}
