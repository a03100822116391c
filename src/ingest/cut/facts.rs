//! What a page tells of each story's paper and day: in the story's own lines, and else in the page's head or foot.

use super::dateline::window;
use super::day::date_in;
use super::issue::{is_page_head, paper, words_beside};
use super::mail::is_subject;
use super::origin::{is_dated_origin, paper_of_origin};
use super::story::UnitRole;
use super::unit::{Form, PageUnit};
use crate::ingest::BlockKind;
use crate::ingest::outlet;

/// The paper that a line near a headline, or the opening of a story, names as its own.
pub(in crate::ingest) fn paper_named_in(line: &str) -> Option<String> {
    // A source is another paper's as often.
    let is_source = line.contains("來源") || line.contains("来源");
    paper(line).or_else(|| if is_source { None } else { beside_day(line) })
}

/// The most names of papers that are counted in the frame of a page.
const NAMES: usize = 64;

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

    /// The paper that a story's dateline, byline or line of the day names. Where the days are above the stories, a line
    /// below a story is that of the next one.
    fn own_paper(&self, story: usize, span: Option<StorySpan>, place: DayPlace) -> Option<String> {
        let named = |unit: &PageUnit<'_>| {
            let is_opening = unit.dateline || unit.form == Form::Byline;
            let by_opening = is_opening.then(|| paper(&unit.text)).flatten();
            by_opening.or_else(|| {
                let is_line = unit.form == Form::Furniture || unit.form == Form::Byline;
                if !is_line || is_subject(&unit.text) {
                    return None;
                }
                paper_of_origin(&unit.text)
                    .or_else(|| beside_day(&unit.text))
                    .or_else(|| by_source(&unit.text))
            })
        };
        let Some(span) = span.filter(|_| place == DayPlace::Above) else {
            return self.own(story).find_map(named);
        };
        let own = self.own.get(story).map(Vec::as_slice).unwrap_or_default();
        let is_dated = |at: usize| self.day_at(at).is_some();
        // A source below the story with more of the page's frame below it is the story's own.
        let is_source = |at: usize| {
            let dated = self.units.get(at).is_some_and(|unit| is_dated_origin(&unit.text));
            dated && self.is_furniture(at.saturating_add(1))
        };
        let end = |at: usize| at <= span.end || self.is_last(story) || !is_dated(at) || is_source(at);
        let own = own.iter().copied().filter(|&at| end(at));
        let above = (span.head.saturating_sub(3)..span.head).rev();
        let above = above.take_while(|&at| self.is_furniture(at)).filter(|&at| is_dated(at));
        // The line above that of the day may be the paper's name and nothing more.
        let alone = |at: usize| {
            let unit = self.units.get(at.checked_sub(1)?)?;
            let is_account = || outlet::is_outlet(&unit.text) && self.is_repeated(&unit.text);
            let is_paper = outlet::is_masthead(&unit.text) || is_account();
            (is_paper && self.is_furniture(at.saturating_sub(1)))
                .then(|| outlet::known(&unit.text).unwrap_or(&unit.text).to_owned())
        };
        let mut above = above.peekable();
        let alone = above.peek().and_then(|&at| alone(at));
        alone.or_else(|| above.chain(own).filter_map(|at| self.units.get(at)).find_map(named))
    }

    /// Returns true if a line stands on the page three times or more, as the name of an account does above its posts.
    fn is_repeated(&self, text: &str) -> bool {
        self.units.iter().filter(|unit| unit.text == text).take(3).count() == 3
    }

    fn is_last(&self, story: usize) -> bool {
        story.saturating_add(1) == self.own.len()
    }

    /// The agency that a story's dateline names, or the site that its furniture speaks of.
    fn lesser_paper(&self, story: usize) -> Option<String> {
        let by_agency = |unit: &PageUnit<'_>| if unit.dateline { agency(&unit.text) } else { None };
        let found = self.own(story).find_map(by_agency);
        found.or_else(|| {
            let furniture = self.own(story).filter(|unit| unit.form == Form::Furniture);
            furniture.into_iter().find_map(|unit| {
                let whole = outlet::is_masthead(&unit.text).then(|| unit.text.to_string());
                whole.or_else(|| outlet_within(&unit.text))
            })
        })
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
        above().or_else(before)
    }

    fn is_furniture(&self, at: usize) -> bool {
        self.parts.get(at).is_some_and(|part| part.kind == BlockKind::Furniture)
    }

    fn day_at(&self, at: usize) -> Option<String> {
        let unit = self.units.get(at)?;
        let is_line = matches!(unit.form, Form::Furniture | Form::Byline) && unit.text.chars().count() <= 60;
        if is_line { date_in(&unit.text).map(|dated| dated.date) } else { None }
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

    /// The paper that the page's head and foot name most often.
    fn masthead(&self, spans: &[Option<StorySpan>]) -> Option<String> {
        let first = spans.iter().flatten().map(|span| span.head).min()?;
        let last = spans.iter().flatten().map(|span| span.end).max()?;
        let frame = self.units.iter().enumerate().filter(|(at, unit)| {
            (*at < first || *at > last) && self.is_furniture(*at) && unit.text.len() <= 400
        });
        let mut counts: Vec<(String, usize)> = Vec::new();
        for (_, unit) in frame {
            for (name, weight) in outlets_of(&unit.text) {
                let has_room = counts.len() < NAMES;
                match counts.iter_mut().find(|(known, _)| *known == name) {
                    Some((_, count)) => *count = count.saturating_add(weight),
                    // A page names few papers; of many, none is its own.
                    None if has_room => counts.push((name, weight)),
                    None => {}
                }
            }
        }
        let most = counts.iter().map(|(_, count)| *count).max()?;
        let name = counts.iter().find(|(_, count)| *count == most).map(|(name, _)| name.clone())?;
        // A page calls its paper by the end of its name, too.
        let whole = counts
            .into_iter()
            .map(|(name, _)| name)
            .find(|whole| whole.len() > name.len() && whole.ends_with(&name) && outlet::is_known(whole));
        Some(whole.unwrap_or(name))
    }
}

/// The paper beside a day on a line of its own: 2026-06-22 某某日報, 《某某日報》2026年6月22日, 某某日報，2026/6/22.
fn beside_day(text: &str) -> Option<String> {
    let dated = date_in(text).filter(|_| text.chars().count() <= 60)?;
    let names = words_beside(&dated).map(|part| part.trim_start_matches(|c: char| c.is_ascii_digit()));
    names.into_iter().find(|name| outlet::is_masthead(name)).map(str::to_owned)
}

/// The paper that a line of the source names: 來源：某某日報, 《某某日報》（2027年5月7日 第6版）.
fn by_source(text: &str) -> Option<String> {
    let rest = ["來源", "来源"].iter().find_map(|word| text.split_once(word).map(|(_, rest)| rest));
    let name = match rest {
        Some(rest) => {
            let rest = rest.trim_start_matches(['：', ':', '】', '］', ']', ' ', '\u{3000}']);
            rest.split(|c: char| c.is_whitespace() || matches!(c, '（' | '(')).next()?
        }
        None => text.strip_prefix('《')?.split_once('》').filter(|(_, behind)| date_in(behind).is_some())?.0,
    };
    (outlet::is_outlet(name) || outlet::is_masthead(name)).then(|| name.to_owned())
}

/// The agency of a dateline: （某某社記者某某某地5日電）, 某某社某地3月5日電, （某某中文網）.
fn agency(text: &str) -> Option<String> {
    if text.starts_with(|c: char| c.is_ascii_uppercase()) {
        let (_, rest) = window(text, 60).split_once('(')?;
        let (name, _) = rest.split_once(')')?;
        return Some(name.to_owned());
    }
    let head = window(text, 16).trim_start_matches(['（', '(', '【', '〔', '［', '[']);
    let ends = ['社', '網', '网'];
    let at = head.find(ends)?;
    let name = head.get(..at)?;
    let end = head.get(at..)?.chars().next()?;
    let length = name.chars().count();
    (1..=8)
        .contains(&length)
        .then(|| format!("{name}{end}"))
        .filter(|name| !name.contains(|c: char| c.is_whitespace() || "，。：；「」".contains(c)))
}

/// The names of papers in a line of the page's frame, with their weights: alone, with its Latin name, as the owner of its
/// rights.
fn outlets_of(text: &str) -> Vec<(String, usize)> {
    let mut found = Vec::new();
    let words: Vec<&str> = text.split_whitespace().collect();
    for word in &words {
        let word = word.trim_start_matches(['©', '《']).trim_end_matches('》');
        let name = ["版權所有", "版权所有", "版權", "有限公司", "股份有限公司"]
            .iter()
            .find_map(|end| word.split_once(end).map(|(name, _)| name))
            .unwrap_or(word);
        let name = name
            .trim_start_matches("下載")
            .trim_start_matches("下载")
            .trim_end_matches("APP")
            .trim_end_matches("App");
        let is_whole = words.len() <= 3;
        if outlet::is_masthead(name) {
            found.push((outlet::of_site(name).unwrap_or_default(), if is_whole { 2 } else { 1 }));
        }
    }
    if found.is_empty() {
        found.extend(outlet_within(text).map(|name| (name, 1)));
    }
    found
}

/// The name of a paper within a sentence of a site's own, where it begins it or stands before what is the site's.
fn outlet_within(text: &str) -> Option<String> {
    let marks = ["APP", "App", "希望", "提醒", "版權", "版权", "網站", "网站"];
    marks.iter().find_map(|mark| {
        let (before, _) = text.split_once(mark)?;
        let apart = |c: char| !c.is_alphanumeric() || "請请裝装載载用蹤踪入閱阅的與和及".contains(c);
        let name = before.rsplit(apart).next()?;
        outlet::is_masthead(name).then(|| name.to_owned())
    })
}
