//! A sentence with known words, divided into units.

use duidu::segment::accurate::{LONGEST, Sentence};
use duidu::segment::rules::{RuleUnit, RuleUnits};

use crate::lists::Lists;

/// A sentence for training.
#[derive(Clone, Debug)]
pub(crate) struct Example {
    /// Its units.
    pub(crate) units: Vec<RuleUnit>,
    /// The words, each as its first unit and the unit after its last.
    pub(crate) words: Vec<(usize, usize)>,
}

impl Example {
    /// Makes the sentence of these words, with a space after a word if the second part is true.
    pub(crate) fn new<'w>(words: impl Iterator<Item = (&'w str, bool)>) -> Self {
        let mut text = String::new();
        let mut ends = Vec::new();
        for (word, space_after) in words {
            text.push_str(word);
            ends.push(text.len());
            if space_after {
                text.push(' ');
                ends.push(text.len());
            }
        }
        let units: Vec<RuleUnit> = RuleUnits::new(&text).collect();
        let mut words = Vec::new();
        let mut first = 0;
        for (number, unit) in units.iter().enumerate() {
            let next = units.get(number + 1);
            let end = next.map_or(text.len(), |next| next.start);
            // A mark is a word regardless of the treebank; so is a stretch too long for the lattice.
            let alone = unit.kind.stands_alone() || next.is_some_and(|next| next.kind.stands_alone());
            if alone || number + 1 - first == LONGEST || ends.binary_search(&end).is_ok() {
                words.push((first, number + 1));
                first = number + 1;
            }
        }
        Self { units, words }
    }

    /// Returns the sentence with all values that its patterns read.
    pub(crate) fn sentence(&self, lists: &Packed) -> Sentence {
        let mut sentence = Sentence::default();
        sentence.clear();
        for unit in &self.units {
            sentence.push(unit.symbol, unit.kind);
        }
        sentence.complete(lists.model.classes(), &lists.model.words());
        sentence
    }
}

/// The lists as the decoder sees them, in a model that has learnt nothing yet.
#[derive(Debug)]
pub(crate) struct Packed {
    /// The lists themselves.
    pub(crate) lists: Lists,
    /// The model around them.
    pub(crate) model: duidu::segment::accurate::Model,
}
