//! The threads that run: their start, their messages and their end.

use gloo::timers::callback::{Interval, Timeout};
use js_sys::{Array, Function, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{ErrorEvent, Event, MessageEvent, MessagePort, Worker};

use super::Client;
use super::heartbeat::BEAT_SECONDS;
use crate::worker::message::{Request, encode};
use crate::worker::work::Work;

/// The address of the analysis thread's script.
const SCRIPT: &str = "worker-start.js";

/// The property of the window under which `boot.js` leaves the worker it started.
const EARLY_WORKER: &str = "duiduWorker";

/// The function of the window with which `boot.js` starts workers: it knows what the browser requires.
const START: &str = "duiduThread";

/// Milliseconds that a worker which failed has to post the cause. Its message and the browser's event come in either
/// order.
const ERROR_MILLISECONDS: u32 = 500;

/// A thread, with the handlers that must live as long as it does.
pub(super) struct Thread {
    worker: Worker,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(Event)>,
}

impl Drop for Thread {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

impl Thread {
    /// Starts a thread from a script beside the page. `on_error` gets the browser's message, or the script's name if
    /// there is none: a script that cannot be fetched sends a plain event.
    pub(super) fn start(
        script: &'static str,
        on_message: impl Fn(&MessageEvent) + 'static,
        on_error: impl Fn(String) + Clone + 'static,
    ) -> Result<Self, JsValue> {
        let wait = |detail: Option<&String>| if detail.is_some() { ERROR_MILLISECONDS } else { 0 };
        Ok(Self::of(start(script)?, script, on_message, on_error, wait))
    }

    /// Takes over a worker; an error is handled after `wait` milliseconds, in which the thread may post the cause.
    fn of(
        worker: Worker,
        script: &'static str,
        on_message: impl Fn(&MessageEvent) + 'static,
        on_error: impl Fn(String) + Clone + 'static,
        wait: impl Fn(Option<&String>) -> u32 + 'static,
    ) -> Self {
        let on_message =
            Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| on_message(&event));
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        let on_error = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
            event.prevent_default();
            let detail = event.dyn_ref::<ErrorEvent>().map(ErrorEvent::message);
            let (wait, on_error) = (wait(detail.as_ref()), on_error.clone());
            let detail = detail.unwrap_or_else(|| script.to_owned());
            Timeout::new(wait, move || on_error(detail)).forget();
        });
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        Self { worker, _on_message: on_message, _on_error: on_error }
    }

    /// Sends a request, with the values that are cloned beside it.
    pub(super) fn send<'a>(
        &self,
        request: &Request,
        beside: impl IntoIterator<Item = &'a JsValue>,
    ) -> Result<(), JsValue> {
        let (bytes, buffer) = encode(request);
        let parts = Array::of1(&bytes);
        for part in beside {
            parts.push(part);
        }
        self.worker.post_message_with_transfer(&parts, &buffer)
    }

    /// Sends it a port to another thread.
    pub(super) fn connect(&self, port: &MessagePort) -> Result<(), JsValue> {
        let (bytes, buffer) = encode(&Request::Connect);
        buffer.push(port);
        self.worker.post_message_with_transfer(&Array::of1(&bytes), &buffer)
    }
}

/// The analysis thread.
pub(super) struct Running {
    pub(super) thread: Thread,
    /// Tells its messages from those of the one before it.
    pub(super) number: u32,
    _beats: Interval,
}

impl Running {
    /// Starts it, or takes over the one that was started early; its messages go to `client`.
    pub(super) fn spawn(client: &Client, number: u32) -> Result<Self, JsValue> {
        let worker = match started_early() {
            Some(worker) => worker,
            None => start(SCRIPT)?,
        };
        let (receiver, failed, greeted) = (client.clone(), client.clone(), client.clone());
        let thread = Thread::of(
            worker,
            SCRIPT,
            move |event| receiver.on_message(event, number),
            move |detail| failed.on_worker_error(detail, number),
            // A script that cannot be fetched posts nothing itself.
            move |detail| if detail.is_some() && greeted.is_greeted() { ERROR_MILLISECONDS } else { 0 },
        );
        let receiver = client.clone();
        let beats = Interval::new(BEAT_SECONDS * 1_000, move || {
            let receiver = receiver.clone();
            // The timer must not be dropped while it runs.
            spawn_local(async move { receiver.on_beat(number) });
        });
        let running = Self { thread, number, _beats: beats };
        running.send(&Request::Greet, [])?;
        Ok(running)
    }

    /// Sends a request, with the values that are cloned beside it.
    pub(super) fn send<'a>(
        &self,
        request: &Request,
        beside: impl IntoIterator<Item = &'a JsValue>,
    ) -> Result<(), JsValue> {
        self.thread.send(request, beside)
    }

    /// Sends a piece of work.
    pub(super) fn begin(&self, ticket: u32, work: &Work) -> Result<(), JsValue> {
        match work {
            Work::Ask(query, form) => {
                self.send(&Request::Ask { ticket, query: query.clone(), form: *form }, [])
            }
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
fn start(script: &str) -> Result<Worker, JsValue> {
    let window = web_sys::window().ok_or("no window")?;
    let start: Function = Reflect::get(&window, &START.into())?.dyn_into()?;
    Ok(start.call1(&JsValue::UNDEFINED, &script.into())?.unchecked_into())
}
