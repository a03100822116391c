//! The words near a node.

use rustc_hash::FxHashMap;

use crate::corpus::WordId;
use crate::stats::Cooccurrence;

use super::{Occurrence, Subcorpus};
use crate::text::saturating_u32;

/// The window around a node: the number of words on each side that count as near.
///
/// Words are counted as elsewhere: punctuation has no position. A window crosses sentences and blocks, but
/// never the edge of a story, as in AntConc and Sketch Engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Window {
    /// Words before the node.
    pub left: u32,
    /// Words after the node.
    pub right: u32,
}

impl Window {
    /// Returns the positions in the window of an occurrence.
    pub fn around(self, subcorpus: &Subcorpus, occurrence: &Occurrence) -> impl Iterator<Item = u32> + use<> {
        let story = subcorpus.story(occurrence.story);
        let first = occurrence.first.saturating_sub(self.left).max(story.start);
        let end = occurrence.end.saturating_add(self.right).min(story.end);
        (first..occurrence.first).chain(occurrence.end..end)
    }
}

/// The words near a node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CollocateCounts {
    /// Each word that occurs in a window, by number.
    pub words: Vec<Collocate>,
    /// Occurrences of the node.
    pub node: u32,
}

/// A word near a node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Collocate {
    /// The word.
    pub word: WordId,
    /// The counts for the measures. A word in the windows of two occurrences is counted in both.
    pub counts: Cooccurrence,
    /// Occurrences at each position of the window, from the leftmost to the rightmost; they add up to
    /// `counts.together`.
    pub by_place: Vec<u32>,
}

/// Counts the words near the occurrences of a node. Linear in the occurrences times the window, and in the
/// stories times the window. The node's own words are counted if they are near another of its occurrences.
pub fn collocates(subcorpus: &Subcorpus, found: &[Occurrence], window: Window) -> CollocateCounts {
    let width = (window.left + window.right) as usize;
    let mut row: FxHashMap<WordId, usize> = FxHashMap::default();
    let mut counts: Vec<(WordId, Vec<u32>)> = Vec::new();
    let mut node_pairs = 0u32;
    for occurrence in found {
        let story = subcorpus.story(occurrence.story);
        let mut count = |position: u32, place: u32| {
            let word = subcorpus.word(position);
            let at = *row.entry(word).or_insert_with(|| {
                counts.push((word, vec![0; width]));
                counts.len() - 1
            });
            counts[at].1[place as usize] += 1;
            node_pairs += 1;
        };
        let before = (occurrence.first - story.start).min(window.left);
        for distance in 1..=before {
            count(occurrence.first - distance, window.left - distance);
        }
        let after = (story.end - occurrence.end).min(window.right);
        for distance in 0..after {
            count(occurrence.end + distance, window.left + distance);
        }
    }
    counts.sort_unstable_by_key(|&(word, _)| word);

    let missing = missing_at_edges(subcorpus, window);
    let pairs = all_pairs(subcorpus, window);
    let node = saturating_u32(found.len());
    let words = counts
        .into_iter()
        .map(|(word, by_place)| {
            let collocate = saturating_u32(subcorpus.positions(word).len());
            let whole = u64::from(collocate) * width as u64;
            let counts = Cooccurrence {
                together: by_place.iter().sum(),
                node,
                collocate,
                node_pairs,
                collocate_pairs: saturating_u32(whole - missing.get(&word).copied().unwrap_or(0)),
                pairs,
            };
            Collocate { word, counts, by_place }
        })
        .collect();
    CollocateCounts { words, node }
}

/// Counts all pairs of positions of which the second lies in the window of the first.
fn all_pairs(subcorpus: &Subcorpus, window: Window) -> u32 {
    let one_side = |words: u64, reach: u64| {
        if words > reach {
            words * reach - reach * (reach + 1) / 2
        } else {
            words * words.saturating_sub(1) / 2
        }
    };
    let story = |story| {
        let words = subcorpus.story(story).len() as u64;
        one_side(words, u64::from(window.left)) + one_side(words, u64::from(window.right))
    };
    saturating_u32((0..subcorpus.stories()).map(story).sum::<u64>())
}

/// Returns for each word the number of further windows it would occur in if stories had no edges.
fn missing_at_edges(subcorpus: &Subcorpus, window: Window) -> FxHashMap<WordId, u64> {
    let mut missing: FxHashMap<WordId, u64> = FxHashMap::default();
    for story in (0..subcorpus.stories()).map(|story| subcorpus.story(story)) {
        // A word is to the right of the words before it; near the start of a story those are few.
        for (position, before) in story.clone().zip(0..window.right) {
            *missing.entry(subcorpus.word(position)).or_default() += u64::from(window.right - before);
        }
        for (position, after) in story.rev().zip(0..window.left) {
            *missing.entry(subcorpus.word(position)).or_default() += u64::from(window.left - after);
        }
    }
    missing
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::test_support::{Sample, sample};
    use crate::analysis::{Node, occurrences};
    use proptest::prelude::*;

    fn near(sample: &Sample, node: &str, left: u32, right: u32) -> CollocateCounts {
        let subcorpus = sample.subcorpus();
        let found =
            occurrences(&subcorpus, &sample.documents(), sample.vocabulary(), &Node::parse(node).unwrap());
        collocates(&subcorpus, &found, Window { left, right })
    }

    fn row<'a>(sample: &Sample, found: &'a CollocateCounts, form: &str) -> &'a Collocate {
        let id = sample.vocabulary().id(form).unwrap();
        found.words.iter().find(|one| one.word == id).unwrap()
    }

    /// Compares with Evert (2008), figure 1 and section 5.1: *hat* and *roll* in two passages of the Pickwick
    /// Papers, a span of four words that ends with the sentence (each is a story here): f = 2, 20 positions
    /// near *hat*, 3 occurrences of *roll*, 108 words that are not *hat*. Inflected forms are one word, as
    /// there.
    #[test]
    fn the_windows_of_hat_have_the_counts_evert_printed() {
        let sentences = [
            "a vast deal of coolness and a peculiar degree of judgement are requisite in catching a hat",
            "a man must not be precipitate or he runs over it he must not rush into the opposite extreme or he loses it altogether",
            "there was a fine gentle wind and mr pickwick's hat roll sportively before it",
            "the wind puffed and mr pickwick puffed and the hat roll over and over as merrily as a lively porpoise in a strong tide and on it might have roll far beyond mr pickwick's reach had not its course been providentially stopped just as that gentleman was on the point of resigning it to its fate",
        ];
        let sample = sample(&sentences);
        let found = near(&sample, "hat", 4, 4);
        let roll = row(&sample, &found, "roll");
        assert_eq!((found.node, roll.counts.together, roll.counts.collocate), (3, 2, 3));
        assert_eq!(roll.counts.node_pairs, 20);
        assert_eq!(sample.subcorpus().len() - found.node, 108);
    }

    #[test]
    fn positions_are_counted_apart_and_stories_end_the_window() {
        let sample = sample(&["甲 乙 ， 丙 丁\n戊", "己 丙"]);
        let found = near(&sample, "丙", 2, 2);
        assert_eq!(row(&sample, &found, "甲").by_place, [1, 0, 0, 0]);
        assert_eq!(row(&sample, &found, "乙").by_place, [0, 1, 0, 0]);
        assert_eq!(row(&sample, &found, "丁").by_place, [0, 0, 1, 0]);
        assert_eq!(row(&sample, &found, "戊").by_place, [0, 0, 0, 1]);
        assert_eq!(row(&sample, &found, "己").by_place, [0, 1, 0, 0]);
        assert_eq!(found.words.len(), 5);
    }

    #[test]
    fn a_phrase_has_its_window_around_all_its_words() {
        let sample = sample(&["甲 乙 丙 丁"]);
        let found = near(&sample, "乙 丙", 5, 5);
        assert_eq!(found.words.len(), 2);
        assert_eq!(row(&sample, &found, "丁").by_place[5], 1);
    }

    proptest! {
        /// Compares all five counts with those of a loop over every pair of positions.
        #[test]
        fn counts_equal_those_of_a_loop_over_every_pair(
            texts in prop::collection::vec("([甲乙丙丁] ){1,14}", 1..4),
            left in 0u32..5,
            right in 0u32..5,
        ) {
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            prop_assume!(texts.concat().contains('甲'));
            let sample = sample(&texts);
            let found = near(&sample, "甲", left, right);
            let (mut pairs, mut first, mut both) = (0, 0, std::collections::BTreeMap::new());
            let mut second = std::collections::BTreeMap::new();
            for text in &texts {
                let words: Vec<&str> = text.split_whitespace().collect();
                for (i, a) in words.iter().enumerate() {
                    for (j, b) in words.iter().enumerate() {
                        let near = (j < i && i - j <= left as usize) || (j > i && j - i <= right as usize);
                        if near {
                            pairs += 1;
                            *second.entry(*b).or_insert(0) += 1;
                            if *a == "甲" {
                                first += 1;
                                *both.entry(*b).or_insert(0) += 1;
                            }
                        }
                    }
                }
            }
            prop_assert_eq!(found.words.len(), both.len());
            for (form, together) in both {
                let counts = row(&sample, &found, form).counts;
                prop_assert_eq!((counts.together, counts.node_pairs), (together, first));
                prop_assert_eq!((counts.collocate_pairs, counts.pairs), (second[form], pairs));
                prop_assert!(counts.together <= counts.collocate_pairs && counts.collocate_pairs <= counts.pairs);
            }
        }
    }
}
