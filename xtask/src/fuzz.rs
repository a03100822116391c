//! The fuzz targets, run by cargo-fuzz. Its programs are a workspace of their own, which no other command compiles.

use std::fs;
use std::path::Path;

use crate::call::{Call, Outcome, root};
use crate::{tests, tools};

const FOLDER: &str = "fuzz/fuzz_targets";

/// The folder of the compiled programs.
const COMPILED: &str = "target/fuzz";

/// Runs the targets that are named, or all, for some seconds each. An input that a target fails on ends its run and is
/// left in `fuzz/artifacts`.
pub(crate) fn fuzz(options: &[&str]) -> Outcome {
    let (names, seconds) = chosen(&targets()?, options)?;
    let folder = tools::fuzz()?;
    // One after the other, even after one has failed.
    tests::gathered(names.iter().map(|name| run(&folder, name, seconds)))
}

fn run(folder: &Path, name: &str, seconds: u32) -> Outcome {
    let (found, kept) = (format!("fuzz/corpus/{name}"), format!("tests/fuzz/corpus/{name}"));
    fs::create_dir_all(root().join(&found)).map_err(|error| format!("{found}: {error}"))?;
    // Without a sanitizer: there is no unsafe code of ours to watch, and stable Rust has none.
    let program = Call::new("cargo-fuzz")
        .path([folder.to_path_buf()])
        .line("fuzz run --sanitizer none --target-dir")
        .arguments([COMPILED, name, &found, &kept]);
    let outcome = program
        .arguments(["--", &format!("-max_total_time={seconds}")])
        // A text of this length reaches every rule; a longer one only takes longer.
        .line("-max_len=8192 -timeout=20 -rss_limit_mb=4096 -print_final_stats=1")
        .run();
    outcome.map_err(|message| {
        format!(
            "{message}\nIf an input was found it is in fuzz/artifacts/{name}/. Put it into {kept}/ under a name that says \
             what it shows and mend the fault: the tests then keep it mended."
        )
    })
}

/// Compiles the programs without code: without libFuzzer, which takes longer than all the rest.
pub(crate) fn check() -> Outcome {
    Call::cargo()
        .line("check --manifest-path fuzz/Cargo.toml --locked --target-dir")
        .arguments([COMPILED])
        .variable("CUSTOM_LIBFUZZER_PATH", "not-linked/libfuzzer.a")
        .run()
}

/// Lists the names of all targets.
fn targets() -> Result<Vec<String>, String> {
    let failed = |error: std::io::Error| format!("{FOLDER}: {error}");
    let mut names = Vec::new();
    for entry in fs::read_dir(root().join(FOLDER)).map_err(failed)? {
        let place = entry.map_err(failed)?.path();
        names.extend(place.file_stem().map(|stem| stem.to_string_lossy().into_owned()));
    }
    names.sort_unstable();
    Ok(names)
}

/// Parses the options: the targets, and the seconds for each.
fn chosen(targets: &[String], options: &[&str]) -> Result<(Vec<String>, u32), String> {
    let (mut names, mut seconds) = (Vec::new(), 60);
    let mut options = options.iter();
    while let Some(&option) = options.next() {
        if option == "--seconds" {
            let number = options.next().and_then(|number| number.parse().ok());
            seconds = number.ok_or("--seconds needs a number.")?;
        } else if targets.iter().any(|name| name == option) {
            names.push(option.to_owned());
        } else {
            return Err(format!("There is no target {option}. There are: {}", targets.join(", ")));
        }
    }
    Ok((if names.is_empty() { targets.to_vec() } else { names }, seconds))
}

#[cfg(test)]
mod options {
    use super::*;

    #[test]
    fn one_target_or_all_are_chosen_and_a_wrong_name_is_refused() {
        let targets = ["compare".to_owned(), "decode".to_owned()];
        assert_eq!(chosen(&targets, &[]), Ok((targets.to_vec(), 60)));
        assert_eq!(chosen(&targets, &["decode", "--seconds", "5"]), Ok((vec!["decode".to_owned()], 5)));
        assert!(chosen(&targets, &["decode", "--seconds"]).is_err());
        let message = chosen(&targets, &["decoder"]).expect_err("no such target");
        assert!(message.contains("compare, decode"), "{message}");
    }
}
