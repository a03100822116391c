//! Roles of lines as shown by their marks and by the press's words.

use super::line::Line;
use super::press::{Press, Sense, Senses};
use super::signing::{behind_day, signs};
use crate::text::{is_closing, is_sentence_end};

/// The role that a line shows by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// Nothing.
    None,
    /// A heading of Markdown, or of what was made from HTML, by its level.
    Heading(u8),
    /// An item of a list.
    Item,
    /// A bullet, which may be a caption's, a byline's or an item's.
    Bullet,
    /// The beginning of a picture's caption.
    Caption,
    /// The end of a picture's caption: its photographer.
    Credit,
    /// The opening of a report: its paper, reporter or agency, and place.
    Dateline,
    /// The writer's name.
    Byline,
    /// The name of a kind of piece.
    Label,
    /// A note by the editors.
    Note,
    /// Not part of any story.
    Furniture,
    /// Running text, as is known from the file.
    Running,
}

impl Line<'_> {
    /// Returns the role that the line shows by itself.
    pub(super) fn own_mark(&self, press: &Press) -> Mark {
        let text = self.text;
        if let Some(level) = heading_level(text) {
            return Mark::Heading(level);
        }
        let Some(first) = text.chars().next() else { return Mark::None };
        if matches!(first, '▲' | '▼' | '◀' | '▶' | '►' | '◄' | '△' | '▽' | '↑' | '↓' | '←' | '→' | '◥' | '◤')
        {
            return Mark::Caption;
        }
        if let Some(dateline) = super::dateline::dateline(text) {
            return if dateline.len() == text.len() { Mark::Byline } else { Mark::Dateline };
        }
        let plain = if is_bullet(first) { text.trim_start_matches(is_bullet).trim_start() } else { text };
        let (starts, is) = press.head(plain);
        let short = self.chars <= 48;
        if short && self.digits && first.is_ascii_digit() && signs(behind_day(text)) {
            return Mark::Byline;
        }
        let inside = if short { press.inside(plain) } else { Senses::default() };
        let asks = self.chars <= 120 && !text.ends_with('。') && text.contains("://");
        let disclaims = self.chars <= 240 && DISCLAIMERS.iter().any(|start| text.starts_with(start));
        let is_menu = self.chars <= 240 && self.stops == 0 && is_row_of_sections(text);
        if asks || disclaims || is_menu || short && self.is_furniture(starts, is, inside) {
            return Mark::Furniture;
        }
        if is.has(Sense::Label) || (self.chars <= 10 && self.is_label(plain, press)) {
            return Mark::Label;
        }
        if is_bracketed(text)
            && text.trim_end_matches(['）', ')']).ends_with(['攝', '摄'])
            && self.chars <= 30
        {
            return Mark::Credit;
        }
        if short && self.stops == 0 && self.is_byline(plain, inside, press) {
            return Mark::Byline;
        }
        if starts.has(Sense::Note) || is_bracketed(text) {
            return Mark::Note;
        }
        if self.chars <= 160 {
            if starts.has(Sense::CaptionStart)
                || self.ended && self.stops == 0 && names_place_in_picture(text)
            {
                return Mark::Caption;
            }
            if self.ends_with_credit(press) {
                return if is_bullet(first) { Mark::Caption } else { Mark::Credit };
            }
        }
        if is_bullet(first) {
            return Mark::Bullet;
        }
        if is_item(text) { Mark::Item } else { Mark::None }
    }

    fn is_furniture(&self, starts: Senses, is: Senses, inside: Senses) -> bool {
        let text = self.text;
        let open = !text.ends_with('。');
        is.has(Sense::FurnitureLine)
            || (open && starts.has(Sense::FurnitureStart))
            || (open && self.commas <= 2 && inside.has(Sense::Furniture))
            || (self.arrows && is_path(text))
            || is_record(text)
            || is_jump(text)
            || is_sum_of_stories(text)
            || self.digits && is_counter(text)
            || is_share_button(text)
            || open && is_classified(text)
            || self.chars <= 16 && crate::ingest::outlet::is_known(text)
            || open && is_advert_label(text)
            || (self.stops == 0 && self.commas == 0 && is_words_of_menu(text))
            || (self.stops == 0 && super::issue::is_page_head(text))
            || (self.chars <= 8 || !self.is_bare()) && is_ornament(text)
    }

    fn is_label(&self, plain: &str, press: &Press) -> bool {
        let inner = plain.trim_matches(|c| {
            matches!(
                c,
                '【' | '】'
                    | '［'
                    | '］'
                    | '['
                    | ']'
                    | '■'
                    | '◆'
                    | '|'
                    | '｜'
                    | '：'
                    | ':'
                    | '「'
                    | '」'
                    | '·'
            )
        });
        (inner != plain && press.is(inner, Sense::Label))
            || (self.chars <= 6
                && press
                    .ends(plain, Sense::LabelEnd)
                    .or_else(|| press.ends(plain, Sense::Label))
                    .is_some_and(|end| {
                        let before = plain.chars().count().saturating_sub(end.chars().count());
                        (1..=4).contains(&before)
                    }))
    }
}

/// Returns true if a line is several words of menus and nothing more: 上一篇 | 下一篇, 放大 縮小.
fn is_words_of_menu(text: &str) -> bool {
    let press = Press::get();
    let apart =
        |c: char| c.is_whitespace() || matches!(c, '|' | '｜' | '<' | '>' | '/' | '·' | '│' | '+' | '-');
    if !text.contains(apart) {
        return false;
    }
    let words = text.split(apart).filter(|word| !word.is_empty());
    let all = words.clone().count();
    let is_word = |word: &&str| press.is(word, Sense::FurnitureLine) || press.is(word, Sense::Section);
    let known = words.filter(is_word).count();
    // One more word among several may be a site's own.
    all >= 2 && known.saturating_add((all / 5).min(2)) >= all
}

/// Returns true if a line says that it is an advert, and perhaps how the text goes on: 廣告 - 請往下捲動.
fn is_advert_label(text: &str) -> bool {
    let behind = ["廣告", "广告"].iter().find_map(|label| text.strip_prefix(label));
    behind.is_some_and(|behind| !behind.starts_with(|c: char| c.is_alphanumeric()))
}

/// How a site says what it does not answer for.
const DISCLAIMERS: [&str; 11] = [
    "特別聲明",
    "特别声明",
    "免責聲明",
    "免责声明",
    "版權聲明",
    "版权声明",
    "本內容的版權",
    "本内容的版权",
    "Notice: ",
    "Copyright ©",
    "©",
];

/// Returns true if a line is an advertisement of a few words: it ends in a telephone number, or says whom to ask.
fn is_classified(text: &str) -> bool {
    let asks = ["親洽", "亲洽", "面洽", "電洽", "电洽", "請洽", "请洽"].iter().any(|end| text.ends_with(end));
    let digits = text.bytes().rev().take_while(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b' '));
    let calls =
        ["電話", "电话", "熱線", "热线", "廣告部", "广告部", "洽"].iter().any(|word| text.contains(word));
    asks || calls && digits.filter(u8::is_ascii_digit).count() >= 7
}

/// Services by which readers pass stories on, in lower case, and the words of buttons that do.
const SERVICES: [&str; 10] = [
    "facebook",
    "twitter",
    "whatsapp",
    "telegram",
    "messenger",
    "threads",
    "instagram",
    "wechat",
    "weibo",
    "line",
];
const BUTTONS: [&str; 24] = [
    "分享",
    "轉發",
    "转发",
    "傳送",
    "传送",
    "追蹤",
    "追踪",
    "關注",
    "关注",
    "訂閱",
    "订阅",
    "加入",
    "粉絲團",
    "粉絲專頁",
    "好友",
    "頻道",
    "频道",
    "群組",
    "我們",
    "我们",
    "官方",
    "讚",
    "share",
    "follow",
];

/// Returns true if a line is a button that passes the story on, or follows the paper there: facebook分享, 用LINE傳送.
fn is_share_button(text: &str) -> bool {
    if text.len() > 60 || !text.bytes().any(|byte| byte.is_ascii_alphabetic()) {
        return false;
    }
    let mut rest = text.to_lowercase();
    let mut services = 0_usize;
    for (words, is_service) in [(&SERVICES[..], true), (&BUTTONS[..], false)] {
        for word in words {
            if rest.contains(word) {
                services = services.saturating_add(is_service.into());
                rest = rest.replace(word, " ");
            }
        }
    }
    services > 0 && rest.chars().all(|c| !c.is_alphanumeric() || "用到至按以於在我給给的".contains(c))
}

/// Returns true if a line is a path through a site: 首頁 > 社會 > 交通, 某網>>社會.
fn is_path(text: &str) -> bool {
    [" > ", " › ", " » ", " ＞ ", ">>"].iter().any(|between| text.contains(between)) && !text.ends_with('。')
}

/// Returns true if a line is a count or the length of a recording, and nothing else: 222, 00:00 / 01:12.
fn is_counter(text: &str) -> bool {
    let is_plain = text.bytes().all(|byte| byte.is_ascii_digit());
    is_plain && text.len() <= 6
        || text.contains(':') && text.bytes().all(|byte| byte.is_ascii_digit() || b":/ .".contains(&byte))
}

/// Returns true if a line sends the reader to another page of the paper: （下轉A3版）, 轉第2版, 上接一版.
fn is_jump(text: &str) -> bool {
    let inner = text.trim_matches(|c: char| "（）()【】▲▼ ".contains(c));
    let to = ["下轉", "下转", "上接", "轉第", "转第", "轉A", "轉B", "转A", "转B", "見A", "見B"];
    let is_page = |c: char| c.is_ascii_alphanumeric() || "第版頁页一二三四五六七八九十".contains(c);
    let rest = to.iter().find_map(|to| inner.strip_prefix(to));
    rest.is_some_and(|rest| (1..=6).contains(&rest.chars().count()) && rest.chars().all(is_page))
}

/// Returns true if a line says how many stories follow: 共 4 篇文章, 共12則.
fn is_sum_of_stories(text: &str) -> bool {
    let Some(rest) = text.strip_prefix('共') else { return false };
    let rest = rest.trim_start();
    let unit = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    unit.len() < rest.len()
        && unit.chars().count() <= 6
        && unit.trim_start().starts_with(['篇', '則', '则', '條', '条', '筆', '笔'])
}

/// Returns true if a line is a field of a database's record: 報章 | A08 | 港聞, 字數: 389.
fn is_record(text: &str) -> bool {
    let counts = text.split_once([':', '：']).is_some_and(|(kind, rest)| {
        COUNTED.contains(&kind.trim()) && rest.trim().starts_with(|c: char| c.is_ascii_alphanumeric())
    });
    let medium = || text.split_once(['|', '｜']).map(|(kind, _)| kind.trim());
    counts || !text.ends_with('。') && medium().is_some_and(|medium| MEDIA.contains(&medium))
}

/// Fields of such records that hold a number, and media that one begins with.
const COUNTED: [&str; 6] = ["字數", "字数", "文章編號", "文章编号", "頁數", "页数"];
const MEDIA: [&str; 10] =
    ["報章", "报章", "報紙", "报纸", "雜誌", "杂志", "網站", "网站", "通訊社", "通讯社"];

/// Returns true if a line is many short words and nothing else, some of which are sections of a paper: a menu in a row.
fn is_row_of_sections(text: &str) -> bool {
    if text.contains(['，', '。', '、', '！', '？', '：', '「', '“']) {
        return false;
    }
    let words = || text.split_whitespace();
    let all = words().count();
    let is_section =
        |word: &&str| Press::get().is(word, Sense::Section) || Press::get().is(word, Sense::FurnitureLine);
    all >= 6 && words().all(|word| word.chars().count() <= 6) && words().filter(is_section).count() >= 3
}

/// Returns true if a line consists of marks only, and none that ends a sentence of the line above.
fn is_ornament(text: &str) -> bool {
    !text.chars().any(char::is_alphanumeric)
        && !text.starts_with(|c| {
            is_sentence_end(c) || is_closing(c) || matches!(c, '，' | '、' | '；' | '：' | '…')
        })
}

/// Returns the level of a Markdown heading that has words after its marks.
fn heading_level(text: &str) -> Option<u8> {
    let level = text.bytes().take_while(|&byte| byte == b'#').count();
    let rest = text.get(level..)?;
    let is_heading = (1..=6).contains(&level)
        && rest.starts_with([' ', '\u{3000}'])
        && !text.trim_matches('#').trim().is_empty();
    if is_heading { u8::try_from(level).ok() } else { None }
}

/// Returns true if a text says of someone where in a picture they are: （左）, （前排右二）.
fn names_place_in_picture(text: &str) -> bool {
    let is_place = |inner: &str| {
        inner.chars().count() <= 5
            && inner.contains(['左', '右', '中', '前', '後', '后'])
            && inner.chars().all(|c| "左右中前後后排起一二三四五六七八九十圖图者立坐".contains(c))
    };
    let mut opened = text.split(['（', '(']).skip(1).filter_map(|behind| behind.split_once(['）', ')']));
    opened.any(|(inner, _)| is_place(inner))
}

/// Returns true if the whole line is the content of one bracket.
fn is_bracketed(text: &str) -> bool {
    let pairs = [('（', '）'), ('(', ')')];
    pairs.iter().any(|&(open, close)| {
        text.starts_with(open) && text.ends_with(close) && text.matches(close).count() == 1
    })
}

pub(super) fn is_bullet(c: char) -> bool {
    matches!(c, '●' | '■' | '◆' | '○' | '□' | '◇' | '•' | '‧' | '★' | '☆' | '◎')
}

/// Returns true if an item of a list begins here.
fn is_item(text: &str) -> bool {
    let mut chars = text.chars();
    let Some(first) = chars.next() else { return false };
    if matches!(first, '-' | '*' | '+' | '－' | '–') {
        return chars.next() == Some(' ');
    }
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = text.len().saturating_sub(rest.len());
    if digits > 0 {
        return digits <= 2
            && (rest.starts_with(['、', '）']) || rest.starts_with(". ") || rest.starts_with(") "));
    }
    let rest = text.trim_start_matches(['（', '(']).trim_start_matches(NUMERALS);
    // Behind the mark of an item there is no other numeral: 一、二 is a list within a sentence.
    let behind = rest.strip_prefix(['、', '）', ')']);
    rest.len() != text.len() && behind.is_some_and(|behind| !behind.starts_with(NUMERALS))
}

/// The numerals of items.
const NUMERALS: [char; 10] = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::BlockKind;
    use crate::ingest::cut::kind_by_wording;

    #[test]
    fn items_are_told_from_sentences() {
        for item in [
            "- 總則",
            "1. 總則",
            "12) 總則",
            "3、總則",
            "一、總則",
            "（十二）總則",
            "(一)總則如下。",
            "(一)a",
            "（三)總則",
        ] {
            assert!(is_item(item), "{item}");
        }
        for other in ["總則", "123、總則", "-總則", "一、二班的學生", "(一)二", "一", "(一", "(1)總則"]
        {
            assert!(!is_item(other), "{other}");
        }
    }

    #[test]
    fn buttons_are_told_from_headlines_about_a_service() {
        for button in
            ["facebook分享", "用LINE傳送", "分享到 WhatsApp", "追蹤我們的 Instagram", "Facebook / Twitter"]
        {
            assert!(is_share_button(button), "{button}");
        }
        for other in ["Facebook 宣布裁員", "online", "LINE 推出新貼圖", "分享經濟", "花開了"]
        {
            assert!(!is_share_button(other), "{other}");
        }
    }

    #[test]
    fn small_advertisements_are_told_by_their_ends() {
        for ad in ["吉屋出租　月租八千　電話05-0000000", "徵店員兩名　意者親洽", "廣告部 2345 6789"]
        {
            assert!(is_classified(ad), "{ad}");
        }
        for other in ["電話收費下月調整", "市民可致電1823", "電話卡實名登記2023"] {
            assert!(!is_classified(other), "{other}");
        }
    }

    #[test]
    fn lines_of_records_and_pages_are_told_from_text() {
        for furniture in [
            "報章 | A08 | 港聞 | By 花一",
            "字數: 389",
            "文章編號：202710110030036",
            "（下轉A3版）",
            "上接第一版",
            "共 4 篇文章",
            "共12則",
            "222",
            "00:00 / 01:12",
            "花城網>>社會·法治",
            "首頁 要聞 國際 財經 體育 花城",
            "首页 党网·时政 人事 社会 体育 健康·生活 国际 军事",
            "聽新聞",
        ] {
            assert_eq!(kind_by_wording(furniture), Some(BlockKind::Furniture), "{furniture}");
        }
        for text in [
            "報章賣光了",
            "字數不限",
            "下轉機三次才到",
            "共四十人受傷",
            "花開了 花謝了",
            "上接天光 下接地氣",
            "3比2",
        ] {
            assert_ne!(kind_by_wording(text), Some(BlockKind::Furniture), "{text}");
        }
    }

    #[test]
    fn a_place_in_a_picture_is_told_from_other_words_in_brackets() {
        for caption in ["花婆婆（左）與孫女。", "（前排右二）花婆婆", "花婆婆(右一)"]
        {
            assert!(names_place_in_picture(caption), "{caption}");
        }
        for other in ["花婆婆（七十歲）", "花城（上）", "（花城7日訊）", "花開了"] {
            assert!(!names_place_in_picture(other), "{other}");
        }
    }
}
