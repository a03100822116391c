//! The distribution of a word over the stories: one bar per story, small in a table row and large next to
//! the table.

use std::fmt::Write;

use super::{Anchor, Chart, ChartLine, ChartMark, ChartSide, ChartText, LineRole, Shape, TextRole};
use crate::text::saturating_u32;

/// One story in a chart of a word.
#[derive(Clone, Debug, PartialEq)]
pub struct StoryBar {
    /// The story's name.
    pub label: String,
    /// Occurrences of the word in it.
    pub frequency: u32,
    /// Number of its words.
    pub size: u32,
}

impl StoryBar {
    /// Returns the occurrences per 10,000 words of the story; 0 if it has no words.
    pub fn rate(&self) -> f64 {
        rate(self.frequency, self.size)
    }
}

fn rate(frequency: u32, size: u32) -> f64 {
    if size == 0 { 0.0 } else { f64::from(frequency) / f64::from(size) * 10_000.0 }
}

/// Maximum number of bars of one word. Thousands would be thinner than a line, and longer to draw than to count.
const MOST_BARS: usize = 100;

/// Joins neighbouring stories so that there are at most a hundred, and each of nearly as many stories as the others. Those
/// joined are named by the first and the last.
pub fn joined(stories: &[StoryBar]) -> Vec<StoryBar> {
    let count = stories.len();
    let mut bars: Vec<StoryBar> = Vec::new();
    let mut first = "";
    for (place, story) in stories.iter().enumerate() {
        match bars.last_mut() {
            Some(bar) if place > 0 && bar_of(place, count) == bar_of(place - 1, count) => {
                bar.label = format!("{first}–{}", story.label);
                bar.frequency += story.frequency;
                bar.size += story.size;
            }
            _ => {
                first = &story.label;
                bars.push(story.clone());
            }
        }
    }
    bars
}

/// Returns the place of the bar that the story of a place belongs to, of this many stories.
fn bar_of(story: usize, count: usize) -> usize {
    story * count.min(MOST_BARS) / count.max(1)
}

/// Returns the bars of a row as the `d` of one SVG path in a box of 100 by 16: all stories from left to
/// right, joined as by [`joined`], each bar proportional to the word's rate in its stories, the highest filling the box.
/// `parts` names stories by their index in `sizes`.
pub fn strip(parts: &[(u32, u32)], sizes: &[u32]) -> String {
    let mut path = String::new();
    let count = sizes.len();
    // The occurrences and the words of each bar.
    let mut bars = vec![(0_u32, 0_u32); count.min(MOST_BARS)];
    for (story, size) in sizes.iter().enumerate() {
        bars[bar_of(story, count)].1 += size;
    }
    for &(story, frequency) in parts.iter().filter(|(story, _)| (*story as usize) < count) {
        bars[bar_of(story as usize, count)].0 += frequency;
    }
    let rates: Vec<f64> = bars.iter().map(|&(frequency, size)| rate(frequency, size)).collect();
    let highest = rates.iter().copied().fold(0.0, f64::max);
    if highest == 0.0 {
        return path;
    }
    let step = 100.0 / f64::from(saturating_u32(rates.len()));
    // Bars are apart as long as there is room between them.
    let width = if step > 2.0 { step - 1.0 } else { step.max(0.5) };
    for (bar, rate) in (0_u32..).zip(rates).filter(|(_, rate)| *rate > 0.0) {
        let height = (16.0 * rate / highest).max(1.5);
        // Writing to a `String` cannot fail.
        let _ = write!(path, "M{:.1} 16v-{height:.1}h{width:.1}v{height:.1}z", f64::from(bar) * step);
    }
    path
}

const BASE: f64 = 96.0;
const TOP: f64 = 18.0;
const WIDTH: f64 = 320.0;
const LEFT: f64 = 34.0;
/// Minimum width of a bar that has its name below.
const NAME: f64 = 36.0;

/// Lays out the bars of one word, with the rate over all stories as a horizontal line.
pub fn bars(stories: &[StoryBar], overall: f64) -> Chart {
    let count = f64::from(saturating_u32(stories.len().max(1)));
    let step = (WIDTH - LEFT) / count;
    // Names need room of their own, and are omitted if there is none.
    let named = step >= NAME;
    let height = if named { BASE + 24.0 } else { BASE + 8.0 };
    let mut chart = Chart { width: WIDTH, height, ..Chart::default() };
    let highest = stories.iter().map(StoryBar::rate).fold(overall, f64::max);
    let scale = if highest > 0.0 { (BASE - TOP) / highest } else { 0.0 };
    let gap = if step > 4.0 { 2.0 } else { 0.0 };
    let mut left = LEFT;
    for (row, story) in stories.iter().enumerate() {
        let height = story.rate() * scale;
        let shape = Shape::Bar { x: left, y: BASE - height, width: (step - gap).max(0.2), height };
        chart.marks.push(ChartMark { row, shape, side: ChartSide::Neither });
        if named {
            chart.words.push(ChartText {
                x: left + (step - gap) / 2.0,
                y: BASE + 16.0,
                text: story.label.clone(),
                anchor: Anchor::Middle,
                role: TextRole::Tick,
            });
        }
        left += step;
    }
    let across = |y: f64, role: LineRole| ChartLine { x1: LEFT, y1: y, x2: WIDTH, y2: y, width: 1.0, role };
    chart.lines.push(across(BASE - overall * scale, LineRole::Grid));
    chart.lines.push(across(BASE, LineRole::Axis));
    let tick = |y: f64, text: String| ChartText {
        x: LEFT - 6.0,
        y,
        text,
        anchor: Anchor::End,
        role: TextRole::Tick,
    };
    chart.words.push(tick(BASE + 4.0, "0".to_owned()));
    if highest > 0.0 {
        chart.words.push(tick(TOP + 4.0, format!("{highest:.0}")));
    }
    chart
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn bar(frequency: u32, size: u32) -> StoryBar {
        StoryBar { label: "1".into(), frequency, size }
    }

    #[test]
    fn a_strip_has_a_bar_for_each_story_that_holds_the_word() {
        let path = strip(&[(0, 1), (3, 2)], &[100, 50, 60, 100]);
        assert_eq!(path.matches('M').count(), 2);
        assert!(path.starts_with("M0.0 16v-8.0"), "half as frequent, half as high: {path}");
        assert!(path.contains("M75.0 16v-16.0"), "{path}");
        assert_eq!(strip(&[], &[100]), "");
    }

    #[test]
    fn many_stories_are_joined_and_few_are_not() {
        let stories: Vec<StoryBar> = (0..250)
            .map(|number| StoryBar { label: format!("u{number}"), frequency: number % 3, size: 10 })
            .collect();
        let bars = joined(&stories);
        assert_eq!(bars.len(), MOST_BARS);
        assert_eq!((bars[0].label.as_str(), bars[0].frequency, bars[0].size), ("u0–u2", 3, 30));
        assert_eq!(bars[1].label, "u3–u4");
        assert_eq!(bars.iter().map(|bar| bar.size).sum::<u32>(), 2_500);
        assert_eq!(joined(&stories[..MOST_BARS]), stories[..MOST_BARS]);
        let parts: Vec<(u32, u32)> = (0..250).map(|number| (number, 1)).collect();
        assert_eq!(strip(&parts, &[10; 250]).matches('M').count(), MOST_BARS);
        assert_eq!(strip(&[(249, 1)], &[10; 250]), "M99.0 16v-16.0h1.0v16.0z");
    }

    #[test]
    fn bars_are_as_high_as_the_word_is_frequent() {
        let chart = bars(&[bar(2, 100), bar(0, 100), bar(1, 100)], 100.0);
        let height = |row: usize| match chart.marks[row].shape {
            Shape::Bar { height, .. } => height,
            other => panic!("{other:?}"),
        };
        assert!((height(0) - 2.0 * height(2)).abs() < 1e-9);
        assert!(height(1).abs() < 1e-9);
    }

    proptest! {
        #[test]
        fn every_bar_is_inside_the_drawing(stories in proptest::collection::vec((0..50_u32, 0..5_000_u32), 0..200)) {
            let stories: Vec<StoryBar> = stories.into_iter().map(|(f, size)| bar(f.min(size), size)).collect();
            prop_assert!(bars(&stories, 12.5).holds_together());
        }
    }
}
