//! Counting: frequency lists, keyness, concordances, collocates, phrases. All are pure functions; they know
//! words by number and never how they were found.

mod agreement;
mod collocates;
mod concordance;
mod extraction;
mod frequency;
mod keyness;
mod measures;
mod ngrams;
mod node;
mod phrases;
mod subcorpus;
mod suffixes;
mod terms;
#[cfg(test)]
mod test_support;

pub use agreement::{Agreement, Stretch};
pub use collocates::{Collocate, Collocates, Window, collocates};
pub use concordance::{Occurrence, occurrences};
pub use extraction::{WINDOW as TEXT_RANK_WINDOW, Weighted, text_rank, tf_idf};
pub use frequency::{Frequency, FrequencyList};
pub use keyness::{Keyword, keywords};
pub use measures::{StoryMeasures, WINDOW as VARIETY_WINDOW, story_measures};
pub use ngrams::{Ngram, ngrams};
pub use node::{Node, NodeError, WordPattern};
pub use phrases::{Phrase, Phrases, phrases};
pub use subcorpus::Subcorpus;
pub use terms::{Termhood, Thresholds, candidates};
