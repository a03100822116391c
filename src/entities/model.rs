//! The weights of the features of names, and the best labels of a sentence.

use thiserror::Error;

use super::mending::mended;
use super::steps::STEP_KINDS;
use super::{CharacterClasses, EntityKind, EntitySentence, NameKnowledge, NameLists};
use crate::segment::accurate::Buckets;

/// The version of the format.
const FORMAT: u32 = 3;

/// Number of labels: outside any name, and for each kind the first unit of a name and a later one.
pub const LABELS: usize = 7;

/// The number of a state before the first unit and after the last.
pub const EDGE: usize = LABELS;

/// Number of states between which steps are.
pub const STATES: usize = LABELS + 1;

/// Number of pairs of states.
pub const PAIRS: usize = STATES * STATES;

/// Steps of a weight for one natural logarithm of odds.
pub const STEPS: f32 = 32.0;

/// Weights for encoding.
#[derive(Clone, Debug, Default)]
pub struct EntityWeights {
    /// The weights of each feature by label, in the order of the keys.
    pub features: Vec<(u64, [i8; LABELS])>,
    /// For each kind of step the weights of a state after another: `STATES * before + after`.
    pub transitions: Vec<[i8; PAIRS]>,
    /// What the features know of names.
    pub knowledge: NameKnowledge,
}

/// The reason why the weights of names cannot be opened.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
#[error("the model's part for names is damaged, or of another version")]
pub struct EntityModelError;

/// The weights, in use.
#[derive(Clone, Debug)]
pub struct EntityModel {
    buckets: Buckets,
    checks: Vec<u16>,
    rows: Vec<[i8; LABELS]>,
    transitions: Vec<[i8; PAIRS]>,
    /// What the features know of names.
    pub(super) knowledge: NameKnowledge,
}

/// Returns true if a label may follow another: a later unit of a name only follows one of the same name.
pub fn may_follow(before: usize, after: usize) -> bool {
    let is_later = after != EDGE && after > 0 && after.is_multiple_of(2);
    !is_later || before == after || before + 1 == after
}

/// Returns the label of the first unit of a name, or of a later one.
pub fn label(kind: EntityKind, is_first: bool) -> usize {
    2 * kind as usize + if is_first { 1 } else { 2 }
}

/// Returns the kind of names that a label is of, and true for the first unit.
fn of_label(label: usize) -> Option<(EntityKind, bool)> {
    let kind = EntityKind::ALL.get(label.checked_sub(1)? / 2)?;
    Some((*kind, label % 2 == 1))
}

/// Encodes weights: the version, the lists of names, the classes of characters, the number of features, the steps, sizes of buckets, checks (their lower eight bits, then pairs of their upper four),
/// rows by label.
pub fn encode_weights(weights: &EntityWeights) -> Vec<u8> {
    let rows = weights.features.len();
    let bits = bits(rows);
    let mut counts = vec![0_u8; 1 << bits];
    let mut placed: Vec<(usize, u16, [i8; LABELS])> =
        weights.features.iter().map(|&(key, row)| ((key >> (64 - bits)) as usize, check(key), row)).collect();
    placed.sort_by_key(|&(bucket, check, _)| (bucket, check));
    for (bucket, ..) in &placed {
        counts[*bucket] += 1;
    }
    let mut bytes = FORMAT.to_le_bytes().to_vec();
    bytes.extend(weights.knowledge.lists.encode());
    bytes.extend(weights.knowledge.classes.encode());
    bytes.extend((rows as u32).to_le_bytes());
    // Pair by pair, which compresses better than kind by kind.
    for pair in (0..PAIRS).filter(|pair| may_follow(pair / STATES, pair % STATES)) {
        bytes.extend(weights.transitions.iter().map(|kind| kind[pair].cast_unsigned()));
    }
    bytes.extend(counts);
    bytes.extend(placed.iter().map(|(_, check, _)| *check as u8));
    bytes.extend(
        placed
            .chunks(2)
            .map(|pair| pair.iter().rev().fold(0, |bits, (_, check, _)| bits << 4 | (check >> 8) as u8)),
    );
    // Label by label, which compresses better than row by row.
    for label in 0..LABELS {
        bytes.extend(placed.iter().map(|(.., row)| row[label].cast_unsigned()));
    }
    bytes
}

/// Returns the number of buckets for these many rows, as a power of two.
fn bits(rows: usize) -> u32 {
    rows.max(2).next_power_of_two().trailing_zeros()
}

/// Returns the twelve bits of a key that tell it from others of its bucket.
fn check(key: u64) -> u16 {
    (key >> 8) as u16 & 0xfff
}

impl EntityModel {
    /// Opens encoded weights.
    ///
    /// # Errors
    /// Returns an error if they are of another version, or not complete.
    pub fn open(bytes: &[u8]) -> Result<Self, EntityModelError> {
        Self::read(bytes).ok_or(EntityModelError)
    }

    fn read(bytes: &[u8]) -> Option<Self> {
        let (format, bytes) = bytes.split_first_chunk::<4>()?;
        if u32::from_le_bytes(*format) != FORMAT {
            return None;
        }
        let (lists, bytes) = NameLists::decode(bytes)?;
        let (classes, bytes) = CharacterClasses::decode(bytes)?;
        let (rows, bytes) = bytes.split_first_chunk::<4>()?;
        let rows = u32::from_le_bytes(*rows) as usize;
        if rows > bytes.len() {
            return None;
        }
        let allowed: Vec<usize> =
            (0..PAIRS).filter(|pair| may_follow(pair / STATES, pair % STATES)).collect();
        let (steps, bytes) = bytes.split_at_checked(allowed.len() * STEP_KINDS)?;
        let mut transitions = vec![[0; PAIRS]; STEP_KINDS];
        for (&pair, weights) in allowed.iter().zip(steps.chunks_exact(STEP_KINDS)) {
            for (kind, weight) in transitions.iter_mut().zip(weights) {
                *kind.get_mut(pair)? = weight.cast_signed();
            }
        }
        let (counts, bytes) = bytes.split_at_checked(1 << bits(rows))?;
        let (low, bytes) = bytes.split_at_checked(rows)?;
        let (high, weights) = bytes.split_at_checked(rows.div_ceil(2))?;
        let buckets = Buckets::new(counts);
        if buckets.entries() != rows || weights.len() != LABELS * rows {
            return None;
        }
        let high = high.iter().flat_map(|&pair| [pair & 15, pair >> 4]);
        let checks = low.iter().zip(high).map(|(&low, high)| u16::from_le_bytes([low, high]));
        let by_label: Vec<&[u8]> = weights.chunks(rows.max(1)).collect();
        let row = |row: usize| {
            std::array::from_fn(|label| {
                by_label.get(label).and_then(|of| of.get(row)).map_or(0, |weight| weight.cast_signed())
            })
        };
        Some(Self {
            buckets,
            checks: checks.collect(),
            rows: (0..rows).map(row).collect(),
            transitions,
            knowledge: NameKnowledge { lists, classes },
        })
    }

    /// Returns the names of a sentence: their first unit, the unit after their last, and their kind.
    pub(super) fn names(&self, sentence: &EntitySentence) -> Vec<(usize, usize, EntityKind)> {
        let labels = self.labels(sentence);
        let mut names: Vec<(usize, usize, EntityKind)> = Vec::new();
        for (unit, &label) in labels.iter().enumerate() {
            match (of_label(label), names.last_mut()) {
                (Some((kind, true)), _) => names.push((unit, unit + 1, kind)),
                (Some((_, false)), Some((_, end, _))) => *end = unit + 1,
                _ => {}
            }
        }
        mended(sentence, names)
    }

    /// Returns the labels whose sum of weights is the greatest; of equal ones the lowest.
    fn labels(&self, sentence: &EntitySentence) -> Vec<usize> {
        let mut sums = [None; LABELS];
        let mut from: Vec<[u8; LABELS]> = Vec::with_capacity(sentence.len());
        for unit in 0..sentence.len() {
            let weights = self.weights(sentence, unit);
            let steps = self.steps(sentence, unit);
            let mut next = [None; LABELS];
            let mut back = [0; LABELS];
            for (label, ((next, back), weight)) in next.iter_mut().zip(&mut back).zip(weights).enumerate() {
                let before = if unit == 0 {
                    may_follow(EDGE, label).then(|| (step(&steps, EDGE, label), 0))
                } else {
                    best_before(&sums, label, &steps)
                };
                if let Some((sum, before)) = before {
                    (*next, *back) = (Some(sum + weight), before as u8);
                }
            }
            sums = next;
            from.push(back);
        }
        let steps = self.steps(sentence, sentence.len());
        let Some((_, mut label)) = best_before(&sums, EDGE, &steps) else { return Vec::new() };
        let mut labels = vec![0; from.len()];
        for (place, back) in labels.iter_mut().zip(&from).rev() {
            *place = label;
            label = back.get(label).map_or(0, |&before| usize::from(before));
        }
        labels
    }

    /// Returns the weights of the step to a unit.
    fn steps(&self, sentence: &EntitySentence, unit: usize) -> [i32; PAIRS] {
        let mut sums = [0; PAIRS];
        for kind in sentence.steps(unit) {
            let Some(weights) = self.transitions.get(kind) else { continue };
            sums.iter_mut().zip(weights).for_each(|(sum, &weight)| *sum += i32::from(weight));
        }
        sums
    }

    /// Returns the sums of the weights of a unit's features, by label.
    fn weights(&self, sentence: &EntitySentence, unit: usize) -> [i32; LABELS] {
        let mut sums = [0; LABELS];
        sentence.features(unit, |key| {
            let (start, end) = self.buckets.range(key);
            let checks = self.checks.get(start..end).unwrap_or_default();
            let Some(row) = checks.iter().position(|&of| of == check(key)) else { return };
            let Some(row) = self.rows.get(start + row) else { return };
            for (sum, &weight) in sums.iter_mut().zip(row) {
                *sum += i32::from(weight);
            }
        });
        sums
    }
}

/// Returns the best sum before a state, and the label that it is of.
fn best_before(sums: &[Option<i32>; LABELS], after: usize, steps: &[i32; PAIRS]) -> Option<(i32, usize)> {
    let mut best: Option<(i32, usize)> = None;
    for (before, sum) in sums.iter().enumerate().filter(|&(before, _)| may_follow(before, after)) {
        let Some(sum) = sum else { continue };
        let sum = sum + step(steps, before, after);
        if best.is_none_or(|(most, _)| sum > most) {
            best = Some((sum, before));
        }
    }
    best
}

fn step(steps: &[i32; PAIRS], before: usize, after: usize) -> i32 {
    steps.get(STATES * before + after).copied().unwrap_or(0)
}
