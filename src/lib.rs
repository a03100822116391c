//! 對讀 Duìdú: segments, counts and compares Chinese news wholly in the reader's browser.
//!
//! # Layers
//!
//! Each module imports only what stands to its left:
//!
//! `text, stats → ingest, lexicon → corpus → segment → analysis, compare → view → engine → worker → ui, api`
//!
//! Data flows one way: bytes become stories (`ingest`), stories become documents whose text is never
//! altered again (`corpus`), a folded copy of the text is cut into words (`segment`), words are counted
//! (`analysis`) and sentences are laid beside each other (`compare`). `view` holds the plain structures
//! the page draws; `engine` owns all state and answers one [`engine::Query`] with one [`engine::Answer`];
//! `worker` puts an engine into a Web Worker; `ui` and `api` only ask.
//!
//! # Invariants
//!
//! 1. A document's text is never rewritten after ingest; every mark on the screen is a [`text::Span`] into it.
//! 2. Tokens tile the text: joining every surface gives back the input.
//! 3. Ingest cannot fail. What it drops or joins is a warning with its place, and the reader can see it.
//! 4. `analysis`, `compare` and `stats` are functions of their arguments: no clock, randomness, locale or hash order.
//! 5. The same input gives the same bytes natively and in the browser: `libm` for logarithms, `u32` in
//!    whatever is serialised, a total order (score, then form) on every list.
//! 6. Only `engine` has state, and only `view` types leave the worker. Every query carries all it needs,
//!    so a worker that died is replaced and the query sent again, unless its code panicked at that query.
//! 7. The address says what is shown; the reducer holds answers and notices; component state is hover,
//!    focus and drafts.
//! 8. Nothing reachable from `bin/app.rs` names the engine's state or a segmenter.
//!
//! `tests/tidy.rs` checks the layer order and where platform crates may stand.

pub mod analysis;
#[cfg(feature = "ui")]
pub mod api;
pub mod compare;
pub mod corpus;
pub mod engine;
pub mod ingest;
pub mod lexicon;
pub mod segment;
pub mod stats;
pub mod text;
#[cfg(feature = "ui")]
pub mod ui;
pub mod view;
#[cfg(feature = "browser")]
pub mod worker;

/// The version of the application, as `duidu.version` gives it.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The SHA-256 of jieba's dictionary as it belongs to this build; another one is refused.
pub const DICTIONARY_SHA256: &str = env!("DUIDU_DICTIONARY_SHA256");

/// Identifies one build: the page and its worker refuse to talk when theirs differ.
pub const BUILD: &str = env!("DUIDU_BUILD");
