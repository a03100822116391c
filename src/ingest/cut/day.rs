//! Days written out in a text, in any of the ways in which the press writes them.

use crate::ingest::dates::of_calendar;

/// The first date written out in a text.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::ingest) struct Dated<'t> {
    /// The text before it.
    pub(in crate::ingest) before: &'t str,
    /// The text behind it.
    pub(in crate::ingest) behind: &'t str,
    /// As `YYYY-MM-DD`.
    pub(in crate::ingest) date: String,
}

/// The first date written out in a text, as year, month and day: in digits, or else in Chinese numerals or in English.
pub(in crate::ingest) fn date_in(text: &str) -> Option<Dated<'_>> {
    // Most lines have none, and say so at a glance.
    let is_part = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c) || c == '年';
    if !text.contains(is_part) {
        return None;
    }
    date_in_digits(text).or_else(|| date_in_numerals(text)).or_else(|| date_in_english(text))
}

/// The months in English.
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// A date such as 7 March 2024, 07 Mar, 2024 or March 7, 2024.
fn date_in_english(text: &str) -> Option<Dated<'_>> {
    let is_part = |c: char| c.is_ascii_alphanumeric();
    // Each word of letters and digits with the text before and behind it.
    let mut words: Vec<(&str, &str, &str)> = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(is_part) {
        let (_, from) = rest.split_at_checked(start)?;
        let behind = from.trim_start_matches(is_part);
        words.push((before(text, from)?, before(from, behind)?, behind));
        rest = behind;
    }
    let day_of = |word: &str| {
        let digits = word.trim_end_matches(|c: char| "stndrh".contains(c));
        (digits.len() <= 2).then(|| digits.parse::<u32>().ok())?
    };
    words.array_windows().find_map(|&[first, second, third]| {
        let (month, day) = match (month(first.1), month(second.1)) {
            (None, Some(month)) => (month, day_of(first.1)?),
            (Some(month), None) => (month, day_of(second.1)?),
            _ => return None,
        };
        let year = third.1.parse().ok().filter(|year| (1900..2200).contains(year))?;
        Some(Dated { before: first.0, behind: third.2, date: of_calendar(year, month, day)? })
    })
}

/// Returns what stands in a text before its end: a comparison of the end itself would make long lines slow.
fn before<'t>(text: &'t str, end: &str) -> Option<&'t str> {
    text.get(..text.len().checked_sub(end.len())?)
}

/// Returns the number of a month in English: March, Mar, SEPT.
fn month(word: &str) -> Option<u32> {
    let word = word.to_ascii_lowercase();
    let at = MONTHS.iter().position(|month| word.len() >= 3 && month.starts_with(&word))?;
    u32::try_from(at).ok()?.checked_add(1)
}

/// A date such as 二〇二六年三月二十七日 or 中華民國一一五年三月二十七日, wherever its year stands.
fn date_in_numerals(text: &str) -> Option<Dated<'_>> {
    if !text.contains('月') {
        return None;
    }
    text.match_indices('年').find_map(|(at, _)| date_of_year(text, at))
}

/// The date whose year ends at a place.
fn date_of_year(text: &str, at: usize) -> Option<Dated<'_>> {
    let is_numeral = |c: char| "〇○零一二三四五六七八九十百廿卅".contains(c) || c.is_ascii_digit();
    let (head, behind) = text.split_at_checked(at)?;
    let behind = behind.strip_prefix('年')?;
    let head = head.trim_end();
    let before = head.trim_end_matches(is_numeral);
    let year = head.get(before.len()..)?;
    let (month, behind_month) = super::dateline::window(behind, LONGEST).split_once('月')?;
    let (day, _) = behind_month.split_once('日')?;
    let behind = behind.get(month.len().checked_add(day.len())?.checked_add("月日".len())?..)?;
    let (month, day) = (month.trim(), day.trim());
    if [year, month, day].iter().any(|part| part.is_empty() || !part.chars().all(is_numeral)) {
        return None;
    }
    let read = |part: &str| u32::try_from(crate::text::value::number(part)?.as_whole()?).ok();
    let republic =
        ["中華民國", "中华民国", "民國", "民国"].iter().find_map(|name| before.trim_end().strip_suffix(name));
    let year = if republic.is_some() { read(year)?.checked_add(1911)? } else { read(year)? };
    let date = of_calendar(year, read(month)?, read(day)?).filter(|_| (1900..2200).contains(&year))?;
    Some(Dated { before: republic.unwrap_or(before), behind, date })
}

/// The longest month and day in numerals, in characters.
const LONGEST: usize = 12;

/// The first date written in digits, which may be as wide as ideographs.
fn date_in_digits(text: &str) -> Option<Dated<'_>> {
    let mut rest = text;
    loop {
        let from = rest.trim_start_matches(|c| digit(c).is_none());
        let (year, count, behind) = number(from, from.len())?;
        let found = match count {
            4 => month_and_day(year, behind),
            1 | 2 => day_first(year, behind),
            _ => None,
        };
        if let Some((date, behind)) = found {
            return Some(Dated { before: before(text, from)?, behind, date });
        }
        rest = behind;
    }
}

/// The value of a digit: 7, ７.
fn digit(c: char) -> Option<u32> {
    match c {
        '０'..='９' => u32::from(c).checked_sub(u32::from('０')),
        _ => c.to_digit(10),
    }
}

/// The number that a text begins with, of so many digits at most, how many it has, and what stands behind it.
fn number(text: &str, most: usize) -> Option<(u32, usize, &str)> {
    let (mut value, mut count, mut rest) = (0_u32, 0_usize, text);
    while let Some(digit) = rest.chars().next().and_then(digit).filter(|_| count < most) {
        value = value.saturating_mul(10).saturating_add(digit);
        count = count.saturating_add(1);
        let mut characters = rest.chars();
        characters.next();
        rest = characters.as_str();
    }
    (count > 0).then_some((value, count, rest))
}

/// The mark between the numbers of a day, as wide as a letter.
fn between(c: char) -> Option<char> {
    Some(match c {
        '/' | '／' => '/',
        '-' | '－' => '-',
        '.' | '．' => '.',
        _ => return None,
    })
}

/// Returns what stands behind such a mark.
fn behind_mark(text: &str, mark: char) -> Option<&str> {
    text.strip_prefix(|c| between(c) == Some(mark))
}

/// /M/YYYY, -M-YYYY or .M.YYYY behind a day, and what stands behind it.
fn day_first(day: u32, text: &str) -> Option<(String, &str)> {
    let mark = text.chars().next().and_then(between)?;
    let (month, _, rest) = number(behind_mark(text, mark)?, 2)?;
    let rest = behind_mark(rest, mark)?;
    let (year, _, behind) = number(rest, rest.len()).filter(|(_, count, _)| *count == 4)?;
    let date = of_calendar(year, month, day)?;
    (1900..2200).contains(&year).then_some((date, behind))
}

/// 年M月D日, -M-D, /M/D or .M.D behind a year, and what stands behind it.
fn month_and_day(year: u32, text: &str) -> Option<(String, &str)> {
    // 2024 年 3 月 7 日
    let spaced = text.trim_start();
    if let Some(behind) = spaced.strip_prefix('年') {
        let (month, _, rest) = number(behind.trim_start(), 3)?;
        let (day, _, rest) = number(rest.trim_start().strip_prefix('月')?.trim_start(), 3)?;
        return Some((of_calendar(year, month, day)?, rest.trim_start().strip_prefix('日')?));
    }
    let mark = text.chars().next().and_then(between)?;
    let (month, _, rest) = number(behind_mark(text, mark)?.trim_start(), 3)?;
    let (day, _, rest) = number(behind_mark(rest.trim_start(), mark)?.trim_start(), 3)?;
    Some((of_calendar(year, month, day)?, rest))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn days_that_the_calendar_lacks_are_passed_over() {
        for (text, date) in [
            ("2025年2月31日", None),
            ("2025-02-29", None),
            ("2024-02-29", Some("2024-02-29")),
            ("31/4/2025", None),
            ("30-4-2025", Some("2025-04-30")),
            ("2025.6.31 2025.6.30", Some("2025-06-30")),
            ("0999年1月1日", None),
            ("春城日報　二〇二六年三月二十七日　星期五", Some("2026-03-27")),
            ("中華民國一一五年三月二十七日", Some("2026-03-27")),
            ("民國115年3月27日", Some("2026-03-27")),
            ("二〇二六年二月三十日", None),
            ("民國 115 年 3 月 27 日", Some("2026-03-27")),
            ("2026 年 3 月 27 日", Some("2026-03-27")),
            ("The Huacheng Times, 27 March 2026, B4", Some("2026-03-27")),
            ("March 27th, 2026", Some("2026-03-27")),
            ("07 Sept, 2026 5:12 pm", Some("2026-09-07")),
            ("31 June 2026", None),
            ("5 marks 2026", None),
            ("７／３／２０２６　Ａ４版", Some("2026-03-07")),
            ("花城日報　２０２６年３月７日　Ａ４版", Some("2026-03-07")),
            ("２０２６．３．７", Some("2026-03-07")),
            ("創刊五十年　二〇二六年三月二十七日　星期五", Some("2026-03-27")),
            ("创刊三十年纪念，二〇二六年三月", None),
        ] {
            assert_eq!(date_in(text).map(|dated| dated.date).as_deref(), date, "{text}");
        }
    }

    #[test]
    fn a_long_line_of_numbers_is_read_in_time() {
        let start = std::time::Instant::now();
        assert_eq!(date_in(&"12 word 345 年 ".repeat(300_000)), None);
        assert!(start.elapsed().as_secs() < 30, "{:?}", start.elapsed());
    }

    proptest! {
        #[test]
        fn every_day_found_is_one_of_the_calendar(text in "[0-9]{0,4}[-/.年][0-9]{1,2}[-/.月][0-9]{1,4}日?") {
            prop_assert!(date_in(&text).is_none_or(|dated| crate::text::is_date(&dated.date)));
        }
    }
}
