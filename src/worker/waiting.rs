//! Waiting: for a promise with a limit, and for the browser.

use gloo::timers::callback::Timeout;
use js_sys::{Array, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// Seconds waited at a time.
const STEP_SECONDS: u32 = 5;

/// The reason why a promise gave no value.
#[derive(Debug)]
pub(super) enum PromiseError {
    /// It took too long.
    TimedOut,
    /// It was rejected.
    Rejected(JsValue),
}

impl From<JsValue> for PromiseError {
    fn from(error: JsValue) -> Self {
        Self::Rejected(error)
    }
}

/// Waits for a promise, at most for this number of seconds. It waits in steps, so that a machine that slept meanwhile
/// loses one step and not the promise.
pub(super) async fn within(seconds: u32, promise: &Promise) -> Result<JsValue, PromiseError> {
    let over = JsValue::from(js_sys::Object::new());
    for _ in 0..seconds.div_ceil(STEP_SECONDS) {
        let mut timer = None;
        let step = Promise::new(&mut |resolve, _| {
            let over = over.clone();
            timer = Some(Timeout::new(STEP_SECONDS * 1_000, move || {
                // A promise's own function throws nothing.
                _ = resolve.call1(&JsValue::UNDEFINED, &over);
            }));
        });
        let first = JsFuture::from(Promise::race(&Array::of2(promise, &step))).await;
        drop(timer);
        match first {
            Ok(first) if first == over => {}
            Ok(value) => return Ok(value),
            Err(error) => return Err(PromiseError::Rejected(error)),
        }
    }
    Err(PromiseError::TimedOut)
}

/// Lets the browser deliver messages and paint.
pub(crate) async fn yield_to_browser() {
    let promise = Promise::new(&mut |resolve, _| {
        Timeout::new(0, move || {
            // A promise's own function throws nothing.
            _ = resolve.call0(&JsValue::UNDEFINED);
        })
        .forget();
    });
    // This promise is never rejected.
    _ = JsFuture::from(promise).await;
}
