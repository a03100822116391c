//! Numbers in running Chinese text, on folded characters.

/// Returns true if `c`, folded, is a Chinese numeral.
pub(super) fn is_numeral(c: char) -> bool {
    matches!(
        c,
        '〇' | '零'
            | '一'
            | '二'
            | '三'
            | '四'
            | '五'
            | '六'
            | '七'
            | '八'
            | '九'
            | '十'
            | '百'
            | '千'
            | '万'
            | '亿'
            | '两'
            | '廿'
            | '卅'
    )
}

/// Returns the number of folded characters, from the first, that are one number in digits: 1256, 1,256 or 31.7.
pub(super) fn digits(chars: &[char]) -> usize {
    let mut rest = chars;
    while let [digit, after @ ..] = rest
        && digit.is_ascii_digit()
    {
        rest = match after {
            [',', thousands @ ..] if is_group(thousands) => thousands,
            ['.', fraction @ ..] if begins(fraction, |c| c.is_ascii_digit()) => fraction,
            _ => after,
        };
    }
    chars.len().saturating_sub(rest.len())
}

/// Returns true if exactly three digits begin here.
fn is_group(chars: &[char]) -> bool {
    let is_digit = |c: char| c.is_ascii_digit();
    matches!(chars, [a, b, c, rest @ ..] if [a, b, c].iter().all(|c| is_digit(**c)) && !begins(rest, is_digit))
}

/// Returns true if the first character is of a kind.
fn begins(chars: &[char], kind: impl Fn(char) -> bool) -> bool {
    chars.first().is_some_and(|&c| kind(c))
}

/// Returns the number of folded characters, from the first, that are one number in Chinese numerals: 三十五 or 五點八.
pub(super) fn chinese(chars: &[char]) -> usize {
    let mut rest = chars;
    while let [numeral, after @ ..] = rest
        && is_numeral(*numeral)
    {
        rest = match after {
            ['点', fraction @ ..] if begins(fraction, is_numeral) => fraction,
            _ => after,
        };
    }
    chars.len().saturating_sub(rest.len())
}

/// Returns true if `c`, folded, is a digit or a numeral.
pub(super) fn is_figure(c: char) -> bool {
    c.is_ascii_digit() || is_numeral(c)
}

/// Returns true if `c`, folded, may occur inside a number, a share or a date.
pub(super) fn is_part(c: char) -> bool {
    is_figure(c) || "年月日号时分秒点成之.,-/:：%‰".contains(c)
}

/// Returns true if folded text is a number, a share or a date and nothing else: 5.8%, 百分之五點八, 2025年1月21日, 10:30, 1/3.
pub(super) fn is_number(text: &str) -> bool {
    let text = text.strip_prefix("百分之").unwrap_or(text);
    text.contains(is_figure) && text.chars().all(is_part)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::fold;

    fn chars(text: &str) -> Vec<char> {
        fold(text).chars().collect()
    }

    #[test]
    fn a_number_in_digits_keeps_its_separators() {
        for (text, number) in
            [("1,256萬", "1,256"), ("31.7萬", "31.7"), ("5.", "5"), ("1,2,3", "1"), ("２０２５年", "2025")]
        {
            assert_eq!(digits(&chars(text)), number.len(), "{text}");
        }
    }

    #[test]
    fn chinese_numerals_run_on() {
        for (text, length) in [("三十五年", 3), ("五點八", 3), ("兩國", 1), ("國", 0), ("點", 0), ("一點", 1)]
        {
            assert_eq!(chinese(&chars(text)), length, "{text}");
        }
    }

    #[test]
    fn numbers_shares_and_dates_are_numbers_and_words_are_not() {
        for text in [
            "5.8%",
            "百分之五點八",
            "2025年1月21日",
            "10:30",
            "七十五",
            "1,256萬",
            "５",
            "三分之一",
            "1/3",
            "六成",
            "廿",
        ] {
            assert!(is_number(&fold(text)), "{text}");
        }
        for text in ["一些", "月", "年", "", "百分之", "%", "唯一"] {
            assert!(!is_number(&fold(text)), "{text}");
        }
    }
}
