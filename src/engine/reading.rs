//! Answers about stories and their words.

use crate::corpus::{Block, BlockKind, Document, Scope, Token, Tokens, Units};
use crate::segment::{Tag, TokenSpan};
use crate::text::{Span, Utf16Map, saturating_u32};
use crate::view;
use crate::view::OPENING;

use super::{Engine, EngineError, Inside};

impl Engine {
    pub(super) fn stories(&self, units: Units, scope: &Scope) -> Result<Vec<view::StoryRow>, EngineError> {
        Ok(self.within(units, scope)?.into_iter().map(|(document, tokens)| row(document, tokens)).collect())
    }

    /// Lists every story without the number of its words.
    pub(super) fn story_list(&self) -> Vec<view::StoryRow> {
        self.corpus.documents().iter().map(|document| listed(document, 0)).collect()
    }

    pub(super) fn story(&self, units: Units, id: &str) -> Result<view::StoryView, EngineError> {
        let (document, tokens) = self.document(units, id)?;
        let map = Utf16Map::new(&document.text);
        let blocks = document
            .blocks
            .iter()
            .map(|block| view::BlockView {
                kind: block.kind,
                range: range(&map, block.span),
                words: tokens
                    .inside(block.span)
                    .iter()
                    .map(|&Token { span, tag, .. }| mark(&document.text, &map, span, Tag::numbered(tag)))
                    .collect(),
            })
            .collect();
        Ok(view::StoryView { row: row(document, tokens), blocks, warnings: document.warnings.clone() })
    }

    pub(super) fn segment(
        &self,
        units: Units,
        text: &str,
        inside: Inside,
    ) -> Result<view::Segmentation, EngineError> {
        let tokens = match inside {
            Inside::None => self.segmenters.segment(units, None, text)?,
            Inside::Search => self
                .segmenters
                .jieba()?
                .segment_for_search(text, &self.segmenters.segment(units, None, text)?),
            Inside::Full => self.segmenters.jieba()?.segment_fully(text),
        };
        let map = Utf16Map::new(text);
        let mut segmentation = view::Segmentation {
            starts: Vec::with_capacity(tokens.len()),
            ends: Vec::with_capacity(tokens.len()),
            tags: Vec::with_capacity(tokens.len()),
            tag_names: Tag::names().map(str::to_owned).collect(),
        };
        // Most words follow each other directly, so their ranges are computed incrementally.
        let mut last = view::Range::default();
        let mut last_byte = 0;
        for TokenSpan { span, tag } in tokens {
            let start = if span.start == last_byte { last.end } else { map.units(span.start) };
            let length: usize = span.of(text).chars().map(char::len_utf16).sum();
            last = view::Range { start, end: start + saturating_u32(length) };
            last_byte = span.end;
            segmentation.starts.push(last.start);
            segmentation.ends.push(last.end);
            segmentation.tags.push(tag.number());
        }
        Ok(segmentation)
    }
}

/// The number of neighbours given on each side of the words of a place.
const NEIGHBOURS: usize = 4;

impl Engine {
    /// Returns the words that lie in a place of a story, wholly or in part, and those next to them.
    pub(super) fn words_at(
        &self,
        units: Units,
        id: &str,
        place: view::Range,
    ) -> Result<view::WordsAt, EngineError> {
        let (document, tokens) = self.document(units, id)?;
        let map = Utf16Map::new(&document.text);
        let mut found = view::WordsAt::default();
        let inside = |block: &&Block| {
            let view::Range { start, end } = range(&map, block.span);
            start <= place.start && place.start < end
        };
        let Some(block) = document.blocks.iter().find(inside) else { return Ok(found) };
        for &Token { span, tag, .. } in tokens.inside(block.span) {
            let word = mark(&document.text, &map, span, Tag::numbered(tag));
            if word.end <= place.start {
                found.left.push(word);
            } else if word.start < place.end {
                found.words.push(word);
            } else {
                found.right.push(word);
            }
        }
        found.left.drain(..found.left.len().saturating_sub(NEIGHBOURS));
        found.right.truncate(NEIGHBOURS);
        Ok(found)
    }
}

/// Returns a document's row in a list.
pub(super) fn row(document: &Document, tokens: &Tokens) -> view::StoryRow {
    listed(document, tokens.word_count())
}

fn listed(document: &Document, tokens: u32) -> view::StoryRow {
    let characters = document.text.chars().filter(|c| !c.is_whitespace()).count();
    let opening = document.blocks.iter().find(|block| block.kind == BlockKind::Paragraph);
    view::StoryRow {
        id: document.id.clone(),
        page: document.page.clone(),
        paper: document.paper.clone(),
        date: document.date.clone(),
        series: document.series.clone(),
        file: document.file.clone(),
        tags: document.tags.clone(),
        headline: document.headline.clone(),
        opening: opening.map_or("", |block| block.span.of(&document.text)).chars().take(OPENING).collect(),
        characters: saturating_u32(characters),
        tokens,
    }
}

/// Converts a span to UTF-16 code units.
pub(super) fn range(map: &Utf16Map<'_>, span: Span) -> view::Range {
    view::Range { start: map.units(span.start), end: map.units(span.end) }
}

fn mark(text: &str, map: &Utf16Map<'_>, span: Span, tag: Tag) -> view::WordMark {
    let view::Range { start, end } = range(map, span);
    view::WordMark { word: span.of(text).to_owned(), start, end, tag: tag.name().to_owned() }
}
