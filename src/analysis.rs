//! Counting: frequency lists, keyness, concordances, collocates, phrases. All are pure functions; they know
//! words by number and never how they were found.

mod collocates;
mod concordance;
mod extraction;
mod frequency;
mod keyness;
mod measures;
mod ngrams;
mod node;
mod phrases;
mod plain;
mod segmentations;
mod subcorpus;
mod suffixes;
mod terms;
#[cfg(test)]
mod test_support;

pub use collocates::{Collocate, CollocateCounts, Window, collocates};
pub use concordance::{Occurrence, occurrences};
pub use extraction::{WINDOW as TEXT_RANK_WINDOW, Weighted, text_rank, tf_idf};
pub use frequency::{Frequency, FrequencyList};
pub use keyness::{KeynessCounts, keyness_counts};
pub use measures::{StoryMeasures, WINDOW as VARIETY_WINDOW, story_measures};
pub use ngrams::{Ngram, clusters, ngrams};
pub use node::{Node, NodeError, TextPattern, WordPattern};
pub use phrases::{Phrase, RepeatedPhrases, phrases};
pub use plain::plain_occurrences;
pub use segmentations::{ComparedSegmentations, ComparedStretch};
pub use subcorpus::Subcorpus;
pub use terms::{Termhood, Thresholds, candidates};
