//! The tests: the library natively, the components natively, and the release build in a browser.

use crate::call::{Call, Outcome};
use crate::{browser, serve};

/// All parts, even after one has failed, so that one run tells everything.
pub(crate) fn all() -> Outcome {
    let failures: Vec<String> =
        [native(), components(), self::browser(&[])].into_iter().filter_map(Result::err).collect();
    if failures.is_empty() { Ok(()) } else { Err(failures.join("\n\n")) }
}

/// The library without the page, which must not compile Yew, and this program.
pub(crate) fn native() -> Outcome {
    Call::cargo().line("test --no-default-features").run()?;
    Call::cargo().line("test --package xtask --quiet").run()
}

/// The page's components, rendered without a browser.
pub(crate) fn components() -> Outcome {
    Call::cargo().line("test --features ssr").run()
}

/// The release build in headless Chromium. Options go to the runner; `--no-build` tests `dist/` as it stands.
pub(crate) fn browser(options: &[&str]) -> Outcome {
    if !options.contains(&"--no-build") {
        serve::build()?;
    }
    let rest: Vec<&str> = options.iter().copied().filter(|option| *option != "--no-build").collect();
    browser::script("run.mjs", &rest)
}
