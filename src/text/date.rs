//! Calendar dates as text.

/// Returns true if a text is a day of the Gregorian calendar as `YYYY-MM-DD`.
pub fn is_date(text: &str) -> bool {
    let number =
        |digits: &str| digits.bytes().all(|b| b.is_ascii_digit()).then(|| digits.parse().ok()).flatten();
    let parts: Vec<Option<u32>> = text.split('-').map(number).collect();
    let &[Some(year), Some(month), Some(day)] = parts.as_slice() else { return false };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 => 28 + u32::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return false,
    };
    // Ten bytes with the hyphens where they belong: 2025-1-22 would sort before 2024-12-31.
    text.len() == 10 && text.as_bytes()[4] == b'-' && text.as_bytes()[7] == b'-' && (1..=days).contains(&day)
}

/// Returns year, month and day of a date as `YYYY-MM-DD`; `None` for any other text.
pub fn date_parts(text: &str) -> Option<(i64, i64, i64)> {
    let mut parts = is_date(text).then(|| text.split('-').map(str::parse))?;
    Some((parts.next()?.ok()?, parts.next()?.ok()?, parts.next()?.ok()?))
}

/// Numbers the days of the Gregorian calendar, from 1 March of the year 0 (Hinnant 2013, chrono-compatible low-level date
/// algorithms).
pub fn day_number(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year.saturating_sub(1) } else { year };
    let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let of_era = of_era * 365 + of_era / 4 - of_era / 100 + of_year;
    era.saturating_mul(146_097).saturating_add(of_era)
}

/// Returns year, month and day of such a number.
pub fn day_of(number: i64) -> (i64, i64, i64) {
    let (era, of_era) = (number.div_euclid(146_097), number.rem_euclid(146_097));
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let shifted = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    let year = era.saturating_mul(400).saturating_add(year);
    (if month <= 2 { year.saturating_add(1) } else { year }, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_numbered_through() {
        assert_eq!(day_number(2025, 3, 1) - day_number(2025, 2, 28), 1);
        assert_eq!(day_number(2024, 3, 1) - day_number(2024, 2, 28), 2);
        let mut before = day_of(-800_001);
        for number in -800_000..800_000 {
            let (year, month, day) = day_of(number);
            assert_eq!(day_number(year, month, day), number);
            assert!((year, month, day) > before && (1..=12).contains(&month) && (1..=31).contains(&day));
            before = (year, month, day);
        }
        assert_eq!(date_parts("2025-01-22"), Some((2025, 1, 22)));
        assert_eq!(date_parts("2025-02-30"), None);
    }

    #[test]
    fn days_that_the_calendar_lacks_are_refused() {
        for (date, is) in [
            ("2025-01-22", true),
            ("2024-02-29", true),
            ("2025-02-29", false),
            ("1900-02-29", false),
            ("2000-02-29", true),
            ("2025-13-01", false),
            ("2025-04-31", false),
            ("2025-00-10", false),
            ("2025-1-22", false),
            ("25-01-2200", false),
            ("22/01/2025", false),
            ("2025-01-+2", false),
            ("", false),
        ] {
            assert_eq!(is_date(date), is, "{date}");
        }
    }
}
