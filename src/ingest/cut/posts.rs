//! Posts of an account, as a copy of its page has them: its name and the day above each, what readers made of it below.

use std::collections::BTreeMap;
use std::ops::Range;

use super::day::date_in;
use super::frame::is_part_of_day;
use super::line::Line;
use super::mark::Mark;
use super::press::{Press, Sense};
use crate::ingest::{BlockKind, outlet};
use crate::text::is_han;

/// The least posts.
const LEAST: usize = 3;

/// The least posts that are stories.
const STORIES: usize = 2;

/// The longest name of an account in characters, and the longest line of the day.
const NAME: u32 = 24;
const DAY: u32 = 34;

/// How far below the name the day may be, in lines: a handle or a dot is between.
const REACH: usize = 3;

/// Characters from which on a line that ends a sentence is a text, and those of a post that is a story.
const TEXT: u32 = 20;
const STORY: u32 = 36;

/// The longest headline of a post.
const TITLE: u32 = 48;

/// How the lines begin by which a site shows who may see a post, and what readers made of it.
const REACTIONS: [&str; 20] = [
    "所有心情",
    "所有留言",
    "最相關",
    "最相关",
    "查看更多",
    "查看另外",
    "查看全部",
    "查看翻譯",
    "顯示更多",
    "顯示更少",
    "显示更多",
    "已收藏",
    "see more",
    "查看翻译",
    "顯示翻譯",
    "显示翻译",
    "查看全部評論",
    "view reply",
    "view translation",
    "show more",
];

/// Words of buttons that mean something else in a sentence.
const BUTTONS: [&str; 30] = [
    "展開", "展开", "收起", "全文", "全部", "轉推", "转推", "引用", "喜歡", "心情", "讚", "赞", "like",
    "comment", "喜欢", "轉發", "转发", "轉貼", "转贴", "評論", "评论", "收藏", "分享", "回覆", "回复",
    "留言", "reply", "repost", "quote", "share",
];

/// Marks the posts that are stories, and all else as no part of any.
pub(super) fn mark_posts(lines: &mut [Line<'_>]) {
    if lines.iter().any(|line| line.known.is_some() || line.opens) {
        return;
    }
    let posts = posts(lines);
    let stories: Vec<Range<usize>> = posts.into_iter().filter(|post| is_story(lines, post.clone())).collect();
    if stories.len() < STORIES {
        return;
    }
    let mut next = stories.iter().peekable();
    for (at, line) in lines.iter_mut().enumerate() {
        while next.next_if(|story| story.end <= at).is_some() {}
        let story = next.peek().filter(|story| story.contains(&at));
        match story {
            None => *line = line.known_as(BlockKind::Furniture),
            Some(story) if at == story.start && is_title(line) && story.len() > 1 => {
                *line = line.known_as(BlockKind::Headline);
            }
            Some(story) if at == story.start => line.opens = true,
            Some(_) => {}
        }
    }
}

/// Returns the lines that each post of the account consists of, without what the site has above and below them.
fn posts(lines: &[Line<'_>]) -> Vec<Range<usize>> {
    let heads: Vec<(usize, usize)> =
        (0..lines.len()).filter_map(|at| Some((at, day_below(lines, at)?))).collect();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for (head, _) in &heads {
        let count = counts.entry(Line::at(lines, *head).text).or_default();
        *count = count.saturating_add(1);
    }
    let names = counts.into_iter().filter(|(_, count)| *count >= LEAST).map(|(name, _)| name);
    // A reader may comment as often as the account posts, but below posts that have their day in full.
    let of_name = |name: &str| {
        let own: Vec<(usize, usize)> =
            heads.iter().copied().filter(|(head, _)| Line::at(lines, *head).text == name).collect();
        let is_dated = own.iter().any(|(_, day)| !is_bare_ago(Line::at(lines, *day).text));
        let posts = bodies(lines, &own);
        let length = posts.iter().map(|post| length(lines, post.clone())).fold(0, u32::saturating_add);
        ((is_dated, length), posts)
    };
    let all: Vec<_> = names.map(of_name).collect();
    let is_any_dated = heads.iter().any(|(_, day)| date_in(Line::at(lines, *day).text).is_some());
    let best = all.into_iter().max_by_key(|(rank, _)| *rank);
    best.filter(|((is_dated, _), _)| *is_dated || !is_any_dated).map(|(_, posts)| posts).unwrap_or_default()
}

/// Returns the lines below each head, as far as the next, without those of the site at either end.
fn bodies(lines: &[Line<'_>], own: &[(usize, usize)]) -> Vec<Range<usize>> {
    let ends = own.iter().skip(1).map(|(head, _)| *head).chain([lines.len()]);
    let body = |((_, day), end): (&(usize, usize), usize)| {
        let is_frame = |at: &usize| is_of_site(Line::at(lines, *at));
        let first = (day.saturating_add(1)..end).find(|at| !is_frame(at)).unwrap_or(end);
        let last = (first..end).find(is_frame).unwrap_or(end);
        first..last
    };
    own.iter().zip(ends).map(body).collect()
}

/// Returns the line of the day near below a line that could be the name of an account.
fn day_below(lines: &[Line<'_>], at: usize) -> Option<usize> {
    let name = Line::at(lines, at);
    // Most lines of a text are no names at a glance.
    if name.chars > NAME || name.ended || name.commas > 0 {
        return None;
    }
    // Buttons and sections stand above days, too; the name of a known paper is furniture elsewhere.
    let is_of_frame = name.mark == Mark::Furniture && !outlet::is_known(name.text)
        || Press::get().is(name.text, Sense::Section);
    if is_of_frame || is_day(name) {
        return None;
    }
    let below = at.saturating_add(1)..at.saturating_add(REACH).saturating_add(1);
    for at in below {
        let line = Line::at(lines, at);
        if is_day(line) {
            return Some(at);
        }
        let is_between = line.text.starts_with('@') || !line.text.contains(char::is_alphanumeric);
        if !is_between {
            return None;
        }
    }
    None
}

/// Returns true if a line is how long ago something was without a word for that it is past: 3天, 2 小時, 5h.
fn is_bare_ago(text: &str) -> bool {
    let text = text.trim_end_matches(|c: char| !c.is_alphanumeric());
    let units = ["秒", "分鐘", "分钟", "小時", "小时", "天", "週", "周", "m", "h", "d", "w"];
    units.iter().any(|unit| {
        text.strip_suffix(unit).is_some_and(|count| {
            let count = count.trim();
            !count.is_empty() && count.len() <= 2 && count.bytes().all(|byte| byte.is_ascii_digit())
        })
    })
}

fn is_day(line: &Line<'_>) -> bool {
    if line.chars > DAY || line.text.contains(['。', '，']) {
        return false;
    }
    let text = line.text.trim_end_matches(|c: char| !c.is_alphanumeric());
    let is_near =
        ["今天", "昨天", "前天", "今日", "昨日", "剛剛", "刚刚", "剛才", "刚才", "Yesterday", "Just now"]
            .iter()
            .any(|day| {
                text.strip_prefix(day).is_some_and(|rest| {
                    rest.trim().chars().all(|c| c.is_ascii_digit() || ":：上下午凌晨晚 ".contains(c))
                })
            });
    is_bare_ago(text)
        || is_near
        || date_in(line.text).is_some_and(|dated| dated.before.trim().is_empty())
        || is_part_of_day(line)
}

/// Returns true for a line of the site: who may see a post, what readers made of it, buttons and counts.
fn is_of_site(line: &Line<'_>) -> bool {
    let text = line.text.trim_start_matches(['…', '.', ' ', '·']);
    let may_be_button = line.chars <= 16 && !text.contains(['。', '，', '！', '？']);
    line.mark == Mark::Furniture && (!line.ended || line.chars <= 12)
        || may_be_button && (is_reaction(&text.to_lowercase()) || is_count(text))
}

/// Returns true if a line is such a button, perhaps with a count or another behind it: 全部心情, 讚 12, 喜歡 · 回覆.
fn is_reaction(text: &str) -> bool {
    let goes_on = |rest: &str| rest.starts_with(is_han) && rest.chars().count() > 2;
    let is_word = |word: &str| text.strip_prefix(word).is_some_and(|rest| !goes_on(rest));
    REACTIONS.iter().any(|start| text.starts_with(start)) || BUTTONS.iter().any(|word| is_word(word))
}

/// Returns true if a line is a count: 1,204, 3.5萬, 88則留言, 31次分享.
fn is_count(text: &str) -> bool {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit() || ",.萬万千KkMm ".contains(c));
    let counted = ["則", "则", "次", "個", "个", "條", "条", "人"];
    text.starts_with(|c: char| c.is_ascii_digit())
        && rest.chars().count() <= 5
        && (rest.is_empty() || counted.iter().any(|unit| rest.starts_with(unit)))
}

fn is_story(lines: &[Line<'_>], post: Range<usize>) -> bool {
    length(lines, post) >= STORY
}

/// Returns the characters of the sentences of a post.
fn length(lines: &[Line<'_>], post: Range<usize>) -> u32 {
    // Many a post ends in the address of the whole story.
    let is_sentence =
        |line: &&Line<'_>| line.ended || line.text.contains("://") && line.mark != Mark::Furniture;
    let texts = post.map(|at| Line::at(lines, at)).filter(|line| line.chars >= TEXT && is_sentence(line));
    texts.map(|line| line.chars).fold(0, u32::saturating_add)
}

fn is_title(line: &Line<'_>) -> bool {
    matches!(line.mark, Mark::None | Mark::Heading(_) | Mark::Label)
        && (6..=TITLE).contains(&line.chars)
        && !line.text.ends_with(['。', '：', ':', '…'])
}

#[cfg(test)]
mod tests {
    use crate::ingest::{BlockKind, CutOptions, Draft, cut};

    const TEXT: &str = "花城今早停電三小時，居民說，電梯停了，街燈也沒有亮，有人摸黑走了二十層。\n電力公司說，一條電纜受潮，正在搶修，中午可以恢復。\n";

    fn of_kind(draft: &Draft, kind: BlockKind) -> Vec<&str> {
        let blocks = draft.stories.iter().flat_map(|story| &story.blocks);
        blocks.filter(|block| block.kind == kind).map(|block| block.text.as_str()).collect()
    }

    #[test]
    fn posts_of_an_account_are_stories_with_its_name_as_their_paper() {
        let heads: [fn(u32) -> String; 2] = [
            |day| format!("柳城新聞\n2024年3月{day}日 · \n分享對象：所有人\n"),
            |day| format!("柳城新聞\n@liucheng\n·\n2024-03-0{day} 08:05\n"),
        ];
        for head in heads {
            let foot = "所有心情：\n1,204\n88則留言\n讚\n留言\n分享\n花一\n好彩有人發現\n3天 讚 回覆\n";
            let page = [
                "首頁\n柳城新聞\n12 萬人追蹤\n".to_owned(),
                head(7) + "花城停電三小時　電梯停了\n" + TEXT + "#花城 #停電\n" + foot,
                head(6) + TEXT + foot,
                head(5) + "柳城渡輪下月加價　街坊反對\n" + TEXT + foot,
            ];
            let draft = cut(&page.concat(), CutOptions::default());
            let told: Vec<_> = draft.stories.iter().map(|it| (it.paper.as_str(), it.date.as_str())).collect();
            let days = ["2024-03-07", "2024-03-06", "2024-03-05"];
            assert_eq!(told, days.map(|day| ("柳城新聞", day)));
            assert_eq!(
                of_kind(&draft, BlockKind::Headline),
                ["花城停電三小時　電梯停了", "柳城渡輪下月加價　街坊反對"]
            );
            assert_eq!(of_kind(&draft, BlockKind::Paragraph).len(), 6);
        }
    }

    #[test]
    fn readers_who_comment_often_are_not_the_account() {
        let comment = |said: &str| {
            format!(
                "一葉\n3天\n{said}我昨晚也在那裡，等了一個小時才有人來，後來自己走路回家，走了很久。\n讚\n回覆\n"
            )
        };
        let foot = |said: &str| format!("所有心情：\n320\n讚\n留言\n{}", comment(said));
        let head = |day: u32| format!("香港柳城新聞\n2024年3月{day}日 · \n");
        let page: String =
            (5..8).map(|day| head(day) + "花城停電三小時　電梯停了\n" + TEXT + &foot("真的？")).collect();
        let draft = cut(&page, CutOptions::default());
        assert_eq!(draft.stories.len(), 3);
        assert_eq!(of_kind(&draft, BlockKind::Paragraph).len(), 6);
        assert!(draft.stories.iter().all(|story| story.paper == "香港柳城新聞"));
    }

    #[test]
    fn short_sentences_of_a_post_are_no_buttons() {
        let shorts = [
            "9人受輕傷，2人留醫。",
            "全部航班已恢復。",
            "心情仍然沉重",
            "喜欢夜跑的人受影响",
            "2人失蹤。",
            "展開搜救行動",
        ];
        let head = |day: u32| format!("柳城新聞\n2024年3月{day}日 · \n");
        let page: String = (1_u32..)
            .zip(shorts)
            .map(|(day, short)| {
                format!(
                    "{}{}\n{short}\n{TEXT}所有心情：\n1,204\n讚\n分享\n",
                    head(day),
                    "居民說，電梯停了，街燈也沒有亮，有人摸黑走了二十層。"
                )
            })
            .collect();
        let draft = cut(&page, CutOptions::default());
        let kept = of_kind(&draft, BlockKind::Furniture);
        assert_eq!(draft.stories.len(), shorts.len());
        assert!(shorts.iter().all(|short| !kept.contains(short)), "{kept:?}");
    }

    #[test]
    fn posts_that_end_in_an_address_are_stories() {
        let said = "松城圖書館通宵開放，館長說，頭一夜有一百人留到天亮，要加開一層。https://news.example/";
        let post = |day: u32| format!("柳城新聞\n@liucheng\n·\n2024年3月{day}日\n{said}{day}\n1,204\n讚\n");
        let page: String = (4..8).map(post).collect();
        let draft = cut(&page, CutOptions::default());
        assert_eq!(draft.stories.len(), 4);
        assert_eq!(of_kind(&draft, BlockKind::Paragraph).len(), 4);
    }
}
