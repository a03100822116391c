//! The numbers of a text in other formats.

use crate::random::Random;

const DIGITS: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/// Writes 0 to 99,999,999 in Chinese numerals.
fn in_words(number: u64) -> String {
    if number >= 10_000 {
        let rest = number % 10_000;
        let gap = if rest > 0 && rest < 1_000 { "零" } else { "" };
        return format!(
            "{}萬{gap}{}",
            in_words(number / 10_000),
            if rest > 0 { in_words(rest) } else { String::new() }
        );
    }
    let mut words = String::new();
    let mut skipped = false;
    for (unit, name) in [(1_000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let digit = number / unit % 10;
        if digit == 0 {
            skipped |= !words.is_empty();
            continue;
        }
        if skipped {
            words.push('零');
        }
        skipped = false;
        if !(digit == 1 && unit == 10 && words.is_empty()) {
            words.push(DIGITS[digit as usize]);
        }
        words.push_str(name);
    }
    if words.is_empty() { "零".to_owned() } else { words }
}

fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// Rewrites a number in digits, with the word after it, in another format or as another number; `None` if
/// `word` is not such a number. The second value is true if the rewritten number also replaces the word after
/// it.
pub(crate) fn rewritten(word: &str, behind: &str, random: &mut Random) -> Option<(String, bool)> {
    let wide = |text: &str| -> String {
        text.chars()
            .map(|c| char::from_u32(u32::from(c) + 0xFEE0).filter(|_| c.is_ascii_digit()).unwrap_or(c))
            .collect()
    };
    let plain = word.replace(',', "");
    let fraction = plain.contains('.');
    let (whole, decimals) = plain.split_once('.').unwrap_or((&plain, ""));
    let all_digits = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
    // The number of an item in a list is not a number of the text.
    if behind == "." || !all_digits(whole) || (fraction && !all_digits(decimals)) {
        return None;
    }
    let number: u64 = whole.parse().ok()?;
    let spoken = || {
        let decimals: String = decimals.chars().map(|c| DIGITS[c as usize - '0' as usize]).collect();
        format!("{}點{decimals}", in_words(number))
    };
    let one_by_one = || -> String { whole.chars().map(|c| DIGITS[c as usize - '0' as usize]).collect() };
    let percent = behind == "%";
    Some(match random.below(6) {
        0 => (wide(word), false),
        1 if percent && fraction => (format!("百分之{}", spoken()), true),
        1 if percent => (format!("百分之{}", in_words(number)), true),
        2 if percent && number.is_multiple_of(10) && !fraction => {
            (format!("{}成", in_words(number / 10)), true)
        }
        2 if number >= 1_000 && behind != "年" && !fraction => {
            (if word.contains(',') { plain.clone() } else { grouped(number) }, false)
        }
        3 if fraction && matches!(behind, "萬" | "億") && decimals.len() == 1 => {
            let tenth: u64 = decimals.parse().ok()?;
            let unit = if behind == "萬" { 10_000 } else { 100_000_000 };
            (grouped(number * unit + tenth * unit / 10), true)
        }
        3 if !fraction && behind == "萬" => (grouped(number * 10_000), true),
        4 if behind == "年" && whole.len() == 4 => (one_by_one(), false),
        _ if percent => (format!("{}{}", number + 1, plain.strip_prefix(whole)?), false),
        _ if fraction => (spoken(), false),
        _ if number >= 100_000_000 => (grouped(number), false),
        _ => (in_words(number), false),
    })
}
