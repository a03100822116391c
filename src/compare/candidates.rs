//! Candidate partners among sentences: those that share rare features.
//!
//! Each sentence looks up its rarest features in an index, and reads each list only near its own place, so that the
//! work grows with the number of sentences and not with its square, even if one sentence occurs a thousand times.

use std::cmp::Reverse;

use rustc_hash::FxHashMap;

use super::features::Features;

/// The number of its rarest features that a sentence is looked up by.
const FEATURES: usize = 16;

/// The maximum number of sentences examined per feature.
const POSTINGS: usize = 48;

/// The maximum number of likeliest candidates kept per sentence.
const KEPT: usize = 8;

/// Two sentences that might be partners.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    /// Number of the sentence of `a`.
    pub(super) a: usize,
    /// Number of the sentence of `b`.
    pub(super) b: usize,
    /// Likeness, 0 to 1: twice the shared weight over the weight of both.
    pub(super) likeness: f64,
    /// Share of the lighter sentence's weight that occurs in the other, 0 to 1.
    pub(super) containment: f64,
}

/// All candidates of two texts.
#[derive(Debug, Default)]
pub(super) struct Candidates {
    /// In the order of `a`, then of `b`.
    pub(super) all: Vec<Candidate>,
    likeness: FxHashMap<(usize, usize), f64>,
}

impl Candidates {
    /// Finds the candidates of both sides.
    pub(super) fn find(features: &Features) -> Self {
        let (index_a, index_b) =
            (FeatureIndex::new(&features.a, features.len()), FeatureIndex::new(&features.b, features.len()));
        let mut pairs = likely(features, &features.a, &index_b, features.b.len());
        let turned = likely(features, &features.b, &index_a, features.a.len());
        pairs.extend(turned.into_iter().map(|(b, a)| (a, b)));
        pairs.sort_unstable();
        pairs.dedup();

        let weights =
            |sentences: &[Vec<u32>]| sentences.iter().map(|s| features.total(s)).collect::<Vec<_>>();
        let (weights_a, weights_b) = (weights(&features.a), weights(&features.b));
        let weight = |weights: &[f64], sentence: usize| weights.get(sentence).copied().unwrap_or_default();
        let all: Vec<Candidate> = pairs
            .into_iter()
            .map(|(a, b)| {
                let shared = features.shared(features.of_a(a), features.of_b(b));
                let (of_a, of_b) = (weight(&weights_a, a), weight(&weights_b, b));
                let likeness = 2.0 * shared / (of_a + of_b);
                Candidate { a, b, likeness, containment: shared / of_a.min(of_b) }
            })
            .collect();
        let likeness = all.iter().map(|found| ((found.a, found.b), found.likeness)).collect();
        Self { all, likeness }
    }

    /// Returns the likeness of two sentences; 0 if they are no candidates.
    pub(super) fn likeness(&self, a: usize, b: usize) -> f64 {
        self.likeness.get(&(a, b)).copied().unwrap_or(0.0)
    }
}

/// An index from each feature to the sentences that have it, in order.
struct FeatureIndex {
    sentences: Vec<u32>,
    starts: Vec<usize>,
}

impl FeatureIndex {
    fn new(sentences: &[Vec<u32>], features: usize) -> Self {
        // First the number of sentences with each feature; then, as prefix sums, the bounds of each feature's list.
        let mut starts = vec![0_usize; features.saturating_add(1)];
        for features in sentences {
            each_once(features, |feature| {
                let count = starts.get_mut((feature as usize).saturating_add(1));
                count.into_iter().for_each(|count| *count = count.saturating_add(1));
            });
        }
        let mut all = 0;
        for start in &mut starts {
            all = start.saturating_add(all);
            *start = all;
        }
        let mut next = starts.clone();
        let mut filled = vec![0; all];
        for (number, features) in (0..).zip(sentences) {
            each_once(features, |feature| {
                if let Some(next) = next.get_mut(feature as usize)
                    && let Some(place) = filled.get_mut(*next)
                {
                    (*place, *next) = (number, next.saturating_add(1));
                }
            });
        }
        Self { sentences: filled, starts }
    }

    fn of(&self, feature: u32) -> &[u32] {
        match self.starts.get(feature as usize..) {
            Some([start, end, ..]) => self.sentences.get(*start..*end).unwrap_or_default(),
            _ => &[],
        }
    }
}

fn each_once(features: &[u32], mut with: impl FnMut(u32)) {
    let mut before = None;
    for &feature in features {
        if before != Some(feature) {
            with(feature);
        }
        before = Some(feature);
    }
}

/// Returns for each sentence its likeliest partners on the side of `index`, which has `others` sentences.
fn likely(
    features: &Features,
    sentences: &[Vec<u32>],
    index: &FeatureIndex,
    others: usize,
) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    let mut sums = vec![0.0_f64; others];
    for (number, own) in sentences.iter().enumerate() {
        let place = scaled(number, others, sentences.len());
        let mut rarest = Vec::with_capacity(own.len());
        each_once(own, |feature| {
            let postings = index.of(feature).len();
            if postings > 0 {
                rarest.push((postings, feature));
            }
        });
        rarest.sort_unstable();
        rarest.truncate(FEATURES);

        let mut touched = Vec::new();
        for &(_, feature) in &rarest {
            for &other in nearest(index.of(feature), place) {
                let Some(sum) = sums.get_mut(other as usize) else { continue };
                if *sum == 0.0 {
                    touched.push(other as usize);
                }
                *sum += features.weight(feature);
            }
        }
        let mut ranked: Vec<(f64, usize, usize)> = touched
            .into_iter()
            .filter_map(|other| Some((std::mem::take(sums.get_mut(other)?), other.abs_diff(place), other)))
            .collect();
        ranked.sort_by(|x, y| y.0.total_cmp(&x.0).then(x.1.cmp(&y.1)).then(x.2.cmp(&y.2)));
        pairs.extend(ranked.into_iter().take(KEPT).map(|(_, _, other)| (number, other)));
    }
    pairs
}

/// Returns the part of a list of sentences that lies nearest to `place`.
fn nearest(postings: &[u32], place: usize) -> &[u32] {
    let at = postings.partition_point(|&sentence| (sentence as usize) < place);
    let start = at.saturating_sub(POSTINGS / 2).min(postings.len().saturating_sub(POSTINGS));
    let rest = postings.get(start..).unwrap_or_default();
    rest.get(..POSTINGS).unwrap_or(rest)
}

/// Scales the position `number` of `all` sentences to a position among `others`.
fn scaled(number: usize, others: usize, all: usize) -> usize {
    // In 64 bits, since the product of two lengths can exceed the 32 of the browser.
    let place = (number as u64).saturating_mul(others as u64).checked_div(all as u64);
    usize::try_from(place.unwrap_or(0)).unwrap_or(usize::MAX)
}

/// Returns the sort key of the candidates of one sentence: the likest first, then the nearest.
pub(super) fn rank(
    score: f64,
    a: usize,
    b: usize,
    lengths: (usize, usize),
) -> (Reverse<u64>, u64, usize, usize) {
    // Scores are never negative, so their bits sort as they do; whole numbers make the order total.
    let scaled = |place: usize, others: usize| (place as u64).saturating_mul(others as u64);
    let distance = scaled(a, lengths.1).abs_diff(scaled(b, lengths.0));
    (Reverse(score.to_bits()), distance, a, b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lists_are_cut_off_around_the_place() {
        let list: Vec<u32> = (0..1000).collect();
        assert!(nearest(&list, 500).contains(&500));
        assert!(nearest(&list, 0).contains(&0));
        assert!(nearest(&list, 999).contains(&999));
        assert_eq!(nearest(&list, 5000).len(), POSTINGS);
        assert_eq!(nearest(&list[..3], 2), [0, 1, 2]);
    }
}
