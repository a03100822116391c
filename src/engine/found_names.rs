//! The names found in stories, kept as long as the words they were found in.

use std::hash::{DefaultHasher, Hash, Hasher};

use rustc_hash::FxHashMap;

use crate::corpus::{Document, Scope, Tokens};
use crate::entities::Entity;
use crate::text::{fold, saturating_u32};

use super::entities::NAMED;
use super::{Engine, EngineError};

/// The stories whose names a question needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedStories {
    /// Their scope.
    pub scope: Scope,
    /// Limits them to those whose text has this, in any of its forms; empty for no limit.
    pub having: String,
}

/// The names found so far, story by story.
#[derive(Debug, Default)]
pub(super) struct FoundNames {
    of_story: FxHashMap<String, (Origin, Vec<Entity>)>,
}

/// What names were found in: a digest of the text and its words, with the revision of the segmenters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Origin(u64);

impl NamedStories {
    /// Returns all stories of a scope.
    pub(super) fn all(scope: &Scope) -> Self {
        Self { scope: scope.clone(), having: String::new() }
    }

    /// Returns the stories of a scope in which a name may occur: its fullest form is in the story itself.
    pub(super) fn having(scope: &Scope, name: &str) -> Self {
        Self { scope: scope.clone(), having: name.trim().to_owned() }
    }

    /// Returns true if names are needed of a story with this text.
    pub(super) fn may_be_in(&self, text: &str) -> bool {
        self.having.is_empty() || fold(text).contains(&fold(&self.having))
    }
}

impl Origin {
    fn of(document: &Document, tokens: &Tokens, revision: u64) -> Self {
        let mut hasher = DefaultHasher::new();
        (revision, &document.text).hash(&mut hasher);
        for token in &tokens.all {
            (token.span.end, token.tag).hash(&mut hasher);
        }
        Self(hasher.finish())
    }
}

impl FoundNames {
    fn get(&self, id: &str, origin: Origin) -> Option<&[Entity]> {
        self.of_story.get(id).filter(|(known, _)| *known == origin).map(|(_, names)| &names[..])
    }

    /// Forgets the names of the stories for which `stays` returns false.
    pub(super) fn retain(&mut self, stays: impl Fn(&str) -> bool) {
        self.of_story.retain(|id, _| stays(id));
    }
}

impl Engine {
    /// Finds the names in about `bytes` bytes of the stories that a question needs and whose names are not known yet, after
    /// it has segmented them; returns the number left.
    pub(super) fn find_names(&mut self, wanted: &NamedStories, bytes: usize) -> Result<u32, EngineError> {
        self.segment_some(NAMED, &wanted.scope, bytes, |_, _, _| ())?;
        let unsegmented = self.corpus.unsegmented(NAMED, &wanted.scope);
        if unsegmented > 0 {
            return Ok(saturating_u32(unsegmented));
        }
        let (mut found, mut done, mut left) = (Vec::new(), 0_usize, 0_u32);
        for (document, tokens) in self.corpus.within(NAMED, &wanted.scope) {
            let origin = self.origin(document, tokens);
            if self.names.get(&document.id, origin).is_some() || !wanted.may_be_in(&document.text) {
                continue;
            }
            if done >= bytes {
                left = left.saturating_add(1);
                continue;
            }
            done = done.saturating_add(document.text.len());
            found.push((document.id.clone(), (origin, self.entities_of(document, tokens)?)));
        }
        self.names.of_story.extend(found);
        Ok(left)
    }

    /// Returns the names of a story with its words in [`NAMED`] units; `None` if they are not found yet.
    pub(super) fn found_names(&self, document: &Document, tokens: &Tokens) -> Option<&[Entity]> {
        self.names.get(&document.id, self.origin(document, tokens))
    }

    fn origin(&self, document: &Document, tokens: &Tokens) -> Origin {
        Origin::of(document, tokens, self.segmenters.revision())
    }
}
