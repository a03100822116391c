//! A worker that runs: its start, its messages and its end.

use gloo::timers::callback::{Interval, Timeout};
use js_sys::{Array, Function, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{ErrorEvent, Event, MessageEvent, Worker};

use super::Client;
use super::heartbeat::BEAT_SECONDS;
use crate::worker::message::Request;
use crate::worker::work::Work;

/// The property of the window under which `boot.js` leaves the worker it started.
const EARLY_WORKER: &str = "duiduWorker";

/// The function of the window with which `boot.js` starts workers: it knows what the browser requires.
const START: &str = "duiduThread";

/// Milliseconds that a worker which failed has to post the cause. Its message and the browser's event come in either
/// order.
const ERROR_MILLISECONDS: u32 = 500;

/// A worker, with the handlers that must live as long as it does.
pub(super) struct Running {
    worker: Worker,
    /// Tells its messages from those of the worker before it.
    pub(super) number: u32,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(Event)>,
    _beats: Interval,
}

impl Drop for Running {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

impl Running {
    /// Starts a worker, or takes over the one that was started early; its messages go to `client`.
    pub(super) fn spawn(client: &Client, number: u32) -> Result<Self, JsValue> {
        let worker = match started_early() {
            Some(worker) => worker,
            None => start()?,
        };

        let receiver = client.clone();
        let on_message = Closure::new(move |event: MessageEvent| receiver.on_message(&event, number));
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));

        let receiver = client.clone();
        let on_error = Closure::new(move |event: Event| {
            event.prevent_default();
            let receiver = receiver.clone();
            // A script that cannot be fetched sends a plain event, which has no message, and posts nothing itself.
            let detail = event.dyn_ref::<ErrorEvent>().map(ErrorEvent::message);
            let wait = if detail.is_some() && receiver.is_greeted() { ERROR_MILLISECONDS } else { 0 };
            let detail = detail.unwrap_or_else(|| "worker-start.js".to_owned());
            Timeout::new(wait, move || receiver.on_worker_error(detail, number)).forget();
        });
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));

        let receiver = client.clone();
        let beats = Interval::new(BEAT_SECONDS * 1_000, move || {
            let receiver = receiver.clone();
            // The timer must not be dropped while it runs.
            spawn_local(async move { receiver.on_beat(number) });
        });
        let running = Self { worker, number, _on_message: on_message, _on_error: on_error, _beats: beats };
        running.send(&Request::Greet, [])?;
        Ok(running)
    }

    /// Sends a request, with the values that are cloned beside it.
    #[expect(clippy::expect_used, reason = "postcard writes any of our types into memory")]
    pub(super) fn send<'a>(
        &self,
        request: &Request,
        beside: impl IntoIterator<Item = &'a JsValue>,
    ) -> Result<(), JsValue> {
        let bytes = postcard::to_allocvec(request).expect("requests are plain data");
        let bytes = Uint8Array::from(bytes.as_slice());
        let parts = Array::of1(&bytes);
        for part in beside {
            parts.push(part);
        }
        self.worker.post_message_with_transfer(&parts, &Array::of1(&bytes.buffer()))
    }

    /// Sends a piece of work.
    pub(super) fn begin(&self, ticket: u32, work: &Work) -> Result<(), JsValue> {
        match work {
            Work::Ask(query) => self.send(&Request::Ask { ticket, query: query.clone() }, []),
            Work::Import(import) => self.send(&import.request(ticket), import.blobs()),
        }
    }
}

/// Returns the worker that `boot.js` started while the page's own code was still loading. It is taken over once; if it
/// could not be loaded, `boot.js` removed it, and the page starts another to get its error.
fn started_early() -> Option<Worker> {
    let window = web_sys::window()?;
    let worker = Reflect::get(&window, &EARLY_WORKER.into()).ok()?.dyn_into().ok()?;
    Reflect::delete_property(&window, &EARLY_WORKER.into()).ok()?;
    Some(worker)
}

/// Starts a worker; `boot.js` adds the name of the build to its address.
fn start() -> Result<Worker, JsValue> {
    let window = web_sys::window().ok_or("no window")?;
    let start: Function = Reflect::get(&window, &START.into())?.dyn_into()?;
    Ok(start.call1(&JsValue::UNDEFINED, &"worker-start.js".into())?.unchecked_into())
}
