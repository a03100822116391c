//! The places a reader walks along with `n` and `p`, in the order they are read.

use super::{FlowRow, Place, Side, flow, sentences};
use crate::ui::routes::{MarkKind, Marks};
use crate::view::{Comparison, Difference, Pair};

/// Something that differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stop {
    /// A difference inside a pair.
    Inside {
        /// Index into the comparison's pairs.
        pair: u32,
        /// Index into the pair's differences.
        index: u32,
    },
    /// A pair that stands elsewhere in the other story.
    Moved {
        /// Index into the comparison's pairs.
        pair: u32,
    },
    /// A sentence on one side only.
    Only {
        /// Which side has it.
        side: Side,
        /// Its place there.
        place: Place,
    },
}

impl Stop {
    /// The kind of mark it is shown by.
    pub fn kind(self, comparison: &Comparison) -> Option<MarkKind> {
        match self {
            Self::Inside { .. } => {
                self.difference(comparison).map(|difference| MarkKind::Inside(difference.kind))
            }
            Self::Moved { .. } => Some(MarkKind::Moved),
            Self::Only { .. } => Some(MarkKind::Only),
        }
    }

    /// The pair it belongs to.
    pub fn pair(self, comparison: &Comparison) -> Option<&Pair> {
        match self {
            Self::Inside { pair, .. } | Self::Moved { pair } => comparison.pairs.get(pair as usize),
            Self::Only { .. } => None,
        }
    }

    /// The difference it stands for, if it is inside a pair.
    pub fn difference(self, comparison: &Comparison) -> Option<&Difference> {
        let Self::Inside { index, .. } = self else { return None };
        self.pair(comparison)?.differences.get(index as usize)
    }

    /// The id of its element on one side.
    pub fn id(self, side: Side) -> String {
        let letter = side.letter();
        match self {
            Self::Inside { pair, index } => format!("d-{letter}-{pair}-{index}"),
            Self::Moved { pair } => format!("m-{letter}-{pair}"),
            Self::Only { place, .. } => format!("o-{letter}-{}-{}", place.block, place.sentence),
        }
    }

    /// The side whose words show it best: where something stands rather than lacks.
    pub fn side(self, comparison: &Comparison) -> Side {
        match self {
            Self::Only { side, .. } => side,
            _ => match self.difference(comparison) {
                Some(difference) if difference.a.is_empty() => Side::B,
                _ => Side::A,
            },
        }
    }
}

/// Every stop whose kind is shown, in reading order.
pub fn stops(comparison: &Comparison, marks: Marks) -> Vec<Stop> {
    let mut found: Vec<Stop> = Vec::new();
    let mut visited = vec![false; comparison.pairs.len()];
    for row in flow(comparison) {
        match row {
            FlowRow::Apart(..) | FlowRow::Rest { .. } => {}
            FlowRow::Only(side, place) => found.push(Stop::Only { side, place }),
            FlowRow::Pair { a, b, .. } => {
                let on_a = a.of(&comparison.a).map(|sentence| sentence.pairs.as_slice());
                let on_b = b.and_then(|b| b.of(&comparison.b)).map(|sentence| sentence.pairs.as_slice());
                // The pair whose differences are marked in a sentence is its closest one.
                for pair in [on_a, on_b].into_iter().flatten().filter_map(|pairs| pairs.first().copied()) {
                    let Some(seen) = visited.get_mut(pair as usize) else { continue };
                    if !std::mem::replace(seen, true) {
                        found.extend(inside(comparison, pair));
                    }
                }
            }
        }
    }
    found.retain(|stop| stop.kind(comparison).is_some_and(|kind| marks.shows(kind)));
    found
}

fn inside(comparison: &Comparison, pair: u32) -> impl Iterator<Item = Stop> {
    let found = &comparison.pairs[pair as usize];
    let moved = found.moved.then_some(Stop::Moved { pair });
    moved
        .into_iter()
        .chain((0u32..).zip(&found.differences).map(move |(index, _)| Stop::Inside { pair, index }))
}

/// How many there are of one kind.
pub fn count(comparison: &Comparison, kind: MarkKind) -> u32 {
    match kind {
        MarkKind::Inside(kind) => comparison.counts.of(kind),
        MarkKind::Moved => comparison.pairs.iter().filter(|pair| pair.moved).map(|_| 1).sum(),
        MarkKind::Only => {
            let unpaired =
                |side: Side| sentences(side.of(comparison)).filter(|(_, found)| found.pairs.is_empty());
            unpaired(Side::A).chain(unpaired(Side::B)).map(|_| 1).sum()
        }
    }
}
