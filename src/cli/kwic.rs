//! `duidu kwic`: a word in its contexts.

use std::process::ExitCode;

use clap::{Args, ValueEnum};
use serde::Serialize;
use serde_json::{Value, json};

use super::collection;
use super::count::is_off;
use super::document_input::DocumentInput;
use super::end::End;
use super::unit_flags::{UnitFlags, options, scope};
use crate::engine::call;

/// List the occurrences of a word, phrase or pattern in their contexts
#[derive(Args)]
pub(super) struct KwicCommand {
    #[command(flatten)]
    flags: KwicFlags,
    /// Only occurrences with this word near them
    #[arg(long, value_name = "WORD")]
    near: Option<String>,
    /// The words before the node that are examined for it, 0 to 20
    #[arg(long, value_name = "N", default_value_t = 5, requires = "near")]
    near_left: u32,
    /// The words after the node that are examined for it, 0 to 20
    #[arg(long, value_name = "N", default_value_t = 5, requires = "near")]
    near_right: u32,
    #[command(flatten)]
    units: UnitFlags,
    #[command(flatten)]
    input: DocumentInput,
}

#[derive(Args, Serialize)]
#[serde(rename_all = "camelCase")]
struct KwicFlags {
    /// The node, such as 合作, 合*, /第[一二三]次?/ or [tag=nr]; several are adjacent words
    node: String,
    /// Only some documents: JSON as window.duidu takes it, such as '{"paper": "大公報"}'
    #[arg(long, value_parser = scope, value_name = "SCOPE")]
    #[serde(skip_serializing_if = "Option::is_none")]
    scope: Option<Value>,
    /// The node is a name of this kind, in all its forms
    #[arg(long, value_enum, value_name = "KIND")]
    #[serde(skip_serializing_if = "Option::is_none")]
    entity: Option<NamedKind>,
    /// Find the writings of one word (臺灣, 台灣) together; unless it is given, that is done where the documents are in both scripts
    #[arg(long = "fold", value_name = "BOOL", num_args = 0..=1, require_equals = true, default_missing_value = "true")]
    #[serde(skip_serializing_if = "Option::is_none")]
    fold_variants: Option<bool>,
    /// Find the words of several regions for one thing (的士, 計程車) together
    #[arg(long = "fold-regional")]
    #[serde(skip_serializing_if = "is_off")]
    fold_regional: bool,
    /// The context on each side: 20 characters or 10 words
    #[arg(long, value_name = "N")]
    #[serde(skip_serializing_if = "Option::is_none")]
    context: Option<u32>,
    /// The unit of the context
    #[arg(long, value_enum, default_value = "character")]
    unit: NamedUnit,
    /// The words to sort by, the first first: L1 to L20, N, R1 to R20
    #[arg(long, value_name = "KEYS", value_delimiter = ',')]
    sort: Vec<String>,
    /// Sort within each document
    #[arg(long)]
    group_by_story: bool,
    /// The greatest number of rows
    #[arg(long, value_name = "N")]
    #[serde(skip_serializing_if = "Option::is_none")]
    limit: Option<u32>,
}

/// The kinds of names, by the names of `window.duidu`.
#[derive(Clone, Copy, Serialize, ValueEnum)]
#[serde(rename_all = "camelCase")]
enum NamedKind {
    Person,
    Place,
    Organisation,
}

/// The units of context, by the names of `window.duidu`.
#[derive(Clone, Copy, Serialize, ValueEnum)]
#[serde(rename_all = "camelCase")]
enum NamedUnit {
    Character,
    Word,
}

impl KwicCommand {
    /// Runs it.
    ///
    /// # Errors
    /// The reason why it ends early.
    pub(super) fn run(self) -> Result<ExitCode, End> {
        let (left, right) = (self.near_left, self.near_right);
        let near = match self.near {
            Some(word) => json!({ "near": { "word": word, "left": left, "right": right } }),
            None => json!({}),
        };
        let options = options(&[&self.flags, &near, &self.units])?;
        let query = call("kwic", vec![options]).map_err(End::of)?;
        let dictionary = &self.units.dictionary;
        collection::ask(self.input, dictionary, &query, |output, answer| output.answer(&answer))
    }
}
