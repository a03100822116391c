//! Which stories a question is about.

use serde::{Deserialize, Serialize};

use super::Document;

/// A set of stories, named rather than listed so that it can stand in an address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Scope {
    /// Every story loaded.
    #[default]
    All,
    /// These stories, by id.
    Stories(Vec<String>),
    /// The stories that pass a filter.
    Filter(StoryFilter),
}

/// Conditions on a story; one that is `None` lets everything pass.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct StoryFilter {
    /// The newspaper's name, exactly.
    pub paper: Option<String>,
    /// The page's name, exactly.
    pub page: Option<String>,
    /// The first day, as `YYYY-MM-DD`.
    pub from: Option<String>,
    /// The last day, as `YYYY-MM-DD`.
    pub to: Option<String>,
}

impl Scope {
    /// Whether the scope holds `story`.
    pub fn holds(&self, story: &Document) -> bool {
        match self {
            Self::All => true,
            Self::Stories(ids) => ids.contains(&story.id),
            Self::Filter(filter) => filter.passes(story),
        }
    }
}

impl StoryFilter {
    fn passes(&self, story: &Document) -> bool {
        let is = |wanted: &Option<String>, found: &str| wanted.as_ref().is_none_or(|wanted| wanted == found);
        // Dates in this form sort as text; a story without a date passes only where no date is asked for.
        let from = self.from.as_deref().is_none_or(|from| !story.date.is_empty() && *from <= *story.date);
        let to = self.to.as_deref().is_none_or(|to| !story.date.is_empty() && *story.date <= *to);
        is(&self.paper, &story.paper) && is(&self.page, &story.page) && from && to
    }
}
