//! Words that reports use for one another: a table of near-synonyms.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::compare::kin::kin;

const TABLE: &str = include_str!("near-synonyms.txt");

static MEANINGS: LazyLock<Meanings> = LazyLock::new(|| Meanings::read(TABLE));

/// The words of the table, folded, each with the number of its line.
struct Meanings {
    words: FxHashMap<Vec<char>, u32>,
    /// For each character with which a word begins, the length of the longest.
    longest: FxHashMap<char, usize>,
}

impl Meanings {
    fn read(table: &str) -> Self {
        let mut words: FxHashMap<Vec<char>, u32> = FxHashMap::default();
        for (number, line) in (0..).zip(lines(table)) {
            for word in line.split(' ') {
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
        Self { words, longest }
    }
}

/// Returns the lines that have words.
fn lines(table: &str) -> impl Iterator<Item = &str> {
    table.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// Calls `tell` with the number of the meaning of each word of the table in a text of folded characters, the longest
/// words first.
pub(super) fn each_meaning(folded: &[char], mut tell: impl FnMut(u32)) {
    let meanings = &*MEANINGS;
    let mut rest = folded;
    while let [first, after @ ..] = rest {
        let longest = meanings.longest.get(first).copied().unwrap_or(0);
        let lengths = (2..=longest.min(rest.len())).rev();
        let found = lengths
            .filter_map(|length| rest.split_at_checked(length))
            .find_map(|(word, after)| meanings.words.get(word).map(|&number| (number, after)));
        rest = match found {
            Some((number, after)) => {
                tell(number);
                after
            }
            None => after,
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meanings(text: &str) -> Vec<u32> {
        let mut found = Vec::new();
        each_meaning(&text.chars().map(kin).collect::<Vec<_>>(), |number| found.push(number));
        found
    }

    #[test]
    fn a_word_has_one_meaning() {
        let mut seen = FxHashMap::default();
        for line in lines(TABLE) {
            assert!(line.split(' ').count() > 1, "{line}");
            for word in line.split(' ') {
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
