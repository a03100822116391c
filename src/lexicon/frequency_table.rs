//! The user's own list of words with their frequencies, as a reference for a text.

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::text::of_cell;

/// Words with their frequencies in some corpus.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FrequencyTable {
    /// Each word once, in the order of the list, with a frequency of at least 1.
    pub rows: Vec<(String, u32)>,
    /// The sum of the frequencies: the number of words of that corpus.
    pub tokens: u32,
}

/// A line of the list that cannot be parsed.
#[derive(Clone, Debug, Error, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[error("{}{kind}", place(*line))]
pub struct FrequencyTableError {
    /// The line, from 1; 0 if it concerns the whole list.
    pub line: u32,
    /// The error in it.
    pub kind: FrequencyTableErrorKind,
}

fn place(line: u32) -> String {
    if line == 0 { String::new() } else { format!("line {line} of the word list: ") }
}

/// An error in a line.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum FrequencyTableErrorKind {
    /// The list has no row.
    #[error("the list is empty; write one word a line, a tab, and its frequency")]
    Empty,
    /// There are not exactly two columns.
    #[error("a line is a word, a tab and a frequency")]
    Columns,
    /// The second column is not a whole number from 1 that fits in 32 bits.
    #[error("the frequency is no whole number from 1 to 4,294,967,295")]
    Frequency,
    /// An earlier line has the same word.
    #[error("an earlier line has this word; add the two frequencies up")]
    Twice,
    /// The sum of the frequencies is too large.
    #[error("the frequencies add up to more than 4,294,967,295")]
    TooLarge,
}

impl FrequencyTable {
    /// Parses a list: one `word<TAB>frequency` per line, or a table whose first line names its columns, among
    /// them `word` and `frequency` as in the word lists of this program, or `type` and `freq` as in those of
    /// AntConc 4. Lines before the first row that begin with `# `, a byte order mark, white space around the columns and empty lines are ignored, and so is the
    /// mark that keeps a spreadsheet from evaluating a word ([`as_cell`](crate::text::as_cell)). Nothing else
    /// is: half a list would silently give wrong numbers.
    ///
    /// # Errors
    /// Returns [`FrequencyTableError`] with the first line that cannot be parsed.
    pub fn parse(text: &str) -> Result<Self, FrequencyTableError> {
        let mut table = Self::default();
        let mut met: FxHashMap<&str, ()> = FxHashMap::default();
        let mut header = None;
        for (number, line) in (1..).zip(text.trim_start_matches('\u{feff}').lines()) {
            if line.trim().is_empty() {
                continue;
            }
            // The first lines of a table saved here say what was counted.
            if header.is_none() && table.rows.is_empty() && line.starts_with("# ") && !line.contains('\t') {
                continue;
            }
            let error = |kind| FrequencyTableError { line: number, kind };
            let columns: Vec<&str> = line.split('\t').map(str::trim).collect();
            if header.is_none() && table.rows.is_empty() {
                header = Header::named(&columns);
                if header.is_some() {
                    continue;
                }
            }
            let Some((word, frequency)) = Header::fields(header, &columns) else {
                return Err(error(FrequencyTableErrorKind::Columns));
            };
            let frequency: u32 = frequency.parse().map_err(|_| error(FrequencyTableErrorKind::Frequency))?;
            if frequency == 0 {
                return Err(error(FrequencyTableErrorKind::Frequency));
            }
            if met.insert(word, ()).is_some() {
                return Err(error(FrequencyTableErrorKind::Twice));
            }
            table.tokens =
                table.tokens.checked_add(frequency).ok_or(error(FrequencyTableErrorKind::TooLarge))?;
            table.rows.push((word.to_owned(), frequency));
        }
        if table.rows.is_empty() {
            return Err(FrequencyTableError { line: 0, kind: FrequencyTableErrorKind::Empty });
        }
        Ok(table)
    }
}

/// The columns of the words and of their frequencies.
#[derive(Clone, Copy)]
struct Header {
    word: usize,
    frequency: usize,
}

impl Header {
    /// Returns the columns that a first line names; `None` if it names none, being a word and its frequency
    /// already.
    fn named(columns: &[&str]) -> Option<Self> {
        let place = |names: [&str; 2]| {
            columns.iter().position(|column| names.iter().any(|name| column.eq_ignore_ascii_case(name)))
        };
        Some(Self { word: place(["word", "type"])?, frequency: place(["frequency", "freq"])? })
    }

    /// Returns the word and the frequency of a line; `None` if it lacks one, or has more than two columns and
    /// no header.
    fn fields<'a>(header: Option<Self>, columns: &[&'a str]) -> Option<(&'a str, &'a str)> {
        let (word, frequency) = match (header, columns) {
            (Some(header), _) => (*columns.get(header.word)?, *columns.get(header.frequency)?),
            (None, &[word, frequency]) => (word, frequency),
            (None, _) => return None,
        };
        (!word.is_empty()).then_some((of_cell(word), frequency))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_with_a_header_is_read_by_its_names() {
        let ours = "\u{feff}rank\tword\ttag\tfrequency\tper10k\r\n1\t天氣\tn\t12\t8.5\r\n2\t雨\tn\t3\t2\r\n";
        let antconc = "Type\tRank\tFreq\tRange\n天氣\t1\t12\t4\n雨\t2\t3\t1\n";
        for text in [ours, antconc] {
            let table = FrequencyTable::parse(text).unwrap();
            assert_eq!(table.rows, [("天氣".to_owned(), 12), ("雨".to_owned(), 3)], "{text:?}");
        }
        let short = FrequencyTable::parse("word\tfrequency\n天氣");
        assert_eq!(short, Err(FrequencyTableError { line: 2, kind: FrequencyTableErrorKind::Columns }));
        let empty = FrequencyTable::parse("word\tfrequency\n").unwrap_err();
        assert!(empty.to_string().starts_with("the list is empty"));
    }

    #[test]
    fn a_list_is_read() {
        let table = FrequencyTable::parse("\u{feff}合作\t12\r\n\n 發展 \t 3 \n").unwrap();
        assert_eq!(table.rows, [("合作".to_owned(), 12), ("發展".to_owned(), 3)]);
        assert_eq!(table.tokens, 15);
    }

    #[test]
    fn unreadable_lines_are_reported_by_number() {
        use FrequencyTableErrorKind::{Columns, Empty, Frequency, TooLarge, Twice};
        for (text, line, kind) in [
            ("", 0, Empty),
            ("\n\n", 0, Empty),
            ("詞 頻", 1, Columns),
            ("詞\t頻", 1, Frequency),
            ("甲\t1\n乙\t-2", 2, Frequency),
            ("甲\t1\n乙\t0", 2, Frequency),
            ("甲\t1\n乙\t1.5", 2, Frequency),
            ("甲\t1\t2", 1, Columns),
            ("\t5", 1, Columns),
            ("甲\t1\n\n甲\t2", 3, Twice),
            ("甲\t4294967295\n乙\t1", 2, TooLarge),
            ("甲\t4294967296", 1, Frequency),
        ] {
            assert_eq!(FrequencyTable::parse(text), Err(FrequencyTableError { line, kind }), "{text:?}");
        }
    }
}
