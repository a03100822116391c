//! Parts of speech.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// A part of speech, in the tag set of jieba's dictionary (ICTCLAS), with `w` for punctuation and white space
/// and `x` for words that the dictionary lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Tag(u8);

/// The tags by number. New ones are added at the end: token columns store the number.
const NAMES: [&str; 58] = [
    "x", "w", "m", "eng", "a", "ad", "ag", "an", "b", "c", "d", "df", "dg", "e", "en", "f", "g", "h", "i",
    "j", "k", "l", "mg", "mq", "n", "ng", "nr", "nrfg", "nrt", "ns", "nt", "nz", "o", "p", "q", "r", "rg",
    "rr", "rz", "s", "t", "tg", "u", "ud", "ug", "uj", "ul", "uv", "uz", "v", "vd", "vg", "vi", "vn", "vq",
    "y", "z", "zg",
];

static NUMBERS: LazyLock<FxHashMap<&str, u8>> = LazyLock::new(|| NAMES.into_iter().zip(0..).collect());

impl Tag {
    /// A word that the dictionary lacks.
    pub const UNKNOWN: Self = Self(0);
    /// Punctuation and white space.
    pub const PUNCTUATION: Self = Self(1);
    /// A number.
    pub const NUMBER: Self = Self(2);
    /// A Latin word.
    pub const LATIN: Self = Self(3);

    /// Returns the tag of this name; [`Tag::UNKNOWN`] for a name outside the set.
    pub fn named(name: &str) -> Self {
        NUMBERS.get(name).map_or(Self::UNKNOWN, |&number| Self(number))
    }

    /// Returns the tag of this number; [`Tag::UNKNOWN`] for a number outside the set.
    pub fn numbered(number: u8) -> Self {
        if usize::from(number) < NAMES.len() { Self(number) } else { Self::UNKNOWN }
    }

    /// Returns the names of all tags, by number.
    pub fn names() -> impl Iterator<Item = &'static str> {
        NAMES.into_iter()
    }

    /// Returns its number.
    pub fn number(self) -> u8 {
        self.0
    }

    /// Returns its name.
    pub fn name(self) -> &'static str {
        NAMES.get(usize::from(self.0)).copied().unwrap_or("x")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_numbers_map_to_each_other() {
        for (number, &name) in NAMES.iter().enumerate() {
            assert_eq!(Tag::named(name).name(), name);
            assert_eq!(usize::from(Tag::named(name).number()), number, "{name} stands twice");
        }
    }

    #[test]
    fn the_set_holds_every_tag_of_the_dictionary() {
        let dictionary = include_str!("../../static/dictionary/jieba.txt");
        for tag in dictionary.lines().filter_map(|line| line.split(' ').nth(2)) {
            assert!(NAMES.contains(&tag), "{tag}");
        }
    }
}
