//! A web page that is a list of stories: one shape, a heading with some text, again and again.

use rustc_hash::FxHashMap;

use super::blocks::{HtmlBlockKind, HtmlPage};
use super::judged::JudgedBlock;
use super::marked_stories::marked_stories;
use super::one_story::FoundKind;
use crate::ingest::BlockKind;
use crate::ingest::cut::kind_by_wording;

/// The least stories that make a list.
const LEAST: usize = 3;

/// The most blocks that are none of a whole story's between its paragraphs.
const APART: usize = 4;

/// The most characters of the words under a picture.
const LONGEST_CAPTION: usize = 80;

/// Maximum distance of an item's text below its heading, in blocks.
const REACH: usize = 4;

/// The kinds of the blocks of a list; `None` where the page is none.
pub(super) fn story_list(page: &HtmlPage, judged: &[JudgedBlock]) -> Option<Vec<FoundKind>> {
    marked_stories(page, judged)
        .or_else(|| list_of(page, judged, ListedBy::Headings))
        .or_else(|| stories_of_page(page, judged))
        .or_else(|| list_of(page, judged, ListedBy::Links))
}

/// The kinds of the blocks of a page of whole stories, whose headings are all of one level and lead nowhere; `None` where
/// the page is none.
fn stories_of_page(page: &HtmlPage, judged: &[JudgedBlock]) -> Option<Vec<FoundKind>> {
    (1..=4).find_map(|level| {
        let list = StoryList { page, judged, by: ListedBy::Level(level) };
        let headings = (0..judged.len()).filter(|&at| list.is_heading(at));
        let items: Vec<(usize, usize)> =
            headings.filter_map(|heading| Some((heading, list.text_of(heading)?))).collect();
        (items.len() >= LEAST && list.holds_most(&items)).then(|| list.kinds(&items))
    })
}

/// The kinds of the blocks of a list whose headlines are headings, or else short links.
fn list_of(page: &HtmlPage, judged: &[JudgedBlock], by: ListedBy) -> Option<Vec<FoundKind>> {
    let list = StoryList { page, judged, by };
    let headings: Vec<usize> = (0..judged.len()).filter(|&at| list.is_heading(at)).collect();
    let mut items: Vec<(usize, usize)> =
        headings.iter().filter_map(|&heading| Some((heading, list.text_of(heading)?))).collect();
    // Beside a list there may be boxes of the site's own; some pages have all in what looks like a frame.
    let is_inside =
        |&(heading, _): &(usize, usize)| !page.blocks.get(heading).is_some_and(|block| block.in_frame);
    if items.iter().filter(|item| is_inside(item)).count() >= LEAST {
        items.retain(is_inside);
    }
    let linked = items.iter().filter(|(heading, _)| list.judged(*heading).linked).count();
    let is_list = items.len() >= LEAST && linked.saturating_mul(2) >= items.len() && list.holds_most(&items);
    is_list.then(|| list.kinds(&items))
}

/// What the headlines of a list are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ListedBy {
    Headings,
    /// Headings of one level.
    Level(usize),
    /// Short links.
    Links,
}

struct StoryList<'p> {
    page: &'p HtmlPage,
    judged: &'p [JudgedBlock],
    by: ListedBy,
}

impl StoryList<'_> {
    /// The kinds of all blocks, where items have their headings and their first texts at these places.
    fn kinds(&self, items: &[(usize, usize)]) -> Vec<FoundKind> {
        let mut kinds = vec![Some(BlockKind::Furniture); self.judged.len()];
        let mut in_each: FxHashMap<u32, usize> = FxHashMap::default();
        for body in (0..self.judged.len()).filter_map(|at| self.page.around(at)) {
            let blocks = in_each.entry(body).or_default();
            *blocks = blocks.saturating_add(1);
        }
        for &(heading, text) in items {
            let mut put = |at: usize, kind: FoundKind| {
                if let Some(place) = kinds.get_mut(at) {
                    *place = kind;
                }
            };
            put(heading, Some(BlockKind::Headline));
            (heading.saturating_add(1)..text).for_each(|at| put(at, self.aside(at)));
            self.texts_from(text).for_each(|at| put(at, self.text_kind(at)));
            let own = heading..self.next_heading(text);
            let body = self.page.around(text).filter(|body| {
                let here = own.clone().filter(|&at| self.page.around(at) == Some(*body)).count();
                in_each.get(body) == Some(&here)
            });
            for at in self.lines_of(body, text..own.end) {
                put(at, if self.is_lines(at) { None } else { Some(BlockKind::Paragraph) });
            }
        }
        kinds
    }

    fn judged(&self, at: usize) -> JudgedBlock {
        self.judged.get(at).copied().unwrap_or_default()
    }

    fn is_lines(&self, at: usize) -> bool {
        self.page.blocks.get(at).is_some_and(|block| block.text.contains('\n'))
    }

    /// Returns true if a block could be an item's headline.
    fn is_heading(&self, at: usize) -> bool {
        let (judged, block) = (self.judged(at), self.page.blocks.get(at));
        let is_one = match self.by {
            ListedBy::Headings => judged.heading,
            ListedBy::Level(level) => block.is_some_and(|block| {
                block.kind == HtmlBlockKind::Heading(level) && !block.in_frame && !judged.linked
            }),
            ListedBy::Links => {
                judged.heading || judged.linked && !judged.running && (6..=60).contains(&judged.length)
            }
        };
        is_one && !judged.chrome && judged.length >= 2
    }

    fn is_text(&self, at: usize) -> bool {
        let judged = self.judged(at);
        let is_plain = self.page.blocks.get(at).is_some_and(|block| {
            let worded = kind_by_wording(&block.text);
            let is_of_picture = worded == Some(BlockKind::Caption) && judged.length <= LONGEST_CAPTION;
            !matches!(worded, Some(BlockKind::Furniture | BlockKind::Byline)) && !is_of_picture
        });
        judged.running && judged.length >= 12 && is_plain
    }

    /// The first text of a heading's own.
    fn text_of(&self, heading: usize) -> Option<usize> {
        let reach = match self.by {
            ListedBy::Headings => REACH,
            ListedBy::Level(_) => REACH.saturating_add(2),
            ListedBy::Links => 2,
        };
        let below = heading.saturating_add(1)..=heading.saturating_add(reach);
        below.take_while(|&at| at < self.judged.len() && !self.is_heading(at)).find(|&at| self.is_text(at))
    }

    /// Returns the blocks of an item's text from its first on: paragraphs, and who wrote them or what is in a picture. A
    /// whole story goes on behind what else stands in it.
    fn texts_from(&self, text: usize) -> std::ops::Range<usize> {
        let is_own = |at: usize| self.is_text(at) || self.aside(at) != Some(BlockKind::Furniture);
        let next = self.next_heading(text);
        let mut end = text;
        for at in text..next {
            if is_own(at) && !self.judged(at).heading {
                end = at.saturating_add(1);
            } else if !matches!(self.by, ListedBy::Level(_)) || at.saturating_sub(end) >= APART {
                break;
            }
        }
        text..end
    }

    /// Returns the place of the first heading from a block on, or the end of the page.
    fn next_heading(&self, from: usize) -> usize {
        (from..self.judged.len()).find(|&at| self.is_heading(at)).unwrap_or(self.judged.len())
    }

    /// Returns the lines of an item's body behind its first text that are no sentences: results, ingredients, verses. The
    /// body is the element that holds the text and nothing of another item, if there is one.
    fn lines_of(&self, body: Option<u32>, behind: std::ops::Range<usize>) -> impl Iterator<Item = usize> {
        let is_line = move |at: &usize| {
            let (judged, worded) = (self.judged(*at), self.worded(*at));
            body.is_some()
                && self.page.around(*at) == body
                && !judged.chrome
                && !judged.linked
                && !judged.heading
                && matches!(worded, None | Some(BlockKind::Kicker | BlockKind::Paragraph))
        };
        behind.skip(1).filter(is_line)
    }

    fn worded(&self, at: usize) -> Option<BlockKind> {
        self.page.blocks.get(at).and_then(|block| kind_by_wording(&block.text))
    }

    /// Returns the kind of a block of an item's text.
    fn text_kind(&self, at: usize) -> FoundKind {
        match self.is_text(at) {
            true if self.is_lines(at) => None,
            true => Some(BlockKind::Paragraph),
            false if self.may_be_subhead(at) => None,
            false => self.aside(at),
        }
    }

    /// Returns true if a short line within a whole story could be a part's heading.
    fn may_be_subhead(&self, at: usize) -> bool {
        let judged = self.judged(at);
        let is_plain = self.page.blocks.get(at).is_some_and(|block| {
            !block.in_frame
                && !block.evidence.caption
                && matches!(kind_by_wording(&block.text), None | Some(BlockKind::Kicker))
        });
        let is_whole = matches!(self.by, ListedBy::Level(_));
        is_whole && is_plain && !judged.chrome && !judged.linked && (2..=30).contains(&judged.length)
    }

    /// Returns the kind of a block that is no text of an item: a name, the words under a picture, else furniture.
    fn aside(&self, at: usize) -> FoundKind {
        let (Some(block), judged) = (self.page.blocks.get(at), self.judged(at)) else {
            return Some(BlockKind::Furniture);
        };
        if judged.chrome || judged.linked {
            return Some(BlockKind::Furniture);
        }
        if matches!(self.by, ListedBy::Level(_)) && judged.heading && !block.in_frame {
            // A heading of another level is a deck above the text, and heads a part of it below.
            return Some(BlockKind::Deck);
        }
        match kind_by_wording(&block.text) {
            Some(kind @ (BlockKind::Byline | BlockKind::Caption)) => Some(kind),
            _ if block.evidence.caption && judged.length >= 4 => Some(BlockKind::Caption),
            _ => Some(BlockKind::Furniture),
        }
    }

    /// Returns true if the items hold at least half of what the page says in sentences.
    fn holds_most(&self, items: &[(usize, usize)]) -> bool {
        let length = |sum: usize, at: usize| sum.saturating_add(self.judged(at).length);
        let all = (0..self.judged.len()).filter(|&at| self.is_text(at)).fold(0, length);
        let texts = items.iter().flat_map(|&(_, text)| self.texts_from(text));
        texts.filter(|&at| self.is_text(at)).fold(0, length).saturating_mul(2) >= all
    }
}

#[cfg(test)]
mod tests {
    use crate::ingest::{BlockKind, CutOptions, cut_known};

    #[test]
    fn a_letter_to_readers_above_whole_stories_is_not_the_page() {
        let text = "<p>花城今早停電三小時，居民說，電梯停了，街燈也沒有亮。</p>\
                    <p>電力公司說，一條電纜受潮，正在搶修，中午以前可以全部恢復供電。</p>";
        let story =
            |at: usize| format!("<div><h2><a href='/{at}'>花城第{at}區停電三小時</a></h2>{text}</div>");
        let stories: String = (0..4).map(story).collect();
        let html = format!(
            "<title>花城周報 第211期</title><h1>花城周報</h1><div><p>各位讀者：天氣轉涼，今期有四則報道。</p></div>{stories}"
        );
        let decoded = crate::ingest::format::read_html("a.html", html.as_bytes(), None).unwrap();
        let draft = cut_known(&decoded.text, &decoded.known, CutOptions::default());
        let blocks = || draft.stories.iter().flat_map(|story| &story.blocks);
        let headlines =
            blocks().filter(|block| block.kind == BlockKind::Headline && block.text.contains("停電"));
        assert_eq!(headlines.count(), 4);
    }

    #[test]
    fn results_that_are_no_sentences_stay_with_their_story_of_a_list() {
        let story = |at: usize| {
            format!(
                "<div><h2><a href='/{at}'>花城第{at}區水塘賽艇</a></h2><small>{at}小時前</small><div>\
                 <p>花城第{at}區昨日舉行水塘賽艇，八隊參加，午後轉風，賽事延到黃昏才完成。</p>\
                 <p>成績：</p><p>女子組　柳城隊　3分08秒</p><p>男子組　林城隊　2分51秒</p></div></div>"
            )
        };
        let html = format!("<title>花城周報</title>{}", (1..5).map(story).collect::<String>());
        let decoded = crate::ingest::format::read_html("a.html", html.as_bytes(), None).unwrap();
        let draft = cut_known(&decoded.text, &decoded.known, CutOptions::default());
        let kept = |story: &crate::ingest::DraftStory, text: &str| {
            story.blocks.iter().any(|block| block.kind != BlockKind::Furniture && block.text.contains(text))
        };
        assert_eq!(draft.stories.len(), 4);
        assert!(draft.stories.iter().all(|story| kept(story, "3分08秒") && kept(story, "2分51秒")));
        assert!(!draft.stories.iter().any(|story| kept(story, "小時前")));
    }

    #[test]
    fn a_story_with_a_headline_is_the_page_whatever_list_is_around_it() {
        let sentence =
            "花城今早停電三小時，居民說，電梯停了，街燈也沒有亮，附近的商戶點起蠟燭照常做生意。<br>";
        let head = "花城停電三小時　居民摸黑走樓梯";
        let text = "<p>柳城渡輪下月加價一成，街坊抗議，船公司說，燃油比去年貴了三成。</p>".repeat(3);
        let others: String = (0..4)
            .map(|at| format!("<div><h2><a href='/{at}'>柳城渡輪下月加價第{at}回</a></h2>{text}</div>"))
            .collect();
        for sentences in [1, 4] {
            let body = sentence.repeat(sentences);
            let html = format!("<title>{head} | 花城日報</title>{others}<h1>{head}</h1><div>{body}</div>");
            let decoded = crate::ingest::format::read_html("a.html", html.as_bytes(), None).unwrap();
            let stories = cut_known(&decoded.text, &decoded.known, CutOptions::default()).stories;
            let blocks = stories.iter().flat_map(|story| &story.blocks);
            let heads = blocks.filter(|block| block.kind == BlockKind::Headline);
            assert_eq!(heads.map(|block| block.text.as_str()).collect::<Vec<_>>(), [head]);
        }
    }

    #[test]
    fn items_of_a_list_may_have_several_paragraphs_a_picture_and_a_name() {
        let item = |at: usize| {
            format!(
                "<li><h3><a href='/{at}'>花城第{at}區停電三小時</a></h3><div class='date'>2024-03-07 07:1{at}</div>\
                 <span class='capt caption'>居民在門外等候（花一攝）</span>\
                 <p>花城今早停電三小時，居民說，電梯停了。</p>\
                 <p>電力公司說，一條電纜受潮，正在搶修，中午以前可以全部恢復供電。</p><p>記者　花一</p></li>"
            )
        };
        let items: String = (0..4).map(item).collect();
        let html = format!("<title>短訊</title><h1>短訊</h1><ul>{items}</ul>");
        let decoded = crate::ingest::format::read_html("a.html", html.as_bytes(), None).unwrap();
        let draft = cut_known(&decoded.text, &decoded.known, CutOptions::default());
        assert_eq!(draft.stories.len(), 4);
        for story in draft.stories {
            let kinds = |kind| story.blocks.iter().filter(|block| block.kind == kind).count();
            assert_eq!(kinds(BlockKind::Paragraph), 2, "{story:?}");
            assert_eq!((kinds(BlockKind::Caption), kinds(BlockKind::Byline)), (1, 1), "{story:?}");
        }
    }

    #[test]
    fn stories_of_a_page_of_a_paper_have_headings_of_one_level_and_go_on_behind_what_stands_in_them() {
        let text = "花城今早停電三小時，居民說，電梯停了，街燈也沒有亮。";
        let story = |at: usize| {
            format!(
                "<div class='art'><h2>花城第{at}區停電三小時</h2><h3>電力公司：一條電纜受潮</h3><div><a>字級</a><a>收藏</a><a>轉寄</a></div>\
                 <p>{text}</p><div class='pic'><span>居民在門外等候。（花一攝）</span></div><p>{text}</p></div>"
            )
        };
        let stories: String = (0..3).map(story).collect();
        let toc: String =
            (0..3).map(|at| format!("<li><a href='#{at}'>花城第{at}區停電三小時</a></li>")).collect();
        let html = format!("<title>花城晨報電子報 A5 地方</title><ol>{toc}</ol>{stories}<h4>過往各期</h4>");
        let decoded = crate::ingest::format::read_html("a.html", html.as_bytes(), None).unwrap();
        let draft = cut_known(&decoded.text, &decoded.known, CutOptions::default());
        assert_eq!(draft.stories.len(), 3);
        assert_eq!(decoded.metadata.paper, "花城晨報");
        for story in draft.stories {
            let kinds = |kind| story.blocks.iter().filter(|block| block.kind == kind).count();
            assert_eq!((kinds(BlockKind::Headline), kinds(BlockKind::Deck)), (1, 1), "{story:?}");
            assert_eq!((kinds(BlockKind::Paragraph), kinds(BlockKind::Caption)), (2, 1), "{story:?}");
        }
    }

    #[test]
    fn boxes_beside_a_list_are_no_items_and_the_head_of_a_section_is_its_own() {
        let text = "<p>花城今早停電三小時，居民說，電梯停了，街燈也沒有亮。</p>".repeat(2);
        let item = |at: usize| {
            format!(
                "<section><header><h2><a href='/{at}'>花城第{at}區停電三小時</a></h2></header>{text}</section>"
            )
        };
        let items: String = (0..3).map(item).collect();
        let html = format!(
            "<title>副刊</title><p>花城日報 2024年3月7日</p>{items}<aside><h3>投稿</h3><p>副刊歡迎投稿，每篇六百字以內，文責自負。</p></aside>"
        );
        let decoded = crate::ingest::format::read_html("a.html", html.as_bytes(), None).unwrap();
        assert_eq!(cut_known(&decoded.text, &decoded.known, CutOptions::default()).stories.len(), 3);
    }
}
