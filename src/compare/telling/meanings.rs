//! Words that reports use for one another: tables of near-synonyms.

use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::compare::kin::kin;
use crate::text::saturating_u32;

/// What stories tell.
const SPECIFIC: &str = include_str!("../tables/near-synonyms.tsv");

/// What occurs in every story.
const GENERAL: &str = include_str!("../tables/general-words.tsv");

static MEANINGS: LazyLock<Meanings> = LazyLock::new(Meanings::read);

/// The words of the tables, folded, each with the number of its line.
struct Meanings {
    words: FxHashMap<Vec<char>, u32>,
    /// For each character with which a word begins, the length of the longest.
    longest: FxHashMap<char, usize>,
    /// The number of the first line of general words.
    general: u32,
}

impl Meanings {
    fn read() -> Self {
        let mut words: FxHashMap<Vec<char>, u32> = FxHashMap::default();
        for (number, line) in (0..).zip(lines(SPECIFIC).chain(lines(GENERAL))) {
            for word in line.split('\t') {
                words.entry(word.chars().map(kin).collect()).or_insert(number);
            }
        }
        let mut longest: FxHashMap<char, usize> = FxHashMap::default();
        for word in words.keys() {
            if let Some(&first) = word.first() {
                let known = longest.entry(first).or_default();
                *known = word.len().max(*known);
            }
        }
        Self { words, longest, general: saturating_u32(lines(SPECIFIC).count()) }
    }
}

/// Returns the lines that have words.
fn lines(table: &str) -> impl Iterator<Item = &str> {
    table.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// Returns true if words of a meaning occur in every story.
pub(super) fn is_general(meaning: u32) -> bool {
    meaning >= MEANINGS.general
}

/// Calls `tell` with the number of the meaning of each word of the tables in a text of folded characters, and the
/// characters that it is, the longest words first.
pub(super) fn each_meaning(folded: &[char], mut tell: impl FnMut(u32, Range<usize>)) {
    let meanings = &*MEANINGS;
    let mut at = 0_usize;
    while let Some(rest @ [first, ..]) = folded.get(at..) {
        let longest = meanings.longest.get(first).copied().unwrap_or(0);
        let mut lengths = (2..=longest.min(rest.len())).rev();
        let found = lengths.find_map(|length| {
            let number = *meanings.words.get(rest.get(..length)?)?;
            Some((number, at.saturating_add(length)))
        });
        let end = found.map_or(at.saturating_add(1), |(_, end)| end);
        if let Some((number, end)) = found {
            tell(number, at..end);
        }
        at = end;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meanings(text: &str) -> Vec<u32> {
        let mut found = Vec::new();
        each_meaning(&text.chars().map(kin).collect::<Vec<_>>(), |number, _| found.push(number));
        found
    }

    #[test]
    fn a_word_has_one_meaning() {
        let mut seen = FxHashMap::default();
        for line in lines(SPECIFIC).chain(lines(GENERAL)) {
            assert!(line.split('\t').count() > 1, "{line}");
            for word in line.split('\t') {
                assert!(!word.is_empty() && word.chars().count() > 1, "{line}");
                let folded: String = word.chars().map(kin).collect();
                assert_eq!(seen.insert(folded, line).filter(|other| *other != line), None, "{word}");
            }
        }
    }

    #[test]
    fn other_words_and_other_script_of_one_meaning_are_found() {
        assert_eq!(meanings("兩人喪生"), meanings("两人罹难"));
        assert_eq!(meanings("兩人喪生").len(), 1);
        assert_ne!(meanings("上升"), meanings("下降"));
        assert!(meanings("").is_empty());
    }
}
