//! The reader's own dictionary: words that hold together and words that come apart.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::text::is_word_character;

/// The longest word, in characters. The longest entries of known dictionaries have 16; what is longer is a
/// sentence that slipped in.
pub const LONGEST: usize = 64;

/// What an entry that is switched off begins with in a file.
const OFF: &str = "#off ";

/// Entries by word, as printed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct UserDictionary {
    entries: BTreeMap<String, UserEntry>,
}

/// What the reader says of a word.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UserEntry {
    /// What is to become of it.
    pub rule: Rule,
    /// Whether the entry is in force.
    pub enabled: bool,
}

/// What is to become of a string of characters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Rule {
    /// It is one word.
    Join {
        /// Its part of speech, in jieba's tag set; empty when not said.
        tag: String,
        /// A frequency makes the entry a recommendation, followed where no other word would be torn; without
        /// one it is forced.
        frequency: Option<u32>,
    },
    /// It is no word; these are.
    Split {
        /// The words, which joined give the string.
        parts: Vec<String>,
    },
}

/// A line that cannot be read.
#[derive(Clone, Debug, Error, PartialEq, Eq, Serialize, Deserialize)]
#[error("line {line}: {kind}")]
pub struct LexiconError {
    /// The line, from 1; 0 for an entry that stands in no file.
    pub line: u32,
    /// What is wrong with it.
    pub kind: LexiconErrorKind,
}

/// What can be wrong with an entry.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum LexiconErrorKind {
    /// Nothing but white space, or white space inside.
    #[error("no word, or a space inside it")]
    NoWord,
    /// No letter, ideograph or digit.
    #[error("only punctuation; punctuation is never a word")]
    Punctuation,
    /// One character: every character can stand alone already.
    #[error("one character; a word to join has at least two")]
    OneCharacter,
    /// More than [`LONGEST`] characters.
    #[error("longer than 64 characters")]
    TooLong,
    /// The second column is no whole number.
    #[error("the frequency is no whole number")]
    Frequency,
    /// The parts of a split do not join to the word.
    #[error("the parts do not join to the word")]
    Parts,
    /// An earlier line says something else of the same word; the later one holds.
    #[error("an earlier line says otherwise; this one holds")]
    Contradiction,
}

impl UserDictionary {
    /// Says that `word` is one word.
    ///
    /// # Errors
    /// When it is too short, too long, only punctuation, or holds white space.
    pub fn join(&mut self, word: &str, tag: &str, frequency: Option<u32>) -> Result<(), LexiconErrorKind> {
        let rule = Rule::Join { tag: tag.to_owned(), frequency };
        self.insert(word, rule)
    }

    /// Says that `word` comes apart into `parts`.
    ///
    /// # Errors
    /// When the parts are fewer than two, one is empty, or joined they are not the word.
    pub fn split(&mut self, word: &str, parts: Vec<String>) -> Result<(), LexiconErrorKind> {
        if parts.len() < 2 || parts.iter().any(String::is_empty) || parts.concat() != word {
            return Err(LexiconErrorKind::Parts);
        }
        self.insert(word, Rule::Split { parts })
    }

    fn insert(&mut self, word: &str, rule: Rule) -> Result<(), LexiconErrorKind> {
        check(word)?;
        self.entries.insert(word.to_owned(), UserEntry { rule, enabled: true });
        Ok(())
    }

    /// Takes an entry out and gives it back, for undoing.
    pub fn remove(&mut self, word: &str) -> Option<UserEntry> {
        self.entries.remove(word)
    }

    /// Puts an entry back as it was.
    pub fn restore(&mut self, word: String, entry: UserEntry) {
        self.entries.insert(word, entry);
    }

    /// Switches an entry on or off; `false` when there is none.
    pub fn enable(&mut self, word: &str, enabled: bool) -> bool {
        self.entries.get_mut(word).map(|entry| entry.enabled = enabled).is_some()
    }

    /// The entry of a word.
    pub fn get(&self, word: &str) -> Option<&UserEntry> {
        self.entries.get(word)
    }

    /// The entries, by word.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &UserEntry)> {
        self.entries.iter().map(|(word, entry)| (word.as_str(), entry))
    }

    /// The words on which two dictionaries do not agree, by word.
    pub fn differing<'a>(&'a self, other: &'a Self) -> impl Iterator<Item = &'a str> {
        let mine = self.iter().filter(|(word, entry)| other.get(word) != Some(entry)).map(|(word, _)| word);
        let theirs = other.iter().filter(|(word, _)| self.get(word).is_none()).map(|(word, _)| word);
        mine.chain(theirs)
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is no entry.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Adds the entries of a file in jieba's format, “word frequency tag”, one to a line, of which the second and
    /// third may be missing. A frequency of 0 with parts for a tag (龔正在 0 龔正/在) is a split; jieba reads
    /// such a line as a word that never wins. A line that begins with “#off ” is an entry switched off; other
    /// lines that begin with # are comments.
    ///
    /// Good lines are kept whatever the others are; every other line is in the errors.
    pub fn import(&mut self, text: &str) -> Vec<LexiconError> {
        let mut errors = Vec::new();
        let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
        for (line, number) in text.trim_start_matches('\u{FEFF}').lines().zip(1..) {
            let (line, enabled) = match line.trim().strip_prefix(OFF) {
                Some(entry) => (entry, false),
                None => (line.trim(), true),
            };
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            if let Err(kind) = self.import_line(line) {
                errors.push(LexiconError { line: number, kind });
                continue;
            }
            let word = line.split_whitespace().next().unwrap_or(line);
            self.enable(word, enabled);
            if seen.insert(word, line).is_some_and(|before| before != line) {
                errors.push(LexiconError { line: number, kind: LexiconErrorKind::Contradiction });
            }
        }
        errors
    }

    fn import_line(&mut self, line: &str) -> Result<(), LexiconErrorKind> {
        let mut columns = line.split_whitespace();
        let word = columns.next().ok_or(LexiconErrorKind::NoWord)?;
        let second = columns.next();
        let third = columns.next();
        // jieba allows a tag without a frequency.
        let (frequency, tag) = match second {
            None => (None, ""),
            Some(column) if third.is_none() && !column.contains(|c: char| c.is_ascii_digit()) => {
                (None, column)
            }
            Some(column) => {
                (Some(column.parse().map_err(|_| LexiconErrorKind::Frequency)?), third.unwrap_or(""))
            }
        };
        if frequency == Some(0) && tag.contains('/') {
            return self.split(word, tag.split('/').map(str::to_owned).collect());
        }
        self.join(word, tag, frequency)
    }

    /// The entries as a file that [`UserDictionary::import`] reads, by word.
    pub fn export(&self) -> String {
        let mut text = String::new();
        for (word, entry) in self.iter() {
            let off = if entry.enabled { "" } else { OFF };
            // Writing into a string cannot fail.
            _ = match &entry.rule {
                Rule::Split { parts } => writeln!(text, "{off}{word} 0 {}", parts.join("/")),
                Rule::Join { tag, frequency: None } if tag.is_empty() => writeln!(text, "{off}{word}"),
                Rule::Join { tag, frequency: None } => writeln!(text, "{off}{word} {tag}"),
                Rule::Join { tag, frequency: Some(frequency) } => {
                    writeln!(text, "{off}{word} {frequency} {tag}")
                }
            };
        }
        text
    }
}

fn check(word: &str) -> Result<(), LexiconErrorKind> {
    if word.is_empty() || word.contains(char::is_whitespace) {
        return Err(LexiconErrorKind::NoWord);
    }
    if !word.contains(is_word_character) {
        return Err(LexiconErrorKind::Punctuation);
    }
    match word.chars().take(LONGEST + 1).count() {
        1 => Err(LexiconErrorKind::OneCharacter),
        length if length > LONGEST => Err(LexiconErrorKind::TooLong),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn import(text: &str) -> (UserDictionary, Vec<LexiconError>) {
        let mut dictionary = UserDictionary::default();
        let errors = dictionary.import(text);
        (dictionary, errors)
    }

    #[test]
    fn reads_what_jieba_reads() {
        let (dictionary, errors) =
            import("\u{FEFF}云计算 5\n李小福 2 nr\neasy_install 3 eng\n好用 300\n韓玉賞鑒 nz\n八一雙鹿\n");
        assert_eq!(errors, []);
        assert_eq!(dictionary.len(), 6);
        let tag = |tag: &str, frequency| Rule::Join { tag: tag.to_owned(), frequency };
        assert_eq!(dictionary.get("李小福").unwrap().rule, tag("nr", Some(2)));
        assert_eq!(dictionary.get("韓玉賞鑒").unwrap().rule, tag("nz", None));
        assert_eq!(dictionary.get("八一雙鹿").unwrap().rule, tag("", None));
    }

    #[test]
    fn names_broken_lines_and_keeps_the_good_ones() {
        let long = "長".repeat(10_000);
        let (dictionary, errors) =
            import(&format!("好詞\n，。\n字\n{long}\n世界 x9\n龔正在 0 龔正/再\n好詞 3 n\n"));
        let kinds: Vec<_> = errors.iter().map(|error| (error.line, error.kind)).collect();
        assert_eq!(
            kinds,
            [
                (2, LexiconErrorKind::Punctuation),
                (3, LexiconErrorKind::OneCharacter),
                (4, LexiconErrorKind::TooLong),
                (5, LexiconErrorKind::Frequency),
                (6, LexiconErrorKind::Parts),
                (7, LexiconErrorKind::Contradiction),
            ]
        );
        assert_eq!(dictionary.len(), 1);
    }

    proptest! {
        #[test]
        fn what_is_exported_is_imported_again(
            words in proptest::collection::vec(("[一-丏]{2,4}", "(nr|ns)?", proptest::option::of(1_u32..9)), 0..9),
        ) {
            let mut dictionary = UserDictionary::default();
            for (word, tag, frequency) in words {
                dictionary.join(&word, &tag, frequency).unwrap();
            }
            dictionary.split("龔正在", vec!["龔正".into(), "在".into()]).unwrap();
            dictionary.enable("龔正在", false);
            let (again, errors) = import(&dictionary.export());
            prop_assert_eq!(errors, []);
            prop_assert_eq!(again, dictionary);
        }

        #[test]
        fn no_file_breaks_the_reader(text in "\\PC{0,200}") {
            import(&text);
        }
    }
}
