//! What a page tells of each story's paper and day: in the story's own lines, and else in the page's head or foot.

mod papers;

use self::papers::beside_day;
use super::day::date_in;
use super::issue::{is_page_head, paper, words_beside};
use super::origin::is_dated_origin;
use super::story::UnitRole;
use super::unit::{Form, PageUnit};
use crate::ingest::BlockKind;

/// The paper that a line near a headline, or the opening of a story, names as its own.
pub(in crate::ingest) fn paper_named_in(line: &str) -> Option<String> {
    // A source is another paper's as often.
    let is_source = line.contains("來源") || line.contains("来源");
    paper(line).or_else(|| if is_source { None } else { beside_day(line) })
}

/// The place where a story's own lines name it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum DayPlace {
    Above,
    Below,
}

/// The paper and the day of each story; what is not told is empty.
pub(super) fn facts(units: &[PageUnit<'_>], parts: &[UnitRole], count: usize) -> Vec<(String, String)> {
    let mut own: Vec<Vec<usize>> = vec![Vec::new(); count];
    for (at, part) in parts.iter().enumerate() {
        if let Some(own) = own.get_mut(part.story) {
            own.push(at);
        }
    }
    let facts = FactSearch { units, parts, own };
    let spans = facts.spans();
    let masthead = facts.masthead(&spans);
    let below = facts.days_stand_below(&spans);
    let common = facts.common_day(&spans);
    let first = spans.iter().flatten().map(|span| span.head).min().unwrap_or(0);
    spans
        .iter()
        .enumerate()
        .map(|(story, span)| {
            let place = if below { DayPlace::Below } else { DayPlace::Above };
            let own = facts.own_paper(story, *span, place);
            let paper = own.or_else(|| masthead.clone()).or_else(|| facts.lesser_paper(story));
            let own = span.and_then(|span| facts.own_day(span, place));
            let headed = || span.and_then(|span| facts.day_heading(span.head, first));
            let day = own.or_else(headed).or_else(|| common.clone());
            (paper.unwrap_or_default(), day.unwrap_or_default())
        })
        .collect()
}

/// The first unit of a story that is none of the page's frame, its first paragraph and the last unit.
#[derive(Clone, Copy)]
struct StorySpan {
    head: usize,
    text: usize,
    end: usize,
}

struct FactSearch<'u, 'a> {
    units: &'u [PageUnit<'a>],
    parts: &'u [UnitRole],
    /// The units of each story.
    own: Vec<Vec<usize>>,
}

impl FactSearch<'_, '_> {
    fn own(&self, story: usize) -> impl Iterator<Item = &PageUnit<'_>> {
        let own = self.own.get(story).map(Vec::as_slice).unwrap_or_default();
        own.iter().filter_map(|&at| self.units.get(at))
    }

    fn spans(&self) -> Vec<Option<StorySpan>> {
        let mut spans: Vec<Option<StorySpan>> = vec![None; self.own.len()];
        for (at, (unit, part)) in self.units.iter().zip(self.parts).enumerate() {
            let Some(span) = spans.get_mut(part.story) else { continue };
            if part.kind == BlockKind::Furniture {
                continue;
            }
            let is_text = unit.form == Form::Paragraph;
            match span {
                None => *span = Some(StorySpan { head: at, text: at, end: at }),
                Some(span) => {
                    if is_text && self.units.get(span.text).is_none_or(|first| first.form != Form::Paragraph)
                    {
                        span.text = at;
                    }
                    span.end = at;
                }
            }
        }
        spans
    }

    fn is_last(&self, story: usize) -> bool {
        story.saturating_add(1) == self.own.len()
    }

    /// The day in a story's own lines: between its head and its text, right above it, or right below it.
    fn own_day(&self, span: StorySpan, place: DayPlace) -> Option<String> {
        let day = |at: usize| self.day_at(at);
        let above = || (span.head..span.text).find_map(day);
        let before = || {
            let near = (span.head.saturating_sub(3)..span.head).rev();
            near.take_while(|&at| self.is_furniture(at)).find_map(day)
        };
        let below = || {
            let near = span.end.saturating_add(1)..span.end.saturating_add(4);
            near.take_while(|&at| self.is_furniture(at)).find_map(day)
        };
        if place == DayPlace::Below {
            return below().or_else(above);
        }
        let closing = || day(span.end.checked_add(1).filter(|&at| self.closes_story(at))?);
        above().or_else(before).or_else(closing)
    }

    /// Returns true if a unit is the source, with the day, of the text above it: in brackets, or with more of the page's
    /// frame or nothing below.
    fn closes_story(&self, at: usize) -> bool {
        let below = at.saturating_add(1);
        self.units.get(at).is_some_and(|unit| {
            let is_closed =
                unit.text.starts_with(['（', '(']) || below >= self.units.len() || self.is_furniture(below);
            is_closed && is_dated_origin(&unit.text)
        })
    }

    fn is_furniture(&self, at: usize) -> bool {
        self.parts.get(at).is_some_and(|part| part.kind == BlockKind::Furniture)
    }

    fn day_at(&self, at: usize) -> Option<String> {
        let unit = self.units.get(at)?;
        let is_line = matches!(unit.form, Form::Furniture | Form::Byline) && unit.text.chars().count() <= 60;
        if !is_line {
            return None;
        }
        date_in(&unit.text).map(|dated| dated.date).or_else(|| self.day_below_year(at))
    }

    /// The day of a line that is month and day and nothing more, below a line that is the year: 2024, 03/07.
    fn day_below_year(&self, at: usize) -> Option<String> {
        let text = self.units.get(at)?.text.as_ref();
        let (month, day) = text.split_once(['/', '-', '.'])?;
        let is_number = |part: &str| part.len() <= 2 && part.bytes().all(|byte| byte.is_ascii_digit());
        let year = at.checked_sub(1)?;
        let year = &self.units.get(year)?.text;
        let is_year = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
        let dated =
            (is_number(month) && is_number(day) && is_year).then(|| format!("{year}-{month}-{day}"))?;
        date_in(&dated).map(|dated| dated.date)
    }

    /// The day in whose part of a list a story is: the last line above it that is a day and nothing more, if the list has
    /// several and begins with one.
    fn day_heading(&self, head: usize, first: usize) -> Option<String> {
        let is_heading = |at: usize| {
            let unit = self.units.get(at).filter(|_| self.is_furniture(at))?;
            let dated = date_in(&unit.text).filter(|_| unit.text.chars().count() <= 30)?;
            let is_weekday =
                |word: &str| ["星期", "週", "周", "礼拜", "禮拜"].iter().any(|start| word.starts_with(start));
            let is_bare = words_beside(&dated).all(|word| is_weekday(word) && word.chars().count() <= 3);
            is_bare.then_some(dated.date)
        };
        let above = (0..first).rev().find_map(is_heading)?;
        let nearest = (first..head).rev().find_map(is_heading);
        if nearest.is_some() {
            return nearest;
        }
        let within = (first..self.units.len()).find_map(is_heading)?;
        (within != above).then_some(above)
    }

    /// Returns true if the days of a list stand below its stories: the first has none above, the last one below.
    fn days_stand_below(&self, spans: &[Option<StorySpan>]) -> bool {
        let (Some(Some(first)), Some(Some(last))) = (spans.first(), spans.last()) else { return false };
        spans.len() > 1
            && self.own_day(*first, DayPlace::Above).is_none()
            && (last.end.saturating_add(1)..last.end.saturating_add(3))
                .find_map(|at| self.day_at(at))
                .is_some()
    }

    /// The day of the page: of its head, or the only one that its furniture names, or else that which is above the first
    /// text.
    fn common_day(&self, spans: &[Option<StorySpan>]) -> Option<String> {
        let spans = || spans.iter().flatten();
        let mut own: Vec<String> =
            spans().filter_map(|span| (span.head..span.text).find_map(|at| self.day_at(at))).collect();
        own.dedup();
        // Where the stories have days of their own, that of the first is not the page's.
        let first = spans().map(|span| if own.len() > 1 { span.head } else { span.text }).min();
        self.day_of(self.units.len()).or_else(|| self.day_of(first.unwrap_or(0)))
    }

    /// The day of the head or the frame of a page, as far as a unit.
    fn day_of(&self, end: usize) -> Option<String> {
        let furniture = || {
            let units = self.units.iter().take(end).zip(self.parts);
            units.filter(|(_, part)| part.kind == BlockKind::Furniture)
        };
        let heads = furniture().filter(|(unit, _)| is_page_head(&unit.text));
        let mut days: Vec<String> =
            heads.filter_map(|(unit, _)| date_in(&unit.text)).map(|dated| dated.date).collect();
        if days.is_empty() {
            let short = furniture().filter(|(unit, _)| unit.text.chars().count() <= 60);
            days.extend(short.filter_map(|(unit, _)| date_in(&unit.text)).map(|dated| dated.date));
        }
        let first = days.first().cloned();
        days.sort_unstable();
        days.dedup();
        if days.len() > 1 { None } else { first }
    }
}
