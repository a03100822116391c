//! Times of day.

use super::day::small;
use super::folded::{Folded, starts};

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    /// Seconds since midnight.
    pub seconds: u32,
    /// True if the half of the day is known: 下午3時, 15:00.
    pub is_whole_day: bool,
    /// True if minutes are named.
    pub has_minutes: bool,
    /// True if it is said to be about that time: 10時許.
    pub is_about: bool,
}

impl Clock {
    /// Returns true if one of two times may be the other in round figures: within twenty minutes of a full or half hour.
    pub(super) fn is_near(self, other: Self) -> bool {
        const NEAR: u32 = 20 * 60;
        let around: u32 = if self.is_whole_day && other.is_whole_day { 24 * 3600 } else { 12 * 3600 };
        let turn = |of: Self| of.seconds.checked_rem(around).unwrap_or_default();
        let apart = turn(self).abs_diff(turn(other));
        let is_round = |of: Self| of.is_about || of.seconds.is_multiple_of(1800);
        apart.min(around.saturating_sub(apart)) <= NEAR && (is_round(self) || is_round(other))
    }

    /// Returns the minutes since midnight.
    pub(super) fn minutes(self) -> f64 {
        f64::from(self.seconds) / 60.0
    }
}

/// A part of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum DayPart {
    /// Before noon.
    Morning,
    /// About noon, of either half.
    Noon,
    /// From noon to the evening.
    Afternoon,
    /// The evening, to midnight.
    Night,
}

/// The words for parts of a day, folded.
const PARTS: [(&str, DayPart); 34] = [
    ("凌晨", DayPart::Morning),
    ("清晨", DayPart::Morning),
    ("早晨", DayPart::Morning),
    ("早上", DayPart::Morning),
    ("上午", DayPart::Morning),
    ("今早", DayPart::Morning),
    ("今晨", DayPart::Morning),
    ("昨早", DayPart::Morning),
    ("昨晨", DayPart::Morning),
    ("明早", DayPart::Morning),
    ("明晨", DayPart::Morning),
    ("翌晨", DayPart::Morning),
    ("晨", DayPart::Morning),
    ("早", DayPart::Morning),
    ("中午", DayPart::Noon),
    ("正午", DayPart::Noon),
    ("午间", DayPart::Noon),
    ("下午", DayPart::Afternoon),
    ("午后", DayPart::Afternoon),
    ("傍晚", DayPart::Afternoon),
    ("黄昏", DayPart::Afternoon),
    ("晚上", DayPart::Night),
    ("晚间", DayPart::Night),
    ("今晚", DayPart::Night),
    ("昨晚", DayPart::Night),
    ("昨夜", DayPart::Night),
    ("前晚", DayPart::Night),
    ("明晚", DayPart::Night),
    ("当晚", DayPart::Night),
    ("深夜", DayPart::Night),
    ("午夜", DayPart::Night),
    ("半夜", DayPart::Night),
    ("夜晚", DayPart::Night),
    ("晚", DayPart::Night),
];

/// Marks of the halves of a day behind an hour.
const MARKS: [(&str, DayPart); 6] = [
    ("am", DayPart::Morning),
    ("AM", DayPart::Morning),
    ("a.m.", DayPart::Morning),
    ("pm", DayPart::Afternoon),
    ("PM", DayPart::Afternoon),
    ("p.m.", DayPart::Afternoon),
];

/// Returns the first characters of the parts of a day.
pub(super) fn beginnings() -> impl Iterator<Item = char> {
    PARTS.iter().filter_map(|(word, _)| word.chars().next())
}

/// Reads the time of day at a place.
pub(super) fn clock(text: &Folded, at: usize) -> Option<(usize, Clock)> {
    let part = PARTS.iter().find_map(|(word, part)| Some((starts(text, at, word)?, *part)));
    let begin = text.skip_space(part.map_or(at, |(end, _)| end));
    let part = part.map(|(_, part)| part);
    if part.is_none()
        && text.from(at).iter().next().is_none_or(|c| !c.is_ascii_digit() && !super::numeral::is_chinese(*c))
    {
        return None;
    }
    let (end, clock) =
        colon(text, begin, part).or_else(|| marked(text, begin)).or_else(|| hour(text, begin, part))?;
    let about = ["许", "左右", "多", "几"].iter().find_map(|word| starts(text, end, word));
    Some((about.unwrap_or(end), Clock { is_about: about.is_some(), ..clock }))
}

/// Makes a time of an hour in a part of the day.
fn made(hour: u8, minutes: Option<(u8, u8)>, part: Option<DayPart>) -> Clock {
    let hours = match (part, hour) {
        (_, 24) | (Some(DayPart::Morning | DayPart::Night), 12) => 0,
        (Some(DayPart::Afternoon | DayPart::Night), 0..12) => hour.saturating_add(12),
        (Some(DayPart::Noon), 0..6) => hour.saturating_add(12),
        _ => hour,
    };
    let (minute, second) = minutes.unwrap_or_default();
    let seconds = u32::from(hours).saturating_mul(3600).saturating_add(u32::from(minute).saturating_mul(60));
    Clock {
        seconds: seconds.saturating_add(u32::from(second)),
        is_whole_day: part.is_some() || hours > 12 || hours == 0,
        has_minutes: minutes.is_some(),
        is_about: false,
    }
}

/// Reads 10:30, 22:30:05, 10:30pm.
fn colon(text: &Folded, at: usize, part: Option<DayPart>) -> Option<(usize, Clock)> {
    let figures = |at: usize| text.from(at).iter().take(3).take_while(|c| c.is_ascii_digit()).count();
    let number = |at: usize, length: usize| -> Option<u8> {
        text.chars.get(at..at.checked_add(length)?)?.iter().collect::<String>().parse().ok()
    };
    let of_hour = figures(at);
    let mark = at.checked_add(of_hour)?;
    let minute = mark.checked_add(1)?;
    if !(1..=2).contains(&of_hour) || text.at(mark) != ':' || figures(minute) != 2 {
        return None;
    }
    let (hour, minutes) = (number(at, of_hour)?, number(minute, 2)?);
    if hour > 24 || minutes > 59 {
        return None;
    }
    let mut end = minute.checked_add(2)?;
    let mut seconds = 0;
    if text.at(end) == ':' && figures(end.checked_add(1)?) == 2 {
        seconds = number(end.checked_add(1)?, 2)?.min(59);
        end = end.checked_add(3)?;
    }
    let mark = mark_at(text, end);
    let part = mark.map(|(_, part)| part).or(part);
    Some((mark.map_or(end, |(behind, _)| behind), made(hour, Some((minutes, seconds)), part)))
}

/// Returns the place behind am or pm, and the part of the day.
fn mark_at(text: &Folded, end: usize) -> Option<(usize, DayPart)> {
    let place = text.skip_space(end);
    MARKS.iter().find_map(|(word, part)| Some((starts(text, place, word)?, *part)))
}

/// Reads 9am, 10 p.m.
fn marked(text: &Folded, at: usize) -> Option<(usize, Clock)> {
    let figures = text.from(at).iter().take(3).take_while(|c| c.is_ascii_digit()).count();
    let (end, hour) = small(text, at, 12)?;
    let (behind, part) = mark_at(text, end)?;
    ((1..=2).contains(&figures)).then(|| (behind, made(hour, None, Some(part))))
}

/// Reads the hour of 八點五十一分, whose beginning is a decimal by itself (八點五). 八點五分鐘 is one.
fn hour_before_point(text: &Folded, at: usize) -> Option<(usize, u8)> {
    let point = (1..=3).map(|length| at.saturating_add(length)).find(|&place| text.at(place) == '点')?;
    let hour: String = text.chars.get(at..point)?.iter().collect();
    let hour = Folded::new(&hour);
    let (end, value) = small(&hour, 0, 24)?;
    let (unit, _) = small(text, point.checked_add(1)?, 59)?;
    let behind = starts(text, unit, "分")?;
    (end == hour.chars.len() && !"之钟".contains(text.at(behind))).then_some((point, value))
}

/// Reads 十時半, 10時30分, 上午十時, 3時三刻.
fn hour(text: &Folded, at: usize, part: Option<DayPart>) -> Option<(usize, Clock)> {
    let (end, hour) = small(text, at, 24).or_else(|| hour_before_point(text, at))?;
    let place = text.skip_space(end);
    let behind = starts(text, place, "时")
        .or_else(|| starts(text, place, "点钟"))
        .or_else(|| starts(text, place, "点"))?;
    for word in ["半", "正", "整"] {
        if let Some(end) = starts(text, behind, word) {
            return Some((end, made(hour, Some((if word == "半" { 30 } else { 0 }, 0)), part)));
        }
    }
    let place = text.skip_space(behind);
    if let Some((end, minutes)) = small(text, place, 59) {
        let unit = text.skip_space(end);
        if let Some(mut end) = starts(text, unit, "分") {
            let mut seconds = 0;
            if let Some((rest, found)) = small(text, text.skip_space(end), 59)
                && let Some(rest) = starts(text, text.skip_space(rest), "秒")
            {
                (end, seconds) = (rest, found);
            }
            return Some((end, made(hour, Some((minutes, seconds)), part)));
        }
        if let Some(end) = starts(text, unit, "刻") {
            return Some((end, made(hour, Some((minutes.saturating_mul(15).min(59), 0)), part)));
        }
        // 十時三十 and 10點05, but not 10時3人.
        if text.from(place).len() >= 2 && minutes >= 10 && super::unit::unit(text, unit).is_none() {
            return Some((end, made(hour, Some((minutes, 0)), part)));
        }
    }
    Some((behind, made(hour, None, part)))
}
