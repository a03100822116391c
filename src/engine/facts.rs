//! The facts that several stories report.

use crate::compare::{self, Dated};
use crate::corpus::{Mode, Scope, Terms, Units};
use crate::view;

use super::reading::range;
use super::{Engine, EngineError};

/// The units in which names are whole, whatever the reader counts.
const NAMED: Units = Units { mode: Mode::Accurate, terms: Terms::Coarse };

impl Engine {
    /// Lists the facts of stories, which are given by their ids.
    pub(super) fn facts(&mut self, ids: &[String]) -> Result<view::FactSheet, EngineError> {
        let scope = Scope::Stories(ids.to_vec());
        self.count_terms()?;
        self.segment_stories(NAMED, &scope, |_, _, _| ())?;
        let halves = self.halves(NAMED, ids)?;
        let texts: Vec<Dated<'_>> = halves
            .iter()
            .map(|half| Dated { side: half.side(), paper: &half.document.paper, date: &half.document.date })
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
}
