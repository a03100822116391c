//! The words of one document, in order.

use crate::text::Span;

use super::WordId;

/// One token of a document: a word, a mark of punctuation or white space.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Its place in the document's text.
    pub span: Span,
    /// Its form, as printed.
    pub word: WordId,
    /// Its part of speech, by its number in [`crate::segment::Tag`].
    pub tag: u8,
    /// True if it has a letter, an ideograph or a digit, and so is counted.
    pub is_word: bool,
}

/// The tokens of one document; they tile its text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tokens {
    /// In the order of the text.
    pub all: Vec<Token>,
}

impl Tokens {
    /// Returns the tokens that are counted.
    pub fn words(&self) -> impl Iterator<Item = &Token> {
        self.all.iter().filter(|token| token.is_word)
    }

    /// Returns the number of tokens that are counted.
    pub fn word_count(&self) -> u32 {
        self.words().map(|_| 1).sum()
    }

    /// Returns the tokens that lie wholly inside `span`.
    pub fn inside(&self, span: Span) -> &[Token] {
        let first = self.all.partition_point(|token| token.span.start < span.start);
        let last = self.all.partition_point(|token| token.span.end <= span.end);
        &self.all[first..last.max(first)]
    }
}
