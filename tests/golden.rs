//! Stored answers for the bundled pages; the browser must give the same bytes.
//!
//! `tests/golden/answers.json` lists calls of `window.duidu`, each with the SHA-256 of its answer in the form
//! of [`canonical`]; `tests/browser/golden.test.mjs` makes the same calls in Chromium. The first rows of each
//! answer are stored under `tests/golden/answers`, one to a line, so that a change can be read. The files record
//! the answers of the app, not the right ones: `DUIDU_BLESS=1 cargo test --no-default-features --test golden`
//! rewrites them after an intended change. To add a call, add its line with an empty digest.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::string_slice,
    reason = "a test stops at the first surprise"
)]

#[path = "shared/canonical.rs"]
mod canonical;

use std::fs;

use canonical::canonical;
use duidu::engine::{Answer, Ask, Engine, WordListQuestion, call};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha256};

const WORDS: &str = "tests/golden/word-counts.json";
const ANSWERS: &str = "tests/golden/answers.json";
const READABLE: &str = "tests/golden/answers";

/// Lines of an answer that are stored to be read; the digest covers all of them.
const LINES: usize = 100;

/// A call of `window.duidu` and the digest of its answer.
#[derive(Deserialize, Serialize)]
struct Golden {
    call: String,
    arguments: Vec<Value>,
    sha256: String,
}

fn engine() -> Engine {
    let model = fs::read("static/model/segmenter.bin").unwrap();
    let mut engine = Engine::open(model, |_, _, _| ()).unwrap();
    engine.load_dictionary(&fs::read("static/dictionary/jieba.txt").unwrap(), |_, _, _| ()).unwrap();
    engine
}

fn is_blessing() -> bool {
    std::env::var_os("DUIDU_BLESS").is_some()
}

#[test]
fn word_counts_are_the_golden_ones() {
    let query = WordListQuestion::default();
    let list = engine().ask(query.query()).unwrap();
    // Words contain no character that JSON escapes, so this is exactly the output of JSON.stringify in the
    // browser.
    let counted: String = list
        .rows
        .iter()
        .map(|row| format!("[{},\"{}\",{},{}]\n", row.rank, row.word, row.frequency, row.range))
        .collect();
    if is_blessing() {
        fs::write(WORDS, &counted).unwrap();
    }
    assert!(counted == fs::read_to_string(WORDS).unwrap(), "counts changed; see the head of this file");
}

#[test]
fn answers_are_the_golden_ones() {
    let mut engine = engine();
    let mut all: Vec<Golden> = serde_json::from_str(&fs::read_to_string(ANSWERS).unwrap()).unwrap();
    let mut changed = Vec::new();
    for (number, golden) in all.iter_mut().enumerate() {
        let asked = format!("{}{}", golden.call, Value::from(golden.arguments.clone()));
        let query = call(&golden.call, golden.arguments.clone()).unwrap();
        let answer = engine.handle(query).unwrap_or_else(|error| panic!("{asked}: {error}"));
        let value = answer.write(serde_json::value::Serializer).unwrap();
        // The page gets the same from its analysis thread, in a format that takes all fields by their order.
        let sent = postcard::to_allocvec(&answer).unwrap();
        let received: Answer = postcard::from_bytes(&sent).unwrap_or_else(|error| panic!("{asked}: {error}"));
        assert_eq!(received.write(serde_json::value::Serializer).unwrap(), value, "{asked}");
        let mut text = String::new();
        canonical(&value, &mut text);
        assert!(text.len() > 30, "{asked} answers {text}");
        compare_readable(&asked, number, &golden.call, &value);
        let sha256: String = Sha256::digest(&text).iter().map(|byte| format!("{byte:02x}")).collect();
        if golden.sha256 != sha256 {
            changed.push(asked);
            golden.sha256 = sha256;
        }
    }
    if is_blessing() {
        let lines: Vec<String> = all.iter().map(|golden| serde_json::to_string(golden).unwrap()).collect();
        fs::write(ANSWERS, format!("[\n{}\n]\n", lines.join(",\n"))).unwrap();
    } else {
        assert!(changed.is_empty(), "answers changed; see the head of this file\n{}", changed.join("\n"));
    }
}

/// Compares an answer with the stored one line by line, or stores it.
fn compare_readable(asked: &str, number: usize, call: &str, value: &Value) {
    let place = format!("{READABLE}/{number:02}-{call}.txt");
    let mut text = format!("{asked}\n");
    for line in lines(value, 0).lines().take(LINES) {
        text.push_str(line);
        text.push('\n');
    }
    if is_blessing() {
        fs::write(&place, &text).unwrap();
        return;
    }
    let stored = fs::read_to_string(&place).unwrap_or_else(|error| panic!("{place}: {error}"));
    for (at, (was, is)) in stored.lines().zip(text.lines()).enumerate() {
        assert!(was == is, "{place}, line {}:\n  was {was}\n  is  {is}", at + 1);
    }
    assert_eq!(stored.lines().count(), text.lines().count(), "{place} has another number of lines");
}

/// Writes lists and objects down to the third level one item to a line, and whatever is below on the line of its item.
fn lines(value: &Value, depth: usize) -> String {
    const OPEN: usize = 3;
    let indent = " ".repeat(depth);
    match value {
        Value::Array(items)
            if depth < OPEN && items.iter().any(|item| item.is_object() || item.is_array()) =>
        {
            items.iter().map(|item| lines(item, depth + 1)).collect()
        }
        Value::Object(fields) if depth < OPEN && fields.values().any(Value::is_array) => {
            fields.iter().map(|(key, field)| format!("{indent}{key}:\n{}", lines(field, depth + 1))).collect()
        }
        other => format!("{indent}{other}\n"),
    }
}
