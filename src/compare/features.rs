//! The features by which a sentence is recognised: characters and adjacent pairs of them, the rare ones weighing most.

use std::cmp::Ordering;

use rustc_hash::FxHashMap;

use super::units::{Symbol, Symbols, UnitKind, within};
use crate::text::saturating_u32;

/// The features of every sentence of both sides.
#[derive(Debug)]
pub(super) struct Features {
    /// For each sentence of `a`, its features' numbers in rising order, repeated as often as they occur there.
    pub(super) a: Vec<Vec<u32>>,
    /// The same for `b`.
    pub(super) b: Vec<Vec<u32>>,
    weights: Vec<f64>,
}

/// The weight of a single unit relative to a pair of the same rarity.
const SINGLE: f64 = 0.5;

/// The weight of punctuation and white space in a likeness.
const PUNCTUATION_WEIGHT: f64 = 0.02;

/// The weight of the commonest character.
const LEAST_WEIGHT: f64 = 0.1;

/// The share of its weight that a unit keeps if it is a word of its own; most of those are 的, 在 and the like.
const LONE: f64 = 0.8;

impl Features {
    /// Collects the features of both sides, and sets the weight of every unit.
    pub(super) fn collect(a: &mut Symbols, b: &mut Symbols) -> Self {
        let mut numbers = FxHashMap::default();
        let mut sentences = (a.sentences.iter().map(|range| within(&a.all, range)))
            .chain(b.sentences.iter().map(|range| within(&b.all, range)))
            .map(|units| numbered(units, &mut numbers))
            .collect::<Vec<_>>();

        let total = sentences.len() as f64;
        let mut frequencies = vec![0_u32; numbers.len()];
        for features in &sentences {
            for of_one in features.chunk_by(|x, y| x == y) {
                let frequency = of_one.first().and_then(|&feature| frequencies.get_mut(feature as usize));
                frequency.into_iter().for_each(|frequency| *frequency = frequency.saturating_add(1));
            }
        }
        let mut weights: Vec<f64> = frequencies.iter().map(|&frequency| rarity(frequency, total)).collect();
        for units in [&mut *a, &mut *b] {
            weigh(units, &numbers, &weights);
        }
        for (&feature, &number) in &numbers {
            if is_single(feature)
                && let Some(weight) = weights.get_mut(number as usize)
            {
                *weight *= SINGLE;
            }
        }
        let b = sentences.split_off(a.sentences.len());
        Self { a: sentences, b, weights }
    }

    /// Returns the features of one sentence of `a`.
    pub(super) fn of_a(&self, sentence: usize) -> &[u32] {
        self.a.get(sentence).map_or(&[], Vec::as_slice)
    }

    /// Returns the features of one sentence of `b`.
    pub(super) fn of_b(&self, sentence: usize) -> &[u32] {
        self.b.get(sentence).map_or(&[], Vec::as_slice)
    }

    /// Returns the number of different features.
    pub(super) fn len(&self) -> usize {
        self.weights.len()
    }

    /// Returns the weight of one feature.
    pub(super) fn weight(&self, feature: u32) -> f64 {
        self.weights.get(feature as usize).copied().unwrap_or_default()
    }

    /// Returns the weight of a bag of features.
    pub(super) fn total(&self, features: &[u32]) -> f64 {
        features.iter().map(|&feature| self.weight(feature)).sum()
    }

    /// Returns the weight of the features that two bags share.
    pub(super) fn shared(&self, a: &[u32], b: &[u32]) -> f64 {
        let mut sum = 0.0;
        merge(a, b, |feature, side| {
            if side == Ordering::Equal {
                sum += self.weight(feature);
            }
        });
        sum
    }
}

/// Returns the features of `a` that are not in `b`.
pub(super) fn without(a: &[u32], b: &[u32]) -> Vec<u32> {
    let mut rest = Vec::new();
    merge(a, b, |feature, side| {
        if side == Ordering::Less {
            rest.push(feature);
        }
    });
    rest
}

/// Walks two sorted bags and reports for each feature if it is in `a` only, in both, or in `b` only.
fn merge(a: &[u32], b: &[u32], mut tell: impl FnMut(u32, Ordering)) {
    let mut others = b.iter().copied().peekable();
    for &own in a {
        while let Some(other) = others.next_if(|&other| other < own) {
            tell(other, Ordering::Greater);
        }
        let shared = others.next_if_eq(&own).is_some();
        tell(own, if shared { Ordering::Equal } else { Ordering::Less });
    }
}

/// Returns the numbers of a sentence's features, sorted; those of its dateline or its punctuation if it has nothing else.
fn numbered(units: &[Symbol], numbers: &mut FxHashMap<u64, u32>) -> Vec<u32> {
    let of = |belongs: fn(&Symbol) -> bool| -> Vec<u32> {
        units.iter().filter(|&unit| belongs(unit)).map(|unit| unit.key).collect()
    };
    let mut keys = of(|unit| unit.kind.is_content() && !unit.is_dateline);
    if keys.is_empty() {
        keys = of(|unit| unit.kind.is_content());
    }
    if keys.is_empty() {
        keys = units.iter().map(|unit| unit.key).collect();
    }
    let singles = keys.iter().map(|&key| single(key));
    let pairs = keys.iter().zip(keys.iter().skip(1));
    let pairs = pairs.map(|(&first, &second)| single(first) << 32 | single(second));
    let mut features: Vec<u32> = singles
        .chain(pairs)
        .map(|feature| {
            let next = saturating_u32(numbers.len());
            *numbers.entry(feature).or_insert(next)
        })
        .collect();
    features.sort_unstable();
    features
}

/// Encodes a unit as a feature: its key plus one, so that no pair equals a single unit.
fn single(key: u32) -> u64 {
    u64::from(key).saturating_add(1)
}

fn is_single(feature: u64) -> bool {
    feature >> 32 == 0
}

/// Returns the inverse document frequency over the sentences of both texts. A feature of one sentence counts as rare as
/// one of two, because no pair can share it.
fn rarity(frequency: u32, sentences: f64) -> f64 {
    libm::log(1.0 + sentences / f64::from(frequency.max(2)))
}

fn weigh(units: &mut Symbols, numbers: &FxHashMap<u64, u32>, rarities: &[f64]) {
    let greatest = rarities.iter().copied().fold(f64::MIN_POSITIVE, f64::max);
    let next: Vec<bool> = units.all.iter().skip(1).map(|unit| unit.starts_word).chain([true]).collect();
    for (unit, ends_word) in units.all.iter_mut().zip(next) {
        unit.weight = match unit.kind {
            UnitKind::Punctuation | UnitKind::Space => PUNCTUATION_WEIGHT,
            UnitKind::Word | UnitKind::Number => {
                let number = numbers.get(&single(unit.key)).copied();
                let rarity = number.and_then(|number| rarities.get(number as usize)).copied();
                let rarity = rarity.unwrap_or(greatest) / greatest;
                let alone = unit.starts_word && ends_word && unit.letters == 1;
                (rarity * if alone { LONE } else { 1.0 }).max(LEAST_WEIGHT)
            }
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bags_are_compared_with_multiplicity() {
        let features = Features { a: vec![], b: vec![], weights: vec![1.0, 2.0, 4.0] };
        assert_eq!(features.shared(&[0, 0, 1, 2], &[0, 2, 2]), 5.0);
        assert_eq!(features.total(&[0, 1, 2]), 7.0);
        assert_eq!(without(&[0, 0, 1, 2], &[0, 2, 2]), [0, 1]);
    }
}
