//! The reader's own texts: the ways to add them, their list, and the editor of one text.

pub mod import_status;
pub mod pdf;
pub mod session_status;
pub mod storage_notice;
pub mod text_editor;

pub(crate) mod arrivals;
pub(crate) mod drop_target;
pub(crate) mod files;
pub(crate) mod given;
pub(crate) mod import;
pub(crate) mod intake;
pub(crate) mod keeping;
pub(crate) mod paste_form;
pub(crate) mod route;
pub(crate) mod text_page;
pub(crate) mod texts_page;

mod bulk;
mod corpora_panel;
mod encoding_dialog;
mod import_panel;
mod text_table;
