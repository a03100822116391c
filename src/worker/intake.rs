//! The end of the thread that reads files and cuts texts into stories. The analysis thread asks it through a port; the
//! page hears of its progress, and of its end.
//!
//! What only reads files (decoders, archives, web pages, the layout of PDFs, the rules for cutting) is a program of its
//! own, which is loaded when the first text comes. It reads on while the analysis thread stores what came before.

mod cutting;
mod files;
mod flow;
mod read_ahead;

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent, MessagePort};

use self::flow::Flow;
use super::memory::Memory;
use super::message::{Reply, Request, decode, encode, post};
use super::now;
use super::reading::{ReadReply, ReadRequest};
use crate::ingest::ReadTask;

/// The intake thread.
struct IntakeService {
    page: DedicatedWorkerGlobalScope,
    /// The port to the analysis thread, once the page has connected both.
    port: RefCell<Option<MessagePort>>,
    memory: Memory,
    flow: Flow,
}

/// Takes texts in from now on. Called once, by the `main` of its program; `allocated` says how many bytes of memory are in
/// use.
pub fn take_in(allocated: fn() -> usize) {
    let page: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    now::watch_panics();
    let intake = Rc::new(IntakeService {
        page: page.clone(),
        port: RefCell::default(),
        memory: Memory::new(allocated),
        flow: Flow::default(),
    });
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let parts: Array = event.data().unchecked_into();
        match decode::<Request>(&parts.get(0)) {
            Some(Request::Connect) => intake.connect(event.ports().get(0).unchecked_into()),
            Some(Request::Ping) => post(&intake.page, &Reply::Pong),
            // All else is asked of the analysis thread.
            _ => {}
        }
    });
    page.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
}

impl IntakeService {
    /// Answers the analysis thread at the other end of a port.
    fn connect(self: &Rc<Self>, port: MessagePort) {
        let receiver = Rc::clone(self);
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let parts: Array = event.data().unchecked_into();
            if let Some(request) = decode::<ReadRequest>(&parts.get(0)) {
                receiver.take(request, parts);
            }
        });
        port.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        on_message.forget();
        self.port.replace(Some(port));
        post(&self.page, &Reply::Hello { build: crate::BUILD.to_owned() });
    }

    fn take(self: &Rc<Self>, request: ReadRequest, parts: Array) {
        match request {
            ReadRequest::Taken { room } => self.flow.taken(&self.memory, room),
            ReadRequest::Stop => self.flow.stop(),
            ReadRequest::Files { ticket, names, options, plan, room } => {
                self.flow.begin(&self.memory, room);
                let intake = Rc::clone(self);
                spawn_local(async move { intake.read_files(ticket, names, *options, plan, &parts).await });
            }
            ReadRequest::Task { ticket, task } => {
                let intake = Rc::clone(self);
                spawn_local(async move { intake.do_task(ticket, *task).await });
            }
        }
    }

    async fn do_task(&self, ticket: u32, task: ReadTask) {
        now::help_with(Some(ticket));
        let result = self.in_steps(task).await;
        self.reply(&ReadReply::Task(Box::new(result)), None);
        now::help_with(None);
    }

    /// Replies to the analysis thread, with the bytes of a file beside.
    #[expect(clippy::expect_used, reason = "the port is our own")]
    fn reply(&self, reply: &ReadReply, file: Option<&[u8]>) {
        let (bytes, buffers) = encode(reply);
        let parts = Array::of1(&bytes);
        if let Some(file) = file {
            let file = Uint8Array::from(file);
            buffers.push(&file.buffer());
            parts.push(&file);
        }
        if let Some(port) = &*self.port.borrow() {
            port.post_message_with_transferable(&parts, &buffers).expect("a port accepts a buffer it owns");
        }
    }
}
