//! Training and scoring of the layer of names: `static/model/segmenter.bin` ends with its weights.

mod chart;
mod learn;
mod lesson;
mod name_files;
mod renaming;
mod tally;

use std::path::Path;
use std::{fs, io};

use duidu::entities::{EntityModel, NameKnowledge};
use duidu::segment::AccurateSegmenter;
use duidu::segment::accurate::{take_tail, with_tail};

use crate::data::JIEBA;
use crate::iob2::{self, MarkedSentence};
use crate::options::Options;
use learn::{EntitySettings, learn};
use lesson::MarkedWords;
use name_files::NameFiles;
use renaming::Renaming;
use tally::Tally;

/// Number of parts for cross-validation.
const FOLDS: usize = 5;

/// What sentences are read with.
struct Reading<'m> {
    segmenter: &'m AccurateSegmenter,
    knowledge: NameKnowledge,
    renaming: Renaming,
    copies: usize,
}

impl<'m> Reading<'m> {
    fn new(options: &Options, segmenter: &'m AccurateSegmenter) -> io::Result<Self> {
        let jieba = fs::read_to_string(options.text("jieba", JIEBA))?;
        let files = NameFiles::read(options)?;
        let renaming = Renaming::new(&files, &jieba, options.number("name-seed", 0x5eed)?);
        Ok(Self {
            segmenter,
            knowledge: NameKnowledge { lists: files.lists(&jieba), classes: name_files::classes(options)? },
            renaming,
            copies: options.number("name-copies", 1)?,
        })
    }

    fn words(&self, marked: MarkedSentence) -> MarkedWords {
        MarkedWords::new(marked, self.segmenter, &self.knowledge)
    }

    /// Learns from sentences and from copies of them with other names.
    fn learn(&self, read: &[&MarkedWords], settings: &EntitySettings) -> Vec<u8> {
        let (mut copies, mut renaming) = (Vec::new(), self.renaming.clone());
        for _ in 0..self.copies {
            let renamed = read.iter().filter_map(|read| renaming.rename(&read.marked));
            copies.extend(renamed.collect::<Vec<_>>().into_iter().map(|marked| self.words(marked)));
        }
        let all: Vec<&MarkedWords> = read.iter().copied().chain(&copies).collect();
        learn(&all, &self.knowledge, settings)
    }
}

/// Learns the names of the marked sentences over the words of a segmenter, and puts the weights behind its model.
pub(crate) fn complete(options: &Options, mut model: Vec<u8>) -> io::Result<Vec<u8>> {
    take_tail(&mut model);
    let segmenter = AccurateSegmenter::open(model.clone()).map_err(io::Error::other)?;
    let reading = Reading::new(options, &segmenter)?;
    let mut all = read(options, "gsd-train")?;
    all.extend(read(options, "gsd-dev")?);
    let read: Vec<MarkedWords> = all.into_iter().map(|marked| reading.words(marked)).collect();
    let weights = reading.learn(&read.iter().collect::<Vec<_>>(), &settings(options)?);
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
    let reading = Reading::new(options, segmenter)?;
    let with_words = |name: &str| -> io::Result<Vec<MarkedWords>> {
        Ok(read(options, name)?.into_iter().map(|marked| reading.words(marked)).collect())
    };
    let (all, other) = (with_words("gsd-train")?, with_words("gsd-dev")?);
    println!("\n{}", Tally::HEAD);
    let folds: usize = options.number("name-folds", FOLDS)?;
    let held = |fold: usize| all.len() * fold / FOLDS..all.len() * (fold + 1) / FOLDS;
    let of_fold = |fold: usize| {
        let kept = all.iter().enumerate().filter(|(at, _)| !held(fold).contains(at)).map(|(_, read)| read);
        reading.learn(&kept.collect::<Vec<_>>(), &settings)
    };
    // The parts are learnt side by side.
    let (learnt, by_fold) = std::thread::scope(|scope| {
        let folds: Vec<_> = (0..folds).map(|fold| scope.spawn(move || of_fold(fold))).collect();
        let learnt = reading.learn(&all.iter().collect::<Vec<_>>(), &settings);
        let by_fold: Result<Vec<_>, _> = folds.into_iter().map(|fold| fold.join()).collect();
        (learnt, by_fold)
    });
    let by_fold = by_fold.map_err(|_| io::Error::other("the training of a part stopped"))?;
    let mut tally = Tally::default();
    for (fold, learnt) in by_fold.iter().enumerate() {
        count(&mut tally, learnt, all.get(held(fold)).unwrap_or_default(), segmenter)?;
    }
    tally.print(&format!("gsd-train, {FOLDS} folds"));
    let mut tally = Tally::default();
    count(&mut tally, &learnt, &other, segmenter)?;
    tally.print("gsd-dev, learnt from gsd-train");
    if options.has("name-errors") {
        tally.print_causes();
        tally.errors(&EntityModel::open(&learnt).map_err(io::Error::other)?, &other, segmenter);
    }
    Ok(())
}

/// Counts the names found in some sentences with the weights learnt from others.
fn count(
    tally: &mut Tally,
    learnt: &[u8],
    held: &[MarkedWords],
    segmenter: &AccurateSegmenter,
) -> io::Result<()> {
    let model = EntityModel::open(learnt).map_err(io::Error::other)?;
    for read in held {
        let MarkedSentence { text, names, .. } = &read.marked;
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
        omitted: options.number("name-omitted", plain.omitted)?,
        rate: options.number("name-rate", plain.rate)?,
        least: options.number("name-least", plain.least)?,
    })
}

fn read(options: &Options, name: &str) -> io::Result<Vec<MarkedSentence>> {
    let path = Path::new(options.needed("data")?).join("ner").join(name).with_extension("iob2");
    Ok(iob2::sentences(&fs::read_to_string(path)?))
}
