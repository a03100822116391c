//! Overlap in wording between texts: the share of common pairs of neighbouring ideographs, weighted by rarity.

use super::unit::PageUnit;
use crate::ingest::pace::{Pace, Pause};
use crate::text::is_han;

/// Maximum number of distinct pairs, as many as fit two bytes; fewer on a short page.
const SLOTS: usize = 1 << 16;
/// Number of characters of a unit that are examined.
const SAMPLE: usize = 500;

/// The pairs of each unit of a page, and their weights.
pub(super) struct Bigrams {
    /// The pairs of all units, one unit after another.
    pairs: Vec<u16>,
    /// The end of each unit's pairs.
    ends: Vec<usize>,
    /// The weight of each pair: greater if it occurs in fewer units.
    weights: Vec<f32>,
    /// The last question for which each pair was noted.
    noted: Vec<u32>,
    question: u32,
}

impl Bigrams {
    /// Collects the pairs of the units of a page.
    pub(super) async fn of(
        page: &[PageUnit<'_>],
        length: usize,
        pace: &mut Pace<impl Pause>,
    ) -> Option<Self> {
        let slots = length.min(SLOTS).saturating_mul(8).next_power_of_two().clamp(1 << 10, SLOTS);
        let mut found = Self {
            pairs: Vec::new(),
            ends: Vec::new(),
            weights: Vec::new(),
            noted: vec![0; slots],
            question: 0,
        };
        let mut units = vec![0_u16; slots];
        for unit in page {
            if pace.is_due(unit.text.len().min(SAMPLE)) {
                pace.pause().await?;
            }
            found.question = found.question.saturating_add(1);
            let mut before: Option<u32> = None;
            for c in unit.text.chars().take(SAMPLE) {
                let now = is_han(c).then_some(u32::from(c));
                if let Some((first, second)) = before.zip(now) {
                    let slot = slot(first, second, slots);
                    found.pairs.push(slot);
                    if found.note_first(slot)
                        && let Some(units) = units.get_mut(usize::from(slot))
                    {
                        *units = units.saturating_add(1);
                    }
                }
                before = now;
            }
            found.ends.push(found.pairs.len());
        }
        found.weigh(&units);
        pace.pass();
        Some(found)
    }

    /// Notes a pair; returns true if it was not yet noted for this question.
    fn note_first(&mut self, slot: u16) -> bool {
        match self.noted.get_mut(usize::from(slot)) {
            Some(noted) if *noted != self.question => {
                *noted = self.question;
                true
            }
            _ => false,
        }
    }

    fn weigh(&mut self, units: &[u16]) {
        let count = self.ends.len().max(1);
        #[expect(
            clippy::cast_precision_loss,
            clippy::cast_possible_truncation,
            reason = "weights need few digits"
        )]
        let weigh = |units: usize| libm::log(1.0 + count as f64 / units.max(1) as f64) as f32;
        let by_units: Vec<f32> = (0..=count.min(64)).map(weigh).collect();
        let rarest = by_units.last().copied().unwrap_or(0.0);
        // A pair that occurs in no unit is never looked up.
        let weigh = |&units: &u16| by_units.get(usize::from(units)).copied().unwrap_or(rarest);
        self.weights = units.iter().map(weigh).collect();
    }

    /// Returns the pairs of a unit; none if the unit does not exist.
    fn pairs<'p>(pairs: &'p [u16], ends: &[usize], unit: usize) -> &'p [u16] {
        let end = |unit: usize| ends.get(unit).copied().unwrap_or(0);
        let start = unit.checked_sub(1).map_or(0, end);
        pairs.get(start..end(unit)).unwrap_or_default()
    }

    /// Notes the wording of some units for comparison.
    pub(super) fn note(&mut self, units: impl Iterator<Item = usize>) {
        self.question = self.question.saturating_add(1);
        for unit in units {
            for &slot in Self::pairs(&self.pairs, &self.ends, unit) {
                if let Some(noted) = self.noted.get_mut(usize::from(slot)) {
                    *noted = self.question;
                }
            }
        }
    }

    /// Returns the share of some units' pairs, by weight, that were noted last.
    pub(super) fn coverage(&self, units: impl Iterator<Item = usize>) -> f32 {
        let (mut all, mut held) = (0.0, 0.0);
        for unit in units {
            for &slot in Self::pairs(&self.pairs, &self.ends, unit) {
                let slot = usize::from(slot);
                let weight = self.weights.get(slot).copied().unwrap_or(0.0);
                all += weight;
                if self.noted.get(slot) == Some(&self.question) {
                    held += weight;
                }
            }
        }
        if all > 0.0 { held / all } else { 0.0 }
    }
}

/// Returns the slot of a pair; `slots` is a power of two.
fn slot(first: u32, second: u32, slots: usize) -> u16 {
    let mixed = first.wrapping_mul(0x9E37_79B1) ^ second.wrapping_mul(0x85EB_CA77);
    #[expect(
        clippy::cast_possible_truncation,
        reason = "there are no more places than two bytes can tell apart"
    )]
    let slot = ((mixed >> 16) as usize & slots.saturating_sub(1)) as u16;
    slot
}
