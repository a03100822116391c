//! The engine of the package for npm, which exports `Notebook`.

#[cfg(target_family = "wasm")]
pub use duidu::package::Notebook;

fn main() {}
