//! Conversion of pages into stories. Ingest cannot fail: it reports everything it drops or joins, with its place.

#![cfg_attr(not(test), warn(clippy::arithmetic_side_effects, clippy::indexing_slicing, clippy::string_slice))]

mod alike;
mod bundle;
mod cleaning;
mod collatex;
mod cut;
mod dates;
mod decode;
mod detect;
mod draft;
mod editorial;
mod encoding;
mod files;
mod format;
mod likelihood;
mod naming;
mod one_form;
mod outlet;
mod pace;
mod page;
mod positioned;
mod source;
mod story;
mod task;
mod unwrap;

pub use bundle::{PAGES, bundled_stories, same_event};
pub use collatex::CollatexInput;
pub use cut::{cut, cut_in_steps, cut_known};
pub use decode::{Decoded, decode};
pub use draft::{CutOptions, Draft, DraftBlock, DraftStory, Unwrap};
pub use encoding::Encoding;
pub use files::{
    FILE_LIMIT as LARGEST_FILE, FileText, Files, Gate, ReadOptions, read_file, read_file_guarded,
};
pub use format::{FactsLine, facts_lines};
pub use naming::{NamePattern, PatternError};
pub use pace::Pause;
pub use page::{Caution, CautionKind, EditError, FactSource, FactSources, Page, PageEdit, PageStory};
pub(crate) use positioned::character as of_radical;
pub use positioned::{
    POSITIONED_HEADER, PositionedPage, PositionedRun, lay_out, positioned_bytes, positioned_text,
};
pub use source::{FileError, FileFailure, Format, Metadata, OriginalLine, Source};
pub use story::{BlockKind, IngestWarning, Story, StoryBlock, WarningKind};
pub use task::{ReadAgain, ReadTask, TaskResult};
pub use unwrap::{join_lines, unwrap};
