//! Word lists that steer cutting and counting. Knows nothing of texts.

mod frequency_table;
mod regional;
mod stop_words;
mod terms;
mod user;

pub use frequency_table::{FrequencyTable, FrequencyTableError, FrequencyTableErrorKind};
pub use regional::{Region, RegionalError, RegionalErrorKind, RegionalPair, RegionalWording};
pub use stop_words::{is_stop_word, stop_words};
pub use terms::terms;
pub use user::{LONGEST, LexiconError, LexiconErrorKind, Rule, UserDictionary, UserEntry};
