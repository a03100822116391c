//! Two texts laid beside each other: which sentences stand in both, in whatever order, and what differs inside them.
//!
//! Everything here is a function of its arguments, near linear in the length of the texts: sentences find their
//! partners through an index of what they rarely share (`candidates`), partners are chosen (`partners`), sentences
//! cut differently are joined (`groups`), what left its place is found (`order`), and the inside of each pair is
//! compared unit by unit (`edits`) and named (`differences`).

mod alignment;
mod candidates;
mod dateline;
mod details;
mod differences;
mod edits;
mod features;
mod groups;
mod headings;
mod kin;
mod matrix;
mod mirror;
mod numerals;
mod order;
mod pairing;
mod partners;
mod pieces;
mod shingles;
mod side;
mod units;

pub use alignment::{Alignment, Detail, Difference, DifferenceType, Pair, Reuse};
pub use dateline::dateline;
pub use headings::{Heading, KINDS, headings};
pub use matrix::{Entry, MINIMUM_RUN, Matrix, SAME_EVENT};
pub use side::{Options, Side};

/// Aligns the sentences of `a` with those of `b` and names what differs inside each pair, read from `a` to `b`.
///
/// `compare(b, a)` is the mirror of `compare(a, b)`: the sides are put into one order of their own before anything
/// is decided, so that no tie is broken otherwise when they are exchanged.
pub fn compare(a: Side<'_>, b: Side<'_>, options: Options) -> Alignment {
    if b.precedes(a) { pairing::align(b, a, options).mirrored() } else { pairing::align(a, b, options) }
}
