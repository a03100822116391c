//! The command `duidu`: documents in, one JSON object a line, and answers out, with the questions of `window.duidu`.

mod ask;
mod collection;
mod count;
mod document;
mod document_input;
mod end;
mod entities;
mod export;
mod fingerprints;
mod kwic;
mod labels;
mod line;
mod manual;
mod output;
mod progress;
mod segment;
mod sets;
mod similarity;
mod stories;
mod threads;
mod unit_flags;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use end::End;

/// Segments, counts and compares Chinese news as the page of Duìdú does, with the same words and numbers.
///
/// Documents are read as JSON Lines: {"id", "text", "headline", "paper", "date", "series", "page", "blocks"}, of which only
/// "text" is required. `duidu stories` makes them of files.
#[derive(Parser)]
#[command(name = "duidu", version)]
struct Arguments {
    #[command(subcommand)]
    command: CommandName,
}

#[derive(Subcommand)]
enum CommandName {
    Stories(stories::StoriesCommand),
    Segment(segment::SegmentCommand),
    Entities(entities::EntitiesCommand),
    Count(count::CountCommand),
    Kwic(kwic::KwicCommand),
    Compare(sets::CompareCommand),
    Facts(sets::FactsCommand),
    Report(sets::ReportCommand),
    Export(export::ExportCommand),
    Similarity(similarity::SimilarityCommand),
    Fingerprints(fingerprints::FingerprintsCommand),
    Ask(ask::AskCommand),
    Completions(manual::CompletionsCommand),
    Manual(manual::ManualCommand),
}

/// Runs the command of this process, and returns its exit code: 0, 1 if something could not be read, 2 if the command
/// failed or makes no sense, 141 if nobody reads on.
pub fn run() -> ExitCode {
    let end = match Arguments::parse().command {
        CommandName::Stories(command) => command.run(),
        CommandName::Segment(command) => command.run(),
        CommandName::Entities(command) => command.run(),
        CommandName::Count(command) => command.run(),
        CommandName::Kwic(command) => command.run(),
        CommandName::Compare(command) => command.run(),
        CommandName::Facts(command) => command.run(),
        CommandName::Report(command) => command.run(),
        CommandName::Export(command) => command.run(),
        CommandName::Similarity(command) => command.run(),
        CommandName::Fingerprints(command) => command.run(),
        CommandName::Ask(command) => command.run(),
        CommandName::Completions(command) => command.run(),
        CommandName::Manual(command) => command.run(),
    };
    end.unwrap_or_else(End::code)
}
