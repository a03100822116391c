//! The reader's corrections, applied to any segmenter's tokens.

mod beginnings;
mod concern;
mod runs;
#[cfg(test)]
mod tests;

pub use concern::Concern;

use rustc_hash::FxHashMap;

use self::beginnings::{Beginnings, FoldedText};
use self::runs::LetterRuns;
use super::rules::tag_by_writing;
use super::{Segmenter, Tag, TokenSpan};
use crate::lexicon::{Change, Correction, Key, Place, Rule, UserDictionary};
use crate::text::{Span, fold_char};

/// A [`UserDictionary`] indexed by the beginnings of its words in folded text.
#[derive(Clone, Debug, Default)]
pub struct CorrectionIndex {
    dictionary: UserDictionary,
    beginnings: Beginnings,
}

/// A correction to follow, in characters of the text.
struct Followed<'a> {
    start: usize,
    end: usize,
    correction: &'a Correction,
}

impl CorrectionIndex {
    /// Indexes a dictionary.
    pub fn new(dictionary: UserDictionary) -> Self {
        let mut beginnings = Beginnings::default();
        dictionary.folded_words().for_each(|word| beginnings.add(word));
        Self { dictionary, beginnings }
    }

    /// Returns the dictionary.
    pub fn dictionary(&self) -> &UserDictionary {
        &self.dictionary
    }

    /// Applies a change and returns the change that undoes it.
    pub fn apply(&mut self, change: Change) -> Change {
        for edit in &change.edits {
            // Beginnings of removed words only cost a vain look-up and are kept.
            if let Key::Word(word) = edit.key() {
                self.beginnings.add(&word);
            }
        }
        self.dictionary.apply(change)
    }

    /// Returns true if there is nothing to correct.
    pub fn is_empty(&self) -> bool {
        !self.dictionary.corrects_words()
    }

    /// Appends to `tokens` the words that `segmenter` finds in `text`, corrected; `story` is its id, if it is a
    /// story.
    ///
    /// They tile the text whatever the dictionary contains. A correction of a place takes precedence over one
    /// of a word; otherwise, of overlapping entries, the one that begins first holds, of those that begin
    /// together the longest. A forced word and a correction of a place may break up other words, whose
    /// remains are segmented again; a recommended word and a split are followed only if no other word is
    /// broken up. No word that begins or ends with a letter or digit is found inside a run of them.
    pub fn segment(
        &self,
        segmenter: &dyn Segmenter,
        story: Option<&str>,
        text: &str,
        tokens: &mut Vec<TokenSpan>,
    ) {
        let mut found = Vec::new();
        segmenter.segment(text, &mut found);
        let in_places = self.dictionary.has_places() && story.is_some();
        if self.beginnings.is_empty() && !in_places {
            tokens.append(&mut found);
            return;
        }
        let mut at = Span::default();
        for fixed in self.fixed(segmenter, story, text, &found) {
            fill(segmenter, text, &found, Span { start: at.end, end: fixed.span.start }, tokens);
            tokens.push(fixed);
            at = fixed.span;
        }
        fill(segmenter, text, &found, Span::new(at.end as usize, text.len()), tokens);
    }

    /// Returns the places of a story that are corrected by hand.
    pub fn held(&self, story: Option<&str>, text: &str) -> Vec<Span> {
        let Some(story) = story.filter(|_| self.dictionary.has_places()) else { return Vec::new() };
        let starts = starts(text);
        let span = |place: Followed<'_>| Span::new(starts[place.start], starts[place.end]);
        self.places(story, &FoldedText::new(text), text).into_iter().map(span).collect()
    }

    /// Counts the occurrences in a text of each folded word that the dictionary corrects everywhere.
    pub fn count<'a>(&'a self, text: &str, counts: &mut FxHashMap<&'a str, u32>) {
        let folded = FoldedText::new(text);
        let (starts, runs) = (starts(text), LetterRuns::new(text));
        for at in 0..folded.chars.len() {
            for (length, word) in self.beginnings.at(&folded, at) {
                if let Some(word) = self.dictionary.stored(word)
                    && !runs.divided_by(Span::new(starts[at], starts[at + length]))
                {
                    *counts.entry(word).or_default() += 1;
                }
            }
        }
    }

    /// Returns the words that the dictionary demands, in order and without overlap.
    fn fixed(
        &self,
        segmenter: &dyn Segmenter,
        story: Option<&str>,
        text: &str,
        found: &[TokenSpan],
    ) -> Vec<TokenSpan> {
        let folded = FoldedText::new(text);
        let starts = starts(text);
        let mut places =
            story.map_or_else(Vec::new, |story| self.places(story, &folded, text)).into_iter().peekable();
        let runs = LetterRuns::new(text);
        let mut fixed = Vec::new();
        let mut at = 0;
        while at < folded.chars.len() {
            let place = places.next_if(|place| place.start == at);
            let limit = places.peek().map_or(folded.chars.len(), |next| next.start);
            let span = |length: usize| Span::new(starts[at], starts[at + length]);
            let may_be = |length: usize, forced: bool| {
                !runs.divided_by(span(length)) && (forced || !tears(found, span(length)))
            };
            let followed = place.or_else(|| {
                let (length, correction) = self.longest(&folded, at, limit, may_be)?;
                Some(Followed { start: at, end: at + length, correction })
            });
            let Some(followed) = followed else {
                at += 1;
                continue;
            };
            at = followed.end;
            words(segmenter, text, &starts, &followed, &mut fixed);
        }
        fixed
    }

    /// Returns the longest word that begins at a character, ends at or before `limit`, and may be followed
    /// there, given its length and whether it is forced.
    fn longest(
        &self,
        folded: &FoldedText,
        at: usize,
        limit: usize,
        may_be: impl Fn(usize, bool) -> bool,
    ) -> Option<(usize, &Correction)> {
        self.beginnings.at(folded, at).filter(|(length, _)| at + length <= limit).find_map(
            |(length, word)| {
                let correction = self.dictionary.of_folded(word).filter(|correction| correction.enabled)?;
                let forced = matches!(correction.rule(), Rule::Join { frequency: None, .. });
                may_be(length, forced).then_some((length, correction))
            },
        )
    }

    /// Returns the corrections of places of a story whose text there is unchanged, in order and without
    /// overlap.
    fn places(&self, story: &str, folded: &FoldedText, text: &str) -> Vec<Followed<'_>> {
        let mut said =
            self.dictionary.in_story(story).filter(|(_, correction)| correction.enabled).peekable();
        let mut followed: Vec<Followed<'_>> = Vec::new();
        if said.peek().is_none() {
            return followed;
        }
        let (mut index, mut units) = (0, 0);
        let mut chars = text.chars();
        for (&Place { start, .. }, correction) in said {
            while units < start {
                let Some(c) = chars.next() else { return followed };
                units += c.len_utf16() as u32;
                index += 1;
            }
            let length = correction.word().chars().count();
            let stands = || {
                folded
                    .word(index, length)
                    .is_some_and(|word| word.chars().eq(correction.word().chars().map(fold_char)))
            };
            let free = followed.last().is_none_or(|last| last.end <= index);
            if units == start && free && stands() {
                followed.push(Followed { start: index, end: index + length, correction });
            }
        }
        followed
    }
}

/// Returns the byte at which each character starts, and the end.
fn starts(text: &str) -> Vec<usize> {
    text.char_indices().map(|(offset, _)| offset).chain([text.len()]).collect()
}

/// Appends the words of a correction. If the reader gave no part of speech, it is the one the segmenter gives
/// the word by itself.
fn words(
    segmenter: &dyn Segmenter,
    text: &str,
    starts: &[usize],
    followed: &Followed<'_>,
    fixed: &mut Vec<TokenSpan>,
) {
    let mut push = |start: usize, end: usize, tag: &str| {
        let span = Span::new(starts[start], starts[end]);
        let tag = if tag.is_empty() { tag_of(segmenter, span.of(text)) } else { Tag::named(tag) };
        fixed.push(TokenSpan { span, tag });
    };
    match followed.correction.rule() {
        Rule::Join { tag, .. } => push(followed.start, followed.end, tag),
        Rule::Move { .. } | Rule::Regional => {}
        Rule::Split { parts } => {
            let mut begin = followed.start;
            for part in parts {
                let end = begin + part.chars().count();
                push(begin, end, "");
                begin = end;
            }
        }
    }
}

fn tag_of(segmenter: &dyn Segmenter, word: &str) -> Tag {
    let mut tokens = Vec::new();
    segmenter.segment(word, &mut tokens);
    match tokens[..] {
        [TokenSpan { tag, .. }] => tag,
        _ => tag_by_writing(word),
    }
}

/// Returns true if a word of `found` lies partly inside and partly outside `span`.
fn tears(found: &[TokenSpan], span: Span) -> bool {
    let is_start = |offset: u32| found.binary_search_by_key(&offset, |token| token.span.start).is_ok();
    let end = found.last().map_or(0, |last| last.span.end);
    !(is_start(span.start) && (span.end == end || is_start(span.end)))
}

/// Appends the words of `found` inside `gap`, and segments again the remains of words that a correction broke
/// up.
fn fill(segmenter: &dyn Segmenter, text: &str, found: &[TokenSpan], gap: Span, tokens: &mut Vec<TokenSpan>) {
    let first = found.partition_point(|token| token.span.end <= gap.start);
    for token in found[first..].iter().take_while(|token| token.span.start < gap.end) {
        if gap.contains(token.span) {
            tokens.push(*token);
            continue;
        }
        let rest = Span { start: token.span.start.max(gap.start), end: token.span.end.min(gap.end) };
        let before = tokens.len();
        segmenter.segment(rest.of(text), tokens);
        for again in &mut tokens[before..] {
            again.span = Span { start: again.span.start + rest.start, end: again.span.end + rest.start };
        }
    }
}
