//! Trains and scores the accurate segmenter: `cargo xtask train` and `cargo xtask score`.

mod agreement;
mod command;
mod conllu;
mod convention;
mod data;
mod entities;
mod example;
mod function_words;
mod gold;
mod iob2;
mod joining;
mod learn;
mod lists;
mod names;
mod options;
mod pack;
mod reliability;
mod renaming;
mod score;

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match command::run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
