//! Text in a spreadsheet cell: marked so that no program evaluates it as a formula.

use std::borrow::Cow;

use super::is_date;

/// The characters that begin a formula, in either width.
const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// The mark of text.
const MARK: char = '\'';

/// Returns a text as it is written in a cell. An apostrophe precedes one that begins with a formula sign, a tab or a
/// line break, so that no program evaluates quoted text (CWE-1236); it also precedes one with white space or quotation
/// marks before the sign, because some programs strip those.
///
/// Numbers are not text: a negative one is written without a mark.
pub fn as_cell(text: &str) -> Cow<'_, str> {
    if is_marked(text) { format!("{MARK}{text}").into() } else { text.into() }
}

/// Returns a text as it is written in a cell of a file that spreadsheets open by themselves: one that they would take for a
/// day, such as the id `003-1`, has a mark as well. A day in full, `2025-01-22`, is left to be one.
pub fn as_cell_of_csv(text: &str) -> Cow<'_, str> {
    if is_like_a_day(text) { format!("{MARK}{text}").into() } else { as_cell(text) }
}

/// Returns the text of a cell as [`as_cell`] or [`as_cell_of_csv`] writes it, without its mark.
pub fn of_cell(cell: &str) -> &str {
    cell.strip_prefix(MARK).filter(|text| is_marked(text) || is_like_a_day(text)).unwrap_or(cell)
}

/// Returns true for two or three numbers of at most four digits with hyphens or strokes between them.
fn is_like_a_day(text: &str) -> bool {
    let is_number =
        |part: &str| (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    let parts = text.split(['-', '/']);
    (2..=3).contains(&parts.clone().count()) && parts.clone().all(is_number) && !is_date(text)
}

/// Returns true if a text needs a mark. One that looks marked gets another, so that each is read back unchanged.
fn is_marked(text: &str) -> bool {
    let text = match text.trim_start_matches(MARK) {
        day if day.len() < text.len() && is_like_a_day(day) => return true,
        text => text,
    };
    let begins =
        text.trim_start_matches(|c: char| c.is_whitespace() || c.is_control() || c == '"' || c == '\u{FEFF}');
    text.starts_with(['\t', '\r', '\n']) || begins.starts_with(FORMULA)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn formulas_are_text_and_text_is_left_alone() {
        for (text, cell) in [
            ("=1+1", "'=1+1"),
            ("+86", "'+86"),
            ("-1", "'-1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("＝1", "'＝1"),
            ("－5度", "'－5度"),
            ("\t=1", "'\t=1"),
            ("\r甲", "'\r甲"),
            ("　=1", "'　=1"),
            ("\"=1", "'\"=1"),
            ("'=1", "''=1"),
            ("合作", "合作"),
            ("", ""),
            ("'甲", "'甲"),
            ("—甲", "—甲"),
            ("3-2", "3-2"),
        ] {
            assert_eq!(as_cell(text), cell, "{text}");
            assert_eq!(of_cell(cell), text, "{cell}");
        }
    }

    #[test]
    fn an_id_becomes_no_day_in_a_spreadsheet_and_a_day_stays_one() {
        for (text, cell) in [("003-1", "'003-1"), ("9/11", "'9/11"), ("1-2-3", "'1-2-3")] {
            assert_eq!(as_cell_of_csv(text), cell);
        }
        for text in ["u1-1", "2025-01-22", "10000-1", "003", "a/1", "1-2-3-4", "合作"] {
            assert_eq!(as_cell_of_csv(text), text);
        }
    }

    proptest! {
        #[test]
        fn every_text_is_read_back_and_no_cell_begins_a_formula(text in "['\"=+@＝－\t\r\n 甲a1-]{0,8}|\\PC{0,12}") {
            let cell = as_cell(&text);
            prop_assert_eq!(of_cell(&cell), &text);
            prop_assert!(!cell.starts_with(FORMULA) && !cell.starts_with(['\t', '\r', '\n']));
        }

        #[test]
        fn an_id_is_read_back_from_either_file(text in "'{0,2}[0-9]{0,5}[-/]?[0-9]{0,5}[-/]?[0-9]{0,3}") {
            let csv = as_cell_of_csv(&text);
            prop_assert_eq!(of_cell(&csv), &text);
            prop_assert!(!is_like_a_day(&csv));
            let cell = as_cell(&text);
            prop_assert_eq!(of_cell(&cell), &text);
        }
    }
}
