//! Stories among those with a source below the headline that have theirs below the text instead.

use super::{BETWEEN, is_text, is_title};
use crate::ingest::cut::line::Line;
use crate::ingest::cut::origin::is_dated_origin;

/// Adds the headlines of stories whose source stands below their text instead: of the titles set apart between the story
/// before, which has a source of its own, and that line, the longest is the headline.
pub(super) fn with_sources_below(lines: &[Line<'_>], sources: &[usize], mut heads: Vec<usize>) -> Vec<usize> {
    let mut more = Vec::new();
    for &source in sources {
        let before = heads.partition_point(|&head| head < source).checked_sub(1);
        let Some(&above) = before.and_then(|before| heads.get(before)) else { continue };
        let is_own = source.saturating_sub(above) <= BETWEEN;
        let text_above = source.checked_sub(1).is_some_and(|at| is_text(Line::at(lines, at)));
        if is_own || !text_above || !is_dated_origin(Line::at(lines, source).text) {
            continue;
        }
        let is_apart = |at: &usize| {
            let (line, below) = (Line::at(lines, *at), Line::at(lines, at.saturating_add(1)));
            is_title(line) && line.gap > 0 && below.gap > 0 && is_text(below) && !line.ended
        };
        // The story before has text of its own.
        let between = above.saturating_add(BETWEEN)..source;
        more.extend(between.filter(is_apart).max_by_key(|&at| Line::at(lines, at).chars));
    }
    heads.append(&mut more);
    heads.sort_unstable();
    heads
}

#[cfg(test)]
mod tests {
    use crate::ingest::{BlockKind, CutOptions, cut};

    #[test]
    fn a_story_may_have_its_source_below_its_text() {
        let text = |place: &str| {
            let said = format!("{place}居民說，電梯停了，街燈也沒有亮，要摸黑走樓梯。\n\n");
            format!("{said}電力公司說，{place}一條電纜受潮，正在搶修，中午可以恢復。\n\n")
        };
        let page = format!(
            "花城停電三小時　電梯停了\n\n花城日報　2024-03-07\n\n{}柳城渡輪下月加價　街坊反對\n\n\
             2024-03-08 柳城報／記者林花／柳城報導\n\n{}松城圖書館通宵開放\n\n{}（來源：松城新聞，2024-03-09）\n",
            text("花城"),
            text("柳城"),
            text("松城")
        );
        let draft = cut(&page, CutOptions::default());
        let told: Vec<_> = draft.stories.iter().map(|story| (&*story.paper, &*story.date)).collect();
        assert_eq!(told, [("花城日報", "2024-03-07"), ("柳城報", "2024-03-08"), ("松城新聞", "2024-03-09")]);
        let of_kind = |kind: BlockKind| {
            let blocks = draft.stories.iter().flat_map(|story| &story.blocks);
            blocks.filter(|block| block.kind == kind).map(|block| &*block.text).collect::<Vec<_>>()
        };
        assert_eq!(of_kind(BlockKind::Byline), ["2024-03-08 柳城報／記者林花／柳城報導"]);
        assert_eq!(of_kind(BlockKind::Headline).last(), Some(&"松城圖書館通宵開放"));
    }
}
