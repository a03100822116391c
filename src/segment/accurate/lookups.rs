//! Look-up of weights, many at a time.
//!
//! A look-up waits for memory three times: for its bucket, for the check bytes, for the weights. One after
//! the other the waits add up; in rounds over all patterns of a sentence they overlap, and as no round
//! branches on a result, the processor never mispredicts.

use super::buckets::check;
use super::file::Model;
use super::file::TABLES;
use super::lanes::{Lanes, add};
use super::patterns::TEMPLATES;

/// A pattern to look up.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Lookup {
    /// The start of the entries of its bucket, and in the lowest byte their number.
    range: u32,
    /// The first unit to whose score its weights are added.
    first: u32,
    check: u8,
}

impl Lookup {
    /// Makes the look-up of a pattern, whose weights are added to the scores from `first` on.
    #[inline(always)]
    pub(super) fn new(model: &Model, table: usize, key: u64, first: usize) -> Self {
        Self { range: model.range(table, key), first: first as u32, check: check(key) }
    }
}

/// The patterns of a sentence to look up, by table.
#[derive(Clone, Debug, Default)]
pub(super) struct Lookups {
    wanted: [Vec<Lookup>; TABLES],
    /// For each one found, the first unit and the entry.
    found: Vec<(u32, u32)>,
}

impl Lookups {
    /// Removes all patterns.
    pub(super) fn clear(&mut self) {
        self.wanted.iter_mut().for_each(Vec::clear);
    }

    /// Requests the weights of patterns of a table.
    #[inline(always)]
    pub(super) fn extend(&mut self, table: usize, wanted: impl Iterator<Item = Lookup>) {
        self.wanted[table].extend(wanted);
    }

    /// Requests the weights of a pattern.
    #[inline(always)]
    pub(super) fn push(&mut self, table: usize, wanted: Lookup) {
        self.wanted[table].push(wanted);
    }

    /// Adds the weights of all requested patterns.
    #[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
    pub(super) fn add(&mut self, model: &Model, scores: &mut [Lanes]) {
        for (table, wanted) in self.wanted.iter().enumerate() {
            find(model.checks(table), wanted, &mut self.found);
            let weights = model.rows(table).as_chunks().0;
            match TEMPLATES.get(table).map_or(1, |template| template.reach) {
                1 => add_all::<1>(&self.found, weights, scores),
                3 => add_all::<3>(&self.found, weights, scores),
                4 => add_all::<4>(&self.found, weights, scores),
                _ => add_all::<5>(&self.found, weights, scores),
            }
        }
    }
}

/// Finds the entry of each look-up by its check byte.
fn find(checks: &[u8], wanted: &[Lookup], found: &mut Vec<(u32, u32)>) {
    found.clear();
    found.resize(wanted.len() + 1, (0, 0));
    let mut hits = 0;
    for lookup in wanted {
        let (sought, start, count) = (lookup.check, lookup.range >> 8, lookup.range & 0xff);
        let rest = &checks[start as usize..];
        let at = match rest.first_chunk() {
            // Eight entries at once: the lowest zero byte of the difference is the first match.
            Some(&eight) if count <= 8 => {
                let differences = u64::from_le_bytes(eight) ^ (u64::from(sought) * LOWEST);
                let noughts = differences.wrapping_sub(LOWEST) & !differences & (LOWEST << 7);
                noughts.trailing_zeros() / 8
            }
            _ => {
                let entries = &rest[..count as usize];
                entries.iter().position(|&check| check == sought).map_or(u32::MAX, |at| at as u32)
            }
        };
        // Written in any case, and kept only if there was a match.
        found[hits] = (lookup.first, start.wrapping_add(at));
        hits += usize::from(at < count);
    }
    found.truncate(hits);
}

/// The lowest bit of each of eight bytes.
const LOWEST: u64 = 0x0101_0101_0101_0101;

/// Adds the rows that were found.
#[cfg_attr(target_arch = "wasm32", target_feature(enable = "simd128"))]
fn add_all<const REACH: usize>(found: &[(u32, u32)], weights: &[[u8; 4]], scores: &mut [Lanes]) {
    let (rows, _) = weights.as_chunks::<REACH>();
    for &(first, row) in found {
        if let Some(scores) = scores[first as usize..].first_chunk_mut() {
            add(scores, &rows[row as usize]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_entry_that_fits_is_found_and_none_beyond_the_bucket() {
        let checks: Vec<u8> = (0..40).map(|at| at % 10).collect();
        let lookup = |check, start: u32, count: u32| Lookup { range: start << 8 | count, first: 7, check };
        let entry = |check, start, count| {
            let mut found = Vec::new();
            find(&checks, &[lookup(check, start, count)], &mut found);
            found.first().map(|&(first, entry)| (first, entry))
        };
        assert_eq!(entry(3, 0, 4), Some((7, 3)));
        assert_eq!(entry(3, 0, 3), None);
        assert_eq!(entry(0, 0, 0), None);
        assert_eq!(entry(2, 5, 20), Some((7, 12)));
        assert_eq!(entry(9, 38, 2), Some((7, 39)));
        assert_eq!(entry(9, 38, 1), None);
        assert_eq!(entry(9, 40, 0), None);
    }
}
