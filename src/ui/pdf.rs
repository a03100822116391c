//! The seam for PDFs: their bytes become bytes that the worker's import takes.

use js_sys::ArrayBuffer;

use crate::ingest::FileError;

/// The bytes of a PDF's positioned text, to be imported under the PDF's own name.
///
/// `progress` hears of pages done and of all pages. When `is_cancelled` says so the reading ends with `Ok(None)`.
pub async fn read_pdf(
    bytes: ArrayBuffer,
    progress: impl FnMut(u32, u32) + 'static,
    is_cancelled: impl Fn() -> bool + 'static,
) -> Result<Option<Vec<u8>>, FileError> {
    let _ = (bytes, progress, is_cancelled);
    Err(FileError::UnknownFormat { extension: "pdf".to_owned() })
}
