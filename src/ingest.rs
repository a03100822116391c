//! From pages to stories. Ingest cannot fail: what it drops or joins it reports, with its place.

mod bundle;
mod collatex;
mod draft;
mod editorial;
mod encoding;
mod source;
mod story;
mod unwrap;

pub use bundle::{PAGES, bundled_stories, same_event};
pub use collatex::CollatexInput;
pub use draft::{CutOptions, Draft, DraftBlock, DraftStory, Unwrap};
pub use encoding::Encoding;
pub use source::{FileError, FileFailure, Format, Metadata, Source};
pub use story::{BlockKind, IngestWarning, Story, StoryBlock, WarningKind};
pub use unwrap::{join_lines, unwrap};
