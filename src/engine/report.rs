//! The editorial report on how each paper treated one event.

use std::collections::BTreeMap;

use crate::compare::{
    self, Alignment, Difference, DifferenceType, Judgement, KINDS, Options, Relation, Residue, favourites,
    united,
};
use crate::corpus::Units;
use crate::stats::p_value;
use crate::text::{Span, saturating_u32};
use crate::view;

use super::half::Half;
use super::reading::range;
use super::side_by_side::{counts, facts, headings, identical, regions, reuse, value_change};
use super::similarity::copied;
use super::{Engine, EngineError, ReportQuestion};

/// The maximum number of words given that a story favours.
const FAVOURED: usize = 40;

impl Engine {
    pub(super) fn report(
        &self,
        units: Units,
        question: &ReportQuestion,
    ) -> Result<view::Report, EngineError> {
        let (options, minimum_run) = (question.options(), question.min_run.max(1));
        let halves = self.halves(units, &question.ids)?;
        let copied = self.copied(&halves.iter().collect::<Vec<_>>(), minimum_run);
        let mut shared: Vec<Vec<Span>> = vec![Vec::new(); halves.len()];
        let mut pairs = Vec::new();
        for (i, a) in halves.iter().enumerate() {
            for (j, b) in halves.iter().enumerate().skip(i + 1) {
                let alignment = compare::compare(a.side(), b.side(), options);
                let (shared_a, shared_b) = alignment.shared();
                shared[i].extend(shared_a);
                shared[j].extend(shared_b);
                // Another writing of a word is no wording of one's own.
                for found in alignment.pairs.iter().flat_map(|pair| &pair.differences) {
                    if matches!(found.kind, DifferenceType::Variant | DifferenceType::Punctuation) {
                        shared[i].push(found.a);
                        shared[j].push(found.b);
                    }
                }
                if i == 0 {
                    pairs.push(view::ReportPair {
                        story: saturating_u32(j),
                        copied: copied[j],
                        ..report_pair(a, b, &alignment, options)
                    });
                }
            }
        }
        let residues: Vec<Residue> = halves
            .iter()
            .zip(shared)
            .map(|(half, shared)| Residue::of(half.side(), &united(shared)))
            .collect();
        Ok(view::Report {
            stories: halves.iter().map(Half::row).collect(),
            frames: frames(&halves),
            datelines: halves.iter().map(Half::dateline).collect(),
            pairs,
            favoured: halves.iter().enumerate().map(|(own, half)| favoured(&residues, own, half)).collect(),
            minimum_run,
        })
    }

    /// Returns the shares of the first story and of each that are copied from each other; for the first itself, all.
    pub(super) fn copied(&self, halves: &[&Half<'_>], minimum_run: u32) -> Vec<view::Copied> {
        let minimum_run = minimum_run.max(1);
        let ids: Vec<&str> = halves.iter().map(|half| half.document.id.as_str()).collect();
        let all = self.background(&ids);
        let matrix = self.matrix(&all, minimum_run);
        let place = |id: &&str| all.iter().position(|document| document.id == *id);
        let places: Vec<usize> = ids.iter().filter_map(place).collect();
        let Some(&first) = places.first() else { return Vec::new() };
        places.iter().map(|&other| copied(&matrix, first, other, minimum_run)).collect()
    }
}

fn frames(halves: &[Half<'_>]) -> Vec<view::FrameRow> {
    let of_kind = |kind| {
        let cell = |half: &Half<'_>| {
            let blocks = half.document.blocks.iter().filter(|block| block.kind == kind);
            blocks.map(|block| half.quote(block.span)).collect()
        };
        view::FrameRow { kind, cells: halves.iter().map(cell).collect() }
    };
    KINDS.map(of_kind).into_iter().filter(|row| row.cells.iter().any(|cell| !cell.is_empty())).collect()
}

/// Builds a pair, except for the number of the story and the text copied in runs.
fn report_pair(a: &Half<'_>, b: &Half<'_>, alignment: &Alignment, options: Options) -> view::ReportPair {
    let headings = headings(a, b, options);
    let moved = alignment.pairs.iter().filter(|pair| pair.moved);
    view::ReportPair {
        story: 0,
        relation: Relation::of(a.side(), b.side(), alignment),
        reuse: reuse(alignment),
        copied: view::Copied::default(),
        aligned: saturating_u32(alignment.pairs.len()),
        identical: identical(alignment),
        counts: counts(alignment),
        effects: effects(a, b, alignment),
        facts: facts(alignment, &headings, a, b),
        headings,
        moved: moved
            .map(|pair| view::MovedPassage { a: a.numbered(pair.a), b: b.numbered(pair.b) })
            .collect(),
        dropped: alignment.only_a.iter().map(|&span| a.numbered(span)).collect(),
        added: alignment.only_b.iter().map(|&span| b.numbered(span)).collect(),
        changes: changes(a, b, alignment),
    }
}

/// Judges the differences of a pair.
fn judgements(a: &Half<'_>, b: &Half<'_>, pair: &compare::Pair) -> Vec<Judgement> {
    compare::effects((a.side(), pair.a), (b.side(), pair.b), &pair.differences)
}

/// Counts the differences of each effect.
fn effects(a: &Half<'_>, b: &Half<'_>, alignment: &Alignment) -> view::EffectCounts {
    let mut counts = view::EffectCounts::default();
    for pair in &alignment.pairs {
        judgements(a, b, pair).iter().for_each(|judgement| counts.add(judgement.effect));
    }
    counts
}

/// Groups identical changes, the weightiest first.
fn changes(a: &Half<'_>, b: &Half<'_>, alignment: &Alignment) -> Vec<view::ReportChange> {
    type DifferenceKey<'t> = (compare::DifferenceType, &'t str, &'t str);
    type Place<'p> = (&'p compare::Pair, &'p Difference, Judgement);
    let mut groups: BTreeMap<DifferenceKey<'_>, Vec<Place<'_>>> = BTreeMap::new();
    for pair in &alignment.pairs {
        for (found, judgement) in pair.differences.iter().zip(judgements(a, b, pair)) {
            let key = (found.kind, found.a.of(&a.document.text), found.b.of(&b.document.text));
            groups.entry(key).or_default().push((pair, found, judgement));
        }
    }
    let mut changes: Vec<view::ReportChange> = groups
        .into_iter()
        .map(|((kind, own, other), places)| {
            let detail = places[0].1.detail;
            // The same words may change more in one sentence than in another.
            let weightiest = places.iter().map(|place| &place.2).min_by_key(|judgement| judgement.effect);
            let judgement = weightiest.unwrap_or(&places[0].2);
            let place = |(pair, found, _): &Place<'_>| view::ChangePlace {
                a: range(&a.map, found.a),
                b: range(&b.map, found.b),
                a_number: a.number(pair.a),
                b_number: b.number(pair.b),
            };
            view::ReportChange {
                kind,
                effect: judgement.effect,
                subject: judgement.subject,
                value: judgement.values.as_ref().map(value_change),
                detail,
                regions: regions(detail, own, other),
                a: own.to_owned(),
                b: other.to_owned(),
                places: places.iter().map(place).collect(),
            }
        })
        .collect();
    changes.sort_by_key(|change| {
        (
            change.effect,
            change.kind,
            std::cmp::Reverse(change.places.len()),
            change.places.first().map(|place| (place.a, place.b)),
        )
    });
    changes
}

fn favoured(residues: &[Residue], own: usize, half: &Half<'_>) -> view::Favoured {
    let (reference_tokens, words) = favourites(residues, own, FAVOURED);
    let row = |found: compare::Favourite| {
        let places = residues[own].words.get(&found.word).map_or(&[][..], Vec::as_slice);
        let g2 = found.table.signed_g2();
        view::FavouredWord {
            word: places.first().map_or("", |span| span.of(&half.document.text)).to_owned(),
            frequency: found.frequency,
            reference: found.reference,
            g2,
            log_ratio: found.table.log_ratio(),
            p: p_value(g2),
            low_expected: found.table.low_expected(),
            places: places.iter().map(|&span| range(&half.map, span)).collect(),
        }
    };
    view::Favoured {
        tokens: residues[own].tokens,
        reference_tokens,
        rows: words.into_iter().map(row).collect(),
    }
}
