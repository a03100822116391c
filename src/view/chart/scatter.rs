//! Dots over two axes: frequency on a logarithmic scale against an effect with two signs.

use super::{Anchor, Area, Chart, ChartLine, ChartMark, ChartSide, ChartText, LineRole, Shape, TextRole};

/// One dot.
#[derive(Clone, Debug, PartialEq)]
pub struct Dot {
    /// Its label.
    pub label: String,
    /// Its frequency, 1 or more.
    pub frequency: f64,
    /// Its effect, of either sign.
    pub effect: f64,
    /// The side it belongs to.
    pub side: ChartSide,
}

/// The names of the axes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Axes {
    /// Name of the horizontal axis.
    pub across: String,
    /// Name of the vertical axis.
    pub upward: String,
}

const WIDTH: f64 = 720.0;
const HEIGHT: f64 = 420.0;
const LEFT: f64 = 44.0;
const RIGHT: f64 = 16.0;
const TOP: f64 = 26.0;
const BOTTOM: f64 = 44.0;
const RADIUS: f64 = 3.5;

/// Lays out dots, the most important first: those get their labels before others, as long as there is room.
pub fn scatter(dots: &[Dot], axes: &Axes) -> Chart {
    let most = dots.iter().map(|dot| dot.frequency).fold(10.0, f64::max);
    let reach = dots.iter().map(|dot| dot.effect.abs()).fold(1.0, f64::max);
    let decades = libm::log10(most);
    let (inner_width, inner_height) = (WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM);
    // A margin at the ends keeps dots off the frame.
    let x = |frequency: f64| LEFT + 10.0 + (inner_width - 20.0) * libm::log10(frequency.max(1.0)) / decades;
    let y = |effect: f64| TOP + inner_height / 2.0 - effect / reach * (inner_height / 2.0 - 8.0);
    let mut chart = Chart { width: WIDTH, height: HEIGHT, ..Chart::default() };
    frame(&mut chart, axes, (most, reach), &x, &y);
    for (row, dot) in dots.iter().enumerate() {
        let shape = Shape::Circle { x: x(dot.frequency), y: y(dot.effect), r: RADIUS };
        chart.marks.push(ChartMark { row, shape, side: dot.side });
    }
    label(&mut chart, dots);
    chart
}

/// Draws the axes with their ticks: powers of ten across, whole effects upward, no more of them than can be
/// read.
fn frame(
    chart: &mut Chart,
    axes: &Axes,
    (most, reach): (f64, f64),
    x: &impl Fn(f64) -> f64,
    y: &impl Fn(f64) -> f64,
) {
    let (right, bottom) = (WIDTH - RIGHT, HEIGHT - BOTTOM);
    let line =
        |x1: f64, y1: f64, x2: f64, y2: f64, role: LineRole| ChartLine { x1, y1, x2, y2, width: 1.0, role };
    let words =
        |x: f64, y: f64, text: String, anchor: Anchor, role: TextRole| ChartText { x, y, text, anchor, role };
    let mut tick = 1.0;
    while tick <= most {
        chart.lines.push(line(x(tick), TOP, x(tick), bottom, LineRole::Grid));
        chart.words.push(words(x(tick), bottom + 16.0, format!("{tick:.0}"), Anchor::Middle, TextRole::Tick));
        tick *= 10.0;
    }
    let step = [1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 1_000.0, 10_000.0, 100_000.0]
        .into_iter()
        .find(|step| reach / step <= 5.0)
        .unwrap_or(reach);
    let mut tick = -libm::floor(reach / step) * step;
    while tick <= reach {
        if tick != 0.0 {
            chart.lines.push(line(LEFT, y(tick), right, y(tick), LineRole::Grid));
        }
        let sign = if tick < 0.0 { "−" } else { "" };
        let text = format!("{sign}{:.0}", tick.abs());
        chart.words.push(words(LEFT - 8.0, y(tick) + 4.0, text, Anchor::End, TextRole::Tick));
        tick += step;
    }
    chart.lines.push(line(LEFT, y(0.0), right, y(0.0), LineRole::Axis));
    chart.words.push(words(right, HEIGHT - 8.0, axes.across.clone(), Anchor::End, TextRole::Title));
    chart.words.push(words(8.0, 14.0, axes.upward.clone(), Anchor::Start, TextRole::Title));
}

/// Labels the dots, as long as a label overlaps no other label, no dot and not the axis.
fn label(chart: &mut Chart, dots: &[Dot]) {
    /// Maximum number of labels that can be told apart in one drawing.
    const MOST: usize = 40;
    let axis = chart.lines.iter().filter(|line| line.role == LineRole::Axis).map(|line| Area {
        left: line.x1,
        top: line.y1 - 1.0,
        right: line.x2,
        bottom: line.y2 + 1.0,
    });
    let discs = chart.marks.iter().filter_map(|mark| Area::of_mark(mark.shape));
    let mut taken: Vec<Area> = axis.chain(discs).collect();
    let plot = Area { left: LEFT, top: TOP - 8.0, right: WIDTH, bottom: HEIGHT - BOTTOM + 4.0 };
    let mut labels = Vec::new();
    for (mark, dot) in chart.marks.iter().zip(dots) {
        if labels.len() == MOST {
            break;
        }
        let Shape::Circle { x, y, r } = mark.shape else { continue };
        let gap = r + 3.0;
        let places = [
            (x + gap, y + 4.5, Anchor::Start),
            (x - gap, y + 4.5, Anchor::End),
            (x, y - gap - 2.0, Anchor::Middle),
            (x, y + gap + 11.0, Anchor::Middle),
            (x + gap, y - gap, Anchor::Start),
            (x + gap, y + gap + 9.0, Anchor::Start),
            (x - gap, y - gap, Anchor::End),
            (x - gap, y + gap + 9.0, Anchor::End),
        ];
        let free = places.into_iter().find_map(|(at, base, anchor)| {
            let words = ChartText {
                x: at,
                y: base,
                text: dot.label.clone(),
                anchor,
                role: TextRole::Label(dot.side),
            };
            let area = words.area();
            (plot.holds(&area) && !taken.iter().any(|other| other.meets(&area))).then_some((words, area))
        });
        if let Some((words, area)) = free {
            taken.push(area);
            labels.push(words);
        }
    }
    chart.words.extend(labels);
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn dot(label: &str, frequency: f64, effect: f64) -> Dot {
        Dot {
            label: label.into(),
            frequency,
            effect,
            side: if effect < 0.0 { ChartSide::B } else { ChartSide::A },
        }
    }

    fn axes() -> Axes {
        Axes { across: "詞次".into(), upward: "Log Ratio".into() }
    }

    /// Returns the edges of a label of two Chinese characters, each as wide as it is high, by its anchor.
    fn extent(label: &ChartText) -> [f64; 4] {
        let left = match label.anchor {
            Anchor::Start => label.x,
            Anchor::Middle => label.x - 13.0,
            Anchor::End => label.x - 26.0,
        };
        [left, label.y - 11.4, left + 26.0, label.y + 1.6]
    }

    fn place(chart: &Chart, row: usize) -> (f64, f64) {
        match chart.marks[row].shape {
            Shape::Circle { x, y, .. } => (x, y),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn ten_times_as_often_is_as_far_everywhere() {
        let chart = scatter(&[dot("甲", 1.0, 2.0), dot("乙", 10.0, 0.0), dot("丙", 100.0, -2.0)], &axes());
        let [a, b, c] = [0, 1, 2].map(|row| place(&chart, row));
        assert!((b.0 - a.0 - (c.0 - b.0)).abs() < 1e-9, "equal steps");
        assert!(a.1 < b.1 && (b.1 - a.1 - (c.1 - b.1)).abs() < 1e-9, "positive stands above the middle");
    }

    #[test]
    fn the_first_of_two_dots_in_one_place_has_the_label_to_its_right() {
        let chart = scatter(&[dot("甲甲", 5.0, 1.0), dot("乙乙", 5.0, 1.0)], &axes());
        let labels: Vec<&ChartText> =
            chart.words.iter().filter(|words| matches!(words.role, TextRole::Label(_))).collect();
        assert_eq!(labels[0].text, "甲甲");
        assert_eq!(labels[0].anchor, Anchor::Start);
        assert!(labels.iter().skip(1).all(|label| label.anchor != Anchor::Start));
    }

    proptest! {
        #[test]
        fn every_dot_is_inside_the_drawing(dots in proptest::collection::vec((1.0..1e7_f64, -1e5..1e5_f64), 0..60)) {
            let dots: Vec<Dot> = dots.into_iter().map(|(frequency, effect)| dot("詞語", frequency, effect)).collect();
            let chart = scatter(&dots, &axes());
            prop_assert!(chart.holds_together());
            prop_assert_eq!(chart.marks.len(), dots.len());
            let labels: Vec<&ChartText> = chart.words.iter().filter(|words| matches!(words.role, TextRole::Label(_))).collect();
            for (place, label) in labels.iter().enumerate() {
                let [left, top, right, bottom] = extent(label);
                for mark in &chart.marks {
                    let Shape::Circle { x, y, r } = mark.shape else { unreachable!() };
                    let (across, down) = (x - x.clamp(left, right), y - y.clamp(top, bottom));
                    prop_assert!(across * across + down * down >= r * r, "{label:?} is on {mark:?}");
                }
                let axis = chart.lines.iter().find(|line| line.role == LineRole::Axis).map_or(0.0, |line| line.y1);
                prop_assert!(bottom < axis || axis < top, "{label:?} is on the axis");
                for other in &labels[..place] {
                    let [l, t, r, b] = extent(other);
                    prop_assert!(right <= l || r <= left || bottom <= t || b <= top, "{label:?} is on {other:?}");
                }
            }
        }
    }
}
