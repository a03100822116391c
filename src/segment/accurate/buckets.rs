//! A read-only hash table that takes one byte per key.
//!
//! Keys are in buckets by their hash; the file holds the size of each bucket and, bucket by bucket, one check
//! byte per key. An absent key is mistaken for a present one about once per 256 entries of its bucket, which
//! the model tolerates; in return the tables are small, and almost usable in place.

/// An index of each bucket's entries.
#[derive(Clone, Debug)]
pub struct Buckets {
    /// For each bucket the number of its first entry, and in the lowest byte of how many: one look tells both.
    ranges: Vec<u32>,
    shift: u32,
    entries: usize,
}

impl Buckets {
    /// Makes the index of buckets of these sizes; their number is a power of two, and at least two. The entries are fewer
    /// than 2^24.
    pub fn new(counts: &[u8]) -> Self {
        let mut entries = 0_usize;
        let range = |&count: &u8| {
            let start = entries as u32;
            entries += usize::from(count);
            start << 8 | u32::from(count)
        };
        let ranges = counts.iter().map(range).collect();
        Self { ranges, shift: 64 - counts.len().max(2).trailing_zeros(), entries }
    }

    /// Returns the number of all entries.
    pub fn entries(&self) -> usize {
        self.entries
    }

    /// Returns the range of the entries of a hash's bucket.
    #[inline]
    pub fn range(&self, hash: u64) -> (usize, usize) {
        let range = self.packed(hash);
        let start = (range >> 8) as usize;
        (start, start + (range & 0xff) as usize)
    }

    /// Returns the number of the first entry of a hash's bucket, and in the lowest byte of how many.
    #[inline(always)]
    pub(super) fn packed(&self, hash: u64) -> u32 {
        self.ranges[(hash >> self.shift) as usize]
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
