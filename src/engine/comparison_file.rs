//! A comparison as a file.

use crate::view::export;

use super::comparison_questions::{ComparisonFile, ComparisonFormat, ReportQuestion, WitnessesQuestion};
use super::{Engine, EngineError};

impl Engine {
    pub(super) fn export_comparison(&self, file: &ComparisonFile) -> Result<String, EngineError> {
        let ComparisonFile { ids, format, options, labels } = file;
        let report = || self.report(&ReportQuestion { ids: ids.clone(), options: *options });
        let table = || self.witnesses(&WitnessesQuestion { ids: ids.clone(), base: 0, options: *options });
        Ok(match format {
            ComparisonFormat::Html => export::html(&report()?, labels),
            ComparisonFormat::Markdown => export::markdown(&report()?, labels),
            ComparisonFormat::Csv => export::csv(&table()?),
            ComparisonFormat::Collatex => export::collatex(&table()?),
            ComparisonFormat::Tei => export::tei(&table()?),
            ComparisonFormat::Passim => export::passim(&table()?),
        })
    }
}
