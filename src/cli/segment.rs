//! `duidu segment`: the words of each document.

use std::process::ExitCode;

use clap::{Args, ValueEnum};
use serde::Serialize;

use super::document::GivenDocument;
use super::document_input::DocumentInput;
use super::end::End;
use super::line::LinePlace;
use super::unit_flags::{DictionaryFlag, NamedTerms, engine, options};
use crate::engine::{Engine, Query, SegmentOptions};
use crate::view::SegmentedToken;

/// Write the words of each document: {"id", "tokens": [{"word", "start", "end", "tag"}]}
///
/// Each document is segmented by itself, as duidu.segment(text) does it; terms that are found by counting all documents are
/// joined by the other commands only.
#[derive(Args)]
pub(super) struct SegmentCommand {
    #[command(flatten)]
    units: SegmentFlags,
    #[command(flatten)]
    dictionary: DictionaryFlag,
    #[command(flatten)]
    input: DocumentInput,
}

#[derive(Args, Serialize)]
struct SegmentFlags {
    /// The segmenter
    #[arg(long, value_enum)]
    #[serde(skip_serializing_if = "Option::is_none")]
    mode: Option<NamedSegmentMode>,
    /// Leave terms of several words apart, or join them
    #[arg(long, value_enum)]
    #[serde(skip_serializing_if = "Option::is_none")]
    terms: Option<NamedTerms>,
}

/// The modes of `duidu.segment`.
#[derive(Clone, Copy, Serialize, ValueEnum)]
#[serde(rename_all = "camelCase")]
enum NamedSegmentMode {
    /// The trained model
    Accurate,
    /// jieba
    Fast,
    /// Every ideograph by itself
    Character,
    /// Before each accurate word the shorter words inside it
    Search,
    /// Every word of jieba's dictionary that occurs
    Full,
}

#[derive(Serialize)]
struct SegmentedDocument<'a> {
    id: &'a str,
    tokens: Vec<SegmentedToken<'a>>,
}

impl SegmentCommand {
    /// Runs it.
    ///
    /// # Errors
    /// The reason why it ends early.
    pub(super) fn run(self) -> Result<ExitCode, End> {
        let options = options(&[&self.units])?;
        let options: SegmentOptions = serde_json::from_value(options).map_err(End::of)?;
        let mut faults = self.input.faults();
        let dictionary = self.dictionary.read(&mut faults)?;
        let needs_jieba = Query::from(options.query(String::new())).needs_dictionary();
        self.input.each(faults, move || {
            let mut engine = engine(dictionary.clone(), needs_jieba);
            move |place: &LinePlace, line: &str| {
                let engine = engine.as_mut().map_err(|reason| reason.clone())?;
                segmented(engine, options, place, line)
            }
        })
    }
}

fn segmented(
    engine: &mut Engine,
    options: SegmentOptions,
    place: &LinePlace,
    line: &str,
) -> Result<String, String> {
    let document = GivenDocument::read(line)?.document(|| place.id())?;
    let found = engine.ask(options.query(document.text.clone())).map_err(|error| error.to_string())?;
    let written = SegmentedDocument { id: &document.id, tokens: found.tokens(&document.text) };
    serde_json::to_string(&written).map_err(|error| error.to_string())
}
