//! The command `duidu`, run as a program: its answers are the golden ones of `window.duidu`, whatever the number of
//! threads, and what cannot be read is named while the rest is done.

#![cfg(feature = "cli")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::string_slice,
    reason = "a test stops at the first surprise"
)]

#[path = "shared/canonical.rs"]
mod canonical;

use std::fs::{self, File};
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::thread;

use canonical::canonical;
use serde::Deserialize;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

fn program() -> Command {
    Command::new(env!("CARGO_BIN_EXE_duidu"))
}

/// Runs the command over some input.
fn run(arguments: &[&str], input: &[u8]) -> Output {
    let mut command = program();
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let (mut stdin, input) = (child.stdin.take().unwrap(), input.to_vec());
    // The command may end before it has read everything.
    let writer = thread::spawn(move || _ = stdin.write_all(&input));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    output
}

/// Returns the lines of an output that must be free of faults.
fn lines(arguments: &[&str], input: &[u8]) -> Vec<Value> {
    let output = run(arguments, input);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && said.is_empty(), "{arguments:?}: {} {said}", output.status);
    parsed(&output.stdout)
}

fn parsed(output: &[u8]) -> Vec<Value> {
    let text = std::str::from_utf8(output).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn bundled() -> Vec<u8> {
    let output = run(&["stories", "--bundled"], b"");
    assert!(output.status.success());
    output.stdout
}

/// Returns the bundled stories with these ids.
fn documents(ids: &[&str]) -> Vec<Value> {
    let all = parsed(&bundled());
    let of = |id: &&str| all.iter().find(|document| document["id"] == **id).unwrap().clone();
    ids.iter().map(of).collect()
}

fn joined(documents: &[Value]) -> Vec<u8> {
    documents.iter().flat_map(|document| format!("{document}\n").into_bytes()).collect()
}

fn digest(value: &Value) -> String {
    let mut text = String::new();
    canonical(value, &mut text);
    Sha256::digest(&text).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A folder of a test's own.
fn folder(name: &str) -> PathBuf {
    let place = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    _ = fs::remove_dir_all(&place);
    fs::create_dir_all(&place).unwrap();
    place
}

#[derive(Deserialize)]
struct Golden {
    call: String,
    arguments: Vec<Value>,
    sha256: String,
}

#[test]
fn answers_about_the_bundled_stories_are_the_golden_ones() {
    let golden: Vec<Golden> =
        serde_json::from_str(&fs::read_to_string("tests/golden/answers.json").unwrap()).unwrap();
    let input = bundled();
    // One call of each kind, and the kinds that the units change: all of them are asked natively by tests/golden.rs.
    let mut met = std::collections::BTreeSet::new();
    let mut asked = 0;
    for Golden { call, arguments, sha256 } in golden {
        let units = ["mode", "terms"].map(|key| arguments.last().is_some_and(|last| last.get(key).is_some()));
        if !met.insert((call.clone(), units)) {
            continue;
        }
        let written: Vec<String> = arguments.iter().map(Value::to_string).collect();
        let jobs = (asked % 3 + 1).to_string();
        let mut all = vec!["ask", call.as_str(), "--jobs", &jobs];
        all.extend(written.iter().map(String::as_str));
        let mut found = lines(&all, &input);
        let is_object = ["similarity", "compare", "facts", "doubts", "entities", "frequencyRange"]
            .contains(&call.as_str());
        let answer = if is_object { found.remove(0) } else { Value::from(found) };
        assert_eq!(digest(&answer), sha256, "{all:?}");
        asked += 1;
    }
    assert!(asked > 20, "{asked}");
}

#[test]
fn flags_ask_what_the_options_of_a_call_ask() {
    let input = bundled();
    let table = folder("flags").join("words.tsv");
    fs::write(&table, "中國\t900\n合作\t80\n").unwrap();
    let table = table.to_str().unwrap();
    let cases: [(&[&str], &[&str]); 8] = [
        (
            &["count", "words", "--limit", "40", "--fold", "--stop-words", "--min-frequency", "2"],
            &["wordList", r#"{"limit":40,"foldVariants":true,"stopWords":true,"minFrequency":2}"#],
        ),
        (
            &["count", "words", "--by-story", "--filter", r#"{"tag":"n*"}"#, "--terms", "coarse", "-j", "3"],
            &["wordList", r#"{"byStory":true,"filter":{"tag":"n*"},"terms":"coarse"}"#],
        ),
        (
            &["count", "keyness", "--target", r#"["003-1"]"#, "--measure", "logRatio", "--limit", "30"],
            &["keyness", r#"{"target":["003-1"],"reference":"all","measure":"logRatio","limit":30}"#],
        ),
        (
            &["count", "keyness", "--target", r#"["003-1"]"#, "--word-list", table],
            &["keyness", r#"{"target":["003-1"],"reference":{"wordList":"中國\t900\n合作\t80\n"}}"#],
        ),
        (
            &["count", "ngrams", "--min", "2", "--max", "3", "--mode", "character", "--limit", "50"],
            &["ngrams", r#"{"min":2,"max":3,"mode":"character","limit":50}"#],
        ),
        (
            &[
                "kwic",
                "合作",
                "--unit",
                "word",
                "--context",
                "4",
                "--sort",
                "R1,L1",
                "--near",
                "的",
                "--mode",
                "fast",
            ],
            &[
                "kwic",
                r#"{"node":"合作","unit":"word","context":4,"sort":["R1","L1"],"near":{"word":"的"},"mode":"fast"}"#,
            ],
        ),
        (
            &["compare", "003-1", "004-1", "--min-run", "6", "--fold"],
            &["compare", r#""003-1""#, r#""004-1""#, r#"{"minRun":6,"foldVariants":true}"#],
        ),
        (&["report", "003-1", "004-1"], &["report", r#"["003-1","004-1"]"#]),
    ];
    for (flags, call) in cases {
        let call: Vec<&str> = ["ask"].iter().chain(call).copied().collect();
        let found = lines(flags, &input);
        assert!(!found.is_empty());
        assert_eq!(found, lines(&call, &input), "{flags:?}");
    }
}

#[test]
fn segmented_words_join_to_the_text_and_the_threads_make_no_difference() {
    let input = bundled();
    let texts = parsed(&input);
    for mode in ["accurate", "fast", "character"] {
        let one = run(&["segment", "--mode", mode], &input);
        let found = parsed(&one.stdout);
        assert_eq!(found.len(), texts.len());
        for (document, words) in texts.iter().zip(&found) {
            assert_eq!(document["id"], words["id"]);
            let tokens = words["tokens"].as_array().unwrap();
            let joined: String = tokens.iter().map(|token| token["word"].as_str().unwrap()).collect();
            assert_eq!(joined, document["text"].as_str().unwrap());
        }
        let several = run(&["segment", "--mode", mode, "--jobs", "3"], &input);
        assert!(one.status.success() && one.stdout == several.stdout);
    }
    let found = lines(&["segment", "--mode", "search"], r#"{"text":"中華人民共和國"}"#.as_bytes());
    assert!(found[0]["tokens"].as_array().unwrap().len() > 1, "{found:?}");
}

#[test]
fn counts_of_each_document_add_up_to_those_of_all() {
    let mut input = bundled();
    // Words of one document do not know that others are in another script, where all together would be counted as one.
    for text in ["国家主席昨日会见俄罗斯总统，双方谈及两国关系。", "台湾气象部门说，台风明日登陆。"]
    {
        input.extend(format!("{}\n", json!({ "text": text })).bytes());
    }
    for (each, all) in [
        (&["count", "each", "--jobs", "2"][..], &["count", "words", "--fold=false"][..]),
        (&["count", "each", "--fold"], &["count", "words", "--fold"]),
    ] {
        let fold = each.contains(&"--fold");
        let mut sums: std::collections::BTreeMap<String, (u64, u64)> = std::collections::BTreeMap::new();
        for document in lines(each, &input) {
            let words = document["words"].as_array().unwrap();
            let frequency = |row: &Value| row["frequency"].as_u64().unwrap();
            assert_eq!(document["tokens"], words.iter().map(frequency).sum::<u64>());
            for row in words {
                let key = row[if fold { "folded" } else { "word" }].as_str().unwrap().to_owned();
                let (sum, range) = sums.entry(key).or_default();
                (*sum, *range) = (*sum + frequency(row), *range + 1);
            }
        }
        let list = lines(all, &input);
        assert_eq!(list.len(), sums.len());
        for row in &list {
            let word = row["word"].as_str().unwrap();
            let key = if fold { duidu::text::fold(word) } else { word.to_owned() };
            assert_eq!(
                json!([row["frequency"], row["range"]]),
                json!([sums[&key].0, sums[&key].1]),
                "{word}"
            );
        }
    }
}

#[test]
fn a_line_with_a_set_of_stories_is_answered_as_those_stories_alone_are() {
    let two = documents(&["003-1", "004-1"]);
    let three = documents(&["003-1", "004-1", "003-3"]);
    let set = |stories: &[Value]| format!("{}\n", json!({ "stories": stories }));
    for command in ["compare", "facts", "report"] {
        let alone = lines(&[command, "003-1", "004-1"], &joined(&two));
        let input = set(&two).repeat(3);
        let found = lines(&[command, "--jobs", "2"], input.as_bytes());
        assert_eq!(found.len(), 3);
        for mut found in found {
            assert_eq!(found["of"], json!(["003-1", "004-1"]));
            found.as_object_mut().unwrap().remove("of");
            assert_eq!(found, alone[0], "{command}");
        }
    }
    // One that makes no sense is named, and the others are answered.
    let input = format!("{}{}{}", set(&three), set(&two), set(&[two[0].clone(), two[0].clone()]));
    let output = run(&["compare"], input.as_bytes());
    assert_eq!((output.status.code(), parsed(&output.stdout).len()), (Some(1), 1));
    let said = said(&output);
    assert!(said.contains("line 1: ") && said.contains("there are 3; give 2"), "{said}");
    assert!(said.contains("line 3: two of the stories have the id “003-1”"), "{said}");
}

#[test]
fn comparisons_are_written_as_files() {
    let input = joined(&documents(&["003-1", "004-1"]));
    for (format, begins) in [
        ("html", "<!doctype html>"),
        ("markdown", "# "),
        ("csv", ""),
        ("collatex", "{"),
        ("tei", "<?xml"),
        ("passim", "{"),
    ] {
        let output = run(&["export", "--format", format, "--language", "en", "003-1", "004-1"], &input);
        let file = String::from_utf8(output.stdout).unwrap();
        assert!(output.status.success() && file.len() > 400, "{format}");
        assert!(file.to_lowercase().starts_with(begins), "{format}: {}", &file[..40]);
        let set = json!({ "stories": documents(&["003-1", "004-1"]) }).to_string();
        let found = lines(&["export", "--format", format, "--language", "en"], set.as_bytes());
        assert_eq!(found[0]["file"], file);
    }
    let chinese = run(&["export", "--format", "markdown", "003-1", "004-1"], &input);
    assert!(String::from_utf8(chinese.stdout).unwrap().contains("報告"));
    let refused = run(&["export", "--format", "html", "--passage", "javascript:x", "003-1", "004-1"], &input);
    assert_eq!(refused.status.code(), Some(2));
}

#[test]
fn similar_documents_are_paired_and_grouped() {
    let mut all = parsed(&bundled());
    let mut copy = documents(&["004-3"]).remove(0);
    copy["id"] = json!("copy");
    copy["page"] = json!("copy");
    all.push(copy);
    let input = joined(&all);
    let pairs = lines(&["similarity"], &input);
    assert_eq!((&pairs[0]["a"], &pairs[0]["b"]), (&json!("004-3"), &json!("copy")));
    let groups = lines(&["similarity", "--groups"], &input);
    let is_both = |group: &&Value| {
        let ids = group["ids"].as_array().unwrap();
        ids.contains(&json!("004-3")) && ids.contains(&json!("copy"))
    };
    assert_eq!(groups.iter().filter(is_both).count(), 1);
}

#[test]
fn documents_that_share_a_passage_share_a_fingerprint() {
    let input = [
        json!({"id": "a", "text": "衞生署今日公布，全港各區新增五十宗流感個案。其餘與此無關。"}),
        json!({"id": "b", "text": "記者獲悉衛生署今日公布：「全港各區新增五十宗流感個案」，較上周多。"}),
        json!({"id": "c", "text": "渡輪公司宣布下月起調整往離島航線的票價與班次。"}),
        json!({"id": "d", "text": "短"}),
    ];
    let found = lines(&["fingerprints"], &joined(&input));
    let of = |at: usize| -> Vec<u64> {
        found[at]["fingerprints"].as_array().unwrap().iter().map(|each| each.as_u64().unwrap()).collect()
    };
    let shared = |a: usize, b: usize| of(a).iter().any(|each| of(b).contains(each));
    assert!(shared(0, 1) && !shared(0, 2) && !shared(1, 2));
    assert!(of(3).is_empty() && (0..4).all(|at| of(at).iter().all(|&each| each < 1 << 53)));
    // Without a window every run has one: as many as there are letters, less nine.
    let all = lines(&["fingerprints", "--window", "1"], &joined(&input));
    assert_eq!(all[2]["fingerprints"].as_array().unwrap().len(), 22 - 9);
    assert_eq!(run(&["fingerprints", "--min-run", "0"], b"").status.code(), Some(2));
}

#[test]
fn files_are_split_into_stories_as_the_page_splits_them() {
    let place = folder("files");
    let text = fs::read_to_string("seeds/003_a7479b7473a0b6df.txt").unwrap();
    fs::create_dir(place.join("inside")).unwrap();
    fs::write(place.join("a.txt"), &text).unwrap();
    fs::write(place.join("inside/b.txt"), "題目\n正文在這裏，只有一句話。\n").unwrap();
    fs::write(
        place.join("inside/c.jsonl"),
        "{\"text\":\"甲說了一句話。\"}\n{\"text\":\"乙也說了一句話。\"}\n",
    )
    .unwrap();
    fs::write(place.join("z.bin"), [0_u8, 1, 2, 255, 254, 0, 0]).unwrap();
    let folder = place.to_str().unwrap();
    let output = run(&["stories", folder, "nowhere.txt", "--date", "2025-01-02"], b"");
    assert_eq!(output.status.code(), Some(1));
    let found = parsed(&output.stdout);
    let said = said(&output);
    assert!(said.contains("z.bin: ") && said.contains("nowhere.txt: "), "{said}");
    assert_eq!(said.lines().count(), 2, "{said}");

    // The engine adds the same text as the page does.
    let model = fs::read("static/model/segmenter.bin").unwrap();
    let mut engine = duidu::engine::Engine::open(model, |_, _, _| ()).unwrap();
    let source = duidu::ingest::Source { name: format!("{folder}/a.txt"), text, ..Default::default() };
    let page = duidu::ingest::Page::new(source, None, duidu::ingest::CutOptions::default());
    let number = engine.add_page(page);
    let ids = engine.change_of(&[number]).stories;
    let of_first: Vec<&Value> = found.iter().filter(|story| story["page"] == "u1").collect();
    assert_eq!(of_first.iter().map(|story| story["id"].as_str().unwrap()).collect::<Vec<_>>(), ids);
    for story in of_first {
        let question = duidu::engine::call("text", vec![story["id"].clone()]).unwrap();
        let text = engine.handle(question).unwrap().write(serde_json::value::Serializer).unwrap();
        assert_eq!(story["text"], text);
    }
    let pages: Vec<&str> = found.iter().map(|story| story["page"].as_str().unwrap()).collect();
    assert_eq!(&pages[pages.len() - 3..], ["u2", "u3", "u4"]);
    assert_eq!(found.last().unwrap()["date"], "2025-01-02");
    let several = run(&["stories", folder, "--jobs", "3", "--date", "2025-01-02"], b"");
    assert_eq!(several.stdout, output.stdout);
    // Stories are documents that every other command reads.
    assert_eq!(lines(&["segment"], &output.stdout).len(), found.len());
}

#[test]
fn lines_that_cannot_be_read_are_named_and_the_rest_is_done() {
    let mut input = b"{\"id\":\"a\",\"text\":\"\xe4\xb8\xad\xe5\x9c\x8b\"}\n\n".to_vec();
    input.extend(b"{\"text\":\"\xff\"}\n{\"text\":\n[1]\n{\"text\":7}\n{\"other\":\"x\"}\n");
    input.extend(format!("{{\"text\":\"{}\"}}\n", "長".repeat(4000)).as_bytes());
    input.extend("{\"id\":\"b\",\"text\":\"香港\",\"date\":\"2025-02-30\"}\n".as_bytes());
    input.extend("{\"id\":\"c\",\"text\":\"香港\"}".as_bytes());
    let reasons = [
        "line 3: it is not UTF-8: byte 10",
        "line 4: it is not JSON",
        "line 5: a field is missing or of the wrong type",
        "line 6: a field is missing or of the wrong type: invalid type: integer `7`",
        "line 7: a field is missing or of the wrong type: missing field `text`",
        "line 8: it has 12011 bytes, and 9000 are the most",
        "line 9: `date` is “2025-02-30”",
    ];
    for command in [&["segment"][..], &["segment", "--jobs", "3"], &["count", "each"]] {
        let output = run(&[command, &["--longest-line", "9000"]].concat(), &input);
        assert_eq!(output.status.code(), Some(1));
        let ids: Vec<Value> = parsed(&output.stdout).iter().map(|line| line["id"].clone()).collect();
        assert_eq!(ids, ["a", "c"]);
        let said = said(&output);
        assert_eq!(said.lines().count(), reasons.len(), "{said}");
        for (line, reason) in said.lines().zip(reasons) {
            assert!(line.starts_with(&format!("duidu: {reason}")), "{line}");
        }
    }
    let output = run(&["count", "words", "--longest-line", "9000"], &input);
    assert_eq!((output.status.code(), parsed(&output.stdout).len()), (Some(1), 2));
    let strict = run(&["segment", "--strict", "--longest-line", "9000"], &input);
    assert_eq!((strict.status.code(), parsed(&strict.stdout).len()), (Some(1), 1));
    assert_eq!(said(&strict).lines().count(), 1);
}

/// Returns the most memory that a process has taken so far, in megabytes.
#[cfg(target_os = "linux")]
fn most_memory(child: &std::process::Child) -> u64 {
    let status = fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    line.trim().trim_end_matches(" kB").parse::<u64>().unwrap() / 1024
}

#[cfg(target_os = "linux")]
#[test]
fn a_line_of_200_megabytes_is_named_without_being_held() {
    let mut child = program()
        .arg("segment")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    stdin.write_all("{\"id\":\"a\",\"text\":\"中國\"}\n{\"text\":\"".as_bytes()).unwrap();
    let part = "長".repeat(1 << 20);
    for _ in 0..70 {
        stdin.write_all(part.as_bytes()).unwrap();
    }
    stdin.write_all("\"}\n{\"id\":\"b\",\"text\":\"香港\"}\n".as_bytes()).unwrap();
    let mut out = BufReader::new(child.stdout.take().unwrap());
    let mut answers = [String::new(), String::new()];
    answers.iter_mut().for_each(|answer| _ = out.read_line(answer).unwrap());
    let megabytes = most_memory(&child);
    drop(stdin);
    let output = child.wait_with_output().unwrap();
    assert!(answers[0].contains("\"a\"") && answers[1].contains("\"b\""), "{answers:?}");
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).starts_with("duidu: line 2: it has 220200971 bytes"), "{}", said(&output));
    // Up to the limit of 64 MB a line is held; a vector that grows takes up to three times that for a moment.
    assert!(megabytes < 220, "{megabytes} MB");
}

#[test]
fn the_second_document_of_an_id_is_named() {
    let input =
        "{\"id\":1,\"text\":\"中國\"}\n{\"id\":\"1\",\"text\":\"香港\"}\n{\"id\":2,\"text\":\"中國\"}\n";
    let output = run(&["count", "words"], input.as_bytes());
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(parsed(&output.stdout)[0]["frequency"], 2);
    assert!(said(&output).contains("line 2: the id “1” is that of line 1 already"), "{}", said(&output));
}

#[test]
fn files_are_read_one_after_another_and_a_missing_one_is_named() {
    let place = folder("inputs");
    let [one, two] = ["one.jsonl", "two.jsonl"].map(|name| place.join(name).to_str().unwrap().to_owned());
    fs::write(&one, "\u{feff}{\"text\":\"中國\"}\n").unwrap();
    fs::write(&two, "{\"text\":\"香港\"}\r\n{\"text\"\n{\"text\":\"澳門\"}\n").unwrap();
    let output =
        run(&["segment", "-i", &one, "-i", "nowhere", "-i", &two, "-i", "-"], "{\"text\":\"末\"}".as_bytes());
    let ids: Vec<Value> = parsed(&output.stdout).iter().map(|line| line["id"].clone()).collect();
    assert_eq!(ids, ["1", "2", "4", "5"]);
    let said = said(&output);
    assert!(said.contains("nowhere: ") && said.contains("two.jsonl: line 2: it is not JSON"), "{said}");
    assert_eq!((output.status.code(), said.lines().count()), (Some(1), 2));
}

#[test]
fn nothing_in_is_nothing_out_and_a_question_without_a_word_fails() {
    for command in [&["segment"][..], &["count", "each"], &["compare"], &["facts"]] {
        assert_eq!(lines(command, b"\n\n"), Vec::<Value>::new());
    }
    let output = run(&["count", "words"], b"");
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("the scope holds no word"), "{}", said(&output));
    for command in [
        &["ask", "nothing"][..],
        &["ask", "wordList", r#"{"limits":3}"#],
        &["count", "words", "--scope", "大公報"],
        &["kwic", "合作", "--sort", "X1"],
        &["compare", "a"],
        &["segment", "--jobs", "0"],
    ] {
        let output = run(command, b"");
        assert!(output.status.code() == Some(2) && output.stdout.is_empty(), "{command:?}");
        assert!(!output.stderr.is_empty());
    }
}

#[test]
fn a_reader_that_goes_away_ends_the_command_quietly() {
    for command in [&["segment"][..], &["count", "each", "--jobs", "2"]] {
        let mut child = program()
            .args(command)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stdin = child.stdin.take().unwrap();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        stdin.write_all("{\"text\":\"中國外交部\"}\n".as_bytes()).unwrap();
        // An answer comes although the input goes on: a caller may wait for it before it sends the next line.
        let mut first = String::new();
        out.read_line(&mut first).unwrap();
        assert!(first.contains("tokens"), "{first}");
        drop(out);
        let line = "{\"text\":\"中國外交部發言人\"}\n".repeat(100);
        // The command ends while there is more to read.
        while stdin.write_all(line.as_bytes()).is_ok() {}
        let mut said = String::new();
        child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
        assert_eq!((child.wait().unwrap().code(), said.as_str()), (Some(141), ""));
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_named() {
    for command in [&["segment"][..], &["count", "words"], &["stories", "--bundled"], &["manual"]] {
        let full = File::options().write(true).open("/dev/full").unwrap();
        let mut child = program()
            .args(command)
            .stdin(Stdio::piped())
            .stdout(full)
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        _ = child.stdin.take().unwrap().write_all("{\"text\":\"中國外交部\"}\n".as_bytes());
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{command:?}");
        assert!(said(&output).contains("the output cannot be written"), "{}", said(&output));
    }
}

#[test]
fn a_dictionary_corrects_words_and_its_broken_lines_are_named() {
    let place = folder("dictionary").join("own.txt");
    fs::write(&place, "國外交 9 n\n不成 句 子 的 行\n").unwrap();
    let file = place.to_str().unwrap();
    let input = "{\"text\":\"中國外交部\"}\n".as_bytes();
    for command in [&["segment"][..], &["count", "words"], &["ask", "wordList"]] {
        let output = run(&[command, &["--dictionary", file]].concat(), input);
        assert_eq!(output.status.code(), Some(1), "{}", said(&output));
        assert!(said(&output).contains("own.txt: "), "{}", said(&output));
        assert_eq!(
            run(&[command, &["--dictionary", file, "--strict"]].concat(), input).status.code(),
            Some(1)
        );
        assert_eq!(run(&[command, &["--dictionary", "nowhere"]].concat(), input).status.code(), Some(2));
    }
    fs::write(&place, "國外交 n\n").unwrap();
    let found = lines(&["segment", "--dictionary", file], input);
    let words: Vec<&str> =
        found[0]["tokens"].as_array().unwrap().iter().map(|token| token["word"].as_str().unwrap()).collect();
    assert_eq!(words, ["中", "國外交", "部"]);
}

#[test]
fn manual_and_completions_name_every_command() {
    let manual = String::from_utf8(run(&["manual"], b"").stdout).unwrap();
    let completions = String::from_utf8(run(&["completions", "bash"], b"").stdout).unwrap();
    for name in "stories segment entities count kwic compare facts report export similarity fingerprints ask"
        .split(' ')
    {
        assert!(manual.contains(&format!("duidu\\-{name}")) && completions.contains(name), "{name}");
        let page = String::from_utf8(run(&["manual", name], b"").stdout).unwrap();
        assert!(page.contains(".SH") && page.contains(name));
    }
    assert!(
        String::from_utf8(run(&["manual", "count", "words"], b"").stdout).unwrap().contains("stop\\-words")
    );
    assert_eq!(run(&["manual", "nothing"], b"").status.code(), Some(2));
}
