//! The end of a build: what Trunk does not do by itself.

use std::env;
use std::path::PathBuf;

use crate::call::{Outcome, root};
use crate::{offline, pdf};

/// Completes the folder that Trunk is filling, or `dist/` when called by hand.
pub(crate) fn finish() -> Outcome {
    let page = env::var_os("TRUNK_STAGING_DIR").map_or_else(|| root().join("dist"), PathBuf::from);
    pdf::copy(&page);
    // Last, because it lists every other file.
    offline::write(&page)
}
