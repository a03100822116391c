//! The comparison of two texts: the sentences that occur in both, in any order, and the differences inside them.
//!
//! Several texts are aligned in `rows` (`witnesses`) and split word by word (`segments`) into what they share (`wire`)
//! and what each has beyond it (`residue`); one text is searched in many (`sources`). Many are compared all against all
//! (`matrix`) by shared runs (`shingles`, `overlap`; `twins` finds those that are there twice), which group them into `events` and rank the `closest` (`seeker`).
//!
//! Everything here is a function of its arguments, near linear in the length of the texts: sentences find their
//! partners through an index of their rare features (`candidates`), partners are chosen (`partners`), sentences that
//! are split differently are joined (`groups`), moved passages are found (`order`), and the inside of each pair is
//! compared unit by unit (`edits`) and classified (`differences`).

// A panic ends the analysis thread, so no text may cause one: indexing and arithmetic must be unable to panic.
#![cfg_attr(not(test), warn(clippy::arithmetic_side_effects, clippy::indexing_slicing, clippy::string_slice))]

mod alignment;
mod amounts;
mod candidates;
mod closest;
mod collate;
mod cosines;
mod dateline;
mod details;
mod differences;
mod disjoint;
mod dots;
mod edits;
mod effects;
mod equals;
mod events;
mod facts;
mod features;
mod fingerprints;
mod groups;
mod headings;
mod joined;
mod kin;
mod lists;
mod matrix;
mod mirror;
mod numerals;
mod order;
mod overlap;
mod pairing;
mod partners;
mod pieces;
mod relation;
mod residue;
mod rows;
mod seeker;
mod seen;
mod segments;
mod shingles;
mod side;
mod sources;
mod telling;
mod twins;
mod units;
mod wire;
mod witnesses;

pub use alignment::{Alignment, Detail, Difference, DifferenceType, Pair, Reuse, united};
pub use cosines::{Bag, cosines};
pub use dateline::dateline;
pub use dots::{SharedRun, shared_runs};
pub use effects::{Effect, Judgement, Name, NameKind, Subject, Values, effects, is_another_form, names};
pub use events::SAME_EVENT;
pub use facts::{FactKind, FactRow, fact_rows};
pub use fingerprints::fingerprints;
pub use headings::{Heading, KINDS, headings};
pub use matrix::{MINIMUM_RUN, Matrix};
pub use relation::Relation;
pub use residue::{Favourite, Residue, favourites};
pub use segments::{Segment, segments};
pub use side::{Dated, Options, Side};
pub use sources::{FoundSources, StorySource, sources};
pub use telling::{Copies, EVIDENCE, Event, Related, WEIGHTS, evidence, related, told_events};
pub use twins::{Twin, twins};
pub use wire::{SharedLine, SharedText, wire};
pub use witnesses::{Agreement, Cell, Row, witnesses};

/// Aligns the sentences of `a` with those of `b` and classifies the differences inside each pair, read from `a` to `b`.
///
/// `compare(b, a)` is the mirror of `compare(a, b)`: the sides are put into a fixed order before anything is decided,
/// so that exchanging them changes no tie-break.
pub fn compare(a: Side<'_>, b: Side<'_>, options: Options) -> Alignment {
    if b.precedes(a) { pairing::align(b, a, options).mirrored() } else { pairing::align(a, b, options) }
}
