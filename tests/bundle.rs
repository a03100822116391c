//! The five bundled pages, compared with the editorial table and with their known bytes.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::string_slice,
    reason = "a test stops at the first surprise"
)]

use duidu::corpus::{BlockKind, Document};
use duidu::ingest::{PAGES, Story, bundled_stories, same_event};
use sha2::{Digest, Sha256};

/// The SHA-256 of the original pages, by file name.
const SHA256: [(&str, &str); 5] = [
    ("000_1acd9418225d3d8c.txt", "d1dbabe5240518deea900280a0af54326657c2bad0064f32e10c8c01b57055dc"),
    ("001_00ce75a9a00b166d.txt", "b6821d4bb8cda26b7a04d58ea21ad52ac2b8cc08752896d51e9583616ac1f2cf"),
    ("002_138e98d87f946766.txt", "06e454c41d5ce4c1e70c9d4b3097d37522e5739a2c1f634a61de08e1ebb58101"),
    ("003_a7479b7473a0b6df.txt", "a8052a5db0fb8eb1dda8c6aa183b4c57fc5e53b2a20d292a96e21e3662a6029f"),
    ("004_3471ded64a836b0b.txt", "df42bc46e0ed729cc74d63f5b22e8e6cfe3f9458b4334209a8132985302fee53"),
];

fn story(id: &str) -> Story {
    bundled_stories().into_iter().find(|story| story.id == id).unwrap()
}

fn blocks(story: &Story, kind: BlockKind) -> Vec<&str> {
    story.blocks.iter().filter(|block| block.kind == kind).map(|block| block.text.as_str()).collect()
}

#[test]
fn the_pages_are_bundled_byte_for_byte() {
    for ((file, text), (known, sha256)) in PAGES.into_iter().zip(SHA256) {
        let found: String = Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!((file, found.as_str()), (known, sha256));
    }
}

#[test]
fn there_are_26_stories_with_paper_date_and_headline() {
    let stories = bundled_stories();
    assert_eq!(stories.len(), 26);
    for story in &stories {
        assert!(!story.paper.is_empty() && story.date.len() == 10, "{}", story.id);
        assert!(!blocks(story, BlockKind::Paragraph).is_empty(), "{}", story.id);
    }
    let without_headline: Vec<&str> = stories
        .iter()
        .filter(|story| blocks(story, BlockKind::Headline).is_empty())
        .map(|story| story.id.as_str())
        .collect();
    assert_eq!(without_headline, ["003-4"], "one headline was lost on the page");
}

#[test]
fn wrapped_columns_become_paragraphs() {
    let story = story("003-1");
    let document = Document::from(story.clone());
    assert_eq!(document.sentences().len(), 25, "as counted by hand");
    assert_eq!(blocks(&story, BlockKind::Subhead).len(), 2);
    for paragraph in blocks(&story, BlockKind::Paragraph) {
        assert!(paragraph.ends_with('。') || paragraph.ends_with('！'), "{paragraph}");
        assert!(!paragraph.contains(' '), "typesetting left a space in {paragraph}");
    }
}

#[test]
fn a_paragraph_split_by_a_column_is_joined_with_a_warning() {
    let story = story("000-1");
    assert_eq!(story.warnings.len(), 2);
    for paragraph in blocks(&story, BlockKind::Paragraph) {
        assert!(paragraph.ends_with(['。', '」', '…']), "{paragraph}");
    }
}

#[test]
fn a_label_printed_into_a_sentence_is_taken_out_of_it() {
    let story = story("004-6");
    let [kicker] = blocks(&story, BlockKind::Kicker)[..] else { panic!("one kicker") };
    assert!(blocks(&story, BlockKind::Paragraph).iter().all(|paragraph| !paragraph.contains(kicker)));
}

#[test]
fn pages_that_were_not_wrapped_keep_every_other_character() {
    for (page, text) in
        PAGES.into_iter().filter(|(page, _)| !page.starts_with("002") && !page.starts_with("003"))
    {
        let page = &page[..3];
        let mut kept: Vec<char> = bundled_stories()
            .iter()
            .filter(|story| story.page == page)
            .flat_map(|story| &story.blocks)
            .flat_map(|block| block.text.chars())
            .filter(|c| !c.is_whitespace())
            .collect();
        // On these pages headings are marked with # and list items with -; the invitation to scan a code is
        // furniture.
        let mut printed: Vec<char> = text
            .lines()
            .filter(|line| line.trim() != "掃碼閱全文")
            .flat_map(|line| line.trim_start_matches('#').trim_start_matches("- ").chars())
            .filter(|c| !c.is_whitespace())
            .collect();
        kept.sort_unstable();
        printed.sort_unstable();
        assert_eq!(kept.iter().collect::<String>(), printed.iter().collect::<String>(), "page {page}");
    }
}

#[test]
fn pairs_of_the_same_event_name_bundled_stories() {
    let ids: Vec<String> = bundled_stories().into_iter().map(|story| story.id).collect();
    let pairs = same_event();
    assert!(!pairs.is_empty());
    for (a, b) in pairs {
        assert!(ids.contains(&a) && ids.contains(&b));
    }
}
