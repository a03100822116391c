//! Training and scoring of the layer of names: `static/model/segmenter.bin` ends with its weights.

mod chart;
mod iob;
mod learn;
mod lesson;
mod tally;

use std::path::Path;
use std::{fs, io};

use duidu::entities::EntityModel;
use duidu::segment::AccurateSegmenter;
use duidu::segment::accurate::{take_tail, with_tail};

use crate::options::Options;
use iob::Marked;
use learn::{EntitySettings, learn};
use lesson::MarkedWords;
use tally::Tally;

/// Number of parts for cross-validation.
const FOLDS: usize = 5;

/// Learns the names of the marked sentences over the words of a segmenter, and puts the weights behind its model.
pub(crate) fn complete(options: &Options, mut model: Vec<u8>) -> io::Result<Vec<u8>> {
    take_tail(&mut model);
    let segmenter = AccurateSegmenter::open(model.clone()).map_err(io::Error::other)?;
    let mut all = read(options, "gsd-train")?;
    all.extend(read(options, "gsd-dev")?);
    let read: Vec<MarkedWords> = all.into_iter().map(|marked| MarkedWords::new(marked, &segmenter)).collect();
    let weights = learn(&read.iter().collect::<Vec<_>>(), &settings(options)?);
    Ok(with_tail(model, &weights))
}

/// Trains the names of a model file anew.
pub(crate) fn train(options: &Options, file: &str) -> io::Result<()> {
    let whole = complete(options, fs::read(file)?)?;
    fs::write(file, &whole)?;
    println!("{file}: {} bytes with names", whole.len());
    Ok(())
}

/// Prints the scores of names: by cross-validation over the training sentences, then on the others.
pub(crate) fn score(options: &Options, segmenter: &AccurateSegmenter) -> io::Result<()> {
    let settings = settings(options)?;
    let with_words = |name: &str| -> io::Result<Vec<MarkedWords>> {
        Ok(read(options, name)?.into_iter().map(|marked| MarkedWords::new(marked, segmenter)).collect())
    };
    let (all, other) = (with_words("gsd-train")?, with_words("gsd-dev")?);
    println!("\n{}", Tally::HEAD);
    let mut tally = Tally::default();
    for fold in 0..FOLDS {
        let held = all.len() * fold / FOLDS..all.len() * (fold + 1) / FOLDS;
        let kept = all.iter().enumerate().filter(|(at, _)| !held.contains(at)).map(|(_, read)| read);
        count(
            &mut tally,
            &kept.collect::<Vec<_>>(),
            all.get(held.clone()).unwrap_or_default(),
            segmenter,
            &settings,
        )?;
    }
    tally.print(&format!("gsd-train, {FOLDS} folds"));
    let mut tally = Tally::default();
    count(&mut tally, &all.iter().collect::<Vec<_>>(), &other, segmenter, &settings)?;
    tally.print("gsd-dev, learnt from gsd-train");
    Ok(())
}

/// Counts the names found in some sentences after learning from others.
fn count(
    tally: &mut Tally,
    learnt: &[&MarkedWords],
    held: &[MarkedWords],
    segmenter: &AccurateSegmenter,
    settings: &EntitySettings,
) -> io::Result<()> {
    let model = EntityModel::open(&learn(learnt, settings)).map_err(io::Error::other)?;
    for read in held {
        let Marked { text, names } = &read.marked;
        let entities = model.entities(text, &read.tokens, segmenter.model(), |_| None);
        let found: Vec<_> = entities.iter().map(|entity| (entity.span, entity.kind)).collect();
        tally.add(names, &found);
    }
    Ok(())
}

fn settings(options: &Options) -> io::Result<EntitySettings> {
    let plain = EntitySettings::default();
    Ok(EntitySettings {
        rows: options.number("name-rows", plain.rows)?,
        epochs: options.number("name-epochs", plain.epochs)?,
        reserve: options.number("name-reserve", plain.reserve)?,
        ..plain
    })
}

fn read(options: &Options, name: &str) -> io::Result<Vec<Marked>> {
    let path = Path::new(options.needed("data")?).join("ner").join(name).with_extension("iob2");
    Ok(iob::sentences(&fs::read_to_string(path)?))
}
