//! What the path and the name of a file tell of its text: paper, day of issue and series, as readers name their folders
//! and files.

mod days;
mod pattern;

pub use pattern::{NamePattern, PatternError};

use super::cut::{Press, Sense};
use super::{Metadata, outlet};
use crate::text::is_han;

/// Names that readers give to folders of anything.
const GENERIC: [&str; 62] = [
    "新聞",
    "新闻",
    "新增資料夾",
    "新建文件夹",
    "新資料夾",
    "資料夾",
    "文件夹",
    "文件夾",
    "下載",
    "下载",
    "我的文件",
    "文件",
    "文檔",
    "文档",
    "資料",
    "资料",
    "桌面",
    "文字",
    "文字檔",
    "純文字",
    "纯文本",
    "文本",
    "語料",
    "语料",
    "語料庫",
    "语料库",
    "數據",
    "数据",
    "報紙",
    "报纸",
    "剪報",
    "剪报",
    "報導",
    "報道",
    "报道",
    "文章",
    "原文",
    "全文",
    "存檔",
    "存档",
    "備份",
    "备份",
    "其他",
    "其它",
    "雜項",
    "未分類",
    "未分类",
    "未命名",
    "測試",
    "测试",
    "稿件",
    "網頁",
    "网页",
    "匯出",
    "导出",
    "附件",
    "圖片",
    "图片",
    "繁體",
    "简体",
    "正文",
    "專輯",
];

/// What ends the name of a paper or an agency and little else.
const PAPER_ENDS: [&str; 34] = [
    "日報",
    "日报",
    "早報",
    "早报",
    "晚報",
    "晚报",
    "晨報",
    "晨报",
    "時報",
    "时报",
    "週報",
    "周報",
    "周报",
    "商報",
    "商报",
    "快報",
    "快报",
    "新報",
    "新报",
    "導報",
    "导报",
    "論壇報",
    "论坛报",
    "都市報",
    "都市报",
    "通訊社",
    "通讯社",
    "新聞網",
    "新闻网",
    "中文網",
    "中文网",
    "新聞雲",
    "電視台",
    "电视台",
];

/// Words that end in 報 and are no papers: what is reported, hung up or cut out.
const OTHER_REPORTS: [&str; 62] = [
    "通報", "通报", "舉報", "举报", "回報", "回报", "彙報", "汇报", "申報", "申报", "預報", "预报", "警報",
    "警报", "情報", "情报", "海報", "海报", "簡報", "简报", "剪報", "剪报", "年報", "年报", "季報", "季报",
    "財報", "财报", "捷報", "捷报", "播報", "播报", "呈報", "呈报", "誤報", "误报", "上報", "上报", "填報",
    "填报", "壁報", "壁报", "戰報", "战报", "電報", "电报", "線報", "线报", "書報", "书报", "讀報", "读报",
    "看報", "看报", "訂報", "订报", "辦報", "办报", "舊報", "旧报", "各報", "各报",
];

/// Returns what a path, as in [`super::Source::name`], tells of paper, day and series; what it does not tell is empty. The
/// file's own name goes before its folders', and the inner folder before the outer one.
pub(super) fn facts_of_path(path: &str) -> Metadata {
    let parts = components(path);
    let inner_first = || parts.iter().enumerate().rev();
    let last = parts.len().saturating_sub(1);
    let paper = inner_first().find_map(|(at, part)| paper_in(part, at == last));
    let folders = inner_first().filter(|&(at, _)| at != last);
    let series = folders.into_iter().find_map(|(_, folder)| series_in(folder));
    Metadata {
        paper: paper.unwrap_or_default(),
        date: days::day_of_path(&parts).unwrap_or_default(),
        series: series.unwrap_or_default(),
        ..Metadata::default()
    }
}

/// Splits a path into the names of its folders and archives and of its file, without their endings and with plain digits.
fn components(path: &str) -> Vec<String> {
    let plain = |c: char| match c {
        '０'..='９' => char::from_u32(u32::from(c).wrapping_sub(0xFEE0)).unwrap_or(c),
        c => c,
    };
    let path: String = path.chars().map(plain).collect();
    let parts = path.split(['/', '\\']).map(|part| without_ending(part).trim().to_owned());
    parts.filter(|part| !part.is_empty() && part != "." && part != "..").collect()
}

/// Takes the ending off a name, and what tells the rows of a table apart: `rows.csv#3`.
fn without_ending(name: &str) -> &str {
    let name = match name.rsplit_once('#') {
        Some((before, row)) if row.bytes().all(|byte| byte.is_ascii_digit()) => before,
        _ => name,
    };
    match name.rsplit_once('.') {
        // The last number of 2024.03.07 is none.
        Some((before, end))
            if (1..=8).contains(&end.len())
                && end.bytes().all(|byte| byte.is_ascii_alphanumeric())
                && end.bytes().any(|byte| byte.is_ascii_alphabetic()) =>
        {
            before
        }
        _ => name,
    }
}

/// Splits a name at the marks that part its words.
fn words(name: &str) -> impl Iterator<Item = &str> {
    let is_between = |c: char| {
        c.is_whitespace() || "_-－–—|｜·・,，、.。:：;；+&@~～()（）[]【】〔〕《》〈〉「」『』".contains(c)
    };
    name.split(is_between).filter(|word| !word.is_empty())
}

/// Returns the paper that a name contains; `None` if it names several.
fn paper_in(name: &str, is_file: bool) -> Option<String> {
    let known = one(words(name).filter_map(outlet::known).map(str::to_owned));
    let guessed = || {
        let parts = words(name).flat_map(|word| word.split(|c: char| c.is_ascii_digit()));
        one(parts.map(|part| without_section(letters_off(part))).filter_map(|part| {
            // A file of one word is as often a headline, and a headline may end in such a word.
            let is_likely = is_paper(part) || (!is_file || part.len() < name.len()) && is_agency(part);
            is_likely.then(|| outlet::of_site(part)).flatten()
        }))
    };
    known.or_else(guessed)
}

/// Takes the Latin letters off the end of a Chinese name: 晨光報A of 晨光報A04.
fn letters_off(word: &str) -> &str {
    let shorter = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    if shorter.ends_with(is_han) { shorter } else { word }
}

/// Takes the section off the name of a paper: 晨光報國際版, 晨光報要聞.
fn without_section(word: &str) -> &str {
    let Some((before, behind)) = word.split_once(['報', '报']) else { return word };
    let section = behind.trim_end_matches('版');
    let is_section = Press::get().is(section, Sense::Section);
    if !is_section {
        return word;
    }
    word.get(..before.len().saturating_add('報'.len_utf8())).unwrap_or(word)
}

/// Returns true if a word is likely to be a paper's name wherever it is.
fn is_paper(word: &str) -> bool {
    let count = word.chars().count();
    let ends = |ends: &[&str]| ends.iter().any(|end| word.ends_with(end) && word.len() > end.len());
    let is_short = (2..=4).contains(&count) && word.ends_with(['報', '报']);
    outlet::is_masthead(word)
        && (is_short || ends(&PAPER_ENDS))
        && !OTHER_REPORTS.iter().any(|other| word.ends_with(other))
}

/// Returns true if a word may be an agency's or a site's name, if it stands beside something else.
fn is_agency(word: &str) -> bool {
    let count = word.chars().count();
    let other = ["報社", "报社", "書社", "书社", "公社", "旅社", "會社", "互聯網", "互联网", "官網", "官网"];
    (3..=5).contains(&count)
        && word.ends_with(['社', '網', '网'])
        && outlet::is_masthead(word)
        && !other.iter().any(|other| word.ends_with(other))
}

/// Returns the series that a folder is named after: its longest Chinese word that names neither a paper, a day, a section
/// nor nothing in particular.
fn series_in(folder: &str) -> Option<String> {
    let parts = words(folder).flat_map(|word| word.split(|c: char| c.is_ascii_digit()));
    let named = parts.filter(|part| {
        let is_month = part.trim_end_matches(['年', '月', '日', '號', '号', '季', '週', '周']);
        let is_month = is_month.trim_start_matches(['第', '民', '國', '国']);
        let is_month = is_month.chars().all(|c| "〇零一二三四五六七八九十".contains(c));
        part.chars().filter(|&c| is_han(c)).count() >= 2
            && !is_month
            && !part.starts_with("星期")
            && !GENERIC.contains(part)
            && !Press::get().is(part.trim_end_matches('版'), Sense::Section)
            && !part.split(['與', '与', '和', '及', '跟', '對', '对']).any(is_paper)
            && !is_agency(part)
    });
    // The first of equals.
    named
        .fold(None::<&str>, |best, part| match best {
            Some(best) if best.chars().count() >= part.chars().count() => Some(best),
            _ => Some(part),
        })
        .map(str::to_owned)
}

/// Returns the value that all items have in common.
fn one<T: PartialEq>(mut items: impl Iterator<Item = T>) -> Option<T> {
    let first = items.next()?;
    items.all(|item| item == first).then_some(first)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn told(path: &str) -> (String, String, String) {
        let Metadata { paper, date, series, .. } = facts_of_path(path);
        (paper, date, series)
    }

    #[test]
    fn paper_day_and_series_are_read_from_the_ways_to_name_files() {
        let day = "2024-03-07";
        for (path, paper, date, series) in [
            ("2024-03-07_晨光報_20.txt", "晨光報", day, ""),
            ("20240307-晨光報-A04.html", "晨光報", day, ""),
            ("晨光報_2024年3月7日.txt", "晨光報", day, ""),
            ("晨光報2024年3月7日A04版.txt", "晨光報", day, ""),
            ("晨光報A04 2024.3.7.docx", "晨光報", day, ""),
            ("晨光報/2024-03/春天花開.txt", "晨光報", "", ""),
            ("晨光報/2024-03/07/春天花開.txt", "晨光報", day, ""),
            ("晨光報/2024/03/07/1.txt", "晨光報", day, ""),
            ("晨光報/2024年3月/7日 春天花開.txt", "晨光報", day, ""),
            ("晨光報/202403/0307-2.txt", "晨光報", day, ""),
            ("2024/03-07 晨光報 1.txt", "晨光報", day, ""),
            ("花展報導.zip/晨光日報/20240307.txt", "晨光日報", day, "花展報導"),
            ("花展/晨光報_2024-03-07/國際版/01.txt", "晨光報", day, "花展"),
            ("二〇二四花展/民國113年3月7日/晨光報國際版.txt", "晨光報", day, "二〇二四花展"),
            ("晨光報（2024-03-07）春天花開了.txt", "晨光報", day, ""),
            ("春天花開了 - 晨光新聞網 - 20240307.html", "晨光新聞網", day, ""),
            ("２０２４－０３－０７晨光報.txt", "晨光報", day, ""),
            ("表.csv#3", "", "", ""),
            ("晨光報 2024-03-07.csv#12", "晨光報", day, ""),
            ("晨光報_20240307123000.txt", "晨光報", day, ""),
            ("RTHK_2024_03_07.txt", "香港電台", day, ""),
            ("07-03-2024 晨光報.txt", "晨光報", day, ""),
            ("晨光報\\2024-03-07\\a.txt", "晨光報", day, ""),
        ] {
            assert_eq!(told(path), (paper.to_owned(), date.to_owned(), series.to_owned()), "{path}");
        }
    }

    #[test]
    fn names_that_tell_nothing_sure_give_nothing() {
        for path in [
            "",
            "春天花開.txt",
            "警方接獲通報.txt",
            "剪報/a.txt",
            "新增資料夾/國際版/颱風警報.txt",
            "000_1acd9418225d3d8c.txt",
            "晨光報與晚星報/晨光報_晚星報.txt",
            "2024-03-07至2024-03-09.txt",
            "2024-02-30.txt",
            "19283746.html",
            "id-202403071.txt",
            "三月/星期四/1.txt",
            "2024/0101.txt",
            "2024-25.txt",
            "https:/../..",
        ] {
            assert_eq!(told(path), Default::default(), "{path}");
        }
    }

    #[test]
    fn the_inner_name_goes_before_the_outer() {
        let path = "2024-03-01 晚星報/花展/甲/2024-03-07 晨光報.txt";
        assert_eq!(told(path), ("晨光報".to_owned(), "2024-03-07".to_owned(), "花展".to_owned()));
    }

    proptest! {
        #[test]
        fn any_path_gives_a_day_of_the_calendar_or_none(path: String, tail in "[0-9]{1,8}[-_./年]?[0-9]{0,4}[-_./月]?[0-9]{0,4}日?.txt") {
            let date = facts_of_path(&format!("{path}{tail}")).date;
            prop_assert!(date.is_empty() || crate::text::is_date(&date), "{}", date);
        }
    }
}
