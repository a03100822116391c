//! The fuzz targets under stable Rust: each over its kept inputs and a fixed number of mutations of them.
//!
//! `cargo xtask fuzz` runs the same bodies without an end, guided by coverage. An input that it finds is put into
//! `corpus/<target>/` and stays there, so that what was mended once is tried in every run of the tests.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::string_slice,
    reason = "a test stops at the first surprise"
)]
#![allow(
    unreachable_pub,
    reason = "`fuzz/src/lib.rs` includes the same files, and its targets call these functions"
)]

mod kept;
mod mutation;

/// Names the targets once: a test for each, and the list that the folders are compared with.
macro_rules! targets {
    ($($module:ident: $($name:ident),+;)+) => {
        $(mod $module;)+

        /// Every target as `module::function`.
        const TARGETS: &[(&str, &str)] = &[$($((stringify!($module), stringify!($name))),+),+];

        /// One test for each target.
        mod over_kept_inputs {
            $($(
                #[test]
                fn $name() {
                    crate::kept::run(stringify!($name), crate::$module::$name);
                }
            )+)+
        }
    };
}

targets! {
    ingest: decode, txt, markdown, html, docx, csv, jsonl, json, zip, unwrap_and_cut, page_edits;
    session: session_file, dictionary_file, model_file;
    compare: compare, node_language, exports;
}

#[test]
fn every_target_is_a_program_for_the_fuzzer_and_has_kept_inputs() {
    let mut names: Vec<&str> = TARGETS.iter().map(|&(_, name)| name).collect();
    names.sort_unstable();
    assert_eq!(kept::entries("tests/fuzz/corpus"), names, "folders of kept inputs");
    let programs: Vec<String> = names.iter().map(|name| format!("{name}.rs")).collect();
    assert_eq!(kept::entries("fuzz/fuzz_targets"), programs, "programs");
    let manifest = kept::text("fuzz/Cargo.toml");
    for (module, name) in TARGETS {
        let program = kept::text(&format!("fuzz/fuzz_targets/{name}.rs"));
        assert!(
            program.contains(&format!("duidu_fuzz::{module}::{name}(")),
            "{name}.rs calls another target"
        );
        let listed = format!("name = \"{name}\"\npath = \"fuzz_targets/{name}.rs\"\n");
        assert!(manifest.contains(&listed), "fuzz/Cargo.toml does not list {name}");
    }
}
