//! Tests of storing and merging: whatever windows and storage do, nothing that was confirmed is lost.

use super::*;
use crate::engine::{Answer, ClearEverything, DictionaryEdit, EditTexts, TextEdit};
use crate::ingest::{CutOptions, Metadata, PageEdit};

fn engine() -> Engine {
    Engine::open(include_bytes!("../../../static/model/segmenter.bin").to_vec(), |_, _, _| ()).unwrap()
}

fn add(engine: &mut Engine, name: &str, text: &str) -> String {
    let options = CutOptions { split: false, ..CutOptions::default() };
    let (name, text) = (name.to_owned(), text.to_owned());
    let edit = TextEdit::Add { name, text, options, metadata: Metadata::default() };
    let Ok(Answer::EditTexts(change)) = engine.handle(EditTexts { edit }) else { panic!() };
    change.pages[0].clone()
}

fn correct(engine: &mut Engine, id: &str, text: &str) {
    let edit = PageEdit::SetText { story: 0, block: 0, text: text.to_owned() };
    let edit = TextEdit::Edit { id: id.to_owned(), revision: None, edit };
    engine.handle(EditTexts { edit }).unwrap();
}

fn say(engine: &mut Engine, line: &str) {
    engine.edit(crate::corpus::Units::default(), DictionaryEdit::Import { text: line.to_owned() }).unwrap();
}

/// Returns the pages by number, each with its name and the text of its first block.
fn pages(engine: &Engine) -> Vec<String> {
    let page = |(number, page): (u32, &Page)| {
        format!("{number} {} {}", page.source.name, page.draft.stories[0].blocks[0].text)
    };
    engine.numbered_pages().map(page).collect()
}

/// A storage that keeps what it is given, as the browser's does.
#[derive(Default)]
struct Shelf {
    pages: std::collections::BTreeMap<u32, PageRecord>,
    dictionary: UserDictionary,
    next: u32,
}

impl Shelf {
    fn keep(&mut self, engine: &mut Engine) {
        while engine.has_unwritten() {
            let unwritten = engine.unwritten(100);
            for (number, record) in &unwritten.pages {
                match record {
                    Some(record) => self.pages.insert(*number, record.clone()),
                    None => self.pages.remove(number),
                };
            }
            self.dictionary.apply(unwritten.entries.clone());
            self.next = self.next.max(unwritten.next);
            engine.mark_kept(&unwritten.written());
        }
    }

    fn all(&self) -> Vec<(u32, Option<Page>)> {
        self.pages.iter().map(|(&number, record)| (number, record.clone().page().ok())).collect()
    }

    fn reconcile(&self, engine: &mut Engine) -> bool {
        engine.reconcile(self.all(), &self.dictionary, self.next).unwrap()
    }

    /// Opens an engine as a new window finds it.
    fn opened(&self) -> Engine {
        let mut engine = engine();
        engine.follow_pages(self.all()).unwrap();
        engine.apply_remote_dictionary(&self.dictionary).unwrap();
        engine.reserve_pages(self.next);
        engine
    }
}

#[test]
fn a_page_that_is_not_kept_is_not_lost_to_one_of_another_window() {
    let (mut mine, mut other) = (engine(), engine());
    add(&mut mine, "我.txt", "春天來了。");
    mine.mark_unkept();
    add(&mut other, "他.txt", "海邊的風很大。");
    let page = other.page_record(1).unwrap().page().unwrap();
    mine.follow_pages(vec![(1, Some(page.clone()))]).unwrap();
    assert_eq!(pages(&mine), ["1 他.txt 海邊的風很大。", "2 我.txt 春天來了。"]);
    assert_eq!(mine.unkept(), (1, 0));
    // The same page comes back: it was written after all, only the confirmation was lost.
    let mut late = engine();
    add(&mut late, "他.txt", "海邊的風很大。");
    late.mark_unkept();
    late.follow_pages(vec![(1, Some(page))]).unwrap();
    assert_eq!(pages(&late), ["1 他.txt 海邊的風很大。"]);
    assert!(!late.has_unwritten());
}

#[test]
fn places_in_a_page_that_gets_another_number_follow_it() {
    let (mut mine, mut other) = (engine(), engine());
    add(&mut mine, "我.txt", "龔正在說春天。");
    say(&mut mine, "#here 0-3 龔正/在 - u1-1\n");
    mine.mark_unkept();
    add(&mut other, "他.txt", "龔正在說夏天。");
    let page = other.page_record(1).unwrap().page().unwrap();
    mine.follow_pages(vec![(1, Some(page))]).unwrap();
    assert_eq!(mine.dictionary_file(), "#here 0-3 龔正/在 - u2-1\n");
    let mut shelf = Shelf::default();
    shelf.pages.insert(1, other.page_record(1).unwrap());
    shelf.keep(&mut mine);
    assert_eq!(pages(&shelf.opened()), pages(&mine));
    assert_eq!(shelf.opened().dictionary_file(), mine.dictionary_file());
}

#[test]
fn what_could_not_be_kept_is_written_with_what_comes_after() {
    let mut engine = engine();
    add(&mut engine, "一", "春天來了。");
    say(&mut engine, "龔正 nr\n");
    engine.mark_unkept();
    assert_eq!(engine.unkept(), (1, 1));
    add(&mut engine, "二", "夏天來了。");
    let numbers: Vec<u32> = engine.unwritten(usize::MAX).pages.iter().map(|&(number, _)| number).collect();
    assert_eq!(numbers, [1, 2]);
    let mut shelf = Shelf::default();
    shelf.keep(&mut engine);
    assert_eq!((engine.unkept(), engine.has_unwritten()), ((0, 0), false));
    assert_eq!(pages(&shelf.opened()), pages(&engine));
    assert_eq!(shelf.opened().dictionary_file(), "龔正 nr\n");
}

#[test]
fn what_was_said_here_and_not_kept_was_said_later() {
    let mut engine = engine();
    say(&mut engine, "龔正 nr\n");
    engine.mark_unkept();
    let other = crate::lexicon::read_change("龔正 n\n正在 d\n").unwrap();
    assert_eq!(engine.apply_remote(other), Ok(true));
    assert_eq!(engine.dictionary_file(), "正在 d\n龔正 nr\n");
}

#[test]
fn a_storage_that_was_emptied_is_filled_again_by_every_window() {
    let mut shelf = Shelf::default();
    let mut mine = engine();
    for n in 0..9 {
        add(&mut mine, &format!("{n}"), &format!("第{n}篇，春天來了。"));
    }
    say(&mut mine, "龔正 nr\n正在 0 正/在\n");
    shelf.keep(&mut mine);
    let mut other = shelf.opened();
    correct(&mut mine, "u3", "改過了。");
    shelf.keep(&mut mine);
    // The other window has not heard of that when the browser loses everything.
    let mut anew = Shelf::default();
    anew.reconcile(&mut other);
    anew.keep(&mut other);
    assert_eq!(pages(&anew.opened()), pages(&other));
    add(&mut other, "新", "秋天來了。");
    say(&mut other, "長江 ns\n");
    anew.keep(&mut other);
    assert!(anew.reconcile(&mut mine), "there is something new");
    anew.keep(&mut mine);
    let again = anew.opened();
    assert_eq!(pages(&again), pages(&mine));
    assert_eq!(again.page_numbers(), (1..=10).collect::<Vec<_>>());
    assert!(pages(&again)[2].ends_with("改過了。"), "the later state holds");
    assert_eq!(again.dictionary_file(), mine.dictionary_file());
    assert_eq!(again.dictionary().len(), 3);
}

#[test]
fn a_storage_that_opens_late_gives_all_and_takes_all() {
    let mut shelf = Shelf::default();
    let mut before = engine();
    add(&mut before, "舊", "春天來了。");
    add(&mut before, "同", "冬天來了。");
    say(&mut before, "龔正 nr\n#here 0-2 春/天 - u1-1\n");
    shelf.keep(&mut before);
    let mut mine = engine();
    add(&mut mine, "新", "夏天來了。");
    add(&mut mine, "同", "冬天來了。");
    say(&mut mine, "#here 0-2 夏/天 - u1-1\n正在 d\n");
    mine.mark_unkept();
    assert!(shelf.reconcile(&mut mine));
    shelf.keep(&mut mine);
    assert_eq!(pages(&mine), ["1 舊 春天來了。", "2 同 冬天來了。", "3 新 夏天來了。"]);
    assert_eq!(pages(&shelf.opened()), pages(&mine));
    let said = mine.dictionary_file();
    assert_eq!(said, "正在 d\n龔正 nr\n#here 0-2 春/天 - u1-1\n#here 0-2 夏/天 - u3-1\n");
    assert_eq!(shelf.opened().dictionary_file(), said);
    assert!(!shelf.reconcile(&mut mine), "nothing is another any more");
}

#[test]
fn a_page_that_cannot_be_read_is_never_written_over() {
    let mut mine = engine();
    add(&mut mine, "新", "夏天來了。");
    mine.mark_unkept();
    mine.reconcile(vec![(1, None), (7, None)], &UserDictionary::default(), 3).unwrap();
    let numbers: Vec<u32> = mine.unwritten(usize::MAX).pages.iter().map(|&(number, _)| number).collect();
    assert_eq!(numbers, [8]);
}

#[test]
fn what_was_cleared_cannot_be_brought_back() {
    let mut engine = engine();
    add(&mut engine, "一", "春天來了。");
    engine.mark_unkept();
    add(&mut engine, "二", "夏天來了。");
    say(&mut engine, "龔正 nr\n");
    engine.handle(ClearEverything {}).unwrap();
    assert!(pages(&engine).is_empty() && engine.dictionary().is_empty());
    assert!(!engine.has_unwritten());
    assert_eq!(engine.unkept(), (0, 0));
    assert_eq!(
        engine.edit(crate::corpus::Units::default(), DictionaryEdit::Undo),
        Err(EngineError::NothingToUndo)
    );
    assert_eq!(
        engine.edit(crate::corpus::Units::default(), DictionaryEdit::Redo),
        Err(EngineError::NothingToUndo)
    );
    assert_eq!(add(&mut engine, "三", "秋天來了。"), "u3", "a name is not given twice");
}
