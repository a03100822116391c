//! The likeness of sentences: what every two of them share, and how like each is to the likest.

use super::contents::{Contents, Group, Item};
use super::neighbours::{is_short, neighbours};

/// The likeness of the sentences of two texts.
#[derive(Debug)]
pub(super) struct Likeness {
    /// The pairs of sentences, in the order of `a`, then of `b`.
    pub(super) pairs: Vec<(usize, usize)>,
    /// What each pair shares.
    pub(super) common: Vec<Common>,
    /// The greatest cosines of each sentence of `a`.
    pub(super) best_a: Vec<Best>,
    /// The same for `b`.
    pub(super) best_b: Vec<Best>,
}

/// The common weight of two sentences.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Common {
    /// The cosine of their contents.
    pub(super) cosine: f64,
    /// The share of the lighter sentence that is in the other.
    pub(super) containment: f64,
    /// The weight of common values.
    pub(super) values: f64,
    /// The weight of common values with the same unit.
    pub(super) measured: f64,
}

impl Likeness {
    /// Finds what the sentences of both sides share.
    pub(super) fn of(contents: &Contents) -> Self {
        let pairs = neighbours(contents);
        let squares = |sentences: &[Vec<Item>]| -> Vec<f64> {
            sentences.iter().map(|sentence| contents.square(sentence)).collect()
        };
        let (squares_a, squares_b) = (squares(&contents.a), squares(&contents.b));
        let square = |squares: &[f64], sentence: usize| squares.get(sentence).copied().unwrap_or(0.0);
        let shared: Vec<Common> = if is_short(contents.a.len(), contents.b.len()) {
            of_all(contents)
        } else {
            pairs.iter().map(|&pair| of_two(contents, pair)).collect()
        };
        let of_pair = |(&(a, b), common): (&(usize, usize), Common)| {
            common.share(square(&squares_a, a), square(&squares_b, b))
        };
        let common: Vec<Common> = pairs.iter().zip(shared).map(of_pair).collect();
        let mut best_a = vec![Best::default(); contents.a.len()];
        let mut best_b = vec![Best::default(); contents.b.len()];
        for (&(a, b), common) in pairs.iter().zip(&common) {
            best_a.get_mut(a).into_iter().for_each(|best| best.add(common.cosine));
            best_b.get_mut(b).into_iter().for_each(|best| best.add(common.cosine));
        }
        Self { pairs, common, best_a, best_b }
    }

    /// Returns the cosine of two sentences; 0 if they are no pair.
    pub(super) fn cosine(&self, a: Option<usize>, b: Option<usize>) -> f64 {
        let at = a.zip(b).and_then(|pair| self.pairs.binary_search(&pair).ok());
        at.and_then(|at| self.common.get(at)).map_or(0.0, |common| common.cosine)
    }

    /// Returns the mean cosine of a sentence with the likest one of the other text: 0.03 to 0.05 for texts on two events,
    /// and from 0.1 for texts on one, as the events of `tests/free_telling` have shown.
    pub(super) fn kinship(&self) -> f64 {
        (mean(&self.best_a) + mean(&self.best_b)) / 2.0
    }

    /// Returns the share of the sentences of each text that are nearly the same in the other.
    pub(super) fn copied(&self) -> (f64, f64) {
        let share = |best: &[Best]| {
            let copied = best.iter().filter(|best| best.first >= COPIED).count();
            copied as f64 / best.len().max(1) as f64
        };
        (share(&self.best_a), share(&self.best_b))
    }
}

/// The cosine from which a sentence is nearly the same as another.
const COPIED: f64 = 0.8;

/// Returns what every two sentences share, row by row, with sums of squares as cosines.
fn of_all(contents: &Contents) -> Vec<Common> {
    let mut holders: Vec<Vec<(usize, Item)>> = vec![Vec::new(); contents.len()];
    for (number, sentence) in contents.b.iter().enumerate() {
        for &item in sentence {
            let holders = holders.get_mut(item.content as usize);
            holders.into_iter().for_each(|holders| holders.push((number, item)));
        }
    }
    let mut all = Vec::with_capacity(contents.a.len().saturating_mul(contents.b.len()));
    for sentence in &contents.a {
        let mut row = vec![Common::default(); contents.b.len()];
        for &item in sentence {
            for &(number, other) in holders.get(item.content as usize).into_iter().flatten() {
                row.get_mut(number).into_iter().for_each(|common| common.add(contents, item, other));
            }
        }
        all.extend(row);
    }
    all
}

/// Returns what two sentences share, with the sum of squares as cosine.
fn of_two(contents: &Contents, (a, b): (usize, usize)) -> Common {
    let mut common = Common::default();
    let (Some(own), Some(other)) = (contents.a.get(a), contents.b.get(b)) else { return common };
    let mut others = other.iter().copied().peekable();
    for &item in own {
        while others.next_if(|other| other.content < item.content).is_some() {}
        if let Some(same) = others.next_if(|other| other.content == item.content) {
            common.add(contents, item, same);
        }
    }
    common
}

impl Common {
    /// Adds a content that both have.
    fn add(&mut self, contents: &Contents, own: Item, other: Item) {
        let weight = contents.weight(own);
        self.cosine += weight * contents.weight(other);
        match contents.group(own) {
            Group::Values => self.values += weight,
            Group::Measured => self.measured += weight,
            Group::Words => {}
        }
    }

    /// Divides the sum of squares by those of both sentences.
    fn share(self, square_a: f64, square_b: f64) -> Self {
        let sum = self.cosine;
        let share = |whole: f64| if whole > 0.0 { sum / whole } else { 0.0 };
        let (cosine, containment) = (share(libm::sqrt(square_a * square_b)), share(square_a.min(square_b)));
        Self { cosine, containment, ..self }
    }
}

/// Returns the mean of the greatest cosines of the sentences of one side.
fn mean(best: &[Best]) -> f64 {
    let sum: f64 = best.iter().map(|best| best.first).sum();
    sum / best.len().max(1) as f64
}

/// The two greatest cosines of a sentence.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Best {
    first: f64,
    second: f64,
}

impl Best {
    /// Takes in one more cosine.
    pub(super) fn add(&mut self, cosine: f64) {
        if cosine > self.first {
            (self.first, self.second) = (cosine, self.first);
        } else {
            self.second = self.second.max(cosine);
        }
    }

    /// Returns true if no other sentence has a greater cosine than this.
    pub(super) fn is_reached_by(self, cosine: f64) -> bool {
        cosine >= self.first
    }

    /// Returns the greatest cosine with another sentence than the one with this cosine.
    pub(super) fn but(self, cosine: f64) -> f64 {
        if cosine < self.first { self.first } else { self.second }
    }
}
