//! Two stories as one flowing column: each passage of the first over its partner in the second.

use rustc_hash::FxHashSet;

use super::{Relatives, SentencePlace, Side, sentences};
use crate::view::Comparison;

/// One row of the column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FlowRow {
    /// A heading or caption, which has no partner.
    Apart(Side, usize),
    /// A sentence with its closest partner.
    Pair {
        /// Index into the comparison's pairs.
        pair: u32,
        /// The first story's sentence.
        a: SentencePlace,
        /// The second story's sentence; `None` if it was already shown with another partner.
        b: Option<SentencePlace>,
    },
    /// A further sentence of the second story in the pair above, as when one sentence was split into two.
    Rest {
        /// Index into the comparison's pairs.
        pair: u32,
        /// The second story's sentence.
        b: SentencePlace,
    },
    /// Two sentences that report the same thing in other words.
    Related {
        /// The first story's sentence.
        a: SentencePlace,
        /// The second story's sentence.
        b: SentencePlace,
    },
    /// A sentence that reports the same thing as one in another row.
    Linked(Side, SentencePlace),
    /// A sentence on one side only.
    Only(Side, SentencePlace),
}

/// Returns the rows in the order of the first story; a passage only in the second follows its predecessor.
pub fn flow(comparison: &Comparison) -> Vec<FlowRow> {
    let mut rows = Vec::new();
    let mut follow = Followers::new(comparison);
    let mut begun = false;
    for (block, found) in comparison.a.blocks.iter().enumerate() {
        if found.sentences.iter().all(|sentence| sentence.number == 0) {
            rows.push(FlowRow::Apart(Side::A, block));
            continue;
        }
        // The second story's own beginning comes below the first one's headings.
        if !std::mem::replace(&mut begun, true) {
            follow.leading(&mut rows);
        }
        for (sentence, found) in found.sentences.iter().enumerate() {
            let place = SentencePlace { block, sentence };
            let closest =
                found.pairs.first().and_then(|&pair| Some((pair, comparison.pairs.get(pair as usize)?)));
            let Some((pair, partner)) = closest else {
                follow.beside(place, found.number, &mut rows);
                continue;
            };
            let b = follow.place(partner.b_number);
            let b = b.filter(|b| follow.shown.insert(*b));
            rows.push(FlowRow::Pair { pair, a: place, b });
            if let Some(b) = b {
                let last = follow.rest_of(pair, &mut rows).unwrap_or(b);
                follow.after(last, &mut rows);
            }
        }
    }
    follow.rest(&mut rows);
    rows
}

/// The second story's unpaired parts, waiting for the passage they follow.
struct Followers<'a> {
    comparison: &'a Comparison,
    /// The second story's sentences, by number from 1.
    places: Vec<SentencePlace>,
    /// Those already in a row.
    shown: FxHashSet<SentencePlace>,
    blocks: FxHashSet<usize>,
    relatives: Relatives,
}

impl<'a> Followers<'a> {
    fn new(comparison: &'a Comparison) -> Self {
        let places = sentences(&comparison.b).map(|(place, _)| place).collect();
        let relatives = Relatives::new(comparison);
        Self { comparison, places, shown: FxHashSet::default(), blocks: FxHashSet::default(), relatives }
    }

    fn place(&self, number: u32) -> Option<SentencePlace> {
        self.places.get(number.checked_sub(1)? as usize).copied()
    }

    /// Appends a sentence of the first story without a partner, beside those of the second that are related to it.
    fn beside(&mut self, a: SentencePlace, number: u32, rows: &mut Vec<FlowRow>) {
        if !self.relatives.has(Side::A, number) {
            rows.push(FlowRow::Only(Side::A, a));
            return;
        }
        let mut last = None;
        for other in self.relatives.of_a(number).to_vec() {
            let Some(b) = self.place(other) else { continue };
            let is_free = b.of(&self.comparison.b).is_some_and(|sentence| sentence.pairs.is_empty());
            if is_free && self.shown.insert(b) {
                rows.push(if last.is_none() {
                    FlowRow::Related { a, b }
                } else {
                    FlowRow::Linked(Side::B, b)
                });
                last = last.max(Some(b));
            }
        }
        match last {
            Some(b) => self.after(b, rows),
            None => rows.push(FlowRow::Linked(Side::A, a)),
        }
    }

    /// Returns the row of a sentence of the second story that has no partner.
    fn alone(&self, place: SentencePlace, number: u32) -> FlowRow {
        if self.relatives.has(Side::B, number) {
            FlowRow::Linked(Side::B, place)
        } else {
            FlowRow::Only(Side::B, place)
        }
    }

    /// Appends the sentences of a pair after its first, and returns the place of the last one appended.
    fn rest_of(&mut self, pair: u32, rows: &mut Vec<FlowRow>) -> Option<SentencePlace> {
        let found = self.comparison.pairs.get(pair as usize)?;
        let mut last = None;
        for number in found.b_number + 1..found.b_number + found.b_sentences.max(1) {
            let b = self.place(number)?;
            let closest = b.of(&self.comparison.b)?.pairs.first() == Some(&pair);
            if closest && self.shown.insert(b) {
                rows.push(FlowRow::Rest { pair, b });
                last = Some(b);
            }
        }
        last
    }

    /// Appends the parts before the first sentence of the second story that has a partner.
    fn leading(&mut self, rows: &mut Vec<FlowRow>) {
        self.run(0, 0, rows);
    }

    /// Appends the parts that follow `place`, up to the next sentence with a partner.
    fn after(&mut self, place: SentencePlace, rows: &mut Vec<FlowRow>) {
        self.run(place.block, place.sentence + 1, rows);
    }

    fn run(&mut self, mut block: usize, mut sentence: usize, rows: &mut Vec<FlowRow>) {
        while let Some(found) = self.comparison.b.blocks.get(block) {
            if sentence == 0 && found.sentences.iter().all(|sentence| sentence.number == 0) {
                if self.blocks.insert(block) {
                    rows.push(FlowRow::Apart(Side::B, block));
                }
                block += 1;
                continue;
            }
            let Some(next) = found.sentences.get(sentence) else {
                block += 1;
                sentence = 0;
                continue;
            };
            if !next.pairs.is_empty() || self.relatives.is_awaited(next.number) {
                return;
            }
            let place = SentencePlace { block, sentence };
            if self.shown.insert(place) {
                rows.push(self.alone(place, next.number));
            }
            sentence += 1;
        }
    }

    /// Appends sentences in no row above: their closest partner was closer to another one.
    fn rest(&mut self, rows: &mut Vec<FlowRow>) {
        for (place, sentence) in sentences(&self.comparison.b) {
            if self.shown.insert(place) {
                let pair = sentence.pairs.first().copied();
                let a = pair.and_then(|pair| {
                    let number = self.comparison.pairs.get(pair as usize)?.a_number;
                    sentences(&self.comparison.a).find(|(_, a)| a.number == number).map(|(a, _)| a)
                });
                rows.push(match (pair, a) {
                    (Some(pair), Some(a)) => FlowRow::Pair { pair, a, b: Some(place) },
                    _ => self.alone(place, sentence.number),
                });
            }
        }
        for block in 0..self.comparison.b.blocks.len() {
            let apart = self.comparison.b.blocks[block].sentences.iter().all(|sentence| sentence.number == 0);
            if apart && self.blocks.insert(block) {
                rows.push(FlowRow::Apart(Side::B, block));
            }
        }
    }
}
