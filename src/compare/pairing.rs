//! From two sides to their alignment.

use std::ops::Range;

use super::alignment::{Alignment, Pair, Reuse};
use super::candidates::Candidates;
use super::details::Knowledge;
use super::differences::differences;
use super::edits::{Edit, edits};
use super::features::Features;
use super::groups::{Group, Joints, join};
use super::order;
use super::partners::{Free, closest, in_place, repeats};
use super::pieces::Passage;
use super::side::{Options, Side};
use super::units::{Alphabet, Unit, Units};
use crate::text::Span;

/// Aligns two sides; everything is read from `a` to `b`.
pub(super) fn align(a: Side<'_>, b: Side<'_>, options: Options) -> Alignment {
    let mut alphabet = Alphabet::default();
    let (mut units_a, mut units_b) = (alphabet.units(a), alphabet.units(b));
    let features = Features::collect(&mut units_a, &mut units_b);
    let candidates = Candidates::find(&features);
    let knowledge = Knowledge::of(a.text, b.text);
    let joints = Joints { a: joints(a), b: joints(b) };

    let mut groups = join(&features, &joints, closest(&candidates, &features));
    let in_order = |groups: &[Group]| {
        let weight = |group: &Group| letters(&units_a, &group.a) + letters(&units_b, &group.b) + 1;
        order::kept(&groups.iter().map(|group| (group.b.start, weight(group))).collect::<Vec<_>>())
    };
    let kept = in_order(&groups);
    let steady: Vec<Group> =
        groups.iter().zip(&kept).filter(|&(_, &kept)| kept).map(|(g, _)| g.clone()).collect();
    groups.extend(in_place(&features, &steady, &Free::after(&features, &groups)));
    groups.sort_by_key(|group| group.a.start);
    let kept = in_order(&groups);
    let again = repeats(&candidates, &features, &Free::after(&features, &groups));

    let mut covered = (vec![false; units_a.all.len()], vec![false; units_b.all.len()]);
    let first = groups.iter().zip(kept).map(|(group, kept)| (group, !kept, false));
    let mut pairs: Vec<Pair> = first
        .chain(again.iter().map(|group| (group, false, true)))
        .map(|(group, moved, repeated)| {
            let (run_a, run_b) = (run(&units_a, &group.a), run(&units_b, &group.b));
            let (own, other) = (&units_a.all[run_a.clone()], &units_b.all[run_b.clone()]);
            let edits = edits(own, other);
            mark(&mut covered.0[run_a], edits.iter().map(|edit| edit.a.clone()));
            mark(&mut covered.1[run_b], edits.iter().map(|edit| edit.b.clone()));
            let passage_a = Passage { text: a.text, units: own };
            let passage_b = Passage { text: b.text, units: other };
            Pair {
                a: span(a, &group.a),
                b: span(b, &group.b),
                score: score(own, other, &edits),
                moved,
                repeated,
                differences: differences(passage_a, passage_b, &edits, options, knowledge),
            }
        })
        .collect();
    pairs.sort_by_key(|pair| (pair.a, pair.b));

    let free = Free::after(&features, groups.iter().chain(&again));
    Alignment {
        pairs,
        only_a: alone(a, &units_a, &free.a),
        only_b: alone(b, &units_b, &free.b),
        reuse: Reuse { a_in_b: share(&units_a, &covered.0), b_in_a: share(&units_b, &covered.1) },
    }
}

/// Which sentences have nothing but white space between them and the one before.
fn joints(side: Side<'_>) -> Vec<bool> {
    let between = |at: usize| {
        let before = side.sentences.get(at.checked_sub(1)?)?;
        let gap = Span { start: before.end, end: side.sentences[at].start };
        (gap.start <= gap.end).then(|| gap.of(side.text).trim().is_empty())
    };
    (0..side.sentences.len()).map(|at| between(at).unwrap_or(false)).collect()
}

/// The letters of consecutive sentences.
fn letters(units: &Units, sentences: &Range<usize>) -> u64 {
    units.all[run(units, sentences)].iter().map(|unit| u64::from(unit.letters)).sum()
}

/// The units of consecutive sentences.
fn run(units: &Units, sentences: &Range<usize>) -> Range<usize> {
    units.sentences[sentences.start].start..units.sentences[sentences.end - 1].end
}

/// From the start of the first of consecutive sentences to the end of the last.
fn span(side: Side<'_>, sentences: &Range<usize>) -> Span {
    Span { start: side.sentences[sentences.start].start, end: side.sentences[sentences.end - 1].end }
}

/// Twice the shared weight over the weight of both.
pub(super) fn score(a: &[Unit], b: &[Unit], edits: &[Edit]) -> f64 {
    let total = |units: &[Unit]| units.iter().map(|unit| unit.weight).sum::<f64>();
    let lost: f64 = edits.iter().map(|edit| total(&a[edit.a.clone()]) + total(&b[edit.b.clone()])).sum();
    let both = total(a) + total(b);
    if both > 0.0 { (1.0 - lost / both).clamp(0.0, 1.0) } else { 0.0 }
}

/// Marks what lies outside the edits.
fn mark(covered: &mut [bool], edits: impl Iterator<Item = Range<usize>>) {
    let mut start = 0;
    for edit in edits {
        covered[start..edit.start].fill(true);
        start = edit.end;
    }
    covered[start..].fill(true);
}

/// The share of the letters that are covered.
fn share(units: &Units, covered: &[bool]) -> f64 {
    let (mut found, mut all) = (0, 0);
    for (unit, &covered) in units.all.iter().zip(covered) {
        all += u64::from(unit.letters);
        found += if covered { u64::from(unit.letters) } else { 0 };
    }
    if all == 0 { 0.0 } else { found as f64 / all as f64 }
}

/// The sentences that have no partner; one in which nothing is seen is not missed.
fn alone(side: Side<'_>, units: &Units, free: &[bool]) -> Vec<Span> {
    let seen = |at: &usize| free[*at] && !units.sentences[*at].is_empty();
    (0..free.len()).filter(seen).map(|at| side.sentences[at]).collect()
}
