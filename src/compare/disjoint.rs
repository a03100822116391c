//! Pieces that are in order and overlap on neither side: the only form in which differences leave the comparison.

use std::ops::Range;

use super::alignment::{Detail, DifferenceType};
use super::pieces::SymbolDifference;
use crate::text::OrderBy;

/// Pieces in the order of both sides, none of which overlaps another.
///
/// The list is private and only [`Disjoint::of`] makes one, so the result of any step on the pieces is in order and
/// without overlap.
#[derive(Debug, Default)]
pub(super) struct Disjoint(Vec<SymbolDifference>);

impl Disjoint {
    /// Sorts pieces, and merges those that overlap and those of one type that touch.
    pub(super) fn of(mut pieces: Vec<SymbolDifference>) -> Self {
        pieces.order_by_key(|piece| (piece.a.start, piece.b.start, piece.a.end, piece.b.end));
        let mut apart: Vec<SymbolDifference> = Vec::with_capacity(pieces.len());
        for mut piece in pieces {
            // A merged piece may reach back over the piece before, too.
            while let Some(last) = apart.pop_if(|last| piece.overlaps(last) || piece.continues(last)) {
                piece = last.with(&piece);
            }
            apart.push(piece);
        }
        Self(apart)
    }

    /// Returns the pieces.
    pub(super) fn into_pieces(self) -> Vec<SymbolDifference> {
        self.0
    }

    /// Returns the runs between the pieces, in passages of the given numbers of units: before the first, between every
    /// two, and after the last.
    pub(super) fn between(
        &self,
        lengths: (usize, usize),
    ) -> impl Iterator<Item = (Range<usize>, Range<usize>)> {
        let ends = self.0.iter().map(|piece| (piece.a.end, piece.b.end));
        let starts = self.0.iter().map(|piece| (piece.a.start, piece.b.start));
        let (ends, starts) = (std::iter::once((0, 0)).chain(ends), starts.chain(std::iter::once(lengths)));
        ends.zip(starts).map(|(end, start)| (end.0..start.0, end.1..start.1))
    }
}

impl SymbolDifference {
    /// Returns true if some unit of either side belongs to this piece and to one that begins no later.
    fn overlaps(&self, last: &Self) -> bool {
        self.a.start < last.a.end || self.b.start < last.b.end
    }

    /// Returns true if this piece begins where another ends and is of the same type.
    fn continues(&self, last: &Self) -> bool {
        // A text in another script is one long difference; two adjacent variants are two.
        let is_alike = self.kind == last.kind
            && self.detail == last.detail
            && (self.kind != DifferenceType::Variant || self.detail == Some(Detail::Script))
            && self.detail != Some(Detail::Regional);
        is_alike && self.a.start == last.a.end && self.b.start == last.b.end
    }

    /// Merges both pieces.
    fn with(&self, next: &Self) -> Self {
        let both =
            |own: &Range<usize>, other: &Range<usize>| own.start.min(other.start)..own.end.max(other.end);
        Self {
            kind: if self.kind == next.kind { self.kind } else { DifferenceType::Wording },
            a: both(&self.a, &next.a),
            b: both(&self.b, &next.b),
            detail: if self.detail == next.detail { self.detail } else { None },
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn any_piece() -> impl Strategy<Value = SymbolDifference> {
        (0..DifferenceType::ALL.len(), 0usize..20, 0usize..4, 0usize..20, 0usize..4).prop_map(
            |(kind, a, of_a, b, of_b)| SymbolDifference {
                kind: DifferenceType::ALL[kind],
                a: a..a + of_a,
                b: b..b + of_b,
                detail: None,
            },
        )
    }

    proptest! {
        #[test]
        fn whatever_is_put_in_comes_out_in_order_and_apart(pieces in prop::collection::vec(any_piece(), 0..12)) {
            let apart = Disjoint::of(pieces.clone());
            for (a, b) in apart.between((24, 24)) {
                prop_assert!(a.start <= a.end && b.start <= b.end, "{:?}", apart);
            }
            let covers = |piece: &SymbolDifference| {
                let holds = |whole: &Range<usize>, part: &Range<usize>| {
                    whole.start <= part.start && part.end <= whole.end
                };
                apart.0.iter().any(|whole| holds(&whole.a, &piece.a) && holds(&whole.b, &piece.b))
            };
            prop_assert!(pieces.iter().all(covers), "{:?}", apart);
            let again = Disjoint::of(apart.0.clone());
            prop_assert_eq!(again.0, apart.0);
        }
    }
}
