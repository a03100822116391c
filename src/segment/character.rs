//! No words at all: the characters of a text, for readers who trust no segmenter.

use super::rules::Units;
use super::{Cut, Segmenter, Tag};
use crate::text::{Span, is_word_character};

/// Every ideograph is a token, with what modifies it; a number, a Latin word, an address on the web and an emoji
/// stay whole.
#[derive(Clone, Copy, Debug, Default)]
pub struct CharacterSegmenter;

impl Segmenter for CharacterSegmenter {
    fn segment(&self, text: &str, cuts: &mut Vec<Cut>) {
        let mut units = Units::new(text).map(|unit| unit.start).peekable();
        while let Some(start) = units.next() {
            let span = Span::new(start, units.peek().copied().unwrap_or(text.len()));
            let tag = if span.of(text).contains(is_word_character) { Tag::UNKNOWN } else { Tag::PUNCTUATION };
            cuts.push(Cut { span, tag });
        }
    }
}
