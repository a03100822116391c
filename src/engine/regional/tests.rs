//! Tests of editing the table of regional words.

use crate::corpus::Scope;
use crate::engine::{
    Ask, CompareQuestion, DictionaryEdit, EditDictionary, EditTexts, Engine, EngineError, ExportRegional,
    RegionalQuestion, TextEdit, WordListQuestion,
};
use crate::ingest::{CutOptions, Metadata};
use crate::lexicon::{Correction, UserDictionary};
use crate::view::{DictionaryChange, RegionalList};

const CABS: [&str; 2] = ["他昨日乘的士到碼頭。那部的士很新。", "他昨日乘計程車到碼頭。那部計程車很新。"];

fn engine() -> Engine {
    let mut engine =
        Engine::open(include_bytes!("../../../static/model/segmenter.bin").to_vec(), |_, _, _| ()).unwrap();
    for text in CABS {
        let (options, metadata) = (CutOptions::default(), Metadata::default());
        engine
            .ask(
                EditTexts {
                    edit: TextEdit::Add { name: "a.txt".into(), text: text.into(), options, metadata },
                }
                .query(),
            )
            .unwrap();
    }
    engine
}

fn edit(engine: &mut Engine, edit: DictionaryEdit) -> Result<DictionaryChange, EngineError> {
    engine.ask(EditDictionary { edit }.query())
}

fn list(engine: &mut Engine, filter: &str, changed: bool) -> RegionalList {
    engine.ask(RegionalQuestion { filter: filter.to_owned(), changed }.query()).unwrap()
}

fn set(line: &str) -> Correction {
    Correction::regional(line).unwrap()
}

/// Returns the bundled set of 的士.
fn cabs(engine: &mut Engine) -> Correction {
    let rows = list(engine, "計程車", false).rows;
    let row = rows.iter().find(|row| row.words[0] == "的士").unwrap();
    set(&row.words.join("\t"))
}

/// Returns the frequency of 的士 where the words of regions count as one.
fn counted(engine: &mut Engine) -> u32 {
    let question =
        WordListQuestion { scope: Scope::own(true), fold_regional: true, ..WordListQuestion::default() };
    let rows = engine.ask(question.query()).unwrap().rows;
    rows.iter().find(|row| row.word == "的士").map_or(0, |row| row.frequency)
}

/// Returns the number of differences of regional wording between the two stories.
fn compared(engine: &mut Engine) -> u32 {
    let question = CompareQuestion {
        a: "u1-1".into(),
        b: "u2-1".into(),
        fold_variants: true,
        ignore_punctuation: true,
        min_run: None,
    };
    engine.ask(question.query()).unwrap().facts.regional
}

#[test]
fn counts_and_comparisons_obey_the_table_as_it_is_now() {
    let mut engine = engine();
    assert_eq!((counted(&mut engine), compared(&mut engine)), (4, 2));
    let cabs = cabs(&mut engine);
    edit(&mut engine, DictionaryEdit::Remove(cabs.key())).unwrap();
    assert_eq!((counted(&mut engine), compared(&mut engine)), (2, 0));
    let refused = edit(&mut engine, DictionaryEdit::Remove(cabs.key()));
    assert!(matches!(refused, Err(EngineError::UnknownEntry { .. })), "{refused:?}");
    edit(&mut engine, DictionaryEdit::Undo).unwrap();
    assert_eq!((counted(&mut engine), compared(&mut engine)), (4, 2));
    // Another wording of the set, in one step that one undo takes back.
    let other = set("的士\t小黃\t出租車\t的士\t德士");
    edit(&mut engine, DictionaryEdit::Replace { key: cabs.key(), by: other.clone() }).unwrap();
    assert_eq!((counted(&mut engine), compared(&mut engine)), (2, 0));
    assert_eq!(list(&mut engine, "", true).changed, 2);
    edit(&mut engine, DictionaryEdit::Undo).unwrap();
    assert_eq!((counted(&mut engine), compared(&mut engine)), (4, 2));
    edit(&mut engine, DictionaryEdit::Redo).unwrap();
    edit(&mut engine, DictionaryEdit::Put(cabs)).unwrap();
    edit(&mut engine, DictionaryEdit::Remove(other.key())).unwrap();
    assert_eq!((counted(&mut engine), compared(&mut engine)), (4, 2));
    assert!(engine.dictionary().is_empty(), "everything is as it was");
}

#[test]
fn own_sets_are_listed_first_and_the_dictionary_lists_none() {
    let mut engine = engine();
    let before = list(&mut engine, "", false);
    assert_eq!((before.changed, before.sets as usize), (0, before.rows.len()));
    let own = set("甲詞\t乙詞\t丙詞\t甲詞\t丁詞？");
    edit(&mut engine, DictionaryEdit::Put(own)).unwrap();
    let now = list(&mut engine, "", false);
    assert_eq!((now.changed, now.sets), (1, before.sets + 1));
    assert_eq!(now.rows[0].words, ["甲詞", "乙詞", "丙詞", "甲詞", "丁詞?"]);
    assert!(now.rows[0].own && now.can_undo);
    assert_eq!(list(&mut engine, "丙词", false).rows.len(), 1, "in either script");
    let entries = engine.dictionary_list("", crate::view::DictionarySort::Word, None);
    assert_eq!((entries.entries, entries.rows.len()), (0, 0));
    edit(&mut engine, DictionaryEdit::Clear).unwrap();
    assert_eq!(list(&mut engine, "", true).rows.len(), 1, "clearing the dictionary leaves the table");
    edit(&mut engine, DictionaryEdit::ClearRegional).unwrap();
    assert_eq!(list(&mut engine, "", false).rows, before.rows);
}

#[test]
fn a_table_is_taken_in_but_for_its_bad_lines() {
    let mut engine = engine();
    let table = "香港\t台灣\t內地\t澳門\t新加坡\n甲詞\t乙詞\t甲詞\t甲詞\t甲詞\n甲詞\t乙詞\n丙\t丙\t丙\t丙\t丙\n丁\t\t丁\t戊\t丁\n";
    let change = edit(&mut engine, DictionaryEdit::ImportRegional { table: table.into() }).unwrap();
    assert_eq!(change.added, 1);
    let told: Vec<_> = change.errors.iter().map(|error| (error.line, error.kind.name())).collect();
    assert_eq!(told, [(3, "regionalColumns"), (4, "regionalSame"), (5, "regionalNoWord")]);
    let file = engine.ask(ExportRegional {}.query()).unwrap();
    let sets = list(&mut engine, "", false).sets as usize;
    assert_eq!(file.lines().count(), sets + 1);
    let again = edit(&mut engine, DictionaryEdit::ImportRegional { table: file }).unwrap();
    assert_eq!((again.added, again.errors.len()), (0, 0));
}

#[test]
fn a_dictionary_carries_its_sets_to_another_engine() {
    let mut here = engine();
    let cabs = cabs(&mut here);
    edit(&mut here, DictionaryEdit::Remove(cabs.key())).unwrap();
    edit(&mut here, DictionaryEdit::Put(set("的士\t計程車\t打的\t的士\t德士"))).unwrap();
    let mut there = engine();
    edit(&mut there, DictionaryEdit::Import { text: here.dictionary_file() }).unwrap();
    assert_eq!(list(&mut there, "", true).rows, list(&mut here, "", true).rows);
    assert_eq!(there.dictionary(), here.dictionary());
    there.clear().unwrap();
    assert_eq!(there.dictionary(), &UserDictionary::default());
    assert_eq!(list(&mut there, "", true).rows, []);
}
