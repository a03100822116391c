//! Removal of characters that are not print, and unification of line ends.

use super::one_form::{may_change as has_other_forms, one_form};
use super::{IngestWarning, OriginalLine, WarningKind};
use crate::text::{is_han, saturating_u32};

/// The most lines that are kept as they were.
const KEPT_LINES: usize = 400;

/// The most characters that are kept of one of them.
const KEPT_CHARS: usize = 2_000;

/// A clean text, and what was changed.
pub(super) struct Cleaned {
    pub(super) text: String,
    pub(super) warnings: Vec<IngestWarning>,
    /// The first lines that were changed, as they were.
    pub(super) originals: Vec<OriginalLine>,
}

/// Cleans a text as [`clean`] does, and keeps the lines that it changes.
pub(super) fn cleaned(text: String) -> Cleaned {
    // A copy is made only of texts that may change.
    let before = may_change(&text).then(|| text.clone());
    let (text, warnings) = clean(text);
    let originals = match before {
        Some(before) if !warnings.is_empty() => originals(&before, &text),
        _ => Vec::new(),
    };
    Cleaned { text, warnings, originals }
}

/// Returns the lines of a text that differ after cleaning, which keeps the number of lines.
fn originals(before: &str, after: &str) -> Vec<OriginalLine> {
    let before = before.split('\n').flat_map(|line| line.strip_suffix('\r').unwrap_or(line).split('\r'));
    let changed = (1_u32..).zip(before.zip(after.split('\n'))).filter(|(_, (before, after))| before != after);
    let original = |(line, (text, _)): (u32, (&str, _))| OriginalLine {
        line,
        text: text.chars().take(KEPT_CHARS).collect(),
    };
    changed.take(KEPT_LINES).map(original).collect()
}

/// Returns true if cleaning may change more of a text than the ends of its lines.
fn may_change(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(next) = find(bytes, at) {
        if bytes.get(next) != Some(&b'\r') {
            return true;
        }
        at = next.saturating_add(1);
    }
    has_other_forms(bytes)
}

/// A text whose lines end in a line feed, without NULs, byte order marks, marks that turn the direction of writing and
/// characters that do not show, each character in one form; with warnings of what was taken out or replaced and of what
/// could not be read. All else stays as it is.
pub(super) fn clean(text: String) -> (String, Vec<IngestWarning>) {
    let (text, mut warnings) = without_dropped(text);
    let (text, formed) = one_form(text);
    warnings.extend(formed);
    (text, warnings)
}

/// A text without what is taken out.
fn without_dropped(text: String) -> (String, Vec<IngestWarning>) {
    let Some(first) = find(text.as_bytes(), 0) else { return (text, Vec::new()) };
    let mut kept = String::with_capacity(text.len());
    let mut counts: Vec<(char, u32)> = Vec::new();
    let mut dropped_at = None;
    let mut replaced: Option<(u32, u32)> = None;
    let mut line = LineCounter::default();
    let (mut from, mut next) = (0, Some(first));
    while let Some(at) = next {
        kept.push_str(text.get(from..at).unwrap_or_default());
        let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) else { break };
        from = at.saturating_add(c.len_utf8());
        match c {
            '\r' => {
                if text.as_bytes().get(from) != Some(&b'\n') {
                    kept.push('\n');
                }
            }
            '\u{FFFD}' => {
                replaced = Some(match replaced {
                    Some((line, count)) => (line, count.saturating_add(1)),
                    None => (line.number(&kept), 1),
                });
                kept.push(c);
            }
            c if is_dropped(c) && !is_joined(c, kept.chars().next_back()) => {
                dropped_at = dropped_at.or_else(|| Some(line.number(&kept)));
                match counts.iter_mut().find(|(control, _)| *control == c) {
                    Some((_, count)) => *count = count.saturating_add(1),
                    None => counts.push((c, 1)),
                }
            }
            c => kept.push(c),
        }
        next = find(text.as_bytes(), from);
    }
    kept.push_str(text.get(from..).unwrap_or_default());

    let dropped = dropped_at.map(|line| {
        let names: Vec<String> =
            counts.iter().map(|&(c, count)| format!("U+{:04X} ×{count}", u32::from(c))).collect();
        IngestWarning { line, kind: WarningKind::DroppedControl, text: names.join(", ") }
    });
    let replaced = replaced.map(|(line, count)| IngestWarning {
        line,
        kind: WarningKind::ReplacedCharacters,
        text: count.to_string(),
    });
    (kept, replaced.into_iter().chain(dropped).collect())
}

/// Whether a character is taken out. The marks that turn the direction of writing would let a text show other words
/// than it holds; those that do not show would keep a word from being found.
pub(super) fn is_dropped(c: char) -> bool {
    matches!(c,
        '\0' | '\u{AD}' | '\u{FEFF}' | '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'
        | '\u{2066}'..='\u{2069}' | '\u{FE00}'..='\u{FE0F}' | '\u{E0000}'..='\u{E01EF}')
}

/// Whether a joiner or a selector belongs to the character before it, as in scripts that join letters and in pictures.
fn is_joined(c: char, before: Option<char>) -> bool {
    let is_other = before.is_some_and(|before| {
        !is_han(before) && !matches!(before, '\0'..='\u{2FF}' | '\u{2010}'..='\u{206F}' | '\u{3000}'..='\u{303F}' | '\u{FF00}'..='\u{FFEF}')
    });
    matches!(c, '\u{200C}' | '\u{200D}' | '\u{FE00}'..='\u{FE0F}') && is_other
}

/// Finds the next character that may have to be removed or reported, by a quick scan of the bytes.
fn find(bytes: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        let ahead = bytes.get(at..)?;
        let near =
            ahead.iter().position(|byte| matches!(byte, 0 | b'\r' | 0xC2 | 0xD8 | 0xE2 | 0xEF | 0xF3))?;
        at = at.saturating_add(near);
        match bytes.get(at..)? {
            [0 | b'\r', ..]
            | [0xD8, 0x9C, ..]
            | [0xC2, 0xAD, ..]
            | [0xE2, 0x80, 0x8B..=0x8F | 0xAA..=0xAE, ..]
            | [0xE2, 0x81, 0xA0 | 0xA6..=0xA9, ..]
            | [0xEF, 0xB8, 0x80..=0x8F, ..]
            | [0xF3, 0xA0, 0x80..=0x87, ..]
            | [0xEF, 0xBB, 0xBF, ..]
            | [0xEF, 0xBF, 0xBD, ..] => return Some(at),
            _ => at = at.saturating_add(1),
        }
    }
}

/// A counter of lines in a growing text; counts each line feed once.
#[derive(Default)]
struct LineCounter {
    seen: usize,
    feeds: usize,
}

impl LineCounter {
    /// Returns the number, from 1, of the line in which `text` ends.
    fn number(&mut self, text: &str) -> u32 {
        let new = text.as_bytes().get(self.seen..).unwrap_or_default();
        self.feeds = self.feeds.saturating_add(new.iter().filter(|&&byte| byte == b'\n').count());
        self.seen = text.len();
        saturating_u32(self.feeds.saturating_add(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_ends_become_line_feeds_without_a_warning() {
        assert_eq!(clean("一\r\n二\r三\n四\r".to_owned()), ("一\n二\n三\n四\n".to_owned(), Vec::new()));
    }

    #[test]
    fn what_is_not_print_goes_and_is_named_once_with_its_first_line() {
        let (text, warnings) = clean("\u{FEFF}甲\n乙\0\u{202E}丙\0…“丁”\u{200B}".to_owned());
        assert_eq!(text, "甲\n乙丙…“丁”");
        let [warning] = &warnings[..] else { panic!("{warnings:?}") };
        assert_eq!((warning.line, warning.kind), (1, WarningKind::DroppedControl));
        assert_eq!(warning.text, "U+FEFF ×1, U+0000 ×2, U+202E ×1, U+200B ×1");
    }

    #[test]
    fn lines_that_were_changed_are_kept_as_they_were() {
        let cleaned = cleaned("甲\r\n⼄\u{200B}丙\r丁\n戊\u{FEFF}\n己".to_owned());
        assert_eq!(cleaned.text, "甲\n乙丙\n丁\n戊\n己");
        let lines: Vec<(u32, &str)> = cleaned.originals.iter().map(|kept| (kept.line, &*kept.text)).collect();
        assert_eq!(lines, [(2, "⼄\u{200B}丙"), (4, "戊\u{FEFF}")]);
        assert!(super::cleaned("甲\r\n乙\u{FFFD}\n".to_owned()).originals.is_empty());
    }

    #[test]
    fn joiners_stay_where_they_join_and_selectors_where_they_select() {
        for text in ["می\u{200C}خواهم", "❤\u{FE0F}", "👩\u{200D}🌾"] {
            assert_eq!(clean(text.to_owned()), (text.to_owned(), Vec::new()));
        }
        assert_eq!(clean("葛\u{E0100}飾\u{FE00}區\u{200D}內".to_owned()).0, "葛飾區內");
    }

    #[test]
    fn replaced_characters_stay_and_are_counted() {
        let (text, warnings) = clean("甲\n乙\u{FFFD}\n\u{FFFD}".to_owned());
        assert_eq!(text, "甲\n乙\u{FFFD}\n\u{FFFD}");
        let expected = IngestWarning { line: 2, kind: WarningKind::ReplacedCharacters, text: "2".to_owned() };
        assert_eq!(warnings, [expected]);
    }

    #[test]
    fn the_quick_look_finds_every_character_that_goes() {
        for c in ('\0'..=char::MAX).filter(|&c| is_dropped(c)) {
            assert_eq!(clean(format!("甲{c}乙")).0, "甲乙", "U+{:04X}", u32::from(c));
        }
    }
}
