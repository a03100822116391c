//! The features of the model: the patterns of a sentence, each with the units it applies to.
//!
//! The trainer and the decoder use the same patterns, so that they cannot diverge.

use super::contexts::{KINDS, MATCHES, NAMES, NAMES_AFTER, REPEATED, SPELLED, VIEWS, pack};
use super::names;
use super::words::{LONGEST_LISTED, WordLists};
use crate::segment::rules::RuleUnitKind;

/// A family of n-grams: the units it reads, and the units it applies to.
#[derive(Clone, Copy, Debug)]
pub struct Template {
    /// Offsets of the units it reads, from the first.
    pub reads: &'static [usize],
    /// Offset of the first unit it applies to, from the first it reads.
    pub first: isize,
    /// Number of units it applies to.
    pub reach: usize,
}

/// The n-grams of characters, within two characters of the unit they apply to.
pub const TEMPLATES: [Template; NGRAMS] = [
    Template { reads: &[0], first: -2, reach: 5 },
    Template { reads: &[0, 1], first: -1, reach: 4 },
    Template { reads: &[0, 2], first: 0, reach: 3 },
    Template { reads: &[0, 1, 2], first: 0, reach: 3 },
];

/// Number of templates.
pub const NGRAMS: usize = 4;

/// Number of empty units before the first and after the last.
pub(super) const MARGIN: usize = 2;

/// The symbol before the first unit and after the last.
const OUTSIDE: char = '\n';

/// The length of the longest word of a list that begins at a unit, ends at it, or covers it; lengths above 5
/// count as 5.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Matches {
    /// That of the longest that begins here.
    pub begins: u8,
    /// That of the longest that ends here.
    pub ends: u8,
    /// That of the longest that covers this unit without beginning or ending here.
    pub covers: u8,
}

/// One sentence with all values that its patterns read.
#[derive(Clone, Debug, Default)]
pub struct Sentence {
    /// Symbols, with [`MARGIN`] on either side.
    pub(super) symbols: Vec<char>,
    kinds: Vec<u8>,
    /// The name byte of each symbol in the model.
    names: Vec<u8>,
    /// The name bytes reduced to four bits.
    classes: Vec<u8>,
    matches: [Vec<Matches>; LISTS],
    /// For each unit and each length from 1, the `known` byte of the word of this length that begins here.
    pub(super) known: Vec<[u8; LONGEST_LISTED]>,
    /// For each unit and each length, the number of the tag of this word; meaningless if it is not listed.
    pub(super) tags: Vec<[u8; LONGEST_LISTED]>,
    /// For each unit, the first unit at or after it that is always a word by itself.
    pub(super) walls: Vec<u32>,
}

/// Number of lists: jieba's, rime-cantonese's, and the frequent half of jieba's.
const LISTS: usize = 3;

impl Sentence {
    /// Removes all units.
    pub fn clear(&mut self) {
        self.symbols.clear();
        self.kinds.clear();
        self.symbols.extend([OUTSIDE; MARGIN]);
        self.kinds.extend([RuleUnitKind::Space as u8; MARGIN]);
    }

    /// Adds a unit at the end.
    #[inline]
    pub fn push(&mut self, symbol: char, kind: RuleUnitKind) {
        self.symbols.push(symbol);
        self.kinds.push(kind as u8);
    }

    /// Returns the number of its units; only valid before [`Sentence::complete`] is called.
    pub fn units(&self) -> usize {
        self.symbols.len().saturating_sub(MARGIN)
    }

    /// Returns, for each unit and each length from 1, the `known` byte of the word of this length that begins
    /// here.
    pub fn known(&self) -> &[[u8; LONGEST_LISTED]] {
        &self.known
    }

    /// Returns, for each unit, the first unit at or after it that is always a word by itself.
    pub fn walls(&self) -> &[u32] {
        &self.walls
    }

    /// Looks up all values that the patterns read; called after the last unit was added.
    pub fn complete(&mut self, classes: &[u8], words: &WordLists<'_>) {
        let units = self.units();
        self.symbols.extend([OUTSIDE; MARGIN]);
        self.kinds.extend([RuleUnitKind::Space as u8; MARGIN]);
        self.names.clear();
        self.names
            .extend(self.symbols.iter().map(|&symbol| classes.get(symbol as usize).copied().unwrap_or(0)));
        self.classes.clear();
        self.classes.extend(self.names.iter().map(|&name| names::coarse(name)));
        for list in &mut self.matches {
            list.clear();
            list.resize(units + 2 * MARGIN, Matches::default());
        }
        self.known.clear();
        self.known.resize(units, [0; LONGEST_LISTED]);
        self.tags.clear();
        self.tags.resize(units, [0; LONGEST_LISTED]);
        self.walls.clear();
        self.walls.resize(units + 1, units as u32);
        for unit in (0..units).rev() {
            let alone = self.kinds[unit + MARGIN] == RuleUnitKind::Mark as u8
                || self.kinds[unit + MARGIN] == RuleUnitKind::Space as u8;
            self.walls[unit] = if alone { unit as u32 } else { self.walls[unit + 1] };
        }
        for unit in 0..units {
            let end = self.walls[unit] as usize;
            if end == unit {
                continue;
            }
            let (known, tags, matches) = (&mut self.known[unit], &mut self.tags[unit], &mut self.matches);
            let reach = &self.symbols[unit + MARGIN..end + MARGIN];
            words.at(reach, |length, entry, tag| {
                known[length - 1] = entry;
                tags[length - 1] = tag;
                let frequency = entry >> 1 & 0xf;
                if length == 1 {
                    return;
                }
                let grade = length.min(5) as u8;
                let at = unit + MARGIN;
                let in_lists = [frequency != 0, entry & 1 != 0, frequency >= FREQUENT];
                for (list, _) in matches.iter_mut().zip(in_lists).filter(|&(_, has)| has) {
                    list[at].begins = list[at].begins.max(grade);
                    list[at + length - 1].ends = list[at + length - 1].ends.max(grade);
                    for inner in &mut list[at + 1..at + length - 1] {
                        inner.covers = inner.covers.max(grade);
                    }
                }
            });
            names::look(&self.names[unit + MARGIN..end + MARGIN], known);
        }
    }
}

/// The class of frequency from which a word is frequent.
const FREQUENT: u8 = 6;

/// A receiver of the patterns of a sentence.
pub trait Patterns {
    /// Receives a single character, the one that the n-gram of template 0 reads; `at` includes the margin.
    #[inline]
    fn unigram(&mut self, symbol: char, at: usize) {
        self.ngram(0, unigram(symbol), at);
    }
    /// Receives an n-gram of this template; `at` is the first unit it reads, including the margin.
    fn ngram(&mut self, template: usize, key: u64, at: usize);
    /// Receives the contexts of the unit `at`, not including the margin: a value for each view.
    fn contexts(&mut self, values: [usize; VIEWS], at: usize);
}

/// Passes on every pattern of a completed sentence in a fixed order.
#[inline]
pub fn for_each_pattern(sentence: &Sentence, patterns: &mut impl Patterns) {
    let symbols = &sentence.symbols;
    for (at, &first) in symbols.iter().enumerate() {
        patterns.unigram(first, at);
        let Some(&second) = symbols.get(at + 1) else { continue };
        patterns.ngram(1, finish(mix(seed(1, first), second)), at);
        let Some(&third) = symbols.get(at + 2) else { continue };
        patterns.ngram(2, finish(mix(seed(2, first), third)), at);
        patterns.ngram(3, finish(mix(mix(seed(3, first), second), third)), at);
    }
    for unit in 0..sentence.known.len() {
        let at = unit + MARGIN;
        let (kinds, classes) = (&sentence.kinds, &sentence.classes);
        let mut values = [0; VIEWS];
        values[KINDS] = pack(&kinds[at - 2..at + 3], 8);
        values[NAMES] = pack(&classes[at - 2..at + 2], 16);
        values[NAMES_AFTER] = pack(&classes[at..at + 3], 16);
        let same = |other: usize| usize::from(symbols[at] == symbols[other]);
        values[REPEATED] = same(at - 1) | same(at - 2) << 1 | same(at + 1) << 2 | same(at + 2) << 3;
        for (list, view) in sentence.matches.iter().zip((MATCHES..).step_by(3)) {
            let [before, here, after] = [list[at - 1], list[at], list[at + 1]];
            let Matches { begins, ends, covers } = here;
            values[view] = pack(&[before.ends, ends, begins, covers], 6);
            values[view + 1] = pack(&[ends, after.begins, covers], 6);
            values[view + 2] = pack(&[before.begins, ends, begins, after.ends], 6);
        }
        let [jieba, rime, _] = [0, 1, 2].map(|list: usize| sentence.matches[list][at]);
        let around = pack(&[jieba.begins.max(rime.begins), jieba.ends.max(rime.ends)], 6);
        values[SPELLED] = around << 21 | u32::from(symbols[at]) as usize;
        patterns.contexts(values, unit);
    }
}

/// Returns the key of a single character.
#[inline]
pub(super) fn unigram(symbol: char) -> u64 {
    finish(seed(0, symbol))
}

#[inline]
fn seed(template: u64, first: char) -> u64 {
    mix(template + 1, first)
}

#[inline]
fn mix(key: u64, symbol: char) -> u64 {
    (key.rotate_left(23) ^ u64::from(u32::from(symbol))).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

#[inline]
fn finish(key: u64) -> u64 {
    let mixed = (key ^ (key >> 32)).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    mixed ^ (mixed >> 29)
}
