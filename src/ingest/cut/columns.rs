//! Which lines a column cut, and how wide it was: found from the lengths of lines, block by block.

use super::line::{Line, half_widths};
use super::mark::Mark;
use crate::ingest::Unwrap;
use crate::text::{is_closing, is_sentence_end};

/// What the lengths of the lines say of each line.
pub(super) struct Columns {
    /// Whether the line stands in a wrapped column.
    wrapped: Vec<bool>,
    /// The width of the column about the line, in half-widths.
    width: Vec<u32>,
    /// The widest line of the block a line stands in.
    block: Vec<u32>,
}

/// The narrowest and the widest column, in half-widths.
const COLUMN: std::ops::RangeInclusive<u32> = 12..=164;

impl Columns {
    pub(super) fn find(lines: &[Line<'_>], unwrap: Unwrap) -> Self {
        let blocks = blocks(lines);
        let mut wrapped = vec![unwrap == Unwrap::Always; lines.len()];
        let mut block = vec![0; lines.len()];
        for &(start, end) in &blocks {
            let widest = lines[start..end].iter().map(|line| line.width).max().unwrap_or(0);
            block[start..end].fill(widest);
        }
        if unwrap == Unwrap::Detect {
            detect(lines, &blocks, &mut wrapped);
        }
        let mut width = vec![0; lines.len()];
        for &(start, end) in &blocks {
            // A block that is long enough has a width of its own.
            let own = (end - start >= 4).then(|| supported_width(&lines[start..end]));
            for at in (start..end).filter(|&at| wrapped[at]) {
                width[at] = own.unwrap_or_else(|| width_about(lines, &wrapped, at));
            }
        }
        Self { wrapped, width, block }
    }

    /// Whether any line stands in a wrapped column.
    pub(super) fn any(&self) -> bool {
        self.wrapped.contains(&true)
    }

    /// Whether a wrapped column begins at a line.
    pub(super) fn begins(&self, at: usize) -> bool {
        self.wrapped[at] && (at == 0 || !self.wrapped[at - 1])
    }

    pub(super) fn wraps(&self, at: usize) -> bool {
        self.wrapped[at]
    }

    pub(super) fn width(&self, at: usize) -> u32 {
        self.width[at]
    }

    /// Whether a line ends a paragraph although the next follows at once: its sentence ends there, and the next
    /// character would have fitted.
    pub(super) fn ends_paragraph(&self, lines: &[Line<'_>], at: usize) -> bool {
        lines[at].ended && leaves_room(&lines[at], &lines[at + 1], self.block[at])
    }
}

/// Runs of lines without an empty line between them.
fn blocks(lines: &[Line<'_>]) -> Vec<(usize, usize)> {
    let mut blocks = Vec::new();
    let mut start = 0;
    for at in 1..=lines.len() {
        if at == lines.len() || lines[at].gap > 0 {
            if start < at {
                blocks.push((start, at));
            }
            start = at;
        }
    }
    blocks
}

/// Marks the blocks that a column cut.
fn detect(lines: &[Line<'_>], blocks: &[(usize, usize)], wrapped: &mut [bool]) {
    let sure: Vec<Option<bool>> = blocks.iter().map(|&(start, end)| says(&lines[start..end])).collect();
    for (at, &(start, end)) in blocks.iter().enumerate() {
        let is_wrapped = sure[at].unwrap_or_else(|| {
            let widest = lines[start..end].iter().map(|line| line.width).max().unwrap_or(0);
            // A block of a line or two goes with the nearest block that says something.
            let near = |other: &usize| sure[*other].is_some();
            let before = (at.saturating_sub(6)..at).rev().find(near);
            let after = (at + 1..blocks.len().min(at + 7)).find(near);
            [before, after].into_iter().flatten().any(|other| {
                let (start, end) = blocks[other];
                let other_widest = lines[start..end].iter().map(|line| line.width).max().unwrap_or(0);
                sure[other] == Some(true) && widest <= (other_widest * 2 + other_widest / 2).max(80)
            })
        });
        wrapped[start..end].fill(is_wrapped);
    }
}

/// Whether a block of lines is a cut column, if it is long enough to say.
fn says(block: &[Line<'_>]) -> Option<bool> {
    if block.iter().any(|line| line.width > *COLUMN.end()) {
        return Some(false);
    }
    if block.len() < 3 {
        return None;
    }
    let inner = &block[..block.len() - 1];
    let widest = supported_width(block);
    if !COLUMN.contains(&widest) {
        return Some(false);
    }
    let plain = |line: &&Line<'_>| !line.table && !matches!(line.mark, Mark::Heading(_) | Mark::Furniture);
    let running = inner.iter().filter(|line| plain(line) && !line.ended && line.width + 7 >= widest).count();
    let bare = inner.iter().filter(|line| plain(line) && line.is_bare() && line.width + 7 >= widest).count();
    let short = inner.iter().filter(|line| !line.ended && line.width + 7 < widest).count();
    let whole = inner.iter().filter(|line| line.ended).count();
    // Verse without marks has lines of one length; prose cut at a column has commas inside its lines.
    let is_verse =
        widest <= 16 && block.iter().all(|line| line.commas == 0 || matches!(line.last(), Some('，' | '；')));
    let marks = block
        .iter()
        .filter(|line| line.commas + line.stops > 0 || line.ended || line.text.contains('、'))
        .count();
    if is_verse || marks * 6 < block.len() {
        return if block.len() < 5 { None } else { Some(false) };
    }
    let enough = block.len() > 3 || running == 2;
    let is_wrapped = enough
        && running * 3 >= inner.len()
        && bare * 2 >= running
        && running > whole
        && short * 3 <= inner.len();
    if is_wrapped || block.len() >= 5 { Some(is_wrapped) } else { None }
}

/// The greatest width that two lines share, roughly.
fn supported_width(block: &[Line<'_>]) -> u32 {
    let (mut first, mut second) = (0, 0);
    for line in block {
        if line.width >= first {
            second = first;
            first = line.width;
        } else if line.width > second {
            second = line.width;
        }
    }
    if first > second + 8 { second } else { first }
}

/// The width of the column about a line: the second greatest of the lines near it.
fn width_about(lines: &[Line<'_>], wrapped: &[bool], at: usize) -> u32 {
    let (mut first, mut second) = (0, 0);
    let near = at.saturating_sub(4)..(at + 5).min(lines.len());
    for other in near.filter(|&other| other != at && wrapped[other]) {
        let width = lines[other].width;
        if width >= first {
            second = first;
            first = width;
        } else if width > second {
            second = width;
        }
    }
    if second == 0 { first } else { second }
}

/// Whether the first character of `next` could have stood at the end of `line` in a column of this width, so
/// that only the end of a paragraph can have kept it off.
fn leaves_room(line: &Line<'_>, next: &Line<'_>, column: u32) -> bool {
    let room = column.saturating_sub(line.width);
    let mut next = next.text.chars();
    let (first, second) = (next.next(), next.next());
    // A mark that may not begin a line takes the character before it along to the next line.
    let bound =
        second.filter(|&c| is_closing(c) || is_sentence_end(c) || matches!(c, '，' | '、' | '；' | '：'));
    room >= first.map_or(0, half_widths) + bound.map_or(0, half_widths)
}
