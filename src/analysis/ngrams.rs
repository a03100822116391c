//! Counts of sequences of adjacent words.

use rustc_hash::FxHashMap;

use super::{Occurrence, Subcorpus};
use crate::text::saturating_u32;

/// A sequence of words and its counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ngram {
    /// The position of the first word of its first occurrence.
    pub first: u32,
    /// The length in words.
    pub words: u32,
    /// Its occurrences, which may overlap.
    pub frequency: u32,
    /// The number of stories it occurs in.
    pub range: u32,
}

/// The mark of a position at which no frequent n-gram begins.
const NONE: u32 = u32::MAX;

/// Returns the sequences of `shortest` to `longest` words that occur at least `min_frequency` times, the
/// shorter first and then in the order of their first occurrence.
///
/// Words form a sequence only if neither punctuation nor the end of a line is between them, so that each
/// sequence can be found in the text. Linear in the words for each length: a sequence is counted only if both
/// sequences in it that are one word shorter are frequent enough, since it cannot be more frequent than they
/// are.
pub fn ngrams(subcorpus: &Subcorpus, shortest: u32, longest: u32, min_frequency: u32) -> Vec<Ngram> {
    let mut all = Vec::new();
    let mut names: Vec<u32> = (0..subcorpus.len()).map(|position| subcorpus.word(position).0).collect();
    for words in 1..=longest.min(subcorpus.len()) {
        let level = if words == 1 {
            count(subcorpus, &mut names, |names, at| Some((names[at], NONE)))
        } else {
            let last = words - 1;
            count(subcorpus, &mut names, |names, at| {
                let end = at + last as usize;
                let whole = end < names.len() && subcorpus.is_joined(u32::try_from(end).ok()?);
                let pair = (names[at], *names.get(at + 1)?);
                (whole && pair.0 != NONE && pair.1 != NONE).then_some(pair)
            })
        };
        let frequent = |counted: &NgramCounts| counted.frequency >= min_frequency;
        if words >= shortest {
            all.extend(level.iter().filter(|counted| frequent(counted)).map(|counted| Ngram {
                first: counted.first,
                words,
                frequency: counted.frequency,
                range: counted.range,
            }));
        }
        if !level.iter().any(frequent) {
            break;
        }
        for name in names.iter_mut().filter(|name| **name != NONE) {
            if !frequent(&level[*name as usize]) {
                *name = NONE;
            }
        }
    }
    all
}

/// Returns the sequences of `shortest` to `longest` words that hold one of these occurrences and occur with one at least
/// `min_frequency` times: the clusters of a node. The order is that of [`ngrams`].
pub fn clusters(
    subcorpus: &Subcorpus,
    found: &[Occurrence],
    shortest: u32,
    longest: u32,
    min_frequency: u32,
) -> Vec<Ngram> {
    // A sequence that holds two occurrences is one.
    let mut places: Vec<(u32, u32)> = Vec::new();
    for one in found {
        for words in shortest.max(one.end - one.first)..=longest {
            let from = (one.end).saturating_sub(words);
            places.extend((from..=one.first).map(|start| (words, start)));
        }
    }
    places.sort_unstable();
    places.dedup();
    let is_whole = |&(words, start): &(u32, u32)| {
        let end = start + words;
        end <= subcorpus.len() && (start + 1..end).all(|position| subcorpus.is_joined(position))
    };
    let names: Vec<u32> = (0..subcorpus.len()).map(|position| subcorpus.word(position).0).collect();
    let mut counts: FxHashMap<&[u32], NgramCounts> = FxHashMap::default();
    for (words, start) in places.into_iter().filter(is_whole) {
        let key = &names[start as usize..(start + words) as usize];
        let story = subcorpus.story_of(start);
        let fresh = NgramCounts { first: start, frequency: 0, range: 0, last_story: NONE };
        let counted = counts.entry(key).or_insert(fresh);
        counted.frequency += 1;
        counted.range += u32::from(counted.last_story != story);
        counted.last_story = story;
    }
    let frequent = counts.into_iter().filter(|(_, counted)| counted.frequency >= min_frequency);
    let mut all: Vec<Ngram> = frequent
        .map(|(key, counted)| Ngram {
            first: counted.first,
            words: saturating_u32(key.len()),
            frequency: counted.frequency,
            range: counted.range,
        })
        .collect();
    all.sort_unstable_by_key(|one| (one.words, one.first));
    all
}

struct NgramCounts {
    first: u32,
    frequency: u32,
    range: u32,
    last_story: u32,
}

/// Gives each position the number of its sequence, which `key` derives from the numbers of the sequences one
/// word shorter.
fn count(
    subcorpus: &Subcorpus,
    names: &mut [u32],
    key: impl Fn(&[u32], usize) -> Option<(u32, u32)>,
) -> Vec<NgramCounts> {
    let mut numbers: FxHashMap<(u32, u32), u32> = FxHashMap::default();
    let mut level: Vec<NgramCounts> = Vec::new();
    for story in 0..subcorpus.stories() {
        for position in subcorpus.story(story) {
            let at = position as usize;
            // Each position is read before it is written, and the next one has not been written yet.
            let Some(key) = key(names, at) else {
                names[at] = NONE;
                continue;
            };
            let next = u32::try_from(level.len()).unwrap_or(NONE);
            let number = *numbers.entry(key).or_insert(next);
            if number == next {
                level.push(NgramCounts { first: position, frequency: 0, range: 0, last_story: NONE });
            }
            let counted = &mut level[number as usize];
            counted.frequency += 1;
            counted.range += u32::from(counted.last_story != story);
            counted.last_story = story;
            names[at] = number;
        }
    }
    level
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::test_support::{Sample, sample};
    use proptest::prelude::*;
    use std::collections::{BTreeMap, BTreeSet};

    fn listed(
        sample: &Sample,
        shortest: u32,
        longest: u32,
        min_frequency: u32,
    ) -> BTreeMap<String, (u32, u32)> {
        let subcorpus = sample.subcorpus();
        let text = |one: &Ngram| {
            let words = one.first..one.first + one.words;
            words.map(|at| sample.vocabulary().form(subcorpus.printed(at))).collect::<Vec<_>>().join(" ")
        };
        let found = ngrams(&subcorpus, shortest, longest, min_frequency);
        found.iter().map(|one| (text(one), (one.frequency, one.range))).collect()
    }

    #[test]
    fn sequences_end_at_punctuation_lines_and_stories() {
        let sample = sample(&["甲 乙 ， 甲 乙 丙\n丁", "丁 甲 乙"]);
        let found = listed(&sample, 2, 3, 1);
        let expected = [
            ("丁 甲", (1, 1)),
            ("丁 甲 乙", (1, 1)),
            ("乙 丙", (1, 1)),
            ("甲 乙", (3, 2)),
            ("甲 乙 丙", (1, 1)),
        ];
        assert_eq!(found, expected.map(|(words, counts)| (words.to_owned(), counts)).into());
        assert_eq!(listed(&sample, 2, 3, 2).len(), 1);
    }

    proptest! {
        /// Compares with the counts of every window of every run of words.
        #[test]
        fn counts_equal_those_of_all_windows(
            texts in prop::collection::vec("([甲乙丙，] ){0,14}", 1..4),
            shortest in 1u32..4,
            more in 0u32..3,
            min_frequency in 1u32..4,
        ) {
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            let mut expected: BTreeMap<String, (u32, BTreeSet<usize>)> = BTreeMap::new();
            for (story, text) in texts.iter().enumerate() {
                for run in text.split('，') {
                    let words: Vec<&str> = run.split_whitespace().collect();
                    for size in shortest..=shortest + more {
                        for window in words.windows(size as usize) {
                            let entry = expected.entry(window.join(" ")).or_default();
                            entry.0 += 1;
                            entry.1.insert(story);
                        }
                    }
                }
            }
            expected.retain(|_, (frequency, _)| *frequency >= min_frequency);
            let expected: BTreeMap<String, (u32, u32)> =
                expected.into_iter().map(|(words, (n, stories))| (words, (n, stories.len() as u32))).collect();
            prop_assert_eq!(listed(&sample(&texts), shortest, shortest + more, min_frequency), expected);
        }
    }

    #[test]
    fn clusters_are_the_sequences_that_hold_the_node() {
        let sample = sample(&["甲 乙 丙 乙 丁 ， 乙 丙\n乙", "丙 乙 丙", "丁 甲"]);
        let subcorpus = sample.subcorpus();
        for (node, holds) in [
            ("乙", (|text: &str| text.contains('乙')) as fn(&str) -> bool),
            ("乙 丙", |text| text.contains("乙 丙")),
            ("[丙丁]", |_| false),
        ] {
            let parsed = crate::analysis::Node::parse(node).unwrap();
            let found =
                crate::analysis::occurrences(&subcorpus, &sample.documents(), sample.vocabulary(), &parsed);
            for min_frequency in [1, 2] {
                let text = |one: &Ngram| {
                    let words = one.first..one.first + one.words;
                    words
                        .map(|at| sample.vocabulary().form(subcorpus.printed(at)))
                        .collect::<Vec<_>>()
                        .join(" ")
                };
                let clusters = clusters(&subcorpus, &found, 1, 4, min_frequency);
                let clusters: BTreeMap<String, (u32, u32)> =
                    clusters.iter().map(|one| (text(one), (one.frequency, one.range))).collect();
                let mut all = listed(&sample, 1, 4, min_frequency);
                all.retain(|text, _| holds(text));
                assert_eq!(clusters, all, "{node}");
            }
        }
    }
}
