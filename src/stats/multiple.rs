//! Multiple tests: p-values adjusted for their number.

/// Adjusts p-values so that, if those up to q are called significant, at most the share q of the calls is
/// false on average (Benjamini and Hochberg 1995, *Journal of the Royal Statistical Society B* 57(1),
/// 289–300).
///
/// The i-th smallest of m becomes min over j ≥ i of m·p₍ⱼ₎/j, at most 1. The results are in the order of the
/// arguments, each from 0 to 1; equal p-values stay equal. Sorts once.
pub fn benjamini_hochberg(p: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..p.len()).collect();
    order.sort_unstable_by(|&a, &b| p[b].total_cmp(&p[a]));
    let m = p.len() as f64;
    let mut adjusted = vec![1.0; p.len()];
    let mut least: f64 = 1.0;
    for (larger, at) in order.into_iter().enumerate() {
        // The factor is computed first: it is exactly 1 for the largest, which so keeps its value.
        least = least.min(p[at] * (m / (m - larger as f64)));
        adjusted[at] = least;
    }
    adjusted
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Compares with Benjamini and Hochberg (1995), section 4.1: fifteen p-values of Neuhaus and others
    /// (1992). At q = 0.05 the procedure rejects the four smallest, Bonferroni's three.
    #[test]
    fn four_of_fifteen_are_rejected_as_printed() {
        let p = [
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719,
            0.6528, 0.7590, 1.000,
        ];
        let adjusted = benjamini_hochberg(&p);
        assert_eq!(adjusted.iter().filter(|&&p| p <= 0.05).count(), 4);
        assert_eq!(p.iter().filter(|&&p| p <= 0.05 / 15.0).count(), 3);
        assert!((adjusted[3] - 0.0095 * 15.0 / 4.0).abs() < 1e-15);
        assert_eq!(adjusted[14], 1.0);
    }

    proptest! {
        #[test]
        fn adjusting_raises_keeps_the_order_and_follows_every_permutation(
            p in prop::collection::vec(0.0f64..=1.0, 0..40),
            turn in 0usize..40,
        ) {
            let adjusted = benjamini_hochberg(&p);
            for (at, &before) in p.iter().enumerate() {
                prop_assert!(before <= adjusted[at] && adjusted[at] <= 1.0);
                for (other, &p) in p.iter().enumerate() {
                    prop_assert!(before > p || adjusted[at] <= adjusted[other]);
                }
            }
            let mut turned = p.clone();
            let mut expected = adjusted;
            turned.rotate_left(turn % p.len().max(1));
            expected.rotate_left(turn % p.len().max(1));
            prop_assert_eq!(benjamini_hochberg(&turned), expected);
        }
    }
}
