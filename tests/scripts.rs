//! Stories in two scripts, and words of several regions: what a query finds and what counts as one word.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::string_slice,
    reason = "a test stops at the first surprise"
)]

use duidu::corpus::{Block, BlockKind, Document, Scope, script_of};
use duidu::engine::{
    Ask, CollocatesQuestion, ConcordanceQuestion, Engine, KeynessQuestion, ReferenceCorpus, WordFilter,
    WordListQuestion,
};
use duidu::text::{Span, fold};

const TRADITIONAL: &str = "國家主席習近平在北京會見外國記者。記者乘坐的士到達會場，習近平講話後離開。";
const SIMPLIFIED: &str = "国家主席习近平在北京会见外国记者。记者乘坐出租车到达会场，习近平讲话后离开。";

/// Returns an engine with a story in each script.
fn engine() -> Engine {
    let model = std::fs::read("static/model/segmenter.bin").unwrap();
    let mut engine = Engine::open(model, |_, _, _| ()).unwrap();
    engine.clear_documents();
    for (id, text) in [("t", TRADITIONAL), ("s", SIMPLIFIED)] {
        engine.add_document(Document {
            id: id.to_owned(),
            page: id.to_owned(),
            paper: String::new(),
            date: String::new(),
            series: String::new(),
            file: String::new(),
            tags: Vec::new(),
            headline: String::new(),
            text: text.to_owned(),
            blocks: vec![Block { kind: BlockKind::Paragraph, span: Span::new(0, text.len()) }],
            warnings: Vec::new(),
            script: script_of(text),
        });
    }
    engine
}

fn story(id: &str) -> Scope {
    Scope::Stories(vec![id.to_owned()])
}

fn places(engine: &mut Engine, question: &ConcordanceQuestion) -> u32 {
    engine.ask(question.clone().query()).unwrap().total
}

#[test]
fn a_word_in_either_script_is_found_in_stories_of_both_and_of_one() {
    let mut engine = engine();
    for node in ["習近平", "习近平", "习*平"] {
        for (scope, expected) in [(Scope::All, 4), (story("t"), 2), (story("s"), 2)] {
            let question = ConcordanceQuestion { node: node.to_owned(), scope, ..Default::default() };
            assert_eq!(places(&mut engine, &question), expected, "{question:?}");
        }
    }
    let apart = |node: &str| ConcordanceQuestion {
        node: node.to_owned(),
        fold_variants: Some(false),
        ..Default::default()
    };
    for node in ["習近平", "习近平"] {
        assert_eq!(places(&mut engine, &apart(node)), 2, "{node}");
    }
    let near = |node: &str| CollocatesQuestion { node: node.to_owned(), ..Default::default() };
    let [one, other] = ["習近平", "习近平"].map(|node| engine.ask(near(node).query()).unwrap());
    assert_eq!(one, other);
}

#[test]
fn writings_are_told_apart_where_there_is_one_script_or_the_reader_asks() {
    let mut engine = engine();
    let mut folded = |scope: Scope, fold_variants: Option<bool>| {
        let question = WordListQuestion { scope, fold_variants, ..Default::default() };
        let list = engine.ask(question.query()).unwrap();
        (list.folded, list.types)
    };
    let (both, one) = (folded(Scope::All, None), folded(story("t"), None));
    assert!(both.0 && !one.0);
    assert!(folded(Scope::All, Some(false)).1 > both.1);
    assert_eq!(folded(Scope::All, Some(true)), both);
}

#[test]
fn a_filter_in_either_script_lists_the_same_words() {
    let mut engine = engine();
    let mut listed = |contains: &str, pattern: &str| {
        let filter =
            WordFilter { contains: contains.to_owned(), pattern: pattern.to_owned(), ..Default::default() };
        let rows = engine.ask(WordListQuestion { filter, ..Default::default() }.query()).unwrap().rows;
        rows.into_iter().map(|row| row.word).collect::<Vec<_>>()
    };
    assert!(!listed("記者", "").is_empty());
    assert_eq!(listed("記者", ""), listed("记者", ""));
    assert_eq!(listed("", "記*"), listed("", "记*"));
}

#[test]
fn keyness_of_one_script_against_the_other_does_not_measure_script() {
    let mut engine = engine();
    let mut strongest = |fold_variants| {
        let question = KeynessQuestion {
            target: story("t"),
            reference: ReferenceCorpus::Scope(story("s")),
            fold_variants,
            ..Default::default()
        };
        engine.ask(question.query()).unwrap().rows
    };
    let rows = strongest(None);
    let different = |word: &str| ["的士", "出租车"].iter().any(|known| fold(known).contains(&fold(word)));
    for row in &rows {
        assert!(row.target == row.reference || different(&row.word), "{row:?}");
    }
    assert!(strongest(Some(false)).iter().any(|row| row.word.contains("習") && row.reference == 0));
}

#[test]
fn words_of_several_regions_count_as_one_where_that_is_asked() {
    let mut engine = engine();
    for node in ["的士", "計程車", "出租车"] {
        let question =
            ConcordanceQuestion { node: node.to_owned(), fold_regional: true, ..Default::default() };
        assert_eq!(places(&mut engine, &question), 2, "{node}");
        let alone = ConcordanceQuestion { fold_regional: false, ..question };
        assert_eq!(places(&mut engine, &alone), u32::from(node != "計程車"), "{node}");
    }
    let list = engine.ask(WordListQuestion { fold_regional: true, ..Default::default() }.query()).unwrap();
    let row = list.rows.iter().find(|row| row.writings.iter().any(|writing| writing.word == "的士")).unwrap();
    assert_eq!((row.frequency, row.writings.len()), (2, 2));
}
