//! Stories pasted one below the other, each of which has its source with the day at its foot.

use std::ops::Range;

use super::{LEAST, TEXT, is_of_source, is_text};
use crate::ingest::cut::line::Line;
use crate::ingest::cut::mark::Mark;

/// The most lines between the last sentence of a story and its source: the writer, a note.
const BETWEEN: usize = 2;

/// The longest headline in characters, and how far below it the text begins, in lines.
const HEADLINE: u32 = 48;
const REACH: usize = 4;

/// Characters of a sentence that could be all of a story's text, or its last, at least.
const SENTENCE: u32 = 8;

/// Returns the lines of each story, from its headline to its source, if all but a few sources close one and the last of
/// them has no text below.
pub(super) fn stories_above(lines: &[Line<'_>], sources: &[usize]) -> Vec<Range<usize>> {
    let last = sources.last().map_or(0, |last| last.saturating_add(1));
    let ends_there = lines.iter().skip(last).all(|line| line.chars < TEXT && !line.text.ends_with('。'));
    let mut stories: Vec<Range<usize>> = Vec::new();
    let mut from = 0;
    for &source in sources {
        stories.extend(story(lines, from, source));
        from = source.saturating_add(1);
    }
    let few = sources.len().saturating_sub(stories.len()).saturating_mul(5) <= sources.len();
    if stories.len() >= LEAST && few && ends_there { stories } else { Vec::new() }
}

/// Returns the lines of the story whose source a line is, if there is text right above the line, and above that a title
/// that begins the page or has a blank line above it.
fn story(lines: &[Line<'_>], from: usize, source: usize) -> Option<Range<usize>> {
    let says = |at: usize| {
        let line = Line::at(lines, at);
        line.mark != Mark::Furniture && line.ended && line.chars >= SENTENCE
    };
    let above = from.max(source.saturating_sub(BETWEEN.saturating_add(1)))..source;
    if !above.into_iter().any(says) {
        return None;
    }
    let is_head = |at: &usize| {
        let line = Line::at(lines, *at);
        let below = at.saturating_add(1)..source.min(at.saturating_add(REACH));
        (*at == 0 || line.gap > 0)
            && matches!(line.mark, Mark::None | Mark::Heading(_) | Mark::Label)
            && (2..=HEADLINE).contains(&line.chars)
            && !line.text.ends_with(['。', '：', ':', '，'])
            && !is_of_source(line)
            && below.into_iter().any(|at| is_text(Line::at(lines, at)))
    };
    (from..source).find(is_head).map(|head| head..source)
}

/// Returns what stands below the sources of such stories and above the next headlines.
pub(super) fn between(lines: &[Line<'_>], stories: &[Range<usize>]) -> Vec<usize> {
    let nexts = stories.iter().skip(1).map(|next| next.start).chain([lines.len()]);
    stories.iter().zip(nexts).flat_map(|(story, next)| story.end.saturating_add(1)..next).collect()
}

#[cfg(test)]
mod tests {
    use crate::ingest::{BlockKind, CutOptions, Draft, cut};

    fn of_kind(draft: &Draft, kind: BlockKind) -> Vec<&str> {
        let blocks = draft.stories.iter().flat_map(|story| &story.blocks);
        blocks.filter(|block| block.kind == kind).map(|block| block.text.as_str()).collect()
    }

    #[test]
    fn stories_with_their_sources_at_the_foot_have_their_own_papers_and_no_lists_of_others() {
        let text = |place: &str| {
            format!(
                "{place}居民說，電梯停了，街燈也沒有亮，要摸黑走樓梯。\n電力公司說，{place}一條電纜受潮，正在搶修。\n"
            )
        };
        let page = format!(
            "更正\n本報一月四日報導誤將「三小時」寫為「三天」，為編輯疏失，謹此致歉。\n（花城日報，2024-03-07）\n\n\
             柳城渡輪下月加價 街坊反對\n{}柳城電台 2024-03-08 12:00\n收聽更多請下載電台的程式\n若無法播放請重新整理\n\n\
             燈火\n{}來源：松城晚報 2024-03-09\n你可能還想看\n19:32 夜市延長開放\n18:05 橋頭明起封路\n\n\
             水位回落 學校復課\n（海山社10日電）{}海山社 2024年3月10日\n本篇由讀者收藏\n",
            text("柳城"),
            text("松城"),
            text("海山")
        );
        let draft = cut(&page, CutOptions::default());
        let heads = ["更正", "柳城渡輪下月加價 街坊反對", "燈火", "水位回落 學校復課"];
        assert_eq!(of_kind(&draft, BlockKind::Headline), heads, "{draft:?}");
        assert_eq!(of_kind(&draft, BlockKind::Paragraph).len(), 7);
        let told: Vec<_> = draft.stories.iter().map(|story| (&*story.paper, &*story.date)).collect();
        let wanted = [
            ("花城日報", "2024-03-07"),
            ("柳城電台", "2024-03-08"),
            ("松城晚報", "2024-03-09"),
            ("海山社", "2024-03-10"),
        ];
        assert_eq!(told, wanted);
        assert_eq!(of_kind(&draft, BlockKind::Subhead), [""; 0]);
    }

    #[test]
    fn sources_below_headlines_are_of_the_stories_below_them() {
        let text = "居民說，電梯停了，街燈也沒有亮，要摸黑走樓梯。\n電力公司說，一條電纜受潮，正在搶修。\n";
        let page = format!(
            "花城停電三小時\n花城日報　2024-03-07\n{text}\n柳城渡輪下月加價\n柳城日報　2024-03-08\n{text}"
        );
        let draft = cut(&page, CutOptions::default());
        let told: Vec<_> = draft.stories.iter().map(|story| (&*story.paper, &*story.date)).collect();
        assert_eq!(told, [("花城日報", "2024-03-07"), ("柳城日報", "2024-03-08")]);
    }
}
