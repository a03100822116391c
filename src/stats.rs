//! Pure numerics on counts: association of one word with one side, with another word, and with the parts of a
//! corpus; multiple tests; the variety of a text.
//!
//! Nothing here knows what a word or a text is, and every value is finite for every input. Logarithms are
//! from `libm`, so that native and browser builds agree to the last bit.

mod association;
mod contingency;
mod dispersion;
mod multiple;
mod significance;
mod termhood;
mod variety;

pub use association::Cooccurrence;
pub use contingency::Contingency;
pub use dispersion::Parts;
pub use multiple::benjamini_hochberg;
pub use significance::p_value;
pub use termhood::{Nesting, c_value, npmi};
pub use variety::{mattr, mtld, sttr, ttr};

/// Returns the occurrences per 10,000 words; 0 for an empty text.
pub fn per_10k(frequency: u32, tokens: u32) -> f64 {
    ratio(10_000.0 * f64::from(frequency), f64::from(tokens))
}

/// Divides; returns 0 if the divisor is 0.
fn ratio(dividend: f64, divisor: f64) -> f64 {
    if divisor == 0.0 { 0.0 } else { dividend / divisor }
}

/// Computes `observed · ln(observed / expected)`, which tends to 0 with `observed`.
fn entropy_term(observed: f64, expected: f64) -> f64 {
    if observed <= 0.0 || expected <= 0.0 { 0.0 } else { observed * libm::log(observed / expected) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rate_is_a_share_times_ten_thousand() {
        assert_eq!(per_10k(3, 1_500), 20.0);
        assert_eq!(per_10k(0, 0), 0.0);
    }
}
