//! What is no part of any story, by the wording of a line: menus, buttons, adverts, records of databases.

use super::controls::{
    is_ago, is_counted_button, is_counter, is_row_of_counts, is_share_button, is_size_control,
    is_sum_of_comments,
};
use super::line::Line;
use super::press::{Press, Sense, Senses};
use crate::text::{is_closing, is_sentence_end};

impl Line<'_> {
    /// Returns true if a short line is no part of a story, given what its words say.
    pub(super) fn is_furniture(&self, starts: Senses, is: Senses, inside: Senses) -> bool {
        let text = self.text;
        let open = !is_said(text);
        // A line with a comma is part of a sentence, and what is looked for below has none: this is most lines of a column.
        let is_bare = self.commas == 0 && self.stops == 0;
        is.has(Sense::FurnitureLine)
            || (open && starts.has(Sense::FurnitureStart))
            || (open && self.commas <= 2 && inside.has(Sense::Furniture) && !signs_first(starts, inside))
            || (self.arrows && is_path(text))
            || open && (is_classified(text) || asks_to_subscribe(text))
            || self.mixed && is_record(text)
            || is_bare && self.is_button(open)
            || (self.stops == 0 && super::issue::is_page_head(text))
            || self.digits && super::issue::is_page_of_pages(text)
            || (self.chars <= 8 || !self.is_bare()) && is_ornament(text)
    }

    /// Returns true if a line without a comma is a button, a count, a name or a place of a site or a database.
    fn is_button(&self, open: bool) -> bool {
        let text = self.text;
        open && self.chars <= 24 && is_path_of_site(text)
            || are_hashtags(text)
            || is_size_control(text)
            || self.chars <= 24 && is_ago(text)
            || is_jump(text)
            || is_sum_of_stories(text)
            || is_sum_of_comments(text)
            || self.digits && (is_counter(text) || is_counted_button(text) || is_row_of_counts(text))
            || is_share_button(text)
            || self.chars <= 16 && crate::ingest::outlet::is_known(text)
            || is_client(text)
            || corrects(text)
            || open && is_advert_label(text)
            || is_words_of_menu(text)
            || super::issue::is_issue_number(text)
    }
}

/// Returns true if a text is a sentence, or is quoted: in a story about a button people speak of the button.
pub(in crate::ingest) fn is_said(text: &str) -> bool {
    let quotes = ['「', '『', '“', '‘'];
    text.trim_end_matches(['」', '』', '”', '’']).ends_with('。') || text.starts_with(quotes)
}

/// Returns true if a line begins with who wrote the story or where it is from, and names its editor besides.
fn signs_first(starts: Senses, inside: Senses) -> bool {
    starts.has(Sense::Byline) || starts.has(Sense::Source) && inside.has(Sense::Byline)
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
pub(super) const DISCLAIMERS: [&str; 15] = [
    "(c) 19",
    "(c) 20",
    "(C) 19",
    "(C) 20",
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

/// How such words begin.
pub(super) const DISCLAIMS: [char; 9] = ['(', '特', '免', '版', '本', 'N', 'C', '©', '聲'];

/// Returns true if a line is an advertisement of a few words: it ends in a telephone number, or says whom to ask.
fn is_classified(text: &str) -> bool {
    let asks = text.ends_with('洽')
        && ["親洽", "亲洽", "面洽", "電洽", "电洽", "請洽", "请洽"].iter().any(|end| text.ends_with(end));
    let digits = text.bytes().rev().take_while(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b' '));
    let has_number = || digits.clone().filter(u8::is_ascii_digit).count() >= 7;
    let calls = || {
        ["電話", "电话", "熱線", "热线", "專線", "专线", "廣告部", "广告部", "洽"]
            .iter()
            .any(|word| text.contains(word))
    };
    asks || has_number() && calls()
}

/// Returns true if a line asks the reader for an address to send the paper to: 訂閱某報電郵，每天早上看新聞.
fn asks_to_subscribe(text: &str) -> bool {
    let starts = ["訂閱", "订阅", "免費訂閱", "免费订阅", "立即訂閱", "立即订阅"];
    let sent = ["電郵", "电邮", "電子報", "电子报", "邮件", "郵件", "newsletter"];
    starts.iter().any(|start| text.starts_with(start)) && sent.iter().any(|sent| text.contains(sent))
}

/// Returns true if a line is a path through a site: 首頁 > 社會 > 交通, 某網>>社會.
fn is_path(text: &str) -> bool {
    [" > ", " › ", " » ", " ＞ ", ">>"].iter().any(|between| text.contains(between)) && !text.ends_with('。')
}

/// Returns true if a line is a site's name and sections of it: RFI - 法國 / 社會.
fn is_path_of_site(text: &str) -> bool {
    let parts = |between: &str| text.split_once(between).map(|(site, rest)| (site.trim(), rest.trim()));
    let named = [" - ", " – ", " | ", "｜"].iter().find_map(|between| parts(between));
    named.is_some_and(|(site, rest)| {
        let mut sections = rest.split(['/', '／', '|', '｜', '·']).map(str::trim);
        crate::ingest::outlet::is_known(site)
            && rest.chars().count() <= 12
            && sections.any(|section| Press::get().is(section, Sense::Section))
    })
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
pub(super) fn is_row_of_sections(text: &str) -> bool {
    if !text.contains([' ', '\u{3000}', '\t'])
        || text.contains(['，', '。', '、', '！', '？', '：', '「', '“'])
    {
        return false;
    }
    let words = || text.split_whitespace();
    let all = words().count();
    let is_section =
        |word: &&str| Press::get().is(word, Sense::Section) || Press::get().is(word, Sense::FurnitureLine);
    all >= 6 && words().all(|word| word.chars().count() <= 6) && words().filter(is_section).count() >= 3
}

/// Returns true if a line is a rule of hyphens, equals signs or the like.
pub(super) fn is_rule(text: &str) -> bool {
    text.chars().count() >= 4 && text.chars().all(|c| "-=_*－＝—─━＿＊~～".contains(c))
}

/// Returns true if a line names a paper's own program: 某某日報客戶端.
fn is_client(text: &str) -> bool {
    let paper = ["客戶端", "客户端", "APP", "App"].iter().find_map(|end| text.strip_suffix(end));
    paper.is_some_and(|paper| {
        crate::ingest::outlet::is_masthead(paper.trim_end_matches(['新', '聞', '闻', ' ']))
    })
}

/// Returns true if a line names who corrected or checked the text, without a colon: 校對 某某.
fn corrects(text: &str) -> bool {
    let roles = ["校對", "校对", "審核", "审核", "編審", "编审", "責編", "责编"];
    let names =
        roles.iter().find_map(|role| text.strip_prefix(role)?.strip_prefix([' ', '\u{3000}', '/', '／']));
    // 責編 某某/美編 某某
    let first = names.and_then(|names| names.split(['/', '／']).next());
    first.is_some_and(super::signing::are_people)
}

/// Returns true if a line is the tags of a post and nothing more: #花城 #停電.
fn are_hashtags(text: &str) -> bool {
    let is_tag =
        |word: &str| word.strip_prefix(['#', '＃']).is_some_and(|tag| tag.starts_with(char::is_alphanumeric));
    text.split_whitespace().all(is_tag)
}

/// Returns true if a line consists of marks only, and none that ends a sentence of the line above.
fn is_ornament(text: &str) -> bool {
    !text.chars().any(char::is_alphanumeric)
        && !text.starts_with(|c| {
            is_sentence_end(c) || is_closing(c) || matches!(c, '，' | '、' | '；' | '：' | '…')
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::BlockKind;
    use crate::ingest::cut::kind_by_wording;

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
            "花城日报客户端",
            "校对 林花",
            "#花城 #停電",
            "字數: 389",
            "文章編號：202710110030036",
            "（下轉A3版）",
            "上接第一版",
            "共 4 篇文章",
            "共12則",
            "网友评论（0）",
            "讀者留言 (12)",
            "12則留言",
            "江ICP备00000000号 互联网新闻信息服务许可证",
            "222",
            "00:00 / 01:12",
            "花城網>>社會·法治",
            "首頁 要聞 國際 財經 體育 花城",
            "首页 党网·时政 人事 社会 体育 健康·生活 国际 军事",
            "聽新聞",
            "讚好 1.8K",
            "阅读 8.6万",
            "在看 986",
            "+12",
            "👁 6.2K",
            "👍 132　😡 41　💬 18則留言",
            "❤️ 88 👁 1.2萬　轉發自 花城快訊",
            "责编 林花/美编 黄春/校对 李叶",
            "責任編輯：林花",
            "长按二维码关注我们",
            "立即下載App，隨時看新聞",
            "浏览量：3021",
            "詳情可看 https://flower.example/1",
            "Sign in",
            "Privacy policy",
            "Back to top",
            "字级设定",
            "友善列印",
            "複製鏈接",
            "寄給朋友",
            "脸书",
            "小紅書 分享",
            "刚刚",
            "5个小时前",
            "12 minutes ago",
            "阅读原文",
            "看完整報道",
            "Read the full story >",
            "訂閱花城電郵，每晚看新聞",
            "◤花季專題◢",
        ] {
            assert_eq!(kind_by_wording(furniture), Some(BlockKind::Furniture), "{furniture}");
        }
    }

    #[test]
    fn news_of_buttons_and_counts_is_no_menu() {
        for text in [
            "報章賣光了",
            "字數不限",
            "政府回應（全文）",
            "3個留言的人",
            "下轉機三次才到",
            "共四十人受傷",
            "花開了 花謝了",
            "上接天光 下接地氣",
            "3比2",
            "—3 度",
            "▲12",
            "閱讀節2026",
            "+3分鐘",
            "二維碼貼紙遭調包　攤販損失三萬",
            "扫码乘车下月起覆盖全城",
            "誤裝假APP　花婆婆失積蓄",
            "举报污水偷排　村民获奖励",
            "阅读量创新高　县图书馆加座",
            "更新：渡輪復航　兩線仍停",
            "成為會員國滿十年　花國慶祝",
            "責編離職　雜誌停刊一期",
            "出版：夕陽還是朝陽",
            "解析度再提升　衛星看清街道",
            "粉絲專頁被盜　店家報警",
            "「掃描二維碼就能付款，生意多了。」",
            "“公众号一天涨了三千粉丝。”",
            "花城今早停電三小時，電力公司說中午可以恢復，詳情見 https://power.example/1",
        ] {
            assert_ne!(kind_by_wording(text), Some(BlockKind::Furniture), "{text}");
        }
    }
}
