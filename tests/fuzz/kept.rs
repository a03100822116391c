//! Runs a target over its kept inputs and mutations of them, and keeps the input that it fails on.

use std::env;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::{Path, PathBuf};

use crate::mutation::Mutator;

/// Mutations of a target's kept inputs, all together; `DUIDU_FUZZ_RUNS` asks for another number.
const RUNS: usize = 400;

/// Lists the names in a folder of the project, sorted.
pub(crate) fn entries(folder: &str) -> Vec<String> {
    let entries = fs::read_dir(at(folder)).unwrap_or_else(|error| panic!("{folder}: {error}"));
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort_unstable();
    names
}

/// Reads a file of the project.
pub(crate) fn text(file: &str) -> String {
    fs::read_to_string(at(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// Runs `target` over every kept input as it is, then over mutations of each in turn.
pub(crate) fn run(name: &str, target: fn(&[u8])) {
    let folder = format!("tests/fuzz/corpus/{name}");
    let kept: Vec<(String, Vec<u8>)> = entries(&folder)
        .into_iter()
        .map(|file| {
            let bytes = fs::read(at(&folder).join(&file)).unwrap();
            (file, bytes)
        })
        .collect();
    assert!(!kept.is_empty(), "{folder} holds no input");
    for (file, bytes) in &kept {
        attempt(name, target, bytes, &format!("{folder}/{file}"));
    }
    let runs = env::var("DUIDU_FUZZ_RUNS").map_or(RUNS, |runs| runs.parse().expect("a number of runs"));
    let seeds: Vec<&[u8]> = kept.iter().map(|(_, bytes)| bytes.as_slice()).collect();
    let mut mutator = Mutator::new(name, &seeds);
    for index in (0..kept.len()).cycle().take(runs) {
        let mutated = mutator.mutate(seeds[index]);
        attempt(name, target, &mutated, &format!("a mutation of {folder}/{}", kept[index].0));
    }
}

/// Runs `target` once. An input that it fails on is written to a file, which the message names.
fn attempt(name: &str, target: fn(&[u8]), input: &[u8], origin: &str) {
    let Err(panic) = catch_unwind(AssertUnwindSafe(|| target(input))) else { return };
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("fuzz-{name}"));
    match fs::write(&file, input) {
        Ok(()) => eprintln!("{name} failed on {origin}; the input is in {}", file.display()),
        Err(error) => eprintln!("{name} failed on {origin}: {input:?} (it could not be written: {error})"),
    }
    resume_unwind(panic);
}

fn at(place: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(place)
}
