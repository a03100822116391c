//! Learning: a linear-chain conditional random field by AdaGrad, first with all features, then with those that matter.

use duidu::entities::{EntityWeights, LABELS, NameKnowledge, STATES, STEPS, encode_weights};
use rustc_hash::FxHashMap;

use super::chart::{Gradient, gradient};
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
}

impl Default for EntitySettings {
    fn default() -> Self {
        Self { rows: 24_000, epochs: 8, rate: 0.03, least: 2, reserve: 0.3 }
    }
}

/// A sentence prepared for learning: the features of each unit, and its labels.
type Prepared<'r> = (Vec<Vec<u32>>, &'r [usize]);

/// The weights of features and of pairs of states.
#[derive(Clone, Debug)]
struct Learnt {
    rows: Vec<[f32; LABELS]>,
    transitions: Vec<f32>,
}

/// Learns from sentences, and returns the weights as the model file has them.
pub(crate) fn learn(read: &[&MarkedWords], knowledge: &NameKnowledge, settings: &EntitySettings) -> Vec<u8> {
    let mut counts: FxHashMap<u64, u32> = FxHashMap::default();
    for (sentence, _) in read.iter().flat_map(|read| &read.parts) {
        for unit in 0..sentence.len() {
            sentence.features(unit, |key| *counts.entry(key).or_default() += 1);
        }
    }
    let mut keys: Vec<u64> =
        counts.iter().filter(|(_, count)| **count >= settings.least).map(|(&key, _)| key).collect();
    keys.sort_unstable();
    let all = descend(&prepare(read, &keys), keys.len(), settings);
    let mut ranked: Vec<(u64, u64)> =
        keys.iter().zip(&all.rows).map(|(&key, row)| (weight(row, counts[&key]), key)).collect();
    ranked.sort_unstable_by_key(|&(weight, key)| (std::cmp::Reverse(weight), key));
    let mut keys: Vec<u64> = ranked.into_iter().take(settings.rows).map(|(_, key)| key).collect();
    keys.sort_unstable();
    let kept = descend(&prepare(read, &keys), keys.len(), settings);
    let weights = rounded(&keys, &kept, settings.reserve);
    encode_weights(&EntityWeights { knowledge: knowledge.clone(), ..weights })
}

/// Returns how much a feature matters: its greatest weight, more if it is met often.
fn weight(row: &[f32; LABELS], count: u32) -> u64 {
    let most = row.iter().copied().map(f32::abs).fold(0.0, f32::max);
    (f64::from(most) * libm::pow(f64::from(count), 0.6) * 1e6) as u64
}

fn rounded(keys: &[u64], learnt: &Learnt, reserve: f32) -> EntityWeights {
    let small = |weight: f32| libm::roundf(weight * STEPS).clamp(-127.0, 127.0) as i8;
    let features = keys.iter().zip(&learnt.rows).map(|(&key, row)| (key, row.map(small)));
    let transitions = learnt.transitions.iter().enumerate().map(|(pair, &weight)| {
        let weight = if pair % STATES == 0 { weight - reserve } else { weight };
        libm::roundf(weight * STEPS) as i16
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
        ((0..sentence.len()).map(of_unit).collect(), labels.as_slice())
    });
    prepared.collect()
}

fn descend(lessons: &[Prepared<'_>], size: usize, settings: &EntitySettings) -> Learnt {
    let zero = Learnt { rows: vec![[0.0; LABELS]; size], transitions: vec![0.0; STATES * STATES] };
    let (mut weights, mut squares, mut sum) = (zero.clone(), zero.clone(), zero);
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    let mut order: Vec<usize> = (0..lessons.len()).collect();
    let mut kept = 0;
    for epoch in 0..settings.epochs {
        for last in (1..order.len()).rev() {
            order.swap(last, random.below(last + 1));
        }
        for &number in &order {
            learn_one(&lessons[number], &mut weights, &mut squares, settings.rate);
        }
        // The weights of the later half of the passes are averaged, as in the segmenter's training.
        if epoch * 2 >= settings.epochs {
            kept += 1;
            for (sum, row) in sum.rows.iter_mut().zip(&weights.rows) {
                sum.iter_mut().zip(row).for_each(|(sum, weight)| *sum += weight);
            }
            sum.transitions.iter_mut().zip(&weights.transitions).for_each(|(sum, weight)| *sum += weight);
        }
    }
    let share = 1.0 / kept.max(1) as f32;
    sum.rows.iter_mut().flatten().chain(&mut sum.transitions).for_each(|weight| *weight *= share);
    sum
}

fn learn_one((features, labels): &Prepared<'_>, weights: &mut Learnt, squares: &mut Learnt, rate: f32) {
    let sums: Vec<[f32; LABELS]> = features
        .iter()
        .map(|features| {
            let mut sums = [0.0; LABELS];
            for &row in features {
                sums.iter_mut().zip(&weights.rows[row as usize]).for_each(|(sum, weight)| *sum += weight);
            }
            sums
        })
        .collect();
    let Gradient { units, transitions } = gradient(labels, &sums, &weights.transitions);
    let step = |weight: &mut f32, square: &mut f32, gradient: f32| {
        if gradient.abs() > 1e-5 {
            *square += gradient * gradient;
            *weight += rate * gradient / (square.sqrt() + 1e-3);
        }
    };
    for (features, gradient) in features.iter().zip(&units) {
        for &row in features {
            let row = row as usize;
            for (label, &gradient) in gradient.iter().enumerate() {
                step(&mut weights.rows[row][label], &mut squares.rows[row][label], gradient);
            }
        }
    }
    for (pair, &gradient) in transitions.iter().enumerate() {
        step(&mut weights.transitions[pair], &mut squares.transitions[pair], gradient);
    }
}
