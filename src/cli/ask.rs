//! `duidu ask`: any question of `window.duidu`.

use std::process::ExitCode;

use clap::Args;
use serde_json::Value;

use super::collection;
use super::document_input::DocumentInput;
use super::end::End;
use super::output::Output;
use super::unit_flags::DictionaryFlag;
use crate::engine::call;

/// Answer a question of window.duidu about all documents
///
/// For example: duidu ask collocates '{"node": "合作", "limit": 20}' < documents.jsonl
#[derive(Args)]
pub(super) struct AskCommand {
    /// The function, such as wordList
    name: String,
    /// Its arguments as JSON, in their order
    #[arg(value_parser = argument)]
    arguments: Vec<Value>,
    #[command(flatten)]
    dictionary: DictionaryFlag,
    #[command(flatten)]
    input: DocumentInput,
}

impl AskCommand {
    /// Runs it.
    ///
    /// # Errors
    /// The reason why it ends early.
    pub(super) fn run(self) -> Result<ExitCode, End> {
        let query = call(&self.name, self.arguments).map_err(End::of)?;
        collection::ask(self.input, &self.dictionary, &query, |output: &mut Output, answer| {
            output.answer(&answer)
        })
    }
}

fn argument(text: &str) -> Result<Value, String> {
    serde_json::from_str(text).map_err(|error| format!("{error}; write strings in quotation marks"))
}
