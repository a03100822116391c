//! The longest phrases that come again.

use super::Subcorpus;
use super::suffixes::{shared_prefixes, suffix_array};

/// Repeated phrases and where they stand.
#[derive(Clone, Debug, Default)]
pub struct Phrases {
    /// In no order that means anything.
    pub all: Vec<Phrase>,
    /// Positions of first words; each phrase names a part of them.
    positions: Vec<u32>,
}

/// A phrase that comes again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// How many words it has, at least 2.
    pub words: u32,
    /// How often it stands; occurrences may overlap.
    pub frequency: u32,
    start: u32,
}

impl Phrases {
    /// The positions of the first words of a phrase's occurrences, in no order.
    pub fn positions(&self, phrase: Phrase) -> &[u32] {
        &self.positions[phrase.start as usize..(phrase.start + phrase.frequency) as usize]
    }
}

/// Between two runs of words.
const BREAK: u32 = 0;

/// The phrases of at least `min_words` words that stand at least `min_frequency` times (2 at the least for both) and
/// are maximal: with any word more on either side they would stand less often. So a phrase inside a longer one is left
/// out unless it also stands elsewhere.
///
/// A phrase never crosses punctuation or a line's end. Linear in the words: the maximal repeats are intervals of the
/// suffix array whose suffixes are preceded by different words (Gusfield 1997, *Algorithms on Strings, Trees and
/// Sequences*, section 7.12).
pub fn phrases(subcorpus: &Subcorpus, min_words: u32, min_frequency: u32) -> Phrases {
    let (min_words, min_frequency) = (min_words.max(2), min_frequency.max(2));
    let sequence = Sequence::new(subcorpus);
    let array = suffix_array(&sequence.symbols, sequence.alphabet);
    let mut shared = shared_prefixes(&sequence.symbols, &array);
    for (place, shared) in shared.iter_mut().enumerate().skip(1) {
        let room = |at: u32| sequence.room[at as usize];
        *shared = (*shared).min(room(array[place])).min(room(array[place - 1]));
    }
    let mut all = Vec::new();
    maximal_repeats(&sequence.symbols, &array, &shared, |words, start, end| {
        let frequency = end - start;
        if words >= min_words && frequency >= min_frequency {
            all.push(Phrase { words, frequency, start });
        }
    });
    // What is a break has no position, and no phrase names it.
    let positions = array.iter().map(|&at| sequence.positions[at as usize]).collect();
    Phrases { all, positions }
}

/// Words as symbols, with a break wherever one does not follow the other.
struct Sequence {
    symbols: Vec<u32>,
    alphabet: usize,
    /// The position each symbol stands for.
    positions: Vec<u32>,
    /// How many words follow up to the next break, the one itself included.
    room: Vec<u32>,
}

impl Sequence {
    fn new(subcorpus: &Subcorpus) -> Self {
        let mut number: Vec<u32> = Vec::new();
        let mut next = BREAK + 1;
        for (word, _) in subcorpus.lexicon() {
            number.resize(word.0 as usize + 1, 0);
            number[word.0 as usize] = next;
            next += 1;
        }
        let (mut symbols, mut positions) = (Vec::new(), Vec::new());
        for position in 0..subcorpus.len() {
            if !subcorpus.is_joined(position) {
                symbols.push(BREAK);
                positions.push(position);
            }
            symbols.push(number[subcorpus.word(position).0 as usize]);
            positions.push(position);
        }
        let mut room = vec![0; symbols.len()];
        let mut words = 0;
        for at in (0..symbols.len()).rev() {
            words = if symbols[at] == BREAK { 0 } else { words + 1 };
            room[at] = words;
        }
        Self { symbols, alphabet: next as usize, positions, room }
    }
}

/// What stands before the suffixes of an interval.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    /// One word before all of them.
    Word(u32),
    /// Different words, or a break, before which nothing could be added.
    Different,
}

impl Before {
    fn of(text: &[u32], at: u32) -> Self {
        match (at as usize).checked_sub(1).map(|before| text[before]) {
            None | Some(BREAK) => Self::Different,
            Some(word) => Self::Word(word),
        }
    }

    fn and(self, other: Self) -> Self {
        if self == other { self } else { Self::Different }
    }
}

/// Tells `found` of every interval of the array whose suffixes share a number of words above 0, one word more of which
/// not all share, and which do not all follow the same word: the number, the interval's start and its end.
fn maximal_repeats(text: &[u32], array: &[u32], shared: &[u32], mut found: impl FnMut(u32, u32, u32)) {
    struct Open {
        words: u32,
        start: u32,
        before: Before,
    }
    let mut open: Vec<Open> = Vec::new();
    // A last step that shares nothing closes whatever is open.
    for (place, words) in shared.iter().copied().chain([0]).enumerate() {
        let end = u32::try_from(place).unwrap_or(u32::MAX);
        // What closes here hands its start, and what stands before it, to what it lies in.
        let mut start = end.saturating_sub(1);
        let mut before = place.checked_sub(1).map_or(Before::Different, |last| Before::of(text, array[last]));
        while let Some(top) = open.pop_if(|top| top.words > words) {
            let inside = top.before.and(before);
            if inside == Before::Different {
                found(top.words, top.start, end);
            }
            (start, before) = (top.start, inside);
        }
        match open.last_mut() {
            Some(top) if top.words == words => top.before = top.before.and(before),
            _ if words > 0 => open.push(Open { words, start, before }),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::test_support::{Shelf, shelf};
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    fn listed(shelf: &Shelf, min_words: u32, min_frequency: u32) -> BTreeMap<String, u32> {
        let subcorpus = shelf.subcorpus();
        let found = phrases(&subcorpus, min_words, min_frequency);
        let text = |phrase: &Phrase| {
            let first = found.positions(*phrase)[0];
            let words = first..first + phrase.words;
            words.map(|at| shelf.vocabulary().form(subcorpus.printed(at))).collect::<Vec<_>>().join(" ")
        };
        found.all.iter().map(|phrase| (text(phrase), phrase.frequency)).collect()
    }

    fn map<const N: usize>(expected: [(&str, u32); N]) -> BTreeMap<String, u32> {
        expected.map(|(words, frequency)| (words.to_owned(), frequency)).into()
    }

    #[test]
    fn what_only_stands_inside_a_longer_phrase_is_folded_away() {
        let shelf = shelf(&[
            "全面 戰略 協作 夥伴 關係 。 全面 戰略 協作 夥伴 關係",
            "深化 全面 戰略 協作 夥伴 關係 ， 夥伴 關係",
        ]);
        assert_eq!(listed(&shelf, 2, 2), map([("全面 戰略 協作 夥伴 關係", 3), ("夥伴 關係", 4)]));
    }

    #[test]
    fn punctuation_ends_a_phrase() {
        assert_eq!(
            listed(&shelf(&["甲 乙 ， 丙 丁 。 甲 乙 ， 丙 丁"]), 2, 2),
            map([("甲 乙", 2), ("丙 丁", 2)])
        );
        assert_eq!(listed(&shelf(&["", "，"]), 2, 2), map([]));
    }

    proptest! {
        /// The definition, word for word, is the judge: every window, its count, and no window one word longer as
        /// frequent.
        #[test]
        fn phrases_are_the_maximal_repeats(texts in prop::collection::vec("([甲乙丙，] ){0,16}", 1..4)) {
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            let mut counts: BTreeMap<Vec<&str>, u32> = BTreeMap::new();
            for run in texts.iter().flat_map(|text| text.split('，')) {
                let words: Vec<&str> = run.split_whitespace().collect();
                for size in 1..=words.len() {
                    for window in words.windows(size) {
                        *counts.entry(window.to_vec()).or_default() += 1;
                    }
                }
            }
            let swallowed = |phrase: &[&str], count: u32| {
                counts.iter().any(|(longer, &n)| {
                    n == count && longer.len() == phrase.len() + 1 && (longer.starts_with(phrase) || longer.ends_with(phrase))
                })
            };
            let expected: BTreeMap<String, u32> = counts
                .iter()
                .filter(|(phrase, count)| phrase.len() >= 2 && **count >= 2 && !swallowed(phrase, **count))
                .map(|(phrase, &count)| (phrase.join(" "), count))
                .collect();
            prop_assert_eq!(listed(&shelf(&texts), 2, 2), expected);
        }
    }
}
