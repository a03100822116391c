//! The places a reader visits with `n` and `p`, in reading order.

use super::{FlowRow, Relatives, SentencePlace, Side, flow, sentences};
use crate::ui::routes::{MarkKind, Shown};
use crate::view::{ComparedSentence, Comparison, DifferenceView, Effect, PairView};

/// A difference to stop at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stop {
    /// A difference inside a pair.
    Inside {
        /// Index into the comparison's pairs.
        pair: u32,
        /// Index into the pair's differences.
        index: u32,
    },
    /// A pair at another position in the other story.
    Moved {
        /// Index into the comparison's pairs.
        pair: u32,
    },
    /// A sentence on one side only.
    Only {
        /// The side that has the sentence.
        side: Side,
        /// The sentence's place on that side.
        place: SentencePlace,
    },
}

impl Stop {
    /// Returns the kind of mark that shows the stop.
    pub fn kind(self, comparison: &Comparison) -> Option<MarkKind> {
        match self {
            Self::Inside { .. } => {
                self.difference(comparison).map(|difference| MarkKind::Inside(difference.kind))
            }
            Self::Moved { .. } => Some(MarkKind::Moved),
            Self::Only { .. } => Some(MarkKind::Only),
        }
    }

    /// Returns the pair the stop belongs to.
    pub fn pair(self, comparison: &Comparison) -> Option<&PairView> {
        match self {
            Self::Inside { pair, .. } | Self::Moved { pair } => comparison.pairs.get(pair as usize),
            Self::Only { .. } => None,
        }
    }

    /// Returns the difference of a stop inside a pair.
    pub fn difference(self, comparison: &Comparison) -> Option<&DifferenceView> {
        let Self::Inside { index, .. } = self else { return None };
        self.pair(comparison)?.differences.get(index as usize)
    }

    /// Returns what the stop changes; `None` if it is a whole passage.
    pub fn effect(self, comparison: &Comparison) -> Option<Effect> {
        self.difference(comparison).map(|difference| difference.effect)
    }

    /// Returns the id of the stop's element on one side.
    pub fn id(self, side: Side) -> String {
        let letter = side.letter();
        match self {
            Self::Inside { pair, index } => format!("d-{letter}-{pair}-{index}"),
            Self::Moved { pair } => format!("m-{letter}-{pair}"),
            Self::Only { place, .. } => format!("o-{letter}-{}-{}", place.block, place.sentence),
        }
    }

    /// Returns the side that shows the stop best: one with text, not a gap.
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

/// Returns every stop that is shown, in reading order.
pub fn stops(comparison: &Comparison, shown: Shown) -> Vec<Stop> {
    let mut found: Vec<Stop> = Vec::new();
    let mut visited = vec![false; comparison.pairs.len()];
    for row in flow(comparison) {
        match row {
            FlowRow::Apart(..) | FlowRow::Rest { .. } | FlowRow::Related { .. } | FlowRow::Linked(..) => {}
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
    found.retain(|stop| match stop.difference(comparison) {
        Some(difference) => shown.shows(difference),
        None => stop.kind(comparison).is_some_and(|kind| shown.marks_passages(kind)),
    });
    found
}

fn inside(comparison: &Comparison, pair: u32) -> impl Iterator<Item = Stop> {
    let found = &comparison.pairs[pair as usize];
    let moved = found.moved.then_some(Stop::Moved { pair });
    moved
        .into_iter()
        .chain((0u32..).zip(&found.differences).map(move |(index, _)| Stop::Inside { pair, index }))
}

/// Counts what is of one kind; differences of one effect only, if one is given.
pub fn count(comparison: &Comparison, kind: MarkKind, effect: Option<Effect>) -> u32 {
    match (kind, effect) {
        (MarkKind::Inside(kind), None) => comparison.counts.of(kind),
        (MarkKind::Inside(kind), Some(effect)) => {
            let differences = comparison.pairs.iter().flat_map(|pair| &pair.differences);
            differences.filter(|found| found.kind == kind && found.effect == effect).map(|_| 1).sum()
        }
        (MarkKind::Moved, _) => comparison.pairs.iter().filter(|pair| pair.moved).map(|_| 1).sum(),
        (MarkKind::Only, _) => alone(comparison, Side::A).saturating_add(alone(comparison, Side::B)),
    }
}

/// Counts the sentences that are on one side only.
pub fn alone(comparison: &Comparison, side: Side) -> u32 {
    let relatives = Relatives::new(comparison);
    let is_alone = |found: &ComparedSentence| found.pairs.is_empty() && !relatives.has(side, found.number);
    sentences(side.of(comparison)).filter(|(_, found)| is_alone(found)).map(|_| 1).sum()
}
