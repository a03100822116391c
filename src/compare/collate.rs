//! Two passages known to belong together, word by word.

use super::alignment::Difference;
use super::details::Knowledge;
use super::differences::differences;
use super::edits::edits;
use super::features::Features;
use super::pairing::score;
use super::pieces::SideSymbols;
use super::side::{Options, Side};
use super::units::Alphabet;
use crate::text::Span;

/// The likeness and the differences of two passages.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Collation {
    /// Likeness, 0 to 1.
    pub(super) score: f64,
    /// Every difference, read from `a` to `b`.
    pub(super) differences: Vec<Difference>,
}

/// Two texts whose passages are collated.
#[derive(Clone, Copy)]
pub(super) struct Collator<'a> {
    a: Side<'a>,
    b: Side<'a>,
    knowledge: Knowledge<'a>,
}

impl<'a> Collator<'a> {
    /// Examines both texts as wholes.
    pub(super) fn new(a: Side<'a>, b: Side<'a>) -> Self {
        Self { a, b, knowledge: Knowledge::of(a, b) }
    }

    /// Collates a passage of `a` with one of `b`, however unlike they are. Exchanging the sides gives the mirrored
    /// result.
    pub(super) fn collate(&self, a: Span, b: Span) -> Collation {
        let (a, b) = (within(self.a, a), within(self.b, b));
        if b.precedes(a) {
            let turned = self.lay(b, a);
            let differences = turned.differences.into_iter().map(Difference::mirrored).collect();
            Collation { differences, ..turned }
        } else {
            self.lay(a, b)
        }
    }

    fn lay(&self, a: Side<'_>, b: Side<'_>) -> Collation {
        let mut alphabet = Alphabet::default();
        let (mut units_a, mut units_b) = (alphabet.units(a), alphabet.units(b));
        // Sets the weight of every unit.
        Features::collect(&mut units_a, &mut units_b);
        let (own, other) = (&units_a.all[..], &units_b.all[..]);
        let edits = edits(own, other);
        let (passage_a, passage_b) =
            (SideSymbols { text: a.text, units: own }, SideSymbols { text: b.text, units: other });
        Collation {
            score: score(own, other, &edits),
            differences: differences(passage_a, passage_b, &edits, Options::default(), self.knowledge),
        }
    }
}

/// Restricts a side to one passage.
fn within(side: Side<'_>, passage: Span) -> Side<'_> {
    let first = side.sentences.partition_point(|sentence| sentence.start < passage.start);
    let last = side.sentences.partition_point(|sentence| sentence.end <= passage.end);
    let from = side.tokens.partition_point(|token| token.span.end <= passage.start);
    let to = side.tokens.partition_point(|token| token.span.start < passage.end);
    Side {
        text: side.text,
        sentences: side.sentences.get(first..last).unwrap_or_default(),
        tokens: side.tokens.get(from..to).unwrap_or_default(),
        regional: side.regional,
    }
}
