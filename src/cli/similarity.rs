//! `duidu similarity`: the documents that share text.

use std::process::ExitCode;

use clap::Args;
use serde::Serialize;
use serde_json::{Value, json};

use super::collection;
use super::document_input::DocumentInput;
use super::end::End;
use super::output::Output;
use super::unit_flags::{DictionaryFlag, options, scope};
use crate::engine::{Answer, call};
use crate::view::Similarity;

/// List the pairs of documents that share most, or the groups of documents on one event
#[derive(Args)]
pub(super) struct SimilarityCommand {
    #[command(flatten)]
    flags: SimilarityFlags,
    /// Write groups of two or more documents instead: {"ids"}
    #[arg(long)]
    groups: bool,
    #[command(flatten)]
    dictionary: DictionaryFlag,
    #[command(flatten)]
    input: DocumentInput,
}

#[derive(Args, Serialize)]
#[serde(rename_all = "camelCase")]
struct SimilarityFlags {
    /// The least run of letters that counts as copied; 10
    #[arg(long, value_name = "N")]
    #[serde(skip_serializing_if = "Option::is_none")]
    min_run: Option<u32>,
    /// Only some documents: JSON as window.duidu takes it
    #[arg(long, value_parser = scope, value_name = "SCOPE", default_value = "all")]
    #[serde(skip)]
    scope: Value,
}

impl SimilarityCommand {
    /// Runs it.
    ///
    /// # Errors
    /// The reason why it ends early.
    pub(super) fn run(self) -> Result<ExitCode, End> {
        let options = options(&[&self.flags])?;
        let query = call("similarity", vec![self.flags.scope, options]).map_err(End::of)?;
        let wants_groups = self.groups;
        collection::ask(self.input, &self.dictionary, &query, |output, answer| match answer {
            Answer::Similarity(found) if wants_groups => groups(output, &found),
            Answer::Similarity(found) => found
                .pairs
                .iter()
                .try_for_each(|pair| output.line(&serde_json::to_string(pair).map_err(End::of)?)),
            answer => output.answer(&answer),
        })
    }
}

fn groups(output: &mut Output, found: &Similarity) -> Result<(), End> {
    let mut groups: Vec<Vec<&str>> = Vec::new();
    for (id, &group) in found.ids.iter().zip(&found.groups) {
        let group = group as usize;
        groups.resize_with(groups.len().max(group + 1), Vec::new);
        if let Some(ids) = groups.get_mut(group) {
            ids.push(id);
        }
    }
    let several = groups.iter().filter(|ids| ids.len() > 1);
    several.map(|ids| json!({ "ids": ids }).to_string()).try_for_each(|line| output.line(&line))
}
