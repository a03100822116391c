//! Weights and their indices.

use duidu::segment::accurate::{KNOWN, LONGEST, TABLES, TEMPLATES};
use rustc_hash::FxHashMap;

/// The rows of weights by pattern.
#[derive(Debug, Default)]
pub(crate) struct Index {
    counts: [FxHashMap<u64, u32>; TABLES],
    rows: [FxHashMap<u64, u32>; TABLES],
    size: usize,
}

impl Index {
    /// Counts an occurrence of a pattern.
    pub(crate) fn count(&mut self, table: usize, key: u64) {
        *self.counts[table].entry(key).or_default() += 1;
    }

    /// Gives rows to the patterns that occurred often enough, in the order of their keys.
    pub(crate) fn settle(&mut self, least: u32) {
        for (table, counts) in self.counts.iter_mut().enumerate() {
            let mut keys: Vec<u64> =
                counts.iter().filter(|&(_, &count)| count >= least).map(|(&key, _)| key).collect();
            keys.sort_unstable();
            for key in keys {
                self.rows[table].insert(key, self.size as u32);
                self.size += width(table);
            }
            counts.clear();
        }
    }

    /// Returns the index of the first weight of a pattern.
    pub(crate) fn row(&self, table: usize, key: u64) -> Option<u32> {
        self.rows[table].get(&key).copied()
    }

    /// Returns the patterns of a table with the indices of their weights, in the order of the keys.
    pub(crate) fn patterns(&self, table: usize) -> Vec<(u64, usize)> {
        let mut all: Vec<(u64, usize)> =
            self.rows[table].iter().map(|(&key, &row)| (key, row as usize)).collect();
        all.sort_unstable();
        all
    }

    /// Returns the number of all weights.
    pub(crate) fn len(&self) -> usize {
        self.size
    }
}

/// Returns the number of weights of a pattern in this table.
pub(crate) fn width(table: usize) -> usize {
    4 * TEMPLATES.get(table).map_or(1, |template| template.reach)
}

/// Number of lengths of words, from 0.
const LENGTHS: usize = LONGEST + 1;

/// Returns the indices of the lattice's weights for a word of this length with this `known` byte: from the
/// particular to the general, so that rare cases learn from similar ones.
pub(crate) fn span_places(length: usize, known: u8) -> [usize; 4] {
    let (shape, group) = (usize::from(known & 0x1f), usize::from(known >> 5));
    let grade = match shape >> 1 {
        0 => 0,
        1..=3 => 1,
        4..=8 => 2,
        _ => 3,
    };
    [
        length * 32 + shape,
        LENGTHS * 32 + length * 32 + group * 4 + grade,
        LENGTHS * 64 + length * 8 + group,
        LENGTHS * 72 + length * 2 + usize::from(shape != 0),
    ]
}

/// Returns the index of a pair of words, long (0) or single (1), among the lattice's weights.
pub(crate) fn pair_place(before: usize, after: usize) -> usize {
    LENGTHS * 74 + before * 2 + after
}

/// All weights.
#[derive(Clone, Debug)]
pub(crate) struct Weights {
    /// The weights of patterns.
    pub(crate) rows: Vec<f32>,
    /// The weights of the lattice.
    pub(crate) lattice: Vec<f32>,
}

impl Weights {
    /// Makes weights that are all zero.
    pub(crate) fn new(size: usize) -> Self {
        Self { rows: vec![0.0; size], lattice: vec![0.0; LENGTHS * 74 + 4] }
    }

    /// Returns the lattice's weights as the decoder looks them up: one for each length and `known` byte.
    pub(crate) fn lattice(&self) -> Vec<f32> {
        let of = |length, known| span_places(length, known).iter().map(|&place| self.lattice[place]).sum();
        let spans = (0..LENGTHS * KNOWN).map(|at| of(at / KNOWN, (at % KNOWN) as u8));
        let pairs = (0..4).map(|pair| self.lattice[pair_place(pair / 2, pair % 2)]);
        spans.chain(pairs).collect()
    }

    /// Adds other weights.
    pub(crate) fn add(&mut self, other: &Self) {
        self.rows.iter_mut().zip(&other.rows).for_each(|(sum, weight)| *sum += weight);
        self.lattice.iter_mut().zip(&other.lattice).for_each(|(sum, weight)| *sum += weight);
    }

    /// Multiplies all weights.
    pub(crate) fn scale(&mut self, by: f32) {
        self.rows.iter_mut().chain(&mut self.lattice).for_each(|weight| *weight *= by);
    }
}
