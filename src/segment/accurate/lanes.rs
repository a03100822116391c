//! Four small sums in one number.
//!
//! A unit has a score for each of four roles. They are kept in the four 16-bit lanes of a `u64`, each weight raised
//! by 128 so that no lane is ever negative and no carry crosses: one addition does for four, on every machine.

/// Four weights of nought.
pub(super) const NEUTRAL: u64 = 0x0080_0080_0080_0080;

/// Four weights, each in its lane.
#[inline]
pub(super) fn lanes(row: [u8; 4]) -> u64 {
    let raised = u64::from(u32::from_le_bytes(row) ^ 0x8080_8080);
    let halves = (raised | raised << 16) & 0x0000_ffff_0000_ffff;
    (halves | halves << 8) & 0x00ff_00ff_00ff_00ff
}

/// The sum in one lane, of as many weights as were added.
#[inline]
pub(super) fn lane(sum: u64, role: usize, added: i32) -> i32 {
    i32::from((sum >> (16 * role)) as u16) - 128 * added
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_of_weights_of_either_sign_stay_in_their_lanes() {
        let row = [-128_i8, 127, -1, 0].map(i8::cast_unsigned);
        let sum = (0..60).fold(NEUTRAL, |sum, _| sum + lanes(row));
        assert_eq!([0, 1, 2, 3].map(|role| lane(sum, role, 61)), [-7680, 7620, -60, 0]);
    }
}
