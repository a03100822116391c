//! Days resolved by the day of issue: 昨日 in a paper of 6 March is 5 March.

use crate::text::value::Day;
use crate::text::{date_parts, day_number, day_of};

/// A day as far as it is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Known {
    year: Option<i64>,
    month: Option<i64>,
    day: Option<i64>,
}

impl Known {
    /// Resolves a day that a paper of this date names; `None` if that leaves nothing known.
    pub(super) fn of(day: Day, issue: &str) -> Option<Self> {
        let mut known = Self {
            year: day.year.map(i64::from),
            month: day.month.map(i64::from),
            day: day.day.map(i64::from),
        };
        if let Some((year, month, of_month)) = date_parts(issue) {
            let shifted = |days: i64| {
                let (year, month, day) = day_of(day_number(year, month, of_month).saturating_add(days));
                Self { year: Some(year), month: Some(month), day: Some(day) }
            };
            match day.word {
                Some("今日" | "今早" | "今午" | "今晚") => known = shifted(0),
                Some("昨日" | "昨早" | "昨午" | "昨晚") => known = shifted(-1),
                Some("前日" | "前晚") => known = shifted(-2),
                Some("明日" | "明早" | "明晚") => known = shifted(1),
                Some("後日") => known = shifted(2),
                Some("今年") => known.year = Some(year),
                Some("去年") => known.year = year.checked_sub(1),
                Some("前年") => known.year = year.checked_sub(2),
                Some("明年") => known.year = year.checked_add(1),
                Some("本月") => (known.year, known.month) = (Some(year), Some(month)),
                Some("上月") => (known.year, known.month) = neighbour(year, month, -1),
                Some("下月") => (known.year, known.month) = neighbour(year, month, 1),
                Some(_) => return None,
                // A day of a month without its name is one of the month of issue, or of the one before if it is later.
                None if known.month.is_none() => {
                    if let Some(day) = known.day {
                        let is_later = day > of_month.saturating_add(15);
                        let before = if month == 1 { 12 } else { month.saturating_sub(1) };
                        known.month = Some(if is_later { before } else { month });
                    }
                }
                None => {}
            }
        } else if day.word.is_some() {
            return None;
        }
        (known != Self::default()).then_some(known)
    }

    /// Returns true if both can be one day and have their smallest part in common.
    pub(super) fn is_same(self, other: Self) -> bool {
        let agree = |x: Option<i64>, y: Option<i64>| x.zip(y).is_none_or(|(x, y)| x == y);
        let both = |x: Option<i64>, y: Option<i64>| x.is_some() == y.is_some();
        agree(self.year, other.year)
            && agree(self.month, other.month)
            && agree(self.day, other.day)
            && both(self.day, other.day)
            && (self.day.is_some() || both(self.month, other.month))
    }
}

/// Returns the year and month that many months after one.
fn neighbour(year: i64, month: i64, months: i64) -> (Option<i64>, Option<i64>) {
    let count = year.saturating_mul(12).saturating_add(month).saturating_sub(1).saturating_add(months);
    (count.checked_div_euclid(12), count.checked_rem_euclid(12).map(|month| month.saturating_add(1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn yesterday_is_the_day_before_the_day_of_issue() {
        let yesterday = Day { word: Some("昨日"), ..Day::default() };
        let named = Day { month: Some(2), day: Some(28), ..Day::default() };
        let (of, known) = (Known::of(yesterday, "2025-03-01").unwrap(), Known::of(named, "").unwrap());
        assert!(of.is_same(known));
        assert!(!Known::of(yesterday, "2025-03-02").unwrap().is_same(known));
        assert_eq!(Known::of(yesterday, ""), None);
        let day = |word: &'static str| Known::of(Day { word: Some(word), ..Day::default() }, "2025-01-02");
        assert!(day("昨午").unwrap().is_same(day("昨日").unwrap()));
        assert!(!day("前晚").unwrap().is_same(day("昨日").unwrap()));
        let december = Day { year: Some(2024), month: Some(12), ..Day::default() };
        assert!(day("上月").unwrap().is_same(Known::of(december, "").unwrap()));
        assert!(!day("下月").unwrap().is_same(Known::of(december, "").unwrap()));
    }
}
