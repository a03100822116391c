//! The set of stories a question is about.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use thiserror::Error;

use super::written_scope::WrittenScope;
use super::{BlockKinds, Document};
use crate::text::is_date;

/// A set of stories, by a description rather than a list, so that it fits in an address. Callers write `"all"`, `"own"`,
/// `"bundled"`, a list of ids, or an object of conditions.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(remote = "Self")]
pub enum Scope {
    /// Every story loaded.
    #[default]
    All,
    /// The scope of an address that has none: the page makes it the reader's own stories if there are any. Else, and
    /// for the engine, it is every story.
    Usual,
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
    /// A corpus: a scope to which the reader gave a name.
    Named {
        /// The name.
        name: String,
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
    /// The folder that the story's file came from, or one above it.
    pub folder: Option<String>,
    /// True for the reader's own stories, false for those that ship.
    pub own: Option<bool>,
    /// Tags that the story must have, by name and value.
    pub tags: Vec<(String, String)>,
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
    /// The name of its file, with folders.
    pub file: &'a str,
    /// Its tags, by name.
    pub tags: &'a [(String, String)],
}

/// Returns true for the id of a page of the reader's own, such as `u1`, and false for one that ships.
pub fn is_own_page(page: &str) -> bool {
    let number = page.strip_prefix('u');
    number.is_some_and(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Returns the folders of a file's name, the outermost first; a table is the folder of its rows.
pub fn folders(file: &str) -> impl Iterator<Item = &str> {
    file.match_indices(['/', '#']).filter_map(|(at, _)| file.get(..at)).filter(|folder| !folder.is_empty())
}

/// A story, in whatever form, that a scope can be asked about.
pub trait InScope {
    /// Returns the facts that decide.
    fn facts(&self) -> StoryFacts<'_>;
}

impl InScope for Document {
    fn facts(&self) -> StoryFacts<'_> {
        let Self { id, page, paper, date, series, file, tags, .. } = self;
        StoryFacts { id, page, paper, date, series, file, tags }
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

    /// Returns the scope of the reader's own stories, or of those that ship.
    pub fn own(own: bool) -> Self {
        Self::Filter(StoryFilter { own: Some(own), ..StoryFilter::default() })
    }

    /// Returns true if `story` is in the scope.
    pub fn holds(&self, story: &impl InScope) -> bool {
        match self {
            Self::All | Self::Usual => true,
            Self::Stories(ids) => ids.iter().any(|id| id == story.facts().id),
            Self::Filter(filter) => filter.passes(story.facts()),
            Self::Parts { of, .. } | Self::Named { of, .. } => of.holds(story),
        }
    }

    /// Returns the parts of its stories that the scope includes.
    pub fn kinds(&self) -> BlockKinds {
        match self {
            Self::Parts { kinds, of } => kinds.and(of.kinds()),
            Self::Named { of, .. } => of.kinds(),
            Self::All | Self::Usual | Self::Stories(_) | Self::Filter(_) => BlockKinds::ALL,
        }
    }

    /// Returns the ids it lists, if it lists any.
    pub fn named(&self) -> &[String] {
        match self {
            Self::Stories(ids) => ids,
            Self::Parts { of, .. } | Self::Named { of, .. } => of.named(),
            Self::All | Self::Usual | Self::Filter(_) => &[],
        }
    }

    /// Checks that a story could meet the conditions.
    ///
    /// # Errors
    /// Returns [`DateError`] if a date is invalid or the last day is before the first.
    pub fn check(&self) -> Result<(), DateError> {
        match self {
            Self::All | Self::Usual | Self::Stories(_) => Ok(()),
            Self::Filter(filter) => filter.check(),
            Self::Parts { of, .. } | Self::Named { of, .. } => of.check(),
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
        let folder =
            self.folder.as_deref().is_none_or(|wanted| folders(story.file).any(|found| found == wanted));
        let own = self.own.is_none_or(|own| own == is_own_page(story.page));
        is(&self.paper, story.paper)
            && is(&self.page, story.page)
            && is(&self.series, story.series)
            && from
            && to
            && folder
            && own
            && self.tags.iter().all(|tag| story.tags.contains(tag))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn between(from: &str, to: &str) -> Scope {
        let (from, to) = (Some(from.to_owned()), Some(to.to_owned()));
        Scope::Filter(StoryFilter { from, to, ..StoryFilter::default() })
    }

    /// A story with a file and tags.
    struct Filed<'a>(&'a str, &'a [(String, String)]);

    impl InScope for Filed<'_> {
        fn facts(&self) -> StoryFacts<'_> {
            StoryFacts { id: "u1-1", page: "u1", paper: "", date: "", series: "", file: self.0, tags: self.1 }
        }
    }

    #[test]
    fn a_folder_has_what_lies_in_it_at_any_depth() {
        let folder = |name: &str| StoryFilter { folder: Some(name.to_owned()), ..StoryFilter::default() };
        let file = Filed("支持/2025/a.txt", &[]);
        for (name, holds) in [("支持", true), ("支持/2025", true), ("支", false), ("支持/2025/a.txt", false)]
        {
            assert_eq!(Scope::Filter(folder(name)).holds(&file), holds, "{name}");
        }
        assert!(Scope::Filter(folder("rows.csv")).holds(&Filed("rows.csv#3", &[])));
    }

    #[test]
    fn a_corpus_has_the_stories_of_its_scope_and_every_tag_must_be_there() {
        let tag = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let tags = [tag("genre", "社論"), tag("author", "甲")];
        let wanted = |tags: &[(String, String)]| {
            let of =
                Scope::Filter(StoryFilter { tags: tags.to_vec(), own: Some(true), ..StoryFilter::default() });
            Scope::Named { name: "評論".to_owned(), of: Box::new(of) }
        };
        let story = Filed("a.txt", &tags);
        assert!(wanted(&tags).holds(&story) && wanted(&tags[1..]).holds(&story));
        assert!(!wanted(&[tag("genre", "新聞")]).holds(&story));
        assert!(!Scope::own(false).holds(&story));
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
