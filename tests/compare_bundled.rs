//! Every two bundled stories compared, a quarter of them in the other modes and by coarse words too, with each choice of
//! what is left out in turn.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at the first surprise")]

use std::collections::BTreeMap;
use std::fs;
use std::thread;

use duidu::corpus::{Mode, Scope, Terms, Units};
use duidu::engine::{Ask, CompareQuestion, Engine, StoriesQuestion, StoryTextQuestion};
use duidu::view::{
    Comparison, DifferenceCounts, DifferenceType, DifferenceView, EffectCounts, PairView, Range,
};

fn engine() -> Engine {
    let model = fs::read("static/model/segmenter.bin").unwrap();
    let mut engine = Engine::open(model, |_, _, _| ()).unwrap();
    engine.load_dictionary(&fs::read("static/dictionary/jieba.txt").unwrap(), |_, _, _| ()).unwrap();
    engine
}

/// A story's text in UTF-16, as JavaScript sees it.
type Texts = BTreeMap<String, Vec<u16>>;

fn texts(engine: &mut Engine) -> Texts {
    let rows = engine.ask(StoriesQuestion { scope: Scope::All }.query()).unwrap();
    let mut text = |id: &str| {
        let text = engine.ask(StoryTextQuestion { id: id.to_owned() }.query()).unwrap();
        text.encode_utf16().collect()
    };
    rows.into_iter().map(|row| (row.id.clone(), text(&row.id))).collect()
}

fn compared(engine: &mut Engine, ids: (&str, &str), leave_out: (bool, bool), units: Units) -> Comparison {
    let question = CompareQuestion {
        a: ids.0.to_owned(),
        b: ids.1.to_owned(),
        fold_variants: leave_out.0,
        ignore_punctuation: leave_out.1,
        min_run: None,
    };
    engine.ask(question.over(units)).unwrap_or_else(|error| panic!("{ids:?} in {units:?}: {error}"))
}

/// The words at a range, which must lie on character boundaries.
fn at(text: &[u16], range: Range) -> String {
    String::from_utf16(&text[range.start as usize..range.end as usize]).unwrap()
}

fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// Checks that differences are in order and apart, say what stands at their places, and make `b` of `a`.
fn check(pair: &PairView, a: &[u16], b: &[u16]) {
    let mut made = String::new();
    let mut end = (pair.a.start, pair.b.start);
    for found in &pair.differences {
        assert!(end.0 <= found.a_range.start && end.1 <= found.b_range.start, "they overlap: {pair:?}");
        assert_eq!((&found.a, &found.b), (&at(a, found.a_range), &at(b, found.b_range)));
        made += &at(a, Range { start: end.0, end: found.a_range.start });
        made += &found.b;
        end = (found.a_range.end, found.b_range.end);
    }
    assert!(end.0 <= pair.a.end && end.1 <= pair.b.end, "{pair:?}");
    made += &at(a, Range { start: end.0, end: pair.a.end });
    assert_eq!(bare(&made), bare(&at(b, pair.b)), "{pair:?}");
}

/// Leaves out the changes in per cent, which are of the side they are read from.
fn without_changes(pairs: &[PairView]) -> Vec<PairView> {
    let mut pairs = pairs.to_vec();
    for found in pairs.iter_mut().flat_map(|pair| &mut pair.differences) {
        found.value.iter_mut().for_each(|value| value.change = None);
    }
    pairs
}

/// A comparison read from the other side: its pairs alone.
fn mirrored(pairs: &[PairView]) -> Vec<PairView> {
    let turned = |found: &DifferenceView| DifferenceView {
        kind: match found.kind {
            DifferenceType::Addition => DifferenceType::Omission,
            DifferenceType::Omission => DifferenceType::Addition,
            other => other,
        },
        a: found.b.clone(),
        b: found.a.clone(),
        a_range: found.b_range,
        b_range: found.a_range,
        regions: found.regions.clone().map(|of| duidu::view::Regions { a: of.b, b: of.a }),
        value: found.value.clone().map(|of| duidu::view::ValueChange { a: of.b, b: of.a, ..of }),
        ..found.clone()
    };
    let mut pairs: Vec<PairView> = pairs
        .iter()
        .map(|pair| PairView {
            a: pair.b,
            b: pair.a,
            a_number: pair.b_number,
            b_number: pair.a_number,
            a_sentences: pair.b_sentences,
            b_sentences: pair.a_sentences,
            differences: pair.differences.iter().map(turned).collect(),
            ..pair.clone()
        })
        .collect();
    pairs.sort_by_key(|pair| (pair.a.start, pair.a.end, pair.b.start, pair.b.end));
    pairs
}

/// Checks that leaving types out leaves out their differences and changes nothing else.
fn check_left_out(all: &Comparison, some: &Comparison, leave_out: (bool, bool)) {
    let mut pairs = all.pairs.clone();
    let mut counts = DifferenceCounts::default();
    for pair in &mut pairs {
        pair.differences.retain(|found| match found.kind {
            DifferenceType::Variant => !leave_out.0,
            DifferenceType::Punctuation => !leave_out.1,
            _ => true,
        });
        pair.differences.iter().for_each(|found| counts.add(found.kind));
    }
    assert_eq!(some.pairs, pairs);
    assert_eq!(some.counts, counts);
    assert_eq!(some.effects, EffectCounts::over(&pairs));
    assert_eq!((&some.only_a, &some.only_b, some.reuse), (&all.only_a, &all.only_b, all.reuse));
}

/// Compares stories with every other one, of each `every` pairs one; returns how many pairs of stories that were.
fn compare_all(units: Units, every: usize) -> usize {
    let mut engine = engine();
    let texts = texts(&mut engine);
    let places: BTreeMap<&str, usize> = texts.keys().map(String::as_str).zip(0..).collect();
    let mut forth: BTreeMap<(&str, &str), Comparison> = BTreeMap::new();
    let mut done = 0;
    for (a, text_a) in &texts {
        for (b, text_b) in texts.iter().filter(|(b, _)| *b != a) {
            // The same for both directions.
            let turn = places[a.as_str()] + places[b.as_str()];
            if !turn.is_multiple_of(every) {
                continue;
            }
            let found = compared(&mut engine, (a, b), (false, false), units);
            found.pairs.iter().for_each(|pair| check(pair, text_a, text_b));
            // The other way round the whole comparison is the mirror of this one, as is checked below.
            let choices = [(true, false), (false, true), (true, true)];
            let in_turn = places[b.as_str()].saturating_sub(places[a.as_str()]) % choices.len();
            if let Some(&leave_out) = choices.get(in_turn).filter(|_| a < b) {
                let some = compared(&mut engine, (a, b), leave_out, units);
                check_left_out(&found, &some, leave_out);
            }
            if let Some(forth) = forth.remove(&(b.as_str(), a.as_str())) {
                let back = without_changes(&mirrored(&forth.pairs));
                assert_eq!(without_changes(&found.pairs), back, "{a} and {b}");
                assert_eq!((&found.only_a, &found.only_b), (&forth.only_b, &forth.only_a));
            } else {
                forth.insert((a, b), found);
            }
            done += 1;
        }
    }
    assert!(forth.is_empty());
    done
}

#[test]
fn every_two_bundled_stories_are_compared_and_some_of_them_in_every_mode() {
    let units = |mode, terms| Units { mode, terms };
    let all = [
        (units(Mode::Accurate, Terms::Fine), 1),
        (units(Mode::Accurate, Terms::Coarse), 4),
        (units(Mode::Fast, Terms::Fine), 4),
        (units(Mode::Character, Terms::Fine), 4),
    ];
    let threads = all.map(|(units, every)| (every, thread::spawn(move || compare_all(units, every))));
    for (every, thread) in threads {
        assert!(thread.join().unwrap() >= 26 * 25 / every - 26);
    }
}
