//! Precision, recall and F1 of names, by kind: a name counts as found if its place and its kind are right.

use duidu::entities::{EntityKind, EntityModel};
use duidu::segment::AccurateSegmenter;
use duidu::text::Span;

use super::lesson::MarkedWords;
use crate::iob2::MarkedSentence;

const KINDS: [&str; 3] = ["persons", "places", "organisations"];

/// Counts of names by kind.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Tally {
    /// Of each kind: marked, found, right.
    counts: [[usize; 3]; 3],
    /// Of each kind: names found as another kind, with other ends, not at all; and what was found where no name is.
    causes: [[usize; 4]; 3],
}

impl Tally {
    /// The head of the table.
    pub(crate) const HEAD: &str =
        "| names | kind | marked | precision | recall | F1 |\n|---|---|---|---|---|---|";

    /// Adds a sentence.
    pub(crate) fn add(&mut self, marked: &[(Span, EntityKind)], found: &[(Span, EntityKind)]) {
        for (_, kind) in marked {
            self.counts[*kind as usize][0] += 1;
        }
        for name in found {
            self.counts[name.1 as usize][1] += 1;
            self.counts[name.1 as usize][2] += usize::from(marked.contains(name));
        }
        self.add_causes(marked, found);
    }

    fn add_causes(&mut self, marked: &[(Span, EntityKind)], found: &[(Span, EntityKind)]) {
        let overlaps = |name: Span, others: &[(Span, EntityKind)]| {
            others.iter().any(|(other, _)| other.start < name.end && name.start < other.end)
        };
        for name in marked.iter().filter(|name| !found.contains(name)) {
            let is_whole = found.iter().any(|(span, _)| *span == name.0);
            let cause = if is_whole { 0 } else { 2 - usize::from(overlaps(name.0, found)) };
            self.causes[name.1 as usize][cause] += 1;
        }
        for (_, kind) in found.iter().filter(|(span, _)| !overlaps(*span, marked)) {
            self.causes[*kind as usize][3] += 1;
        }
    }

    /// Prints why names were not found as marked.
    pub(crate) fn print_causes(&self) {
        for (kind, [other, ends, missed, invented]) in KINDS.iter().zip(self.causes) {
            println!(
                "{kind}: {other} of another kind, {ends} with other ends, {missed} missed, {invented} invented"
            );
        }
    }

    /// Prints the sentences whose names are not all found, or not only they.
    pub(crate) fn errors(&self, model: &EntityModel, held: &[MarkedWords], segmenter: &AccurateSegmenter) {
        for read in held {
            let MarkedSentence { text, names, .. } = &read.marked;
            let found = model.entities(text, &read.tokens, segmenter.model(), |_| None);
            let found: Vec<_> = found.into_iter().map(|entity| (entity.span, entity.kind)).collect();
            let only = |of: &[(Span, EntityKind)], not: &[(Span, EntityKind)]| -> Vec<String> {
                let only = of.iter().filter(|name| !not.contains(name));
                only.map(|(span, kind)| format!("{}/{kind:?}", span.of(text))).collect()
            };
            let (missed, wrong) = (only(names, &found), only(&found, names));
            if !missed.is_empty() || !wrong.is_empty() {
                println!("{text}\n    missed {missed:?} wrong {wrong:?}");
            }
        }
    }

    /// Prints the rows of all kinds, and of all together.
    pub(crate) fn print(&self, text: &str) {
        let mut all = [0; 3];
        for (name, counts) in KINDS.iter().zip(self.counts) {
            row(text, name, counts);
            for (all, count) in all.iter_mut().zip(counts) {
                *all += count;
            }
        }
        row(text, "all", all);
    }
}

fn row(text: &str, kind: &str, [marked, found, right]: [usize; 3]) {
    let share = |of: usize| 100.0 * right as f64 / of.max(1) as f64;
    let f1 = 200.0 * right as f64 / (marked + found).max(1) as f64;
    println!("| {text} | {kind} | {marked} | {:.2} | {:.2} | {f1:.2} |", share(found), share(marked));
}
