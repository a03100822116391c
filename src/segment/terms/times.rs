//! Dates and times of day, in the folded copy.

use super::JoinReason;
use super::numerals::{Number, number};
use super::run::{TermCandidate, WordRun};
use crate::segment::Tag;
use crate::text::from;

/// Words for a year before a month.
const YEARS: [&str; 9] = ["今年", "去年", "明年", "前年", "后年", "同年", "翌年", "当年", "本年"];

/// Words for a month before a day.
const MONTHS: [&str; 5] = ["本月", "上月", "下月", "同月", "当月"];

/// Words that may follow a year.
const PARTS_OF_YEARS: [&str; 17] = [
    "度",
    "底",
    "初",
    "中",
    "末",
    "间",
    "上半年",
    "下半年",
    "春",
    "夏",
    "秋",
    "冬",
    "春季",
    "夏季",
    "秋季",
    "冬季",
    "首季",
];

/// Words that may follow a month.
const PARTS_OF_MONTHS: [&str; 7] = ["份", "初", "底", "末", "上旬", "中旬", "下旬"];

/// Words that may precede an hour.
const PARTS_OF_DAYS: [&str; 22] = [
    "凌晨", "清晨", "早晨", "早上", "上午", "中午", "正午", "下午", "午后", "傍晚", "黄昏", "晚上", "晚间",
    "当晚", "深夜", "半夜", "午夜", "今早", "今晚", "昨晚", "早", "晚",
];

/// Returns true if a date or time can begin with this character.
fn may_begin(c: char) -> bool {
    c.is_ascii_digit()
        || super::numerals::is_numeral(c)
        || "今去明前后同翌当本上下这每公民农凌清早中正午傍黄晚深半昨星礼周".contains(c)
}

/// Finds the longest date or time that begins with the word `first`.
pub(super) fn find(run: &WordRun, first: usize, found: &mut Vec<TermCandidate>) {
    let rest = run.rest(first);
    if !rest.starts_with(may_begin) {
        return;
    }
    let mut ends = Vec::new();
    date(rest, &mut ends);
    clock(rest, &mut ends);
    weekday(rest, &mut ends);
    let end = ends.into_iter().filter_map(|length| run.end_at(first, length)).max();
    if let Some(end) = end.filter(|&end| end > first + 1) {
        found.push(TermCandidate { first, end, tag: Tag::named("t"), source: JoinReason::Date });
    }
}

/// Collects the lengths of the dates at the beginning of `text`.
fn date(text: &str, ends: &mut Vec<usize>) {
    let era =
        ["公元前", "公元", "民国", "农历"].into_iter().find(|era| text.starts_with(era)).map_or(0, str::len);
    if let Some(name) = YEARS.into_iter().find(|year| text.starts_with(year)) {
        after_year(text, name.len(), ends);
        return;
    }
    if let Some(name) = MONTHS.into_iter().find(|month| text.starts_with(month)) {
        day(text, name.len(), ends);
        return;
    }
    let Some(Number { length, value, is_positional }) = number(from(text, era)) else { return };
    let at = era + length;
    let after = from(text, at);
    if after.starts_with("世纪") {
        let century = at + "世纪".len();
        ends.push(century);
        if let Some(decade) = number(from(text, century)) {
            let decade = century + decade.length;
            follow(text, decade, &["年代"], ends);
        }
    } else if after.starts_with("年代") {
        let decade = at + "年代".len();
        ends.push(decade);
        follow(text, decade, &["初", "末", "初期", "中期", "后期", "末期"], ends);
    } else if after.starts_with('年') {
        let is_year = era > 0 || is_positional && value.is_some_and(|value| (1000..3000).contains(&value));
        if is_year {
            ends.push(at + "年".len());
            after_year(text, at + "年".len(), ends);
        }
    }
    month(text, era, ends);
    day(text, era, ends);
}

/// Collects the ends of a part of a year, or a month of it, at `at`.
fn after_year(text: &str, at: usize, ends: &mut Vec<usize>) {
    ends.push(at);
    follow(text, at, &PARTS_OF_YEARS, ends);
    let rest = from(text, at);
    if let Some(order) = rest.strip_prefix('第').and_then(number) {
        follow(text, at + "第".len() + order.length, &["季", "季度"], ends);
    }
    month(text, at, ends);
}

fn month(text: &str, at: usize, ends: &mut Vec<usize>) {
    let Some(Number { length, value: Some(1..=12), .. }) = number(from(text, at)) else { return };
    if from(text, at + length).starts_with('月') {
        let end = at + length + "月".len();
        ends.push(end);
        follow(text, end, &PARTS_OF_MONTHS, ends);
        day(text, end, ends);
    }
}

fn day(text: &str, at: usize, ends: &mut Vec<usize>) {
    if let Some(Number { length, value: Some(1..=31), .. }) = number(from(text, at)) {
        follow(text, at + length, &["日", "号"], ends);
    }
}

/// Collects the lengths of the times of day at the beginning of `text`.
fn clock(text: &str, ends: &mut Vec<usize>) {
    let part = PARTS_OF_DAYS.into_iter().find(|part| text.starts_with(part)).map_or(0, str::len);
    let Some(Number { length, value, .. }) = number(from(text, part)) else { return };
    let hour = part + length;
    if value.is_none() && part > 0 && text.get(part..hour).is_some_and(|hour| hour.contains(':')) {
        ends.push(hour);
        return;
    }
    if value.is_none_or(|value| value > 24) {
        return;
    }
    let rest = from(text, hour);
    let end = hour + "时".len();
    if !rest.starts_with(['时', '点']) {
        return;
    }
    // 5點 by itself may mean five points.
    if rest.starts_with('时') || part > 0 {
        ends.push(end);
        follow(text, end, &["正", "整", "半", "许", "多"], ends);
    }
    if let Some(Number { length, value: Some(0..=59), .. }) = number(from(text, end)) {
        let minutes = end + length;
        follow(text, minutes, &["分", "刻"], ends);
        if from(text, minutes).starts_with('分') {
            let at = minutes + "分".len();
            if let Some(seconds) = number(from(text, at)) {
                follow(text, at + seconds.length, &["秒"], ends);
            }
        }
    }
}

/// Collects the lengths of weekdays at the beginning of `text`: 下星期三, 本週日.
fn weekday(text: &str, ends: &mut Vec<usize>) {
    let mut at = text.chars().next().filter(|c| "上下本这今每".contains(*c)).map_or(0, char::len_utf8);
    if at > 0 && from(text, at).starts_with('个') {
        at += "个".len();
    }
    if let Some(week) = ["星期", "礼拜", "周"].into_iter().find(|week| from(text, at).starts_with(week))
    {
        let at = at + week.len();
        follow(text, at, &["一", "二", "三", "四", "五", "六", "日", "天"], ends);
    }
}

/// Adds the ends of those of `parts` that follow at `at`.
fn follow(text: &str, at: usize, parts: &[&str], ends: &mut Vec<usize>) {
    ends.extend(parts.iter().filter(|part| from(text, at).starts_with(**part)).map(|part| at + part.len()));
}
