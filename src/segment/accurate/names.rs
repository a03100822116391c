//! Grades of unlisted stretches as possible names.
//!
//! The model has a byte for each character: the lowest three bits grade it as a surname, the next three grade
//! its frequency in given names, the upper two its frequency in transcriptions of foreign names.

use super::words::LONGEST_LISTED;

/// The position of the grade in the `known` byte of a stretch; listed words have the group of their tag
/// there.
const GRADE: u32 = 5;

/// The grade from which a character counts as a surname, or as fit for a given name.
const LIKELY: u8 = 4;

/// Reduces the byte of a character to four bits.
#[inline]
pub(super) fn coarse(name: u8) -> u8 {
    u8::from(surname(name) >= LIKELY) | u8::from(given(name) >= LIKELY) << 1 | (name >> 6) << 2
}

/// Grades the unlisted stretches that begin with the first of these characters.
#[inline]
pub(super) fn look(names: &[u8], known: &mut [u8; LONGEST_LISTED]) {
    let Some(&first) = names.first() else { return };
    if surname(first) > 0
        && let Some(&second) = names.get(1)
    {
        grade(&mut known[1], (surname(first) + given(second)).div_ceil(2));
        if let Some(&third) = names.get(2) {
            grade(&mut known[2], (2 * surname(first) + given(second) + given(third)).div_ceil(4));
        }
    }
    let mut least = first >> 6;
    for (length, &name) in names.iter().enumerate().take(LONGEST_LISTED).skip(1) {
        least = least.min(name >> 6);
        if least == 0 {
            return;
        }
        if length >= 3 {
            grade(&mut known[length], least);
        }
    }
}

fn grade(known: &mut u8, grade: u8) {
    if *known == 0 {
        *known = grade.min(7) << GRADE;
    }
}

fn surname(name: u8) -> u8 {
    name & 7
}

fn given(name: u8) -> u8 {
    name >> 3 & 7
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_surname_and_what_follows_are_graded_unless_listed() {
        let (wang, ming) = (7, 6 << 3);
        let mut known = [0; LONGEST_LISTED];
        known[1] = 5;
        look(&[wang, ming, ming], &mut known);
        assert_eq!(known, [0, 5, 7 << 5, 0, 0, 0, 0, 0]);
    }

    #[test]
    fn four_and_more_sounds_of_foreign_names_are_graded_by_the_weakest() {
        let mut known = [0; LONGEST_LISTED];
        look(&[3 << 6, 2 << 6, 3 << 6, 3 << 6, 3 << 6, 0, 3 << 6], &mut known);
        assert_eq!(known, [0, 0, 0, 2 << 5, 2 << 5, 0, 0, 0]);
    }
}
