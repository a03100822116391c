//! The page: addresses, state, words in two languages, and the components that draw them. It asks the analysis
//! thread and draws what comes back; it never counts or compares by itself.

pub mod chart_file;
pub mod chart_svg;
pub mod citation;
pub mod collation;
pub mod comparisons;
pub mod components;
pub mod draft;
pub mod draft_view;
pub mod events;
pub mod i18n;
pub mod issues;
pub mod labels;
pub mod listings;
pub mod methods;
pub mod pdf;
pub mod proof;
pub mod questions;
pub mod routes;
pub mod scopes;
pub mod shared;
pub mod sigla;
pub mod state;
pub mod table;
pub mod theme;

mod app;
mod asker;
mod browser;
mod effects;
mod files;
mod hooks;
mod import;
mod intake;
mod keyboard;
mod pages;
mod selection;
mod settle;
mod store;

/// Draws the page into the element `app`, in place of the loading sentence.
pub fn start() {
    match browser::element("app") {
        Some(root) => yew::Renderer::<app::App>::with_root(root.into()).render(),
        None => yew::Renderer::<app::App>::new().render(),
    };
}
