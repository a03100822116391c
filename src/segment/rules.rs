//! What no model needs to learn: the pieces of a text that are never cut, found by rule.
//!
//! A number with its separators (3,500.25 and 14:30), a Latin run (Wi-Fi, 5G, B.C.), an address on the web, an
//! emoji with its modifiers, a dash of two strokes and a run of spaces are one unit each; every other
//! character is a unit of its own. A segmenter that works on units cannot tear them, and sees any number as
//! one symbol and any Latin run as another, so that what it learnt for 9月 holds for 12月.

mod scan;

pub use scan::Units;

use super::Tag;

/// What kind of thing a unit is, as far as its writing tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Kind {
    /// An ideograph or any letter that no other kind claims.
    Plain = 0,
    /// A number in Arabic digits.
    Number = 1,
    /// Letters of an alphabet, with the digits and joiners among them.
    Latin = 2,
    /// A numeral written as an ideograph.
    Numeral = 3,
    /// An ideograph that measures time after a number.
    Time = 4,
    /// Punctuation and symbols, a word by themselves.
    Mark = 5,
    /// A dot that may stand inside a translated name.
    Dot = 6,
    /// White space, a word by itself.
    Space = 7,
}

impl Kind {
    /// Whether a unit of this kind is always a word by itself.
    pub fn stands_alone(self) -> bool {
        matches!(self, Self::Mark | Self::Space)
    }
}

/// A piece of text that is never cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unit {
    /// The byte at which it starts; it ends where the next unit starts.
    pub start: usize,
    /// What it is looked up as: the folded character, or [`NUMBER`] or [`LATIN`] for a whole run.
    pub symbol: char,
    /// What kind of thing it is.
    pub kind: Kind,
    /// Whether a sentence, or a line, ends after it.
    pub ends_sentence: bool,
}

/// The symbol of every number.
pub const NUMBER: char = '0';

/// The symbol of every Latin run.
pub const LATIN: char = 'a';

/// The part of speech that a word's writing gives away; [`Tag::UNKNOWN`] where it does not.
pub fn tag_by_writing(word: &str) -> Tag {
    let mut kinds = Units::new(word).map(|unit| unit.kind);
    let Some(first) = kinds.next() else { return Tag::UNKNOWN };
    let last = kinds.clone().last().unwrap_or(first);
    let counts = matches!(first, Kind::Number | Kind::Numeral);
    match (first, last) {
        (Kind::Mark | Kind::Space | Kind::Dot, _) => Tag::PUNCTUATION,
        _ if kinds.clone().any(|kind| kind == Kind::Dot) => Tag::named("nrt"),
        _ if counts && last == Kind::Time => Tag::named("t"),
        _ if counts && kinds.all(|kind| kind == Kind::Numeral) => Tag::NUMBER,
        (Kind::Latin, Kind::Latin) => Tag::LATIN,
        _ => Tag::UNKNOWN,
    }
}

#[cfg(test)]
mod tests;
