//! The components of a reader's own texts, drawn natively: their markup, and their text for screen readers.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::string_slice,
    reason = "a test stops at the first surprise"
)]
#![cfg(feature = "ssr")]

mod shared {
    pub(crate) mod drawing;
}

use duidu::api::SessionOpened;
use duidu::ingest::{
    BlockKind, Caution, CautionKind, DraftBlock, FactSource, FileError, FileFailure, OriginalLine,
};
use duidu::ui::shared::Shared;
use duidu::ui::state::Import;
use duidu::ui::texts::import_status::{ImportStatus, ImportStatusProps};
use duidu::ui::texts::session_status::{SessionStatus, SessionStatusProps};
use duidu::ui::texts::storage_notice::{StorageNotice, StorageNoticeProps};
use duidu::ui::texts::text_editor::blocks::{DraftStory, DraftStoryProps};
use duidu::ui::texts::text_editor::draft_view::ListRange;
use duidu::ui::texts::text_editor::folds::OpenFolds;
use duidu::ui::texts::text_editor::lines::{TextLines, TextLinesProps};
use duidu::view::{
    AddedPage, Beside, EntriesMerged, RefusedSetting, SessionAdded, SessionChange, Setting, SettingProblem,
    StorageState, TextChange, TextPage, TextStory, Unkept,
};
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
        folds: OpenFolds::default(),
        onfold: Callback::noop(),
        oncorrect: Callback::noop(),
    }
}

/// Makes a story of a headline, many lines of a menu, and text; the headline is of a few letters.
fn with_menu(at: Option<usize>) -> DraftStoryProps {
    let menu = (2..42).map(|line| block(BlockKind::Furniture, &format!("欄目{line}"), (line, line)));
    let headline = std::iter::once(block(BlockKind::Headline, "要聞", (1, 1)));
    let text = std::iter::once(block(BlockKind::Paragraph, "昨日風平浪靜。", (42, 42)));
    let blocks: Vec<_> = headline.chain(menu).chain(text).collect();
    let caution = |kind| Caution { story: 0, line: 1, kind };
    let page = Shared::new(TextPage {
        stories: vec![TextStory { id: "u1-1".into(), blocks, ..TextStory::default() }],
        cautions: vec![caution(CautionKind::ShortHeadline), caution(CautionKind::NoDate)],
        ..TextPage::default()
    });
    DraftStoryProps { page, blocks: 0..42, ..story(0, at) }
}

#[test]
fn a_long_run_of_furniture_is_one_row_and_cautions_are_marked() {
    let folded = draw::<DraftStory>(|| with_menu(None));
    assert!(folded.contains("40 行未收入") && folded.contains("aria-expanded=\"false\""), "{folded}");
    assert_eq!(folded.matches("kind-furniture").count(), 0);
    assert!(folded.contains("標題存疑：只有幾個字") && folded.contains("沒有日期"), "{folded}");
    let opened = draw::<DraftStory>(|| with_menu(Some(7)));
    assert!(opened.contains("aria-expanded=\"true\""));
    assert_eq!(opened.matches("kind-furniture").count(), 40);
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
fn a_line_that_was_changed_on_the_way_in_shows_what_it_was() {
    let markup = draw::<TextLines>(|| {
        let mut changed = (*page()).clone();
        changed.originals = vec![OriginalLine { line: 2, text: "花\u{200B}開".into() }];
        TextLinesProps {
            page: Shared::new(changed),
            stretch: ListRange::first(4),
            marked: None,
            onpoint: Callback::noop(),
            onpick: Callback::noop(),
            onstretch: Callback::noop(),
        }
    });
    assert_eq!(markup.matches("class=\"original soft\"").count(), 1);
    assert!(markup.contains("花[U+200B]開"));
}

#[test]
fn a_fact_taken_from_the_name_of_the_file_is_said_to_be() {
    fn of(source: FactSource) -> DraftStoryProps {
        let mut props = story(0, Some(2));
        let mut changed = (*props.page).clone();
        changed.stories[0].sources.paper = source;
        props.page = Shared::new(changed);
        props
    }
    assert!(draw::<DraftStory>(|| of(FactSource::Name)).contains("取自檔名"));
    assert!(!draw::<DraftStory>(|| of(FactSource::Text)).contains("取自檔名"));
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
        ImportStatusProps {
            import,
            onstop: Callback::noop(),
            onclose: Callback::noop(),
            children: Children::default(),
        }
    });
    for part in
        ["4／10", "大檔.txt", "300 MB", "200 MB", "aria-valuenow=\"4\"", "aria-valuemax=\"10\"", "取消"]
    {
        assert!(markup.contains(part), "{part} in {markup}");
    }
}

#[test]
fn an_import_that_a_clearing_ended_says_so() {
    let markup = draw::<ImportStatus>(|| {
        let import = Import { files: 3, done: 2, cleared: true, ..Import::default() };
        ImportStatusProps {
            import,
            onstop: Callback::noop(),
            onclose: Callback::noop(),
            children: Children::default(),
        }
    });
    assert!(markup.contains("已清除一切，匯入已停止"), "{markup}");
}

fn storage(state: StorageState) -> StorageNoticeProps {
    let (onsave, onmend, onreload) = (Callback::noop(), Callback::noop(), Callback::noop());
    StorageNoticeProps { state, onsave, onmend, onreload }
}

#[test]
fn a_storage_that_fails_is_said_with_what_to_do() {
    assert!(!draw::<StorageNotice>(|| storage(StorageState::Kept)).contains("role"));
    let full = draw::<StorageNotice>(|| {
        storage(StorageState::Failing { why: Unkept::Full, texts: 402, entries: 3 })
    });
    for part in ["role=\"alert\"", "402 份文本", "3 條詞典", "儲存空間已滿", "匯出工作檔", "再試"]
    {
        assert!(full.contains(part), "{part} in {full}");
    }
    let newer = draw::<StorageNotice>(|| storage(StorageState::Unreached(Unkept::Newer)));
    assert!(newer.contains("不等於沒有") && newer.contains("重新載入") && !newer.contains("再試"), "{newer}");
    let found = draw::<StorageNotice>(|| storage(StorageState::Found { texts: 7, entries: 1 }));
    assert!(found.contains("7 份自備文本") && found.contains(">載入<"), "{found}");
    let emptied =
        draw::<StorageNotice>(|| storage(StorageState::Emptied { deliberate: true, texts: 7, entries: 1 }));
    assert!(emptied.contains("已被刪除") && emptied.contains(">重新存下<"), "{emptied}");
}

fn session(opened: SessionOpened) -> SessionStatusProps {
    SessionStatusProps {
        opened: Shared::new(opened),
        onundo: Callback::noop(),
        onclose: Callback::noop(),
        onentries: Callback::noop(),
        onlist: Callback::noop(),
    }
}

#[test]
fn what_a_session_file_brought_is_counted_and_can_be_taken_back() {
    let markup = draw::<SessionStatus>(|| {
        let texts = TextChange { pages: vec!["u3".into(), "u4".into()], ..TextChange::default() };
        let entries =
            EntriesMerged { added: 5, already: 6, conflicts: "龔正 n\n".into(), homeless: 8, entries: 20 };
        let refused = RefusedSetting { name: "duiduevil".into(), problem: SettingProblem::Unknown };
        let change = SessionChange {
            texts,
            already: 9,
            beside: vec![Beside { added: "u4".into(), here: "u1".into() }],
            entries,
            settings: vec![(Setting::Reference, "的\t5".into())],
            refused: vec![refused],
            view: "#/compare/u3-1/u4-1".into(),
            added: SessionAdded {
                pages: vec![AddedPage { id: "u3".into(), digest: 1 }],
                ..SessionAdded::default()
            },
        };
        session(SessionOpened {
            change,
            taken: vec![Setting::Language],
            same: vec![],
            stays: vec![Setting::Reference],
        })
    });
    for part in [
        "新增 2 份",
        "9 份原已在此",
        "新增的 u4 與這裏的 u1",
        "新增 5 條",
        "1 條與這裏的說法不同",
        "龔正 n",
        "8 條所指的文本不在檔案內",
        "已採用的設定：語言",
        "改用檔案的詞頻表",
        "duiduevil",
        "復原這次匯入",
        "href=\"#/compare/u3-1/u4-1\"",
    ] {
        assert!(markup.contains(part), "{part} in {markup}");
    }
    let nothing = draw::<SessionStatus>(|| session(SessionOpened::default()));
    assert!(!nothing.contains("復原這次匯入"), "where nothing came, there is nothing to take back");
}
