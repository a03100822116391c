//! Conversion of lengths and counts to 32 bits.

/// Converts a length or a count to 32 bits; a larger one becomes [`u32::MAX`].
pub fn saturating_u32(number: impl TryInto<u32>) -> u32 {
    number.try_into().unwrap_or(u32::MAX)
}
