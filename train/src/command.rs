//! The commands.

mod score;
mod train;

use std::io;

use crate::options::Options;

/// The message for a missing or unknown command.
const USAGE: &str = "\
duidu-train train --data FOLDER [--out FILE]      trains the model and writes it
duidu-train train-names --data FOLDER [--out FILE] trains the names of a model file anew
duidu-train score [--data FOLDER] [--folds N]     prints the table of scores; with FOLDER by cross-validation too (5-fold;
                                                  N = 1 holds out one treebank after the other)
duidu-train score-names --data FOLDER             prints the part of that table on names
duidu-train errors                                prints the gold sentences the model gets wrong
duidu-train speed --text FILE                     prints how fast the model segments a text
FOLDER holds ud/{gsd-dev,hk,pud}.conllu, ner/{gsd-train,gsd-dev}.iob2 and words/rime-cantonese-words.txt.
Names: --name-rows, --name-epochs, --name-reserve, --name-copies, --name-folds NUMBER; --name-errors yes prints the sentences
of gsd-dev whose names are not found as marked.
Common options: --model, --jieba, --gold, --unseen, --own FILE; --epochs, --rate, --least, --prune, --seed NUMBER.";

/// Runs a command line.
pub(crate) fn run(arguments: &[String]) -> io::Result<()> {
    let (command, rest) = arguments.split_first().ok_or_else(|| io::Error::other(USAGE))?;
    let options = Options::read(rest)?;
    match command.as_str() {
        "train" => train::train(&options),
        "train-names" => crate::entities::train(&options, options.text("out", train::MODEL)),
        "score" => score::score(&options),
        "score-names" => score::score_names(&options),
        "errors" => score::errors(&options),
        "speed" => score::speed(&options),
        _ => Err(io::Error::other(USAGE)),
    }
}
