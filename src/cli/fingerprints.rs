//! `duidu fingerprints`: some runs of each document, by which a database finds the documents that share text.

use std::process::ExitCode;

use clap::Args;
use serde::Serialize;

use super::document::GivenDocument;
use super::document_input::DocumentInput;
use super::end::End;
use super::line::LinePlace;
use crate::compare::{MINIMUM_RUN, fingerprints};

/// Write hashes of some runs of letters of each document, to be joined elsewhere: {"id", "fingerprints": [number]}
///
/// Documents that share a run of --min-run and --window letters less one have a fingerprint in common. Letters are those that
/// `duidu similarity` compares: without punctuation, variants and scripts as one.
#[derive(Args)]
pub(super) struct FingerprintsCommand {
    /// The letters of a run
    #[arg(long, value_name = "N", default_value_t = MINIMUM_RUN, value_parser = clap::value_parser!(u32).range(1..))]
    min_run: u32,
    /// Of this many consecutive runs one is chosen
    #[arg(long, value_name = "N", default_value_t = 8, value_parser = clap::value_parser!(u32).range(1..))]
    window: u32,
    #[command(flatten)]
    input: DocumentInput,
}

#[derive(Serialize)]
struct PrintedDocument<'a> {
    id: &'a str,
    fingerprints: Vec<u64>,
}

impl FingerprintsCommand {
    /// Runs it.
    ///
    /// # Errors
    /// The reason why it ends early.
    pub(super) fn run(self) -> Result<ExitCode, End> {
        let faults = self.input.faults();
        let (length, window) = (self.min_run as usize, self.window as usize);
        self.input.each(faults, move || {
            move |place: &LinePlace, line: &str| {
                let document = GivenDocument::read(line)?.document(|| place.id())?;
                let fingerprints = fingerprints(&document.text, &document.sentences(), length, window);
                let written = PrintedDocument { id: &document.id, fingerprints };
                serde_json::to_string(&written).map_err(|error| error.to_string())
            }
        })
    }
}
