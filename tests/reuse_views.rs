//! The views of reuse, drawn natively: the markup of the matrix and the dot plot, and their text for screen
//! readers.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at the first surprise")]
#![cfg(feature = "ssr")]

mod shared {
    pub(crate) mod drawing;
}

use duidu::ui::components::chart::{ChartFigure, ChartFigureProps};
use duidu::ui::shared::Shared;
use duidu::view::chart::{Chart, ChartRun, MatrixCell, RowGroup, matrix, runs};
use shared::drawing::draw;

fn figure(chart: Chart, names: &[&str], links: &[&'static str]) -> ChartFigureProps {
    ChartFigureProps {
        chart: Shared::new(chart),
        title: "圖".into(),
        description: "說明".into(),
        names: Shared::new(names.iter().map(|name| (*name).to_owned()).collect()),
        links: Some(Shared::new(links.iter().map(|&link| link.into()).collect())),
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
