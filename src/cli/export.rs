//! `duidu export`: a comparison as a file.

use std::process::ExitCode;

use clap::{Args, ValueEnum};
use serde_json::json;

use super::collection;
use super::document_input::DocumentInput;
use super::end::End;
use super::labels::ReportLanguage;
use super::sets::{ComparingFlags, each};
use super::unit_flags::{UnitFlags, options};
use crate::engine::{Answer, ArgumentError, ComparisonFile, ComparisonFormat, Query, Question, call};
use crate::view::export::{Labels, PassageAddress};

/// Write a comparison of several documents as a file
///
/// With ids, those of documents of the input, and the file is written as it is. Without, each line of the input has a set of
/// its own, {"stories": [document, …]}, and each line of the output a file: {"of": [id, …], "file"}.
#[derive(Args)]
pub(super) struct ExportCommand {
    /// The ids of 2 to 24 documents
    #[arg(value_name = "ID")]
    ids: Vec<String>,
    /// The format: of the report, or of the aligned sentences
    #[arg(long, value_enum)]
    format: NamedFormat,
    /// The language of the report
    #[arg(long, value_enum, default_value = "zh-Hant-HK")]
    language: ReportLanguage,
    /// An address with {id}, {start} and {end} that the report links to
    #[arg(long, value_name = "ADDRESS", value_parser = address)]
    passage: Option<PassageAddress>,
    #[command(flatten)]
    flags: ComparingFlags,
    #[command(flatten)]
    units: UnitFlags,
    #[command(flatten)]
    input: DocumentInput,
}

/// The formats, by the names of `window.duidu`.
#[derive(Clone, Copy, ValueEnum)]
enum NamedFormat {
    /// The report as one web page
    Html,
    /// The report as Markdown
    Markdown,
    /// A table of the sentences
    Csv,
    /// The alignment as CollateX writes it
    Collatex,
    /// A critical apparatus in TEI
    Tei,
    /// Passages by cluster, as passim writes them
    Passim,
}

impl From<NamedFormat> for ComparisonFormat {
    fn from(format: NamedFormat) -> Self {
        match format {
            NamedFormat::Html => Self::Html,
            NamedFormat::Markdown => Self::Markdown,
            NamedFormat::Csv => Self::Csv,
            NamedFormat::Collatex => Self::Collatex,
            NamedFormat::Tei => Self::Tei,
            NamedFormat::Passim => Self::Passim,
        }
    }
}

impl ExportCommand {
    /// Runs it.
    ///
    /// # Errors
    /// The reason why it ends early.
    pub(super) fn run(self) -> Result<ExitCode, End> {
        let options = options(&[&self.flags, &self.units])?;
        let format = ComparisonFormat::from(self.format);
        let labels = Labels { passage: self.passage, ..self.language.labels() };
        let query = move |ids: &[String]| {
            let Query { question, units } = call("report", vec![json!(ids), options.clone()])?;
            let Question::Report(report) = question else {
                return Err(ArgumentError::of(
                    "function",
                    "the report is not among the questions".to_owned(),
                ));
            };
            let file = ComparisonFile { report, format, labels: labels.clone() };
            Ok(Query { question: Question::ExportComparison(file), units })
        };
        if self.ids.is_empty() {
            return each(self.input, &self.units.dictionary, query);
        }
        let query = query(&self.ids).map_err(End::of)?;
        collection::ask(self.input, &self.units.dictionary, &query, |output, answer| match answer {
            Answer::ExportComparison(file) => output.raw(file.as_bytes()),
            answer => output.answer(&answer),
        })
    }
}

fn address(text: &str) -> Result<PassageAddress, String> {
    PassageAddress::parse(text).map_err(|error| error.to_string())
}
