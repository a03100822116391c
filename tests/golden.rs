//! Word counts of the bundled pages, kept as a file that the browser must reproduce byte for byte.
//!
//! The file says what the app counts, not what is right: `DUIDU_BLESS=1 cargo test --test golden` writes it anew
//! after a change that is meant, and the difference is read before it is committed.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at the first surprise")]

use std::fs;

use duidu::engine::{Answer, Engine, Question, WordListQuestion};

const GOLDEN: &str = "tests/golden/word-counts.json";

#[test]
fn word_counts_are_the_golden_ones() {
    let model = fs::read("static/model/segmenter.bin").unwrap();
    let mut engine = Engine::open(model, |_, _, _| ()).unwrap();
    let query = Question::WordList(WordListQuestion::default());
    let Answer::WordList(list) = engine.handle(query).unwrap() else { panic!("a word list was asked for") };
    // Words hold no character that JSON escapes, so this is the very text JSON.stringify gives in the browser.
    let counted: String = list
        .rows
        .iter()
        .map(|row| format!("[{},\"{}\",{},{}]\n", row.rank, row.word, row.frequency, row.range))
        .collect();
    if std::env::var_os("DUIDU_BLESS").is_some() {
        fs::create_dir_all("tests/golden").unwrap();
        fs::write(GOLDEN, &counted).unwrap();
    }
    assert!(counted == fs::read_to_string(GOLDEN).unwrap(), "counts changed; see the head of this file");
}
