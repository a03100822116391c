//! What a reviewer need not look at: formatting, lints for both targets, every set of features, licences and known
//! advisories.

use crate::call::{Call, Outcome};
use crate::{deny, features, fuzz, steps, tests, tools};

/// The folder of what is checked for the browser.
const FOLDER: &str = "target/check";

/// Everything that can be judged without running the program.
pub(crate) fn check(install: bool) -> Outcome {
    code()?;
    licences(install)
}

/// Formatting, lints, and that all of it compiles.
///
/// What is for this machine is checked beside what is for the browser, in two folders: one library is checked by one core.
fn code() -> Outcome {
    Call::cargo().line("fmt --all --check").run()?;
    tools::wasm_target()?;
    let (native, browser) = steps::beside(("native", native), ("browser", browser));
    tests::gathered([native, browser])
}

fn native() -> Outcome {
    // Without the page first: what only the page uses must not look used here.
    Call::cargo().line("clippy --all-targets --no-default-features -- -D warnings").run()?;
    Call::cargo().line("clippy --workspace --all-targets --features ssr,cli -- -D warnings").run()?;
    features::check_native()
}

fn browser() -> Outcome {
    // Not --all-targets: tests run natively, and their libraries need not compile for the browser.
    let lint = Call::cargo().line("clippy --lib --bins --target wasm32-unknown-unknown --target-dir");
    lint.arguments([FOLDER]).line("-- -D warnings").run()?;
    features::check_browser(FOLDER)?;
    fuzz::check()
}

/// Licences and known advisories of all that is depended on.
fn licences(install: bool) -> Outcome {
    if install {
        deny::install()?;
    }
    let (Some(rules), Some(fetch), Some(advisories)) = (deny::call(), deny::call(), deny::call()) else {
        println!(
            "\ncargo-deny is not installed, so licences were not checked: cargo xtask check --install does."
        );
        return Ok(());
    };
    rules.line("check bans licenses sources").run()?;
    // The database of advisories is fetched from the network, which a machine may not have.
    if fetch.line("fetch db").output().is_none() {
        println!("\nThe advisory database could not be fetched, so known vulnerabilities were not checked.");
        return Ok(());
    }
    advisories.line("check --disable-fetch advisories").run()
}
