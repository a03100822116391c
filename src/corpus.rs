//! Stories as the app holds them: documents of typed blocks, their words as columns, and scopes over them.
//! Knows nothing of how words are found or counted.

mod collection;
mod document;
mod scope;
mod tokens;
mod units;
mod vocabulary;

pub use collection::Corpus;
pub use document::{Block, Document};

pub use crate::ingest::BlockKind;
pub use scope::{Scope, StoryFilter};
pub use tokens::{Token, Tokens};
pub use units::{Mode, Units};
pub use vocabulary::{Vocabulary, WordId};
