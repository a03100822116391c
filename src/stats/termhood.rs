//! The termhood of a sequence of words: its C-value, and the cohesion of its parts.

use super::ratio;

/// The occurrences inside longer candidates, which are subtracted from a candidate's count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Nesting {
    /// t(a): its occurrences inside longer candidates; an occurrence inside a candidate that is itself inside
    /// a longer one counts once, with the longer.
    pub inside: u32,
    /// c(a): the number of different longer candidates that contain it.
    pub longer: u32,
}

/// Computes the C-value of a candidate term of `words` words: log₂|a| · f(a) if nothing longer contains it,
/// and log₂|a| · (f(a) − t(a)/c(a)) otherwise (Frantzi, Ananiadou and Mima 2000, *International Journal on
/// Digital Libraries* 3(2), 115–130, section 2.3).
///
/// It is of the magnitude of a count; 0 for a single word, for which the measure is not defined. It may be
/// below 0.
pub fn c_value(words: u32, frequency: u32, nesting: Nesting) -> f64 {
    if words < 2 {
        return 0.0;
    }
    let taken = ratio(f64::from(nesting.inside), f64::from(nesting.longer));
    libm::log2(f64::from(words)) * (f64::from(frequency) - taken)
}

/// Computes the normalised pointwise mutual information of two parts, −1 to 1: ln(p(xy) / p(x)p(y)) / −ln
/// p(xy) (Bouma 2009, *Proceedings of GSCL*, 31–40). 0 if the parts meet as by chance, 1 if they only occur
/// together; −1 if they never meet.
pub fn npmi(together: u32, first: u32, second: u32, tokens: u32) -> f64 {
    if together == 0 || first == 0 || second == 0 || tokens == 0 {
        return -1.0;
    }
    let all = f64::from(tokens);
    let joint = f64::from(together) / all;
    let chance = (f64::from(first) / all) * (f64::from(second) / all);
    let surprise = -libm::log(joint);
    // Two parts that fill the text occur together as often as possible.
    if surprise <= 0.0 {
        return 1.0;
    }
    (libm::log(joint / chance) / surprise).clamp(-1.0, 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Compares with the example of Frantzi, Ananiadou and Mima (2000), section 2.3.1: their table of
    /// *adenoid cystic basal cell carcinoma* and the terms nested in it.
    #[test]
    fn c_values_are_what_frantzi_printed() {
        let nesting = |inside, longer| Nesting { inside, longer };
        for (words, frequency, nesting, printed) in [
            (5, 5, nesting(0, 0), 11.6096),
            (4, 11, nesting(5, 1), 12.0),
            (4, 7, nesting(0, 0), 14.0),
            (4, 5, nesting(0, 0), 10.0),
            (4, 3, nesting(0, 0), 6.0),
            (3, 984, nesting(26, 5), 1551.361296),
        ] {
            let value = c_value(words, frequency, nesting);
            assert!((value - printed).abs() < 0.000_05, "{value} for {printed}");
        }
    }

    /// Compares with Bouma (2009), page 36: 1 if two words only occur together, 0 if they meet as by chance,
    /// −1 if they never meet.
    #[test]
    fn npmi_has_the_orientation_values_bouma_printed() {
        assert!((npmi(10, 10, 10, 100) - 1.0).abs() < 1e-12);
        assert!(npmi(1, 10, 10, 100).abs() < 1e-12);
        assert_eq!(npmi(0, 10, 10, 100), -1.0);
        assert!((npmi(10, 10, 10, 1000) - 1.0).abs() < 1e-12);
        assert!(npmi(1, 10, 100, 1000).abs() < 1e-12);
        assert_eq!(npmi(0, 10, 10, 1000), -1.0);
    }

    proptest! {
        #[test]
        fn every_value_is_finite(words in any::<u32>(), f in any::<u32>(), inside in any::<u32>(), longer in 0..4_u32, n in any::<u32>()) {
            let nesting = Nesting { inside, longer };
            prop_assert!(c_value(words, f, nesting).is_finite());
            prop_assert!(c_value(words, f, nesting) <= c_value(words, f, Nesting::default()), "nesting takes off");
            let value = npmi(f % 5, inside, words, n);
            prop_assert!((-1.0..=1.0).contains(&value));
        }
    }
}
