//! Contents of a page's head: the paper, the day, the number of the page.

use super::dateline::window;
use super::day::{Dated, date_in};
use super::origin::is_dated_origin;
use crate::ingest::outlet;

/// Returns true if a line is a page's head or foot: a date, a page's number, a section.
pub(super) fn is_page_head(text: &str) -> bool {
    if is_paper_and_day(text) {
        return true;
    }
    if !text.contains(|c: char| c.is_ascii_digit() || c == '年' || ('０'..='９').contains(&c))
        || text.contains(['，', '。', '、', ',', '；', '？', '！', '?', '!'])
        || text.chars().count() > 40
    {
        return false;
    }
    let dated = date_in(text);
    let begins = dated.as_ref().filter(|dated| dated.before.is_empty());
    let behind = begins.map(|dated| dated.behind.trim_start_matches([' ', '\u{3000}']));
    if behind.is_some_and(|behind| !behind.starts_with(crate::text::is_han)) {
        return true;
    }
    // A chronology has the day first as well, and what happened behind it.
    let longest = if behind.is_some() { 3 } else { ODD };
    let mut found = dated.is_some();
    let has_date = found;
    let parts = dated.map_or([text, ""], |dated| [dated.before, dated.behind]);
    let mut odd = 0_usize;
    let mut words = 0_usize;
    let (mut bare, mut sections) = (0_usize, 0_usize);
    let mut is_long = false;
    let words_of = parts
        .into_iter()
        .flat_map(|part| part.split(|c: char| c.is_whitespace() || "|｜/／·．‧•-—:：()（）".contains(c)));
    for word in words_of {
        if word.is_empty() {
            continue;
        }
        words = words.saturating_add(1);
        if is_page_number(word) {
            found = true;
        } else if word.len() <= 3 && word.bytes().all(|byte| byte.is_ascii_digit()) {
            bare = bare.saturating_add(1);
        } else if is_section(word) {
            sections = sections.saturating_add(1);
        } else if !is_head_word(word) {
            odd = odd.saturating_add(1);
            is_long |= !tells_of_page(word) && word.chars().count() > longest;
        }
    }
    // 3　地方: the number and the section of a page.
    found |= bare == 1 && sections == 1 && words == 2;
    // G20　領袖會面 has a number that could be a page's, and nothing else of one.
    let is_beside = || has_date || words > 2 || text.contains(BARS) || is_paper_beside(text);
    found && !is_long && (odd == 0 || odd == 1 && is_beside())
}

/// The marks between the number of a page and its section.
const BARS: [char; 2] = ['|', '｜'];

/// The longest word of a page's head that none of its parts explains, in characters.
const ODD: usize = 6;

/// Returns true if a word is one of those that stand beside a day: a paper, a name, the weather, what was done that day.
fn tells_of_page(word: &str) -> bool {
    let starts = [
        "更新", "發佈", "發布", "发布", "發表", "发表", "來源", "来源", "作者", "記者", "记者", "編輯",
        "编辑", "閱讀", "阅读", "瀏覽", "浏览", "上午", "下午", "晚上", "凌晨", "中午", "晴", "陰", "阴",
        "多雲", "多云", "有雨", "驟雨", "阵雨", "責編", "责编", "字數", "字数",
    ];
    outlet::is_masthead(word)
        || outlet::is_known(word)
        || super::signing::is_person(word)
        || starts.iter().any(|start| word.starts_with(start))
}

/// Returns true if a word of a line names a paper.
fn is_paper_beside(text: &str) -> bool {
    text.split_whitespace().any(|word| outlet::is_masthead(word) || outlet::is_known(word))
}

/// Returns true if a line is the number of an issue or of a page of it, with the paper's name or by itself: 第 87 期,
/// 某某校訊　第 87 期　第一版, —2—.
pub(super) fn is_issue_number(text: &str) -> bool {
    if let Some((number, section)) = text.split_once(BARS) {
        return section.trim().chars().count() <= ODD && is_issue_number(number.trim());
    }
    let is_number = |c: char| c.is_ascii_digit() || "一二三四五六七八九十百〇零".contains(c);
    let marks = |c: char| "-—–－‧·~～ ".contains(c);
    let inner = text.trim_matches(marks);
    if inner.len() < text.len()
        && (1..=3).contains(&inner.len())
        && inner.bytes().all(|byte| byte.is_ascii_digit())
    {
        return text.starts_with(marks) && text.ends_with(marks);
    }
    let dense: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let mut rest = dense.as_str();
    while let Some(counted) = rest.strip_suffix(['期', '號', '号', '卷', '版', '頁', '页', '輯']) {
        let Some(before) = counted.trim_end_matches(is_number).strip_suffix('第') else { break };
        if before.len().saturating_add('第'.len_utf8()) == counted.len() {
            break;
        }
        rest = before;
    }
    rest.len() < dense.len() && (rest.is_empty() || outlet::is_masthead(rest))
}

/// Returns true if a line is the number of a page and how many there are: 第 2 頁，共 8 頁, Page 2 of 8.
pub(super) fn is_page_of_pages(text: &str) -> bool {
    let number = |part: &str| part.trim().parse::<u32>().is_ok();
    let counted = |part: &str| part.trim().strip_suffix(['頁', '页']).is_some_and(number);
    let in_chinese = || {
        let (page, all) = text.split_once('共')?;
        let page = page.trim_end_matches(|c: char| c.is_whitespace() || "，,/／（(".contains(c));
        let all = all.trim_end_matches(['）', ')']);
        Some(counted(page.strip_prefix('第')?) && counted(all))
    };
    let in_english = || {
        let (page, all) = text.strip_prefix("Page ")?.split_once(" of ")?;
        Some(number(page) && number(all))
    };
    in_chinese().or_else(in_english).unwrap_or(false)
}

/// Returns true if a line is a paper and its day, perhaps with the number of the page, whatever the marks between them.
fn is_paper_and_day(text: &str) -> bool {
    if text.chars().nth(40).is_some() {
        return false;
    }
    let Some(dated) = date_in(text) else { return false };
    let mut papers = 0_usize;
    let known = words_beside(&dated).all(|word| {
        let is_paper = outlet::is_masthead(word);
        papers = papers.saturating_add(is_paper.into());
        is_paper || is_page_number(word) || is_head_word(word)
    });
    known && papers == 1
}

/// Returns true if a line tells where and when a story was printed, and nothing more: a day with a paper or the number of
/// a page, and perhaps the section.
pub(super) fn is_source_line(text: &str) -> bool {
    // An address may make a line long, but none is as long as a paragraph.
    let Some(dated) = date_in(window(text, LONGEST)) else { return false };
    if is_dated_origin(text) {
        return true;
    }
    if text.chars().nth(40).is_some() {
        return false;
    }
    let mut is_told = false;
    let fits = words_beside(&dated).all(|word| {
        let tells = is_page_number(word) || outlet::is_masthead(word) || outlet::is_known(word);
        is_told |= tells;
        tells || is_head_word(word) || names_section(word)
    });
    fits && is_told
}

/// The longest line that tells so, in characters.
const LONGEST: usize = 160;

/// Returns true if a word could be the name of a section: 港聞, 北部綜合新聞.
fn names_section(word: &str) -> bool {
    let length = word.chars().count();
    length <= 4 || length <= 8 && ["新聞", "新闻", "專題", "专题"].iter().any(|end| word.ends_with(end))
}

/// Returns the words beside a day.
pub(super) fn words_beside<'t>(dated: &Dated<'t>) -> impl Iterator<Item = &'t str> {
    let is_between =
        |c: char| c.is_whitespace() || "|｜：:，,、·・/／《》〈〉（）()【】〔〕［］[]「」『』".contains(c);
    let words = [dated.before, dated.behind].into_iter().flat_map(move |part| part.split(is_between));
    words.filter(|word| !word.is_empty())
}

/// Returns true for page numbers such as A03, B12版, 第3版, 3版, P5.
pub(super) fn is_page_number(word: &str) -> bool {
    let inner = word.trim_start_matches('第').trim_end_matches(['版', '頁', '页', '疊', '叠']);
    let digits = inner.trim_start_matches(|c: char| c.is_ascii_uppercase());
    let letters = inner.len().saturating_sub(digits.len());
    let is_number =
        !digits.is_empty() && digits.len() <= 3 && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_number && letters <= 2 && (letters > 0 || inner.len() != word.len())
}

fn is_head_word(word: &str) -> bool {
    word.starts_with("星期")
        || word.starts_with("周")
        || word.starts_with("週")
        || word.starts_with("農曆")
        || word.starts_with("农历")
        || word.ends_with('報')
        || word.ends_with('报')
        || word.ends_with('版')
        || word.bytes().all(|byte| byte.is_ascii_digit() || byte == b':')
        || is_section(word)
}

fn is_section(word: &str) -> bool {
    super::press::Press::get().is(word, super::press::Sense::Section)
}

/// Returns the paper that a dateline such as 【某報訊】 or 某報訊 names.
pub(super) fn paper(dateline: &str) -> Option<String> {
    let inner =
        window(dateline, 24).trim_start_matches(['【', '〔', '（', '［', '[', '(', '●', '■', '◆', ' ']);
    let end = inner.find(['報', '报'])?.checked_add('報'.len_utf8())?;
    let (name, after) = inner.split_at_checked(end)?;
    let is_own = name.starts_with(['本', '據']);
    let follows =
        ["訊", "讯", "專訊", "专讯", "記者", "记者", "綜合", "综合", "社", "特派", "駐", "驻", "】", "專題"];
    let count = name.chars().count();
    (!is_own
        && (2..=8).contains(&count)
        && follows.iter().any(|follow| after.starts_with(follow))
        && !name.contains(['，', '。', '「', ' ', '記', '记']))
    .then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_of_pages_are_told_from_titles_and_chronologies() {
        for head in [
            "花城日報　2024年3月7日　A4版",
            "2024年3月7日　星期四",
            "2024-03-07 林花",
            "2024年3月7日　晴間多雲",
            "A12　國際",
            "花城晚報 B3",
            "B07 | 街坊",
            "C2｜生活圈",
        ] {
            assert!(is_page_head(head), "{head}");
        }
        assert!(
            is_page_of_pages("第 2 頁，共 8 頁")
                && is_page_of_pages("第2页/共8页")
                && is_page_of_pages("Page 2 of 8")
                && !is_page_of_pages("第 2 頁，共 8 人")
        );
        assert!(
            is_issue_number("第二十六期 | 山居筆記") && !is_issue_number("第二十六期 | 山居筆記寫到最後一頁")
        );
        for title in [
            "G7　外長會談破裂",
            "G20：三國缺席閉幕禮",
            "C919 再獲百架訂單",
            "A380　告別天空",
            "B2 轟炸機首次展出",
            "2021年5月2日　水庫見底",
            "2019年11月3日　新橋通車，舊橋拆卸",
            "2020年1月9日　兩鎮合併成一區",
        ] {
            assert!(!is_page_head(title), "{title}");
        }
    }
}
