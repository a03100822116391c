//! Pieces that change one value are one difference of number: 半數 and 50%, −5度 and 5度, 貳萬叁仟 and 2.3萬.

use std::ops::Range;

use super::alignment::DifferenceType;
use super::disjoint::Disjoint;
use super::pieces::{SideSymbols, SymbolDifference};
use crate::text::Span;
use crate::text::value::{Amount, Quantity, quantities};

/// Merges the pieces that lie in one value on both sides.
pub(super) fn whole_values(a: &SideSymbols<'_>, b: &SideSymbols<'_>, pieces: Disjoint) -> Disjoint {
    let pieces = pieces.into_pieces();
    if pieces.is_empty() {
        return Disjoint::of(pieces);
    }
    let (values_a, values_b) = (cores(a), cores(b));
    let place = |piece: &SymbolDifference| {
        let of_a = values_a.iter().find(|core| lies_in(&piece.a, core))?;
        let of_b = values_b.iter().find(|core| lies_in(&piece.b, core))?;
        Some((of_a.clone(), of_b.clone()))
    };
    let mut whole: Vec<(SymbolDifference, Option<Place>)> = Vec::new();
    for piece in pieces {
        let here = place(&piece);
        match whole.last_mut() {
            Some((last, at)) if here.is_some() && here == *at => {
                last.a.end = piece.a.end;
                last.b.end = piece.b.end;
            }
            _ => whole.push((piece, here)),
        }
    }
    let starts: Vec<(usize, usize)> =
        whole.iter().skip(1).map(|(next, _)| (next.a.start, next.b.start)).collect();
    let behind = starts.into_iter().chain([(a.units.len(), b.units.len())]);
    let mut end = (0, 0);
    let mut named = Vec::with_capacity(whole.len());
    for ((mut piece, place), next) in whole.into_iter().zip(behind) {
        if let Some(place) = place {
            as_number(&mut piece, &place, end, next);
        }
        end = (piece.a.end, piece.b.end);
        named.push(piece);
    }
    Disjoint::of(named)
}

/// The units of a value on both sides.
type Place = (Range<usize>, Range<usize>);

/// Makes a difference of number of a piece of a value, widened by a unit that both sides have so that neither is empty.
/// `end` is where the piece before ends, `next` where the next one begins.
fn as_number(piece: &mut SymbolDifference, (a, b): &Place, end: (usize, usize), next: (usize, usize)) {
    let mut wider = piece.clone();
    if wider.a.is_empty() || wider.b.is_empty() {
        if wider.a.end < a.end.min(next.0) && wider.b.end < b.end.min(next.1) {
            wider.a.end = wider.a.end.saturating_add(1);
            wider.b.end = wider.b.end.saturating_add(1);
        } else if wider.a.start > a.start.max(end.0) && wider.b.start > b.start.max(end.1) {
            wider.a.start = wider.a.start.saturating_sub(1);
            wider.b.start = wider.b.start.saturating_sub(1);
        }
    }
    if !wider.a.is_empty() && !wider.b.is_empty() {
        (wider.kind, wider.detail) = (DifferenceType::Number, None);
        *piece = wider;
    }
}

/// Returns true if units lie in those of a value; an empty place may be at its edge.
fn lies_in(units: &Range<usize>, core: &Range<usize>) -> bool {
    core.start <= units.start && units.end <= core.end
}

/// Returns the units of the values of a passage, without words of precision and measure words.
fn cores(passage: &SideSymbols<'_>) -> Vec<Range<usize>> {
    let (Some(first), Some(last)) = (passage.units.first(), passage.units.last()) else { return Vec::new() };
    let whole = Span { start: first.span.start, end: last.span.end };
    let counts = |value: &Quantity| {
        !value.is_indefinite && !matches!(value.amount, Amount::Day(day) if day.word.is_some())
    };
    let found = quantities(whole.of(passage.text)).into_iter().filter(counts);
    found
        .map(|value| {
            let start = whole.start.saturating_add(value.core.start);
            let end = whole.start.saturating_add(value.core.end);
            let from = passage.units.partition_point(|unit| unit.span.end <= start);
            let to = passage.units.partition_point(|unit| unit.span.start < end);
            from..to
        })
        .filter(|core: &Range<usize>| !core.is_empty())
        .collect()
}
