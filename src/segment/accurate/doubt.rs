//! Doubts from margins: the certainty of each word, the possible boundaries, and the second-best reading.

use super::lattice::Scratch;
use super::margins::{CERTAIN, Margins, difference};
use super::{AccurateSegmenter, TokenSpan};
use crate::text::Span;

/// A word in doubt and the best reading without it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// The index of the word among the tokens of the text.
    pub token: usize,
    /// The margin by which the text's best reading beats the other, 0 or more, in the model's scores.
    pub margin: i32,
    /// The words of the other reading around the word, from the nearest boundary before it that both readings
    /// have to the nearest after it; if there is none within 16 units, from there.
    pub words: Vec<TokenSpan>,
}

impl Doubt {
    /// Returns the stretch of text over which the two readings differ.
    pub fn span(&self) -> Span {
        match (self.words.first(), self.words.last()) {
            (Some(first), Some(last)) => Span { start: first.span.start, end: last.span.end },
            _ => Span::default(),
        }
    }
}

/// A possible word boundary, with its margin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Boundary {
    /// Its byte offset in the text.
    pub at: u32,
    /// The best score with a boundary here less the best without: positive if a boundary is found here, and
    /// [`CERTAIN`] if no word can extend across.
    pub margin: i32,
}

impl AccurateSegmenter {
    /// Appends the words of `text` to `tokens`, the same as [`Segmenter::segment`](super::Segmenter::segment),
    /// and for each its margin to `margins`: by how much the best reading beats the best that lacks the word.
    /// This is the smallest margin of the word's two boundaries and of the places inside it. It is never
    /// negative; [`CERTAIN`] if there is no other reading.
    pub fn segment_with_margins(&self, text: &str, tokens: &mut Vec<TokenSpan>, margins: &mut Vec<i32>) {
        self.look(text, |scratch, look, end| {
            scratch.tokens(text, end, tokens);
            margins.extend(scratch.words().map(|(first, last)| {
                difference(look.best(scratch), look.without_word(scratch, first, last).0)
            }));
        });
    }

    /// Returns the places between two units of `text`, in order, with their margins.
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

    /// Returns the words of `text` whose margin is less than `below`, each with the second-best reading.
    pub fn doubts(&self, text: &str, below: i32) -> Vec<Doubt> {
        let mut doubts = Vec::new();
        let mut tokens = 0;
        self.look(text, |scratch, look, end| {
            for (token, (first, last)) in (tokens..).zip(scratch.words()) {
                let margin = difference(look.best(scratch), look.without_word(scratch, first, last).0);
                if margin < below {
                    let words = look.other(scratch, &self.model, first, last);
                    let words = words.into_iter().map(|word| scratch.token(text, end, word)).collect();
                    doubts.push(Doubt { token, margin, words });
                }
            }
            tokens += scratch.words().count();
        });
        doubts
    }

    /// Returns every occurrence of `form` in `text` that may be a word, with its margin: by how much the best
    /// reading with it as a word beats the best without. Positive if it is found as a word.
    ///
    /// With this a frequency can be given as a range: the number of words at least by some margin, and the
    /// number at most.
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

    /// Decodes each sentence forward and backward and calls `sentence` with the result.
    fn look(&self, text: &str, mut sentence: impl FnMut(&Scratch, &Margins, usize)) {
        let mut look = Margins::default();
        self.for_each_sentence(text, |scratch, end| {
            scratch.decode(&self.model);
            look.look_back(scratch, &self.model);
            sentence(scratch, &look, end);
        });
    }
}
