//! Reading ahead: small files are on their way from the disk while earlier ones are cut.

use js_sys::{Array, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Blob;

/// Number of files that are read ahead.
const AHEAD: u32 = 8;

/// Maximum number of bytes of a file that is read ahead, since all of them are in memory together.
const SMALL: f64 = 262_144.0;

/// A file of an import.
pub(super) struct GivenFile {
    /// Its bytes on the disk.
    pub(super) blob: Blob,
    /// Its bytes, if they are on their way.
    pub(super) buffer: Option<Promise>,
}

/// The files of an import that are on their way, in the order in which they were given.
#[derive(Default)]
pub(super) struct ReadAhead {
    /// The first file that was not looked at yet.
    next: u32,
    reading: Vec<(u32, Promise)>,
}

impl ReadAhead {
    /// Returns the file of this number, and begins to read the following ones. `parts` are the message with the names, then
    /// the files.
    pub(super) fn file(&mut self, number: u32, parts: &Array) -> GivenFile {
        let files = parts.length().saturating_sub(1);
        for following in self.next.max(number)..files.min(number.saturating_add(AHEAD)) {
            let blob = blob(following, parts);
            if blob.size() <= SMALL {
                let buffer = blob.array_buffer();
                // Its error is told when its turn comes; until then it is not to be an unhandled one.
                let read = JsFuture::from(buffer.clone());
                spawn_local(async move { _ = read.await });
                self.reading.push((following, buffer));
            }
            self.next = following.saturating_add(1);
        }
        let place = self.reading.iter().position(|(known, _)| *known == number);
        GivenFile { blob: blob(number, parts), buffer: place.map(|place| self.reading.swap_remove(place).1) }
    }
}

fn blob(number: u32, parts: &Array) -> Blob {
    let part: JsValue = parts.get(number.saturating_add(1));
    part.unchecked_into()
}
