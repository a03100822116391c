//! Tests of own texts in the engine.

use super::*;
use crate::corpus::{Scope, StoryFilter, Units};
use crate::engine::{
    Answer, Ask, CompareQuestion, ContentNamesQuestion, EditTexts, PageRecord, StoriesQuestion,
    StoryListQuestion, StoryQuestion, StoryTextQuestion, TextPageQuestion, TextsQuestion, WordListQuestion,
};
use crate::ingest::{BlockKind, CutOptions, Metadata, PageEdit};

fn engine() -> Engine {
    Engine::open(include_bytes!("../../../static/model/segmenter.bin").to_vec(), |_, _, _| ()).unwrap()
}

fn add(engine: &mut Engine, name: &str, text: &str, metadata: Metadata) -> view::TextChange {
    let options = CutOptions { split: false, ..CutOptions::default() };
    engine
        .ask(
            EditTexts {
                edit: TextEdit::Add { name: name.to_owned(), text: text.to_owned(), options, metadata },
            }
            .query(),
        )
        .unwrap()
}

fn edit(engine: &mut Engine, id: &str, edit: PageEdit) -> Result<view::TextChange, EngineError> {
    engine.ask(EditTexts { edit: TextEdit::Edit { id: id.to_owned(), revision: None, edit } }.query())
}

fn stories(engine: &mut Engine, scope: Scope) -> Vec<view::StoryRow> {
    match engine.handle(StoriesQuestion { scope }) {
        Ok(Answer::Stories(rows)) => rows,
        other => panic!("{other:?}"),
    }
}

/// Returns the frequency of a word in a scope.
fn frequency(engine: &mut Engine, word: &str, scope: Scope) -> u32 {
    let question = WordListQuestion { scope, ..WordListQuestion::default() };
    let list = engine.ask(question.query()).unwrap();
    list.rows.iter().find(|row| row.word == word).map_or(0, |row| row.frequency)
}

const TEXT: &str =
    "山上的花\n春天來了，山上的花都開了。\n夏天來了，山上的樹都綠了。\n秋天來了，山上的葉都落了。";

#[test]
fn an_own_story_is_a_story_like_any_other() {
    let mut engine = engine();
    let before = stories(&mut engine, Scope::All).len();
    let in_all = frequency(&mut engine, "春天", Scope::All);
    let series = |series: &str| Metadata { series: series.to_owned(), ..Metadata::default() };
    let change = add(&mut engine, "山.txt", TEXT, series("四季"));
    assert_eq!((change.pages, change.stories), (vec!["u1".to_owned()], vec!["u1-1".to_owned()]));
    let rows = stories(&mut engine, Scope::All);
    assert_eq!(rows.len(), before + 1);
    let row = rows.last().unwrap();
    assert_eq!((row.id.as_str(), row.page.as_str(), row.series.as_str()), ("u1-1", "u1", "四季"));
    assert!(row.tokens > 0);
    assert_eq!(frequency(&mut engine, "春天", Scope::All), in_all + 1);
    let of_series = StoryFilter { series: Some("四季".to_owned()), ..StoryFilter::default() };
    assert_eq!(frequency(&mut engine, "春天", Scope::Filter(of_series)), 1);
    let compare = CompareQuestion {
        a: "u1-1".to_owned(),
        b: rows[0].id.clone(),
        fold_variants: true,
        ignore_punctuation: true,
        min_run: None,
    };
    assert!(engine.handle(compare).is_ok());
    let text = engine.ask(StoryTextQuestion { id: "u1-1".to_owned() }.query()).unwrap();
    assert_eq!(text.replace('\n', ""), TEXT.replace('\n', ""));
}

#[test]
fn counts_follow_every_edit_and_its_undoing() {
    let mut engine = engine();
    add(&mut engine, "山.txt", TEXT, Metadata::default());
    let own = || Scope::Filter(StoryFilter { page: Some("u1".to_owned()), ..StoryFilter::default() });
    assert_eq!(frequency(&mut engine, "夏天", own()), 1);
    let page = engine.ask(TextPageQuestion { id: "u1".to_owned() }.query()).unwrap();
    let block = page.stories[0].blocks.iter().position(|block| block.text.contains("夏天")).unwrap();
    let block = u32::try_from(block).unwrap();
    let furniture = PageEdit::SetKind { story: 0, block, kind: BlockKind::Furniture };
    edit(&mut engine, "u1", furniture).unwrap();
    assert_eq!(frequency(&mut engine, "夏天", own()), 0);
    engine.ask(EditTexts { edit: TextEdit::Undo { id: "u1".to_owned() } }.query()).unwrap();
    assert_eq!(frequency(&mut engine, "夏天", own()), 1);
    let change = edit(&mut engine, "u1", PageEdit::SplitBefore { story: 0, block }).unwrap();
    assert_eq!(change.stories, ["u1-1", "u1-2"]);
    assert_eq!(frequency(&mut engine, "夏天", Scope::Stories(vec!["u1-2".to_owned()])), 1);
    assert_eq!(frequency(&mut engine, "春天", Scope::Stories(vec!["u1-1".to_owned()])), 1);
    engine.ask(EditTexts { edit: TextEdit::Remove { id: "u1-1".to_owned() } }.query()).unwrap();
    assert_eq!(frequency(&mut engine, "春天", own()), 0);
    assert_eq!(stories(&mut engine, own()).len(), 1);
    engine.ask(EditTexts { edit: TextEdit::Remove { id: "u1-2".to_owned() } }.query()).unwrap();
    assert_eq!(stories(&mut engine, own()).len(), 0);
    assert_eq!(engine.texts(), []);
}

#[test]
fn after_any_change_everything_is_as_if_it_had_been_so_from_the_start() {
    let mut engine = engine();
    let bundled = stories(&mut engine, Scope::All);
    for number in 0..3 {
        add(&mut engine, "山.txt", &format!("{TEXT}第{number}。"), Metadata::default());
    }
    stories(&mut engine, Scope::All);
    engine.ask(EditTexts { edit: TextEdit::Remove { id: "u2".to_owned() } }.query()).unwrap();
    add(&mut engine, "海.txt", "海邊的風很大，浪也很高。", Metadata::default());
    edit(&mut engine, "u1", PageEdit::SplitBefore { story: 0, block: 1 }).unwrap();
    let rows = stories(&mut engine, Scope::All);
    let ids: Vec<&str> = rows[bundled.len()..].iter().map(|row| row.id.as_str()).collect();
    assert_eq!(ids, ["u1-1", "u1-2", "u3-1", "u4-1"]);
    let mut fresh = self::engine();
    for number in [1, 3, 4] {
        let page = engine.page_record(number).unwrap().page().unwrap();
        fresh.follow_pages(vec![(number, Some(page))]).unwrap();
    }
    assert_eq!(stories(&mut fresh, Scope::All), rows);
    let question = || WordListQuestion::default().over(Units::default());
    assert_eq!(fresh.handle(question()), engine.handle(question()));
    engine.clear().unwrap();
    assert_eq!(stories(&mut engine, Scope::All), bundled);
    assert_eq!(engine.next_page(), 5, "a number is not given twice");
}

#[test]
fn an_edit_for_an_older_state_is_refused() {
    let mut engine = engine();
    add(&mut engine, "山.txt", TEXT, Metadata::default());
    let page = engine.ask(TextPageQuestion { id: "u1".to_owned() }.query()).unwrap();
    let split = || TextEdit::Edit {
        id: "u1".to_owned(),
        revision: Some(page.revision),
        edit: PageEdit::SplitBefore { story: 0, block: 1 },
    };
    assert!(engine.ask(EditTexts { edit: split() }.query()).is_ok());
    assert_eq!(
        engine.ask(EditTexts { edit: split() }.query()),
        Err(EngineError::TextChanged { id: "u1".to_owned() })
    );
    for unknown in ["u2", "u01", "u1-9", "u", "003-1", "003"] {
        let refused = engine.ask(EditTexts { edit: TextEdit::Remove { id: unknown.to_owned() } }.query());
        assert_eq!(refused, Err(EngineError::UnknownText { id: unknown.to_owned() }));
    }
    assert_eq!(
        engine.ask(EditTexts { edit: TextEdit::Redo { id: "u1".to_owned() } }.query()),
        Err(EngineError::NothingToUndo)
    );
}

#[test]
fn a_record_of_a_later_version_or_a_broken_one_is_told() {
    let mut engine = engine();
    add(&mut engine, "山.txt", TEXT, Metadata::default());
    let record = engine.page_record(1).unwrap();
    let json = record.json.replace("\"version\":1", "\"version\":9");
    assert_eq!(PageRecord { json, bytes: None }.page(), Err(RecordError::TooNew));
    let json = record.json[..record.json.len() / 2].trim_end_matches('\u{fffd}').to_owned();
    assert!(matches!(PageRecord { json, bytes: None }.page(), Err(RecordError::Broken { .. })));
}

#[test]
fn only_the_stories_a_question_needs_are_cut() {
    let mut engine = engine();
    for _ in 0..3 {
        add(&mut engine, "山.txt", TEXT, Metadata::default());
    }
    let units = Units::default();
    let unsegmented = |engine: &Engine| engine.corpus.unsegmented(units, &Scope::All);
    assert_eq!(unsegmented(&engine), 3);
    engine.handle(TextsQuestion {}).unwrap();
    engine.handle(StoryTextQuestion { id: "u2-1".to_owned() }).unwrap();
    let listed = engine.ask(StoryListQuestion {}.query()).unwrap();
    assert!(listed.iter().any(|row| row.id == "u2-1" && row.characters > 0));
    assert_eq!(unsegmented(&engine), 3);
    engine.handle(StoryQuestion { id: "u2-1".to_owned() }).unwrap();
    assert_eq!(unsegmented(&engine), 2);
    let all = StoriesQuestion { scope: Scope::All }.into();
    let mut left = Vec::new();
    loop {
        left.push(engine.prepare(&all, 1).unwrap());
        if left.last() == Some(&0) {
            break;
        }
    }
    assert_eq!(left, [1, 1, 0], "one story at a time, and told at least once that there is more");
    assert_eq!(unsegmented(&engine), 0);
}

/// Returns the names of all own texts and stories, as `u1~source.text`.
fn names(engine: &mut Engine) -> Vec<view::ContentName> {
    engine.ask(ContentNamesQuestion {}.query()).unwrap()
}

#[test]
fn names_follow_the_content_and_not_the_number() {
    let mut here = engine();
    add(&mut here, "山.txt", TEXT, Metadata::default());
    add(&mut here, "海.txt", "海邊的風\n海邊的風很大，船都回來了。", Metadata::default());
    let mine = names(&mut here);
    assert_eq!(mine.iter().map(|name| name.id.as_str()).collect::<Vec<_>>(), ["u1", "u1-1", "u2", "u2-1"]);
    assert!(mine[0].source != mine[2].source && mine[1].text != mine[3].text);
    assert!(mine[1].source == mine[0].source && mine[0].text.is_empty());
    let mut there = engine();
    add(&mut there, "別名.txt", "別的\n這是別的一篇文章，寫的是別的事。", Metadata::default());
    let known = Metadata { paper: "晨報".to_owned(), ..Metadata::default() };
    add(&mut there, "又一名.txt", TEXT, known);
    let theirs = names(&mut there);
    assert_eq!((&theirs[3].source, &theirs[3].text), (&mine[1].source, &mine[1].text));
    assert!(theirs[1].text != mine[1].text);
}

#[test]
fn an_edit_changes_the_text_of_a_name_and_not_its_source() {
    let mut engine = engine();
    add(&mut engine, "山.txt", TEXT, Metadata::default());
    let before = names(&mut engine);
    let changed =
        PageEdit::SetText { story: 0, block: 1, text: "春天來了，山下的花也開了。".to_owned() };
    edit(&mut engine, "u1", changed).unwrap();
    let after = names(&mut engine);
    assert_eq!(after[1].source, before[1].source);
    assert!(after[1].text != before[1].text);
    engine.ask(EditTexts { edit: TextEdit::Undo { id: "u1".to_owned() } }.query()).unwrap();
    assert_eq!(names(&mut engine), before);
    engine.ask(EditTexts { edit: TextEdit::Remove { id: "u1".to_owned() } }.query()).unwrap();
    assert_eq!(names(&mut engine), []);
}
