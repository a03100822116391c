//! `duidu compare`, `facts` and `report`: a question about some documents, or about each set of them.

use std::process::ExitCode;

use clap::Args;
use rustc_hash::FxHashSet;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::collection;
use super::document::{GivenDocument, json_fault};
use super::document_input::DocumentInput;
use super::end::End;
use super::line::LinePlace;
use super::output::written;
use super::unit_flags::{DictionaryFlag, UnitFlags, engine, options};
use crate::corpus::Document;
use crate::engine::{Answer, ArgumentError, Engine, Query, call};

/// The ids of a question that is made to be checked, before any document is read.
const CHECKED: [&str; 2] = ["1", "2"];

/// Compare two documents, sentence by sentence
///
/// With two ids, the documents of the input with these ids are compared; --min-run then looks for formulae in all others.
/// Without, each line of the input has a pair of its own: {"stories": [document, document]}.
#[derive(Args)]
pub(super) struct CompareCommand {
    /// The ids of two documents
    #[arg(value_name = "ID", num_args = 2)]
    ids: Vec<String>,
    #[command(flatten)]
    flags: ComparingFlags,
    #[command(flatten)]
    units: UnitFlags,
    #[command(flatten)]
    input: DocumentInput,
}

/// List the facts that several documents report: numbers, dates, names, quotations and sources
///
/// With ids, those of documents of the input. Without, each line of the input has a set of its own: {"stories": [document, …]}.
#[derive(Args)]
pub(super) struct FactsCommand {
    /// The ids of 2 to 24 documents
    #[arg(value_name = "ID")]
    ids: Vec<String>,
    #[command(flatten)]
    dictionary: DictionaryFlag,
    #[command(flatten)]
    input: DocumentInput,
}

/// Report on how several documents treat one event; the first is the one that the others are compared with
///
/// With ids, those of documents of the input. Without, each line of the input has a set of its own: {"stories": [document, …]}.
#[derive(Args)]
pub(super) struct ReportCommand {
    /// The ids of 2 to 24 documents
    #[arg(value_name = "ID")]
    ids: Vec<String>,
    #[command(flatten)]
    flags: ComparingFlags,
    #[command(flatten)]
    units: UnitFlags,
    #[command(flatten)]
    input: DocumentInput,
}

/// The options of a comparison.
#[derive(Args, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct ComparingFlags {
    /// Leave variants (臺灣, 台灣) out of the differences
    #[arg(long = "fold")]
    fold_variants: bool,
    /// Leave punctuation out of the differences
    #[arg(long)]
    ignore_punctuation: bool,
    /// The least run of letters that counts as copied
    #[arg(long, value_name = "N")]
    #[serde(skip_serializing_if = "Option::is_none")]
    min_run: Option<u32>,
}

impl CompareCommand {
    /// Runs it.
    ///
    /// # Errors
    /// The reason why it ends early.
    pub(super) fn run(self) -> Result<ExitCode, End> {
        let options = options(&[&self.flags, &self.units])?;
        ask(self.input, &self.units.dictionary, &self.ids, move |ids| match ids {
            [a, b] => call("compare", vec![json!(a), json!(b), options.clone()]),
            _ => Err(ArgumentError::of("stories", format!("there are {}; give 2", ids.len()))),
        })
    }
}

impl FactsCommand {
    /// Runs it.
    ///
    /// # Errors
    /// The reason why it ends early.
    pub(super) fn run(self) -> Result<ExitCode, End> {
        ask(self.input, &self.dictionary, &self.ids, |ids| call("facts", vec![json!(ids)]))
    }
}

impl ReportCommand {
    /// Runs it.
    ///
    /// # Errors
    /// The reason why it ends early.
    pub(super) fn run(self) -> Result<ExitCode, End> {
        let options = options(&[&self.flags, &self.units])?;
        ask(self.input, &self.units.dictionary, &self.ids, move |ids| {
            call("report", vec![json!(ids), options.clone()])
        })
    }
}

fn ask(
    input: DocumentInput,
    dictionary: &DictionaryFlag,
    ids: &[String],
    query: impl Fn(&[String]) -> Result<Query, ArgumentError> + Send + Sync + 'static,
) -> Result<ExitCode, End> {
    if ids.is_empty() {
        return each(input, dictionary, query);
    }
    let query = query(ids).map_err(End::of)?;
    collection::ask(input, dictionary, &query, |output, answer| output.answer(&answer))
}

/// Answers a question about the documents of each line. A line is a set of its own: what is counted in all documents is
/// counted in its documents.
///
/// # Errors
/// The reason why the command ends early.
pub(super) fn each(
    input: DocumentInput,
    dictionary: &DictionaryFlag,
    query: impl Fn(&[String]) -> Result<Query, ArgumentError> + Send + Sync + 'static,
) -> Result<ExitCode, End> {
    let needs_jieba = query(&CHECKED.map(str::to_owned)).map_err(End::of)?.needs_dictionary();
    let mut faults = input.faults();
    let dictionary = dictionary.read(&mut faults)?;
    let query = std::sync::Arc::new(query);
    input.each(faults, move || {
        let mut engine = engine(dictionary.clone(), needs_jieba);
        let query = std::sync::Arc::clone(&query);
        move |_: &LinePlace, line: &str| {
            let engine = engine.as_mut().map_err(|reason| reason.clone())?;
            answer(engine, &*query, line)
        }
    })
}

/// A line with a set of documents.
#[derive(Deserialize)]
struct GivenSet {
    stories: Vec<GivenDocument>,
}

fn answer(
    engine: &mut Engine,
    query: &dyn Fn(&[String]) -> Result<Query, ArgumentError>,
    line: &str,
) -> Result<String, String> {
    let GivenSet { stories } = serde_json::from_str(line).map_err(|error| json_fault(&error))?;
    let numbered = stories.into_iter().zip(1_u32..);
    let documents: Vec<Document> =
        numbered.map(|(given, number)| given.document(|| number.to_string())).collect::<Result<_, _>>()?;
    let ids: Vec<String> = documents.iter().map(|document| document.id.clone()).collect();
    let mut met = FxHashSet::default();
    if let Some(twice) = ids.iter().find(|id| !met.insert(id.as_str())) {
        return Err(format!("two of the stories have the id “{twice}”"));
    }
    let query = query(&ids).map_err(|error| error.to_string())?;
    engine.clear_documents();
    documents.into_iter().for_each(|document| engine.add_document(document));
    let answer = engine.handle(query).map_err(|error| error.to_string())?;
    let of = Value::from(ids);
    let Answer::ExportComparison(file) = answer else {
        let written = written(&answer).map_err(|_| "the answer cannot be written as JSON".to_owned())?;
        let fields = written.strip_prefix('{').unwrap_or(&written);
        return Ok(format!("{{\"of\":{of},{fields}"));
    };
    Ok(json!({ "of": of, "file": file }).to_string())
}
