//! A comparison in words: a few lines to paste into a message, and a footnote.

use crate::ui::comparing::sigla::sigil;
use crate::ui::i18n::{Catalog, key};
use crate::ui::scopes;
use crate::view::StoryRow;

/// A comparison to put into words.
#[derive(Clone, Debug, PartialEq)]
pub struct SharedComparison<'a> {
    /// The name of the view.
    pub view: &'a str,
    /// The stories compared, in order.
    pub stories: Vec<&'a StoryRow>,
    /// What was found, one sentence or several to a line.
    pub findings: &'a [String],
    /// The address that opens the view; empty if it has none elsewhere.
    pub address: &'a str,
    /// The day of the visit, as `YYYY-MM-DD`.
    pub day: &'a str,
}

impl SharedComparison<'_> {
    /// Writes a few lines: the stories, what was found, and where.
    pub fn text(&self, catalog: &Catalog) -> String {
        let story = |(place, row): (usize, &&StoryRow)| {
            let siglum = sigil(place, catalog.language());
            let parts = [siglum, scopes::paper_and_day(row), scopes::title(row, catalog)];
            parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
        };
        let head = std::iter::once(self.view.to_owned());
        let stories = self.stories.iter().enumerate().map(story);
        let findings = self.findings.iter().cloned();
        let lines = head.chain(stories).chain(findings).chain([self.source(catalog)]);
        lines.collect::<Vec<_>>().join("\n")
    }

    /// Writes a footnote: each story with its paper and day, and what compared them.
    pub fn footnote(&self, catalog: &Catalog) -> String {
        let story = |row: &&StoryRow| {
            let title = scopes::title(row, catalog);
            let arguments = [
                ("title", title.as_str().into()),
                ("paper", row.paper.as_str().into()),
                ("date", row.date.as_str().into()),
                ("has-paper", u32::from(!row.paper.is_empty()).into()),
                ("has-date", u32::from(!row.date.is_empty()).into()),
            ];
            catalog.with(key!("footnote-story"), arguments).to_string()
        };
        let stories: Vec<String> = self.stories.iter().map(story).collect();
        let separator = catalog.text(key!("list-semicolon"));
        let stories = stories.join(&*separator);
        let source = self.source(catalog);
        catalog
            .with(
                key!("footnote"),
                [("stories", stories.as_str().into()), ("source", source.as_str().into())],
            )
            .to_string()
    }

    fn source(&self, catalog: &Catalog) -> String {
        let arguments = [
            ("version", crate::VERSION.into()),
            ("day", self.day.into()),
            ("address", self.address.into()),
            ("has-address", u32::from(!self.address.is_empty()).into()),
        ];
        catalog.with(key!("share-source"), arguments).to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::i18n::Language;

    fn row(paper: &str, date: &str, headline: &str) -> StoryRow {
        StoryRow {
            id: "u1-1".into(),
            page: "u1".into(),
            paper: paper.into(),
            date: date.into(),
            series: String::new(),
            file: String::new(),
            tags: Vec::new(),
            headline: headline.into(),
            opening: headline.into(),
            characters: 10,
            tokens: 5,
        }
    }

    #[test]
    fn words_name_papers_days_and_the_address_and_leave_out_what_is_unknown() {
        let rows = [row("晨報", "2025-03-01", "兩鎮停水"), row("", "", "水務署交代")];
        let findings = ["三句相同。".to_owned()];
        let mut shared = SharedComparison {
            view: "比對",
            stories: rows.iter().collect(),
            findings: &findings,
            address: "https://example.org/#/compare/a/b",
            day: "2025-04-01",
        };
        let catalog = Catalog::new(Language::HongKong);
        assert_eq!(
            shared.text(&catalog),
            format!(
                "比對\n甲 晨報 2025-03-01 兩鎮停水\n乙 水務署交代\n三句相同。\n對讀 {}，2025-04-01，https://example.org/#/compare/a/b",
                crate::VERSION
            )
        );
        assert_eq!(
            shared.footnote(&catalog),
            format!(
                "〈兩鎮停水〉，《晨報》，2025-03-01；〈水務署交代〉。比對：對讀 {}，2025-04-01，https://example.org/#/compare/a/b。",
                crate::VERSION
            )
        );
        shared.address = "";
        let note = shared.footnote(&Catalog::new(Language::English));
        assert_eq!(
            note,
            format!(
                "“兩鎮停水,” 晨報, 2025-03-01; “水務署交代.” Compared with Duìdú {}, 2025-04-01.",
                crate::VERSION
            )
        );
    }
}
