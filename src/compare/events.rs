//! Groups of stories on one event, by the text they share.

use super::joined::Joined;
use super::overlap::Overlap;
use super::seeker::{Seeker, Sought};
use crate::text::saturating_u32;

/// The share of one story found in the other from which both are on one event.
pub const SAME_EVENT: f64 = 0.25;

/// Returns the group number of each story: stories are joined if enough of one is found in the other, also by way of a
/// third. Groups are numbered in the order of their first stories. `on_progress` gets the share of the work done.
pub(super) fn groups(overlap: &Overlap, mut on_progress: impl FnMut(f64)) -> Vec<u32> {
    let mut joined = Joined::new(overlap.len());
    // Sets whose stories are all joined already, so that nothing is left to find there.
    let mut settled = vec![false; overlap.sets().count()];
    let mut seeker = Seeker::new(overlap);
    for story in 0..overlap.len() {
        let own = saturating_u32(story);
        for block in overlap.blocks(story) {
            let Some(settled) = settled.get_mut(block.holders as usize).filter(|settled| !**settled) else {
                continue;
            };
            let root = joined.root(own);
            *settled = overlap.holders(block.holders).iter().all(|&other| joined.root(other) == root);
        }
        let is_settled = |set: u32| settled.get(set as usize).is_none_or(|&settled| settled);
        let weight = |set: u32| if is_settled(set) { 0.0 } else { 1.0 };
        let least = SAME_EVENT * overlap.letters(story);
        let sought = Sought { least, last: u32::MAX, weight, wanted: |other| other != own };
        for &(other, _) in seeker.partners(story, &sought) {
            if joined.root(own) != joined.root(other)
                && overlap.weighted(story, other as usize, |_| 1.0) >= least
            {
                joined.join(own, other);
            }
        }
        on_progress((story as f64 + 1.0) / overlap.len() as f64);
    }
    joined.numbered()
}
