//! Word lists that steer cutting and counting. Knows nothing of texts.

mod stop_words;
mod terms;
mod user;

pub use stop_words::{is_stop_word, stop_words};
pub use terms::terms;
pub use user::{LONGEST, LexiconError, LexiconErrorKind, Rule, UserDictionary, UserEntry};
