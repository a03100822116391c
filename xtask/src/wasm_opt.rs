//! wasm-opt: a program on PATH, the one in the npm package `binaryen`, or a stand-in that changes nothing.

use crate::call::{Call, find};
use crate::tools::home;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

const BINARYEN: &str = "132.0.0";
/// The first version that knows every feature named in index.html.
const OLDEST: u32 = 121;

/// The folder to put on PATH, or none where a good wasm-opt already stands there.
///
/// Trunk 0.21 runs wasm-opt in every release build; where it finds none it downloads one, and where it cannot
/// download it fails. A page without wasm-opt works all the same, so the stand-in keeps Trunk content.
pub(crate) fn ready() -> Result<Option<PathBuf>, String> {
    let npm = home().join("npm");
    let installed = npm.join("node_modules/.bin");
    if find("node", &[]).is_some() {
        if npm.join(format!("binaryen-{BINARYEN}")).is_file() {
            return Ok(Some(installed));
        }
        if on_path_is_new_enough() {
            return Ok(None);
        }
        match install(&npm) {
            Ok(()) => return Ok(Some(installed)),
            Err(message) => println!("{message}"),
        }
    } else if on_path_is_new_enough() {
        return Ok(None);
    }
    println!(
        "wasm-opt cannot be had here (it comes with npm's `binaryen`): the page will be larger, not different."
    );
    stand_in().map(Some).map_err(|error| format!("The stand-in for wasm-opt could not be written: {error}"))
}

fn on_path_is_new_enough() -> bool {
    let answer = find("wasm-opt", &[]).and_then(|_| Call::new("wasm-opt").line("--version").output());
    answer.is_some_and(|answer| version(&answer).is_some_and(|version| version >= OLDEST))
}

/// From "wasm-opt version 132 (version_132)".
fn version(answer: &str) -> Option<u32> {
    answer.split_whitespace().nth(2)?.parse().ok()
}

fn install(npm: &Path) -> Result<(), String> {
    if find("npm", &[]).is_none() {
        return Err("npm is missing.".to_owned());
    }
    // Without a package.json of its own npm would install into the nearest folder above that has one.
    fs::create_dir_all(npm).map_err(|error| error.to_string())?;
    fs::write(npm.join("package.json"), "{ \"private\": true }\n").map_err(|error| error.to_string())?;
    Call::new("npm")
        .line("install --no-save --no-audit --no-fund")
        .arguments([format!("binaryen@{BINARYEN}")])
        .inside(".tools/npm")
        .run()?;
    fs::write(npm.join(format!("binaryen-{BINARYEN}")), "").map_err(|error| error.to_string())
}

/// Copies this very program to where Trunk looks for wasm-opt: no shell is needed, on any system.
fn stand_in() -> std::io::Result<PathBuf> {
    let folder = home().join("stand-in");
    fs::create_dir_all(&folder)?;
    let file = folder.join(format!("wasm-opt{}", env::consts::EXE_SUFFIX));
    fs::copy(env::current_exe()?, file)?;
    Ok(folder)
}

/// Whether this process is the stand-in.
pub(crate) fn called_as_stand_in() -> bool {
    env::args_os()
        .next()
        .is_some_and(|name| Path::new(&name).file_stem().is_some_and(|stem| stem == "wasm-opt"))
}

/// Answers `--version` and otherwise copies the input to `--output`, unchanged.
pub(crate) fn pass_through() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    if arguments.iter().any(|argument| argument == "--version") {
        println!("wasm-opt version 0 (stand-in)");
        return ExitCode::SUCCESS;
    }
    let output = arguments.iter().find_map(|argument| argument.strip_prefix("--output="));
    let input = arguments.iter().find(|argument| !argument.starts_with('-'));
    match (input, output) {
        (Some(input), Some(output)) if fs::copy(input, output).is_ok() => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_the_third_word() {
        assert_eq!(version("wasm-opt version 132 (version_132)"), Some(132));
        assert_eq!(version("wasm-opt version 108"), Some(108));
        assert_eq!(version("something else"), None);
    }
}
