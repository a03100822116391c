//! The metadata of a page's stories, and the source of each fact.

use serde::{Deserialize, Serialize};

use super::Page;
use crate::ingest::Metadata;
use crate::ingest::naming::facts_of_path;

/// The source of a fact about a story, from the weakest to the strongest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum FactSource {
    /// None: the fact is unknown.
    #[default]
    Unknown,
    /// The path and the name of the file.
    Name,
    /// The story's own lines, or the page around it.
    Text,
    /// What the file declares or the reader entered for the whole page.
    Page,
    /// What the reader entered for the story.
    Story,
}

/// The sources of what is known of a story.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FactSources {
    /// That of the paper.
    pub paper: FactSource,
    /// That of the day of issue.
    pub date: FactSource,
    /// That of the series.
    pub series: FactSource,
}

impl Page {
    /// Returns the metadata of a story: its own entries first, then those of the page, then what the text itself says, then
    /// what the file's path and name tell.
    pub fn metadata_of(&self, story: usize) -> Metadata {
        self.known_of(story).0
    }

    /// Returns the metadata of a story with the source of each fact.
    pub fn known_of(&self, story: usize) -> (Metadata, FactSources) {
        let own = self.stories.get(story).map(|story| story.metadata.clone()).unwrap_or_default();
        let found = self.draft.stories.get(story);
        let (of_text, page, named) = (
            found.map_or(("", ""), |found| (found.paper.as_str(), found.date.as_str())),
            &self.metadata,
            facts_of_path(&self.source.name),
        );
        let (paper, of_paper) = strongest(&own.paper, &page.paper, of_text.0, &named.paper);
        let (date, of_date) = strongest(&own.date, &page.date, of_text.1, &named.date);
        let (series, of_series) = strongest(&own.series, &page.series, "", &named.series);
        // A page's headline is that of its first story: a row of a table is one story.
        let headline =
            if own.headline.is_empty() && story == 0 { page.headline.clone() } else { own.headline };
        let others = if own.others.is_empty() { page.others.clone() } else { own.others };
        let sources = FactSources { paper: of_paper, date: of_date, series: of_series };
        (Metadata { headline, paper, date, series, others }, sources)
    }
}

/// Returns the first fact that is known, and its source.
fn strongest(story: &str, page: &str, text: &str, name: &str) -> (String, FactSource) {
    let facts = [
        (story, FactSource::Story),
        (page, FactSource::Page),
        (text, FactSource::Text),
        (name, FactSource::Name),
    ];
    let known = facts.into_iter().find(|(fact, _)| !fact.is_empty());
    known.map(|(fact, source)| (fact.to_owned(), source)).unwrap_or_default()
}
