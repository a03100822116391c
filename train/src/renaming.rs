//! More people and idioms than the training text has: copies of its sentences in which each person has
//! another name, and each idiom is replaced by another of jieba's dictionary.
//!
//! A name is a word of two or three characters that begins with a surname and that jieba's dictionary either
//! lacks or lists as a name. The new one combines the surname of one listed name and the given name of
//! another, so that most are names no list has.

use rustc_hash::FxHashMap;

use crate::convention::SURNAMES;
use crate::learn::Random;
use duidu::text::{fold, fold_char};

/// The names of jieba's dictionary.
#[derive(Debug)]
pub(crate) struct Renaming {
    /// For each listed word, true if it is a name.
    listed: FxHashMap<String, bool>,
    surnames: Vec<char>,
    names: Vec<String>,
    idioms: Vec<String>,
    random: Random,
}

impl Renaming {
    /// Reads the dictionary.
    pub(crate) fn new(jieba: &str) -> Self {
        let surnames: Vec<char> = SURNAMES.chars().map(fold_char).collect();
        let mut listed = FxHashMap::default();
        let (mut names, mut idioms) = (Vec::new(), Vec::new());
        for line in jieba.lines() {
            let mut parts = line.split(' ');
            let (Some(word), _, tag) = (parts.next(), parts.next(), parts.next()) else { continue };
            let length = word.chars().count();
            if length == 4 && tag == Some("i") {
                idioms.push(fold(word));
            }
            if !(2..=3).contains(&length) {
                continue;
            }
            let word = fold(word);
            if tag == Some("nr") && word.starts_with(|first| surnames.contains(&first)) {
                names.push(word.clone());
            }
            let is_name = listed.entry(word).or_insert(true);
            *is_name &= tag == Some("nr");
        }
        idioms.sort_unstable();
        idioms.dedup();
        Self { listed, surnames, names, idioms, random: Random(0x5eed) }
    }

    /// Replaces the names and idioms of a sentence; returns `None` if it has neither.
    pub(crate) fn rename(&mut self, words: &[(String, bool)]) -> Option<Vec<(String, bool)>> {
        let mut changed = false;
        let renamed = words.iter().map(|(word, space)| {
            if self.idioms.binary_search(&fold(word)).is_ok() {
                changed = true;
                return (self.idioms[self.random.below(self.idioms.len())].clone(), *space);
            }
            if !self.is_name(word) {
                return (word.clone(), *space);
            }
            changed = true;
            (self.name(), *space)
        });
        let renamed = renamed.collect();
        changed.then_some(renamed)
    }

    fn is_name(&self, word: &str) -> bool {
        let word = fold(word);
        (2..=3).contains(&word.chars().count())
            && word.starts_with(|first| self.surnames.contains(&first))
            && self.listed.get(&word).copied().unwrap_or(true)
    }

    fn name(&mut self) -> String {
        let surname = self.names[self.random.below(self.names.len())].chars().take(1);
        let given = self.names[self.random.below(self.names.len())].chars().skip(1);
        surname.chain(given).collect()
    }
}
