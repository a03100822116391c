//! The ways to the places of a comparison: to a difference, a sentence, or the first of those that a number counts.

use yew::prelude::*;

use super::collation::{Side, Stop, sentences, stops};
use super::finding::{FindingCount, related_only};
use super::sentence::sentence_id;
use crate::ui::browser;
use crate::ui::routes::Shown;
use crate::ui::shared::Shared;
use crate::view::Comparison;

/// Callbacks that go to a place of the comparison.
pub(super) struct Visits {
    /// Goes to a difference.
    pub(super) onvisit: Callback<Stop>,
    /// Goes to a sentence.
    pub(super) onfollow: Callback<(Side, u32)>,
    /// Goes to the first place that a number of the finding counts.
    pub(super) oncount: Callback<FindingCount>,
}

/// Returns the callbacks for a comparison.
#[hook]
pub(super) fn use_visits(comparison: &Shared<Comparison>, current: &UseStateHandle<Option<Stop>>) -> Visits {
    let onvisit =
        use_callback((comparison.clone(), current.setter()), |stop: Stop, (comparison, current)| {
            current.set(Some(stop));
            visit(stop, comparison);
        });
    let onfollow = use_callback((), |(side, number): (Side, u32), ()| {
        // On a narrow screen a passage of both stories appears once, on the first side.
        let _ = browser::visit(&sentence_id(side, number));
    });
    let oncount = {
        let (comparison, onvisit, onfollow) = (comparison.clone(), onvisit.clone(), onfollow.clone());
        Callback::from(move |counted: FindingCount| match find(&comparison, counted) {
            Some(FindingTarget::Stop(stop)) => onvisit.emit(stop),
            Some(FindingTarget::Sentence(side, number)) => onfollow.emit((side, number)),
            None => {}
        })
    };
    Visits { onvisit, onfollow, oncount }
}

/// Shows a difference.
fn visit(stop: Stop, comparison: &Comparison) {
    let side = stop.side(comparison);
    // A difference is marked if its pair is the closest one; otherwise, go to its sentence.
    let _ = browser::visit(&stop.id(side))
        || browser::visit(&stop.id(side.other()))
        || stop.pair(comparison).is_some_and(|pair| browser::visit(&sentence_id(Side::A, pair.a_number)));
}

/// The target of a number in the finding.
enum FindingTarget {
    Stop(Stop),
    Sentence(Side, u32),
}

/// Finds the first place that a number counts, also where the reader has chosen to see others.
fn find(comparison: &Comparison, counted: FindingCount) -> Option<FindingTarget> {
    let stops = stops(comparison, Shown::default());
    let first = |wanted: &dyn Fn(&Stop) -> bool| {
        stops.iter().copied().find(|stop| wanted(stop)).map(FindingTarget::Stop)
    };
    let sentence = |wanted: &dyn Fn(&[u32]) -> bool| {
        let found = sentences(&comparison.a).find(|(_, sentence)| wanted(&sentence.pairs));
        found.map(|(_, sentence)| FindingTarget::Sentence(Side::A, sentence.number))
    };
    let same =
        |pair: u32| comparison.pairs.get(pair as usize).is_some_and(|pair| pair.differences.is_empty());
    match counted {
        FindingCount::Paired => sentence(&|pairs| !pairs.is_empty()),
        FindingCount::Identical => sentence(&|pairs| pairs.first().is_some_and(|&pair| same(pair))),
        FindingCount::Differences(effect) => first(&|stop| stop.effect(comparison) == Some(effect)),
        FindingCount::Related => [Side::A, Side::B].into_iter().find_map(|side| {
            let number = related_only(comparison, side).first().copied()?;
            Some(FindingTarget::Sentence(side, number))
        }),
        FindingCount::Only(Side::A) => first(&|stop| matches!(stop, Stop::Only { side: Side::A, .. })),
        FindingCount::Only(Side::B) => first(&|stop| matches!(stop, Stop::Only { side: Side::B, .. })),
    }
}
