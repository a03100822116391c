//! Counting: frequency lists, keyness, concordances. Functions of their arguments; they know words by number and
//! never how they were found.

mod agreement;
mod concordance;
mod frequency;
mod keyness;
mod terms;

pub use agreement::{Agreement, Stretch};
pub use concordance::{Occurrence, occurrences};
pub use frequency::{Frequency, FrequencyList};
pub use keyness::{Keyword, keywords};
pub use terms::{Termhood, Thresholds, candidates};
