//! The mark that ends a story on a page of its own, and what a site has below it.

use super::line::Line;
use super::mark::Mark;
use crate::ingest::BlockKind;

/// Characters from which on a line that ends a sentence is a story's text, and no reader's comment.
const TEXT: u32 = 60;

/// Characters of such a line that has the head of a story above it.
const SHORT: u32 = 18;

/// Lines below the mark in which names and notes of the story may follow.
const BELOW: usize = 8;

/// Lines above the text of a next story in which its headline may stand.
const HEAD: usize = 6;

/// Marks what is below such a mark as no part of a story, up to the next story.
pub(super) fn mark_endings(lines: &mut [Line<'_>]) {
    let is_mark = |at: &usize| Line::at(lines, *at).known.is_none() && is_end(Line::at(lines, *at).text);
    if !(0..lines.len()).any(|at| is_mark(&at)) {
        return;
    }
    let heads = heads(lines);
    let mut ends: Option<usize> = None;
    let mut until = 0;
    for at in 0..lines.len() {
        if Line::at(lines, at).known.is_none() && is_end(Line::at(lines, at).text) {
            ends = Some(at);
            let next = heads.get(heads.partition_point(|(_, text)| *text <= at));
            until = next.map_or(lines.len(), |(head, _)| (*head).max(at.saturating_add(1)));
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

/// Returns where the texts of stories are, each with the line at which its head begins: all texts that are long, and those
/// below a title with a day, a name or a dateline, or with a blank line on either side and more text.
fn heads(lines: &[Line<'_>]) -> Vec<(usize, usize)> {
    let mut heads: Vec<(usize, usize)> = Vec::new();
    for text in 0..lines.len() {
        let line = Line::at(lines, text);
        if !is_text(line, SHORT) {
            continue;
        }
        // What is above the mark is of the story that ends there.
        let window = text.saturating_sub(HEAD)..text;
        let from = window
            .clone()
            .rev()
            .find(|&at| is_end(Line::at(lines, at).text) || is_text(Line::at(lines, at), SHORT));
        let above = from.map_or(window.start, |from| from.saturating_add(1))..text;
        let title = above.clone().rev().find(|&at| is_title(Line::at(lines, at)));
        let is_headed = title.is_some_and(|title| tells_story(lines, title, text));
        if !is_headed && !is_text(line, TEXT) {
            continue;
        }
        let below_blank = || above.clone().rev().find(|&at| Line::at(lines, at).gap > 0);
        let head = title.or_else(below_blank).unwrap_or(text);
        heads.push((head, text));
    }
    heads
}

/// Returns true if what stands between a title and a text is of a story's head, or the text is one of several.
fn tells_story(lines: &[Line<'_>], title: usize, text: usize) -> bool {
    let is_of_head = |at: usize| {
        let line = Line::at(lines, at);
        matches!(line.mark, Mark::Byline | Mark::Dateline)
            || line.chars <= 60 && !line.ended && super::date_in(line.text).is_some()
    };
    let below = text.saturating_add(1);
    let is_apart = text == title.saturating_add(1) && Line::at(lines, text).gap > 0;
    let goes_on = is_text(Line::at(lines, below), SHORT) && Line::at(lines, below).gap > 0;
    (title.saturating_add(1)..=text).any(is_of_head) || is_apart && goes_on
}

/// Returns true if a line could be the headline of a story below the mark.
fn is_title(line: &Line<'_>) -> bool {
    line.gap > 0
        && (6..=48).contains(&line.chars)
        && !line.ended
        && matches!(line.mark, Mark::None | Mark::Heading(_) | Mark::Label)
}

fn is_text(line: &Line<'_>, least: u32) -> bool {
    line.chars >= least
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
        "全文完" | "本文完" | "文完" | "全文終" | "全文终" | "THE END" | "The End" | "the end" | "END" => {
            true
        }
        "30" => text.trim() == "-30-",
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
    fn a_story_of_short_paragraphs_below_the_mark_keeps_all_of_them_and_its_headline() {
        let texts = [
            "船公司昨日宣布，柳城渡輪下月起加價一成，長者不加。",
            "居民到碼頭收集簽名，他們說，船費五年來已經加了三次，薪水卻沒有動過，公司上月還派了股息，這一次怎麼也說不過去。",
            "運輸處說，申請仍在審核之中，最快要到月底才會有結果。",
        ];
        for head in ["記者陳大文", "2024-03-08", ""] {
            for texts in [&texts[..], &[texts[0], texts[2]]] {
                let next = format!("柳城渡輪下月加價　街坊反對\n\n{head}\n\n{}", texts.join("\n\n"));
                let page = format!("花城停電三小時　電梯停了\n\n{TEXT}\n（完）\n\n{next}\n");
                let draft = cut(&page, CutOptions::default());
                let headlines: Vec<_> = draft.stories.iter().map(|it| it.blocks[0].text.as_str()).collect();
                assert_eq!(headlines, ["花城停電三小時　電梯停了", "柳城渡輪下月加價　街坊反對"], "{head}");
                assert!(texts.iter().all(|text| kept(&draft).contains(text)), "{head}");
            }
        }
    }

    #[test]
    fn words_that_end_something_else_are_no_mark() {
        assert!(["完", "未完", "完了", "The end of it", "（完工）"].iter().all(|text| !is_end(text)));
    }

    #[test]
    fn as_many_marks_as_lines_are_read_in_time() {
        let start = std::time::Instant::now();
        cut(&"（完）\n".repeat(40_000), CutOptions::default());
        assert!(start.elapsed().as_secs() < 30, "{:?}", start.elapsed());
    }
}
