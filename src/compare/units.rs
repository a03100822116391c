//! The units of a comparison: characters, whole numbers and whole words of spaced scripts, folded.

use std::ops::Range;

use rustc_hash::FxHashMap;
use unicode_normalization::char::is_combining_mark;

use super::dateline::dateline;
use super::kin::kin;
use super::numerals;
use super::seen::seen;
use super::side::Side;
use crate::text::{Span, is_han, is_symbol, is_word_character, saturating_u32};

/// The smallest piece that two texts can share.
#[derive(Clone, Copy, Debug)]
pub(super) struct Symbol {
    /// Equal for units that are the same but for variant characters and width.
    pub(super) key: u32,
    /// The span in the text.
    pub(super) span: Span,
    /// Its kind.
    pub(super) kind: UnitKind,
    /// Letters, ideographs and digits in it.
    pub(super) letters: u32,
    /// True if a word begins here.
    pub(super) starts_word: bool,
    /// True if it belongs to the dateline, by which no sentence is recognised: all stories of a paper open with the same.
    pub(super) is_dateline: bool,
    /// Its significance, 0 to 1: rare characters near 1, punctuation near 0. Set by [`super::features`].
    pub(super) weight: f64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum UnitKind {
    /// An ideograph, a symbol, or a word of a script that has spaces.
    Word,
    /// Digits with their separators, or two Chinese numerals and more.
    Number,
    /// Any other visible character.
    Punctuation,
    /// White space without which two words would run together.
    Space,
}

impl UnitKind {
    /// Returns true if it carries content.
    pub(super) fn is_content(self) -> bool {
        matches!(self, Self::Word | Self::Number)
    }
}

/// The units of one side.
#[derive(Debug, Default)]
pub(super) struct Symbols {
    /// In the order of the text.
    pub(super) all: Vec<Symbol>,
    /// The units of each sentence.
    pub(super) sentences: Vec<Range<usize>>,
}

/// Returns the units of a range; none if it is out of bounds.
pub(super) fn within<'a>(units: &'a [Symbol], range: &Range<usize>) -> &'a [Symbol] {
    units.get(range.clone()).unwrap_or_default()
}

/// A numbering of pieces in which equal pieces of both sides get equal numbers.
#[derive(Default)]
pub(super) struct Alphabet {
    ids: FxHashMap<String, u32>,
}

/// Keys of pieces longer than one character begin where characters end.
const FIRST_LONG_KEY: u32 = char::MAX as u32 + 1;

impl Alphabet {
    fn key(&mut self, folded: &[char]) -> u32 {
        if let &[c] = folded {
            return c as u32;
        }
        let next = FIRST_LONG_KEY.saturating_add(saturating_u32(self.ids.len()));
        *self.ids.entry(folded.iter().collect()).or_insert(next)
    }

    /// Splits the sentences of `side` into units.
    pub(super) fn units(&mut self, side: Side<'_>) -> Symbols {
        let mut units = Symbols::default();
        for &sentence in side.sentences {
            let first = units.all.len();
            self.cut(side, sentence, &mut units.all);
            units.sentences.push(first..units.all.len());
        }
        units
    }

    fn cut(&mut self, side: Side<'_>, sentence: Span, units: &mut Vec<Symbol>) {
        let base = sentence.start as usize;
        let text = sentence.of(side.text);
        let (offsets, folded): (Vec<usize>, Vec<char>) =
            seen(text).into_iter().map(|(offset, c)| (base.saturating_add(offset), kin(c))).unzip();
        let offset = |at: usize| offsets.get(at).copied().unwrap_or(sentence.end as usize);
        let first = side.tokens.partition_point(|token| token.span.start < sentence.start);
        let tokens = side.tokens.get(first..).unwrap_or_default();
        let mut tokens = tokens.iter().map(|token| token.span.start as usize).peekable();

        let told_from = dateline(side.text, sentence).map_or(0, |opening| u64::from(opening.end));
        let (mut at, mut before) = (0, None);
        while let Some(rest @ [_, ..]) = folded.get(at..) {
            let (length, kind) = piece(before, rest);
            let piece = rest.get(..length).unwrap_or(rest);
            let is_first = before.is_none();
            let (start, end) = (offset(at), offset(at.saturating_add(piece.len())));
            at = at.saturating_add(piece.len());
            before = piece.last().copied();
            let Some(kind) = kind else { continue };
            while tokens.next_if(|&token| token < start).is_some() {}
            let key = if kind == UnitKind::Space { u32::from(' ') } else { self.key(piece) };
            units.push(Symbol {
                key,
                span: Span::new(start, end),
                kind,
                letters: piece.iter().filter(|&&c| is_word_character(c)).map(|_| 1).sum(),
                starts_word: side.tokens.is_empty() || tokens.peek() == Some(&start) || is_first,
                is_dateline: (start as u64) < told_from,
                weight: 0.0,
            });
        }
    }
}

/// Returns the length and kind of the piece that `rest` begins with; no kind for insignificant white space.
fn piece(before: Option<char>, rest: &[char]) -> (usize, Option<UnitKind>) {
    let run = |belongs: fn(char) -> bool| rest.iter().take_while(|&&c| belongs(c)).count();
    let space = run(char::is_whitespace);
    if space > 0 {
        let parts_words = before.is_some_and(is_spaced) && rest.get(space).copied().is_some_and(is_spaced);
        return (space, parts_words.then_some(UnitKind::Space));
    }
    let digits = numerals::digits(rest);
    if digits > 0 {
        return (digits, Some(UnitKind::Number));
    }
    let chinese = numerals::chinese(rest);
    if chinese > 1 {
        return (chinese, Some(UnitKind::Number));
    }
    let letters = run(is_spaced_letter);
    if letters > 0 {
        return (letters, Some(UnitKind::Word));
    }
    let kind = if rest.first().copied().is_some_and(|c| is_word_character(c) || is_symbol(c)) {
        UnitKind::Word
    } else {
        UnitKind::Punctuation
    };
    (1, Some(kind))
}

/// Returns true if white space beside `c` may separate two words.
fn is_spaced(c: char) -> bool {
    is_spaced_letter(c) || c.is_ascii_digit()
}

/// Returns true for letters of scripts that set spaces between words, from Latin to Arabic and related ones.
fn is_spaced_letter(c: char) -> bool {
    (c.is_alphabetic() || is_combining_mark(c)) && !is_han(c) && c < '\u{0E00}'
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::RegionalWording;

    fn cut(text: &str) -> Vec<&str> {
        let sentences = [Span::new(0, text.len())];
        let side = Side { text, sentences: &sentences, tokens: &[], regional: RegionalWording::bundled() };
        Alphabet::default().units(side).all.iter().map(|unit| unit.span.of(text)).collect()
    }

    #[test]
    fn numbers_and_latin_words_stay_whole() {
        assert_eq!(cut("增長5.8%，1,256萬"), ["增", "長", "5.8", "%", "，", "1,256", "萬"]);
        assert_eq!(cut("三十五個TikTok"), ["三十五", "個", "TikTok"]);
    }

    #[test]
    fn white_space_counts_between_latin_words_only() {
        assert_eq!(
            cut("推動 「大」 ，New  York 在"),
            ["推", "動", "「", "大", "」", "，", "New", "  ", "York", "在"]
        );
    }
}
