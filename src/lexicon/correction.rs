//! One thing the reader says of a string of characters: that it is a word, or that it comes apart.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::text::{fold, is_word_character};

/// The longest word, in characters. The longest entries of known dictionaries have 16; what is longer is a
/// sentence that slipped in.
pub const LONGEST: usize = 64;

/// The longest name of a part of speech, in letters; jieba's longest has 4.
const LONGEST_TAG: usize = 16;

/// What stands between the parts of a split in a file.
pub(super) const BETWEEN: char = '/';

/// What begins the lines of a file that are no entries of jieba's.
pub(super) const COMMENT: char = '#';

/// One place in one story.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Place {
    /// The story's id.
    pub story: String,
    /// The first UTF-16 code unit, counted in the story's text.
    pub start: u32,
    /// The unit after the last.
    pub end: u32,
}

/// What names a correction.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Key {
    /// A word wherever it stands, in whatever variants it is written: folded.
    Word(String),
    /// One place.
    Place(Place),
}

/// What is to become of a string of characters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Rule {
    /// It is one word.
    Join {
        /// Its part of speech, in jieba's tag set; empty when not said.
        tag: String,
        /// A frequency makes the entry a recommendation, followed where no other word would be torn; without
        /// one it is forced. At least 1.
        frequency: Option<u32>,
    },
    /// It is no word; these are.
    Split {
        /// The words, which joined give the string.
        parts: Vec<String>,
    },
}

/// What the reader says of a string of characters, everywhere or in one place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    word: String,
    place: Option<Place>,
    rule: Rule,
    /// Whether it is in force.
    pub enabled: bool,
}

/// A line that cannot be read.
#[derive(Clone, Debug, Error, PartialEq, Eq, Serialize, Deserialize)]
#[error("line {line}: {kind}")]
pub struct LexiconError {
    /// The line, from 1.
    pub line: u32,
    /// What is wrong with it.
    pub kind: LexiconErrorKind,
}

/// What can be wrong with an entry.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum LexiconErrorKind {
    /// Nothing but white space, or white space or a control character inside.
    #[error("no word, or a space or control character inside it")]
    NoWord,
    /// No letter, ideograph or digit.
    #[error("only punctuation; punctuation is never a word")]
    Punctuation,
    /// One character: every character can stand alone already.
    #[error("one character; an entry has at least two")]
    OneCharacter,
    /// More than [`LONGEST`] characters.
    #[error("longer than 64 characters")]
    TooLong,
    /// The second column is no whole number, or 0 without parts.
    #[error("the frequency is no whole number above 0")]
    Frequency,
    /// The part of speech is not made of Latin letters.
    #[error("the part of speech is not made of Latin letters, as in n or nr")]
    Tag,
    /// More columns than there can be.
    #[error("more than word, frequency and part of speech")]
    Columns,
    /// The parts of a split do not join to the word, are fewer than two, or hold the sign between parts.
    #[error("the parts do not join to the word, are fewer than two, or hold a slash")]
    Parts,
    /// A line about one place does not say which.
    #[error("the place is not “start-end” with a story")]
    Place,
    /// The word begins as a line of our own does.
    #[error("a word cannot begin with #here, #off or #gone, which mean something else in a file")]
    Reserved,
    /// An earlier line says something else of the same word; the later one holds.
    #[error("an earlier line says otherwise; this one holds")]
    Contradiction,
}

impl LexiconErrorKind {
    /// Its name in JavaScript and in the names of messages.
    pub fn name(self) -> &'static str {
        match self {
            Self::NoWord => "noWord",
            Self::Punctuation => "punctuation",
            Self::OneCharacter => "oneCharacter",
            Self::TooLong => "tooLong",
            Self::Frequency => "frequency",
            Self::Tag => "tag",
            Self::Columns => "columns",
            Self::Parts => "parts",
            Self::Place => "place",
            Self::Reserved => "reserved",
            Self::Contradiction => "contradiction",
        }
    }
}

impl Key {
    /// The name of what is said of a word everywhere.
    pub fn of_word(word: &str) -> Self {
        Self::Word(fold(word))
    }
}

impl Correction {
    /// `word` is one word; without a `frequency` it is forced, with one recommended.
    ///
    /// # Errors
    /// When it is too short, too long, only punctuation, or holds white space; when the tag is not made of letters,
    /// or the frequency is 0.
    pub fn join(word: &str, tag: &str, frequency: Option<u32>) -> Result<Self, LexiconErrorKind> {
        if tag.len() > LONGEST_TAG || !tag.chars().all(|c| c.is_ascii_alphabetic()) {
            return Err(LexiconErrorKind::Tag);
        }
        if frequency == Some(0) {
            return Err(LexiconErrorKind::Frequency);
        }
        Self::new(word, Rule::Join { tag: tag.to_owned(), frequency })
    }

    /// `word` comes apart into `parts`.
    ///
    /// # Errors
    /// Those of [`Correction::join`]; and when the parts are fewer than two, one is empty, or joined they are not
    /// the word.
    pub fn split(word: &str, parts: Vec<String>) -> Result<Self, LexiconErrorKind> {
        let broken = |part: &String| part.is_empty() || part.contains(BETWEEN);
        if parts.len() < 2 || parts.iter().any(broken) || parts.concat() != word {
            return Err(LexiconErrorKind::Parts);
        }
        Self::new(word, Rule::Split { parts })
    }

    fn new(word: &str, rule: Rule) -> Result<Self, LexiconErrorKind> {
        check(word)?;
        Ok(Self { word: word.to_owned(), place: None, rule, enabled: true })
    }

    /// The same, in one place only.
    ///
    /// # Errors
    /// When the place is empty or longer or shorter than the word, or its story has no name that fits on a line; and
    /// when the correction is a recommendation, since a place that is pointed at is meant.
    pub fn at(self, place: Place) -> Result<Self, LexiconErrorKind> {
        let length: usize = self.word.chars().map(char::len_utf16).sum();
        let fits = place.start.checked_add(u32::try_from(length).unwrap_or(u32::MAX)) == Some(place.end);
        let named = !place.story.trim().is_empty()
            && place.story.trim() == place.story
            && !place.story.contains(char::is_control);
        let meant = !matches!(self.rule, Rule::Join { frequency: Some(_), .. });
        let writable = !self.word.contains(BETWEEN);
        if fits && named && meant && writable {
            Ok(Self { place: Some(place), ..self })
        } else {
            Err(LexiconErrorKind::Place)
        }
    }

    /// The same, switched on or off.
    pub fn switched(self, enabled: bool) -> Self {
        Self { enabled, ..self }
    }

    /// The word, as the reader wrote it.
    pub fn word(&self) -> &str {
        &self.word
    }

    /// The one place it holds in; `None` for everywhere.
    pub fn place(&self) -> Option<&Place> {
        self.place.as_ref()
    }

    /// What is to become of it.
    pub fn rule(&self) -> &Rule {
        &self.rule
    }

    /// What names it.
    pub fn key(&self) -> Key {
        self.place.clone().map_or_else(|| Key::of_word(&self.word), Key::Place)
    }
}

fn check(word: &str) -> Result<(), LexiconErrorKind> {
    if word.is_empty() || word.contains(|c: char| c.is_whitespace() || c.is_control()) {
        return Err(LexiconErrorKind::NoWord);
    }
    if !word.contains(is_word_character) {
        return Err(LexiconErrorKind::Punctuation);
    }
    // Files may begin with it, and a reader of files takes it away.
    if word.starts_with('\u{FEFF}') || ["#here", "#off", "#gone"].contains(&word) {
        return Err(LexiconErrorKind::Reserved);
    }
    match word.chars().take(LONGEST + 1).count() {
        1 => Err(LexiconErrorKind::OneCharacter),
        length if length > LONGEST => Err(LexiconErrorKind::TooLong),
        _ => Ok(()),
    }
}
