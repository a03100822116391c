//! Parsing of dates into one form.

use crate::text::is_date;

/// Parses the date at the beginning of a text into `YYYY-MM-DD`: `2025-01-22`, `2025/1/22`, `2025.1.22`, `2025年1月22日`,
/// `20250122`, with or without a time of day behind it.
pub(super) fn day(text: &str) -> Option<String> {
    let text = text.trim();
    let mut rest = text;
    let year = number(&mut rest, 4)?;
    let (month, day) = if rest.starts_with(|c: char| c.is_ascii_digit()) {
        let pair = (number(&mut rest, 2)?, number(&mut rest, 2)?);
        // Nine or more digits are not a date.
        (!rest.starts_with(|c: char| c.is_ascii_digit())).then_some(pair)?
    } else {
        rest = rest.trim_start().strip_prefix(['-', '/', '.', '年'])?.trim_start();
        let month = number(&mut rest, 2)?;
        rest = rest.trim_start().strip_prefix(['-', '/', '.', '月'])?.trim_start();
        (month, number(&mut rest, 2)?)
    };
    of_calendar(year, month, day)
}

/// Returns a day as `YYYY-MM-DD`, if the calendar has it.
pub(super) fn of_calendar(year: u32, month: u32, day: u32) -> Option<String> {
    let written = format!("{year:04}-{month:02}-{day:02}");
    ((1000..=2999).contains(&year) && is_date(&written)).then_some(written)
}

/// Takes a number of at most `most` digits off the front.
fn number(rest: &mut &str, most: usize) -> Option<u32> {
    let length = rest.bytes().take(most).take_while(u8::is_ascii_digit).count();
    let (digits, behind) = rest.split_at_checked(length)?;
    *rest = behind;
    digits.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ways_to_write_a_day_meet() {
        for written in [
            "2025-01-22",
            "2025/1/22",
            "2025年1月22日",
            "20250122",
            " 2025.1.22 ",
            "2025-01-22T08:00:00+08:00",
        ] {
            assert_eq!(day(written).as_deref(), Some("2025-01-22"), "{written}");
        }
    }

    #[test]
    fn what_is_no_day_is_none() {
        for written in ["", "昨日", "2025", "2025-02-30", "2025-13-01", "202501221", "22/1/2025", "年月日"]
        {
            assert_eq!(day(written), None, "{written}");
        }
        assert_eq!(day("2024-02-29").as_deref(), Some("2024-02-29"));
    }
}
