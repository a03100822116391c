//! The probability of a statistic at least as large by chance.

/// Computes the upper tail of the χ² distribution with one degree of freedom: 1 for a statistic of 0, falling
/// to 0.
///
/// A χ² variable with one degree of freedom is the square of a standard normal one, so the tail is
/// erfc(√(x/2)). The sign is ignored, since signed scores carry a direction and not a distance.
pub fn p_value(statistic: f64) -> f64 {
    libm::erfc(libm::sqrt(statistic.abs() / 2.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Compares with the critical values that every table of χ² prints for one degree of freedom.
    #[test]
    fn critical_values_are_those_of_the_printed_tables() {
        for (statistic, p) in
            [(3.841_459, 0.05), (6.634_897, 0.01), (10.827_566, 0.001), (15.136_705, 0.000_1)]
        {
            assert!((p_value(statistic) / p - 1.0).abs() < 1e-6, "{statistic}");
            assert_eq!(p_value(-statistic), p_value(statistic));
        }
        assert_eq!(p_value(0.0), 1.0);
        assert_eq!(p_value(1e9), 0.0);
    }
}
