//! The analysis thread's side of the thread that reads files and cuts texts.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::future::poll_fn;
use std::rc::Rc;
use std::task::{Poll, Waker};

use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::{MessageEvent, MessagePort};

use super::super::message::{decode, encode};
use super::super::reading::{ReadReply, ReadRequest};
use super::Service;
use crate::engine::{EngineError, Query};
use crate::ingest::TaskResult;

/// The port to the intake thread, which the page connects before anything is asked that needs it. If that thread ends,
/// the page replaces both.
#[derive(Default)]
pub(super) struct IntakePort {
    port: RefCell<Option<MessagePort>>,
    replies: Rc<Replies>,
    /// True while files are read.
    reads_files: Cell<bool>,
}

/// The replies that came and were not taken yet, each with the bytes beside it.
#[derive(Default)]
struct Replies {
    waiting: RefCell<VecDeque<(ReadReply, Option<Vec<u8>>)>>,
    /// True once there will be none any more.
    ended: Cell<bool>,
    waker: RefCell<Option<Waker>>,
    /// True if something else is to be looked after.
    nudged: Cell<bool>,
}

impl Replies {
    fn wake(&self) {
        if let Some(waker) = self.waker.take() {
            waker.wake();
        }
    }
}

impl IntakePort {
    /// Takes the port that the page sent.
    pub(super) fn connect(&self, ports: &Array) {
        let port: MessagePort = ports.get(0).unchecked_into();
        let replies = Rc::clone(&self.replies);
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let parts: Array = event.data().unchecked_into();
            let Some(reply) = decode::<ReadReply>(&parts.get(0)) else { return };
            let file = parts.get(1).dyn_into::<Uint8Array>().ok().map(|file| file.to_vec());
            replies.waiting.borrow_mut().push_back((reply, file));
            replies.wake();
        });
        port.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        on_message.forget();
        self.port.replace(Some(port));
        self.replies.ended.set(false);
    }

    /// Ends every wait: the intake thread did not load.
    pub(super) fn disconnect(&self) {
        self.port.take();
        self.replies.ended.set(true);
        self.replies.wake();
    }

    /// Begins the reading of files, whose blobs are `parts` after the first.
    pub(super) fn begin(&self, request: &ReadRequest, parts: &Array) {
        self.reads_files.set(true);
        self.send(request, parts.iter().skip(1));
    }

    /// Records the end of the reading of files.
    pub(super) fn end(&self) {
        self.reads_files.set(false);
    }

    /// Ends the reading of files after the current text.
    pub(super) fn stop(&self) {
        if self.reads_files.get() {
            self.send(&ReadRequest::Stop, []);
        }
    }

    /// Ends a wait for the next text of files, because something else came that may be done meanwhile.
    pub(super) fn nudge(&self) {
        if self.reads_files.get() {
            self.replies.nudged.set(true);
            self.replies.wake();
        }
    }

    /// Returns true if there will be no reply any more.
    pub(super) fn is_gone(&self) -> bool {
        self.replies.ended.get()
    }

    /// Returns true if a reply has come and was not taken.
    pub(super) fn has_reply(&self) -> bool {
        !self.replies.waiting.borrow().is_empty()
    }

    /// Waits for the next reply, and returns it with the bytes beside it; `None` after a nudge, or when there will be no
    /// reply any more.
    pub(super) async fn next_or_nudge(&self) -> Option<(ReadReply, Option<Vec<u8>>)> {
        poll_fn(|context| match self.replies.waiting.borrow_mut().pop_front() {
            Some(reply) => Poll::Ready(Some(reply)),
            None if self.replies.nudged.take() || self.is_gone() => Poll::Ready(None),
            None => {
                self.replies.waker.replace(Some(context.waker().clone()));
                Poll::Pending
            }
        })
        .await
    }

    /// Sends a request, unless the intake thread is gone.
    #[expect(clippy::expect_used, reason = "the port is our own")]
    pub(super) fn send(&self, request: &ReadRequest, beside: impl IntoIterator<Item = JsValue>) {
        let (bytes, buffers) = encode(request);
        let parts = Array::of1(&bytes);
        beside.into_iter().for_each(|part| _ = parts.push(&part));
        if let Some(port) = &*self.port.borrow() {
            port.post_message_with_transferable(&parts, &buffers).expect("a port accepts a buffer it owns");
        }
    }
}

impl Service {
    /// Has read or cut what a query needs; `None` if it needs nothing.
    pub(super) async fn read_for(
        &self,
        query: &Query,
        ticket: u32,
    ) -> Result<Option<TaskResult>, EngineError> {
        let task = match &*self.engine.borrow() {
            Some(engine) => engine.read_task(query)?,
            None => None,
        };
        let Some(task) = task else { return Ok(None) };
        self.intake.send(&ReadRequest::Task { ticket, task: Box::new(task) }, []);
        while !self.intake.is_gone() {
            // Texts of files that were stopped may still be on their way.
            if let Some((ReadReply::Task(result), _)) = self.intake.next_or_nudge().await {
                return Ok(Some(*result));
            }
        }
        // The page has said what is wrong, and listens to no answer.
        Ok(None)
    }
}
