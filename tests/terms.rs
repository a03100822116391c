//! The switch between fine and coarse units: every count follows it, and every join can be inspected.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::string_slice,
    reason = "a test stops at the first surprise"
)]

use std::collections::BTreeMap;

use duidu::corpus::{BlockKinds, Mode, Scope, Terms, Units};
use duidu::engine::{
    Ask, ConcordanceQuestion, DictionaryEdit, EditDictionary, Engine, Inside, KeynessQuestion,
    ReferenceCorpus, SegmentQuestion, TermsQuestion, WordListQuestion,
};
use duidu::lexicon::Correction;
use duidu::view::{TermSource, TermTable, WordList};

const COARSE: Units = Units { mode: Mode::Accurate, terms: Terms::Coarse };

fn engine() -> Engine {
    Engine::open(std::fs::read("static/model/segmenter.bin").unwrap(), |_, _, _| ()).unwrap()
}

fn word_list(engine: &mut Engine, units: Units) -> WordList {
    let question = WordListQuestion::default();
    engine.ask(question.over(units)).unwrap()
}

fn terms(engine: &mut Engine, units: Units) -> TermTable {
    let question = TermsQuestion { scope: Scope::All, limit: None };
    engine.ask(question.over(units)).unwrap()
}

fn segmented(engine: &mut Engine, text: &str, units: Units) -> Vec<String> {
    let question = SegmentQuestion { text: text.to_owned(), inside: Inside::None };
    let words = engine.ask(question.over(units)).unwrap();
    let utf16: Vec<u16> = text.encode_utf16().collect();
    let word =
        |(&start, &end): (&u32, &u32)| String::from_utf16(&utf16[start as usize..end as usize]).unwrap();
    words.starts.iter().zip(&words.ends).map(word).collect()
}

fn characters(list: &WordList) -> usize {
    list.rows
        .iter()
        .map(|row| row.word.chars().filter(|c| c.is_alphanumeric()).count() * row.frequency as usize)
        .sum()
}

#[test]
fn a_coarse_word_list_counts_the_same_text_in_fewer_units() {
    let mut engine = engine();
    let (fine, coarse) = (word_list(&mut engine, Units::default()), word_list(&mut engine, COARSE));
    assert!(coarse.tokens < fine.tokens);
    assert_eq!(characters(&fine), characters(&coarse), "joining neither loses nor doubles a character");
    assert_eq!(word_list(&mut engine, Units::default()), fine, "the fine counts stay what they were");
}

#[test]
fn the_table_of_terms_agrees_with_the_word_list() {
    let mut engine = engine();
    let (list, table) = (word_list(&mut engine, COARSE), terms(&mut engine, COARSE));
    assert_eq!(table.types as usize, table.rows.len());
    let mut joined: BTreeMap<&str, u32> = BTreeMap::new();
    for row in &table.rows {
        *joined.entry(&row.term).or_default() += row.frequency;
    }
    for (term, frequency) in joined {
        // The segmenter may have found it as one word elsewhere.
        let listed = list.rows.iter().find(|row| row.word == term).map_or(0, |row| row.frequency);
        assert!(listed >= frequency, "{term}: {frequency} joined, {listed} listed");
    }
    for row in table.rows.iter().filter(|row| row.source == TermSource::Statistics) {
        assert!(row.c_value.is_some_and(|value| value >= 3.0), "{row:?}");
        assert!(row.cohesion.is_some_and(|value| value >= 0.5), "{row:?}");
    }
    let sources: Vec<TermSource> = table.rows.iter().map(|row| row.source).collect();
    for source in [TermSource::List, TermSource::Date, TermSource::Office, TermSource::Statistics] {
        assert!(sources.contains(&source), "no {source:?}");
    }
}

#[test]
fn the_table_keeps_to_the_parts_of_its_scope() {
    let mut engine = engine();
    let mut of = |scope: Scope| {
        let question = TermsQuestion { scope, limit: Some(5) };
        let table = engine.ask(question.over(COARSE)).unwrap();
        assert!(table.rows.len() <= 5);
        table.types
    };
    let headlines = of(Scope::Parts { kinds: BlockKinds::HEADLINES, of: Box::new(Scope::All) });
    assert!(0 < headlines && headlines < of(Scope::All));
}

#[test]
fn concordance_and_keyness_follow_the_switch() {
    let mut engine = engine();
    let mut places = |node: &str, units: Units| {
        let question = ConcordanceQuestion { node: node.into(), ..ConcordanceQuestion::default() };
        let found = engine.ask(question.over(units)).unwrap();
        found.total
    };
    // A word that is part of terms occurs less often by itself; the term is found either way.
    assert!(places("主席", COARSE) < places("主席", Units::default()));
    assert_eq!(places("國家主席", COARSE), places("國家主席", Units::default()));
    let mut tokens = |units: Units| {
        let of = |page: &str| {
            Scope::Filter(duidu::corpus::StoryFilter { page: Some(page.into()), ..Default::default() })
        };
        let reference = ReferenceCorpus::Scope(of("000"));
        let question = KeynessQuestion { target: of("003"), reference, ..KeynessQuestion::default() };
        let table = engine.ask(question.over(units)).unwrap();
        (table.target_tokens, table.reference_tokens)
    };
    let (fine, coarse) = (tokens(Units::default()), tokens(COARSE));
    assert!(coarse.0 < fine.0 && coarse.1 < fine.1);
}

#[test]
fn characters_are_never_joined() {
    let mut engine = engine();
    let of = |terms| Units { mode: Mode::Character, terms };
    assert_eq!(
        segmented(&mut engine, "國家主席", of(Terms::Coarse)),
        segmented(&mut engine, "國家主席", of(Terms::Fine)),
    );
    assert_eq!(terms(&mut engine, of(Terms::Coarse)).rows, []);
}

fn edit(engine: &mut Engine, edit: DictionaryEdit) {
    engine.handle(EditDictionary { edit }).unwrap();
}

#[test]
fn the_readers_corrections_hold_in_both() {
    let mut engine = engine();
    let text = "世界衞生組織總部";
    assert_eq!(segmented(&mut engine, text, COARSE), ["世界衞生組織", "總部"]);
    let parts = ["世界", "衞生", "組織"].map(str::to_owned).to_vec();
    edit(&mut engine, DictionaryEdit::Put(Correction::split("世界衞生組織", parts).unwrap()));
    edit(&mut engine, DictionaryEdit::Put(Correction::join("組織總部", "", None).unwrap()));
    assert_eq!(segmented(&mut engine, text, COARSE), ["世界", "衞生", "組織總部"]);
    edit(&mut engine, DictionaryEdit::Clear);
    assert_eq!(segmented(&mut engine, text, COARSE), ["世界衞生組織", "總部"]);
}

#[test]
fn segmenting_again_after_corrections_equals_segmenting_afresh() {
    let text = "合作共\n關係 0 關/係\n".to_owned();
    let mut late = engine();
    word_list(&mut late, COARSE);
    edit(&mut late, DictionaryEdit::Import { text: text.clone() });
    let mut early = engine();
    edit(&mut early, DictionaryEdit::Import { text });
    assert_eq!(word_list(&mut late, COARSE), word_list(&mut early, COARSE));
}
