//! The stories as the navigation groups them: by newspaper and day, or by file or folder.

use std::collections::HashMap;

use crate::text::{OrderBy, up_to};
use crate::view::{StoryRow, TextRow};

/// A group of stories with its name and day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    /// True if its stories are the reader's own.
    pub own: bool,
    /// The newspaper; else the file or the folder; empty for a single story of no known paper.
    pub name: String,
    /// The day; empty if unknown.
    pub date: String,
    /// Indices of its stories among all.
    pub stories: Vec<usize>,
}

/// Groups stories: the reader's own first, then by day, the newest first and those without a day last.
pub fn issues(rows: &[StoryRow], texts: &[TextRow]) -> Vec<Issue> {
    let files: HashMap<&str, &TextRow> = texts.iter().map(|text| (text.id.as_str(), text)).collect();
    let mut places: HashMap<(bool, &str, &str), usize> = HashMap::new();
    let mut issues: Vec<Issue> = Vec::new();
    for (place, row) in rows.iter().enumerate() {
        let name =
            if row.paper.is_empty() { origin(files.get(row.page.as_str()).copied()) } else { &row.paper };
        let own = row.is_own();
        let at = *places.entry((own, name, &row.date)).or_insert_with(|| {
            issues.push(Issue { own, name: name.to_owned(), date: row.date.clone(), stories: Vec::new() });
            issues.len() - 1
        });
        issues[at].stories.push(place);
    }
    issues.order_by(|one, other| other.own.cmp(&one.own).then_with(|| other.date.cmp(&one.date)));
    issues
}

/// Returns the origin of stories of no known paper: the file if it has several, else folder, archive, table.
fn origin(text: Option<&TextRow>) -> &str {
    let Some(text) = text else { return "" };
    if text.stories > 1 {
        return &text.name;
    }
    text.name.rfind(['/', '#']).map_or("", |end| up_to(&text.name, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(id: &str, paper: &str, date: &str) -> StoryRow {
        let page = id.split('-').next().unwrap_or_default().to_owned();
        StoryRow {
            id: id.into(),
            page,
            paper: paper.into(),
            date: date.into(),
            series: String::new(),
            file: String::new(),
            tags: Vec::new(),
            headline: String::new(),
            opening: String::new(),
            characters: 1,
            tokens: 1,
        }
    }

    fn text(id: &str, name: &str, stories: u32) -> TextRow {
        TextRow { id: id.into(), name: name.into(), stories, ..TextRow::default() }
    }

    #[test]
    fn own_texts_come_first_and_papers_by_day_and_files_after_them() {
        let rows = [
            row("u1-1", "", ""),
            row("000-1", "甲報", "2025-01-22"),
            row("u2-1", "", ""),
            row("u2-2", "", ""),
            row("u3-1", "", ""),
            row("001-1", "甲報", "2025-05-09"),
            row("u4-1", "甲報", "2025-01-22"),
        ];
        let texts = [text("u1", "一.txt", 1), text("u2", "二.txt", 2), text("u3", "夾.zip/三.txt", 1)];
        let found: Vec<_> =
            issues(&rows, &texts).into_iter().map(|issue| (issue.name, issue.date, issue.stories)).collect();
        let expected = [
            ("甲報", "2025-01-22", vec![6]),
            ("", "", vec![0]),
            ("二.txt", "", vec![2, 3]),
            ("夾.zip", "", vec![4]),
            ("甲報", "2025-05-09", vec![5]),
            ("甲報", "2025-01-22", vec![1]),
        ];
        let expected = expected.map(|(name, date, stories)| (name.to_owned(), date.to_owned(), stories));
        assert_eq!(found, expected);
    }
}
