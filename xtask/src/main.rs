//! The project's own commands: set-up, build, test and bench, so that a fresh clone needs nothing but cargo.
//!
//! One dependency, of which the build has need as well: this is compiled before anything else can happen, and a newcomer
//! waits for it.

mod bench;
mod browser;
mod call;
mod check;
mod deny;
mod deploy;
mod features;
mod finish;
mod fuzz;
mod model;
mod npm;
mod offline;
mod pdf;
mod serve;
mod spark;
mod steps;
mod tests;
mod tools;
mod wasm_opt;

use std::process::ExitCode;
use std::time::Instant;

const HELP: &str = "\
Usage: cargo xtask <command>

  serve [trunk's options]   build, open the page and rebuild it on every change (needs nothing beyond cargo)
  build                     the release build, left in dist/: copy it to any static server
  npm                       the engine as a package for npm, left in dist-npm/
  test [part]               everything, or one of: native, components, npm, browser, kill [--rounds N] [--seed N]
                            (Chromium ended at random moments: what was confirmed is there afterwards)
  test spark                the example for Spark over 200,000 generated documents; says so and ends where Java 17 or
                            Python is missing
  bundle [file]             makes one HTML file of dist/ (duidu.html) that runs from a disk, without a server
  deploy-check [address]    the smoke test on dist/ under a sub-path with strict headers, or on a page at an address, in
                            Chromium and in Firefox where it is found
  fuzz [target…] [--seconds N]
                            each fuzz target, or those named, for N seconds (60) each
  bench [part]              speed and size; parts: browser (against other segmenters; --record appends its ratios to
                            docs/ratios.tsv), counts (each query), compare (against two difference tools), ingest
                            (files to texts), tasks (what keeps the page busy for more than 50 ms)
  score [--data FOLDER]     how accurate the words of each mode are; with FOLDER also by cross-validation
  train --data FOLDER       trains the model of the accurate mode, static/model/segmenter.bin, anew
  finish                    what Trunk calls at the end of a build: puts pdf.js, which reads PDFs, and the list of all
                            files, by which the page works offline, into the page's folder
  check [--install]         formatting, lints, sets of features and licences; --install fetches cargo-deny if it is
                            missing

FOLDER holds ud/{gsd-dev,hk,pud}.conllu, ner/{gsd-train,gsd-dev}.iob2 (Universal Dependencies and Universal NER) and
words/rime-cantonese-words.txt.
Tools that are missing are installed: what cargo compiles into duidu-tools in the user's folder of caches, the rest into
.tools/; what needs root is named before it is done.";

fn main() -> ExitCode {
    if wasm_opt::called_as_stand_in() {
        return wasm_opt::pass_through();
    }
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let start = Instant::now();
    let outcome = match words.as_slice() {
        ["serve", options @ ..] => serve::serve(options),
        ["build"] => serve::build(),
        ["test"] => tests::all(),
        ["test", "native"] => tests::native(),
        ["test", "components"] => tests::components(),
        ["npm"] => npm::build(),
        ["test", "npm"] => npm::test(),
        ["test", "browser", options @ ..] => tests::browser(options),
        ["test", "kill", options @ ..] => tests::kill(options),
        ["test", "spark"] => spark::test(),
        ["bundle", options @ ..] => deploy::bundle(options),
        ["deploy-check", options @ ..] => deploy::check(options),
        ["fuzz", options @ ..] => fuzz::fuzz(options),
        ["bench"] => bench::browser(&[]),
        ["bench", "browser", options @ ..] => bench::browser(options),
        ["bench", "counts"] => bench::counts(),
        ["bench", "ingest"] => bench::ingest(),
        ["bench", "tasks", options @ ..] => bench::tasks(options),
        ["bench", "compare", options @ ..] => bench::compare(options),
        ["score", options @ ..] => model::score(options),
        ["train", options @ ..] => model::train(options),
        ["finish"] => finish::finish(),
        ["check"] => check::check(false),
        ["check", "--install"] => check::check(true),
        [] | ["help" | "--help" | "-h"] => {
            println!("{HELP}");
            Ok(())
        }
        other => Err(format!("no such command: {}\n\n{HELP}", other.join(" "))),
    };
    steps::print(start);
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("\n{message}");
            ExitCode::FAILURE
        }
    }
}
