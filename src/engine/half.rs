//! One story of a comparison: its sentences, their places and numbers, and the view that draws it.

use crate::compare::{self, Side};
use crate::corpus::{Document, Tokens};
use crate::lexicon::RegionalWording;
use crate::text::{OrderBy, Span, Utf16Map, is_word_character, saturating_u32};
use crate::view;

use super::reading::{range, row};

/// A story and what is needed to compare it with others.
pub(super) struct Half<'a> {
    pub(super) document: &'a Document,
    pub(super) tokens: &'a Tokens,
    pub(super) sentences: Vec<Span>,
    pub(super) map: Utf16Map<'a>,
    pub(super) regional: &'a RegionalWording,
}

/// A pair as one side sees it.
pub(super) struct PairMark {
    /// Its index among the pairs.
    pub(super) pair: u32,
    /// The passage on this side.
    pub(super) passage: Span,
    /// The key of the sort order: pairs that do not repeat another one first, then the closer ones.
    pub(super) closeness: (bool, f64),
    /// The places of its differences on this side.
    pub(super) differences: Vec<Span>,
}

impl<'a> Half<'a> {
    pub(super) fn new((document, tokens): (&'a Document, &'a Tokens), regional: &'a RegionalWording) -> Self {
        let (sentences, map) = (document.sentences(), Utf16Map::new(&document.text));
        Self { document, tokens, sentences, map, regional }
    }

    pub(super) fn side(&self) -> Side<'_> {
        Side {
            text: &self.document.text,
            sentences: &self.sentences,
            tokens: &self.tokens.all,
            regional: self.regional,
        }
    }

    /// Returns the number, from 1, of the sentence a passage begins with.
    pub(super) fn number(&self, passage: Span) -> u32 {
        let before = self.sentences.partition_point(|sentence| sentence.start < passage.start);
        saturating_u32(before + 1)
    }

    /// Returns the number, from 1, of the sentence at a place; 0 outside running text.
    pub(super) fn number_at(&self, place: u32) -> u32 {
        let before = self.sentences.partition_point(|sentence| sentence.start <= place);
        let inside = before.checked_sub(1).is_some_and(|at| place < self.sentences[at].end);
        if inside { saturating_u32(before) } else { 0 }
    }

    /// Returns the number of sentences a passage covers.
    pub(super) fn sentences_in(&self, passage: Span) -> u32 {
        let first = self.sentences.partition_point(|sentence| sentence.start < passage.start);
        let last = self.sentences.partition_point(|sentence| sentence.start < passage.end);
        saturating_u32(last - first)
    }

    pub(super) fn quote(&self, span: Span) -> view::Quote {
        view::Quote { text: span.of(&self.document.text).to_owned(), range: range(&self.map, span) }
    }

    /// Returns the 電頭, the opening that names where the story comes from, if there is one.
    pub(super) fn dateline(&self) -> Option<view::Quote> {
        // A story may have a lead above the paragraph that names its source.
        let begins =
            |sentence: &&Span| self.document.blocks.iter().any(|block| block.span.start == sentence.start);
        let mut openings = self.sentences.iter().filter(begins);
        let found = openings.find_map(|&opening| compare::dateline(&self.document.text, opening));
        found.map(|span| self.quote(span))
    }

    /// Quotes a span with the number of the sentence it begins in.
    pub(super) fn numbered(&self, span: Span) -> view::NumberedQuote {
        view::NumberedQuote { number: self.number(span), quote: self.quote(span) }
    }

    /// Returns the row of the story in the list.
    pub(super) fn row(&self) -> view::StoryRow {
        row(self.document, self.tokens)
    }

    /// Builds the view of the story; `shared` are the stretches that occur in the other story too.
    pub(super) fn drawn(&self, marks: &[PairMark], shared: &[Span]) -> view::ComparedStory {
        let blocks = self
            .document
            .blocks
            .iter()
            .map(|block| {
                let first = self.sentences.partition_point(|sentence| sentence.start < block.span.start);
                let sentences = if block.kind.is_running_text() {
                    let inside =
                        self.sentences[first..].iter().take_while(|sentence| block.span.contains(**sentence));
                    inside
                        .map(|&sentence| view::ComparedSentence {
                            shared: self.share(sentence, shared),
                            ..self.sentence(sentence, self.number(sentence), marks)
                        })
                        .collect()
                } else {
                    vec![self.sentence(block.span, 0, &[])]
                };
                view::ComparedBlock { kind: block.kind, sentences }
            })
            .collect();
        view::ComparedStory {
            row: row(self.document, self.tokens),
            blocks,
            sentences: saturating_u32(self.sentences.len()),
        }
    }

    fn sentence(&self, span: Span, number: u32, marks: &[PairMark]) -> view::ComparedSentence {
        let mut over: Vec<&PairMark> = marks
            .iter()
            .filter(|mark| mark.passage.start < span.end && span.start < mark.passage.end)
            .collect();
        over.order_by(|a, b| {
            let (a_first, a_score) = a.closeness;
            let (b_first, b_score) = b.closeness;
            b_first.cmp(&a_first).then_with(|| b_score.total_cmp(&a_score)).then_with(|| a.pair.cmp(&b.pair))
        });
        view::ComparedSentence {
            number,
            range: range(&self.map, span),
            shared: 0.0,
            pairs: over.iter().map(|mark| mark.pair).collect(),
            pieces: match over.first() {
                Some(mark) => self.pieces(span, mark.passage, &mark.differences),
                None => self.pieces(span, span, &[]),
            },
        }
    }

    /// Returns the share of a sentence's letters that lie in one of some stretches, which are in order.
    fn share(&self, sentence: Span, stretches: &[Span]) -> f64 {
        let letters = |span: Span| {
            let letters = span.of(&self.document.text).chars().filter(|&c| is_word_character(c));
            letters.fold(0_u32, |sum, _| sum + 1)
        };
        let first = stretches.partition_point(|stretch| stretch.end <= sentence.start);
        let inside = stretches[first..].iter().take_while(|stretch| stretch.start < sentence.end);
        let found: u32 = inside
            .map(|stretch| Span {
                start: stretch.start.max(sentence.start),
                end: stretch.end.min(sentence.end),
            })
            .map(letters)
            .sum();
        let all = letters(sentence);
        if all == 0 { 0.0 } else { f64::from(found) / f64::from(all) }
    }

    /// Splits the text of a sentence where the differences of the passage it belongs to begin and end.
    pub(super) fn pieces(&self, span: Span, passage: Span, differences: &[Span]) -> Vec<view::TextPiece> {
        let mut pieces = Vec::new();
        let mut at = span.start;
        let mut push = |start: u32, end: u32, difference: Option<u32>| {
            if start < end || difference.is_some() {
                let text = Span { start, end }.of(&self.document.text).to_owned();
                pieces.push(view::TextPiece { text, difference });
            }
        };
        for (index, place) in (0..).zip(differences) {
            // Words that only the other side has between two sentences are drawn once: at the start of the second, or
            // at the end of the passage.
            let inside = if place.is_empty() {
                span.start <= place.start
                    && (place.start < span.end || (place.start == span.end && span.end == passage.end))
            } else {
                place.start < span.end && span.start < place.end
            };
            if !inside {
                continue;
            }
            let (start, end) = (place.start.clamp(at, span.end), place.end.clamp(at, span.end));
            push(at, start, None);
            push(start, end, Some(index));
            at = end;
        }
        push(at, span.end, None);
        pieces
    }
}
