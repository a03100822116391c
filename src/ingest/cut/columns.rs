//! Detection of lines cut at a column, and of its width, from the lengths of lines, block by block.

use super::front::is_print;
use super::line::{Line, half_widths};
use super::mark::Mark;
use crate::ingest::Unwrap;
use crate::text::{is_closing, is_sentence_end};

/// Results of the detection, by line.
pub(super) struct Columns {
    /// True if the line is in a wrapped column.
    wrapped: Vec<bool>,
    /// The width of the column around the line, in half-widths.
    width: Vec<u32>,
    /// The width of the widest line in the line's block.
    block: Vec<u32>,
}

/// So many lines without an empty one between them have lines of other columns and of none among them.
const MANY: usize = 16;

/// The narrowest and the widest column, in half-widths.
const COLUMN: std::ops::RangeInclusive<u32> = 12..=164;

impl Columns {
    pub(super) fn find(lines: &[Line<'_>], unwrap: Unwrap) -> Self {
        // Runs of lines without an empty line between them; those that are no one column are cut at headlines, too.
        let heads = heads(lines);
        let is_head = |line: &Line<'_>| heads.binary_search(&line.number).is_ok();
        let runs = lines.chunk_by(|_, next| next.gap == 0);
        let blocks: Vec<&[Line<'_>]> = runs
            .flat_map(|run| {
                let is_one = heads.is_empty() || says(run) == Some(true);
                run.chunk_by(move |_, next| is_one || !is_head(next))
            })
            .collect();
        let wrapped = match unwrap {
            Unwrap::Detect => detect(&blocks),
            Unwrap::Always => vec![true; lines.len()],
            Unwrap::Never => vec![false; lines.len()],
        };
        let (mut width, mut block) = (Vec::with_capacity(lines.len()), Vec::with_capacity(lines.len()));
        for lines_of in blocks {
            let many = lines_of.len() >= MANY;
            let widest = if many { supported_width(lines_of) } else { widest(lines_of) };
            // A block that is long enough has a width of its own.
            let own = (lines_of.len() >= 4).then(|| supported_width(lines_of));
            for _ in lines_of {
                let at = width.len();
                let is_wrapped = wrapped.get(at) == Some(&true);
                let about = || own.unwrap_or_else(|| width_about(lines, &wrapped, at));
                width.push(if is_wrapped { about() } else { 0 });
                block.push(widest);
            }
        }
        Self { wrapped, width, block }
    }

    /// Returns true if any line is in a wrapped column.
    pub(super) fn any(&self) -> bool {
        self.wrapped.contains(&true)
    }

    /// Returns true if a wrapped column begins at a line.
    pub(super) fn begins(&self, at: usize) -> bool {
        self.wraps(at) && at.checked_sub(1).is_none_or(|before| !self.wraps(before))
    }

    pub(super) fn wraps(&self, at: usize) -> bool {
        self.wrapped.get(at) == Some(&true)
    }

    pub(super) fn width(&self, at: usize) -> u32 {
        self.width.get(at).copied().unwrap_or(0)
    }

    /// Returns true if a line ends a paragraph although `next` follows at once: its sentence ends there, and the next
    /// character would have fitted.
    pub(super) fn ends_paragraph(&self, at: usize, line: &Line<'_>, next: &Line<'_>) -> bool {
        let column = self.block.get(at).copied().unwrap_or(0);
        // A line that is much wider than the column is none of its lines.
        let is_wide = line.width > column.saturating_add(column / 4);
        line.ended && (is_wide || leaves_room(line, next, column))
    }
}

/// Returns the numbers of the lines with which headlines or verses begin between columns without an empty line: printed
/// paragraphs are indented, and each story has a column of its own width.
fn heads(lines: &[Line<'_>]) -> Vec<u32> {
    if lines.iter().filter(|line| line.indent).count() < INDENTS || !is_print(lines) {
        return Vec::new();
    }
    let is_plain = |line: &Line<'_>| {
        line.mark == Mark::None && !line.indent && !line.ended && line.commas == 0 && line.chars <= ROW
    };
    let (mut heads, mut run) = (Vec::new(), 0_usize);
    for at in 0..=lines.len() {
        let line = Line::at(lines, at);
        if at < lines.len() && is_plain(line) {
            run = run.saturating_add(1);
            continue;
        }
        let first = at.saturating_sub(run);
        let above = first.checked_sub(1).map(|above| Line::at(lines, above));
        let is_apart = above.is_none_or(|above| above.ended || above.mark != Mark::None);
        let is_long = run > ROWS;
        // Below the last column of a page there are words of pictures, and what is no part of it.
        let heads_or_ends = line.indent || line.mark == Mark::Furniture || at == lines.len();
        if is_apart && (is_long || run > 0 && heads_or_ends) {
            heads.push(Line::at(lines, first).number);
        }
        // Below verses there is one row at least.
        if is_long && line.indent {
            heads.push(Line::at(lines, at.saturating_sub(1)).number);
        }
        run = 0;
    }
    heads
}

/// The least indented lines of a page of print, the most rows of a headline, and the longest row in characters.
const INDENTS: usize = 6;
const ROWS: usize = 3;
const ROW: u32 = 20;

/// Determines, for each line of the blocks, if it is in a block that a column cut.
fn detect(blocks: &[&[Line<'_>]]) -> Vec<bool> {
    let said: Vec<(Option<bool>, u32)> = blocks.iter().map(|block| (says(block), widest(block))).collect();
    let mut wrapped = Vec::new();
    for (at, (block, &(sure, widest))) in blocks.iter().zip(&said).enumerate() {
        let is_wrapped = sure.unwrap_or_else(|| {
            // A block of a line or two follows the nearest block with a result.
            let is_sure = |(sure, _): &&(Option<bool>, u32)| sure.is_some();
            let before = said.iter().take(at).rev().take(6).find(is_sure);
            let after = said.iter().skip(at).skip(1).take(6).find(is_sure);
            [before, after].into_iter().flatten().any(|&(sure, other)| {
                sure == Some(true) && widest <= other.saturating_mul(2).saturating_add(other / 2).max(80)
            })
        });
        wrapped.extend(std::iter::repeat_n(is_wrapped, block.len()));
    }
    wrapped
}

/// Returns the width of the widest line.
fn widest(block: &[Line<'_>]) -> u32 {
    block.iter().map(|line| line.width).max().unwrap_or(0)
}

/// Returns whether a block of lines is a cut column, if it is long enough to decide.
fn says(block: &[Line<'_>]) -> Option<bool> {
    if block.iter().any(|line| line.width > *COLUMN.end()) {
        return Some(false);
    }
    if block.len() < 3 {
        return None;
    }
    let inner = block.split_last().map_or(block, |(_, inner)| inner);
    // The heads and feet of sheets stand between the lines of a column, and who wrote what.
    let is_of_column = |line: &&Line<'_>| !matches!(line.mark, Mark::Furniture | Mark::Byline | Mark::Label);
    let of_column: Vec<&Line<'_>> = inner.iter().filter(is_of_column).collect();
    let inner = if of_column.len() >= MANY { of_column } else { inner.iter().collect() };
    let widest = supported_width(block);
    if !COLUMN.contains(&widest) {
        return Some(false);
    }
    let plain = |line: &&&Line<'_>| !line.table && !matches!(line.mark, Mark::Heading(_) | Mark::Furniture);
    // The indent of a paragraph takes two letters' room.
    let room = |line: &Line<'_>| if line.indent { 11 } else { 7 };
    let full = |line: &&&Line<'_>| line.width.saturating_add(room(line)) >= widest;
    let running = inner.iter().filter(|line| plain(line) && !line.ended && full(line)).count();
    let bare = inner.iter().filter(|line| plain(line) && line.is_bare() && full(line)).count();
    let short = inner.iter().filter(|line| !line.ended && !full(line)).count();
    let whole = inner.iter().filter(|line| line.ended).count();
    // Verse without marks has lines of one length; prose cut at a column has commas inside its lines.
    let is_verse =
        widest <= 16 && block.iter().all(|line| line.commas == 0 || matches!(line.last(), Some('，' | '；')));
    let marks = block
        .iter()
        .filter(|line| line.commas > 0 || line.stops > 0 || line.ended || line.text.contains('、'))
        .count();
    if is_verse || marks.saturating_mul(6) < block.len() {
        return if block.len() < 5 { None } else { Some(false) };
    }
    let enough = block.len() > 3 || running == 2;
    let is_wrapped = enough
        && running.saturating_mul(3) >= inner.len()
        && bare.saturating_mul(2) >= running
        && running > whole
        && short.saturating_mul(3) <= inner.len();
    if is_wrapped || block.len() >= 5 { Some(is_wrapped) } else { None }
}

/// Returns roughly the greatest width that two lines share; in a block of many lines, that an eighth of them reach.
fn supported_width(block: &[Line<'_>]) -> u32 {
    if block.len() >= MANY {
        let mut widths: Vec<u32> = block.iter().map(|line| line.width).collect();
        let nth = (block.len() / 8).min(block.len().saturating_sub(1));
        let (_, width, _) = widths.select_nth_unstable_by(nth, |a, b| b.cmp(a));
        return *width;
    }
    let (mut first, mut second) = (0, 0);
    for line in block {
        if line.width >= first {
            second = first;
            first = line.width;
        } else if line.width > second {
            second = line.width;
        }
    }
    if first > second.saturating_add(8) { second } else { first }
}

/// Returns the width of the column around a line: the second greatest of the lines near it.
fn width_about(lines: &[Line<'_>], wrapped: &[bool], at: usize) -> u32 {
    let (mut first, mut second) = (0, 0);
    let near = at.saturating_sub(4)..=at.saturating_add(4);
    let wrapped = |other: usize| wrapped.get(other) == Some(&true);
    for line in near.filter(|&other| other != at && wrapped(other)).filter_map(|other| lines.get(other)) {
        let width = line.width;
        if width >= first {
            second = first;
            first = width;
        } else if width > second {
            second = width;
        }
    }
    if second == 0 { first } else { second }
}

/// Returns true if the first character of `next` would have fitted at the end of `line` in a column of this width, so
/// that only the end of a paragraph explains the break.
fn leaves_room(line: &Line<'_>, next: &Line<'_>, column: u32) -> bool {
    let room = column.saturating_sub(line.width);
    let mut next = next.text.chars();
    let (first, second) = (next.next(), next.next());
    // A mark that may not begin a line takes the character before it along to the next line.
    let bound =
        second.filter(|&c| is_closing(c) || is_sentence_end(c) || matches!(c, '，' | '、' | '；' | '：'));
    room >= first.map_or(0, half_widths).saturating_add(bound.map_or(0, half_widths))
}
