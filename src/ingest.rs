//! From pages to stories. Ingest cannot fail: what it drops or joins it reports, with its place.

mod bundle;
mod draft;
mod editorial;
mod encoding;
mod positioned;
mod source;
mod story;
mod unwrap;

pub use bundle::{PAGES, bundled_stories, same_event};
pub use draft::{CutOptions, Draft, DraftBlock, DraftStory, Unwrap};
pub use encoding::Encoding;
pub use positioned::{
    POSITIONED_HEADER, PositionedPage, PositionedRun, lay_out, positioned_bytes, positioned_text,
};
pub use source::{FileError, FileFailure, Format, Metadata, Source};
pub use story::{BlockKind, IngestWarning, Story, StoryBlock, WarningKind};
pub use unwrap::{join_lines, unwrap};
