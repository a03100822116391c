//! Text printed several times in one place, to make it bold or to give it a shadow: it is read once.

use std::cmp::{Reverse, min};

use super::WarningKind;
use super::frame::Frame;
use super::length::Length;
use super::pieces::{PlacedRun, is_wide};
use crate::text::OrderBy;

/// Maximum distance, in tenths of its size, of a copy printed over its original or over another copy.
const OVERPRINT: i32 = 3;

/// Maximum number of equal characters at one height, on either side, that are compared with one.
const COPIES: usize = 64;

/// The most times that a character of one run is printed.
const TIMES: usize = 4;

/// Drops every print of a character but one, and notes what was dropped.
pub(super) fn drop_overprints(placed: &mut Vec<PlacedRun>, notes: &mut Vec<(WarningKind, String)>) {
    let mut drop = |text: String| notes.push((WarningKind::DroppedOverprint, text));
    for piece in placed.iter_mut() {
        if let Some((once, copies)) = printed_once(piece) {
            piece.text = once;
            drop(copies);
        }
    }
    // The longest first: the pieces of a second print may be shorter.
    placed.order_by(|a, b| {
        let key = |piece: &PlacedRun| (Reverse(piece.text.chars().count()), piece.frame);
        (key(a), &a.text).cmp(&(key(b), &b.text))
    });
    let mut prints = Prints::of(placed);
    let mut kept = Vec::with_capacity(placed.len());
    for (run, piece) in placed.drain(..).enumerate() {
        let parts = prints.parts(run, &piece);
        for copy in parts.copies {
            drop(copy);
        }
        kept.extend(parts.rest);
    }
    *placed = kept;
}

/// Returns the text of a run without the copies of its characters, and those, if it has no room for both.
fn printed_once(piece: &PlacedRun) -> Option<(String, String)> {
    let chars: Vec<char> = piece.text.chars().collect();
    if chars.len() < 2 || !chars.iter().copied().all(is_wide) {
        return None;
    }
    let length = if piece.down { piece.frame.height() } else { piece.frame.width() };
    (2..=TIMES).rev().find_map(|times| {
        let groups = chars.chunks_exact(times);
        let count = i32::try_from(groups.len()).unwrap_or(i32::MAX);
        let is_repeated = groups.remainder().is_empty()
            && groups.clone().all(|group| group.iter().all(|c| group.first() == Some(c)));
        // Condensed type has four fifths of its width.
        let is_narrow =
            length * 10 <= piece.size * 6 * count.saturating_mul(i32::try_from(times).unwrap_or(2));
        if !(is_repeated && is_narrow) {
            return None;
        }
        let once: String = groups.clone().filter_map(|group| group.first()).collect();
        Some((once, groups.flat_map(|group| group.iter().skip(1)).collect()))
    })
}

/// A printed character.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Print {
    c: char,
    top: Length,
    left: Length,
    size: Length,
    /// Maximum distance of a copy: narrow letters are near each other without being copies.
    near: Length,
    run: usize,
    /// Its number in its run.
    number: usize,
}

/// The characters of a page, sorted so that copies are near each other.
struct Prints {
    prints: Vec<Print>,
    /// True for those that were looked at already.
    seen: Vec<bool>,
    /// The places of the characters of each run among `prints`.
    places: Vec<Vec<usize>>,
    /// The texts of runs, to tell whole copies.
    texts: Vec<String>,
}

/// What is left of a run, and what was printed before.
#[derive(Default)]
struct OverprintSplit {
    rest: Option<PlacedRun>,
    copies: Vec<String>,
}

impl Prints {
    fn of(placed: &[PlacedRun]) -> Self {
        let mut prints: Vec<Print> = Vec::new();
        for (run, piece) in placed.iter().enumerate() {
            let near = piece.size * OVERPRINT / 10;
            for (number, (c, from, advance)) in advances(piece).into_iter().enumerate() {
                let (mut top, mut left) = (piece.frame.top, piece.frame.left);
                if piece.down {
                    top = top + from;
                } else {
                    left = left + from;
                }
                let near = if is_wide(c) { near } else { min(near, advance * 6 / 10) };
                prints.push(Print { c, top, left, size: piece.size, near, run, number });
            }
        }
        prints.sort_unstable();
        let mut places: Vec<Vec<usize>> = vec![Vec::new(); placed.len()];
        for (place, print) in prints.iter().enumerate() {
            if let Some(places) = places.get_mut(print.run) {
                places.push(place);
            }
        }
        for places in &mut places {
            places.order_by_key(|&place| prints.get(place).map(|print| print.number));
        }
        let texts = placed.iter().map(|piece| piece.text.clone()).collect();
        Self { seen: vec![false; prints.len()], prints, places, texts }
    }

    /// Parts a run: what was printed before at its beginning and its end goes.
    fn parts(&mut self, run: usize, piece: &PlacedRun) -> OverprintSplit {
        let places = self.places.get_mut(run).map(std::mem::take).unwrap_or_default();
        let copies: Vec<bool> = places.iter().map(|&place| self.is_copy(place)).collect();
        for &place in &places {
            if let Some(seen) = self.seen.get_mut(place) {
                *seen = true;
            }
        }
        let start = copies.iter().take_while(|&&copy| copy).count();
        if start == copies.len() {
            return OverprintSplit { rest: None, copies: vec![piece.text.clone()] };
        }
        let end = copies.len().saturating_sub(copies.iter().rev().take_while(|&&copy| copy).count());
        if start == 0 && end == copies.len() {
            return OverprintSplit { rest: Some(piece.clone()), copies: Vec::new() };
        }
        let text = |from: usize, to: usize| -> String { piece.text.chars().take(to).skip(from).collect() };
        let edges: Vec<Length> = advances(piece).into_iter().map(|(_, from, _)| from).collect();
        let edge = |number: usize| edges.get(number).copied();
        let Frame { mut top, mut left, mut right, mut bottom } = piece.frame;
        let (from, to) = if piece.down { (top, bottom) } else { (left, right) };
        let (begin, stop) =
            (from + edge(start).unwrap_or_default(), edge(end).map_or(to, |edge| from + edge));
        if piece.down {
            (top, bottom) = (begin, stop);
        } else {
            (left, right) = (begin, stop);
        }
        let rest =
            PlacedRun { text: text(start, end), frame: Frame { top, left, right, bottom }, ..piece.clone() };
        let copies = [text(0, start), text(end, copies.len())];
        OverprintSplit {
            rest: Some(rest),
            copies: copies.into_iter().filter(|copy| !copy.trim().is_empty()).collect(),
        }
    }

    /// Returns true if a character was printed here already, by another run.
    fn is_copy(&self, place: usize) -> bool {
        let Some(print) = self.prints.get(place) else { return false };
        if print.c.is_whitespace() {
            return true;
        }
        let widest = print.size * OVERPRINT / 10;
        let is_near = |other: &usize| {
            self.prints
                .get(*other)
                .is_some_and(|other| other.c == print.c && (other.top - print.top).abs() <= widest)
        };
        let is_same = |other: usize| {
            let Some(found) = self.prints.get(other) else { return false };
            let Some(near) = self.reach(print, found) else { return false };
            self.seen.get(other) == Some(&true)
                && found.run != print.run
                && (found.left - print.left).abs() <= near
                && (found.top - print.top).abs() <= near
                && (found.size - print.size).abs() * 10 <= print.size
        };
        let before = (0..place).rev().take(COPIES).take_while(is_near);
        let after = (place.saturating_add(1)..self.prints.len()).take(COPIES).take_while(is_near);
        before.chain(after).any(is_same)
    }

    /// Returns the distance within which a character is a copy of another; `None` if it is none wherever it is. Letters and
    /// digits are too many and too narrow to be told one by one.
    fn reach(&self, one: &Print, other: &Print) -> Option<Length> {
        let text = |run: usize| self.texts.get(run).map(String::as_str).unwrap_or_default();
        let (text_of_one, text_of_other) = (text(one.run), text(other.run));
        let is_same = text_of_one == text_of_other;
        if is_same && text_of_one.chars().nth(1).is_some() {
            return Some(one.size * OVERPRINT / 10);
        }
        let is_told = is_same || text_of_one.contains(is_wide) || text_of_other.contains(is_wide);
        is_told.then(|| min(one.near, other.near))
    }
}

/// Returns the characters of a run with the distance of each from its beginning, and the room it takes.
fn advances(piece: &PlacedRun) -> Vec<(char, Length, Length)> {
    let weight = |c: char| if is_wide(c) { 2_i32 } else { 1 };
    let all = piece.text.chars().map(weight).fold(0_i32, i32::saturating_add).max(1);
    let length = if piece.down { piece.frame.height() } else { piece.frame.width() };
    let mut before = 0_i32;
    let share = |weight: i32| {
        let share = i64::from(length.0).saturating_mul(weight.into()).checked_div(all.into());
        Length(share.and_then(|share| i32::try_from(share).ok()).unwrap_or(i32::MAX))
    };
    let advance = |c: char| {
        let from = share(before);
        before = before.saturating_add(weight(c));
        (c, from, share(before) - from)
    };
    piece.text.chars().map(advance).collect()
}
