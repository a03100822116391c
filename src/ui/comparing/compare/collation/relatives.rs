//! Sentences that report the same thing in other words: links between sentences that are not compared word by word.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Side, sentences};
use crate::text::OrderBy;
use crate::view::{ComparedSentence, Comparison, PairView};

/// Returns the number of the sentence that a link has on one side.
fn number(pair: &PairView, side: Side) -> u32 {
    match side {
        Side::A => pair.a_number,
        Side::B => pair.b_number,
    }
}

/// Number of links drawn of a sentence that has no pair: the closest ones.
const CLOSEST: usize = 3;

/// Returns the links that are drawn, the closest first, each with its index into [`Comparison::related`]: the closest of
/// each sentence without a pair. Two paired sentences have closer partners already.
pub fn drawn(comparison: &Comparison) -> Vec<(usize, &PairView)> {
    if comparison.related.is_empty() {
        return Vec::new();
    }
    let unpaired = [Side::A, Side::B].map(|side| (side, unpaired(comparison, side)));
    let mut taken: FxHashMap<(Side, u32), usize> = FxHashMap::default();
    let mut links: Vec<_> = comparison.related.iter().enumerate().collect();
    links.order_by(|(_, one), (_, other)| other.score.total_cmp(&one.score));
    links.retain(|(_, link)| {
        let mut is_drawn = false;
        for (side, unpaired) in &unpaired {
            let own = number(link, *side);
            let taken = taken.entry((*side, own)).or_default();
            if unpaired.contains(&own) && *taken < CLOSEST {
                *taken += 1;
                is_drawn = true;
            }
        }
        is_drawn
    });
    links
}

/// Returns the numbers of the sentences of a side that are in no pair.
fn unpaired(comparison: &Comparison, side: Side) -> FxHashSet<u32> {
    let found = sentences(side.of(comparison)).filter(|(_, sentence)| sentence.pairs.is_empty());
    found.map(|(_, sentence)| sentence.number).collect()
}

/// Returns the links of a sentence that are drawn, the closest first, each with its index into [`Comparison::related`].
pub fn related<'a>(
    comparison: &'a Comparison,
    side: Side,
    sentence: &ComparedSentence,
) -> Vec<(usize, &'a PairView)> {
    let mut links = drawn(comparison);
    links.retain(|(_, link)| sentence.number > 0 && number(link, side) == sentence.number);
    links
}

/// Returns true if a sentence is on its side only: neither paired nor related.
pub fn is_alone(comparison: &Comparison, side: Side, sentence: &ComparedSentence) -> bool {
    sentence.pairs.is_empty() && related(comparison, side, sentence).is_empty()
}

/// Returns all links of a sentence as indices into the pairs of both strengths, the related ones after the others.
pub fn links(comparison: &Comparison, side: Side, sentence: &ComparedSentence) -> Vec<u32> {
    let first = comparison.pairs.len();
    let related = related(comparison, side, sentence).into_iter().map(|(place, _)| (first + place) as u32);
    sentence.pairs.iter().copied().chain(related).collect()
}

/// Returns true if one of some links is of a sentence; they are indices as [`links`] gives them.
pub fn is_linked(comparison: &Comparison, side: Side, sentence: &ComparedSentence, links: &[u32]) -> bool {
    links.iter().any(|link| {
        let place = (*link as usize).checked_sub(comparison.pairs.len());
        let related = place.and_then(|place| comparison.related.get(place));
        sentence.pairs.contains(link) || related.is_some_and(|link| number(link, side) == sentence.number)
    })
}

/// The links of all sentences, found by number.
#[derive(Debug, Default)]
pub struct Relatives {
    of_a: FxHashMap<u32, Vec<u32>>,
    of_b: FxHashSet<u32>,
    awaited: FxHashSet<u32>,
}

impl Relatives {
    /// Collects the links of a comparison.
    pub fn new(comparison: &Comparison) -> Self {
        let links: Vec<&PairView> = drawn(comparison).into_iter().map(|(_, link)| link).collect();
        let waiting = unpaired(comparison, Side::A);
        let mut found = Self::default();
        for link in links {
            found.of_a.entry(link.a_number).or_default().push(link.b_number);
            found.of_b.insert(link.b_number);
            if waiting.contains(&link.a_number) {
                found.awaited.insert(link.b_number);
            }
        }
        found
    }

    /// Returns the numbers of the second story's sentences that are related to a sentence of the first, the closest first.
    pub fn of_a(&self, number: u32) -> &[u32] {
        self.of_a.get(&number).map_or(&[], Vec::as_slice)
    }

    /// Returns true if a sentence of a side is related to some of the other.
    pub fn has(&self, side: Side, number: u32) -> bool {
        match side {
            Side::A => self.of_a.contains_key(&number),
            Side::B => self.of_b.contains(&number),
        }
    }

    /// Returns true if a sentence of the second story is related to one of the first that has no partner, beside which it
    /// is drawn.
    pub fn is_awaited(&self, number: u32) -> bool {
        self.awaited.contains(&number)
    }
}
