//! The model, which arrives after the first screen: the bundled stories bring their words along.

use std::cell::RefCell;

use js_sys::{Array, Function, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::{Service, check, post};
use crate::engine;
use crate::worker::WorkerFailure;
use crate::worker::file::File;
use crate::worker::message::Reply;

/// A promise that is kept when the model is loaded.
pub(super) struct ModelState {
    loaded: Promise,
    /// The function that keeps it; `None` once it has been.
    keep: RefCell<Option<Function>>,
}

impl Default for ModelState {
    fn default() -> Self {
        let mut keep = None;
        let loaded = Promise::new(&mut |resolve, _| keep = Some(resolve));
        Self { loaded, keep: RefCell::new(keep) }
    }
}

impl ModelState {
    /// Returns true if the model is loaded.
    pub(super) fn is_loaded(&self) -> bool {
        self.keep.borrow().is_none()
    }

    /// Waits until the model is loaded. If it cannot be, the page ends this thread.
    pub(super) async fn arrived(&self) {
        if !self.is_loaded() {
            // This promise is never rejected.
            _ = JsFuture::from(self.loaded.clone()).await;
        }
    }
}

impl Service {
    /// Loads the model, and does what waited for it.
    pub(super) fn load_model(&self, sha256: Option<String>, parts: &Array) {
        let model = parts.get(1).unchecked_into::<Uint8Array>().to_vec();
        let sha256 = sha256.unwrap_or_else(|| engine::sha256(&model));
        let whole = check(File::Model, model.len(), &sha256);
        let loaded = match &mut *self.engine.borrow_mut() {
            // A file that cannot be read is another failure than one that can be read and is another.
            Some(engine) => engine.load_model(model, sha256).map_err(WorkerFailure::FileBroken).and(whole),
            // The page sends it to a thread that is ready.
            None => return,
        };
        if let Err(failure) = loaded {
            return post(&self.port, &Reply::Failed(failure));
        }
        if let Some(keep) = self.model.keep.take() {
            // A promise's own function throws nothing.
            _ = keep.call0(&JsValue::UNDEFINED);
        }
    }
}
