//! Two stories side by side, ready to be drawn.

use crate::compare::{self, Alignment, Options, Relation, Side};
use crate::corpus::{BlockKind, Units};
use crate::lexicon::RegionalWording;
use crate::text::value::{Quantity, QuantityKind, ValueRelation, change};
use crate::text::{Span, Utf16Map, saturating_u32};
use crate::view;

use super::half::{Half, PairMark};
use super::reading::range;
use super::similarity::rounded;
use super::{CompareQuestion, Engine, EngineError};

impl Engine {
    /// Returns a story, to be compared with others.
    pub(super) fn half(&self, units: Units, id: &str) -> Result<Half<'_>, EngineError> {
        Ok(Half::new(self.document(units, id)?, self.segmenters.regional()))
    }

    pub(super) fn compare(
        &self,
        units: Units,
        question: &CompareQuestion,
    ) -> Result<view::Comparison, EngineError> {
        let options = question.options();
        let (a, b) = (self.half(units, &question.a)?, self.half(units, &question.b)?);
        let copied = question.min_run.map(|min_run| self.copied(&[&a, &b], min_run)[1]);
        let alignment = compare::compare(a.side(), b.side(), options);
        let related = compare::related(a.side(), b.side(), &alignment);
        let moved = self.moved_effects(&question.a, &question.b);
        let mut headings = headings(&a, &b, options);
        headings.iter_mut().for_each(|heading| moved.give(&mut heading.differences));
        let (shared_a, shared_b) = alignment.shared();
        let mut comparison = view::Comparison {
            relation: Relation::of(a.side(), b.side(), &alignment),
            reuse: reuse(&alignment),
            copied,
            pairs: pairs(&alignment, &a, &b),
            only_a: alone(&a, &alignment.only_a, related.iter().map(|pair| pair.a).collect()),
            only_b: alone(&b, &alignment.only_b, related.iter().map(|pair| pair.b).collect()),
            related: related.iter().map(|pair| related_pair(pair, &a, &b)).collect(),
            counts: counts(&alignment),
            effects: view::EffectCounts::default(),
            identical: identical(&alignment),
            facts: facts(&alignment, &headings, &a, &b),
            headings,
            a: a.drawn(&marks(&alignment, |pair| pair.a, |difference| difference.a), &shared_a),
            b: b.drawn(&marks(&alignment, |pair| pair.b, |difference| difference.b), &shared_b),
        };
        comparison.pairs.iter_mut().for_each(|pair| moved.give(&mut pair.differences));
        comparison.effects = view::EffectCounts::over(&comparison.pairs);
        Ok(comparison)
    }
}

fn marks(
    alignment: &Alignment,
    passage: impl Fn(&compare::Pair) -> Span,
    place: impl Fn(&compare::Difference) -> Span,
) -> Vec<PairMark> {
    (0..)
        .zip(&alignment.pairs)
        .map(|(index, pair)| PairMark {
            pair: index,
            passage: passage(pair),
            closeness: (!pair.repeated, pair.score),
            differences: pair.differences.iter().map(&place).collect(),
        })
        .collect()
}

/// Returns the share of each text that is found in the other.
pub(super) fn reuse(alignment: &Alignment) -> view::ReuseView {
    view::ReuseView { a_in_b: alignment.reuse.a_in_b, b_in_a: alignment.reuse.b_in_a }
}

/// Counts the differences of each type.
pub(super) fn counts(alignment: &Alignment) -> view::DifferenceCounts {
    let mut counts = view::DifferenceCounts::default();
    for difference in alignment.pairs.iter().flat_map(|pair| &pair.differences) {
        counts.add(difference.kind);
    }
    counts
}

/// Returns the number of pairs without any difference.
pub(super) fn identical(alignment: &Alignment) -> u32 {
    saturating_u32(alignment.pairs.iter().filter(|pair| pair.differences.is_empty()).count())
}

/// Returns the regions of the words of a regional difference.
pub(super) fn regions(
    regional: &RegionalWording,
    detail: Option<compare::Detail>,
    a: &str,
    b: &str,
) -> Option<view::Regions> {
    (detail == Some(compare::Detail::Regional))
        .then(|| regional.pair(a, b))
        .flatten()
        .map(|pair| view::Regions { a: pair.a.to_vec(), b: pair.b.to_vec() })
}

/// A text with its map to UTF-16 offsets.
pub(super) type Text<'a> = (&'a str, &'a Utf16Map<'a>);

/// Builds the views of the differences between two passages, each judged.
pub(super) fn differences(
    (a, map_a, passage_a): (Side<'_>, &Utf16Map<'_>, Span),
    (b, map_b, passage_b): (Side<'_>, &Utf16Map<'_>, Span),
    all: &[compare::Difference],
) -> Vec<view::DifferenceView> {
    let judgements = compare::effects((a, passage_a), (b, passage_b), all);
    let judged = all.iter().zip(judgements);
    judged
        .map(|(found, judgement)| difference(found, judgement, (a.text, map_a), (b.text, map_b), a.regional))
        .collect()
}

/// Builds the view of a difference between two texts.
fn difference(
    found: &compare::Difference,
    judgement: compare::Judgement,
    (a, map_a): Text<'_>,
    (b, map_b): Text<'_>,
    regional: &RegionalWording,
) -> view::DifferenceView {
    let (own, other) = (found.a.of(a), found.b.of(b));
    view::DifferenceView {
        kind: found.kind,
        a: own.to_owned(),
        b: other.to_owned(),
        a_range: range(map_a, found.a),
        b_range: range(map_b, found.b),
        detail: found.detail,
        regions: regions(regional, found.detail, own, other),
        effect: judgement.effect,
        judged: None,
        subject: judgement.subject,
        value: judgement.values.as_ref().map(value_change),
    }
}

/// Builds the view of the values that a difference concerns.
pub(super) fn value_change(values: &compare::Values) -> view::ValueChange {
    let shown = |quantity: &Quantity| view::ValueView {
        value: quantity.number(),
        to: quantity.to(),
        unit: quantity.unit.name.to_owned(),
        approximate: quantity.is_approximate(),
        kind: match quantity.kind {
            QuantityKind::Number => view::ValueKind::Number,
            QuantityKind::Percent => view::ValueKind::Percent,
            QuantityKind::Money => view::ValueKind::Money,
            QuantityKind::Date => view::ValueKind::Date,
            QuantityKind::Time => view::ValueKind::Time,
            QuantityKind::Age => view::ValueKind::Age,
            QuantityKind::Ordinal => view::ValueKind::Ordinal,
        },
    };
    let relation = match values.relation {
        ValueRelation::Same => view::ValueRelation::Same,
        ValueRelation::Precision => view::ValueRelation::Precision,
        ValueRelation::Other => view::ValueRelation::Other,
    };
    let both = values.a.as_ref().zip(values.b.as_ref());
    view::ValueChange {
        a: values.a.as_ref().map(shown),
        b: values.b.as_ref().map(shown),
        same: values.relation == ValueRelation::Same,
        relation,
        change: both.filter(|_| values.relation != ValueRelation::Same).and_then(|(a, b)| change(a, b)),
    }
}

pub(super) fn headings(a: &Half<'_>, b: &Half<'_>, options: Options) -> Vec<view::HeadingView> {
    let blocks = |half: &Half<'_>| -> Vec<_> {
        half.document.blocks.iter().map(|block| (block.kind, block.span)).collect()
    };
    compare::headings((a.side(), &blocks(a)), (b.side(), &blocks(b)), options)
        .into_iter()
        .map(|heading| view::HeadingView {
            kind: heading.kind,
            a: heading.a.map(|span| a.quote(span)),
            b: heading.b.map(|span| b.quote(span)),
            alike: heading.alike,
            differences: heading.a.zip(heading.b).map_or_else(Vec::new, |(passage_a, passage_b)| {
                differences(
                    (a.side(), &a.map, passage_a),
                    (b.side(), &b.map, passage_b),
                    &heading.differences,
                )
            }),
        })
        .collect()
}

pub(super) fn facts(
    alignment: &Alignment,
    headings: &[view::HeadingView],
    a: &Half<'_>,
    b: &Half<'_>,
) -> view::Facts {
    let text = |quote: &Option<view::Quote>| quote.as_ref().map(|quote| quote.text.clone());
    let differs = |kind: BlockKind| {
        let mut of_kind = headings.iter().filter(|heading| heading.kind == kind);
        of_kind.any(|heading| text(&heading.a) != text(&heading.b))
    };
    let firm = || alignment.pairs.iter().filter(|pair| !pair.repeated);
    let count = |of: &dyn Fn(&&compare::Pair) -> bool| saturating_u32(firm().filter(of).count());
    let details = |detail| {
        let differences = alignment.pairs.iter().flat_map(|pair| &pair.differences);
        saturating_u32(differences.filter(|difference| difference.detail == Some(detail)).count())
    };
    let (dateline_a, dateline_b) = (a.dateline(), b.dateline());
    view::Facts {
        headline: differs(BlockKind::Headline),
        dateline: text(&dateline_a) != text(&dateline_b),
        byline: differs(BlockKind::Byline),
        dateline_a,
        dateline_b,
        moved: count(&|pair| pair.moved),
        split: count(&|pair| a.sentences_in(pair.a) < b.sentences_in(pair.b)),
        merged: count(&|pair| a.sentences_in(pair.a) > b.sentences_in(pair.b)),
        script: details(compare::Detail::Script),
        regional: details(compare::Detail::Regional),
    }
}

fn pairs(alignment: &Alignment, a: &Half<'_>, b: &Half<'_>) -> Vec<view::PairView> {
    let pair = |pair: &compare::Pair| view::PairView {
        strength: view::Strength::Same,
        a: range(&a.map, pair.a),
        b: range(&b.map, pair.b),
        a_number: a.number(pair.a),
        b_number: b.number(pair.b),
        score: pair.score,
        moved: pair.moved,
        repeated: pair.repeated,
        a_sentences: a.sentences_in(pair.a),
        b_sentences: b.sentences_in(pair.b),
        differences: differences((a.side(), &a.map, pair.a), (b.side(), &b.map, pair.b), &pair.differences),
    };
    alignment.pairs.iter().map(pair).collect()
}

fn related_pair(pair: &compare::Related, a: &Half<'_>, b: &Half<'_>) -> view::PairView {
    view::PairView {
        strength: view::Strength::Related,
        a: range(&a.map, pair.a),
        b: range(&b.map, pair.b),
        a_number: a.number(pair.a),
        b_number: b.number(pair.b),
        score: rounded(pair.score),
        moved: false,
        repeated: false,
        a_sentences: 1,
        b_sentences: 1,
        differences: Vec::new(),
    }
}

/// Returns the sentences without a partner that are not related to any either.
fn alone(half: &Half<'_>, unpaired: &[Span], mut related: Vec<Span>) -> Vec<view::Range> {
    related.sort_unstable();
    let is_alone = |span: &&Span| related.binary_search(span).is_err();
    unpaired.iter().filter(is_alone).map(|&span| range(&half.map, span)).collect()
}
