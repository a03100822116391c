//! The frame around every page: the app, its navigation, tabs, keys and settings, and the way to the analysis thread.

pub mod offline;
pub mod rail;
pub mod theme;

pub(crate) mod app;
pub(crate) mod asker;
pub(crate) mod frame;
pub(crate) mod keyboard;
pub(crate) mod questions;
pub(crate) mod tabbed;
pub(crate) mod tabs;

mod about;
mod focus;
mod keys_dialog;
mod messages;
pub(crate) mod missing_texts;
mod not_found;
mod pages;
mod progress;
mod settings;
