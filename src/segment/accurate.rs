//! The accurate segmenter: a linear model over characters and word lists, decoded over a lattice of words.
//!
//! Every character is scored as the beginning, middle or end of a word or as a word by itself, from the
//! characters around it and from the matches of the word lists there; every stretch is scored as a word from
//! its length and its entry in the lists; the best sum over a sentence wins. All sums are of integers and
//! every tie goes to the shorter word, so the same bytes give the same words on every machine.
//!
//! The model file is trained by `duidu-train` and is used in place in memory. See
//! `static/model/MODEL-CARD.md` for its data, licence and scores.

mod buckets;
mod contexts;
mod doubt;
mod file;
mod lanes;
mod lattice;
mod lookups;
mod margins;
mod names;
mod patterns;
mod tail;
#[cfg(test)]
mod tests;
mod words;

pub use buckets::{Buckets, place};
pub use contexts::{VIEWS, families};
pub use doubt::{Boundary, Doubt};
pub use file::{FORMAT, Model, ModelError, ModelParts, TABLES, WeightTable, encode};
pub use lattice::{LONGEST, Scratch};
pub use margins::CERTAIN;
pub use patterns::{NGRAMS, Patterns, Sentence, TEMPLATES, Template, for_each_pattern};
pub use tail::{take_tail, with_tail};
use words::is_tagged;
pub use words::{Hasher, KNOWN, LONGEST_LISTED, WordLists};

use super::rules::RuleUnits;
use super::{Segmenter, Tag, TokenSpan};
use crate::text::fold_char;

/// The number of score steps per natural logarithm of odds: a reading that scores this much more than another
/// is e times as likely according to the model. (A conditional random field's scores are logarithms of odds;
/// training rounds its weights to whole steps.)
pub const SCALE: i32 = 256;

/// The margin below which a doubt is shown.
///
/// By cross-validation, one word in ten is below it, and more than half of all wrong words are among them.
/// `cargo xtask score` prints the table, and `static/model/MODEL-CARD.md` records it.
pub const DOUBTFUL: i32 = SCALE * 7 / 4;

/// Maximum length of a sentence in units; a longer one is divided there, so that memory is bounded on any
/// input.
const MOST_UNITS: usize = 4096;

/// The accurate segmenter.
#[derive(Debug)]
pub struct AccurateSegmenter {
    model: Model,
    /// The bytes after the model in its file.
    tail: Vec<u8>,
}

impl AccurateSegmenter {
    /// Opens a model file.
    ///
    /// # Errors
    /// Returns an error if the bytes are not a model of this version, or not complete.
    pub fn open(mut bytes: Vec<u8>) -> Result<Self, ModelError> {
        let tail = take_tail(&mut bytes);
        Ok(Self { model: Model::open(bytes)?, tail })
    }

    /// Returns the bytes after the model in its file, which belong to the layer of names.
    pub fn tail(&self) -> &[u8] {
        &self.tail
    }

    /// Returns the model.
    pub fn model(&self) -> &Model {
        &self.model
    }

    /// Returns the tag the lists have for a word of one character; [`Tag::UNKNOWN`] if they lack it. `symbol`
    /// is folded.
    pub fn tag_of_character(&self, symbol: char) -> Tag {
        let mut tag = Tag::UNKNOWN;
        self.model.words().at(&[symbol], |_, known, number| {
            if is_tagged(known) {
                tag = Tag::numbered(number);
            }
        });
        tag
    }

    /// Calls `sentence` with each sentence of the text, ready for decoding, and the byte at which it ends.
    #[inline]
    fn for_each_sentence(&self, text: &str, mut sentence: impl FnMut(&mut Scratch, usize)) {
        let mut scratch = Scratch::default();
        let mut units = RuleUnits::new(text);
        while units.position() < text.len() {
            scratch.clear();
            for unit in units.by_ref() {
                scratch.push(unit);
                if unit.ends_sentence || scratch.len() == MOST_UNITS {
                    break;
                }
            }
            sentence(&mut scratch, units.position());
        }
    }
}

impl Segmenter for AccurateSegmenter {
    fn segment(&self, text: &str, tokens: &mut Vec<TokenSpan>) {
        self.for_each_sentence(text, |scratch, end| {
            scratch.decode(&self.model);
            scratch.tokens(text, end, tokens);
        });
    }
}

/// Returns the folded symbols of a word as in the word lists.
pub fn symbols(word: &str) -> impl Iterator<Item = char> {
    RuleUnits::new(word).map(|unit| fold_char(unit.symbol))
}
