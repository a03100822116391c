//! Boundaries between stories: every place that could be one is scored.

mod gap;

use super::bigrams::Bigrams;
use super::briefs::names_briefs;
use super::unit::{Form, PageUnit};
use super::warning;
use crate::ingest::pace::{Pace, Pause};
use crate::ingest::{IngestWarning, WarningKind};
use gap::ParagraphGap;

/// So many stories of one paragraph are taken to stand above one that is below a label for such.
const BRIEFS: usize = 3;

/// Scores nearer to zero than this are doubtful.
const DOUBT: f32 = 0.7;

/// Finds the units of running text with which a story begins. The first always is one.
pub(super) async fn boundaries(
    units: &[PageUnit<'_>],
    bigrams: &mut Bigrams,
    warnings: &mut Vec<IngestWarning>,
    pace: &mut Pace<impl Pause>,
) -> Option<Vec<usize>> {
    let bodies: Vec<usize> =
        units.iter().enumerate().filter(|(_, unit)| unit.form == Form::Paragraph).map(|(at, _)| at).collect();
    let Some(&first) = bodies.first() else { return Some(Vec::new()) };
    if let Some(starts) = known_starts(units, &bodies) {
        pace.pass();
        return Some(starts);
    }
    let page = PageHabits::of(units);
    let mut starts = vec![first];
    let mut story = OpenStory::begin(units, 0, first);
    for &[before, after] in bodies.array_windows() {
        if pace.is_due(PageUnit::at(units, after).text.len()) {
            pace.pause().await?;
        }
        let place = ParagraphGap { units, before, after, story, page };
        let score = if place.is_candidate() { place.score(bigrams) } else { -1.0 };
        if score.abs() < DOUBT {
            let next = PageUnit::at(units, before.saturating_add(1));
            warnings.push(warning(next.lines.0, WarningKind::UncertainBoundary, &next.text));
        }
        if score > 0.0 {
            starts.push(after);
            let briefs = if story.paragraphs == 1 { story.briefs.saturating_add(1) } else { 0 };
            let next = OpenStory::begin(units, before.saturating_add(1), after);
            story = OpenStory { briefs: next.briefs.max(briefs), ..next };
        } else {
            story.go_on(PageUnit::at(units, after));
        }
    }
    pace.pass();
    Some(starts)
}

/// Returns the beginnings of stories that are known to begin somewhere: the first running text from there on.
fn known_starts(units: &[PageUnit<'_>], bodies: &[usize]) -> Option<Vec<usize>> {
    let heads = units.iter().enumerate().filter(|(_, unit)| unit.is_known_start());
    let below =
        |(head, _): (usize, &PageUnit<'_>)| bodies.get(bodies.partition_point(|&at| at < head)).copied();
    let mut starts: Vec<usize> = heads.filter_map(below).collect();
    starts.dedup();
    (!starts.is_empty()).then_some(starts)
}

/// Habits of the whole page.
#[derive(Clone, Copy)]
struct PageHabits {
    /// The deepest level of a heading that is followed by a dateline.
    headline_level: u8,
    /// Number of headings of the first level.
    first_levels: usize,
    /// True if two titles or more have a line of the day beside them, the first among them: then every story has one.
    dates_stories: bool,
}

impl PageHabits {
    fn of(units: &[PageUnit<'_>]) -> Self {
        let mut heading = 0;
        let mut headline_level = 0;
        for unit in units {
            match unit.form {
                Form::Title if unit.level > 0 => heading = unit.level,
                Form::Paragraph => {
                    if unit.dateline {
                        headline_level = headline_level.max(heading);
                    }
                    heading = 0;
                }
                _ => {}
            }
        }
        let gaps: Vec<&[PageUnit<'_>]> = units.split(|unit| unit.form == Form::Paragraph).collect();
        let is_dated =
            |gap: &&[PageUnit<'_>]| gap.iter().any(|unit| unit.form == Form::Title) && gap.iter().any(is_day);
        Self {
            headline_level,
            first_levels: units.iter().filter(|unit| unit.level == 1).count(),
            dates_stories: gaps.first().is_some_and(is_dated)
                && gaps.iter().filter(|gap| is_dated(gap)).count() >= 2,
        }
    }
}

/// Returns true if a unit is a line of the day.
fn is_day(unit: &PageUnit<'_>) -> bool {
    unit.form == Form::Furniture && crate::ingest::cut::date_in(&unit.text).is_some()
}

/// The story that is open.
#[derive(Clone, Copy)]
struct OpenStory {
    start: usize,
    paragraphs: usize,
    dated: bool,
    level: u8,
    headed: bool,
    signed: bool,
    /// Number of stories of one paragraph directly before.
    briefs: usize,
}

impl OpenStory {
    fn begin(units: &[PageUnit<'_>], from: usize, start: usize) -> Self {
        let above = units.get(from..start).unwrap_or_default();
        let titles = || above.iter().filter(|unit| unit.form == Form::Title);
        let first = PageUnit::at(units, start);
        Self {
            start,
            paragraphs: 1,
            dated: first.dateline,
            level: titles().map(|unit| unit.level).filter(|&level| level > 0).min().unwrap_or(0),
            headed: titles().next().is_some(),
            signed: names_reporter(first) || above.iter().any(|unit| unit.form == Form::Byline),
            briefs: if above.iter().any(|unit| unit.form == Form::Label && names_briefs(&unit.text)) {
                BRIEFS
            } else {
                0
            },
        }
    }

    fn go_on(&mut self, unit: &PageUnit<'_>) {
        self.paragraphs = self.paragraphs.saturating_add(1);
        self.dated |= unit.dateline;
    }
}

/// Returns true if a paragraph's dateline names a reporter.
fn names_reporter(unit: &PageUnit<'_>) -> bool {
    let head = super::dateline::window(&unit.text, 30);
    unit.dateline && (head.contains("記者") || head.contains("记者"))
}
