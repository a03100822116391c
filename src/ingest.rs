//! From pages to stories. Ingest cannot fail: what it drops or joins it reports, with its place.

mod bundle;
mod editorial;
mod story;
mod unwrap;

pub use bundle::{PAGES, bundled_stories, same_event};
pub use story::{BlockKind, IngestWarning, Story, StoryBlock, WarningKind};
pub use unwrap::{join_lines, unwrap};
