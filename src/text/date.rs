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

#[cfg(test)]
mod tests {
    use super::*;

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
