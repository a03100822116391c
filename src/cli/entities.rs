//! `duidu entities`: the names of persons, places and organisations in each document.

use std::process::ExitCode;

use clap::Args;
use serde::Serialize;

use super::document::GivenDocument;
use super::document_input::DocumentInput;
use super::end::End;
use super::line::LinePlace;
use super::unit_flags::{DictionaryFlag, engine};
use crate::engine::{Ask, Engine, EntitiesQuestion};
use crate::view::EntityKind;

/// Write the names of each document: {"id", "entities": [{"name", "kind", "start", "end"}]}
///
/// Each document is read by itself, as duidu.entities(id) does it; the name is the fullest form in the document.
#[derive(Args)]
pub(super) struct EntitiesCommand {
    #[command(flatten)]
    dictionary: DictionaryFlag,
    #[command(flatten)]
    input: DocumentInput,
}

#[derive(Serialize)]
struct NamedDocument<'a> {
    id: &'a str,
    entities: Vec<MentionedName<'a>>,
}

/// A name at a place of a document.
#[derive(Serialize)]
struct MentionedName<'a> {
    name: &'a str,
    kind: EntityKind,
    start: u32,
    end: u32,
}

impl EntitiesCommand {
    /// Runs it.
    ///
    /// # Errors
    /// The reason why it ends early.
    pub(super) fn run(self) -> Result<ExitCode, End> {
        let mut faults = self.input.faults();
        let dictionary = self.dictionary.read(&mut faults)?;
        self.input.each(faults, move || {
            let mut engine = engine(dictionary.clone(), false);
            move |place: &LinePlace, line: &str| {
                let engine = engine.as_mut().map_err(|reason| reason.clone())?;
                named(engine, place, line)
            }
        })
    }
}

fn named(engine: &mut Engine, place: &LinePlace, line: &str) -> Result<String, String> {
    let document = GivenDocument::read(line)?.document(|| place.id())?;
    let id = document.id.clone();
    engine.clear_documents();
    engine.add_document(document);
    let found = engine.ask(EntitiesQuestion::default().query()).map_err(|error| error.to_string())?;
    let mentions = found.rows.iter().flat_map(|row| {
        row.places.iter().map(|place| MentionedName {
            name: &row.name,
            kind: row.kind,
            start: place.range.start,
            end: place.range.end,
        })
    });
    let mut entities: Vec<MentionedName<'_>> = mentions.collect();
    entities.sort_by_key(|mention| mention.start);
    serde_json::to_string(&NamedDocument { id: &id, entities }).map_err(|error| error.to_string())
}
