//! All documents together, and a question about them.

use std::process::ExitCode;

use rustc_hash::FxHashMap;

use super::document::GivenDocument;
use super::document_input::DocumentInput;
use super::end::{End, Faults};
use super::line::LinePlace;
use super::output::Output;
use super::threads::spread;
use super::unit_flags::{DictionaryFlag, engine};
use crate::corpus::Document;
use crate::engine::{Answer, Engine, Query};

/// Bytes of text that are segmented between two steps of the progress.
const SLICE: usize = 8 << 20;

/// Asks one question about all documents of the input, and gives the answer to `write`. Memory grows with the documents.
///
/// # Errors
/// The reason why the command ends early.
pub(super) fn ask(
    input: DocumentInput,
    dictionary: &DictionaryFlag,
    query: &Query,
    write: impl FnOnce(&mut Output, Answer) -> Result<(), End>,
) -> Result<ExitCode, End> {
    let mut output = Output::open();
    let mut faults = input.faults();
    let jobs = input.jobs.get();
    let dictionary = dictionary.read(&mut faults)?;
    let mut engine = engine(dictionary, query.needs_dictionary()).map_err(End::Failed)?;
    read(input, &mut output, &mut faults, &mut engine)?;
    while engine
        .prepare_across(query, SLICE, |documents, cut| spread(jobs, documents, |document| cut(document)))
        .map_err(End::of)?
    {}
    let answer = engine.handle(query.clone()).map_err(End::of)?;
    write(&mut output, answer)?;
    output.flush()?;
    Ok(faults.code())
}

/// Reads all documents into an engine. Of several with the same id the first is taken.
fn read(
    input: DocumentInput,
    output: &mut Output,
    faults: &mut Faults,
    engine: &mut Engine,
) -> Result<(), End> {
    let mut places: FxHashMap<String, LinePlace> = FxHashMap::default();
    input.through(
        output,
        faults,
        || |place: &LinePlace, line: &str| GivenDocument::read(line)?.document(|| place.id()),
        |_, place, document: Document| {
            if let Some(first) = places.get(&document.id) {
                return Ok(Err(format!("the id “{}” is that of {first} already", document.id)));
            }
            places.insert(document.id.clone(), place.clone());
            engine.add_document(document);
            Ok(Ok(()))
        },
    )
}
