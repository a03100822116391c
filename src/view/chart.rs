//! Charts as geometry: the positions of marks, lines and words, in units of the drawing. The renderer adds
//! colour.

mod bars;
mod matrix;
mod network;
mod runs;
mod scatter;

pub use bars::{StoryBar, bars, joined, strip};
pub use matrix::{MatrixCell, RowGroup, matrix};
pub use network::{Tie, network};
pub use runs::{ChartRun, runs};
pub use scatter::{Axes, Dot, scatter};

use crate::text::ems;

/// A chart, laid out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Chart {
    /// Width of the drawing.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// One mark per row of the data; a reader can visit them.
    pub marks: Vec<ChartMark>,
    /// The lines drawn below the marks.
    pub lines: Vec<ChartLine>,
    /// The texts.
    pub words: Vec<ChartText>,
}

/// The mark of one row.
#[derive(Clone, Debug, PartialEq)]
pub struct ChartMark {
    /// The row, as an index into the data.
    pub row: usize,
    /// Its form.
    pub shape: Shape,
    /// The side it belongs to.
    pub side: ChartSide,
}

/// The form of a mark.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Shape {
    /// A disc.
    Circle {
        /// The x coordinate of its centre.
        x: f64,
        /// The y coordinate of its centre.
        y: f64,
        /// Its radius.
        r: f64,
    },
    /// An upright rectangle.
    Bar {
        /// Its left edge.
        x: f64,
        /// Its upper edge.
        y: f64,
        /// Its width.
        width: f64,
        /// Its height.
        height: f64,
    },
    /// A square of a matrix.
    Square {
        /// Its left edge.
        x: f64,
        /// Its upper edge.
        y: f64,
        /// Its side.
        size: f64,
        /// Its shade, 1 (light) to [`SHADES`] (dark).
        shade: u8,
    },
    /// A stroke.
    Stroke {
        /// The x coordinate of its start.
        x1: f64,
        /// The y coordinate of its start.
        y1: f64,
        /// The x coordinate of its end.
        x2: f64,
        /// The y coordinate of its end.
        y2: f64,
    },
}

/// Number of shades of a square.
pub const SHADES: u8 = 5;

/// The side that something belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ChartSide {
    /// Neither.
    #[default]
    Neither,
    /// The first: the target.
    A,
    /// The second: the reference.
    B,
}

/// A straight line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ChartLine {
    /// The x coordinate of its start.
    pub x1: f64,
    /// The y coordinate of its start.
    pub y1: f64,
    /// The x coordinate of its end.
    pub x2: f64,
    /// The y coordinate of its end.
    pub y2: f64,
    /// Its thickness.
    pub width: f64,
    /// Its role.
    pub role: LineRole,
}

/// The role of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineRole {
    /// An axis.
    Axis,
    /// A grid line.
    Grid,
    /// A tie between two marks.
    Tie,
}

/// A text.
#[derive(Clone, Debug, PartialEq)]
pub struct ChartText {
    /// The x coordinate of its anchor.
    pub x: f64,
    /// The y coordinate of its baseline.
    pub y: f64,
    /// The text.
    pub text: String,
    /// The part of the text at `x`.
    pub anchor: Anchor,
    /// Its role.
    pub role: TextRole,
}

/// The part of a text that is placed at its x coordinate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "as in SVG")]
pub enum Anchor {
    Start,
    Middle,
    End,
}

/// The role of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextRole {
    /// A number at an axis.
    Tick,
    /// The name of an axis.
    Title,
    /// The name of a mark.
    Label(ChartSide),
    /// The name of the centre of a network.
    Centre,
}

impl Chart {
    /// Returns true if every mark and every text anchor is inside the drawing; a label may overhang by its
    /// own width.
    pub fn holds_together(&self) -> bool {
        // Sums of many steps may pass an edge by a rounding error.
        let within = |at: f64, end: f64| at.is_finite() && (-1e-6..=end + 1e-6).contains(&at);
        let inside = |x: f64, y: f64| within(x, self.width) && within(y, self.height);
        self.marks.iter().all(|mark| match mark.shape {
            Shape::Circle { x, y, r } => inside(x, y) && r > 0.0,
            Shape::Bar { x, y, width, height } => {
                inside(x, y) && inside(x + width, y + height) && width >= 0.0 && height >= 0.0
            }
            Shape::Square { x, y, size, shade } => {
                inside(x, y) && inside(x + size, y + size) && size > 0.0 && (1..=SHADES).contains(&shade)
            }
            Shape::Stroke { x1, y1, x2, y2 } => inside(x1, y1) && inside(x2, y2),
        }) && self.words.iter().all(|words| inside(words.x, words.y))
    }
}

/// A rectangle of the drawing, parallel to its edges.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Area {
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

impl Area {
    /// Returns the square around a disc; `None` for another form.
    fn of_mark(shape: Shape) -> Option<Self> {
        match shape {
            Shape::Circle { x, y, r } => Some(Self { left: x - r, top: y - r, right: x + r, bottom: y + r }),
            _ => None,
        }
    }

    /// Returns true if the two overlap.
    fn meets(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    /// Returns true if the other is wholly inside.
    fn holds(&self, other: &Self) -> bool {
        self.left <= other.left
            && other.right <= self.right
            && self.top <= other.top
            && other.bottom <= self.bottom
    }
}

impl TextRole {
    /// Returns the size of the font, in units of the drawing.
    pub fn size(self) -> f64 {
        match self {
            Self::Tick => 11.0,
            Self::Title => 12.0,
            Self::Label(_) => 13.0,
            Self::Centre => 20.0,
        }
    }
}

impl ChartText {
    /// Returns the area that the letters may cover, with a unit around them.
    fn area(&self) -> Area {
        let size = self.role.size();
        let width = width_of(&self.text, size);
        let left = match self.anchor {
            Anchor::Start => self.x,
            Anchor::Middle => self.x - width / 2.0,
            Anchor::End => self.x - width,
        };
        Area {
            left: left - 1.0,
            top: self.y - 0.88 * size - 1.0,
            right: left + width + 1.0,
            bottom: self.y + 0.2 * size + 1.0,
        }
    }
}

/// Returns the width of a text at a font size, at most.
fn width_of(text: &str, size: f64) -> f64 {
    text.chars().map(|c| ems(c) * size).sum()
}
