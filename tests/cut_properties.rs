//! Splitting a page never fails, loses nothing, leaves unwrapped text unchanged, and is linear on hostile
//! input.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::string_slice,
    reason = "a test stops at the first surprise"
)]

use std::time::Instant;

use duidu::ingest::{BlockKind, CutOptions, Draft, PAGES, Unwrap, cut};
use proptest::prelude::*;

fn options(unwrap: Unwrap, split: bool) -> CutOptions {
    CutOptions { unwrap, split }
}

/// Returns the characters of a text in order of their code points, without white space and the marks of
/// Markdown.
fn characters(text: &str) -> Vec<char> {
    let mut characters: Vec<char> =
        text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '#' | '-')).collect();
    characters.sort_unstable();
    characters
}

fn written(draft: &Draft) -> String {
    draft.stories.iter().flat_map(|story| &story.blocks).map(|block| block.text.as_str()).collect()
}

/// Asserts that nothing is lost, and that the line numbers of the blocks are right.
fn assert_whole(text: &str, draft: &Draft) {
    assert_eq!(characters(&written(draft)), characters(text));
    let count = text.lines().count() as u32;
    let mut covered = vec![false; count as usize + 1];
    for block in draft.stories.iter().flat_map(|story| &story.blocks) {
        let (first, last) = block.lines;
        assert!(1 <= first && first <= last && last <= count, "{block:?}");
        assert!(!block.text.is_empty());
        covered[first as usize..=last as usize].fill(true);
    }
    for (line, text) in text.lines().enumerate() {
        assert!(covered[line + 1] || text.trim().is_empty(), "line {} is in no block", line + 1);
    }
}

#[test]
fn the_bundled_pages_lose_nothing() {
    for (_, text) in PAGES {
        for unwrap in [Unwrap::Detect, Unwrap::Always, Unwrap::Never] {
            for split in [true, false] {
                assert_whole(text, &cut(text, options(unwrap, split)));
            }
        }
    }
}

#[test]
fn a_text_that_is_not_to_be_split_is_one_story() {
    for (_, text) in PAGES {
        assert_eq!(cut(text, options(Unwrap::Detect, false)).stories.len(), 1);
    }
}

#[test]
fn a_blank_text_gives_an_empty_draft() {
    for text in ["", "\n\n\n", " \t\u{3000}\n"] {
        assert_eq!(cut(text, CutOptions::default()), Draft::default());
    }
}

#[test]
fn strange_texts_are_cut_whole() {
    let art = "  /\\_/\\\n ( o.o )\n  > ^ <\n".repeat(40);
    let texts = [
        "。。。！？\n……\n——\n「」\n".to_owned(),
        "\u{200F}\u{202E}花開\u{200F}\n\0\0花\0開\0。\n\u{FEFF}".to_owned(),
        "\r\n花開了。\r\n樹也綠了。\r\n".to_owned(),
        art,
        "# \n## \n#花\n####### 七\n".to_owned(),
        "● \n▲\n【】\n（）\n【本報訊】\n".to_owned(),
        "|甲|乙|\n|--|--|\n|1|2|\n".to_owned(),
    ];
    for text in texts {
        for unwrap in [Unwrap::Detect, Unwrap::Always, Unwrap::Never] {
            assert_whole(&text, &cut(&text, options(unwrap, true)));
        }
    }
}

#[test]
fn lines_that_no_column_wrapped_are_unchanged() {
    let text = "春日報訊 花開了，樹也綠了，孩子們在園裏跑來跑去。\n老師說，這是今年最好的一天。\n\n花名冊\n\n「我也去看花。」\n園丁笑了，說明年再種，明年會更多，人人都來看。\n";
    let draft = cut(text, CutOptions::default());
    let lines: Vec<&str> = text.lines().filter(|line| !line.is_empty()).collect();
    let mut blocks: Vec<(u32, &str)> = draft
        .stories
        .iter()
        .flat_map(|story| &story.blocks)
        .map(|block| (block.lines.0, block.text.as_str()))
        .collect();
    blocks.sort_unstable();
    assert!(!draft.wrapped);
    assert_eq!(blocks.into_iter().map(|(_, text)| text).collect::<Vec<_>>(), lines);
}

#[test]
fn verse_and_lists_are_not_joined() {
    let verse = "春風吹過小橋\n流水繞過人家\n桃花開在山下\n燕子飛過屋檐\n炊煙升在黃昏\n";
    let names = "陳小花：一號\n李大樹：二號\n王春風：三號\n張流水：四號\n";
    for text in [verse, names] {
        let draft = cut(text, CutOptions::default());
        let blocks: usize = draft.stories.iter().map(|story| story.blocks.len()).sum();
        assert_eq!(blocks, text.lines().count(), "{draft:?}");
    }
}

#[test]
fn always_and_never_are_followed() {
    let text = "花開了，樹也\n綠了。\n";
    let texts = |unwrap| -> Vec<String> {
        let draft = cut(text, options(unwrap, true));
        draft.stories.into_iter().flat_map(|story| story.blocks).map(|block| block.text).collect()
    };
    assert_eq!(texts(Unwrap::Always), ["花開了，樹也綠了。"]);
    assert_eq!(texts(Unwrap::Never), ["花開了，樹也", "綠了。"]);
}

/// Compares the times of a text and of one eight times as long, which should take about eight times as long;
/// with quadratic time it would take 64 times. Times on a busy machine are rough: 32 times is allowed.
#[test]
fn time_grows_with_the_length_and_no_faster() {
    let sentence = "花開了，樹也綠了，孩子們在園裏跑來跑去。";
    type Shape = fn(usize, &str) -> String;
    let shapes: [(&str, Shape); 7] = [
        ("one line", |size, s| s.repeat(size / 20)),
        ("blank lines", |size, _| "\n".repeat(size)),
        ("marks", |size, _| "。，、！？".repeat(size / 5)),
        ("captions", |size, _| "▲花開了。\n".repeat(size / 6)),
        ("titles", |size, _| "花開 樹綠\n\n花開了。\n\n".repeat(size / 13)),
        ("open lines", |size, _| "花開了，樹也綠了，孩子們在園裏\n\n".repeat(size / 17)),
        ("datelines", |size, _| "【春日報訊】花開了。\n".repeat(size / 11)),
    ];
    for (name, shape) in shapes {
        let time = |size: usize| {
            let text = shape(size, sentence);
            let least = (0..3).map(|_| {
                let start = Instant::now();
                std::hint::black_box(cut(&text, CutOptions::default()));
                start.elapsed()
            });
            least.min().unwrap()
        };
        let (small, large) = (time(25_000), time(200_000));
        assert!(
            large.as_secs_f64() < small.as_secs_f64() * 32.0 + 0.1,
            "{name}: {small:?} for 25,000 characters, {large:?} for 200,000"
        );
    }
}

#[test]
fn five_megabytes_on_one_line_and_a_hundred_thousand_empty_lines() {
    let long = "花開了，樹也綠了。".repeat(5_000_000 / 27);
    let draft = cut(&long, CutOptions::default());
    assert_eq!(written(&draft).len(), long.len());
    assert_eq!(cut(&"\n".repeat(100_000), CutOptions::default()).stories.len(), 0);
}

fn line() -> impl Strategy<Value = String> {
    let part = prop::sample::select(vec![
        "花開了",
        "，",
        "。",
        "「",
        "」",
        " ",
        "●",
        "▲",
        "【春日報訊】",
        "記者",
        "圖片",
        "春日",
        "12",
        "New York",
        "：",
        "特寫",
        "（",
        "）",
        "\u{3000}",
        "#",
        "- ",
        "觀察",
        "\u{200F}",
        "、",
        "？",
        "http://",
        "2024年5月6日",
        "A12",
        "新華社",
        "\0",
    ]);
    prop::collection::vec(part, 0..9).prop_map(|parts| parts.concat())
}

#[test]
fn marks_of_a_heading_without_words_are_cut_whole() {
    for text in ["# #", "## ###", "# # \n天氣轉涼。"] {
        assert_whole(text, &cut(text, options(Unwrap::Detect, false)));
    }
}

proptest! {
    #[test]
    fn any_page_is_cut_whole(lines in prop::collection::vec(line(), 0..40), split: bool) {
        let text = lines.join("\n");
        for unwrap in [Unwrap::Detect, Unwrap::Always, Unwrap::Never] {
            assert_whole(&text, &cut(&text, options(unwrap, split)));
        }
    }

    #[test]
    fn finished_paragraphs_are_never_joined(counts in prop::collection::vec(1..30_usize, 1..20), blank: bool) {
        let paragraphs: Vec<String> = counts.iter().map(|&count| format!("{}花開了。", "孩子在園裏，".repeat(count))).collect();
        let text = paragraphs.join(if blank { "\n\n" } else { "\n" });
        let draft = cut(&text, CutOptions { unwrap: Unwrap::Detect, split: true });
        let found: Vec<&str> = draft.stories.iter().flat_map(|story| &story.blocks).map(|block| block.text.as_str()).collect();
        prop_assert_eq!(found, paragraphs.iter().map(String::as_str).collect::<Vec<_>>());
        prop_assert!(draft.stories.iter().flat_map(|story| &story.blocks).all(|block| block.kind == BlockKind::Paragraph));
    }

    #[test]
    fn a_wrapped_text_is_put_together_again(counts in prop::collection::vec(6..30_usize, 2..9), width in 12..31_usize) {
        let clauses = ["孩子們在園裏跑，", "老師說今年花開得比往年都要早一些，", "園丁笑了，", "大家都想多看一會兒再走，"];
        let paragraph = |&count: &usize| -> String {
            clauses.iter().cycle().skip(count % 4).take(count).copied().chain(["花就開了。"]).collect()
        };
        let paragraphs: Vec<String> = counts.iter().map(paragraph).collect();
        let mut text = String::new();
        for paragraph in &paragraphs {
            let chars: Vec<char> = paragraph.chars().collect();
            for line in chars.chunks(width) {
                text.extend(line);
                text.push('\n');
            }
            text.push('\n');
        }
        let draft = cut(&text, CutOptions { unwrap: Unwrap::Detect, split: true });
        let found: Vec<&str> = draft.stories.iter().flat_map(|story| &story.blocks).map(|block| block.text.as_str()).collect();
        prop_assert_eq!(found, paragraphs.iter().map(String::as_str).collect::<Vec<_>>());
    }
}
