//! The part of a text that is on the screen, and the moves of its blocks. Pure; knows no markup.

use crate::ingest::{BlockKind, CautionKind, DraftBlock, PageEdit};
use crate::text::abridged;
use crate::view::{TextPage, TextStory};

/// A block: the index of its story, and its index in the story.
pub type BlockPlace = (usize, usize);

/// A range of a long list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListRange {
    /// Index of the first item that is drawn.
    pub from: usize,
    /// Number of items that are drawn.
    pub count: usize,
}

impl ListRange {
    /// Returns the range of the first `count` items.
    pub const fn first(count: usize) -> Self {
        Self { from: 0, count }
    }

    /// Returns the end of the range in a list of `all` items.
    pub fn to(self, all: usize) -> usize {
        (self.from + self.count).min(all)
    }

    /// Returns the same range or, if it does not contain `place`, one that begins a little before it.
    #[must_use]
    pub fn around(self, place: usize) -> Self {
        /// Number of items shown before the place.
        const BEFORE: usize = 20;
        if (self.from..self.from + self.count).contains(&place) {
            return self;
        }
        Self { from: place.saturating_sub(BEFORE), ..self }
    }
}

/// A change, and the block to go to afterwards.
#[derive(Clone, Debug, PartialEq)]
pub struct PageCorrection {
    /// The change.
    pub edit: PageEdit,
    /// The block the reader continues at.
    pub then: BlockPlace,
}

/// Returns the block at a place.
pub fn block(page: &TextPage, place: BlockPlace) -> Option<&DraftBlock> {
    page.stories.get(place.0)?.blocks.get(place.1)
}

/// Returns the index of a block among all blocks of a text.
pub fn index(page: &TextPage, place: BlockPlace) -> usize {
    page.stories.iter().take(place.0).map(|story| story.blocks.len()).sum::<usize>() + place.1
}

/// Finds the first block made from a line; if there is none, the block with the next line.
pub fn block_of_line(page: &TextPage, line: u32) -> Option<BlockPlace> {
    let places = || {
        let numbered = page.stories.iter().enumerate();
        numbered.flat_map(|(story, found)| {
            found.blocks.iter().enumerate().map(move |(place, block)| ((story, place), block.lines))
        })
    };
    let holds = places().find(|(_, (first, last))| (*first..=*last).contains(&line));
    let next = || places().filter(|(_, (first, _))| *first > line).min_by_key(|(_, (first, _))| *first);
    holds.or_else(next).map(|(place, _)| place)
}

/// Begins a story with a block, unless one begins there already.
pub fn split(place: BlockPlace) -> Option<PageCorrection> {
    let (story, at) = place;
    let edit = PageEdit::SplitBefore { story: narrow(story), block: narrow(at) };
    (at > 0).then_some(PageCorrection { edit, then: (story + 1, 0) })
}

/// Joins the story of a block with the story before.
pub fn join(page: &TextPage, place: BlockPlace) -> Option<PageCorrection> {
    let before = place.0.checked_sub(1)?;
    let edit = PageEdit::JoinWithPrevious { story: narrow(place.0) };
    Some(PageCorrection { edit, then: (before, page.stories[before].blocks.len() + place.1) })
}

/// Moves a block before the one above it, or to the end of the story before.
pub fn up(page: &TextPage, place: BlockPlace) -> Option<PageCorrection> {
    let (story, at) = place;
    match at.checked_sub(1) {
        Some(above) => Some(moved(place, (story, above), (story, above))),
        None => {
            let before = story.checked_sub(1)?;
            let end = page.stories[before].blocks.len();
            Some(moved(place, (before, end), (before, end)))
        }
    }
}

/// Moves a block behind the one below it, or to the beginning of the next story.
pub fn down(page: &TextPage, place: BlockPlace) -> Option<PageCorrection> {
    let (story, at) = place;
    let blocks = page.stories.get(story)?.blocks.len();
    if at + 1 < blocks {
        return Some(moved(place, (story, at + 2), (story, at + 1)));
    }
    (story + 1 < page.stories.len()).then(|| to_story(page, place, story + 1, 0))
}

/// Moves a block to the end of another story.
pub fn to_end(page: &TextPage, place: BlockPlace, story: usize) -> Option<PageCorrection> {
    let end = page.stories.get(story)?.blocks.len();
    (story != place.0).then(|| to_story(page, place, story, end))
}

fn to_story(page: &TextPage, from: BlockPlace, story: usize, at: usize) -> PageCorrection {
    // A story that loses its last block disappears, and those behind it move up.
    let gone = page.stories.get(from.0).is_some_and(|old| old.blocks.len() == 1) && story > from.0;
    moved(from, (story, at), (story - usize::from(gone), at))
}

fn moved(from: BlockPlace, to: BlockPlace, then: BlockPlace) -> PageCorrection {
    let pair = |(story, block): BlockPlace| (narrow(story), narrow(block));
    PageCorrection { edit: PageEdit::MoveBlock { from: pair(from), to: pair(to) }, then }
}

/// Marks a block as furniture, which leaves it out, or turns furniture back into running text.
pub fn turn(page: &TextPage, place: BlockPlace) -> Option<PageCorrection> {
    let is_out = block(page, place)?.kind == BlockKind::Furniture;
    let kind = if is_out { BlockKind::Paragraph } else { BlockKind::Furniture };
    Some(kind_of(place, kind))
}

/// Changes the kind of a block.
pub fn kind_of(place: BlockPlace, kind: BlockKind) -> PageCorrection {
    let edit = PageEdit::SetKind { story: narrow(place.0), block: narrow(place.1), kind };
    PageCorrection { edit, then: place }
}

/// Replaces the text of a block.
pub fn text_of(place: BlockPlace, text: String) -> PageCorrection {
    let edit = PageEdit::SetText { story: narrow(place.0), block: narrow(place.1), text };
    PageCorrection { edit, then: place }
}

/// Iterates over the cautions about a story as a whole.
pub fn story_cautions(page: &TextPage, story: usize) -> impl Iterator<Item = CautionKind> {
    let of_story = page.cautions.iter().filter(move |caution| caution.story as usize == story);
    of_story.map(|caution| caution.kind).filter(|kind| kind.is_about_story())
}

/// Iterates over the cautions about a block.
pub fn block_cautions(page: &TextPage, place: BlockPlace) -> impl Iterator<Item = CautionKind> {
    let lines = block(page, place).map(|block| block.lines);
    let of_block = page.cautions.iter().filter(move |caution| {
        let is_here = lines.is_some_and(|(first, last)| (first..=last).contains(&caution.line));
        is_here && caution.story as usize == place.0
    });
    of_block.map(|caution| caution.kind).filter(|kind| !kind.is_about_story())
}

/// Returns true if a story has a block that is not furniture.
pub fn is_kept(story: &TextStory) -> bool {
    story.blocks.iter().any(|block| block.kind != BlockKind::Furniture)
}

/// Returns a story's headline, or else its beginning.
pub fn title(story: &TextStory) -> String {
    const SHOWN: usize = 20;
    let of = |kind| story.blocks.iter().find(|block| block.kind == kind);
    let named = of(BlockKind::Headline).or_else(|| of(BlockKind::Paragraph)).or(story.blocks.first());
    let text = if story.metadata.headline.is_empty() {
        named.map_or("", |block| &block.text)
    } else {
        &story.metadata.headline
    };
    abridged(text, SHOWN)
}

/// Converts an index or a number to the engine's `u32`.
pub fn narrow(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns two stories of two blocks and one of one, each block made from one line.
    fn page() -> TextPage {
        let mut line = 0;
        let mut story = |blocks: usize| {
            let block = |_| {
                line += 2;
                DraftBlock { kind: BlockKind::Paragraph, text: format!("第{line}行"), lines: (line, line) }
            };
            TextStory { blocks: (0..blocks).map(block).collect(), ..TextStory::default() }
        };
        TextPage { stories: vec![story(2), story(2), story(1)], ..TextPage::default() }
    }

    #[test]
    fn a_line_leads_to_the_block_made_from_it_or_to_the_next() {
        assert_eq!(block_of_line(&page(), 6), Some((1, 0)));
        assert_eq!(block_of_line(&page(), 7), Some((1, 1)));
        assert_eq!(block_of_line(&page(), 11), None);
    }

    #[test]
    fn blocks_move_across_the_borders_of_stories() {
        let page = page();
        let to = |correction: Option<PageCorrection>| match correction {
            Some(PageCorrection { edit: PageEdit::MoveBlock { to, .. }, then }) => Some((to, then)),
            _ => None,
        };
        assert_eq!(to(up(&page, (0, 0))), None);
        assert_eq!(to(up(&page, (1, 0))), Some(((0, 2), (0, 2))));
        assert_eq!(to(up(&page, (1, 1))), Some(((1, 0), (1, 0))));
        assert_eq!(to(down(&page, (0, 0))), Some(((0, 2), (0, 1))));
        assert_eq!(to(down(&page, (0, 1))), Some(((1, 0), (1, 0))));
        assert_eq!(to(down(&page, (2, 0))), None);
        assert_eq!(to(to_end(&page, (2, 0), 0)), Some(((0, 2), (0, 2))));
    }

    #[test]
    fn a_story_begins_nowhere_twice_and_the_first_has_none_before() {
        assert_eq!(split((1, 0)), None);
        assert_eq!(split((1, 1)).map(|correction| correction.then), Some((2, 0)));
        assert_eq!(join(&page(), (0, 1)), None);
        assert_eq!(join(&page(), (1, 1)).map(|correction| correction.then), Some((0, 3)));
    }

    #[test]
    fn a_stretch_moves_only_when_it_must() {
        let stretch = ListRange::first(200);
        assert_eq!(stretch.around(150), stretch);
        assert_eq!(stretch.around(1_000), ListRange { from: 980, count: 200 });
        assert_eq!(stretch.to(50), 50);
    }
}
