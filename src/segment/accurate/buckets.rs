//! A read-only hash table that takes one byte for a key.
//!
//! Keys fall into buckets by their hash; the file holds how many each bucket has and, bucket by bucket, one
//! check byte per key. A key that was never put in is taken for one that was about once in 256 entries of its
//! bucket, which the model tolerates; in return the tables are small, and almost ready where they lie.

/// Buckets that share one base: their starts are kept as differences of two bytes, so that the index of a large
/// table stays in the processor's cache.
const BLOCK: usize = 64;

/// Where the entries of each bucket start.
#[derive(Clone, Debug)]
pub struct Buckets {
    bases: Vec<u32>,
    starts: Vec<u16>,
    shift: u32,
    entries: usize,
}

impl Buckets {
    /// The index over buckets of these sizes; their number is a power of two, and at least two.
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

    /// Entries in all.
    pub fn entries(&self) -> usize {
        self.entries
    }

    /// The entries of the bucket into which a hash falls.
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

/// The bucket and the check byte of a hash in a table of `2^bits` buckets.
pub fn place(hash: u64, bits: u32) -> (usize, u8) {
    ((hash >> (64 - bits)) as usize, check(hash))
}

/// The check byte of a hash: bits that do not choose the bucket.
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
