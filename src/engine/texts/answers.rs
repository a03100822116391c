//! Answers about the own texts.

use crate::ingest::{BlockKind, Encoding, Page, ReadTask, WarningKind};
use crate::view;

use super::super::{Engine, EngineError};
use crate::text::saturating_u32;

/// The number of lines shown of a text in another encoding.
const PREVIEWED: usize = 40;

/// The character that replaces invalid bytes.
const REPLACEMENT: char = '\u{fffd}';

impl Engine {
    /// Returns the own texts, in the order in which they were added.
    pub(in super::super) fn texts(&self) -> Vec<view::TextRow> {
        self.texts.pages.values().map(row).collect()
    }

    /// Returns one of them, to inspect and correct.
    pub(in super::super) fn text_page(&self, id: &str) -> Result<view::TextPage, EngineError> {
        let page = self.texts.get(id)?;
        let story = |(place, draft): (usize, &crate::ingest::DraftStory)| {
            let (metadata, sources) = page.known_of(place);
            view::TextStory {
                id: page.story_id(place),
                blocks: draft.blocks.clone(),
                metadata: page.stories.get(place).map(|story| story.metadata.clone()).unwrap_or_default(),
                paper: metadata.paper,
                date: metadata.date,
                series: metadata.series,
                sources,
            }
        };
        Ok(view::TextPage {
            row: row(page),
            revision: page.revision,
            lines: page.source.text.lines().map(str::to_owned).collect(),
            originals: page.source.originals.clone(),
            stories: page.draft.stories.iter().enumerate().map(story).collect(),
            warnings: page.warnings(),
            cautions: page.cautions(),
            options: page.options,
            metadata: page.metadata.clone(),
            has_bytes: page.file_bytes().is_some(),
            can_undo: page.can_undo(),
            can_redo: page.can_redo(),
        })
    }

    /// Returns the task of reading a text in another encoding.
    pub(in super::super) fn preview_task(
        &self,
        id: &str,
        encoding: Encoding,
    ) -> Result<ReadTask, EngineError> {
        Ok(self.texts.get(id)?.decode_task(encoding, None)?)
    }

    /// Returns the beginning of a text in the encoding in which it was read for this.
    pub(in super::super) fn preview_encoding(
        &mut self,
        id: String,
    ) -> Result<view::EncodingPreview, EngineError> {
        let page = self.texts.get(&id)?;
        let read = self.supplied.take().and_then(|read| read.of(page));
        let read = read.ok_or(EngineError::TextChanged { id })?;
        let text = read.decoded().unwrap_or_default();
        Ok(view::EncodingPreview {
            lines: text.lines().take(PREVIEWED).map(str::to_owned).collect(),
            replaced: saturating_u32(text.matches(REPLACEMENT).count()),
        })
    }
}

/// Returns true if a warning questions the encoding.
fn doubts_encoding(kind: WarningKind) -> bool {
    use WarningKind::{MixedEncodings, ReplacedCharacters, UnsureEncoding};
    matches!(kind, ReplacedCharacters | MixedEncodings | UnsureEncoding)
}

/// Returns the headline entered for a page, else that of its first story.
fn headline(page: &Page, entered: String) -> String {
    if !entered.is_empty() {
        return entered;
    }
    let blocks = page.draft.stories.first().map_or(&[][..], |story| &story.blocks);
    let found = blocks.iter().find(|block| block.kind == BlockKind::Headline);
    found.map(|block| block.text.clone()).unwrap_or_default()
}

fn row(page: &Page) -> view::TextRow {
    let text = &page.source.text;
    let known = page.metadata_of(0);
    view::TextRow {
        id: page.id.clone(),
        name: page.source.name.clone(),
        format: page.source.format,
        encoding: page.source.encoding,
        headline: headline(page, known.headline),
        tags: known.others,
        encoding_sure: !page.source.warnings.iter().any(|warning| doubts_encoding(warning.kind)),
        paper: known.paper,
        date: known.date,
        series: known.series,
        characters: saturating_u32(text.chars().filter(|c| !c.is_whitespace()).count()),
        stories: saturating_u32(page.story_ids().count()),
        warnings: saturating_u32(page.warnings().len()),
        wrapped: page.draft.wrapped,
        edited: page.is_edited(),
    }
}
