//! Everything the build server checks and tests, in the order that takes the least time on two cores.

use crate::call::Outcome;
use crate::{browser, check, serve, steps, tests, tools};

/// Compiles the page beside the library's checks and tests, each of which leaves a core idle for a part of its time;
/// then the page is tested with nothing beside it, because a browser that waits for a core is another browser.
pub(crate) fn all() -> Outcome {
    // Both lanes need it, and rustup installs for one at a time.
    tools::wasm_target()?;
    let mut licences = Ok(());
    let page = || {
        browser::prepare()?;
        let built = serve::build();
        licences = check::licences(true);
        built
    };
    let library = || tests::gathered([check::code(), tests::library()]);
    let (built, library) = steps::beside(("page", page), ("library", library));
    let page = built.and_then(|()| tests::gathered(tests::page()));
    tests::gathered([licences, library, page])
}
