//! Grouping of lines that are below each other into blocks.

use std::collections::BTreeMap;

use super::frame::Frame;
use super::length::Length;
use super::lines::PositionedLine;
use super::pieces::usual_size;
use crate::text::OrderBy;

/// Lines of one size, each below the other.
#[derive(Debug)]
pub(super) struct LineBlock {
    pub(super) lines: Vec<PositionedLine>,
    /// Its position on the page.
    pub(super) frame: Frame,
    pub(super) size: Length,
    pub(super) down: bool,
    /// True if it is a page number or a line that every page has.
    pub(super) margin: bool,
}

impl LineBlock {
    fn new(lines: Vec<PositionedLine>, down: bool) -> Self {
        let turned = lines.iter().map(|line| line.frame).reduce(Frame::around).unwrap_or_default();
        let frame = if down { turned.turned_back() } else { turned };
        let size = usual_size(lines.iter().map(|line| (line.size, line.characters())));
        Self { lines, frame, size, down, margin: false }
    }

    pub(super) fn characters(&self) -> usize {
        self.lines.iter().map(PositionedLine::characters).fold(0, usize::saturating_add)
    }

    /// Returns true if it is too large and too short to be running text.
    pub(super) fn is_heading(&self, body: Length) -> bool {
        self.size * 4 >= body * 5 && self.characters() <= 60 && self.lines.len() <= 4
    }
}

/// Builds the blocks of lines that follow downwards; `down` is true if they were turned to do so.
pub(super) fn blocks(mut lines: Vec<PositionedLine>, down: bool) -> Vec<LineBlock> {
    lines.order_by_key(|line| line.frame);
    let above = links(&lines);
    let mut chain_of: Vec<usize> = Vec::with_capacity(lines.len());
    let mut chains: Vec<Vec<PositionedLine>> = Vec::new();
    for (line, above) in lines.into_iter().zip(above) {
        // The line above comes earlier, so its chain is known.
        let chain = above.and_then(|above| chain_of.get(above).copied()).unwrap_or(chains.len());
        chain_of.push(chain);
        match chains.get_mut(chain) {
            Some(lines) => lines.push(line),
            None => chains.push(vec![line]),
        }
    }
    chains.into_iter().flat_map(cut_at_white_space).map(|lines| LineBlock::new(lines, down)).collect()
}

/// Finds for each line the line above it that it continues.
fn links(lines: &[PositionedLine]) -> Vec<Option<usize>> {
    let mut skyline = Skyline::default();
    let mut above: Vec<Option<usize>> = Vec::with_capacity(lines.len());
    let mut below = vec![0_u32; lines.len()];
    for (number, line) in lines.iter().enumerate() {
        let mut fitting = skyline
            .over(line.frame)
            .into_iter()
            .filter(|&other| lines.get(other).is_some_and(|other| is_under(line, other)))
            .collect::<Vec<usize>>();
        fitting.dedup();
        let link = if let [link] = fitting[..] { Some(link) } else { None };
        if let Some(below) = link.and_then(|link| below.get_mut(link)) {
            *below = below.saturating_add(1);
        }
        above.push(link);
        skyline.put(line.frame, number);
    }
    // Below a line that spans two columns, each of them begins a new chain.
    above.into_iter().map(|link| link.filter(|&link| below.get(link) == Some(&1))).collect()
}

/// Returns true if `line` can be the next line of the column that contains `above`.
fn is_under(line: &PositionedLine, above: &PositionedLine) -> bool {
    let gap = line.frame.top - above.frame.bottom;
    let narrower = line.frame.width().min(above.frame.width());
    let indent = (line.frame.left - above.frame.left).abs();
    let middles = (line.frame.left + line.frame.right - above.frame.left - above.frame.right).abs() / 2;
    let size = line.size;
    (line.size - above.size).abs() * 100 <= size * 12
        && gap * 2 >= -size
        && gap * 10 <= size * 13
        && line.frame.shared_width(above.frame) * 2 >= narrower
        && (indent * 10 <= size * 26 || middles * 10 <= size * 6)
}

/// Cuts at white space that is clearly larger than between the other lines.
fn cut_at_white_space(lines: Vec<PositionedLine>) -> Vec<Vec<PositionedLine>> {
    let mut gaps: Vec<Length> =
        lines.array_windows().map(|[above, line]| line.frame.top - above.frame.bottom).collect();
    gaps.sort_unstable();
    let usual = gaps.get(gaps.len() / 2).copied().unwrap_or_default();
    let mut parts: Vec<Vec<PositionedLine>> = Vec::new();
    for line in lines {
        let gap = parts.last().and_then(|part| part.last()).map(|last| line.frame.top - last.frame.bottom);
        match parts.last_mut() {
            Some(part) if gap.is_some_and(|gap| gap * 10 <= usual * 10 + line.size * 6) => part.push(line),
            _ => parts.push(vec![line]),
        }
    }
    parts
}

/// The lowest line so far, for each stretch of the page's width.
#[derive(Default)]
struct Skyline {
    /// Maps the left end of a stretch to its right end and its line.
    stretches: BTreeMap<Length, (Length, usize)>,
}

impl Skyline {
    /// Returns the lines directly above a frame, from left to right.
    fn over(&self, frame: Frame) -> Vec<usize> {
        let first = self.stretches.range(..=frame.left).next_back().map_or(frame.left, |(&left, _)| left);
        self.stretches
            .range(first..frame.right.max(first))
            .filter(|&(_, &(right, _))| right > frame.left)
            .map(|(_, &(_, line))| line)
            .collect()
    }

    fn put(&mut self, frame: Frame, line: usize) {
        if frame.width() <= Length::ZERO {
            return;
        }
        let first = self.stretches.range(..=frame.left).next_back().map_or(frame.left, |(&left, _)| left);
        let covered: Vec<(Length, Length, usize)> = self
            .stretches
            .range(first..frame.right)
            .filter(|&(_, &(right, _))| right > frame.left)
            .map(|(&left, &(right, line))| (left, right, line))
            .collect();
        for (left, right, other) in covered {
            self.stretches.remove(&left);
            if left < frame.left {
                self.stretches.insert(left, (frame.left, other));
            }
            if right > frame.right {
                self.stretches.insert(frame.right, (right, other));
            }
        }
        self.stretches.insert(frame.left, (frame.right, line));
    }
}
