//! Who wrote a line's text: bylines and signatures, by the press's own wording.

use super::line::Line;
use super::mark::Mark;
use super::press::{Press, Sense, Senses};
use crate::text::is_closing;

/// Marks the names on the line below one that only says what they did: 撰文： and, below it, 花一　花二.
pub(super) fn mark_names_below(lines: &mut [Line<'_>]) {
    for at in 1..lines.len() {
        let Some([label, names]) = lines.get_mut(at.saturating_sub(1)..=at) else { continue };
        let is_label = LABELS.contains(&label.text.trim_end_matches(['：', ':']).trim_end())
            && (label.text.ends_with(['：', ':']) || is_account_label(label.text));
        let are_names = names.gap == 0
            && names.mark == Mark::None
            && names.chars <= 20
            && !names.digits
            && names.commas == 0
            && !names.ended;
        if is_label && are_names {
            names.mark = Mark::Byline;
        }
    }
}

/// Returns true for what an account writes above the names of those who wrote a piece of its own.
fn is_account_label(text: &str) -> bool {
    matches!(text, "原创" | "原創")
}

/// What such lines say.
const LABELS: [&str; 16] = [
    "原创", "原創", "撰文", "文", "記者", "记者", "作者", "採訪", "采访", "攝影", "摄影", "攝", "編輯",
    "编辑", "撰稿", "報道",
];

impl Line<'_> {
    /// Returns true if the line names the writer and nothing more.
    pub(super) fn is_byline(&self, plain: &str, inside: Senses, press: &Press) -> bool {
        if plain.ends_with(['。', '，', '、', '？', '！', '?', '!', '…'])
            || self.commas > 1
            || speaks_of_reporters(plain)
        {
            return false;
        }
        // 社會中心／綜合報導
        let is_desk = self.chars <= 24
            && plain.contains(['／', '/'])
            && ["報導", "報道", "报道", "报导"].iter().any(|end| plain.ends_with(end));
        if is_desk || is_name_reporting(plain) || are_names_reporting(plain) || is_name_of_paper(plain) {
            return true;
        }
        // 原创 花一 花城编辑部, as accounts sign what they publish.
        let account = ["原创", "原創"].iter().find_map(|word| plain.strip_prefix(word));
        if self.chars <= 30 && account.is_some_and(|names| names.starts_with([' ', '\u{3000}', '：', ':'])) {
            return true;
        }
        if is_english_byline(plain) {
            return true;
        }
        let may = inside.has(Sense::Agency) || inside.has(Sense::Byline);
        if !may && !self.may_open_source(plain, press) {
            return false;
        }
        let inner =
            plain.trim_matches(|c| is_closing(c) || matches!(c, '（' | '(' | '【' | '〔' | '［' | '['));
        if press.is(inner, Sense::Agency) || press.starts(inner, Sense::Source).is_some() {
            return true;
        }
        if inner.chars().count() >= 4 && press.is(inner, Sense::Byline) {
            return true;
        }
        if self.chars > 40 || !inside.has(Sense::Byline) {
            return false;
        }
        let starts = press.starts(inner, Sense::Byline).is_some();
        let bracketed = inner.len() != plain.len();
        let bulleted = plain.len() != self.text.len();
        (starts && inner.chars().count() <= 24 && (self.parted || self.commas == 0) && names_someone(inner))
            || bracketed
            || bulleted
            || signs(inner)
    }

    /// Returns true if the line may begin with its source.
    fn may_open_source(&self, plain: &str, press: &Press) -> bool {
        let inner = plain.trim_start_matches(['（', '(', '【', '〔', '［', '[']);
        press.starts(inner, Sense::Source).is_some()
    }
}

/// Returns true if a text begins with a reporter who is no writer of it: one who asks in an interview, or to whom something
/// happens, or who is in another word.
fn speaks_of_reporters(text: &str) -> bool {
    let Some(rest) = ["記者", "记者", "特派員", "特派员", "編譯", "编译", "圖文", "图文", "通訊員", "通讯员"]
        .iter()
        .find_map(|office| text.strip_prefix(office))
    else {
        return false;
    };
    if let Some(said) = rest.strip_prefix(['：', ':']) {
        // 記者：某某 and 記者：某某、某某　某地報道 name people.
        let names = said.trim().split([' ', '\u{3000}', '、', '／', '/']).next().unwrap_or_default();
        return names.chars().count() > 8;
    }
    rest.starts_with(|c: char| BEHIND.contains(c))
}

/// What follows those who report where they are in another word, or where something happens to them.
const BEHIND: &str = "會会節节團团協协證证站席遭被採采追問问館馆並并";

/// Returns the signature of a paragraph, after its last sentence: a reporter, an agency, a source.
pub(super) fn signature(text: &str) -> Option<&str> {
    let tail = super::dateline::tail(text, 28);
    let (_, signed) = tail.rsplit_once(['。', '」', '！', '？', '”'])?;
    let signed = signed.trim();
    let press = Press::get();
    let inner = signed.trim_matches(['（', '）', '(', ')', '■', '●', '◆', '【', '】', ' ']);
    let signs = !inner.is_empty()
        && (inner == "完"
            || press.is(inner, Sense::Agency)
            || press.starts(inner, Sense::Source).is_some()
            || (press.holds(inner, Sense::Byline) && !inner.contains(['，', '：'])));
    signs.then_some(inner)
}

/// Returns true if a line is a name and that it reports: 陳春 报道.
fn is_name_reporting(text: &str) -> bool {
    let name = ["報導", "報道", "报道", "报导"].iter().find_map(|end| text.strip_suffix(end));
    name.map(str::trim_end).is_some_and(|name| {
        (2..=4).contains(&name.chars().count())
            && name.chars().all(crate::text::is_han)
            && Press::get().starts(name, Sense::Surname).is_some()
    })
}

/// Returns true if a line is a paper and a name: 某某時報 花春.
fn is_name_of_paper(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let (Some(paper), Some(name), None) = (words.next(), words.next(), words.next()) else { return false };
    let is_name = (2..=4).contains(&name.chars().count()) && name.chars().all(crate::text::is_han);
    is_name
        && (crate::ingest::outlet::is_known(paper) || crate::ingest::outlet::is_masthead(paper))
        && !Press::get().is(name, Sense::Section)
        && !Press::get().is(name, Sense::FurnitureLine)
}

/// Returns true if a line is several names, the last with its place, and that they report: 某台 花雨 鍾景 某地報導.
fn are_names_reporting(text: &str) -> bool {
    let Some(names) = ["報導", "報道", "报道", "报导"].iter().find_map(|end| text.strip_suffix(end))
    else {
        return false;
    };
    let names: Vec<&str> =
        names.split([' ', '\u{3000}', '／', '/', '、']).filter(|name| !name.is_empty()).collect();
    let is_name = |name: &&str| (2..=4).contains(&name.chars().count());
    (2..=6).contains(&names.len())
        && names.iter().all(|name| name.chars().count() <= 8 && name.chars().all(crate::text::is_han))
        && names.iter().any(|name| is_name(name) && Press::get().starts(name, Sense::Surname).is_some())
}

/// Returns the text behind a day and a time of day at the beginning of a line.
pub(super) fn behind_day(text: &str) -> &str {
    let Some(dated) = super::day::date_in(text).filter(|dated| dated.before.is_empty()) else { return "" };
    dated.behind.trim_start_matches(|c: char| c.is_ascii_digit() || c == ':' || c.is_whitespace())
}

/// Returns true if a line is a day behind a label for it, and who wrote the story: 發佈日期 2024 年 3 月 7 日 作者 花一.
pub(super) fn signs_labelled_day(text: &str) -> bool {
    let apart = |c: char| c.is_whitespace() || matches!(c, '：' | ':' | '|' | '｜' | '/' | '／');
    let Some(dated) = super::day::date_in(text) else { return false };
    let behind = dated.behind.trim_start_matches(|c: char| c.is_ascii_digit() || apart(c));
    let name = AUTHOR_LABELS.iter().find_map(|label| behind.strip_prefix(label)?.strip_prefix(apart));
    DAY_LABELS.contains(&dated.before.trim_matches(apart))
        && name.map(|name| name.trim_matches(apart)).is_some_and(|name| {
            (2..=4).contains(&name.chars().count()) && name.chars().all(crate::text::is_han)
        })
}

/// What programs that publish journals put before the day, and before the writer.
const DAY_LABELS: [&str; 14] = [
    "發佈日期",
    "發布日期",
    "发布日期",
    "發表日期",
    "发表日期",
    "發佈於",
    "發布於",
    "发布于",
    "發表於",
    "发表于",
    "張貼於",
    "張貼日期",
    "Posted on",
    "Published",
];
const AUTHOR_LABELS: [&str; 4] = ["作者", "撰文", "記者", "记者"];

/// Returns true if a reporter's office is at the end of a line with the name: 「某報記者某某 某地報道」.
pub(super) fn signs(text: &str) -> bool {
    let parts = text.split_once("記者").or_else(|| text.split_once("记者"));
    // 某某新聞客戶端 記者某某: the name of the program is no more than that of the paper.
    let length = |before: &str| {
        let paper = ["客戶端", "客户端"].iter().find_map(|end| before.trim().strip_suffix(end));
        paper.unwrap_or(before).chars().count()
    };
    let Some((before, after)) = parts.map(|(before, after)| (length(before), after.trim())) else {
        return false;
    };
    let ends = ["報道", "报道", "報導", "报导", "攝", "電", "电"].iter().any(|end| after.ends_with(end));
    let is_name = (2..=9).contains(&after.chars().filter(|c| !c.is_whitespace()).count());
    before <= 8
        && !after.is_empty()
        && !after.starts_with(|c: char| BEHIND.contains(c))
        && !after.contains(['，', '、', '：'])
        && (ends || (is_name && before <= 6 && before > 1))
}

/// Returns true if a line is a byline in English: By Flora Hua, By FLORA HUA and Tan Hua.
fn is_english_byline(text: &str) -> bool {
    let names = text.strip_prefix("By ").or_else(|| text.strip_prefix("BY "));
    names.is_some_and(|names| {
        let is_name =
            |word: &str| matches!(word, "and" | "&") || word.starts_with(|c: char| c.is_ascii_uppercase());
        names.is_ascii()
            && (1..=7).contains(&names.split_whitespace().count())
            && names.split_whitespace().all(is_name)
            && !names.contains([':', '?', '!'])
    })
}

/// Returns true if a text is the name of a person, by its length and a common family name.
pub(super) fn is_person(text: &str) -> bool {
    let press = Press::get();
    (2..=4).contains(&text.chars().count())
        && text.chars().all(crate::text::is_han)
        && press.starts(text, Sense::Surname).is_some()
        && ![Sense::Section, Sense::FurnitureLine, Sense::Label, Sense::Office]
            .iter()
            .any(|&sense| press.is(text, sense))
}

/// Returns true if a line is names of people and nothing more, with spaces or the like between them.
pub(super) fn are_people(text: &str) -> bool {
    let names: Vec<&str> =
        text.split([' ', '\u{3000}', '、', '／', '/']).filter(|name| !name.is_empty()).collect();
    (1..=5).contains(&names.len()) && names.iter().all(|name| is_person(name))
}

/// Returns true if a short line says who the author of the piece above is: 作者為城市規劃師.
pub(super) fn presents_author(text: &str) -> bool {
    let starts = ["作者為", "作者为", "作者是", "作者係", "作者系", "筆者為", "笔者为", "筆者是", "笔者是"];
    let rest = starts.iter().find_map(|start| text.strip_prefix(start));
    rest.is_some_and(|rest| {
        rest.chars().count() <= 30
            && !rest.starts_with('了')
            && !rest.trim_end_matches('。').contains(['。', '「'])
    })
}

/// Returns true if a name of two to four characters, or more with commas, follows the office.
fn names_someone(text: &str) -> bool {
    let rest = text.trim_start_matches(|c| {
        !matches!(c, '：' | ':' | '／' | '/' | '｜' | '|' | '丨' | ' ' | '\u{3000}') && !is_closing(c)
    });
    !rest.is_empty() || signs(text) || {
        let rest = text.replace("記者", "").replace("记者", "");
        text.len() != rest.len() && rest.chars().count() <= 4
    }
}

#[cfg(test)]
mod tests {
    use crate::ingest::BlockKind;
    use crate::ingest::cut::kind_by_wording;

    #[test]
    fn those_who_report_are_told_from_those_of_whom_it_is_reported() {
        for byline in [
            "記者 林花",
            "花城新闻客户端　记者 林花 编辑 黄叶",
            "记者：林花、黄叶",
            "記者：林花　攝影：黃葉",
            "特派員林花／柳城報導",
            "編譯：林花",
        ] {
            assert_eq!(kind_by_wording(byline), Some(BlockKind::Byline), "{byline}");
        }
        for other in [
            "記者會改期　發言人缺席",
            "停電記者會明早舉行",
            "记者节放假　两报停刊",
            "記者遭扣押　報社抗議",
            "圖文並茂　小學生辦報",
            "記者：您為甚麼把店搬到山上？",
            "记者：请说说您第一天上班的情形",
        ] {
            assert_ne!(kind_by_wording(other), Some(BlockKind::Byline), "{other}");
        }
    }
}
