//! A correction by the reader: a string of characters is one word, or is several words; a difference between two stories
//! has another effect.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::regional::{RegionalErrorKind, regional_line};
use crate::text::{fold, from, is_han, is_word_character, saturating_u32, up_to};

/// Maximum length of a word, in characters. The longest entries of known dictionaries have 16; a longer one
/// is a sentence included by mistake.
pub const LONGEST: usize = 64;

/// Maximum length of a part-of-speech tag, in letters; jieba's longest has 4.
const LONGEST_TAG: usize = 16;

/// The separator between the parts of a split in a file.
pub(super) const BETWEEN: char = '/';

/// The white space that a word may contain.
pub(super) const SPACE: char = ' ';

/// The first character of the lines of a file that are not jieba entries.
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

/// The key of a correction.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Key {
    /// A word in all its occurrences, in all its variants: folded.
    Word(String),
    /// One place.
    Place(Place),
    /// A difference between two stories, by its places in both, the lesser first. A place is empty where that story has
    /// no words.
    Difference(Place, Place),
    /// A set of regional words, by its line: folded.
    Regional(String),
}

/// The rule for a string of characters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Rule {
    /// It is one word.
    Join {
        /// Its part of speech, in jieba's tag set; empty if not given.
        tag: String,
        /// An entry with a frequency is a recommendation, followed if no other word would be broken up;
        /// without one it is forced. At least 1.
        frequency: Option<u32>,
    },
    /// It is not one word but several.
    Split {
        /// The words, which joined give the string.
        parts: Vec<String>,
    },
    /// The difference between it and words of another story has this effect.
    Move {
        /// The effect.
        effect: Effect,
        /// The other side.
        other: DifferenceSide,
    },
    /// It is a line of the table of regional words, which is added to the bundled ones; one that is switched off takes
    /// the same line out of them.
    Regional,
}

/// What a difference changes, the weightiest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Effect {
    /// 事實: a value, a date, a name, a place, or whether something is so.
    Fact,
    /// 語氣: who says it and how, quotation, reservation, obligation.
    Voice,
    /// 措辭: other words for the same.
    Wording,
    /// 形式: another writing of the same.
    Form,
}

impl Effect {
    /// Every effect, in the order in which they are shown.
    pub const ALL: [Self; 4] = [Self::Fact, Self::Voice, Self::Wording, Self::Form];
}

/// One side of a difference between two stories.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct DifferenceSide {
    /// Its place.
    pub place: Place,
    /// Its words; empty if only the other side has any.
    pub words: String,
}

/// The reader's correction: of a string of characters, everywhere or at one place, or of the effect of a difference.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    word: String,
    place: Option<Place>,
    rule: Rule,
    /// True if it is in force.
    pub enabled: bool,
}

/// A line that cannot be parsed.
#[derive(Clone, Debug, Error, PartialEq, Eq, Serialize, Deserialize)]
#[error("line {line}: {kind}")]
pub struct LexiconError {
    /// The line, from 1.
    pub line: u32,
    /// The error in it.
    pub kind: LexiconErrorKind,
}

/// An error in an entry.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum LexiconErrorKind {
    /// No word: only white space, or a control character inside, or a space that is not between two words of
    /// letters.
    #[error("no word, or a control character inside it, or a space beside an ideograph")]
    NoWord,
    /// No letter, ideograph or digit.
    #[error("only punctuation; punctuation is never a word")]
    Punctuation,
    /// One character, which can always be a word already.
    #[error("one character; an entry has at least two")]
    OneCharacter,
    /// More than [`LONGEST`] characters.
    #[error("longer than 64 characters")]
    TooLong,
    /// The second column is neither a whole number nor a part of speech, or is 0 without parts.
    #[error("the second column is neither a frequency, a whole number above 0, nor a part of speech")]
    Frequency,
    /// The part of speech does not consist of Latin letters.
    #[error("the part of speech is not made of Latin letters, as in n or nr")]
    Tag,
    /// More columns than allowed.
    #[error("more than word, frequency and part of speech")]
    Columns,
    /// The parts of a split do not join to the word, are fewer than two, or contain the separator.
    #[error("the parts do not join to the word, are fewer than two, or hold a slash")]
    Parts,
    /// A line about one place lacks the place, or one about a difference its places.
    #[error("the place is not “start-end” with a story")]
    Place,
    /// The word begins like one of this program's own lines.
    #[error(
        "a word cannot begin with #here, #move, #region, #off or #gone, which mean something else in a file"
    )]
    Reserved,
    /// An earlier line contradicts this one about the same word; the later one holds.
    #[error("an earlier line says otherwise; this one holds")]
    Contradiction,
    /// A line of regional words is none.
    #[error("{0}")]
    Regional(RegionalErrorKind),
}

impl LexiconErrorKind {
    /// Returns its name in JavaScript and in message keys.
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
            Self::Regional(RegionalErrorKind::Columns) => "regionalColumns",
            Self::Regional(RegionalErrorKind::NoWord) => "regionalNoWord",
            Self::Regional(RegionalErrorKind::Same) => "regionalSame",
            Self::Regional(RegionalErrorKind::TooLong) => "tooLong",
        }
    }
}

impl Place {
    /// Returns true if it has the length of some words, and its story a name that fits on a line.
    fn is_of(&self, words: &str) -> bool {
        let length: usize = words.chars().map(char::len_utf16).sum();
        let is_named = !self.story.trim().is_empty()
            && self.story.trim() == self.story
            && !self.story.contains(char::is_control);
        is_named && self.start.checked_add(saturating_u32(length)) == Some(self.end)
    }
}

impl Key {
    /// Returns the key of a correction of a word everywhere.
    pub fn of_word(word: &str) -> Self {
        Self::Word(fold(word))
    }
}

impl Correction {
    /// Makes `word` one word; without a `frequency` it is forced, with one recommended. Single spaces may part
    /// words of letters in it (Louis Vuitton). The tag is kept in small letters, as jieba has them.
    ///
    /// # Errors
    /// Returns an error if the word is too short, too long, only punctuation, or contains other white space;
    /// if the tag does not consist of letters, or the frequency is 0.
    pub fn join(word: &str, tag: &str, frequency: Option<u32>) -> Result<Self, LexiconErrorKind> {
        if tag.len() > LONGEST_TAG || !tag.chars().all(|c| c.is_ascii_alphabetic()) {
            return Err(LexiconErrorKind::Tag);
        }
        if frequency == Some(0) {
            return Err(LexiconErrorKind::Frequency);
        }
        Self::new(word, Rule::Join { tag: tag.to_ascii_lowercase(), frequency })
    }

    /// Splits `word` into `parts`.
    ///
    /// # Errors
    /// Returns the errors of [`Correction::join`]; also an error if the word contains a space, or if the parts
    /// are fewer than two, one is empty, or joined they are not the word.
    pub fn split(word: &str, parts: Vec<String>) -> Result<Self, LexiconErrorKind> {
        let broken = |part: &String| part.is_empty() || part.contains(BETWEEN);
        if parts.len() < 2 || parts.iter().any(broken) || parts.concat() != word {
            return Err(LexiconErrorKind::Parts);
        }
        if word.contains(SPACE) {
            return Err(LexiconErrorKind::NoWord);
        }
        Self::new(word, Rule::Split { parts })
    }

    /// Adds a line to the table of regional words: the words of each region, parted by tabs, as [`RegionalWording::read`]
    /// describes them.
    ///
    /// # Errors
    /// Returns the error of the line.
    ///
    /// [`RegionalWording::read`]: super::RegionalWording::read
    pub fn regional(line: &str) -> Result<Self, LexiconErrorKind> {
        let word = regional_line(line).map_err(LexiconErrorKind::Regional)?;
        Ok(Self { word, place: None, rule: Rule::Regional, enabled: true })
    }

    fn new(word: &str, rule: Rule) -> Result<Self, LexiconErrorKind> {
        check(word)?;
        Ok(Self { word: word.to_owned(), place: None, rule, enabled: true })
    }

    /// Moves the difference between two stories, given by its sides in any order, to an effect.
    ///
    /// # Errors
    /// Returns an error if both sides are one or neither has a word, if a place does not have the length of its words, or
    /// its story has no name that fits on a line.
    pub fn move_difference(sides: [DifferenceSide; 2], effect: Effect) -> Result<Self, LexiconErrorKind> {
        let fits = |side: &DifferenceSide| side.place.is_of(&side.words);
        let has_words = sides.iter().any(|side| !side.words.is_empty());
        let [a, b] = sides;
        if !fits(&a) || !fits(&b) || !has_words || a.place == b.place {
            return Err(LexiconErrorKind::Place);
        }
        let (first, other) = if a.place < b.place { (a, b) } else { (b, a) };
        let rule = Rule::Move { effect, other };
        Ok(Self { word: first.words, place: Some(first.place), rule, enabled: true })
    }

    /// Returns the two sides of a difference that it moves, the lesser place first.
    pub fn sides(&self) -> Option<[DifferenceSide; 2]> {
        let (Rule::Move { other, .. }, Some(place)) = (&self.rule, &self.place) else { return None };
        Some([DifferenceSide { place: place.clone(), words: self.word.clone() }, other.clone()])
    }

    /// Returns it with other names of the stories it is about; `None` if one of them has none.
    pub fn renamed(self, name: impl Fn(&str) -> Option<String>) -> Option<Self> {
        let rename = |place: Place| Some(Place { story: name(&place.story)?, ..place });
        let enabled = self.enabled;
        if let (Some([a, b]), Rule::Move { effect, .. }) = (self.sides(), &self.rule) {
            let sides = [
                DifferenceSide { place: rename(a.place)?, words: a.words },
                DifferenceSide { place: rename(b.place)?, words: b.words },
            ];
            return Self::move_difference(sides, *effect).ok().map(|it| it.switched(enabled));
        }
        match self.place.clone() {
            Some(place) => self.at(rename(place)?).ok(),
            None => Some(self),
        }
    }

    /// Restricts the correction to one place.
    ///
    /// # Errors
    /// Returns an error if the place is empty or longer or shorter than the word, or its story has no name
    /// that fits on a line; and if the correction is a recommendation, since one for a single place must be
    /// forced.
    pub fn at(self, place: Place) -> Result<Self, LexiconErrorKind> {
        let meant = matches!(self.rule, Rule::Join { frequency: None, .. } | Rule::Split { .. });
        let writable = !self.word.contains(BETWEEN);
        if place.is_of(&self.word) && meant && writable {
            Ok(Self { place: Some(place), ..self })
        } else {
            Err(LexiconErrorKind::Place)
        }
    }

    /// Switches it on or off.
    pub fn switched(self, enabled: bool) -> Self {
        Self { enabled, ..self }
    }

    /// Returns the word, as the reader wrote it.
    pub fn word(&self) -> &str {
        &self.word
    }

    /// Returns the one place it applies to; `None` for everywhere.
    pub fn place(&self) -> Option<&Place> {
        self.place.as_ref()
    }

    /// Returns its rule.
    pub fn rule(&self) -> &Rule {
        &self.rule
    }

    /// Returns its key.
    pub fn key(&self) -> Key {
        match (&self.place, &self.rule) {
            (Some(place), Rule::Move { other, .. }) => Key::Difference(place.clone(), other.place.clone()),
            (Some(place), _) => Key::Place(place.clone()),
            (None, Rule::Regional) => Key::Regional(fold(&self.word)),
            (None, _) => Key::of_word(&self.word),
        }
    }
}

/// Returns true if a space may part two words with these characters beside it: those of scripts that put
/// spaces between words, and the marks such words have.
pub(super) fn parts_words(before: char, after: char) -> bool {
    let fits = |c: char| c.is_ascii_punctuation() || c.is_alphanumeric() && !is_han(c);
    fits(before) && fits(after)
}

fn check(word: &str) -> Result<(), LexiconErrorKind> {
    let wrong = |c: char| c.is_control() || c.is_whitespace() && c != SPACE;
    let joint = |(before, after): (&str, &str)| {
        let beside = before.chars().next_back().zip(after.chars().next());
        beside.is_some_and(|(before, after)| parts_words(before, after))
    };
    let spaced = word.match_indices(SPACE).map(|(at, space)| (up_to(word, at), from(word, at + space.len())));
    if word.is_empty() || word.contains(wrong) || !spaced.into_iter().all(joint) {
        return Err(LexiconErrorKind::NoWord);
    }
    if !word.contains(is_word_character) {
        return Err(LexiconErrorKind::Punctuation);
    }
    // A file may begin with a byte order mark, which the reader of files removes.
    let first = word.split(SPACE).next().unwrap_or_default();
    if word.starts_with('\u{FEFF}')
        || ["#here", "#move", "#region", "#off", "#gone"].contains(&first)
        || first == "#" && first != word
    {
        return Err(LexiconErrorKind::Reserved);
    }
    match word.chars().take(LONGEST + 1).count() {
        1 => Err(LexiconErrorKind::OneCharacter),
        length if length > LONGEST => Err(LexiconErrorKind::TooLong),
        _ => Ok(()),
    }
}
