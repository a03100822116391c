//! Speed of importing files: decoding in each encoding, and web pages, documents and archives as a whole.
//!
//! The text repeats sentences written for this project, four million characters of them in lines of about a
//! hundred characters. Numbers are millions of characters of text per second on one core, the best of several
//! rounds. Run by `cargo xtask bench ingest`.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::string_slice,
    reason = "a bench stops at the first surprise"
)]

use std::io::{Cursor, Write};
use std::time::{Duration, Instant};

use duidu::ingest::{Encoding, ReadOptions, decode, read_file};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const SIZE: usize = 4_000_000;
const ROUNDS: u32 = 5;

fn main() {
    let lines = lines();
    let text = lines.join("\n");
    println!("| what | Mchar/s |");
    println!("|---|---|");
    for encoding in Encoding::ALL {
        let bytes = encode(&text, encoding);
        for (how, given) in [("found out", None), ("given", Some(encoding))] {
            row(&format!("decode {}, {how}", encoding.name()), || decode(&bytes, given).text);
        }
    }
    row("text file", || read("a.txt", text.as_bytes()));
    let html: String = lines.iter().map(|line| format!("<p class=\"text\">{line}</p>\n")).collect();
    let html = format!("<!doctype html><title>題</title><body><article>{html}</article>");
    row("web page", || read("a.html", html.as_bytes()));
    let document: String =
        lines.iter().map(|line| format!("<w:p><w:pPr/><w:r><w:rPr/><w:t>{line}</w:t></w:r></w:p>")).collect();
    let document = format!("<w:document><w:body>{document}</w:body></w:document>");
    let document = packed([("word/document.xml".to_owned(), document)].into_iter());
    row("Word document", || read("a.docx", &document));
    let table: String = lines.iter().map(|line| format!("2025-01-22,某報,\"{line}\"\n")).collect();
    let table = format!("date,paper,text\n{table}");
    row("table", || read("a.csv", table.as_bytes()));
    let objects: String =
        lines.iter().map(|line| format!("{{\"date\":\"2025-01-22\",\"text\":\"{line}\"}}\n")).collect();
    row("objects", || read("a.jsonl", objects.as_bytes()));
    let files = lines.chunks(10).enumerate().map(|(at, lines)| (format!("{at}.txt"), lines.join("\n")));
    let archive = packed(files);
    row("archive of texts of a thousand characters", || read("a.zip", &archive));
}

fn lines() -> Vec<String> {
    let sentences: Vec<String> = include_str!("../train/data/sentences.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.replace(' ', ""))
        .collect();
    let mut have = 0;
    let mut all = Vec::new();
    for at in (0..).step_by(3) {
        if have >= SIZE {
            break;
        }
        // Three other sentences each time, so that no two adjacent lines are the same.
        let line: String = (at..at + 3).map(|at| sentences[at * 7 % sentences.len()].as_str()).collect();
        have += line.chars().count();
        all.push(line);
    }
    all
}

fn encode(text: &str, encoding: Encoding) -> Vec<u8> {
    match encoding {
        Encoding::Utf8 => text.as_bytes().to_vec(),
        Encoding::Utf16Le => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        Encoding::Utf16Be => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        // Characters that the encoding lacks are removed first: they would not be decoded unchanged.
        Encoding::Big5 => encoding_rs::BIG5.encode(&text.replace(lacks_big5, "")).0.into_owned(),
        Encoding::Gb18030 => encoding_rs::GB18030.encode(text).0.into_owned(),
    }
}

fn lacks_big5(c: char) -> bool {
    encoding_rs::BIG5.encode(c.encode_utf8(&mut [0; 4])).2
}

fn packed(files: impl Iterator<Item = (String, String)>) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in files {
        writer.start_file(name, SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// Returns all texts of a file, joined.
fn read(name: &str, bytes: &[u8]) -> String {
    read_file(name, bytes.to_vec(), ReadOptions::default()).map(|item| item.unwrap().source.text).collect()
}

fn row(name: &str, run: impl Fn() -> String) {
    let (mut best, mut characters) = (Duration::MAX, 0);
    for _ in 0..ROUNDS {
        let (start, before) = (Instant::now(), spent());
        let text = run();
        // The processor time of this thread, if the system reports it: other programs do not count.
        let processor = spent().zip(before).map(|(after, before)| after - before);
        best = best.min(processor.unwrap_or_else(|| start.elapsed()));
        characters = text.chars().count();
    }
    println!("| {name} | {:.0} |", characters as f64 / best.as_secs_f64() / 1e6);
}

fn spent() -> Option<Duration> {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    told.split(' ').next()?.parse().ok().map(Duration::from_nanos)
}
