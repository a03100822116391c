//! A reader's own list of words with their frequencies, to hold a text against.

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Words with their frequencies in some corpus.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FrequencyTable {
    /// Each word once, in the order of the list, with a frequency of at least 1.
    pub rows: Vec<(String, u32)>,
    /// The frequencies added up: the words of that corpus.
    pub tokens: u32,
}

/// A line of the list that cannot be read.
#[derive(Clone, Debug, Error, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[error("line {line} of the word list: {kind}")]
pub struct FrequencyTableError {
    /// The line, from 1; 0 when it is about the whole list.
    pub line: u32,
    /// What is wrong with it.
    pub kind: FrequencyTableErrorKind,
}

/// What can be wrong with a line.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum FrequencyTableErrorKind {
    /// The list has no row.
    #[error("the list is empty; write one word a line, a tab, and its frequency")]
    Empty,
    /// There are not exactly two columns.
    #[error("a line is a word, a tab and a frequency")]
    Columns,
    /// The second column is no whole number from 1 that fits.
    #[error("the frequency is no whole number from 1 to 4,294,967,295")]
    Frequency,
    /// An earlier line has the same word.
    #[error("an earlier line has this word; add the two frequencies up")]
    Twice,
    /// The frequencies added up are too great.
    #[error("the frequencies add up to more than 4,294,967,295")]
    TooLarge,
}

impl FrequencyTable {
    /// Reads a list: one `word<TAB>frequency` a line. A byte order mark, white space around the columns and empty lines
    /// are passed over. Nothing else is: half a list would give wrong numbers without a word.
    ///
    /// # Errors
    /// [`FrequencyTableError`] with the first line that cannot be read.
    pub fn parse(text: &str) -> Result<Self, FrequencyTableError> {
        let mut table = Self::default();
        let mut met: FxHashMap<&str, ()> = FxHashMap::default();
        for (number, line) in (1..).zip(text.trim_start_matches('\u{feff}').lines()) {
            if line.trim().is_empty() {
                continue;
            }
            let error = |kind| FrequencyTableError { line: number, kind };
            let (word, frequency) = line.split_once('\t').ok_or(error(FrequencyTableErrorKind::Columns))?;
            let (word, frequency) = (word.trim(), frequency.trim());
            if word.is_empty() || frequency.contains('\t') {
                return Err(error(FrequencyTableErrorKind::Columns));
            }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_read() {
        let table = FrequencyTable::parse("\u{feff}合作\t12\r\n\n 發展 \t 3 \n").unwrap();
        assert_eq!(table.rows, [("合作".to_owned(), 12), ("發展".to_owned(), 3)]);
        assert_eq!(table.tokens, 15);
    }

    #[test]
    fn what_cannot_be_read_is_named_by_its_line() {
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
