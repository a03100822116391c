//! The notice of each failure and of each outcome.

use yew::AttrValue;

use crate::analysis::NodeError;
use crate::corpus::DateError;
use crate::engine::{EngineError, LinkError, SessionError};
use crate::ingest::{EditError, FileError};
use crate::lexicon::{FrequencyTableErrorKind, LexiconErrorKind, RegionalErrorKind};
use crate::ui::i18n::{Catalog, MessageKey, key};
use crate::ui::state::{Notice, NoticeAction, Severity};
use crate::view::{DictionaryChange, SessionUndone, StorageState, TextChange, Unkept};
use crate::worker::{Failure, WorkerFailure};

/// The argument that names why something is not kept.
const WHY: &str = "why";

/// Formats the message that says what is wrong with an entry of the dictionary.
pub fn lexicon_error(kind: LexiconErrorKind, catalog: &Catalog) -> AttrValue {
    catalog.text(match kind {
        LexiconErrorKind::NoWord => key!("entry-no-word"),
        LexiconErrorKind::Punctuation => key!("entry-punctuation"),
        LexiconErrorKind::OneCharacter => key!("entry-one-character"),
        LexiconErrorKind::TooLong => key!("entry-too-long"),
        LexiconErrorKind::Frequency => key!("entry-frequency"),
        LexiconErrorKind::Tag => key!("entry-tag"),
        LexiconErrorKind::Columns => key!("entry-columns"),
        LexiconErrorKind::Parts => key!("entry-parts"),
        LexiconErrorKind::Place => key!("entry-place"),
        LexiconErrorKind::Reserved => key!("entry-reserved"),
        LexiconErrorKind::Contradiction => key!("entry-contradiction"),
        LexiconErrorKind::Regional(RegionalErrorKind::Columns) => key!("entry-regional-columns"),
        LexiconErrorKind::Regional(RegionalErrorKind::NoWord) => key!("entry-regional-no-word"),
        LexiconErrorKind::Regional(RegionalErrorKind::Same) => key!("entry-regional-same"),
        LexiconErrorKind::Regional(RegionalErrorKind::TooLong) => key!("entry-too-long"),
    })
}

/// Returns the notice about an edit of the dictionary, with the message `done` if it was stored.
pub fn edited(change: &DictionaryChange, done: MessageKey, undoable: bool) -> Notice {
    match &change.unkept {
        Some(why) => problem(key!("notice-unkept"), because(why)),
        None => Notice {
            severity: Severity::Info,
            key: done,
            arguments: vec![
                ("tokens", change.effect.tokens.to_string()),
                ("added", change.added.to_string()),
            ],
            action: undoable.then_some(NoticeAction::UndoDictionary),
        },
    }
}

/// Returns the notice that says why a file gives no text, and what to do.
pub fn file_error(error: &FileError) -> Notice {
    match error {
        FileError::Empty => problem(key!("file-empty"), []),
        FileError::Frames { addresses } => problem(key!("file-frames"), [("addresses", addresses.clone())]),
        FileError::Binary => problem(key!("file-binary"), []),
        FileError::TooLarge { megabytes, limit } => problem(
            key!("file-too-large"),
            [("megabytes", megabytes.to_string()), ("limit", limit.to_string())],
        ),
        FileError::Crashed { detail } => problem(key!("file-crashed"), [("detail", detail_or_none(detail))]),
        FileError::LeftOut => problem(key!("file-left-out"), []),
        FileError::NoRoom { megabytes, room } => {
            problem(key!("file-no-room"), [("megabytes", megabytes.to_string()), ("room", room.to_string())])
        }
        FileError::UnpacksTooLarge { limit } => problem(key!("file-unpacks"), [("limit", limit.to_string())]),
        FileError::TooManyFiles { files, limit } => {
            problem(key!("file-too-many"), [("files", files.to_string()), ("limit", limit.to_string())])
        }
        FileError::OverlappingFiles => problem(key!("file-overlapping"), []),
        FileError::SameNames => problem(key!("file-same-names"), []),
        FileError::NestedTooDeep { limit } => problem(key!("file-nested"), [("limit", limit.to_string())]),
        FileError::Broken { detail } => problem(key!("file-broken"), [("detail", detail_or_none(detail))]),
        FileError::NoWitness { detail } => {
            problem(key!("file-no-witness"), [("detail", detail_or_none(detail))])
        }
        FileError::NoTextColumn { found } => problem(key!("file-no-column"), [("found", found.clone())]),
        FileError::NoTextLayer => problem(key!("file-no-layer"), []),
        FileError::PdfInside => problem(key!("file-pdf-inside"), []),
        FileError::Encrypted => problem(key!("file-encrypted"), []),
        FileError::PdfUnavailable => problem(key!("file-pdf-unavailable"), []),
        FileError::UnknownFormat { extension } => {
            problem(key!("file-unknown"), [("extension", extension.clone())])
        }
    }
}

/// Returns the notice about own texts that the browser could not store; `None` if it stored them.
pub fn unkept(change: &TextChange) -> Option<Notice> {
    Some(problem(key!("texts-unkept"), because(change.unkept.as_ref()?)))
}

/// Returns the notice about files that have more text than there is room for, before they are read.
pub fn little_memory(given: u32, room: u32) -> Notice {
    let arguments = vec![("given", given.to_string()), ("room", room.to_string())];
    Notice { severity: Severity::Info, key: key!("notice-little-memory"), arguments, action: None }
}

/// Returns the notice about a frame in which nothing can be stored.
pub fn sandboxed() -> Notice {
    Notice { severity: Severity::Info, key: key!("notice-sandboxed"), arguments: Vec::new(), action: None }
}

/// Returns the notice about a query without an answer.
pub fn failure(failure: &Failure) -> Notice {
    match failure {
        Failure::Engine(error) => engine_error(error),
        Failure::Worker(failure) => worker_failure(failure),
        Failure::Cancelled => Notice {
            severity: Severity::Info,
            key: key!("failure-cancelled"),
            arguments: Vec::new(),
            action: None,
        },
    }
}

fn word_list_error(kind: FrequencyTableErrorKind) -> MessageKey {
    match kind {
        FrequencyTableErrorKind::Empty => key!("failure-list-empty"),
        FrequencyTableErrorKind::Columns => key!("failure-list-columns"),
        FrequencyTableErrorKind::Frequency => key!("failure-list-frequency"),
        FrequencyTableErrorKind::Twice => key!("failure-list-twice"),
        FrequencyTableErrorKind::TooLarge => key!("failure-list-large"),
    }
}

fn session_error(error: &SessionError) -> Notice {
    match error {
        SessionError::NotASession { detail } => {
            problem(key!("failure-session"), [("detail", detail.clone())])
        }
        SessionError::TooNew { version, known } => {
            let arguments = [("version", version.to_string()), ("known", known.to_string())];
            problem(key!("failure-session-new"), arguments)
        }
    }
}

fn link_error(error: LinkError) -> Notice {
    let key = match error {
        LinkError::CutOff => key!("failure-link-cut"),
        LinkError::TooNew => key!("failure-link-new"),
        LinkError::TooLong => key!("failure-link-long"),
        LinkError::Broken => key!("failure-link-broken"),
    };
    problem(key, [])
}

fn engine_error(error: &EngineError) -> Notice {
    match error {
        EngineError::UnknownStory { id } => problem(key!("failure-unknown-story"), [("id", id.clone())]),
        EngineError::EmptyScope => problem(key!("failure-empty-scope"), []),
        EngineError::SameStories => problem(key!("failure-same-stories"), []),
        EngineError::EmptyNode => problem(key!("failure-empty-node"), []),
        EngineError::Node(error) => node_error(error),
        EngineError::Date(DateError::NotADate { given }) => {
            problem(key!("failure-date"), [("given", given.clone())])
        }
        EngineError::Date(DateError::Backward { from, to }) => {
            problem(key!("failure-dates-backward"), [("from", from.clone()), ("to", to.clone())])
        }
        EngineError::WordList(error) => {
            problem(word_list_error(error.kind), [("line", error.line.to_string())])
        }
        EngineError::Span { widest } => problem(key!("failure-span"), [("widest", widest.to_string())]),
        EngineError::NgramLength { longest } => {
            problem(key!("failure-ngram-length"), [("longest", longest.to_string())])
        }
        EngineError::OneStory => problem(key!("failure-one-story"), []),
        EngineError::StoryCount { most } => {
            problem(key!("failure-story-count"), [("most", most.to_string())])
        }
        EngineError::TooMuchText { stories, characters, most, .. } => problem(
            key!("failure-too-much-text"),
            [
                ("stories", stories.to_string()),
                ("millions", characters.div_ceil(1_000_000).to_string()),
                ("limit", (most / 1_000_000).to_string()),
                ("wan", characters.div_ceil(10_000).to_string()),
                ("wan-limit", (most / 10_000).to_string()),
            ],
        ),
        EngineError::NamePattern { .. } => problem(key!("failure-name-pattern"), []),
        EngineError::NoNameColumn { found } => {
            problem(key!("failure-no-name-column"), [("found", found.clone())])
        }
        EngineError::NothingFits => problem(key!("failure-nothing-fits"), []),
        EngineError::UnknownText { id } => problem(key!("failure-unknown-text"), [("id", id.clone())]),
        EngineError::TextChanged { .. } => problem(key!("failure-text-changed"), []),
        EngineError::TextEdit(error) => edit_error(error),
        EngineError::Session(error) => session_error(error),
        EngineError::Link(error) => link_error(*error),
        EngineError::NoRoom { megabytes, room } => {
            problem(key!("file-no-room"), [("megabytes", megabytes.to_string()), ("room", room.to_string())])
        }
        EngineError::UnknownEntry { word } => {
            problem(key!("failure-unknown-entry"), [("word", word.clone())])
        }
        EngineError::NothingToUndo => problem(key!("failure-nothing-to-undo"), []),
        EngineError::BrokenModel { .. } => problem(key!("failure-broken-model"), []),
        EngineError::NoMargins => problem(key!("failure-no-margins"), []),
        EngineError::NoDictionary => problem(key!("failure-no-dictionary"), []),
        EngineError::NoModel => problem(key!("failure-no-model"), []),
        EngineError::BrokenDictionary { line } => {
            problem(key!("failure-broken-dictionary"), [("line", line.to_string())])
        }
    }
}

fn node_error(error: &NodeError) -> Notice {
    match error {
        NodeError::Empty => problem(key!("failure-empty-node"), []),
        NodeError::Punctuation { item } => problem(key!("failure-punctuation"), [("item", item.clone())]),
        NodeError::Regex { item, reason } => {
            problem(key!("failure-regex"), [("item", item.clone()), ("reason", reason.clone())])
        }
        NodeError::RegexTooLarge { item } => problem(key!("failure-regex-large"), [("item", item.clone())]),
    }
}

fn edit_error(error: &EditError) -> Notice {
    match error {
        EditError::NoSuchStory { .. } | EditError::NoSuchBlock { .. } => {
            problem(key!("failure-text-changed"), [])
        }
        EditError::NothingToSplit => problem(key!("failure-nothing-to-split"), []),
        EditError::NothingBefore => problem(key!("failure-nothing-before"), []),
        EditError::EmptyText => problem(key!("failure-empty-block"), []),
        EditError::NotADate { given } => problem(key!("failure-date"), [("given", given.clone())]),
        EditError::NoBytes => problem(key!("failure-no-bytes"), []),
    }
}

/// Returns the notice about an analysis thread that does not answer.
pub fn worker_failure(failure: &WorkerFailure) -> Notice {
    match failure {
        WorkerFailure::LoadFailed { detail } => {
            problem(key!("failure-load"), [("detail", detail_or_none(detail))])
        }
        WorkerFailure::FileMissing { address, detail } => {
            problem(key!("failure-file"), [("address", address.clone()), ("detail", detail_or_none(detail))])
        }
        WorkerFailure::FileBroken(error) => engine_error(error),
        WorkerFailure::FileChanged { address, bytes } => problem(
            key!("failure-file-changed"),
            [("address", address.clone()), ("bytes", bytes.to_string())],
        ),
        WorkerFailure::VersionMismatch { page, worker } => {
            problem(key!("failure-version"), [("page", page.clone()), ("worker", worker.clone())])
        }
        WorkerFailure::TimedOut { seconds } => {
            problem(key!("failure-timed-out"), [("seconds", seconds.to_string())])
        }
        WorkerFailure::WrongAnswer => problem(key!("failure-wrong-answer"), []),
        WorkerFailure::FileStalled { address, seconds } => problem(
            key!("failure-file-stalled"),
            [("address", address.clone()), ("seconds", seconds.to_string())],
        ),
        WorkerFailure::Crashed { detail } => {
            problem(key!("failure-crashed"), [("detail", detail_or_none(detail))])
        }
        WorkerFailure::Lost { detail } => problem(key!("failure-lost"), [("detail", detail_or_none(detail))]),
        WorkerFailure::Silent { seconds } => {
            problem(key!("failure-silent"), [("seconds", seconds.to_string())])
        }
    }
}

/// Replaces an empty detail with `none`, for which the messages omit the brackets.
fn detail_or_none(detail: &str) -> String {
    if detail.is_empty() { "none".to_owned() } else { detail.to_owned() }
}

/// The arguments that say why something is not kept; [`words`] makes `$detail` of them.
fn because(why: &Unkept) -> [(&'static str, String); 2] {
    [(WHY, why.name().to_owned()), ("said", why.detail().to_owned())]
}

/// Why something is not kept, in words.
pub fn reason(why: &Unkept, catalog: &Catalog) -> String {
    let arguments = [(WHY, why.name().into()), ("said", why.detail().into())];
    catalog.with(key!("unkept"), arguments).to_string()
}

/// What to tell the reader, as long as it is so, of a storage that does not keep everything.
pub fn storage(state: &StorageState) -> Option<Notice> {
    let counts =
        |texts: &u32, entries: &u32| [("texts", texts.to_string()), ("entries", entries.to_string())];
    let all = |why: &Unkept, texts, entries| {
        let mut arguments = because(why).to_vec();
        arguments.extend(counts(texts, entries));
        arguments
    };
    let (key, arguments) = match state {
        StorageState::Kept => return None,
        StorageState::Unreached(why) => (key!("storage-unreached"), because(why).to_vec()),
        StorageState::Failing { why, texts: 0, entries: 0 } => (key!("storage-away"), because(why).to_vec()),
        StorageState::Failing { why, texts, entries } => (key!("storage-failing"), all(why, texts, entries)),
        StorageState::Found { texts, entries } => (key!("storage-found"), counts(texts, entries).to_vec()),
        StorageState::Emptied { deliberate: false, texts, entries } => {
            (key!("storage-emptied"), counts(texts, entries).to_vec())
        }
        StorageState::Emptied { deliberate: true, texts, entries } => {
            (key!("storage-deleted"), counts(texts, entries).to_vec())
        }
    };
    Some(Notice { severity: Severity::Error, key, arguments, action: None })
}

/// What to tell the reader when not everything could be cleared.
pub fn not_cleared(why: &Unkept) -> Notice {
    problem(key!("notice-not-cleared"), because(why))
}

/// What to tell the reader of a session file that was taken back.
pub fn taken_back(undone: &SessionUndone, settings: u32) -> Notice {
    if let Some(why) = &undone.unkept {
        return problem(key!("texts-unkept"), because(why));
    }
    let key =
        if undone.changed > 0 { key!("notice-session-undone-partly") } else { key!("notice-session-undone") };
    let arguments = vec![
        ("texts", undone.texts.to_string()),
        ("entries", undone.entries.to_string()),
        ("settings", settings.to_string()),
        ("changed", undone.changed.to_string()),
    ];
    Notice { severity: Severity::Info, key, arguments, action: None }
}

fn problem<const N: usize>(key: MessageKey, arguments: [(&'static str, String); N]) -> Notice {
    Notice { severity: Severity::Error, key, arguments: arguments.into(), action: None }
}

/// Formats a notice in words.
pub fn words(notice: &Notice, catalog: &Catalog) -> String {
    // A number chooses between singular and plural; what only looks like one keeps its form.
    let number = |value: &str| value.parse::<u32>().ok().filter(|number| number.to_string() == *value);
    let arguments = notice
        .arguments
        .iter()
        .map(|(name, value)| (*name, number(value).map_or_else(|| value.as_str().into(), Into::into)));
    let find = |wanted| notice.arguments.iter().find(|(name, _)| *name == wanted);
    let why = find(WHY).map(|(_, why)| {
        let said = find("said").map_or("", |(_, said)| said.as_str());
        catalog.with(key!("unkept"), [(WHY, why.as_str().into()), ("said", said.into())])
    });
    let why = why.iter().map(|why| ("detail", why.as_str().into()));
    catalog.with(notice.key, arguments.chain(why)).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::i18n::Language;

    fn failures() -> Vec<WorkerFailure> {
        let detail = String::new;
        vec![
            WorkerFailure::LoadFailed { detail: detail() },
            WorkerFailure::FileMissing { address: "jieba.txt".into(), detail: "404".into() },
            WorkerFailure::FileBroken(EngineError::BrokenModel { reason: "damaged".into() }),
            WorkerFailure::FileBroken(EngineError::BrokenDictionary { line: 7 }),
            WorkerFailure::FileBroken(EngineError::NoDictionary),
            WorkerFailure::FileBroken(EngineError::NoModel),
            WorkerFailure::FileChanged { address: "jieba.txt".into(), bytes: 7 },
            WorkerFailure::VersionMismatch { page: "1".into(), worker: "2".into() },
            WorkerFailure::TimedOut { seconds: 60 },
            WorkerFailure::FileStalled { address: "jieba.txt".into(), seconds: 60 },
            WorkerFailure::Crashed { detail: detail() },
            WorkerFailure::Lost { detail: detail() },
            WorkerFailure::Silent { seconds: 600 },
        ]
    }

    #[test]
    fn every_state_of_the_storage_is_said_in_whole_sentences() {
        let detail = || "DataError: 7".to_owned();
        let whys = [
            Unkept::Full,
            Unkept::Late,
            Unkept::Silent,
            Unkept::Newer,
            Unkept::Closed,
            Unkept::Emptied,
            Unkept::Unreadable { detail: detail() },
            Unkept::Refused { detail: detail() },
        ];
        let of = |why: &Unkept| {
            let failing = |texts| StorageState::Failing { why: why.clone(), texts, entries: 0 };
            [StorageState::Unreached(why.clone()), failing(0), failing(3)]
        };
        let mut states: Vec<StorageState> = whys.iter().flat_map(of).collect();
        states.push(StorageState::Found { texts: 3, entries: 4 });
        states.push(StorageState::Emptied { deliberate: false, texts: 3, entries: 4 });
        states.push(StorageState::Emptied { deliberate: true, texts: 3, entries: 4 });
        for language in Language::ALL {
            let catalog = Catalog::new(language);
            let mut said: Vec<String> =
                states.iter().filter_map(storage).map(|notice| words(&notice, &catalog)).collect();
            said.extend(whys.iter().map(|why| words(&not_cleared(why), &catalog)));
            for sentence in &said {
                assert!(sentence.ends_with(['。', '.']), "{sentence}");
                assert!(!sentence.contains("{$") && !sentence.contains("unkept-"), "{sentence}");
                assert!(!sentence.contains("（）") && !sentence.contains("()"), "{sentence}");
            }
            assert_eq!(said.iter().filter(|sentence| sentence.contains("DataError: 7")).count(), 8);
            let count = said.len();
            said.sort();
            said.dedup();
            assert_eq!(said.len(), count);
        }
    }

    #[test]
    fn every_failure_has_a_sentence_of_its_own() {
        for language in Language::ALL {
            let catalog = Catalog::new(language);
            let mut said: Vec<String> =
                failures().iter().map(|failure| words(&worker_failure(failure), &catalog)).collect();
            for sentence in &said {
                assert!(sentence.ends_with(['。', '.']), "{sentence}");
                assert!(!sentence.contains("（）") && !sentence.contains("()"), "{sentence}");
                assert!(!sentence.contains("none") && !sentence.contains("{$"), "{sentence}");
            }
            said.dedup();
            assert_eq!(said.len(), failures().len());
        }
    }
}
