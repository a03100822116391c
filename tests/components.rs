//! Components drawn natively: their markup, and their text for screen readers.

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

use duidu::corpus::{BlockKind, Scope, Units};
use duidu::engine::EngineError;
use duidu::ui::comparing::compare::apparatus::{Apparatus, ApparatusProps};
use duidu::ui::comparing::compare::collation::stops;
use duidu::ui::comparing::compare::columns::{Columns, ComparisonProps};
use duidu::ui::comparing::compare::finding::{Finding, FindingProps};
use duidu::ui::comparing::compare::flow_column::FlowColumn;
use duidu::ui::counting::collocates::listing::ScopeCollocates;
use duidu::ui::counting::keyness::listing::Sides;
use duidu::ui::counting::{collocates, concordance, keyness, keywords, measures, phrases, words};
use duidu::ui::i18n::Catalog;
use duidu::ui::labels;
use duidu::ui::reading::story_text::{StoryText, StoryTextProps};
use duidu::ui::results::chart::{ChartFigure, ChartFigureProps};
use duidu::ui::results::listing::Listing;
use duidu::ui::routes::{
    CompareRoute, ConcordanceRoute, FoldChoice, KeywordsRoute, MarkKind, Marks, MeasuresRoute, Order, Route,
    Shown,
};
use duidu::ui::shared::Shared;
use duidu::ui::shell::offline::{NewerBuild, NewerBuildProps};
use duidu::ui::shell::rail::{Rail, RailProps};
use duidu::ui::state::{Offline, Subject};
use duidu::ui::table::{FIRST, Point, Table, TableProps};
use duidu::ui::widgets::notice::{NoticeLine, NoticeLineProps};
use duidu::ui::widgets::story_picker::{StoryPicker, StoryPickerProps};
use duidu::view::chart::{ChartSide, Tie, network};
use duidu::view::{
    BlockView, CollocateRow, Collocates, ComparedBlock, ComparedSentence, ComparedStory, Comparison,
    Concordance, DifferenceCounts, DifferenceType, DifferenceView, Effect, EffectCounts, Facts, Keyness,
    KeynessMeasure, KeynessRow, KeywordRow, Keywords, KwicRow, MeasuresRow, PairView, PhraseRow, Phrases,
    Range, Relation, ReuseView, StoryRow, StoryView, Strength, TextPiece, WordList, WordMark, WordRow,
    Writing,
};
use duidu::worker::Failure;
use shared::drawing::draw;
use yew::prelude::*;

/// Returns the opening tag of the first element named `name` whose text begins with `text`. Attributes have
/// no order.
fn tag<'a>(markup: &'a str, name: &str, text: &str) -> Option<&'a str> {
    let (before, _) = markup.split_once(&format!(">{text}"))?;
    let start = before.rfind('<')?;
    before[start..].strip_prefix('<')?.strip_prefix(name)
}

/// Counts the occurrences of `part` in `markup`.
fn count(markup: &str, part: &str) -> usize {
    markup.matches(part).count()
}

fn row(id: &str, paper: &str, headline: &str) -> StoryRow {
    StoryRow {
        id: id.into(),
        page: id[..3].into(),
        paper: paper.into(),
        date: "2025-01-22".into(),
        series: String::new(),
        file: String::new(),
        tags: Vec::new(),
        headline: headline.into(),
        opening: "世衞與《巴黎協定》".into(),
        characters: 1_234,
        tokens: 549,
    }
}

fn rows() -> Shared<Vec<StoryRow>> {
    Shared::new(vec![
        row("003-1", "大公報", "中俄要共同捍衛二戰勝利成果"),
        row("003-4", "大公報", ""),
        row("004-1", "香港文匯報", "以中俄穩定性應對外部不確定性"),
    ])
}

/// Makes a sentence that begins the story's text.
fn sentence(number: u32, pairs: &[u32], pieces: &[(&str, Option<u32>)]) -> ComparedSentence {
    let length: usize = pieces.iter().map(|(text, _)| text.encode_utf16().count()).sum();
    let pieces =
        pieces.iter().map(|(text, difference)| TextPiece { text: (*text).into(), difference: *difference });
    ComparedSentence {
        number,
        range: Range { start: 0, end: length as u32 },
        shared: 0.0,
        pairs: pairs.to_vec(),
        pieces: pieces.collect(),
    }
}

fn story(row: StoryRow, paragraph: Vec<ComparedSentence>) -> ComparedStory {
    let headline = sentence(0, &[], &[(&row.headline, None)]);
    let sentences = paragraph.len() as u32;
    let blocks = vec![
        ComparedBlock { kind: BlockKind::Headline, sentences: vec![headline] },
        ComparedBlock { kind: BlockKind::Paragraph, sentences: paragraph },
    ];
    ComparedStory { row, blocks, sentences }
}

fn difference(kind: DifferenceType, (a, at_a): (&str, u32), (b, at_b): (&str, u32)) -> DifferenceView {
    let range = |text: &str, start: u32| Range { start, end: start + text.encode_utf16().count() as u32 };
    DifferenceView {
        kind,
        a: a.into(),
        b: b.into(),
        a_range: range(a, at_a),
        b_range: range(b, at_b),
        detail: None,
        regions: None,
        effect: if kind == DifferenceType::Variant { Effect::Form } else { Effect::Wording },
        judged: None,
        subject: None,
        value: None,
    }
}

/// Makes a pair with a variant and an omission, and a sentence only the first story has.
fn comparison() -> Shared<Comparison> {
    let a = vec![
        sentence(1, &[0], &[("習近平強調，", Some(0)), ("多邊平", None), ("台", Some(1)), ("。", None)]),
        sentence(2, &[], &[("王毅參加活動。", None)]),
    ];
    let b = vec![sentence(1, &[0], &[("", Some(0)), ("多邊平", None), ("臺", Some(1)), ("。", None)])];
    let pair = PairView {
        strength: Strength::Same,
        a: Range::default(),
        b: Range::default(),
        a_number: 1,
        b_number: 1,
        score: 0.9,
        moved: false,
        repeated: false,
        a_sentences: 1,
        b_sentences: 1,
        differences: vec![
            difference(DifferenceType::Omission, ("習近平強調，", 0), ("", 0)),
            difference(DifferenceType::Variant, ("台", 9), ("臺", 3)),
        ],
    };
    Shared::new(Comparison {
        a: story(row("003-1", "大公報", "甲題"), a),
        b: story(row("004-1", "香港文匯報", "乙題"), b),
        relation: Relation::Shared,
        copied: None,
        reuse: ReuseView { a_in_b: 0.5, b_in_a: 0.9 },
        pairs: vec![pair],
        related: Vec::new(),
        only_a: vec![Range::default()],
        only_b: Vec::new(),
        counts: DifferenceCounts { variant: 1, omission: 1, ..DifferenceCounts::default() },
        effects: EffectCounts { wording: 1, form: 1, ..EffectCounts::default() },
        identical: 0,
        headings: Vec::new(),
        facts: Facts::default(),
    })
}

fn compared() -> ComparisonProps {
    ComparisonProps {
        comparison: comparison(),
        shown: Shown::default(),
        heat: false,
        at_least: 0,
        current: None,
        onfollow: Callback::noop(),
        heads: (html! {}, html! {}),
    }
}

#[test]
fn the_rail_names_every_view_and_marks_the_pair() {
    let markup = draw::<Rail>(|| RailProps {
        route: Route::Compare(CompareRoute {
            a: "003-1".into(),
            b: "004-1".into(),
            ..CompareRoute::default()
        }),
        stories: Some(rows()),
        texts: None,
        subject: Subject::default(),
        children: Children::default(),
    });
    for view in ["報頁", "閱讀", "比對", "詞頻", "關鍵性", "索引", "說明"] {
        assert!(markup.contains(view), "{view}");
    }
    assert_eq!(count(&markup, "aria-current=\"page\""), 1);
    assert_eq!(count(&markup, "<li class=\"side-a\">"), 1);
    assert_eq!(count(&markup, "<li class=\"side-b\">"), 1);
    assert_eq!(count(&markup, "<time datetime=\"2025-01-22\">"), 2);
    assert!(markup.contains("（標題佚）世衞與《巴黎協定》"));
    assert!(markup.contains("1,234"));
}

#[test]
fn a_story_of_the_rail_keeps_the_first_of_the_pair() {
    let markup = draw::<Rail>(|| RailProps {
        route: Route::Compare(CompareRoute {
            a: "003-1".into(),
            b: "004-1".into(),
            ..CompareRoute::default()
        }),
        stories: Some(rows()),
        texts: None,
        subject: Subject::default(),
        children: Children::default(),
    });
    assert!(markup.contains("href=\"#/compare/003-1/003-4\""));
    assert!(markup.contains("href=\"#/compare/004-1/003-1\""), "the first story turns the pair round");
}

#[test]
fn an_error_interrupts_and_says_what_to_do() {
    let markup = draw::<NoticeLine>(|| NoticeLineProps {
        notice: labels::failure(&Failure::Engine(EngineError::UnknownStory { id: "999-9".into() })),
        action: Some(("再試一次".into(), Callback::noop())),
        dismiss: None,
    });
    assert!(markup.contains("role=\"alert\""));
    assert!(markup.contains("「999-9」") && markup.contains("另選一篇"));
    assert!(markup.contains("<button type=\"button\" class=\"button\">再試一次</button>"));
}

#[test]
fn news_does_not_interrupt() {
    let markup = draw::<NoticeLine>(|| NoticeLineProps {
        notice: labels::failure(&Failure::Cancelled),
        action: None,
        dismiss: None,
    });
    assert!(markup.contains("role=\"status\"") && markup.contains("已取消"));
}

fn newer_build(offline: Offline) -> NewerBuildProps {
    NewerBuildProps { offline, onreload: Callback::noop() }
}

#[test]
fn a_newer_build_is_said_quietly_and_nothing_else_of_the_files_is() {
    let silent = [
        draw::<NewerBuild>(|| newer_build(Offline::Unknown)),
        draw::<NewerBuild>(|| newer_build(Offline::Kept)),
        draw::<NewerBuild>(|| newer_build(Offline::Refused("full".to_owned()))),
    ];
    for markup in &silent {
        assert!(
            markup.contains("role=\"status\"") && markup.contains("></div>"),
            "a place without content: {markup}"
        );
        assert_eq!(count(markup, "<"), 2, "{markup}");
    }
    let newer = draw::<NewerBuild>(|| newer_build(Offline::Newer));
    assert!(newer.contains("role=\"status\"") && newer.contains("有新版本"), "{newer}");
    assert!(tag(&newer, "button", "重新載入").is_some(), "{newer}");
}

#[test]
fn differences_are_elements_with_names() {
    let markup = draw::<Columns>(compared);
    assert_eq!(count(&markup, "<del "), 1);
    assert!(markup.contains("〔措辭 刪去〕</span>習近平強調，</del>"));
    assert!(
        markup.contains("〔形式 異體字〕</span>台</mark>")
            && markup.contains("〔形式 異體字〕</span>臺</mark>")
    );
    assert!(
        markup.contains("class=\"d d-omission e-wording d-gap\""),
        "the other side shows where something lacks"
    );
    assert!(markup.contains("只見於《大公報》"));
    let headline = tag(&markup, "h2", "甲題").expect("a heading");
    assert!(headline.contains("class=\"headline\"") && headline.contains("lang=\"zh-Hant-HK\""));
    assert!(markup.contains("aria-label=\"第 1 句，對應另一篇第 1 句\""));
}

#[test]
fn a_kind_that_is_hidden_is_not_marked() {
    let markup = draw::<Columns>(|| {
        let marks =
            Marks::default().toggled(MarkKind::Inside(DifferenceType::Omission)).toggled(MarkKind::Only);
        ComparisonProps { shown: Shown { marks, effect: None }, ..compared() }
    });
    assert_eq!(count(&markup, "<del "), 0);
    assert!(!markup.contains("只見於"));
    assert!(markup.contains("習近平強調，"), "the words themselves stay");
}

#[test]
fn on_a_narrow_screen_partners_are_adjacent() {
    let markup = draw::<FlowColumn>(compared);
    let places =
        ["習近平強調，", "id=\"s-b-1\"", "王毅參加活動。"].map(|part| markup.find(part).expect(part));
    assert!(places.is_sorted());
}

#[test]
fn the_finding_counts_in_links() {
    let markup = draw::<Finding>(|| FindingProps {
        comparison: comparison(),
        onfollow: Callback::noop(),
        onvisit: Callback::noop(),
    });
    assert!(markup.contains("《大公報》2 句之中"));
    assert!(markup.contains("<span>1 句</span></button>見於《香港文匯報》"));
    // A mark of punctuation is in the link before it, so that no line begins with one.
    assert!(markup.contains("<span>措辭 1 處</span>、</button>"));
    assert!(markup.contains("<span>形式 1 處</span>"));
}

#[test]
fn the_apparatus_has_a_row_for_every_difference() {
    let markup = draw::<Apparatus>(|| {
        let comparison = comparison();
        let stops = Shared::new(stops(&comparison, Shown::default()));
        ApparatusProps { comparison, stops, current: None, onvisit: Callback::noop() }
    });
    assert_eq!(count(&markup, "<th scope=\"row\">"), 3);
    assert!(
        markup.contains("<span class=\"context\">多邊平</span><span class=\"d d-variant e-form\">臺</span>")
    );
    assert!(markup.contains("aria-label=\"無此字句\""));
}

fn word_row(rank: u32) -> WordRow {
    WordRow {
        rank,
        word: format!("詞{rank}"),
        frequency: 1_200 - rank,
        per_10k: 63.68,
        range: 12,
        dp: 0.536,
        juilland_d: 0.714,
        ..WordRow::default()
    }
}

fn table(listing: Listing, rows: usize) -> TableProps {
    TableProps {
        class: "words",
        label: "表".into(),
        columns: listing.columns,
        rows: Shared::new((0..rows).collect()),
        order: None,
        onorder: Some(Callback::noop()),
        onpoint: Some(Callback::noop()),
        onat: None,
        first: FIRST,
    }
}

fn places(id: &str) -> ConcordanceRoute {
    ConcordanceRoute { scope: Scope::Stories(vec![id.into()]), ..ConcordanceRoute::default() }
}

fn hundred_words() -> Listing {
    let rows = (1..=100).map(word_row).collect();
    let list = WordList { rows, tokens: 9_894, types: 100, stories: 26, sizes: Vec::new(), folded: false };
    words::listing::listing(&Shared::new(list), &places("003-1"), &Catalog::default())
}

#[test]
fn a_word_list_shows_its_first_rows_and_proves_each_number() {
    let markup = draw::<Table>(|| table(hundred_words(), 100));
    assert_eq!(count(&markup, "<th scope=\"row\""), FIRST);
    for number in ["1,199", "63.7", "12", "0.54", "0.71"] {
        assert!(tag(&markup, "button", &format!("{number}</button>")).is_some(), "{number}");
    }
    assert!(markup.contains("#/concordance?node=%E8%A9%9E1&amp;scope=id:003-1"));
    assert!(markup.contains("顯示全部 100 行"));
}

#[test]
fn a_table_is_sorted_and_marks_the_column() {
    let markup = draw::<Table>(|| {
        let order = Some(Order::by("frequency", false));
        TableProps { order, ..table(hundred_words(), 100) }
    });
    assert_eq!(count(&markup, "aria-sort=\"ascending\""), 1);
    assert!(markup.contains(">詞100</a>") && !markup.contains(">詞1</a>"), "the rarest stand first");
}

#[test]
fn a_number_is_proved_with_its_own_numbers() {
    let listing = hundred_words();
    let column = listing.columns.iter().position(|column| column.name == "per10k").unwrap();
    let proof = listing.proof(Point { row: 0, column }, &Catalog::default()).unwrap();
    assert_eq!(proof.steps[0].filled, "1,199 ÷ 9,894 × 10,000 = 63.68");
    assert_eq!(proof.places[0].route, ConcordanceRoute { node: "詞1".into(), ..places("003-1") });
    assert!(listing.proof(Point { row: 0, column: 0 }, &Catalog::default()).is_none(), "a rank needs none");
}

fn one_keyword() -> Listing {
    let row = KeynessRow {
        rank: 1,
        word: "視頻".into(),
        target: 5,
        reference: 6,
        target_per_10k: 91.07,
        reference_per_10k: 6.42,
        score: 14.48,
        log_ratio: 3.83,
        p: 0.000_14,
        p_adjusted: 0.02,
        low_expected: true,
    };
    let keyness = Keyness {
        rows: vec![row],
        measure: KeynessMeasure::G2,
        target_tokens: 549,
        reference_tokens: 9_345,
        types: 1,
        folded: false,
    };
    let sides = Sides { target: places("003-1"), reference: Some(ConcordanceRoute::default()) };
    keyness::listing::listing(&Shared::new(keyness), &sides, &Catalog::default())
}

#[test]
fn a_keyword_with_small_counts_is_flagged() {
    let markup = draw::<Table>(|| table(one_keyword(), 1));
    assert!(markup.contains("&lt; .001"));
    assert!(markup.contains(">.0200<"), "p adjusted for all the words compared");
    let flag = tag(&markup, "abbr", "少").expect("a flag");
    assert!(flag.contains("title=\"期望詞次少於 5，這個 p 值不可靠\""));
    assert!(markup.contains(">14.48<") && markup.contains(">3.83<"));
}

#[test]
fn keyness_is_proved_over_its_four_cells() {
    let listing = one_keyword();
    let proof = |name: &str| {
        let column = listing.columns.iter().position(|column| column.name == name).unwrap();
        listing.proof(Point { row: 0, column }, &Catalog::default()).unwrap()
    };
    let filled = &proof("g2").steps[0].filled;
    assert!(filled.starts_with("2 × [5 ln (5 ÷ 0.6) + 6 ln (6 ÷ 10.4) + "), "{filled}");
    assert!(filled.ends_with(" = 14.48"), "{filled}");
    assert_eq!(proof("logRatio").steps[0].filled, "log₂ ((5 ÷ 549) ÷ (6 ÷ 9,345)) = 3.83");
    assert_eq!(proof("target").places.len(), 2, "both sides hold it");
}

#[test]
fn an_occurrence_leads_to_its_place() {
    let markup = draw::<Table>(|| {
        let row = KwicRow {
            id: "003-1".into(),
            start: 120,
            end: 122,
            left: "深化戰略".into(),
            node: "協作".into(),
            right: "，堅定".into(),
        };
        let concordance =
            Shared::new(Concordance { rows: vec![row], total: 1, stories: 1, ..Concordance::default() });
        table(
            concordance::listing::listing(&concordance, Some(rows()), Units::default(), &Catalog::default()),
            1,
        )
    });
    assert!(markup.contains("href=\"#/read/003-1?at=120&amp;word=%E5%8D%94%E4%BD%9C\""));
    assert!(markup.contains("大公報"));
}

fn collocates() -> ScopeCollocates {
    let row = CollocateRow {
        rank: 1,
        word: "戰略".into(),
        frequency: 20,
        observed: 4,
        pairs: 198,
        expected: 0.8,
        log_dice: 11.5,
        mi: 2.32,
        t: 1.6,
        g2: 9.1,
        by_place: vec![0, 3, 0, 1],
    };
    let rows = vec![row];
    let answer = Collocates {
        rows,
        types: 1,
        node: 25,
        tokens: 9_894,
        left: 2,
        right: 2,
        node_pairs: 100,
        pairs: 24_750,
        folded: false,
    };
    ScopeCollocates {
        answer: Shared::new(answer),
        node: ConcordanceRoute { node: "協作".into(), ..places("003-1") },
    }
}

#[test]
fn a_collocate_is_proved_and_leads_to_the_places_where_both_occur() {
    let listing = collocates::listing::listing(&collocates(), &Catalog::default());
    let proof = |name: &str| {
        let column = listing.columns.iter().position(|column| column.name == name).unwrap();
        listing.proof(Point { row: 0, column }, &Catalog::default()).unwrap()
    };
    assert_eq!(proof("logDice").steps[0].filled, "14 + log₂ (2 × 4 ÷ (25 + 20)) = 11.50");
    assert_eq!(proof("expected").steps[0].filled, "100 × 198 ÷ 24,750 = 0.80");
    assert_eq!(proof("mi").steps[0].filled, "log₂ (4 ÷ 0.80) = 2.32");
    let near = proof("observed").places[0].route.near.clone().unwrap();
    assert_eq!((near.word.as_str(), near.left, near.right), ("戰略", 2, 2));
    let markup = draw::<Table>(|| table(collocates::listing::listing(&collocates(), &Catalog::default()), 1));
    assert!(markup.contains("<title>L1 3, R2 1</title>"), "places in words");
}

#[test]
fn a_sequence_is_looked_up_word_by_word() {
    let row = PhraseRow { words: vec!["戰略".into(), "協作".into()], frequency: 3, range: 2 };
    let phrases = Shared::new(Phrases { rows: vec![row], total: 1, tokens: 1_000, folded: false });
    let listing = phrases::listing::listing(&phrases, &places("003-1"), &Catalog::default());
    let column = listing.columns.iter().position(|column| column.name == "per10k").unwrap();
    let proof = listing.proof(Point { row: 0, column }, &Catalog::default()).unwrap();
    assert_eq!(proof.steps[0].filled, "3 ÷ 1,000 × 10,000 = 30.00");
    assert_eq!(proof.places[0].route.node, "戰略 協作");
}

#[test]
fn a_measure_a_story_is_too_short_for_is_a_dash() {
    let markup = draw::<Table>(|| {
        let row = MeasuresRow {
            id: "003-1".into(),
            tokens: 80,
            types: 60,
            hapaxes: 50,
            ttr: Some(0.75),
            sttr: None,
            mattr: None,
            mtld: Some(61.2),
            sentences: 4,
            sentence_length: Some(20.0),
            lexical_density: Some(0.6),
        };
        let listing = measures::listing::listing(
            &Shared::new(vec![row]),
            &rows(),
            &MeasuresRoute::default(),
            &Catalog::default(),
        );
        table(listing, 1)
    });
    assert!(markup.contains("中俄要共同捍衛二戰勝利成果"), "a story by its headline");
    assert_eq!(count(&markup, ">–<"), 2);
    assert!(markup.contains(">0.750<") && markup.contains(">61.2<"));
}

#[test]
fn weights_of_one_story_are_filled_in() {
    let row = KeywordRow { word: "台灣".into(), weight: 2.0, frequency: 2, range: 1 };
    let keywords = Shared::new(Keywords { rows: vec![row], total: 1, stories: 10 });
    let route = KeywordsRoute { id: "003-1".into(), ..KeywordsRoute::default() };
    let listing = keywords::listing::listing(&keywords, &route, &Catalog::default());
    let column = listing.columns.iter().position(|column| column.name == "weight").unwrap();
    let proof = listing.proof(Point { row: 0, column }, &Catalog::default()).unwrap();
    assert_eq!(proof.steps[0].filled, "2 × log₁₀ (10 ÷ 1) = 2.0000");
    assert_eq!(proof.places[0].route.fold, FoldChoice::Variants, "keywords are sought on folded text");
}

fn spread_word() -> Listing {
    let row = WordRow { by_story: vec![(0, 3), (2, 1)], frequency: 4, range: 2, ..word_row(1) };
    let sizes = [("1", 100), ("2", 50), ("3", 50)].map(|(id, size)| (id.to_owned(), size)).to_vec();
    let list = WordList { rows: vec![row], tokens: 200, types: 1, stories: 3, sizes, folded: false };
    words::listing::listing(&Shared::new(list), &places("003-1"), &Catalog::default())
}

#[test]
fn dispersion_is_shown_story_by_story() {
    let listing = spread_word();
    let column = listing.columns.iter().position(|column| column.name == "dp").unwrap();
    let proof = listing.proof(Point { row: 0, column }, &Catalog::default()).unwrap();
    let spread = proof.spread.unwrap();
    let counts: Vec<u32> = spread.stories.iter().map(|story| story.frequency).collect();
    assert_eq!(counts, [3, 0, 1]);
    assert!(proof.steps[0].filled.contains("|3 ÷ 4 − 100 ÷ 200|"), "{}", proof.steps[0].filled);
    assert!(draw::<Table>(|| table(spread_word(), 1)).contains("<path d=\"M0.0 16v-"));
}

#[test]
fn writings_that_count_as_one_are_shown_as_printed() {
    let markup = draw::<Table>(|| {
        let writing = |word: &str, frequency| Writing { word: word.into(), frequency };
        let writings = vec![writing("臺灣", 5), writing("台灣", 2)];
        let row = WordRow { word: "臺灣".into(), frequency: 7, writings, ..word_row(1) };
        let list =
            WordList { rows: vec![row], tokens: 100, types: 1, stories: 1, sizes: Vec::new(), folded: false };
        table(words::listing::listing(&Shared::new(list), &places("003-1"), &Catalog::default()), 1)
    });
    assert!(markup.contains("<small class=\"writing\"> 台灣 2</small>"), "{markup}");
}

fn figure() -> ChartFigureProps {
    let ties = ["戰略", "夥伴"].map(|word| Tie {
        label: word.into(),
        strength: 9.0,
        meetings: 2.0,
        side: ChartSide::A,
    });
    ChartFigureProps {
        chart: Shared::new(network("協作", &ties)),
        title: "圖名".into(),
        description: "圖中何物".into(),
        names: Shared::new(vec!["戰略：2 次".into(), "夥伴：2 次".into()]),
        links: Some(Shared::new(vec!["#/concordance?node=1".into(), "#/concordance?node=2".into()])),
        rows: None,
        columns: Shared::new(Vec::new()),
        name: "network",
    }
}

#[test]
fn a_chart_has_a_description_and_keyboard_stops() {
    let markup = draw::<ChartFigure>(figure);
    assert!(markup.contains("<title>圖名</title>") && markup.contains("<desc>圖中何物</desc>"));
    assert!(markup.contains("aria-label=\"戰略：2 次\"") && markup.contains("href=\"#/concordance?node=2\""));
    assert_eq!(count(&markup, "tabindex=\"0\""), 1, "one stop of the Tab key");
    assert_eq!(count(&markup, "tabindex=\"-1\""), 1);
    assert!(markup.contains("圖的數據") && markup.contains(">SVG<") && markup.contains(">PNG<"));
    assert!(!markup.contains("style="), "the policy allows no inline style");
}

fn read_story() -> Shared<StoryView> {
    let word = |word: &str, start: u32, tag: &str| {
        let end = start + word.chars().count() as u32;
        WordMark { word: word.into(), start, end, tag: tag.into() }
    };
    Shared::new(StoryView {
        row: row("003-1", "大公報", "題"),
        blocks: vec![
            BlockView {
                kind: BlockKind::Headline,
                range: Range { start: 0, end: 1 },
                words: vec![word("題", 0, "n")],
            },
            BlockView {
                kind: BlockKind::Caption,
                range: Range { start: 2, end: 8 },
                words: vec![word("習近平", 2, "nrfg"), word("會晤", 5, "v"), word("。", 7, "w")],
            },
        ],
        warnings: Vec::new(),
    })
}

fn reading() -> StoryTextProps {
    StoryTextProps {
        story: read_story(),
        boundaries: true,
        tags: false,
        word: Some("會晤".into()),
        at: Some(3),
        doubts: None,
        names: None,
        onlookup: Callback::noop(),
        oncorrect: Callback::noop(),
    }
}

#[test]
fn a_story_is_read_word_by_word() {
    let markup = draw::<StoryText>(reading);
    assert_eq!(count(&markup, "<h1 "), 1);
    assert!(markup.contains("圖說"), "a caption says what it is");
    let arrival = tag(&markup, "span", "習近平<").expect("a word");
    assert!(arrival.contains("class=\"w arrival\"") && arrival.contains("id=\"at\""));
    assert!(tag(&markup, "span", "會晤<").expect("a word").contains("class=\"w found\""));
    assert!(markup.contains("<span class=\"mark\">。</span>"), "punctuation is no word");
}

#[test]
fn parts_of_speech_are_under_the_words() {
    let markup = draw::<StoryText>(|| StoryTextProps { tags: true, ..reading() });
    assert!(tag(&markup, "ruby", "會晤<rt lang=\"en\">v</rt></ruby>").is_some());
}

#[test]
fn a_picker_says_when_its_story_is_not_there() {
    let markup = draw::<StoryPicker>(|| StoryPickerProps {
        label: "甲篇".into(),
        stories: rows(),
        value: "999-9".into(),
        onpick: Callback::noop(),
        action: None,
    });
    assert!(markup.contains("（請選一篇）"));
    assert!(markup.contains("<optgroup label=\"大公報 2025-01-22\">"));
}
