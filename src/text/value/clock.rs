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
    /// Returns the minutes since midnight.
    pub(super) fn minutes(self) -> f64 {
        f64::from(self.seconds) / 60.0
    }
}

/// The parts of a day, with true for its second half and `None` if an hour may be of either half.
const HALVES: [(&str, Option<bool>); 24] = [
    ("凌晨", Some(false)),
    ("清晨", Some(false)),
    ("早晨", Some(false)),
    ("早上", Some(false)),
    ("上午", Some(false)),
    ("今早", Some(false)),
    ("今晨", Some(false)),
    ("翌晨", Some(false)),
    ("晨", Some(false)),
    ("早", Some(false)),
    ("中午", None),
    ("正午", None),
    ("午间", None),
    ("下午", Some(true)),
    ("午后", Some(true)),
    ("傍晚", Some(true)),
    ("黄昏", Some(true)),
    ("晚上", Some(true)),
    ("晚间", Some(true)),
    ("今晚", Some(true)),
    ("昨晚", Some(true)),
    ("当晚", Some(true)),
    ("深夜", Some(true)),
    ("晚", Some(true)),
];

/// Returns the first characters of the parts of a day.
pub(super) fn beginnings() -> impl Iterator<Item = char> {
    HALVES.iter().filter_map(|(word, _)| word.chars().next())
}

/// Reads the time of day at a place.
pub(super) fn clock(text: &Folded, at: usize) -> Option<(usize, Clock)> {
    let half = HALVES.iter().find_map(|(word, half)| Some((starts(text, at, word)?, *half)));
    let begin = text.skip_space(half.map_or(at, |(end, _)| end));
    let half = half.map(|(_, half)| half);
    if half.is_none()
        && text.from(at).iter().next().is_none_or(|c| !c.is_ascii_digit() && !super::numeral::is_chinese(*c))
    {
        return None;
    }
    let (end, clock) = colon(text, begin, half).or_else(|| hour(text, begin, half))?;
    let about = ["许", "左右", "多"].iter().find_map(|word| starts(text, end, word));
    Some((about.unwrap_or(end), Clock { is_about: about.is_some(), ..clock }))
}

/// Makes a time of an hour in a half of the day.
fn made(hour: u8, minutes: Option<(u8, u8)>, half: Option<Option<bool>>) -> Clock {
    let hours = match half {
        Some(Some(true)) if hour < 12 => hour.saturating_add(12),
        Some(Some(false)) if hour == 12 => 0,
        Some(None) if hour < 6 => hour.saturating_add(12),
        _ => hour,
    };
    let (minute, second) = minutes.unwrap_or_default();
    let seconds = u32::from(hours).saturating_mul(3600).saturating_add(u32::from(minute).saturating_mul(60));
    Clock {
        seconds: seconds.saturating_add(u32::from(second)),
        is_whole_day: half.is_some() || hours > 12 || hours == 0,
        has_minutes: minutes.is_some(),
        is_about: false,
    }
}

/// Reads 10:30, 22:30:05, 10:30pm.
fn colon(text: &Folded, at: usize, half: Option<Option<bool>>) -> Option<(usize, Clock)> {
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
    let mut half = half;
    let place = text.skip_space(end);
    for (word, second) in
        [("am", false), ("AM", false), ("a.m.", false), ("pm", true), ("PM", true), ("p.m.", true)]
    {
        if let Some(behind) = starts(text, place, word) {
            (end, half) = (behind, Some(Some(second)));
        }
    }
    Some((end, made(hour, Some((minutes, seconds)), half)))
}

/// Reads 十時半, 10時30分, 上午十時, 3時三刻.
fn hour(text: &Folded, at: usize, half: Option<Option<bool>>) -> Option<(usize, Clock)> {
    let (end, hour) = small(text, at, 24)?;
    let place = text.skip_space(end);
    let behind = starts(text, place, "时")
        .or_else(|| starts(text, place, "点钟"))
        .or_else(|| starts(text, place, "点"))?;
    for word in ["半", "正", "整"] {
        if let Some(end) = starts(text, behind, word) {
            return Some((end, made(hour, Some((if word == "半" { 30 } else { 0 }, 0)), half)));
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
            return Some((end, made(hour, Some((minutes, seconds)), half)));
        }
        if let Some(end) = starts(text, unit, "刻") {
            return Some((end, made(hour, Some((minutes.saturating_mul(15).min(59), 0)), half)));
        }
        // 十時三十 and 10點05, but not 10時3人.
        if text.from(place).len() >= 2
            && minutes >= 10
            && !super::unit::unit(text, unit).is_some_and(|_| true)
        {
            return Some((end, made(hour, Some((minutes, 0)), half)));
        }
    }
    Some((behind, made(hour, None, half)))
}
