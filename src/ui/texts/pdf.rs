//! PDFs: `static/pdf-reader.js`, loaded for the first, packs a PDF into bytes that the worker imports.

use js_sys::{ArrayBuffer, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use crate::ingest::FileError;
use crate::ui::browser;

#[wasm_bindgen]
extern "C" {
    /// Loads a module with JavaScript's `import()`.
    #[wasm_bindgen(js_name = "import")]
    fn import(address: &str) -> Promise;
}

/// Reads the positioned text of a PDF into bytes, to be imported under the PDF's own name.
///
/// `progress` receives pages done and all pages. If `is_cancelled` returns true, the result is `Ok(None)`.
pub async fn read_pdf(
    bytes: ArrayBuffer,
    progress: impl FnMut(u32, u32) + 'static,
    is_cancelled: impl Fn() -> bool + 'static,
) -> Result<Option<Uint8Array>, FileError> {
    let progress = Closure::<dyn FnMut(u32, u32)>::new(progress);
    let is_cancelled = Closure::<dyn FnMut() -> bool>::new(is_cancelled);
    let address = browser::place("pdf-reader.js").ok_or(FileError::PdfUnavailable)?;
    let packed = async {
        let module = JsFuture::from(import(&address)).await.map_err(|_| FileError::PdfUnavailable)?;
        let read: Function = Reflect::get(&module, &JsValue::from_str("readPacked"))
            .and_then(|read| read.dyn_into())
            .map_err(|_| FileError::PdfUnavailable)?;
        let reading = read
            .call3(&JsValue::NULL, &bytes, progress.as_ref(), is_cancelled.as_ref())
            .and_then(|promise| promise.dyn_into::<Promise>());
        match reading {
            Ok(reading) => match JsFuture::from(reading).await {
                Ok(packed) => Ok(Some(Uint8Array::new(&packed))),
                Err(error) => reason(&error),
            },
            Err(error) => reason(&error),
        }
    };
    packed.await
}

/// Converts an error of `static/pdf-reader.js`, by its name there.
fn reason(error: &JsValue) -> Result<Option<Uint8Array>, FileError> {
    let part = |name: &str| {
        Reflect::get(error, &JsValue::from_str(name))
            .ok()
            .and_then(|part| part.as_string())
            .unwrap_or_default()
    };
    Err(match part("name").as_str() {
        "Cancelled" => return Ok(None),
        "NoTextLayer" => FileError::NoTextLayer,
        "Encrypted" => FileError::Encrypted,
        "Missing" => FileError::PdfUnavailable,
        _ => FileError::Broken { detail: part("message") },
    })
}
