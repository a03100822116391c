//! Which regional words are counted as one.

use std::collections::BTreeSet;

use rustc_hash::{FxHashMap, FxHashSet};

/// The words of each meaning that have no other meaning, folded.
#[derive(Default)]
pub(super) struct CountedMeanings(pub(super) Vec<BTreeSet<String>>);

/// Things that are worded in several ways; `None` for one that was joined with another.
#[derive(Default)]
struct Things {
    words: Vec<Option<BTreeSet<String>>>,
    /// The things of each word, those among them that were joined.
    of_word: FxHashMap<String, Vec<usize>>,
}

impl CountedMeanings {
    /// Returns for each word that is counted as one with others the least of them. Lines with two words in common are about
    /// one thing; a word of two things, such as 桌球 (billiards in Hong Kong, table tennis in Taiwan), is counted by itself.
    pub(super) fn common(self) -> FxHashMap<String, String> {
        let mut things = Things::default();
        self.0.into_iter().for_each(|words| things.add(words));
        let mut times: FxHashMap<&str, u32> = FxHashMap::default();
        for word in things.words.iter().flatten().flatten() {
            *times.entry(word).or_default() += 1;
        }
        let mut common = FxHashMap::default();
        for thing in things.words.iter().flatten() {
            let own: Vec<&String> =
                thing.iter().filter(|word| times.get(word.as_str()) == Some(&1)).collect();
            if let [first, _, ..] = own[..] {
                common.extend(own.iter().map(|&word| (word.clone(), first.clone())));
            }
        }
        common
    }
}

impl Things {
    /// Adds the words of a meaning, joined with every thing that shares two of them.
    fn add(&mut self, mut words: BTreeSet<String>) {
        while let Some(joined) = self.sharing_two(&words).and_then(|at| self.words[at].take()) {
            words.extend(joined);
        }
        let at = self.words.len();
        for word in &words {
            self.of_word.entry(word.clone()).or_default().push(at);
        }
        self.words.push(Some(words));
    }

    /// Returns a thing that has two of these words.
    fn sharing_two(&self, words: &BTreeSet<String>) -> Option<usize> {
        let mut met: FxHashSet<usize> = FxHashSet::default();
        let of_words = words.iter().filter_map(|word| self.of_word.get(word)).flatten();
        of_words.copied().filter(|&at| self.words[at].is_some()).find(|&at| !met.insert(at))
    }
}
