//! The steps from two sides to their alignment.

use std::ops::Range;

use super::alignment::{Alignment, Pair, Reuse};
use super::candidates::Candidates;
use super::details::Knowledge;
use super::differences::differences;
use super::edits::{EditRegion, edits};
use super::equals::release;
use super::features::Features;
use super::groups::{Joints, SentenceGroup, join};
use super::order;
use super::partners::{Free, closest, in_place, repeats};
use super::pieces::SideSymbols;
use super::side::{Options, Side};
use super::units::{Alphabet, Symbol, Symbols, within};
use crate::text::{OrderBy, Span};

/// Aligns two sides; everything is read from `a` to `b`.
pub(super) fn align(a: Side<'_>, b: Side<'_>, options: Options) -> Alignment {
    let mut alphabet = Alphabet::default();
    let (mut units_a, mut units_b) = (alphabet.units(a), alphabet.units(b));
    let features = Features::collect(&mut units_a, &mut units_b);
    let candidates = Candidates::find(&features);
    let knowledge = Knowledge::of(a, b);
    let joints = Joints { a: joints(a), b: joints(b) };

    let mut groups = join(&features, &joints, closest(&candidates, &features));
    let in_order = |groups: &[SentenceGroup]| {
        let weight = |group: &SentenceGroup| {
            letters(&units_a, &group.a).saturating_add(letters(&units_b, &group.b)).saturating_add(1)
        };
        order::kept(&groups.iter().map(|group| (group.b.start, weight(group))).collect::<Vec<_>>())
    };
    let kept = in_order(&groups);
    release(&features, &mut groups, &kept);
    let kept = in_order(&groups);
    let steady: Vec<SentenceGroup> =
        groups.iter().zip(&kept).filter(|&(_, &kept)| kept).map(|(g, _)| g.clone()).collect();
    groups.extend(in_place(&features, &steady, &Free::after(&features, &groups)));
    groups.order_by_key(|group| group.a.start);
    let kept = in_order(&groups);
    let again = repeats(&candidates, &features, &Free::after(&features, &groups));

    let mut covered = (vec![false; units_a.all.len()], vec![false; units_b.all.len()]);
    let first = groups.iter().zip(kept).map(|(group, kept)| (group, !kept, false));
    let mut pairs: Vec<Pair> = first
        .chain(again.iter().map(|group| (group, false, true)))
        .map(|(group, moved, repeated)| {
            let (run_a, run_b) = (run(&units_a, &group.a), run(&units_b, &group.b));
            let (own, other) = (within(&units_a.all, &run_a), within(&units_b.all, &run_b));
            let edits = edits(own, other);
            mark(&mut covered.0, run_a, edits.iter().map(|edit| &edit.a));
            mark(&mut covered.1, run_b, edits.iter().map(|edit| &edit.b));
            let passage_a = SideSymbols { text: a.text, units: own };
            let passage_b = SideSymbols { text: b.text, units: other };
            Pair {
                a: a.passage(&group.a),
                b: b.passage(&group.b),
                score: score(own, other, &edits),
                moved,
                repeated,
                differences: differences(passage_a, passage_b, &edits, options, knowledge),
            }
        })
        .collect();
    pairs.order_by_key(|pair| (pair.a, pair.b));

    let free = Free::after(&features, groups.iter().chain(&again));
    Alignment {
        pairs,
        only_a: alone(a, &units_a, &free.a),
        only_b: alone(b, &units_b, &free.b),
        reuse: Reuse { a_in_b: share(&units_a, &covered.0), b_in_a: share(&units_b, &covered.1) },
    }
}

/// Returns for each sentence whether only white space separates it from the one before.
fn joints(side: Side<'_>) -> Vec<bool> {
    let between = |at: usize| {
        let before = side.sentences.get(at.checked_sub(1)?)?;
        let gap = Span { start: before.end, end: side.sentences.get(at)?.start };
        (gap.start <= gap.end).then(|| gap.of(side.text).trim().is_empty())
    };
    (0..side.sentences.len()).map(|at| between(at).unwrap_or(false)).collect()
}

/// Returns the number of letters of consecutive sentences.
fn letters(units: &Symbols, sentences: &Range<usize>) -> u64 {
    within(&units.all, &run(units, sentences)).iter().map(|unit| u64::from(unit.letters)).sum()
}

/// Returns the units of consecutive sentences.
fn run(units: &Symbols, sentences: &Range<usize>) -> Range<usize> {
    match units.sentences.get(sentences.clone()) {
        Some([first, .., last]) => first.start..last.end,
        Some([only]) => only.clone(),
        _ => 0..0,
    }
}

/// Returns twice the shared weight over the weight of both.
pub(super) fn score(a: &[Symbol], b: &[Symbol], edits: &[EditRegion]) -> f64 {
    let total = |units: &[Symbol]| units.iter().map(|unit| unit.weight).sum::<f64>();
    let lost: f64 = edits.iter().map(|edit| total(within(a, &edit.a)) + total(within(b, &edit.b))).sum();
    let both = total(a) + total(b);
    if both > 0.0 { (1.0 - lost / both).clamp(0.0, 1.0) } else { 0.0 }
}

/// Marks the part of a run that lies outside the edits.
fn mark<'a>(covered: &mut [bool], run: Range<usize>, edits: impl Iterator<Item = &'a Range<usize>>) {
    let Some(covered) = covered.get_mut(run) else { return };
    let length = covered.len();
    let mut start = 0;
    for edit in edits.cloned().chain(std::iter::once(length..length)) {
        covered.get_mut(start..edit.start).into_iter().for_each(|equal| equal.fill(true));
        start = edit.end;
    }
}

/// Returns the share of the letters that are covered.
fn share(units: &Symbols, covered: &[bool]) -> f64 {
    let all: u64 = units.all.iter().map(|unit| u64::from(unit.letters)).sum();
    let covered = units.all.iter().zip(covered).filter(|(_, covered)| **covered);
    let found: u64 = covered.map(|(unit, _)| u64::from(unit.letters)).sum();
    if all == 0 { 0.0 } else { found as f64 / all as f64 }
}

/// Returns the sentences that have no partner, except those without a visible character.
fn alone(side: Side<'_>, units: &Symbols, free: &[bool]) -> Vec<Span> {
    let sentences = side.sentences.iter().zip(&units.sentences).zip(free);
    let seen = sentences.filter(|((_, units), free)| **free && !units.is_empty());
    seen.map(|((sentence, _), _)| *sentence).collect()
}
