//! Contexts: features of a unit's surroundings, apart from the n-grams they spell.
//!
//! The model learns weights by family of context. Several families use parts of the same values, say of the
//! kinds of five units; the decoder looks up those values together, as a view, and has the families' weights
//! for each value of the view summed beforehand.

/// Number of views.
pub const VIEWS: usize = SPELLED + 1;

/// Number of values of each view; zero if a view includes a character, so that it has too many values to
/// precompute.
pub(super) const VALUES: [usize; VIEWS] =
    [32768, 65536, 4096, 16, 1296, 216, 1296, 1296, 216, 1296, 1296, 216, 1296, 0];

/// The number of values of all views before each.
pub(super) const STARTS: [usize; VIEWS] = {
    let mut starts = [0; VIEWS];
    let mut view = 1;
    while view < VIEWS {
        starts[view] = starts[view - 1] + VALUES[view - 1];
        view += 1;
    }
    starts
};

/// Number of families of contexts of a unit: each view gives at least one.
#[cfg(test)]
pub(super) const FAMILIES: usize = 20;

/// The view of the kinds of five units; the middle three are also a family.
pub(super) const KINDS: usize = 0;

/// The view of the name classes of four units: two before, the unit, one after.
pub(super) const NAMES: usize = 1;

/// The view of the name classes of the unit and the two after it.
pub(super) const NAMES_AFTER: usize = 2;

/// The view of the neighbours that equal the unit.
pub(super) const REPEATED: usize = 3;

/// The first of three views per word list: of its matches at the unit and at its neighbours.
pub(super) const MATCHES: usize = 4;

/// The view of the list matches at the unit, with the unit's character.
pub(super) const SPELLED: usize = 13;

/// Returns the keys of the families that a value of a view belongs to.
pub fn families(view: usize, value: usize) -> impl Iterator<Item = u64> {
    let parts = match view {
        KINDS => [Some(value), Some(value >> 3 & 0x1ff), None],
        NAMES => [Some(value), Some(value & 0xfff), Some(value >> 4)],
        // Without the first value (the match before), and without the second (the one that ends here).
        4 | 7 | 10 => [Some(value % 216), Some(value / 216 * 36 + value % 36), None],
        _ => [Some(value), None, None],
    };
    parts
        .into_iter()
        .enumerate()
        .filter_map(move |(part, value)| value.map(|value| key(view * 3 + part, value)))
}

/// Packs several values below `radix` into one number.
#[cfg(test)]
fn pack(values: &[u8], radix: usize) -> usize {
    values.iter().fold(0, |packed, &value| packed * radix + usize::from(value))
}

fn key(family: usize, value: usize) -> u64 {
    let mixed = (value as u64 ^ (family as u64 + 1) << 56).wrapping_mul(0xff51_afd7_ed55_8ccd);
    let mixed = (mixed ^ (mixed >> 33)).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    mixed ^ (mixed >> 29)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_constant_is_the_number_of_families() {
        assert_eq!((0..VIEWS).map(|view| families(view, 0).count()).sum::<usize>(), FAMILIES);
    }

    #[test]
    fn parts_of_a_view_are_packed_subsets_of_its_values() {
        let value = pack(&[5, 4, 3, 2], 6);
        assert_eq!(value % 216, pack(&[4, 3, 2], 6));
        assert_eq!(value / 216 * 36 + value % 36, pack(&[5, 3, 2], 6));
        assert_eq!(pack(&[1, 2, 3, 4, 5], 8) >> 3 & 0x1ff, pack(&[2, 3, 4], 8));
    }
}
