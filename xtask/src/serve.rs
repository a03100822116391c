//! The page itself: served while one works on it, or built into `dist/`.

use crate::call::Outcome;
use crate::tools::Tools;
use std::env;

/// Where the served page is put, so that `dist/` holds nothing but what may be deployed.
const SERVED: &str = "target/served";

/// Serves the page as the profile `serve` compiles it: in a third of the time of a release build, and a little slower.
pub(crate) fn serve(options: &[&str]) -> Outcome {
    let tools = Tools::ready_to_serve()?;
    let screen = has_a_screen().then_some("--open");
    tools.trunk().arguments(["serve", "--dist", SERVED]).arguments(screen).arguments(options).run()
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
