//! Runs that two texts share, as strokes in a rectangle: the first text to the right, the second downward.

use super::{Anchor, Chart, ChartLine, ChartMark, ChartSide, ChartText, LineRole, Shape, TextRole};

/// A run: its start and end in both texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChartRun {
    /// In the first.
    pub a: (u32, u32),
    /// In the second.
    pub b: (u32, u32),
}

const SIDE: f64 = 640.0;
const LEFT: f64 = 48.0;
const TOP: f64 = 56.0;
const RIGHT: f64 = 24.0;
const BOTTOM: f64 = 12.0;

/// Maximum number of ticks along an axis.
const TICKS: f64 = 6.0;

/// Lays out runs, one mark per run in their order. `ends` are the lengths of both texts, `names` the titles
/// of the axes. Both axes have one scale, so that a copy is a stroke of 45 degrees.
pub fn runs(runs: &[ChartRun], ends: (u32, u32), names: (&str, &str)) -> Chart {
    let longest = f64::from(ends.0.max(ends.1).max(1));
    let scale = SIDE / longest;
    let (width, height) = (f64::from(ends.0) * scale, f64::from(ends.1) * scale);
    let mut chart = Chart { width: LEFT + SIDE + RIGHT, height: TOP + height + BOTTOM, ..Chart::default() };
    let line =
        |x1: f64, y1: f64, x2: f64, y2: f64, role: LineRole| ChartLine { x1, y1, x2, y2, width: 1.0, role };
    let words =
        |x: f64, y: f64, text: String, anchor: Anchor, role: TextRole| ChartText { x, y, text, anchor, role };
    let step =
        [50.0, 100.0, 200.0, 500.0, 1_000.0, 2_000.0, 5_000.0, 10_000.0, 50_000.0, 200_000.0, 1_000_000.0]
            .into_iter()
            .find(|step| longest / step <= TICKS)
            .unwrap_or(longest);
    let ticks =
        |end: u32| (1..).map(move |n| f64::from(n) * step).take_while(move |&tick| tick <= f64::from(end));
    for tick in ticks(ends.0) {
        let x = LEFT + tick * scale;
        chart.lines.push(line(x, TOP, x, TOP + height, LineRole::Grid));
        chart.words.push(words(x, TOP - 6.0, format!("{tick:.0}"), Anchor::Middle, TextRole::Tick));
    }
    for tick in ticks(ends.1) {
        let y = TOP + tick * scale;
        chart.lines.push(line(LEFT, y, LEFT + width, y, LineRole::Grid));
        chart.words.push(words(LEFT - 6.0, y + 4.0, format!("{tick:.0}"), Anchor::End, TextRole::Tick));
    }
    chart.lines.push(line(LEFT, TOP, LEFT + width, TOP, LineRole::Axis));
    chart.lines.push(line(LEFT, TOP, LEFT, TOP + height, LineRole::Axis));
    chart.words.push(words(
        LEFT,
        14.0,
        format!("→ {}", names.0),
        Anchor::Start,
        TextRole::Label(ChartSide::A),
    ));
    chart.words.push(words(
        LEFT,
        30.0,
        format!("↓ {}", names.1),
        Anchor::Start,
        TextRole::Label(ChartSide::B),
    ));
    chart.marks = runs
        .iter()
        .enumerate()
        .map(|(row, run)| {
            let x = |at: u32| LEFT + f64::from(at) * scale;
            let y = |at: u32| TOP + f64::from(at) * scale;
            let shape = Shape::Stroke { x1: x(run.a.0), y1: y(run.b.0), x2: x(run.a.1), y2: y(run.b.1) };
            ChartMark { row, shape, side: ChartSide::Neither }
        })
        .collect();
    chart
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_is_a_diagonal() {
        let whole = ChartRun { a: (0, 1_000), b: (0, 1_000) };
        let chart = runs(&[whole], (1_000, 1_000), ("甲", "乙"));
        assert!(chart.holds_together());
        let Shape::Stroke { x1, y1, x2, y2 } = chart.marks[0].shape else { panic!("{:?}", chart.marks) };
        assert_eq!((x1, y1, x2, y2), (LEFT, TOP, LEFT + SIDE, TOP + SIDE));
    }

    #[test]
    fn texts_of_very_different_length_have_one_scale() {
        let chart = runs(&[ChartRun { a: (90_000, 90_100), b: (0, 100) }], (100_000, 100), ("甲", "乙"));
        assert!(chart.holds_together());
        assert!(chart.height < TOP + BOTTOM + 2.0, "a thousandth as high as wide");
        assert!(runs(&[], (0, 0), ("", "")).holds_together());
    }
}
