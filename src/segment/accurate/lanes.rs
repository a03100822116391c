//! Four small sums in one array: a unit's scores in its four roles.
//!
//! At most [`ADDED`](super::lattice::ADDED) weights of a byte each are added, so 16 bits hold every sum, and
//! a processor adds eight of them, two units' scores, in one instruction.

/// The scores of a unit in its four roles.
pub(super) type Lanes = [i16; 4];

/// Adds weights, four for each unit, to the scores of those units.
#[inline(always)]
pub(super) fn add<const UNITS: usize>(scores: &mut [Lanes; UNITS], weights: &[[u8; 4]; UNITS]) {
    for (sum, &weight) in scores.as_flattened_mut().iter_mut().zip(weights.as_flattened()) {
        *sum += i16::from(weight.cast_signed());
    }
}

/// Adds sums to sums.
#[inline(always)]
pub(super) fn add_sums<const UNITS: usize>(scores: &mut [Lanes; UNITS], sums: &[Lanes; UNITS]) {
    for (sum, &more) in scores.as_flattened_mut().iter_mut().zip(sums.as_flattened()) {
        *sum += more;
    }
}

#[cfg(test)]
mod tests {
    use super::super::lattice::ADDED;
    use super::*;

    #[test]
    fn the_most_weights_of_either_sign_fit() {
        let row = [-128_i8, 127, -1, 0].map(i8::cast_unsigned);
        let mut scores = [[0; 4]; 3];
        (0..ADDED).for_each(|_| add(&mut scores, &[row; 3]));
        add_sums(&mut scores, &[[1; 4]; 3]);
        let added = i16::try_from(ADDED).unwrap();
        assert_eq!(scores, [[1 - 128 * added, 1 + 127 * added, 1 - added, 1]; 3]);
    }
}
