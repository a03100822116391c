//! The items of a newsletter or of a page of beginnings, each with a link to the whole story at its end: 閱讀全文, Read more.

use super::line::Line;
use super::mark::Mark;
use super::signing::are_people;
use crate::ingest::BlockKind;

/// The least such items.
const LEAST: usize = 3;

/// The longest such line beside an address.
const LINK: usize = 16;

/// Characters from which on a line is a text.
const TEXT: u32 = 30;

/// The longest headline, and the longest in Latin letters.
const TITLE: u32 = 48;
const LATIN: u32 = 110;

/// What such a link says.
const WORDS: [&str; 52] = [
    "閱讀全文",
    "阅读全文",
    "閱讀更多",
    "阅读更多",
    "閱讀更多內容",
    "繼續閱讀",
    "继续阅读",
    "詳全文",
    "看全文",
    "閱全文",
    "查看全文",
    "點此閱讀全文",
    "点此阅读全文",
    "按此閱讀全文",
    "了解更多",
    "查看詳情",
    "查看详情",
    "看完整報導",
    "閱讀完整報導",
    "詳細內容",
    "read more",
    "read full story",
    "full story",
    "continue reading",
    "read on",
    "more details",
    "阅读原文",
    "閱讀原文",
    "阅读更多内容",
    "看更多",
    "查看更多",
    "看完整报道",
    "看完整報道",
    "閱讀完整報道",
    "阅读完整报道",
    "详细内容",
    "点击阅读全文",
    "點擊閱讀全文",
    "按此看全文",
    "繼續閱讀全文",
    "继续阅读全文",
    "點我看全文",
    "了解詳情",
    "了解详情",
    "查看原文",
    "详全文",
    "阅全文",
    "read full article",
    "read the full story",
    "read the story",
    "view article",
    "learn more",
];

/// Marks the items: the headline of each, and what stands between them, above the first and below the last.
pub(super) fn mark_items(lines: &mut [Line<'_>]) {
    if lines.iter().any(|line| line.known.is_some() || line.opens) {
        return;
    }
    // Such lines were marked as furniture by their words.
    let may_end = |line: &Line<'_>| line.mark == Mark::Furniture && is_read_more(line.text);
    let ends: Vec<usize> = (0..lines.len()).filter(|&at| may_end(Line::at(lines, at))).collect();
    if ends.len() < LEAST {
        return;
    }
    let starts = std::iter::once(0).chain(ends.iter().map(|end| end.saturating_add(1)));
    let items: Vec<(usize, usize)> =
        starts.zip(&ends).filter_map(|(start, &end)| Some((head(lines, start, end)?, end))).collect();
    if items.len() < LEAST || items.len().saturating_mul(3) < ends.len().saturating_mul(2) {
        return;
    }
    // A list of other stories below a whole one has such links, too.
    let length = |range: std::ops::Range<usize>| {
        let texts = range.map(|at| Line::at(lines, at)).filter(|line| line.ended && line.chars >= TEXT);
        texts.map(|line| line.chars).fold(0, u32::saturating_add)
    };
    let held = items.iter().map(|&(head, end)| length(head..end)).fold(0, u32::saturating_add);
    if held.saturating_mul(3) < length(0..lines.len()).saturating_mul(2) {
        return;
    }
    // The items follow one another, so that each line is in the first that does not end above it.
    let mut next = items.iter().peekable();
    for (at, line) in lines.iter_mut().enumerate() {
        while next.next_if(|(_, end)| *end <= at).is_some() {}
        let head = next.peek().map(|(head, _)| *head).filter(|head| *head <= at);
        if head == Some(at) {
            *line = line.known_as(BlockKind::Headline);
        } else if head.is_some() && head == at.checked_sub(1) && are_people(line.text) {
            *line = line.known_as(BlockKind::Byline);
        } else if head.is_none() && !(line.ended && line.chars >= TEXT) {
            line.mark = Mark::Furniture;
        }
    }
}

/// Returns the headline of the item that ends at a link: the last title above its first text, names apart.
fn head(lines: &[Line<'_>], start: usize, end: usize) -> Option<usize> {
    let is_text = |at: &usize| {
        let line = Line::at(lines, *at);
        line.mark != Mark::Furniture && (line.ended && line.chars >= TEXT || line.mark == Mark::Dateline)
    };
    let is_title = |at: &usize| {
        let line = Line::at(lines, *at);
        let longest = if line.is_latin() { LATIN } else { TITLE };
        matches!(line.mark, Mark::None | Mark::Item | Mark::Heading(_))
            && (4..=longest).contains(&line.chars)
            && !line.text.ends_with('。')
            && !are_people(line.text)
    };
    // A letter to the readers may stand above the first item.
    let mut text = (start..end).rev().find(is_text)?;
    while let Some(above) = text.checked_sub(1).filter(|above| *above >= start && is_text(above)) {
        text = above;
    }
    (start..text).rev().take_while(|at| !is_text(at)).find(is_title)
}

/// Returns true if a line is a link to the rest of a story: ▶ 閱讀全文 https://…, Read more >.
pub(super) fn is_read_more(text: &str) -> bool {
    let text = text
        .split_once("://")
        .map_or(text, |(before, _)| before.trim_end_matches(|c: char| c.is_ascii_alphabetic()));
    let word = text.trim_matches(|c: char| !c.is_alphanumeric());
    // The words are in one script each.
    let is_short = word.chars().nth(LINK.saturating_add(4)).is_none();
    is_short
        && if word.is_ascii() { WORDS.contains(&&*word.to_ascii_lowercase()) } else { WORDS.contains(&word) }
}

#[cfg(test)]
mod tests {
    use crate::ingest::{BlockKind, CutOptions, Draft, cut};

    fn of_kind(draft: &Draft, kind: BlockKind) -> Vec<&str> {
        let blocks = draft.stories.iter().flat_map(|story| &story.blocks);
        blocks.filter(|block| block.kind == kind).map(|block| block.text.as_str()).collect()
    }

    #[test]
    fn items_of_a_newsletter_end_at_their_links() {
        let heads = ["花城停電三小時　電梯停了", "柳城渡輪下月加價　街坊反對", "松城圖書館通宵開放"];
        let text = "居民說，電梯停了，街燈也沒有亮，電力公司說，一條電纜受潮，正在搶修，中午可以恢復。\n";
        for link in ["▶ 閱讀全文", "繼續閱讀 »", "Read more https://news.example/1"] {
            let item = |at: usize| format!("{}\n{}\n{text}{link}\n", ["社會", "民生", "文化"][at], heads[at]);
            let page = format!(
                "看不到圖片？按此\n各位早安，今天有三則，天氣很好，讀完可以出門走走，記得帶傘，也記得回來。\n{}{}{}最多人讀\n\
                 1. 花城的橋\n2. 柳城的船\n按此取消\n",
                item(0),
                item(1),
                item(2)
            );
            let draft = cut(&page, CutOptions::default());
            assert_eq!(of_kind(&draft, BlockKind::Headline), heads, "{link}");
            let left_out = of_kind(&draft, BlockKind::Furniture);
            for words in ["社會", link, "最多人讀", "1. 花城的橋", "按此取消"] {
                assert!(left_out.contains(&words), "{words} {left_out:?}");
            }
        }
    }
}
