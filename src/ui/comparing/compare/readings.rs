//! The readings of a place where two stories differ: its words on either side, with a few that surround them.

use super::collation::{Side, Stop, sentences};
use crate::text::abridged;
use crate::view::{ComparedSentence, Comparison};

/// The reading of one side at a stop.
#[derive(Default)]
pub(super) struct Reading {
    /// What precedes it.
    pub(super) before: String,
    /// Its words; empty if the side has none.
    pub(super) text: String,
    /// What follows it.
    pub(super) after: String,
    /// The sentence that it begins in; `None` if the side has no such sentence.
    pub(super) number: Option<u32>,
}

/// Returns the reading of one side at a stop, with at most `context` characters on either side of it.
pub(super) fn reading(comparison: &Comparison, stop: Stop, side: Side, context: usize) -> Reading {
    let found = match stop {
        Stop::Only { side: found, place } => {
            place.of(side.of(comparison)).filter(|_| found == side).map(whole)
        }
        Stop::Moved { pair } => passage(comparison, pair, side).next().map(whole),
        Stop::Inside { pair, .. } => inside(comparison, stop, side, pair, context),
    };
    found.unwrap_or_default()
}

/// The sentences of a pair on one side: one, or several where what the other story says in one was cut.
fn passage(comparison: &Comparison, pair: u32, side: Side) -> impl Iterator<Item = &ComparedSentence> {
    let pair = comparison.pairs.get(pair as usize);
    let (first, count) = pair.map_or((0, 0), |pair| match side {
        Side::A => (pair.a_number, pair.a_sentences),
        Side::B => (pair.b_number, pair.b_sentences),
    });
    let numbers = first..first.saturating_add(count);
    sentences(side.of(comparison))
        .map(|(_, sentence)| sentence)
        .filter(move |found| numbers.contains(&found.number))
}

/// Returns the reading of a whole sentence, cut to its beginning.
fn whole(sentence: &ComparedSentence) -> Reading {
    const LENGTH: usize = 22;
    let text = abridged(&words(sentence), LENGTH);
    Reading { text, number: Some(sentence.number), ..Reading::default() }
}

/// One difference as one side has it, with a few characters of what surrounds it in the sentences it begins and ends in.
fn inside(comparison: &Comparison, stop: Stop, side: Side, pair: u32, context: usize) -> Option<Reading> {
    let difference = stop.difference(comparison)?;
    let (text, place) = match side {
        Side::A => (&difference.a, difference.a_range),
        Side::B => (&difference.b, difference.b_range),
    };
    let within =
        |end: u32| passage(comparison, pair, side).filter(move |found| found.range.start < end).last();
    let first = within(place.start.saturating_add(1))?;
    let last = if text.is_empty() { first } else { within(place.end)? };
    let units = |sentence: &ComparedSentence| words(sentence).encode_utf16().collect::<Vec<u16>>();
    let (own, other) = (units(first), units(last));
    let (start, end) = (place.start.abs_diff(first.range.start), place.end.abs_diff(last.range.start));
    let before = String::from_utf16_lossy(own.get(..start as usize).unwrap_or(&own));
    let after = String::from_utf16_lossy(other.get(end as usize..).unwrap_or_default());
    let skipped = before.chars().count().saturating_sub(context);
    Some(Reading {
        before: before.chars().skip(skipped).collect(),
        text: text.clone(),
        after: after.chars().take(context).collect(),
        number: Some(first.number),
    })
}

fn words(sentence: &ComparedSentence) -> String {
    sentence.pieces.iter().map(|piece| piece.text.as_str()).collect()
}
