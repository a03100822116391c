//! Word lists that steer cutting and counting. Knows nothing of texts.

<<<<<<< HEAD
mod frequency_table;
=======
mod regional;
>>>>>>> ca826ac (Script and regional wording as details of a difference; headings, datelines of both stories as facts)
mod stop_words;
mod terms;
mod user;

<<<<<<< HEAD
pub use frequency_table::{FrequencyTable, FrequencyTableError, FrequencyTableErrorKind};
=======
pub use regional::{Region, RegionalError, RegionalErrorKind, RegionalPair, RegionalWording};
>>>>>>> ca826ac (Script and regional wording as details of a difference; headings, datelines of both stories as facts)
pub use stop_words::{is_stop_word, stop_words};
pub use terms::terms;
pub use user::{LONGEST, LexiconError, LexiconErrorKind, Rule, UserDictionary, UserEntry};
