//! The room for text in the memory of the analysis thread.
//!
//! WebAssembly of 32 bits has 4,096 MB at most, and an allocation beyond that ends the thread. So each file is checked
//! before it is read, given the bytes in use at that moment.
//!
//! Measured in Chromium 156 with files of 50 MB, made of the bundled stories with one character in a hundred exchanged:
//! the memory grew to 633 MB with the first file, which is 12.7 times its size, and by some 360 MB with each further
//! one, which is 7.2 times; ten files had 3,836 MB, and the eleventh ended the thread. With 50 MB of such text the
//! memory had 476 MB when it was in, 732 MB after a word list, 844 MB after one of terms, 1,101 MB after n-grams and
//! 1,238 MB after repeated phrases. Room is kept for a word list of everything, at 15 times the text; n-grams and
//! phrases may find none when more than 160 MB are in, and then end with an error that advises a smaller scope.

use std::cell::Cell;
use std::rc::Rc;

use crate::ingest::FileError;

/// A megabyte.
const MEGABYTE: usize = 1 << 20;

/// Bytes that may be in use when all texts are cut into words.
const FULL: usize = 3_900 * MEGABYTE;

/// Bytes that may be in use while a file is read.
const MOST: usize = 3_500 * MEGABYTE;

/// The memory of a text with its stories, their words and a count of these, as a multiple of its size.
const STAYS: usize = 15;

/// The memory of a file while it is read, as a multiple of its size.
const PASSES: usize = 13;

/// The memory of an archive while the files in it are read, without those, as a multiple of its size.
const PACKED: usize = 2;

/// The memory of a thread.
#[derive(Clone)]
pub(super) struct Memory {
    /// Bytes in use.
    allocated: fn() -> usize,
    /// Bytes of text that there is room for where texts stay.
    room: Rc<Cell<usize>>,
}

impl Memory {
    /// Creates the memory of which `allocated` returns the bytes in use.
    pub(super) fn new(allocated: fn() -> usize) -> Self {
        Self { allocated, room: Rc::new(Cell::new(FULL / STAYS)) }
    }

    /// Sets the bytes of text that there are.
    pub(super) fn set_texts(&self, bytes: usize) {
        self.set_room((FULL / STAYS).saturating_sub(bytes));
    }

    /// Sets the bytes of text that there is room for where texts stay.
    pub(super) fn set_room(&self, bytes: usize) {
        self.room.set(bytes);
    }

    /// Returns the megabytes of text that there is room for.
    pub(super) fn room(&self) -> u32 {
        whole(self.left())
    }

    /// Returns the bytes of text that there is room for.
    pub(super) fn left(&self) -> usize {
        left((self.allocated)(), self.room.get())
    }

    /// Checks that a file of this size can be read.
    pub(super) fn weigh(&self, bytes: usize, is_packed: bool) -> Result<(), FileError> {
        let fits = if is_packed {
            bytes.saturating_mul(PACKED) <= MOST.saturating_sub((self.allocated)())
        } else {
            bytes <= self.left()
        };
        if fits {
            return Ok(());
        }
        Err(FileError::NoRoom { megabytes: whole(bytes).max(1), room: self.room() })
    }
}

/// Returns the bytes of text that there is room for, given the bytes in use here and the room where texts stay.
fn left(used: usize, room: usize) -> usize {
    room.min(MOST.saturating_sub(used) / PASSES)
}

/// Returns true if the room that is left, in megabytes, is less than a quarter of that in an empty memory.
pub(super) fn is_little(room: u32) -> bool {
    room.saturating_mul(4) < whole(left(0, FULL / STAYS))
}

fn whole(bytes: usize) -> u32 {
    u32::try_from(bytes / MEGABYTE).unwrap_or(u32::MAX)
}

/// Converts the bytes that a browser reports to megabytes, rounded up.
#[cfg(feature = "worker")]
pub(super) fn megabytes(bytes: f64) -> u32 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_precision_loss,
        clippy::cast_sign_loss,
        reason = "a saturating cast of what is shown"
    )]
    let whole = (bytes / MEGABYTE as f64).ceil() as u32;
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_largest_file_that_is_read_at_all_finds_room_in_an_empty_memory() {
        let largest = crate::ingest::LARGEST_FILE as usize * MEGABYTE;
        assert_eq!(Memory::new(|| 60 * MEGABYTE).weigh(largest, false), Ok(()));
    }

    #[test]
    fn what_finds_no_room_is_said_with_its_size_and_the_room_there_is() {
        let memory = Memory::new(|| MOST - 10 * PASSES * MEGABYTE);
        assert_eq!(memory.room(), 10);
        assert_eq!(memory.weigh(10 * MEGABYTE, false), Ok(()));
        let refused = Err(FileError::NoRoom { megabytes: 11, room: 10 });
        assert_eq!(memory.weigh(11 * MEGABYTE, false), refused);
        assert_eq!(memory.weigh(11 * MEGABYTE, true), Ok(()), "what is in an archive is weighed by itself");
        assert_eq!(Memory::new(|| usize::MAX).room(), 0);
    }

    #[test]
    fn texts_whose_words_are_not_found_yet_are_counted_as_if_they_were() {
        let memory = Memory::new(|| 100 * MEGABYTE);
        memory.set_texts(FULL / STAYS - 5 * MEGABYTE);
        assert_eq!(memory.room(), 5);
    }

    #[test]
    fn files_that_find_room_one_after_another_never_fill_the_memory() {
        for size in [1, 7, 50, 200] {
            let (mut used, mut texts) = (60 * MEGABYTE, 0);
            while size * MEGABYTE <= left(used, (FULL / STAYS).saturating_sub(texts)) {
                assert!(used + size * MEGABYTE * PASSES <= MOST);
                used += size * MEGABYTE * 7;
                texts += size * MEGABYTE;
            }
            assert!(texts * STAYS <= FULL && texts > 0);
            assert!(is_little(whole(left(used, (FULL / STAYS).saturating_sub(texts)))) || size > 50);
        }
    }
}
