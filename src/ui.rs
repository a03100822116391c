//! The page: addresses, state, words in two languages, and the components that draw them. It asks the analysis
//! thread and draws what comes back; it never counts or compares by itself.
//!
//! Features have a module each: [`first_screen`], [`reading`], [`comparing`], [`counting`], [`texts`] and [`dictionary`], and [`shell`] for
//! the frame around them. Every page is a file there, with its parts in a folder of its name. What several features use
//! is in [`results`], [`table`] and [`widgets`]. The table of all views is in [`routes`].

pub mod column_choice;
pub mod comparing;
pub mod corpora;
pub mod counting;
pub mod dictionary;
pub mod first_screen;
pub mod i18n;
pub mod labels;
pub mod reading;
pub mod results;
pub mod routes;
pub mod scopes;
pub mod share;
pub mod shared;
pub mod shell;
pub mod state;
pub mod table;
pub mod texts;
pub mod widgets;

mod browser;
mod hooks;
mod lang;
mod one_line;
mod store;

/// Draws the page into the element `app`, in place of the loading sentence or of the first screen that the build wrote.
pub fn start() {
    i18n::own_file::take_early();
    let standing = browser::element("app").map(|root| first_screen::standing::Standing::take(&root));
    let properties = shell::app::AppProps { standing: standing.unwrap_or_default() };
    match browser::element("app") {
        Some(root) => yew::Renderer::<shell::app::App>::with_root_and_props(root.into(), properties).render(),
        None => yew::Renderer::<shell::app::App>::with_props(properties).render(),
    };
}
