//! A page that is to be deployed, or has been: its check, and its edition in one file.

use crate::browser;
use crate::call::{Outcome, find, root};
use std::env;
use std::path::PathBuf;

const FIREFOXES: [&str; 2] = ["firefox-esr", "firefox"];

/// Runs the smoke test on `dist/` under a sub-path with strict headers, or on a page at an address, in Chromium and, where
/// it is found, in Firefox.
pub(crate) fn check(options: &[&str]) -> Outcome {
    if options.is_empty() {
        is_built()?;
    }
    let firefox = firefox().map(|program| ("FIREFOX", program.display().to_string()));
    browser::script_with("deploy-check.mjs", options, firefox)
}

/// Makes one HTML file of `dist/`, under the name given.
pub(crate) fn bundle(options: &[&str]) -> Outcome {
    is_built()?;
    browser::script("bundle.mjs", options)
}

fn is_built() -> Outcome {
    if root().join("dist/index.html").is_file() {
        return Ok(());
    }
    Err("There is no page in dist/ yet. Build it first:\n  cargo xtask build".to_owned())
}

fn firefox() -> Option<PathBuf> {
    match env::var_os("FIREFOX") {
        Some(named) => Some(PathBuf::from(named)).filter(|file| file.is_file()),
        None => FIREFOXES.iter().find_map(|name| find(name, &[])),
    }
}
