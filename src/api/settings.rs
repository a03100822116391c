//! The settings of the page where the browser keeps them: one closed list, for the page and for `window.duidu`.

use std::cell::RefCell;
use std::collections::BTreeMap;

use web_sys::Storage;

use crate::view::Setting;

/// What every name begins with that this site, or an earlier version of it, ever used.
const PREFIX: &str = "duidu";

/// Says that this site kept something here: when it is gone, somebody threw the site's data away.
const HERE: &str = "duidu.here";

thread_local! {
    /// What the browser did not take, as long as the page lasts.
    static UNKEPT: RefCell<BTreeMap<Setting, Option<String>>> = RefCell::default();
}

/// A private window may forbid it.
fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

/// A setting, if the reader ever chose it.
pub(crate) fn get(setting: Setting) -> Option<String> {
    let held = UNKEPT.with_borrow(|unkept| unkept.get(&setting).cloned());
    held.unwrap_or_else(|| storage()?.get_item(&setting.key()).ok()?)
}

/// Keeps a setting, or forgets it; says whether the browser took that. If not, it lasts as long as the page.
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

/// All that the reader chose, in the order of the list.
pub(crate) fn all() -> Vec<(Setting, String)> {
    Setting::ALL.into_iter().filter_map(|setting| Some((setting, get(setting)?))).collect()
}

/// Forgets everything this site keeps beside its database, and looks whether it is gone.
pub(crate) fn clear() -> bool {
    UNKEPT.with_borrow_mut(BTreeMap::clear);
    let found = web_sys::window().map(|window| window.local_storage());
    let storage = match found {
        Some(Ok(Some(storage))) => storage,
        // A browser without such a storage keeps nothing in it; what one forbids to look at nobody knows.
        Some(Ok(None)) | None => return true,
        Some(Err(_)) => return false,
    };
    for name in names(&storage) {
        // Whether it went is seen below.
        _ = storage.remove_item(&name);
    }
    names(&storage).is_empty()
}

fn names(storage: &Storage) -> Vec<String> {
    let length = storage.length().unwrap_or(0);
    (0..length).filter_map(|at| storage.key(at).ok()?).filter(|name| name.starts_with(PREFIX)).collect()
}

/// Leaves a mark beside the database.
pub(crate) fn leave_mark() {
    if let Some(storage) = storage() {
        // Without it, a database that is lost is written again only when the reader says so.
        _ = storage.set_item(HERE, "1");
    }
}

/// Whether the mark is still there.
pub(crate) fn has_mark() -> bool {
    storage().is_some_and(|storage| storage.get_item(HERE).is_ok_and(|mark| mark.is_some()))
}
