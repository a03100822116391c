//! What differs inside a pair, named and brought to word boundaries.

use std::ops::Range;

use super::alignment::{Detail, Difference, DifferenceType};
use super::details::Knowledge;
use super::edits::{Edit, is_inside_word};
use super::pieces::{Passage, Piece, pieces};
use super::side::Options;
use super::units::UnitKind;
use crate::text::Span;

/// A difference is widened by no more than this many units to reach the edges of its word.
const LONGEST_WORD: usize = 8;

/// The differences between two passages, in order and without overlap.
pub(super) fn differences(
    a: Passage<'_>,
    b: Passage<'_>,
    edits: &[Edit],
    options: Options,
    knowledge: Knowledge,
) -> Vec<Difference> {
    let pair = Both { a, b, knowledge };
    let mut found: Vec<Piece> = Vec::new();
    let mut end = (0, 0);
    for (number, edit) in edits.iter().enumerate() {
        let next = edits.get(number + 1).map_or(a.units.len(), |next| next.a.start);
        let (before, after) = (edit.a.start - end.0, next - edit.a.end);
        end = (edit.a.end, edit.b.end);
        for piece in pieces(&a, &b, edit) {
            let before =
                if (piece.a.start, piece.b.start) == (edit.a.start, edit.b.start) { before } else { 0 };
            let after = if (piece.a.end, piece.b.end) == end { after } else { 0 };
            let number = pair.as_number(&piece, before, after);
            let known = || knowledge.regional(&a, &b, &piece, before, after);
            let known = number.or_else(known);
            found.push(known.unwrap_or_else(|| pair.widened(piece, before, after)));
        }
    }
    found = pair.whole_dates(merged(found));
    let mut variants = Vec::new();
    let mut end = (0, 0);
    for piece in &found {
        pair.variants(end, (piece.a.start, piece.b.start), &mut variants);
        end = (piece.a.end, piece.b.end);
    }
    pair.variants(end, (a.units.len(), b.units.len()), &mut variants);
    found.extend(variants);
    found = merged(found);
    found.retain(|piece| options.keep(piece.kind));
    found
        .into_iter()
        .map(|piece| Difference {
            kind: piece.kind,
            a: span(a, piece.a),
            b: span(b, piece.b),
            detail: piece.detail,
        })
        .collect()
}

/// Folded characters that are words by themselves: adverbs, particles, prepositions, pronouns, auxiliaries.
const FREE: &str = "的了也将已更再还亦都又就才很最太极较不没未别只仅并和与及跟同或在于从自向往对由以把被给让使令因等所其此这那该各\
                    每某本我你他她它们是有会能可要应须需曾正仍便即均皆却而但则如若虽个";

struct Both<'a> {
    a: Passage<'a>,
    b: Passage<'a>,
    knowledge: Knowledge,
}

impl Both<'_> {
    /// Whether both sides are at the edge of a word.
    fn at_edge(&self, a: usize, b: usize) -> bool {
        !is_inside_word(self.a.units, a) && !is_inside_word(self.b.units, b)
    }

    /// How many equal units before `a` and `b` lead to the edge of a word on both sides, if few do.
    fn to_edge_before(&self, a: usize, b: usize, room: usize) -> Option<usize> {
        (0..=room.min(LONGEST_WORD))
            .take_while(|&back| back == 0 || self.a.units[a - back].kind.is_content())
            .find(|&back| self.at_edge(a - back, b - back))
    }

    /// The same for the units after.
    fn to_edge_after(&self, a: usize, b: usize, room: usize) -> Option<usize> {
        (0..=room.min(LONGEST_WORD))
            .take_while(|&on| on == 0 || self.a.units[a + on - 1].kind.is_content())
            .find(|&on| self.at_edge(a + on, b + on))
    }

    /// The ends of two numbers, with the unit of time behind both.
    fn with_unit_of_time(&self, a: usize, b: usize) -> (usize, usize) {
        let there =
            |passage: &Passage<'_>, at: usize| at < passage.units.len() && passage.is_unit_of_time(at);
        let same = there(&self.a, a) && there(&self.b, b) && self.a.units[a].key == self.b.units[b].key;
        (a + usize::from(same), b + usize::from(same))
    }

    /// A date of which several numbers differ is one number that differs: 5月13日 and 五月十三日.
    fn whole_dates(&self, pieces: Vec<Piece>) -> Vec<Piece> {
        let mut whole: Vec<Piece> = Vec::with_capacity(pieces.len());
        for piece in pieces {
            let of_time = |a: usize, b: usize| self.a.is_unit_of_time(a) && self.b.is_unit_of_time(b);
            if let Some(last) = whole.last_mut()
                && [last.kind, piece.kind] == [DifferenceType::Number; 2]
                && match (piece.a.start - last.a.end, piece.b.start - last.b.end) {
                    (0, 0) => of_time(last.a.end - 1, last.b.end - 1),
                    (1, 1) => of_time(last.a.end, last.b.end),
                    _ => false,
                }
            {
                (last.a.end, last.b.end) = self.with_unit_of_time(piece.a.end, piece.b.end);
            } else {
                whole.push(piece);
            }
        }
        whole
    }

    /// A piece with equal units of `before` and `after` taken in, where that makes whole words of it.
    fn widened(&self, piece: Piece, before: usize, after: usize) -> Piece {
        let Piece { kind, a, b, .. } = &piece;
        let inside = |a: usize, b: usize| is_inside_word(self.a.units, a) && is_inside_word(self.b.units, b);
        match kind {
            DifferenceType::Wording => {
                let back = if inside(a.start, b.start) {
                    self.to_edge_before(a.start, b.start, before)
                } else {
                    None
                };
                let on = if inside(a.end, b.end) { self.to_edge_after(a.end, b.end, after) } else { None };
                let (back, on) = (back.unwrap_or(0), on.unwrap_or(0));
                Piece { a: a.start - back..a.end + on, b: b.start - back..b.end + on, ..piece }
            }
            DifferenceType::Addition | DifferenceType::Omission => {
                self.as_one_word(a, b, before, after).unwrap_or(piece)
            }
            _ => piece,
        }
    }

    /// A whole number, where only what stands between its figures was exchanged, put in or left out: 10:30 for 10時30分.
    fn as_number(&self, piece: &Piece, before: usize, after: usize) -> Option<Piece> {
        let numeric = [self.a.numeric(&piece.a), self.b.numeric(&piece.b)];
        if numeric.iter().any(|&(all, figure)| !all || figure) {
            return None;
        }
        let part = |at: usize| self.a.numeric(&(at..at + 1)).0;
        let (start, end) = (piece.a.start, piece.a.end);
        let back = (1..=before).take_while(|&back| part(start - back)).count();
        let on = (0..after).take_while(|&on| part(end + on)).count();
        let (a, b) = (start - back..end + on, piece.b.start - back..piece.b.end + on);
        let figures = a.clone().any(|at| self.a.is_figure(at)) && b.clone().any(|at| self.b.is_figure(at));
        let numbers = figures && self.a.is_number(&a) && self.b.is_number(&b);
        numbers.then_some(Piece { kind: DifferenceType::Number, a, b, detail: None })
    }

    /// One word in the place of one word, where the one character that seems added or left out is only a part of one:
    /// 運動員 for 運動, 並且 for 並. What may stand by itself, as 也 or 的, was added even where it makes a word of the
    /// dictionary with its neighbour; so was what is longer than a character.
    fn as_one_word(&self, a: &Range<usize>, b: &Range<usize>, before: usize, after: usize) -> Option<Piece> {
        let cuts = |units, range: &Range<usize>| {
            !range.is_empty() && (is_inside_word(units, range.start) || is_inside_word(units, range.end))
        };
        if !cuts(self.a.units, a) && !cuts(self.b.units, b) {
            return None;
        }
        let (passage, range) = if a.is_empty() { (&self.b, b) } else { (&self.a, a) };
        let stands_alone = passage.folded(range.clone()).contains(|c| FREE.contains(c));
        if range.len() > 1 || stands_alone {
            return None;
        }
        let back = self.to_edge_before(a.start, b.start, before)?;
        let on = self.to_edge_after(a.end, b.end, after)?;
        let (a, b) = (a.start - back..a.end + on, b.start - back..b.end + on);
        let is_one = |units, range: &Range<usize>| {
            !range.is_empty() && (range.start + 1..range.end).all(|at| is_inside_word(units, at))
        };
        let one = is_one(self.a.units, &a) && is_one(self.b.units, &b);
        one.then_some(Piece { kind: DifferenceType::Wording, a, b, detail: None })
    }

    /// What is printed otherwise in a run that is equal but for that.
    fn variants(&self, start: (usize, usize), end: (usize, usize), found: &mut Vec<Piece>) {
        let (length, room) = (end.0 - start.0, LONGEST_WORD);
        for at in 0..length {
            let (a, b) = (start.0 + at, start.1 + at);
            let (unit_a, unit_b) = (&self.a.units[a], &self.b.units[b]);
            let (printed_a, printed_b) = (unit_a.span.of(self.a.text), unit_b.span.of(self.b.text));
            if printed_a == printed_b || unit_a.kind == UnitKind::Space {
                continue;
            }
            // Full-width and half-width digits, or signs of percentage, are two formats of one number.
            let is_format = |printed: &str| printed.chars().all(|c| c.is_ascii_digit() || ".,%".contains(c));
            if is_format(printed_a) || is_format(printed_b) {
                found.push(Piece { kind: DifferenceType::Number, a: a..a + 1, b: b..b + 1, detail: None });
                continue;
            }
            let back = self.to_edge_before(a, b, at.min(room));
            let on = self.to_edge_after(a + 1, b + 1, (length - at - 1).min(room));
            let (back, on) = back.zip(on).unwrap_or((0, 0));
            let (a, b) = (a - back..a + 1 + on, b - back..b + 1 + on);
            let mut piece = Piece { kind: DifferenceType::Variant, a, b, detail: None };
            let script = self.knowledge.is_script(&self.a, &self.b, &piece);
            piece.detail = script.then_some(Detail::Script);
            found.push(piece);
        }
    }
}

/// Pieces in order, those that overlap made one, and those that touch and are of one type.
fn merged(mut pieces: Vec<Piece>) -> Vec<Piece> {
    pieces.sort_by_key(|piece| (piece.a.start, piece.b.start, piece.a.end, piece.b.end));
    let mut merged: Vec<Piece> = Vec::with_capacity(pieces.len());
    for piece in pieces {
        let Some(last) = merged.last_mut() else {
            merged.push(piece);
            continue;
        };
        let overlap = piece.a.start < last.a.end || piece.b.start < last.b.end;
        // A text in another script is one long difference; two variants side by side are two.
        let alike = piece.kind == last.kind
            && piece.detail == last.detail
            && (piece.kind != DifferenceType::Variant || piece.detail == Some(Detail::Script))
            && piece.detail != Some(Detail::Regional);
        let touch = piece.a.start == last.a.end && piece.b.start == last.b.end && alike;
        if overlap || touch {
            last.kind = if piece.kind == last.kind { last.kind } else { DifferenceType::Wording };
            last.detail = if piece.detail == last.detail { last.detail } else { None };
            last.a.end = last.a.end.max(piece.a.end);
            last.b.end = last.b.end.max(piece.b.end);
        } else {
            merged.push(piece);
        }
    }
    merged
}

/// Where some units stand in the text; where they would stand, if there are none.
fn span(passage: Passage<'_>, units: Range<usize>) -> Span {
    let place = |at: usize| match passage.units.get(at) {
        Some(unit) => unit.span.start,
        None => passage.units.last().map_or(0, |unit| unit.span.end),
    };
    let start = place(units.start);
    let end = if units.is_empty() { start } else { passage.units[units.end - 1].span.end };
    Span { start, end }
}
