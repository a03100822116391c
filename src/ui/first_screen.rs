//! The first screen: two boxes for two texts, and the comparison that they lead to.

pub(crate) mod start_page;
pub(crate) mod way_in;

mod example;
mod own_choice;
mod submission;
mod text_box;
