//! The reading order of a comparison: the rows of one flowing column, and the stops a reader walks along.
//! Pure functions of a comparison.

mod flow;
mod relatives;
mod stops;
#[cfg(test)]
pub(crate) mod tests;

pub use flow::{FlowRow, flow};
pub use relatives::{Relatives, drawn, is_alone, is_linked, links, related};
pub use stops::{Stop, alone, count, stops};

use crate::view::{ComparedSentence, ComparedStory, Comparison};

/// One of the two stories.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Side {
    /// The first, 甲.
    A,
    /// The second, 乙.
    B,
}

impl Side {
    /// Returns the side's letter in ids and style sheets.
    pub fn letter(self) -> &'static str {
        match self {
            Self::A => "a",
            Self::B => "b",
        }
    }

    /// Returns the story on this side.
    pub fn of(self, comparison: &Comparison) -> &ComparedStory {
        match self {
            Self::A => &comparison.a,
            Self::B => &comparison.b,
        }
    }

    /// Returns the other side.
    pub fn other(self) -> Self {
        match self {
            Self::A => Self::B,
            Self::B => Self::A,
        }
    }
}

/// A sentence of one side: its block and its place in the block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SentencePlace {
    /// Index of the block.
    pub block: usize,
    /// Index of the sentence in the block.
    pub sentence: usize,
}

impl SentencePlace {
    /// Returns the sentence at this place.
    pub fn of(self, story: &ComparedStory) -> Option<&ComparedSentence> {
        story.blocks.get(self.block)?.sentences.get(self.sentence)
    }
}

/// Iterates over the sentences of running text of a story, with their places, in reading order.
pub fn sentences(story: &ComparedStory) -> impl Iterator<Item = (SentencePlace, &ComparedSentence)> {
    story.blocks.iter().enumerate().flat_map(|(block, found)| {
        let numbered = found.sentences.iter().enumerate().filter(|(_, sentence)| sentence.number > 0);
        numbered.map(move |(sentence, found)| (SentencePlace { block, sentence }, found))
    })
}

/// Returns the numbers of the sentences of the other side that a sentence is paired with.
pub fn partners(comparison: &Comparison, side: Side, sentence: &ComparedSentence) -> Vec<u32> {
    let pairs = sentence.pairs.iter().filter_map(|&pair| comparison.pairs.get(pair as usize));
    pairs
        .map(|pair| match side {
            Side::A => pair.b_number,
            Side::B => pair.a_number,
        })
        .collect()
}

/// Returns true if the sentence before `number` is on this side only.
pub fn follows_alone(comparison: &Comparison, side: Side, number: u32) -> bool {
    let before = sentences(side.of(comparison)).find(|(_, found)| found.number + 1 == number);
    before.is_some_and(|(_, found)| is_alone(comparison, side, found))
}

/// Counts the numbered sentences of one side that have a partner.
pub fn paired(story: &ComparedStory) -> u32 {
    sentences(story).filter(|(_, sentence)| !sentence.pairs.is_empty()).map(|_| 1).sum()
}
