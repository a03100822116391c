//! Tests of edits to a page.

use proptest::prelude::*;

use super::*;
use crate::ingest::{Encoding, Unwrap};

/// Builds a page of three stories: headlines, paragraphs, and a line outside them.
fn page() -> Page {
    let block = |kind, text: &str, line| DraftBlock { kind, text: text.to_owned(), lines: (line, line) };
    let story = |blocks| DraftStory { blocks, ..DraftStory::default() };
    let text =
        "春天花開\n山上的花都開了。\n掃碼閱全文\n夏天樹綠\n樹都綠了。\n水也漲了。\n秋天葉落\n葉都落了。";
    let draft = Draft {
        stories: vec![
            story(vec![
                block(BlockKind::Headline, "春天花開", 1),
                block(BlockKind::Paragraph, "山上的花都開了。", 2),
                block(BlockKind::Furniture, "掃碼閱全文", 3),
            ]),
            story(vec![
                block(BlockKind::Headline, "夏天樹綠", 4),
                block(BlockKind::Paragraph, "樹都綠了。", 5),
                block(BlockKind::Paragraph, "水也漲了。", 6),
            ]),
            story(vec![
                block(BlockKind::Headline, "秋天葉落", 7),
                block(BlockKind::Paragraph, "葉都落了。", 8),
            ]),
        ],
        ..Draft::default()
    };
    let source = Source { name: "四季.txt".to_owned(), text: text.to_owned(), ..Source::default() };
    let stories =
        (1..=3).map(|number| PageStory { number, metadata: Metadata::default() }).collect::<Vec<_>>();
    Page { id: "u7".to_owned(), source, draft, stories, next_story: 4, ..Page::default() }
}

fn ids(page: &Page) -> Vec<String> {
    (0..page.stories.len()).map(|story| page.story_id(story)).collect()
}

/// Returns the characters of a page's blocks, sorted, which only an edit of a text may change.
fn letters(page: &Page) -> Vec<char> {
    let blocks = page.draft.stories.iter().flat_map(|story| &story.blocks);
    let mut letters: Vec<char> =
        blocks.flat_map(|block| block.text.chars()).filter(|c| !c.is_whitespace()).collect();
    letters.sort_unstable();
    letters
}

/// Returns all of a page that undo restores: not the history, which does so, nor the revision, which only grows.
fn state(page: &Page) -> Page {
    Page { history: History::default(), revision: 0, ..page.clone() }
}

#[test]
fn a_split_gets_the_next_free_number_and_a_join_gives_it_up() {
    let mut page = page();
    assert_eq!(page.edit(PageEdit::SplitBefore { story: 1, block: 2 }), Ok(true));
    assert_eq!(ids(&page), ["u7-1", "u7-2", "u7-4", "u7-3"]);
    assert_eq!(page.edit(PageEdit::JoinWithPrevious { story: 2 }), Ok(true));
    assert_eq!(ids(&page), ["u7-1", "u7-2", "u7-3"]);
    page.edit(PageEdit::SplitBefore { story: 0, block: 1 }).unwrap();
    assert_eq!(ids(&page), ["u7-1", "u7-5", "u7-2", "u7-3"]);
    assert_eq!(page.place_of("u7-3"), Some(3));
    assert_eq!(page.place_of("u7-4"), None);
}

#[test]
fn the_second_headline_of_joined_stories_is_a_subhead() {
    let mut page = page();
    page.edit(PageEdit::JoinWithPrevious { story: 1 }).unwrap();
    let story = &page.as_stories()[0];
    let kinds: Vec<BlockKind> = story.blocks.iter().map(|block| block.kind).collect();
    use BlockKind::{Headline, Paragraph, Subhead};
    assert_eq!(kinds, [Headline, Paragraph, Subhead, Paragraph, Paragraph]);
}

#[test]
fn furniture_is_left_out_named_and_comes_back() {
    let mut page = page();
    assert_eq!(page.as_stories()[0].blocks.len(), 2);
    let dropped = |page: &Page| page.warnings().iter().map(|warning| warning.line).collect::<Vec<_>>();
    assert_eq!(dropped(&page), [3]);
    page.edit(PageEdit::SetKind { story: 0, block: 2, kind: BlockKind::Note }).unwrap();
    assert_eq!(page.as_stories()[0].blocks[2].text, "掃碼閱全文");
    assert!(dropped(&page).is_empty());
    assert_eq!(page.leave_out(1), Ok(true));
    assert_eq!(dropped(&page), [4, 5, 6]);
    let left: Vec<String> = page.as_stories().into_iter().map(|story| story.id).collect();
    assert_eq!(left, ["u7-1", "u7-3"]);
    assert!(page.undo());
    assert_eq!(page.as_stories().len(), 3);
}

#[test]
fn a_block_set_as_headline_comes_first() {
    let mut page = page();
    page.edit(PageEdit::SetKind { story: 1, block: 0, kind: BlockKind::Deck }).unwrap();
    page.edit(PageEdit::SetKind { story: 1, block: 2, kind: BlockKind::Headline }).unwrap();
    let texts: Vec<String> = page.as_stories()[1].blocks.iter().map(|block| block.text.clone()).collect();
    assert_eq!(texts, ["水也漲了。", "夏天樹綠", "樹都綠了。"]);
}

#[test]
fn moving_a_block_counts_places_as_they_were() {
    let texts = |page: &Page, story: usize| -> Vec<String> {
        page.draft.stories[story].blocks.iter().map(|block| block.text.clone()).collect()
    };
    let mut page = page();
    page.edit(PageEdit::MoveBlock { from: (1, 0), to: (1, 3) }).unwrap();
    assert_eq!(texts(&page, 1), ["樹都綠了。", "水也漲了。", "夏天樹綠"]);
    page.edit(PageEdit::MoveBlock { from: (1, 2), to: (1, 0) }).unwrap();
    assert_eq!(texts(&page, 1), ["夏天樹綠", "樹都綠了。", "水也漲了。"]);
    page.edit(PageEdit::MoveBlock { from: (2, 1), to: (0, 1) }).unwrap();
    page.edit(PageEdit::MoveBlock { from: (2, 0), to: (0, 0) }).unwrap();
    assert_eq!(texts(&page, 0), ["秋天葉落", "春天花開", "葉都落了。", "山上的花都開了。", "掃碼閱全文"]);
    assert_eq!(ids(&page), ["u7-1", "u7-2"]);
    assert_eq!(page.edit(PageEdit::MoveBlock { from: (0, 1), to: (0, 2) }), Ok(false));
}

#[test]
fn what_is_said_of_a_story_goes_before_what_is_said_of_the_page() {
    let mut page = page();
    page.draft.stories[0].paper = "晨報".to_owned();
    let said = |paper: &str| Metadata { paper: paper.to_owned(), ..Metadata::default() };
    let papers = |page: &Page| page.as_stories().into_iter().map(|story| story.paper).collect::<Vec<_>>();
    assert_eq!(papers(&page), ["晨報", "", ""]);
    page.edit(PageEdit::SetMetadata { story: None, metadata: said("晚報") }).unwrap();
    page.edit(PageEdit::SetMetadata { story: Some(2), metadata: said("週報") }).unwrap();
    assert_eq!(papers(&page), ["晚報", "晚報", "週報"]);
    let wrong = Metadata { date: "2025-02-30".to_owned(), ..Metadata::default() };
    let refused = page.edit(PageEdit::SetMetadata { story: None, metadata: wrong });
    assert_eq!(refused, Err(EditError::NotADate { given: "2025-02-30".to_owned() }));
}

#[test]
fn the_name_of_a_file_tells_what_its_text_does_not_and_is_said_to() {
    let source = Source {
        name: "花展/2024-03-07 晨光報/1.txt".to_owned(),
        text: "2024年3月9日 國際\n春天花開\n山上的花都開了，遊人很多。".to_owned(),
        ..Source::default()
    };
    let mut page = Page::new(source, None, CutOptions::default());
    let known = |page: &Page| {
        let (Metadata { paper, date, series, .. }, sources) = page.known_of(0);
        ([paper, date, series], [sources.paper, sources.date, sources.series])
    };
    use FactSource::{Name, Page as OfPage, Story, Text};
    let facts = ["晨光報", "2024-03-09", "花展"].map(str::to_owned);
    assert_eq!(known(&page), (facts, [Name, Text, Name]));
    let series = |series: &str| Metadata { series: series.to_owned(), ..Metadata::default() };
    page.edit(PageEdit::SetMetadata { story: None, metadata: series("花") }).unwrap();
    assert_eq!(known(&page).1, [Name, Text, OfPage]);
    page.edit(PageEdit::SetMetadata { story: Some(0), metadata: series("樹") }).unwrap();
    assert_eq!(known(&page).1, [Name, Text, Story]);
    assert_eq!(page.as_stories()[0].paper, "晨光報");
}

#[test]
fn a_line_with_the_paper_and_its_day_names_both() {
    for line in
        ["《春報》2025年5月20日", "春報，2025年5月20日", "2025-05-20《花城日報》", "【春報】2025/5/20 A12"]
    {
        let text = format!("{line}\n春天花開\n山上的花都開了，遊人很多。");
        let page = Page::new(Source { text, ..Source::default() }, None, CutOptions::default());
        let story = &page.as_stories()[0];
        let paper = if line.contains("花城") { "花城日報" } else { "春報" };
        assert_eq!((story.paper.as_str(), story.date.as_str()), (paper, "2025-05-20"), "{line}");
    }
}

#[test]
fn edits_that_cannot_be_are_refused_and_change_nothing() {
    let mut page = page();
    let before = page.clone();
    use PageEdit::{JoinWithPrevious, MoveBlock, SetEncoding, SetKind, SetText, SplitBefore};
    for (edit, error) in [
        (SplitBefore { story: 9, block: 1 }, EditError::NoSuchStory { story: 9, stories: 3 }),
        (SplitBefore { story: 0, block: 3 }, EditError::NoSuchBlock { block: 3, blocks: 3 }),
        (SplitBefore { story: 0, block: 0 }, EditError::NothingToSplit),
        (JoinWithPrevious { story: 0 }, EditError::NothingBefore),
        (JoinWithPrevious { story: 3 }, EditError::NoSuchStory { story: 3, stories: 3 }),
        (MoveBlock { from: (0, 0), to: (1, 4) }, EditError::NoSuchBlock { block: 4, blocks: 3 }),
        (
            SetKind { story: u32::MAX, block: 0, kind: BlockKind::Note },
            EditError::NoSuchStory { story: u32::MAX, stories: 3 },
        ),
        (SetText { story: 0, block: 0, text: " \n\u{feff}".to_owned() }, EditError::EmptyText),
        (SetEncoding(Encoding::Big5), EditError::NoBytes),
    ] {
        assert_eq!(page.edit(edit), Err(error));
        assert_eq!(page, before);
    }
}

#[test]
fn a_text_set_by_hand_stands_on_one_line() {
    let mut page = page();
    page.edit(PageEdit::SetText { story: 0, block: 0, text: " 春天\r\n花\0開 ".to_owned() }).unwrap();
    assert_eq!(page.as_stories()[0].blocks[0].text, "春天花開");
}

#[test]
fn bytes_of_a_wrong_encoding_are_read_again_and_what_is_known_stays() {
    let text = "春天來了，山上的花都開了。";
    let source = Source {
        name: "春.txt".to_owned(),
        text: text.to_owned(),
        encoding: Some(Encoding::Utf8),
        ..Source::default()
    };
    let mut page = Page::new(source, None, CutOptions::default());
    let known = Metadata { paper: "晨報".to_owned(), ..Metadata::default() };
    page.edit(PageEdit::SetMetadata { story: None, metadata: known.clone() }).unwrap();
    page.edit(PageEdit::SetEncoding(Encoding::Gb18030)).unwrap();
    assert_eq!((page.source.encoding, &page.metadata), (Some(Encoding::Gb18030), &known));
    page.edit(PageEdit::SetEncoding(Encoding::Utf8)).unwrap();
    assert_eq!(page.source.text, text);
    assert_eq!(page.bytes.as_deref(), Some(text.as_bytes()));
}

#[test]
fn a_history_forgets_its_oldest_steps_and_never_its_last() {
    let mut page = page();
    for number in 0..150 {
        page.edit(PageEdit::SetText { story: 0, block: 0, text: format!("題{number}") }).unwrap();
    }
    let mut undone = 0;
    while page.undo() {
        undone += 1;
    }
    assert_eq!(undone, 100);
    page.edit(PageEdit::SetText { story: 0, block: 0, text: "長".repeat(2_000_000) }).unwrap();
    page.edit(PageEdit::SetText { story: 0, block: 0, text: "短".to_owned() }).unwrap();
    assert!(page.undo());
    assert!(!page.undo());
}

#[test]
fn a_record_whose_parts_do_not_fit_together_is_none() {
    assert!(page().checked().is_some());
    let mut short = page();
    short.stories.pop();
    assert!(short.checked().is_none());
    let mut twice = page();
    twice.stories[1].number = 1;
    assert!(twice.checked().is_none());
}

fn edit() -> impl Strategy<Value = PageEdit> {
    let at = || (0..4_u32, 0..5_u32);
    let kind = prop::sample::select(vec![
        BlockKind::Headline,
        BlockKind::Paragraph,
        BlockKind::Furniture,
        BlockKind::Caption,
    ]);
    let unwrap = prop::sample::select(vec![Unwrap::Detect, Unwrap::Always, Unwrap::Never]);
    let metadata = "[晨晚]報".prop_map(|paper| Metadata { paper, ..Metadata::default() });
    prop_oneof![
        at().prop_map(|(story, block)| PageEdit::SplitBefore { story, block }),
        (0..4_u32).prop_map(|story| PageEdit::JoinWithPrevious { story }),
        (at(), at()).prop_map(|(from, to)| PageEdit::MoveBlock { from, to }),
        (at(), kind).prop_map(|((story, block), kind)| PageEdit::SetKind { story, block, kind }),
        (prop::option::of(0..4_u32), metadata)
            .prop_map(|(story, metadata)| PageEdit::SetMetadata { story, metadata }),
        (unwrap, any::<bool>())
            .prop_map(|(unwrap, split)| PageEdit::SetOptions(CutOptions { unwrap, split })),
        Just(PageEdit::Recut),
    ]
}

proptest! {
    #[test]
    fn no_sequence_of_edits_loses_a_character_and_each_can_be_undone(
        edits in prop::collection::vec(edit(), 1..40)
    ) {
        let mut page = page();
        let all = letters(&page);
        let mut before = vec![state(&page)];
        for edit in edits {
            if let Ok(true) = page.edit(edit) {
                before.push(state(&page));
            }
            prop_assert_eq!(&letters(&page), &all);
            prop_assert!(page.clone().checked().is_some());
            let stories = page.as_stories();
            prop_assert!(stories.iter().all(|story| !story.blocks.is_empty()));
        }
        let json = serde_json::to_string(&page).unwrap();
        prop_assert_eq!(&serde_json::from_str::<Page>(&json).unwrap(), &page);
        let last = before.pop().unwrap();
        for state_before in before.iter().rev() {
            prop_assert!(page.undo());
            prop_assert_eq!(&state(&page), state_before);
        }
        prop_assert!(!page.undo());
        for _ in 0..before.len() {
            prop_assert!(page.redo());
        }
        prop_assert_eq!(&state(&page), &last);
    }
}

#[test]
fn a_stored_page_loses_dates_that_are_none_and_nothing_else() {
    let source = Source {
        text: "一號消息\n今日碼頭有雨，漁船沒有出海。".to_owned(), ..Source::default()
    };
    let mut page = Page::new(source, None, CutOptions::default());
    page.metadata.date = "2025-05-20".to_owned();
    assert_eq!(page.clone().checked(), Some(page.clone()));
    let good = page.clone();
    page.draft.stories[0].date = "banana".to_owned();
    page.stories[0].metadata.date = "2025-99-99".to_owned();
    page.source.metadata.date = "2025".to_owned();
    assert_eq!(page.checked(), Some(good));
}
