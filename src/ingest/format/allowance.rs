//! How much may come out of one file that a reader gives, whatever is packed in it and however deep.

use crate::ingest::FileError;
use crate::text::saturating_u32;

/// The most megabytes that what is packed in one file may have unpacked, all together.
pub(super) const UNPACKED_LIMIT: u32 = 512;

/// The most files an archive may list, those of archives in it among them: as many as one can without extensions.
pub(super) const FILES_LIMIT: u32 = 65_535;

/// Up to this size nobody looks at the ratio: it does no harm.
const HARMLESS: u64 = 32 << 20;

/// How many times its packed size more than that may have; print has ten times at most, a bomb a thousand.
const RATIO: u64 = 200;

/// What may still come out of a file.
#[derive(Debug)]
pub(in crate::ingest) struct Allowance {
    /// The size of the file itself.
    packed: u64,
    /// What was claimed so far.
    unpacked: u64,
    files: u64,
}

impl Allowance {
    /// For a file of so many bytes.
    pub(in crate::ingest) fn of(bytes: usize) -> Self {
        Self { packed: bytes as u64, unpacked: 0, files: 0 }
    }

    /// Counts the files of an archive in.
    ///
    /// # Errors
    /// [`FileError::TooManyFiles`], and nothing is counted then.
    pub(super) fn list(&mut self, files: usize) -> Result<(), FileError> {
        let all = self.files.saturating_add(files as u64);
        if all > u64::from(FILES_LIMIT) {
            let files = saturating_u32(files);
            return Err(FileError::TooManyFiles { files, limit: FILES_LIMIT });
        }
        self.files = all;
        Ok(())
    }

    /// Sets bytes aside for what is to be unpacked.
    ///
    /// # Errors
    /// [`FileError::UnpacksTooLarge`], and nothing is set aside then.
    pub(super) fn claim(&mut self, bytes: u64) -> Result<(), FileError> {
        let all = self.unpacked.saturating_add(bytes);
        if all > u64::from(UNPACKED_LIMIT) << 20 || swells(self.packed, all) {
            return Err(FileError::UnpacksTooLarge { limit: UNPACKED_LIMIT });
        }
        self.unpacked = all;
        Ok(())
    }
}

/// Whether so much comes out of so little that it is no text.
pub(super) fn swells(packed: u64, unpacked: u64) -> bool {
    unpacked > HARMLESS && unpacked > packed.saturating_mul(RATIO)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_claimed_counts_together() {
        let mut allowance = Allowance::of(10 << 20);
        assert_eq!(allowance.claim(500 << 20), Ok(()));
        let too_large = Err(FileError::UnpacksTooLarge { limit: UNPACKED_LIMIT });
        assert_eq!(allowance.claim(13 << 20), too_large);
        assert_eq!(allowance.claim(u64::MAX), too_large);
        assert_eq!(allowance.claim(12 << 20), Ok(()));
        assert_eq!(allowance.list(65_000), Ok(()));
        assert_eq!(allowance.list(536), Err(FileError::TooManyFiles { files: 536, limit: FILES_LIMIT }));
        assert_eq!(allowance.list(535), Ok(()));
    }

    #[test]
    fn a_small_file_may_hold_little() {
        assert_eq!(Allowance::of(1000).claim(32 << 20), Ok(()));
        assert!(Allowance::of(1000).claim(33 << 20).is_err());
        assert!(!swells(1 << 20, 200 << 20) && swells(1 << 20, (200 << 20) + 1));
    }
}
