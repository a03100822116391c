//! What comes of files that the reader gives: texts are imported, session files opened.

use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Blob;

use super::asker::Asker;
use super::files::Picked;
use super::i18n::Language;
use super::state::{Action, AppState, Notice, Severity};
use super::theme::Theme;
use crate::view::SessionChange;
use crate::worker::ImportOptions;

/// The settings of the page, by their names in a session file.
pub(super) fn settings(state: &AppState) -> Vec<(String, String)> {
    let setting = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    vec![setting("language", state.language.tag()), setting("theme", state.theme.name())]
}

/// Bytes at the beginning of a file in which a session file says what it is.
const HEAD: i32 = 4_096;

/// What it says there.
const MARK: &str = "\"duidu-session\"";

/// Takes files in. A session file is told by what it says of itself, because other programs write .json as well.
pub(super) fn take(asker: &Asker, files: Vec<Picked>) {
    let is_json = |picked: &Picked| picked.name.to_ascii_lowercase().ends_with(".json");
    let (json, texts): (Vec<_>, Vec<_>) = files.into_iter().partition(is_json);
    asker.import(texts, &ImportOptions::default());
    let asker = asker.clone();
    spawn_local(async move {
        let (mut sessions, mut texts) = (Vec::new(), Vec::new());
        for picked in json {
            let is_session = head(&picked).await.is_some_and(|head| head.contains(MARK));
            if is_session { &mut sessions } else { &mut texts }.push(picked);
        }
        asker.import(texts, &ImportOptions::default());
        sessions.into_iter().for_each(|session| open_session(&asker, session));
    });
}

async fn head(picked: &Picked) -> Option<String> {
    let blob: &Blob = picked.file.as_ref();
    let head = blob.slice_with_i32_and_i32(0, HEAD).ok()?;
    JsFuture::from(head.text()).await.ok()?.as_string()
}

/// Opens a session file and takes its settings up.
pub(super) fn open_session(asker: &Asker, picked: Picked) {
    let asker = asker.clone();
    spawn_local(async move {
        let blob: &Blob = picked.file.as_ref();
        let text = JsFuture::from(blob.text()).await.ok().and_then(|text| text.as_string());
        let Some(json) = text else { return asker.tell("notice-not-text") };
        let told = asker.clone();
        asker.import_session(json, move |change| take_up(&told, change));
    });
}

fn take_up(asker: &Asker, change: &SessionChange) {
    for (name, value) in &change.settings {
        match name.as_str() {
            "language" => {
                Language::from_tag(value)
                    .into_iter()
                    .for_each(|language| asker.dispatch(Action::Speak(language)));
            }
            "theme" => {
                Theme::from_name(value).into_iter().for_each(|theme| asker.dispatch(Action::Dress(theme)))
            }
            // A later version may have settings that this one has not.
            _ => {}
        }
    }
    let arguments =
        vec![("texts", change.texts.pages.len().to_string()), ("entries", change.entries.to_string())];
    let (severity, key) = (Severity::Info, "notice-session-opened");
    asker.dispatch(Action::Tell(Notice { severity, key, arguments, action: None }));
    if let Some(notice) = super::labels::unkept(&change.texts) {
        asker.dispatch(Action::Tell(notice));
    }
}
