//! Word lists for segmenting and counting. Knows nothing of stories.

mod correction;
mod frequency_table;
mod of_people;
mod regional;
mod stop_words;
mod terms;
mod user;
mod user_file;

pub use correction::{
    Correction, DifferenceSide, Effect, Key, LONGEST, LexiconError, LexiconErrorKind, Place, Rule,
};
pub use frequency_table::{FrequencyTable, FrequencyTableError, FrequencyTableErrorKind};
pub use of_people::{surnames, titles};
pub use regional::{
    Region, RegionalError, RegionalErrorKind, RegionalPair, RegionalSet, RegionalWording, bundled_set,
    read_regional, regional_sets, write_regional,
};
pub use stop_words::{is_stop_word, stop_words};
pub use terms::terms;
pub use user::{Change, Edit, UserDictionary};
pub use user_file::{read, read_change, write, write_change};
