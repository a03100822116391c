//! The facts that two short stories tell each in its own way.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use std::fs;

use duidu::engine::{Ask, Engine, FactsQuestion};
use duidu::ingest::{BlockKind, Story, StoryBlock};
use duidu::view::FactKind;

const FIRST: &str = "長青地產昨日宣布，元朗項目延至明年三月入伙，涉及約五百戶。漁業部長巴圖爾指出，海水倒灌五年前已經發生。\
肇事司機姓丁，出事時約七時。事主阿珊說，消防員約半小時後到場。團體「晨星」表示會跟進。";

const SECOND: &str = "發展商長青表示，512戶要等到2027年3月。部長巴圖爾說2021年有過倒灌。丁姓司機在七時零五分失控撞欄。\
消防在三十一分鐘後抵達。";

/// Returns the rows of both stories, as kind, words of each and whether they agree.
fn rows() -> Vec<(FactKind, String, String, bool)> {
    let model = fs::read("static/model/segmenter.bin").unwrap();
    let mut engine = Engine::open(model, |_, _, _| ()).unwrap();
    let ids = ["one", "two"].map(str::to_owned);
    for (id, text) in ids.iter().zip([FIRST, SECOND]) {
        engine.add(Story {
            id: id.clone(),
            page: id.clone(),
            paper: id.clone(),
            date: "2026-05-12".to_owned(),
            blocks: vec![StoryBlock { kind: BlockKind::Paragraph, text: text.to_owned() }],
            ..Story::default()
        });
    }
    let sheet = engine.ask(FactsQuestion { ids: ids.to_vec() }.query()).unwrap();
    let words = |row: &duidu::view::FactSheetRow, story: usize| {
        row.cells[story].as_ref().map_or_else(String::new, |cell| cell.text.clone())
    };
    sheet.rows.iter().map(|row| (row.kind, words(row, 0), words(row, 1), row.agree)).collect()
}

#[test]
fn facts_are_matched_across_writings() {
    let rows = rows();
    for (kind, a, b) in [
        (FactKind::Organisation, "長青地產", "長青"),
        (FactKind::Organisation, "晨星", ""),
        (FactKind::Person, "巴圖爾", "巴圖爾"),
        (FactKind::Person, "姓丁", "丁姓司機"),
        (FactKind::Person, "阿珊", ""),
        (FactKind::Date, "明年三月", "2027年3月"),
        (FactKind::Date, "五年前", "2021年"),
        (FactKind::Date, "約七時", "七時零五分"),
        (FactKind::Number, "約五百戶", "512戶"),
        (FactKind::Number, "約半小時", "三十一分鐘"),
    ] {
        assert!(rows.contains(&(kind, a.to_owned(), b.to_owned(), true)), "{kind:?} {a} {b}: {rows:#?}");
    }
}
