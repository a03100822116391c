//! Text in a spreadsheet cell: marked so that no program evaluates it as a formula.

use std::borrow::Cow;

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

/// Returns the text of a cell as [`as_cell`] writes it, without its mark.
pub fn of_cell(cell: &str) -> &str {
    cell.strip_prefix(MARK).filter(|text| is_marked(text)).unwrap_or(cell)
}

/// Returns true if a text needs a mark. One that looks marked gets another, so that each is read back unchanged.
fn is_marked(text: &str) -> bool {
    let text = text.trim_start_matches(MARK);
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

    proptest! {
        #[test]
        fn every_text_is_read_back_and_no_cell_begins_a_formula(text in "['\"=+@＝－\t\r\n 甲a1-]{0,8}|\\PC{0,12}") {
            let cell = as_cell(&text);
            prop_assert_eq!(of_cell(&cell), &text);
            prop_assert!(!cell.starts_with(FORMULA) && !cell.starts_with(['\t', '\r', '\n']));
        }
    }
}
