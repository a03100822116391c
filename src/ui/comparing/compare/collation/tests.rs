//! A small comparison, and its reading order.

use super::*;
use crate::corpus::BlockKind;
use crate::ui::routes::{MarkKind, Marks, Shown};
use crate::view::{
    ComparedBlock, DifferenceCounts, DifferenceType, DifferenceView, Effect, EffectCounts, Facts, PairView,
    Range, Relation, ReuseView, StoryRow, Strength, TextPiece,
};

fn sentence(number: u32, pairs: &[u32], pieces: &[(&str, Option<u32>)]) -> ComparedSentence {
    let pieces =
        pieces.iter().map(|(text, difference)| TextPiece { text: (*text).into(), difference: *difference });
    ComparedSentence {
        number,
        range: Range::default(),
        shared: 0.0,
        pairs: pairs.to_vec(),
        pieces: pieces.collect(),
    }
}

fn story(id: &str, paper: &str, blocks: Vec<ComparedBlock>) -> ComparedStory {
    let row = StoryRow {
        id: id.into(),
        page: id[..3].into(),
        paper: paper.into(),
        date: "2025-01-22".into(),
        series: String::new(),
        file: String::new(),
        tags: Vec::new(),
        headline: "題".into(),
        opening: String::new(),
        characters: 40,
        tokens: 20,
    };
    let sentences = blocks.iter().flat_map(|block| &block.sentences).filter(|found| found.number > 0).count();
    ComparedStory { row, blocks, sentences: sentences as u32 }
}

fn block(kind: BlockKind, sentences: Vec<ComparedSentence>) -> ComparedBlock {
    ComparedBlock { kind, sentences }
}

fn pair(a_number: u32, b_number: u32, moved: bool, differences: Vec<DifferenceView>) -> PairView {
    let (a, b) = (Range::default(), Range::default());
    PairView {
        strength: Strength::Same,
        a,
        b,
        a_number,
        b_number,
        score: 1.0,
        moved,
        repeated: false,
        a_sentences: 1,
        b_sentences: 1,
        differences,
    }
}

/// Returns two stories: a pair with a variant, a pair that moved, and a sentence of its own on each side.
pub(crate) fn sample() -> Comparison {
    let variant = DifferenceView {
        kind: DifferenceType::Variant,
        a: "台".into(),
        b: "臺".into(),
        a_range: Range { start: 1, end: 2 },
        b_range: Range { start: 1, end: 2 },
        detail: None,
        regions: None,
        effect: Effect::Form,
        judged: None,
        subject: None,
        value: None,
    };
    let a = story(
        "003-1",
        "大公報",
        vec![
            block(BlockKind::Headline, vec![sentence(0, &[], &[("甲題", None)])]),
            block(
                BlockKind::Paragraph,
                vec![
                    sentence(1, &[0], &[("平", None), ("台", Some(0)), ("密切。", None)]),
                    sentence(2, &[], &[("獨有。", None)]),
                    sentence(3, &[1], &[("移位。", None)]),
                ],
            ),
        ],
    );
    let b = story(
        "004-1",
        "香港文匯報",
        vec![
            block(BlockKind::Headline, vec![sentence(0, &[], &[("乙題", None)])]),
            block(BlockKind::Paragraph, vec![sentence(1, &[1], &[("移位。", None)])]),
            block(
                BlockKind::Paragraph,
                vec![
                    sentence(2, &[0], &[("平", None), ("臺", Some(0)), ("密切。", None)]),
                    sentence(3, &[], &[("另有。", None)]),
                ],
            ),
        ],
    );
    Comparison {
        a,
        b,
        relation: Relation::Shared,
        copied: None,
        reuse: ReuseView { a_in_b: 0.8, b_in_a: 0.75 },
        pairs: vec![pair(1, 2, false, vec![variant]), pair(3, 1, true, Vec::new())],
        related: Vec::new(),
        only_a: vec![Range::default()],
        only_b: vec![Range::default()],
        counts: DifferenceCounts { variant: 1, ..DifferenceCounts::default() },
        effects: EffectCounts { form: 1, ..EffectCounts::default() },
        identical: 1,
        headings: Vec::new(),
        facts: Facts::default(),
    }
}

fn place(block: usize, sentence: usize) -> SentencePlace {
    SentencePlace { block, sentence }
}

#[test]
fn the_column_follows_the_first_story() {
    let expected = [
        FlowRow::Apart(Side::A, 0),
        FlowRow::Apart(Side::B, 0),
        FlowRow::Pair { pair: 0, a: place(1, 0), b: Some(place(2, 0)) },
        FlowRow::Only(Side::B, place(2, 1)),
        FlowRow::Only(Side::A, place(1, 1)),
        FlowRow::Pair { pair: 1, a: place(1, 2), b: Some(place(1, 0)) },
    ];
    assert_eq!(flow(&sample()), expected);
}

#[test]
fn the_parts_of_a_split_sentence_stand_together() {
    let mut comparison = sample();
    comparison.pairs[0].b_sentences = 2;
    comparison.b.blocks[2].sentences[1].pairs = vec![0];
    let rows = flow(&comparison);
    assert_eq!(rows[2], FlowRow::Pair { pair: 0, a: place(1, 0), b: Some(place(2, 0)) });
    assert_eq!(rows[3], FlowRow::Rest { pair: 0, b: place(2, 1) });
    assert_eq!(rows.len(), 6);
}

/// Returns the small comparison with its two sentences of one side related to each other.
fn with_related() -> Comparison {
    let mut comparison = sample();
    comparison.related = vec![PairView { strength: Strength::Related, ..pair(2, 3, false, Vec::new()) }];
    comparison
}

#[test]
fn related_sentences_are_beside_each_other_and_on_neither_side_alone() {
    let comparison = with_related();
    let expected = [
        FlowRow::Apart(Side::A, 0),
        FlowRow::Apart(Side::B, 0),
        FlowRow::Pair { pair: 0, a: place(1, 0), b: Some(place(2, 0)) },
        FlowRow::Related { a: place(1, 1), b: place(2, 1) },
        FlowRow::Pair { pair: 1, a: place(1, 2), b: Some(place(1, 0)) },
    ];
    assert_eq!(flow(&comparison), expected);
    assert_eq!(stops(&comparison, Shown::default()).len(), 2, "a link is no difference");
    assert_eq!(count(&comparison, MarkKind::Only, None), 0);
    let (_, sentence) = sentences(&comparison.a).nth(1).unwrap();
    assert_eq!(links(&comparison, Side::A, sentence), [2], "after the two pairs");
}

#[test]
fn a_sentence_related_to_a_paired_one_keeps_its_place() {
    let mut comparison = with_related();
    comparison.related[0].a_number = 1;
    let rows = flow(&comparison);
    assert_eq!(rows[3], FlowRow::Linked(Side::B, place(2, 1)));
    assert_eq!(rows[4], FlowRow::Only(Side::A, place(1, 1)));
    assert_eq!(count(&comparison, MarkKind::Only, None), 1);
}

#[test]
fn every_sentence_stands_in_some_row() {
    let comparison = sample();
    for (place, _) in sentences(&comparison.b) {
        let stands = flow(&comparison).into_iter().any(|row| match row {
            FlowRow::Only(Side::B, found) => found == place,
            FlowRow::Pair { b, .. } => b == Some(place),
            _ => false,
        });
        assert!(stands, "{place:?}");
    }
}

#[test]
fn stops_are_walked_in_reading_order_and_filtered() {
    let comparison = sample();
    let all = stops(&comparison, Shown::default());
    let expected = [
        Stop::Inside { pair: 0, index: 0 },
        Stop::Only { side: Side::B, place: place(2, 1) },
        Stop::Only { side: Side::A, place: place(1, 1) },
        Stop::Moved { pair: 1 },
    ];
    assert_eq!(all, expected);
    let hidden = Shown { marks: Marks::default().toggled(MarkKind::Only), effect: None };
    assert_eq!(stops(&comparison, hidden), [expected[0], expected[3]]);
    let of = |effect: Effect| stops(&comparison, Shown { effect: Some(effect), ..Shown::default() });
    assert_eq!(of(Effect::Form), [expected[0]], "passages as wholes have no effect");
    assert_eq!(of(Effect::Fact), []);
}

#[test]
fn kinds_are_counted() {
    let comparison = sample();
    let counts = MarkKind::ALL.map(|kind| count(&comparison, kind, None));
    assert_eq!(counts, [1, 0, 0, 0, 0, 0, 1, 2]);
    assert_eq!(paired(&comparison.a), 2);
}
