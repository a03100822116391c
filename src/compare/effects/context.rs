//! A passage with what is found in it, and the surroundings of a difference.

use std::ops::Range;

use super::labels::{Label, labels};
use super::name_lists::is_organisation;
use super::names::{Name, names};
use super::voice::{VoiceMark, voice_marks};
use crate::compare::alignment::Difference;
use crate::compare::dateline::dateline;
use crate::compare::kin::kin;
use crate::compare::side::Side;
use crate::lexicon::RegionalWording;
use crate::segment::Tag;
use crate::text::value::{Quantity, quantities};
use crate::text::{Span, is_han};

/// One side of a pair.
pub(super) struct Passage<'a> {
    /// The text that spans point into.
    pub(super) text: &'a str,
    /// The passage.
    pub(super) span: Span,
    /// The opening that names the paper or the source, if it begins with one.
    pub(super) dateline: Option<Span>,
    /// Its words, with their tags.
    pub(super) words: Vec<(Span, Tag)>,
    /// Its values.
    pub(super) values: Vec<Quantity>,
    /// Its names with digits.
    pub(super) labels: Vec<Label>,
    /// Its names.
    pub(super) names: Vec<Name>,
    /// Its words of voice.
    pub(super) voice: Vec<VoiceMark>,
    /// The words that differ by region.
    pub(super) regional: &'a RegionalWording,
}

impl<'a> Passage<'a> {
    pub(super) fn new(side: Side<'a>, span: Span) -> Self {
        let text = span.of(side.text);
        let first = side.tokens.partition_point(|token| token.span.end <= span.start);
        let words: Vec<(Span, Tag)> = side
            .tokens
            .get(first..)
            .unwrap_or_default()
            .iter()
            .take_while(|token| token.span.start < span.end)
            .map(|token| (token.span, Tag::numbered(token.tag)))
            .collect();
        let shift = |found: Span| Span {
            start: found.start.saturating_add(span.start),
            end: found.end.saturating_add(span.start),
        };
        let values = quantities(text).into_iter().map(|value| Quantity {
            span: shift(value.span),
            core: shift(value.core),
            ..value
        });
        Self {
            text: side.text,
            span,
            dateline: dateline(side.text, span),
            values: values.collect(),
            labels: labels(text)
                .into_iter()
                .map(|label| Label { span: shift(label.span), ..label })
                .collect(),
            names: names(side, span),
            voice: voice_marks(side.text, span, &words),
            words,
            regional: side.regional,
        }
    }

    /// Returns the words of a span.
    pub(super) fn of(&self, span: Span) -> &'a str {
        span.of(self.text)
    }

    /// Returns the folded words of a span, without white space and punctuation.
    pub(super) fn folded(&self, span: Span) -> String {
        folded(self.of(span))
    }

    /// Returns the start of the word that a place is inside of, if it is inside of one.
    fn word_start(&self, place: u32) -> Option<u32> {
        self.words.iter().find(|(word, _)| word.start < place && place < word.end).map(|(word, _)| word.start)
    }

    fn word_end(&self, place: u32) -> Option<u32> {
        self.words.iter().find(|(word, _)| word.start < place && place < word.end).map(|(word, _)| word.end)
    }

    /// Returns true if a span is words of two ideographs and more that the dictionary lacks, as names often are.
    pub(super) fn is_unknown(&self, span: Span) -> bool {
        let mut words = self.words.iter().filter(|(word, _)| overlaps(*word, span)).peekable();
        let is_long = |word: Span| self.of(word).chars().filter(|c| is_han(*c)).count() >= 2;
        words.peek().is_some() && words.all(|(word, tag)| *tag == Tag::UNKNOWN && is_long(*word))
    }

    /// Returns true if nouns that end in a type of organisation begin at a place.
    pub(super) fn begins_organisation(&self, place: u32) -> bool {
        let words = self.words.iter().skip_while(|(word, _)| word.start < place).take(4);
        let mut nouns = words.take_while(|(_, tag)| tag.name().starts_with(['n', 'j', 'v', 'x']));
        nouns.any(|(word, _)| {
            is_organisation(&self.folded(*word)) || self.of(*word).ends_with(['府', '院', '行', '會', '会'])
        })
    }

    /// Returns true if a span ends with a type of organisation.
    pub(super) fn is_organisation_in(&self, span: Span) -> bool {
        is_organisation(&self.folded(span))
    }

    /// Returns true if a span is nouns.
    pub(super) fn is_noun(&self, span: Span) -> bool {
        let mut words = self.words.iter().filter(|(word, _)| overlaps(*word, span)).peekable();
        words.peek().is_some()
            && words.all(|(_, tag)| tag.name().starts_with(['n', 'j']) || tag.name() == "vn")
    }

    /// Returns the text before a place.
    pub(super) fn before(&self, place: u32) -> &'a str {
        Span { start: self.span.start, end: place.max(self.span.start) }.of(self.text)
    }

    /// Returns the text behind a place.
    pub(super) fn behind(&self, place: u32) -> &'a str {
        Span { start: place.min(self.span.end), end: self.span.end }.of(self.text)
    }
}

/// Folds words, without white space and punctuation.
pub(super) fn folded(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).map(kin).collect()
}

/// Returns true if two spans have a character in common.
pub(super) fn overlaps(a: Span, b: Span) -> bool {
    a.start < b.end && b.start < a.end
}

/// Returns true if they have one in common, or the second is an empty place within or beside the first.
pub(super) fn touches(whole: Span, place: Span) -> bool {
    overlaps(whole, place) || place.is_empty() && whole.start <= place.start && place.start <= whole.end
}

/// The surroundings of a difference: both sides, widened together to the edges of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Hull {
    /// On side `a`.
    pub(super) a: Span,
    /// On side `b`.
    pub(super) b: Span,
}

/// Widens the difference at `at` to the edges of words on both sides; neighbours that are reached are included. Returns
/// it with the differences inside.
pub(super) fn hull(a: &Passage<'_>, b: &Passage<'_>, all: &[Difference], at: usize) -> (Hull, Range<usize>) {
    let Some(own) = all.get(at) else { return (Hull { a: a.span, b: b.span }, 0..0) };
    let mut hull = Hull { a: own.a, b: own.b };
    let mut range = at..at.saturating_add(1);
    // Each step reaches the edge of a word on one side; a handful of words are enough.
    for _ in 0..8 {
        let left = step(a.word_start(hull.a.start), hull.a.start)
            .max(step(b.word_start(hull.b.start), hull.b.start));
        let right =
            step_on(a.word_end(hull.a.end), hull.a.end).max(step_on(b.word_end(hull.b.end), hull.b.end));
        if left == 0 && right == 0 {
            break;
        }
        let before = range.start.checked_sub(1).and_then(|before| all.get(before));
        move_back(&mut hull, before, left, &mut range, (a, b));
        let after = all.get(range.end);
        move_on(&mut hull, after, right, &mut range, (a, b));
    }
    (hull, range)
}

fn step(edge: Option<u32>, from: u32) -> u32 {
    edge.map_or(0, |edge| from.saturating_sub(edge))
}

fn step_on(edge: Option<u32>, from: u32) -> u32 {
    edge.map_or(0, |edge| edge.saturating_sub(from))
}

/// Moves the beginnings back by as many characters as `bytes` of one side are, or to the difference before.
fn move_back(
    hull: &mut Hull,
    before: Option<&Difference>,
    bytes: u32,
    range: &mut Range<usize>,
    (a, b): (&Passage<'_>, &Passage<'_>),
) {
    if bytes == 0 {
        return;
    }
    let room = before.map_or(u32::MAX, |before| {
        hull.a.start.saturating_sub(before.a.end).min(hull.b.start.saturating_sub(before.b.end))
    });
    if room < bytes
        && let Some(before) = before
    {
        hull.a.start = before.a.start;
        hull.b.start = before.b.start;
        range.start = range.start.saturating_sub(1);
        return;
    }
    // Both sides are equal here except for variants, which may have other lengths in bytes.
    let count = |passage: &Passage<'_>, start: u32| {
        let from = start.saturating_sub(bytes).max(passage.span.start);
        passage.text.get(from as usize..start as usize).map(|text| text.chars().count())
    };
    let Some(characters) = count(a, hull.a.start).or_else(|| count(b, hull.b.start)) else { return };
    hull.a.start = back(a, hull.a.start, characters);
    hull.b.start = back(b, hull.b.start, characters);
}

fn move_on(
    hull: &mut Hull,
    after: Option<&Difference>,
    bytes: u32,
    range: &mut Range<usize>,
    (a, b): (&Passage<'_>, &Passage<'_>),
) {
    if bytes == 0 {
        return;
    }
    let room = after.map_or(u32::MAX, |after| {
        after.a.start.saturating_sub(hull.a.end).min(after.b.start.saturating_sub(hull.b.end))
    });
    if room < bytes
        && let Some(after) = after
    {
        hull.a.end = after.a.end;
        hull.b.end = after.b.end;
        range.end = range.end.saturating_add(1);
        return;
    }
    let count = |passage: &Passage<'_>, end: u32| {
        let to = end.saturating_add(bytes).min(passage.span.end);
        passage.text.get(end as usize..to as usize).map(|text| text.chars().count())
    };
    let Some(characters) = count(a, hull.a.end).or_else(|| count(b, hull.b.end)) else { return };
    hull.a.end = on(a, hull.a.end, characters);
    hull.b.end = on(b, hull.b.end, characters);
}

fn back(passage: &Passage<'_>, from: u32, characters: usize) -> u32 {
    let length: usize = passage.before(from).chars().rev().take(characters).map(char::len_utf8).sum();
    from.saturating_sub(crate::text::saturating_u32(length))
}

fn on(passage: &Passage<'_>, from: u32, characters: usize) -> u32 {
    let length: usize = passage.behind(from).chars().take(characters).map(char::len_utf8).sum();
    from.saturating_add(crate::text::saturating_u32(length))
}
