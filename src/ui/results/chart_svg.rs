//! The SVG elements of a chart, which page and file draw alike.

use crate::view::chart::{Anchor, ChartLine, ChartMark, ChartSide, ChartText, LineRole, Shape, TextRole};

/// An SVG element without children.
#[derive(Clone, Debug, PartialEq)]
pub struct SvgElement {
    /// The name of its tag.
    pub tag: &'static str,
    /// Its class, by which the page's style sheet colours it.
    pub class: &'static str,
    /// Its geometry.
    pub attributes: Vec<(&'static str, String)>,
    /// Its text, if it is one.
    pub text: Option<String>,
}

impl SvgElement {
    fn new(
        tag: &'static str,
        class: &'static str,
        attributes: impl IntoIterator<Item = (&'static str, String)>,
    ) -> Self {
        Self { tag, class, attributes: attributes.into_iter().collect(), text: None }
    }
}

/// Returns the element of a line.
pub fn line(line: &ChartLine) -> SvgElement {
    let class = match line.role {
        LineRole::Axis => "axis",
        LineRole::Grid => "grid-line",
        LineRole::Tie => "tie",
    };
    let ends = ends(line.x1, line.y1, line.x2, line.y2);
    SvgElement::new("line", class, ends.into_iter().chain([("stroke-width", fine(line.width))]))
}

/// Returns the element of a text.
pub fn text(words: &ChartText) -> SvgElement {
    let class = match words.role {
        TextRole::Tick => "tick",
        TextRole::Title => "axis-title",
        TextRole::Label(ChartSide::A) => "label a",
        TextRole::Label(ChartSide::B) => "label b",
        TextRole::Label(ChartSide::Neither) => "label",
        TextRole::Centre => "centre",
    };
    let anchor = match words.anchor {
        Anchor::Start => "start",
        Anchor::Middle => "middle",
        Anchor::End => "end",
    };
    let place = [("x", short(words.x)), ("y", short(words.y)), ("text-anchor", anchor.to_owned())];
    SvgElement { text: Some(words.text.clone()), ..SvgElement::new("text", class, place) }
}

/// Returns the visible element of a mark.
pub fn mark(mark: &ChartMark) -> SvgElement {
    match mark.shape {
        Shape::Circle { x, y, r } => circle("seen", x, y, r),
        Shape::Bar { x, y, width, height } => rectangle("seen", [x, y, width, height].map(short)),
        Shape::Square { x, y, size, .. } => rectangle("seen", [x, y, size, size].map(fine)),
        Shape::Stroke { x1, y1, x2, y2 } => SvgElement::new("line", "seen", ends(x1, y1, x2, y2)),
    }
}

/// Returns the larger, invisible element under a mark, as a target for fingers and pointers. Squares touch each other
/// and have none.
pub fn target(mark: &ChartMark) -> Option<SvgElement> {
    match mark.shape {
        Shape::Circle { x, y, r } => Some(circle("reach", x, y, r + 5.0)),
        Shape::Bar { x, y, width, height } => {
            Some(rectangle("reach", [x, 0.0, width, y + height].map(short)))
        }
        Shape::Square { .. } => None,
        Shape::Stroke { x1, y1, x2, y2 } => Some(SvgElement::new("line", "reach", ends(x1, y1, x2, y2))),
    }
}

fn circle(class: &'static str, x: f64, y: f64, r: f64) -> SvgElement {
    SvgElement::new("circle", class, [("cx", short(x)), ("cy", short(y)), ("r", short(r))])
}

fn rectangle(class: &'static str, [x, y, width, height]: [String; 4]) -> SvgElement {
    SvgElement::new("rect", class, [("x", x), ("y", y), ("width", width), ("height", height)])
}

fn ends(x1: f64, y1: f64, x2: f64, y2: f64) -> [(&'static str, String); 4] {
    [("x1", short(x1)), ("y1", short(y1)), ("x2", short(x2)), ("y2", short(y2))]
}

/// Formats a length with one decimal, which is finer than any screen.
fn short(number: f64) -> String {
    format!("{number:.1}")
}

/// Formats a length with two decimals, since tenths would show as stripes in a row of hundreds of squares.
fn fine(number: f64) -> String {
    format!("{number:.2}")
}
