//! Pieces that touch, put together into lines.

use std::cmp::{Reverse, max};

use super::frame::Frame;
use super::grid::Grid;
use super::pieces::{Piece, is_wide};

/// So many gaps are compared with one to see whether it is a gutter's.
const GAPS: usize = 256;

/// A line, or what a wide gap left of one.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) pieces: Vec<Piece>,
    pub(super) frame: Frame,
    pub(super) size: i32,
}

impl Line {
    fn new(pieces: Vec<Piece>) -> Self {
        let frame = pieces.iter().map(|piece| piece.frame).reduce(Frame::around).unwrap_or_default();
        let longest = pieces.iter().max_by_key(|piece| (piece.text.chars().count(), Reverse(piece.frame)));
        let size = longest.map_or(1000, |piece| piece.size);
        Self { pieces, frame, size }
    }

    pub(super) fn characters(&self) -> usize {
        self.pieces.iter().map(|piece| piece.text.chars().count()).sum()
    }

    /// Whether so much stands in it that it cannot be there by chance.
    pub(super) fn proves_vertical(&self) -> bool {
        self.characters() >= 4
    }

    /// Its text, with a space where the print has one that means something.
    pub(super) fn text(&self) -> String {
        let mut text = String::new();
        let mut end: Option<i32> = None;
        for piece in &self.pieces {
            let gap = end.map_or(0, |end| piece.frame.left - end);
            let wide = |c: Option<char>| c.is_some_and(is_wide);
            let (before, after) = (wide(text.chars().next_back()), wide(piece.text.chars().next()));
            if before && after && gap * 10 >= self.size * 7 {
                text.push('\u{3000}');
            } else if !before && !after && end.is_some() && gap * 5 >= self.size {
                text.push(' ');
            }
            push_without_justification(&mut text, piece);
            end = Some(max(piece.frame.right, end.unwrap_or(i32::MIN)));
        }
        text
    }
}

/// Appends the text without the spaces that stand for justified glyphs: beside full-width characters only those stay
/// that are clearly wider.
fn push_without_justification(line: &mut String, piece: &Piece) {
    let characters: Vec<char> = piece.text.chars().collect();
    let width = |c: char| match c {
        c if c.is_whitespace() => 0,
        c if is_wide(c) => piece.size,
        _ => piece.size / 2,
    };
    let set: i32 = characters.iter().map(|&c| width(c)).fold(0, i32::saturating_add);
    let spaces = characters.iter().filter(|c| c.is_whitespace()).count();
    let spaces = i32::try_from(spaces).unwrap_or(i32::MAX).max(1);
    let each = (piece.frame.width().saturating_sub(set) / spaces).clamp(0, piece.size);
    for (place, &c) in characters.iter().enumerate() {
        let before = place > 0 && is_wide(characters[place - 1]);
        let after = characters.get(place + 1).is_some_and(|&next| is_wide(next));
        match (c == ' ', before, after) {
            (true, true, true) if each * 10 >= piece.size * 7 => line.push('\u{3000}'),
            (true, true, true) => {}
            (true, true, _) | (true, _, true) if each * 10 < piece.size * 4 => {}
            _ => line.push(c),
        }
    }
}

/// A gap between two pieces that may be on one line.
#[derive(Clone, Copy)]
struct Gap {
    left: i32,
    right: i32,
    top: i32,
    before: usize,
    after: usize,
}

/// The lines of pieces that run from left to right; `body` is the size most are set in.
pub(super) fn lines(pieces: Vec<Piece>, body: i32) -> Vec<Line> {
    let mut next = followers(&pieces);
    let gap = |before: usize, after: usize| pieces[after].frame.left - pieces[before].frame.right;
    let mut doubtful: Vec<Gap> = Vec::new();
    for (before, follower) in next.iter_mut().enumerate() {
        let Some(after) = *follower else { continue };
        if gap(before, after) > near(&pieces[before], body) {
            let (left, right) = (pieces[before].frame.right, pieces[after].frame.left);
            doubtful.push(Gap { left, right, top: pieces[before].frame.top, before, after });
            *follower = None;
        }
    }
    for gap in single(doubtful, &starts(&pieces, &next), body) {
        let (one, other) = (&pieces[gap.before], &pieces[gap.after]);
        if gap.right - gap.left <= reach(one.size, body) && (one.size - other.size).abs() * 10 <= one.size {
            next[gap.before] = Some(gap.after);
        }
    }
    chains(pieces, &next).into_iter().map(Line::new).collect()
}

/// What is near enough to be on the same line without a doubt. A headline's letters are wide and the gutter between
/// two headlines is not.
fn near(piece: &Piece, body: i32) -> i32 {
    if piece.size * 10 > body * 13 { max(piece.size / 4, body * 7 / 10) } else { piece.size * 7 / 10 }
}

/// How far away something may be and still be on the same line.
fn reach(size: i32, body: i32) -> i32 {
    if size * 10 > body * 13 { size } else { size * 11 / 5 }
}

/// For each piece the one that follows it on its line; none follows two.
fn followers(pieces: &[Piece]) -> Vec<Option<usize>> {
    let grid = Grid::new(
        pieces.iter().enumerate().map(|(number, p)| (p.size, p.frame.middle(), p.frame.left, number)),
    );
    // The nearest for each, as (distance of the middles, gap, number).
    let mut leaders: Vec<Option<(i32, i32, usize)>> = vec![None; pieces.len()];
    for (number, piece) in pieces.iter().enumerate() {
        let (frame, size) = (piece.frame, piece.size);
        let down = frame.middle() - size / 2..=frame.middle() + size / 2;
        let across = frame.right - size / 2..=frame.right + size * 11 / 5;
        let best = grid
            .near(size, down, across)
            .filter(|&other| {
                let (place, other_size) = (pieces[other].frame, pieces[other].size);
                (place.left, other) > (frame.left, number)
                    && place.left >= frame.right - size / 2
                    && place.left <= frame.right + size * 11 / 5
                    && frame.beside(place)
                    && other_size * 10 <= size * 17
                    && size * 10 <= other_size * 17
            })
            .min_by_key(|&other| (pieces[other].frame.left, other));
        if let Some(other) = best {
            let off = (pieces[other].frame.middle() - frame.middle()).abs();
            let found = (off, (pieces[other].frame.left - frame.right).abs(), number);
            if leaders[other].is_none_or(|known| found < known) {
                leaders[other] = Some(found);
            }
        }
    }
    let mut next = vec![None; pieces.len()];
    for (after, leader) in leaders.into_iter().enumerate() {
        if let Some((_, _, before)) = leader {
            next[before] = Some(after);
        }
    }
    next
}

/// Where lines begin: left edge and upper edge, sorted.
fn starts(pieces: &[Piece], next: &[Option<usize>]) -> Vec<(i32, i32)> {
    let mut follows = vec![false; pieces.len()];
    for &after in next.iter().flatten() {
        follows[after] = true;
    }
    let first = pieces.iter().zip(follows).filter(|&(_, follows)| !follows);
    let mut starts: Vec<(i32, i32)> = first.map(|(piece, _)| (piece.frame.left, piece.frame.top)).collect();
    starts.sort_unstable();
    starts
}

/// The gaps that stand alone. Above or below a gutter's gap is another in the same place, or another line begins
/// where the gap ends.
fn single(mut gaps: Vec<Gap>, starts: &[(i32, i32)], body: i32) -> Vec<Gap> {
    gaps.sort_by_key(|gap| (gap.left + gap.right, gap.top, gap.before));
    let is_about = |one: i32, other: i32| (body / 2..body * 30).contains(&(one - other).abs());
    let alone = |&place: &usize| {
        let gap = &gaps[place];
        let is_near = |other: &&Gap| {
            ((other.left + other.right) - (gap.left + gap.right)).abs()
                <= (gap.right - gap.left).max(body) * 2
        };
        let before = gaps[..place].iter().rev().take(GAPS).take_while(is_near);
        let after = gaps[place + 1..].iter().take(GAPS).take_while(is_near);
        let shared = before
            .chain(after)
            .any(|other| is_about(gap.top, other.top) && gap.left < other.right && other.left < gap.right);
        let edge = body * 7 / 20;
        let first = starts.partition_point(|&(left, _)| left < gap.right - edge);
        let aligned = starts[first..]
            .iter()
            .take(GAPS)
            .take_while(|&&(left, _)| left <= gap.right + edge)
            .any(|&(_, top)| is_about(gap.top, top));
        !shared && !aligned
    };
    (0..gaps.len()).filter(alone).map(|place| gaps[place]).collect()
}

/// The pieces in chains, in the order of the first piece of each.
fn chains(pieces: Vec<Piece>, next: &[Option<usize>]) -> Vec<Vec<Piece>> {
    let mut is_first = vec![true; pieces.len()];
    for &after in next.iter().flatten() {
        is_first[after] = false;
    }
    let mut pieces: Vec<Option<Piece>> = pieces.into_iter().map(Some).collect();
    let mut chains = Vec::new();
    for first in (0..pieces.len()).filter(|&number| is_first[number]) {
        let mut chain = Vec::new();
        let mut at = Some(first);
        while let Some(number) = at {
            chain.extend(pieces[number].take());
            at = next[number];
        }
        chains.push(chain);
    }
    chains
}
