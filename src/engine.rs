//! The whole API of the app: one [`Query`] in, one [`Answer`] out. Owns corpus, segmenter and caches; knows
//! no browser.

mod error;
mod query;

pub use error::EngineError;
pub use query::{Answer, LexiconInfo, Query, Ready, SegmentMode};
