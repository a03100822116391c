//! Segmentation of text into words. A segmenter knows neither stories nor counts; it takes one text and
//! returns tokens that tile it.

pub mod accurate;
mod character;
mod corrections;
mod jieba;
pub mod rules;
mod tag;
pub mod terms;

pub use accurate::{AccurateSegmenter, Boundary, CERTAIN, DOUBTFUL, Doubt, SCALE};
pub use character::CharacterSegmenter;
pub use corrections::{Concern, CorrectionIndex};
pub use jieba::{DictionaryError, JiebaSegmenter};
pub use tag::Tag;

use crate::text::Span;

/// The place of a token and its part of speech.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TokenSpan {
    /// Its place in the text.
    pub span: Span,
    /// Its part of speech.
    pub tag: Tag,
}

/// A segmenter of text into words.
///
/// The contract every implementation is tested against: the tokens of [`Segmenter::segment`] follow each other
/// without gap or overlap from the first byte to the last, each on character boundaries, none empty; and the
/// same text always gives the same tokens.
pub trait Segmenter {
    /// Appends the words of `text`, in order, to `tokens`.
    fn segment(&self, text: &str, tokens: &mut Vec<TokenSpan>);
}
