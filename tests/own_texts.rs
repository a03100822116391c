//! The components of a reader's own texts, drawn natively: their markup, and their text for screen readers.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at the first surprise")]
#![cfg(feature = "ssr")]

mod shared {
    pub(crate) mod drawing;
}

use duidu::ingest::{BlockKind, DraftBlock, FileError, FileFailure};
use duidu::ui::components::import_status::{ImportStatus, ImportStatusProps};
use duidu::ui::components::text_blocks::{DraftStory, DraftStoryProps};
use duidu::ui::components::text_lines::{TextLines, TextLinesProps};
use duidu::ui::draft_view::ListRange;
use duidu::ui::shared::Shared;
use duidu::ui::state::Import;
use duidu::view::{TextPage, TextStory};
use shared::drawing::draw;
use yew::prelude::*;

fn block(kind: BlockKind, text: &str, lines: (u32, u32)) -> DraftBlock {
    DraftBlock { kind, text: text.into(), lines }
}

/// Makes two stories from five lines.
fn page() -> Shared<TextPage> {
    let story = |id: &str, blocks| TextStory { id: id.into(), blocks, ..TextStory::default() };
    let lines = ["港口重開", "昨日風平浪靜，", "漁船陸續出海。", "掃碼閱全文", "市集復業"];
    Shared::new(TextPage {
        lines: lines.map(str::to_owned).to_vec(),
        stories: vec![
            story(
                "u1-1",
                vec![
                    block(BlockKind::Headline, "港口重開", (1, 1)),
                    block(BlockKind::Paragraph, "昨日風平浪靜，漁船陸續出海。", (2, 3)),
                    block(BlockKind::Furniture, "掃碼閱全文", (4, 4)),
                ],
            ),
            story("u1-2", vec![block(BlockKind::Headline, "市集復業", (5, 5))]),
        ],
        ..TextPage::default()
    })
}

fn story(number: usize, at: Option<usize>) -> DraftStoryProps {
    let blocks = 0..page().stories[number].blocks.len();
    DraftStoryProps {
        page: page(),
        story: number,
        blocks,
        at,
        marked: None,
        first: at.is_none(),
        oncorrect: Callback::noop(),
    }
}

#[test]
fn a_story_names_the_kind_and_the_lines_of_each_block() {
    let markup = draw::<DraftStory>(|| story(0, None));
    for part in
        ["標題", "正文", "版面雜項", "2–3", "昨日風平浪靜，漁船陸續出海。", "#/read/u1-1", "#/compare/u1-1"]
    {
        assert!(markup.contains(part), "{part} in {markup}");
    }
    // One stop for the Tab key; arrow keys continue from there.
    assert_eq!(markup.matches("tabindex=\"0\"").count(), 1);
    assert_eq!(markup.matches("tabindex=\"-1\"").count(), 2);
    // Nothing precedes the first story.
    assert!(!markup.contains("併入上一篇"));
}

#[test]
fn only_the_block_the_reader_is_at_has_tools() {
    let markup = draw::<DraftStory>(|| story(0, Some(1)));
    assert_eq!(markup.matches("class=\"block-tools\"").count(), 1);
    for part in ["在此分篇", "上移", "下移", "略去", "移到另一篇"] {
        assert!(markup.contains(part), "{part} in {markup}");
    }
    // The wording of a paragraph is the newspaper's.
    assert!(!markup.contains("改寫"));
}

#[test]
fn furniture_can_come_back_and_a_heading_be_written_anew() {
    assert!(draw::<DraftStory>(|| story(0, Some(2))).contains("復用"));
    let second = draw::<DraftStory>(|| story(1, Some(0)));
    assert!(second.contains("改寫") && second.contains("併入上一篇"));
}

#[test]
fn the_lines_of_a_block_are_marked() {
    let markup = draw::<TextLines>(|| TextLinesProps {
        page: page(),
        stretch: ListRange::first(4),
        marked: Some((2, 3)),
        onpoint: Callback::noop(),
        onpick: Callback::noop(),
        onstretch: Callback::noop(),
    });
    assert_eq!(markup.matches("class=\"marked\"").count(), 2);
    assert_eq!(markup.matches("data-line=").count(), 4);
    // The fifth line is drawn on request.
    assert!(markup.contains("另有 1 行") && !markup.contains("市集復業"));
}

#[test]
fn a_file_that_gives_nothing_is_named_with_its_reason() {
    let markup = draw::<ImportStatus>(|| {
        let reason = FileError::TooLarge { megabytes: 300, limit: 200 };
        let import = Import {
            files: 10,
            done: 4,
            texts: 3,
            stories: 7,
            failures: vec![FileFailure { name: "大檔.txt".into(), reason }],
            running: true,
            ..Import::default()
        };
        ImportStatusProps { import, onstop: Callback::noop(), onclose: Callback::noop() }
    });
    for part in
        ["4／10", "大檔.txt", "300 MB", "200 MB", "aria-valuenow=\"4\"", "aria-valuemax=\"10\"", "取消"]
    {
        assert!(markup.contains(part), "{part} in {markup}");
    }
}
