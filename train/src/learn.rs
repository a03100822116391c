//! Training: a semi-Markov conditional random field over the decoder's own lattice, by AdaGrad.

mod lattice;
mod weights;

use duidu::segment::accurate::{Patterns, Sentence, TEMPLATES, VIEWS, families};

pub(crate) use weights::{Index, Weights, pair_place, span_places, width};

use crate::example::{Example, Packed};
use lattice::Chart;

/// The settings of training.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Settings {
    /// Number of passes over the examples.
    pub(crate) epochs: usize,
    /// The learning rate.
    pub(crate) rate: f32,
    /// Minimum number of occurrences of a pattern to be learnt, apart from copies of examples.
    pub(crate) least: u32,
    /// Minimum of the greatest weight of a pattern to be kept in the model, in natural logarithms of odds.
    pub(crate) prune: f32,
    /// The seed of the random order.
    pub(crate) seed: u64,
}

impl Default for Settings {
    fn default() -> Self {
        Self { epochs: 10, rate: 0.03, least: 2, prune: 0.02, seed: 1 }
    }
}

/// A sentence prepared for learning.
#[derive(Debug)]
pub(crate) struct Lesson {
    /// For each pattern and unit it applies to, the index of its weights, and the unit.
    pub(crate) places: Vec<(u32, u32)>,
    /// For each unit and length, the `known` byte of the word in the lists.
    pub(crate) known: Vec<[u8; 8]>,
    /// For each unit, the first unit at or after it that is always a word by itself.
    pub(crate) walls: Vec<u32>,
    /// The correct words.
    pub(crate) words: Vec<(usize, usize)>,
    /// For the place before each unit and after the last, true if a word may begin and end there.
    pub(crate) gates: Vec<bool>,
}

/// A collector of the patterns of one sentence.
struct Collector<'i> {
    index: &'i mut Index,
    units: usize,
    grow: bool,
    places: Vec<(u32, u32)>,
}

impl Patterns for Collector<'_> {
    fn ngram(&mut self, template: usize, key: u64, at: usize) {
        if self.grow {
            self.index.count(template, key);
            return;
        }
        let Some(row) = self.index.row(template, key) else { return };
        let shape = TEMPLATES[template];
        for step in 0..shape.reach {
            let unit = at as isize - 2 + shape.first + step as isize;
            if (0..self.units as isize).contains(&unit) {
                self.places.push((row + 4 * step as u32, unit as u32));
            }
        }
    }

    fn contexts(&mut self, values: [usize; VIEWS], at: usize) {
        for key in values.into_iter().enumerate().flat_map(|(view, value)| families(view, value)) {
            if self.grow {
                self.index.count(TEMPLATES.len(), key);
            } else if let Some(row) = self.index.row(TEMPLATES.len(), key) {
                self.places.push((row, at as u32));
            }
        }
    }
}

fn collect(index: &mut Index, sentence: &Sentence, units: usize, grow: bool) -> Vec<(u32, u32)> {
    let mut collector = Collector { index, units, grow, places: Vec::new() };
    duidu::segment::accurate::for_each_pattern(sentence, &mut collector);
    collector.places
}

fn lesson(index: &mut Index, sentence: &Sentence, example: &Example) -> Lesson {
    Lesson {
        places: collect(index, sentence, example.units.len(), false),
        known: sentence.known().to_vec(),
        walls: sentence.walls().to_vec(),
        words: example.words.clone(),
        gates: example.gates.clone(),
    }
}

/// Returns the best words of an example, given as the unit after the last of each.
pub(crate) fn best(index: &mut Index, weights: &Weights, example: &Example, lists: &Packed) -> Vec<usize> {
    let lesson = lesson(index, &example.sentence(lists), example);
    let mut chart = Chart::default();
    chart.score(&lesson, weights);
    chart.best(&lesson)
}

/// Learns weights from examples.
pub(crate) fn learn(examples: &[Example], lists: &Packed, settings: &Settings) -> (Index, Weights) {
    let mut index = Index::default();
    let sentences: Vec<Sentence> = examples.iter().map(|example| example.sentence(lists)).collect();
    for (sentence, example) in sentences.iter().zip(examples).filter(|(_, example)| !example.is_copy) {
        collect(&mut index, sentence, example.units.len(), true);
    }
    index.settle(settings.least);
    let lessons: Vec<Lesson> = sentences
        .iter()
        .zip(examples)
        .map(|(sentence, example)| lesson(&mut index, sentence, example))
        .collect();
    let weights = descend(&lessons, index.len(), settings);
    (index, weights)
}

fn descend(lessons: &[Lesson], size: usize, settings: &Settings) -> Weights {
    let mut weights = Weights::new(size);
    let mut squares = Weights::new(size);
    let mut sum = Weights::new(size);
    let mut random = Random(settings.seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
    let mut order: Vec<usize> = (0..lessons.len()).collect();
    let mut chart = Chart::default();
    let mut kept = 0;
    for epoch in 0..settings.epochs {
        for last in (1..order.len()).rev() {
            order.swap(last, random.below(last + 1));
        }
        for &number in &order {
            let lesson = &lessons[number];
            let places = &lesson.places;
            chart.score(lesson, &weights);
            chart.differentiate(lesson);
            let rate = settings.rate;
            let step = |weight: &mut f32, square: &mut f32, gradient: f32| {
                if gradient.abs() > 1e-6 {
                    *square += gradient * gradient;
                    *weight += rate * gradient / (square.sqrt() + 1e-3);
                }
            };
            for &(place, unit) in places {
                for role in 0..4 {
                    let (at, gradient) = (place as usize + role, chart.units[unit as usize][role]);
                    step(&mut weights.rows[at], &mut squares.rows[at], gradient);
                }
            }
            for &(at, gradient) in &chart.spans {
                step(&mut weights.lattice[at], &mut squares.lattice[at], gradient);
            }
        }
        // The weights of the later half of the passes are averaged, which smooths out the effect of the last
        // sentences.
        if epoch * 2 >= settings.epochs {
            sum.add(&weights);
            kept += 1;
        }
    }
    sum.scale(1.0 / kept.max(1) as f32);
    sum
}

/// A generator of the project's own, so that training gives the same model everywhere (Marsaglia's
/// xorshift64*).
#[derive(Clone, Debug)]
pub(crate) struct Random(pub(crate) u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }

    /// Returns an integer below `end`.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        (self.next() >> 33) as usize % end.max(1)
    }
}
