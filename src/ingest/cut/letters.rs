//! Letters to the editor: whom they greet, and how they close.

use std::ops::Range;

use super::frame::is_running;
use super::line::Line;
use super::mark::Mark;
use super::signing::{are_people, is_person};

/// The longest greeting in characters, and the longest line of a closing.
const GREETING: u32 = 32;
const CLOSING: u32 = 24;

/// How far above its greeting the headline of a letter is, and how far below its text begins, in lines.
const ABOVE: usize = 3;
const BELOW: usize = 3;

/// Characters of a headline of a letter.
const HEADLINE: std::ops::RangeInclusive<u32> = 3..=48;

/// Whom a letter greets.
const EDITORS: [&str; 8] = ["編輯", "编辑", "編者", "编者", "主編", "主编", "總編", "总编"];

/// What stands behind them or around them.
const CALLED: [&str; 22] = [
    "先生", "女士", "小姐", "部", "台鑒", "台鉴", "大鑒", "大鉴", "鈞鑒", "各位", "你好", "您好", "同仁",
    "同志", "老師", "老师", "組", "组", "們", "们", "致", "敬",
];

/// Greetings in words of their own.
const GREETINGS: [&str; 14] = [
    "敬啟者",
    "敬启者",
    "逕啟者",
    "迳启者",
    "啟者",
    "启者",
    "dear editor",
    "dear editors",
    "dear sir",
    "dear sirs",
    "dear sir or madam",
    "dear madam",
    "to the editor",
    "sir",
];

/// How a wish begins with which a letter closes, and how it ends.
const WISHES: [&str; 22] = [
    "祝",
    "敬祝",
    "順祝",
    "顺祝",
    "即祝",
    "此致",
    "順頌",
    "顺颂",
    "即頌",
    "敬頌",
    "並頌",
    "并颂",
    "專此",
    "专此",
    "耑此",
    "敬禮",
    "敬礼",
    "謹致",
    "yours",
    "sincerely",
    "regards",
    "respectfully",
];
const WISHED: [&str; 14] = [
    "編安", "编安", "編祺", "编祺", "撰安", "台安", "大安", "文安", "時祺", "时祺", "近安", "金安", "春祺",
    "秋祺",
];

/// How a writer signs.
const SIGNED: [&str; 14] = [
    "敬啟",
    "敬启",
    "謹啟",
    "谨启",
    "敬上",
    "謹上",
    "谨上",
    "拜上",
    "拜啟",
    "謹識",
    "谨识",
    "敬筆",
    " 上",
    "\u{3000}上",
];

/// Marks the greetings and closings of letters as their text, and who signed them.
pub(super) fn mark_letters(lines: &mut [Line<'_>]) {
    if lines.iter().any(|line| line.known.is_some()) {
        return;
    }
    let greetings = greetings(lines);
    let ends = greetings.iter().skip(1).map(|&next| title_above(lines, next).unwrap_or(next));
    let ends: Vec<usize> = ends.chain([lines.len()]).collect();
    for (greeting, end) in greetings.into_iter().zip(ends) {
        if let Some(line) = lines.get_mut(greeting) {
            line.mark = Mark::Running;
        }
        mark_closing(lines, greeting.saturating_add(1)..end);
    }
}

/// Returns the headlines of the letters on a page that has several.
pub(super) fn letter_heads(lines: &[Line<'_>]) -> Vec<usize> {
    let heads: Vec<usize> =
        greetings(lines).into_iter().filter_map(|greeting| title_above(lines, greeting)).collect();
    if heads.len() >= 2 { heads } else { Vec::new() }
}

/// Returns true if a text greets the editors of a paper and says nothing more: 編輯先生：, Dear Editor,
pub(super) fn greets(text: &str) -> bool {
    if text.chars().nth(GREETING as usize).is_some() {
        return false;
    }
    let named = text.trim_end_matches(|c: char| !c.is_alphanumeric());
    if GREETINGS.contains(&named.to_ascii_lowercase().as_str()) {
        // Sir alone is a word of many sentences.
        return named.len() < text.len() || !named.is_ascii();
    }
    let Some(editors) = EDITORS.iter().find(|editors| named.contains(**editors)) else { return false };
    let ends = text.ends_with(['：', ':', '，', ',', '！']);
    let is_called = |rest: &str| CALLED.iter().any(|called| rest.contains(called));
    let (before, behind) = named.split_once(editors).unwrap_or_default();
    // 責任編輯： stands above a name.
    let is_role = ["責任", "责任", "本期", "執行", "执行"].iter().any(|role| before.ends_with(role));
    ends && !is_role && (is_called(before) || is_called(behind)) && !named.contains(['：', ':', '。', '」'])
}

/// Returns the greetings that have text below.
fn greetings(lines: &[Line<'_>]) -> Vec<usize> {
    let has_text = |at: usize| {
        let below = at.saturating_add(1)..at.saturating_add(BELOW).saturating_add(1);
        below.into_iter().any(|at| is_running(Line::at(lines, at)))
    };
    let is_greeting = |&at: &usize| {
        let line = Line::at(lines, at);
        line.chars <= GREETING && greets(line.text) && has_text(at)
    };
    (0..lines.len()).filter(is_greeting).collect()
}

/// Returns the headline above a greeting: between them there may be the day or the writer.
fn title_above(lines: &[Line<'_>], greeting: usize) -> Option<usize> {
    let is_title = |line: &Line<'_>| {
        matches!(line.mark, Mark::None | Mark::Heading(_) | Mark::Label)
            && HEADLINE.contains(&line.chars)
            && !line.text.ends_with(['。', '：', ':', '，'])
    };
    let near = (greeting.saturating_sub(ABOVE)..greeting).rev();
    let mut between = near.take_while(|&at| !is_running(Line::at(lines, at)));
    between.find(|&at| is_title(Line::at(lines, at)))
}

/// Marks the lines of the closing that a letter ends with: a wish or whom it is for, names, the day.
fn mark_closing(lines: &mut [Line<'_>], letter: Range<usize>) {
    let closes = |at: &usize| {
        let line = Line::at(lines, *at);
        line.chars <= CLOSING && !line.text.ends_with('。') && (wishes(line.text) || signs_letter(line.text))
    };
    let Some(first) = letter.clone().find(closes) else { return };
    // Below a wish there is whom the letter is for, and below that who wrote it.
    let (mut unexplained, mut signed) = (2_usize, false);
    for at in first..letter.end {
        let Some(line) = lines.get_mut(at).filter(|line| line.chars <= CLOSING && !line.text.ends_with('。'))
        else {
            return;
        };
        let is_signed = signs_letter(line.text) || are_people(line.text);
        if wishes(line.text) || is_addressee(line.text) && !signed {
            line.mark = Mark::Running;
        } else if is_signed || is_day(line.text) {
            (signed, line.mark) = (true, Mark::Byline);
        } else if unexplained > 0 && !signed && line.mark == Mark::None && line.gap <= 1 {
            unexplained = unexplained.saturating_sub(1);
            line.mark = Mark::Byline;
        } else {
            return;
        }
    }
}

/// Returns true if a line is a wish with which letters close: 祝, 編安, 此致, Yours faithfully,
fn wishes(text: &str) -> bool {
    let lower = text.trim_end_matches(|c: char| !c.is_alphanumeric()).to_ascii_lowercase();
    let short = lower.chars().count() <= if lower.is_ascii() { 20 } else { 10 };
    let starts = WISHES.iter().any(|wish| lower.starts_with(wish));
    let is_best = ["best regards", "kind regards"].contains(&lower.as_str());
    short && !text.contains(['，', '、']) && (starts || is_best) || WISHED.iter().any(|wish| lower == *wish)
}

/// Returns true if a line names whom a letter is for: 某報編輯部.
fn is_addressee(text: &str) -> bool {
    ["編輯部", "编辑部", "編輯", "编辑", "先生", "台照", "收"].iter().any(|end| text.ends_with(end))
}

/// Returns true if a line is signed as letters are: 一名乘客 敬啟, 讀者　林花.
fn signs_letter(text: &str) -> bool {
    let reader = ["讀者", "读者", "市民"].iter().find_map(|reader| text.strip_prefix(reader));
    let is_reader = reader.is_some_and(|name| is_person(name.trim()));
    SIGNED.iter().any(|end| text.ends_with(end)) || is_reader
}

/// Returns true if a line is a day with or without its year, and nothing more: 四月十日, 4月10日.
fn is_day(text: &str) -> bool {
    let is_part = |c: char| c.is_ascii_digit() || "〇零一二三四五六七八九十廿卅年月 ".contains(c);
    text.contains('月') && text.strip_suffix('日').is_some_and(|day| day.chars().all(is_part))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::{BlockKind, CutOptions, Draft, cut};

    fn of_kind(draft: &Draft, kind: BlockKind) -> Vec<&str> {
        let blocks = draft.stories.iter().flat_map(|story| &story.blocks);
        blocks.filter(|block| block.kind == kind).map(|block| block.text.as_str()).collect()
    }

    const HEADS: [&str; 3] = ["巴士站為何沒有上蓋", "圖書館請把燈開亮一點", "多謝拾獲錢包的小學生"];

    /// A page of three letters, the first of which closes as given.
    fn letters(greeting: &str, closing: &str) -> String {
        let letter = |at: usize, closing: &str| {
            format!(
                "{}\n\n{greeting}\n\n我每天七時在花城站等車，雨天衣服全濕，等了五年，沒有人來量過地方。\n\n只要加一塊鐵皮，老人家就不用撐傘排隊，費用也不多。\n\n{closing}\n\n",
                HEADS[at]
            )
        };
        [letter(0, closing), letter(1, "林花　謹上"), letter(2, "一名乘客 敬啟")].concat()
    }

    #[test]
    fn greetings_of_editors_are_told_from_roles_and_headlines() {
        for greeting in [
            "編輯先生：",
            "编辑部各位：",
            "致總編輯：",
            "敬啟者：",
            "敬启者",
            "編輯女士台鑒：",
            "Dear Editor,",
            "To the Editor:",
            "Sir,",
        ] {
            assert!(greets(greeting), "{greeting}");
        }
        for other in [
            "責任編輯：",
            "編輯：林花",
            "致編輯：路牌的字",
            "編輯部遷址",
            "總編輯先生說，報紙還會印。",
            "Sir",
        ] {
            assert!(!greets(other), "{other}");
        }
    }

    #[test]
    fn each_letter_on_a_page_is_a_story_with_its_greeting_and_its_closing() {
        let menu = "跳至內容\n登入\n搜尋\n即時\n要聞\n港聞\n國際\n財經\n體育\n副刊\n電子報\n廣告\n首頁 / 讀者來信\n2024年3月7日\n分享\n列印\n";
        let closing = "祝\n編安\n\n讀者　陳大文\n三月五日";
        for greeting in ["編輯先生：", "编辑部各位：", "Dear Editor,", "敬啟者："] {
            for menu in [menu, ""] {
                let draft = cut(&format!("{menu}{}", letters(greeting, closing)), CutOptions::default());
                assert_eq!(of_kind(&draft, BlockKind::Headline), HEADS, "{greeting} {menu} {draft:?}");
                let texts = of_kind(&draft, BlockKind::Paragraph);
                assert_eq!(texts.iter().filter(|text| **text == greeting).count(), 3, "{texts:?}");
                assert!(texts.contains(&"編安") && texts.contains(&"祝"), "{texts:?}");
                let signed = of_kind(&draft, BlockKind::Byline);
                let wanted = ["讀者　陳大文", "三月五日", "林花　謹上", "一名乘客 敬啟"];
                assert_eq!(signed, wanted, "{greeting} {menu}");
            }
        }
    }

    #[test]
    fn a_closing_may_name_whom_the_letter_is_for() {
        let page = letters("敬啟者：", "此致\n花城日報編輯部\n\n白雲深\n三月五日");
        let draft = cut(&page, CutOptions::default());
        assert_eq!(of_kind(&draft, BlockKind::Byline)[..2], ["白雲深", "三月五日"]);
        assert!(of_kind(&draft, BlockKind::Paragraph).contains(&"花城日報編輯部"));
    }
}
