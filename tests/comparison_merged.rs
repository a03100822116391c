//! Pairs in which one paper cut into several sentences what another has in one: each difference is shown once, where it
//! stands, with what each paper really reads there.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at the first surprise")]
#![cfg(feature = "ssr")]

mod shared {
    pub(crate) mod drawing;
}

use std::collections::BTreeSet;
use std::fs;
use std::sync::Mutex;

use duidu::engine::{Ask, CompareQuestion, Engine, StoriesQuestion};
use duidu::ingest::{BlockKind, Story, StoryBlock};
use duidu::ui::comparing::compare::apparatus::{Apparatus, ApparatusProps};
use duidu::ui::comparing::compare::collation::{Side, Stop, stops};
use duidu::ui::comparing::compare::columns::{Columns, ComparisonProps};
use duidu::ui::comparing::compare::flow_column::FlowColumn;
use duidu::ui::comparing::compare::flowing_text::FlowingText;
use duidu::ui::comparing::compare::locked_rows::LockedRows;
use duidu::ui::routes::Shown;
use duidu::ui::shared::Shared;
use duidu::view::Comparison;
use shared::drawing::draw;
use yew::prelude::*;

fn engine(stories: &[(&str, &str)]) -> Engine {
    let model = fs::read("static/model/segmenter.bin").unwrap();
    let mut engine = Engine::open(model, |_, _, _| ()).unwrap();
    for (id, text) in stories {
        let blocks = vec![StoryBlock { kind: BlockKind::Paragraph, text: (*text).to_owned() }];
        engine.add(Story { id: (*id).to_owned(), blocks, ..Story::default() });
    }
    engine
}

fn compared(engine: &mut Engine, a: &str, b: &str) -> Comparison {
    let (a, b) = (a.to_owned(), b.to_owned());
    let question = CompareQuestion { a, b, fold_variants: false, ignore_punctuation: false, min_run: None };
    engine.ask(question.query()).unwrap()
}

/// What the next component draws: properties are made by a function that takes nothing.
static NEXT: Mutex<Option<Comparison>> = Mutex::new(None);
/// One test draws at a time.
static TURN: Mutex<()> = Mutex::new(());

fn next() -> Shared<Comparison> {
    Shared::new(NEXT.lock().unwrap().clone().unwrap())
}

fn listed() -> ApparatusProps {
    let comparison = next();
    let stops = Shared::new(stops(&comparison, Shown::default()));
    ApparatusProps { comparison, stops, current: None, onvisit: Callback::noop() }
}

fn laid() -> ComparisonProps {
    ComparisonProps {
        comparison: next(),
        shown: Shown::default(),
        heat: false,
        current: None,
        onfollow: Callback::noop(),
        heads: <(Html, Html)>::default(),
        at_least: u32::from(u16::MAX),
    }
}

/// The words of a piece of markup, without what only a screen reader is told.
fn words(markup: &str) -> String {
    let mut words = String::new();
    let mut unseen = false;
    for part in markup.split('<').skip(1) {
        let Some((tag, text)) = part.split_once('>') else { continue };
        if tag.contains("class=\"unseen\"") {
            unseen = true;
        } else if !std::mem::replace(&mut unseen, false) {
            words.push_str(text);
        }
    }
    words.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"")
}

/// The readings of each row of an apparatus: what both papers have there, in its context.
fn readings(markup: &str) -> Vec<[String; 2]> {
    let cells = |row: &str| -> Vec<String> {
        let cells = row.split("class=\"reading\"").skip(1).filter_map(|rest| rest.split("</td>").next());
        cells.map(|cell| words(&format!("<td{cell}"))).collect()
    };
    let rows = markup.split("<tr").map(cells);
    rows.filter_map(|cells| cells.try_into().ok()).collect()
}

const MERGED: [(&str, &str); 2] = [
    ("x", "渡輪昨夜在東面海域突然發生爆炸。救援人員今早抵達現場展開搜救。"),
    ("y", "渡輪昨夜在東面海域突然發生爆炸，救援人員今晚抵達碼頭展開搜救。"),
];

#[test]
fn each_paper_reads_in_the_apparatus_what_it_has() {
    let turn = TURN.lock();
    for (a, b) in [("x", "y"), ("y", "x")] {
        let found = compared(&mut engine(&MERGED), a, b);
        let [pair] = &found.pairs[..] else { panic!("one pair of one sentence and two: {:?}", found.pairs) };
        assert_eq!((pair.a_sentences, pair.b_sentences), if a == "x" { (2, 1) } else { (1, 2) });
        *NEXT.lock().unwrap() = Some(found.clone());
        let drawn = readings(&draw::<Apparatus>(listed));
        assert!(drawn.iter().flatten().all(|reading| !reading.contains('∅')), "{drawn:?}");
        for difference in &pair.differences {
            let row =
                |[own, other]: &&[String; 2]| own.contains(&difference.a) && other.contains(&difference.b);
            assert!(drawn.iter().any(|found| row(&found)), "{difference:?} in {drawn:?}");
        }
        assert!(
            drawn.iter().any(|[own, other]| (own.contains("今早") || own.contains("今晚")) && own != other)
        );
    }
    drop(turn);
}

#[test]
fn nothing_is_said_to_be_lacking_that_is_there() {
    let turn = TURN.lock();
    let mut several = 0;
    for comparison in bundled() {
        let mut stops = stops(&comparison, Shown::default());
        // The weightiest come first, and passages as wholes last.
        stops.sort_by_key(|stop| {
            stop.effect(&comparison).map_or((true, None), |effect| (false, Some(effect)))
        });
        several += comparison.pairs.iter().filter(|pair| pair.a_sentences + pair.b_sentences > 2).count();
        let lacking = |stop: &Stop| {
            [Side::A, Side::B].map(|side| match *stop {
                Stop::Only { side: found, .. } => found != side,
                Stop::Moved { .. } => false,
                Stop::Inside { .. } => {
                    let difference = stop.difference(&comparison).unwrap();
                    if side == Side::A { difference.a.is_empty() } else { difference.b.is_empty() }
                }
            })
        };
        let expected: Vec<[bool; 2]> = stops.iter().take(100).map(lacking).collect();
        *NEXT.lock().unwrap() = Some(comparison);
        let drawn = readings(&draw::<Apparatus>(listed));
        let found: Vec<[bool; 2]> =
            drawn.iter().map(|row| row.each_ref().map(|words| words.contains('∅'))).collect();
        assert_eq!(found, expected, "{drawn:?}");
    }
    assert!(several > 2, "{several} pairs of more than one sentence");
    drop(turn);
}

#[test]
fn in_every_layout_a_difference_has_one_place_and_is_put_in_once() {
    let turn = TURN.lock();
    let merged = [("x", "y"), ("y", "x")].map(|(a, b)| compared(&mut engine(&MERGED), a, b));
    for comparison in bundled().chain(merged) {
        let mut put_in: Vec<String> = comparison
            .pairs
            .iter()
            .filter(|pair| !pair.repeated)
            .flat_map(|pair| &pair.differences)
            .map(|difference| difference.b.clone())
            .filter(|b| !b.is_empty())
            .collect();
        let has_repeats = comparison.pairs.iter().any(|pair| pair.repeated);
        *NEXT.lock().unwrap() = Some(comparison);
        let flowing = draw::<FlowingText>(laid);
        for markup in [&flowing, &draw::<Columns>(laid), &draw::<LockedRows>(laid), &draw::<FlowColumn>(laid)]
        {
            let mut ids = BTreeSet::new();
            for id in markup.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
                assert!(ids.insert(id), "two elements are called {id}");
            }
        }
        if !has_repeats {
            let ins = flowing.split("<ins>").skip(2).filter_map(|rest| rest.split("</ins>").next());
            let mut drawn: Vec<String> = ins.map(|text| words(&format!("<ins>{text}"))).collect();
            drawn.sort();
            put_in.sort();
            assert_eq!(drawn, put_in);
        }
    }
    drop(turn);
}

/// Every two bundled stories of which one has a tenth of the other.
fn bundled() -> impl Iterator<Item = Comparison> {
    let mut engine = engine(&[]);
    let rows = engine.ask(StoriesQuestion::default().query()).unwrap();
    let ids: Vec<String> = rows.into_iter().map(|row| row.id).collect();
    let pairs: Vec<(String, String)> = ids
        .iter()
        .flat_map(|a| ids.iter().filter(move |b| *b != a).map(|b| (a.clone(), b.clone())))
        .collect();
    pairs
        .into_iter()
        .map(move |(a, b)| compared(&mut engine, &a, &b))
        .filter(|found| found.reuse.a_in_b.max(found.reuse.b_in_a) > 0.1)
}
