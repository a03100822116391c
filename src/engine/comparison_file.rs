//! A comparison as a file.

use crate::corpus::Units;
use crate::view::export;

use super::{ComparisonFile, ComparisonFormat, Engine, EngineError, WitnessesQuestion};

impl Engine {
    pub(super) fn export_comparison(
        &self,
        units: Units,
        file: &ComparisonFile,
    ) -> Result<String, EngineError> {
        let ComparisonFile { report: question, format, labels } = file;
        let report = || self.report(units, question);
        let table = || {
            let ids = question.ids.clone();
            self.witnesses(units, &WitnessesQuestion { ids, ..WitnessesQuestion::default() })
        };
        Ok(match format {
            ComparisonFormat::Html => export::html(&report()?, &table()?, labels),
            ComparisonFormat::Markdown => export::markdown(&report()?, labels),
            ComparisonFormat::Csv => export::csv(&table()?),
            ComparisonFormat::Collatex => export::collatex(&table()?),
            ComparisonFormat::Tei => export::tei(&table()?),
            ComparisonFormat::Passim => export::passim(&table()?),
        })
    }
}
