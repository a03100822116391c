//! The names of texts written for this test, as the model of this build and the second pass find them.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use duidu::corpus::{Block, BlockKind, Document};
use duidu::engine::{Ask, DictionaryEdit, EditDictionary, Engine, EntitiesQuestion};
use duidu::text::Span;
use duidu::view::EntityKind;

const MODEL: &str = "static/model/segmenter.bin";

fn names(text: &str, dictionary: &str) -> Vec<(String, EntityKind, u32)> {
    let mut engine = Engine::without_stories(std::fs::read(MODEL).unwrap(), Default::default()).unwrap();
    let blocks = vec![Block { kind: BlockKind::Paragraph, span: Span::new(0, text.len()) }];
    engine.add_document(Document {
        id: "1".into(),
        page: String::new(),
        paper: String::new(),
        date: String::new(),
        series: String::new(),
        file: String::new(),
        tags: Vec::new(),
        script: None,
        headline: String::new(),
        text: text.into(),
        blocks,
        warnings: Vec::new(),
    });
    engine.ask(EditDictionary { edit: DictionaryEdit::Import { text: dictionary.into() } }.query()).unwrap();
    let found = engine.ask(EntitiesQuestion::default().query()).unwrap();
    found.rows.into_iter().map(|row| (row.name, row.kind, row.frequency)).collect()
}

#[test]
fn people_are_found_by_compound_surnames_titles_and_the_end_of_a_foreign_name() {
    let person = |name: &str, frequency| (name.to_owned(), EntityKind::Person, frequency);
    for (text, wanted) in [
        ("記者司徒永華昨日採訪。", person("司徒永華", 1)),
        ("校長諸葛志強表示歡迎。", person("諸葛志強", 1)),
        ("日本首相石破茂在東京會面。", person("石破茂", 1)),
        ("局長陳美寶表示會跟進。陳局長又說，事件已經完結。", person("陳美寶", 2)),
        ("法國總統埃馬紐埃爾·馬克龍抵達北京。馬克龍說支持。", person("埃馬紐埃爾·馬克龍", 2)),
        ("世界衛生組織總幹事譚德塞表示感謝。", person("譚德塞", 1)),
        ("香港大學教授黃錦輝和李佩珊獲獎。", person("李佩珊", 1)),
    ] {
        let found = names(text, "");
        assert!(found.contains(&wanted), "{text} {found:?}");
    }
}

#[test]
fn the_part_of_speech_in_the_readers_dictionary_decides() {
    let text = "香港大學教授黃錦輝獲獎。";
    let has =
        |dictionary: &str, name: &str| names(text, dictionary).iter().find(|of| of.0 == name).map(|of| of.1);
    assert_eq!(has("", "黃錦輝"), Some(EntityKind::Person));
    assert_eq!(has("黃錦輝 n", "黃錦輝"), None);
    assert_eq!(has("黃錦輝 ns", "黃錦輝"), Some(EntityKind::Place));
}

#[test]
fn no_text_is_too_odd_and_places_are_in_order() {
    for text in ["", "。", "·", "甲", "A·B·C", "陳陳陳陳陳陳", "\u{feff}😀\n\n王", &"王小明".repeat(3000)]
    {
        let found = names(text, "");
        assert!(found.iter().all(|(name, _, frequency)| !name.is_empty() && *frequency > 0), "{found:?}");
    }
}
