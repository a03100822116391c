//! The thread that reads files and cuts texts.

use std::alloc::System;

use cap::Cap;

/// Counts the bytes that are in use, so that the thread can say how much room there is before there is none.
#[global_allocator]
static MEMORY: Cap<System> = Cap::new(System, usize::MAX);

fn main() {
    duidu::worker::take_in(|| MEMORY.allocated());
}
