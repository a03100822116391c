//! A sentence with known words, divided into units.

use duidu::segment::accurate::{LONGEST, Sentence};
use duidu::segment::rules::{RuleUnit, RuleUnits};

use crate::data::Words;
use crate::lists::Lists;

/// A sentence for training.
#[derive(Clone, Debug)]
pub(crate) struct Example {
    /// Its units.
    pub(crate) units: Vec<RuleUnit>,
    /// The words, each as its first unit and the unit after its last.
    pub(crate) words: Vec<(usize, usize)>,
    /// For the place before each unit and after the last, true if a word may begin and end there.
    pub(crate) gates: Vec<bool>,
    /// True if it repeats another example, with other names or none, so that its patterns are not counted.
    pub(crate) is_copy: bool,
}

impl Example {
    /// Makes the sentence of these words, with a space after a word if the second part is true.
    pub(crate) fn of(words: &Words) -> Self {
        let (text, ends) = joined(words);
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
        let gates = vec![true; units.len() + 1];
        Self { units, words, gates, is_copy: false }
    }

    /// Makes it a copy of another.
    pub(crate) fn copied(self) -> Self {
        Self { is_copy: true, ..self }
    }

    /// Restricts words to those that these pieces, which the words are made of, can be joined to.
    pub(crate) fn within(mut self, pieces: &Words) -> Self {
        let (text, ends) = joined(pieces);
        let starts = self.units.iter().map(|unit| unit.start).chain([text.len()]);
        self.gates = starts.map(|start| start == 0 || ends.binary_search(&start).is_ok()).collect();
        self.words.iter().for_each(|&(_, end)| self.gates[end] = true);
        self
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

/// Joins words to a text, and returns it with the ends of words and of spaces between them.
fn joined(words: &Words) -> (String, Vec<usize>) {
    let (mut text, mut ends) = (String::new(), Vec::new());
    for (word, space_after) in words {
        text.push_str(word);
        ends.push(text.len());
        if *space_after {
            text.push(' ');
            ends.push(text.len());
        }
    }
    (text, ends)
}

/// The lists as the decoder sees them, in a model that has learnt nothing yet.
#[derive(Debug)]
pub(crate) struct Packed {
    /// The lists themselves.
    pub(crate) lists: Lists,
    /// The model around them.
    pub(crate) model: duidu::segment::accurate::Model,
}
