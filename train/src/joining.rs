//! Newspaper convention for a treebank without tags and trees, whose tokens the rules of `convention` cannot
//! join: a segmenter that has learnt from the other treebanks joins what it would not cut.
//!
//! Words begin and end only where tokens do, so that the treebank's own cuts hold.

use crate::data::Words;
use crate::example::{Example, Packed};
use crate::learn::{Index, Settings, Weights, best, learn};

/// A segmenter of pieces into words.
#[derive(Debug)]
pub(crate) struct Joining {
    index: Index,
    weights: Weights,
}

impl Joining {
    /// Learns from examples in newspaper convention.
    pub(crate) fn learn(examples: &[Example], lists: &Packed, settings: &Settings) -> Self {
        let (index, weights) = learn(examples, lists, settings);
        Self { index, weights }
    }

    /// Joins the pieces of a sentence.
    pub(crate) fn join(&mut self, pieces: &Words, lists: &Packed) -> Words {
        let example = Example::of(pieces).within(pieces);
        let ends = best(&mut self.index, &self.weights, &example, lists);
        let ends: Vec<usize> =
            ends.into_iter().filter_map(|end| Some(example.units.get(end)?.start)).collect();
        let mut words = Words::new();
        let (mut at, mut open) = (0, false);
        for (piece, space) in pieces {
            match words.last_mut() {
                Some(word) if open => {
                    word.0.push_str(piece);
                    word.1 = *space;
                }
                _ => words.push((piece.clone(), *space)),
            }
            at += piece.len();
            open = !space && ends.binary_search(&at).is_err();
            at += usize::from(*space);
        }
        words
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lists::Lists;
    use crate::pack;

    fn words(line: &str) -> Words {
        line.split(' ').map(|word| (word.to_owned(), false)).collect()
    }

    #[test]
    fn pieces_are_joined_as_was_learnt_and_never_cut() {
        let lists = pack::lists(Lists::read("", ""));
        let settings = Settings { least: 1, rate: 0.3, ..Settings::default() };
        let learnt: Vec<Example> = ["加速度 大", "進度 大", "三 度", "他 加速", "加速 三 度"]
            .map(|line| Example::of(&words(line)))
            .into();
        let mut joining = Joining::learn(&learnt, &lists, &settings);
        let mut joined = |line| joining.join(&words(line), &lists);
        assert_eq!(joined("加速 度 大"), words("加速度 大"));
        assert_eq!(joined("他加速 三 度"), words("他加速 三 度"));
    }
}
