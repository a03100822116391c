//! Reading: the pages and stories loaded, one story word by word, and its segmentation by two segmenters.

pub mod happenings;
pub mod issues;
pub mod story_text;

mod marked_names;

pub(crate) mod papers;
pub(crate) mod read;
pub(crate) mod segmenters;
pub(crate) mod story_list;
