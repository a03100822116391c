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
        words.push((text.strip_suffix(from)?, from.strip_suffix(behind)?, behind));
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

/// Returns the number of a month in English: March, Mar, SEPT.
fn month(word: &str) -> Option<u32> {
    let word = word.to_ascii_lowercase();
    let at = MONTHS.iter().position(|month| word.len() >= 3 && month.starts_with(&word))?;
    u32::try_from(at).ok()?.checked_add(1)
}

/// A date such as 二〇二六年三月二十七日 or 中華民國一一五年三月二十七日.
fn date_in_numerals(text: &str) -> Option<Dated<'_>> {
    let is_numeral = |c: char| "〇○零一二三四五六七八九十百廿卅".contains(c) || c.is_ascii_digit();
    let (head, _) = text.split_once('年')?;
    let head = head.trim_end();
    let before = head.trim_end_matches(is_numeral);
    let year = head.get(before.len()..)?;
    let (_, behind) = text.split_once('年')?;
    let (month, behind) = behind.split_once('月')?;
    let (day, behind) = behind.split_once('日')?;
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

/// The first date written in digits.
fn date_in_digits(text: &str) -> Option<Dated<'_>> {
    let is_digit = |c: char| c.is_ascii_digit();
    let mut rest = text;
    loop {
        let from = rest.trim_start_matches(|c| !is_digit(c));
        let behind = from.trim_start_matches(is_digit);
        let year = from.strip_suffix(behind).filter(|year| !year.is_empty())?;
        if year.len() == 4
            && let Some((date, behind)) = month_and_day(year, behind)
        {
            let before = text.strip_suffix(from)?;
            return Some(Dated { before, behind, date });
        }
        if year.len() <= 2
            && let Some((date, behind)) = day_first(year, behind)
        {
            let before = text.strip_suffix(from)?;
            return Some(Dated { before, behind, date });
        }
        rest = behind;
    }
}

/// /M/YYYY, -M-YYYY or .M.YYYY behind a day, and what stands behind it.
fn day_first<'t>(day: &str, text: &'t str) -> Option<(String, &'t str)> {
    let mark = text.chars().next().filter(|mark| matches!(mark, '/' | '-' | '.'))?;
    let (month, rest) = number(text.strip_prefix(mark)?)?;
    let rest = rest.strip_prefix(mark)?;
    let behind = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let year = rest.strip_suffix(behind).filter(|year| year.len() == 4)?;
    let date = of_calendar(year.parse().ok()?, month, day.parse().ok()?)?;
    ("1900".."2200").contains(&year).then_some((date, behind))
}

/// 年M月D日, -M-D, /M/D or .M.D behind a year, and what stands behind it.
fn month_and_day<'t>(year: &str, text: &'t str) -> Option<(String, &'t str)> {
    // 2024 年 3 月 7 日
    let text = if text.trim_start().starts_with('年') { text.trim_start() } else { text };
    let first = text.chars().next().filter(|first| matches!(first, '年' | '-' | '/' | '.'))?;
    let second = if first == '年' { '月' } else { first };
    let (month, rest) = number(text.strip_prefix(first)?.trim_start())?;
    let (day, rest) = number(rest.trim_start().strip_prefix(second)?.trim_start())?;
    let rest = if first == '年' { rest.trim_start().strip_prefix('日')? } else { rest };
    Some((of_calendar(year.parse().ok()?, month, day)?, rest))
}

fn number(text: &str) -> Option<(u32, &str)> {
    let end = text.bytes().take(3).take_while(u8::is_ascii_digit).count();
    let (digits, rest) = text.split_at_checked(end)?;
    Some((digits.parse().ok()?, rest))
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
        ] {
            assert_eq!(date_in(text).map(|dated| dated.date).as_deref(), date, "{text}");
        }
    }

    proptest! {
        #[test]
        fn every_day_found_is_one_of_the_calendar(text in "[0-9]{0,4}[-/.年][0-9]{1,2}[-/.月][0-9]{1,4}日?") {
            prop_assert!(date_in(&text).is_none_or(|dated| crate::text::is_date(&dated.date)));
        }
    }
}
