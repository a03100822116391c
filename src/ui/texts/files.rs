//! Files from the reader: chosen, dropped (also as folders), or pasted.

use crate::text::OrderBy;
use std::collections::VecDeque;

use js_sys::{Array, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DataTransfer, File, FileList, FileSystemDirectoryEntry, FileSystemDirectoryReader, FileSystemEntry,
    FileSystemFileEntry,
};

/// A file that is not read yet, and its name with its folders.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Picked {
    pub(crate) name: String,
    pub(crate) file: File,
}

/// Returns the files of an input field or of the clipboard.
pub(crate) fn of_list(list: &FileList) -> Vec<Picked> {
    (0..list.length()).filter_map(|place| list.get(place)).map(picked).filter(is_meant).collect()
}

/// A drop. Its entries must be taken during the event; the contents of folders are read later.
pub(crate) struct Dropped {
    entries: Vec<FileSystemEntry>,
    files: Vec<Picked>,
}

impl Dropped {
    /// Takes the contents of a drop event.
    pub(crate) fn of(carried: &DataTransfer) -> Self {
        let items = carried.items();
        let items = (0..items.length()).filter_map(|place| items.get(place));
        let entries: Vec<FileSystemEntry> =
            items.filter_map(|item| item.webkit_get_as_entry().ok().flatten()).collect();
        // A drop made by a script has files but no entries.
        let files = if entries.is_empty() { carried.files().as_ref().map(of_list) } else { None };
        Self { entries, files: files.unwrap_or_default() }
    }

    /// Returns true if nothing was dropped.
    pub(crate) fn is_empty(&self) -> bool {
        self.entries.is_empty() && self.files.is_empty()
    }

    /// Returns all files, with those inside folders, in the order of their names.
    pub(crate) async fn files(self) -> Vec<Picked> {
        let mut found = self.files;
        let mut left: VecDeque<FileSystemEntry> = self.entries.into();
        while let Some(entry) = left.pop_front() {
            if entry.is_directory() {
                left.extend(inside(entry.unchecked_into()).await);
            } else if let Some(file) = file(entry.unchecked_ref()).await {
                let path = entry.full_path();
                found.push(Picked { name: path.trim_start_matches('/').to_owned(), file });
            }
        }
        found.retain(is_meant);
        found.order_by(|one, other| one.name.cmp(&other.name));
        found
    }
}

fn picked(file: File) -> Picked {
    let path = Reflect::get(&file, &"webkitRelativePath".into()).ok().and_then(|path| path.as_string());
    let name = path.filter(|path| !path.is_empty()).unwrap_or_else(|| file.name());
    Picked { name, file }
}

/// Returns true for a file the reader meant to give: not hidden, and not put there by the system.
fn is_meant(picked: &Picked) -> bool {
    let hidden = |part: &str| part.starts_with('.') || part == "__MACOSX";
    !picked.name.split('/').any(hidden) && !matches!(base(&picked.name), "Thumbs.db" | "desktop.ini")
}

/// Returns a name without its folders.
fn base(name: &str) -> &str {
    name.rsplit('/').next().unwrap_or(name)
}

async fn file(entry: &FileSystemFileEntry) -> Option<File> {
    let promise = Promise::new(&mut |resolve, reject| {
        entry.file_with_callback_and_callback(&resolve, &reject);
    });
    JsFuture::from(promise).await.ok()?.dyn_into().ok()
}

/// Lists a folder's entries; the browser gives them in parts, until one is empty.
async fn inside(folder: FileSystemDirectoryEntry) -> Vec<FileSystemEntry> {
    let reader = folder.create_reader();
    let mut found = Vec::new();
    while let Some(part) = part(&reader).await.filter(|part| part.length() > 0) {
        found.extend(part.iter().filter_map(|entry| entry.dyn_into().ok()));
    }
    found
}

async fn part(reader: &FileSystemDirectoryReader) -> Option<Array> {
    let promise = Promise::new(&mut |resolve, reject| {
        if let Err(error) = reader.read_entries_with_callback_and_callback(&resolve, &reject) {
            let _ = reject.call1(&JsValue::NULL, &error);
        }
    });
    JsFuture::from(promise).await.ok()?.dyn_into().ok()
}
