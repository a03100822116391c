//! What the build needs beyond cargo: the wasm32 target, Trunk and wasm-bindgen.
//!
//! What cargo has to compile is installed into the user's cache, a folder for each version, so that another clone of the
//! project finds it there; the rest is quickly fetched and goes to `.tools/`, a folder of the clone's own.

use crate::call::{Call, Outcome, find, root};
use crate::wasm_opt;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::{env, fs};

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
        let mut folders = Self::compiled()?;
        folders.extend(wasm_opt::ready()?);
        Ok(Self { folders })
    }

    /// Finds or installs everything `trunk serve` needs: no wasm-opt, which takes minutes at every change.
    pub(crate) fn ready_to_serve() -> Result<Self, String> {
        Ok(Self { folders: Self::compiled()? })
    }

    /// Finds or installs what cargo compiles, and returns the folders to put on PATH.
    fn compiled() -> Result<Vec<PathBuf>, String> {
        wasm_target()?;
        // Without TLS: it downloads nothing here, and that part takes longest to compile.
        let trunk = cargo_tool("trunk", TRUNK, "--locked --no-default-features")?;
        Ok(vec![trunk, wasm_bindgen()?])
    }

    /// Trunk, with the tools it calls before all others on PATH.
    pub(crate) fn trunk(self) -> Call {
        Call::new("trunk").path(self.folders)
    }
}

/// Finds or installs wasm-bindgen in the version of its crate, and returns its folder.
fn wasm_bindgen() -> Result<PathBuf, String> {
    // Not --locked: its lock file is older than some of the versions that current Rust needs.
    let lock =
        fs::read_to_string(root().join("Cargo.lock")).map_err(|error| format!("Cargo.lock: {error}"))?;
    let version = locked_version(&lock, "wasm-bindgen").ok_or("Cargo.lock does not name wasm-bindgen.")?;
    cargo_tool_from("wasm-bindgen", "wasm-bindgen-cli", version, "--no-default-features")
}

/// wasm-bindgen, once it and the target are installed.
pub(crate) fn bindgen() -> Result<Call, String> {
    wasm_target()?;
    Ok(Call::new("wasm-bindgen").path([wasm_bindgen()?]))
}

/// Finds or installs cargo-fuzz, which only `cargo xtask fuzz` uses, and returns its folder.
pub(crate) fn fuzz() -> Result<PathBuf, String> {
    cargo_tool("cargo-fuzz", CARGO_FUZZ, "--locked")
}

/// The folder of what is fetched for this clone.
pub(crate) fn home() -> PathBuf {
    root().join(".tools")
}

/// The folder of what is compiled once for all clones of this user, by the convention of each system; that of this clone
/// where the system names none.
fn shared() -> PathBuf {
    shared_among(|name| env::var_os(name))
}

fn shared_among(variable: impl Fn(&str) -> Option<OsString>) -> PathBuf {
    let folder = |name: &str| variable(name).map(PathBuf::from).filter(|folder| folder.is_absolute());
    let of_home = |place: &str| folder("HOME").map(|home| home.join(place));
    let cache = match env::consts::OS {
        "windows" => folder("LOCALAPPDATA"),
        "macos" => of_home("Library/Caches"),
        _ => folder("XDG_CACHE_HOME").or_else(|| of_home(".cache")),
    };
    cache.map_or_else(home, |cache| cache.join("duidu-tools"))
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

/// Returns the folder of the programs of a package that cargo compiled.
pub(crate) fn folder(package: &str, version: &str) -> PathBuf {
    root_of(package, version).join("bin")
}

fn root_of(package: &str, version: &str) -> PathBuf {
    shared().join(format!("{package}-{version}"))
}

/// Whether a program, searched in some folders before PATH, has exactly this version.
pub(crate) fn has(program: &str, version: &str, folders: impl IntoIterator<Item = PathBuf>) -> bool {
    let answer = Call::new(program).line("--version").path(folders).output();
    answer.is_some_and(|answer| answer.split_whitespace().nth(1) == Some(version))
}

/// Finds or installs the program `name` of the package of that name in exactly this version, and returns its folder.
pub(crate) fn cargo_tool(name: &str, version: &str, options: &str) -> Result<PathBuf, String> {
    cargo_tool_from(name, name, version, options)
}

fn cargo_tool_from(program: &str, package: &str, version: &str, options: &str) -> Result<PathBuf, String> {
    let bin = folder(package, version);
    if has(program, version, [bin.clone()]) {
        return Ok(bin);
    }
    let place = root_of(package, version).display().to_string();
    println!("{program} {version} is missing; it is installed into {place} once, which takes some minutes.");
    // These tools run for seconds: compiling them fast matters more than their own speed. wasm-bindgen takes two seconds
    // longer for a build so, and half the time to compile.
    // --force, because half of one may lie there.
    Call::cargo()
        .arguments(["install", package, "--version", version, "--root", place.as_str(), "--force"])
        .line(options)
        .variable("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
        .variable("CARGO_PROFILE_RELEASE_LTO", "off")
        .variable("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .variable("CARGO_PROFILE_RELEASE_DEBUG", "0")
        // One folder for all of them: what two of them need is compiled once.
        .variable("CARGO_TARGET_DIR", home().join("target").display().to_string())
        .run()?;
    Ok(bin)
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
    fn compiled_tools_are_shared_where_the_system_names_a_folder_for_caches() {
        let among = |known: &'static [(&str, &str)]| {
            shared_among(|name| known.iter().find(|(each, _)| *each == name).map(|(_, value)| value.into()))
        };
        // No folder is named, or one that depends on where the command was called.
        assert_eq!(among(&[]), home());
        if cfg!(target_os = "linux") {
            assert_eq!(
                among(&[("XDG_CACHE_HOME", "here"), ("HOME", "/a")]),
                Path::new("/a/.cache/duidu-tools")
            );
            assert_eq!(among(&[("XDG_CACHE_HOME", "/b"), ("HOME", "/a")]), Path::new("/b/duidu-tools"));
        }
    }

    #[test]
    fn the_lock_file_names_the_version() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"0.2.1\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked_version(lock, "wasm"), None);
    }
}
