//! Stories passed on in a chat, as its messages are exported or copied: each has a stamp with its time and its sender.

use std::ops::Range;

use super::day::date_in;
use super::line::Line;
use super::mark::Mark;
use crate::ingest::BlockKind;

/// The least messages of a chat.
const LEAST: usize = 3;

/// The longest stamp without its sender, and the longest name of a sender.
const STAMP: usize = 44;
const SENDER: usize = 30;

/// The longest stamp that is a name and a time and nothing more, in bytes.
const LONGEST: usize = 160;

/// Characters from which on a line that ends a sentence is a text; in Latin letters so many more.
const TEXT: u32 = 30;
const LATIN_TEXT: u32 = 80;

/// Characters of a sentence at least, and of all sentences of a short story below its headline.
const SENTENCE: u32 = 12;
const SHORT_STORY: u32 = 28;

/// Characters of a text that is a story without a headline.
const STORY: u32 = 120;

/// The longest headline, and the longest in Latin letters.
const TITLE: u32 = 48;
const LATIN_TITLE: u32 = 110;

/// The form of the stamps of a chat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum StampForm {
    /// [8:05 am, 24/03/2027] 花一: …
    Bracketed,
    /// 24/03/2027, 8:05 am - 花一: …
    Dashed,
    /// 花一, [24.03.2027 8:05]
    Behind,
    /// 花一 2027-03-24 8:05:10
    Bare,
    /// 上午08:05, a tab, 花一, a tab, …
    Tabbed,
}

/// A message: the line of its stamp, the end of the stamp in that line, and the lines below it.
#[derive(Debug)]
struct ChatMessage {
    head: usize,
    stamp: usize,
    body: Range<usize>,
}

/// Marks the messages that are stories, and all else as no part of any.
pub(super) fn mark_chat(lines: &mut Vec<Line<'_>>) {
    if lines.iter().any(|line| line.known.is_some()) {
        return;
    }
    let messages = messages(lines);
    let Some(first) = messages.first().filter(|_| messages.len() >= LEAST) else { return };
    let mut chat: Vec<Line<'_>> =
        lines.iter().take(first.head).map(|line| line.known_as(BlockKind::Furniture)).collect();
    // Readers' comments below a story have such stamps, too.
    if lines.iter().take(first.head).any(is_text) {
        return;
    }
    let is_any = messages.iter().any(|message| headline(lines, message).is_some());
    if !is_any {
        return;
    }
    for message in &messages {
        push_message(lines, message, &mut chat);
    }
    *lines = chat;
}

/// Writes the lines of a message with what they are.
fn push_message<'t>(lines: &[Line<'t>], message: &ChatMessage, chat: &mut Vec<Line<'t>>) {
    let body = lines.get(message.body.clone()).unwrap_or_default();
    let Some(&head) = lines.get(message.head) else { return };
    let Some(headline) = headline(lines, message) else {
        chat.extend(std::iter::once(&head).chain(body).map(|line| line.known_as(BlockKind::Furniture)));
        return;
    };
    let (stamp, rest) = head.text.split_at_checked(message.stamp).unwrap_or((head.text, ""));
    let opening = match headline {
        Headline::InStamp => {
            Some(Line { gap: 0, ..head.with_text(rest.trim()) }.known_as(BlockKind::Headline))
        }
        Headline::NoneButRest => Some(Line { gap: 0, opens: true, ..head.with_text(rest.trim()) }),
        Headline::Below | Headline::None => None,
    };
    let stamped = if opening.is_some() { head.with_text(stamp.trim()) } else { head };
    chat.push(stamped.known_as(BlockKind::Furniture));
    chat.extend(opening);
    let is_quoted = stamp.ends_with('"');
    for (at, line) in body.iter().enumerate() {
        let whole = line.text.strip_suffix('"').filter(|_| is_quoted && at.saturating_add(1) == body.len());
        let line = &whole.map_or(*line, |text| line.with_text(text));
        chat.push(match headline {
            Headline::Below if at == 0 => line.known_as(BlockKind::Headline),
            Headline::None if at == 0 => Line { opens: true, ..*line },
            _ => *line,
        });
    }
}

/// The place of the headline of a message that is a story.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Headline {
    /// On the line of the stamp.
    InStamp,
    /// On the line below it.
    Below,
    /// Nowhere; the text begins on the line of the stamp.
    NoneButRest,
    /// Nowhere; the text begins below.
    None,
}

/// Returns where the headline of a message is, if the message is a story.
fn headline(lines: &[Line<'_>], message: &ChatMessage) -> Option<Headline> {
    let head = Line::at(lines, message.head);
    let rest = head.with_text(head.text.get(message.stamp..).unwrap_or_default().trim());
    let body = lines.get(message.body.clone()).unwrap_or_default();
    let texts = || body.iter().filter(|line| is_text(line));
    let length = texts().map(|line| line.chars).fold(0, u32::saturating_add);
    let opens = |line: &Line<'_>| line.mark == Mark::Dateline || length.saturating_add(line.chars) >= STORY;
    let Some(first) = body.first() else {
        return (is_text(&rest) && opens(&rest)).then_some(Headline::NoneButRest);
    };
    if is_text(&rest) {
        return opens(&rest).then_some(Headline::NoneButRest);
    }
    // A short story is a few short sentences below its headline.
    let sentences = |lines: &[Line<'_>]| {
        let ended: Vec<u32> =
            lines.iter().filter(|line| line.ended && line.chars >= SENTENCE).map(|line| line.chars).collect();
        ended.len() >= 2 && ended.into_iter().fold(0, u32::saturating_add) >= SHORT_STORY
    };
    // Above a headline of its own, what the sender says is no part of the story.
    if is_title(first) && (texts().next().is_some() || sentences(body)) {
        return Some(Headline::Below);
    }
    let is_first_text = is_text(first) || body.iter().take(3).any(is_text) && first.mark != Mark::None;
    let is_short_story = is_title(&rest) && sentences(body);
    if !is_first_text && !is_short_story {
        return None;
    }
    if is_title(&rest) {
        return Some(Headline::InStamp);
    }
    opens(first).then_some(Headline::None)
}

fn is_text(line: &Line<'_>) -> bool {
    let least = if line.is_latin() { LATIN_TEXT } else { TEXT };
    line.ended && line.chars >= least || line.mark == Mark::Dateline
}

fn is_title(line: &Line<'_>) -> bool {
    let longest = if line.is_latin() { LATIN_TITLE } else { TITLE };
    let least = if line.is_latin() { 16 } else { 6 };
    matches!(line.mark, Mark::None | Mark::Heading(_) | Mark::Label)
        && (least..=longest).contains(&line.chars)
        && !line.text.ends_with(['。', '：', ':', '.'])
}

/// Returns the messages, all with stamps of one form: that of the first three that have the same.
fn messages(lines: &[Line<'_>]) -> Vec<ChatMessage> {
    let stamps: Vec<(usize, StampForm, usize)> = (0..lines.len())
        .filter(|&at| Line::at(lines, at).digits)
        .filter_map(|at| stamp(Line::at(lines, at).text).map(|(form, end)| (at, form, end)))
        .collect();
    let count = |form: StampForm| stamps.iter().filter(|(_, own, _)| *own == form).count();
    let Some(form) = stamps.iter().map(|(_, form, _)| *form).find(|&form| count(form) >= LEAST) else {
        return Vec::new();
    };
    let of_form: Vec<(usize, usize)> =
        stamps.iter().filter(|(_, own, _)| *own == form).map(|&(at, _, end)| (at, end)).collect();
    let ends = of_form.iter().skip(1).map(|&(at, _)| at).chain([lines.len()]);
    of_form
        .iter()
        .zip(ends)
        .map(|(&(head, stamp), end)| ChatMessage { head, stamp, body: head.saturating_add(1)..end })
        .collect()
}

/// Returns the form of the stamp that a line begins with, and its end.
fn stamp(text: &str) -> Option<(StampForm, usize)> {
    let behind_sender = |rest: &str| {
        let window = super::dateline::window(rest, SENDER);
        let end = window.find([':', '：'])?;
        let colon = window.get(end..)?.chars().next()?;
        let rest = rest.get(end.checked_add(colon.len_utf8())?..)?;
        text.len().checked_sub(rest.len())
    };
    if let Some((time, rest)) = text.strip_prefix('[').and_then(|text| text.split_once(']')) {
        // A message of the service itself has no sender.
        return names_time(time).then(|| (StampForm::Bracketed, behind_sender(rest).unwrap_or(text.len())));
    }
    if let Some((time, rest)) = text.split_once(" - ").filter(|(time, _)| names_time(time)) {
        let is_first = time.starts_with(|c: char| c.is_ascii_digit());
        return is_first.then(|| (StampForm::Dashed, behind_sender(rest).unwrap_or(text.len())));
    }
    if let Some((_, rest)) = text.split_once('\t').filter(|(time, _)| is_clock(time)) {
        let (_, said) = rest.split_once('\t')?;
        // Of several lines the export makes a quotation.
        let said = said.strip_prefix('"').unwrap_or(said);
        return Some((StampForm::Tabbed, text.len().checked_sub(said.len())?));
    }
    let is_sender =
        |name: &str| (1..=SENDER).contains(&name.chars().count()) && !name.contains(['。', '，', '：']);
    if let Some((name, time)) =
        text.trim_end_matches(':').strip_suffix(']').and_then(|text| text.split_once('['))
    {
        let name = name.strip_suffix(' ')?.strip_suffix(',')?;
        return (is_sender(name) && names_time(time)).then_some((StampForm::Behind, text.len()));
    }
    if text.len() > LONGEST {
        return None;
    }
    let dated = date_in(text)?;
    let name = dated.before.strip_suffix([' ', '\u{3000}', '\t'])?.trim();
    let is_named =
        is_sender(name) && !crate::ingest::outlet::is_masthead(name) && !name.contains(['|', '｜', '.']);
    (is_named && is_clock(dated.behind.trim())).then_some((StampForm::Bare, text.len()))
}

/// Returns true if a text is a day and a time of day.
fn names_time(text: &str) -> bool {
    let plain = text.replace(['.', '-'], "/");
    let has_clock = text.split([' ', ',', '，', '\u{202f}']).any(|word| {
        let word = word.trim_start_matches(|c: char| "上下午早晚凌晨中".contains(c));
        word.contains(':') && is_clock(word)
    });
    text.chars().count() <= STAMP && has_clock && (date_in(&plain).is_some() || has_short_day(&plain))
}

/// Returns true if a day is written with two digits of its year: 24/3/27.
fn has_short_day(text: &str) -> bool {
    text.split([' ', ',']).any(|word| {
        let parts: Vec<&str> = word.split('/').collect();
        parts.len() == 3 && parts.iter().all(|part| matches!(part.parse::<u32>(), Ok(0..=99)))
    })
}

/// Returns true if a text is a time of day: 8:05, 上午08:05, 8:05:12 pm.
fn is_clock(text: &str) -> bool {
    let is_part = |c: char| c.is_ascii_digit() || ":：上下午早晚凌晨中 apmAPM.\u{202f}".contains(c);
    text.contains([':', '：'])
        && text.bytes().filter(u8::is_ascii_digit).count() >= 3
        && text.chars().all(is_part)
}

#[cfg(test)]
mod tests {
    use crate::ingest::{BlockKind, CutOptions, Draft, cut};

    const TEXT: &str = "花城今早停電三小時，居民說，電梯停了，街燈也沒有亮，有人摸黑走了二十層。\n電力公司說，一條電纜受潮，正在搶修，中午可以恢復，受影響的住戶可以申請賠償。\n";

    fn of_kind(draft: &Draft, kind: BlockKind) -> Vec<&str> {
        let blocks = draft.stories.iter().flat_map(|story| &story.blocks);
        blocks.filter(|block| block.kind == kind).map(|block| block.text.as_str()).collect()
    }

    #[test]
    fn stories_in_a_chat_are_told_from_what_is_said_of_them() {
        let stamps: [fn(u32, &str, &str) -> String; 5] = [
            |at, who, said| format!("[8:0{at} am, 07/03/2024] {who}: {said}\n"),
            |at, who, said| format!("07/03/2024, 08:0{at} - {who}: {said}\n"),
            |at, who, said| format!("{who}, [7.3.2024 8:0{at}]\n{said}\n"),
            |at, who, said| format!("{who} 2024-03-07 08:0{at}:10\n{said}\n"),
            |at, who, said| format!("上午08:0{at}\t{who}\t{said}\n"),
        ];
        for (form, stamp) in stamps.iter().enumerate() {
            let page = [
                stamp(1, "花一", "早安"),
                stamp(2, "花二", "花城停電三小時　電梯停了"),
                TEXT.to_owned(),
                "來源：花城日報\n".to_owned(),
                stamp(3, "花三", "我家也停了"),
                stamp(4, "花一", "柳城渡輪下月加價　街坊反對"),
                TEXT.to_owned(),
                stamp(5, "花二", "謝謝"),
            ];
            let draft = cut(&page.concat(), CutOptions::default());
            let heads = ["花城停電三小時　電梯停了", "柳城渡輪下月加價　街坊反對"];
            assert_eq!(of_kind(&draft, BlockKind::Headline), heads, "{form}");
            assert_eq!(of_kind(&draft, BlockKind::Paragraph).len(), 4, "{form}");
            assert_eq!(draft.stories[0].paper, "花城日報", "{form}");
            let said = of_kind(&draft, BlockKind::Furniture).concat();
            assert!(said.contains("我家也停了") && said.contains("花三") && said.contains("花一"), "{form}");
            assert!(form == 4 || draft.stories.iter().all(|story| story.date == "2024-03-07"), "{form}");
        }
    }

    #[test]
    fn what_the_sender_says_above_a_headline_is_no_part_of_the_story() {
        let stamp = |at: u32, said: &str| format!("[8:0{at} am, 07/03/2024] 花一: {said}\n");
        let page = stamp(1, "早安")
            + &stamp(2, "轉：")
            + "花城停電三小時　電梯停了\n"
            + TEXT
            + &stamp(3, "好消息，周末去釣魚");
        let draft = cut(&page, CutOptions::default());
        assert_eq!(of_kind(&draft, BlockKind::Headline), ["花城停電三小時　電梯停了"]);
        assert_eq!(of_kind(&draft, BlockKind::Furniture).len(), 3);
    }

    #[test]
    fn a_short_story_below_its_headline_is_a_story() {
        let stamp = |at: u32, said: &str| format!("[8:0{at} am, 07/03/2024] 花一: {said}\n");
        let short = "柳城书店昨日搬进旧车站，多了两扇窗。\n店主说，新店比旧店大一倍，租金却没有涨。\n";
        let page = stamp(1, "柳城书店搬家　老顾客帮忙抬书")
            + short
            + &stamp(2, "好")
            + &stamp(3, "轉：")
            + "柳城渡輪下月加價　街坊反對\n"
            + TEXT
            + &stamp(4, "是嗎");
        let draft = cut(&page, CutOptions::default());
        let heads = ["柳城书店搬家　老顾客帮忙抬书", "柳城渡輪下月加價　街坊反對"];
        assert_eq!(of_kind(&draft, BlockKind::Headline), heads);
        assert_eq!(of_kind(&draft, BlockKind::Paragraph).len(), 4);
    }
}
