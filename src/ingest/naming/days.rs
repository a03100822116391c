//! The day that a path gives, whole in one name or in parts: year, month and day in folders.

use crate::ingest::dates::of_calendar;

/// The years that papers of a reader are of; other numbers of four digits are none.
const YEARS: std::ops::RangeInclusive<u32> = 1800..=2199;

/// The first year of the calendar of the Republic of China less one.
const REPUBLIC: u32 = 1911;

/// Returns the day that the names of a path, the file's last, give: the innermost whole one, or one in parts. `None` if a
/// name gives several.
pub(super) fn day_of_path(names: &[String]) -> Option<String> {
    let (mut year, mut month, mut found) = (None, None, None);
    for (at, name) in names.iter().enumerate() {
        let numbers = numbers(name);
        let mut days: Vec<String> = whole(&numbers);
        days.sort_unstable();
        days.dedup();
        match &days[..] {
            [] => {}
            [day] => {
                found = Some(day.clone());
                continue;
            }
            _ => {
                found = None;
                continue;
            }
        }
        let is_folder = at.saturating_add(1) < names.len();
        if let Some(day) = year.and_then(|year| part_of(&numbers, year, month, is_folder)) {
            found = Some(day);
            continue;
        }
        if let Some((of_year, of_month)) = year_and_month(&numbers) {
            (year, month) = (Some(of_year), of_month);
        } else if let ([only], Some(_), None) = (&numbers[..], year, month) {
            month =
                Some(only.value).filter(|month| is_folder && only.is_alone("月") && (1..=12).contains(month));
        }
    }
    found
}

/// A number of a name, and what is around it.
struct NameNumber<'t> {
    digits: &'t str,
    value: u32,
    before: &'t str,
    /// What is behind it, to the next number.
    behind: &'t str,
}

impl NameNumber<'_> {
    fn is_long(&self, length: usize) -> bool {
        self.digits.len() == length
    }

    fn is_short(&self) -> bool {
        self.digits.len() <= 2
    }

    /// Returns true if the number is all of its name, but for a unit.
    fn is_alone(&self, unit: &str) -> bool {
        self.before.is_empty() && (self.behind.is_empty() || self.behind == unit)
    }

    /// Returns true if what is behind it parts it from the next number of a day.
    fn is_parted(&self) -> bool {
        let mark = self.behind.trim();
        self.behind.len() <= 8
            && matches!(mark, "" | "-" | "_" | "." | "－" | "–" | "—" | "·" | "年" | "月")
            && !self.behind.is_empty()
    }

    fn year(&self) -> Option<u32> {
        let is_republican = self.before.ends_with("民國") || self.before.ends_with("民国");
        if is_republican && self.digits.len() <= 3 {
            return self.value.checked_add(REPUBLIC);
        }
        (self.is_long(4) && YEARS.contains(&self.value)).then_some(self.value)
    }
}

/// Returns the numbers of a name; those of more than 14 digits are no part of a day.
fn numbers(name: &str) -> Vec<NameNumber<'_>> {
    let mut numbers: Vec<NameNumber<'_>> = Vec::new();
    let mut rest = name;
    while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
        let (before, from) = rest.split_at_checked(at).unwrap_or((rest, ""));
        let end = from.find(|c: char| !c.is_ascii_digit()).unwrap_or(from.len());
        let (digits, after) = from.split_at_checked(end).unwrap_or((from, ""));
        let next = after.find(|c: char| c.is_ascii_digit()).unwrap_or(after.len());
        let behind = after.get(..next).unwrap_or_default();
        let value = digits.parse().unwrap_or(u32::MAX);
        numbers.push(NameNumber { digits, value, before, behind });
        rest = after;
    }
    numbers
}

/// Returns the days that a name gives as a whole.
fn whole(numbers: &[NameNumber<'_>]) -> Vec<String> {
    let mut days = Vec::new();
    let mut at = 0;
    while let Some([first, ..]) = numbers.get(at..) {
        let (day, length) = whole_at(numbers.get(at..).unwrap_or_default(), first);
        days.extend(day);
        at = at.saturating_add(length);
    }
    days
}

/// Returns the day that begins with a number, and how many numbers it takes.
fn whole_at(numbers: &[NameNumber<'_>], first: &NameNumber<'_>) -> (Option<String>, usize) {
    if matches!(first.digits.len(), 8 | 12 | 14) {
        return (first.digits.get(..8).and_then(dense), 1);
    }
    let year = first.year().filter(|_| first.is_parted());
    match numbers {
        [_, month, day, ..] if month.is_short() && month.is_parted() && day.is_short() => {
            if let Some(date) = year.and_then(|year| of_calendar(year, month.value, day.value)) {
                return (Some(date), 3);
            }
        }
        [_, month_and_day, ..] if month_and_day.is_long(4) => {
            let (month, day) = (month_and_day.value / 100, month_and_day.value % 100);
            if let Some(date) = year.and_then(|year| of_calendar(year, month, day)) {
                return (Some(date), 2);
            }
        }
        _ => {}
    }
    match numbers {
        [day, month, year, ..]
            if day.is_short() && day.is_parted() && month.is_short() && month.is_parted() =>
        {
            let date = year
                .year()
                .filter(|_| year.is_long(4))
                .and_then(|year| of_calendar(year, month.value, day.value));
            let length = if date.is_some() { 3 } else { 1 };
            (date, length)
        }
        _ => (None, 1),
    }
}

/// Returns the day of 20240307.
fn dense(digits: &str) -> Option<String> {
    let number = |from: usize, to: usize| digits.get(from..to).and_then(|digits| digits.parse().ok());
    let year = number(0, 4).filter(|year| YEARS.contains(year))?;
    of_calendar(year, number(4, 6)?, number(6, 8)?)
}

/// Returns the year and the month that a folder is of: 2024, 2024年, 2024-03, 202403, 2024年3月.
fn year_and_month(numbers: &[NameNumber<'_>]) -> Option<(u32, Option<u32>)> {
    let [first, rest @ ..] = numbers else { return None };
    let is_month = |month: &u32| (1..=12).contains(month);
    if first.is_long(6) {
        let (year, month) = (first.value / 100, first.value % 100);
        return (YEARS.contains(&year) && is_month(&month)).then_some((year, Some(month)));
    }
    let year = first.year()?;
    let second = rest.first().filter(|second| first.is_parted() && second.is_short());
    Some((year, second.map(|second| second.value).filter(is_month)))
}

/// Returns the day that a name completes within a folder of its year, and perhaps of its month.
fn part_of(numbers: &[NameNumber<'_>], year: u32, month: Option<u32>, is_folder: bool) -> Option<String> {
    let [first, rest @ ..] = numbers else { return None };
    let is_first = first.before.is_empty() || first.behind.starts_with('月');
    if let Some(second) = rest.first()
        && first.is_short()
        && second.is_short()
        && is_first
        && first.is_parted()
        && month.is_none_or(|month| month == first.value)
        && (first.behind.starts_with('月') || is_folder || second.is_long(2) && first.is_long(2))
    {
        return of_calendar(year, first.value, second.value);
    }
    let month = month?;
    if first.is_long(4) && first.before.is_empty() && first.value / 100 == month {
        return of_calendar(year, month, first.value % 100);
    }
    let is_day = first.is_short()
        && (is_folder && first.is_alone("日") || first.behind.starts_with(['日', '號', '号']));
    is_day.then(|| of_calendar(year, month, first.value)).flatten()
}
