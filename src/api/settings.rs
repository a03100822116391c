//! The settings that a session carries: what the page keeps under its own names in the browser's small storage.

use web_sys::Storage;

/// What the names of our settings begin with.
const PREFIX: &str = "duidu";

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

/// Every setting, by name.
pub(super) fn read() -> Vec<(String, String)> {
    let Some(storage) = storage() else { return Vec::new() };
    let length = storage.length().unwrap_or(0);
    let names = (0..length).filter_map(|at| storage.key(at).ok()?).filter(|name| name.starts_with(PREFIX));
    let mut settings: Vec<(String, String)> =
        names.filter_map(|name| Some((name.clone(), storage.get_item(&name).ok()??))).collect();
    settings.sort();
    settings
}

/// Puts settings where the page finds them when it is loaded next. Names that are not ours are passed over.
pub(super) fn write(settings: &[(String, String)]) {
    let Some(storage) = storage() else { return };
    for (name, value) in settings.iter().filter(|(name, _)| name.starts_with(PREFIX)) {
        // Where the browser refuses, the page keeps the settings it has.
        _ = storage.set_item(name, value);
    }
}
