//! The tests: the library and its components natively, the example for Spark, the release build in a browser, and the
//! browser killed.

use std::fs;
use std::path::Path;

use crate::call::{Call, Outcome, root};
use crate::{browser, deploy, npm, serve, spark, steps, tools};

/// How often the browser is ended among all other tests; by itself the test does it more often.
const KILLED: &str = "12";

/// Runs all parts, even after one has failed, so that one run tells everything.
///
/// The page is compiled beside the library's tests, each of which leaves a core idle for a part of its time; then the
/// page is tested with nothing beside it, because a browser that waits for a core is another browser. Of the tests that
/// wait a lot by themselves the example for Spark is one, so that it runs beside others.
pub(crate) fn all() -> Outcome {
    // Both lanes need it, and rustup installs for one at a time.
    tools::wasm_target()?;
    let page = || browser::prepare().and_then(|_| serve::build());
    // Neither the package's engine nor Spark needs the tools that the page installs.
    let library_and_others = || gathered([library(), npm::compile(npm::Profile::Quick), spark::prepare()]);
    let (built, library) = steps::beside(("page", page), ("library", library_and_others));
    let is_built = built.is_ok();
    let page = built.and_then(|()| browser(&["--no-build"]));
    let others = || if is_built { other_browsers() } else { Ok(()) };
    let (others, spark) = steps::beside(("others", others), ("spark", spark::test));
    gathered([library, page, others, spark])
}

/// Runs every native test, with the page's components and the command: one compilation for all.
fn library() -> Outcome {
    gathered([Call::cargo().line("test --features ssr,cli --no-fail-fast").run(), own()])
}

/// Tests in which the processor is idle for a part of the time: the page that was built, killed and under a strict server,
/// and the package.
fn other_browsers() -> Outcome {
    let package = || npm::assemble(npm::Profile::Quick).and_then(|()| npm::test_built());
    gathered([kill(&["--no-build", "--rounds", KILLED]), deploy::check(&[]), package()])
}

/// Joins several outcomes: an error names everything that failed.
pub(crate) fn gathered(outcomes: impl IntoIterator<Item = Outcome>) -> Outcome {
    let failures: Vec<String> = outcomes.into_iter().filter_map(Result::err).collect();
    if failures.is_empty() { Ok(()) } else { Err(failures.join("\n\n")) }
}

/// The library and the command without the page, which must not compile Yew, and this program.
pub(crate) fn native() -> Outcome {
    Call::cargo().line("test --no-default-features --features cli").run()?;
    own()
}

fn own() -> Outcome {
    Call::cargo().line("test --package xtask --quiet").run()
}

/// The page's components, rendered without a browser: the tests that ask for them and those of the layers above the
/// engine, which are all that [`native`] leaves out.
pub(crate) fn components() -> Outcome {
    let names = drawn(&root().join("tests"))?;
    let names = names.iter().flat_map(|name| ["--test", name]);
    Call::cargo().line("test --features ssr").arguments(names).run()?;
    Call::cargo().line("test --features ssr --lib -- ui:: worker:: api::").run()
}

/// The tests of a folder that say they need the components.
fn drawn(folder: &Path) -> Result<Vec<String>, String> {
    let failed = |error: std::io::Error| format!("{}: {error}", folder.display());
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let place = entry.map_err(failed)?.path();
        if place.extension().is_some_and(|extension| extension == "rs")
            && fs::read_to_string(&place).map_err(failed)?.contains("#![cfg(feature = \"ssr\")]")
        {
            names.extend(place.file_stem().map(|stem| stem.to_string_lossy().into_owned()));
        }
    }
    names.sort_unstable();
    if names.is_empty() {
        Err(format!("{} holds no test of a component.", folder.display()))
    } else {
        Ok(names)
    }
}

/// The release build in headless Chromium. Options go to the runner; `--no-build` tests `dist/` as it stands.
pub(crate) fn browser(options: &[&str]) -> Outcome {
    in_browser("run.mjs", options)
}

/// Chromium ended at random moments, and on a full disk. Options go to the test; `--no-build` as above.
pub(crate) fn kill(options: &[&str]) -> Outcome {
    in_browser("kill.mjs", options)
}

fn in_browser(script: &str, options: &[&str]) -> Outcome {
    if !options.contains(&"--no-build") {
        serve::build()?;
    }
    let rest: Vec<&str> = options.iter().copied().filter(|option| *option != "--no-build").collect();
    browser::script(script, &rest)
}
