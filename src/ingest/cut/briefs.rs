//! Columns of briefs without headlines: a label for such, and below it paragraphs behind bullets, each a story.

use super::line::Line;
use super::mark::is_bullet;

/// The least briefs of such a column.
const LEAST: usize = 2;

/// Characters of a brief at least.
const TEXT: u32 = 16;

/// The longest label of such a column, with marks around it.
const LABEL: u32 = 12;

/// Names of such columns.
const NAMES: [&str; 26] = [
    "簡訊",
    "简讯",
    "短訊",
    "短讯",
    "快訊",
    "快讯",
    "簡報",
    "簡明新聞",
    "简明新闻",
    "新聞速遞",
    "新闻速递",
    "新聞簡報",
    "新闻简报",
    "要聞速覽",
    "要闻速览",
    "一句話新聞",
    "一句话新闻",
    "地方簡訊",
    "短波",
    "要聞簡訊",
    "要闻简讯",
    "国际简讯",
    "國際簡訊",
    "地方简讯",
    "新聞快遞",
    "新闻快递",
];

/// Returns true if a line is the label of a column of briefs.
pub(super) fn names_briefs(text: &str) -> bool {
    NAMES.contains(&text.trim_matches(|c: char| !c.is_alphanumeric()))
}

/// Marks where the briefs of such columns begin.
pub(super) fn mark_briefs(lines: &mut [Line<'_>]) {
    let labels: Vec<usize> = (0..lines.len())
        .filter(|&at| Line::at(lines, at).chars <= LABEL && names_briefs(Line::at(lines, at).text))
        .collect();
    for label in labels {
        let is_brief = |at: &usize| {
            let line = Line::at(lines, *at);
            line.text.starts_with(is_bullet) && line.ended && line.chars >= TEXT
        };
        let below = label.saturating_add(1)..lines.len();
        let briefs: Vec<usize> = below.take_while(is_brief).collect();
        if briefs.len() < LEAST {
            continue;
        }
        for at in briefs {
            if let Some(line) = lines.get_mut(at) {
                line.opens = true;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::ingest::{BlockKind, CutOptions, cut_known};

    #[test]
    fn briefs_behind_bullets_are_stories_without_headlines() {
        let text = "居民說，電梯停了，街燈也沒有亮，電力公司說，一條電纜受潮，正在搶修，中午可以恢復。";
        let page = format!(
            "# 花城停電三小時\n\n{text}\n\n簡訊\n\n■柳城渡輪明日起停航兩天，檢查船底。\n\n■松城圖書館今晚通宵開放，不必預約。\n"
        );
        let draft = cut_known(&page, &[(1, BlockKind::Headline)], CutOptions::default());
        assert_eq!(draft.stories.len(), 3);
        let headed = |story: &crate::ingest::DraftStory| {
            story.blocks.iter().any(|block| block.kind == BlockKind::Headline)
        };
        assert_eq!(draft.stories.iter().map(headed).collect::<Vec<_>>(), [true, false, false]);
    }
}
