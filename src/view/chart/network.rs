//! A node surrounded by its ties: the stronger the tie, the nearer.

use std::f64::consts::{FRAC_PI_2, TAU};

use super::{Anchor, Area, Chart, ChartLine, ChartMark, ChartSide, ChartText, LineRole, Shape, TextRole};

/// A word tied to the node.
#[derive(Clone, Debug, PartialEq)]
pub struct Tie {
    /// Its name.
    pub label: String,
    /// The strength of the tie.
    pub strength: f64,
    /// The number of co-occurrences.
    pub meetings: f64,
    /// The side it belongs to.
    pub side: ChartSide,
}

const WIDTH: f64 = 720.0;
const HEIGHT: f64 = 480.0;
const NEAREST: f64 = 0.42;

/// Lays out ties, the strongest first, from the top and clockwise. Every other one is a step farther out
/// than its strength says, so that names do not overlap.
pub fn network(node: &str, ties: &[Tie]) -> Chart {
    let mut chart = Chart { width: WIDTH, height: HEIGHT, ..Chart::default() };
    let (middle_x, middle_y) = (WIDTH / 2.0, HEIGHT / 2.0);
    let strongest = ties.iter().map(|tie| tie.strength).fold(f64::NEG_INFINITY, f64::max);
    let weakest = ties.iter().map(|tie| tie.strength).fold(f64::INFINITY, f64::min);
    let most = ties.iter().map(|tie| tie.meetings).fold(1.0, f64::max);
    for (row, tie) in ties.iter().enumerate() {
        let spread = strongest - weakest;
        let weakness = if spread > 0.0 { (strongest - tie.strength) / spread } else { 0.5 };
        let stagger = if row % 2 == 1 { 0.12 } else { 0.0 };
        let distance = (NEAREST + (0.88 - NEAREST) * weakness + stagger).min(1.0);
        let angle = TAU * index(row) / index(ties.len()) - FRAC_PI_2;
        let (sine, cosine) = (libm::sin(angle), libm::cos(angle));
        let (x, y) = (
            middle_x + cosine * distance * (WIDTH / 2.0 - 96.0),
            middle_y + sine * distance * (HEIGHT / 2.0 - 30.0),
        );
        let share = libm::sqrt(tie.meetings / most);
        chart.lines.push(ChartLine {
            x1: middle_x,
            y1: middle_y,
            x2: x,
            y2: y,
            width: 0.75 + 3.25 * share,
            role: LineRole::Tie,
        });
        chart.marks.push(ChartMark {
            row,
            shape: Shape::Circle { x, y, r: 3.0 + 4.0 * share },
            side: tie.side,
        });
    }
    chart.words.push(ChartText {
        x: middle_x,
        y: middle_y + 7.0,
        text: node.to_owned(),
        anchor: Anchor::Middle,
        role: TextRole::Centre,
    });
    label(&mut chart, ties);
    chart
}

/// Names the ties: away from the middle, or else beside the mark where the name is on no mark and on no other name.
fn label(chart: &mut Chart, ties: &[Tie]) {
    /// Distance of a name from the middle of its mark.
    const GAP: f64 = 11.0;
    let marks = chart.marks.iter().filter_map(|mark| Area::of_mark(mark.shape));
    let mut taken: Vec<Area> = marks.chain(chart.words.iter().map(ChartText::area)).collect();
    let whole = Area { left: 0.0, top: 0.0, right: WIDTH, bottom: HEIGHT };
    let mut labels = Vec::with_capacity(ties.len());
    for (mark, tie) in chart.marks.iter().zip(ties) {
        let Shape::Circle { x, y, .. } = mark.shape else { continue };
        let right = (x + GAP, y + 5.0, Anchor::Start);
        let left = (x - GAP, y + 5.0, Anchor::End);
        let above = (x, y - GAP, Anchor::Middle);
        let below = (x, y + GAP + 9.0, Anchor::Middle);
        let (across, down) = ((x - WIDTH / 2.0) / WIDTH, (y - HEIGHT / 2.0) / HEIGHT);
        let mut places =
            if across.abs() > 0.05 { [right, left, below, above] } else { [below, above, right, left] };
        if across < -0.05 {
            places.swap(0, 1);
        }
        if down < 0.0 {
            let [one, other] = if across.abs() > 0.05 { [2, 3] } else { [0, 1] };
            places.swap(one, other);
        }
        let named = places.map(|(x, y, anchor)| {
            let text = tie.label.clone();
            let words = ChartText { x, y, text, anchor, role: TextRole::Label(tie.side) };
            let area = words.area();
            (words, area)
        });
        let is_free = |area: &Area| whole.holds(area) && !taken.iter().any(|other| other.meets(area));
        let free = named.iter().find(|(_, area)| is_free(area)).or(named.first()).cloned();
        if let Some((words, area)) = free {
            taken.push(area);
            labels.push(words);
        }
    }
    chart.words.extend(labels);
}

#[expect(clippy::cast_precision_loss, reason = "a drawing has few ties")]
fn index(place: usize) -> f64 {
    place as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn tie(strength: f64, meetings: f64) -> Tie {
        Tie { label: "詞".into(), strength, meetings, side: ChartSide::A }
    }

    /// Returns the distance of a mark from the middle, as a share of the maximum.
    fn distance(chart: &Chart, row: usize) -> f64 {
        let Shape::Circle { x, y, .. } = chart.marks[row].shape else { panic!() };
        let (across, upward) =
            ((x - WIDTH / 2.0) / (WIDTH / 2.0 - 96.0), (y - HEIGHT / 2.0) / (HEIGHT / 2.0 - 30.0));
        libm::sqrt(across * across + upward * upward)
    }

    #[test]
    fn the_stronger_the_nearer_and_the_oftener_the_thicker() {
        let chart = network("節點", &[tie(12.0, 9.0), tie(9.0, 1.0), tie(8.0, 4.0)]);
        assert!(distance(&chart, 0) < distance(&chart, 2));
        assert!(chart.lines[0].width > chart.lines[2].width && chart.lines[2].width > chart.lines[1].width);
        assert!(chart.words.iter().any(|words| words.text == "節點" && words.role == TextRole::Centre));
    }

    proptest! {
        #[test]
        fn everything_is_inside_the_drawing(ties in proptest::collection::vec((-5.0..15.0_f64, 1.0..1e5_f64), 0..40)) {
            let ties: Vec<Tie> = ties.into_iter().map(|(strength, meetings)| tie(strength, meetings)).collect();
            prop_assert!(network("節點", &ties).holds_together());
        }
    }
}
