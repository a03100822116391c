//! Stories passed on by mail: the heads of the messages and what their senders wrote above the stories.

use super::line::Line;
use super::mark::Mark;

/// Fields of a message's head: whom it is from, what it is about, and others.
const SENDER: [&str; 11] =
    ["寄件者", "寄件人", "發件人", "发件人", "發信人", "发信人", "From", "from", "来自", "寄信人", "FROM"];
const SUBJECT: [&str; 6] = ["主旨", "主題", "主题", "Subject", "subject", "SUBJECT"];
const OTHERS: [&str; 31] = [
    "日期",
    "寄件日期",
    "傳送日期",
    "傳送時間",
    "發送時間",
    "发送时间",
    "發送日期",
    "发送日期",
    "時間",
    "时间",
    "收件者",
    "收件人",
    "副本",
    "密件副本",
    "抄送",
    "附件",
    "Date",
    "Sent",
    "To",
    "Cc",
    "CC",
    "Reply-To",
    "收信人",
    "日期時間",
    "日期时间",
    "Bcc",
    "BCC",
    "回覆至",
    "回复至",
    "DATE",
    "TO",
];

/// What stands between rules above a message that is passed on.
const PASSED_ON: [&str; 15] = [
    "Forwarded message",
    "Begin forwarded message",
    "Original Message",
    "原始郵件",
    "原始邮件",
    "原郵件",
    "轉寄郵件",
    "轉寄的郵件",
    "转发的邮件",
    "转发邮件",
    "转发邮件信息",
    "轉寄信件",
    "轉發郵件",
    "原始信件",
    "Forwarded Message",
];

/// How a group or a list says below a message why it was sent.
const FOOT: [&str; 17] = [
    "您收到這封郵件",
    "您收到此郵件",
    "您收到这封邮件",
    "您收到此邮件",
    "你收到這封",
    "你收到此郵件",
    "若要取消訂閱",
    "如要取消訂閱",
    "如需取消订阅",
    "如要退訂",
    "若要取消订阅",
    "如要取消订阅",
    "如要退订",
    "你收到这封",
    "你收到此邮件",
    "You received this message because",
    "You are receiving this email because",
];

/// The least fields of a head.
const LEAST: usize = 3;

/// Characters of what a sender writes at most above the stories; more is a text of its own.
const LETTER: u32 = 240;

/// Characters from which on a line that ends a sentence is text.
const SENTENCE: u32 = 24;

/// Marks the heads of messages, and what was written between them.
pub(super) fn mark_mail(lines: &mut [Line<'_>]) {
    let heads = heads(lines);
    let Some(first) = heads.first() else { return };
    let last = heads.iter().map(|head| head.end).max().unwrap_or(first.end);
    let mut furniture: Vec<usize> = heads.iter().cloned().flatten().collect();
    furniture.extend((0..lines.len()).filter(|&at| is_passed_on(Line::at(lines, at).text)));
    let is_foot = |at: &usize| FOOT.iter().any(|start| Line::at(lines, *at).text.starts_with(start));
    furniture.extend((last..lines.len()).filter(is_foot));
    furniture.sort_unstable();
    // Between two heads there is what the sender says of what follows.
    let ends = furniture.iter().rev().find(|&&at| at < last).copied().unwrap_or_default();
    let mut begin = first.start;
    while begin < ends {
        let end = (begin..ends).find(|at| furniture.binary_search(at).is_ok() && *at > begin).unwrap_or(ends);
        let between = begin.saturating_add(1)..end;
        let length: u32 = between.clone().map(|at| Line::at(lines, at).chars).sum();
        if length <= LETTER && !holds_story(lines, between.clone()) {
            between.for_each(|at| mark(lines, at));
        }
        begin = end;
    }
    furniture.into_iter().for_each(|at| mark(lines, at));
}

/// Returns true if lines hold a story of its own, however short, and not what the sender says of one: it has its day or its
/// writer, or is several sentences that speak to nobody.
fn holds_story(lines: &[Line<'_>], mut range: std::ops::Range<usize>) -> bool {
    let is_of_head = |line: &Line<'_>| {
        matches!(line.mark, Mark::Byline | Mark::Dateline)
            || line.chars <= 40 && !line.ended && super::date_in(line.text).is_some()
    };
    let is_text = |line: &&Line<'_>| {
        let opening = super::dateline::window(line.text, 12);
        line.ended && line.chars >= SENTENCE && !opening.contains(['你', '您', '我'])
    };
    let held = lines.get(range.clone()).unwrap_or_default();
    let texts = held.iter().filter(is_text).count();
    texts >= 2 || texts == 1 && range.any(|at| is_of_head(Line::at(lines, at)))
}

fn mark(lines: &mut [Line<'_>], at: usize) {
    if let Some(line) = lines.get_mut(at).filter(|line| line.known.is_none()) {
        line.mark = Mark::Furniture;
    }
}

/// Returns the heads: fields right below each other, a sender and a subject among them.
fn heads(lines: &[Line<'_>]) -> Vec<std::ops::Range<usize>> {
    let mut heads = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let end = (at..lines.len()).find(|&at| !is_field(Line::at(lines, at))).unwrap_or(lines.len());
        let names: Vec<&str> = (at..end).filter_map(|at| field(Line::at(lines, at).text)).collect();
        let has = |known: &[&str]| names.iter().any(|name| known.contains(name));
        if names.len() >= LEAST && has(&SENDER) && has(&SUBJECT) {
            heads.push(at..end);
        }
        at = end.saturating_add(1);
    }
    heads
}

fn is_field(line: &Line<'_>) -> bool {
    line.mixed && field(line.text).is_some()
}

/// Returns the name of the field that a line is.
fn field(text: &str) -> Option<&str> {
    let (name, _) = text.split_once(['：', ':'])?;
    let name = name.trim_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '>'));
    [&SENDER[..], &SUBJECT[..], &OTHERS[..]].iter().any(|names| names.contains(&name)).then_some(name)
}

/// Returns true if a line says what a message is about.
pub(super) fn is_subject(text: &str) -> bool {
    field(text).is_some_and(|name| SUBJECT.contains(&name))
}

/// Returns true if a line says that a message follows: ---------- Forwarded message ---------.
fn is_passed_on(text: &str) -> bool {
    let inner = text.trim_matches(|c: char| c.is_whitespace() || "-－—─=_*：:>".contains(c));
    PASSED_ON.contains(&inner)
}

#[cfg(test)]
mod tests {
    use crate::ingest::{BlockKind, CutOptions, cut};

    const STORY: &str = "花城停電三小時　電梯停了\n記者花一\n2024-03-07\n\n花城今早停電三小時，居民說，電梯停了，街燈也沒有亮。\n\n電力公司說，一條電纜受潮，正在搶修，中午可以恢復。\n";

    #[test]
    fn heads_of_messages_and_what_the_sender_says_are_no_story() {
        let heads = [
            "寄件者： 花二 <hua@mail.example>\n日期： 2024年3月8日 週五\n主旨： Fwd: 一篇\n收件者： 花三\n\n轉一篇看看，下次聚會改期。\n花二\n\n\
             ---------- Forwarded message ---------\nFrom: 花二 <hua@mail.example>\nDate: Thu, Mar 7, 2024\nSubject: 一篇\nTo: 花四\n\n",
            "发件人: 花二\n发送时间: 2024年3月8日\n收件人: 花三\n主题: 转发: 一篇\n\n",
        ];
        for head in heads {
            let draft = cut(&format!("{head}{STORY}"), CutOptions::default());
            let headlines: Vec<_> = draft
                .stories
                .iter()
                .flat_map(|story| &story.blocks)
                .filter(|block| block.kind == BlockKind::Headline)
                .map(|block| block.text.as_str())
                .collect();
            assert_eq!(headlines, ["花城停電三小時　電梯停了"], "{head}");
            assert_eq!(draft.stories.len(), 1, "{head}");
            let kept = draft.stories[0].blocks.iter().filter(|block| block.kind != BlockKind::Furniture);
            assert!(kept.clone().all(|block| !block.text.contains("花三")), "{head}");
            assert_eq!(draft.stories[0].date, "2024-03-07", "{head}");
        }
    }

    #[test]
    fn a_short_story_between_two_messages_is_a_story() {
        let head = |day: u32| {
            format!("发件人: 花二\n发送时间: 2024年3月{day}日\n收件人: 花三\n主题: 转发: 一篇\n\n")
        };
        let first = "柳城书店搬家\n本报记者 叶黄\n\n柳城书店昨日搬进旧车站，店主说，新店比旧店大一倍，还多了两扇窗。\n\n";
        let page = format!("{}{first}{}{STORY}", head(8), head(9));
        let draft = cut(&page, CutOptions::default());
        let headlines: Vec<_> = draft.stories.iter().map(|story| story.blocks[0].text.as_str()).collect();
        assert_eq!(headlines, ["柳城书店搬家", "花城停電三小時　電梯停了"]);
    }

    #[test]
    fn a_story_that_names_a_sender_is_no_message() {
        let page = format!("{STORY}\n日期：三月七日\n地點：花城公園\n主題：電力\n");
        let draft = cut(&page, CutOptions::default());
        assert!(
            draft.stories[0]
                .blocks
                .iter()
                .any(|block| block.text.contains("花城公園") && block.kind != BlockKind::Furniture)
        );
    }
}
