//! The message of every kind, error and stage.

use super::i18n::Catalog;
use super::routes::MarkKind;
use super::state::{Notice, Severity};
use crate::corpus::BlockKind;
use crate::engine::EngineError;
use crate::view::DifferenceType;
use crate::worker::{Failure, WorkerFailure};

/// The one-character name of a kind of mark. It stands in the text beside the line style, so that colour is
/// never alone; it stays Chinese in every language, as an apparatus keeps its signs.
pub fn glyph(kind: MarkKind) -> &'static str {
    match kind {
        MarkKind::Inside(DifferenceType::Variant) => "異",
        MarkKind::Inside(DifferenceType::Punctuation) => "標",
        MarkKind::Inside(DifferenceType::Number) => "數",
        MarkKind::Inside(DifferenceType::Wording) => "換",
        MarkKind::Inside(DifferenceType::Addition) => "增",
        MarkKind::Inside(DifferenceType::Omission) => "刪",
        MarkKind::Moved => "⇄",
        MarkKind::Only => "獨",
    }
}

/// The message that names a kind of mark.
pub fn mark(kind: MarkKind) -> &'static str {
    match kind {
        MarkKind::Inside(DifferenceType::Variant) => "mark-variant",
        MarkKind::Inside(DifferenceType::Punctuation) => "mark-punctuation",
        MarkKind::Inside(DifferenceType::Number) => "mark-number",
        MarkKind::Inside(DifferenceType::Wording) => "mark-wording",
        MarkKind::Inside(DifferenceType::Addition) => "mark-addition",
        MarkKind::Inside(DifferenceType::Omission) => "mark-omission",
        MarkKind::Moved => "mark-moved",
        MarkKind::Only => "mark-only",
    }
}

/// The name of a block kind in a style sheet and, after `block-`, of its message.
pub fn block(kind: BlockKind) -> (&'static str, &'static str) {
    match kind {
        BlockKind::Headline => ("headline", "block-headline"),
        BlockKind::Kicker => ("kicker", "block-kicker"),
        BlockKind::Deck => ("deck", "block-deck"),
        BlockKind::Byline => ("byline", "block-byline"),
        BlockKind::Subhead => ("subhead", "block-subhead"),
        BlockKind::Paragraph => ("paragraph", "block-paragraph"),
        BlockKind::PullQuote => ("pull-quote", "block-pull-quote"),
        BlockKind::Caption => ("caption", "block-caption"),
        BlockKind::Note => ("note", "block-note"),
    }
}

/// What to tell the reader when a query has no answer.
pub fn failure(failure: &Failure) -> Notice {
    match failure {
        Failure::Engine(error) => engine_error(error),
        Failure::Worker(failure) => worker_failure(failure),
        Failure::Cancelled => {
            Notice { severity: Severity::Info, key: "failure-cancelled", arguments: Vec::new() }
        }
    }
}

fn engine_error(error: &EngineError) -> Notice {
    match error {
        EngineError::UnknownStory { id } => problem("failure-unknown-story", [("id", id.clone())]),
        EngineError::EmptyScope => problem("failure-empty-scope", []),
        EngineError::EmptyNode => problem("failure-empty-node", []),
        EngineError::BrokenDictionary { line } => {
            problem("failure-broken-dictionary", [("line", line.to_string())])
        }
    }
}

/// What to tell the reader when the analysis thread does not answer.
pub fn worker_failure(failure: &WorkerFailure) -> Notice {
    match failure {
        WorkerFailure::LoadFailed { detail } => problem("failure-load", [("detail", detail.clone())]),
        WorkerFailure::DictionaryMissing { address, detail } => {
            problem("failure-dictionary", [("address", address.clone()), ("detail", detail.clone())])
        }
        WorkerFailure::DictionaryBroken(error) => engine_error(error),
        WorkerFailure::VersionMismatch { page, worker } => {
            problem("failure-version", [("page", page.clone()), ("worker", worker.clone())])
        }
        WorkerFailure::TimedOut { seconds } => {
            problem("failure-timed-out", [("seconds", seconds.to_string())])
        }
        WorkerFailure::Crashed { detail } => problem("failure-crashed", [("detail", detail.clone())]),
    }
}

fn problem<const N: usize>(key: &'static str, arguments: [(&'static str, String); N]) -> Notice {
    Notice { severity: Severity::Error, key, arguments: arguments.into() }
}

/// A notice in words.
pub fn words(notice: &Notice, catalog: &Catalog) -> String {
    let arguments = notice.arguments.iter().map(|(name, value)| (*name, value.as_str().into()));
    catalog.with(notice.key, arguments).to_string()
}
