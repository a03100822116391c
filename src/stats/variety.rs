//! Lexical variety of a text, whatever its length.
//!
//! A text is a sequence of words by number. A measure is `None` if the text is too short for it, never a
//! number that looks like one of a longer text.

use rustc_hash::{FxHashMap, FxHashSet};

/// Computes types per token, above 0 to 1; `None` for an empty text. It falls as a text grows, so that texts
/// of different length cannot be compared by it.
pub fn ttr(words: &[u32]) -> Option<f64> {
    (!words.is_empty()).then(|| types(words) as f64 / words.len() as f64)
}

/// Computes the standardised type–token ratio: the mean ratio of the consecutive pieces of `size` words,
/// without the rest (Johnson 1944, *Psychological Monographs* 56(2), 1–15; WordSmith's STTR). Above 0 to 1;
/// `None` for a text shorter than one piece.
pub fn sttr(words: &[u32], size: usize) -> Option<f64> {
    let pieces = words.len().checked_div(size)?;
    let sum: usize = words.chunks_exact(size).map(types).sum();
    (pieces > 0).then(|| sum as f64 / (pieces * size) as f64)
}

/// Computes the moving-average type–token ratio: the mean ratio of all windows of `window` words, each one
/// word further (Covington and McFall 2010, *Journal of Quantitative Linguistics* 17(2), 94–100). Above 0 to
/// 1; `None` for a text shorter than the window. Linear in the text.
pub fn mattr(words: &[u32], window: usize) -> Option<f64> {
    if window == 0 || words.len() < window {
        return None;
    }
    let mut counts: FxHashMap<u32, u32> = FxHashMap::default();
    let mut sum = 0u64;
    for (at, &word) in words.iter().enumerate() {
        *counts.entry(word).or_default() += 1;
        if at >= window {
            let leaving = words[at - window];
            if let Some(count) = counts.get_mut(&leaving) {
                *count -= 1;
                if *count == 0 {
                    counts.remove(&leaving);
                }
            }
        }
        if at + 1 >= window {
            sum += counts.len() as u64;
        }
    }
    Some(sum as f64 / (window * (words.len() - window + 1)) as f64)
}

/// Computes the measure of textual lexical diversity: the mean length of the runs of words that keep a
/// type–token ratio above 0.72, read forward and backward and averaged (McCarthy and Jarvis 2010, *Behavior
/// Research Methods* 42(2), 381–392). The rest at each end counts as part of a run, (1 − ratio)/(1 − 0.72).
/// From 1; `None` for a text in which no word occurs twice. Below some hundred words it is unstable. Linear
/// in the text.
pub fn mtld(words: &[u32]) -> Option<f64> {
    let forward = run_length(words.iter().copied())?;
    let backward = run_length(words.iter().rev().copied())?;
    Some((forward + backward) / 2.0)
}

/// Returns the words of a text divided by its factors, read in one direction.
fn run_length(words: impl ExactSizeIterator<Item = u32>) -> Option<f64> {
    let total = words.len();
    let factors = factors(words);
    (factors > 0.0).then(|| total as f64 / factors)
}

/// Counts how many times the ratio falls to 0.72, the rest as a fraction.
fn factors(words: impl Iterator<Item = u32>) -> f64 {
    let mut met = FxHashSet::default();
    let (mut whole, mut tokens) = (0u32, 0usize);
    for word in words {
        met.insert(word);
        tokens += 1;
        // Compares types / tokens ≤ 0.72 in integers, so that a ratio of exactly 18/25 is reached on every
        // machine.
        if met.len() * 25 <= tokens * 18 {
            whole += 1;
            met.clear();
            tokens = 0;
        }
    }
    let rest = if tokens == 0 { 0.0 } else { (1.0 - met.len() as f64 / tokens as f64) / (1.0 - 0.72) };
    f64::from(whole) + rest
}

fn types(words: &[u32]) -> usize {
    words.iter().collect::<FxHashSet<_>>().len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn numbered(text: &str) -> Vec<u32> {
        let mut met: Vec<&str> = Vec::new();
        let number = |word| {
            met.iter().position(|&other| other == word).unwrap_or_else(|| {
                met.push(word);
                met.len() - 1
            }) as u32
        };
        text.split(' ').map(number).collect()
    }

    /// Compares with the example of McCarthy and Jarvis (2010): "of (1.00) the (1.00) people (1.00) by (1.00)
    /// the (.800) people (.667) ||| for (1.00) the (1.00) people (1.00)": one factor, and nothing of the
    /// next.
    #[test]
    fn factors_are_cut_as_mccarthy_and_jarvis_printed() {
        assert_eq!(factors(numbered("of the people by the people for the people").into_iter()), 1.0);
    }

    /// Compares with the same place: a rest with a ratio of .887 is .404 of a factor, and 360 words of 4.404
    /// factors have an MTLD of 81.74. The ratio nearest to .887 in a short rest is 47/53.
    #[test]
    fn a_rest_is_the_part_of_a_factor_that_was_printed() {
        let rest: Vec<u32> = (0..47).chain(0..6).collect();
        assert!((factors(rest.into_iter()) - 0.404).abs() < 0.001);
        assert!((360.0f64 / 4.404 - 81.74).abs() < 0.005);
    }

    #[test]
    fn the_mean_of_both_directions_is_taken() {
        // Forward 1 2 1 2 | 3 4: 0.75 is above 0.72, the fourth word falls to 0.5. Backward 4 3 2 1 2 (0.8) 1
        // (0.67) |.
        let text = [1, 2, 1, 2, 3, 4];
        assert_eq!(factors(text.into_iter()), 1.0);
        assert_eq!(factors(text.into_iter().rev()), 1.0);
        assert_eq!(mtld(&[1, 2, 1, 2, 3, 4]), Some(6.0));
    }

    /// The text measured in the read-me of the Python package LexicalRichness (Shen 2022), without its
    /// punctuation and numbers, which the package omits.
    const READ_ME: &str = "measure of textual lexical diversity computed as the mean length of sequential words in a \
        text that maintains a minimum threshold ttr score iterates over words until ttr scores falls below a \
        threshold then increase factor counter by and start over mccarthy and jarvis pg recommends a factor \
        threshold in the range of mccarthy mccarthy and jarvis";

    /// Compares with that read-me (github.com/LSYS/LexicalRichness, "Quickstart"): 57 words of 39 types; TTR
    /// 0.6842105263157895, mean segmental TTR (which is STTR) and MATTR with 25 words 0.88 and
    /// 0.8351515151515151, MTLD at 0.72 46.79226361031519.
    #[test]
    fn every_measure_is_what_lexical_richness_documents() {
        let words = numbered(READ_ME);
        assert_eq!((words.len(), types(&words)), (57, 39));
        for (found, printed) in [
            (ttr(&words), 0.684_210_526_315_789_5),
            (sttr(&words, 25), 0.88),
            (mattr(&words, 25), 0.835_151_515_151_515_1),
            (mtld(&words), 46.792_263_610_315_19),
        ] {
            assert!(found.is_some_and(|found| (found - printed).abs() < 1e-12), "{found:?} for {printed}");
        }
    }

    /// Checks Covington and McFall (2010): with a window of 500 words the ratio is computed for words 1–500,
    /// then 2–501, then 3–502, and so on to the end, and all are averaged.
    #[test]
    fn windows_move_one_word_at_a_time() {
        assert_eq!(mattr(&[1, 2, 1, 3], 3), Some(5.0 / 6.0));
        assert_eq!(mattr(&[1, 2, 3], 4), None);
        assert_eq!(mattr(&[7; 9], 3), Some(1.0 / 3.0));
    }

    #[test]
    fn pieces_are_consecutive_and_the_rest_is_left_out() {
        assert_eq!(sttr(&[1, 1, 2, 3, 4], 2), Some(0.75));
        assert_eq!(sttr(&[1], 2), None);
        assert_eq!(ttr(&[1, 1, 2, 3]), Some(0.75));
    }

    #[test]
    fn a_text_too_short_has_no_value() {
        assert_eq!((ttr(&[]), sttr(&[], 0), mattr(&[], 0), mtld(&[])), (None, None, None, None));
        assert_eq!(mtld(&[1, 2, 3]), None);
    }

    proptest! {
        #[test]
        fn ratios_are_above_zero_and_at_most_one(words in prop::collection::vec(0u32..9, 1..60), size in 1usize..20) {
            for value in [ttr(&words), sttr(&words, size), mattr(&words, size)].into_iter().flatten() {
                prop_assert!(0.0 < value && value <= 1.0);
            }
        }

        #[test]
        fn the_sliding_window_equals_counting_each_window_anew(
            words in prop::collection::vec(0u32..9, 1..60),
            window in 1usize..20,
        ) {
            let ratios: Vec<f64> = words.windows(window).filter_map(ttr).collect();
            let mean = ratios.iter().sum::<f64>() / ratios.len() as f64;
            prop_assert!(mattr(&words, window).map_or(ratios.is_empty(), |value| (value - mean).abs() < 1e-12));
        }

        #[test]
        fn names_do_not_matter_nor_does_reading_backward(words in prop::collection::vec(0u32..9, 0..60)) {
            let renamed: Vec<u32> = words.iter().map(|word| 100 - word).collect();
            let backward: Vec<u32> = words.iter().rev().copied().collect();
            prop_assert_eq!(mtld(&words), mtld(&renamed));
            prop_assert_eq!(mtld(&words), mtld(&backward));
            prop_assert_eq!(mattr(&words, 5), mattr(&backward, 5));
        }
    }
}
