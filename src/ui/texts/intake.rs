//! Files that the reader gives: texts are imported, session files opened.

use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Blob;

use super::files::Picked;
use crate::ui::i18n::key;
use crate::ui::shell::asker::Asker;
use crate::ui::state::{Action, BoxStep};
use crate::worker::ImportOptions;

/// Bytes at the beginning of a file in which a session file says what it is.
const HEAD: i32 = 4_096;

/// What it says there.
const MARK: &str = "\"duidu-session\"";

/// Takes files in. A session file is told by what it says of itself, because other programs write .json as well.
pub(in crate::ui) fn take(asker: &Asker, files: Vec<Picked>) {
    let is_json = |picked: &Picked| picked.name.to_ascii_lowercase().ends_with(".json");
    let asker = asker.clone();
    spawn_local(async move {
        let (mut sessions, mut texts) = (Vec::new(), Vec::new());
        for picked in files {
            let is_session = is_json(&picked) && head(&picked).await.is_some_and(|head| head.contains(MARK));
            if is_session { &mut sessions } else { &mut texts }.push(picked);
        }
        if texts.is_empty() {
            // A box that waits for them waits no longer.
            asker.dispatch(Action::Box(BoxStep::Imported(Vec::new())));
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

/// Opens a session file.
pub(super) fn open_session(asker: &Asker, picked: Picked) {
    let asker = asker.clone();
    spawn_local(async move {
        let blob: &Blob = picked.file.as_ref();
        let text = JsFuture::from(blob.text()).await.ok().and_then(|text| text.as_string());
        match text {
            Some(json) => asker.import_session(json),
            None => asker.tell(key!("notice-not-text")),
        }
    });
}
