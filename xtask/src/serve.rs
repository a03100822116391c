//! The page itself: served while one works on it, or built into `dist/`.

use crate::call::Outcome;
use crate::tools::Tools;
use std::env;

/// Serves the release build: the debug build segments too slowly to be judged.
pub(crate) fn serve(options: &[&str]) -> Outcome {
    let tools = Tools::ready()?;
    let own = if has_a_screen() { vec!["serve", "--release", "--open"] } else { vec!["serve", "--release"] };
    tools.trunk().arguments(own).arguments(options).run()
}

/// Leaves the release build in `dist/`.
pub(crate) fn build() -> Outcome {
    Tools::ready()?.trunk().line("build --release").run()
}

/// Whether a browser could open a window; on a server Trunk would only report that it cannot.
fn has_a_screen() -> bool {
    !cfg!(target_os = "linux")
        || ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| env::var_os(name).is_some())
}
