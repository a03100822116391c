//! Forward and backward sums over the lattice of words.

use duidu::segment::accurate::LONGEST;

use super::{Lesson, Weights, pair_place, span_places};

/// The scores, sums and derivatives of one sentence.
#[derive(Debug, Default)]
pub(crate) struct Chart {
    scores: Vec<[f32; 4]>,
    spans_scored: Vec<(usize, usize, f64)>,
    /// For each unit, the derivatives of the likelihood with respect to its four scores.
    pub(crate) units: Vec<[f32; 4]>,
    /// Derivatives with respect to the lattice's weights.
    pub(crate) spans: Vec<(usize, f32)>,
    pairs: [[f64; 2]; 2],
    forward: Vec<[f64; 2]>,
    backward: Vec<[f64; 2]>,
    middles: Vec<f64>,
    shapes: Vec<f32>,
}

const NOTHING: f64 = f64::NEG_INFINITY;

fn plus(a: f64, b: f64) -> f64 {
    let (more, less) = if a > b { (a, b) } else { (b, a) };
    if less == NOTHING { more } else { more + libm::log1p(libm::exp(less - more)) }
}

/// Returns the `known` byte of a word in the lists.
fn known(lesson: &Lesson, start: usize, length: usize) -> u8 {
    lesson.known[start].get(length - 1).copied().unwrap_or(0)
}

impl Chart {
    /// Scores the units and sums over all paths.
    pub(crate) fn score(&mut self, lesson: &Lesson, weights: &Weights) {
        let units = lesson.known.len();
        self.scores.clear();
        self.scores.resize(units, [0.0; 4]);
        for &(place, unit) in &lesson.places {
            let row = &weights.rows[place as usize..place as usize + 4];
            self.scores[unit as usize].iter_mut().zip(row).for_each(|(score, weight)| *score += weight);
        }
        self.shapes.clear();
        self.shapes.extend_from_slice(&weights.lattice);
        for (before, row) in self.pairs.iter_mut().enumerate() {
            for (after, pair) in row.iter_mut().enumerate() {
                *pair = f64::from(weights.lattice[pair_place(before, after)]);
            }
        }
        self.middles.clear();
        self.middles.push(0.0);
        for unit in 0..units {
            self.middles.push(self.middles[unit] + f64::from(self.scores[unit][1]));
        }
        self.spans_scored.clear();
        for start in (0..units).filter(|&start| lesson.gates[start]) {
            let longest = (lesson.walls[start] as usize).min(start + LONGEST).max(start + 1);
            for end in (start + 1..=longest).filter(|&end| lesson.gates[end]) {
                self.spans_scored.push((start, end, self.word(lesson, start, end)));
            }
        }
        self.forward.clear();
        self.forward.resize(units + 1, [NOTHING; 2]);
        self.forward[0][1] = 0.0;
        for &(start, end, score) in &self.spans_scored {
            let class = usize::from(end - start == 1);
            let before = self.forward[start];
            let sum = plus(before[0] + self.pairs[0][class], before[1] + self.pairs[1][class]) + score;
            self.forward[end][class] = plus(self.forward[end][class], sum);
        }
        self.backward.clear();
        self.backward.resize(units + 1, [NOTHING; 2]);
        self.backward[units] = [0.0; 2];
        for &(start, end, score) in self.spans_scored.iter().rev() {
            let class = usize::from(end - start == 1);
            let after = self.backward[end][class] + score;
            for before in 0..2 {
                self.backward[start][before] =
                    plus(self.backward[start][before], after + self.pairs[before][class]);
            }
        }
    }

    /// Returns the best words, given as the unit after the last of each; the scores are known.
    pub(crate) fn best(&self, lesson: &Lesson) -> Vec<usize> {
        // For each place and class of the word that ends there: the score, the word's start, the class before.
        let mut paths = vec![[(NOTHING, 0, 0); 2]; lesson.known.len() + 1];
        paths[0][1].0 = 0.0;
        for &(start, end, score) in &self.spans_scored {
            let class = usize::from(end - start == 1);
            for before in 0..2 {
                let sum = paths[start][before].0 + self.pairs[before][class] + score;
                if sum > paths[end][class].0 {
                    paths[end][class] = (sum, start, before);
                }
            }
        }
        let mut ends = Vec::new();
        let mut end = lesson.known.len();
        let mut class = usize::from(paths[end][1].0 > paths[end][0].0);
        while end > 0 {
            ends.push(end);
            let (_, start, before) = paths[end][class];
            (end, class) = (start, before);
        }
        ends.reverse();
        ends
    }

    fn word(&self, lesson: &Lesson, start: usize, end: usize) -> f64 {
        let places = span_places(end - start, known(lesson, start, end - start));
        let shape = f64::from(places.iter().map(|&place| self.shapes[place]).sum::<f32>());
        if end - start == 1 {
            return f64::from(self.scores[start][3]) + shape;
        }
        let middle = self.middles[end - 1] - self.middles[start + 1];
        f64::from(self.scores[start][0]) + middle + f64::from(self.scores[end - 1][2]) + shape
    }

    /// Computes the derivatives of the likelihood of the correct words.
    pub(crate) fn differentiate(&mut self, lesson: &Lesson) {
        let units = lesson.known.len();
        self.units.clear();
        self.units.resize(units, [0.0; 4]);
        self.spans.clear();
        let total = plus(self.backward[0][1], NOTHING);
        // The probability of each unit as the middle of a word, as differences from unit to unit.
        let mut inside = vec![0.0_f64; units + 1];
        for &(start, end, score) in &self.spans_scored {
            let class = usize::from(end - start == 1);
            let after = self.backward[end][class] + score - total;
            let mut share = 0.0;
            for before in 0..2 {
                let sum = self.forward[start][before] + self.pairs[before][class] + after;
                if sum > -18.0 {
                    let part = libm::exp(sum);
                    self.spans.push((pair_place(before, class), -part as f32));
                    share += part;
                }
            }
            if share == 0.0 {
                continue;
            }
            let places = span_places(end - start, known(lesson, start, end - start));
            self.spans.extend(places.map(|place| (place, -share as f32)));
            if class == 1 {
                self.units[start][3] -= share as f32;
            } else {
                self.units[start][0] -= share as f32;
                self.units[end - 1][2] -= share as f32;
                inside[start + 1] += share;
                inside[end - 1] -= share;
            }
        }
        let mut share = 0.0;
        for (unit, change) in self.units.iter_mut().zip(&inside) {
            share += change;
            unit[1] -= share as f32;
        }
        let mut before = 1;
        for &(start, end) in &lesson.words {
            let class = usize::from(end - start == 1);
            self.spans.push((pair_place(before, class), 1.0));
            self.spans.extend(
                span_places(end - start, known(lesson, start, end - start)).map(|place| (place, 1.0)),
            );
            if class == 1 {
                self.units[start][3] += 1.0;
            } else {
                self.units[start][0] += 1.0;
                self.units[end - 1][2] += 1.0;
                self.units[start + 1..end - 1].iter_mut().for_each(|unit| unit[1] += 1.0);
            }
            before = class;
        }
    }
}
