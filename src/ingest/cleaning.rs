//! Removal of characters that are not print, and unification of line ends.

use super::{IngestWarning, WarningKind};
use crate::text::saturating_u32;

/// Returns the text with line feeds as line ends and without NULs, byte order marks and marks that change the direction
/// of writing, with warnings of what was removed and what could not be decoded. All else is kept.
pub(super) fn clean(text: String) -> (String, Vec<IngestWarning>) {
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
            c if is_dropped(c) => {
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

/// Returns true if a character is removed. Marks that change the direction of writing would let a text show other words
/// than it holds.
pub(super) fn is_dropped(c: char) -> bool {
    matches!(c,
        '\0' | '\u{FEFF}' | '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Finds the next character that may have to be removed or reported, by a quick scan of the bytes.
fn find(bytes: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        let ahead = bytes.get(at..)?;
        let near = ahead.iter().position(|byte| matches!(byte, 0 | b'\r' | 0xD8 | 0xE2 | 0xEF))?;
        at = at.saturating_add(near);
        match bytes.get(at..)? {
            [0 | b'\r', ..]
            | [0xD8, 0x9C, ..]
            | [0xE2, 0x80, 0x8E | 0x8F | 0xAA..=0xAE, ..]
            | [0xE2, 0x81, 0xA6..=0xA9, ..]
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
        assert_eq!(text, "甲\n乙丙…“丁”\u{200B}");
        let [warning] = &warnings[..] else { panic!("{warnings:?}") };
        assert_eq!((warning.line, warning.kind), (1, WarningKind::DroppedControl));
        assert_eq!(warning.text, "U+FEFF ×1, U+0000 ×2, U+202E ×1");
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
