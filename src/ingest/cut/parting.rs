//! Stories pasted one below the other with the same mark between any two: a rule, or several blank lines.

use std::ops::Range;

use super::furniture::is_rule;
use super::line::Line;
use super::mark::Mark;
use super::origin::is_origin;

/// The least blank lines that part stories.
const BLANK: u32 = 2;

/// How far below its beginning a story's text begins at most, in lines.
const REACH: usize = 6;

/// Characters of a line of text, and of all the text of a story, at least.
const LINE: u32 = 40;
const STORY: u32 = 80;

/// Marks where such stories begin, if most of them say by their headline and their source, day or writer that they are
/// whole. Other texts have blank lines and rules of their own.
pub(super) fn mark_parts(lines: &mut [Line<'_>]) {
    if lines.iter().any(|line| line.opens || line.known.is_some()) {
        return;
    }
    let parts: Vec<Range<usize>> =
        parts(lines).into_iter().filter(|part| has_text(lines, part.clone())).collect();
    let whole = parts.iter().filter(|part| is_whole(lines, (*part).clone())).count();
    if parts.len() < 2 || whole < parts.len().saturating_sub(1).max(2) {
        return;
    }
    for part in parts {
        if let Some(line) = lines.get_mut(part.start) {
            line.opens = true;
        }
    }
}

/// Returns the lines between the marks.
fn parts(lines: &[Line<'_>]) -> Vec<Range<usize>> {
    let ruled = lines.iter().any(|line| is_rule(line.text));
    let mut parts: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    for (at, line) in lines.iter().enumerate() {
        let begins = if ruled { is_rule(line.text) } else { line.gap >= BLANK };
        if begins && at > start {
            parts.push(start..at);
        }
        if begins {
            start = at.saturating_add(usize::from(ruled));
        }
    }
    parts.push(start..lines.len());
    parts
}

fn has_text(lines: &[Line<'_>], part: Range<usize>) -> bool {
    let is_text = |at: usize| {
        let line = Line::at(lines, at);
        line.ended && (line.chars >= LINE || line.mark == Mark::Dateline)
    };
    let length = part.clone().filter(|&at| is_text(at)).map(|at| Line::at(lines, at).chars);
    length.fold(0, u32::saturating_add) >= STORY && part.take(REACH).any(is_text)
}

/// Returns true if a part has a headline, and says where it is from, of what day it is or who wrote it.
fn is_whole(lines: &[Line<'_>], part: Range<usize>) -> bool {
    let is_title = |at: usize| {
        let line = Line::at(lines, at);
        line.mark == Mark::None && !line.ended && (6..=48).contains(&line.chars) && line.commas <= 1
    };
    let tells = |at: usize| {
        let line = Line::at(lines, at);
        is_origin(line.text)
            || line.mark == Mark::Byline
            || line.mark == Mark::Furniture
                && (line.text.contains("://") || super::date_in(line.text).is_some())
    };
    is_title(part.start) && part.clone().skip(1).any(tells)
}
