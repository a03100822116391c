//! What the margins tell a reader: how sure each word is, where a word may end, and the reading that comes second.

use super::lattice::Scratch;
use super::margins::{CERTAIN, Margins, difference};
use super::{AccurateSegmenter, Cut};
use crate::text::Span;

/// A word in doubt and the best reading without it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// The number of the word among the cuts of the text, from nought.
    pub token: usize,
    /// By how much the text's best reading beats the other, from nought, in the model's scores.
    pub margin: i32,
    /// The words of the other reading around the word, from the nearest boundary before it that both readings
    /// have to the nearest after it; where there is none within 16 units, from there.
    pub words: Vec<Cut>,
}

impl Doubt {
    /// The stretch of text over which the two readings differ.
    pub fn span(&self) -> Span {
        match (self.words.first(), self.words.last()) {
            (Some(first), Some(last)) => Span { start: first.span.start, end: last.span.end },
            _ => Span::default(),
        }
    }
}

/// A place where a word may end, and how sure it is that one does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Boundary {
    /// The byte of the text.
    pub at: u32,
    /// The best score with a boundary here less the best without: a boundary is found where it is positive, and
    /// [`CERTAIN`] where no word can go across.
    pub margin: i32,
}

impl AccurateSegmenter {
    /// Appends the words of `text` to `cuts`, the same as [`Segmenter::segment`](super::Segmenter::segment), and
    /// for each its margin to `margins`: by how much the best reading beats the best that lacks the word. This is
    /// the smallest margin of the word's two boundaries and of the places inside it. It is never negative;
    /// [`CERTAIN`] where there is no other reading.
    pub fn segment_with_margins(&self, text: &str, cuts: &mut Vec<Cut>, margins: &mut Vec<i32>) {
        self.look(text, |scratch, look, end| {
            scratch.cuts(text, end, cuts);
            margins.extend(scratch.words().map(|(first, last)| {
                difference(look.best(scratch), look.without_word(scratch, first, last).0)
            }));
        });
    }

    /// The places between two units of `text`, in order, with their margins.
    pub fn boundaries(&self, text: &str) -> Vec<Boundary> {
        let mut boundaries = Vec::new();
        self.look(text, |scratch, look, end| {
            let inner =
                (1..scratch.len()).map(|place| (scratch.start(place), look.of_boundary(scratch, place)));
            let outer = (end < text.len()).then_some((end, CERTAIN));
            boundaries.extend(
                inner.chain(outer).map(|(at, margin)| Boundary { at: Span::new(at, at).start, margin }),
            );
        });
        boundaries
    }

    /// The words of `text` whose margin lies below `below`, each with the reading that comes second.
    pub fn doubts(&self, text: &str, below: i32) -> Vec<Doubt> {
        let mut doubts = Vec::new();
        let mut tokens = 0;
        self.look(text, |scratch, look, end| {
            for (token, (first, last)) in (tokens..).zip(scratch.words()) {
                let margin = difference(look.best(scratch), look.without_word(scratch, first, last).0);
                if margin < below {
                    let words = look.other(scratch, &self.model, first, last);
                    let words = words.into_iter().map(|word| scratch.cut(text, end, word)).collect();
                    doubts.push(Doubt { token, margin, words });
                }
            }
            tokens += scratch.words().count();
        });
        doubts
    }

    /// Wherever `form` stands in `text` and may be a word: by how much the best reading with it as a word beats
    /// the best without. Positive where it is found as a word.
    ///
    /// With this a frequency can be given as a range: how many are words at least by some margin, and how many
    /// at most.
    pub fn margins_of(&self, text: &str, form: &str) -> Vec<(Span, i32)> {
        let mut found = Vec::new();
        if form.is_empty() || !text.contains(form) {
            return found;
        }
        let mut look = Margins::default();
        self.for_each_sentence(text, |scratch, end| {
            let limit = |unit: usize| if unit == scratch.len() { end } else { scratch.start(unit) };
            let mut words = Vec::new();
            for first in 0..scratch.len() {
                let start = scratch.start(first);
                if text.get(start..end).is_some_and(|text| text.starts_with(form)) {
                    let last = (first + 1..=scratch.len()).find(|&last| limit(last) >= start + form.len());
                    words.extend(
                        last.filter(|&last| limit(last) == start + form.len()).map(|last| (first, last)),
                    );
                }
            }
            if words.is_empty() {
                return;
            }
            scratch.decode(&self.model);
            look.look_back(scratch, &self.model);
            for (first, last) in words {
                if let Some(margin) = look.of_word(scratch, &self.model, first, last) {
                    let start = scratch.start(first);
                    found.push((Span::new(start, start + form.len()), margin));
                }
            }
        });
        found
    }

    /// Decodes each sentence forward and backward.
    fn look(&self, text: &str, mut sentence: impl FnMut(&Scratch, &Margins, usize)) {
        let mut look = Margins::default();
        self.for_each_sentence(text, |scratch, end| {
            scratch.decode(&self.model);
            look.look_back(scratch, &self.model);
            sentence(scratch, &look, end);
        });
    }
}
