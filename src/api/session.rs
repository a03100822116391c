//! `window.duidu.session` and `duidu.clear`. Every change is in force and stored when its promise resolves.

use js_sys::{Function, Object, Promise, Reflect};
use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::arguments::string;
use super::sessions::{SessionOpened, SessionTakenBack, Sessions};
use super::texts::{call, refused, unkept};
use super::{error_named, error_of, plain};
use crate::engine::ArgumentError;
use crate::view::{Beside, RefusedSetting, Setting, Unkept};

/// Adds the functions to `window.duidu`.
#[expect(clippy::expect_used, reason = "properties can be set on a fresh object")]
pub(super) fn install(sessions: &Sessions, api: &Object) {
    let session = Object::new();
    let set = |object: &Object, name: &str, function: fn(&Sessions, &JsValue) -> Promise| {
        let sessions = sessions.clone();
        let function =
            Closure::<dyn Fn(JsValue) -> Promise>::new(move |argument| function(&sessions, &argument));
        Reflect::set(object, &name.into(), &function.into_js_value())
            .expect("a fresh object takes properties");
    };
    set(api, "clear", |sessions, _| clear(sessions));
    set(&session, "export", |sessions, _| export(sessions));
    set(&session, "import", |sessions, json| refused(open(sessions, json)));
    set(&session, "undo", |sessions, _| undo(sessions));
    Reflect::set(api, &"session".into(), &session).expect("a fresh object takes properties");
}

/// Clears all data of the reader's: texts, dictionary and settings.
fn clear(sessions: &Sessions) -> Promise {
    promised(|settle| {
        sessions.clear(move |result| {
            settle(match result {
                Ok(None) => Ok(JsValue::UNDEFINED),
                Ok(Some(why)) => Err(error_named("NotCleared", &not_cleared(&why))),
                Err(failure) => Err(error_of(&failure)),
            });
        });
    })
}

fn export(sessions: &Sessions) -> Promise {
    promised(|settle| {
        sessions.export(String::new(), move |result| {
            settle(result.map(JsValue::from).map_err(|it| error_of(&it)))
        });
    })
}

fn open(sessions: &Sessions, json: &JsValue) -> Result<Promise, ArgumentError> {
    let json = string(json, "json")?;
    Ok(promised(|settle| {
        sessions.import(json, move |result| {
            settle(match result {
                Ok(SessionOpened { change, .. }) if change.texts.unkept.is_some() => {
                    unkept(change.texts.unkept)
                }
                Ok(opened) => Ok(plain(&OpenedValue::from(opened))),
                Err(failure) => Err(error_of(&failure)),
            });
        });
    }))
}

fn undo(sessions: &Sessions) -> Promise {
    promised(|settle| {
        sessions.undo(move |result| {
            settle(match result {
                Ok(SessionTakenBack { undone, .. }) if undone.unkept.is_some() => unkept(undone.unkept),
                Ok(SessionTakenBack { undone, settings }) => {
                    let (texts, entries, changed) = (undone.texts, undone.entries, undone.changed);
                    Ok(plain(&TakenBackValue { texts, entries, settings, changed }))
                }
                Err(failure) => Err(error_of(&failure)),
            });
        });
    })
}

/// The result of opening a session file.
#[derive(Serialize)]
struct OpenedValue {
    texts: OpenedTexts,
    dictionary: OpenedEntries,
    settings: OpenedSettings,
}

#[derive(Serialize)]
struct OpenedTexts {
    added: Vec<String>,
    already: u32,
    beside: Vec<Beside>,
}

#[derive(Serialize)]
struct OpenedEntries {
    added: u32,
    already: u32,
    /// The file's lines that contradict entries here; the entries here are kept.
    conflicts: Vec<String>,
    homeless: u32,
    entries: u32,
}

#[derive(Serialize)]
struct OpenedSettings {
    taken: Vec<Setting>,
    already: Vec<Setting>,
    stays: Vec<Setting>,
    refused: Vec<RefusedSetting>,
}

/// The result of undoing it.
#[derive(Serialize)]
struct TakenBackValue {
    texts: u32,
    entries: u32,
    settings: u32,
    /// Number of items that were changed since, and are kept.
    changed: u32,
}

impl From<SessionOpened> for OpenedValue {
    fn from(opened: SessionOpened) -> Self {
        let SessionOpened { change, taken, same, stays } = opened;
        let entries = change.entries;
        Self {
            texts: OpenedTexts { added: change.texts.pages, already: change.already, beside: change.beside },
            dictionary: OpenedEntries {
                added: entries.added,
                already: entries.already,
                conflicts: entries.conflicts.lines().map(str::to_owned).collect(),
                homeless: entries.homeless,
                entries: entries.entries,
            },
            settings: OpenedSettings { taken, already: same, stays, refused: change.refused },
        }
    }
}

fn not_cleared(why: &Unkept) -> String {
    format!(
        "What this window held is cleared, but something may still be kept in this browser ({why}). Close the other windows of this site and call `duidu.clear()` again, or clear the site's data in the browser's own settings."
    )
}

/// Returns a promise that `begin` settles once through the function passed to it.
fn promised(begin: impl FnOnce(Box<dyn FnOnce(Result<JsValue, JsValue>)>)) -> Promise {
    let mut begin = Some(begin);
    Promise::new(&mut |resolve: Function, reject: Function| {
        // A promise calls its executor once.
        let Some(begin) = begin.take() else { return };
        begin(Box::new(move |result| match result {
            Ok(value) => call(&resolve, &value),
            Err(error) => call(&reject, &error),
        }));
    })
}
