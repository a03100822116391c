//! The accurate segmenter: a linear model over characters and word lists, decoded over a lattice of words.
//!
//! Every character is scored as the beginning, middle or end of a word or as a word by itself, from the
//! characters around it and from what the word lists match there; every stretch is scored as a word from its
//! length and its entry in the lists; the best sum over a sentence wins. All sums are of integers and every
//! tie falls to the shorter word, so the same bytes give the same words on every machine.
//!
//! The model file is trained by `duidu-train` and is used where it lies in memory. See
//! `static/model/MODEL-CARD.md` for its data, licence and scores.

mod buckets;
mod contexts;
mod file;
mod lanes;
mod lattice;
mod names;
mod patterns;
#[cfg(test)]
mod tests;
mod words;

pub use buckets::{Buckets, place};
pub use contexts::families;
pub use file::{FORMAT, Model, ModelError, Parts, TABLES, Table, encode};
pub use lattice::{LONGEST, Scratch};
pub use patterns::{NGRAMS, Patterns, Sentence, TEMPLATES, Template, for_each_pattern};
pub use words::{Hasher, KNOWN, LONGEST_LISTED, Words};

use super::rules::{Kind, Units};
use super::{Cut, Segmenter, Tag};
use crate::text::{Span, fold_char};

/// A sentence longer than this is cut wherever it stands, so that memory stays bounded on any input.
const MOST_UNITS: usize = 4096;

/// The accurate segmenter.
#[derive(Debug)]
pub struct AccurateSegmenter {
    model: Model,
}

impl AccurateSegmenter {
    /// Opens a model file.
    ///
    /// # Errors
    /// When the bytes are not a model of this version, or not whole.
    pub fn open(bytes: Vec<u8>) -> Result<Self, ModelError> {
        Ok(Self { model: Model::open(bytes)? })
    }

    /// The model.
    pub fn model(&self) -> &Model {
        &self.model
    }
}

/// The part of speech of a word the lists lack, where its writing gives it away.
fn by_rule(word: &str) -> Tag {
    let mut kinds = Units::new(word).map(|unit| unit.kind);
    let Some(first) = kinds.next() else { return Tag::UNKNOWN };
    let last = kinds.clone().last().unwrap_or(first);
    let counts = matches!(first, Kind::Number | Kind::Numeral);
    match (first, last) {
        (Kind::Mark | Kind::Space | Kind::Dot, _) => Tag::PUNCTUATION,
        _ if kinds.clone().any(|kind| kind == Kind::Dot) => Tag::named("nrt"),
        _ if counts && last == Kind::Time => Tag::named("t"),
        _ if counts && kinds.all(|kind| kind == Kind::Numeral) => Tag::NUMBER,
        (Kind::Latin, Kind::Latin) => Tag::LATIN,
        _ => Tag::UNKNOWN,
    }
}

impl Segmenter for AccurateSegmenter {
    fn segment(&self, text: &str, cuts: &mut Vec<Cut>) {
        let mut scratch = Scratch::default();
        let mut units = Units::new(text).peekable();
        while units.peek().is_some() {
            scratch.clear();
            for unit in units.by_ref() {
                scratch.push(unit);
                if unit.ends_sentence || scratch.len() == MOST_UNITS {
                    break;
                }
            }
            let end = units.peek().map_or(text.len(), |unit| unit.start);
            scratch.decode(&self.model);
            for (first, last) in scratch.words() {
                let start = scratch.start(first);
                let end = if last == scratch.len() { end } else { scratch.start(last) };
                let tag = match scratch.tag(first, last) {
                    Tag::UNKNOWN => by_rule(&text[start..end]),
                    tag => tag,
                };
                cuts.push(Cut { span: Span::new(start, end), tag });
            }
        }
    }
}

/// The folded symbols of a word as the word lists know it.
pub fn symbols(word: &str) -> impl Iterator<Item = char> {
    Units::new(word).map(|unit| fold_char(unit.symbol))
}
