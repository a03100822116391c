//! The names of persons, places and organisations in stories.

use std::collections::BTreeMap;

use crate::corpus::{Document, Mode, Terms, Tokens, Units};
use crate::entities::{Entity, EntityKind};
use crate::segment::{Tag, TokenSpan};
use crate::text::{Utf16Map, fold, saturating_u32};
use crate::view;

use super::reading::range;
use super::{Engine, EngineError, EntitiesQuestion};

/// The units of the words in which names are found, whatever the reader counts.
const NAMED: Units = Units { mode: Mode::Accurate, terms: Terms::Fine };

/// A name that is being counted.
#[derive(Debug, Default)]
struct CountedName {
    name: String,
    forms: BTreeMap<String, u32>,
    places: Vec<view::EntityPlace>,
}

impl Engine {
    /// Lists the names of some stories.
    pub(super) fn entities(&mut self, question: &EntitiesQuestion) -> Result<view::EntityList, EngineError> {
        self.segment_stories(NAMED, &question.scope, |_, _, _| ())?;
        let mut names: BTreeMap<(EntityKind, String), CountedName> = BTreeMap::new();
        let kinds = question.scope.kinds();
        for (document, tokens) in self.within(NAMED, &question.scope)? {
            let map = Utf16Map::new(&document.text);
            for entity in self.entities_of(document, tokens)? {
                let in_scope = document
                    .blocks
                    .iter()
                    .any(|block| kinds.holds(block.kind) && block.span.contains(entity.span));
                let is_asked = question.kinds.is_empty() || question.kinds.contains(&entity.kind);
                if !in_scope || !is_asked {
                    continue;
                }
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
        rows.sort_by(|a, b| {
            b.frequency.cmp(&a.frequency).then(a.kind.cmp(&b.kind)).then_with(|| a.name.cmp(&b.name))
        });
        let total = saturating_u32(rows.len());
        rows.truncate(question.limit.map_or(usize::MAX, |limit| limit as usize));
        Ok(view::EntityList { rows, total })
    }

    /// Finds the names of a story with its words in [`NAMED`] units.
    fn entities_of(&self, document: &Document, tokens: &Tokens) -> Result<Vec<Entity>, EngineError> {
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
        forms.sort_by(|a, b| b.frequency.cmp(&a.frequency).then_with(|| a.form.cmp(&b.form)));
        let mut stories: Vec<&str> = self.places.iter().map(|place| place.id.as_str()).collect();
        stories.dedup();
        let (frequency, range) = (saturating_u32(self.places.len()), saturating_u32(stories.len()));
        view::EntityRow { name: self.name, kind, frequency, range, forms, places: self.places }
    }
}
