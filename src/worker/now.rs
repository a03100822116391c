//! The current activity of a thread, which a panic reports before the thread ends.

use std::cell::RefCell;
use std::panic;

use js_sys::global;
use wasm_bindgen::JsCast;
use web_sys::DedicatedWorkerGlobalScope;

use super::import_plan::{ImportPlace, ImportPosition, Phase};
use super::message::{Reply, post};

/// Characters of a panic's message that are reported.
const SAID: usize = 300;

#[derive(Default)]
struct Now {
    ticket: Option<u32>,
    at: Option<ImportPosition>,
    /// True if its position is reported to the page.
    announce: bool,
}

thread_local! {
    static NOW: RefCell<Now> = RefCell::default();
}

/// Reports the activity at every panic. Memory that runs out is no panic, and reports nothing.
pub(super) fn watch_panics() {
    panic::set_hook(Box::new(|panic| {
        let port: DedicatedWorkerGlobalScope = global().unchecked_into();
        let (ticket, at) =
            NOW.with(|now| now.try_borrow().map_or((None, None), |now| (now.ticket, now.at.clone())));
        let detail = panic.to_string().split_whitespace().collect::<Vec<_>>().join(" ");
        let detail = detail.chars().take(SAID).collect();
        post(&port, &Reply::Panicked { ticket, at, detail });
    }));
}

/// Sets the activity to the work of a ticket, or to something that the page did not ask for.
pub(super) fn turn_to(port: &DedicatedWorkerGlobalScope, ticket: Option<u32>) {
    NOW.set(Now { ticket, ..Now::default() });
    post(port, &Reply::Began { ticket });
}

/// Sets the activity to a part of the work of a ticket, which another thread has begun.
pub(super) fn help_with(ticket: Option<u32>) {
    NOW.set(Now { ticket, ..Now::default() });
}

/// Does the work of another ticket while that of the present one waits; returns what that returns.
pub(super) fn meanwhile<T>(port: &DedicatedWorkerGlobalScope, ticket: u32, work: impl FnOnce() -> T) -> T {
    let waiting = NOW.take();
    turn_to(port, Some(ticket));
    let done = work();
    post(port, &Reply::Began { ticket: waiting.ticket });
    NOW.set(waiting);
    done
}

/// Sets the position to a text of the import, or between two. With `announce` it is reported at once.
pub(super) fn set_at(port: &DedicatedWorkerGlobalScope, at: Option<ImportPosition>, announce: bool) {
    NOW.with_borrow_mut(|now| (now.at, now.announce) = (at, announce));
    post_position(port);
}

/// Sets the file that is opened for the current text; returns the place of that text.
pub(super) fn open(port: &DedicatedWorkerGlobalScope, name: &str) -> Option<ImportPlace> {
    let place = NOW.with_borrow_mut(|now| {
        let at = now.at.as_mut()?;
        (at.name, at.phase) = (name.to_owned(), Phase::Open);
        Some(at.place)
    });
    post_position(port);
    place
}

/// Returns the position in the import.
pub(super) fn at() -> Option<ImportPosition> {
    NOW.with_borrow(|now| now.at.clone())
}

fn post_position(port: &DedicatedWorkerGlobalScope) {
    let told = NOW.with_borrow(|now| now.ticket.zip(now.at.clone().filter(|_| now.announce)));
    if let Some((ticket, at)) = told {
        post(port, &Reply::ImportPosition { ticket, at });
    }
}
