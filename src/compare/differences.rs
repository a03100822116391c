//! The differences inside a pair, classified and widened to word boundaries.

use std::ops::Range;

use super::alignment::{Detail, Difference, DifferenceType};
use super::amounts::whole_values;
use super::details::Knowledge;
use super::disjoint::Disjoint;
use super::edits::{EditRegion, is_inside_word};
use super::pieces::{SideSymbols, SymbolDifference, pieces, wider};
use super::seen::look_alike;
use super::side::Options;
use super::units::UnitKind;
use crate::text::{Span, fold_char};

/// The maximum number of units by which a difference is widened to reach the edges of its word.
const LONGEST_WORD: usize = 8;

/// Returns the differences between two passages, in order and without overlap.
pub(super) fn differences(
    a: SideSymbols<'_>,
    b: SideSymbols<'_>,
    edits: &[EditRegion],
    options: Options,
    knowledge: Knowledge<'_>,
) -> Vec<Difference> {
    let pair = Both { a, b, knowledge };
    let found = whole_values(&a, &b, pair.whole_dates(Disjoint::of(pair.named(edits))));
    let mut variants = Vec::new();
    for (run_a, run_b) in found.between((a.units.len(), b.units.len())) {
        pair.variants(run_a, run_b, &mut variants);
    }
    let mut found = found.into_pieces();
    found.extend(variants);
    let mut found = Disjoint::of(found).into_pieces();
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
    a: SideSymbols<'a>,
    b: SideSymbols<'a>,
    knowledge: Knowledge<'a>,
}

impl Both<'_> {
    /// Returns the pieces of all edits, each widened to the edges of its number or word. Neighbours may overlap.
    fn named(&self, edits: &[EditRegion]) -> Vec<SymbolDifference> {
        let mut found = Vec::new();
        let mut end = 0;
        for (number, edit) in (1..).zip(edits) {
            let next = edits.get(number).map_or(self.a.units.len(), |next| next.a.start);
            // The numbers of equal units before the edit and after it.
            let (before, after) = (edit.a.start.saturating_sub(end), next.saturating_sub(edit.a.end));
            end = edit.a.end;
            for piece in pieces(&self.a, &self.b, edit) {
                let is_first = (piece.a.start, piece.b.start) == (edit.a.start, edit.b.start);
                let is_last = (piece.a.end, piece.b.end) == (edit.a.end, edit.b.end);
                let (before, after) = (if is_first { before } else { 0 }, if is_last { after } else { 0 });
                let number = self.as_number(&piece, before, after);
                let known = || self.knowledge.regional(&self.a, &self.b, &piece, before, after);
                let known = number.or_else(known);
                found.push(known.unwrap_or_else(|| self.widened(piece, before, after)));
            }
        }
        found
    }

    /// Returns true if both sides are at the edge of a word.
    fn at_edge(&self, a: usize, b: usize) -> bool {
        !is_inside_word(self.a.units, a) && !is_inside_word(self.b.units, b)
    }

    /// Returns the number of equal units before `a` and `b` up to the edge of a word on both sides, if they are few.
    fn to_edge_before(&self, a: usize, b: usize, room: usize) -> Option<usize> {
        for back in 0..=room.min(LONGEST_WORD) {
            let (a, b) = (a.checked_sub(back)?, b.checked_sub(back)?);
            if back > 0 && !self.a.units.get(a)?.kind.is_content() {
                return None;
            }
            if self.at_edge(a, b) {
                return Some(back);
            }
        }
        None
    }

    /// Does the same for the units after.
    fn to_edge_after(&self, a: usize, b: usize, room: usize) -> Option<usize> {
        let mut passed = self.a.units.get(a..)?.iter();
        for (on, (a, b)) in (a..).zip(b..).take(LONGEST_WORD.min(room).saturating_add(1)).enumerate() {
            if on > 0 && !passed.next()?.kind.is_content() {
                return None;
            }
            if self.at_edge(a, b) {
                return Some(on);
            }
        }
        None
    }

    /// Merges the numbers of a date of which several differ: 5月13日 and 五月十三日. The unit of time after the last number
    /// belongs to the date, unless another difference begins there, as with 月底 and 月初.
    fn whole_dates(&self, pieces: Disjoint) -> Disjoint {
        let mut whole: Vec<SymbolDifference> = Vec::new();
        let mut pieces = pieces.into_pieces().into_iter().peekable();
        while let Some(piece) = pieces.next() {
            match whole.last_mut() {
                Some(last) if self.is_one_date(last, &piece) => {
                    let free =
                        |next: &SymbolDifference| piece.a.end < next.a.start && piece.b.end < next.b.start;
                    let unit =
                        self.is_unit_of_time(piece.a.end, piece.b.end) && pieces.peek().is_none_or(free);
                    last.a.end = piece.a.end.saturating_add(usize::from(unit));
                    last.b.end = piece.b.end.saturating_add(usize::from(unit));
                }
                _ => whole.push(piece),
            }
        }
        Disjoint::of(whole)
    }

    /// Returns true if two numbers that differ are parts of one date, with only a unit of time between them.
    fn is_one_date(&self, last: &SymbolDifference, next: &SymbolDifference) -> bool {
        let (end, start) = ((last.a.end, last.b.end), (next.a.start, next.b.start));
        let unit = match end {
            _ if [last.kind, next.kind] != [DifferenceType::Number; 2] => None,
            _ if end == start => end.0.checked_sub(1).zip(end.1.checked_sub(1)),
            (a, b) => (a.checked_add(1).zip(b.checked_add(1)) == Some(start)).then_some(end),
        };
        unit.is_some_and(|(a, b)| self.a.is_unit_of_time(a) && self.b.is_unit_of_time(b))
    }

    /// Returns true if the same unit of time is at both places.
    fn is_unit_of_time(&self, a: usize, b: usize) -> bool {
        let key = |passage: &SideSymbols<'_>, at: usize| passage.units.get(at).map(|unit| unit.key);
        self.a.is_unit_of_time(a) && key(&self.a, a) == key(&self.b, b)
    }

    /// Widens a piece by equal units of `before` and `after` if that makes whole words of it.
    fn widened(&self, piece: SymbolDifference, before: usize, after: usize) -> SymbolDifference {
        let SymbolDifference { kind, a, b, .. } = &piece;
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
                SymbolDifference { a: wider(a, back, on), b: wider(b, back, on), ..piece }
            }
            DifferenceType::Addition | DifferenceType::Omission => {
                self.as_one_word(a, b, before, after).unwrap_or(piece)
            }
            _ => piece,
        }
    }

    /// Widens a piece to a whole number if only the characters between its figures differ: 10:30 for 10時30分.
    fn as_number(&self, piece: &SymbolDifference, before: usize, after: usize) -> Option<SymbolDifference> {
        let numeric = [self.a.numeric(&piece.a), self.b.numeric(&piece.b)];
        if numeric.iter().any(|&(all, figure)| !all || figure) {
            return None;
        }
        let part = |at: &usize| self.a.numeric(&(*at..at.saturating_add(1))).0;
        let back = (0..piece.a.start).rev().take(before).take_while(part).count();
        let on = (piece.a.end..).take(after).take_while(part).count();
        let (a, b) = (wider(&piece.a, back, on), wider(&piece.b, back, on));
        let figures = a.clone().any(|at| self.a.is_figure(at)) && b.clone().any(|at| self.b.is_figure(at));
        let numbers = figures && self.a.is_number(&a) && self.b.is_number(&b);
        numbers.then_some(SymbolDifference { kind: DifferenceType::Number, a, b, detail: None })
    }

    /// Makes a replacement of one word by another if the single character that seems added or left out is only a part
    /// of a word: 運動員 for 運動, 並且 for 並. A character that can be a word by itself, as 也 or 的, was added even if it makes
    /// a word of the dictionary with its neighbour; so was anything longer than a character.
    fn as_one_word(
        &self,
        a: &Range<usize>,
        b: &Range<usize>,
        before: usize,
        after: usize,
    ) -> Option<SymbolDifference> {
        let cuts = |units, range: &Range<usize>| {
            !range.is_empty() && (is_inside_word(units, range.start) || is_inside_word(units, range.end))
        };
        if !cuts(self.a.units, a) && !cuts(self.b.units, b) {
            return None;
        }
        let (passage, range) = if a.is_empty() { (&self.b, b) } else { (&self.a, a) };
        let stands_alone = passage.folded(range).contains(|c| FREE.contains(c));
        if range.len() > 1 || stands_alone {
            return None;
        }
        let back = self.to_edge_before(a.start, b.start, before)?;
        let on = self.to_edge_after(a.end, b.end, after)?;
        let (a, b) = (wider(a, back, on), wider(b, back, on));
        let is_one = |units, range: &Range<usize>| {
            !range.is_empty() && range.clone().skip(1).all(|at| is_inside_word(units, at))
        };
        let one = is_one(self.a.units, &a) && is_one(self.b.units, &b);
        one.then_some(SymbolDifference { kind: DifferenceType::Wording, a, b, detail: None })
    }

    /// Returns the numbers of units before and after unit `a` that make a name of letters and digits with it, at most
    /// `before` and less than `after`; `None` if there is no letter in another width.
    fn other_width(&self, a: usize, before: usize, after: usize) -> Option<(usize, usize)> {
        let belongs = |at: &usize| {
            let unit = self.a.units.get(*at)?;
            let printed = unit.span.of(self.a.text);
            printed.chars().all(|c| fold_char(c).is_ascii_alphanumeric()).then_some(printed)
        };
        belongs(&a)?;
        let back = (0..a).rev().take(before).map_while(|at| belongs(&at));
        let on = (a.saturating_add(1)..).take(after.saturating_sub(1)).map_while(|at| belongs(&at));
        let (back, on): (Vec<&str>, Vec<&str>) = (back.collect(), on.collect());
        let has_letter =
            back.iter().chain(&on).chain(&belongs(&a)).any(|printed| printed.contains(char::is_alphabetic));
        has_letter.then_some((back.len(), on.len()))
    }

    /// Finds the units printed differently in two runs that are otherwise equal.
    fn variants(&self, run_a: Range<usize>, run_b: Range<usize>, found: &mut Vec<SymbolDifference>) {
        let length = run_a.len();
        debug_assert_eq!(length, run_b.len(), "runs that are equal are equally long");
        let (first, mut behind) = (run_a.start, run_a.start);
        for (at, (a, b)) in run_a.zip(run_b).enumerate() {
            let (Some(unit_a), Some(unit_b)) = (self.a.units.get(a), self.b.units.get(b)) else { return };
            let (printed_a, printed_b) = (unit_a.span.of(self.a.text), unit_b.span.of(self.b.text));
            if a < behind || look_alike(printed_a, printed_b) || unit_a.kind == UnitKind::Space {
                continue;
            }
            let (own, other) = (a..a.saturating_add(1), b..b.saturating_add(1));
            // A name of letters and digits, such as 5G and A4, in another width is one variant.
            if let Some((back, on)) =
                self.other_width(a, a.saturating_sub(behind.max(first)), length.saturating_sub(at))
            {
                let (a, b) = (wider(&own, back, on), wider(&other, back, on));
                behind = a.end;
                found.push(SymbolDifference {
                    kind: DifferenceType::Variant,
                    a,
                    b,
                    detail: Some(Detail::Width),
                });
                continue;
            }
            // Full-width and half-width digits or percent signs are two formats of one number.
            let is_format = |printed: &str| printed.chars().all(|c| c.is_ascii_digit() || ".,%".contains(c));
            if is_format(printed_a) || is_format(printed_b) {
                found.push(SymbolDifference { kind: DifferenceType::Number, a: own, b: other, detail: None });
                continue;
            }
            let left = length.saturating_sub(at).saturating_sub(1);
            let back = self.to_edge_before(a, b, at.min(LONGEST_WORD));
            let on = self.to_edge_after(own.end, other.end, left.min(LONGEST_WORD));
            let (back, on) = back.zip(on).unwrap_or((0, 0));
            let (a, b) = (wider(&own, back, on), wider(&other, back, on));
            let mut piece = SymbolDifference { kind: DifferenceType::Variant, a, b, detail: None };
            if self.knowledge.is_other_word(printed_a, printed_b) {
                (piece.kind, piece.detail) = (DifferenceType::Wording, Some(Detail::OneToMany));
            } else if self.knowledge.is_script(&self.a, &self.b, &piece) {
                piece.detail = Some(Detail::Script);
            }
            found.push(piece);
        }
    }
}

/// Returns the span of some units in the text; the empty span at their place if there are none.
fn span(passage: SideSymbols<'_>, units: Range<usize>) -> Span {
    let behind = passage.units.last().map_or(0, |unit| unit.span.end);
    let start = passage.units.get(units.start).map_or(behind, |unit| unit.span.start);
    let end = passage.units.get(units).and_then(<[_]>::last).map_or(start, |unit| unit.span.end);
    Span { start, end }
}
