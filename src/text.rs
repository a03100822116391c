//! Printed text: spans, character classes, folding for look-up, sentences. Knows neither stories nor words.

mod beginning;
mod cell;
mod chars;
mod date;
mod fold;
mod order_by;
mod saturating;
mod script;
mod sentence;
mod span;
mod symbol;
mod utf16;
pub mod value;

pub use beginning::{abridged, beginning, ems, parts};
pub use cell::{as_cell, as_cell_of_csv, of_cell};
pub use chars::{is_closing, is_han, is_sentence_end, is_word_character};
pub use date::{date_parts, day_number, day_of, is_date};
pub use fold::{fold, fold_char};
pub use order_by::OrderBy;
pub use saturating::saturating_u32;
pub use script::{Script, is_script_pair, script};
pub use sentence::sentences;
pub use span::{Span, from, up_to};
pub use symbol::{is_symbol, is_unseen};
pub use utf16::Utf16Map;
