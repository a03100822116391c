//! The words that tell names in a story, from an editable table.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::compare::kin::kin;
use crate::text::is_han;

const TABLE: &str = include_str!("../tables/name-parts.tsv");

/// The words of the table by their kind, folded.
pub(super) struct NameParts {
    words: FxHashMap<&'static str, Vec<String>>,
    sounds: FxHashSet<char>,
}

pub(super) static PARTS: LazyLock<NameParts> = LazyLock::new(|| {
    let rows = TABLE.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t'));
    let words = rows.map(|(kind, words)| (kind, words.split_whitespace().map(folded).collect()));
    let words: FxHashMap<&'static str, Vec<String>> = words.collect();
    let sounds = words.get("sound").into_iter().flatten().flat_map(|all| all.chars()).collect();
    NameParts { words, sounds }
});

/// Folds a word.
pub(super) fn folded(word: &str) -> String {
    word.chars().map(kin).collect()
}

impl NameParts {
    fn of(&self, kind: &str) -> &[String] {
        self.words.get(kind).map_or(&[], Vec::as_slice)
    }

    /// Returns true if a folded word is of a kind.
    pub(super) fn has(&self, kind: &str, word: &str) -> bool {
        self.of(kind).iter().any(|known| known == word)
    }

    /// Returns true if a folded word ends with one of a kind, and is longer than it.
    pub(super) fn ends(&self, kind: &str, word: &str) -> bool {
        let length = word.chars().count();
        self.of(kind).iter().any(|end| word.ends_with(end.as_str()) && length > end.chars().count())
    }

    /// Returns true if a folded word begins with one of a kind.
    pub(super) fn begins(&self, kind: &str, word: &str) -> bool {
        self.of(kind).iter().any(|beginning| word.starts_with(beginning.as_str()))
    }

    /// Returns true if folded words contain one of a kind.
    pub(super) fn contains(&self, kind: &str, words: &str) -> bool {
        self.of(kind).iter().any(|word| words.contains(word.as_str()))
    }

    /// Returns true if a folded name is written with the characters for the sounds of foreign names.
    pub(super) fn is_by_sound(&self, name: &str) -> bool {
        name.chars().all(|c| self.sounds.contains(&c) || matches!(c, '·' | '‧')) && name.chars().any(is_han)
    }
}
