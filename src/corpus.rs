//! Stories in memory: documents of typed blocks, their words as columns, and scopes over them. Knows nothing
//! of segmentation or counting.

mod blocks;
mod collection;
mod document;
mod scope;
mod tokens;
mod units;
mod variants;
mod vocabulary;
mod written_scope;

pub use blocks::BlockKinds;
pub use collection::{Corpus, Replaced};
pub use document::{Block, Document, script_of};

pub use crate::ingest::BlockKind;
pub use scope::{DateError, InScope, Scope, StoryFacts, StoryFilter, folders, is_own_page};
pub use tokens::{Token, Tokens};
pub use units::{Mode, Terms, Units};
pub use variants::{Grouping, Variants};
pub use vocabulary::{Vocabulary, WordId};
