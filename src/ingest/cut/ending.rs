//! The mark that ends a story on a page of its own, and what a site has below it.

use super::line::Line;
use super::mark::Mark;
use crate::ingest::BlockKind;

/// Characters from which on a line that ends a sentence is a story's text, and no reader's comment.
const TEXT: u32 = 60;

/// Lines below the mark in which names and notes of the story may follow.
const BELOW: usize = 8;

/// Lines above the text of a next story in which its headline may stand.
const HEAD: usize = 6;

/// Marks what is below such a mark as no part of a story, up to the next story.
pub(super) fn mark_endings(lines: &mut [Line<'_>]) {
    let mut ends: Option<usize> = None;
    let next = |lines: &[Line<'_>], from: usize| {
        let text = (from..lines.len()).find(|&at| is_text(Line::at(lines, at)))?;
        let above = text.saturating_sub(HEAD).max(from)..=text;
        // Its head begins below the last blank line above it.
        above.rev().find(|&at| Line::at(lines, at).gap > 0 && at < text || at == from)
    };
    let mut until = 0;
    for at in 0..lines.len() {
        if Line::at(lines, at).known.is_none() && is_end(Line::at(lines, at).text) {
            ends = Some(at);
            until = next(lines, at.saturating_add(1)).unwrap_or(lines.len());
        }
        let Some(end) = ends.filter(|_| at < until) else { continue };
        let Some(line) = lines.get_mut(at).filter(|line| line.known.is_none()) else { continue };
        let is_kept = at <= end.saturating_add(BELOW)
            && matches!(line.mark, Mark::Byline | Mark::Credit | Mark::Note | Mark::Caption);
        if !is_kept {
            line.mark = Mark::Furniture;
        }
    }
}

fn is_text(line: &Line<'_>) -> bool {
    line.chars >= TEXT
        && line.ended
        && line.mark != Mark::Furniture
        && line.known != Some(BlockKind::Furniture)
}

/// Returns true if a line says that the story ends, between marks: — END —, [完], （全文完）.
fn is_end(text: &str) -> bool {
    let marks = |c: char| {
        c.is_whitespace() || "-－–—─―=_*·•．.~〜【】[]［］()（）〈〉<>/／|｜■◆▲●○❖✦\u{fe0f}".contains(c)
    };
    let inner = text.trim_matches(marks);
    let is_marked = inner.len() < text.len();
    match inner {
        "全文完" | "本文完" | "文完" | "THE END" | "The End" | "the end" | "END" => true,
        "完" | "End" | "end" | "Fin" | "FIN" => is_marked,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::{CutOptions, Draft, cut};

    const TEXT: &str = "花城今早停電三小時，居民說，電梯停了，街燈也沒有亮，有人在梯間摸黑走了二十層，也有人索性坐在門口等，一坐就坐到了中午時分才進門。\n\n電力公司說，一條電纜受潮，正在搶修，中午可以恢復。\n";

    fn kept(draft: &Draft) -> Vec<&str> {
        let blocks = draft.stories.iter().flat_map(|story| &story.blocks);
        blocks.filter(|block| block.kind != BlockKind::Furniture).map(|block| block.text.as_str()).collect()
    }

    #[test]
    fn below_the_mark_names_stay_and_buttons_and_comments_go() {
        for mark in ["— END —", "［完］", "全文完", "-The End-"] {
            let page = format!(
                "花城停電三小時　電梯停了\n記者花一\n2024-03-07\n\n{TEXT}\n{mark}\n\n撰文｜花二\n\n往日精選\n電梯裡的三小時\n我外婆也遇過停電，她說要多備蠟燭。\n花三 花城\n"
            );
            let draft = cut(&page, CutOptions::default());
            assert_eq!(draft.stories.len(), 1, "{mark}");
            let kept = kept(&draft);
            assert!(kept.contains(&"撰文｜花二"), "{mark} {kept:?}");
            assert!(
                !kept.iter().any(|text| text.contains("蠟燭") || text.contains("精選")),
                "{mark} {kept:?}"
            );
        }
    }

    #[test]
    fn a_story_pasted_below_the_mark_is_a_story() {
        let page =
            format!("花城停電三小時　電梯停了\n\n{TEXT}\n（完）\n\n柳城停水三小時　街坊排隊\n\n{TEXT}");
        let draft = cut(&page, CutOptions::default());
        let headlines: Vec<_> = draft.stories.iter().map(|story| story.blocks[0].text.as_str()).collect();
        assert_eq!(headlines, ["花城停電三小時　電梯停了", "柳城停水三小時　街坊排隊"]);
    }

    #[test]
    fn words_that_end_something_else_are_no_mark() {
        assert!(["完", "未完", "完了", "The end of it", "（完工）"].iter().all(|text| !is_end(text)));
    }
}
