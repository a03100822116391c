//! Two stories side by side, ready to be drawn.

use crate::compare::{self, Alignment, Options, Side};
use crate::corpus::{BlockKind, Document, Tokens};
use crate::lexicon::RegionalWording;
use crate::text::{Span, Utf16Map};
use crate::view;

use super::reading::{range, row};
use super::{Engine, EngineError, narrow};

impl Engine {
    pub(super) fn compare(
        &self,
        a: &str,
        b: &str,
        fold_variants: bool,
        ignore_punctuation: bool,
    ) -> Result<view::Comparison, EngineError> {
        let (a, b) = (Half::new(self.document(a)?), Half::new(self.document(b)?));
        let options = Options { fold_variants, ignore_punctuation };
        let alignment = compare::compare(a.side(), b.side(), options);
        let mut counts = view::Counts::default();
        for difference in alignment.pairs.iter().flat_map(|pair| &pair.differences) {
            counts.add(difference.kind);
        }
        let headings = headings(&a, &b, options);
        let identical = alignment.pairs.iter().filter(|pair| pair.differences.is_empty()).count();
        Ok(view::Comparison {
            reuse: view::Reuse { a_in_b: alignment.reuse.a_in_b, b_in_a: alignment.reuse.b_in_a },
            pairs: pairs(&alignment, &a, &b),
            only_a: alignment.only_a.iter().map(|&span| range(&a.map, span)).collect(),
            only_b: alignment.only_b.iter().map(|&span| range(&b.map, span)).collect(),
            counts,
            identical: u32::try_from(identical).unwrap_or(u32::MAX),
            facts: facts(&alignment, &headings, &a, &b),
            headings,
            a: a.drawn(&marks(&alignment, |pair| pair.a, |difference| difference.a)),
            b: b.drawn(&marks(&alignment, |pair| pair.b, |difference| difference.b)),
        })
    }
}

/// One of the two stories.
struct Half<'a> {
    document: &'a Document,
    tokens: &'a Tokens,
    sentences: Vec<Span>,
    map: Utf16Map<'a>,
}

/// A pair as one side sees it.
struct Mark {
    /// Its index among the pairs.
    pair: u32,
    /// The passage on this side.
    passage: Span,
    /// Pairs that are not the repetition of another come first, then the closer ones.
    closeness: (bool, f64),
    /// Where its differences stand on this side.
    differences: Vec<Span>,
}

fn marks(
    alignment: &Alignment,
    passage: impl Fn(&compare::Pair) -> Span,
    place: impl Fn(&compare::Difference) -> Span,
) -> Vec<Mark> {
    (0..)
        .zip(&alignment.pairs)
        .map(|(index, pair)| Mark {
            pair: index,
            passage: passage(pair),
            closeness: (!pair.repeated, pair.score),
            differences: pair.differences.iter().map(&place).collect(),
        })
        .collect()
}

fn difference(found: &compare::Difference, a: &Half<'_>, b: &Half<'_>) -> view::Difference {
    let (own, other) = (found.a.of(&a.document.text), found.b.of(&b.document.text));
    let regions = (found.detail == Some(compare::Detail::Regional))
        .then(|| RegionalWording::bundled().pair(own, other))
        .flatten()
        .map(|pair| view::Regions { a: pair.a.to_vec(), b: pair.b.to_vec() });
    view::Difference {
        kind: found.kind,
        a: own.to_owned(),
        b: other.to_owned(),
        a_range: range(&a.map, found.a),
        b_range: range(&b.map, found.b),
        detail: found.detail,
        regions,
    }
}

fn headings(a: &Half<'_>, b: &Half<'_>, options: Options) -> Vec<view::Heading> {
    let blocks = |half: &Half<'_>| -> Vec<_> {
        half.document.blocks.iter().map(|block| (block.kind, block.span)).collect()
    };
    compare::headings((a.side(), &blocks(a)), (b.side(), &blocks(b)), options)
        .into_iter()
        .map(|heading| view::Heading {
            kind: heading.kind,
            a: heading.a.map(|span| a.quote(span)),
            b: heading.b.map(|span| b.quote(span)),
            alike: heading.alike,
            differences: heading.differences.iter().map(|found| difference(found, a, b)).collect(),
        })
        .collect()
}

fn facts(alignment: &Alignment, headings: &[view::Heading], a: &Half<'_>, b: &Half<'_>) -> view::Facts {
    let dateline = |half: &Half<'_>| {
        // A story may have a lead above the paragraph that says where it comes from.
        let begins =
            |sentence: &&Span| half.document.blocks.iter().any(|block| block.span.start == sentence.start);
        let mut openings = half.sentences.iter().filter(begins);
        openings
            .find_map(|&opening| compare::dateline(&half.document.text, opening))
            .map(|span| half.quote(span))
    };
    let text = |quote: &Option<view::Quote>| quote.as_ref().map(|quote| quote.text.clone());
    let differs = |kind: BlockKind| {
        let mut of_kind = headings.iter().filter(|heading| heading.kind == kind);
        of_kind.any(|heading| text(&heading.a) != text(&heading.b))
    };
    let firm = || alignment.pairs.iter().filter(|pair| !pair.repeated);
    let count = |of: &dyn Fn(&&compare::Pair) -> bool| narrow(firm().filter(of).count());
    let details = |detail| {
        let differences = alignment.pairs.iter().flat_map(|pair| &pair.differences);
        narrow(differences.filter(|difference| difference.detail == Some(detail)).count())
    };
    let (dateline_a, dateline_b) = (dateline(a), dateline(b));
    view::Facts {
        headline: differs(BlockKind::Headline),
        dateline: text(&dateline_a) != text(&dateline_b),
        byline: differs(BlockKind::Byline),
        dateline_a,
        dateline_b,
        moved: count(&|pair| pair.moved),
        split: count(&|pair| a.sentences_in(pair.a) < b.sentences_in(pair.b)),
        merged: count(&|pair| a.sentences_in(pair.a) > b.sentences_in(pair.b)),
        script: details(compare::Detail::Script),
        regional: details(compare::Detail::Regional),
    }
}

fn pairs(alignment: &Alignment, a: &Half<'_>, b: &Half<'_>) -> Vec<view::Pair> {
    let pair = |pair: &compare::Pair| view::Pair {
        a: range(&a.map, pair.a),
        b: range(&b.map, pair.b),
        a_number: a.number(pair.a),
        b_number: b.number(pair.b),
        score: pair.score,
        moved: pair.moved,
        repeated: pair.repeated,
        a_sentences: a.sentences_in(pair.a),
        b_sentences: b.sentences_in(pair.b),
        differences: pair.differences.iter().map(|found| difference(found, a, b)).collect(),
    };
    alignment.pairs.iter().map(pair).collect()
}

impl<'a> Half<'a> {
    fn new((document, tokens): (&'a Document, &'a Tokens)) -> Self {
        Self { document, tokens, sentences: document.sentences(), map: Utf16Map::new(&document.text) }
    }

    fn side(&self) -> Side<'_> {
        Side { text: &self.document.text, sentences: &self.sentences, tokens: &self.tokens.all }
    }

    /// The number, from 1, of the sentence a passage begins with.
    fn number(&self, passage: Span) -> u32 {
        let before = self.sentences.partition_point(|sentence| sentence.start < passage.start);
        u32::try_from(before + 1).unwrap_or(u32::MAX)
    }

    /// How many sentences a passage covers.
    fn sentences_in(&self, passage: Span) -> u32 {
        let first = self.sentences.partition_point(|sentence| sentence.start < passage.start);
        let last = self.sentences.partition_point(|sentence| sentence.start < passage.end);
        narrow(last - first)
    }

    fn quote(&self, span: Span) -> view::Quote {
        view::Quote { text: span.of(&self.document.text).to_owned(), range: range(&self.map, span) }
    }

    fn drawn(&self, marks: &[Mark]) -> view::ComparedStory {
        let blocks = self
            .document
            .blocks
            .iter()
            .map(|block| {
                let first = self.sentences.partition_point(|sentence| sentence.start < block.span.start);
                let sentences = if block.kind.is_running_text() {
                    let inside =
                        self.sentences[first..].iter().take_while(|sentence| block.span.contains(**sentence));
                    inside.map(|&sentence| self.sentence(sentence, self.number(sentence), marks)).collect()
                } else {
                    vec![self.sentence(block.span, 0, &[])]
                };
                view::ComparedBlock { kind: block.kind, sentences }
            })
            .collect();
        view::ComparedStory {
            row: row(self.document, self.tokens),
            blocks,
            sentences: u32::try_from(self.sentences.len()).unwrap_or(u32::MAX),
        }
    }

    fn sentence(&self, span: Span, number: u32, marks: &[Mark]) -> view::ComparedSentence {
        let mut over: Vec<&Mark> = marks
            .iter()
            .filter(|mark| mark.passage.start < span.end && span.start < mark.passage.end)
            .collect();
        over.sort_by(|a, b| {
            let (a_first, a_score) = a.closeness;
            let (b_first, b_score) = b.closeness;
            b_first.cmp(&a_first).then_with(|| b_score.total_cmp(&a_score)).then_with(|| a.pair.cmp(&b.pair))
        });
        view::ComparedSentence {
            number,
            range: range(&self.map, span),
            pairs: over.iter().map(|mark| mark.pair).collect(),
            pieces: self.pieces(span, over.first().copied()),
        }
    }

    /// The text of a sentence, cut where the differences of its closest pair begin and end.
    fn pieces(&self, span: Span, mark: Option<&Mark>) -> Vec<view::Piece> {
        let mut pieces = Vec::new();
        let mut at = span.start;
        let mut push = |start: u32, end: u32, difference: Option<u32>| {
            if start < end || difference.is_some() {
                let text = self.document.text[start as usize..end as usize].to_owned();
                pieces.push(view::Piece { text, difference });
            }
        };
        let differences = mark.map_or(&[][..], |mark| &mark.differences);
        let passage = mark.map_or(span, |mark| mark.passage);
        for (index, place) in (0..).zip(differences) {
            // What the other side has between two sentences is drawn once: where the second begins, or at the
            // end of the passage.
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
