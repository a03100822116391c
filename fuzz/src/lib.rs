//! The bodies of the fuzz targets: ordinary functions, which the tests run over kept inputs as well (`tests/fuzz`).

#![allow(missing_docs, reason = "the functions belong to the tests, which describe them")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a target stops at the first surprise")]

#[path = "../../tests/fuzz/ingest.rs"]
pub mod ingest;

#[path = "../../tests/fuzz/session.rs"]
pub mod session;

#[path = "../../tests/fuzz/compare.rs"]
pub mod compare;
