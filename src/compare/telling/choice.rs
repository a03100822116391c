//! The choice of related sentences from the scores of all: those that are surely related, and of those without any partner the
//! ones that are each other's likest.

/// The score from which two sentences are related.
const RELATED: f64 = 0.36;

/// The same if both have partners whose wording is alike: the further link must be beyond doubt.
const RELATED_BESIDES: f64 = 0.9;

/// The same for two sentences without another partner, each of which is the likest of the other: most sentences of a story
/// report what the other story has somewhere.
const RELATED_OF_LIKEST: f64 = 0.17;

/// The sentences of one side.
#[derive(Debug)]
struct Partners {
    /// True for each that has a partner beyond doubt.
    has_any: Vec<bool>,
    /// The greatest score of each.
    greatest: Vec<f64>,
}

impl Partners {
    fn of(
        is_paired: Vec<bool>,
        scores: &[(usize, usize, f64)],
        sentence: impl Fn(&(usize, usize, f64)) -> usize,
    ) -> Self {
        let mut partners = Self { greatest: vec![0.0; is_paired.len()], has_any: is_paired };
        for score in scores {
            let own = sentence(score);
            partners.has_any.get_mut(own).into_iter().for_each(|has| *has |= score.2 >= RELATED);
            partners.greatest.get_mut(own).into_iter().for_each(|most| *most = most.max(score.2));
        }
        partners
    }

    /// Returns true if a sentence has no partner and no greater score.
    fn lacks(&self, sentence: usize, score: f64) -> bool {
        self.has_any.get(sentence) == Some(&false)
            && self.greatest.get(sentence).is_some_and(|&most| score >= most)
    }
}

/// Returns those of the scores, each with the numbers of two sentences, that make them related; given which sentences of both
/// sides are paired by their wording.
pub(super) fn chosen(
    scores: &[(usize, usize, f64)],
    is_paired_a: Vec<bool>,
    is_paired_b: Vec<bool>,
) -> Vec<(usize, usize, f64)> {
    let are_paired = |a: usize, b: usize| {
        is_paired_a.get(a).copied().unwrap_or(false) && is_paired_b.get(b).copied().unwrap_or(false)
    };
    let of_a = Partners::of(is_paired_a.clone(), scores, |score| score.0);
    let of_b = Partners::of(is_paired_b.clone(), scores, |score| score.1);
    let is_chosen = |&&(a, b, score): &&(usize, usize, f64)| {
        let least = if are_paired(a, b) { RELATED_BESIDES } else { RELATED };
        score >= least || score >= RELATED_OF_LIKEST && of_a.lacks(a, score) && of_b.lacks(b, score)
    };
    scores.iter().filter(is_chosen).copied().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn links(scores: &[(usize, usize, f64)], is_paired_a: [bool; 2], is_paired_b: [bool; 2]) -> usize {
        chosen(scores, is_paired_a.to_vec(), is_paired_b.to_vec()).len()
    }

    #[test]
    fn doubtful_sentences_are_related_only_if_they_have_nobody_else() {
        let free = [false; 2];
        assert_eq!(links(&[(0, 0, 0.22)], free, free), 1);
        assert_eq!(links(&[(0, 0, 0.1)], free, free), 0);
        // One is likelier with another sentence, related to another, or paired.
        assert_eq!(links(&[(0, 0, 0.22), (0, 1, 0.3)], free, free), 1);
        assert_eq!(links(&[(0, 0, 0.22), (1, 0, 0.5)], free, free), 1);
        assert_eq!(links(&[(0, 0, 0.22)], [true, false], free), 0);
    }

    #[test]
    fn paired_sentences_need_more() {
        assert_eq!(links(&[(0, 1, 0.6)], [true, false], [false, true]), 0);
        assert_eq!(links(&[(0, 1, 0.6)], [true, false], [true, false]), 1);
        assert_eq!(links(&[(0, 1, 0.95)], [true, false], [false, true]), 1);
    }
}
