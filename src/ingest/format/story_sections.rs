//! A web page of several stories below one headline: a live page, in which each entry has its time, and a digest, whose
//! title says what its parts are about.

use std::ops::Range;

use super::blocks::HtmlBlockKind;
use super::one_story::{FoundKind, TitleSearch, folded};
use crate::ingest::BlockKind;
use crate::ingest::alike::holds_most;
use crate::ingest::cut::opens_with_dateline;

/// The least parts of such a page.
const LEAST: usize = 3;

/// Characters of text between the page's headline and the first part from which on the headline has a story of its own.
const OPENING: usize = 80;

/// Characters of text in two paragraphs or more that make a whole story.
const WHOLE: usize = 60;

/// Maximum distance of a part's text below its heading, in blocks.
const REACH: usize = 4;

/// How titles join what several stories are about.
const BETWEEN: [char; 8] = ['；', ';', '｜', '|', '丨', '／', '、', '：'];

impl TitleSearch<'_> {
    /// Returns the kinds of all blocks of a page whose parts are stories; `None` where the page is one story.
    pub(super) fn sections(
        &self,
        headline: usize,
        body: Range<usize>,
        titles: &[String],
    ) -> Option<Vec<FoundKind>> {
        let whole = self.whole_stories(headline, body.end);
        if let Some(heads) = whole.or_else(|| self.reports(headline, body.end)) {
            let mut kinds = self.kinds(headline, body);
            Self::put_headlines(&mut kinds, &heads);
            return Some(kinds);
        }
        let heads = self.part_heads(headline.saturating_add(1)..body.end)?;
        let timed = heads.iter().filter(|&&at| self.is_timed(at)).count();
        let is_live = timed.saturating_add(1) >= heads.len() && timed >= LEAST;
        if !is_live && !self.is_digest(&heads, titles) {
            return None;
        }
        let mut kinds = self.kinds(headline, body);
        let first = *heads.first()?;
        let opening = (headline..first).filter(|&at| self.is_body(at));
        let length = opening.filter_map(|at| self.block(at)).map(|(_, judged)| judged.length);
        if length.fold(0, usize::saturating_add) < OPENING {
            kinds.iter_mut().take(first).for_each(|kind| *kind = Some(BlockKind::Furniture));
        }
        Self::put_headlines(&mut kinds, &heads);
        Some(kinds)
    }

    /// Makes headlines of some blocks.
    fn put_headlines(kinds: &mut [FoundKind], heads: &[usize]) {
        for &head in heads {
            if let Some(kind) = kinds.get_mut(head) {
                *kind = Some(BlockKind::Headline);
            }
        }
    }

    /// Returns the headings of the first level of a page that shows whole stories one below the other, as pages without
    /// an end do.
    fn whole_stories(&self, headline: usize, end: usize) -> Option<Vec<usize>> {
        let is_head = |at: &usize| {
            self.block(*at).is_some_and(|(block, judged)| {
                block.kind == HtmlBlockKind::Heading(1)
                    && !judged.linked
                    && !judged.chrome
                    && judged.length >= 6
            })
        };
        let heads: Vec<usize> = (headline..end).filter(is_head).collect();
        let ends = heads.iter().skip(1).copied().chain([end]);
        let has_story = |(from, to): (&usize, usize)| {
            let texts = (*from..to).filter(|&at| self.is_paragraph(at)).filter_map(|at| self.block(at));
            let (count, length) = texts.fold((0_usize, 0_usize), |(count, length), (_, judged)| {
                (count.saturating_add(1), length.saturating_add(judged.length))
            });
            count >= 2 && length >= WHOLE
        };
        (heads.len() >= 2 && heads.iter().zip(ends).all(has_story)).then_some(heads)
    }

    /// Returns the headline and the headings below it whose text opens with a dateline of its own, where that of the first
    /// story does.
    fn reports(&self, headline: usize, end: usize) -> Option<Vec<usize>> {
        let opens = |heading: usize| {
            let below = heading.saturating_add(1)..heading.saturating_add(REACH).saturating_add(1).min(end);
            // The words of a picture may come first.
            let texts = below.into_iter().filter(|&at| self.is_body(at)).filter_map(|at| self.block(at));
            texts.take(2).any(|(block, _)| opens_with_dateline(block.text.trim()))
        };
        let is_head = |at: &usize| {
            self.block(*at).is_some_and(|(block, judged)| {
                judged.heading && !judged.linked && !judged.chrome && judged.length >= 6 && !block.in_frame
            }) && self.has_text(*at, end)
                && opens(*at)
        };
        let others: Vec<usize> = (headline.saturating_add(1)..end).filter(is_head).collect();
        (opens(headline) && !others.is_empty()).then(|| std::iter::once(headline).chain(others).collect())
    }

    /// Returns the headings of the highest level that parts of a text have, each with text of its own.
    fn part_heads(&self, range: Range<usize>) -> Option<Vec<usize>> {
        (2..=5).find_map(|level| {
            let is_head = |at: &usize| {
                self.block(*at).is_some_and(|(block, judged)| {
                    block.kind == HtmlBlockKind::Heading(level)
                        && !judged.chrome
                        && !judged.related
                        && !block.in_frame
                        && judged.length >= 6
                }) && self.has_text(*at, range.end)
            };
            let heads: Vec<usize> = range.clone().filter(is_head).collect();
            (heads.len() >= LEAST).then_some(heads)
        })
    }

    fn has_text(&self, heading: usize, end: usize) -> bool {
        let below = heading.saturating_add(1)..heading.saturating_add(REACH).saturating_add(1).min(end);
        let is_heading = |at: &usize| self.judged.get(*at).is_some_and(|judged| judged.heading);
        below.take_while(|at| !is_heading(at)).any(|at| self.is_body(at))
    }

    /// Returns true if a time of day is right above a heading, or right below it.
    fn is_timed(&self, heading: usize) -> bool {
        let beside = [heading.checked_sub(1), heading.checked_add(1)];
        beside.into_iter().flatten().filter_map(|at| self.block(at)).any(|(block, judged)| {
            judged.length <= 24 && !judged.heading && (block.evidence.date || names_time(&block.text))
        })
    }

    /// Returns true if the page's titles name two of the headings or more.
    fn is_digest(&self, heads: &[usize], titles: &[String]) -> bool {
        let texts: Vec<String> =
            heads.iter().filter_map(|&at| self.block(at)).map(|(block, _)| folded(&block.text)).collect();
        if counts_up(&texts) && titles.iter().any(|title| names_digest(title)) {
            return true;
        }
        titles.iter().any(|title| {
            let parts: Vec<&str> = title.split(BETWEEN).filter(|part| part.chars().count() >= 5).collect();
            let named = |text: &&String| parts.iter().any(|part| holds_most(text, part));
            parts.len() >= 2 && texts.iter().filter(named).count() >= 2
        })
    }
}

/// Returns true if texts are numbered from 1.
fn counts_up(texts: &[String]) -> bool {
    let number = |text: &String| -> Option<usize> {
        let text = text.trim_start_matches(['(', '（', '【', '[']);
        let behind = text.trim_start_matches(|c: char| c.is_ascii_digit());
        let is_parted = behind.starts_with(['.', '．', '、', ')', '）', '】', ']', '丨', '|', '｜', ',']);
        text.strip_suffix(behind).filter(|_| is_parted)?.parse().ok()
    };
    texts.len() >= LEAST && (1..).zip(texts).all(|(wanted, text)| number(text) == Some(wanted))
}

/// Returns true if a title is that of a digest of the day's or the week's news.
fn names_digest(title: &str) -> bool {
    DIGESTS.iter().any(|name| title.contains(name))
        || ["早報", "早报", "晚報", "晚报", "午報", "午报", "日報", "日报"].iter().any(|name| {
            title
                .strip_prefix(name)
                .is_some_and(|rest| rest.starts_with(['｜', '|', '丨', '：', ':', ' ', '·']))
        })
}

/// What the titles of digests say.
const DIGESTS: [&str; 28] = [
    "今日要聞",
    "今日要闻",
    "要聞速覽",
    "要闻速览",
    "新聞早餐",
    "新闻早餐",
    "早餐新聞",
    "早安新聞",
    "早知道",
    "早班車",
    "早班车",
    "晚安新聞",
    "一周要聞",
    "一周要闻",
    "一週要聞",
    "本週大事",
    "本周大事",
    "新聞速覽",
    "新闻速览",
    "新聞摘要",
    "新闻摘要",
    "新聞簡報",
    "新闻简报",
    "每日簡報",
    "每日简报",
    "晨報｜",
    "晨报｜",
    "必讀新聞",
];

/// Returns true if a text has a time of day: 18:47, 上午9時05分.
fn names_time(text: &str) -> bool {
    let mut before = String::new();
    for c in text.chars() {
        match c {
            '0'..='9' => before.push(c),
            ':' | '：' | '時' | '时' if (1..=2).contains(&before.len()) => return true,
            _ => before.clear(),
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use crate::ingest::{BlockKind, CutOptions, cut_known};

    const TEXTS: [&str; 3] = [
        "花城今早停電三小時，居民說，電梯停了，街燈也沒有亮。電力公司說，一條電纜受潮，正在搶修。",
        "柳城渡輪下月加價一成，船公司說，燃油比去年貴了三成。碼頭外有街坊收集簽名，要求擱置。",
        "松城圖書館通宵開放，館長說，頭一夜有一百人留到天亮。市民可以在網上預約座位。",
    ];
    const HEADS: [&str; 3] = ["花城停電三小時", "柳城渡輪下月加價", "松城圖書館通宵開放"];

    fn page(title: &str, entry: impl Fn(usize) -> String) -> String {
        let entries: String = (0..3).map(entry).collect();
        format!("<title>{title}</title><article><h1>{title}</h1><div>{entries}</div></article>")
    }

    fn headlines(html: &str) -> Vec<String> {
        let decoded = crate::ingest::format::read_html("a.html", html.as_bytes(), None).unwrap();
        let draft = cut_known(&decoded.text, &decoded.known, CutOptions::default());
        let blocks = draft.stories.into_iter().flat_map(|story| story.blocks);
        blocks.filter(|block| block.kind == BlockKind::Headline).map(|block| block.text).collect()
    }

    #[test]
    fn each_entry_of_a_live_page_is_a_story() {
        let html = page("風暴直播：渡輪停航", |at| {
            format!("<div><time>1{at}:05</time><h3>{}</h3><p>{}</p></div>", HEADS[at], TEXTS[at])
        });
        assert_eq!(headlines(&html), HEADS);
    }

    #[test]
    fn whole_stories_one_below_the_other_are_stories() {
        let html = page("花城停電三小時", |at| {
            format!("<div><h1>{}</h1><p>{}</p><p>{}</p></div>", HEADS[at], TEXTS[at], TEXTS[at])
        });
        let html = html.replacen("<h1>花城停電三小時</h1>", "", 1);
        assert_eq!(headlines(&html), HEADS);
    }

    #[test]
    fn a_second_story_with_a_dateline_of_its_own_is_a_story() {
        let html = |open: &str| {
            page(HEADS[0], |at| {
                let heading = if at == 0 { String::new() } else { format!("<h3>{}</h3>", HEADS[at]) };
                format!("<div>{heading}<p>{open}{}</p></div>", TEXTS[at])
            })
        };
        assert_eq!(headlines(&html("【本報訊】")), HEADS);
        assert_eq!(headlines(&html("")), [HEADS[0]], "subheads are no headlines");
    }

    #[test]
    fn each_part_of_a_digest_is_a_story_if_the_title_names_them() {
        let entry = |at: usize| format!("<h2>{}</h2><p>{}</p>", HEADS[at], TEXTS[at]);
        assert_eq!(headlines(&page("早報：花城停電三小時；柳城渡輪加價", entry)), HEADS);
        let bold = |at: usize| format!("<p><strong>{}</strong></p><p>{}</p>", HEADS[at], TEXTS[at]);
        assert_eq!(
            headlines(&page("早報：花城停電三小時；柳城渡輪加價", bold)),
            HEADS,
            "bold paragraphs are headings"
        );
        let feature = headlines(&page("三座城市的一天怎樣過去", entry));
        assert_eq!(feature, ["三座城市的一天怎樣過去"], "subheads are no headlines");
    }

    #[test]
    fn numbered_parts_of_a_digest_are_stories_and_keep_their_numbers() {
        let bold =
            |at: usize| format!("<p><strong>{}. {}</strong></p><p>{}</p>", at + 1, HEADS[at], TEXTS[at]);
        let numbered: Vec<String> = (0..3).map(|at| format!("{}. {}", at + 1, HEADS[at])).collect();
        assert_eq!(headlines(&page("早报｜今日要闻（3月7日）", bold)), numbered);
        assert_eq!(headlines(&page("省電的三個辦法", bold)), ["省電的三個辦法"], "points are no headlines");
    }
}
