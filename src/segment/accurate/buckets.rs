//! A read-only hash table that takes one byte per key.
//!
//! Keys are in buckets by their hash; the file holds the size of each bucket and, bucket by bucket, one check
//! byte per key. An absent key is mistaken for a present one about once per 256 entries of its bucket, which
//! the model tolerates; in return the tables are small, and almost usable in place.

/// Number of buckets that share one base: their starts are stored as two-byte differences, so that the index
/// of a large table stays in the processor's cache.
const BLOCK: usize = 64;

/// An index of the start of each bucket's entries.
#[derive(Clone, Debug)]
pub struct Buckets {
    bases: Vec<u32>,
    starts: Vec<u16>,
    shift: u32,
    entries: usize,
}

impl Buckets {
    /// Makes the index of buckets of these sizes; their number is a power of two, and at least two.
    pub fn new(counts: &[u8]) -> Self {
        let mut starts = Vec::with_capacity(counts.len() + 1);
        let mut bases = Vec::with_capacity(counts.len() / BLOCK + 1);
        let mut sum = 0_u32;
        for (bucket, &count) in counts.iter().enumerate() {
            if bucket % BLOCK == 0 {
                bases.push(sum);
            }
            // 63 buckets of at most 255 entries: the difference fits.
            starts.push((sum - bases[bucket / BLOCK]) as u16);
            sum += u32::from(count);
        }
        if counts.len().is_multiple_of(BLOCK) {
            bases.push(sum);
        }
        starts.push((sum - bases[counts.len() / BLOCK]) as u16);
        Self { bases, starts, shift: 64 - counts.len().max(2).trailing_zeros(), entries: sum as usize }
    }

    /// Returns the number of all entries.
    pub fn entries(&self) -> usize {
        self.entries
    }

    /// Returns the range of the entries of a hash's bucket.
    #[inline]
    pub fn range(&self, hash: u64) -> (usize, usize) {
        let bucket = (hash >> self.shift) as usize;
        (self.start(bucket), self.start(bucket + 1))
    }

    #[inline]
    fn start(&self, bucket: usize) -> usize {
        self.bases[bucket / BLOCK] as usize + usize::from(self.starts[bucket])
    }
}

/// Returns the bucket and the check byte of a hash in a table of `2^bits` buckets.
pub fn place(hash: u64, bits: u32) -> (usize, u8) {
    ((hash >> (64 - bits)) as usize, check(hash))
}

/// Returns the check byte of a hash: bits that do not select the bucket.
#[inline]
pub(super) fn check(hash: u64) -> u8 {
    (hash >> 8) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_entry_is_in_the_bucket_it_was_counted_for() {
        for bits in [1, 3, 6, 9] {
            let counts: Vec<u8> = (0..1_u32 << bits).map(|bucket| (bucket * 37 % 256) as u8).collect();
            let buckets = Buckets::new(&counts);
            let mut at = 0;
            for (bucket, &count) in (0_u64..).zip(&counts) {
                assert_eq!(buckets.range(bucket << (64 - bits)), (at, at + usize::from(count)));
                at += usize::from(count);
            }
            assert_eq!(buckets.entries(), at);
        }
    }
}
