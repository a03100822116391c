//! Runs of page furniture in a text after its division, each folded into one row until the reader opens it. Pure; knows
//! no markup.

use std::collections::BTreeSet;
use std::ops::Range;

use super::draft_view::BlockPlace;
use crate::ingest::{BlockKind, DraftBlock};
use crate::text::abridged;
use crate::view::{TextPage, TextStory};

/// Minimum number of blocks of a run that is folded; fewer take no more room than the row.
pub const FOLDED: usize = 4;

/// Number of blocks that are quoted from a run, and of characters of each.
const QUOTED: usize = 4;
const QUOTED_CHARACTERS: usize = 8;

/// The runs that are open, each by the first line of one of its blocks: a correction moves blocks, but no lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OpenFolds(BTreeSet<u32>);

/// Some blocks of a story that are drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DraftItem {
    /// One block.
    Block(usize),
    /// A run of furniture, and whether its blocks are drawn below its row.
    Fold(Range<usize>, bool),
}

impl OpenFolds {
    /// Opens the run of a block.
    pub fn open(&mut self, block: &DraftBlock) {
        self.0.insert(block.lines.0);
    }

    /// Folds a run.
    pub fn close(&mut self, run: &[DraftBlock]) {
        run.iter().for_each(|block| {
            self.0.remove(&block.lines.0);
        });
    }

    /// Returns true if a run is open.
    fn holds(&self, run: &[DraftBlock]) -> bool {
        run.iter().any(|block| self.0.contains(&block.lines.0))
    }
}

/// Returns what is drawn of some blocks of a story; a run is open, too, if the reader is at one of its blocks.
pub fn items(story: &TextStory, blocks: Range<usize>, open: &OpenFolds, at: Option<usize>) -> Vec<DraftItem> {
    let mut items = Vec::new();
    let mut next = blocks.start;
    let drawn = story.blocks.get(blocks).unwrap_or_default();
    for part in drawn.chunk_by(|one, other| is_out(one) && is_out(other)) {
        let run = next..next + part.len();
        next = run.end;
        if part.len() < FOLDED {
            items.extend(run.map(DraftItem::Block));
            continue;
        }
        let is_open = open.holds(part) || at.is_some_and(|at| run.contains(&at));
        items.push(DraftItem::Fold(run.clone(), is_open));
        if is_open {
            items.extend(run.map(DraftItem::Block));
        }
    }
    items
}

/// Returns the end of the blocks of a text, counted through all its stories, that are drawn as `count` rows from block
/// `from` on.
pub fn reach(page: &TextPage, from: usize, count: usize, open: &OpenFolds, at: Option<BlockPlace>) -> usize {
    let (mut left, mut start) = (count, 0);
    for (number, story) in page.stories.iter().enumerate() {
        let (first, end) = (start, start + story.blocks.len());
        start = end;
        if end <= from {
            continue;
        }
        let at = at.filter(|at| at.0 == number).map(|at| at.1);
        let skipped = from.saturating_sub(first);
        for item in items(story, skipped..story.blocks.len(), open, at) {
            let reached = match item {
                DraftItem::Block(block) => block + 1,
                DraftItem::Fold(run, false) => run.end,
                DraftItem::Fold(run, true) => run.start,
            };
            left = left.saturating_sub(1);
            if left == 0 {
                return first + reached;
            }
        }
    }
    start
}

/// Returns the number of lines of a run, and the first words of some of its blocks.
pub fn summary(run: &[DraftBlock]) -> (u32, Vec<String>) {
    let lines = run.iter().map(|block| block.lines.1.saturating_sub(block.lines.0) + 1).sum();
    let quote = |block: &DraftBlock| abridged(&block.text, QUOTED_CHARACTERS);
    (lines, run.iter().take(QUOTED).map(quote).collect())
}

/// Returns the blocks of a text that are part of no story and whose words contain `typed`.
pub fn found(page: &TextPage, typed: &str) -> Vec<BlockPlace> {
    let numbered = page.stories.iter().enumerate();
    let blocks = numbered.flat_map(|(story, found)| {
        found.blocks.iter().enumerate().map(move |(block, found)| ((story, block), found))
    });
    blocks.filter(|(_, block)| is_out(block) && block.text.contains(typed)).map(|(place, _)| place).collect()
}

/// Returns the number of lines of a text that are part of no story.
pub fn lines_left_out(page: &TextPage) -> u32 {
    let blocks = page.stories.iter().flat_map(|story| &story.blocks).filter(|block| is_out(block));
    blocks.map(|block| block.lines.1.saturating_sub(block.lines.0) + 1).sum()
}

fn is_out(block: &DraftBlock) -> bool {
    block.kind == BlockKind::Furniture
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns a page of one story, whose blocks are text (T) or furniture (F), one line each.
    fn page(kinds: &str) -> TextPage {
        let block = |(line, kind): (u32, char)| DraftBlock {
            kind: if kind == 'F' { BlockKind::Furniture } else { BlockKind::Paragraph },
            text: format!("第{line}行"),
            lines: (line, line),
        };
        let story =
            TextStory { blocks: (1..).zip(kinds.chars()).map(block).collect(), ..TextStory::default() };
        TextPage { stories: vec![story], ..TextPage::default() }
    }

    #[test]
    fn a_long_run_is_one_row_until_it_is_opened_or_the_reader_is_in_it() {
        use DraftItem::{Block, Fold};
        let page = page("TFFFFFTFF");
        let story = &page.stories[0];
        let mut open = OpenFolds::default();
        let folded = [Block(0), Fold(1..6, false), Block(6), Block(7), Block(8)];
        assert_eq!(items(story, 0..9, &open, None), folded);
        let opened = [Fold(1..6, true), Block(1), Block(2), Block(3), Block(4), Block(5)];
        assert_eq!(items(story, 1..6, &open, Some(3)), opened);
        open.open(&story.blocks[2]);
        assert_eq!(items(story, 1..6, &open, None), opened);
        open.close(&story.blocks[1..6]);
        assert_eq!(items(story, 0..9, &open, None), folded);
    }

    #[test]
    fn a_folded_run_counts_as_one_row() {
        let (page, mut open) = (page("TFFFFFFFFTTT"), OpenFolds::default());
        assert_eq!(reach(&page, 0, 3, &open, None), 10);
        assert_eq!(reach(&page, 9, 2, &open, None), 11);
        assert_eq!(reach(&page, 0, 50, &open, None), 12);
        open.open(&page.stories[0].blocks[1]);
        assert_eq!(reach(&page, 0, 4, &open, None), 3);
    }

    #[test]
    fn what_is_left_out_is_counted_quoted_and_found() {
        let page = page("TFFFFFT");
        assert_eq!(lines_left_out(&page), 5);
        assert_eq!(
            summary(&page.stories[0].blocks[1..6]),
            (5, ["第2行", "第3行", "第4行", "第5行"].map(str::to_owned).to_vec())
        );
        assert_eq!(found(&page, "4"), [(0, 3)]);
        assert_eq!(found(&page, "7"), []);
    }
}
