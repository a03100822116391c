//! Training of the bundled model.

use std::collections::BTreeSet;
use std::{fs, io};

use crate::data::{Data, GOLD, UNSEEN};
use crate::gold::Gold;
use crate::learn::learn;
use crate::options::Options;
use crate::{entities, pack};

/// The path of the model.
pub(crate) const MODEL: &str = "static/model/segmenter.bin";

/// Trains on all sentences and writes the model, and the list of words of the gold sentences it never saw:
/// scoring reports their recall separately, and has no treebank in a fresh clone.
pub(crate) fn train(options: &Options) -> io::Result<()> {
    let data = Data::read(options)?;
    let settings = options.settings()?;
    let examples = data.examples(|_, _| false, &settings);
    let (index, weights) = learn(&examples, &data.lists, &settings);
    let words = pack::pack(&index, &weights, &data.lists, settings.prune);
    let bytes = entities::complete(options, words)?;
    let out = options.text("out", MODEL);
    fs::write(out, &bytes)?;
    let unseen = unseen_words(options, &data)?;
    fs::write(options.text("unseen", UNSEEN), unseen)?;
    println!("{out}: {} bytes, from {} sentences", bytes.len(), examples.len());
    Ok(())
}

/// Lists the words of the gold sentences, under any reader's choice, that the training text lacks, one per
/// line.
fn unseen_words(options: &Options, data: &Data) -> io::Result<String> {
    let gold = Gold::read(&fs::read_to_string(options.text("gold", GOLD))?);
    let seen = data.vocabulary(|_, _| false);
    let words: BTreeSet<&str> =
        gold.iter().flat_map(Gold::words).filter(|&word| !seen.contains(word)).collect();
    Ok(words.into_iter().flat_map(|word| [word, "\n"]).collect())
}
