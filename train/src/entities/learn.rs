//! Learning: a linear-chain conditional random field by AdaGrad, first with all features, then with those that matter.

use duidu::entities::{
    EntityWeights, LABELS, NameKnowledge, PAIRS, STATES, STEP_KINDS, STEP_TABLES, STEPS, encode_weights,
};
use rustc_hash::FxHashMap;

use super::chart::{Chain, gradient};
use super::lesson::MarkedWords;
use crate::learn::Random;

/// The settings of learning.
#[derive(Clone, Copy, Debug)]
pub(crate) struct EntitySettings {
    /// Number of features that are kept.
    pub(crate) rows: usize,
    /// Number of passes over the sentences.
    pub(crate) epochs: usize,
    /// The learning rate.
    pub(crate) rate: f32,
    /// Minimum number of occurrences of a feature.
    pub(crate) least: u32,
    /// How much a unit outside any name is made less likely: names that are missed cost more than those that are none.
    pub(crate) reserve: f32,
    /// Of a hundred features of a unit, how many are passed over each time it is learnt: what is known of a name then rests
    /// on all that tells it, and not on its characters alone.
    pub(crate) omitted: usize,
}

impl Default for EntitySettings {
    fn default() -> Self {
        Self { rows: 36_500, epochs: 8, rate: 0.03, least: 2, reserve: 0.3, omitted: 25 }
    }
}

/// A sentence prepared for learning.
#[derive(Debug)]
struct Prepared<'r> {
    /// The features of each unit.
    features: Vec<Vec<u32>>,
    /// The kinds of each step.
    steps: Vec<[usize; STEP_TABLES]>,
    labels: &'r [usize],
}

/// The weights of features and of pairs of states.
#[derive(Clone, Debug)]
struct Learnt {
    rows: Vec<[f32; LABELS]>,
    transitions: Vec<[f32; PAIRS]>,
}

/// Learns from sentences, and returns the weights as the model file has them.
pub(crate) fn learn(read: &[&MarkedWords], knowledge: &NameKnowledge, settings: &EntitySettings) -> Vec<u8> {
    let keys = keys(read, settings);
    let (all, squares) = descend(&prepare(read, &keys), keys.len(), settings);
    let weights = all.rows.iter().zip(&squares.rows).map(|(row, squares)| weight(row, squares));
    let mut ranked: Vec<(u64, u64)> = weights.zip(keys).collect();
    ranked.sort_unstable_by_key(|&(weight, key)| (std::cmp::Reverse(weight), key));
    let mut keys: Vec<u64> = ranked.into_iter().take(settings.rows).map(|(_, key)| key).collect();
    keys.sort_unstable();
    let (kept, _) = descend(&prepare(read, &keys), keys.len(), settings);
    let weights = rounded(&keys, &kept, settings);
    encode_weights(&EntityWeights { knowledge: knowledge.clone(), ..weights })
}

/// Returns the features that are met often enough, sorted.
fn keys(read: &[&MarkedWords], settings: &EntitySettings) -> Vec<u64> {
    let mut counts: FxHashMap<u64, u32> = FxHashMap::default();
    for (sentence, _) in read.iter().flat_map(|read| &read.parts) {
        for unit in 0..sentence.len() {
            sentence.features(unit, |key| *counts.entry(key).or_default() += 1);
        }
    }
    let often = counts.into_iter().filter(|(_, count)| *count >= settings.least);
    let mut keys: Vec<u64> = often.map(|(key, _)| key).collect();
    keys.sort_unstable();
    keys
}

/// Returns how much a feature matters: its greatest weight, more if the feature was met where it was not clear what is right,
/// which is where its gradients were great.
fn weight(row: &[f32; LABELS], squares: &[f32; LABELS]) -> u64 {
    let weights = row.iter().zip(squares).map(|(weight, square)| f64::from(weight.abs() * square.sqrt()));
    (weights.fold(0.0, f64::max) * 1e6) as u64
}

fn rounded(keys: &[u64], learnt: &Learnt, settings: &EntitySettings) -> EntityWeights {
    let small = |weight: f32| libm::roundf(weight * STEPS).clamp(-127.0, 127.0) as i8;
    let features = keys.iter().zip(&learnt.rows).map(|(&key, row)| (key, row.map(small)));
    // Every step is of the first kind.
    let transitions = learnt.transitions.iter().enumerate().map(|(kind, weights)| {
        let less =
            |pair: usize| if kind == 0 && pair.is_multiple_of(STATES) { settings.reserve } else { 0.0 };
        std::array::from_fn(|pair| small(weights[pair] - less(pair)))
    });
    EntityWeights {
        features: features.collect(),
        transitions: transitions.collect(),
        ..EntityWeights::default()
    }
}

/// Returns the sentences with the features that are among these sorted keys, by their position there.
fn prepare<'r>(read: &[&'r MarkedWords], keys: &[u64]) -> Vec<Prepared<'r>> {
    let index: FxHashMap<u64, u32> = keys.iter().copied().zip(0..).collect();
    let parts = read.iter().flat_map(|read| &read.parts).filter(|(sentence, _)| !sentence.is_empty());
    let prepared = parts.map(|(sentence, labels)| {
        let of_unit = |unit| {
            let mut found = Vec::new();
            sentence.features(unit, |key| found.extend(index.get(&key).copied()));
            found
        };
        Prepared {
            features: (0..sentence.len()).map(of_unit).collect(),
            steps: (0..=sentence.len()).map(|unit| sentence.steps(unit)).collect(),
            labels,
        }
    });
    prepared.collect()
}

fn descend(lessons: &[Prepared<'_>], size: usize, settings: &EntitySettings) -> (Learnt, Learnt) {
    let zero = Learnt { rows: vec![[0.0; LABELS]; size], transitions: vec![[0.0; PAIRS]; STEP_KINDS] };
    let (mut weights, mut squares, mut sum) = (zero.clone(), zero.clone(), zero);
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    let mut order: Vec<usize> = (0..lessons.len()).collect();
    let scale = 100.0 / (100.0 - settings.omitted as f32);
    let mut kept = 0;
    for epoch in 0..settings.epochs {
        for last in (1..order.len()).rev() {
            order.swap(last, random.below(last + 1));
        }
        for &number in &order {
            let omitted = omitted(&lessons[number], settings.omitted, &mut random);
            let lesson = omitted.as_ref().unwrap_or(&lessons[number]);
            learn_one(lesson, &mut weights, &mut squares, settings.rate, scale);
        }
        // The weights of the later half of the passes are averaged, as in the segmenter's training.
        if epoch * 2 >= settings.epochs {
            kept += 1;
            for (sum, row) in sum.rows.iter_mut().zip(&weights.rows) {
                sum.iter_mut().zip(row).for_each(|(sum, weight)| *sum += weight);
            }
            let pairs = sum.transitions.iter_mut().flatten().zip(weights.transitions.iter().flatten());
            pairs.for_each(|(sum, weight)| *sum += weight);
        }
    }
    let share = 1.0 / kept.max(1) as f32;
    sum.rows
        .iter_mut()
        .flatten()
        .chain(sum.transitions.iter_mut().flatten())
        .for_each(|weight| *weight *= share);
    (sum, squares)
}

/// Returns a lesson without some of its features; `None` if none is to be passed over.
fn omitted<'r>(lesson: &Prepared<'r>, omitted: usize, random: &mut Random) -> Option<Prepared<'r>> {
    let mut kept = |features: &Vec<u32>| -> Vec<u32> {
        features.iter().copied().filter(|_| random.below(100) >= omitted).collect()
    };
    (omitted > 0).then(|| Prepared {
        features: lesson.features.iter().map(&mut kept).collect(),
        steps: lesson.steps.clone(),
        labels: lesson.labels,
    })
}

/// Moves the weights by the gradient of one sentence. `scale` makes up for features that were passed over.
fn learn_one(lesson: &Prepared<'_>, weights: &mut Learnt, squares: &mut Learnt, rate: f32, scale: f32) {
    let Chain { units, steps } = gradient(lesson.labels, &weights.sums(lesson, scale));
    let step = |weight: &mut f32, square: &mut f32, gradient: f32| {
        if gradient.abs() > 1e-5 {
            *square += gradient * gradient;
            *weight += rate * gradient / (square.sqrt() + 1e-3);
        }
    };
    for (features, gradient) in lesson.features.iter().zip(&units) {
        for &row in features {
            let row = row as usize;
            for (label, &gradient) in gradient.iter().enumerate() {
                step(&mut weights.rows[row][label], &mut squares.rows[row][label], gradient);
            }
        }
    }
    for (kinds, gradient) in lesson.steps.iter().zip(&steps) {
        for &kind in kinds {
            for (pair, &gradient) in gradient.iter().enumerate() {
                let (weight, square) =
                    (&mut weights.transitions[kind][pair], &mut squares.transitions[kind][pair]);
                step(weight, square, gradient);
            }
        }
    }
}

impl Learnt {
    /// Returns the sums of weights of a sentence.
    fn sums(&self, lesson: &Prepared<'_>, scale: f32) -> Chain {
        let of_features = |features: &Vec<u32>| {
            let mut sums = [0.0; LABELS];
            for &row in features {
                sums.iter_mut().zip(&self.rows[row as usize]).for_each(|(sum, weight)| *sum += weight);
            }
            sums
        };
        let of_step = |kinds: &[usize; STEP_TABLES]| {
            let mut sums = [0.0; PAIRS];
            for &kind in kinds {
                sums.iter_mut().zip(&self.transitions[kind]).for_each(|(sum, weight)| *sum += weight);
            }
            sums
        };
        Chain {
            units: lesson.features.iter().map(|unit| of_features(unit).map(|sum| sum * scale)).collect(),
            steps: lesson.steps.iter().map(of_step).collect(),
        }
    }
}
