//! Questions that count words.
//!
//! Each has defaults, so that a caller names only what differs from them.

mod collocates;
mod concordance;
mod keyness;
mod keywords;
mod measures;
mod phrases;
mod words;

pub use collocates::CollocatesQuestion;
pub use concordance::{ConcordanceQuestion, ContextUnit, Near, SortKey};
pub use keyness::{KeynessQuestion, ReferenceCorpus};
pub use keywords::{KeywordMethod, KeywordsQuestion};
pub use measures::{FrequencyRangeQuestion, MeasuresQuestion, TermsQuestion};
pub use phrases::{NgramsQuestion, PhrasesQuestion};
pub use words::{StopWords, WordFilter, WordListQuestion};

/// The keys of units that every question here takes.
const UNITS: &[&str] = &["mode", "terms"];

/// Returns the default number of words searched on each side.
fn usual_span() -> u32 {
    5
}
