//! The stories of a copy: their texts, and the headline of each above many other lines.

use super::MENU;
use super::copied::CopiedLine;
use super::item_heads::item_heads;
use crate::ingest::cut::line::Line;
use crate::ingest::cut::press::{Press, Sense};
use crate::ingest::cut::signing::are_people;
use crate::ingest::outlet;

/// How far above its text a headline may be, in lines: the day, names and buttons are between.
const REACH: usize = 14;

/// The same where few of the lines between are titles.
const FARTHEST: usize = 32;

/// So many words of menus between a title and the day are the end of a menu.
const FAR: usize = 3;

/// Characters that a story must hold if it is to be one beside a longer one.
const ENOUGH: usize = 20;

/// A story in a copy: the lines of its headline, of its first text and of its last.
#[derive(Clone, Copy, Debug)]
pub(super) struct CopiedStory {
    pub(super) headline: usize,
    pub(super) first: usize,
    pub(super) last: usize,
    /// How many lines of text it has, and how many characters they have.
    texts: usize,
    length: usize,
    dated: bool,
    /// Whether it is one of several of the same form.
    item: bool,
}

/// The stories of a copy: stretches of text with a headline above, and a day if any has one.
pub(super) fn stories(lines: &[Line<'_>], copied: &[CopiedLine], items: Vec<usize>) -> Vec<CopiedStory> {
    let mut stories: Vec<CopiedStory> = Vec::new();
    let mut before: Option<usize> = None;
    let heads = if items.is_empty() { item_heads(lines, copied) } else { items };
    for at in (0..lines.len()).filter(|&at| copied.get(at) == Some(&CopiedLine::Running)) {
        let above = before.map_or(0, |before| before.saturating_add(1));
        let between = copied.get(above..at).unwrap_or_default();
        let head = (above..at).rev().take(3).find(|above| heads.binary_search(above).is_ok());
        let dated =
            head.is_some() || between.iter().rev().take(REACH).any(|copied| *copied == CopiedLine::Day);
        let others = between.iter().filter(|copied| !matches!(copied, CopiedLine::Aside)).count();
        let length = Line::at(lines, at).chars as usize;
        if before.is_some()
            && !dated
            && others < MENU
            && let Some(story) = stories.last_mut()
        {
            story.last = at;
            story.texts = story.texts.saturating_add(1);
            story.length = story.length.saturating_add(length);
        } else {
            let headline = head.or_else(|| headline(lines, copied, above, at)).unwrap_or(at);
            // In some lists the day stands below the text.
            let below = at.saturating_add(1)..at.saturating_add(3);
            let dated = dated || below.into_iter().any(|at| copied.get(at) == Some(&CopiedLine::Day));
            stories.push(CopiedStory {
                headline,
                first: at,
                last: at,
                texts: 1,
                length,
                dated,
                item: head.is_some(),
            });
        }
        before = Some(at);
    }
    let longest = stories.iter().map(|story| story.length).max().unwrap_or(0);
    let whole = stories.iter().fold(0_usize, |sum, story| sum.saturating_add(story.length));
    let any_dated = stories.iter().any(|story| story.dated && story.headline < story.first);
    let is_single = longest.saturating_mul(2) >= whole;
    let is_main = |story: &CopiedStory| is_single && story.length == longest;
    stories.retain(|story| {
        let headed = story.headline < story.first;
        let is_long = story.length >= ENOUGH
            && (!is_single || story.length.saturating_mul(4) >= longest || story.texts >= 3);
        let is_lone = !any_dated && (story.length == longest || story.texts >= 4 && story.length >= 200);
        (is_long || story.item) && headed && (story.dated || is_lone || is_main(story))
            || story.goes_on(any_dated)
    });
    join_parts(stories, |story| story.goes_on(any_dated) && !is_main(story))
}

impl CopiedStory {
    /// Whether it must be the rest of a story that a list or a picture gallery parted: long paragraphs without a day.
    fn goes_on(&self, any_dated: bool) -> bool {
        any_dated && !self.dated && self.texts >= 3 && self.length >= self.texts.saturating_mul(45)
    }
}

/// Joins the parts of a story; a part without a story before it is none.
fn join_parts(parts: Vec<CopiedStory>, goes_on: impl Fn(&CopiedStory) -> bool) -> Vec<CopiedStory> {
    let mut stories: Vec<CopiedStory> = Vec::new();
    for part in parts {
        if !goes_on(&part) {
            stories.push(part);
        } else if let Some(story) = stories.last_mut() {
            story.last = part.last;
        }
    }
    stories
}

/// The headline among the lines above a text: the title above the day, or the longer of the two nearest.
fn headline(lines: &[Line<'_>], copied: &[CopiedLine], from: usize, text: usize) -> Option<usize> {
    let is_title = |at: &usize| {
        let line = Line::at(lines, *at);
        copied.get(*at) == Some(&CopiedLine::Short)
            && !are_people(line.text)
            && !are_sections(line.text)
            && !outlet::is_known(line.text)
            && line.chars <= 80
            && line.text.chars().filter(|c| c.is_alphabetic()).take(5).count() >= 4
            && line.chars >= 5
    };
    let from = from.max(farthest(text, is_title));
    let day = (from..text).rev().find(|&at| copied.get(at) == Some(&CopiedLine::Day));
    let titles_below = |day: usize| (day..text).filter(is_title).count();
    if let Some(day) = day.filter(|&day| text.saturating_sub(day) <= REACH || titles_below(day) <= 2) {
        let near = (from..day).rev().find(is_title);
        let below = (day..text).find(is_title);
        // Right below a day, with a blank line above the day, stands the headline of an item of a list.
        let opens = Line::at(lines, day).gap > 0 && below.is_some_and(|below| below.saturating_sub(day) <= 2);
        let starts = near.is_none_or(|near| Line::at(lines, near.saturating_add(1)).gap > 0);
        let heads = below.is_some_and(|below| {
            let between = copied.get(below.saturating_add(1)..text).unwrap_or_default();
            between.iter().all(|copied| *copied != CopiedLine::Chrome)
        });
        // Beyond several words of menus there is no headline, if one is right below the day.
        let is_far = near.is_some_and(|near| {
            let between = copied.get(near.saturating_add(1)..day).unwrap_or_default();
            between.iter().filter(|copied| **copied == CopiedLine::Chrome).count() >= FAR
        });
        let is_next = is_far && below == day.checked_add(1);
        return if opens && starts && heads || near.is_none() || is_next { below.or(near) } else { near };
    }
    let nearest = (from..text).rev().find(is_title)?;
    let above = nearest.checked_sub(1).filter(|above| *above >= from && is_title(above));
    let longer = above.filter(|&above| Line::at(lines, above).chars > Line::at(lines, nearest).chars);
    Some(longer.filter(|_| Line::at(lines, nearest).gap == 0).unwrap_or(nearest))
}

/// Returns true if a line is names of sections and nothing more: 地方 | 花城.
fn are_sections(text: &str) -> bool {
    let names: Vec<&str> =
        text.split(['|', '｜', '/', '／', '>', '＞', '·', '‧', '・']).map(str::trim).collect();
    let is_section = |name: &&str| Press::get().is(name, Sense::Section);
    (2..=4).contains(&names.len())
        && names.iter().all(|name| (1..=6).contains(&name.chars().count()))
        && names.iter().any(is_section)
}

/// The farthest line at which the headline of a text may stand: buttons, names and days do not count, other titles do.
fn farthest(text: usize, is_title: impl Fn(&usize) -> bool) -> usize {
    let mut titles = 0_usize;
    let above = (text.saturating_sub(FARTHEST)..text).rev();
    let farthest = above.take_while(|at| {
        titles = titles.saturating_add(is_title(at).into());
        text.saturating_sub(*at) <= REACH || titles <= 2
    });
    farthest.last().unwrap_or(text)
}
