//! What the page draws: plain data, sorted and finished, with no reference back into the engine.
//!
//! Every [`Range`] counts UTF-16 code units into the story's text, as JavaScript does. Field names in
//! JavaScript are those of `window.duidu`.

mod agreement;
pub mod chart;
mod comparison;
mod concordance;
mod counts;
mod dictionary;
mod doubt;
mod frame;
mod phrases;
mod similarity;
mod single_story;
mod story;
mod terms;

pub use agreement::{Parting, SegmentationPair, Stretch};
pub use comparison::{
    ComparedBlock, ComparedSentence, ComparedStory, Comparison, Counts, Detail, Difference, DifferenceType,
    Pair, Piece, Reuse,
};
pub use concordance::{CollocateRow, Collocates, Concordance, KwicRow};
pub use counts::{Keyness, KeynessMeasure, KeywordRow, WordList, WordRow, Writing};
pub use dictionary::{
    DictionaryChange, DictionaryEffect, DictionaryList, DictionaryRow, DictionarySort, EffectExample,
    StoryPlace, WordsAt,
};
pub use doubt::{DoubtfulWord, Doubts, FrequencyRange};
pub use frame::{Facts, Heading, Quote, Region, Regions};
pub use phrases::{PhraseRow, Phrases};
pub use similarity::Similarity;
pub use single_story::{KeywordWeight, Keywords, MeasuresRow};
pub use story::{BlockView, Range, Segmentation, Story, StoryRow, WordMark};
pub use terms::{TermRow, TermSource, TermTable};
