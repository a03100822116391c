//! A comparison read from the other side.

use super::alignment::{Alignment, Difference, DifferenceType, Pair, Reuse};
use crate::text::OrderBy;

impl Alignment {
    /// Returns the same findings read from `b` to `a`.
    pub fn mirrored(self) -> Self {
        let mut pairs: Vec<Pair> = self.pairs.into_iter().map(Pair::mirrored).collect();
        pairs.order_by_key(|pair| (pair.a, pair.b));
        Self {
            pairs,
            only_a: self.only_b,
            only_b: self.only_a,
            reuse: Reuse { a_in_b: self.reuse.b_in_a, b_in_a: self.reuse.a_in_b },
        }
    }
}

impl Pair {
    fn mirrored(self) -> Self {
        let differences = self.differences.into_iter().map(Difference::mirrored).collect();
        Self { a: self.b, b: self.a, differences, ..self }
    }
}

impl Difference {
    /// Returns the same difference, read from `b` to `a`.
    pub(super) fn mirrored(self) -> Self {
        let kind = match self.kind {
            DifferenceType::Addition => DifferenceType::Omission,
            DifferenceType::Omission => DifferenceType::Addition,
            other => other,
        };
        Self { kind, a: self.b, b: self.a, ..self }
    }
}
