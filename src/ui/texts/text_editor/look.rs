//! The marks and the parts of a text that are drawn, which are not part of the address.

use super::draft_view::{self, BlockPlace, ListRange};
use crate::view::TextPage;

/// Numbers of lines and of blocks drawn at a time.
const LINES: usize = 400;
pub(super) const BLOCKS: usize = 200;

/// The marks and the parts that are drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Look {
    /// The block the reader is at.
    pub(super) at: Option<BlockPlace>,
    /// The lines marked by the pointer or the focus on a block.
    pub(super) lines: Option<(u32, u32)>,
    /// The block marked by the pointer or the focus on a line.
    pub(super) block: Option<BlockPlace>,
    /// The lines drawn.
    pub(super) before: ListRange,
    /// The blocks drawn.
    pub(super) after: ListRange,
    /// On a narrow screen, true if the text is shown as it arrived.
    pub(super) shows_before: bool,
}

impl Look {
    pub(super) const START: Self = Self {
        at: None,
        lines: None,
        block: None,
        before: ListRange::first(LINES),
        after: ListRange::first(BLOCKS),
        shows_before: false,
    };

    /// Moves to a block, with its surroundings drawn on both sides.
    pub(super) fn at(self, page: &TextPage, place: BlockPlace) -> Self {
        let lines = lines_of(page, place);
        let first = lines.map_or(0, |(first, _)| first.saturating_sub(1) as usize);
        let (before, after) = (self.before.around(first), self.after.around(draft_view::index(page, place)));
        Self { at: Some(place), lines, block: None, before, after, shows_before: false }
    }

    /// Marks the lines of the block under the pointer; without one, those of the block the reader is at.
    pub(super) fn pointed_at_block(self, page: &TextPage, place: Option<BlockPlace>) -> Self {
        let lines = place.or(self.at).and_then(|place| lines_of(page, place));
        Self { lines, block: None, ..self }
    }

    /// Marks the block of the line under the pointer, with all its lines.
    pub(super) fn pointed_at_line(self, page: &TextPage, line: Option<u32>) -> Self {
        let block = line.and_then(|line| draft_view::block_of_line(page, line));
        let lines = block.or(self.at).and_then(|place| lines_of(page, place));
        Self { block, lines, ..self }
    }
}

/// Returns the lines a block was made from.
fn lines_of(page: &TextPage, place: BlockPlace) -> Option<(u32, u32)> {
    draft_view::block(page, place).map(|block| block.lines)
}
