//! Days resolved by the day of issue: 昨日 in a paper of 6 March is 5 March, 去年 the whole year before.

use crate::text::value::{Day, Quantity, QuantityKind};
use crate::text::{date_parts, day_number};

/// The days that a paper may mean, by their numbers from the first to the last. A weekday or a month without more may be the
/// last one or the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Known {
    from: i64,
    to: i64,
    /// The others that it may mean.
    other: Option<(i64, i64)>,
}

/// How two dates are related.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dates {
    /// The same days.
    Same,
    /// One is within the other: a day and its month.
    Within,
    /// Others of the same length: two days, two months.
    Other,
    /// A day and a month in which it is not.
    Apart,
}

/// Days of the week, from Monday.
const WEEKDAYS: [&str; 7] = ["星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"];

/// Words for days, with their distance from the day of issue.
const DAYS: [(&str, i64); 13] = [
    ("今日", 0),
    ("今早", 0),
    ("今午", 0),
    ("今晚", 0),
    ("昨日", -1),
    ("昨早", -1),
    ("昨午", -1),
    ("昨晚", -1),
    ("前日", -2),
    ("前晚", -2),
    ("明日", 1),
    ("明早", 1),
    ("明晚", 1),
];

impl Known {
    /// Resolves a day that a paper of this date names; `None` if that leaves nothing known.
    pub(super) fn of(day: Day, issue: &str) -> Option<Self> {
        let issue = date_parts(issue)?;
        let (year, month, of_month) = issue;
        let today = day_number(year, month, of_month);
        let Some(word) = day.word else { return Self::named(day, issue) };
        if let Some((_, days)) = DAYS.iter().find(|(known, _)| *known == word) {
            return Some(Self::days(today.saturating_add(*days), today.saturating_add(*days)));
        }
        if let Some(weekday) = (0_i64..).zip(WEEKDAYS).find(|(_, known)| *known == word) {
            return Some(Self::weekday(weekday.0, day.part, today));
        }
        let of_year = |years: i64| Self::named(Day { year: whole(year.saturating_add(years)), ..day }, issue);
        let of_month = |months: i64| {
            let (year, month) = month_after(year, month, months);
            Self::named(Day { year: whole(year), month: u8::try_from(month).ok(), ..day }, issue)
        };
        let of_part =
            |part| Self::named(Day { year: whole(year), month: day.month, part: Some(part), ..day }, issue);
        let this_month = |part| {
            let month = u8::try_from(month).ok();
            Self::named(Day { year: whole(year), month, part: Some(part), ..day }, issue)
        };
        let monday = today.saturating_sub(days_since_monday(today));
        let week = |weeks: i64| {
            let first = monday.saturating_add(weeks.saturating_mul(7));
            Some(Self::days(first, first.saturating_add(6)))
        };
        match word {
            "後日" => Some(Self::days(today.saturating_add(2), today.saturating_add(2))),
            "今年" => of_year(0),
            "去年" => of_year(-1),
            "前年" => of_year(-2),
            "明年" => of_year(1),
            "後年" => of_year(2),
            "本月" => of_month(0),
            "上月" => of_month(-1),
            "下月" => of_month(1),
            "月初" => this_month("初"),
            "月中" => this_month("中"),
            "月底" => this_month("底"),
            "年初" => of_part("初"),
            "年中" => of_part("中"),
            "年底" => of_part("底"),
            "上半年" | "下半年" => of_part(word),
            "本周" => week(0),
            "上周" => week(-1),
            "下周" => week(1),
            _ => None,
        }
    }

    /// Resolves a length of time that is counted back from the day of issue: 五年前.
    pub(super) fn counted_back(quantity: &Quantity, issue: &str) -> Option<Self> {
        let (year, month, day) = date_parts(issue)?;
        let number = quantity.number().filter(|_| quantity.kind == QuantityKind::Number)?;
        let count = (number.fract() == 0.0 && (1.0..1000.0).contains(&number)).then_some(number as i64)?;
        let whole_month = |months: i64| {
            let (year, month) = month_after(year, month, months);
            let (next_year, next) = month_after(year, month, 1);
            Self::days(day_number(year, month, 1), day_number(next_year, next, 1).saturating_sub(1))
        };
        let back = |days: i64| {
            let day = day_number(year, month, day).saturating_sub(days);
            Self::days(day, day)
        };
        match quantity.unit.name {
            "年" => {
                let year = year.saturating_sub(count);
                Some(Self::days(day_number(year, 1, 1), day_number(year, 12, 31)))
            }
            "個月" => Some(whole_month(count.saturating_neg())),
            "日" => Some(back(count)),
            _ => None,
        }
    }

    /// Resolves a date by its year, month and day.
    fn named(day: Day, (year, month, of_month): (i64, i64, i64)) -> Option<Self> {
        let own_year = day.year.map(i64::from);
        let (own_month, own_day) = (day.month.map(i64::from), day.day.map(i64::from));
        match (own_month, own_day) {
            (Some(own), of) => {
                let in_year = |year: i64| match of {
                    Some(of) => Self::days(day_number(year, own, of), day_number(year, own, of)),
                    None => Self::month(year, own, day.part),
                };
                let other_year = if own > month { year.saturating_sub(1) } else { year.saturating_add(1) };
                let is_open = own_year.is_none() && own != month;
                let other = is_open.then(|| in_year(other_year)).map(|other| (other.from, other.to));
                Some(Self { other, ..in_year(own_year.unwrap_or(year)) })
            }
            // A day of a month without its name is one of the month of issue, or of the one before if it is later.
            (None, Some(of)) => {
                let before = if of > of_month.saturating_add(15) { -1 } else { 0 };
                let (year, month) = month_after(year, month, before);
                Some(Self::days(day_number(year, month, of), day_number(year, month, of)))
            }
            (None, None) => {
                let year = own_year?;
                let (from, to) = match day.part {
                    Some("上半年") => (1, 6),
                    Some("下半年") => (7, 12),
                    Some("初") => (1, 3),
                    Some("中") => (5, 8),
                    Some("底") => (10, 12),
                    _ => (1, 12),
                };
                Some(Self::days(day_number(year, from, 1), day_number(year, to, 31)))
            }
        }
    }

    fn month(year: i64, month: i64, part: Option<&str>) -> Self {
        let (next_year, next) = month_after(year, month, 1);
        let last = day_number(next_year, next, 1).saturating_sub(1);
        let day = |day: i64| day_number(year, month, day).min(last);
        match part {
            Some("初" | "上旬") => Self::days(day(1), day(10)),
            Some("中" | "中旬") => Self::days(day(8), day(22)),
            Some("底" | "下旬") => Self::days(day(20), last),
            _ => Self::days(day(1), last),
        }
    }

    /// Resolves a weekday: of the week that is named, else the last one or the next.
    fn weekday(weekday: i64, part: Option<&str>, today: i64) -> Self {
        let since = days_since_monday(today);
        let this = today.saturating_sub(since).saturating_add(weekday);
        let weeks = match part {
            Some("上") => -7,
            Some("下") => 7,
            Some(_) => 0,
            None => {
                let other = if weekday <= since { 7 } else { -7 };
                let other = this.saturating_add(other);
                return Self { other: Some((other, other)), ..Self::days(this, this) };
            }
        };
        Self::days(this.saturating_add(weeks), this.saturating_add(weeks))
    }

    const fn days(from: i64, to: i64) -> Self {
        Self { from, to, other: None }
    }

    fn is_day(self) -> bool {
        self.from == self.to
    }

    /// Relates two dates.
    pub(super) fn relation(self, other: Self) -> Dates {
        let choices = |of: Self| [Some((of.from, of.to)), of.other];
        let pairs = choices(self)
            .into_iter()
            .flatten()
            .flat_map(|own| choices(other).into_iter().flatten().map(move |theirs| (own, theirs)));
        let mut relation = Dates::Apart;
        for (own, theirs) in pairs {
            let is_in = |a: (i64, i64), b: (i64, i64)| a.0 >= b.0 && a.1 <= b.1;
            if own == theirs {
                return Dates::Same;
            }
            if is_in(own, theirs) || is_in(theirs, own) {
                relation = Dates::Within;
            }
        }
        let length = |of: Self| of.to.saturating_sub(of.from);
        let alike = self.is_day() && other.is_day() || length(self).abs_diff(length(other)) <= 3;
        if relation == Dates::Apart && alike { Dates::Other } else { relation }
    }
}

fn whole(year: i64) -> Option<i32> {
    i32::try_from(year).ok()
}

/// Returns the number of days since Monday.
fn days_since_monday(day: i64) -> i64 {
    // The first numbered day was a Wednesday.
    day.saturating_add(2).rem_euclid(7)
}

/// Returns the year and month that many months after one.
fn month_after(year: i64, month: i64, months: i64) -> (i64, i64) {
    let count = year.saturating_mul(12).saturating_add(month).saturating_sub(1).saturating_add(months);
    (count.div_euclid(12), count.rem_euclid(12).saturating_add(1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::value::quantities;

    const ISSUE: &str = "2025-03-06";

    /// Resolves the first value of a text.
    fn known(text: &str, issue: &str) -> Option<Known> {
        let quantity = quantities(text).into_iter().next()?;
        match quantity.amount {
            crate::text::value::Amount::Day(day) => Known::of(day, issue),
            _ => Known::counted_back(&quantity, issue),
        }
    }

    #[test]
    fn days_are_resolved_by_the_day_of_issue() {
        for (text, date) in [
            ("昨日", "2025年3月5日"),
            ("前晚", "3月4日"),
            ("星期三", "3月5日"),
            ("星期五", "3月7日"),
            ("上周五", "2月28日"),
            ("下星期一", "3月10日"),
            ("上月", "2025年2月"),
            ("去年", "2024年"),
            ("五年前", "2020年"),
            ("三個月前", "去年12月"),
            ("28日", "2025年2月28日"),
        ] {
            let (own, other) = (known(text, ISSUE).unwrap(), known(date, ISSUE).unwrap());
            assert_eq!(own.relation(other), Dates::Same, "{text} {date}");
        }
        assert_eq!(known("昨日", ""), None);
    }

    #[test]
    fn a_day_is_within_its_month_and_not_in_another() {
        for (text, date, relation) in [
            ("去年五月", "去年", Dates::Within),
            ("四月五日", "下月初", Dates::Within),
            ("四月二十五日", "下月初", Dates::Apart),
            ("本周", "星期二", Dates::Within),
            ("年底", "十一月", Dates::Within),
            ("昨日", "前日", Dates::Other),
            ("去年", "前年", Dates::Other),
            ("昨日", "去年", Dates::Apart),
            ("上月", "1966年", Dates::Apart),
        ] {
            let (own, other) = (known(text, ISSUE).unwrap(), known(date, ISSUE).unwrap());
            assert_eq!(own.relation(other), relation, "{text} {date}");
        }
    }
}
