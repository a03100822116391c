//! Limits on what is unpacked from one file of the reader's, whatever is packed in it and however deep.

use crate::ingest::FileError;
use crate::text::saturating_u32;

/// Maximum unpacked size, in megabytes, of everything packed in one file.
pub(super) const UNPACKED_LIMIT: u32 = 512;

/// Maximum number of files an archive may list, those of archives in it included: the maximum without ZIP extensions.
pub(super) const FILES_LIMIT: u32 = 65_535;

/// Size in bytes up to which the ratio is not checked: it does no harm.
const HARMLESS: u64 = 32 << 20;

/// Maximum ratio of unpacked to packed size above that; print has ten at most, a bomb a thousand.
const RATIO: u64 = 200;

/// Bytes and files that may still be unpacked from a file.
#[derive(Debug)]
pub(in crate::ingest) struct Allowance {
    /// Size of the file itself.
    packed: u64,
    /// Bytes claimed so far.
    unpacked: u64,
    files: u64,
}

impl Allowance {
    /// Creates the allowance for a file of `bytes` bytes.
    pub(in crate::ingest) fn of(bytes: usize) -> Self {
        Self { packed: bytes as u64, unpacked: 0, files: 0 }
    }

    /// Adds the files of an archive.
    ///
    /// # Errors
    /// [`FileError::TooManyFiles`]; nothing is counted then.
    pub(super) fn list(&mut self, files: usize) -> Result<(), FileError> {
        let all = self.files.saturating_add(files as u64);
        if all > u64::from(FILES_LIMIT) {
            let files = saturating_u32(files);
            return Err(FileError::TooManyFiles { files, limit: FILES_LIMIT });
        }
        self.files = all;
        Ok(())
    }

    /// Reserves bytes for unpacking.
    ///
    /// # Errors
    /// [`FileError::UnpacksTooLarge`]; nothing is reserved then.
    pub(super) fn claim(&mut self, bytes: u64) -> Result<(), FileError> {
        let all = self.unpacked.saturating_add(bytes);
        if all > u64::from(UNPACKED_LIMIT) << 20 || swells(self.packed, all) {
            return Err(FileError::UnpacksTooLarge { limit: UNPACKED_LIMIT });
        }
        self.unpacked = all;
        Ok(())
    }
}

/// Returns true if the unpacked size is out of proportion to the packed size, so that it cannot be text.
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
