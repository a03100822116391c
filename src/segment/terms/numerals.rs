//! Numbers as written in text, in the folded copy.

use crate::text::{from, up_to};

/// A number at the beginning of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Number {
    /// Its length in bytes.
    pub(super) length: usize,
    /// Its value; `None` if it is not a whole number below a million.
    pub(super) value: Option<u32>,
    /// True if it is written digit by digit, as in a year: 2023, 二〇二三.
    pub(super) is_positional: bool,
}

/// Parses the number at the beginning of `text`: Arabic digits with their separators, or ideographs, or the
/// former before the latter (5萬).
pub(super) fn number(text: &str) -> Option<Number> {
    let digits =
        text.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',' | ':'))).unwrap_or(text.len());
    let digits = up_to(text, digits).trim_end_matches(['.', ',', ':']).len();
    let numerals = from(text, digits).find(|c| !is_numeral(c)).unwrap_or(text.len() - digits);
    let length = digits + numerals;
    if length == 0 || text.starts_with(['.', ',', ':']) {
        return None;
    }
    let value = match (digits, numerals) {
        (_, 0) => up_to(text, digits).parse().ok(),
        (0, _) => value_of(up_to(text, numerals)),
        _ => None,
    };
    let is_positional =
        digits > 0 && numerals == 0 || up_to(text, length).chars().all(|c| digit(c).is_some());
    Some(Number { length, value: value.filter(|&value| value < 1_000_000), is_positional })
}

/// Returns true if a folded character is a numeral.
pub(super) fn is_numeral(c: char) -> bool {
    digit(c).is_some() || matches!(c, '十' | '百' | '千' | '万' | '亿' | '两')
}

fn digit(c: char) -> Option<u32> {
    "〇一二三四五六七八九".chars().zip(0..).find(|&(numeral, _)| numeral == c).map(|(_, value)| value).or(
        match c {
            '零' | '○' => Some(0),
            _ => None,
        },
    )
}

/// Returns the value of ideographs below ten thousand.
fn value_of(numerals: &str) -> Option<u32> {
    if numerals.chars().all(|c| digit(c).is_some()) {
        return numerals.chars().try_fold(0_u32, |value, c| value.checked_mul(10)?.checked_add(digit(c)?));
    }
    let (mut sum, mut last) = (0_u32, None);
    for c in numerals.chars() {
        let scale = match c {
            '十' => 10,
            '百' => 100,
            '千' => 1000,
            '两' => {
                last = Some(2);
                continue;
            }
            _ => {
                last = Some(digit(c)?);
                continue;
            }
        };
        sum = sum.checked_add(last.take().unwrap_or(1) * scale)?;
    }
    sum.checked_add(last.unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_numbers_in_every_writing() {
        let read = |text: &str| number(text).map(|number| (number.length, number.value));
        assert_eq!(read("2023年"), Some((4, Some(2023))));
        assert_eq!(read("二〇二三年"), Some((12, Some(2023))));
        assert_eq!(read("十五日"), Some((6, Some(15))));
        assert_eq!(read("三十一日"), Some((9, Some(31))));
        assert_eq!(read("两百零五"), Some((12, Some(205))));
        assert_eq!(read("5万"), Some((4, None)));
        assert_eq!(read("3,500.25元"), Some((8, None)));
        assert_eq!(read("年"), None);
        assert_eq!(read(".5"), None);
    }

    #[test]
    fn a_number_beyond_32_bits_has_no_value() {
        // The thousands add up to 2³² + 704.
        let thousands = "千".repeat(4_294_968);
        assert_eq!(number(&thousands).map(|number| number.value), Some(None));
    }
}
