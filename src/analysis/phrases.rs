//! Maximal repeated phrases.

use super::Subcorpus;
use super::suffixes::{shared_prefixes, suffix_array};
use crate::text::saturating_u32;

/// Repeated phrases and their places.
#[derive(Clone, Debug, Default)]
pub struct RepeatedPhrases {
    /// The phrases, in no particular order.
    pub all: Vec<Phrase>,
    /// Positions of first words; each phrase refers to a range of them.
    positions: Vec<u32>,
}

/// A repeated phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// Its length in words, at least 2.
    pub words: u32,
    /// Its occurrences, which may overlap.
    pub frequency: u32,
    start: u32,
}

impl RepeatedPhrases {
    /// Returns the positions of the first words of a phrase's occurrences, in no order.
    pub fn positions(&self, phrase: Phrase) -> &[u32] {
        &self.positions[phrase.start as usize..(phrase.start + phrase.frequency) as usize]
    }
}

/// The symbol between two runs of words.
const BREAK: u32 = 0;

/// Returns the phrases of at least `min_words` words that occur at least `min_frequency` times (at least 2
/// for both) and are maximal: with one more word on either side they would be less frequent. So a phrase
/// inside a longer one is omitted unless it also occurs elsewhere.
///
/// A phrase never crosses punctuation or a line's end. Linear in the words: the maximal repeats are intervals of the
/// suffix array whose suffixes are preceded by different words (Gusfield 1997, *Algorithms on Strings, Trees and
/// Sequences*, section 7.12).
pub fn phrases(subcorpus: &Subcorpus, min_words: u32, min_frequency: u32) -> RepeatedPhrases {
    let (min_words, min_frequency) = (min_words.max(2), min_frequency.max(2));
    let sequence = SymbolSequence::new(subcorpus);
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
    // A break has no position of its own, and no phrase refers to it.
    let positions = array.iter().map(|&at| sequence.positions[at as usize]).collect();
    RepeatedPhrases { all, positions }
}

/// Words as symbols, with a break between words that are not adjacent.
struct SymbolSequence {
    symbols: Vec<u32>,
    alphabet: usize,
    /// The position of each symbol.
    positions: Vec<u32>,
    /// The number of words up to the next break, including the one itself.
    room: Vec<u32>,
}

impl SymbolSequence {
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

/// The symbols before the suffixes of an interval.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    /// One word before all of them.
    Word(u32),
    /// Different words, or a break, beyond which no phrase extends.
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

/// Reports to `found` every interval of the array whose suffixes share a maximal number of words above 0 and
/// are not all preceded by the same word: the number, the interval's start and its end.
fn maximal_repeats(text: &[u32], array: &[u32], shared: &[u32], mut found: impl FnMut(u32, u32, u32)) {
    struct Open {
        words: u32,
        start: u32,
        before: Before,
    }
    let mut open: Vec<Open> = Vec::new();
    // A last step that shares nothing closes all open intervals.
    for (place, words) in shared.iter().copied().chain([0]).enumerate() {
        let end = saturating_u32(place);
        // An interval that closes here passes its start and its `before` on to the interval around it.
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
    use crate::analysis::test_support::{Sample, sample};
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    fn listed(sample: &Sample, min_words: u32, min_frequency: u32) -> BTreeMap<String, u32> {
        let subcorpus = sample.subcorpus();
        let found = phrases(&subcorpus, min_words, min_frequency);
        let text = |phrase: &Phrase| {
            let first = found.positions(*phrase)[0];
            let words = first..first + phrase.words;
            words.map(|at| sample.vocabulary().form(subcorpus.printed(at))).collect::<Vec<_>>().join(" ")
        };
        found.all.iter().map(|phrase| (text(phrase), phrase.frequency)).collect()
    }

    fn map<const N: usize>(expected: [(&str, u32); N]) -> BTreeMap<String, u32> {
        expected.map(|(words, frequency)| (words.to_owned(), frequency)).into()
    }

    #[test]
    fn phrases_that_occur_only_inside_a_longer_one_are_omitted() {
        let sample = sample(&[
            "全面 戰略 協作 夥伴 關係 。 全面 戰略 協作 夥伴 關係",
            "深化 全面 戰略 協作 夥伴 關係 ， 夥伴 關係",
        ]);
        assert_eq!(listed(&sample, 2, 2), map([("全面 戰略 協作 夥伴 關係", 3), ("夥伴 關係", 4)]));
    }

    #[test]
    fn punctuation_ends_a_phrase() {
        assert_eq!(
            listed(&sample(&["甲 乙 ， 丙 丁 。 甲 乙 ， 丙 丁"]), 2, 2),
            map([("甲 乙", 2), ("丙 丁", 2)])
        );
        assert_eq!(listed(&sample(&["", "，"]), 2, 2), map([]));
    }

    proptest! {
        /// Compares with the definition: every window, its count, and no window one word longer with the same
        /// frequency.
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
            prop_assert_eq!(listed(&sample(&texts), 2, 2), expected);
        }
    }
}
