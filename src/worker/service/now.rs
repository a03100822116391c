//! What the worker is doing, so that a panic can say it before the thread ends.

use std::cell::RefCell;
use std::panic;

use js_sys::global;
use wasm_bindgen::JsCast;
use web_sys::DedicatedWorkerGlobalScope;

use super::post;
use crate::worker::import_plan::{ImportPlace, ImportPosition, Phase};
use crate::worker::message::Reply;

/// Characters of a panic's message that are passed on.
const SAID: usize = 300;

#[derive(Default)]
struct Now {
    ticket: Option<u32>,
    at: Option<ImportPosition>,
    /// Whether the page hears where it is.
    announce: bool,
}

thread_local! {
    static NOW: RefCell<Now> = RefCell::default();
}

/// Lets every panic say what the worker was doing. Memory that runs out is no panic and says nothing.
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

/// From now on the worker does the work of a ticket, or something that the page did not ask for.
pub(super) fn turn_to(port: &DedicatedWorkerGlobalScope, ticket: Option<u32>) {
    NOW.set(Now { ticket, ..Now::default() });
    post(port, &Reply::Began { ticket });
}

/// From now on it is at this text of the import, or between them. `announce` lets the page hear of it at once.
pub(super) fn set_at(port: &DedicatedWorkerGlobalScope, at: Option<ImportPosition>, announce: bool) {
    NOW.with_borrow_mut(|now| (now.at, now.announce) = (at, announce));
    post_position(port);
}

/// From now on it opens the file of this name for the text it is at. Gives the place of that.
pub(super) fn open(port: &DedicatedWorkerGlobalScope, name: &str) -> Option<ImportPlace> {
    let place = NOW.with_borrow_mut(|now| {
        let at = now.at.as_mut()?;
        (at.name, at.phase) = (name.to_owned(), Phase::Open);
        Some(at.place)
    });
    post_position(port);
    place
}

/// Where in the import it is.
pub(super) fn at() -> Option<ImportPosition> {
    NOW.with_borrow(|now| now.at.clone())
}

fn post_position(port: &DedicatedWorkerGlobalScope) {
    let told = NOW.with_borrow(|now| now.ticket.zip(now.at.clone().filter(|_| now.announce)));
    if let Some((ticket, at)) = told {
        post(port, &Reply::ImportPosition { ticket, at });
    }
}
