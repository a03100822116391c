//! The worker's end: owns the engine, answers one query after another.

use std::cell::RefCell;

use js_sys::{Array, Uint8Array};
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use super::file::File;
use super::message::{Reply, Request};
use super::{Progress, Stage, WorkerFailure};
use crate::engine::{self, Engine, Step};

/// Answers from now on, first of all a greeting. Called once, by the worker's `main`.
pub fn serve() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let engine: RefCell<Option<Engine>> = RefCell::new(None);
    let port = scope.clone();
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let parts: Array = event.data().unchecked_into();
        let Some(request) = decode::<Request>(&parts.get(0)) else {
            // The handshake keeps other builds away, so these bytes are no request of ours: a browser extension's.
            return;
        };
        match request {
            Request::Greet => post(&port, &Reply::Hello { build: crate::BUILD.to_owned() }),
            Request::Open { sha256 } => {
                let model = parts.get(1).unchecked_into::<Uint8Array>().to_vec();
                match open(&port, model, sha256) {
                    Ok(opened) => {
                        post(&port, &Reply::Ready(opened.ready()));
                        engine.replace(Some(opened));
                    }
                    Err(failure) => post(&port, &Reply::Failed(failure)),
                }
            }
            Request::LoadDictionary { sha256 } => {
                let dictionary = parts.get(1).unchecked_into::<Uint8Array>().to_vec();
                if let Some(engine) = engine.borrow_mut().as_mut()
                    && let Err(failure) = load_dictionary(&port, engine, &dictionary, sha256)
                {
                    post(&port, &Reply::NoDictionary(failure));
                }
            }
            Request::Ask { ticket, query } => {
                if let Some(engine) = engine.borrow_mut().as_mut() {
                    let result = engine.handle(*query);
                    post(&port, &Reply::Answer { ticket, result });
                }
            }
        }
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
}

fn open(
    port: &DedicatedWorkerGlobalScope,
    model: Vec<u8>,
    sha256: Option<String>,
) -> Result<Engine, WorkerFailure> {
    let sha256 = sha256.unwrap_or_else(|| engine::sha256(&model));
    let whole = check(File::Model, model.len(), &sha256);
    // A file that cannot be read is told apart from one that can and is another.
    let engine = Engine::open_hashed(model, sha256, |step, done, total| tell(port, step, done, total))
        .map_err(WorkerFailure::FileBroken)?;
    whole.map(|()| engine)
}

fn load_dictionary(
    port: &DedicatedWorkerGlobalScope,
    engine: &mut Engine,
    dictionary: &[u8],
    sha256: Option<String>,
) -> Result<(), WorkerFailure> {
    let sha256 = sha256.unwrap_or_else(|| engine::sha256(dictionary));
    engine
        .load_dictionary(dictionary, |step, done, total| tell(port, step, done, total))
        .map_err(WorkerFailure::FileBroken)?;
    check(File::Dictionary, dictionary.len(), &sha256)
}

/// Whether a file is the one this build was made with.
fn check(file: File, bytes: usize, sha256: &str) -> Result<(), WorkerFailure> {
    if sha256 == file.expected_sha256() {
        return Ok(());
    }
    let bytes = u32::try_from(bytes).unwrap_or(u32::MAX);
    Err(WorkerFailure::FileChanged { address: file.address().to_owned(), bytes })
}

fn tell(port: &DedicatedWorkerGlobalScope, step: Step, done: u32, total: u32) {
    let stage = match step {
        Step::Lexicon => Stage::Lexicon,
        Step::Stories => Stage::Stories,
    };
    post(port, &Reply::Progress(Progress { stage, done, total }));
}

#[expect(clippy::expect_used, reason = "postcard writes any of our types into memory; the port is our own")]
fn post(port: &DedicatedWorkerGlobalScope, reply: &Reply) {
    let bytes = postcard::to_allocvec(reply).expect("replies are plain data");
    let bytes = Uint8Array::from(bytes.as_slice());
    let transfer = Array::of1(&bytes.buffer());
    port.post_message_with_transfer(&bytes, &transfer).expect("a worker's port accepts a buffer it owns");
}

/// Reads one message part; `None` when it is none of ours.
pub(super) fn decode<T: DeserializeOwned>(part: &JsValue) -> Option<T> {
    let bytes = part.dyn_ref::<Uint8Array>()?.to_vec();
    postcard::from_bytes(&bytes).ok()
}
