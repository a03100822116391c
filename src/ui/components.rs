//! What the pages are made of. A component draws its properties and keeps nothing but hover, focus and drafts.

pub mod apparatus;
pub mod bar;
pub mod choices;
pub mod columns;
pub mod finding;
pub mod flow_column;
pub mod notice;
pub mod rail;
pub mod sentence;
pub mod story_picker;
pub mod story_text;

pub(crate) mod connectors;
pub(crate) mod correction;
pub(crate) mod effect;
pub(crate) mod entry_form;
pub(crate) mod entry_table;
pub(crate) mod frame;
pub(crate) mod keys_dialog;
pub(crate) mod mark_filter;
pub(crate) mod overview;
pub(crate) mod progress;
pub(crate) mod proof_panel;
pub(crate) mod results;
pub(crate) mod scope_picker;
pub(crate) mod settings;
pub(crate) mod story_list;
pub(crate) mod units_choice;
pub(crate) mod waiting;
pub(crate) mod walker;
