//! Names of columns and keys, and their roles.

use crate::ingest::dates::day;
use crate::ingest::{IngestWarning, Metadata};

/// The content of a column or key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Text,
    Headline,
    Paper,
    Date,
    Series,
}

/// Names of columns and keys, the most telling first.
const NAMES: [(Role, &[&str]); 5] = [
    (
        Role::Text,
        &[
            "text",
            "內文",
            "内文",
            "正文",
            "全文",
            "內容",
            "内容",
            "content",
            "body",
            "fulltext",
            "full_text",
            "新聞內容",
            "新闻内容",
            "文本",
            "本文",
            "article",
        ],
    ),
    (Role::Headline, &["headline", "title", "標題", "标题", "題目", "题目"]),
    (
        Role::Paper,
        &[
            "paper",
            "newspaper",
            "source",
            "publication",
            "publisher",
            "media",
            "報章",
            "报章",
            "報紙",
            "报纸",
            "報刊",
            "报刊",
            "來源",
            "来源",
            "媒體",
            "媒体",
        ],
    ),
    (
        Role::Date,
        &[
            "date",
            "pubdate",
            "published",
            "publish_date",
            "日期",
            "發佈日期",
            "發布日期",
            "发布日期",
            "出版日期",
            "刊登日期",
        ],
    ),
    (Role::Series, &["series", "系列", "專題", "专题"]),
];

/// Moves a file's warnings to line 1, for the first of its texts, which has none of the file's lines but one.
pub(in crate::ingest) fn on_first_line(warnings: Vec<IngestWarning>) -> Vec<IngestWarning> {
    warnings.into_iter().map(|warning| IngestWarning { line: 1, ..warning }).collect()
}

/// Returns the role of a name and its rank, from 0 for the most telling.
pub(super) fn role(name: &str) -> Option<(Role, usize)> {
    let name = name.trim().to_lowercase();
    NAMES
        .iter()
        .find_map(|(role, names)| names.iter().position(|known| *known == name).map(|rank| (*role, rank)))
}

/// Minimum average of characters in a column without a known name for it to be taken as the texts: shorter ones are
/// names, numbers and labels.
pub(super) const LEAST_TEXT: usize = 8;

/// Returns the index of the most telling name of a role.
pub(super) fn place_of<'a>(wanted: Role, names: impl Iterator<Item = &'a str>) -> Option<usize> {
    names
        .enumerate()
        .filter_map(|(at, name)| role(name).filter(|(role, _)| *role == wanted).map(|(_, rank)| (rank, at)))
        .min()
        .map(|(_, at)| at)
}

/// Builds metadata from names and values. The first value of a role counts; a value without a field of its own is kept
/// under its name.
pub(super) fn metadata(fields: impl Iterator<Item = (String, String)>) -> Metadata {
    let mut metadata = Metadata::default();
    for (name, value) in fields {
        let value = value.trim();
        if value.is_empty() {
            continue;
        }
        let place = match role(&name).map(|(role, _)| role) {
            Some(Role::Headline) => Some(&mut metadata.headline),
            Some(Role::Paper) => Some(&mut metadata.paper),
            Some(Role::Series) => Some(&mut metadata.series),
            Some(Role::Date) => {
                if metadata.date.is_empty()
                    && let Some(day) = day(value)
                {
                    metadata.date = day;
                    continue;
                }
                None
            }
            Some(Role::Text) | None => None,
        };
        match place {
            Some(place) if place.is_empty() => value.clone_into(place),
            _ => metadata.others.push((name, value.to_owned())),
        }
    }
    metadata
}
