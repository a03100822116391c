//! The names of persons, places and organisations in stories.

use std::collections::BTreeMap;

use crate::analysis::{Occurrence, Subcorpus};
use crate::corpus::{Document, Mode, Scope, Terms, Tokens, Units};
use crate::entities::{Entity, EntityKind};
use crate::segment::{Tag, TokenSpan};
use crate::text::{OrderBy, Utf16Map, fold, saturating_u32};
use crate::view;

use super::found_names::NamedStories;
use super::reading::range;
use super::{Engine, EngineError, EntitiesQuestion};

/// The units of the words in which names are found, whatever the reader counts.
pub(super) const NAMED: Units = Units { mode: Mode::Accurate, terms: Terms::Fine };

/// A name that is being counted.
#[derive(Debug, Default)]
struct CountedName {
    name: String,
    forms: BTreeMap<String, u32>,
    places: Vec<view::EntityPlace>,
}

impl Engine {
    /// Lists the names of some stories.
    pub(super) fn entities(&self, question: &EntitiesQuestion) -> Result<view::EntityList, EngineError> {
        let mut names: BTreeMap<(EntityKind, String), CountedName> = BTreeMap::new();
        for (document, entities) in self.names_within(&NamedStories::all(&question.scope))? {
            let map = Utf16Map::new(&document.text);
            let is_asked =
                |entity: &Entity| question.kinds.is_empty() || question.kinds.contains(&entity.kind);
            for entity in entities.into_iter().filter(is_asked) {
                let name = names.entry((entity.kind, fold(&entity.name))).or_default();
                *name.forms.entry(entity.span.of(&document.text).to_owned()).or_default() += 1;
                let place = view::EntityPlace { id: document.id.clone(), range: range(&map, entity.span) };
                name.places.push(place);
                if name.name.is_empty() {
                    name.name = entity.name;
                }
            }
        }
        let mut rows: Vec<view::EntityRow> =
            names.into_iter().map(|((kind, _), counted)| counted.row(kind)).collect();
        rows.order_by(|a, b| {
            b.frequency.cmp(&a.frequency).then(a.kind.cmp(&b.kind)).then_with(|| a.name.cmp(&b.name))
        });
        let total = saturating_u32(rows.len());
        rows.truncate(question.limit.map_or(usize::MAX, |limit| limit as usize));
        Ok(view::EntityList { rows, total })
    }

    /// Returns the names in the blocks of a scope, story by story; those of the stories that the question needs none of are left
    /// out.
    pub(super) fn names_within(
        &self,
        wanted: &NamedStories,
    ) -> Result<Vec<(&Document, Vec<Entity>)>, EngineError> {
        let kinds = wanted.scope.kinds();
        let stories = self.within(NAMED, &wanted.scope)?.into_iter().map(|(document, tokens)| {
            if !wanted.may_be_in(&document.text) {
                return Ok((document, Vec::new()));
            }
            let mut names = match self.found_names(document, tokens) {
                Some(names) => names.to_vec(),
                None => self.entities_of(document, tokens)?,
            };
            let in_scope = |span| {
                document.blocks.iter().any(|block| kinds.holds(block.kind) && block.span.contains(span))
            };
            names.retain(|name| in_scope(name.span));
            Ok((document, names))
        });
        stories.collect()
    }

    /// Finds the occurrences of a name in all its forms, among the words of a scope that are counted.
    pub(super) fn name_occurrences(
        &self,
        words: &Subcorpus,
        scope: &Scope,
        kind: EntityKind,
        name: &str,
    ) -> Result<Vec<Occurrence>, EngineError> {
        let (wanted, stories) = (fold(name.trim()), NamedStories::having(scope, name));
        let mut found = Vec::new();
        for (story, (_, names)) in (0..).zip(self.names_within(&stories)?) {
            let positions = words.story(story);
            let mut first = positions.start;
            for name in names.into_iter().filter(|name| name.kind == kind && fold(&name.name) == wanted) {
                let span = name.span;
                while first < positions.end && words.place(first).end <= span.start {
                    first += 1;
                }
                let after = |&word: &u32| words.place(word).start >= span.end;
                let end = (first..positions.end).find(after).unwrap_or(positions.end);
                found.push(Occurrence { first, end, story, span });
            }
        }
        Ok(found)
    }

    /// Finds the names of a story with its words in [`NAMED`] units.
    pub(super) fn entities_of(
        &self,
        document: &Document,
        tokens: &Tokens,
    ) -> Result<Vec<Entity>, EngineError> {
        let words: Vec<TokenSpan> = tokens
            .all
            .iter()
            .map(|token| TokenSpan { span: token.span, tag: Tag::numbered(token.tag) })
            .collect();
        self.segmenters.entities(&document.text, &words)
    }
}

impl CountedName {
    fn row(self, kind: EntityKind) -> view::EntityRow {
        let mut forms: Vec<view::EntityForm> =
            self.forms.into_iter().map(|(form, frequency)| view::EntityForm { form, frequency }).collect();
        forms.order_by(|a, b| b.frequency.cmp(&a.frequency).then_with(|| a.form.cmp(&b.form)));
        let mut stories: Vec<&str> = self.places.iter().map(|place| place.id.as_str()).collect();
        stories.dedup();
        let (frequency, range) = (saturating_u32(self.places.len()), saturating_u32(stories.len()));
        view::EntityRow { name: self.name, kind, frequency, range, forms, places: self.places }
    }
}
