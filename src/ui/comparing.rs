//! Comparing: two stories side by side, several on one event, and text that stories share.

pub mod compare;
pub mod events;
pub mod facts;
pub mod pairs;
pub mod sigla;
pub mod similarity;
pub mod sources;
pub mod story_set;
pub mod witnesses;

pub(crate) mod dots;
pub(crate) mod report;

pub(crate) mod downloads;
mod foldings;
mod growing;
mod marked;
mod runs;
mod walk_bar;
