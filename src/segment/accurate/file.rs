//! The model file: a header, five tables of weights, the word lists, and the weights of the lattice.
//!
//! All numbers are little-endian. The header is the magic, the format's version, the checksum of everything
//! after it, and the length of each section in order; the sections follow without gaps.

use thiserror::Error;

use super::buckets::{Buckets, check};
use super::contexts::{STARTS, VALUES, families};
use super::lanes::{Lanes, add};
use super::lattice::LONGEST;
use super::patterns::{NGRAMS, TEMPLATES, unigram};
use super::words::{KNOWN, WordLists, groups};
use crate::text::saturating_u32;

/// The version of the format.
pub const FORMAT: u32 = 1;

const MAGIC: [u8; 8] = *b"duidu-sg";

/// Number of tables of weights: one for each template of n-grams, and one for contexts.
pub const TABLES: usize = NGRAMS + 1;

/// Number of sections: counts, checks and weights of each table; counts, checks, shapes and tags of the
/// words; classes of characters; weights of the lattice.
const SECTIONS: usize = 3 * TABLES + 6;
const WORDS: usize = 3 * TABLES;
const CLASSES: usize = WORDS + 4;
const LATTICE: usize = WORDS + 5;

const HEADER: usize = 8 + 4 + 8 + 4 * SECTIONS;

/// Size of one entry of the lattice's weights, in bytes.
const WIDE: usize = 2;

/// The reason why a model cannot be opened.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum ModelError {
    /// The bytes are not a model file.
    #[error("not a model file")]
    NotAModel,
    /// The file is of another version.
    #[error("the model has format {found}, this program reads {FORMAT}")]
    Version {
        /// The version of the file.
        found: u32,
    },
    /// The file is truncated or altered.
    #[error("the model file is damaged")]
    Damaged,
}

/// A table of weights for encoding: sizes of the buckets, check bytes, rows of weights.
#[derive(Clone, Debug, Default)]
pub struct WeightTable {
    /// Number of entries of each bucket.
    pub counts: Vec<u8>,
    /// A check byte for each entry.
    pub checks: Vec<u8>,
    /// For each entry, four weights for each unit it applies to.
    pub weights: Vec<u8>,
}

/// The contents of a model file.
#[derive(Clone, Debug, Default)]
pub struct ModelParts {
    /// The tables of weights.
    pub tables: [WeightTable; TABLES],
    /// The word lists; `weights` holds the shapes.
    pub words: WeightTable,
    /// The tags of the words.
    pub tags: Vec<u8>,
    /// The class of each character below U+10000.
    pub classes: Vec<u8>,
    /// Weights by length and shape, then of the four pairs of long and single words.
    pub lattice: Vec<i16>,
}

/// Encodes a model file.
pub fn encode(parts: &ModelParts) -> Vec<u8> {
    let lattice: Vec<u8> = parts.lattice.iter().flat_map(|weight| weight.to_le_bytes()).collect();
    let mut sections: Vec<&[u8]> = Vec::with_capacity(SECTIONS);
    for table in parts.tables.iter().chain([&parts.words]) {
        sections.extend([&table.counts[..], &table.checks, &table.weights]);
    }
    sections.extend([&parts.tags[..], &parts.classes, &lattice]);
    let lengths = sections.iter().flat_map(|section| (section.len() as u32).to_le_bytes());
    let body: Vec<u8> = lengths.chain(sections.iter().flat_map(|section| section.iter().copied())).collect();
    [&MAGIC[..], &FORMAT.to_le_bytes(), &checksum(&body).to_le_bytes(), &body].concat()
}

/// A model, used in place in its bytes.
#[derive(Debug)]
pub struct Model {
    bytes: Vec<u8>,
    /// The start of each section, and the end of the last.
    starts: [usize; SECTIONS + 1],
    buckets: [Buckets; TABLES + 1],
    lattice: Vec<i32>,
    unlisted: [i32; LONGEST - 1],
    groups: [u8; 256],
    /// The summed weights of every context without a character, by view.
    contexts: Vec<Lanes>,
    singles: Vec<[u8; 2]>,
    /// For each character below U+10000, the index of its summed weights as an n-gram by itself.
    characters: Vec<u16>,
    unigrams: Vec<[Lanes; 5]>,
}

impl Model {
    /// Returns the number of listed words.
    pub fn entries(&self) -> u32 {
        let tags = self.starts[WORDS + 4] - self.starts[WORDS + 3];
        saturating_u32(tags)
    }

    /// Opens the bytes of a model file.
    ///
    /// # Errors
    /// Returns an error if they are not a model of this version, or not complete.
    pub fn open(bytes: Vec<u8>) -> Result<Self, ModelError> {
        if !bytes.starts_with(&MAGIC) {
            return Err(ModelError::NotAModel);
        }
        let found = number(&bytes, 8).ok_or(ModelError::Damaged)?;
        if found != FORMAT {
            return Err(ModelError::Version { found });
        }
        let sum = bytes.get(12..20).and_then(|sum| sum.try_into().ok()).map(u64::from_le_bytes);
        if sum.is_none() || bytes.get(20..).map(checksum) != sum {
            return Err(ModelError::Damaged);
        }
        let mut starts = [HEADER; SECTIONS + 1];
        for section in 0..SECTIONS {
            let length = number(&bytes, 20 + 4 * section).ok_or(ModelError::Damaged)?;
            starts[section + 1] = starts[section].saturating_add(length as usize);
        }
        if starts[SECTIONS] != bytes.len() {
            return Err(ModelError::Damaged);
        }
        let section = |number: usize| &bytes[starts[number]..starts[number + 1]];
        let buckets = std::array::from_fn(|table| Buckets::new(section(3 * table)));
        let lattice = section(LATTICE)
            .chunks_exact(WIDE)
            .map(|w| i32::from(i16::from_le_bytes([w[0], w[1]])))
            .collect();
        let mut model = Self {
            buckets,
            lattice,
            unlisted: [0; LONGEST - 1],
            starts,
            bytes,
            groups: groups(),
            contexts: Vec::new(),
            singles: Vec::new(),
            characters: Vec::new(),
            unigrams: Vec::new(),
        };
        if !model.fits() {
            return Err(ModelError::Damaged);
        }
        model.lay_out();
        Ok(model)
    }

    /// Returns true if the sections are consistent, so that no look-up is out of bounds.
    fn fits(&self) -> bool {
        let tables = (0..=TABLES).all(|table| {
            let entries = self.buckets[table].entries();
            let width = if table < TABLES { width(table) } else { 1 };
            self.section(3 * table).len().is_power_of_two()
                && self.section(3 * table).len() > 1
                && self.section(3 * table + 1).len() == entries
                && self.section(3 * table + 2).len() == entries * width
        });
        tables
            && self.section(WORDS + 3).len() == self.buckets[TABLES].entries()
            && self.lattice.len() == (LONGEST + 1) * KNOWN + 4
    }

    /// Precomputes the sums that the decoder needs repeatedly: the weights of each value of each view, and
    /// the list entries of each single character.
    fn lay_out(&mut self) {
        self.unlisted = std::array::from_fn(|length| self.shape(length + 2, 0));
        let mut all = Vec::with_capacity(VALUES.iter().sum());
        for (view, &size) in VALUES.iter().enumerate() {
            all.extend((0..size).map(|value| self.sum(view, value)));
        }
        self.contexts = all;
        self.singles = (0..=u32::from(u16::MAX))
            .map(|code| self.words().single(char::from_u32(code).unwrap_or_default()))
            .collect();
        let (mut characters, mut unigrams) = (Vec::with_capacity(1 << 16), vec![[[0; 4]; 5]]);
        for code in 0..=u16::MAX {
            let key = unigram(char::from_u32(code.into()).unwrap_or_default());
            let weights = self.weights(0, key).and_then(|row| row.as_chunks().0.first_chunk());
            characters.push(weights.map_or(0, |weights| {
                let mut sums = [[0; 4]; 5];
                add(&mut sums, weights);
                unigrams.push(sums);
                // There are fewer than characters, and surrogates have the first one's weights.
                (unigrams.len() - 1) as u16
            }));
        }
        (self.characters, self.unigrams) = (characters, unigrams);
    }

    fn sum(&self, view: usize, value: usize) -> Lanes {
        let mut sum = [[0; 4]];
        for key in families(view, value) {
            if let Some(row) = self.weights(NGRAMS, key).and_then(|row| row.first_chunk()) {
                add(&mut sum, &[*row]);
            }
        }
        sum[0]
    }

    /// Returns the scores of a context: the sum of the weights of the view's families; `None` if its values
    /// are too many to precompute.
    #[inline(always)]
    pub(super) fn context(&self, view: usize, value: usize) -> Option<Lanes> {
        (VALUES[view] != 0).then(|| self.contexts[STARTS[view] + value])
    }

    /// Returns the scores that the n-gram of a single character adds to the units around it; `None` if they
    /// are not precomputed.
    #[inline]
    pub(super) fn unigram(&self, symbol: char) -> Option<&[Lanes; 5]> {
        self.characters.get(symbol as usize).map(|&at| &self.unigrams[usize::from(at)])
    }

    fn section(&self, number: usize) -> &[u8] {
        &self.bytes[self.starts[number]..self.starts[number + 1]]
    }

    /// Returns the size of the file in bytes.
    pub fn len(&self) -> usize {
        self.bytes.len()
    }

    /// Returns true if the file is empty; that of an opened model never is.
    pub fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    /// Returns the classes of characters.
    pub fn classes(&self) -> &[u8] {
        self.section(CLASSES)
    }

    /// Returns the word lists.
    pub fn words(&self) -> WordLists<'_> {
        WordLists {
            buckets: &self.buckets[TABLES],
            checks: self.section(WORDS + 1),
            shapes: self.section(WORDS + 2),
            tags: self.section(WORDS + 3),
            groups: &self.groups,
            singles: &self.singles,
        }
    }

    /// Returns the weights of a pattern, four for each unit it applies to.
    fn weights(&self, table: usize, hash: u64) -> Option<&[u8]> {
        let (start, end) = self.buckets[table].range(hash);
        let wanted = check(hash);
        let found = self.checks(table)[start..end].iter().position(|&check| check == wanted)?;
        let width = width(table);
        self.rows(table).get((start + found) * width..)?.get(..width)
    }

    /// Returns the first entry of a table that may hold a pattern, and in the lowest byte the number of them.
    #[inline(always)]
    pub(super) fn range(&self, table: usize, hash: u64) -> u32 {
        self.buckets[table].packed(hash)
    }

    /// Returns the check bytes of a table.
    pub(super) fn checks(&self, table: usize) -> &[u8] {
        self.section(3 * table + 1)
    }

    /// Returns the weights of a table, row by row.
    pub(super) fn rows(&self, table: usize) -> &[u8] {
        self.section(3 * table + 2)
    }

    /// Returns the weight of a word of this length with this entry in the lists.
    #[inline]
    pub(super) fn shape(&self, length: usize, known: u8) -> i32 {
        self.lattice[length * KNOWN + usize::from(known)]
    }

    /// Returns the weights of unlisted words by length, from 2.
    #[inline]
    pub(super) fn unlisted(&self) -> &[i32; LONGEST - 1] {
        &self.unlisted
    }

    /// Returns the weight of a long (0) or single (1) word followed by a long or single one.
    #[inline]
    pub(super) fn follows(&self, before: usize, after: usize) -> i32 {
        self.lattice[(LONGEST + 1) * KNOWN + before * 2 + after]
    }
}

/// Returns the size of an entry's weights, in bytes.
fn width(table: usize) -> usize {
    4 * TEMPLATES.get(table).map_or(1, |template| template.reach)
}

fn number(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at + 4)?.try_into().ok().map(u32::from_le_bytes)
}

/// Computes a hash of all bytes, eight at a time: it detects a damaged file, and checking takes about a
/// millisecond.
fn checksum(bytes: &[u8]) -> u64 {
    let mix = |sum: u64, word: u64| (sum.rotate_left(5) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let chunks = bytes.chunks_exact(8);
    let rest = chunks.remainder().iter().fold(bytes.len() as u64, |word, &byte| word << 8 ^ u64::from(byte));
    mix(
        chunks.fold(0, |sum, chunk| {
            mix(sum, chunk.iter().rev().fold(0, |word, &byte| word << 8 | u64::from(byte)))
        }),
        rest,
    )
}

#[cfg(test)]
mod tests;
