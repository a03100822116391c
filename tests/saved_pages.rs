//! Web pages, copies of web pages and pasted articles, read and cut, and compared with a gold made by hand line by line.
//!
//! `DUIDU_SAVED_PAGES=folder cargo test --test saved_pages -- --nocapture` scores the pages of another folder as well,
//! and `DUIDU_SHOW=name` prints the lines of a page that differ from its gold.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at the first surprise")]

#[path = "saved_pages/gold.rs"]
mod gold;
#[path = "saved_pages/score.rs"]
mod score;

use std::path::{Path, PathBuf};

use duidu::ingest::{CutOptions, Page, ReadOptions, read_file};
use gold::GoldPage;
use score::{PageScore, score};

/// Reads a file as the app does.
fn read(folder: &Path, name: &str) -> Page {
    let bytes = std::fs::read(folder.join(name)).unwrap();
    let read = read_file(name, bytes, ReadOptions::default()).next().unwrap().unwrap();
    Page::new(read.source, read.bytes, CutOptions::default())
}

/// Scores the pages of a folder one by one, prints each score, and returns their sum.
fn scored(folder: &Path) -> PageScore {
    let mut sum = PageScore::default();
    for (name, gold) in GoldPage::read_all(&folder.join("gold.json")) {
        let page = read(folder, &name);
        let score = score(&gold, &page);
        println!("{}", score.line(&name));
        if std::env::var_os("DUIDU_SHOW").is_some_and(|shown| name.contains(&*shown.to_string_lossy())) {
            score::show(&gold, &page);
        }
        sum.add(&score);
    }
    println!("{}", sum.line("all"));
    sum
}

fn own(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/saved_pages").join(folder)
}

#[test]
fn pages_of_the_web() {
    let sum = scored(&own("pages"));
    assert!(sum.f1() >= 0.95 && sum.headlines() >= 0.95 && sum.facts() >= 0.95 && sum.kinds() >= 0.9);
    assert!(sum.leakage() <= 0.02 && sum.lost() <= 0.001);
}

/// Scores pages that no rule was written for, which are like a reader's own pages.
#[test]
fn pages_of_the_web_held_out() {
    let sum = scored(&own("held_out"));
    assert!(sum.f1() >= 0.92 && sum.headlines() >= 0.92 && sum.facts() >= 0.92 && sum.kinds() >= 0.75);
    assert!(sum.leakage() <= 0.05 && sum.lost() <= 0.001);
}

/// Scores pages that others wrote in manners that the rules had not met. Rules for their forms, never for their words,
/// were made after a first look at each set: F1 was 0.87, 0.57, 0.80, 0.59, 0.76, 0.58, 0.44, 0.91, 0.85, 0.79, 0.59, 0.92
/// and 0.79 then, and 0.87, 0.23, 0.69, 0.58, 0.60, 0.44, 0.35, 0.72, 0.83, 0.58, 0.59, 0.90 and 0.59 of the headlines were right, which is what a
/// reader's own pages can expect. At the first look, 12.1 % of what was taken into stories of the last but three sets belonged to
/// none, 3.3 % of the last but two, and 1.9 % of the last but one.
#[test]
fn pages_of_the_web_written_after_the_rules() {
    // With the least of papers and days, and of bylines and captions. Captions between the lines of a printed column are
    // lines of it as yet, and a newsletter names its paper in its picture only.
    let sets = [
        ("unseen", 0.9, 0.9),
        ("unseen_later", 0.9, 0.8),
        ("unseen_last", 0.85, 0.9),
        ("unseen_web", 0.95, 0.8),
        ("unseen_text", 0.95, 0.65),
        ("unseen_mail", 0.6, 0.55),
        ("unseen_record", 0.95, 0.55),
        ("unseen_forms", 0.95, 0.9),
        // Several of its papers are named in links and accounts only.
        ("unseen_accounts", 0.7, 0.7),
        ("unseen_copies", 0.95, 0.95),
        // The gold takes a live page for one story; those of the other sets take each entry for one, and so is it cut.
        ("unseen_sites", 0.9, 0.8),
        ("unseen_common", 0.95, 0.95),
        // Ordinary news that looks like something else: letters, results, chronologies, messages of a channel.
        ("unseen_ordinary", 0.9, 0.8),
    ];
    for (folder, facts, kinds) in sets {
        let sum = scored(&own(folder));
        assert!(sum.f1() >= 0.9 && sum.headlines() >= 0.88, "{folder}");
        assert!(sum.facts() >= facts && sum.kinds() >= kinds, "{folder}");
        assert!(sum.leakage() <= 0.03 && sum.lost() <= 0.001, "{folder}");
    }
}

#[test]
fn pages_of_another_folder() {
    if let Some(folder) = std::env::var_os("DUIDU_SAVED_PAGES") {
        scored(Path::new(&folder));
    }
}

/// Reads a page of eight megabytes: ten thousand links about a story with pictures in its own text.
#[test]
fn a_page_with_ten_thousand_links_and_pictures_inside_is_read_in_time() {
    let picture = "A".repeat(400_000);
    let sentence = "圖書館明天起延長開放時間，市民可以在網上預約座位。";
    let link = |at: usize| {
        format!(
            "<li class=\"item\"><a href=\"/news/{at}.html?from=list&amp;position={at}\" title=\"第{at}則\"><span>第{at}則消息的題目</span></a></li>\n"
        )
    };
    let links: String = (0..10_000).map(link).collect();
    let story = format!("<p>{sentence}</p><img src=\"data:image/png;base64,{picture}\">").repeat(20);
    let page = format!(
        "<html><head><title>春天花開 - 春報</title></head><body><ul>{links}</ul><article><h1>春天花開</h1>{story}</article></body></html>"
    );
    assert!(page.len() > 8_000_000);
    let start = std::time::Instant::now();
    let read = read_file("a.html", page.into_bytes(), ReadOptions::default()).next().unwrap().unwrap();
    let read_in = start.elapsed();
    let page = Page::new(read.source, read.bytes, CutOptions::default());
    println!("read in {read_in:?}, read and cut in {:?}", start.elapsed());
    assert!(start.elapsed().as_secs() < 60);
    let [story] = &page.as_stories()[..] else { panic!("{} stories", page.as_stories().len()) };
    let texts: Vec<&str> = story.blocks.iter().map(|block| &*block.text).collect();
    assert_eq!(texts.first(), Some(&"春天花開"));
    assert_eq!(texts.len(), 21);
    assert!(texts.iter().skip(1).all(|text| *text == sentence));
}
