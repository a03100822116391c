//! Answers about the occurrences of a node and the words near it.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use crate::analysis::{
    Node, NodeError, Occurrence, Subcorpus, TextPattern, Window, collocates, occurrences, plain_occurrences,
};
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
        if let Some(near) = &question.near {
            is_a_word(&near.word)?;
        }
        let grouping = self.grouping(units, &[&question.scope], &question.node, question.folding())?;
        let folded = grouping != Grouping::None;
        let searched = Searched::parse(question, folded)?;
        let counted = self.counted(units, &question.scope, grouping)?;
        let (words, stories) = (&counted.words, self.documents(units, &question.scope)?);
        let mut found = match &searched {
            Searched::Words(node) => occurrences(words, &stories, self.corpus.vocabulary(), node),
            Searched::Text(pattern) => plain_occurrences(words, &stories, pattern),
            Searched::Name(kind) => self.name_occurrences(words, &question.scope, *kind, &question.node)?,
        };
        if let Some(near) = &question.near {
            let window = window(near.left, near.right)?;
            found.retain(|one| {
                window.around(words, one).any(|position| self.form(words, words.word(position)) == near.word)
            });
        }
        let mut held: Vec<u32> = found.iter().map(|occurrence| occurrence.story).collect();
        held.dedup();
        let total = saturating_u32(found.len());
        let maps: Vec<OnceCell<Utf16Map<'_>>> = stories.iter().map(|_| OnceCell::new()).collect();
        let plot = plot(&found, &stories, &maps);
        let inside = if found.is_empty() && matches!(searched, Searched::Words(_)) {
            inside(words, &stories, &question.node, folded)
        } else {
            Vec::new()
        };
        if let Some(size) = question.sample {
            draw(&mut found, size, question.seed);
        }
        self.sort(&mut found, words, &stories, question);
        let lines = ConcordanceRows { words, stories: &stories, maps: &maps };
        let (rows, keys) =
            first_rows(&found, question.limit).iter().map(|one| lines.row(one, question)).unzip();
        Ok(view::Concordance { rows, total, stories: saturating_u32(held.len()), keys, plot, inside, folded })
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
        let keys = |one: &Occurrence| -> Vec<Option<&str>> {
            let key = |key: &SortKey| match *key {
                SortKey::Node => Some(node(one, stories)),
                SortKey::Left(n) => left(words, one, n).map(form),
                SortKey::Right(n) => right(words, one, n).map(form),
            };
            question.sort.iter().map(key).collect()
        };
        // The words around an occurrence are looked up once, not at every comparison.
        let mut sorted: Vec<_> =
            found.iter().map(|one| (question.group_by_story.then_some(one.story), keys(one), *one)).collect();
        sorted.sort_unstable();
        found.iter_mut().zip(sorted).for_each(|(one, (_, _, sorted))| *one = sorted);
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
    let position = (occurrence.end + u32::from(n)).checked_sub(1)?;
    (position < words.len() && words.block(position) == words.block(occurrence.first)).then_some(position)
}

/// What is looked up: a node of words, a pattern of the plain text, or a name of this kind.
enum Searched {
    Words(Node),
    Text(TextPattern),
    Name(view::EntityKind),
}

impl Searched {
    fn parse(question: &ConcordanceQuestion, folded: bool) -> Result<Self, EngineError> {
        Ok(if let Some(kind) = question.entity {
            is_a_word(&question.node)?;
            Self::Name(kind)
        } else if question.plain {
            Self::Text(TextPattern::parse(&question.node, folded)?)
        } else {
            Self::Words(Node::parse(&question.node)?)
        })
    }
}

/// Keeps `size` occurrences, drawn by a seed, in their order. Which are drawn depends on the seed and on their number
/// alone.
fn draw(found: &mut Vec<Occurrence>, size: u32, seed: u32) {
    let mut drawn: Vec<(u64, usize)> =
        (0..found.len()).map(|place| (scattered(seed, place), place)).collect();
    drawn.sort_unstable();
    drawn.truncate(size as usize);
    let mut places: Vec<usize> = drawn.into_iter().map(|(_, place)| place).collect();
    places.sort_unstable();
    *found = places.into_iter().map(|place| found[place]).collect();
}

/// Returns the output of SplitMix64 (Steele, Lea and Flood 2014) at a place of the sequence that a seed begins.
fn scattered(seed: u32, place: usize) -> u64 {
    let step = (place as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let mut value = u64::from(seed).wrapping_add(step);
    value = (value ^ (value >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    value = (value ^ (value >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    value ^ (value >> 31)
}

/// Returns the places of all occurrences, story by story.
fn plot<'a>(
    found: &[Occurrence],
    stories: &[&'a Document],
    maps: &[OnceCell<Utf16Map<'a>>],
) -> Vec<view::StoryHits> {
    let of_story = |hits: &[Occurrence]| {
        let story = hits.first()?.story as usize;
        let document = stories[story];
        let map = maps[story].get_or_init(|| Utf16Map::new(&document.text));
        let starts = hits.iter().map(|hit| map.units(hit.span.start)).collect();
        let length = map.units(saturating_u32(document.text.len()));
        Some(view::StoryHits { id: document.id.clone(), length, starts })
    };
    found.chunk_by(|one, other| one.story == other.story).filter_map(of_story).collect()
}

/// Returns the words in which the characters of a node do occur, together or within one; none for a pattern.
fn inside(words: &Subcorpus, stories: &[&Document], node: &str, folded: bool) -> Vec<view::WordsWith> {
    /// Number of words given.
    const GIVEN: usize = 12;
    let text = node.trim();
    if text.contains(|c: char| c.is_whitespace() || "*?/[\\".contains(c)) {
        return Vec::new();
    }
    let Ok(pattern) = TextPattern::parse(text, folded) else { return Vec::new() };
    let mut counts: BTreeMap<String, u32> = BTreeMap::new();
    for hit in plain_occurrences(words, stories, &pattern) {
        let text = &stories[hit.story as usize].text;
        let forms = (hit.first..hit.end).map(|word| words.place(word).of(text));
        *counts.entry(forms.collect::<Vec<_>>().join(" ")).or_default() += 1;
    }
    let mut found: Vec<view::WordsWith> =
        counts.into_iter().map(|(words, count)| view::WordsWith { words, count }).collect();
    found.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.words.cmp(&b.words)));
    found.truncate(GIVEN);
    found
}

/// The builder of the rows of a concordance; all rows of one story share its offset map.
struct ConcordanceRows<'a, 'd> {
    words: &'a Subcorpus,
    stories: &'a [&'d Document],
    maps: &'a [OnceCell<Utf16Map<'d>>],
}

impl ConcordanceRows<'_, '_> {
    /// Returns the row of an occurrence, and the words in it that rows are sorted by.
    fn row(
        &self,
        occurrence: &Occurrence,
        question: &ConcordanceQuestion,
    ) -> (view::KwicRow, Vec<view::KeyPlace>) {
        let document = self.stories[occurrence.story as usize];
        let span = occurrence.span;
        // Unless it is asked for, context never leaves the block: a headline is no context of the text below it.
        let at = document.blocks.partition_point(|block| block.span.end < span.end);
        let line = document.blocks.get(at).map_or(span, |block| block.span);
        let line = if question.across { Span::new(0, document.text.len()) } else { line };
        debug_assert!(line.contains(span), "a node lies in one block");
        let context = match question.unit {
            ContextUnit::Character => characters(&document.text, line, span, question.context()),
            ContextUnit::Word => self.words_around(line, occurrence, question.context()),
        };
        let map = self.maps[occurrence.story as usize].get_or_init(|| Utf16Map::new(&document.text));
        let view::Range { start, end } = range(map, span);
        let row = view::KwicRow {
            id: document.id.clone(),
            start,
            end,
            left: Span { start: context.start, end: span.start }.of(&document.text).to_owned(),
            node: span.of(&document.text).to_owned(),
            right: Span { start: span.end, end: context.end }.of(&document.text).to_owned(),
        };
        (row, self.keys(occurrence, context, question))
    }

    /// Returns the words that rows are sorted by, as far as the context has them.
    fn keys(&self, one: &Occurrence, context: Span, question: &ConcordanceQuestion) -> Vec<view::KeyPlace> {
        let text = &self.stories[one.story as usize].text;
        let characters = |start: u32, end: u32| saturating_u32(Span { start, end }.of(text).chars().count());
        let place = |(level, key): (u32, &SortKey)| {
            let (position, before, begin) = match *key {
                SortKey::Node => return None,
                SortKey::Left(n) => (left(self.words, one, n)?, true, context.start),
                SortKey::Right(n) => (right(self.words, one, n)?, false, one.span.end),
            };
            let word = self.words.place(position);
            (context.contains(word) && word.start >= begin).then(|| view::KeyPlace {
                level,
                before,
                from: characters(begin, word.start),
                to: characters(begin, word.end),
            })
        };
        (0..).zip(&question.sort).filter_map(place).collect()
    }

    /// Returns the node with `count` words on each side, and the punctuation between.
    fn words_around(&self, line: Span, occurrence: &Occurrence, count: u32) -> Span {
        let story = self.words.story(occurrence.story);
        let first = occurrence.first.saturating_sub(count).max(story.start);
        let last = occurrence.end.saturating_add(count).min(story.end).max(first + 1) - 1;
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

#[cfg(test)]
mod tests {
    use super::*;

    fn hit(story: u32) -> Occurrence {
        Occurrence { first: story, end: story + 1, story, span: Span::new(0, 1) }
    }

    #[test]
    fn a_sample_is_the_same_each_time_and_another_by_another_seed() {
        let all: Vec<Occurrence> = (0..1_000).map(hit).collect();
        let drawn = |size, seed| {
            let mut found = all.clone();
            draw(&mut found, size, seed);
            found
        };
        assert_eq!(drawn(50, 1), drawn(50, 1));
        assert_ne!(drawn(50, 1), drawn(50, 2));
        assert!(drawn(50, 1).is_sorted() && drawn(50, 1).len() == 50);
        assert_eq!(drawn(5_000, 1), all);
        // A larger sample of one seed has the smaller one in it.
        assert!(drawn(50, 1).iter().all(|one| drawn(80, 1).contains(one)));
        // The published first output of the generator for seed 0.
        assert_eq!(scattered(0, 0), 0xe220_a839_7b1d_cdaf);
    }
}
