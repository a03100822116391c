//! The settings of the page as stored by the browser: one closed list, for the page and for `window.duidu`.

use std::cell::RefCell;
use std::collections::BTreeMap;

use web_sys::Storage;

use crate::view::Setting;

/// Prefix of every name that this site, or an earlier version of it, ever used.
const PREFIX: &str = "duidu";

/// Name of the mark that this site stored something here; if it is gone, the site's data were deleted.
const HERE: &str = "duidu.here";

thread_local! {
    /// Values that the browser did not store, for as long as the page lasts.
    static UNKEPT: RefCell<BTreeMap<Setting, Option<String>>> = RefCell::default();
}

/// Returns the storage, which a private window may forbid.
fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

/// Returns a setting, if the reader ever chose it.
pub(crate) fn get(setting: Setting) -> Option<String> {
    let held = UNKEPT.with_borrow(|unkept| unkept.get(&setting).cloned());
    held.unwrap_or_else(|| storage()?.get_item(&setting.key()).ok()?)
}

/// Stores or removes a setting; returns whether the browser did so. If not, it lasts as long as the page.
pub(crate) fn put(setting: Setting, value: Option<&str>) -> bool {
    let kept = storage().is_some_and(|storage| match value {
        Some(value) => storage.set_item(&setting.key(), value).is_ok(),
        None => storage.remove_item(&setting.key()).is_ok(),
    });
    UNKEPT.with_borrow_mut(|unkept| {
        if kept {
            unkept.remove(&setting);
        } else {
            unkept.insert(setting, value.map(str::to_owned));
        }
    });
    kept
}

/// Returns all settings that the reader chose, in the order of the list.
pub(crate) fn all() -> Vec<(Setting, String)> {
    Setting::ALL.into_iter().filter_map(|setting| Some((setting, get(setting)?))).collect()
}

/// Removes everything this site stores outside its database; returns true if it is gone.
pub(crate) fn clear() -> bool {
    UNKEPT.with_borrow_mut(BTreeMap::clear);
    let found = web_sys::window().map(|window| window.local_storage());
    let storage = match found {
        Some(Ok(Some(storage))) => storage,
        // A browser without such a storage stores nothing in it; the content of a forbidden one is unknown.
        Some(Ok(None)) | None => return true,
        Some(Err(_)) => return false,
    };
    for name in names(&storage) {
        // The result is checked below.
        _ = storage.remove_item(&name);
    }
    names(&storage).is_empty()
}

fn names(storage: &Storage) -> Vec<String> {
    let length = storage.length().unwrap_or(0);
    (0..length).filter_map(|at| storage.key(at).ok()?).filter(|name| name.starts_with(PREFIX)).collect()
}

/// Stores the mark outside the database.
pub(crate) fn leave_mark() {
    if let Some(storage) = storage() {
        // Without it, a lost database is written again only if the reader says so.
        _ = storage.set_item(HERE, "1");
    }
}

/// Returns true if the mark is still there.
pub(crate) fn has_mark() -> bool {
    storage().is_some_and(|storage| storage.get_item(HERE).is_ok_and(|mark| mark.is_some()))
}
