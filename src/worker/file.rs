//! The files that segmentation needs, fetched with progress. The page keeps the bytes, so that a worker that is
//! restarted needs no network.

use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, ReadableStreamDefaultReader, RequestInit, Response};

use super::waiting::{PromiseError, within};
use super::{Progress, Stage, WorkerFailure};

/// Seconds without a byte of a file after which the connection counts as dead. On a slow one something still arrives.
const STALLED_SECONDS: u32 = 60;

/// One of the files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum File {
    /// The model of the accurate segmenter, without which nothing begins.
    Model,
    /// jieba's dictionary, for the questions that need it.
    Dictionary,
}

impl File {
    /// Returns its address, relative to the page.
    pub(super) fn address(self) -> &'static str {
        match self {
            Self::Model => "model/segmenter.bin",
            Self::Dictionary => "dictionary/jieba.txt",
        }
    }

    /// Returns the SHA-256, in hexadecimal, of the one this build was made with: counts made with another, or with half
    /// of it, would differ.
    #[cfg(feature = "worker")]
    pub(super) fn expected_sha256(self) -> &'static str {
        match self {
            Self::Model => env!("DUIDU_MODEL_SHA256"),
            Self::Dictionary => crate::DICTIONARY_SHA256,
        }
    }

    fn stage(self) -> Stage {
        match self {
            Self::Model => Stage::Model,
            Self::Dictionary => Stage::Dictionary,
        }
    }
}

/// A fetched file.
#[derive(Clone)]
pub(super) struct Fetched {
    pub(super) bytes: Uint8Array,
    /// Its SHA-256 in hexadecimal; `None` if the browser does not compute it, on pages without TLS.
    pub(super) sha256: Option<String>,
}

/// Fetches a file, and reports after each chunk how many bytes have arrived.
pub(super) async fn fetch(file: File, on_progress: impl Fn(Progress)) -> Result<Fetched, WorkerFailure> {
    let address = || file.address().to_owned();
    let bytes = read(file, &on_progress).await.map_err(|error| match error {
        PromiseError::TimedOut => WorkerFailure::FileStalled { address: address(), seconds: STALLED_SECONDS },
        PromiseError::Rejected(error) => {
            WorkerFailure::FileMissing { address: address(), detail: describe(&error) }
        }
    })?;
    // Without a hash from the browser, the worker computes it: slower, and the same.
    let sha256 = digest(&bytes).await.ok();
    Ok(Fetched { bytes, sha256 })
}

async fn digest(bytes: &Uint8Array) -> Result<String, JsValue> {
    let crypto = web_sys::window().ok_or("no window")?.crypto()?;
    if Reflect::get(&crypto, &"subtle".into())?.is_undefined() {
        return Err("no digest outside a secure context".into());
    }
    let digest = crypto.subtle().digest_with_str_and_buffer_source("SHA-256", bytes)?;
    let digest = Uint8Array::new(&JsFuture::from(digest).await?).to_vec();
    Ok(digest.iter().map(|byte| format!("{byte:02x}")).collect())
}

async fn read(file: File, on_progress: &impl Fn(Progress)) -> Result<Uint8Array, PromiseError> {
    let abort = AbortController::new()?;
    let bytes = read_until(file, &abort, on_progress).await;
    if bytes.is_err() {
        abort.abort();
    }
    bytes
}

async fn read_until(
    file: File,
    abort: &AbortController,
    on_progress: &impl Fn(Progress),
) -> Result<Uint8Array, PromiseError> {
    let window = web_sys::window().ok_or_else(|| JsValue::from_str("no window"))?;
    let options = RequestInit::new();
    options.set_signal(Some(&abort.signal()));
    let response = window.fetch_with_str_and_init(file.address(), &options);
    let response: Response = within(STALLED_SECONDS, &response).await?.dyn_into()?;
    if !response.ok() {
        let said = format!("{} {}", response.status(), response.status_text());
        return Err(JsValue::from_str(&said).into());
    }
    let total = response.headers().get("content-length")?.and_then(|length| length.parse().ok()).unwrap_or(0);
    let body = response.body().ok_or_else(|| JsValue::from_str("the answer has no body"))?;
    let reader: ReadableStreamDefaultReader = body.get_reader().dyn_into().map_err(JsValue::from)?;
    let mut chunks: Vec<Uint8Array> = Vec::new();
    let mut done: u32 = 0;
    loop {
        let step = within(STALLED_SECONDS, &reader.read()).await?;
        if Reflect::get(&step, &"done".into())?.is_truthy() {
            break;
        }
        let chunk: Uint8Array = Reflect::get(&step, &"value".into())?.dyn_into()?;
        done = done.saturating_add(chunk.length());
        chunks.push(chunk);
        // A server that compresses announces the compressed length, which is of no use here.
        on_progress(Progress { stage: file.stage(), done, total: if total >= done { total } else { 0 } });
    }
    let whole = Uint8Array::new_with_length(done);
    let mut at = 0;
    for chunk in chunks {
        whole.set(&chunk, at);
        at += chunk.length();
    }
    Ok(whole)
}

/// Returns the message of an exception.
pub(super) fn describe(error: &JsValue) -> String {
    Reflect::get(error, &"message".into())
        .ok()
        .and_then(|message| message.as_string())
        .or_else(|| error.as_string())
        .unwrap_or_else(|| format!("{error:?}"))
}
