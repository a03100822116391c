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

use duidu::engine::{
    Ask, CompareQuestion, Engine, EventsQuestion, FactsQuestion, StoriesQuestion, WitnessesQuestion,
};
use duidu::ui::comparing::compare::apparatus::{Apparatus, ApparatusProps};
use duidu::ui::comparing::compare::collation::stops;
use duidu::ui::comparing::compare::columns::{Columns, ComparisonProps};
use duidu::ui::comparing::compare::finding::{Finding, FindingProps};
use duidu::ui::comparing::compare::flow_column::FlowColumn;
use duidu::ui::comparing::compare::flowing_text::FlowingText;
use duidu::ui::comparing::compare::locked_rows::LockedRows;
use duidu::ui::comparing::compare::mark_filter::{EffectFilter, MarkFilter, MarkFilterProps};
use duidu::ui::comparing::facts::finding::{FactsFinding, FactsFindingProps};
use duidu::ui::comparing::facts::sheet::{Sheet, SheetProps};
use duidu::ui::comparing::story_set::{StorySet, StorySetProps};
use duidu::ui::comparing::witnesses::edition::Edition;
use duidu::ui::comparing::witnesses::wire_text::WireText;
use duidu::ui::comparing::witnesses::witness_table::{WitnessTable, WitnessesProps};
use duidu::ui::reading::happenings::{EventList, EventListProps};
use duidu::ui::routes::{CompareRoute, Marks, Shown};
use duidu::ui::shared::Shared;
use duidu::view::{
    Comparison, Effect, EventView, FactCell, FactKind, FactSheet, FactSheetRow, PairView, Range, Relation,
    StoryCopies, StoryRow, Strength, Subject, ValueChange, ValueRelation, Witnesses,
};
use shared::drawing::draw;
use yew::prelude::*;

struct Answers {
    pair: Comparison,
    table: Witnesses,
    stories: Vec<StoryRow>,
    facts: FactSheet,
    events: Vec<EventView>,
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
            facts: engine.ask(FactsQuestion { ids: question_ids() }.query()).unwrap(),
            events: engine.ask(EventsQuestion::default().query()).unwrap(),
        }
    })
}

fn question_ids() -> Vec<String> {
    ["003-1", "004-1", "000-1"].map(str::to_owned).to_vec()
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
    assert_eq!((count(&markup, "whole gone"), count(&markup, "whole come")), (1, 1));
    assert!(markup.contains("移位：在乙篇為第 4 句"));
}

#[test]
fn hidden_kinds_are_plain_words_in_one_text_too() {
    let markup = draw::<FlowingText>(|| ComparisonProps { shown: Shown { marks: none(), effect: None }, ..compared() });
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
        let comparison = Shared::new(Comparison { relation, ..answers().pair.clone() });
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

/// Returns the pair with one of its differences made one of fact: another number, two thirds more.
fn with_a_fact() -> Comparison {
    let mut comparison = answers().pair.clone();
    let difference = comparison.pairs.iter_mut().flat_map(|pair| &mut pair.differences).next().unwrap();
    let value = ValueChange { a: None, b: None, same: false, relation: ValueRelation::Other, change: None };
    difference.effect = Effect::Fact;
    difference.subject = Some(Subject::Negation);
    difference.value = Some(value);
    comparison.effects = duidu::view::EffectCounts::over(&comparison.pairs);
    comparison
}

#[test]
fn a_difference_of_fact_leads_the_finding_and_is_marked_as_such() {
    let markup = draw::<Finding>(|| FindingProps {
        comparison: Shared::new(with_a_fact()),
        onfollow: Callback::noop(),
        onvisit: Callback::noop(),
    });
    let start = "<p class=\"finding\">兩報有<button type=\"button\" class=\"link\">1 處事實不同</button>：";
    assert!(markup.starts_with(start), "{markup}");
    assert_eq!(count(&markup, "class=\"link fact\""), 1);
    let columns = draw::<Columns>(|| ComparisonProps { comparison: Shared::new(with_a_fact()), ..compared() });
    assert!(columns.contains("e-fact") && columns.contains("title=\"事實 · 否定 · "));
    assert!(!draw::<Columns>(compared).contains("e-fact"), "the two releases do not differ in fact");
}

#[test]
fn one_effect_can_be_chosen_and_hides_all_others() {
    fn chosen(effect: Option<Effect>) -> MarkFilterProps {
        let route = CompareRoute { effect, ..CompareRoute::default() };
        MarkFilterProps { comparison: Shared::new(with_a_fact()), route, onchoose: Callback::noop() }
    }
    let chips = draw::<EffectFilter>(|| chosen(Some(Effect::Fact)));
    let names = ["事實", "語氣", "措辭", "形式"].map(|name| chips.find(name).unwrap());
    assert!(names.is_sorted(), "in order of weight");
    assert_eq!(count(&chips, "aria-pressed=\"true\""), 1);
    assert_eq!(count(&draw::<MarkFilter>(|| chosen(None)), "class=\"chip"), 8);
    assert_eq!(count(&draw::<MarkFilter>(|| chosen(Some(Effect::Fact))), "class=\"chip"), 6);
    let shown = Shown { effect: Some(Effect::Fact), ..Shown::default() };
    let stops = stops(&with_a_fact(), shown);
    assert_eq!(stops.len(), 1);
    let markup = draw::<FlowingText>(|| {
        let shown = Shown { effect: Some(Effect::Fact), ..Shown::default() };
        ComparisonProps { comparison: Shared::new(with_a_fact()), shown, ..compared() }
    });
    assert_eq!(count(&markup, "class=\"change "), 1);
}

#[test]
fn the_apparatus_is_ordered_by_weight() {
    let markup = draw::<Apparatus>(|| {
        let comparison = Shared::new(with_a_fact());
        let stops = Shared::new(stops(&comparison, Shown::default()));
        ApparatusProps { comparison, stops, current: None, onvisit: Callback::noop() }
    });
    let groups = ["scope=\"rowgroup\" colspan=\"5\">事實", "colspan=\"5\">形式", "colspan=\"5\">整句"];
    let places = groups.map(|group| markup.find(group).expect(group));
    assert!(places.is_sorted());
}

/// Returns the pair with its two sentences of one side only related to each other.
fn with_related() -> Comparison {
    let mut comparison = answers().pair.clone();
    let alone = |story: &duidu::view::ComparedStory| {
        let sentences = story.blocks.iter().flat_map(|block| &block.sentences);
        let mut alone = sentences.filter(|sentence| sentence.number > 0 && sentence.pairs.is_empty());
        alone.next().unwrap().number
    };
    let (a_number, b_number) = (alone(&comparison.a), alone(&comparison.b));
    comparison.related = vec![PairView {
        strength: Strength::Related,
        a: Range::default(),
        b: Range::default(),
        a_number,
        b_number,
        score: 0.8,
        moved: false,
        repeated: false,
        a_sentences: 1,
        b_sentences: 1,
        differences: Vec::new(),
    }];
    comparison
}

fn related() -> ComparisonProps {
    ComparisonProps { comparison: Shared::new(with_related()), ..compared() }
}

#[test]
fn related_sentences_say_so_in_every_layout() {
    let layouts: [(&str, String); 4] = [
        ("columns", draw::<Columns>(related)),
        ("rows", draw::<LockedRows>(related)),
        ("one text", draw::<FlowingText>(related)),
        ("one column", draw::<FlowColumn>(related)),
    ];
    for (layout, markup) in layouts {
        assert_eq!(count(&markup, "class=\"tag related\""), 2, "{layout}");
        assert_eq!(count(&markup, "同述一事：另一篇第"), 2, "{layout}");
        assert_eq!(count(&markup, "只見於"), 0, "{layout}");
    }
    let finding = draw::<Finding>(|| FindingProps {
        comparison: Shared::new(with_related()),
        onfollow: Callback::noop(),
        onvisit: Callback::noop(),
    });
    assert!(finding.contains("<button type=\"button\" class=\"link\">1 句</button>與《香港文匯報》說同一件事"));
    assert!(!finding.contains("只見於"));
}

fn invented_sheet() -> FactSheet {
    let cell = |text: &str, start: u32| {
        Some(FactCell { text: text.to_owned(), range: Range { start, end: start + text.len() as u32 } })
    };
    let row = |kind, label: &str, agree, cells| FactSheetRow { kind, label: label.to_owned(), agree, cells };
    FactSheet {
        stories: question_ids(),
        rows: vec![
            row(FactKind::Number, "渡輪停航十四日", false, vec![cell("十四日", 4), cell("21天", 9), None]),
            row(FactKind::Date, "8時35分", true, vec![cell("8時35分", 1), cell("八點三十五分", 2), None]),
            row(FactKind::Person, "陳大文", true, vec![None, None, cell("陳大文", 7)]),
        ],
    }
}

#[test]
fn the_sheet_of_facts_says_in_words_how_the_stories_relate() {
    fn sheet(kind: Option<FactKind>) -> SheetProps {
        let stories = Shared::new(answers().stories.clone());
        SheetProps { sheet: Shared::new(invented_sheet()), stories, kind }
    }
    let all = draw::<Sheet>(|| sheet(None));
    let parts = ["各篇不同", "渡輪停航…", "不同：十四日／21天", "數字與日期", "相同，寫法不同", "只見於丙"];
    let places = parts.map(|part| all.find(part).expect(part));
    assert!(places.is_sorted(), "what differs comes first: {places:?}");
    assert!(all.contains("href=\"#/read/004-1?at=9\">21天</a>"), "a cell leads to its place");
    assert_eq!(count(&all, "class=\"none\""), 4);
    assert_eq!(count(&all, "class=\"differs\""), 1);
    let people = draw::<Sheet>(|| sheet(Some(FactKind::Person)));
    assert!(people.contains("陳大文") && !people.contains("渡輪停航"));
    assert!(draw::<Sheet>(|| sheet(Some(FactKind::Place))).contains("沒有這一類的事實"));
    let finding = draw::<FactsFinding>(|| FactsFindingProps { sheet: Shared::new(invented_sheet()) });
    assert!(finding.contains("3 篇之間有 1 項事實不同：") && finding.contains("<b>十四日／21天</b>"), "{finding}");
    assert!(finding.contains("1 項各篇相同，1 項只見於一篇"));
}

#[test]
fn every_fact_of_the_engine_has_a_row() {
    let markup = draw::<Sheet>(|| SheetProps {
        sheet: Shared::new(answers().facts.clone()),
        stories: Shared::new(answers().stories.clone()),
        kind: None,
    });
    assert_eq!(count(&markup, "<th scope=\"row\">"), answers().facts.rows.len().min(100));
}

#[test]
fn an_event_of_two_is_compared_and_one_of_more_is_laid_in_a_table() {
    fn list(events: Vec<EventView>) -> EventListProps {
        EventListProps { events: Shared::new(events), rows: Shared::new(answers().stories.clone()) }
    }
    fn event(ids: &[&str], copies: Vec<StoryCopies>) -> EventView {
        let ids = ids.iter().map(|&id| id.to_owned()).collect();
        EventView { ids, date: None, label: "撞船".into(), copies }
    }
    let two = draw::<EventList>(|| list(vec![event(&["003-1", "004-1"], Vec::new())]));
    assert!(two.contains("href=\"#/compare/003-1/004-1\"") && !two.contains("#/report/"));
    let three = draw::<EventList>(|| {
        let copies = StoryCopies { a: "003-3".into(), b: "003-4".into(), a_in_b: 1.0, b_in_a: 1.0 };
        list(vec![event(&["003-3", "003-4", "004-2"], vec![copies])])
    });
    for view in ["witnesses", "facts", "report"] {
        assert!(three.contains(&format!("href=\"#/{view}/003-3/003-4/004-2\"")), "{view}");
    }
    assert!(three.contains("003-3 與 003-4 是同一篇文字，加入了兩次。"));
    assert!(draw::<EventList>(|| list(Vec::new())).contains("沒有發現"));
    let found = draw::<EventList>(|| list(answers().events.clone()));
    assert!(found.contains("#/compare/003-1/004-1"), "{found}");
}
