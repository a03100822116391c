//! The word lists of the model: jieba's dictionary and rime-cantonese's words, folded.
//!
//! Words are in buckets by their first two characters, so that one look-up finds every word that begins at a
//! place. An entry is a check byte, a shape (length, class of frequency, the lists that have it) and a tag.

use super::buckets::{Buckets, check};
use crate::segment::Tag;

/// Maximum length of a listed word.
pub const LONGEST_LISTED: usize = 8;

/// An incremental hash of a word, which also gives the hashes of its beginnings.
#[derive(Clone, Copy, Debug)]
pub struct Hasher(u64);

impl Default for Hasher {
    fn default() -> Self {
        Self(0x9ae1_6a3b_2f90_404f)
    }
}

impl Hasher {
    /// Adds one more character.
    #[inline]
    #[must_use]
    pub fn with(self, symbol: char) -> Self {
        Self((self.0 ^ u64::from(u32::from(symbol))).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(29))
    }

    /// Returns the hash of the characters added.
    #[inline]
    pub fn finish(self) -> u64 {
        let mixed = (self.0 ^ (self.0 >> 31)).wrapping_mul(0xff51_afd7_ed55_8ccd);
        mixed ^ (mixed >> 32)
    }
}

/// Mask of the five bits of a shape for the lists that have a word and for its frequency.
const SHAPE: u8 = 0x1f;

/// Number of values of a `known` byte, which describes a word in the lists: its shape without the length,
/// and, in the upper three bits, the group of its tag.
pub const KNOWN: usize = 256;

/// Returns true if a word with this `known` byte has a tag, which only words of jieba's dictionary have.
#[inline]
pub(super) fn is_tagged(known: u8) -> bool {
    known >> 1 & 0xf != 0
}

/// Returns the group of a tag: words whose tags are of one group are treated alike by the lattice.
fn group(tag: Tag) -> u8 {
    match tag.name() {
        "i" => 1,
        "l" => 2,
        "nr" | "nrfg" => 3,
        "nrt" => 4,
        "ns" => 5,
        "nt" | "nz" => 6,
        "m" | "mq" | "mg" | "q" => 7,
        _ => 0,
    }
}

/// Returns the groups of all tags by number, shifted to their position in a `known` byte.
pub(super) fn groups() -> [u8; 256] {
    std::array::from_fn(|number| group(Tag::numbered(number as u8)) << 5)
}

/// The word lists.
#[derive(Clone, Copy, Debug)]
pub struct WordLists<'m> {
    pub(super) buckets: &'m Buckets,
    pub(super) checks: &'m [u8],
    /// Length less one in the upper three bits; below, the class of frequency in jieba's dictionary times
    /// two, plus one if rime-cantonese has the word.
    pub(super) shapes: &'m [u8],
    pub(super) tags: &'m [u8],
    pub(super) groups: &'m [u8; 256],
    /// [`WordLists::single`] of each character below U+10000, once precomputed.
    pub(super) singles: &'m [[u8; 2]],
}

impl WordLists<'_> {
    /// Reports to `found` each listed word at the beginning of `symbols`: its length, its `known` byte, and
    /// its tag.
    #[inline]
    pub fn at(&self, symbols: &[char], mut found: impl FnMut(usize, u8, u8)) {
        let Some(&first) = symbols.first() else { return };
        let [known, tag] = match self.singles.get(first as usize) {
            Some(&single) => single,
            None => self.single(first),
        };
        if known != 0 {
            found(1, known, tag);
        }
        let Some(&second) = symbols.get(1) else { return };
        let mut hash = Hasher::default().with(first).with(second);
        let (start, end) = self.buckets.range(hash.finish());
        let entries =
            self.shapes[start..end].iter().zip(&self.checks[start..end]).zip(&self.tags[start..end]);
        let (mut hashed, mut sought) = (2, check(hash.finish()));
        for ((&shape, &wanted), &tag) in entries {
            // Entries are sorted by length, so that the hash only ever grows.
            let length = usize::from(shape >> 5) + 1;
            if length > hashed {
                if length > symbols.len() {
                    return;
                }
                hash = symbols[hashed..length].iter().fold(hash, |hash, &symbol| hash.with(symbol));
                (hashed, sought) = (length, check(hash.finish()));
            }
            if sought == wanted && length > 1 {
                found(length, shape & SHAPE | self.groups[usize::from(tag)], tag);
            }
        }
    }

    /// Returns the `known` byte of a word of one character, and its tag; zeros if no list has it.
    pub(super) fn single(&self, symbol: char) -> [u8; 2] {
        let hash = Hasher::default().with(symbol).finish();
        let (start, end) = self.buckets.range(hash);
        let entry =
            (start..end).find(|&entry| self.shapes[entry] >> 5 == 0 && self.checks[entry] == check(hash));
        entry.map_or([0; 2], |entry| {
            let tag = self.tags[entry];
            [self.shapes[entry] & SHAPE | self.groups[usize::from(tag)], tag]
        })
    }
}
