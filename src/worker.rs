//! The wire between the page and its analysis thread: tickets, progress, cancel, and restart after a crash.
//! Both ends live here; neither looks inside a query or an answer.

mod client;
mod death;
mod failure;
mod file;
mod import_plan;
#[cfg(feature = "worker")]
mod intake;
mod memory;
mod message;
#[cfg(feature = "worker")]
mod now;
#[cfg(feature = "worker")]
mod reading;
#[cfg(feature = "worker")]
mod service;
#[cfg(feature = "worker")]
mod storage;
mod waiting;
#[cfg(feature = "worker")]
mod watch;
mod work;

pub use client::{Client, ClientEvent, Received, Ticket};
pub use failure::{Failure, WorkerFailure};
#[cfg(feature = "worker")]
pub use intake::take_in;
pub use message::{ImportOptions, Progress, Stage};
#[cfg(feature = "worker")]
pub use service::serve;
pub(crate) use waiting::yield_to_browser;
