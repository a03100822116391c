//! How much an unlisted stretch looks like a name.
//!
//! The model holds a byte for each character: in the lowest three bits how strongly it begins names, in the next
//! three how often it stands in given names, in the upper two how often it writes the sounds of foreign names.

use super::words::LONGEST_LISTED;

/// Where the grade stands in what is known of a stretch, where listed words have the group of their tag.
const GRADE: u32 = 5;

/// From here on a character counts as a surname, or as fit for a given name.
const LIKELY: u8 = 4;

/// The byte of a character in four bits.
#[inline]
pub(super) fn coarse(name: u8) -> u8 {
    u8::from(surname(name) >= LIKELY) | u8::from(given(name) >= LIKELY) << 1 | (name >> 6) << 2
}

/// Grades the stretches that begin with the first of these characters and that no list has.
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
