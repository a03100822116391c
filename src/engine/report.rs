//! The editorial report on how each paper treated one event.

use std::collections::BTreeMap;

use crate::compare::{
    self, Alignment, Difference, DifferenceType, Effect, Judgement, KINDS, Options, Relation, Residue,
    favourites, united,
};
use crate::corpus::Units;
use crate::stats::p_value;
use crate::text::{OrderBy, Span, saturating_u32};
use crate::view;

use super::half::Half;
use super::moved::MovedEffects;
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
                        ..self.report_pair(a, b, &alignment, options)
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

    /// Builds a pair, except for the number of the story and the text copied in runs.
    fn report_pair(
        &self,
        a: &Half<'_>,
        b: &Half<'_>,
        alignment: &Alignment,
        options: Options,
    ) -> view::ReportPair {
        let given = self.moved_effects(&a.document.id, &b.document.id);
        let mut headings = headings(a, b, options);
        headings.iter_mut().for_each(|heading| given.give(&mut heading.differences));
        let judged = judged(a, b, alignment, given);
        let mut effects = view::EffectCounts::default();
        judged.iter().for_each(|found| effects.add(found.judgement.effect));
        let moved = alignment.pairs.iter().filter(|pair| pair.moved);
        view::ReportPair {
            story: 0,
            relation: Relation::of(a.side(), b.side(), alignment),
            reuse: reuse(alignment),
            copied: view::Copied::default(),
            aligned: saturating_u32(alignment.pairs.len()),
            identical: identical(alignment),
            counts: counts(alignment),
            effects,
            facts: facts(alignment, &headings, a, b),
            headings,
            moved: moved
                .map(|pair| view::MovedPassage { a: a.numbered(pair.a), b: b.numbered(pair.b) })
                .collect(),
            dropped: alignment.only_a.iter().map(|&span| a.numbered(span)).collect(),
            added: alignment.only_b.iter().map(|&span| b.numbered(span)).collect(),
            changes: changes(a, b, judged),
        }
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

/// A difference of a pair with its judgement.
struct JudgedDifference<'a> {
    pair: &'a compare::Pair,
    found: &'a Difference,
    judgement: Judgement,
    /// The effect that the reader gave it.
    given: Option<Effect>,
}

/// Judges the differences of all pairs; an effect that the reader gave decides.
fn judged<'a>(
    a: &Half<'_>,
    b: &Half<'_>,
    alignment: &'a Alignment,
    given: MovedEffects<'_>,
) -> Vec<JudgedDifference<'a>> {
    let quoted =
        |half: &Half<'_>, span: Span| (range(&half.map, span), span.of(&half.document.text).to_owned());
    let of_pair = |pair: &'a compare::Pair| {
        let judgements = compare::effects((a.side(), pair.a), (b.side(), pair.b), &pair.differences);
        pair.differences.iter().zip(judgements).map(move |(found, judgement)| (pair, found, judgement))
    };
    let all = alignment.pairs.iter().flat_map(of_pair);
    all.map(|(pair, found, judgement)| {
        let ((own, words), (other, words_there)) = (quoted(a, found.a), quoted(b, found.b));
        let given = given.of((own, &words), (other, &words_there));
        let judgement = Judgement { effect: given.unwrap_or(judgement.effect), ..judgement };
        JudgedDifference { pair, found, judgement, given }
    })
    .collect()
}

/// Groups identical changes, the weightiest first; those that the reader moved are apart from others.
fn changes(a: &Half<'_>, b: &Half<'_>, judged: Vec<JudgedDifference<'_>>) -> Vec<view::ReportChange> {
    type DifferenceKey<'t> = (compare::DifferenceType, &'t str, &'t str, Option<Effect>);
    let mut groups: BTreeMap<DifferenceKey<'_>, Vec<JudgedDifference<'_>>> = BTreeMap::new();
    for difference in judged {
        let JudgedDifference { found, given, .. } = difference;
        let key = (found.kind, found.a.of(&a.document.text), found.b.of(&b.document.text), given);
        groups.entry(key).or_default().push(difference);
    }
    let mut changes: Vec<view::ReportChange> = groups
        .into_iter()
        .map(|((kind, own, other, _), places)| {
            let detail = places[0].found.detail;
            // The same words may change more in one sentence than in another.
            let weightiest =
                places.iter().map(|place| &place.judgement).min_by_key(|judgement| judgement.effect);
            let judgement = weightiest.unwrap_or(&places[0].judgement);
            let place = |JudgedDifference { pair, found, .. }: &JudgedDifference<'_>| view::ChangePlace {
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
                regions: regions(a.regional, detail, own, other),
                a: own.to_owned(),
                b: other.to_owned(),
                places: places.iter().map(place).collect(),
            }
        })
        .collect();
    changes.order_by_key(|change| {
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
