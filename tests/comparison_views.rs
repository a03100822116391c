//! The views of comparisons, drawn natively for a pair with known differences: 24 of 25 sentences found, 19
//! of them equal, one variant of 平台, and opening phrases.

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

use std::fs;
use std::sync::OnceLock;

use duidu::engine::{Ask, CompareQuestion, Engine, StoriesQuestion, WitnessesQuestion};
use duidu::ui::comparing::compare::columns::{Columns, ComparisonProps};
use duidu::ui::comparing::compare::finding::{Finding, FindingProps};
use duidu::ui::comparing::compare::flowing_text::FlowingText;
use duidu::ui::comparing::compare::locked_rows::LockedRows;
use duidu::ui::comparing::story_set::{StorySet, StorySetProps};
use duidu::ui::comparing::witnesses::edition::Edition;
use duidu::ui::comparing::witnesses::wire_text::WireText;
use duidu::ui::comparing::witnesses::witness_table::{WitnessTable, WitnessesProps};
use duidu::ui::routes::{Marks, Shown};
use duidu::ui::shared::Shared;
use duidu::view::{Comparison, Relation, StoryRow, Witnesses};
use shared::drawing::draw;
use yew::prelude::*;

struct Answers {
    pair: Comparison,
    table: Witnesses,
    stories: Vec<StoryRow>,
}

fn answers() -> &'static Answers {
    static ANSWERS: OnceLock<Answers> = OnceLock::new();
    ANSWERS.get_or_init(|| {
        let model = fs::read("static/model/segmenter.bin").unwrap();
        let mut engine = Engine::open(model, |_, _, _| ()).unwrap();
        let (a, b) = ("003-1".to_owned(), "004-1".to_owned());
        let question = WitnessesQuestion { ids: vec![a.clone(), b.clone()], ..WitnessesQuestion::default() };
        let pair = CompareQuestion { a, b, fold_variants: false, ignore_punctuation: false, min_run: None };
        Answers {
            pair: engine.ask(pair.query()).unwrap(),
            table: engine.ask(question.query()).unwrap(),
            stories: engine.ask(StoriesQuestion::default().query()).unwrap(),
        }
    })
}

fn compared() -> ComparisonProps {
    ComparisonProps {
        comparison: Shared::new(answers().pair.clone()),
        shown: Shown::default(),
        heat: false,
        current: None,
        onfollow: Callback::noop(),
        heads: <(Html, Html)>::default(),
        at_least: 0,
    }
}

fn aligned() -> WitnessesProps {
    WitnessesProps { table: Shared::new(answers().table.clone()) }
}

fn count(markup: &str, part: &str) -> usize {
    markup.matches(part).count()
}

#[test]
fn partners_are_on_one_line() {
    let markup = draw::<LockedRows>(compared);
    let rows: Vec<&str> = markup.split("class=\"locked-row\"").skip(1).collect();
    let both = |row: &&&str| row.contains("id=\"s-a-") && row.contains("id=\"s-b-");
    // 22 of the other story's 23 sentences have a partner; two repeated in the lead have theirs on another
    // line.
    assert_eq!(rows.iter().filter(both).count(), 22);
    let line = rows.iter().find(|row| row.contains("id=\"s-a-2\"")).unwrap();
    assert!(line.contains("id=\"s-b-4\""), "a passage that moved is fetched to its partner");
}

#[test]
fn one_text_shows_deletions_and_insertions() {
    let markup = draw::<FlowingText>(compared);
    assert_eq!(count(&markup, "class=\"change "), 5, "one to a difference");
    assert!(
        markup.contains("<del>台</del><ins>臺</ins>") || markup.contains("<del>平台</del><ins>平臺</ins>")
    );
    assert_eq!(count(&markup, "class=\"whole "), 2, "a sentence of its own on each side");
    assert!(markup.contains("移位：在乙篇為第 4 句"));
}

#[test]
fn hidden_kinds_are_plain_words_in_one_text_too() {
    let markup = draw::<FlowingText>(|| ComparisonProps {
        shown: Shown { marks: none(), effect: None },
        ..compared()
    });
    assert_eq!(count(&markup, "<del>"), 1, "the name of the first side in the legend");
    assert!(!markup.contains("class=\"change "));
}

fn none() -> Marks {
    use duidu::ui::routes::MarkKind;
    MarkKind::ALL.into_iter().fold(Marks::default(), Marks::toggled)
}

#[test]
fn a_heat_map_says_its_shares_in_figures() {
    let markup = draw::<Columns>(|| ComparisonProps { heat: true, ..compared() });
    assert_eq!(count(&markup, "heat-0"), 2, "a sentence of its own on each side");
    assert_eq!(count(&markup, "class=\"share\""), 25 + 23);
    assert!(count(&markup, "heat-9") > 40, "most is the same");
    assert!(!draw::<Columns>(compared).contains("heat-"));
}

#[test]
fn the_table_repeats_no_wording() {
    let markup = draw::<WitnessTable>(aligned);
    // Of the 19 equal sentences two are the lead's, which the body repeats: they are in rows of their own.
    assert_eq!(count(&markup, "class=\"as-lemma\""), 19 - 2);
    assert_eq!(count(&markup, "class=\"again\""), 2);
    assert_eq!(count(&markup, "class=\"lacks\""), 2 + 2);
    assert!(markup.contains("#/read/004-1?at="), "a number leads to its passage");
}

#[test]
fn the_edition_has_the_readings_of_the_list() {
    let markup = draw::<Edition>(aligned);
    for reading in ["平臺", "會晤時，"] {
        assert!(markup.contains(&format!("<span lang=\"zh-Hant-HK\">{reading}</span>")), "{reading}");
    }
    assert_eq!(count(&markup, "底本無此句"), 1);
    assert_eq!((count(&markup, "全句缺"), count(&markup, "重見第")), (1, 2));
}

#[test]
fn every_line_of_the_wire_copy_lists_its_papers() {
    let markup = draw::<WireText>(aligned);
    assert_eq!(count(&markup, "class=\"own\""), 2);
    assert_eq!(count(&markup, "class=\"shared\""), 24);
    // Two papers have every shared line except the two that the first repeats, and one has each of the
    // others.
    assert_eq!(count(&markup, "class=\"who\"") + count(&markup, "class=\"who edited\""), 2 * 22 + 2 + 2);
    assert_eq!(count(&markup, "重見第"), 2);
}

#[test]
fn a_set_offers_only_other_stories() {
    fn set(ids: &[&str]) -> StorySetProps {
        StorySetProps {
            stories: Shared::new(answers().stories.clone()),
            ids: ids.iter().map(|&id| id.to_owned()).collect(),
            onset: Callback::noop(),
        }
    }
    let two = draw::<StorySet>(|| set(&["003-1", "004-1"]));
    assert!(!two.contains("value=\"003-1\"") && two.contains("value=\"003-2\""));
    assert!(!two.contains(">移除<"), "two are the least");
    assert_eq!(count(&two, ">作底本<"), 1);
    let three = draw::<StorySet>(|| set(&["003-1", "004-1", "000-1"]));
    assert_eq!((count(&three, ">移除<"), count(&three, ">底本<")), (3, 1));
}

#[test]
fn the_relation_of_two_stories_is_shown_in_a_sentence() {
    fn found(relation: Relation) -> FindingProps {
        let comparison = Shared::new(Comparison { relation, related: Vec::new(), ..answers().pair.clone() });
        FindingProps { comparison, onfollow: Callback::noop(), onvisit: Callback::noop() }
    }
    let same = draw::<Finding>(|| found(Relation::Identical));
    assert!(same.contains("逐字相同，共 25 句"), "{same}");
    assert!(draw::<Finding>(|| found(Relation::OtherLanguage)).contains("語言不同"));
    assert!(draw::<Finding>(|| found(Relation::OtherScript)).contains("簡體"));
    assert!(draw::<Finding>(|| found(Relation::NothingShared)).contains("找不到相對應的句子"));
    assert!(draw::<Finding>(|| found(Relation::Empty)).contains("沒有正文"));
    assert!(draw::<Finding>(|| found(Relation::Shared)).contains("24 句"));
}
