//! The features of the model: the patterns of a sentence, each with the units it applies to.
//!
//! The trainer and the decoder use the same patterns, so that they cannot diverge.

use super::contexts::{KINDS, MATCHES, NAMES, NAMES_AFTER, REPEATED, SPELLED, VIEWS};
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
        patterns.ngram(1, bigram(first, second), at);
        let Some(&third) = symbols.get(at + 2) else { continue };
        patterns.ngram(2, skip(first, third), at);
        patterns.ngram(3, trigram(first, second, third), at);
    }
    sentence.for_each_context(|values, at| patterns.contexts(values, at));
}

impl Sentence {
    /// Calls `found` with the contexts of each unit: a value for each view.
    ///
    /// The values of kinds and name classes are shifted from unit to unit.
    #[inline(always)]
    pub(super) fn for_each_context(&self, mut found: impl FnMut([usize; VIEWS], usize)) {
        let shifted = |bytes: &[u8], bits: u32| bytes.iter().fold(0, |all, &b| all << bits | usize::from(b));
        let mut kinds = shifted(self.kinds.get(..2 * MARGIN).unwrap_or_default(), 3);
        let mut names = shifted(self.classes.get(..2 * MARGIN).unwrap_or_default(), 4);
        let next = self.kinds.iter().zip(&self.classes).skip(2 * MARGIN);
        let matches =
            |list: usize| self.matches.get(list).into_iter().flat_map(|list| list.windows(3)).skip(1);
        let matches = matches(0).zip(matches(1)).zip(matches(2));
        let units = self.symbols.windows(2 * MARGIN + 1).zip(next).zip(matches).enumerate();
        for (unit, ((symbols, (&kind, &class)), ((jieba, rime), frequent))) in units {
            kinds = (kinds << 3 | usize::from(kind)) & 0x7fff;
            names = (names << 4 | usize::from(class)) & 0xf_ffff;
            let [far, before, here, after, beyond] = symbols else { continue };
            let same = |other: &char| usize::from(other == here);
            let repeated = same(before) | same(far) << 1 | same(after) << 2 | same(beyond) << 3;
            let [j, r, f] = [jieba, rime, frequent].map(views);
            let around = around(jieba, rime) << 21 | u32::from(*here) as usize;
            // In the order of the views: KINDS, NAMES, NAMES_AFTER, REPEATED, three from MATCHES for each list, SPELLED.
            let (before, after) = (names >> 4, names & 0xfff);
            let values = [
                kinds, before, after, repeated, j[0], j[1], j[2], r[0], r[1], r[2], f[0], f[1], f[2], around,
            ];
            found(values, unit);
        }
    }
}

const _: () = assert!(
    KINDS == 0
        && NAMES == 1
        && NAMES_AFTER == 2
        && REPEATED == 3
        && MATCHES == 4
        && SPELLED == 13
        && VIEWS == 14
);

/// Number of values of a match.
const RADIX: usize = 6;

/// Returns the values of the three views of a list's matches at a unit and its two neighbours, each a number with a digit
/// for each match.
#[inline(always)]
fn views(matches: &[Matches]) -> [usize; 3] {
    let [before, here, after] = matches else { return [0; 3] };
    let [begins, ends, covers] = [here.begins, here.ends, here.covers].map(usize::from);
    let both = ends * (RADIX * RADIX) + begins * RADIX;
    [
        usize::from(before.ends) * (RADIX * RADIX * RADIX) + both + covers,
        ends * (RADIX * RADIX) + usize::from(after.begins) * RADIX + covers,
        usize::from(before.begins) * (RADIX * RADIX * RADIX) + both + usize::from(after.ends),
    ]
}

/// Returns the longest matches of two lists that begin and that end at the middle one of three units, as one number.
#[inline(always)]
fn around(one: &[Matches], other: &[Matches]) -> usize {
    let ([_, one, _], [_, other, _]) = (one, other) else { return 0 };
    usize::from(one.begins.max(other.begins)) * RADIX + usize::from(one.ends.max(other.ends))
}

/// Returns the key of a single character.
#[inline]
pub(super) fn unigram(symbol: char) -> u64 {
    finish(seed(0, symbol))
}

/// Returns the key of two characters in a row.
#[inline(always)]
pub(super) fn bigram(first: char, second: char) -> u64 {
    finish(mix(seed(1, first), second))
}

/// Returns the key of two characters with any between.
#[inline(always)]
pub(super) fn skip(first: char, third: char) -> u64 {
    finish(mix(seed(2, first), third))
}

/// Returns the key of three characters in a row.
#[inline(always)]
pub(super) fn trigram(first: char, second: char, third: char) -> u64 {
    finish(mix(mix(seed(3, first), second), third))
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
