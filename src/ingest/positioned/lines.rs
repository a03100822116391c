//! Joining of pieces that touch into lines.

use std::cmp::{Reverse, max};

use super::frame::Frame;
use super::grid::Grid;
use super::length::Length;
use super::pieces::{PlacedRun, is_wide};
use crate::text::OrderBy;

/// Maximum number of gaps compared with one to decide if it is part of a gutter.
const GAPS: usize = 256;

/// A line, or the part of one before or after a wide gap.
#[derive(Clone, Debug)]
pub(super) struct PositionedLine {
    pub(super) pieces: Vec<PlacedRun>,
    pub(super) frame: Frame,
    pub(super) size: Length,
}

impl PositionedLine {
    fn new(pieces: Vec<PlacedRun>) -> Self {
        let frame = pieces.iter().map(|piece| piece.frame).reduce(Frame::around).unwrap_or_default();
        let longest = pieces.iter().max_by_key(|piece| (piece.text.chars().count(), Reverse(piece.frame)));
        let size = longest.map_or(Length(1000), |piece| piece.size);
        Self { pieces, frame, size }
    }

    pub(super) fn characters(&self) -> usize {
        self.pieces.iter().map(|piece| piece.text.chars().count()).fold(0, usize::saturating_add)
    }

    /// Returns true if it has too many characters to be vertical by chance.
    pub(super) fn proves_vertical(&self) -> bool {
        self.characters() >= 4
    }

    /// Returns its text, with a space where the printed one is significant.
    pub(super) fn text(&self) -> String {
        let mut text = String::new();
        let mut end: Option<Length> = None;
        for piece in &self.pieces {
            let gap = end.map_or(Length::ZERO, |end| piece.frame.left - end);
            let wide = |c: Option<char>| c.is_some_and(is_wide);
            let (before, after) = (wide(text.chars().next_back()), wide(piece.text.chars().next()));
            if before && after && gap * 10 >= self.size * 7 {
                text.push('\u{3000}');
            } else if !before && !after && end.is_some() && gap * 5 >= self.size {
                text.push(' ');
            }
            push_without_justification(&mut text, piece);
            end = Some(max(piece.frame.right, end.unwrap_or(Length::LEAST)));
        }
        text
    }
}

/// Appends the text without the spaces that result from justification: beside full-width characters only clearly wider
/// ones are kept.
fn push_without_justification(line: &mut String, piece: &PlacedRun) {
    let width = |c: char| match c {
        c if c.is_whitespace() => Length::ZERO,
        c if is_wide(c) => piece.size,
        _ => piece.size / 2,
    };
    let set: Length = piece.text.chars().map(width).sum();
    let spaces = piece.text.chars().filter(|c| c.is_whitespace()).count();
    let spaces = i32::try_from(spaces).unwrap_or(i32::MAX).max(1);
    let each = ((piece.frame.width() - set) / spaces).clamp(Length::ZERO, piece.size);
    let mut before = false;
    let mut characters = piece.text.chars().peekable();
    while let Some(c) = characters.next() {
        let after = characters.peek().is_some_and(|&next| is_wide(next));
        match (c == ' ', before, after) {
            (true, true, true) if each * 10 >= piece.size * 7 => line.push('\u{3000}'),
            (true, true, true) => {}
            (true, true, _) | (true, _, true) if each * 10 < piece.size * 4 => {}
            _ => line.push(c),
        }
        before = is_wide(c);
    }
}

/// A gap between two pieces that may be on one line.
#[derive(Clone, Copy)]
struct Gap {
    left: Length,
    right: Length,
    top: Length,
    before: usize,
    after: usize,
    /// True if it is no wider than a gap between two words of one line, and both pieces are of one size.
    narrow: bool,
}

/// Builds the lines of pieces that run from left to right; `body` is the size in which most are set.
pub(super) fn lines(pieces: Vec<PlacedRun>, body: Length) -> Vec<PositionedLine> {
    let mut next = followers(&pieces);
    let mut doubtful: Vec<Gap> = Vec::new();
    for (before, (one, follower)) in pieces.iter().zip(&mut next).enumerate() {
        let Some((after, other)) = follower.and_then(|after| Some((after, pieces.get(after)?))) else {
            continue;
        };
        let (left, right) = (one.frame.right, other.frame.left);
        if right - left > near(one, body) {
            let same_size = (one.size - other.size).abs() * 10 <= one.size;
            let narrow = right - left <= reach(one.size, body) && same_size;
            doubtful.push(Gap { left, right, top: one.frame.top, before, after, narrow });
            *follower = None;
        }
    }
    for gap in single(doubtful, &starts(&pieces, &next), body).into_iter().filter(|gap| gap.narrow) {
        if let Some(next) = next.get_mut(gap.before) {
            *next = Some(gap.after);
        }
    }
    chains(pieces, &next).into_iter().map(PositionedLine::new).collect()
}

/// Returns the distance up to which a piece is certainly on the same line. The letters of a headline are wide, and the
/// gutter between two headlines is not.
fn near(piece: &PlacedRun, body: Length) -> Length {
    if piece.size * 10 > body * 13 { max(piece.size / 4, body * 7 / 10) } else { piece.size * 7 / 10 }
}

/// Returns the maximum distance of a piece on the same line.
fn reach(size: Length, body: Length) -> Length {
    if size * 10 > body * 13 { size } else { size * 11 / 5 }
}

/// Finds for each piece the one that follows it on its line; none follows two.
fn followers(pieces: &[PlacedRun]) -> Vec<Option<usize>> {
    let grid = Grid::new(
        pieces.iter().enumerate().map(|(number, p)| (p.size, p.frame.middle(), p.frame.left, number)),
    );
    // The nearest piece before each, as (distance of the middles, gap, number).
    let mut leaders: Vec<Option<(Length, Length, usize)>> = vec![None; pieces.len()];
    for (number, piece) in pieces.iter().enumerate() {
        let (frame, size) = (piece.frame, piece.size);
        let down = frame.middle() - size / 2..=frame.middle() + size / 2;
        let across = frame.right - size / 2..=frame.right + size * 11 / 5;
        let best = grid
            .near(size, down, across)
            .filter_map(|other| Some((other, pieces.get(other)?)))
            .filter(|&(other, piece)| {
                let (place, other_size) = (piece.frame, piece.size);
                (place.left, other) > (frame.left, number)
                    && place.left >= frame.right - size / 2
                    && place.left <= frame.right + size * 11 / 5
                    && frame.beside(place)
                    && other_size * 10 <= size * 17
                    && size * 10 <= other_size * 17
            })
            .min_by_key(|(other, piece)| (piece.frame.left, *other));
        if let Some((other, piece)) = best
            && let Some(leader) = leaders.get_mut(other)
        {
            let off = (piece.frame.middle() - frame.middle()).abs();
            let found = (off, (piece.frame.left - frame.right).abs(), number);
            *leader = Some(leader.map_or(found, |known| known.min(found)));
        }
    }
    let mut next = vec![None; pieces.len()];
    for (after, leader) in leaders.into_iter().enumerate() {
        if let Some(next) = leader.and_then(|(_, _, before)| next.get_mut(before)) {
            *next = Some(after);
        }
    }
    next
}

/// Returns the starts of lines as left edge and upper edge, sorted.
fn starts(pieces: &[PlacedRun], next: &[Option<usize>]) -> Vec<(Length, Length)> {
    let first = pieces.iter().zip(firsts(next)).filter(|&(_, first)| first);
    let mut starts: Vec<(Length, Length)> =
        first.map(|(piece, _)| (piece.frame.left, piece.frame.top)).collect();
    starts.sort_unstable();
    starts
}

/// Returns the isolated gaps. Above or below a gutter's gap there is another in the same place, or another line begins
/// where the gap ends.
fn single(mut gaps: Vec<Gap>, starts: &[(Length, Length)], body: Length) -> Vec<Gap> {
    gaps.order_by_key(|gap| (gap.left + gap.right, gap.top, gap.before));
    let is_about = |one: Length, other: Length| (body / 2..body * 30).contains(&(one - other).abs());
    let alone = |(place, gap): &(usize, &Gap)| {
        let is_near = |other: &&Gap| {
            ((other.left + other.right) - (gap.left + gap.right)).abs()
                <= (gap.right - gap.left).max(body) * 2
        };
        let before = gaps.iter().take(*place).rev().take(GAPS).take_while(is_near);
        let after = gaps.iter().skip(*place).skip(1).take(GAPS).take_while(is_near);
        let shared = before
            .chain(after)
            .any(|other| is_about(gap.top, other.top) && gap.left < other.right && other.left < gap.right);
        let edge = body * 7 / 20;
        let first = starts.partition_point(|&(left, _)| left < gap.right - edge);
        let aligned = starts
            .iter()
            .skip(first)
            .take(GAPS)
            .take_while(|&&(left, _)| left <= gap.right + edge)
            .any(|&(_, top)| is_about(gap.top, top));
        !shared && !aligned
    };
    gaps.iter().enumerate().filter(alone).map(|(_, gap)| *gap).collect()
}

/// Groups the pieces into chains, in the order of the first piece of each.
fn chains(pieces: Vec<PlacedRun>, next: &[Option<usize>]) -> Vec<Vec<PlacedRun>> {
    let firsts = firsts(next);
    let mut pieces: Vec<Option<PlacedRun>> = pieces.into_iter().map(Some).collect();
    let mut chains = Vec::new();
    for (first, _) in firsts.into_iter().enumerate().filter(|&(_, first)| first) {
        let mut chain = Vec::new();
        let mut at = Some(first);
        while let Some(number) = at {
            chain.extend(pieces.get_mut(number).and_then(Option::take));
            at = next.get(number).copied().flatten();
        }
        chains.push(chain);
    }
    chains
}

/// Determines for each piece if it follows none.
fn firsts(next: &[Option<usize>]) -> Vec<bool> {
    let mut firsts = vec![true; next.len()];
    for &after in next.iter().flatten() {
        if let Some(first) = firsts.get_mut(after) {
            *first = false;
        }
    }
    firsts
}
