//! The facts that several stories report.

use crate::compare::{self, Dated, NameKind};
use crate::corpus::{Mode, Scope, Terms, Units};
use crate::entities::EntityKind;
use crate::text::Span;
use crate::view;

use super::found_names::NamedStories;
use super::reading::range;
use super::{Engine, EngineError};

/// The units in which names are whole, whatever the reader counts.
const WHOLE: Units = Units { mode: Mode::Accurate, terms: Terms::Coarse };

impl Engine {
    /// Lists the facts of stories, which are given by their ids.
    pub(super) fn facts(&mut self, ids: &[String]) -> Result<view::FactSheet, EngineError> {
        let scope = Scope::Stories(ids.to_vec());
        self.count_terms()?;
        self.segment_stories(WHOLE, &scope, |_, _, _| ())?;
        let names = self.names_of(ids)?;
        let halves = self.halves(WHOLE, ids)?;
        let texts: Vec<Dated<'_>> = halves
            .iter()
            .zip(&names)
            .map(|(half, names)| Dated {
                side: half.side(),
                paper: &half.document.paper,
                date: &half.document.date,
                names,
            })
            .collect();
        let rows = compare::fact_rows(&texts)
            .into_iter()
            .map(|row| view::FactSheetRow {
                kind: row.kind,
                label: row.label,
                agree: row.agree,
                cells: row
                    .cells
                    .iter()
                    .zip(&halves)
                    .map(|(cell, half)| {
                        cell.map(|span| view::FactCell {
                            text: span.of(&half.document.text).to_owned(),
                            range: range(&half.map, span),
                        })
                    })
                    .collect(),
            })
            .collect();
        Ok(view::FactSheet { stories: ids.to_vec(), rows })
    }

    /// Returns the names of each of some stories, whose names were found before.
    fn names_of(&self, ids: &[String]) -> Result<Vec<Vec<(Span, NameKind)>>, EngineError> {
        let found = self.names_within(&NamedStories::all(&Scope::Stories(ids.to_vec())))?;
        let of = |id: &String| {
            let names = found.iter().find(|(document, _)| document.id == *id);
            let names = names.map(|(_, names)| names.iter().map(|name| (name.span, name_kind(name.kind))));
            names.into_iter().flatten().collect()
        };
        Ok(ids.iter().map(of).collect())
    }
}

fn name_kind(kind: EntityKind) -> NameKind {
    match kind {
        EntityKind::Person => NameKind::Person,
        EntityKind::Place => NameKind::Place,
        EntityKind::Organisation => NameKind::Organisation,
    }
}
