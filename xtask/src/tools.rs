//! What the build needs beyond cargo: the wasm32 target, Trunk and wasm-bindgen, found or installed into `.tools/`.

use crate::call::{Call, Outcome, find, root};
use crate::wasm_opt;
use std::fs;
use std::path::{Path, PathBuf};

/// The newest Trunk that the Rust version in Cargo.toml compiles.
const TRUNK: &str = "0.21.14";
const CARGO_FUZZ: &str = "0.13.2";
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// The tools of the build, ready to be put on PATH.
pub(crate) struct Tools {
    folders: Vec<PathBuf>,
}

impl Tools {
    /// Finds or installs everything `trunk build --release` needs.
    pub(crate) fn ready() -> Result<Self, String> {
        wasm_target()?;
        // Without TLS: it downloads nothing here, and that part takes longest to compile.
        cargo_tool("trunk", TRUNK, "--locked --no-default-features")?;
        wasm_bindgen()?;
        let folders = [Some(bin()), wasm_opt::ready()?].into_iter().flatten().collect();
        Ok(Self { folders })
    }

    /// Trunk, with the tools it calls before all others on PATH.
    pub(crate) fn trunk(self) -> Call {
        Call::new("trunk").path(self.folders)
    }
}

/// Installs wasm-bindgen in the version of its crate.
fn wasm_bindgen() -> Outcome {
    // Not --locked: its lock file is older than some of the versions that current Rust needs.
    let lock =
        fs::read_to_string(root().join("Cargo.lock")).map_err(|error| format!("Cargo.lock: {error}"))?;
    let version = locked_version(&lock, "wasm-bindgen").ok_or("Cargo.lock does not name wasm-bindgen.")?;
    cargo_tool_from("wasm-bindgen", "wasm-bindgen-cli", version, "--no-default-features")
}

/// wasm-bindgen, once it and the target are installed.
pub(crate) fn bindgen() -> Result<Call, String> {
    wasm_target()?;
    wasm_bindgen()?;
    Ok(Call::new("wasm-bindgen").path([bin()]))
}

/// Installs cargo-fuzz, which only `cargo xtask fuzz` uses.
pub(crate) fn install_fuzz() -> Outcome {
    cargo_tool("cargo-fuzz", CARGO_FUZZ, "--locked")
}

/// cargo-fuzz, once it is installed.
pub(crate) fn fuzz() -> Call {
    Call::new("cargo-fuzz").line("fuzz").path([bin()])
}

/// Everything the set-up installs goes here, and nothing outside.
pub(crate) fn home() -> PathBuf {
    root().join(".tools")
}

pub(crate) fn bin() -> PathBuf {
    home().join("bin")
}

/// Finds or installs Rust's standard library for the browser.
pub(crate) fn wasm_target() -> Outcome {
    // rustc answers also where rustup does not manage it, as in a distribution's package.
    let libraries = Call::new("rustc").arguments(["--print", "target-libdir", "--target", TARGET]).output();
    if libraries.is_some_and(|folder| Path::new(&folder).is_dir()) {
        return Ok(());
    }
    if find("rustup", &[]).is_none() {
        return Err(format!(
            "Rust's standard library for {TARGET} is missing, and so is rustup, which would install it. \
             Install rustup and run:\n  rustup target add {TARGET}\n\
             or install your distribution's package of that library."
        ));
    }
    Call::new("rustup").arguments(["target", "add", TARGET]).run()
}

/// Sees to it that `name` has exactly this version, in `.tools/bin` or on PATH.
pub(crate) fn cargo_tool(name: &str, version: &str, options: &str) -> Outcome {
    cargo_tool_from(name, name, version, options)
}

/// Whether a program, searched in some folders before PATH, has exactly this version.
pub(crate) fn has(program: &str, version: &str, folders: impl IntoIterator<Item = PathBuf>) -> bool {
    let answer = Call::new(program).line("--version").path(folders).output();
    answer.is_some_and(|answer| answer.split_whitespace().nth(1) == Some(version))
}

fn cargo_tool_from(program: &str, package: &str, version: &str, options: &str) -> Outcome {
    if has(program, version, [bin()]) {
        return Ok(());
    }
    println!("{program} {version} is missing; it is installed into .tools/ once, which takes some minutes.");
    // These tools run for seconds: compiling them fast matters more than their own speed. wasm-bindgen takes two seconds
    // longer for a build so, and half the time to compile.
    // --force, because an older version or half of one may lie there.
    Call::cargo()
        .arguments(["install", package, "--version", version, "--root", ".tools", "--force"])
        .line(options)
        .variable("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
        .variable("CARGO_PROFILE_RELEASE_LTO", "off")
        .variable("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .variable("CARGO_PROFILE_RELEASE_DEBUG", "0")
        // One folder for all of them: what two of them need is compiled once.
        .variable("CARGO_TARGET_DIR", home().join("target").display().to_string())
        .run()
}

/// The version of a package as Cargo.lock has it.
fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lock_file_names_the_version() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"0.2.1\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked_version(lock, "wasm"), None);
    }
}
