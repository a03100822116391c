//! Units: the pieces of a text that are never divided, found by rule because no model needs to learn them.
//!
//! A number with its separators (3,500.25, 14:30, 3-1, 2025/1/5), a Latin run (Wi-Fi, 5G, B.C.), a web address, an emoji
//! with its modifiers, a dash of two strokes and a run of spaces are one unit each; every other character is
//! a unit of its own. A segmenter that works on units cannot break them up, and sees every number as one
//! symbol and every Latin run as another, so that its knowledge of 9月 applies to 12月.

mod scan;

pub use scan::{RuleUnits, is_letter_or_digit};

use super::Tag;

/// The kind of a unit, as far as its writing shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum RuleUnitKind {
    /// An ideograph or any letter that belongs to no other kind.
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
    /// A dot that may occur inside a translated name.
    Dot = 6,
    /// White space, a word by itself.
    Space = 7,
}

impl RuleUnitKind {
    /// Returns true if a unit of this kind is always a word by itself.
    pub fn stands_alone(self) -> bool {
        matches!(self, Self::Mark | Self::Space)
    }
}

/// A piece of text that is never divided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RuleUnit {
    /// The byte at which it starts; it ends at the start of the next unit.
    pub start: usize,
    /// The symbol for look-up: the folded character, or [`NUMBER`] or [`LATIN`] for a whole run.
    pub symbol: char,
    /// Its kind.
    pub kind: RuleUnitKind,
    /// True if a sentence, or a line, ends after it.
    pub ends_sentence: bool,
}

/// The symbol of every number.
pub const NUMBER: char = '0';

/// The symbol of every Latin run.
pub const LATIN: char = 'a';

/// Returns the part of speech that is evident from a word's writing; [`Tag::UNKNOWN`] if none is.
pub fn tag_by_writing(word: &str) -> Tag {
    let mut kinds = RuleUnits::new(word).map(|unit| unit.kind);
    let Some(first) = kinds.next() else { return Tag::UNKNOWN };
    let last = kinds.clone().last().unwrap_or(first);
    let counts = matches!(first, RuleUnitKind::Number | RuleUnitKind::Numeral);
    match (first, last) {
        (RuleUnitKind::Mark | RuleUnitKind::Space | RuleUnitKind::Dot, _) => Tag::PUNCTUATION,
        _ if kinds.clone().any(|kind| kind == RuleUnitKind::Dot) => Tag::named("nrt"),
        _ if counts && last == RuleUnitKind::Time => Tag::named("t"),
        _ if counts && kinds.all(|kind| kind == RuleUnitKind::Numeral) => Tag::NUMBER,
        (RuleUnitKind::Latin, RuleUnitKind::Latin) => Tag::LATIN,
        _ => Tag::UNKNOWN,
    }
}

#[cfg(test)]
mod tests;
