//! The views of reuse, drawn natively: the markup of the matrix and the dot plot, and their text for screen
//! readers.

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

use duidu::corpus::{Scope, StoryFilter};
use duidu::engine::{EngineError, Offer};
use duidu::ui::comparing::similarity::groups::{SimilarityGroups, SimilarityGroupsProps};
use duidu::ui::comparing::similarity::limits::{
    FewerStories, FewerStoriesProps, ManyStories, ManyStoriesProps, READABLE,
};
use duidu::ui::i18n::{Catalog, Language};
use duidu::ui::labels;
use duidu::ui::results::chart::{ChartFigure, ChartFigureProps};
use duidu::ui::routes::SimilarityRoute;
use duidu::ui::shared::Shared;
use duidu::view::Similarity;
use duidu::view::chart::{Chart, ChartRun, MatrixCell, RowGroup, matrix, runs};
use duidu::worker::Failure;
use shared::drawing::draw;

fn figure(chart: Chart, names: &[&str], links: &[&'static str]) -> ChartFigureProps {
    ChartFigureProps {
        chart: Shared::new(chart),
        title: "圖".into(),
        description: "說明".into(),
        names: Shared::new(names.iter().map(|name| (*name).to_owned()).collect()),
        links: Some(Shared::new(links.iter().map(|&link| link.into()).collect())),
        rows: None,
        columns: Shared::new(Vec::new()),
        name: "similarity-matrix",
    }
}

fn count(markup: &str, part: &str) -> usize {
    markup.matches(part).count()
}

#[test]
fn each_square_of_the_matrix_is_a_link_with_a_name_and_a_shade() {
    let markup = draw::<ChartFigure>(|| {
        let cells =
            [MatrixCell { row: 0, column: 1, share: 0.9 }, MatrixCell { row: 1, column: 0, share: 0.1 }];
        let stretches = [("甲", 1), ("乙", 1)].map(|(name, length)| RowGroup { name: name.into(), length });
        figure(matrix(&cells, &stretches), &["九成", "一成"], &["#/compare/x/y", "#/compare/y/x"])
    });
    for part in
        ["href=\"#/compare/x/y\"", "aria-label=\"九成\"", "shade-5", "shade-2", "aria-label=\"圖. 說明\""]
    {
        assert!(markup.contains(part), "{part} in {markup}");
    }
    // One stop of the Tab key for all squares.
    assert_eq!((count(&markup, "tabindex=\"0\""), count(&markup, "tabindex=\"-1\"")), (1, 1));
}

#[test]
fn a_run_is_a_stroke_with_a_wider_one_for_touch() {
    let markup = draw::<ChartFigure>(|| {
        let strokes = [ChartRun { a: (0, 50), b: (10, 60) }];
        figure(runs(&strokes, (100, 100), ("甲報", "乙報")), &["「段落」"], &["#/compare/x/y"])
    });
    assert_eq!((count(&markup, "class=\"reach\""), count(&markup, "class=\"seen\"")), (1, 1));
    assert!(
        markup.contains("→ 甲報") && markup.contains("↓ 乙報") && markup.contains("aria-label=\"「段落」\"")
    );
}

fn found(groups: Vec<u32>) -> SimilarityGroupsProps {
    let ids: Vec<String> = (0..groups.len()).map(|story| format!("s{story}")).collect();
    let names = ids.iter().map(|id| format!("題 {id}")).collect::<Vec<_>>();
    let found = Similarity {
        ids,
        reuse: Vec::new(),
        discounted: Vec::new(),
        cosine: Vec::new(),
        groups,
        pairs: Vec::new(),
        minimum_run: 10,
    };
    SimilarityGroupsProps { found: Shared::new(found), names: Shared::new(names) }
}

#[test]
fn groups_lead_to_their_stories_side_by_side() {
    let markup = draw::<SimilarityGroups>(|| found(vec![0, 1, 0, 2, 1, 1]));
    let (first, second) = (markup.find("#/witnesses/s1/s4/s5"), markup.find("#/witnesses/s0/s2"));
    assert!(first.is_some() && first < second, "{markup}");
    assert!(markup.contains("題 s1") && !markup.contains("s3"), "{markup}");
    assert_eq!(draw::<SimilarityGroups>(|| found(vec![0, 1, 2])).matches("<li").count(), 0);
}

#[test]
fn of_many_groups_the_rest_is_counted_and_of_a_large_one_as_many_stories_are_opened_as_fit() {
    let many = draw::<SimilarityGroups>(|| found((0..60).map(|story| story / 2).collect()));
    assert_eq!(count(&many, "<li"), 20);
    assert!(many.contains("10"), "{many}");
    let large = draw::<SimilarityGroups>(|| found(vec![0; 40]));
    assert!(large.contains("/s23\"") && !large.contains("/s24"), "{large}");
}

#[test]
fn too_much_text_is_said_with_its_numbers_in_both_languages() {
    let scope = Scope::Filter(StoryFilter { from: Some("2025-01-02".into()), ..StoryFilter::default() });
    let error = EngineError::TooMuchText {
        stories: 120_000,
        characters: 61_234_567,
        most: 50_000_000,
        offer: Some(Box::new(Offer { scope, stories: 90_000 })),
    };
    for (language, parts) in [
        (Language::English, ["62 million", "50 million"]),
        (Language::HongKong, ["6,124 萬字", "5,000 萬字"]),
    ] {
        let said = labels::words(&labels::failure(&Failure::Engine(error.clone())), &Catalog::new(language));
        assert!(parts.iter().all(|part| said.contains(part)), "{said}");
    }
}

#[test]
fn what_is_not_drawn_of_many_stories_is_said_and_of_few_nothing() {
    let many = draw::<ManyStories>(|| ManyStoriesProps { stories: 20_000 });
    assert!(many.contains("20") && many.contains(&READABLE.to_string()), "{many}");
    let few = draw::<ManyStories>(|| ManyStoriesProps { stories: READABLE });
    assert!(!few.contains("<p"), "{few}");
}

#[test]
fn a_scope_that_can_be_compared_is_one_step_away() {
    let markup = draw::<FewerStories>(|| {
        let days = StoryFilter {
            from: Some("2025-01-02".into()),
            to: Some("2025-01-03".into()),
            ..StoryFilter::default()
        };
        let offer = Offer { scope: Scope::Filter(days), stories: 321 };
        FewerStoriesProps { offer, route: SimilarityRoute { min: 8, ..SimilarityRoute::default() } }
    });
    for part in ["2025-01-02", "2025-01-03", "min=8", "321", "href=\"#/similarity?scope="] {
        assert!(markup.contains(part), "{part} in {markup}");
    }
}
