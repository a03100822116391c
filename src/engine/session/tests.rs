//! Tests of session files: they are restored whole, they replace nothing, and what they added can be removed again.

use super::*;
use crate::engine::{
    Answer, Ask, DictionaryEdit, EditDictionary, EditTexts, StoryTextQuestion, TextEdit, UndoSession,
};
use crate::ingest::{CutOptions, Encoding, Metadata, PageEdit, ReadOptions, read_file};

const SPRING: &str = "山上的花\n春天來了，山上的花都開了。\n夏天來了，山上的樹都綠了。";

fn engine() -> Engine {
    Engine::open(include_bytes!("../../../static/model/segmenter.bin").to_vec(), |_, _, _| ()).unwrap()
}

fn add(engine: &mut Engine, name: &str, text: &str) {
    let options = CutOptions { split: false, ..CutOptions::default() };
    let (name, text) = (name.to_owned(), text.to_owned());
    let edit = TextEdit::Add { name, text, options, metadata: Metadata::default() };
    engine.handle(EditTexts { edit }).unwrap();
}

fn edit(engine: &mut Engine, id: &str, edit: PageEdit) {
    let edit = TextEdit::Edit { id: id.to_owned(), revision: None, edit };
    engine.handle(EditTexts { edit }).unwrap();
}

fn set_text(engine: &mut Engine, id: &str, text: &str) {
    edit(engine, id, PageEdit::SetText { story: 0, block: 0, text: text.to_owned() });
}

fn say(engine: &mut Engine, lines: &str) {
    let edit = DictionaryEdit::Import { text: lines.to_owned() };
    engine.handle(EditDictionary { edit }).unwrap();
}

fn names(engine: &Engine) -> Vec<String> {
    engine.texts().into_iter().map(|row| format!("{} {}", row.id, row.name)).collect()
}

fn text(engine: &mut Engine, id: &str) -> String {
    match engine.handle(StoryTextQuestion { id: id.to_owned() }) {
        Ok(Answer::Text(text)) => text,
        other => panic!("{id}: {other:?}"),
    }
}

fn undo(engine: &mut Engine, change: &view::SessionChange) -> SessionUndone {
    engine.ask(UndoSession { added: change.added.clone() }.query()).unwrap()
}

/// Exports all own data of an engine as a file.
fn whole(engine: &Engine) -> String {
    engine.export_session(Vec::new(), String::new())
}

#[test]
fn a_session_comes_back_byte_for_byte_where_nothing_is() {
    let mut engine = engine();
    add(&mut engine, "山.txt", SPRING);
    add(&mut engine, "海.txt", "海邊的風很大，浪也很高。");
    add(&mut engine, "川.txt", "河水很急。");
    edit(&mut engine, "u1", PageEdit::SplitBefore { story: 0, block: 1 });
    set_text(&mut engine, "u3", "\"風\" \\ 很大");
    engine.handle(EditTexts { edit: TextEdit::Remove { id: "u2".to_owned() } }).unwrap();
    say(&mut engine, "山上 n\n浪也很高 0 浪/也/很高\n#here 0-2 山/上 - u1-1\n");
    let settings = || {
        let value = |setting, value: &str| (setting, value.to_owned());
        vec![
            value(Setting::Language, "en"),
            value(Setting::Theme, "dark"),
            value(Setting::Reference, "的\t5120\n"),
            value(Setting::StopWords, "的\n了\n"),
        ]
    };
    let first = engine.export_session(settings(), "#/compare/u1-1/u2-1".to_owned());
    engine.clear().unwrap();
    let change = engine.import_session(&first).unwrap();
    assert_eq!((change.settings, change.refused), (settings(), vec![]));
    assert_eq!(change.view, "#/compare/u1-1/u2-1");
    for other in ["", "https://example.org/", "javascript:alert(1)"] {
        let file = engine.export_session(Vec::new(), other.to_owned());
        assert_eq!(engine.import_session(&file).unwrap().view, "", "{other} is no view of this page");
    }
    assert_eq!((change.entries.added, change.entries.entries, change.already), (3, 3, 0));
    assert_eq!(engine.export_session(settings(), "#/compare/u1-1/u2-1".to_owned()), first);
    let mut elsewhere = self::engine();
    elsewhere.import_session(&first).unwrap();
    assert_eq!(elsewhere.export_session(settings(), "#/compare/u1-1/u2-1".to_owned()), first);
    let back = TextEdit::Undo { id: "u1".to_owned() };
    assert!(elsewhere.handle(EditTexts { edit: back }).is_ok(), "edits can still be undone");
}

#[test]
fn an_import_replaces_nothing_and_its_references_follow() {
    let mut theirs = engine();
    add(&mut theirs, "他.txt", "龔正在說春天。");
    add(&mut theirs, "同.txt", SPRING);
    say(
        &mut theirs,
        "#here 0-3 龔正/在 - u1-1\n#here 0-2 山/上 - u2-1\n#here 0-2 中/國 - 003-1\n#here 0-2 無/處 - u9-1\n",
    );
    let side = |story: &str, words: &str| {
        format!(r#"{{"place":{{"story":"{story}","start":0,"end":2}},"words":"{words}"}}"#)
    };
    let moved =
        |one: String, other: String| format!("#move {{\"effect\":\"fact\",\"sides\":[{one},{other}]}}\n");
    say(&mut theirs, &moved(side("u1-1", "龔正"), side("u2-1", "山上")));
    let file = whole(&theirs);
    let mut mine = engine();
    add(&mut mine, "我.txt", "海邊的風很大。");
    add(&mut mine, "川.txt", "河水很急。");
    add(&mut mine, "同.txt", SPRING);
    let change = mine.import_session(&file).unwrap();
    assert_eq!(names(&mine), ["u1 我.txt", "u2 川.txt", "u3 同.txt", "u4 他.txt"]);
    assert_eq!((change.texts.pages.as_slice(), change.already), (&["u4".to_owned()][..], 1));
    assert_eq!(
        (text(&mut mine, "u1-1").as_str(), text(&mut mine, "u4-1").as_str()),
        ("海邊的風很大。", "龔正在說春天。")
    );
    assert_eq!(
        mine.dictionary_file(),
        "#here 0-2 中/國 - 003-1\n#here 0-2 山/上 - u3-1\n#here 0-3 龔正/在 - u4-1\n".to_owned()
            + &moved(side("u3-1", "山上"), side("u4-1", "龔正"))
    );
    let view::EntriesMerged { added, already, homeless, .. } = change.entries;
    assert_eq!(
        (added, already, homeless),
        (4, 0, 1),
        "what names a text that the file lacks finds none here"
    );
    let before = whole(&mine);
    let again = mine.import_session(&file).unwrap();
    assert_eq!((again.texts.pages.len(), again.already, again.entries.already), (0, 2, 4));
    assert!(again.added.is_empty());
    assert_eq!(whole(&mine), before, "a second time it brings nothing");
}

#[test]
fn a_text_edited_otherwise_comes_beside_the_one_that_is_here() {
    let mut theirs = engine();
    add(&mut theirs, "山.txt", SPRING);
    let unedited = whole(&theirs);
    set_text(&mut theirs, "u1", "他們的題");
    let mut mine = engine();
    add(&mut mine, "山.txt", SPRING);
    set_text(&mut mine, "u1", "我的題");
    let change = mine.import_session(&whole(&theirs)).unwrap();
    let beside = |added: &str| vec![view::Beside { added: added.to_owned(), here: "u1".to_owned() }];
    assert_eq!(change.beside, beside("u2"));
    assert!(text(&mut mine, "u1-1").starts_with("我的題") && text(&mut mine, "u2-1").starts_with("他們的題"));
    let change = mine.import_session(&unedited).unwrap();
    assert_eq!(change.beside, beside("u3"));
    assert!(text(&mut mine, "u3-1").starts_with("山上的花"));
    assert_eq!(mine.import_session(&unedited).unwrap().already, 1);
}

#[test]
fn the_bytes_of_a_page_are_its_own_after_an_import() {
    let add_bytes = |engine: &mut Engine, bytes: &[u8]| {
        let options = ReadOptions { encoding: Some(Encoding::Gb18030), ..ReadOptions::default() };
        let file = read_file("甲.txt", bytes.to_vec(), options).next().unwrap().unwrap();
        let number = engine.add_page(Page::new(file.source, file.bytes, CutOptions::default()));
        format!("u{number}")
    };
    // 春天 and 夏天 in Big5, read as GB 18030.
    let (spring, summer) = (b"\xac\x4b\xa4\xd1\xa1\x43", b"\xae\x4c\xa4\xd1\xa1\x43");
    let (mut mine, mut theirs) = (engine(), engine());
    add_bytes(&mut mine, spring);
    add_bytes(&mut theirs, summer);
    mine.import_session(&whole(&theirs)).unwrap();
    for (id, read) in [("u1", "春天。"), ("u2", "夏天。")] {
        edit(&mut mine, id, PageEdit::SetEncoding(Encoding::Big5));
        assert_eq!(text(&mut mine, &format!("{id}-1")), read);
    }
}

#[test]
fn texts_that_stand_twice_in_a_file_stand_twice() {
    let mut theirs = engine();
    add(&mut theirs, "山.txt", SPRING);
    add(&mut theirs, "山.txt", SPRING);
    say(&mut theirs, "#here 0-2 山/上 - u2-1\n");
    let file = whole(&theirs);
    let mut mine = engine();
    mine.import_session(&file).unwrap();
    assert_eq!(whole(&mine), file);
    let mut mine = engine();
    add(&mut mine, "海.txt", "海邊的風很大。");
    add(&mut mine, "山.txt", SPRING);
    let change = mine.import_session(&file).unwrap();
    assert_eq!((change.already, change.texts.pages.len(), change.beside.len()), (1, 1, 0));
    assert_eq!(mine.import_session(&file).unwrap().already, 2);
}

#[test]
fn what_is_said_here_of_a_word_holds() {
    let mut theirs = engine();
    say(&mut theirs, "龔正 n\n山上 n\n正在 d\n");
    let mut mine = engine();
    say(&mut mine, "龔正 nr\n山上 n\n");
    let change = mine.import_session(&whole(&theirs)).unwrap();
    let view::EntriesMerged { added, already, conflicts, .. } = change.entries;
    assert_eq!((added, already, conflicts.as_str()), (1, 1, "龔正 n\n"));
    assert_eq!(mine.dictionary_file(), "山上 n\n正在 d\n龔正 nr\n");
}

#[test]
fn one_step_takes_out_what_an_import_added_and_nothing_else() {
    let mut theirs = engine();
    add(&mut theirs, "山.txt", SPRING);
    add(&mut theirs, "海.txt", "海邊的風很大。");
    say(&mut theirs, "山上 n\n龔正 n\n#here 0-2 海/邊 - u2-1\n");
    let mut mine = engine();
    add(&mut mine, "山.txt", SPRING);
    add(&mut mine, "川.txt", "河水很急。");
    set_text(&mut mine, "u1", "我的題");
    say(&mut mine, "龔正 nr\n");
    let before = whole(&mine);
    let change = mine.import_session(&whole(&theirs)).unwrap();
    assert_eq!(names(&mine).len(), 4);
    let undone = undo(&mut mine, &change);
    assert_eq!((undone.texts, undone.entries, undone.changed), (2, 2, 0));
    assert_eq!(whole(&mine), before);
    let undone = undo(&mut mine, &change);
    assert_eq!(
        (undone.texts, undone.entries, undone.changed),
        (0, 0, 0),
        "a second time there is nothing to do"
    );
    assert_eq!(whole(&mine), before);
}

#[test]
fn what_was_changed_since_an_import_stays() {
    let mut theirs = engine();
    add(&mut theirs, "山.txt", SPRING);
    add(&mut theirs, "海.txt", "海邊的風很大。");
    say(&mut theirs, "山上 n\n龔正 n\n");
    let mut mine = engine();
    let change = mine.import_session(&whole(&theirs)).unwrap();
    set_text(&mut mine, "u2", "改過的風");
    say(&mut mine, "龔正 nr\n");
    let undone = undo(&mut mine, &change);
    assert_eq!((undone.texts, undone.entries, undone.changed), (1, 1, 2));
    assert_eq!(names(&mine), ["u2 海.txt"]);
    assert_eq!(mine.dictionary_file(), "龔正 nr\n");
}

#[test]
fn settings_beyond_the_list_are_named_and_not_taken_up() {
    let mut mine = engine();
    let file = whole(&mine).replace(
        "\"settings\":{}",
        "\"settings\":{\"duidu.language\":\"en\",\"language\":\"en\",\"theme\":7,\"duiduevil\":\"x\",\"stopWords\":\"的\\n\",\"reference\":\"的\",\"duidu.theme\":\"auto\"}",
    );
    let change = mine.import_session(&file).unwrap();
    let taken = [(Setting::Language, "en"), (Setting::Theme, "auto"), (Setting::StopWords, "的\n")];
    assert_eq!(change.settings, taken.map(|(setting, value)| (setting, value.to_owned())));
    let mut refused: Vec<(&str, SettingProblem)> =
        change.refused.iter().map(|it| (it.name.as_str(), it.problem)).collect();
    refused.sort_by_key(|&(name, _)| name);
    use SettingProblem::{Invalid, Unknown};
    assert_eq!(refused, [("duiduevil", Unknown), ("reference", Invalid), ("theme", Invalid)]);
    let many: Vec<String> = (0..500).map(|n| format!("\"{}{n}\":\"x\"", "長".repeat(90))).collect();
    let file = whole(&mine).replace("\"settings\":{}", &format!("\"settings\":{{{}}}", many.join(",")));
    let change = mine.import_session(&file).unwrap();
    assert_eq!(change.refused.len(), NAMED);
    assert!(change.refused.iter().all(|it| it.name.chars().count() == SHOWN));
}

#[test]
fn what_is_no_session_changes_nothing() {
    let mut engine = engine();
    add(&mut engine, "山.txt", SPRING);
    let whole = whole(&engine);
    let broken = [
        String::new(),
        "[]".to_owned(),
        "{\"format\":\"voyant\",\"version\":1}".to_owned(),
        whole.replace("\"u1\"", "\"003\""),
        whole.replace("\"number\":1", "\"number\":7"),
        whole.replace("\"dictionary\":\"\"", "\"dictionary\":\"字\\n\""),
    ];
    for json in broken {
        let refused = engine.import_session(&json);
        let is_named = matches!(refused, Err(EngineError::Session(SessionError::NotASession { .. })));
        assert!(is_named, "{refused:?}");
    }
    let newer = whole.replace("\"version\":1", "\"version\":2");
    let error = EngineError::Session(SessionError::TooNew { version: 2, known: 1 });
    assert_eq!(engine.import_session(&newer), Err(error));
    assert_eq!(self::whole(&engine), whole);
}

#[test]
fn a_file_that_names_the_last_number_leaves_numbers_for_others() {
    let mut theirs = engine();
    add(&mut theirs, "山.txt", SPRING);
    let file = whole(&theirs).replace("\"id\":\"u1\"", "\"id\":\"u4294967295\"");
    let mut mine = engine();
    mine.import_session(&file).unwrap();
    add(&mut mine, "海.txt", "海邊的風很大。");
    add(&mut mine, "川.txt", "河水很急。");
    assert_eq!(names(&mine), ["u1 山.txt", "u2 海.txt", "u3 川.txt"]);
    // A browser in which an earlier version kept such a page.
    mine.reserve_pages(u32::MAX);
    add(&mut mine, "甲.txt", "甲處有風。");
    add(&mut mine, "乙.txt", "乙處有雨。");
    assert_eq!(names(&mine)[3..], ["u4 甲.txt", "u5 乙.txt"]);
}
