//! The scanner that finds units from left to right.

use super::{LATIN, NUMBER, RuleUnit, RuleUnitKind};
use crate::text::{fold_char, from, is_han, is_sentence_end, up_to};

/// The units of a text, in order; they tile it.
#[derive(Clone, Debug)]
pub struct RuleUnits<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> RuleUnits<'t> {
    /// Makes an iterator over the units of `text`.
    pub fn new(text: &'t str) -> Self {
        Self { text, at: 0 }
    }

    /// Returns the byte at which the next unit starts; the length of the text after the last.
    pub fn position(&self) -> usize {
        self.at
    }
}

impl Iterator for RuleUnits<'_> {
    type Item = RuleUnit;

    #[inline]
    fn next(&mut self) -> Option<RuleUnit> {
        let start = self.at;
        let rest = from(self.text, start);
        let first = rest.chars().next()?;
        let length = first.len_utf8();
        // Most characters are ideographs: test for them first.
        let (length, symbol, kind) = if ('\u{4E00}'..='\u{9FFF}').contains(&first) {
            let symbol = fold_char(first);
            (length, symbol, ideograph(symbol))
        } else {
            scan(rest, first)
        };
        // The first bytes of the characters that `attached` takes.
        let may_attach = matches!(rest.as_bytes().get(length), Some(0xCC | 0xCD | 0xE2 | 0xEF | 0xF0 | 0xF3));
        self.at += length + if may_attach { attached(from(rest, length)) } else { 0 };
        let ends_sentence = match kind {
            RuleUnitKind::Mark => is_sentence_end(first) || matches!(first, '；' | ';'),
            RuleUnitKind::Space => matches!(first, '\n' | '\r' | '\u{2028}' | '\u{2029}'),
            _ => false,
        };
        Some(RuleUnit { start, symbol, kind, ends_sentence })
    }
}

fn ideograph(symbol: char) -> RuleUnitKind {
    match symbol {
        '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '百' | '千' | '万' | '亿'
        | '零' | '两' => RuleUnitKind::Numeral,
        '年' | '月' | '日' | '时' | '分' | '秒' | '号' => RuleUnitKind::Time,
        _ => RuleUnitKind::Plain,
    }
}

/// Returns the length in bytes, symbol and kind of the first unit of `rest`.
fn scan(rest: &str, first: char) -> (usize, char, RuleUnitKind) {
    if is_digit(first) {
        let number = number_length(rest);
        // A number that runs into letters is a Latin run: 5G, 1,500km, 10:30pm.
        let after = from(rest, number);
        return match after.chars().next() {
            Some(next) if is_letter(next) => (number + latin_length(after), LATIN, RuleUnitKind::Latin),
            _ => (number, NUMBER, RuleUnitKind::Number),
        };
    }
    if is_letter(first) {
        return (latin_length(rest), LATIN, RuleUnitKind::Latin);
    }
    if matches!(first, '\n' | '\r') {
        let length = if rest.starts_with("\r\n") { 2 } else { 1 };
        return (length, ' ', RuleUnitKind::Space);
    }
    if first.is_whitespace() {
        let gap = |c: char| c.is_whitespace() && !matches!(c, '\n' | '\r' | '\u{2028}' | '\u{2029}');
        return (run(rest, gap).max(first.len_utf8()), ' ', RuleUnitKind::Space);
    }
    match first {
        '·' | '・' | '‧' | '•' | '．' | '･' => (first.len_utf8(), '·', RuleUnitKind::Dot),
        '〇' | '○' => (first.len_utf8(), '〇', RuleUnitKind::Numeral),
        '—' | '…' | '─' | '━' | '–' | '-' | '=' | '_' | '*' | '~' | '.' => {
            (run(rest, |c| c == first), first, RuleUnitKind::Mark)
        }
        _ if is_regional(first) => {
            let second = from(rest, first.len_utf8()).chars().next().filter(|&c| is_regional(c));
            (first.len_utf8() + second.map_or(0, char::len_utf8), first, RuleUnitKind::Mark)
        }
        _ if first.is_alphanumeric() => (first.len_utf8(), fold_char(first), RuleUnitKind::Plain),
        _ => (first.len_utf8(), fold_char(first), RuleUnitKind::Mark),
    }
}

/// Returns the length of a number, or of several with a hyphen or stroke between: 3,500.25, 14:30, 3-1,
/// 2025/1/5.
fn number_length(rest: &str) -> usize {
    let mut length = 0;
    loop {
        length += one_number(from(rest, length));
        let mut after = from(rest, length).chars();
        match after.next().filter(|c| matches!(c, '-' | '－' | '–' | '/' | '／')) {
            Some(joiner) if after.next().is_some_and(is_digit) => length += joiner.len_utf8(),
            _ => return length,
        }
    }
}

/// Returns the length of digits in groups, and after these with points and colons that are followed by digits.
fn one_number(rest: &str) -> usize {
    let mut length = run(rest, is_digit);
    length += grouped(up_to(rest, length), from(rest, length));
    loop {
        let mut after = from(rest, length).chars();
        let separator = after.next().filter(|c| matches!(c, '.' | '．' | ':' | '：'));
        match (separator, run(after.as_str(), is_digit)) {
            (Some(separator), digits) if digits > 0 => length += separator.len_utf8() + digits,
            _ => return length,
        }
    }
}

/// Returns the length of the groups of three digits that continue the first digits of a number, each after a
/// comma.
///
/// A comma is as often the comma of the sentence (增至2025，365天). It only separates groups after one to
/// three digits, of which the first is no nought, and if it is as wide as the digits.
fn grouped(first: &str, rest: &str) -> usize {
    let (comma, belongs): (char, fn(char) -> bool) =
        if first.is_ascii() { (',', |c| c.is_ascii_digit()) } else { ('，', is_wide_digit) };
    let count = first.chars().count();
    if !(1..=3).contains(&count) || first.starts_with(['0', '０']) || !first.chars().all(belongs) {
        return 0;
    }
    let mut length = 0;
    while let Some(after) = from(rest, length).strip_prefix(comma) {
        let digits = run(after, is_digit);
        let group = up_to(after, digits);
        if group.chars().count() != 3 || !group.chars().all(belongs) {
            break;
        }
        length += comma.len_utf8() + digits;
    }
    length
}

/// Returns the length of letters and digits, with joiners that are followed by a letter or digit, and of an
/// address to its end.
fn latin_length(rest: &str) -> usize {
    let mut length = 0;
    loop {
        length += run(from(rest, length), is_letter_or_digit);
        let tail = from(rest, length);
        if tail.starts_with("://") {
            return length + run(tail, in_address);
        }
        let mut after = tail.chars();
        let joiner =
            after.next().filter(|c| matches!(c, '-' | '.' | '\'' | '’' | '&' | '_' | '@' | '+' | '/'));
        match (joiner, after.next()) {
            (Some(joiner), Some(next)) if is_letter(next) || is_digit(next) => length += joiner.len_utf8(),
            _ => return length,
        }
    }
}

/// Returns the length of the characters attached to the unit before: combining marks, variation selectors,
/// skin tones, and a character joined by a zero-width joiner.
#[inline]
fn attached(rest: &str) -> usize {
    let mut length = 0;
    let mut chars = rest.chars();
    while let Some(c) = chars.next() {
        if c < '\u{300}' || is_han(c) {
            return length;
        }
        match c {
            '\u{200D}' => {
                length += c.len_utf8();
                // The joiner attaches a picture, never a letter or a space.
                if let Some(next) =
                    chars.clone().next().filter(|&next| next >= '\u{2190}' && !next.is_alphanumeric())
                {
                    length += next.len_utf8();
                    chars.next();
                }
            }
            '\u{300}'..='\u{36F}'
            | '\u{20D0}'..='\u{20FF}'
            | '\u{FE00}'..='\u{FE0F}'
            | '\u{1F3FB}'..='\u{1F3FF}'
            | '\u{E0020}'..='\u{E007F}'
            | '\u{E0100}'..='\u{E01EF}' => length += c.len_utf8(),
            _ => return length,
        }
    }
    length
}

fn run(text: &str, belongs: impl Fn(char) -> bool) -> usize {
    text.find(|c| !belongs(c)).unwrap_or(text.len())
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || is_wide_digit(c)
}

fn is_wide_digit(c: char) -> bool {
    ('０'..='９').contains(&c)
}

/// Returns true for the characters that Latin runs and numbers consist of, apart from what joins them.
pub fn is_letter_or_digit(c: char) -> bool {
    is_letter(c) || is_digit(c) || is_small_digit(c)
}

/// Returns true for letters of alphabets: the scripts that put spaces between words.
fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic()
        || c != 'ˇ' && ('\u{C0}'..'\u{1100}').contains(&c) && c.is_alphabetic()
        || ('\u{1E00}'..'\u{2000}').contains(&c) && c.is_alphabetic()
        || matches!(c, 'Ａ'..='Ｚ' | 'ａ'..='ｚ')
}

/// Returns true for a superscript or subscript digit: H₂O, km².
fn is_small_digit(c: char) -> bool {
    matches!(c, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹' | '₀'..='₉')
}

fn is_regional(c: char) -> bool {
    ('\u{1F1E6}'..='\u{1F1FF}').contains(&c)
}

/// Returns true if RFC 3986 allows the character in an address.
fn in_address(c: char) -> bool {
    c.is_ascii_alphanumeric() || "-._~:/?#[]@!$&'()*+,;=%".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn pieces(text: &str) -> Vec<&str> {
        let starts: Vec<usize> = RuleUnits::new(text).map(|unit| unit.start).chain([text.len()]).collect();
        starts.windows(2).map(|pair| &text[pair[0]..pair[1]]).collect()
    }

    #[test]
    fn numbers_keep_their_separators_and_nothing_else() {
        assert_eq!(pieces("增3,500.25元"), ["增", "3,500.25", "元"]);
        assert_eq!(pieces("14:30,5，000"), ["14:30", ",", "5", "，", "000"]);
        assert_eq!(pieces("10,000-100,000"), ["10,000-100,000"]);
        assert_eq!(pieces("１２３．５％。"), ["１２３．５", "％", "。"]);
        assert_eq!(pieces("第1,2項"), ["第", "1", ",", "2", "項"]);
    }

    #[test]
    fn latin_runs_and_addresses_are_whole() {
        assert_eq!(
            pieces("用Wi-Fi、5G，見https://a.b/c?d=1。B.C.年"),
            ["用", "Wi-Fi", "、", "5G", "，", "見", "https://a.b/c?d=1", "。", "B.C", ".", "年"]
        );
    }

    #[test]
    fn marks_of_several_strokes_and_emoji_are_whole() {
        assert_eq!(pieces("—— ……!"), ["——", " ", "……", "!"]);
        assert_eq!(pieces("👩‍🚀🇭🇰👍🏽葛\u{E0100}城"), ["👩‍🚀", "🇭🇰", "👍🏽", "葛\u{E0100}", "城"]);
        assert_eq!(pieces("一\r\n\n 二"), ["一", "\r\n", "\n", " ", "二"]);
    }

    proptest! {
        #[test]
        fn units_tile_any_text(text in "\\PC{0,60}|[0-9,.:a-z－—\u{200D}\u{FE0F}👍🇭衞𠀀 \r\n]{0,60}") {
            prop_assert!(pieces(&text).iter().all(|piece| !piece.is_empty()));
            prop_assert_eq!(pieces(&text).concat(), text);
        }
    }
}
