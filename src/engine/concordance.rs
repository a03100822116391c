//! Answers about the occurrences of a node and the words near it.

use std::cmp::Ordering;

use crate::analysis::{Node, NodeError, Occurrence, Subcorpus, Window, collocates, occurrences};
use crate::corpus::{Document, Grouping, Units};
use crate::text::{Span, Utf16Map, is_word_character, saturating_u32};
use crate::view;

use super::counting::first_rows;
use super::questions::{CollocatesQuestion, ConcordanceQuestion, ContextUnit, SortKey};
use super::reading::range;
use super::{Engine, EngineError};

impl Engine {
    pub(super) fn concordance(
        &self,
        units: Units,
        question: &ConcordanceQuestion,
    ) -> Result<view::Concordance, EngineError> {
        let node = Node::parse(&question.node)?;
        if let Some(near) = &question.near {
            is_a_word(&near.word)?;
        }
        let grouping = self.grouping(units, &[&question.scope], &question.node, question.folding())?;
        let counted = self.counted(units, &question.scope, grouping)?;
        let (words, stories) = (&counted.words, self.documents(units, &question.scope)?);
        let mut found = occurrences(words, &stories, self.corpus.vocabulary(), &node);
        if let Some(near) = &question.near {
            let window = window(near.left, near.right)?;
            found.retain(|one| {
                window.around(words, one).any(|position| self.form(words, words.word(position)) == near.word)
            });
        }
        let mut held: Vec<u32> = found.iter().map(|occurrence| occurrence.story).collect();
        held.dedup();
        let total = saturating_u32(found.len());
        self.sort(&mut found, words, &stories, question);
        let mut lines = ConcordanceRows { words, stories: &stories, map: None };
        let rows = first_rows(&found, question.limit).iter().map(|one| lines.row(one, question)).collect();
        let folded = grouping != Grouping::None;
        Ok(view::Concordance { rows, total, stories: saturating_u32(held.len()), folded })
    }

    pub(super) fn collocates(
        &self,
        units: Units,
        question: &CollocatesQuestion,
    ) -> Result<view::Collocates, EngineError> {
        let CollocatesQuestion { left, right, .. } = *question;
        let window = window(left, right)?;
        let node = Node::parse(&question.node)?;
        let grouping = self.grouping(units, &[&question.scope], &question.node, question.folding())?;
        let counted = self.counted(units, &question.scope, grouping)?;
        let (words, stories) = (&counted.words, self.documents(units, &question.scope)?);
        let found = occurrences(words, &stories, self.corpus.vocabulary(), &node);
        let near = collocates(words, &found, window);
        let (node_pairs, pairs) =
            near.words.first().map_or((0, 0), |one| (one.counts.node_pairs, one.counts.pairs));
        let types = saturating_u32(near.words.len());
        let mut rows: Vec<view::CollocateRow> = near
            .words
            .into_iter()
            .filter(|one| one.counts.together >= question.min_frequency)
            .map(|one| view::CollocateRow {
                rank: 0,
                word: self.form(words, one.word).to_owned(),
                frequency: one.counts.collocate,
                observed: one.counts.together,
                pairs: one.counts.collocate_pairs,
                expected: one.counts.expected(),
                log_dice: one.counts.log_dice(),
                mi: one.counts.mutual_information(),
                t: one.counts.t_score(),
                g2: one.counts.signed_g2(),
                by_place: one.by_place,
            })
            .collect();
        rows.sort_unstable_by(|a, b| {
            let stronger = b.log_dice.total_cmp(&a.log_dice);
            stronger.then_with(|| b.observed.cmp(&a.observed)).then_with(|| a.word.cmp(&b.word))
        });
        rows.truncate(question.limit.map_or(usize::MAX, |limit| limit as usize));
        for (row, rank) in rows.iter_mut().zip(1..) {
            row.rank = rank;
        }
        Ok(view::Collocates {
            rows,
            types,
            node: near.node,
            tokens: words.len(),
            left,
            right,
            node_pairs,
            pairs,
            folded: grouping != Grouping::None,
        })
    }

    /// Sorts occurrences by words around them: by the first key, where that is equal by the next, and last by their
    /// order in the text. A position beyond the edge of the block sorts before every word.
    fn sort(
        &self,
        found: &mut [Occurrence],
        words: &Subcorpus,
        stories: &[&Document],
        question: &ConcordanceQuestion,
    ) {
        if question.sort.is_empty() {
            return;
        }
        let vocabulary = self.corpus.vocabulary();
        let form = |position: u32| vocabulary.form(words.printed(position));
        let compare = |a: &Occurrence, b: &Occurrence| {
            let story = if question.group_by_story { a.story.cmp(&b.story) } else { Ordering::Equal };
            let key = |key: &SortKey| match *key {
                SortKey::Node => node(a, stories).cmp(node(b, stories)),
                SortKey::Left(n) => left(words, a, n).map(form).cmp(&left(words, b, n).map(form)),
                SortKey::Right(n) => right(words, a, n).map(form).cmp(&right(words, b, n).map(form)),
            };
            let by_words =
                || question.sort.iter().map(key).find(|order| order.is_ne()).unwrap_or(Ordering::Equal);
            story.then_with(by_words).then_with(|| a.cmp(b))
        };
        found.sort_unstable_by(compare);
    }
}

/// Refuses a text that cannot be a word near a node.
fn is_a_word(text: &str) -> Result<(), EngineError> {
    if text.trim().is_empty() {
        return Err(EngineError::EmptyNode);
    }
    if text.contains(is_word_character) {
        return Ok(());
    }
    Err(NodeError::Punctuation { item: text.to_owned() }.into())
}

/// Returns the window of two spans; refuses one that is empty or wider than what is counted.
fn window(left: u32, right: u32) -> Result<Window, EngineError> {
    let widest = left.max(right);
    if widest == 0 || widest > CollocatesQuestion::WIDEST {
        return Err(EngineError::Span { widest: CollocatesQuestion::WIDEST });
    }
    Ok(Window { left, right })
}

fn node<'a>(occurrence: &Occurrence, stories: &[&'a Document]) -> &'a str {
    occurrence.span.of(&stories[occurrence.story as usize].text)
}

/// Returns the position of the n-th word before an occurrence, in its block.
fn left(words: &Subcorpus, occurrence: &Occurrence, n: u8) -> Option<u32> {
    let position = occurrence.first.checked_sub(u32::from(n))?;
    (words.block(position) == words.block(occurrence.first)).then_some(position)
}

/// Returns the position of the n-th word after an occurrence, in its block.
fn right(words: &Subcorpus, occurrence: &Occurrence, n: u8) -> Option<u32> {
    let position = occurrence.end + u32::from(n) - 1;
    (position < words.len() && words.block(position) == words.block(occurrence.end - 1)).then_some(position)
}

/// The builder of the rows of a concordance; consecutive rows of one story share its offset map.
struct ConcordanceRows<'a> {
    words: &'a Subcorpus,
    stories: &'a [&'a Document],
    map: Option<(u32, Utf16Map<'a>)>,
}

impl ConcordanceRows<'_> {
    fn row(&mut self, occurrence: &Occurrence, question: &ConcordanceQuestion) -> view::KwicRow {
        let document = self.stories[occurrence.story as usize];
        let span = occurrence.span;
        // Context never leaves the block: a headline is no context of the text below it.
        let at = document.blocks.partition_point(|block| block.span.end < span.end);
        let line = document.blocks.get(at).map_or(span, |block| block.span);
        debug_assert!(line.contains(span), "a node lies in one block");
        let context = match question.unit {
            ContextUnit::Character => characters(&document.text, line, span, question.context()),
            ContextUnit::Word => self.words_around(line, occurrence, question.context()),
        };
        if self.map.as_ref().is_none_or(|(story, _)| *story != occurrence.story) {
            self.map = None;
        }
        let (_, map) = self.map.get_or_insert_with(|| (occurrence.story, Utf16Map::new(&document.text)));
        let view::Range { start, end } = range(map, span);
        view::KwicRow {
            id: document.id.clone(),
            start,
            end,
            left: Span { start: context.start, end: span.start }.of(&document.text).to_owned(),
            node: span.of(&document.text).to_owned(),
            right: Span { start: span.end, end: context.end }.of(&document.text).to_owned(),
        }
    }

    /// Returns the node with `count` words on each side, and the punctuation between.
    fn words_around(&self, line: Span, occurrence: &Occurrence, count: u32) -> Span {
        let story = self.words.story(occurrence.story);
        let first = occurrence.first.saturating_sub(count).max(story.start);
        let last = occurrence.end.saturating_add(count).min(story.end) - 1;
        let start = self.words.place(first).start.min(occurrence.span.start).max(line.start);
        let end = self.words.place(last).end.max(occurrence.span.end).min(line.end);
        Span { start, end }
    }
}

/// Returns the node with `count` characters on each side.
fn characters(text: &str, line: Span, node: Span, count: u32) -> Span {
    let count = count as usize;
    let before = Span { start: line.start, end: node.start }.of(text);
    let after = Span { start: node.end, end: line.end }.of(text);
    let start = count
        .checked_sub(1)
        .map_or(before.len(), |nth| before.char_indices().rev().nth(nth).map_or(0, |(at, _)| at));
    let end = after.char_indices().nth(count).map_or(after.len(), |(at, _)| at);
    Span::new(line.start as usize + start, node.end as usize + end)
}
