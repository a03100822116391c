//! The views of facts, drawn natively: what differences change, sentences that report the same thing in other words, the
//! sheet of facts, and the events that several stories tell.

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

use duidu::engine::{Ask, CompareQuestion, Engine, EventsQuestion, FactsQuestion, StoriesQuestion};
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
use duidu::ui::reading::happenings::{EventList, EventListProps};
use duidu::ui::routes::{CompareRoute, Shown};
use duidu::ui::shared::Shared;
use duidu::view::{
    Comparison, Effect, EffectCounts, EventView, FactCell, FactKind, FactSheet, FactSheetRow, PairView,
    Range, StoryCopies, StoryRow, Strength, Subject, ValueChange, ValueRelation,
};
use shared::drawing::draw;
use yew::prelude::*;

struct Answers {
    pair: Comparison,
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
        let pair = CompareQuestion { a, b, fold_variants: false, ignore_punctuation: false, min_run: None };
        Answers {
            pair: engine.ask(pair.query()).unwrap(),
            stories: engine.ask(StoriesQuestion::default().query()).unwrap(),
            facts: engine.ask(FactsQuestion { ids: three() }.query()).unwrap(),
            events: engine.ask(EventsQuestion::default().query()).unwrap(),
        }
    })
}

fn three() -> Vec<String> {
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

fn count(markup: &str, part: &str) -> usize {
    markup.matches(part).count()
}

/// Returns the pair with one of its differences made one of fact: another number, two thirds more.
fn with_a_fact() -> Comparison {
    let mut comparison = answers().pair.clone();
    let all = comparison.pairs.iter_mut().flat_map(|pair| &mut pair.differences);
    all.for_each(|difference| difference.effect = Effect::Form);
    let difference = comparison.pairs.iter_mut().flat_map(|pair| &mut pair.differences).next().unwrap();
    let value = ValueChange { a: None, b: None, same: false, relation: ValueRelation::Other, change: None };
    difference.effect = Effect::Fact;
    difference.subject = Some(Subject::Negation);
    difference.value = Some(value);
    comparison.effects = EffectCounts::over(&comparison.pairs);
    comparison
}

#[test]
fn a_difference_of_fact_leads_the_finding_and_is_marked_as_such() {
    let markup = draw::<Finding>(|| FindingProps {
        comparison: Shared::new(with_a_fact()),
        onfollow: Callback::noop(),
        onvisit: Callback::noop(),
    });
    let link = "<button type=\"button\" class=\"link\"><span>1 處事實不同</span>：</button>";
    assert!(markup.starts_with(&format!("<p class=\"finding\">兩報有 {link}")), "{markup}");
    assert_eq!(count(&markup, "class=\"link fact\""), 1);
    let columns =
        draw::<Columns>(|| ComparisonProps { comparison: Shared::new(with_a_fact()), ..compared() });
    assert!(columns.contains("e-fact") && columns.contains("title=\"事實 · 否定 · "));
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
    // One button for each kind, and the one that shows a kind alone.
    assert_eq!(count(&draw::<MarkFilter>(|| chosen(None)), "<button"), 8 + 1);
    assert_eq!(count(&draw::<MarkFilter>(|| chosen(Some(Effect::Fact))), "<button"), 6 + 1);
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
        assert_eq!(count(&markup, "句同述此事"), 2, "{layout}");
        assert_eq!(count(&markup, "只見於"), 0, "{layout}");
    }
    let finding = draw::<Finding>(|| FindingProps {
        comparison: Shared::new(with_related()),
        onfollow: Callback::noop(),
        onvisit: Callback::noop(),
    });
    assert!(
        finding.contains("<button type=\"button\" class=\"link\"><span>2 句</span></button>與對方說同一件事")
    );
    assert!(!finding.contains("只見於"));
}

fn invented_sheet() -> FactSheet {
    let cell = |text: &str, start: u32| {
        Some(FactCell { text: text.to_owned(), range: Range { start, end: start + text.len() as u32 } })
    };
    let row = |kind, label: &str, agree, cells| FactSheetRow { kind, label: label.to_owned(), agree, cells };
    FactSheet {
        stories: three(),
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
    assert!(
        finding.contains("3 篇之間有 1 項事實不同：") && finding.contains("<b>十四日／21天</b>"),
        "{finding}"
    );
    assert!(finding.contains("1 項有兩篇或以上相同，1 項只見於一篇"));
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
    assert!(found.contains("/003-1/004-1"), "{found}");
}
