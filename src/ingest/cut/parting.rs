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

#[cfg(test)]
mod tests {
    use crate::ingest::{BlockKind, CutOptions, cut};

    const TEXT: &str = "花城今早停電三小時，居民說，電梯停了，街燈也沒有亮，有人在梯間摸黑走了二十層，也有人等到中午。\n電力公司說，一條電纜受潮，正在搶修，中午可以恢復，受影響的住戶可以申請賠償，申請表在公司的網站。\n";

    #[test]
    fn stories_between_blank_lines_or_rules_are_stories_with_or_without_a_headline() {
        for mark in ["\n\n\n", "\n========\n\n"] {
            let story = |head: &str, source: &str| format!("{head}\n2024-03-07\n{TEXT}{source}\n");
            let page = [
                story("花城停電三小時　電梯停了", "（花城日報 B1版 地方新聞）"),
                story("柳城渡輪下月加價　街坊反對", "資料來源：柳城時報電子報"),
                TEXT.to_owned(),
            ];
            let draft = cut(&page.join(mark), CutOptions::default());
            let heads = draft.stories.iter().map(|story| {
                let mut blocks = story.blocks.iter();
                blocks.find(|block| block.kind == BlockKind::Headline).map(|block| block.text.as_str())
            });
            let wanted = [Some("花城停電三小時　電梯停了"), Some("柳城渡輪下月加價　街坊反對"), None];
            assert_eq!(heads.collect::<Vec<_>>(), wanted, "{mark:?}");
            let papers: Vec<&str> = draft.stories.iter().map(|story| story.paper.as_str()).collect();
            assert_eq!(papers[..2], ["花城日報", "柳城時報"], "{mark:?}");
        }
    }

    #[test]
    fn blank_lines_within_one_story_part_nothing() {
        let page = format!("花城停電三小時　電梯停了\n記者花一\n{TEXT}\n\n{TEXT}\n\n{TEXT}");
        assert_eq!(cut(&page, CutOptions::default()).stories.len(), 1);
    }
}
