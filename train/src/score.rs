//! Scores as in the SIGHAN bake-offs, and the share of words broken up.

use rustc_hash::FxHashSet;

/// Counts of words.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Score {
    gold: usize,
    found: usize,
    right: usize,
    unseen: usize,
    unseen_right: usize,
    torn: usize,
}

impl Score {
    /// Adds one sentence: its words and those found, both as ends in bytes; `unseen` returns true for words
    /// that the training text lacks.
    pub(crate) fn add(&mut self, text: &str, gold: &[usize], found: &[usize], unseen: impl Fn(&str) -> bool) {
        let spans = |ends: &[usize]| -> Vec<(usize, usize)> {
            ends.iter().scan(0, |start, &end| Some((std::mem::replace(start, end), end))).collect()
        };
        let (gold, found) = (spans(gold), spans(found));
        let all: FxHashSet<(usize, usize)> = found.iter().copied().collect();
        self.gold += gold.len();
        self.found += found.len();
        for &(start, end) in &gold {
            let right = all.contains(&(start, end));
            self.right += usize::from(right);
            if text.get(start..end).is_some_and(&unseen) {
                self.unseen += 1;
                self.unseen_right += usize::from(right);
            }
            // A word is broken up if a word that was found extends across one of its ends.
            let torn = found
                .iter()
                .any(|&(s, e)| s < start && start < e && e < end || start < s && s < end && end < e);
            self.torn += usize::from(torn);
        }
    }

    /// Adds the counts of another score.
    pub(crate) fn merge(&mut self, other: &Self) {
        self.gold += other.gold;
        self.found += other.found;
        self.right += other.right;
        self.unseen += other.unseen;
        self.unseen_right += other.unseen_right;
        self.torn += other.torn;
    }

    /// Returns the harmonic mean of precision and recall, in per cent.
    pub(crate) fn f1(&self) -> f64 {
        200.0 * self.right as f64 / (self.gold + self.found).max(1) as f64
    }

    /// Returns the recall of words the training text lacks, in per cent.
    pub(crate) fn unseen_recall(&self) -> f64 {
        100.0 * self.unseen_right as f64 / self.unseen.max(1) as f64
    }

    /// Returns the share of words that a found word breaks up, in per cent.
    pub(crate) fn torn(&self) -> f64 {
        100.0 * self.torn as f64 / self.gold.max(1) as f64
    }

    /// Returns the number of words of the gold sentences.
    pub(crate) fn words(&self) -> usize {
        self.gold
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_as_the_bake_offs_do_and_counts_words_broken_up() {
        let mut score = Score::default();
        // abc d ef compared with ab cd ef: one word of three is right, one is broken up.
        score.add("abcdef", &[3, 4, 6], &[2, 4, 6], |_| false);
        assert!((score.f1() - 100.0 / 3.0).abs() < 1e-9);
        assert!((score.torn() - 100.0 / 3.0).abs() < 1e-9);
        assert_eq!(score.words(), 3);
    }
}
