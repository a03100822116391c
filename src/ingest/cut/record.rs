//! Records of a database of newspapers, as it exports them: fields with their names, one below the other.

use super::line::Line;
use super::mark::Mark;
use crate::ingest::BlockKind;

/// How far below a title the next field of its record may be, in lines.
const REACH: usize = 2;

/// The field of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Field {
    Title,
    Author,
    Text,
    Other,
}

/// The longest name of a field in characters.
const LONGEST: usize = 16;

/// The names of fields.
const NAMES: [(Field, &[&str]); 4] = [
    (
        Field::Title,
        &[
            "標題",
            "标题",
            "題名",
            "题名",
            "篇名",
            "文章標題",
            "文章标题",
            "題目",
            "题目",
            "主標題",
            "主标题",
            "新聞標題",
            "新闻标题",
            "Title",
            "Headline",
            "TITLE",
            "HEADLINE",
        ],
    ),
    (
        Field::Author,
        &[
            "作者",
            "作者姓名",
            "記者",
            "记者",
            "責任者",
            "责任者",
            "撰文",
            "Author",
            "Byline",
            "AUTHOR",
            "BYLINE",
        ],
    ),
    (
        Field::Text,
        &[
            "正文",
            "內文",
            "内文",
            "全文",
            "文章內容",
            "文章内容",
            "內容",
            "内容",
            "Fulltext",
            "FullText",
            "Text",
            "Body",
            "TEXT",
        ],
    ),
    (
        Field::Other,
        &[
            "副題",
            "副题",
            "報章",
            "报章",
            "刊物",
            "版號",
            "版号",
            "見報日",
            "见报日期",
            "見報日期",
            "出版社",
            "語言",
            "语言",
            "資料庫",
            "数据库",
            "來源",
            "来源",
            "報紙",
            "报纸",
            "報刊",
            "报刊",
            "報名",
            "报名",
            "刊名",
            "出處",
            "出处",
            "媒體",
            "媒体",
            "日期",
            "出版日期",
            "發表日期",
            "发表日期",
            "刊登日期",
            "時間",
            "时间",
            "版次",
            "版面",
            "版名",
            "版別",
            "版别",
            "頁碼",
            "页码",
            "分類",
            "分类",
            "類別",
            "类别",
            "關鍵詞",
            "关键词",
            "關鍵字",
            "关键字",
            "字數",
            "字数",
            "編號",
            "编号",
            "文章編號",
            "文章编号",
            "地點",
            "地点",
            "欄目",
            "栏目",
            "Source",
            "Publication",
            "SOURCE",
            "Date",
            "Publicationdate",
            "DATE",
            "Page",
            "Pages",
            "Section",
            "SECTION",
            "Wordcount",
            "Words",
            "Length",
            "LENGTH",
            "Language",
            "Keywords",
            "Documenttype",
            "Accessionnumber",
            "ID",
            "URL",
        ],
    ),
];

/// Marks the fields of records: titles, authors and texts without their names, and what else is told of a story.
pub(super) fn mark_records(lines: &mut [Line<'_>]) {
    let fields: Vec<Option<(Field, &str)>> =
        lines.iter().map(|line| if line.mixed { field(line.text) } else { None }).collect();
    let is_title =
        |at: &usize| matches!(fields.get(*at), Some(Some((Field::Title, title))) if !title.is_empty());
    let beside = |at: usize| {
        let near = at.saturating_sub(REACH)..=at.saturating_add(REACH);
        near.into_iter().any(|other| other != at && fields.get(other).is_some_and(Option::is_some))
    };
    let titles = (0..lines.len()).filter(is_title);
    let (all, with_fields) = titles.fold((0_usize, 0_usize), |(all, with), at| {
        (all.saturating_add(1), with.saturating_add(beside(at).into()))
    });
    // A story may speak of a title or a source; a record has several fields.
    if all == 0 || with_fields < all || lines.iter().any(|line| line.known.is_some()) {
        return;
    }
    for (line, found) in lines.iter_mut().zip(&fields) {
        let Some((field, value)) = found else { continue };
        let of_value = |kind: Option<BlockKind>| {
            let line = line.with_text(value);
            kind.map_or(line, |kind| line.known_as(kind))
        };
        *line = match field {
            Field::Title if !value.is_empty() => of_value(Some(BlockKind::Headline)),
            Field::Author if !value.is_empty() => of_value(Some(BlockKind::Byline)),
            Field::Text if !value.is_empty() => of_value(None),
            _ => Line { mark: Mark::Furniture, ..*line },
        };
    }
}

/// Returns the field of a line and what is in it: 【標題】花開了, 標題：花開了.
fn field(text: &str) -> Option<(Field, &str)> {
    if let Some(field) = coded(text) {
        return Some(field);
    }
    let bracketed = || text.strip_prefix(['【', '［', '['])?.split_once(['】', '］', ']']);
    let (name, value) = bracketed().or_else(|| text.split_once(['：', ':']))?;
    let name: String = name.chars().filter(|c| !c.is_whitespace()).take(LONGEST).collect();
    let field = NAMES.iter().find(|(_, names)| names.contains(&name.as_str()))?.0;
    Some((field, value.trim_start_matches(['：', ':']).trim()))
}

/// Returns the field of a line that begins with its code of two capitals, and what is in it: HD  花開了.
fn coded(text: &str) -> Option<(Field, &str)> {
    let (code, value) = text.split_at_checked(2)?;
    let field = match code {
        "HD" => Field::Title,
        "BY" => Field::Author,
        "LP" | "TD" => Field::Text,
        "AN" | "CY" | "ED" | "IN" | "LA" | "NS" | "PD" | "PG" | "RE" | "SC" | "SE" | "SN" | "WC" => {
            Field::Other
        }
        _ => return None,
    };
    let is_parted = value.is_empty() || value.starts_with(['\t', '\u{3000}']) || value.starts_with("  ");
    is_parted.then(|| (field, value.trim()))
}

#[cfg(test)]
mod tests {
    use crate::ingest::{BlockKind, CutOptions, cut};

    const TEXT: &str = "花城今早停電三小時，居民說，電梯停了，街燈也沒有亮。\n電力公司說，一條電纜受潮，正在搶修，中午可以恢復。\n";

    #[test]
    fn records_are_stories_whatever_the_marks_of_their_fields() {
        for (open, close) in [("【", "】"), ("", "："), ("", ": ")] {
            let field = |name: &str, value: &str| format!("{open}{name}{close}{value}\n");
            let record = |title: &str, day: &str| {
                [
                    field("標題", title),
                    field("來源", "花城日報"),
                    field("日期", day),
                    field("版次", "第三版"),
                    field("作者", "花一"),
                    field("正文", ""),
                    TEXT.to_owned(),
                    "\n".to_owned(),
                ]
                .concat()
            };
            let page = record("花城停電三小時", "2024-03-07") + &record("柳城渡輪加價", "2024-03-08");
            let draft = cut(&page, CutOptions::default());
            let told: Vec<_> =
                draft.stories.iter().map(|story| (story.paper.as_str(), story.date.as_str())).collect();
            assert_eq!(told, [("花城日報", "2024-03-07"), ("花城日報", "2024-03-08")], "{open}{close}");
            for (story, title) in draft.stories.iter().zip(["花城停電三小時", "柳城渡輪加價"]) {
                let of_kind = |kind| {
                    let blocks = story.blocks.iter().filter(move |block| block.kind == kind);
                    blocks.map(|block| block.text.as_str()).collect::<Vec<_>>()
                };
                assert_eq!(of_kind(BlockKind::Headline), [title]);
                assert_eq!(of_kind(BlockKind::Byline), ["花一"]);
                assert_eq!(of_kind(BlockKind::Paragraph).len(), 2);
            }
        }
    }

    #[test]
    fn fields_may_have_english_names_or_codes() {
        let named = |title: &str, day: u32| {
            format!(
                "Title: {title}\nSource: 花城日報\nDate: 2024-03-0{day}\nPage: A5\nAuthor: 花一\nWord count: 312\nFull text:\n{TEXT}\n"
            )
        };
        let coded = |title: &str, day: u32| {
            format!(
                "HD  {title}\nBY  花一\nWC  312 字\nPD  2024 年 3 月 {day} 日\nSN  花城日報\nSC  HUACH\nLP\n{TEXT}AN  文件 HUACH00{day}\n\n"
            )
        };
        let pages = [
            named("花城停電三小時", 7) + &named("柳城渡輪加價", 8),
            coded("花城停電三小時", 7) + &coded("柳城渡輪加價", 8),
        ];
        for page in pages {
            let draft = cut(&page, CutOptions::default());
            let told: Vec<_> =
                draft.stories.iter().map(|story| (story.paper.as_str(), story.date.as_str())).collect();
            assert_eq!(told, [("花城日報", "2024-03-07"), ("花城日報", "2024-03-08")], "{page}");
            let headed = draft.stories.iter().map(|story| story.blocks[0].text.as_str());
            assert_eq!(headed.collect::<Vec<_>>(), ["花城停電三小時", "柳城渡輪加價"], "{page}");
        }
    }

    #[test]
    fn a_story_that_speaks_of_a_title_is_no_record() {
        let page = format!("花城停電三小時\n{TEXT}標題：他說，這個字用得不好。\n{TEXT}");
        assert_eq!(cut(&page, CutOptions::default()).stories.len(), 1);
    }
}
