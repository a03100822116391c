//! Training the model that ships.

use std::{fs, io};

use crate::data::Data;
use crate::learn::learn;
use crate::options::Options;
use crate::pack;

/// Where the model lies.
pub(crate) const MODEL: &str = "static/model/segmenter.bin";

/// Trains on all sentences and writes the model.
pub(crate) fn train(options: &Options) -> io::Result<()> {
    let data = Data::read(options)?;
    let examples = data.examples(|_, _| false);
    let (index, weights) = learn(&examples, &data.lists, &options.settings()?);
    let bytes = pack::pack(&index, &weights, &data.lists);
    let out = options.text("out", MODEL);
    fs::write(out, &bytes)?;
    println!("{out}: {} bytes, from {} sentences", bytes.len(), examples.len());
    Ok(())
}
