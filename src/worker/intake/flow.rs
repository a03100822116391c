//! The flow of texts to the analysis thread: a few are on their way at the same time, and no more than there is room for.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::future::poll_fn;
use std::task::{Poll, Waker};

use super::super::memory::Memory;
use super::super::reading::AHEAD;

/// Bytes of text that are on their way at the same time, but for one text that has more.
const AHEAD_BYTES: usize = 4_000_000;

/// The texts on their way, and whether the reading is to stop.
#[derive(Default)]
pub(super) struct Flow {
    /// The sizes of the texts that were sent and not taken yet, the oldest first.
    on_their_way: RefCell<VecDeque<usize>>,
    /// Bytes of text that there was room for when the last text was taken.
    room: Cell<usize>,
    stopped: Cell<bool>,
    waker: RefCell<Option<Waker>>,
}

impl Flow {
    /// Begins the reading of files.
    pub(super) fn begin(&self, memory: &Memory, room: u64) {
        self.on_their_way.take();
        self.stopped.set(false);
        self.set_room(memory, room);
    }

    /// Records that the oldest text was taken.
    pub(super) fn taken(&self, memory: &Memory, room: u64) {
        self.on_their_way.borrow_mut().pop_front();
        self.set_room(memory, room);
        self.wake();
    }

    /// Records that a text of this many bytes was sent.
    pub(super) fn sent(&self, memory: &Memory, bytes: usize) {
        self.on_their_way.borrow_mut().push_back(bytes);
        self.leave_room(memory);
    }

    /// Ends the reading after the current text.
    pub(super) fn stop(&self) {
        self.stopped.set(true);
        self.wake();
    }

    pub(super) fn is_stopped(&self) -> bool {
        self.stopped.get()
    }

    /// Waits until another text may be sent; with `careful`, until the one before it was taken.
    pub(super) async fn turn(&self, careful: bool) {
        poll_fn(|context| {
            let sizes = self.on_their_way.borrow();
            let (texts, bytes) = (sizes.len(), sizes.iter().sum::<usize>());
            let is_free = if careful { texts == 0 } else { texts < AHEAD && bytes < AHEAD_BYTES };
            if is_free || self.stopped.get() {
                return Poll::Ready(());
            }
            self.waker.replace(Some(context.waker().clone()));
            Poll::Pending
        })
        .await;
    }

    fn set_room(&self, memory: &Memory, room: u64) {
        self.room.set(usize::try_from(room).unwrap_or(usize::MAX));
        self.leave_room(memory);
    }

    /// Leaves room for the texts on their way.
    fn leave_room(&self, memory: &Memory) {
        let bytes: usize = self.on_their_way.borrow().iter().sum();
        memory.set_room(self.room.get().saturating_sub(bytes));
    }

    fn wake(&self) {
        if let Some(waker) = self.waker.take() {
            waker.wake();
        }
    }
}
