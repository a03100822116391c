//! Dates.

use super::folded::{Folded, starts};
use super::numeral::{Numeral, numeral};

/// A day, as far as it is named.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Day {
    /// The year of the common era.
    pub year: Option<i32>,
    /// The month, 1 to 12.
    pub month: Option<u8>,
    /// The day of the month, 1 to 31.
    pub day: Option<u8>,
    /// A part of the month or of the year: 初, 中, 底, 上旬.
    pub part: Option<&'static str>,
    /// A word that depends on the day of printing: 今年, 昨日, 星期三.
    pub word: Option<&'static str>,
}

impl Day {
    /// Returns year, month and day as one number; `None` if it has none of them.
    pub(super) fn number(self) -> Option<f64> {
        let (year, month, day) = (self.year, self.month, self.day);
        (year.is_some() || month.is_some() || day.is_some()).then(|| {
            f64::from(year.unwrap_or(0)) * 10_000.0
                + f64::from(month.unwrap_or(0)) * 100.0
                + f64::from(day.unwrap_or(0))
        })
    }
}

/// Words that depend on the day of printing; each line has one meaning.
const WORDS: [(&str, &str); 61] = [
    ("下半年", "下半年"),
    ("上半年", "上半年"),
    ("下季", "下季"),
    ("上季", "上季"),
    ("今年", "今年"),
    ("本年", "今年"),
    ("去年", "去年"),
    ("明年", "明年"),
    ("前年", "前年"),
    ("后年", "後年"),
    ("今日", "今日"),
    ("今天", "今日"),
    ("昨日", "昨日"),
    ("昨天", "昨日"),
    ("前日", "前日"),
    ("前天", "前日"),
    ("明日", "明日"),
    ("明天", "明日"),
    ("后日", "後日"),
    ("后天", "後日"),
    ("今早", "今早"),
    ("今晨", "今早"),
    ("今晚", "今晚"),
    ("今午", "今午"),
    ("昨早", "昨早"),
    ("昨晨", "昨早"),
    ("昨午", "昨午"),
    ("昨晚", "昨晚"),
    ("昨夜", "昨晚"),
    ("前晚", "前晚"),
    ("前夜", "前晚"),
    ("明早", "明早"),
    ("明晨", "明早"),
    ("明晚", "明晚"),
    ("翌日", "翌日"),
    ("次日", "翌日"),
    ("本月", "本月"),
    ("这个月", "本月"),
    ("上月", "上月"),
    ("上个月", "上月"),
    ("下月", "下月"),
    ("下个月", "下月"),
    ("本周", "本周"),
    ("这周", "本周"),
    ("上周", "上周"),
    ("上星期", "上周"),
    ("下周", "下周"),
    ("下星期", "下周"),
    ("本星期", "本周"),
    ("翌年", "翌年"),
    ("次年", "翌年"),
    ("同年", "同年"),
    ("同日", "同日"),
    ("同月", "同月"),
    ("月底", "月底"),
    ("月初", "月初"),
    ("年底", "年底"),
    ("年初", "年初"),
    ("年中", "年中"),
    ("月中", "月中"),
    // 昨公布. Last, because others begin with it.
    ("昨", "昨日"),
];

const PARTS: [(&str, &str); 12] = [
    ("上旬", "上旬"),
    ("中旬", "中旬"),
    ("下旬", "下旬"),
    ("上半年", "上半年"),
    ("下半年", "下半年"),
    ("月初", "初"),
    ("月底", "底"),
    ("年底", "底"),
    ("初", "初"),
    ("中", "中"),
    ("底", "底"),
    ("末", "底"),
];

const WEEKS: [&str; 4] = ["星期", "礼拜", "周", "逢周"];
const WEEKDAYS: [(char, &str); 8] = [
    ('一', "星期一"),
    ('二', "星期二"),
    ('三', "星期三"),
    ('四', "星期四"),
    ('五', "星期五"),
    ('六', "星期六"),
    ('日', "星期日"),
    ('天', "星期日"),
];

fn any(text: &Folded, at: usize, words: &[(&str, &'static str)]) -> Option<(usize, &'static str)> {
    words.iter().find_map(|(word, meaning)| Some((starts(text, at, word)?, *meaning)))
}

/// Reads a small whole number within bounds.
pub(super) fn small(text: &Folded, at: usize, most: i128) -> Option<(usize, u8)> {
    let Numeral { end, value, to: None, .. } = numeral(text, at)? else { return None };
    let value = value?.as_whole().filter(|value| (0..=most).contains(value))?;
    Some((end, u8::try_from(value).ok()?))
}

/// Returns the first characters of words for days, and of weekdays.
pub(super) fn beginnings() -> impl Iterator<Item = char> {
    let weeks = WEEKS.iter().filter_map(|week| week.chars().next());
    WORDS
        .iter()
        .filter_map(|(word, _)| word.chars().next())
        .chain(weeks)
        .chain(['上', '下', '本', '这', '今'])
}

/// Reads the date at a place.
pub(super) fn day(text: &Folded, at: usize) -> Option<(usize, Day)> {
    numeric(text, at)
        .or_else(|| named(text, at))
        .or_else(|| day_first(text, at))
        .or_else(|| slashed(text, at))
        .or_else(|| weekday(text, at))
        .or_else(|| written(text, at))
}

/// Days of the year with names.
const NAMED: [(&str, u8, u8); 9] = [
    ("元旦", 1, 1),
    ("情人节", 2, 14),
    ("愚人节", 4, 1),
    ("五一", 5, 1),
    ("七一", 7, 1),
    ("平安夜", 12, 24),
    ("圣诞前夕", 12, 24),
    ("圣诞日", 12, 25),
    ("圣诞节", 12, 25),
];

/// Reads a day of the year by its name.
fn named(text: &Folded, at: usize) -> Option<(usize, Day)> {
    let (end, month, day) =
        NAMED.iter().find_map(|(name, month, day)| Some((starts(text, at, name)?, *month, *day)))?;
    let end = starts(text, end, "日").unwrap_or(end);
    // 七一 is no day in 二七一, nor in 七一〇.
    let is_figure = |at: usize| super::numeral::is_chinese(text.at(at));
    let is_number = is_figure(at) && (is_figure(end) || at.checked_sub(1).is_some_and(is_figure));
    if is_number {
        return None;
    }
    Some((end, Day { month: Some(month), day: Some(day), ..Day::default() }))
}

/// Reads 20/5/2025 and 20-5-2025.
fn day_first(text: &Folded, at: usize) -> Option<(usize, Day)> {
    let is_digit = |at: usize| text.at(at).is_ascii_digit();
    if !is_digit(at) {
        return None;
    }
    let (mark, first) = small(text, at, 31)?;
    let (next, second) = small(text, mark.checked_add(1)?, 31)?;
    let year = next.checked_add(1)?;
    let end = year.checked_add(4)?;
    let figures = text.chars.get(year..end)?;
    let is_date = matches!(text.at(mark), '/' | '-' | '.')
        && text.at(next) == text.at(mark)
        && figures.iter().all(char::is_ascii_digit)
        && !is_digit(end);
    let (day, month) = if second <= 12 { (first, second) } else { (second, first) };
    let year = figures.iter().collect::<String>().parse().ok();
    (is_date && (1..=12).contains(&month) && day > 0)
        .then_some((end, Day { year, month: Some(month), day: Some(day), ..Day::default() }))
}

/// Reads 5/20 and 20/5, which are no fractions: a share has a denominator of at most 10.
fn slashed(text: &Folded, at: usize) -> Option<(usize, Day)> {
    let is_digit = |at: usize| text.at(at).is_ascii_digit();
    if !is_digit(at) || at.checked_sub(1).is_some_and(|before| is_digit(before) || text.at(before) == '/') {
        return None;
    }
    let (slash, first) = small(text, at, 31)?;
    let behind = slash.checked_add(1)?;
    if text.at(slash) != '/' || !is_digit(behind) {
        return None;
    }
    let (end, second) = small(text, behind, 31)?;
    let (month, day) = if first <= 12 { (first, second) } else { (second, first) };
    let is_share = first < second && second <= 10;
    let fits = !is_share && (1..=12).contains(&month) && day > 0 && text.at(end) != '/' && !is_digit(end);
    fits.then(|| (end, Day { month: Some(month), day: Some(day), ..Day::default() }))
}

/// Reads 2025/5/20, 2025-05-20 and 2025.5.20.
fn numeric(text: &Folded, at: usize) -> Option<(usize, Day)> {
    let figures = |at: usize| text.from(at).iter().take(5).take_while(|c| c.is_ascii_digit()).count();
    let number = |at: usize, length: usize| -> Option<u32> {
        text.chars.get(at..at.checked_add(length)?)?.iter().collect::<String>().parse().ok()
    };
    if figures(at) != 4 {
        return None;
    }
    let year = number(at, 4)?;
    let slash = at.checked_add(4)?;
    let mark = text.at(slash);
    let month = slash.checked_add(1)?;
    let of_month = figures(month);
    let behind = month.checked_add(of_month)?;
    let day = behind.checked_add(1)?;
    let of_day = figures(day);
    let fits = matches!(mark, '/' | '-' | '−' | '.')
        && text.at(behind) == mark
        && (1..=2).contains(&of_month)
        && (1..=2).contains(&of_day);
    let (month, of_day_number) = (number(month, of_month)?, number(day, of_day)?);
    if !fits || !(1..=12).contains(&month) || !(1..=31).contains(&of_day_number) {
        return None;
    }
    let found = Day {
        year: i32::try_from(year).ok(),
        month: u8::try_from(month).ok(),
        day: u8::try_from(of_day_number).ok(),
        ..Day::default()
    };
    Some((day.checked_add(of_day)?, found))
}

/// Reads 星期三, 下周三.
fn weekday(text: &Folded, at: usize) -> Option<(usize, Day)> {
    let begin =
        if matches!(text.at(at), '上' | '下' | '本' | '这' | '今') { at.saturating_add(1) } else { at };
    let week = WEEKS.iter().find_map(|week| starts(text, begin, week))?;
    let word = WEEKDAYS.iter().find(|(c, _)| *c == text.at(week)).map(|(_, word)| *word)?;
    let part = match text.at(at) {
        '上' => Some("上"),
        '下' => Some("下"),
        '本' | '这' | '今' => Some("本"),
        _ => None,
    };
    Some((week.saturating_add(1), Day { word: Some(word), part, ..Day::default() }))
}

/// Reads a date in words and figures: 二〇二五年五月廿日, 民國一一四年, 去年12月, 5月底, 廿號.
fn written(text: &Folded, at: usize) -> Option<(usize, Day)> {
    let mut found = Day::default();
    let mut end = at;
    if let Some((behind, word)) = any(text, at, &WORDS).filter(|_| !is_other_yesterday(text, at)) {
        found.word = Some(word);
        end = behind;
    } else if let Some((behind, year)) = year(text, at) {
        found.year = Some(year);
        end = behind;
    }
    let began = end > at;
    // 明年七一.
    if began && let Some((behind, day)) = named(text, end) {
        return Some((behind, Day { month: day.month, day: day.day, ..found }));
    }
    let place = text.skip_space(end);
    if let Some((behind, month)) = small(text, place, 12)
        && let Some(behind) = starts(text, text.skip_space(behind), "月")
        && month > 0
    {
        found.month = Some(month);
        end = starts(text, behind, "份").unwrap_or(behind);
    }
    let place = text.skip_space(end);
    let is_open =
        found.month.is_some() || matches!(found.word, Some("本月" | "上月" | "下月" | "同月")) || !began;
    if is_open
        && let Some((behind, day)) = small(text, place, 31)
        && day > 0
        && !(end == at && is_length(text, at, text.skip_space(behind)))
        && let Some(behind) = starts(text, text.skip_space(behind), "日")
            .or_else(|| starts(text, text.skip_space(behind), "号"))
    {
        found.day = Some(day);
        end = behind;
    } else if end > at
        && found.day.is_none()
        && let Some((behind, part)) = any(text, end, &PARTS)
        && !is_other_word(text, end)
    {
        found.part = Some(part);
        end = behind;
    }
    (end > at).then_some((end, found))
}

/// Words before a number of days, and behind it, that make it a length of time and no day of the month.
const LASTING: [&str; 14] =
    ["未来", "过去", "历时", "为期", "最近", "连续", "接连", "一连", "长达", "短短", "头", "首", "共", "每"];
const WITHIN: [&str; 8] = ["内", "之内", "以内", "后", "之后", "以来", "之间", "间"];

/// Returns true if a number at a place with a 日 at another is a length of time: 三日內, 未來七日, 兩日.
fn is_length(text: &Folded, at: usize, unit: usize) -> bool {
    let Some(end) = starts(text, unit, "日") else { return false };
    let before = text.chars.get(..at).unwrap_or_default();
    let ends = |word: &&str| {
        let length = word.chars().count();
        before.len().checked_sub(length).is_some_and(|from| starts(text, from, word).is_some())
    };
    text.at(at) == '两'
        || LASTING.iter().any(ends)
        || WITHIN.iter().any(|word| starts(text, end, word).is_some())
}

/// Returns true if 昨 at a place is no day: 昨年, 今是昨非, 一如昨. In 例如昨晚 it is one.
fn is_other_yesterday(text: &Folded, at: usize) -> bool {
    let before = at.checked_sub(1).map_or(' ', |before| text.at(before));
    let next = text.at(at.saturating_add(1));
    text.at(at) == '昨'
        && ("年非梦".contains(next) || "如若".contains(before) && !"日天晚夜晨早午".contains(next))
}

/// Returns true if 中 or 初 at a place begins another word: 2025年中國, 5月初步.
fn is_other_word(text: &Folded, at: usize) -> bool {
    let next = text.at(at.saturating_add(1));
    match text.at(at) {
        '中' => {
            "国华央部东方文学心医药式间环层小校立介午餐原级风毒奖美英日俄韩朝印台港澳欧非资行电移海石信层产盘层年枪签彩秋止断选游门".contains(next)
        }
        '初' => "步选审赛级中".contains(next),
        '底' => "部线价".contains(next),
        _ => false,
    }
}

/// Returns the place behind a year that two years share, of which the first is given: 2027/28學年, 二〇二七至二八年度.
fn school_year(text: &Folded, first: &Numeral) -> Option<usize> {
    let is_joined = matches!(text.at(first.end), '/' | '-' | '−' | '–' | '至');
    let second = numeral(text, first.end.checked_add(1)?).filter(|_| first.positional == 4 && is_joined)?;
    let behind = text.skip_space(second.end);
    let end = starts(text, behind, "学年").or_else(|| starts(text, behind, "年度"))?;
    matches!(second.positional, 2 | 4).then_some(end)
}

/// Eras, each with the year before its first.
const ERAS: [(&str, i32); 4] = [("民国", 1911), ("令和", 2018), ("平成", 1988), ("昭和", 1925)];

/// Reads a year: 2025年, 二〇二五年, 民國一一四年, 九七年.
fn year(text: &Folded, at: usize) -> Option<(usize, i32)> {
    let era = ERAS.iter().find_map(|(era, before)| Some((starts(text, at, era)?, *before)));
    let begin = era.map(|(end, _)| end).or_else(|| starts(text, at, "公元")).unwrap_or(at);
    let found = numeral(text, text.skip_space(begin))?;
    if let Some(behind) = school_year(text, &found) {
        return Some((behind, i32::try_from(found.value?.as_whole()?).ok()?));
    }
    let behind = starts(text, text.skip_space(found.end), "年")?;
    let value = i32::try_from(found.value?.as_whole()?).ok()?;
    match era {
        Some((_, before)) => (1..1000).contains(&value).then(|| (behind, value.saturating_add(before))),
        None if found.positional == 4 => Some((behind, value)),
        // 九七年 is a year, 97年 may be ninety-seven years.
        None if found.positional == 2 && !found.in_digits && (value >= 10 || text.at(begin) == '〇') => {
            Some((behind, value.saturating_add(if value < 40 { 2000 } else { 1900 })))
        }
        None => None,
    }
}
