//! jieba over a folded copy of the text.
//!
//! jieba's dictionary is Simplified. If looked up as printed, about a third of the words of a Hong Kong
//! newspaper are in it; if looked up through [`crate::text::fold`], nine in ten. Folding is character for
//! character, so each word found in the copy is at the same character offsets in the text.

use std::collections::BTreeMap;

use jieba_rs::Jieba;
use thiserror::Error;

use super::{Segmenter, Tag, TokenSpan};
use crate::text::{Span, fold, fold_char, is_word_character, saturating_u32};

/// jieba with its hidden Markov model for words the dictionary lacks.
#[derive(Debug)]
pub struct JiebaSegmenter {
    jieba: Jieba,
    entries: u32,
}

/// An error in a dictionary.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
#[error("line {line} is not “word frequency tag”")]
pub struct DictionaryError {
    /// The first line that cannot be parsed, from 1.
    pub line: u32,
}

/// Number of entries between two progress reports: about a dozen reports for jieba's own dictionary.
const REPORT_EVERY: u32 = 1 << 15;

impl JiebaSegmenter {
    /// Parses a dictionary of lines “word frequency tag” in UTF-8.
    ///
    /// Entries that fold to the same form are one entry with the sum of their frequencies. `on_progress` is
    /// called from time to time with the number of entries done.
    ///
    /// # Errors
    /// Returns an error if a line has no word, has no whole number for a frequency, or is not UTF-8, and if
    /// there is no line.
    pub fn open(dictionary: &[u8], mut on_progress: impl FnMut(u32)) -> Result<Self, DictionaryError> {
        let dictionary = str::from_utf8(dictionary).map_err(|error| {
            let before = &dictionary[..error.valid_up_to()];
            DictionaryError { line: count(before.iter().filter(|&&byte| byte == b'\n')) + 1 }
        })?;
        let (folding, mut reached_by_folding) = entries_reached_by_folding(dictionary);
        let mut folding = folding.into_iter().peekable();
        let mut jieba = Jieba::empty();
        let mut entries = 0;
        for (line, number) in dictionary.lines().zip(1..) {
            let DictionaryLine { word, frequency, tag } =
                DictionaryLine::read(line).ok_or(DictionaryError { line: number })?;
            entries = number;
            if number % REPORT_EVERY == 0 {
                on_progress(number);
            }
            if folding.next_if_eq(&number).is_none() {
                let more = reached_by_folding.remove(word).map_or(0, |entry| entry.frequency);
                jieba.add_word(word, Some(frequency.saturating_add(more)), Some(tag));
            }
        }
        for (word, DictionaryLine { frequency, tag, .. }) in reached_by_folding {
            jieba.add_word(&word, Some(frequency), Some(tag));
        }
        if entries == 0 {
            return Err(DictionaryError { line: 1 });
        }
        Ok(Self { jieba, entries })
    }

    /// Returns the number of entries in the dictionary file.
    pub fn entries(&self) -> u32 {
        self.entries
    }

    /// Returns the words of `text` given as `tokens`, each after the shorter words of two and three characters
    /// inside it that the dictionary has, as in jieba's own search mode. They overlap.
    pub fn segment_for_search(&self, text: &str, tokens: &[TokenSpan]) -> Vec<TokenSpan> {
        let mut found = Vec::with_capacity(tokens.len());
        for &whole in tokens {
            let folded: Vec<(usize, char)> =
                whole.span.of(text).char_indices().map(|(offset, c)| (offset, fold_char(c))).collect();
            for length in [2, 3] {
                if folded.len() <= length {
                    break;
                }
                found.extend(folded.windows(length).enumerate().filter_map(|(first, inside)| {
                    let word: String = inside.iter().map(|&(_, c)| c).collect();
                    let end = folded.get(first + length).map_or(whole.span.len(), |&(offset, _)| offset);
                    let start = whole.span.start as usize;
                    let span = Span::new(start + inside.first()?.0, start + end);
                    self.jieba
                        .has_word(&word)
                        .then(|| TokenSpan { span, tag: self.tag(span.of(text), &word) })
                }));
            }
            found.push(whole);
        }
        found
    }

    /// Returns every word of `text` that the dictionary has. They overlap.
    pub fn segment_fully(&self, text: &str) -> Vec<TokenSpan> {
        let folded = fold(text);
        self.place(text, self.jieba.cut_all(&folded))
    }

    /// Converts `tokens`, whose places count characters of the folded copy, to tokens of the text itself.
    fn place(&self, text: &str, tokens: Vec<jieba_rs::Token<'_>>) -> Vec<TokenSpan> {
        let mut offsets: Vec<usize> = text.char_indices().map(|(offset, _)| offset).collect();
        offsets.push(text.len());
        tokens
            .into_iter()
            .map(|token| {
                let span = Span::new(offsets[token.start], offsets[token.end]);
                TokenSpan { span, tag: self.tag(span.of(text), token.word) }
            })
            .collect()
    }

    /// Returns the tag of a form whose folded copy is `word`.
    fn tag(&self, form: &str, word: &str) -> Tag {
        let tag = self.jieba.tag(word, false);
        tag_of(form, if let [only] = tag.as_slice() { only.tag } else { "x" })
    }
}

impl Segmenter for JiebaSegmenter {
    fn segment(&self, text: &str, tokens: &mut Vec<TokenSpan>) {
        let folded = fold(text);
        let mut chars = text.char_indices().map(|(offset, _)| offset);
        let mut start = chars.next().unwrap_or(0);
        for token in self.jieba.tag(&folded, true) {
            let end = chars.nth(token.end - token.start - 1).unwrap_or(text.len());
            let span = Span::new(start, end);
            tokens.push(TokenSpan { span, tag: tag_of(span.of(text), token.tag) });
            start = end;
        }
    }
}

fn tag_of(form: &str, tag: &str) -> Tag {
    if form.contains(is_word_character) { Tag::named(tag) } else { Tag::PUNCTUATION }
}

/// One line of a dictionary.
struct DictionaryLine<'a> {
    word: &'a str,
    frequency: usize,
    tag: &'a str,
}

impl<'a> DictionaryLine<'a> {
    /// Parses a line; the tag may be missing.
    fn read(line: &'a str) -> Option<Self> {
        let (word, rest) = line.split_once(' ')?;
        let (frequency, tag) = rest.split_once(' ').unwrap_or((rest, "x"));
        let frequency = frequency.parse().ok()?;
        (!word.is_empty()).then_some(Self { word, frequency, tag })
    }
}

/// Collects the entries that are not written in the folded form: their lines, and the entries under that
/// form, with the sum of the frequencies of those that share it. They are few, as the dictionary is
/// Simplified.
fn entries_reached_by_folding(dictionary: &str) -> (Vec<u32>, BTreeMap<String, DictionaryLine<'_>>) {
    let mut lines = Vec::new();
    let mut reached: BTreeMap<String, DictionaryLine<'_>> = BTreeMap::new();
    for (line, number) in dictionary.lines().zip(1..) {
        if !line.chars().any(|c| fold_char(c) != c) {
            continue;
        }
        if let Some(entry) = DictionaryLine::read(line) {
            lines.push(number);
            let known = reached.entry(fold(entry.word)).or_insert(DictionaryLine { frequency: 0, ..entry });
            known.frequency = known.frequency.saturating_add(entry.frequency);
        }
    }
    (lines, reached)
}

fn count<T>(items: impl Iterator<Item = T>) -> u32 {
    saturating_u32(items.count())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn small() -> JiebaSegmenter {
        let dictionary = "世界 100 n\n卫生 50 vn\n组织 80 n\n着名 3 a\n著名 40 a\n着 10 uz\n平台 30 n\n";
        JiebaSegmenter::open(dictionary.as_bytes(), |_| ()).unwrap()
    }

    fn words(text: &str) -> Vec<&str> {
        let mut tokens = Vec::new();
        small().segment(text, &mut tokens);
        tokens.into_iter().map(|token| token.span.of(text)).collect()
    }

    #[test]
    fn finds_words_under_every_writing_and_returns_them_as_printed() {
        assert_eq!(words("世界衞生組織"), ["世界", "衞生", "組織"]);
        assert_eq!(words("世界衛生組織"), ["世界", "衛生", "組織"]);
        assert_eq!(words("著名平臺"), ["著名", "平臺"]);
    }

    #[test]
    fn a_folded_character_of_another_length_does_not_shift_later_words() {
        // 𫝈 takes four bytes and 㑮 three.
        assert_eq!(words("㑮平台"), ["㑮", "平台"]);
    }

    #[test]
    fn reports_the_first_invalid_line() {
        let open = |bytes: &[u8]| JiebaSegmenter::open(bytes, |_| ()).map(|_| ()).unwrap_err().line;
        assert_eq!(open("世界 100 n\n組織 many n\n".as_bytes()), 2);
        assert_eq!(open("世界 100 n\n\n".as_bytes()), 2);
        assert_eq!(open(b"\xe4\xb8\x96 1 n\n\xe4\xb8"), 2);
        assert_eq!(open("<!DOCTYPE html>\n".as_bytes()), 1);
        assert_eq!(open(b""), 1);
    }

    proptest! {
        #[test]
        fn tokens_tile_any_text(text in "\\PC{0,80}|[世界衞生組織㑮𠀀a1%，。 \r\n\u{FE00}\u{FFFD}]{0,80}") {
            prop_assert_eq!(words(&text).concat(), text);
        }
    }
}
