//! The model of the accurate segmenter: made and scored by the program in `train/`, built for speed.

use crate::call::{Call, Outcome};

/// Trains the model on the treebanks and word lists in a folder and writes it where it ships.
pub(crate) fn train(options: &[&str]) -> Outcome {
    run("train", options)
}

/// Prints how accurate each mode is: on the sentences of the repository, and by cross-validation with a folder.
pub(crate) fn score(options: &[&str]) -> Outcome {
    run("score", options)
}

fn run(command: &str, options: &[&str]) -> Outcome {
    let program = Call::cargo().line("run --release --quiet --package duidu-train --");
    program.arguments([command]).arguments(options).run()
}
