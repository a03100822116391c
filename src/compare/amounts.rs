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
    let mut whole: Vec<SymbolDifference> = Vec::new();
    let mut last_place = None;
    for piece in pieces {
        let here = place(&piece);
        match whole.last_mut() {
            Some(last) if here.is_some() && here == last_place => {
                last.a.end = piece.a.end.max(last.a.end);
                last.b.end = piece.b.end.max(last.b.end);
                as_number(last, here.as_ref());
            }
            _ => {
                let mut piece = piece;
                as_number(&mut piece, here.as_ref());
                whole.push(piece);
            }
        }
        last_place = here;
    }
    Disjoint::of(whole)
}

/// Makes a difference of number of a piece of a value, widened by units that both sides have so that neither is empty.
fn as_number(piece: &mut SymbolDifference, place: Option<&(Range<usize>, Range<usize>)>) {
    let Some((a, b)) = place else { return };
    let mut wider = piece.clone();
    if wider.a.is_empty() || wider.b.is_empty() {
        if wider.a.end < a.end && wider.b.end < b.end {
            wider.a.end = wider.a.end.saturating_add(1);
            wider.b.end = wider.b.end.saturating_add(1);
        } else if wider.a.start > a.start && wider.b.start > b.start {
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
