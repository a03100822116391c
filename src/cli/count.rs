//! `duidu count`: words, keyness, sequences of words, and the words of each document by itself.

use std::path::PathBuf;
use std::process::ExitCode;
use std::{fs, io};

use clap::{Args, Subcommand, ValueEnum};
use serde::Serialize;
use serde_json::{Value, json};

use super::collection;
use super::document::GivenDocument;
use super::document_input::DocumentInput;
use super::end::End;
use super::line::LinePlace;
use super::unit_flags::{Flags, UnitFlags, engine, options, scope};
use crate::corpus::Units;
use crate::engine::{Ask, Engine, EngineError, WordListQuestion, call};
use crate::text::fold;

/// Count words: in all documents together, or in each by itself
#[derive(Args)]
pub(super) struct CountCommand {
    #[command(subcommand)]
    counted: CountKind,
}

#[derive(Subcommand)]
enum CountKind {
    Words(WordsCommand),
    Keyness(KeynessCommand),
    Ngrams(NgramsCommand),
    Each(EachCommand),
}

impl CountCommand {
    /// Runs it.
    ///
    /// # Errors
    /// The reason why it ends early.
    pub(super) fn run(self) -> Result<ExitCode, End> {
        match self.counted {
            CountKind::Words(WordsCommand { flags, common }) => common.ask("wordList", &[&flags]),
            CountKind::Keyness(KeynessCommand { flags, reference, word_list, common }) => {
                let reference = match word_list {
                    Some(file) => json!({ "wordList": text_of(&file)? }),
                    None => reference,
                };
                common.ask("keyness", &[&flags, &json!({ "reference": reference })])
            }
            CountKind::Ngrams(NgramsCommand { flags, common }) => common.ask("ngrams", &[&flags]),
            CountKind::Each(command) => command.run(),
        }
    }
}

/// The flags of every count over all documents.
#[derive(Args)]
struct CommonFlags {
    #[command(flatten)]
    counting: CountingFlags,
    #[command(flatten)]
    units: UnitFlags,
    #[command(flatten)]
    input: DocumentInput,
}

#[derive(Args, Serialize)]
#[serde(rename_all = "camelCase")]
struct CountingFlags {
    /// Count the writings of one word (臺灣, 台灣) as one; unless it is given, that is done where the documents are in both scripts
    #[arg(long = "fold", value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    #[serde(skip_serializing_if = "Option::is_none")]
    fold_variants: Option<bool>,
    /// Count the words of several regions for one thing (的士, 計程車) as one
    #[arg(long = "fold-regional")]
    #[serde(skip_serializing_if = "is_off")]
    fold_regional: bool,
    /// The least frequency listed
    #[arg(long, value_name = "N")]
    #[serde(skip_serializing_if = "Option::is_none")]
    min_frequency: Option<u32>,
    /// The greatest number of rows
    #[arg(long, value_name = "N")]
    #[serde(skip_serializing_if = "Option::is_none")]
    limit: Option<u32>,
}

impl CommonFlags {
    fn ask(self, name: &str, own: &[&dyn Flags]) -> Result<ExitCode, End> {
        let options = options(&[own, &[&self.counting, &self.units]].concat())?;
        let query = call(name, vec![options]).map_err(End::of)?;
        let dictionary = &self.units.dictionary;
        collection::ask(self.input, dictionary, &query, |output, answer| output.answer(&answer))
    }
}

/// List the words of all documents, the most frequent first, with range and dispersion
#[derive(Args)]
struct WordsCommand {
    #[command(flatten)]
    flags: WordsFlags,
    #[command(flatten)]
    common: CommonFlags,
}

#[derive(Args, Serialize)]
#[serde(rename_all = "camelCase")]
struct WordsFlags {
    /// Only some documents: JSON as window.duidu takes it, such as '{"paper": "大公報"}'
    #[arg(long, value_parser = scope, value_name = "SCOPE")]
    #[serde(skip_serializing_if = "Option::is_none")]
    scope: Option<Value>,
    /// Leave out the stop words of the list that is included
    #[arg(long)]
    #[serde(skip_serializing_if = "is_off")]
    stop_words: bool,
    /// Give each word its frequency in each document
    #[arg(long)]
    #[serde(skip_serializing_if = "is_off")]
    by_story: bool,
    /// Only some words: JSON such as '{"tag": "n*", "minLength": 2}'
    #[arg(long, value_parser = scope, value_name = "FILTER")]
    #[serde(skip_serializing_if = "Option::is_none")]
    filter: Option<Value>,
}

/// List the words that distinguish some documents from others, or from a word list
#[derive(Args)]
struct KeynessCommand {
    #[command(flatten)]
    flags: KeynessFlags,
    /// The documents they are compared with
    #[arg(long, value_parser = scope, value_name = "SCOPE", default_value = "all")]
    reference: Value,
    /// A word list to compare with instead: a word, a tab and a frequency on each line
    #[arg(long, value_name = "FILE", conflicts_with = "reference")]
    word_list: Option<PathBuf>,
    #[command(flatten)]
    common: CommonFlags,
}

#[derive(Args, Serialize)]
#[serde(rename_all = "camelCase")]
struct KeynessFlags {
    /// The documents asked about: JSON as window.duidu takes it, such as '{"paper": "大公報"}'
    #[arg(long, value_parser = scope, value_name = "SCOPE", default_value = "all")]
    target: Value,
    /// The measure to rank by
    #[arg(long, value_enum)]
    #[serde(skip_serializing_if = "Option::is_none")]
    measure: Option<NamedMeasure>,
}

/// The measures of keyness, by the names of `window.duidu`.
#[derive(Clone, Copy, Serialize, ValueEnum)]
#[serde(rename_all = "camelCase")]
#[value(rename_all = "camelCase")]
enum NamedMeasure {
    G2,
    Bic,
    Chi2,
    LogRatio,
    Diff,
    OddsRatio,
    SimpleMaths,
}

/// List the sequences of words that are repeated, with the number of documents they occur in
#[derive(Args)]
struct NgramsCommand {
    #[command(flatten)]
    flags: NgramsFlags,
    #[command(flatten)]
    common: CommonFlags,
}

#[derive(Args, Serialize)]
#[serde(rename_all = "camelCase")]
struct NgramsFlags {
    /// Only some documents: JSON as window.duidu takes it
    #[arg(long, value_parser = scope, value_name = "SCOPE")]
    #[serde(skip_serializing_if = "Option::is_none")]
    scope: Option<Value>,
    /// The least number of words; 2
    #[arg(long, value_name = "N")]
    #[serde(skip_serializing_if = "Option::is_none")]
    min: Option<u32>,
    /// The greatest number of words; 4
    #[arg(long, value_name = "N")]
    #[serde(skip_serializing_if = "Option::is_none")]
    max: Option<u32>,
}

/// Count the words of each document by itself, to be added up elsewhere: {"id", "tokens", "words": [{"word", "frequency"}]}
///
/// With --fold each row also has the form under which the writings of a word are one, as "folded".
#[derive(Args)]
struct EachCommand {
    /// Count the writings of one word (臺灣, 台灣) as one
    #[arg(long)]
    fold: bool,
    #[command(flatten)]
    units: UnitFlags,
    #[command(flatten)]
    input: DocumentInput,
}

#[derive(Serialize)]
struct CountedDocument<'a> {
    id: &'a str,
    tokens: u32,
    words: Vec<CountedWord<'a>>,
}

#[derive(Serialize)]
struct CountedWord<'a> {
    word: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    folded: Option<String>,
    frequency: u32,
}

impl EachCommand {
    fn run(self) -> Result<ExitCode, End> {
        let query = call("wordList", vec![options(&[&self.units])?]).map_err(End::of)?;
        let mut faults = self.input.faults();
        let dictionary = self.units.dictionary.read(&mut faults)?;
        let (units, needs_jieba, fold) = (query.units, query.needs_dictionary(), self.fold);
        self.input.each(faults, move || {
            let mut engine = engine(dictionary.clone(), needs_jieba);
            move |place: &LinePlace, line: &str| {
                let engine = engine.as_mut().map_err(|reason| reason.clone())?;
                counted(engine, units, fold, place, line)
            }
        })
    }
}

fn counted(
    engine: &mut Engine,
    units: Units,
    fold_variants: bool,
    place: &LinePlace,
    line: &str,
) -> Result<String, String> {
    let document = GivenDocument::read(line)?.document(|| place.id())?;
    let id = document.id.clone();
    engine.clear_documents();
    engine.add_document(document);
    let question = WordListQuestion { fold_variants: Some(fold_variants), ..WordListQuestion::default() };
    let (tokens, rows) = match engine.ask(question.over(units)) {
        Ok(list) => (list.tokens, list.rows),
        // A document without a word is counted all the same.
        Err(EngineError::EmptyScope) => (0, Vec::new()),
        Err(error) => return Err(error.to_string()),
    };
    let words = rows.iter().map(|row| CountedWord {
        word: &row.word,
        folded: fold_variants.then(|| fold(&row.word)),
        frequency: row.frequency,
    });
    let written = CountedDocument { id: &id, tokens, words: words.collect() };
    serde_json::to_string(&written).map_err(|error| error.to_string())
}

fn text_of(file: &PathBuf) -> Result<String, End> {
    fs::read_to_string(file).map_err(|error: io::Error| End::Failed(format!("{}: {error}", file.display())))
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
pub(super) fn is_off(flag: &bool) -> bool {
    !flag
}
