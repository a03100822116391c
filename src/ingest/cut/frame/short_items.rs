//! Short items in a copy that have neither a day nor a place: a title and one paragraph each, several in a row, below the
//! comments on the story above or below a label for such.

use super::copied::{CopiedLine, heads_comments};
use crate::ingest::cut::briefs::names_briefs;
use crate::ingest::cut::line::Line;
use crate::ingest::cut::signing::are_people;

/// The least items in a row.
const LEAST: usize = 3;

/// Characters of a title of an item, of all titles on an average, and the least of its paragraph.
const TITLE: std::ops::RangeInclusive<u32> = 3..=36;
const TITLES: u32 = 6;
const TEXT: u32 = 16;

/// How far above the first item its label is, and the longest such label in characters.
const ABOVE: usize = 3;
const LABEL: u32 = 20;

/// Returns the titles of such items.
pub(super) fn short_items(lines: &[Line<'_>], copied: &[CopiedLine]) -> Vec<usize> {
    let mut heads = Vec::new();
    let mut commented = false;
    let mut at = 0;
    while at < lines.len() {
        let line = Line::at(lines, at);
        commented |= line.chars <= LABEL && heads_comments(line.text);
        let row = row(lines, copied, at);
        let next = row.last().map_or(at.saturating_add(1), |last| last.saturating_add(2));
        let length = row.iter().map(|&at| Line::at(lines, at).chars).fold(0, u32::saturating_add);
        let are_titles = usize::try_from(length / TITLES).is_ok_and(|most| most >= row.len());
        if row.len() >= LEAST && are_titles && (commented || is_labelled(lines, at)) {
            heads.extend(row);
        }
        at = next;
    }
    heads
}

/// Returns the titles that stand in a row from a line on, each right above a paragraph.
fn row(lines: &[Line<'_>], copied: &[CopiedLine], from: usize) -> Vec<usize> {
    let is_item = |at: usize| {
        let (title, text) = (Line::at(lines, at), Line::at(lines, at.saturating_add(1)));
        let kinds = copied.get(at..at.saturating_add(2));
        kinds == Some(&[CopiedLine::Short, CopiedLine::Running])
            && TITLE.contains(&title.chars)
            && !title.ended
            && !title.text.ends_with(['：', ':'])
            && !are_people(title.text)
            && text.chars >= TEXT
            && text.text.ends_with(['。', '：', ':', '」', '”'])
    };
    (from..lines.len()).step_by(2).take_while(|&at| is_item(at)).collect()
}

/// Returns true if a label for short items is near above a line, alone or beside another: 簡訊, 早報 | 城市快訊.
fn is_labelled(lines: &[Line<'_>], at: usize) -> bool {
    let ends = ["簡訊", "简讯", "短訊", "短讯", "快訊", "快讯", "速遞", "速递", "速覽", "速览"];
    let is_label = |name: &str| names_briefs(name) || ends.iter().any(|end| name.ends_with(end));
    (at.saturating_sub(ABOVE)..at).any(|above| {
        let line = Line::at(lines, above);
        line.chars <= LABEL && line.text.split(['|', '｜', '·', '丨', ' ']).any(|part| is_label(part.trim()))
    })
}
