//! Two stories as a dot plot.

use crate::compare::shared_runs;
use crate::corpus::Units;
use crate::view;

use super::half::Half;
use super::reading::range;
use super::{Engine, EngineError};
use crate::text::saturating_u32;

/// The maximum number of runs that are drawn.
const MOST: usize = 5_000;

impl Engine {
    pub(super) fn dot_plot(
        &self,
        units: Units,
        a: &str,
        b: &str,
        minimum_run: u32,
    ) -> Result<view::DotPlot, EngineError> {
        let (a, b) = (self.half(units, a)?, self.half(units, b)?);
        let (runs, found) =
            shared_runs(&a.document.text, &b.document.text, minimum_run.max(1) as usize, MOST);
        let end = |half: &Half<'_>| half.map.units(saturating_u32(half.document.text.len()));
        Ok(view::DotPlot {
            a_end: end(&a),
            b_end: end(&b),
            runs: runs
                .into_iter()
                .map(|run| view::DotRun {
                    a: range(&a.map, run.a),
                    b: range(&b.map, run.b),
                    a_number: a.number_at(run.a.start),
                    b_number: b.number_at(run.b.start),
                    letters: run.letters,
                    text: run.a.of(&a.document.text).to_owned(),
                })
                .collect(),
            minimum_run: minimum_run.max(1),
            found: saturating_u32(found),
            a: a.row(),
            b: b.row(),
        })
    }
}
