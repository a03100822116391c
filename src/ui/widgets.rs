//! Parts of several features: fields, choices, pickers, placeholders and notices. None of them knows a page.

pub mod bar;
pub mod choices;
pub mod notice;
pub mod scope_detail;
pub mod story_picker;

pub(crate) mod columns_field;
pub(crate) mod confirm;
pub(crate) mod cuts_field;
pub(crate) mod fields;
pub(crate) mod fold_field;
pub(crate) mod name_corpus;
pub(crate) mod scope_picker;
pub(crate) mod units_choice;
pub(crate) mod waiting;

mod by_hand;
mod narrow;
