//! The wire between the page and its analysis thread: tickets, progress, cancel, and restart after a crash.
//! Both ends live here; neither looks inside a query or an answer.

mod client;
mod database;
mod failure;
mod file;
mod keeper;
mod message;
mod service;
mod shelf;
mod storage;
mod watch;
mod work;

pub use client::{Client, ClientEvent, Ticket};
pub use failure::{Failure, WorkerFailure};
pub use message::{ImportOptions, Progress, Stage};
pub use service::serve;
