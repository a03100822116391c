//! The decoder: the best sequence of words over the lattice of all stretches of a sentence.

use super::contexts::FAMILIES;
use super::file::Model;
use super::lanes::{NEUTRAL, lane, lanes};
use super::patterns::{MARGIN, Patterns, Sentence, TEMPLATES, for_each_pattern};
use super::words::{LONGEST_LISTED, is_tagged};
use crate::segment::rules::{Unit, tag_by_writing};
use crate::segment::{Cut, Tag};
use crate::text::Span;

/// Units of the longest word the lattice holds.
pub const LONGEST: usize = 16;

// The four things a unit can be in a word: its beginning, its middle, its end, the whole of it.
const BEGIN: usize = 0;
const MIDDLE: usize = 1;
const END: usize = 2;
const WHOLE: usize = 3;

/// Weights added up for each unit: one for each unit an n-gram can speak about, and one for each context.
const ADDED: i32 = 15 + FAMILIES as i32;

/// No path leads here. Far from the limit, so that sums cannot wrap.
pub(super) const NOWHERE: i32 = i32::MIN / 2;

/// Working memory of the decoder, used again for each sentence.
#[derive(Clone, Debug, Default)]
pub struct Scratch {
    sentence: Sentence,
    starts: Vec<usize>,
    /// The scores of each unit in its four roles, in lanes.
    scores: Vec<u64>,
    /// For each unit, what a word that begins with it gains there, and, for each place, what one that ends there.
    heads: Vec<i32>,
    tails: Vec<i32>,
    /// For each place, the best score of the words before it whose last is long, or is a single unit.
    best: Vec<[i32; 2]>,
    /// For each place, the length of the last word on each best path.
    lengths: Vec<u8>,
    /// For each place, which of the two classes the word before a long and before a single last word has.
    befores: Vec<[u8; 2]>,
    ends: Vec<usize>,
}

impl Scratch {
    /// Forgets the sentence before.
    pub fn clear(&mut self) {
        self.sentence.clear();
        self.starts.clear();
    }

    /// Adds a unit to the sentence.
    #[inline]
    pub fn push(&mut self, unit: Unit) {
        self.sentence.push(unit.symbol, unit.kind);
        self.starts.push(unit.start);
    }

    /// Units of the sentence.
    pub fn len(&self) -> usize {
        self.starts.len()
    }

    /// Whether the sentence has no unit.
    pub fn is_empty(&self) -> bool {
        self.starts.is_empty()
    }

    /// The byte at which a unit starts.
    pub fn start(&self, unit: usize) -> usize {
        self.starts[unit]
    }

    /// The words found, each as its first unit and the unit after its last.
    pub fn words(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        self.ends.iter().rev().scan(0, |start, &end| Some((std::mem::replace(start, end), end)))
    }

    /// The tag the lists have for the word of these units; [`Tag::UNKNOWN`] when they lack it.
    pub fn tag(&self, first: usize, last: usize) -> Tag {
        let length = last - first;
        let listed = length <= LONGEST_LISTED && is_tagged(self.sentence.known[first][length - 1]);
        if listed { Tag::numbered(self.sentence.tags[first][length - 1]) } else { Tag::UNKNOWN }
    }

    /// The cut of these units in the text, whose sentence ends at this byte.
    pub(super) fn cut(&self, text: &str, sentence_end: usize, (first, last): (usize, usize)) -> Cut {
        let end = if last == self.len() { sentence_end } else { self.starts[last] };
        let span = Span::new(self.starts[first], end);
        let tag = match self.tag(first, last) {
            Tag::UNKNOWN => tag_by_writing(span.of(text)),
            tag => tag,
        };
        Cut { span, tag }
    }

    /// Appends the cuts of the words found.
    pub(super) fn cuts(&self, text: &str, sentence_end: usize, cuts: &mut Vec<Cut>) {
        cuts.extend(self.words().map(|word| self.cut(text, sentence_end, word)));
    }

    /// The score of these units as a word, apart from what the word before it adds.
    #[inline]
    pub(super) fn word(&self, model: &Model, start: usize, end: usize) -> i32 {
        let length = end - start;
        let shape = model.shape(length, self.sentence.known[start].get(length - 1).copied().unwrap_or(0));
        match length {
            1 => lane(self.scores[2 * MARGIN + start], WHOLE, ADDED) + shape,
            _ => self.heads[start] + self.tails[end] + shape,
        }
    }

    /// The same, added up from each unit's score in its role; nothing when the lattice has no such word.
    #[cfg(test)]
    pub(super) fn word_by_roles(&self, model: &Model, start: usize, end: usize) -> Option<i32> {
        let length = end - start;
        let alone = |unit: usize| self.sentence.walls[unit] as usize == unit;
        if length > LONGEST || length > 1 && (start..end).any(alone) {
            return None;
        }
        let role = |unit| match (unit == start, unit + 1 == end) {
            (true, true) => WHOLE,
            (true, false) => BEGIN,
            (false, true) => END,
            (false, false) => MIDDLE,
        };
        let roles =
            (start..end).map(|unit| lane(self.scores[2 * MARGIN + unit], role(unit), ADDED)).sum::<i32>();
        let known = self.sentence.known[start].get(length - 1).copied().unwrap_or(0);
        Some(roles + model.shape(length, known))
    }

    /// The last unit, and one more, of the longest word that may begin here.
    #[inline]
    pub(super) fn reach(&self, start: usize) -> usize {
        (self.sentence.walls[start] as usize).min(start + LONGEST).max(start + 1)
    }

    /// The best score of the words before a place whose last is long (0) or single (1).
    #[inline]
    pub(super) fn best(&self, place: usize) -> [i32; 2] {
        self.best[place]
    }

    /// One step back along the best path to a place, by the class of the word that ends there: where that word
    /// starts, and the class of the one before it.
    #[inline]
    pub(super) fn step(&self, end: usize, class: usize) -> (usize, usize) {
        let length = if class == 1 { 1 } else { usize::from(self.lengths[end]).max(1) };
        (end - length, usize::from(self.befores[end][class]))
    }

    /// Finds the words of the sentence.
    pub fn decode(&mut self, model: &Model) {
        self.sentence.complete(model.classes(), &model.words());
        let units = self.len();
        self.scores.clear();
        self.scores.resize(units + 4 * MARGIN, 0);
        for_each_pattern(&self.sentence, &mut Scorer { model, scores: &mut self.scores });
        self.walk(model);
        self.trace();
    }

    /// Forward over the places, keeping for each the best path whose last word is long, and is single.
    fn walk(&mut self, model: &Model) {
        let units = self.len();
        let scores = &self.scores[2 * MARGIN..];
        let score = |unit: usize, role: usize| lane(scores[unit], role, ADDED);
        // With sums of middles, a long word's units add up as one number at its start and one at its end.
        self.heads.clear();
        self.tails.clear();
        self.tails.push(0);
        let mut middles = 0;
        for unit in 0..units {
            self.tails.push(score(unit, END) + middles);
            middles += score(unit, MIDDLE);
            self.heads.push(score(unit, BEGIN) - middles);
        }
        self.best.clear();
        self.best.resize(units + 1, [NOWHERE; 2]);
        self.lengths.clear();
        self.lengths.resize(units + 1, 0);
        self.befores.clear();
        self.befores.resize(units + 1, [0; 2]);
        self.best[0][1] = 0;
        for start in 0..units {
            let before = self.best[start];
            // Which of the two to come from does not depend on how long the word is.
            let from = |single: usize| {
                let long = before[0] + model.follows(0, single);
                let one = before[1] + model.follows(1, single);
                if one > long { (one, 1) } else { (long, 0) }
            };
            let known = &self.sentence.known[start];
            let (sum, came_from) = from(1);
            self.best[start + 1][1] = sum + score(start, WHOLE) + model.shape(1, known[0]);
            self.befores[start + 1][1] = came_from;
            let last = (self.sentence.walls[start] as usize).min(start + LONGEST);
            if last < start + 2 {
                continue;
            }
            let (sum, came_from) = from(0);
            let head = sum + self.heads[start];
            let known = known[1..].iter().chain(std::iter::repeat(&0));
            let ends = self.best[start + 2..=last].iter_mut().zip(&self.tails[start + 2..=last]);
            for ((length, &known), (best, &tail)) in (2..).zip(known).zip(ends) {
                let sum = head + tail + model.shape(length, known);
                // Among equals the later start wins, which is the shorter word.
                if sum >= best[0] {
                    best[0] = sum;
                    self.lengths[start + length] = length as u8;
                    self.befores[start + length][0] = came_from;
                }
            }
        }
    }

    /// Back from the end along the best path.
    fn trace(&mut self) {
        self.ends.clear();
        let mut end = self.len();
        let [long, single] = self.best[end];
        let mut class = usize::from(single > long || end == 0);
        while end > 0 {
            self.ends.push(end);
            (end, class) = self.step(end, class);
        }
    }
}

/// Adds up the weights of patterns.
struct Scorer<'m, 's> {
    model: &'m Model,
    scores: &'s mut [u64],
}

impl Patterns for Scorer<'_, '_> {
    #[inline]
    fn ngram(&mut self, template: usize, key: u64, at: usize) {
        let shape = TEMPLATES[template];
        let first = (at + MARGIN).wrapping_add_signed(shape.first);
        let scores = &mut self.scores[first..first + shape.reach];
        match self.model.weights(template, key) {
            Some(weights) => {
                let (rows, _) = weights.as_chunks::<4>();
                scores.iter_mut().zip(rows).for_each(|(score, &row)| *score += lanes(row));
            }
            None => scores.iter_mut().for_each(|score| *score += NEUTRAL),
        }
    }

    #[inline]
    fn context(&mut self, view: usize, value: usize, at: usize) {
        self.scores[at + 2 * MARGIN] += self.model.context(view, value);
    }
}
