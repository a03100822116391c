//! The shipped words of the bundled stories are those that the shipped model finds.
//! `DUIDU_BLESS=1 cargo test --no-default-features --test bundled_words` writes them again.

use std::fs;

use duidu::engine::{
    Ask, Engine, LexiconInfo, SegmentQuestion, StoriesQuestion, sha256, write_bundled_words,
};
use duidu::segment::{AccurateSegmenter, Segmenter};

const TABLE: &str = "seeds/words.bin";

#[test]
fn the_bundled_words_are_those_of_the_model() {
    let bytes = fs::read("static/model/segmenter.bin").unwrap();
    let digest = sha256(&bytes);
    let accurate = AccurateSegmenter::open(bytes).unwrap();
    let model = LexiconInfo { entries: accurate.model().entries(), sha256: digest };
    let mut found = Vec::new();
    for story in duidu::ingest::bundled_stories() {
        let document = duidu::corpus::Document::from(story);
        let mut tokens = Vec::new();
        accurate.segment(&document.text, &mut tokens);
        found.push((document.id, tokens));
    }
    let stories = found.iter().map(|(id, tokens)| (id.as_str(), tokens.as_slice()));
    let table = write_bundled_words(&model, stories).unwrap();
    if std::env::var_os("DUIDU_BLESS").is_some() {
        fs::write(TABLE, &table).unwrap();
    }
    let is_shipped = fs::read(TABLE).unwrap() == table;
    assert!(is_shipped, "{TABLE} is of another model; see the head of tests/bundled_words.rs");
}

#[test]
fn without_a_model_the_bundled_stories_are_counted_and_another_text_is_not() {
    let mut engine = Engine::without_model(Default::default());
    let rows = engine.ask(StoriesQuestion::default().query()).unwrap();
    assert_eq!(rows.len(), 26);
    assert!(rows.iter().all(|row| row.characters > 0));
    let text = "渡輪今早停航".to_owned();
    let error = engine.ask(SegmentQuestion { text, ..Default::default() }.query());
    assert!(matches!(error, Err(duidu::engine::EngineError::NoModel)));
}
