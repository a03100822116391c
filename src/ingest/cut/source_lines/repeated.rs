//! What is repeated between the stories of a digest or a search: buttons, notices, the numbers of records.

use std::collections::{BTreeMap, BTreeSet};

use super::{LEAST, TEXT, is_text};
use crate::ingest::cut::line::Line;
use crate::ingest::cut::mark::Mark;
use crate::ingest::cut::notice::may_be_notice;

/// The least characters of a line that says something.
const SAID: u32 = 8;

/// Returns the lines that are the same between most stories, numbers apart: buttons, notices, the numbers of records.
pub(super) fn repeated(lines: &[Line<'_>], heads: &[usize]) -> BTreeSet<usize> {
    let mut places: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let inside = inside(lines, heads);
    // Papers share sentences of an agency's; what a database says of its texts is told by its words.
    let may_be = |at: usize, line: &Line<'_>| {
        let is_shared = is_text(line) || inside.get(at) == Some(&true);
        line.chars < TEXT && (line.mark == Mark::Furniture || !is_shared || may_be_notice(line.text))
    };
    for (at, line) in lines.iter().enumerate().filter(|(at, line)| may_be(*at, line)) {
        places.entry(without_numbers(line.text)).or_default().push(at);
    }
    let part = |at: &usize| heads.partition_point(|head| head <= at);
    let is_repeated = |places: &Vec<usize>| {
        let parts: BTreeSet<usize> = places.iter().map(part).collect();
        parts.len() >= LEAST.max(heads.len().div_ceil(2))
    };
    places.into_values().filter(is_repeated).flatten().collect()
}

/// Returns for each line whether it is within the text of a story, from its first sentence to its last: a sentence may
/// be cut into lines of a column.
fn inside(lines: &[Line<'_>], heads: &[usize]) -> Vec<bool> {
    let mut inside = vec![false; lines.len()];
    let ends = heads.iter().skip(1).copied().chain([lines.len()]);
    for (head, end) in heads.iter().map(|head| head.saturating_add(1)).zip(ends) {
        let says = |at: &usize| {
            let line = Line::at(lines, *at);
            line.mark != Mark::Furniture
                && line.chars >= SAID
                && (line.ended || line.commas > 0 || line.mark == Mark::Dateline)
                && !may_be_notice(line.text)
        };
        let Some(first) = (head..end).find(says) else { continue };
        let last = (head..end).rev().find(|at| says(at) && Line::at(lines, *at).ended).unwrap_or(first);
        inside.get_mut(first..=last).into_iter().flatten().for_each(|inside| *inside = true);
    }
    inside
}

/// Returns a line without its numbers and addresses.
pub(super) fn without_numbers(text: &str) -> String {
    let text = text.split_once("://").map_or(text, |(before, _)| before);
    text.chars().filter(|c| !c.is_ascii_digit() && !c.is_whitespace()).collect()
}
