//! A worker that runs: how it is started, spoken to, and ended.

use gloo::timers::callback::Timeout;
use js_sys::{Array, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{ErrorEvent, Event, MessageEvent, Worker, WorkerOptions, WorkerType};

use super::Client;
use crate::worker::message::Request;
use crate::worker::work::Work;

/// How long a worker may take to say hello; a slow phone on a slow line needs seconds, not a minute.
pub(super) const PATIENCE_SECONDS: u32 = 60;

/// The property of the window under which `boot.js` leaves the worker it started.
const EARLY_WORKER: &str = "duiduWorker";

/// A worker and what must live as long as it does.
pub(super) struct Running {
    worker: Worker,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(Event)>,
    _patience: Timeout,
}

impl Drop for Running {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

impl Running {
    /// Starts a worker, or takes over the one that was started early; what it says goes to `client`.
    pub(super) fn spawn(client: &Client) -> Result<Self, JsValue> {
        let worker = match started_early() {
            Some(worker) => worker,
            None => {
                let options = WorkerOptions::new();
                options.set_type(WorkerType::Module);
                // The build in the address keeps a worker of another build out of the browser's cache.
                Worker::new_with_options(&format!("worker-start.js?v={}", crate::BUILD), &options)?
            }
        };

        let hearing = client.clone();
        let on_message = Closure::new(move |event: MessageEvent| hearing.hear(&event));
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));

        let mourning = client.clone();
        let on_error = Closure::new(move |event: Event| {
            event.prevent_default();
            let mourning = mourning.clone();
            // A script that cannot be fetched sends a plain event, which has no message.
            let detail = event
                .dyn_ref::<ErrorEvent>()
                .map_or_else(|| "worker-start.js".to_owned(), ErrorEvent::message);
            // The worker's handler must not be dropped while it runs.
            spawn_local(async move { mourning.mourn(detail) });
        });
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));

        let waiting = client.clone();
        let patience = Timeout::new(PATIENCE_SECONDS * 1_000, move || waiting.lose_patience());
        let running = Self { worker, _on_message: on_message, _on_error: on_error, _patience: patience };
        running.send(&Request::Greet, &[]);
        Ok(running)
    }

    /// Sends a request, with bytes beside it.
    #[expect(
        clippy::expect_used,
        reason = "postcard writes any of our types; a clone of a byte array can be posted"
    )]
    pub(super) fn send(&self, request: &Request, beside: &[&Uint8Array]) {
        let bytes = postcard::to_allocvec(request).expect("requests are plain data");
        let parts = Array::of1(&Uint8Array::from(bytes.as_slice()));
        for bytes in beside {
            parts.push(bytes);
        }
        self.worker.post_message(&parts).expect("byte arrays can be cloned");
    }

    /// Sends a piece of work. The bytes of an import are cloned and stay here: a worker that takes this one's place
    /// goes on where it was.
    pub(super) fn begin(&self, ticket: u32, work: &Work) {
        match work {
            Work::Ask(query) => self.send(&Request::Ask { ticket, query: query.clone() }, &[]),
            Work::Import(import) => self.send(&import.request(ticket), &import.bytes()),
        }
    }
}

/// The worker that `boot.js` started while the page's own code was still on its way. It is taken over once; if it
/// could not be loaded, `boot.js` took it away, and the page starts another to hear what is wrong.
fn started_early() -> Option<Worker> {
    let window = web_sys::window()?;
    let worker = Reflect::get(&window, &EARLY_WORKER.into()).ok()?.dyn_into().ok()?;
    Reflect::delete_property(&window, &EARLY_WORKER.into()).ok()?;
    Some(worker)
}
