//! The first screen: two boxes for two texts, and the comparison that they lead to.

pub(crate) mod standing;
pub(crate) mod start_page;
pub(crate) mod way_in;
#[cfg(feature = "ssr")]
pub mod written;

mod example;
mod own_choice;
mod submission;
mod text_box;
