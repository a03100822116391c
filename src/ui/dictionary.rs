//! The reader's dictionary: its entries, and corrections of words in place.

pub mod draft;

pub(crate) mod corrector;
pub(crate) mod dictionary_page;
pub(crate) mod regional;
pub(crate) mod route;
pub(crate) mod selection;

mod correction;
mod effect;
mod entry_form;
mod entry_import;
mod entry_table;
