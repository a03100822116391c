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

/// A row: its kind, the words of each story, and whether they agree.
type Row = (FactKind, String, String, bool);

/// Returns the rows of two stories.
fn rows(texts: [&str; 2]) -> Vec<Row> {
    let model = fs::read("static/model/segmenter.bin").unwrap();
    let mut engine = Engine::open(model, |_, _, _| ()).unwrap();
    let ids = ["one", "two"].map(str::to_owned);
    for (id, text) in ids.iter().zip(texts) {
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
    let rows = rows([FIRST, SECOND]);
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

const THIRD: &str = "國家主席習近平昨晚與俄羅斯總統普京視頻會晤，中俄兩國達成多項共識。普京表示，願在新的一年擴大高水平合作。\
市長龔正在會上說，兩市每年互訪一次。教授盛九元認為，這座城市的維度很廣。法官判被告入獄一年。";

#[test]
fn names_are_judged_by_the_words_around_them_and_by_the_trained_layer() {
    let rows = rows([THIRD, "普京昨晚表示，俄羅斯願意合作。"]);
    let has = |kind: FactKind, word: &str| rows.iter().any(|(of, a, _, _)| *of == kind && a == word);
    for person in ["習近平", "普京", "龔正", "盛九元"] {
        assert!(has(FactKind::Person, person), "{person}: {rows:#?}");
    }
    assert!(has(FactKind::Source, "普京") && has(FactKind::Place, "俄羅斯"), "{rows:#?}");
    // A judge of the rules alone took these for a place, people and amounts.
    for word in
        ["普京", "中俄", "達成", "高水平", "維度", "城市", "龔正在", "九元", "兩市", "新的一年", "一年"]
    {
        let is_name = [FactKind::Place, FactKind::Organisation].iter().any(|&kind| has(kind, word));
        assert!(!is_name, "{word} is no place or body: {rows:#?}");
    }
    for word in ["高水平", "龔正在", "達成"] {
        assert!(!has(FactKind::Person, word), "{word} is nobody: {rows:#?}");
    }
    let years = rows.iter().filter(|(kind, a, _, _)| *kind == FactKind::Number && a == "一年");
    assert_eq!(years.count(), 1, "a sentence of a year, but no new year: {rows:#?}");
    assert!(!has(FactKind::Number, "九元") && !has(FactKind::Number, "兩市"), "{rows:#?}");
}
