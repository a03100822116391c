//! The frame of a web page in a copy of it: menus, buttons and lists of other stories, told by their wording and by how
//! many short lines stand in a row.

mod copied;
mod copied_story;
mod item_heads;
mod short_items;
#[cfg(test)]
mod tests;

pub(super) use copied::{is_part_of_day, is_running};

use self::copied::{CopiedLine, copied, mark_comments, mark_teasers};
use self::copied_story::{CopiedStory, stories};
use self::short_items::short_items;
use super::front::is_print;
use super::line::Line;
use super::mark::Mark;
use super::press::{Press, Sense};
use super::signing::are_people;
use crate::ingest::BlockKind;

/// So many short lines in a row are a menu, if some are words of menus.
const MENU: usize = 10;

/// So many short lines in a row within a text are a list of other stories.
const LIST: usize = 3;

/// Lines below a story in which names and pictures of it may follow.
const BELOW: usize = 14;

/// The most pictures above a text, and the longest words under one.
const PICTURES: usize = 4;
const PICTURE: u32 = 60;

/// Marks what is no part of a story in a copy of a web page; leaves other texts as they are.
pub(super) fn mark_frame(lines: &mut [Line<'_>]) {
    // The heads and feet of printed sheets are short lines, too.
    if !may_be_copy(lines) || is_print(lines) {
        return;
    }
    let mut copied: Vec<CopiedLine> = lines.iter().map(copied).collect();
    let items = short_items(lines, &copied);
    mark_comments(lines, &mut copied, &items);
    mark_teasers(lines, &mut copied);
    let copied = copied;
    if has_menu(lines, &copied) {
        let stories = stories(lines, &copied, items);
        if !stories.is_empty() {
            mark_stories(lines, &copied, &stories);
            return;
        }
    }
    mark_lists(lines, &copied);
}

/// A quick look: whether any line is furniture at all, and nothing of the page is known.
fn may_be_copy(lines: &[Line<'_>]) -> bool {
    lines.iter().all(|line| line.known.is_none()) && lines.iter().any(|line| line.mark == Mark::Furniture)
}

/// Returns true if many short lines stand in a row, several of which are words of menus.
fn has_menu(lines: &[Line<'_>], copied: &[CopiedLine]) -> bool {
    let (mut run, mut words) = (0_usize, 0_usize);
    for (line, copied) in lines.iter().zip(copied) {
        if *copied == CopiedLine::Running {
            (run, words) = (0, 0);
            continue;
        }
        run = run.saturating_add(1);
        let is_word = matches!(copied, CopiedLine::Chrome) || Press::get().is(line.text, Sense::Section);
        // The tags of a story are furniture, but no menu.
        let counts = is_word && line.chars <= 10 && !line.text.starts_with(['#', '＃']);
        words = words.saturating_add(counts.into());
        if run >= MENU && words >= 4 {
            return true;
        }
    }
    false
}

/// Marks what is outside the stories, and their headlines.
fn mark_stories(lines: &mut [Line<'_>], copied: &[CopiedLine], stories: &[CopiedStory]) {
    let mut known = vec![Some(BlockKind::Furniture); lines.len()];
    let mut put = |at: usize, kind: Option<BlockKind>| {
        if let Some(known) = known.get_mut(at) {
            *known = kind;
        }
    };
    for (number, story) in stories.iter().enumerate() {
        let next = stories.get(number.saturating_add(1)).map_or(lines.len(), |next| next.headline);
        let listed = listed(lines, copied, story.first..=story.last);
        put(story.headline, Some(BlockKind::Headline));
        let mut related = false;
        for at in story.headline.saturating_add(1)..=story.last {
            let is_above = at < story.first;
            let kind = copied.get(at).copied().unwrap_or(CopiedLine::Short);
            related = kind == CopiedLine::Related
                || related && kind != CopiedLine::Running && !heads_text(lines, copied, at);
            let is_kept = match kind {
                CopiedLine::Running | CopiedLine::Aside => true,
                CopiedLine::Day => lines.get(at).is_some_and(|line| line.mark == Mark::Byline),
                CopiedLine::Short => !is_above && !related && !listed.contains(&at),
                CopiedLine::Chrome | CopiedLine::Related => false,
            };
            if is_kept {
                put(at, None);
            }
        }
        names_above(lines, copied, story).into_iter().for_each(|at| put(at, Some(BlockKind::Byline)));
        pictures_above(lines, story).for_each(|at| put(at, Some(BlockKind::Caption)));
        // Names and pictures stand right below a story, too.
        let below = story.last.saturating_add(1)..next.min(story.last.saturating_add(BELOW));
        for at in below {
            match copied.get(at) {
                Some(CopiedLine::Aside) => put(at, None),
                Some(CopiedLine::Chrome) => {}
                _ => break,
            }
        }
    }
    for (line, known) in lines.iter_mut().zip(known) {
        if let Some(known) = known {
            *line = line.known_as(known);
        }
    }
}

/// Returns the names of people that stand between a headline and its text without a word for what they did: right below
/// the headline, below one another, or above the day.
fn names_above(lines: &[Line<'_>], copied: &[CopiedLine], story: &CopiedStory) -> Vec<usize> {
    let mut names: Vec<usize> = Vec::new();
    let below = story.headline.saturating_add(1);
    for at in (below..story.first).filter(|at| copied.get(*at) == Some(&CopiedLine::Short)) {
        let above = at.saturating_sub(1);
        let is_beside = at == below
            || names.last() == Some(&above)
            || copied.get(at.saturating_add(1)) == Some(&CopiedLine::Day);
        if is_beside && are_people(Line::at(lines, at).text) {
            names.push(at);
        }
    }
    names
}

/// Returns the lines of one sentence each above a text that opens with a dateline: they are the words of pictures.
fn pictures_above(lines: &[Line<'_>], story: &CopiedStory) -> std::ops::Range<usize> {
    let last = story.last.min(story.first.saturating_add(PICTURES));
    let is_opening = |at: &usize| Line::at(lines, *at).mark == Mark::Dateline;
    let opening = (story.first..=last).find(is_opening).unwrap_or(story.first);
    let is_of_picture = |at: usize| {
        let line = Line::at(lines, at);
        line.chars <= PICTURE && line.ended && line.stops == 0
    };
    let all = (story.first..opening).all(is_of_picture);
    story.first..if all { opening } else { story.first }
}

/// The short lines of a text of which several follow each other: titles of other stories, without a head of their own.
fn listed(lines: &[Line<'_>], copied: &[CopiedLine], range: std::ops::RangeInclusive<usize>) -> Vec<usize> {
    let mut listed = Vec::new();
    let mut run: Vec<usize> = Vec::new();
    for at in range {
        if copied.get(at) == Some(&CopiedLine::Short) {
            run.push(at);
            continue;
        }
        // The last of them, set apart, is a subhead of the text itself.
        run.pop_if(|last| heads_text(lines, copied, *last));
        if run.len() >= LIST {
            listed.append(&mut run);
        }
        run.clear();
    }
    listed
}

/// Returns true if a short line below a list of other stories heads the text that goes on below it: it has blank lines on
/// both sides, or is shorter than the titles of the list and directly above the text.
fn heads_text(lines: &[Line<'_>], copied: &[CopiedLine], at: usize) -> bool {
    let below = at.saturating_add(1);
    let line = Line::at(lines, at);
    let heads = copied.get(at) == Some(&CopiedLine::Short) && copied.get(below) == Some(&CopiedLine::Running);
    let is_apart = line.gap > 0 && Line::at(lines, below).gap > 0;
    let follows = at.checked_sub(1).filter(|&above| copied.get(above) == Some(&CopiedLine::Short));
    let is_shorter =
        || follows.is_some_and(|above| line.chars <= 12 && line.chars < Line::at(lines, above).chars);
    heads && (is_apart || !line.parted && is_shorter())
}

/// Marks the short lines below the head of a list of other stories, to the next text or two blank lines.
fn mark_lists(lines: &mut [Line<'_>], copied: &[CopiedLine]) {
    let mut related = false;
    for at in 0..lines.len() {
        let kind = copied.get(at).copied().unwrap_or(CopiedLine::Short);
        let Some(&line) = lines.get(at) else { break };
        let heads = heads_text(lines, copied, at);
        related = match kind {
            CopiedLine::Related => true,
            CopiedLine::Running | CopiedLine::Aside => false,
            _ => related && line.gap < 2 && !heads,
        };
        if related
            && (kind == CopiedLine::Short || kind == CopiedLine::Related && line.chars <= 12)
            && let Some(place) = lines.get_mut(at)
        {
            place.mark = Mark::Furniture;
        }
    }
}
