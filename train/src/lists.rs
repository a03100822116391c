//! The word lists and the classes of characters, from jieba's dictionary and rime-cantonese's words.

use std::collections::BTreeMap;

use crate::names::Names;

use duidu::segment::Tag;
use duidu::segment::accurate::{Hasher, LONGEST_LISTED, WeightTable, place, symbols};
use duidu::segment::rules::{LATIN, NUMBER};

/// Number of buckets of the word lists, as a power of two.
const BITS: u32 = 17;

/// The data of a listed word.
#[derive(Clone, Copy, Debug, Default)]
struct Entry {
    frequency: u64,
    in_rime: bool,
    tag: u8,
    /// The frequency of the entry that gave the tag: the most frequent of those that fold together.
    tagged: u64,
}

impl Entry {
    /// Returns true if a word of this length helps to segment: what is rare and in one dictionary only is left
    /// out, as names of people, which the model knows by their characters, and as long compounds, which
    /// newspapers print as several words. Idioms, set phrases and places stay.
    fn is_kept(&self, length: usize) -> bool {
        if length == 1 || self.in_rime && self.frequency > 0 {
            return true;
        }
        let least = match (length, Tag::numbered(self.tag).name()) {
            (5.., _) => 41,
            (_, "nr") => 16,
            (_, "ns" | "i" | "l") => 1,
            _ => 4,
        };
        self.frequency >= least || self.in_rime && length < 4
    }
}

/// The word lists in packed form.
#[derive(Clone, Debug, Default)]
pub(crate) struct Lists {
    /// Buckets, checks and, as weights, shapes.
    pub(crate) words: WeightTable,
    /// Tags in the order of the checks.
    pub(crate) tags: Vec<u8>,
    /// The class of each character below U+10000.
    pub(crate) classes: Vec<u8>,
}

impl Lists {
    /// Parses jieba's dictionary (“word frequency tag”) and rime-cantonese's words (one per line).
    pub(crate) fn read(jieba: &str, rime: &str) -> Self {
        let mut entries: BTreeMap<Vec<char>, Entry> = BTreeMap::new();
        let mut names = Names::default();
        for line in jieba.lines() {
            let mut parts = line.split(' ');
            let (Some(word), Some(frequency), tag) =
                (parts.next(), parts.next(), parts.next().unwrap_or("x"))
            else {
                continue;
            };
            let frequency: u64 = frequency.parse().unwrap_or(1);
            let key: Vec<char> = symbols(word).collect();
            names.count(&key, tag, frequency);
            // A whole number or Latin run is not listed: every other one would match it.
            if key.is_empty() || key.len() > LONGEST_LISTED || matches!(key[..], [NUMBER | LATIN]) {
                continue;
            }
            let entry = entries.entry(key).or_default();
            entry.frequency += frequency.max(1);
            if frequency >= entry.tagged {
                (entry.tagged, entry.tag) = (frequency, Tag::named(tag).number());
            }
        }
        for word in rime.lines() {
            let key: Vec<char> = symbols(word).collect();
            if (2..=LONGEST_LISTED).contains(&key.len()) {
                entries.entry(key).or_default().in_rime = true;
            }
        }
        let mut placed: Vec<(usize, u8, u8, u8)> = entries
            .iter()
            .filter(|(key, entry)| entry.is_kept(key.len()))
            .map(|(key, entry)| {
                let (bucket, check) = hash(key);
                let shape =
                    ((key.len() - 1) as u8) << 5 | class(entry.frequency) << 1 | u8::from(entry.in_rime);
                (bucket, shape, check, entry.tag)
            })
            .collect();
        placed.sort_unstable();
        let mut lists = Self { classes: names.classes(), ..Self::default() };
        lists.words.counts.resize(1 << BITS, 0);
        for (bucket, shape, check, tag) in placed {
            // A bucket is full at 255: its longest words are omitted.
            if lists.words.counts[bucket] < u8::MAX {
                lists.words.counts[bucket] += 1;
                lists.words.checks.push(check);
                lists.words.weights.push(shape);
                lists.tags.push(tag);
            }
        }
        lists
    }
}

/// Returns the bucket, by the first two characters, and the check byte.
fn hash(key: &[char]) -> (usize, u8) {
    let whole = key.iter().fold(Hasher::default(), |hash, &symbol| hash.with(symbol));
    let start = key.iter().take(2).fold(Hasher::default(), |hash, &symbol| hash.with(symbol));
    (place(start.finish(), BITS).0, place(whole.finish(), BITS).1)
}

/// Returns the class of a frequency: 0 for a word jieba lacks, then steps of a factor of about 2.8, up to 15.
fn class(frequency: u64) -> u8 {
    match frequency {
        0 => 0,
        1..=2 => 1,
        3 => 2,
        4..=6 => 3,
        7..=15 => 4,
        16..=40 => 5,
        41..=100 => 6,
        101..=250 => 7,
        251..=600 => 8,
        601..=1500 => 9,
        1501..=3500 => 10,
        3501..=8000 => 11,
        8001..=20000 => 12,
        20001..=50000 => 13,
        50001..=150000 => 14,
        _ => 15,
    }
}
