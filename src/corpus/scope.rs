//! The set of stories a question is about.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use thiserror::Error;

use super::written_scope::WrittenScope;
use super::{BlockKinds, Document};
use crate::text::is_date;

/// A set of stories, by a description rather than a list, so that it fits in an address. Callers write `"all"`, a list
/// of ids, or an object of conditions.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(remote = "Self")]
pub enum Scope {
    /// Every story loaded.
    #[default]
    All,
    /// These stories, by id.
    Stories(Vec<String>),
    /// The stories that pass a filter.
    Filter(StoryFilter),
    /// Some parts of the stories of another scope, such as their headlines alone.
    Parts {
        /// The parts.
        kinds: BlockKinds,
        /// The scope of the stories.
        of: Box<Scope>,
    },
}

/// A condition on dates that no story could meet.
#[derive(Clone, Debug, Error, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum DateError {
    /// The value is not a calendar date.
    #[error("“{given}” is no date; write it as YYYY-MM-DD")]
    NotADate {
        /// The value.
        given: String,
    },
    /// The last day is before the first.
    #[error("{to} lies before {from}; exchange the two dates")]
    Backward {
        /// The first day asked for.
        from: String,
        /// The last day asked for.
        to: String,
    },
}

/// Conditions on a story; one that is `None` always holds.
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
    /// The series' name, exactly.
    pub series: Option<String>,
}

/// The facts of a story that decide which scopes it is in; those that are unknown are empty.
#[derive(Clone, Copy, Debug)]
pub struct StoryFacts<'a> {
    /// Its id.
    pub id: &'a str,
    /// Its page.
    pub page: &'a str,
    /// Its newspaper.
    pub paper: &'a str,
    /// Its day of issue, as `YYYY-MM-DD`.
    pub date: &'a str,
    /// Its series.
    pub series: &'a str,
}

/// A story, in whatever form, that a scope can be asked about.
pub trait InScope {
    /// Returns the facts that decide.
    fn facts(&self) -> StoryFacts<'_>;
}

impl InScope for Document {
    fn facts(&self) -> StoryFacts<'_> {
        let Self { id, page, paper, date, series, .. } = self;
        StoryFacts { id, page, paper, date, series }
    }
}

impl Serialize for Scope {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Self::serialize(self, serializer)
    }
}

impl<'de> Deserialize<'de> for Scope {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            WrittenScope::deserialize(deserializer)?.scope()
        } else {
            Self::deserialize(deserializer)
        }
    }
}

impl Scope {
    /// Returns the scope of one story.
    pub fn story(id: &str) -> Self {
        Self::Stories(vec![id.to_owned()])
    }

    /// Returns true if `story` is in the scope.
    pub fn holds(&self, story: &impl InScope) -> bool {
        match self {
            Self::All => true,
            Self::Stories(ids) => ids.iter().any(|id| id == story.facts().id),
            Self::Filter(filter) => filter.passes(story.facts()),
            Self::Parts { of, .. } => of.holds(story),
        }
    }

    /// Returns the parts of its stories that the scope includes.
    pub fn kinds(&self) -> BlockKinds {
        match self {
            Self::Parts { kinds, of } => kinds.and(of.kinds()),
            Self::All | Self::Stories(_) | Self::Filter(_) => BlockKinds::ALL,
        }
    }

    /// Returns the ids it lists, if it lists any.
    pub fn named(&self) -> &[String] {
        match self {
            Self::Stories(ids) => ids,
            Self::Parts { of, .. } => of.named(),
            Self::All | Self::Filter(_) => &[],
        }
    }

    /// Checks that a story could meet the conditions.
    ///
    /// # Errors
    /// Returns [`DateError`] if a date is invalid or the last day is before the first.
    pub fn check(&self) -> Result<(), DateError> {
        match self {
            Self::All | Self::Stories(_) => Ok(()),
            Self::Filter(filter) => filter.check(),
            Self::Parts { of, .. } => of.check(),
        }
    }
}

impl StoryFilter {
    fn check(&self) -> Result<(), DateError> {
        for given in [&self.from, &self.to].into_iter().flatten() {
            if !is_date(given) {
                return Err(DateError::NotADate { given: given.clone() });
            }
        }
        match (&self.from, &self.to) {
            (Some(from), Some(to)) if to < from => {
                Err(DateError::Backward { from: from.clone(), to: to.clone() })
            }
            _ => Ok(()),
        }
    }

    fn passes(&self, story: StoryFacts<'_>) -> bool {
        let is = |wanted: &Option<String>, found: &str| wanted.as_ref().is_none_or(|wanted| wanted == found);
        // Dates in this form sort as text; a story without a date passes only if no date is required.
        let from = self.from.as_deref().is_none_or(|from| !story.date.is_empty() && *from <= *story.date);
        let to = self.to.as_deref().is_none_or(|to| !story.date.is_empty() && *story.date <= *to);
        is(&self.paper, story.paper)
            && is(&self.page, story.page)
            && is(&self.series, story.series)
            && from
            && to
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn between(from: &str, to: &str) -> Scope {
        let (from, to) = (Some(from.to_owned()), Some(to.to_owned()));
        Scope::Filter(StoryFilter { from, to, ..StoryFilter::default() })
    }

    #[test]
    fn dates_are_checked_through_parts() {
        assert_eq!(between("2025-01-01", "2025-01-31").check(), Ok(()));
        let backward = between("2025-01-31", "2025-01-01");
        assert!(matches!(backward.check(), Err(DateError::Backward { .. })));
        let parts =
            Scope::Parts { kinds: BlockKinds::BODIES, of: Box::new(between("gestern", "2025-01-01")) };
        assert_eq!(parts.check(), Err(DateError::NotADate { given: "gestern".to_owned() }));
    }

    #[test]
    fn parts_of_parts_are_the_kinds_in_both() {
        let kinds = BlockKinds::of([super::super::BlockKind::Headline, super::super::BlockKind::Caption]);
        let inner = Scope::Parts { kinds, of: Box::new(Scope::All) };
        let both = Scope::Parts { kinds: BlockKinds::HEADLINES, of: Box::new(inner) };
        assert_eq!(both.kinds().names().collect::<Vec<_>>(), ["headline"]);
    }
}
