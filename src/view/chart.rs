//! Charts as geometry: where each mark, line and word stands, in units of the drawing. What draws them adds colour.

mod bars;
mod matrix;
mod network;
mod runs;
mod scatter;

pub use bars::{StoryBar, bars, strip};
pub use matrix::{Cell, Stretch, matrix};
pub use network::{Tie, network};
pub use runs::{Run, runs};
pub use scatter::{Axes, Dot, scatter};

/// A chart, laid out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Chart {
    /// Width of the drawing.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// What stands for a row of the data each; a reader can visit them.
    pub marks: Vec<Mark>,
    /// What is drawn below them.
    pub lines: Vec<Line>,
    /// What is written.
    pub words: Vec<Words>,
}

/// What stands for a row.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// The row, by its place in the data.
    pub row: usize,
    /// Its form.
    pub shape: Shape,
    /// Which side it belongs to.
    pub side: Side,
}

/// The form of a mark.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Shape {
    /// A disc.
    Circle {
        /// Its centre, from the left.
        x: f64,
        /// Its centre, from above.
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
        /// How dark it is, 1 to [`SHADES`].
        shade: u8,
    },
    /// A stroke.
    Stroke {
        /// Where it begins, from the left.
        x1: f64,
        /// Where it begins, from above.
        y1: f64,
        /// Where it ends, from the left.
        x2: f64,
        /// Where it ends, from above.
        y2: f64,
    },
}

/// How many shades a square may have.
pub const SHADES: u8 = 5;

/// Which of two sides something belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Side {
    /// Neither.
    #[default]
    Neither,
    /// The first: what is asked about.
    A,
    /// The second: what it is held against.
    B,
}

/// A straight line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Line {
    /// Where it begins, from the left.
    pub x1: f64,
    /// Where it begins, from above.
    pub y1: f64,
    /// Where it ends, from the left.
    pub x2: f64,
    /// Where it ends, from above.
    pub y2: f64,
    /// Its thickness.
    pub width: f64,
    /// What it is.
    pub role: LineRole,
}

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineRole {
    /// An axis.
    Axis,
    /// A help for the eye.
    Grid,
    /// A tie between two marks.
    Tie,
}

/// Some words.
#[derive(Clone, Debug, PartialEq)]
pub struct Words {
    /// Where they are fastened, from the left.
    pub x: f64,
    /// Their base line, from above.
    pub y: f64,
    /// The words.
    pub text: String,
    /// Which part of them is fastened there.
    pub anchor: Anchor,
    /// What they are.
    pub role: WordsRole,
}

/// Which part of a line of words stands at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "as in SVG")]
pub enum Anchor {
    Start,
    Middle,
    End,
}

/// What words are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordsRole {
    /// A number at an axis.
    Tick,
    /// The name of an axis.
    Title,
    /// The name of a mark.
    Label(Side),
    /// The name of what a network is about.
    Centre,
}

impl Chart {
    /// Whether every mark and every word stands inside the drawing; a label may hang over by its own width.
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

/// How wide a text is drawn at a size: a Chinese character is as wide as it is high, a Latin one about half.
fn width_of(text: &str, size: f64) -> f64 {
    text.chars().map(|character| if character.is_ascii() { 0.56 * size } else { size }).sum()
}
